from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.layout.marks import extent
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Hedge, Statistic, Unit, Value
from deckmaker.model.feature import GraphicKind
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import Label, NoRoomError, Picture

SHARES = ("proportion-grid", "one-in-n", "icon-array")
LABELS = (
    "Mothers with depression",
    "Children of mothers who live with domestic violence at home",
    "Ŵyn, ŷd a Môn: plant dan ddwy oed yng Nghaernarfon",
    "England",
)
widths, heights = st.integers(200, 900), st.integers(150, 500)
roomy_widths, roomy_heights = st.integers(360, 900), st.integers(290, 500)
hedges = st.sampled_from(Hedge)
often = settings(max_examples=25, deadline=None, derandomize=True)
Faults: TypeAlias = Callable[[Picture], list[str]]


@often
@given(width=widths, height=heights, percent=st.integers(0, 100), hedge=hedges, kind=st.sampled_from(SHARES))
def test_a_share_keeps_its_box_at_every_size_and_value(
    width: int, height: int, percent: int, hedge: Hedge, kind: str, statistic: Callable[..., Statistic],
    draw: Callable[..., Picture], faults: Faults, kinds: dict[str, GraphicKind],
) -> None:  # fmt: skip
    share = statistic(percent, hedge=hedge)
    if not kinds[kind].refusal(share):
        assert faults(draw(kind, share, width, height)) == []


@often
@given(
    width=widths, height=heights, reference=st.none() | st.integers(0, 100), hedge=hedges,
    groups=st.lists(st.tuples(st.integers(0, 100), st.sampled_from(LABELS)), min_size=2, max_size=8),
)  # fmt: skip
def test_bars_keep_their_box_or_say_that_there_is_no_room(
    width: int, height: int, reference: int | None, hedge: Hedge, groups: list[tuple[int, str]],
    statistic: Callable[..., Statistic], draw: Callable[..., Picture], faults: Faults,
) -> None:  # fmt: skip
    bars = statistic(*(Value(value=value, label=label, hedge=hedge) for value, label in groups))
    line = None if reference is None else statistic(reference, hedge=Hedge.AROUND)
    try:
        picture = draw("comparison-bars", bars, width, height, line)
    except NoRoomError:
        assert len(groups) > 3 or width < 400 or height < 290
    else:
        assert faults(picture) == []


@often
@given(width=widths, height=heights, count=st.integers(1, 2_000_000), hedge=hedges)
def test_a_count_keeps_its_box(
    width: int, height: int, count: int, hedge: Hedge, statistic: Callable[..., Statistic],
    draw: Callable[..., Picture], faults: Faults,
) -> None:  # fmt: skip
    assert faults(draw("dots", statistic(count, unit=Unit.COUNT, hedge=hedge), width, height)) == []


@often
@given(
    width=widths, height=heights, hedge=hedges,
    ends=st.lists(st.integers(0, 100), min_size=2, max_size=2, unique=True).map(sorted), pounds=st.booleans(),
)  # fmt: skip
def test_a_range_keeps_its_box_or_says_that_there_is_no_room(
    width: int, height: int, hedge: Hedge, ends: list[int], pounds: bool, statistic: Callable[..., Statistic],
    draw: Callable[..., Picture], faults: Faults,
) -> None:  # fmt: skip
    scale, unit = (1000, Unit.POUNDS) if pounds else (1, Unit.PERCENT)
    spread = statistic(Value(value=ends[0] * scale, high=ends[1] * scale), unit=unit, hedge=hedge)
    try:
        picture = draw("range-bar", spread, width, height)
    except NoRoomError:
        assert width < 360 or height < 290
    else:
        assert faults(picture) == []


