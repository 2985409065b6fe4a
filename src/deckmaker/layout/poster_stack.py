"""What stands in one panel, one thing below the other: words, points and graphics in one look. Points."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckmaker.layout.fit import ends_in_a_lonely_word, place_text
from deckmaker.layout.lettering import SMALLEST
from deckmaker.model.colour import Colour
from deckmaker.model.feature import Panel
from deckmaker.model.frame import Box, FrameItem, GraphicItem, IconItem, ShapeItem, TextItem, TextStyle
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Placeholder, Reads, Role
from deckmaker.model.picture import NoRoomError
from deckmaker.model.text import Text, plain

if TYPE_CHECKING:
    from deckmaker.layout.poster_panels import PanelSetter

ENDLESS = 20_000.0
"""Height of a box that takes any text, before it is cut to what the text needs."""
_READS: dict[str, Reads] = {"heading": "heading", "number": "label"}
"""Parts of a panel that are more than words of their own."""
_FEW_LETTERS = 170
"""Of a quotation that is set large and bold."""
_SHORT = 0.16
"""A last line below this share of its column is as good as a lonely word."""
_HEADING = 1.17
"""A panel's heading against the smallest type, at least."""
_BASELINE = 0.95
"""From the top of a line to its baseline, as a share of its size."""
STRETCHED = (1.0, 1.2, 1.45, 1.75, 2.1)
"""A graphic without room for its words gets so much more."""
SIDE_BY_SIDE = 380.0
"""Width, at the scale of A4, from which figure, words and graphic stand side by side."""


@frozen(kw_only=True)
class Look:
    """The type of a page of panels: a scale, where A4 is about 1, the smallest size, and the background.

    ``alone`` is a page for one panel. With ``beside``, words and their graphic stand beside each other where they can.
    ``growth`` makes graphics larger or smaller than usual, ``figures`` makes figures larger.
    """

    scale: float
    floor: float
    dark: bool
    ground: Colour
    growth: float = 1.0
    alone: bool = False
    beside: bool = False
    figures: float = 1.0

    @property
    def figure_size(self) -> float:
        """The usual size of a figure: larger on a page of its own."""
        return (76.0 if self.alone else 52.0) * self.figures

    def size(self, usual: float) -> float:
        """A size that A4 has, on this page."""
        return max(round(usual * self.scale * 2) / 2, self.floor)

    def colour(self, role: str) -> Colour:
        """A role's colour on this background."""
        names = {"focus": "focus-on-dark", "title": "on-dark", "ink": "on-dark", "secondary": "secondary-on-dark"}
        return Colour(names[role] if self.dark else role)

    def style(self, usual: float, role: str, *, bold: bool = False) -> TextStyle:
        """A style of that usual size."""
        return TextStyle(size=self.size(usual), colour=self.colour(role), bold=bold)


