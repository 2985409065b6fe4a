"""Every kind of slide builds from its own example, and every record of the library fits its slide."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from deckmaker.discovery import Features
from deckmaker.layout.grid import HEIGHT, WIDTH
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import Box, GraphicItem, TextItem
from deckmaker.model.layout import Role
from deckmaker.pipeline import check
from deckmaker.workspace import Workspace

FEATURES = Features()
PAGE = Box(0, 0, WIDTH, HEIGHT)
LaidOut = Callable[[str], LaidOutDeck]


def indented(example: str) -> str:
    first, *rest = example.splitlines()
    return "\n".join([f"  - {first}", *(f"    {line}" for line in rest)])


def deck_of(*slides: str) -> str:
    return "title: A deck\nslides:\n" + "\n".join(indented(slide) for slide in slides) + "\n"


@pytest.mark.parametrize("kind", FEATURES.slides)
def test_every_kind_builds_from_its_own_example(
    kind: str, laid_out: LaidOut, workspace: Workspace, draw_pictures: Callable[[str, Path], None]
) -> None:
    example = FEATURES.slides[kind].example
    draw_pictures(example, workspace.root / "decks")
    made = laid_out(deck_of("section: One part", example, "statistic: camhs-under-twos"))
    assert [d for d in check(made, FEATURES) if d.stops_the_build] == []
    assert kind in {slide.kind for slide in made.slides}
    assert all(frame.title for frame in made.frames)


@pytest.mark.parametrize("kind", ["message", "quotation", "statistic"])
def test_every_record_of_the_library_fits_its_slide(kind: str, laid_out: LaidOut) -> None:
    library = laid_out(deck_of("title")).deck.library
    names = {
        "message": tuple(library.messages),
        "quotation": tuple(library.quotations),
        "statistic": tuple(library.statistics),
    }[kind]
    assert len(names) >= 8
    made = laid_out(deck_of(*(f"{kind}: {name}" for name in names)))
    errors = [d for d in check(made, FEATURES) if d.stops_the_build]
    assert errors == []


def test_places_of_a_layout_lie_on_the_page_and_apart() -> None:
    assert len(FEATURES.layouts) > 20
    for layout in FEATURES.layouts.values():
        boxes = [(place.name, place.box) for place in layout.placeholders]
        for name, box in boxes:
            assert PAGE.contains(box), f"{layout.name}: {name}"
        for number, (name, box) in enumerate(boxes):
            for other, further in boxes[number + 1 :]:
                assert not box.overlaps(further), f"{layout.name}: {name} and {other}"


def test_the_title_comes_first_and_the_source_last_in_reading_order() -> None:
    for layout in FEATURES.layouts.values():
        roles = [place.role for place in layout.placeholders]
        assert roles[0] is Role.TITLE, layout.name
        after = roles[roles.index(Role.SOURCE) :] if Role.SOURCE in roles else []
        assert set(after) <= {Role.SOURCE, Role.SLIDE_NUMBER}, layout.name


def test_no_type_is_under_eighteen_points_but_source_lines_and_numbers() -> None:
    for layout in FEATURES.layouts.values():
        for place in layout.placeholders:
            if place.style and place.role not in (Role.SOURCE, Role.SLIDE_NUMBER):
                assert place.style.size >= 18, f"{layout.name}: {place.name}"


def test_a_statistic_shows_its_hedge_source_place_and_year(laid_out: LaidOut) -> None:
    made = laid_out(deck_of("statistic: babies-needing-specialised-help", "references"))
    frame = made.frames[0]
    shown = {item.placeholder: str(item.text) for item in frame.items if isinstance(item, TextItem)}
    assert shown["figure"] == "At least 1 in 7"
    assert shown["source"].startswith("Sources: Parent-Infant Foundation")
    assert "[1]" in shown["source"]
    statistic = made.deck.library.statistics["babies-needing-specialised-help"]
    assert statistic.scope[1:] in shown["source"]
    (graphic,) = (item for item in frame.items if isinstance(item, GraphicItem))
    assert "at least" in graphic.alternative_text.casefold()


def test_citation_marks_and_references_agree(laid_out: LaidOut) -> None:
    made = laid_out(
        deck_of("message: 8", "statistic: camhs-under-twos", "quotation: environment-of-relationships", "references")
    )
    works = made.deck.references
    marked = {
        (run.cites.id, run.text)
        for frame in made.frames
        for item in frame.items
        if isinstance(item, TextItem)
        for run in item.text.runs
        if run.cites
    }
    assert marked == {(source.id, f"[{number}]") for number, source in enumerate(works, start=1)}
    listed = [
        str(paragraph)
        for frame in made.frames
        for item in frame.items
        if isinstance(item, TextItem) and item.placeholder == "references"
        for paragraph in item.text.paragraphs
    ]
    assert len(listed) == len(works)
    assert all(entry.startswith(source.reference) for entry, source in zip(listed, works, strict=True))


def test_many_references_go_over_several_slides_that_say_so(laid_out: LaidOut) -> None:
    made = laid_out(deck_of(*(f"message: {number}" for number in range(1, 11)), "references"))
    titles = [frame.title for frame in made.frames if frame.layout == "references"]
    assert len(titles) >= 2
    assert titles[0].endswith(f"(1 of {len(titles)})")
    assert len(set(titles)) == len(titles)


def test_text_too_long_for_its_place_is_an_error_that_counts_the_words(laid_out: LaidOut) -> None:
    made = laid_out(deck_of("text:\n  headline: " + "words and more " * 20 + "\n  body: Short."))
    (error,) = [d for d in check(made, FEATURES) if d.code == "too-much-text"]
    assert re.match(r"about \d+ words too many for the title of this text slide", error.message)
    assert error.position is not None
    assert error.position.line == 4


def test_a_headline_that_would_leave_one_word_alone_takes_the_narrower_layout(laid_out: LaidOut) -> None:
    lonely = "Every area needs a team for babies and for the parents who hold on"
    made = laid_out(deck_of(f"text:\n  headline: {lonely}\n  body: Short."))
    (title,) = (i for i in made.frames[0].items if isinstance(i, TextItem) and i.placeholder == "title")
    assert all(len("".join(run.text for run in line.runs).split()) > 1 for line in title.lines)


def test_an_agenda_of_many_parts_goes_on_on_a_second_slide(laid_out: LaidOut) -> None:
    names = [f"A part of this talk that is called {letter}" for letter in "ABCDEFGHIJKLMNOP"]
    made = laid_out(deck_of("agenda", *(f"section: {name}" for name in names)))
    assert [d for d in check(made, FEATURES) if d.stops_the_build] == []
    agenda = [frame for frame in made.frames if frame.layout.startswith("agenda")]
    assert len(agenda) == 2
    rows = [
        paragraph
        for frame in agenda
        for item in frame.items
        if isinstance(item, TextItem) and item.placeholder == "parts"
        for paragraph in item.text.paragraphs
    ]
    assert [str(row) for row in rows] == names
    assert [row.number for row in rows] == list(range(1, len(names) + 1))
