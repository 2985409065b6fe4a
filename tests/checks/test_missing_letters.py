"""A character that the brand's fonts lack is told, and never shown in another font without a word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from deckmaker.checks.missing_letters import find
from deckmaker.fonts import widths
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import GraphicItem
from deckmaker.model.picture import Label

LaidOut = Callable[[str], LaidOutDeck]
SPEC = "title: A deck\nslides:\n  - statistic: camhs-under-twos\n  - text:\n      headline: {}\n      body: {}\n"


def foreign(item: GraphicItem) -> GraphicItem:
    """A graphic whose every label is a Japanese letter."""
    marks = (replace(mark, words="\u3042") if isinstance(mark, Label) else mark for mark in item.picture.marks)
    return replace(item, picture=replace(item.picture, marks=tuple(marks)))


def test_letters_of_welsh_and_of_neighbours_are_there(laid_out: LaidOut) -> None:
    made = laid_out(SPEC.format("Tŷ a ŵyr", "Çédille, Straße, Łódź, Ελλάδα, Київ – £5 × 3 ≈ €20"))
    assert list(find(made)) == []


def test_a_letter_that_no_font_of_the_brand_has_is_told_where_it_is_written(laid_out: LaidOut) -> None:
    (told,) = find(laid_out(SPEC.format("Babies first", "We are glad \U0001f600 and done \u2713")))
    assert told.message == "the font Calibri of this brand has no ‘\U0001f600’ (U+1F600) ‘\u2713’ (U+2713)"
    assert told.position is not None
    assert told.position.line == 6


def test_labels_of_graphics_are_looked_at_in_the_font_that_draws_them(laid_out: LaidOut) -> None:
    made = laid_out(SPEC.format("Babies first", "Words."))
    assert "\u3042" not in widths("Lato", "regular").widths
    first = made.frames[0]
    items = tuple(foreign(item) if isinstance(item, GraphicItem) else item for item in first.items)
    (told,) = find(replace(made, frames=(replace(first, items=items), *made.frames[1:])))
    assert "the font Lato of this brand" in told.message
