"""A comparison: one record's groups on one scale, and nothing that no record says may stand there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deckmaker.discovery import Features
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic
from deckmaker.model.frame import GraphicItem, TextItem
from deckmaker.pipeline import check

FEATURES = Features()
LaidOut = Callable[[str], LaidOutDeck]


def deck_of(slide: str) -> str:
    return f"title: A deck\nslides:\n  - title\n  - comparison: {slide}\n  - references\n"


def errors_of(made: LaidOutDeck) -> list[Diagnostic]:
    return [diagnostic for diagnostic in check(made, FEATURES) if diagnostic.stops_the_build]


def test_groups_are_drawn_as_bars_with_their_reference(laid_out: LaidOut) -> None:
    made = laid_out(deck_of("disorganised-attachment-groups"))
    (item,) = (item for item in made.frames[1].items if isinstance(item, GraphicItem))
    assert errors_of(made) == []
    assert item.graphic.kind == "comparison-bars"
    assert item.graphic.reference is not None
    assert item.box.width == 852


def test_the_sentence_under_the_headline_is_the_authors_or_what_is_counted(laid_out: LaidOut) -> None:
    told = []
    for more in ("", "\n    takeaway: All three stand above the line."):
        made = laid_out(deck_of(f"disorganised-attachment-groups{more}"))
        told += [str(i.text) for i in made.frames[1].items if isinstance(i, TextItem) and i.placeholder == "takeaway"]
    counted = made.deck.library.statistics["disorganised-attachment-groups"].counted
    assert told == [f"{counted[0].upper()}{counted[1:]}.", "All three stand above the line."]


def test_it_is_read_in_the_order_headline_sentence_bars_source(laid_out: LaidOut) -> None:
    made = laid_out(deck_of("disorganised-attachment-groups"))
    order = [i.placeholder for i in made.frames[1].items if isinstance(i, TextItem | GraphicItem)]
    assert order[:4] == ["title", "takeaway", "graphic", "source"]


def test_a_count_is_compared_with_the_one_that_its_record_names(laid_out: LaidOut) -> None:
    made = laid_out(deck_of("two-of-three-risks"))
    (item,) = (item for item in made.frames[1].items if isinstance(item, GraphicItem))
    assert errors_of(made) == []
    assert item.graphic.kind == "nested-counts"
    assert item.graphic.beside is not None


@pytest.mark.parametrize(
    ("names", "said", "hint"),
    [
        ("camhs-under-twos", "nothing of its own to compare it with", "statistic: camhs-under-twos"),
        ("[babies-in-need, camhs-under-twos]", "their unit is not the same", "two-statistics"),
        ("[camhs-under-twos, denmark-infant-mental-health]", "their population is not the same", "two-statistics"),
        ("[camhs-under-twos, camhs-under-twos]", "no record of the library says", "two-statistics"),
    ],
)
def test_what_does_not_go_on_one_scale_is_refused_with_the_reason(
    names: str, said: str, hint: str, laid_out: LaidOut
) -> None:
    error, *further = errors_of(laid_out(deck_of(names)))
    assert further == []
    assert error.code == "slide-refused"
    assert said in error.message
    assert hint in error.hint
    assert error.position is not None
    assert error.position.line == 4


def test_a_long_sentence_takes_the_smaller_layout_and_one_too_long_is_an_error(laid_out: LaidOut) -> None:
    long = "All three of them stand above the line that shows the general population, and by a wide margin at that."
    made = laid_out(deck_of(f"disorganised-attachment-groups\n    takeaway: {long}"))
    assert errors_of(made) == []
    assert "long" in made.frames[1].layout
    (error,) = errors_of(laid_out(deck_of(f"disorganised-attachment-groups\n    takeaway: {long * 3}")))
    assert "too many for the takeaway" in error.message
