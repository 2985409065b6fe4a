"""What stands in one panel, one thing below the other: words, points and graphics in one look. Points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckmaker.layout.fit import ends_in_a_lonely_word, place_text
from deckmaker.layout.lettering import SMALLEST
from deckmaker.model.colour import Colour
from deckmaker.model.feature import Panel
from deckmaker.model.frame import Box, FrameItem, GraphicItem, IconItem, ShapeItem, TextItem, TextStyle
from deckmaker.model.layout import Placeholder, Role
from deckmaker.model.picture import NoRoomError
from deckmaker.model.text import Text, plain

if TYPE_CHECKING:
    from deckmaker.layout.poster_panels import PanelSetter

ENDLESS = 20_000.0
"""Height of a box that takes any text, before it is cut to what the text needs."""
_FEW_LETTERS = 170
"""Of a quotation that is set large and bold."""
STRETCHED = (1.0, 1.2, 1.45, 1.75, 2.1)
"""A graphic without room for its words gets so much more."""
SIDE_BY_SIDE = 380.0
"""Width, at the scale of A4, from which figure, words and graphic stand side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The type of a page of panels: a scale, where A4 is about 1, the smallest size, and the background.

    ``alone`` is a page for one panel, ``flat`` one that is much wider than high. ``growth`` makes graphics larger or
    smaller than usual.
    """

    scale: float
    floor: float
    dark: bool
    ground: Colour
    growth: float = 1.0
    alone: bool = False
    flat: bool = False

    @property
    def figure_size(self) -> float:
        """The usual size of a figure: larger on a page of its own."""
        return 76.0 if self.alone else 52.0

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
            name=f"{self.name}-{part}", role=Role.BODY, box=box, style=style, prompt=part.capitalize(), optional=True
        )
        item = place_text(place, text, self.setter.live)
        if item.words_too_many:
            raise NoRoomError(f"a word of ‘{text}’ is wider than its column")
        if len(item.lines) > 1 and ends_in_a_lonely_word(item, self.setter.live):
            item, box = self._without_a_lonely_word(item, place, text)
            place = replace(place, box=box)
        low = replace(box, height=item.height + 1)
        placed = replace(item, box=low)
        self.items.append(placed)
        self.places.append(replace(place, box=low))
        self.y = low.bottom
        return placed

    def _without_a_lonely_word(self, item: TextItem, place: Placeholder, text: Text) -> tuple[TextItem, Box]:
        """The text in a somewhat narrower column, if it then has as many lines and strands no word."""
        for share in (0.95, 0.9, 0.85, 0.8, 0.72):
            narrow = replace(place.box, width=place.box.width * share)
            tried = place_text(replace(place, box=narrow), text, self.setter.live)
            if len(tried.lines) > len(item.lines) or tried.words_too_many:
                break
            if not ends_in_a_lonely_word(tried, self.setter.live):
                return tried, narrow
        return item, place.box

    def coin(self, icon: str, side: float) -> IconItem:
        """An icon on a disc at the current place; the disc is decoration already, the icon still to be placed."""
        disc = Box(self.x, self.y, side, side)
        inner = Box(disc.x + side * 0.26, disc.y + side * 0.26, side * 0.48, side * 0.48)
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
        left, top = 0.0, self.y
        if number:
            large = replace(style, size=max(style.size * 1.3, 14.0), colour=look.colour("focus"))
            left = max(
                style.size * 1.35, self.setter.live(str(number), large.size, bold=True) / 0.97 + style.size * 0.5
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
        if panel.hedge:
            self.text("hedge", plain(panel.hedge), look.style(17, "title", bold=True))
        if panel.figure:
            style = look.style(look.figure_size, "focus", bold=True)
            wide = self.setter.live(panel.figure, style.size, bold=True)
            if wide > self.width * 0.96:
                style = replace(style, size=max(style.size * self.width * 0.95 / wide, look.floor))
            self.text("figure", plain(panel.figure), replace(style, line_spacing=0.92))
        if panel.base:
            self.text("base", panel.base, look.style(16, "title", bold=True))
            self.gap(2)
        if panel.words:
            style = self._quoted(panel.words) if panel.quoted else look.style(17 if panel.strong else 14, "ink")
            self.text("words", panel.words, replace(style, space_after=6 * look.scale))
        if panel.points:
            self._points(panel)
        if panel.attribution:
            self.gap(6)
            self.text("attribution", panel.attribution, look.style(12.5, "secondary"))

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

    def _quoted(self, words: Text) -> TextStyle:
        """Few words are set large and bold, many smaller."""
        usual, bold = (18, True) if len(str(words)) <= _FEW_LETTERS else (15, False)
        return self.look.style(usual, "title", bold=bold)

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
                picture = kind.draw(graphic, width * larger, height * more * larger, self.setter.drawn)
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