@often
@given(width=widths, height=heights, dollars=st.integers(1, 40))
def test_a_return_keeps_its_box_or_says_that_there_is_no_room(
    width: int, height: int, dollars: int, statistic: Callable[..., Statistic], draw: Callable[..., Picture],
    faults: Faults,
) -> None:  # fmt: skip
    paid = statistic(dollars, unit=Unit.DOLLARS, hedge=Hedge.AS_HIGH_AS, base="for every $1 spent")
    try:
        picture = draw("return-coins", paid, width, height)
    except NoRoomError:
        assert width < 360 or height < 290
    else:
        assert faults(picture) == []


@often
@given(
    width=widths, height=heights, hedge=hedges, kind=st.sampled_from(("words-only", "big-number")),
    value=st.sampled_from((0, 2.5, 42, 1001, 1_032_898, 3_000_000)), unit=st.sampled_from(Unit),
)  # fmt: skip
def test_words_keep_their_box_or_say_that_there_is_no_room(
    width: int, height: int, hedge: Hedge, kind: str, value: float, unit: Unit, statistic: Callable[..., Statistic],
    draw: Callable[..., Picture], faults: Faults,
) -> None:  # fmt: skip
    try:
        picture = draw(kind, statistic(value, unit=unit, hedge=hedge), width, height)
    except NoRoomError:
        assert width < 360 or height < 290
    else:
        assert faults(picture) == []


@often
@given(
    width=widths, height=heights, hedge=hedges, percent=st.sampled_from((1, 50, 99, 100)),
    way=st.sampled_from(("more", "fewer")), ends=st.sampled_from(("2004 to 2017", "2013/14 to 2017/18")),
    name=st.sampled_from(LABELS),
)  # fmt: skip
def test_a_change_keeps_its_box_or_says_that_there_is_no_room(
    width: int, height: int, hedge: Hedge, percent: int, way: str, ends: str, name: str,
    statistic: Callable[..., Statistic], draw: Callable[..., Picture], faults: Faults,
) -> None:  # fmt: skip
    change = statistic(percent, hedge=hedge, base=f"{way} {name}", period=ends)
    try:
        picture = draw("change", change, width, height)
    except NoRoomError:
        assert width < 400 or height < 330
    else:
        assert faults(picture) == []


@often
@given(width=widths, height=heights, hedge=hedges)
def test_the_timeline_keeps_its_box_or_says_that_there_is_no_room(
    width: int, height: int, hedge: Hedge, statistic: Callable[..., Statistic], draw: Callable[..., Picture],
    faults: Faults,
) -> None:  # fmt: skip
    days = statistic(1001, unit=Unit.DAYS, hedge=hedge, period="conception to age two")
    try:
        picture = draw("timeline", days, width, height)
    except NoRoomError:
        assert width < 360 or height < 330
    else:
        assert faults(picture) == []


@often
@given(
    width=widths, height=heights, hedge=hedges, one=st.integers(1, 60_000), other=st.integers(1, 60_000),
)  # fmt: skip
def test_two_counts_keep_their_box_or_say_that_there_is_no_room(
    width: int, height: int, hedge: Hedge, one: int, other: int, statistic: Callable[..., Statistic],
    draw: Callable[..., Picture], faults: Faults,
) -> None:  # fmt: skip
    count = statistic(one, unit=Unit.COUNT, hedge=hedge, beside="other")
    try:
        picture = draw("nested-counts", count, width, height, beside=statistic(other, unit=Unit.COUNT))
    except NoRoomError:
        assert width < 400 or height < 330 or max(one, other) > 8 * min(one, other)
    else:
        assert faults(picture) == []


@often
@given(
    width=widths, height=heights, percent=st.integers(1, 99), rest=st.sampled_from(LABELS),
    hedge=st.sampled_from((Hedge.NONE, Hedge.AROUND, Hedge.ESTIMATED)),
)  # fmt: skip
def test_a_part_of_a_whole_keeps_its_box_or_says_that_there_is_no_room(
    width: int, height: int, percent: int, rest: str, hedge: Hedge, statistic: Callable[..., Statistic],
    draw: Callable[..., Picture], faults: Faults,
) -> None:  # fmt: skip
    try:
        picture = draw("part-of-whole", statistic(percent, hedge=hedge, rest=rest), width, height)
    except NoRoomError:
        assert width < 360 or height < 290
    else:
        assert faults(picture) == []


