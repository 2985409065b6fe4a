"""How a chart that can be edited shares its box: names, plot, figures, scale or legend. Lengths are points.

A program that lays a chart out by itself leaves names no room or cuts them short, so the plot is given its place.
"""

from __future__ import annotations

from dataclasses import replace

from deckmaker.fonts import LINE_HEIGHT
from deckmaker.layout.lettering import passage
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Unit
from deckmaker.model.feature import Measure
from deckmaker.model.figures import in_unit
from deckmaker.model.frame import Box, Chart, Series
from deckmaker.model.frozen import frozen
from deckmaker.model.picture import NoRoomError

_BAR_SIZES = ((20.0, 26.0), (20.0, 22.0), (18.0, 20.0))
"""Type sizes of names and of figures, largest first."""
_PART_FIGURES = (54.0, 40.0, 32.0)
_NAMES, _DOT_FIGURE = 20.0, 26.0
_COLUMNS = (0.24, 0.3, 0.36, 0.42)
"""Shares of the width that the column of names may take, smallest first."""
_LEAST = 0.4
"""Share of the room beside the names that the scale needs, for its bars to be compared."""
_ROW, _BAR = 104.0, 0.58
"""Greatest height of a row, and how much of it its bar takes."""
_PART, _PART_SHARE = 148.0, 0.42
"""Greatest height of a bar in parts, and its greatest share of the box."""
_AIR = 16.0
_HALF_END = 28.0
"""Half of the words at the end of a scale."""
_KEY = 30.0
"""What stands before a name in a legend."""
_CAUTION = 0.94
"""Share of a legend's width that its names are set in: programs wrap them each a little differently."""


@frozen(kw_only=True)
class Room:
    """The plot and the legend within the box, and the type sizes of names and figures.

    ``gap`` is what lies between bars, as a share of a bar; ``above`` how far over its part the figure of a bar stands,
    0 within the part.
    """

    plot: Box
    legend: Box | None
    names: float
    figure: float
    gap: float = 0.0
    above: float = 0.0


def whole(chart: Chart) -> Chart:
    """The chart with its reference, where it has one, as a last row of the first series, in the colour of focus.

    A line drawn over the chart would stay behind when the data change; a bar of its own is one more row of the sheet.
    """
    if chart.reference is None:
        return chart
    words, value = chart.reference
    first, *others = chart.series
    colours = (*colours_of(first), Colour("focus"))
    return replace(
        chart,
        categories=(*chart.categories, words),
        series=(replace(first, values=(*first.values, value), colours=colours), *others),
        reference=None,
    )


def colours_of(series: Series) -> tuple[Colour, ...]:
    """A colour for every point; one given for all serves for each."""
    return series.colours * len(series.values) if len(series.colours) == 1 else series.colours


def number_format(unit: Unit) -> str:
    """The number format of a data sheet that shows a number in a unit: ``General"%"``."""
    before, _, after = in_unit(1, unit).partition("1")
    number = "General" if unit in {Unit.PERCENT, Unit.TIMES} else "#,##0"
    return (f'"{before}"' if before else "") + number + (f'"{after}"' if after else "")


def room_of(chart: Chart, width: float, height: float, measure: Measure) -> Room:
    """The room of a whole chart in a box. Raises ``NoRoomError`` where it could not be read there."""
    match chart.kind:
        case "bars":
            return _bars(chart, width, height, measure)
        case "stacked":
            return _parts(chart, width, height, measure)
        case "dots":
            return _dots(chart, width, height, measure)


def _bars(chart: Chart, width: float, height: float, measure: Measure) -> Room:
    for names, figure in _BAR_SIZES:
        legend = _legend(chart, width * _COLUMNS[0], width, names, measure)
        scale = names * LINE_HEIGHT + 8 if chart.most else 0.0
        foot = scale + (legend.height + _AIR if legend.height else 0.0)
        row = min((height - foot) / len(chart.categories), _ROW)
        column = _column(chart, width, row, names, measure)
        room = width - column - _AIR
        drawn = _drawn(chart, room, figure, measure)
        longest = max((measure(label, figure, bold=True) + _AIR for label in chart.labels), default=0.0)
        if column and drawn >= _LEAST * room and longest <= room:
            plot = Box(column + _AIR, 0.0, drawn, len(chart.categories) * row)
            under = _placed(legend, plot.bottom + scale + _AIR)
            return Room(plot=plot, legend=under, names=names, figure=figure, gap=1 / _BAR - 1)
    bars = len(chart.categories)
    raise NoRoomError(
        f"an editable chart of {bars} bars with their names needs more than {width:.0f} by {height:.0f} points"
    )


