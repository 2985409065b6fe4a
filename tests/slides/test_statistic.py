"""A statistic slide in every way that an author may ask for: made, or refused with the reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deckmaker.discovery import Features
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic
from deckmaker.model.frame import GraphicItem
from deckmaker.pipeline import check

FEATURES = Features()
ARRANGEMENTS = ("full-bleed", "explained", "strip", "wide", "words")
LaidOut = Callable[[str], LaidOutDeck]


def errors_of(made: LaidOutDeck) -> list[Diagnostic]:
    return [diagnostic for diagnostic in check(made, FEATURES) if diagnostic.stops_the_build]


def every_statistic(laid_out: LaidOut, key: str, value: str) -> LaidOutDeck:
    library = laid_out("title: A deck\nslides: [title]\n").deck.library
    slides = "".join(f"  - statistic: {name}\n    {key}: {value}\n" for name in library.statistics)
    return laid_out(f"title: A deck\nslides:\n{slides}")


@pytest.mark.parametrize("kind", FEATURES.graphics)
def test_every_graphic_asked_of_every_statistic_is_drawn_or_refused_with_a_reason(kind: str, laid_out: LaidOut) -> None:
    made = every_statistic(laid_out, "graphic", kind)
    errors = errors_of(made)
    assert {error.code for error in errors} <= {"misleading-graphic", "no-room-for-graphic", "too-much-text"}
    assert all(error.position is not None and len(error.message) > 60 for error in errors)
    refused = {error.position for error in errors if error.code != "too-much-text"}
    for slide, frame in zip(made.slides, made.frames, strict=True):
        drawn = [item for item in frame.items if isinstance(item, GraphicItem)]
        assert not (drawn and slide.position in refused)
        assert all(item.graphic.kind == kind for item in drawn)


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_every_arrangement_of_every_statistic_is_laid_out_or_told_plainly(arrangement: str, laid_out: LaidOut) -> None:
    errors = errors_of(every_statistic(laid_out, "layout", arrangement))
    assert {error.code for error in errors} <= {"too-much-text", "no-room-for-graphic"}


def test_a_misleading_graphic_is_refused_at_its_line_with_honest_choices(laid_out: LaidOut) -> None:
    made = laid_out("title: A deck\nslides:\n  - title\n  - statistic: camhs-under-twos\n    graphic: one-in-n\n")
    (error,) = errors_of(made)
    assert error.code == "misleading-graphic"
    assert error.position is not None
    assert (error.position.line, error.position.column) == (4, 5)
    assert "No N comes near enough" in error.message
    assert "proportion-grid" in error.hint


def test_full_bleed_draws_for_a_dark_background(laid_out: LaidOut) -> None:
    made = laid_out("title: A deck\nslides:\n  - statistic: camhs-under-twos\n    layout: full-bleed\n  - references\n")
    (graphic,) = (item for item in made.frames[0].items if isinstance(item, GraphicItem))
    assert made.deck.theme.is_dark(graphic.graphic.ground)
    assert graphic.graphic.ground == made.frames[0].ground