BOXES = ((852, 330), (410, 300), (344, 336), (360, 424), (490, 700), (240, 240))
"""Places on slides and posters, and one that is too small for most."""
ROOMY = BOXES[:-1]


@pytest.mark.parametrize("told", [False, True])
@pytest.mark.parametrize("kind", SHARES)
@pytest.mark.parametrize("percent", [0, 1, 50, 99, 100])
def test_the_ends_of_the_scale_keep_every_box(
    kind: str, percent: float, told: bool, statistic: Callable[..., Statistic], draw: Callable[..., Picture],
    faults: Faults, kinds: dict[str, GraphicKind],
) -> None:  # fmt: skip
    share = statistic(percent)
    if not kinds[kind].refusal(share):
        for box in BOXES:
            assert faults(draw(kind, share, *box, told=told)) == [], box


@pytest.mark.parametrize("number", [2, 3, 7, 20, 21, 40, 99, 100])
def test_one_in_two_to_one_in_a_hundred_keep_every_box(
    number: int, statistic: Callable[..., Statistic], draw: Callable[..., Picture], faults: Faults,
    kinds: dict[str, GraphicKind],
) -> None:  # fmt: skip
    share = statistic(-(-100 // number), hedge=Hedge.AT_LEAST, base=LABELS[2], names=("plentyn", "plant dan ddwy oed"))
    if not kinds["one-in-n"].refusal(share):
        for box in BOXES:
            assert faults(draw("one-in-n", share, *box)) == [], box


@pytest.mark.parametrize("groups", range(1, 9))
def test_one_to_eight_groups_keep_a_wide_box(
    groups: int, statistic: Callable[..., Statistic], draw: Callable[..., Picture], faults: Faults
) -> None:
    labels = ["Ŵyn, ŷd a Môn", "England", "Wales", "Scotland", "Northern Ireland", "A", "B", "Children of mothers"]
    values = (0, 1, 99, 100, 50, 43, 21, 57)
    bars = statistic(*(Value(value=values[number], label=labels[number]) for number in range(groups)))
    for reference in (None, statistic(15, hedge=Hedge.AROUND)):
        assert faults(draw("comparison-bars", bars, 852, 330, reference)) == []
        assert faults(draw("comparison-bars", bars, 490, 700, reference)) == []


def test_every_kind_leaves_the_figure_out_where_it_is_told_beside_and_keeps_its_box(
    kinds: dict[str, GraphicKind], statistic: Callable[..., Statistic], draw: Callable[..., Picture], faults: Faults
) -> None:
    large = {"words-only", "big-number", "range-bar", "slope"}
    for kind, example in examples(statistic).items():
        beside = example if example.drawing.beside else None
        for box in ROOMY:
            if kind == "slope" and box[0] < 400:
                continue  # two moments, their figures and their names need more width
            picture = draw(kind, example, *box, beside=beside, told=True)
            assert faults(picture) == [], (kind, box)
            sizes = [mark.size for mark in picture.marks if isinstance(mark, Label)]
            assert kind in large or max(sizes, default=0) < 40, (kind, box)


def test_no_kind_leaves_the_middle_of_a_high_box_empty(
    statistic: Callable[..., Statistic], draw: Callable[..., Picture]
) -> None:
    for kind, example in examples(statistic).items():
        beside = example if example.drawing.beside else None
        ink = extent(draw(kind, example, 490, 700, beside=beside).marks)
        above, below = ink.y, 700 - ink.bottom
        assert above <= below + 18, kind
        assert below - above < 700 * 0.12, (kind, above, below)


def examples(statistic: Callable[..., Statistic]) -> dict[str, Statistic]:
    """One statistic for each kind that it can be drawn as."""
    groups = (Value(value=57, label="one group"), Value(value=43, label="another", hedge=Hedge.ESTIMATED))
    return {
        "proportion-grid": statistic(42),
        "one-in-n": statistic(15, hedge=Hedge.AT_LEAST),
        "icon-array": statistic(15, hedge=Hedge.AT_LEAST),
        "comparison-bars": statistic(*groups),
        "dots": statistic(19640, unit=Unit.COUNT),
        "range-bar": statistic(Value(value=11030, high=59130), unit=Unit.POUNDS, hedge=Hedge.ESTIMATED),
        "return-coins": statistic(13, unit=Unit.DOLLARS, hedge=Hedge.AS_HIGH_AS, base="for every $1 spent"),
        "words-only": statistic(2.5, unit=Unit.TIMES),
        "big-number": statistic(3_000_000, unit=Unit.POUNDS),
        "change": statistic(50, base="more babies than in 2004", period="2004 to 2018"),
        "timeline": statistic(1001, unit=Unit.DAYS, period="conception to age two"),
        "nested-counts": statistic(25_000, unit=Unit.COUNT, beside="made"),
        "part-of-whole": statistic(42, rest="other babies in the county"),
        "slope": statistic(
            Value(value=30, at="2004"), Value(value=42, at="2018"), hedge=Hedge.ESTIMATED, period="2004 to 2018"
        ),
    }


def test_every_kind_has_an_example(kinds: dict[str, GraphicKind], statistic: Callable[..., Statistic]) -> None:
    assert set(examples(statistic)) == {name for name, kind in kinds.items() if kind.shows is Statistic}


def test_the_same_statistic_gives_the_same_marks_and_words(
    kinds: dict[str, GraphicKind], statistic: Callable[..., Statistic], draw: Callable[..., Picture]
) -> None:
    for kind, example in examples(statistic).items():
        beside = example if example.drawing.beside else None
        assert kinds[kind].refusal(example) == ""
        assert draw(kind, example, 432, 330, beside=beside) == draw(kind, example, 432, 330, beside=beside)


def test_the_words_for_people_who_do_not_see_hold_figure_hedge_base_place_period_and_source(
    kinds: dict[str, GraphicKind], statistic: Callable[..., Statistic]
) -> None:
    for kind, example in examples(statistic).items():
        beside = example if example.drawing.beside else None
        words = kinds[kind].describe(Graphic(kind=kind, subject=example, beside=beside, ground=Colour("cream")))
        hedge = example.values[-1].hedge if example.hedge is Hedge.NONE else example.hedge
        said = {Hedge.NONE: "", Hedge.ESTIMATED: "an estimated "}.get(hedge, f"{hedge} ")
        for part in (said, example.base, example.predicate, "Ynys Môn", example.period, "Somebody, A work (2019)"):
            assert part.casefold() in words.casefold(), (kind, part)


def test_a_hedge_stands_on_the_picture(statistic: Callable[..., Statistic], draw: Callable[..., Picture]) -> None:
    for kind, example in examples(statistic).items():
        if kind == "comparison-bars":
            continue
        hedged = replace(example, hedge=Hedge.AROUND if kind == "part-of-whole" else Hedge.AT_LEAST)
        beside = hedged if hedged.drawing.beside else None
        marks = draw(kind, hedged, 432, 330, beside=beside).marks
        words = " ".join(mark.words for mark in marks if isinstance(mark, Label))
        assert str(hedged.hedge) in words.casefold() or "about" in words.casefold(), kind


@pytest.mark.parametrize("kind", SHARES)
def test_a_range_or_several_groups_are_no_single_share(
    kind: str, kinds: dict[str, GraphicKind], statistic: Callable[..., Statistic]
) -> None:
    refuses = kinds[kind].refuses
    assert "range" in refuses(statistic(Value(value=60, high=65)))
    assert "2 groups" in refuses(statistic(57, 43))
    assert "pounds" in refuses(statistic(57, unit=Unit.POUNDS))
