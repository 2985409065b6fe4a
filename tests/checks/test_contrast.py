"""What is drawn stands out from what lies behind it, on the page as it is placed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from deckmaker.checks.contrast import find
from deckmaker.model.colour import Colour
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import Box, FrameItem, GraphicItem, ShapeItem, TextItem
from deckmaker.model.picture import Label, Rectangle

LaidOut = Callable[[str], LaidOutDeck]
SPEC = "title: A deck\nslides:\n  - section: A part of the deck\n  - statistic: disorganised-attachment-groups\n"


def with_items(made: LaidOutDeck, *more: FrameItem) -> LaidOutDeck:
    first, *rest = made.frames
    return replace(made, frames=(replace(first, items=(*more, *first.items)), *rest))


def shape(kind: str, box: Box, colour: str) -> ShapeItem:
    return ShapeItem(name="Shape", kind=kind, box=box, fill=Colour(colour))  # type: ignore[arg-type]


def title_of(made: LaidOutDeck) -> TextItem:
    return next(item for item in made.frames[0].items if isinstance(item, TextItem) and item.placeholder == "title")


def test_the_usual_brand_has_nothing_to_tell(laid_out: LaidOut) -> None:
    assert list(find(laid_out(SPEC))) == []


@pytest.mark.parametrize("kind", ["rectangle", "ellipse"])
def test_a_pale_shape_that_runs_under_pale_words_is_told_at_the_slide(kind: str, laid_out: LaidOut) -> None:
    made = laid_out(SPEC)
    box = title_of(made).box
    (told,) = find(with_items(made, shape(kind, Box(box.x + 40, box.y + 5, 120, 40), "cream")))
    assert told.message == "the title of this section slide is ‘on-dark’ on ‘cream’, a contrast of 1.00; it needs 3"
    assert told.position is not None
    assert told.position.line == 3


def test_a_shape_beside_the_words_is_not_told(laid_out: LaidOut) -> None:
    made = laid_out(SPEC)
    box = title_of(made).box
    longest = max(line.width for line in title_of(made).lines)
    beside = shape("rectangle", Box(box.x + longest + 5, box.y, 40, 40), "cream")
    assert list(find(with_items(made, beside))) == []


def test_a_shape_hidden_by_another_is_not_told(laid_out: LaidOut) -> None:
    made = laid_out(SPEC)
    box = title_of(made).box
    hidden, over = shape("rectangle", box, "cream"), shape("rectangle", box, "plum")
    assert list(find(with_items(made, hidden, over))) == []


def test_labels_of_graphics_are_held_against_the_marks_below_them(laid_out: LaidOut) -> None:
    made = laid_out(SPEC)
    theme = made.deck.theme
    pale = replace(theme, palette={**theme.palette, "ink": "#FFF0E0"})
    told = [one.message for one in find(replace(made, deck=replace(made.deck, theme=pale)))]
    assert any("in the graphic of this statistic slide is ‘ink’" in message for message in told)


def test_a_label_on_a_mark_of_its_own_colour_is_told(laid_out: LaidOut) -> None:
    made = laid_out(SPEC)
    first, frame = made.frames
    bar = Rectangle(box=Box(0, 0, 200, 40), fill=Colour("focus"))
    label = Label(x=100, y=28, words="57%", size=20, colour=Colour("focus"), width=40, bold=True, align="centre")
    (graphic,) = (item for item in frame.items if isinstance(item, GraphicItem))
    drawn = replace(graphic, picture=replace(graphic.picture, marks=(bar, label)))
    items = tuple(drawn if item is graphic else item for item in frame.items)
    (told,) = find(replace(made, frames=(first, replace(frame, items=items))))
    assert told.message.startswith("‘57%’ in the graphic of this statistic slide is ‘coral’ on ‘coral’")
    beside = replace(drawn, picture=replace(graphic.picture, marks=(bar, replace(label, x=300))))
    items = tuple(beside if item is graphic else item for item in frame.items)
    assert list(find(replace(made, frames=(first, replace(frame, items=items))))) == []
