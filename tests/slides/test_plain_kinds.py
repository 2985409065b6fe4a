"""Text, two columns, pictures, tables, contacts, empty pages, and a partner's logo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from deckmaker.discovery import Features
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import DeckError
from deckmaker.model.frame import Frame, ImageItem, TableItem, TextItem
from deckmaker.model.text import Run
from deckmaker.pipeline import check
from deckmaker.workspace import Workspace

FEATURES = Features()
Slide = Callable[..., LaidOutDeck]


@pytest.fixture
def deck(
    laid_out: Callable[[str], LaidOutDeck], workspace: Workspace, draw_pictures: Callable[[str, Path], None]
) -> Slide:
    """Lays out a deck of these slides, with a picture for every name of one."""

    def made(slides: str, head: str = "") -> LaidOutDeck:
        spec = f"title: A deck\n{head}slides:\n{slides}"
        draw_pictures(spec, workspace.root / "decks")
        return laid_out(spec)

    return made


def errors(made: LaidOutDeck) -> list[str]:
    return [found.message for found in check(made, FEATURES) if found.stops_the_build]


def shown(frame: Frame) -> dict[str, str]:
    return {item.placeholder: str(item.text) for item in frame.items if isinstance(item, TextItem)}


def image_of(frame: Frame) -> ImageItem:
    (image,) = (item for item in frame.items if isinstance(item, ImageItem))
    return image


def table_of(frame: Frame) -> TableItem:
    (table,) = (item for item in frame.items if isinstance(item, TableItem))
    return table


def picture(*lines: str) -> str:
    return "\n    ".join(("  - image: photo.jpg", "headline: A face", *lines)) + "\n"


DESCRIBED = ("alternative-text: A mother and her baby", "credit: Zoë Hill")


def test_a_picture_has_its_words_and_its_credit(deck: Slide) -> None:
    made = deck(picture(*DESCRIBED))
    assert errors(made) == []
    (frame,) = made.frames
    assert image_of(frame).alternative_text == "A mother and her baby"
    assert shown(frame)["source"] == "Photograph: Zoë Hill"


@pytest.mark.parametrize(
    ("lines", "cropped"),
    [((), False), (("crop: yes",), True), (("crop: no",), False), (("layout: full",), True)],
)
def test_a_picture_that_would_lose_much_is_cropped_only_where_that_is_asked_for(
    lines: tuple[str, ...], cropped: bool, deck: Slide
) -> None:
    """A picture of 3 : 2 would lose a third of its height in the wide place."""
    (frame,) = deck(picture(*DESCRIBED, *lines)).frames
    assert image_of(frame).cropped is cropped


def test_a_credit_that_says_what_it_is_stays_as_it_is(deck: Slide) -> None:
    (frame,) = deck(picture(DESCRIBED[0], "credit: 'Drawing: Zoë Hill'")).frames
    assert shown(frame)["source"] == "Drawing: Zoë Hill"


def test_a_picture_without_words_is_refused_unless_it_is_marked_as_decoration(deck: Slide) -> None:
    (error,) = errors(deck(picture("credit: Zoë Hill")))
    assert "no words" in error
    assert errors(deck(picture("credit: Zoë Hill", "decorative: yes"))) == []
    (error,) = errors(deck(picture(*DESCRIBED, "decorative: yes")))
    assert "decorative" in error


def test_a_picture_without_a_credit_is_refused(deck: Slide) -> None:
    with pytest.raises(DeckError) as refused:
        deck(picture(DESCRIBED[0]))
    assert [(one.code, "‘credit’" in one.message) for one in refused.value.diagnostics] == [("missing-key", True)]


@pytest.mark.parametrize(
    ("lines", "layout"),
    [
        ((), "image-wide"),
        (("layout: beside",), "image-headline"),
        (("layout: beside", "caption: Some words"), "image-beside"),
        (("layout: full",), "image-full"),
        (("caption: " + "word " * 40,), "image-beside"),
    ],
)
def test_a_picture_stands_where_its_author_wants_or_its_words_have_room(
    lines: tuple[str, ...], layout: str, deck: Slide
) -> None:
    (frame,) = deck(picture(*DESCRIBED, *lines)).frames
    assert frame.layout.startswith(layout)


def test_words_over_a_full_picture_have_a_band_of_their_own() -> None:
    full = [layout for layout in FEATURES.slides["image"].layouts if layout.name.startswith("image-full")]
    assert full
    for layout in full:
        box = layout.placeholder("image").box
        assert not any(box.overlaps(place.box) for place in layout.placeholders if place.name != "image")


ROWS = """
  - table: Who helps
    rows:
      - [Who, What, Families]
      - [Health visitors, "See every family at home, from the first weeks on", "{figure}"]
      - [Teams, Help with the relationship, –]
    source: Invented