class Stack:
    """Items one below the other; ``y`` is where the next begins."""

    def __init__(self, setter: PanelSetter, name: str, x: float, y: float, width: float) -> None:
        self.setter, self.look, self.name = setter, setter.look, name
        self.x, self.y, self.width = x, y, width
        self.items: list[FrameItem] = []
        self.places: list[Placeholder] = []
        self.shapes: list[ShapeItem] = []

    @property
    def tinted(self) -> bool:
        return str(self.look.ground) not in ("cream", "white", "plum")

    def text(self, part: str, text: Text, style: TextStyle, *, x: float = 0.0, width: float = 0.0) -> TextItem:
        """A text at the current place; it takes the height that it needs."""
        box = Box(self.x + x, self.y, width or self.width - x, ENDLESS)
        place = Placeholder(
            name=f"{self.name}-{part}", role=Role.BODY, box=box, style=style, prompt=part.capitalize(), optional=True,
            reads=_READS.get(part, "words"),
        )  # fmt: skip
        item = place_text(place, text, self.setter.live)
        if item.words_too_many:
            raise NoRoomError(f"a word of ‘{text}’ is wider than its column")
        if len(item.lines) > 1 and self._ends_short(item):
            item, box = self._without_a_short_end(item, place, text)
            place = replace(place, box=box)
        low = replace(box, height=item.height + 1)
        placed = replace(item, box=low)
        self.items.append(placed)
        self.places.append(replace(place, box=low))
        self.y = low.bottom
        return placed

    def _ends_short(self, item: TextItem) -> bool:
        """Whether a paragraph's last line is one word, or hardly anything."""
        least = _SHORT * (item.box.width - item.style.indent)
        ends = {line.paragraph: line for line in item.lines}
        single = {number for number in ends if sum(line.paragraph == number for line in item.lines) == 1}
        stub = any(line.width < least for number, line in ends.items() if number not in single)
        return stub or ends_in_a_lonely_word(item, self.setter.live)

    def _without_a_short_end(self, item: TextItem, place: Placeholder, text: Text) -> tuple[TextItem, Box]:
        """The text in a somewhat narrower column, if it then has as many lines and no paragraph ends in a stub."""
        for share in (0.97, 0.94, 0.91, 0.88, 0.84, 0.8, 0.76, 0.72):
            narrow = replace(place.box, width=place.box.width * share)
            tried = place_text(replace(place, box=narrow), text, self.setter.live)
            if len(tried.lines) > len(item.lines) or tried.words_too_many:
                break
            if not self._ends_short(tried):
                return tried, narrow
        return item, place.box

    def coin(self, icon: str, side: float) -> IconItem:
        """An icon on a disc at the current place; the disc is decoration already, the icon still to be placed."""
        disc = Box(self.x, self.y, side, side)
        inner = Box(disc.x + side * 0.2, disc.y + side * 0.2, side * 0.6, side * 0.6)
        fill = "plum-halo" if self.look.dark else "white" if self.tinted else "blush"
        self.shapes.append(ShapeItem(name="Disc", kind="ellipse", box=disc, fill=Colour(fill)))
        return IconItem(icon=icon, box=inner, colour=self.look.colour("focus"))

    def gap(self, usual: float) -> None:
        """Some air, in points of A4."""
        self.y += usual * self.look.scale

    def opening(self, panel: Panel, number: int) -> None:
        """The panel's number, its kicker and its heading."""
        look = self.look
        style = look.style(22 if panel.strong else 17, "title", bold=True)
        style = replace(style, size=max(style.size, look.floor * _HEADING))
        left, top = 0.0, self.y
        if number:
            large = replace(style, size=max(style.size * 1.3, 14.0), colour=look.colour("focus"))
            left = max(
                style.size * 1.25, self.setter.live(str(number), large.size, bold=True) / 0.97 + style.size * 0.5
            )
            self.y = top - (large.size - style.size) * 0.95
            self.text("number", plain(str(number)), large, width=left)
            self.y = top
        if panel.kicker:
            self.text("kicker", plain(panel.kicker), look.style(12, "secondary", bold=True), x=left)
        if panel.heading:
            self.text("heading", panel.heading, style, x=left)
        elif number:
            self.x, self.width = self.x + left, self.width - left
        if panel.kicker or panel.heading:
            self.gap(7)

    def words(self, panel: Panel) -> None:
        """Hedge, figure, base, sentence and points."""
        look = self.look
        if panel.figure:
            self._hedged_figure(panel)
        if panel.base:
            self.text("base", panel.base, look.style(16, "title", bold=True))
            self.gap(2)
        if panel.words:
            style = self._quoted(panel) if panel.quoted else look.style(17 if panel.strong else 14, "ink")
            self.text("words", panel.words, replace(style, space_after=6 * look.scale))
        if panel.points:
            self._points(panel)
        if panel.attribution:
            self.gap(6)
            self.text("attribution", panel.attribution, look.style(12.5, "secondary"))

    def _hedged_figure(self, panel: Panel) -> None:
        """The figure as large as the column allows, its hedge before it on the same line, or above it on a card."""
        hedge, figure = (
            self.look.style(17, "title", bold=True),
            self.look.style(self.look.figure_size, "focus", bold=True),
        )
        left = 0.0
        if panel.hedge:
            before = self.setter.live(panel.hedge, hedge.size, bold=True) / 0.97 + 2
            left = before + hedge.size * 0.5
            wide = self.setter.live(panel.figure, figure.size, bold=True)
            if self.look.alone or left + wide > self.width * 0.96:
                self.text("hedge", plain(panel.hedge), hedge)
                left = 0.0
            else:
                top = self.y
                self.y += (figure.size * 0.92 - hedge.size) * _BASELINE
                self.text("hedge", plain(panel.hedge), hedge, width=before)
                self.y = top
        wide = self.setter.live(panel.figure, figure.size, bold=True)
        if left + wide > self.width * 0.96:
            figure = replace(figure, size=max(figure.size * (self.width - left) * 0.95 / wide, self.look.floor))
        self.text("figure", plain(panel.figure), replace(figure, line_spacing=0.92), x=left)

    def _points(self, panel: Panel) -> None:
        """The points below each other, many of them in two columns where there is room."""
        gap = 6 * self.look.scale
        two = len(panel.points) > 3 and self.width >= SIDE_BY_SIDE * self.look.scale and not self.look.alone
        if not two:
            for place, (icon, words) in enumerate(panel.points, start=1):
                self.y += gap if place > 1 or panel.words else 0.0
                self._point(place, icon, words)
            return
        self.y += gap if panel.words else 0.0
        half = -(-len(panel.points) // 2)
        gutter = 20 * self.look.scale
        width = (self.width - gutter) / 2
        columns = [Stack(self.setter, self.name, self.x + n * (width + gutter), self.y, width) for n in (0, 1)]
        for place, (icon, words) in enumerate(panel.points, start=1):
            column = columns[0 if place <= half else 1]
            column.y += gap if column.items else 0.0
            column._point(place, icon, words)
        low = max(column.y for column in columns)
        for column in columns:
            column.y = low
        self.take_level(*columns)

    def _quoted(self, panel: Panel) -> TextStyle:
        """Few words are set large and bold, many, and those below a heading, smaller."""
        if panel.heading and not self.look.alone:
            return self.look.style(16, "title")
        few = len(str(panel.words)) <= _FEW_LETTERS
        return self.look.style(18 if few else 15, "title", bold=few)

    def _point(self, place: int, icon: str, words: Text) -> None:
        style = self.look.style(14, "ink")
        top = self.y
        if not icon:
            listed = replace(style, marker="bullet", marker_colour=self.look.colour("focus"), indent=style.size * 1.1)
            self.text(f"point-{place}", words, listed)
            return
        indent = style.size * 1.9
        self.text(f"point-{place}", words, style, x=indent)
        side = style.size * 1.2
        box = Box(self.x, top + (style.size * 1.2117 - side) / 2, side, side)
        self.items.insert(-1, IconItem(icon=icon, box=box, colour=self.look.colour("focus")))

    def graphic(self, panel: Panel, width: float, height: float, stretched: tuple[float, ...] = STRETCHED) -> None:
        """The panel's graphic in a box of that size, drawn at a size at which its words are large enough."""
        if panel.graphic is None:
            raise ValueError("a panel without a graphic draws none")
        if self.items:
            self.gap(10)
        graphic = replace(panel.graphic, ground=self.look.ground, figure_told=bool(panel.figure))
        kind = self.setter.features.graphics[graphic.kind]
        larger = SMALLEST / self.look.size(12.5)
        picture, reason = None, NoRoomError("a graphic has no room")
        for more in stretched:
            try:
                picture = self.setter.picture(graphic, width * larger, height * more * larger)
            except NoRoomError as error:
                reason = error
                continue
            height *= more
            break
        if picture is None:
            raise reason
        box = Box(self.x, self.y, width, height)
        name = f"{self.name}-graphic"
        self.items.append(
            GraphicItem(
                placeholder=name,
                box=box,
                graphic=graphic,
                picture=picture,
                alternative_text=kind.describe(graphic),
            )
        )
        self.places.append(Placeholder(name=name, role=Role.PICTURE, box=box, prompt="Picture"))
        self.y = box.bottom

    def take_level(self, *others: Stack) -> None:
        """The items of stacks that stand beside each other, their middles level."""
        low = max(other.y for other in others)
        for other in others:
            down = (low - other.y) / 2
            self.items.extend(replace(item, box=replace(item.box, y=item.box.y + down)) for item in other.items)
            self.places.extend(replace(p, box=replace(p.box, y=p.box.y + down)) for p in other.places)
            self.shapes.extend(replace(one, box=replace(one.box, y=one.box.y + down)) for one in other.shapes)
        self.y = low
