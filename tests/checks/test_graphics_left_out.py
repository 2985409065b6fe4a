"""A graphic is drawn as it should be, or its slide says why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from deckmaker.discovery import Features
from deckmaker.layout.lay_out import lay_out
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import GraphicChoice, GraphicName
from deckmaker.pipeline import check

LaidOut = Callable[[str], LaidOutDeck]
SPEC = "title: A deck\nslides:\n  - title\n  - statistic: camhs-under-twos\n    graphic: {}\n  - references\n"
TOO_LARGE = '''
"""A graphic that needs more room than any slide has."""
from deckmaker.model.feature import GraphicKind
from deckmaker.model.picture import NoRoomError


def draw(graphic, width, height, measure):
    raise NoRoomError(f"it needs 2000 points and has {width:.0f}")


GRAPHIC = GraphicKind(title="Too large", refuses=lambda statistic: "", draw=draw, describe=lambda graphic: "large")
'''


@pytest.fixture
def features(tmp_path: Path) -> Iterator[Features]:
    (tmp_path / "more" / "graphics").mkdir(parents=True)
    (tmp_path / "more" / "graphics" / "too_large.py").write_text(TOO_LARGE, encoding="utf-8")
    yield Features((tmp_path / "more",))


def test_a_graphic_without_room_is_told_at_its_slide_and_not_as_an_empty_slide(
    laid_out: LaidOut, features: Features
) -> None:
    deck = laid_out(SPEC.format("big-number")).deck
    opening, slide, ending = deck.slides
    asked = replace(slide, graphic=GraphicChoice(kind=GraphicName("too-large")))  # type: ignore[call-arg]
    made = lay_out(replace(deck, slides=(opening, asked, ending)), features)
    (error,) = [d for d in check(made, features) if d.stops_the_build]
    assert error.code == "no-room-for-graphic"
    assert "it needs 2000 points" in error.message
    assert error.position == slide.position


def test_every_graphic_that_a_record_refuses_is_refused_with_its_words(laid_out: LaidOut) -> None:
    features = Features()
    made = laid_out(SPEC.format("one-in-n"))
    (error,) = [d for d in check(made, features) if d.stops_the_build]
    refused = {r.kind: r.because for r in made.deck.library.statistics["camhs-under-twos"].drawing.refused}
    assert error.code == "misleading-graphic"
    assert refused["one-in-n"] in error.message
    assert error.hint.startswith("choose from: proportion-grid")


def test_a_kind_that_the_record_does_not_list_is_refused(laid_out: LaidOut) -> None:
    made = laid_out(SPEC.format("icon-array").replace("camhs-under-twos", "exclusions-change"))
    record = made.deck.library.statistics["exclusions-change"].drawing
    assert "icon-array" not in {record.default, *record.allowed, *(refused.kind for refused in record.refused)}
    (error,) = [d for d in check(made, Features()) if d.stops_the_build]
    assert error.code == "misleading-graphic"
    assert "does not list this" in error.message
