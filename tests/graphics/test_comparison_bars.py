"""Figures stand on the whole of their bar or on none, never half on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.model.evidence import Hedge, Statistic, Value
from deckmaker.model.picture import Label, NoRoomError, Picture, Rectangle

Made = Callable[..., Statistic]
Drawn = Callable[..., Picture]
GROUPS = ("Children of mothers using drugs", "Children of mothers with depression", "Babies in care")


def _tracks(picture: Picture) -> list[Rectangle]:
    return [mark for mark in picture.marks if isinstance(mark, Rectangle) and mark.fill == "track"]


def _halfway(picture: Picture) -> list[str]:
    boxes = [track.box for track in _tracks(picture)]
    labels = [mark for mark in picture.marks if isinstance(mark, Label) and mark.align == "left"]
    return [
        label.words
        for label in labels
        for box in boxes
        if box.y < label.y < box.bottom and box.x <= label.x < box.right - 0.01 and label.x + label.width > box.right
    ]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    shares=st.lists(st.integers(1, 100), min_size=2, max_size=3),
    width=st.integers(300, 860),
    height=st.integers(200, 420),
)
def test_no_figure_stands_half_on_the_whole_of_its_bar(
    shares: list[int], width: int, height: int, statistic: Made, draw: Drawn
) -> None:
    values = [
        Value(value=share, label=name, hedge=Hedge.ESTIMATED) for share, name in zip(shares, GROUPS, strict=False)
    ]
    try:
        picture = draw("comparison-bars", statistic(*values), width, height)
    except NoRoomError:
        return
    assert _halfway(picture) == []


@pytest.mark.parametrize(("most", "tracks"), [(57, 2), (70, 2), (88, 0)])
def test_the_whole_is_shown_where_the_figures_have_room_on_it(
    most: int, tracks: int, statistic: Made, draw: Drawn
) -> None:
    values = [Value(value=share, label=name, hedge=Hedge.ESTIMATED) for share, name in ((most, "Here"), (21, "There"))]
    assert len(_tracks(draw("comparison-bars", statistic(*values), 860, 300))) == tracks
