"""Groups side by side: bars from zero on one scale, each with its figure, against a labelled reference line."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.layout.chart_room import number_format
from deckmaker.layout.lettering import CAPITAL, Passage, capital, passage
from deckmaker.layout.marks import settled
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Hedge, Statistic, Unit, Value
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import figure_words, hedge_of, telling, value_words
from deckmaker.model.frame import Box, Chart, Graphic, Series
from deckmaker.model.frozen import frozen
from deckmaker.model.picture import Label, Mark, NoRoomError, Picture, Rectangle, Segment

_MOST = 8
_AIR = 10.0
"""Between a bar's end and its figure."""
_WIDE = 1.4
"""From this width to height on, the names stand beside the bars."""
_RARE = 12.0
"""Shares that are all smaller are drawn on a scale of their own, without the whole of 100%."""
_SPACE = 0.26
"""A space between a hedge and its number, as a share of the size."""


def refuses(statistic: Statistic) -> str:
    """Why the figure is no comparison of groups."""
    values = statistic.values
    if len(values) < 2 and not statistic.drawing.base:
        return "bars compare groups, and this figure has one group and no reference"
    if len(values) > _MOST:
        return f"more than {_MOST} bars cannot be taken in at a glance"
    if statistic.unit is Unit.TIMES:
        return "a ratio without its base has no length"
    if any(value.high is not None for value in values):
        return "a bar would have to choose one value inside the range"
    if any(value.value < 0 for value in values):
        return "bars start at zero, and a value lies below it"
    if len(values) > 1 and not all(value.label for value in values):
        return "every bar needs the name of its group"
    return ""


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """Names to the left of the bars, or above them in a narrow or high box. Raises ``NoRoomError`` without room.

    The whole of 100% is left out where every arrangement would have a figure run over its end.
    """
    first: tuple[Mark, ...] = ()
    for arrange in (_beside, _above) if width > _WIDE * height else (_above, _beside):
        for size, air in ((20.0, 10.0), (18.0, 10.0), (18.0, 6.0)):
            marks = arrange(graphic, width, height, size, air, measure)
            if marks and not _runs_over(marks):
                return Picture(width=width, height=height, marks=settled(marks, height))
            first = first or tuple(mark for mark in marks if not _is_track(mark))
    if first:
        return Picture(width=width, height=height, marks=settled(first, height))
    count = len(graphic.statistic.values)
    raise NoRoomError(f"{count} bars with their names need more than {width:.0f} by {height:.0f} points")


def _is_track(mark: Mark) -> bool:
    return isinstance(mark, Rectangle) and mark.fill == "track"


def _runs_over(marks: tuple[Mark, ...]) -> bool:
    """Whether a figure begins on the whole of a bar and ends beyond it."""
    boxes = [mark.box for mark in marks if isinstance(mark, Rectangle) and _is_track(mark)]
    starts = [one for one in marks if isinstance(one, Label) and one.align == "left"]
    return any(b.y < one.y < b.bottom and one.x < b.right < one.x + one.width for b in boxes for one in starts)


def _beside(
    graphic: Graphic, width: float, height: float, size: float, air: float, measure: Measure
) -> tuple[Mark, ...]:
    """Names to the left, ``air`` apart at least."""
    for share, lines in ((0.3, 2), (0.36, 2), (0.42, 2), (0.3, 9), (0.36, 9), (0.42, 9)):
        groups = _groups(graphic.statistic, width * share, size, measure)
        left = max(group.name.width for group in groups) + 16
        scale = _scale(graphic, groups, left, width, size, measure)
        row = min((height - scale.foot) / len(groups), 104.0)
        highest = max(group.name.height for group in groups)
        named = all(group.name.fits and len(group.name.lines) <= lines for group in groups)
        if named and width - left >= min(240, width / 2) and row >= highest + air and scale.fits:
            break
    else:
        return ()
    thick = min(row * 0.56, 52.0)
    middles = [row * (number + 0.5) for number in range(len(groups))]
    rows = list(zip(groups, middles, strict=True))
    names = [
        label
        for group, middle in rows
        for label in group.name.labels(left - 16, middle - group.name.height / 2 - size * 0.02, "right")
    ]
    span = (middles[0] - thick / 2 - 6, middles[-1] + thick / 2 + 6)
    return (*_bars(rows, scale, thick), *_line([span], scale, row * len(groups)), *_figures(rows, scale), *names)


