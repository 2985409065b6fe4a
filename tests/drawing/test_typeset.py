"""Words reach Typst as data only, and what no font can draw is shown as missing."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from deckmaker.drawing.store import CachedDraw
from deckmaker.drawing.typeset import REPLACEMENT, Document, typeset
from deckmaker.model.deck import LaidOutDeck
from deckmaker.workspace import Workspace

LaidOut = Callable[[str], LaidOutDeck]
STRANGE = (
    '#eval("1 + 1") #read("/etc/passwd") #panic()',
    "*bold* _slanted_ `raw` = heading - entry + entry / term: $x^2$",
    "@reference <label> // comment /* comment */ \\ ~ -- --- ... #[ ]",
    '<script>alert("1")</script> </svg> &amp; &#65; <!-- --> ]]>',
    "%PDF-1.7 endobj (Tj) <</S/JavaScript>>",
)


def deck_of(*points: str) -> str:
    quoted = "\n".join(f"        - '{point.replace(chr(39), chr(39) * 2)}'" for point in points)
    return f"title: Strange words\nslides:\n  - text:\n      headline: Words as they are\n      points:\n{quoted}\n"


def document(made: LaidOutDeck) -> Document:
    return typeset(made, CachedDraw(made.deck.theme))


def words_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize("words", STRANGE)
def test_words_that_mean_something_elsewhere_stand_as_words(words: str, laid_out: LaidOut) -> None:
    shown = words_of(document(laid_out(deck_of(words, "Another point"))).pdf())
    assert "".join(words.split()) in "".join(shown.split())
    assert "root:" not in shown


def test_a_character_that_no_font_has_is_shown_as_missing_and_the_rest_stays(laid_out: LaidOut) -> None:
    made = document(laid_out(deck_of("Smile 😀 and 中文 here", "Tick ✓, arrow →, Ŵyr, Ω")))
    shown = words_of(made.pdf())
    assert shown.count(REPLACEMENT) == 3
    assert all(words in shown for words in ("Smile", "here", "✓", "→", "Ŵyr", "Ω"))
    assert len(made.png((320, 320))) == 1


def test_letters_of_scripts_from_right_to_left_are_kept(laid_out: LaidOut) -> None:
    shown = words_of(document(laid_out(deck_of("שלום", "مرحبا"))).pdf())
    assert REPLACEMENT not in shown


def test_a_paragraph_of_ten_thousand_words_is_set_and_told_to_be_too_long(laid_out: LaidOut) -> None:
    made = laid_out(deck_of("word " * 9_999 + "end", "Another"))
    assert any(getattr(item, "words_too_many", 0) > 9_000 for item in made.frames[0].items)
    assert document(made).pdf().startswith(b"%PDF")


def test_letters_stand_where_the_live_font_would_have_them(laid_out: LaidOut) -> None:
    made = laid_out(
        "title: A deck\nslides:\n  - text:\n      headline: A headline of some width\n      points: [One]\n"
    )
    (title,) = (item for item in document(made).data["pages"][0]["items"] if item["type"] == "title")
    (run,) = title["paragraphs"][0]["lines"][0]["runs"]
    assert run["words"] == "A headline of some width"
    assert -1.5 < run["tracking"] < 1.5


def test_a_line_broken_within_a_word_is_joined_without_a_space(laid_out: LaidOut) -> None:
    point = "Parent-infant " * 14
    made = document(laid_out(deck_of(point.strip(), "Another")))
    lists = [item for item in made.data["pages"][0]["items"] if item["type"] in ("bullets", "words")]
    lines = [line for item in lists for paragraph in item["paragraphs"] for line in paragraph["lines"]]
    told = [(line["runs"][-1]["words"][-1], line["space"]) for line in lines if line["runs"]]
    assert len(told) > 3
    assert all(not space for last, space in told if last == "-")


def test_no_file_beside_the_deck_is_read(laid_out: LaidOut, tmp_path: Path) -> None:
    (tmp_path / "items.typ").write_text("#panic()", encoding="utf-8")
    assert document(laid_out(deck_of("One", "Two"))).pdf().startswith(b"%PDF")


def test_photographs_stand_in_every_kind_of_page_as_they_are(laid_out: LaidOut, workspace: Workspace) -> None:
    pixels = Image.effect_noise((60, 40), 90).convert("RGB")
    for name in ("one.jpg", "two.png"):
        pixels.save(workspace.root / "decks" / name)
    slides = "".join(
        f"  - image: {name}\n    headline: A picture {name}\n    alternative-text: Grey\n    credit: Us\n"
        for name in ("one.jpg", "two.png")
    )
    made = document(laid_out(f"title: Pictures\nslides:\n{slides}"))
    photographs = [image.image for page in PdfReader(BytesIO(made.pdf())).pages for image in page.images]
    assert [image.size for image in photographs if image] == [(60, 40), (60, 40)]
    for drawn in made.png((960, 540)):
        with Image.open(BytesIO(drawn)) as opened:
            assert len(set(opened.convert("L").tobytes())) > 100
    assert len(made.svg()) == 2
