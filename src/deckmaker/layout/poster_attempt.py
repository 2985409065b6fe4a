"""One try at the page of an infographic, with one size of type: panels in rows, and what is left shared out. Points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from deckmaker.layout.poster_panels import SetPanel
from deckmaker.layout.poster_stack import Look
from deckmaker.layout.poster_surround import Foot, Head, PosterWords
from deckmaker.model.colour import Colour
from deckmaker.model.feature import Panel
from deckmaker.model.frame import Box, Frame, FrameItem, ShapeItem, TextItem
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout, Placeholder, Role
from deckmaker.model.picture import NoRoomError

if TYPE_CHECKING:
    from deckmaker.layout.poster import PosterFiller

_LOOSE = 0.75
_TINTS = ("haze", "mist", "blush")
_PAD = 15.0
"""Between the edge of a tinted panel and what stands in it, in points of A4."""


@frozen
class Poster:
    """A page filled: its frame and the layout that goes with it.

    Its ``worth`` grows with type and graphics and falls with what stands empty.
    """

    frame: Frame
    layout: Layout
    worth: float = 0.0


@frozen
class Grid:
    """Panels beside each other. On a high page those with wide graphics have rows of their own unless ``packed``.

    In panels ``beside`` their words, wide graphics stand to the right of them.
    """

    across: int
    packed: bool = False
    beside: bool = False


Row = tuple[tuple[int, Panel], ...]


class Attempt:
    """One try at a page, with one size of type."""

    def __init__(
        self, filler: PosterFiller, look: Look, words: PosterWords, *, card: bool, grid: Grid, name: str
    ) -> None:
        self.filler, self.page, self.look, self.words, self.card = filler, filler.page, look, words, card
        self.grid, self.name = grid, name
        self.inner = self.page.width - 2 * self.page.margin
        self.gap = 15 * look.scale
        self.decoration: list[ShapeItem] = []

    def poster(self, panels: Sequence[Panel]) -> Poster:
        """The page with these panels. Raises ``NoRoomError``."""
        head, foot = self.filler.surround(self.words, self.look, card=self.card)
        rows = [self._row(row) for row in self._rows(panels)]
        free = foot.top - head.bottom - sum(height for _, height in rows) - self.gap * (len(rows) - 1)
        if free < 0:
            raise NoRoomError(f"the panels need {-free:.0f} points more than the page has")
        items, places = self._placed(rows, head.bottom, free)
        return replace(self._finished(head, items, places, foot), worth=1 - _uneven(rows))

    def _placed(
        self, rows: list[tuple[tuple[_Cell, ...], float]], top: float, free: float
    ) -> tuple[list[FrameItem], list[Placeholder]]:
        """The rows from ``top``, what is ``free`` shared out between and within them."""
        items: list[FrameItem] = []
        places: list[Placeholder] = []
        more, taller = 0.0, 0.0
        if not self.card:
            taller = min(free * 0.8 / len(rows), 40 * self.look.scale)
            more = min(max(free - taller * len(rows), 0.0) / (len(rows) + 1), self.gap * 0.8)
        y = top + (free - taller * len(rows) - more * (len(rows) - 1)) / 2
        for cells, height in rows:
            whole = height + taller
            for cell in cells:
                pad = cell.left - cell.x
                if cell.ground:
                    box = Box(cell.x, y, cell.width, whole)
                    self.decoration.append(replace(shape("Panel", box, cell.ground), radius=self._pad * 0.6))
                level = len(cells) > 1 and not all(one.is_heading for one in cells) and not cell.stands_loose(height)
                down = y + pad + (taller if level else whole - cell.height) / 2
                items.extend(replace(item, box=_moved(item.box, cell.left, down)) for item in cell.set.items)
                places.extend(replace(p, box=_moved(p.box, cell.left, down)) for p in cell.set.places)
                self.decoration.extend(replace(s, box=_moved(s.box, cell.left, down)) for s in cell.set.shapes)
            y += whole + self.gap + more
        return items, places

    @property
    def _pad(self) -> float:
        return _PAD * self.look.scale

    def _rows(self, panels: Sequence[Panel]) -> Iterator[Row]:
        """Panels with their numbers, in rows. A panel with a wide graphic, and an ask, have rows of their own."""
        row: list[tuple[int, Panel]] = []
        for number, panel in enumerate(panels, start=1):
            wide = panel.graphic is not None and self._shape(panel) != "square"
            alone = panel.strong or (wide and self._is_high and not self.grid.packed)
            if row and alone:
                yield tuple(row)
                row = []
            row.append((number, panel))
            if alone or len(row) == self.grid.across:
                yield tuple(row)
                row = []
        if row:
            yield tuple(row)

    @property
    def _is_high(self) -> bool:
        return self.page.height > self.page.width

    def _shape(self, panel: Panel) -> str:
        return self.filler.features.graphics[panel.graphic.kind].shape if panel.graphic else ""

    def _row(self, row: Row) -> tuple[tuple[_Cell, ...], float]:
        """The panels of a row, from its own top, and its height."""
        width = (self.inner - self.gap * (len(row) - 1)) / len(row)
        cells = tuple(
            self._cell(panel, number, self.page.margin + place * (width + self.gap), width)
            for place, (number, panel) in enumerate(row)
        )
        return cells, max(cell.height for cell in cells)

    def _cell(self, panel: Panel, number: int, x: float, width: float) -> _Cell:
        ground = ""
        if not self.card:
            ground = "plum" if panel.strong else _TINTS[(number - 1) % len(_TINTS)]
        look = self.look
        if ground:
            look = replace(look, ground=Colour(ground), dark=panel.strong)
        pad = self._pad if ground else 0.0
        numbered = not self.card and not panel.strong and number in self.words.numbered
        made = self.filler.set_panel(panel, number, width - 2 * pad, look, numbered=numbered)
        is_heading = not (panel.graphic or panel.words or panel.points or panel.figure)
        return _Cell(x, width, ground, made, x + pad, made.height + 2 * pad, is_heading, panel.graphic is not None)

    def _finished(self, head: Head, items: list[FrameItem], places: list[Placeholder], foot: Foot) -> Poster:
        name = f"infographic-{self.page.name}{self.name}"
        layout = Layout(
            name=name,
            title=name.replace("-", " ").capitalize(),
            ground=self.look.ground,
            placeholders=(
                *(_place_of(item) for item in head.items),
                *places,
                *(_place_of(item) for item in foot.items),
            ),
            decoration=(*head.decoration, *foot.decoration, *self.decoration),
            wordmark=foot.wordmark,
            rule=False,
        )
        frame = Frame(
            layout=name,
            ground=self.look.ground,
            width=self.page.width,
            height=self.page.height,
            title=str(self.words.title),
            items=(*head.items, *items, *foot.items),
        )
        return Poster(frame, layout)


@frozen
class _Cell:
    """A panel set in its column, its words from ``left``; the name of the tint behind it, if it has one.

    ``is_heading`` where it says no more than a heading.
    """

    x: float
    width: float
    ground: str
    set: SetPanel
    left: float
    height: float
    is_heading: bool
    has_graphic: bool

    def stands_loose(self, row: float) -> bool:
        """Whether it is words alone, much lower than its row: then they stand in the middle."""
        return not self.has_graphic and self.height < row * _LOOSE


def _uneven(rows: Sequence[tuple[tuple[_Cell, ...], float]]) -> float:
    """Share of the panels' area that stands empty because a neighbour is higher."""
    empty = sum((height - cell.height) * cell.width for cells, height in rows for cell in cells)
    return empty / max(sum(height * cell.width for cells, height in rows for cell in cells), 1.0)


def shape(name: str, box: Box, colour: str) -> ShapeItem:
    """A plain rectangle."""
    return ShapeItem(name=name, kind="rectangle", box=box, fill=Colour(colour))


def _moved(box: Box, right: float, down: float) -> Box:
    return replace(box, x=box.x + right, y=box.y + down)


_ROLES = {"title": Role.TITLE, "subtitle": Role.SUBTITLE, "source": Role.SOURCE}


def _place_of(item: TextItem) -> Placeholder:
    return Placeholder(
        name=item.placeholder,
        role=_ROLES.get(item.placeholder, Role.BODY),
        box=item.box,
        style=item.style,
        prompt=item.placeholder.capitalize(),
        optional=True,
    )
