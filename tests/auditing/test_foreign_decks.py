"""Decks from elsewhere: matched by their words, and held against the brand."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches

from deckmaker.auditing.finding import Finding

Audit = Callable[..., tuple[Finding, ...]]
EXACT = "“Investing in the emotional wellbeing of our babies is a wonderful way to invest in the future.”"
RIGHT = "42% of CAMHS services in England would not take referrals of children aged two and under (Hogg, 2019)"


def made(*slides: tuple[str, str], edit: Callable[[Any], None] = lambda presentation: None) -> bytes:
    presentation = Presentation()
    for title, words in slides:
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text_frame.text = title, words
    edit(presentation)
    stream = BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def evidence(findings: tuple[Finding, ...]) -> list[str]:
    known = {
        "figure-differs", "hedge-lost", "no-source", "unknown-figure", "quotation-not-exact", "unknown-quotation",
        "superseded", "past-review",
    }  # fmt: skip
    return [one.code for one in findings if one.code in known]


def test_it_says_that_it_matched_by_words(audit: Audit) -> None:
    found = audit(made(("Hello", "Nothing to see")))
    assert "matched by their words" in next(one.message for one in found if one.code == "no-manifest")


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (RIGHT, []),
        (RIGHT.replace("(Hogg, 2019)", ""), ["no-source"]),
        (RIGHT.replace("42%", "55%"), ["figure-differs"]),
        ("15% of children in the general population show disorganised attachment", ["hedge-lost", "no-source"]),
        (EXACT, []),
        (EXACT.replace("wonderful", "great"), ["quotation-not-exact"]),
        ("“Ask not what your baby can do for you.”", ["unknown-quotation"]),
        ("We met 73% of our goals", ["unknown-figure"]),
        ("In 2019 we ran 3 workshops", []),
    ],
)
def test_figures_and_quotations_are_found_by_their_words(audit: Audit, words: str, codes: list[str]) -> None:
    assert evidence(audit(made(("A slide", words)))) == codes


def test_fonts_colours_and_layouts_are_held_against_the_brand(audit: Audit) -> None:
    codes = {one.code: one for one in audit(made(("One", "a"), ("Two", "b")))}
    assert {"other-colours", "other-layout"} <= set(codes)
    assert codes["other-layout"].slides == (1, 2)


def test_a_picture_that_is_called_like_its_file_is_found(audit: Audit) -> None:
    from PIL import Image

    def edit(presentation: Any) -> None:
        stream = BytesIO()
        Image.new("RGB", (9, 9)).save(stream, "PNG")
        presentation.slides[0].shapes.add_picture(stream, 0, 0, Inches(1))

    assert "no-alternative-text" in {one.code for one in audit(made(("One", "a"), edit=edit))}