def _above(
    graphic: Graphic, width: float, height: float, size: float, air: float, measure: Measure
) -> tuple[Mark, ...]:
    groups = _groups(graphic.statistic, width, size, measure)
    scale = _scale(graphic, groups, 0.0, width, size, measure)
    row = min((height - scale.foot - sum(group.name.height for group in groups)) / len(groups), 116.0)
    if not all(group.name.fits for group in groups) or row < size * 1.4 + 8 or not scale.fits:
        return ()
    thick = min(row * 0.62, 60.0)
    names: list[Label] = []
    middles: list[float] = []
    top = 0.0
    for group in groups:
        names.extend(group.name.labels(0, top))
        middles.append(top + group.name.height + 4 + thick / 2)
        top += group.name.height + row
    rows = list(zip(groups, middles, strict=True))
    spans = [(middle - thick / 2 - 4, middle + thick / 2 + 4) for middle in middles]
    return (*_bars(rows, scale, thick), *_line(spans, scale, top), *_figures(rows, scale), *names)


@frozen
class _Group:
    """One bar: its value, its name set in lines, and the hedge and number of its figure as labels at the origin."""

    value: float
    name: Passage
    figure: tuple[Label, ...]

    @property
    def figure_width(self) -> float:
        return max(label.x + label.width for label in self.figure)


@frozen(kw_only=True)
class _Scale:
    """One scale for all bars: points for a unit from ``left``, and the reference line with its words.

    ``drawn`` is the length of the scale, ``full`` that of 100%, where it is shown.
    """

    left: float
    right: float
    unit: float
    drawn: float
    full: float
    reference: float | None
    words: Passage | None
    ends: tuple[Label, ...]

    @property
    def foot(self) -> float:
        """Height below the bars for the words of the reference line."""
        return self.words.height + 10 if self.words else 0.0

    @property
    def fits(self) -> bool:
        """Whether the figures leave the bars about half of their room, and the words fit."""
        return self.drawn >= (self.right - self.left) * 0.45 and (self.words is None or self.words.fits)


def _scale(graphic: Graphic, groups: list[_Group], left: float, right: float, size: float, measure: Measure) -> _Scale:
    """The scale on which every bar and the figure after it end inside the box; up to 100% where that is the whole."""
    reference, width = graphic.reference, right - left
    line = reference.value if reference else 0.0
    largest = max(*(group.value for group in groups), line)
    whole = 100.0 if graphic.statistic.unit is Unit.PERCENT and _RARE <= largest <= 100 else 0.0
    room = [(width - 2 * _AIR - g.figure_width, g.value if g.value > line else line) for g in groups]
    unit = min([space / reach for space, reach in room if reach] + [width / (whole or largest or 1.0)])
    words: Passage | None = None
    ends: tuple[Label, ...] = ()
    if reference:
        said = capital(f"{figure_words(reference)} {reference.base}".strip())
        words = passage(said, right, size, measure, colour="focus", bold=True)
    if reference and words and whole:
        ends = _ends(left, unit * whole, _words_x(left + line * unit, right, words), words, size, measure)
    return _Scale(
        left=left,
        right=right,
        unit=unit,
        drawn=unit * (whole or largest or 1.0),
        full=whole * unit,
        reference=left + line * unit if reference else None,
        words=words,
        ends=ends,
    )


def _words_x(line: float, right: float, words: Passage) -> float:
    return max(min(line - 1.5, right - words.width), 0.0)


def _ends(left: float, full: float, words_x: float, words: Passage, size: float, measure: Measure) -> tuple[Label, ...]:
    """The two ends of the scale, where the words of the reference line leave them room. ``y`` is from their top."""
    zero, whole = measure("0%", size), measure("100%", size)
    first = Label(x=left, y=words.labels(0, 0)[0].y, words="0%", size=size, colour=Colour("secondary"), width=zero)
    last = replace(first, x=left + full, words="100%", width=whole, align="right")
    after = words_x + words.width + 16 <= left + full - whole
    return (*([first] if left + zero + 16 <= words_x else []), *([last] if after else []))


def _bars(rows: list[tuple[_Group, float]], scale: _Scale, thick: float) -> tuple[Mark, ...]:
    """The whole of each bar's scale, where there is one, and the bars."""

    def bar(length: float, middle: float, colour: str) -> Rectangle:
        box = Box(scale.left, middle - thick / 2, length, thick)
        return Rectangle(box=box, fill=Colour(colour), radius=min(5.0, length / 2))

    tracks = [bar(scale.full, middle, "track") for _, middle in rows if scale.full]
    return (*tracks, *(bar(group.value * scale.unit, middle, "series") for group, middle in rows if group.value))


