"""What is counted is solid, the rest is a ring, and the words say so."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Hedge, Statistic, Unit, Value
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import OneIn, one_in
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import Circle, Label, Mark, NoRoomError, Picture, Rectangle, Segment, Symbol

Made: TypeAlias = Callable[..., Statistic]
Drawn: TypeAlias = Callable[..., Picture]


def _solid(marks: tuple[Mark, ...]) -> list[Circle | Rectangle]:
    return [mark for mark in marks if isinstance(mark, Circle | Rectangle) and mark.outline is None]


def _rings(marks: tuple[Mark, ...]) -> list[Circle | Rectangle]:
    return [mark for mark in marks if isinstance(mark, Circle | Rectangle) and mark.outline is not None]


def _words(picture: Picture) -> str:
    return " ".join(mark.words for mark in picture.marks if isinstance(mark, Label))


@settings(max_examples=25, deadline=None, derandomize=True)
@given(percent=st.integers(0, 100), width=st.integers(200, 900), height=st.integers(150, 500))
def test_a_grid_has_as_many_solid_squares_as_the_share(
    percent: int, width: int, height: int, statistic: Made, draw: Drawn
) -> None:
    marks = draw("proportion-grid", statistic(percent), width, height).marks
    assert (len(_solid(marks)), len(_rings(marks))) == (percent, 100 - percent)


def test_a_grid_is_filled_as_one_block_from_the_top(statistic: Made, draw: Drawn) -> None:
    squares = [
        mark.box for mark in draw("proportion-grid", statistic(42), 360, 412).marks if isinstance(mark, Rectangle)
    ]
    assert len({round(box.y, 3) for box in squares}) == 10
    assert all((a.y, a.x) < (b.y, b.x) for a, b in pairwise(squares))


def test_a_share_between_two_whole_squares_is_never_drawn_larger_and_says_so(statistic: Made, draw: Drawn) -> None:
    picture = draw("proportion-grid", statistic(42.8), 360, 412)
    assert len(_solid(picture.marks)) == 42
    assert "42.8%" in _words(picture)
    assert "42 whole squares" in _words(picture)


def test_a_wide_grid_shows_its_figure_beside_it(statistic: Made, draw: Drawn) -> None:
    picture = draw("proportion-grid", statistic(18), 852, 298)
    sizes = {mark.words: mark.size for mark in picture.marks if isinstance(mark, Label)}
    assert sizes["18%"] > 100


@settings(max_examples=25, deadline=None, derandomize=True)
@given(percent=st.integers(1, 60), hedge=st.sampled_from(Hedge))
def test_one_circle_in_n_is_solid_and_the_same_figure_stands_beside_it_in_every_hundred(
    percent: int, hedge: Hedge, statistic: Made, draw: Drawn, kinds: dict[str, GraphicKind]
) -> None:
    told, share = one_in(percent, hedge), statistic(percent, hedge=hedge)
    if not isinstance(told, OneIn):
        assert kinds["one-in-n"].refusal(share) == told.because
        return
    picture = draw("one-in-n", share, 852, 222)
    assert (len(_solid(picture.marks)), len(_rings(picture.marks))) == (1, told.number - 1)
    assert f"{percent} in every 100 babies" in _words(picture)


def test_at_least_fifteen_per_cent_is_at_least_one_in_seven_and_never_the_complement(
    statistic: Made, draw: Drawn, kinds: dict[str, GraphicKind]
) -> None:
    share = statistic(15, hedge=Hedge.AT_LEAST)
    words = _words(draw("one-in-n", share, 852, 222))
    assert "At least 15 in every 100 babies" in words
    assert "One circle is one baby" in words
    assert "at least 1 in 7" in words
    assert "85" not in words
    assert str(kinds["one-in-n"].figure(share)) == "at least 1 in 7"


@pytest.mark.parametrize(("percent", "hedge"), [(42, Hedge.NONE), (15, Hedge.UP_TO), (0, Hedge.NONE), (99, Hedge.NONE)])
def test_what_cannot_be_told_as_one_in_n_is_refused_with_the_reason(
    percent: int, hedge: Hedge, statistic: Made, kinds: dict[str, GraphicKind]
) -> None:
    assert kinds["one-in-n"].refusal(statistic(percent, hedge=hedge))


def test_an_array_has_a_hundred_circles_and_an_icon_in_each(statistic: Made, draw: Drawn) -> None:
    marks = draw("icon-array", statistic(15, hedge=Hedge.AT_LEAST), 432, 330).marks
    assert (len(_solid(marks)), len(_rings(marks))) == (15, 85)
    assert sum(isinstance(mark, Symbol) for mark in marks) == 100


@pytest.mark.parametrize(
    ("count", "hedge", "symbols", "said"),
    [
        (42, Hedge.ON_AVERAGE, 42, "One symbol stands for one baby"),
        (25_000, Hedge.NONE, 25, "One symbol stands for 1,000 babies"),
        (8_300, Hedge.NONE, 8, "One symbol stands for 1,000 babies; rounded down to whole symbols"),
        (19_640, Hedge.NONE, 19, "One symbol stands for 1,000 babies; rounded down to whole symbols"),
        (18_900, Hedge.NEARLY, 18, "rounded down to whole symbols"),
        (1, Hedge.NONE, 1, "One symbol stands for one baby"),
    ],
)
def test_a_count_is_whole_symbols_of_a_stated_size_and_never_one_too_many(
    count: int, hedge: Hedge, symbols: int, said: str, statistic: Made, draw: Drawn
) -> None:
    picture = draw("dots", statistic(count, unit=Unit.COUNT, hedge=hedge), 432, 330)
    drawn = [mark for mark in picture.marks if isinstance(mark, Symbol)]
    assert ([mark.icon for mark in drawn], _solid(picture.marks)) == (["baby"] * symbols, [])
    assert len({(mark.box.width, mark.box.height) for mark in drawn}) == 1
    assert said in _words(picture)


def test_a_count_without_an_icon_is_solid_circles(statistic: Made, draw: Drawn) -> None:
    picture = draw("dots", statistic(25_000, unit=Unit.COUNT, icon=""), 432, 330)
    assert (len(_solid(picture.marks)), len(_rings(picture.marks))) == (25, 0)


def test_a_count_whose_figure_stands_beside_it_is_not_said_twice(
    statistic: Made, kinds: dict[str, GraphicKind], ruler: Measure
) -> None:
    count = statistic(25_000, unit=Unit.COUNT)
    for told in (True, False):
        graphic = Graphic(kind="dots", subject=count, figure_told=told, ground=Colour("cream"))
        words = _words(kinds["dots"].draw(graphic, 344, 336, ruler))
        assert ("25,000" in words) != told
        assert "One symbol stands for 1,000 babies" in words


def test_bars_start_at_zero_on_one_scale(statistic: Made, draw: Drawn) -> None:
    values = (57, 43, 21)
    groups = statistic(*(Value(value=value, label=f"group {value}") for value in values))
    marks = draw("comparison-bars", groups, 852, 298, statistic(15, hedge=Hedge.AROUND)).marks
    bars = [mark.box for mark in marks if isinstance(mark, Rectangle) and mark.fill == "series"]
    assert len({bar.x for bar in bars}) == 1
    (scale,) = {round(bar.width / value, 6) for bar, value in zip(bars, values, strict=True)}
    (line,) = {mark.x1 for mark in marks if isinstance(mark, Segment) and mark.colour == "focus"}
    assert line - bars[0].x == pytest.approx(15 * scale)


def test_every_bar_has_its_figure_with_its_hedge_and_the_line_has_its_words(statistic: Made, draw: Drawn) -> None:
    groups = statistic(Value(value=57, label="one"), Value(value=43, label="other", hedge=Hedge.ESTIMATED))
    for box in ((852, 298), (410, 300)):
        words = _words(draw("comparison-bars", groups, *box, statistic(15, hedge=Hedge.AROUND)))
        for said in ("57%", "an estimated 43%", "Around 15% of babies in the county"):
            assert said in words


@pytest.mark.parametrize("value", [0, 6, 10, 14, 15])
def test_a_figure_stands_after_the_reference_line_that_would_run_through_it(
    value: int, statistic: Made, draw: Drawn, faults: Callable[[Picture], list[str]]
) -> None:
    groups = statistic(Value(value=value, label="few"), Value(value=60, label="many"))
    for box in ((852, 298), (410, 300)):
        assert faults(draw("comparison-bars", groups, *box, statistic(15, hedge=Hedge.AROUND))) == []


def test_bars_without_room_are_not_drawn(statistic: Made, draw: Drawn) -> None:
    groups = statistic(*(Value(value=value, label=f"a group with a long name, number {value}") for value in range(8)))
    with pytest.raises(NoRoomError, match="8 bars"):
        draw("comparison-bars", groups, 200, 150)


@pytest.mark.parametrize(
    ("values", "unit", "because"),
    [
        ((57,), Unit.PERCENT, "no reference"),
        (tuple(range(9)), Unit.PERCENT, "more than 8"),
        ((2.5, 2), Unit.TIMES, "ratio"),
        ((57, 43), Unit.PERCENT, "name"),
    ],
)
def test_what_bars_would_distort_is_refused_with_the_reason(
    values: tuple[float, ...], unit: Unit, because: str, statistic: Made, kinds: dict[str, GraphicKind]
) -> None:
    assert because in kinds["comparison-bars"].refusal(statistic(*values, unit=unit))


def test_a_range_shows_both_ends_and_no_middle(statistic: Made, draw: Drawn) -> None:
    spread = statistic(Value(value=11_030, high=59_130), unit=Unit.POUNDS, hedge=Hedge.ESTIMATED)
    picture = draw("range-bar", spread, 852, 298)
    words = _words(picture)
    assert all(said in words for said in ("An estimated", "£11,030", "£59,130", "no average"))
    (bar,) = [mark.box for mark in picture.marks if isinstance(mark, Rectangle) and mark.fill == "focus"]
    assert bar.x == pytest.approx(852 * 11_030 / 59_130)
    assert bar.right == pytest.approx(852)


def test_a_return_is_one_coin_against_equal_coins_as_high_as_the_source_says(statistic: Made, draw: Drawn) -> None:
    paid = statistic(13, unit=Unit.DOLLARS, hedge=Hedge.AS_HIGH_AS, base="for every $1 spent")
    picture = draw("return-coins", paid, 432, 330)
    spent = [mark for mark in _solid(picture.marks) if mark.fill == "series"]
    back = [mark for mark in _solid(picture.marks) if mark.fill == "focus"]
    assert (len(spent), len(back)) == (1, 13)
    assert len({mark.radius for mark in (*spent, *back)}) == 1
    assert all(said in _words(picture) for said in ("For every $1 spent", "As high as $13", "One coin is $1"))


def test_a_return_on_something_else_than_one_coin_is_refused(statistic: Made, kinds: dict[str, GraphicKind]) -> None:
    paid = statistic(13, unit=Unit.DOLLARS, hedge=Hedge.AS_HIGH_AS, base="for every hour")
    assert "$1" in kinds["return-coins"].refusal(paid)


@pytest.mark.parametrize("way", ["more", "fewer"])
def test_a_change_names_both_moments_and_draws_no_amounts(way: str, statistic: Made, draw: Drawn) -> None:
    change = statistic(60, base=f"{way} babies", period="2013/14 to 2017/18")
    picture = draw("change", change, 852, 298)
    words = _words(picture)
    assert all(said in words for said in ("60%", f"{way} babies", "2013/14", "2017/18", "direction, not amounts"))
    assert [mark for mark in picture.marks if isinstance(mark, Rectangle)] == []
    first, last = (mark for mark in picture.marks if isinstance(mark, Circle))
    assert first.radius == last.radius
    (line,) = (mark for mark in picture.marks if isinstance(mark, Segment))
    assert (line.y1 > line.y2) == (way == "more")


def test_the_line_of_a_change_is_the_same_whatever_its_size(statistic: Made, draw: Drawn) -> None:
    lines = {
        mark
        for percent in (10, 90)
        for mark in draw("change", statistic(percent, base="more babies", period="2004 to 2017"), 852, 298).marks
        if isinstance(mark, Segment)
    }
    assert len(lines) == 1


@pytest.mark.parametrize(
    ("base", "period", "because"),
    [("of babies", "2004 to 2017", "more or fewer"), ("more babies", "2017", "both"), ("more", "then to now", "both")],
)
def test_a_change_without_its_direction_or_moments_is_refused(
    base: str, period: str, because: str, statistic: Made, kinds: dict[str, GraphicKind]
) -> None:
    assert because in kinds["change"].refusal(statistic(50, base=base, period=period))


@pytest.mark.parametrize("box", [(852, 298), (360, 420)])
def test_the_timeline_is_at_true_scale_and_prints_no_length_of_a_stage(
    box: tuple[int, int], statistic: Made, draw: Drawn
) -> None:
    picture = draw("timeline", statistic(1001, unit=Unit.DAYS, period="conception to age two"), *box)
    circles = [mark for mark in picture.marks if isinstance(mark, Circle)]
    axis = [circle.x if box[0] > box[1] else circle.y for circle in circles]
    whole = axis[-1] - axis[0]
    shares = [(place - axis[0]) / whole * 1001 for place in axis]
    assert shares == pytest.approx([0, 270, 635, 1001])
    words = _words(picture)
    assert all(said in words for said in ("1001 days", "Conception", "Birth", "First birthday", "Second birthday"))
    assert not any(length in words for length in ("270", "365", "366"))


@pytest.mark.parametrize(
    ("days", "period", "because"),
    [
        (1001, "conception to the third birthday", "true from conception to age two"),
        (1000, "conception to age two", "1000 days"),
        (60, "the first two months", "true from conception"),
    ],
)
def test_other_days_have_no_timeline(
    days: int, period: str, because: str, statistic: Made, kinds: dict[str, GraphicKind]
) -> None:
    assert because in kinds["timeline"].refusal(statistic(days, unit=Unit.DAYS, period=period))


def test_two_counts_stand_apart_on_one_scale_and_say_that_their_overlap_is_not_stated(
    statistic: Made, draw: Drawn
) -> None:
    for box in ((852, 298), (360, 420)):
        picture = draw(
            "nested-counts",
            statistic(25_000, unit=Unit.COUNT, beside="other"),
            *box,
            beside=statistic(8_300, unit=Unit.COUNT),
        )
        groups = [[mark for mark in _solid(picture.marks) if mark.fill == role] for role in ("focus", "series")]
        assert [len(group) for group in groups] == [25, 8]
        assert len({mark.radius for group in groups for mark in group if isinstance(mark, Circle)}) == 1
        words = _words(picture)
        assert all(said in words for said in ("25,000", "8,300", "is not stated", "One circle is 1,000 babies"))
        assert not any(said in words for said in ("33,300", "16,700"))


def test_counts_of_different_things_share_no_scale(statistic: Made, draw: Drawn) -> None:
    pupils = statistic(8_300, unit=Unit.COUNT, names=("pupil", "pupils"))
    with pytest.raises(ValueError, match="other things"):
        draw("nested-counts", statistic(25_000, unit=Unit.COUNT, beside="other"), 852, 298, beside=pupils)


def test_a_part_ends_where_its_share_ends_and_the_rest_has_a_name_and_no_figure(statistic: Made, draw: Drawn) -> None:
    picture = draw("part-of-whole", statistic(42, rest="other areas"), 852, 298)
    (part,), (rest,) = _solid(picture.marks), _rings(picture.marks)
    assert isinstance(part, Rectangle)
    assert isinstance(rest, Rectangle)
    assert (part.box.right + rest.box.x) / 2 == pytest.approx(852 * 0.42)
    assert "Other areas" in _words(picture)
    assert "58" not in _words(picture)


def test_a_rest_that_is_not_known_or_has_no_name_is_refused(statistic: Made, kinds: dict[str, GraphicKind]) -> None:
    refuses = kinds["part-of-whole"].refuses
    assert "rest is not known" in refuses(statistic(15, hedge=Hedge.AT_LEAST, rest="others"))
    assert "called" in refuses(statistic(15))