"""


def test_a_table_has_a_header_numbers_on_the_right_and_words_for_people_who_do_not_see_it(deck: Slide) -> None:
    made = deck(ROWS.replace("{figure}", "1,200"))
    assert errors(made) == []
    (frame,) = made.frames
    table = table_of(frame)
    assert [str(cell.text) for cell in table.rows[0]] == ["Who", "What", "Families"]
    assert table.aligns == ("left", "left", "right")
    assert table.alternative_text == "Table of 2 rows and 3 columns: Who, What, Families."
    assert table.style.size >= 18
    assert sum(table.columns) == pytest.approx(852)


def test_a_figure_in_a_cell_needs_a_source(deck: Slide) -> None:
    without = ROWS.replace("    source: Invented\n", "")
    assert [one for one in errors(deck(without.replace("{figure}", "1,200"))) if "typed by hand" in one]
    assert errors(deck(without.replace("{figure}", "{camhs-under-twos}"))) == []


def long_table(rows: int, words: str = "Some words that take a line or two of their cell") -> str:
    cells = "\n".join(f"      - [Row {chr(65 + n % 26)}{'x' * (n // 26)}, {words}, {words}]" for n in range(rows))
    return f"  - table: A long table\n    rows:\n      - [What, Who, When]\n{cells}\n"


def test_a_table_too_long_for_a_slide_goes_on_on_a_second_with_its_header(deck: Slide) -> None:
    made = deck(long_table(9))
    assert errors(made) == []
    assert [frame.title for frame in made.frames] == ["A long table (1 of 2)", "A long table (2 of 2)"]
    tables = [table_of(frame) for frame in made.frames]
    assert [[str(c.text) for c in t.rows[0]] for t in tables] == [["What", "Who", "When"]] * 2
    named = [str(row[0].text) for table in tables for row in table.rows[1:]]
    assert named == [f"Row {letter}" for letter in "ABCDEFGHI"]
    assert abs(len(tables[0].rows) - len(tables[1].rows)) <= 1


def test_a_table_too_long_for_two_slides_goes_on_on_as_many_as_it_needs(deck: Slide) -> None:
    made = deck(long_table(30))
    assert errors(made) == []
    many = len(made.frames)
    assert many > 2
    assert [frame.title for frame in made.frames] == [f"A long table ({n} of {many})" for n in range(1, many + 1)]
    tables = [table_of(frame) for frame in made.frames]
    assert {tuple(str(c.text) for c in t.rows[0]) for t in tables} == {("What", "Who", "When")}
    assert sum(len(t.rows) - 1 for t in tables) == 30
    assert not any(frame.notes for frame in made.frames[1:])
    assert tables[1].alternative_text.startswith("Table of 30 rows and 3 columns: What, Who, When. Here: row ")


def test_a_row_too_high_for_a_slide_is_an_error_that_counts_the_words(deck: Slide) -> None:
    made = deck(long_table(2, words="word " * 150))
    assert errors(made)
    assert all("words too many for the table" in error for error in errors(made))


@pytest.mark.parametrize(
    ("header", "row", "column", "aligns"),
    [
        ("first-row", True, False, ("left", "right")),
        ("first-column", False, True, ("left", "left")),
        ("both", True, True, ("left", "right")),
        ("none", False, False, ("left", "left")),
    ],
)
def test_headers_of_a_table_are_its_first_row_its_first_column_both_or_neither(
    deck: Slide, header: str, row: bool, column: bool, aligns: tuple[str, ...]
) -> None:
    made = deck(
        f"  - table: Who comes\n    header: {header}\n    source: Invented\n"
        "    rows:\n      - [Who, Number]\n      - [Families, 12]\n"
    )
    assert errors(made) == []
    table = table_of(made.frames[0])
    assert (table.header_row, table.header_column) == (row, column)
    assert table.aligns == aligns


def test_an_unknown_header_is_refused_with_those_there_are(deck: Slide) -> None:
    with pytest.raises(DeckError, match="cannot be ‘top’"):
        deck("  - table: Who comes\n    header: top\n    rows:\n      - [Who, What]\n      - [A, B]\n")


def test_columns_of_sentences_and_of_points_stand_side_by_side(deck: Slide) -> None:
    made = deck(
        "  - two-columns: Two sides\n    left: One sentence.\n"
        "    right:\n      heading: Here\n      points: [One, Two]\n"
    )
    assert errors(made) == []
    (frame,) = made.frames
    assert shown(frame)["left"] == "One sentence."
    assert shown(frame)["right"] == "One\nTwo"
    assert shown(frame)["right-heading"] == "Here"
    assert frame.layout.startswith("two-columns-words-list")


def test_a_column_with_nothing_or_with_too_much_in_it_is_refused(deck: Slide) -> None:
    both = "{body: Words, points: [One]}"
    for column, words in (("{heading: Alone}", "nothing in it"), (both, "both ‘body’ and ‘points’")):
        made = deck(f"  - two-columns: Two sides\n    left: Words\n    right: {column}\n")
        (error,) = errors(made)
        assert words in error


@pytest.mark.parametrize(("count", "layout"), [(1, "list"), (2, "points-2"), (5, "points-5"), (6, "list")])
def test_points_of_a_text_stand_in_rows_while_there_are_few(count: int, layout: str, deck: Slide) -> None:
    points = ", ".join(f"Point {letter}" for letter in "ABCDEF"[:count])
    (frame,) = deck(f"  - text: {{headline: Points, points: [{points}]}}\n").frames
    assert frame.layout.startswith(layout)
    words = "\n".join(text for name, text in shown(frame).items() if name not in ("title", "number"))
    assert words == points.replace(", ", "\n")


LONG = "Point {} says something of some length about babies and about whoever looks after them"


def test_points_that_fill_more_than_a_slide_go_on_on_a_second_that_says_so(deck: Slide) -> None:
    points = "".join(f"        - {LONG.format(letter)}\n" for letter in "ABCDEFG")
    made = deck(f"  - text:\n      headline: Many points\n      points:\n{points}    notes: Said once.\n")
    assert errors(made) == []
    assert [frame.title for frame in made.frames] == ["Many points (1 of 2)", "Many points (2 of 2)"]
    words = [shown(frame) for frame in made.frames]
    told = [text for page in words for name, text in page.items() if name.startswith("row")]
    assert [text.replace("\u00a0", " ") for text in told] == [LONG.format(letter) for letter in "ABCDEFG"]
    assert str(made.frames[0].notes).startswith("Said once.")
    assert not made.frames[1].notes


def test_two_paragraphs_that_fill_more_than_a_slide_have_one_each(deck: Slide) -> None:
    one, other = (" ".join([f"{LONG.format(letter)}."] * 6) for letter in "AB")
    made = deck(f"  - text:\n      headline: Long\n      body: |\n        {one}\n\n        {other}\n")
    assert errors(made) == []
    assert [frame.title for frame in made.frames] == ["Long (1 of 2)", "Long (2 of 2)"]
    assert ["Point A" in shown(frame)["body"] for frame in made.frames] == [True, False]


@pytest.mark.parametrize("count", [1, 20])
def test_points_that_not_even_two_slides_hold_are_an_error_that_counts_the_words(count: int, deck: Slide) -> None:
    points = "".join(f"        - {' '.join([LONG.format(letter)] * (20 // count))}\n" for letter in ("A",) * count)
    made = deck(f"  - text:\n      headline: Too many\n      points:\n{points}")
    assert len(made.frames) == 1
    (error,) = errors(made)
    assert "words too many" in error


def runs_of(made: LaidOutDeck) -> list[Run]:
    return [run for item in made.frames[0].items if isinstance(item, TextItem) for run in item.text.runs]


def test_addresses_of_a_contact_can_be_read_and_clicked(deck: Slide) -> None:
    made = deck("  - contact:\n      - {name: Zoë Hill, role: Lead, email: zoe@example.org, web: example.org/team}\n")
    assert errors(made) == []
    links = {run.text: run.link for run in runs_of(made) if run.link}
    assert links.pop(made.deck.theme.address) == f"https://{made.deck.theme.address}"
    assert links == {"zoe@example.org": "mailto:zoe@example.org", "example.org/team": "https://example.org/team"}


def test_five_people_are_too_many_for_a_contact(deck: Slide) -> None:
    people = "\n".join(f"      - {{name: Person {letter}}}" for letter in "ABCDE")
    (error,) = errors(deck(f"  - contact:\n{people}\n"))
    assert "names 5 people" in error


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/hosts", "data:text/html,x"])
def test_an_address_that_is_not_of_the_web_is_refused(address: str, deck: Slide) -> None:
    with pytest.raises(DeckError):
        deck(f"  - contact:\n      - {{name: Zoë, web: '{address}'}}\n")


@pytest.mark.parametrize(("ground", "layout"), [("", "blank"), ("    ground: light\n", "blank-light")])
def test_an_empty_page_has_a_small_title_and_nothing_is_missed_on_it(ground: str, layout: str, deck: Slide) -> None:
    made = deck(f"  - blank: What do you see?\n{ground}")
    assert errors(made) == []
    assert made.frames[0].layout == layout
    assert made.frames[0].title == "What do you see?"


PARTNER = "partner: Bright Start\npartner-logo: logo.png\n"


@pytest.mark.parametrize("kind", ["title", "closing"])
def test_a_partners_logo_stands_beside_the_wordmark_and_over_nothing(kind: str, deck: Slide) -> None:
    made = deck(f"  - {kind}\n", head=PARTNER)
    assert errors(made) == []
    (frame,) = made.frames
    logo = image_of(frame)
    assert logo.alternative_text == "Logo of Bright Start"
    assert not logo.cropped
    layout = FEATURES.layouts[frame.layout]
    assert layout.wordmark is not None
    assert logo.box.x > layout.wordmark.right
    assert not any(logo.box.overlaps(place.box) for place in layout.placeholders if place.name != "partner")
    assert not any(isinstance(item, ImageItem) for item in deck(f"  - {kind}\n").frames[0].items)


@pytest.mark.parametrize("line", PARTNER.splitlines())
def test_a_partners_name_and_logo_belong_together(line: str, deck: Slide) -> None:
    with pytest.raises(DeckError) as refused:
        deck("  - title\n", head=f"{line}\n")
    assert len(refused.value.diagnostics) == 1


def test_a_column_that_is_written_as_a_list_is_a_list(deck: Slide) -> None:
    keyed = deck("  - two-columns: Two sides\n    left: {points: [One, Two]}\n    right: Words\n")
    alone = deck("  - two-columns: Two sides\n    left: [One, Two]\n    right: Words\n")
    assert alone.frames == keyed.frames
