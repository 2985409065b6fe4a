"""Two moments are drawn from zero, with both ends told, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.model.evidence import Hedge, Statistic, Unit, Value
from deckmaker.model.feature import GraphicKind
from deckmaker.model.figures import claim
from deckmaker.model.picture import Circle, Label, NoRoomError, Picture, Segment

NAMES = ("Mothers with depression", "Children who live with violence at home", "Ŵyn, ŷd a Môn", "England")
Made: TypeAlias = Callable[..., Statistic]
Drawn: TypeAlias = Callable[..., Picture]


def two(*pairs: tuple[float, float], names: tuple[str, ...] = NAMES, hedge: Hedge = Hedge.NONE) -> list[Value]:
    """Values of groups at two moments; a single group has no name."""
    called = names if len(pairs) > 1 else ("",)
    return [
        Value(value=value, at=moment, label=name, hedge=hedge)
        for name, pair in zip(called, pairs, strict=False)
        for moment, value in zip(("2010", "2018"), pair, strict=True)
    ]


def words(picture: Picture) -> str:
    return " ".join(mark.words for mark in picture.marks if isinstance(mark, Label))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    pairs=st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=4),
    box=st.sampled_from([(852, 300), (430, 330), (490, 700), (560, 560)])
    | st.tuples(st.integers(200, 960), st.integers(150, 700)),
    hedge=st.sampled_from((Hedge.NONE, Hedge.AROUND, Hedge.ESTIMATED)),
)
def test_lines_keep_their_box_or_say_that_there_is_no_room(
    pairs: list[tuple[int, int]], box: tuple[int, int], hedge: Hedge, statistic: Made, draw: Drawn,
    faults: Callable[[Picture], list[str]],
) -> None:  # fmt: skip
    try:
        picture = draw("slope", statistic(*two(*pairs, hedge=hedge)), *box)
    except NoRoomError:
        assert box[0] < 560 or box[1] < 300 or (len(pairs) > 2 and hedge is not Hedge.NONE)
    else:
        assert faults(picture) == []
        said = words(picture)
        assert all(f"{value}%" in said for pair in pairs for value in pair)


def test_heights_are_the_values_on_one_scale_from_zero(statistic: Made, draw: Drawn) -> None:
    pairs = ((20, 30), (10, 5), (0, 25))
    marks = draw("slope", statistic(*two(*pairs)), 852, 300).marks
    circles = [mark for mark in marks if isinstance(mark, Circle)]
    (base,) = {mark.y1 for mark in marks if isinstance(mark, Segment) and mark.y1 == mark.y2}
    heights = [base - mark.y for mark in circles]
    (unit,) = {round(height / value, 6) for height, value in zip(heights, sum(pairs, ()), strict=True) if value}
    assert unit > 0
    assert [height for height, value in zip(heights, sum(pairs, ()), strict=True) if not value] == [0]


def test_both_moments_both_ends_every_name_and_the_zero_are_told(statistic: Made, draw: Drawn) -> None:
    said = words(draw("slope", statistic(*two((20, 30), (10, 5))), 852, 300))
    for part in ("2010", "2018", "20%", "30%", "10%", "5%", "0%", "Mothers with depression", "violence at home"):
        assert part in said


def test_the_first_moment_is_a_ring_and_the_second_is_solid(statistic: Made, draw: Drawn) -> None:
    first, last = (
        mark for mark in draw("slope", statistic(*two((20, 30))), 430, 330).marks if isinstance(mark, Circle)
    )
    assert (first.fill, last.outline) == ("ground", None)
    assert first.outline == last.fill == "focus"
    assert first.x < last.x


def test_a_wide_box_flattens_no_line(statistic: Made, draw: Drawn) -> None:
    marks = draw("slope", statistic(*two((0, 100))), 960, 300).marks
    first, last = (mark for mark in marks if isinstance(mark, Circle))
    assert last.x - first.x < 3 * (first.y - last.y)


def test_a_claim_says_which_figure_is_of_which_moment(statistic: Made) -> None:
    assert claim(statistic(*two((20, 30)))).startswith("20% (2010) and 30% (2018) of babies in the county")


@pytest.mark.parametrize(
    ("values", "unit", "because"),
    [
        ((42,), Unit.PERCENT, "both moments"),
        ((Value(value=20, at="2010"), Value(value=30)), Unit.PERCENT, "1 of 2 have no moment"),
        ((Value(value=20, at="2010"),), Unit.PERCENT, "this figure has 1: 2010"),
        (tuple(Value(value=20, at=at) for at in ("2010", "2014", "2018")), Unit.PERCENT, "has 3: 2010, 2014, 2018"),
        ((*two((20, 30)), Value(value=10, at="2018", label="Wales")), Unit.PERCENT, "one value for each moment"),
        (tuple(reversed(two((20, 30), (5, 6))))[1:3] * 1, Unit.PERCENT, "one value for each moment"),
        (tuple(two(*[(1, 2)] * 5, names=tuple("abcde"))), Unit.PERCENT, "more than 4"),
        (tuple(two((2, 2.5))), Unit.TIMES, "ratio"),
        ((Value(value=20, high=25, at="2010"), Value(value=30, at="2018")), Unit.PERCENT, "range"),
        ((Value(value=-1, at="2010"), Value(value=30, at="2018")), Unit.COUNT, "below"),
    ],
)
def test_what_does_not_give_both_moments_is_refused_with_the_reason(
    values: tuple[float | Value, ...], unit: Unit, because: str, statistic: Made, kinds: dict[str, GraphicKind]
) -> None:
    assert because in kinds["slope"].refusal(statistic(*values, unit=unit))


def test_no_figure_of_the_library_is_given_a_second_moment(kinds: dict[str, GraphicKind]) -> None:
    from deckmaker.reading.library import read_library
    from deckmaker.reading.sources import library_files
    from deckmaker.workspace import Workspace

    statistics = read_library(library_files(Workspace())).statistics.values()
    assert statistics
    assert all(kinds["slope"].refusal(one) for one in statistics)