def _drawn(chart: Chart, room: float, figure: float, measure: Measure) -> float:
    """The length of the scale on which every bar and the figure after it end inside the room."""
    after = [measure(label, figure, bold=True) + _AIR for label in chart.labels] or [3 * figure]
    if not chart.most:
        return room - max(after)
    reach = zip(chart.series[0].values, after, strict=False)
    return min([(room - words) * chart.most / value for value, words in reach if value] + [room - _HALF_END])


def _parts(chart: Chart, width: float, height: float, measure: Measure) -> Room:
    thick = min(_PART, height * _PART_SHARE)
    column = _column(chart, width, thick, _NAMES, measure)
    left, right = column + _AIR, width - 2
    legend = _legend(chart, left, width, _NAMES, measure)
    below = legend.height + _AIR
    values = [series.values[0] for series in chart.series]
    part = (right - left) * values[0] / (sum(values) or 1.0)
    for figure in _PART_FIGURES:
        words = max((measure(label, figure, bold=True) for label in chart.labels), default=0.0)
        if words + _AIR <= part:
            over = 0.0
            break
    else:
        figure = _PART_FIGURES[1]
        over = figure * LINE_HEIGHT
    if not column or over + thick + below > height or thick < figure * LINE_HEIGHT:
        raise NoRoomError(f"an editable bar in parts with its names needs more than {width:.0f} by {height:.0f} points")
    plot = Box(left, over + (height - over - thick - below) * 0.35, right - left, thick)
    return Room(
        plot=plot,
        legend=_placed(legend, plot.bottom + _AIR),
        names=_NAMES,
        figure=figure,
        above=(thick + over) / 2 if over else 0.0,
    )


def _dots(chart: Chart, width: float, height: float, measure: Measure) -> Room:
    """Categories share the width, so two of them leave a quarter of it for the figures at either side."""
    two = len(chart.categories) == 2
    words = max((measure(label, _DOT_FIGURE, bold=True) for label in chart.labels), default=0.0) + 2 * _AIR
    side = max(words - width / 4, 0.0) if two else 0.0
    legend = _legend(chart, side, width, _NAMES, measure)
    names = _NAMES * LINE_HEIGHT + 10
    top, bottom = _DOT_FIGURE * 1.2, height - names - (legend.height + _AIR if legend.height else 0.0)
    each = (width - 2 * side) / len(chart.categories)
    named = all(measure(name, _NAMES) <= each for name in chart.categories)
    if bottom - top < 4 * _DOT_FIGURE or not named or (not two and each / 2 < words - _AIR):
        raise NoRoomError(
            f"an editable chart of dots with its names needs more than {width:.0f} by {height:.0f} points"
        )
    plot = Box(side, top, width - 2 * side, bottom - top)
    return Room(plot=plot, legend=_placed(legend, bottom + names + _AIR), names=_NAMES, figure=_DOT_FIGURE)


def _column(chart: Chart, width: float, row: float, size: float, measure: Measure) -> float:
    """Width of the names where each stands within its row; 0 where they do not."""
    for share in _COLUMNS:
        names = [passage(name, width * share - _AIR, size, measure) for name in chart.categories]
        if all(name.fits and len(name.lines) * size * LINE_HEIGHT <= row for name in names):
            return max(name.width for name in names) + 2
    return 0.0


def _legend(chart: Chart, left: float, width: float, size: float, measure: Measure) -> Box:
    """The legend, its top at 0: under the plot, or from edge to edge where a name would not stand on one line there.

    Empty where one series needs none.
    """
    if len(chart.series) < 2:
        return Box(left, 0.0, 0.0, 0.0)
    for start in (left, 0.0):
        column = (width - start - _KEY) * _CAUTION
        names = [passage(series.name, column, size, measure) for series in chart.series]
        if all(len(name.lines) == 1 for name in names):
            break
    if not all(name.fits for name in names):
        raise NoRoomError(f"the legend of an editable chart needs more than {width:.0f} points")
    lines = sum(len(name.lines) for name in names)
    return Box(start, 0.0, width - start, (lines + 0.3 * len(names)) * size * LINE_HEIGHT)


def _placed(legend: Box, top: float) -> Box | None:
    """The legend under what ends at ``top``."""
    return replace(legend, y=top) if legend.height else None
