"""A chart that can be edited has room for its names, its figures and its bars, or is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.fonts import measure
from deckmaker.layout.chart_room import room_of, whole
from deckmaker.model.colour import Colour
from deckmaker.model.frame import Box, Chart, Series
from deckmaker.model.picture import NoRoomError
from deckmaker.model.theme import FontChoice

RULER = measure(FontChoice(family="Calibri", measured_as="Carlito"))
NAMES = ("Children", "Children of mothers with depression", "Plant ag anghenion dysgu ychwanegol yng Nghymru", "")


def bars(names: list[str], values: list[int], reference: tuple[str, float] | None = None, most: float = 100) -> Chart:
    series = Series(name="Children", values=tuple(map(float, values)), colours=(Colour("series"),))
    labels = tuple(f"an estimated {value}%" for value in values) + (("around 15%",) if reference else ())
    return Chart(kind="bars", categories=tuple(names), series=(series,), labels=labels, most=most, reference=reference)


@settings(deadline=None)
@given(
    rows=st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from([0, 1, 43, 99, 100])), min_size=1, max_size=8),
    size=st.tuples(st.integers(120, 900), st.integers(90, 480)),
    most=st.sampled_from([0.0, 100.0]),
)
def test_every_bar_and_the_figure_after_it_end_inside_the_box_or_there_is_no_room(
    rows: list[tuple[str, int]], size: tuple[int, int], most: float
) -> None:
    width, height = size
    chart = bars([name for name, _ in rows], [value for _, value in rows], most=most)
    try:
        room = room_of(chart, width, height, RULER)
    except NoRoomError:
        return
    assert Box(0, 0, width, height).contains(room.plot)
    assert room.names >= 18
    assert room.figure >= 18
    for (_, value), label in zip(rows, chart.labels, strict=True):
        end = room.plot.x + room.plot.width * (value / most if most else 1)
        assert end + RULER(label, room.figure, bold=True) <= width + 0.01


def test_names_that_have_no_room_beside_their_bars_are_refused_in_plain_words() -> None:
    chart = bars(["Children of mothers experiencing domestic violence"] * 8, [50] * 8)
    with pytest.raises(NoRoomError, match="an editable chart of 8 bars with their names needs more than 300 by 300"):
        room_of(chart, 300, 300, RULER)


def test_a_reference_is_one_more_row_in_the_colour_of_focus() -> None:
    chart = whole(bars(["One", "Other"], [50, 40], ("All children", 15)))
    assert chart.categories == ("One", "Other", "All children")
    assert chart.series[0].values == (50, 40, 15)
    assert chart.series[0].colours == ("series", "series", "focus")
    assert chart.reference is None


@pytest.mark.parametrize(("value", "within"), [(42, True), (6, False)])
def test_the_figure_of_a_part_stands_in_it_where_it_has_room_and_else_above(value: int, within: bool) -> None:
    series = tuple(
        Series(name=name, values=(share,), colours=(Colour("focus"),))
        for name, share in (("Part", float(value)), ("Rest", 100.0 - value))
    )
    chart = Chart(kind="stacked", categories=("All areas",), series=series, labels=(f"{value}%",))
    room = room_of(chart, 850, 370, RULER)
    assert (room.above == 0) is within
    assert room.legend is not None
    assert Box(0, 0, 850, 370).contains(room.legend)
    assert not room.legend.overlaps(room.plot)
