"""A graphic as a real chart: bars, one bar in parts, or dots, written as PowerPoint writes them.

Numbers are read from the data sheet, and so are the labels: words such as “around” are part of a label's number format,
so that a figure changed in the sheet changes beside its bar too and never loses its hedge.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.fonts import measure
from deckmaker.layout.chart_room import Room, colours_of, room_of
from deckmaker.model.colour import Colour
from deckmaker.model.figures import number_words
from deckmaker.model.frame import Box, Chart, GraphicItem, Series
from deckmaker.model.frozen import frozen
from deckmaker.outputs.pptx.chart_colours import ChartColours
from deckmaker.outputs.pptx.markup import attribute, emu, escaped, hundredths, part
from deckmaker.outputs.pptx.text import BODY_FONT
from deckmaker.outputs.pptx.workbook import name_of, names_of, values_of

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
NAMES_AXIS, VALUES_AXIS = 1, 2
"""Numbers of the two axes: small and positive, as the schema wants them."""
_OUTLINED = Colour("rest")
"""What is drawn in this role is outlined and not filled, as in pictures: never told apart by colour alone."""
_OUTLINE_WIDTH = 2.2


def chart_frame(item: GraphicItem, name: str, number: int, relationship: str) -> str:
    """The frame on the slide that shows a chart part, at the graphic's place and with its alternative text."""
    box = item.box
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{attribute(name)}" '
        f'descr="{attribute(item.alternative_text)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f'</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></p:xfrm><a:graphic><a:graphicData uri="{CHART}">'
        f'<c:chart xmlns:c="{CHART}" r:id="{relationship}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def chart_part(item: GraphicItem, chart: Chart, colours: ChartColours, language: str, sheet: str) -> bytes:
    """The chart's own part. ``chart`` is whole; ``sheet`` is the relationship that leads to its workbook."""
    room = room_of(chart, item.box.width, item.box.height, measure(colours.theme.live))
    body = _Body(chart, colours, room, item.box)
    return part(
        f'<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:lang val="{attribute(language)}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{body.layout(room.plot, inner=True)}{body.plot()}{body.axes()}{_CLEAR}"
        f'</c:plotArea>{body.legend()}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{_CLEAR}{_text(room.names, colours.reference('ink'))}"
        f'<c:externalData r:id="{sheet}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


@frozen
class _Body:
    chart: Chart
    colours: ChartColours
    room: Room
    box: Box

    def plot(self) -> str:
        series = "".join(self._series(place, each) for place, each in enumerate(self.chart.series))
        axes = f'<c:axId val="{NAMES_AXIS}"/><c:axId val="{VALUES_AXIS}"/>'
        gap = f'<c:gapWidth val="{round(self.room.gap * 100)}"/>'
        match self.chart.kind:
            case "bars":
                return (
                    '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
                    f"{series}{gap}{axes}</c:barChart>"
                )
            case "stacked":
                return (
                    '<c:barChart><c:barDir val="bar"/><c:grouping val="percentStacked"/><c:varyColors val="0"/>'
                    f'{series}{gap}<c:overlap val="100"/>{axes}</c:barChart>'
                )
            case "dots":
                return (
                    '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
                    f'{series}<c:marker val="1"/>{axes}</c:lineChart>'
                )

    def _series(self, place: int, series: Series) -> str:
        each, dots = colours_of(series), self.chart.kind == "dots"
        points = "" if dots else "".join(self._point(n, c) for n, c in enumerate(each) if c != each[0])
        look = self._dots(each[0], place) if dots else f'{self._bar(each[0])}<c:invertIfNegative val="0"/>'
        count = len(self.chart.categories)
        return (
            f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef><c:f>{name_of(place)}</c:f>'
            f"{_words_cache((series.name,))}</c:strRef></c:tx>{look}{points}{self._labels(place, series)}"
            f"<c:cat><c:strRef><c:f>{names_of(count)}</c:f>{_words_cache(self.chart.categories)}</c:strRef></c:cat>"
            f"<c:val><c:numRef><c:f>{values_of(place, count)}</c:f><c:numCache><c:formatCode>"
            f"{escaped(self.chart.number_format)}</c:formatCode>{_cache(map(_number, series.values))}</c:numCache>"
            f"</c:numRef></c:val>{_STRAIGHT if dots else ''}</c:ser>"
        )

    def _point(self, place: int, colour: Colour) -> str:
        about = f'<c:idx val="{place}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        return f"<c:dPt>{about}{self._bar(colour)}</c:dPt>"

    def _bar(self, colour: Colour) -> str:
        if colour == _OUTLINED:
            line = f'<a:ln w="{emu(_OUTLINE_WIDTH)}">{self.colours.fill(colour)}</a:ln>'
            return f"<c:spPr><a:noFill/>{line}</c:spPr>"
        return f"<c:spPr>{self.colours.fill(colour)}<a:ln><a:noFill/></a:ln></c:spPr>"

    def _dots(self, colour: Colour, place: int) -> str:
        """Dots, joined where there are two of a series: a line through several groups would draw a course."""
        symbol = _SYMBOLS[place % len(_SYMBOLS)]
        fill = self.colours.fill(colour)
        joined = f'<a:ln w="{emu(3)}" cap="rnd">{fill}<a:round/></a:ln>'
        line = joined if len(self.chart.categories) == 2 else "<a:ln><a:noFill/></a:ln>"
        return (
            f'<c:spPr>{line}</c:spPr><c:marker><c:symbol val="{symbol}"/><c:size val="16"/>'
            f"<c:spPr>{fill}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
        )

    def _labels(self, place: int, series: Series) -> str:
        """The figures beside the points. In a bar of parts only the first has one: the rest has a name and no more."""
        if self.chart.kind == "stacked" and place:
            return '<c:dLbls><c:delete val="1"/></c:dLbls>'
        count = len(series.values)
        said = self.chart.labels[place * count : (place + 1) * count]
        words = (*said, *[""] * (count - len(said)))
        own = "".join(self._label(n, *pair) for n, pair in enumerate(zip(words, series.values, strict=True)))
        return f"<c:dLbls>{own}{self._usual_format}{self._label_look(0)}{_NO_LEADERS}</c:dLbls>"

    def _label(self, place: int, words: str, value: float) -> str:
        layout = ""
        if self.room.above:
            lifted = f'<c:x val="0"/><c:y val="{-self.room.above / self.box.height:.5f}"/>'
            layout = f"<c:layout><c:manualLayout>{lifted}</c:manualLayout></c:layout>"
        pattern = label_format(words, value)
        if pattern:
            said = f'<c:numFmt formatCode="{attribute(pattern)}" sourceLinked="0"/>'
        elif words:
            said = _written_out(words, self.room.figure, self._label_colour)
        else:
            said = self._usual_format
        return f'<c:dLbl><c:idx val="{place}"/>{layout}{said}{self._label_look(place)}</c:dLbl>'

    @property
    def _usual_format(self) -> str:
        return f'<c:numFmt formatCode="{attribute(self.chart.number_format)}" sourceLinked="0"/>'

    @property
    def _label_colour(self) -> str:
        inside = self.chart.kind == "stacked" and not self.room.above
        return self.colours.reference("on-focus" if inside else "ink")

    def _label_look(self, place: int) -> str:
        """Where labels stand: after bars, within parts, beside dots and off the line that joins two of them."""
        before = self.chart.kind == "dots" and len(self.chart.categories) == 2 and not place
        position = {"bars": "outEnd", "stacked": "ctr", "dots": "l" if before else "r"}[self.chart.kind]
        shown = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
        return (
            f'{_CLEAR}{_text(self.room.figure, self._label_colour, bold=True, wrap=False)}<c:dLblPos val="{position}"/>'
            + "".join(f'<c:show{what} val="{int(what == "Val")}"/>' for what in shown)
        )

    def axes(self) -> str:
        """Names from top to bottom, and a scale from zero that is shown by its two ends only."""
        dots, stacked, most = self.chart.kind == "dots", self.chart.kind == "stacked", self.chart.most
        ink, quiet = self.colours.reference("ink"), self.colours.reference("secondary")
        most_of = f'<c:max val="{1 if stacked else _number(most)}"/>' if stacked or most else ""
        ends = bool(most) and not stacked and not dots
        unit = f'<c:majorUnit val="{_number(most)}"/>' if ends else ""
        no_ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        names = (
            f'<c:catAx><c:axId val="{NAMES_AXIS}"/><c:scaling><c:orientation val="{"minMax" if dots else "maxMin"}"/>'
            f'</c:scaling><c:delete val="0"/><c:axPos val="{"b" if dots else "l"}"/>'
            f'<c:numFmt formatCode="General" sourceLinked="0"/>{no_ticks}<c:tickLblPos val="low"/>{_CLEAR}'
            f'{_text(self.room.names, ink)}<c:crossAx val="{VALUES_AXIS}"/>'
            '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>'
            '<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        )
        values = (
            f'<c:valAx><c:axId val="{VALUES_AXIS}"/><c:scaling><c:orientation val="minMax"/>{most_of}'
            f'<c:min val="0"/></c:scaling><c:delete val="{int(not ends)}"/><c:axPos val="{"l" if dots else "b"}"/>'
            f'<c:numFmt formatCode="{attribute(self.chart.number_format)}" sourceLinked="0"/>'
            f'{no_ticks}<c:tickLblPos val="nextTo"/>'
            f'{_CLEAR}{_text(self.room.names, quiet)}<c:crossAx val="{NAMES_AXIS}"/>'
            f'<c:crosses val="{"autoZero" if dots else "max"}"/><c:crossBetween val="between"/>{unit}</c:valAx>'
        )
        return names + values

    def layout(self, place: Box, *, inner: bool = False) -> str:
        """The ``layout`` of a part of the chart; ``inner`` for the plot without its names and its scale."""
        target = '<c:layoutTarget val="inner"/>' if inner else ""
        wide, high = self.box.width, self.box.height
        sides = (("x", place.x / wide), ("y", place.y / high), ("w", place.width / wide), ("h", place.height / high))
        shares = "".join(f'<c:{side} val="{share:.5f}"/>' for side, share in sides)
        edges = '<c:xMode val="edge"/><c:yMode val="edge"/>'
        return f"<c:layout><c:manualLayout>{target}{edges}{shares}</c:manualLayout></c:layout>"

    def legend(self) -> str:
        """Names of the series, where there are several."""
        if self.room.legend is None:
            return ""
        ink = self.colours.reference("ink")
        return (
            f'<c:legend><c:legendPos val="b"/>{self.layout(self.room.legend)}<c:overlay val="0"/>'
            f"{_text(self.room.names, ink)}</c:legend>"
        )


_SYMBOLS = ("circle", "diamond", "square", "triangle")
"""The dots of each series: never told apart by colour alone."""
_CLEAR = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_STRAIGHT = '<c:smooth val="0"/>'
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext>'
    "</c:extLst>"
)
"""No line from a label that stands off its bar."""


def _written_out(words: str, size: float, colour: str) -> str:
    """A label of its own words, which the data do not change."""
    look = f'<a:solidFill>{colour}</a:solidFill><a:latin typeface="{BODY_FONT}"/>'
    run = f'<a:r><a:rPr sz="{hundredths(size)}" b="1">{look}</a:rPr><a:t>{escaped(words)}</a:t></a:r>'
    return f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>{run}</a:p></c:rich></c:tx>'


def label_format(words: str, value: float) -> str:
    """A number format that shows the value as these words, “around 15%”, and another value likewise.

    Nothing where the words do not hold the number as it stands: “£16m”.
    """
    said = number_words(value)
    before, found, after = words.partition(said)
    if not found or after[:1].isdigit() or before[-1:].isdigit():
        return ""
    whole = "General" if value < 1000 else "#,##0"
    return "".join((_quoted(before), whole, _quoted(after)))


def _quoted(words: str) -> str:
    return '"{}"'.format(words.replace('"', "”")) if words else ""


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


def _words_cache(words: tuple[str, ...]) -> str:
    return f"<c:strCache>{_cache(map(escaped, words))}</c:strCache>"


def _cache(values: Iterator[str]) -> str:
    points = [f'<c:pt idx="{place}"><c:v>{value}</c:v></c:pt>' for place, value in enumerate(values)]
    return f'<c:ptCount val="{len(points)}"/>{"".join(points)}'


def _text(size: float, colour: str, *, bold: bool = False, wrap: bool = True) -> str:
    body = "" if wrap else ' wrap="none"'
    return (
        f'<c:txPr><a:bodyPr{body}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{hundredths(size)}" b="{int(bold)}">'
        f'<a:solidFill>{colour}</a:solidFill><a:latin typeface="{BODY_FONT}"/></a:defRPr></a:pPr>'
        "<a:endParaRPr/></a:p></c:txPr>"
    )