def _line(spans: list[tuple[float, float]], scale: _Scale, bottom: float) -> tuple[Mark, ...]:
    """The reference line over the bars, set off from them, and its words from ``bottom`` on."""
    x = scale.reference
    if x is None or scale.words is None:
        return ()
    top, wide, narrow = bottom + 10, 8.0, 3.5
    set_off = [(y1, y2) for y1, y2 in spans if wide / 2 <= x <= scale.right - wide / 2]
    x = min(max(x, narrow / 2), scale.right - narrow / 2)
    return (
        *(Segment(x1=x, y1=y1, x2=x, y2=y2, colour=Colour("ground"), width=wide) for y1, y2 in set_off),
        *(Segment(x1=x, y1=y1, x2=x, y2=y2, colour=Colour("focus"), width=narrow) for y1, y2 in spans),
        *scale.words.labels(_words_x(x, scale.right, scale.words), top),
        *(replace(label, y=label.y + top) for label in scale.ends),
    )


def _figures(rows: list[tuple[_Group, float]], scale: _Scale) -> tuple[Label, ...]:
    """Each figure after its bar, and after the reference line where that would run through it."""
    placed: list[Label] = []
    for group, middle in rows:
        x = scale.left + group.value * scale.unit + _AIR
        line = scale.reference
        if line is not None and x - _AIR - 4 < line < x + group.figure_width + 6:
            x = line + _AIR
        placed.extend(replace(label, x=label.x + x, y=label.y + middle) for label in group.figure)
    return tuple(placed)


def _groups(statistic: Statistic, column: float, size: float, measure: Measure) -> list[_Group]:
    return [
        _Group(
            value.value,
            passage(capital(value.label or statistic.counted), column, size, measure),
            _figure(value, statistic, size, measure),
        )
        for value in statistic.values
    ]


def _figure(value: Value, statistic: Statistic, size: float, measure: Measure) -> tuple[Label, ...]:
    """Hedge and number on one baseline from the origin, the digits centred on it from top to bottom."""
    number = value_words(value, statistic.unit, Hedge.NONE)
    hedge = value_words(value, statistic.unit, hedge_of(value, statistic)).removesuffix(number).strip()
    large = size * 1.4
    y = large * CAPITAL / 2
    before = measure(hedge, size) if hedge else 0.0
    ink = Colour("ink")
    width = measure(number, large, bold=True)
    start = before + size * _SPACE if hedge else 0.0
    figure = Label(x=start, y=y, words=number, size=large, colour=ink, width=width, bold=True)
    return (Label(x=0, y=y, words=hedge, size=size, colour=ink, width=before), figure) if hedge else (figure,)


def describe(graphic: Graphic) -> str:
    """Every bar in words, the reference, and where the figures come from."""
    statistic, reference = graphic.statistic, graphic.reference
    bars = ", ".join(
        f"{value.label or statistic.counted} {value_words(value, statistic.unit, hedge_of(value, statistic))}"
        for value in statistic.values
    )
    line = f" Reference line: {telling(reference)}" if reference else ""
    return f"Bars from zero: {bars}. {telling(statistic)}{line}"


def chart(graphic: Graphic) -> Chart:
    """The bars as a chart; the label after those of the values is the reference's."""
    statistic, reference = graphic.statistic, graphic.reference
    values = statistic.values
    labels = [value_words(value, statistic.unit, hedge_of(value, statistic)) for value in values]
    numbers = tuple(value.value for value in values)
    largest = max(*numbers, reference.value if reference else 0.0)
    return Chart(
        kind="bars",
        categories=tuple(capital(value.label or statistic.counted) for value in values),
        series=(Series(name=capital(statistic.counted), values=numbers, colours=(Colour("series"),)),),
        labels=(*labels, *([figure_words(reference)] if reference else [])),
        number_format=number_format(statistic.unit),
        most=100.0 if statistic.unit is Unit.PERCENT and _RARE <= largest <= 100 else 0.0,
        reference=(capital(reference.population), reference.value) if reference else None,
    )


GRAPHIC = GraphicKind(title="Comparison bars", refuses=refuses, draw=draw, describe=describe, shape="wide", chart=chart)
