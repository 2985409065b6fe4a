"""What each nation has in place, and what it lacks: columns of words without a map, all nations alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import TypeAlias

from deckmaker.layout.lettering import SMALLEST, Passage, largest, passage, stack, stacked_height
from deckmaker.layout.marks import settled
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Citation, Diagram, DiagramPart
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.frame import Box, Graphic
from deckmaker.model.frozen import frozen
from deckmaker.model.picture import Mark, NoRoomError, Picture, Rectangle
from deckmaker.model.scope import Nation

_NAMES = {
    Nation.ENGLAND: "England",
    Nation.WALES: "Wales",
    Nation.SCOTLAND: "Scotland",
    Nation.NORTHERN_IRELAND: "Northern Ireland",
}
_FEWEST, _MOST = 2, 4
_SIZES = (28.0, 26.0, 24.0, 22.0, 20.0, SMALLEST)
_RULE, _THIN = 5.0, 2.5
_NOTE = "In short: the first point of each"
_GUTTER = 26.0
_Row: TypeAlias = Callable[[DiagramPart, float, float, Measure], tuple[Passage, ...]]
"""The words of a nation in a row of a single column."""
_NAME = 1.25
"""Greatest size of a nation's name, as a share of that of its words."""
_WIDE, _HIGH = 1.9, 1.3
"""From this width to height on, columns; from this height to width on, rows; between, two by two."""


def refuses(diagram: Diagram) -> str:
    """Why the diagram does not set nations side by side."""
    nations = [part.nation for part in diagram.parts]
    if diagram.outcomes:
        return "nations stand side by side, and the record leads them to an outcome"
    if None in nations:
        return "every part needs ‘nation’, and one has none"
    if len(set(nations)) < len(nations):
        return "a nation stands in it twice"
    if not _FEWEST <= len(nations) <= _MOST:
        return f"nations are set against each other, and the record has {len(nations)} of them"
    return ""


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """In columns, two by two or in rows, shortened in a small box. Raises ``NoRoomError`` where that is too small."""
    many = len(graphic.diagram.parts)
    across = (many, 2, 1) if width > _WIDE * height else (2, 1, many)
    if height > _HIGH * width:
        across = (1, 2, many)
    for size in _SIZES:
        for columns in dict.fromkeys(across):
            marks = _arranged(graphic.diagram, columns, width, height, size, measure)
            if marks:
                return Picture(width=width, height=height, marks=settled(marks, height))
    for rows, size in product((_all, _few, _fewest), _SIZES):
        marks = _run_in(graphic.diagram, rows, width, height, size, measure)
        if marks:
            return Picture(width=width, height=height, marks=settled(marks, height))
    raise NoRoomError(f"{many} nations with their words need more than {width:.0f} by {height:.0f} points")


@frozen
class _Cell:
    """One nation: its name, and its words, the first in bold."""

    name: Passage
    words: tuple[Passage, ...]

    @property
    def fits(self) -> bool:
        return all(each.fits for each in (self.name, *self.words))

    @property
    def gap(self) -> float:
        return self.name.size * 0.25

    def height(self, *, beside: bool) -> float:
        """From the top of its rule to the bottom of its words, which stand under the name or beside it."""
        words = stacked_height(self.words, self.gap)
        tall = max(self.name.height, words) if beside else self.name.height + self.gap + words
        return _RULE + self.gap + tall

    def marks(self, box: Box, left: float) -> Iterator[Mark]:
        """Rule, name and words in a box; the words from ``left`` on, where that is not the box's own."""
        yield Rectangle(box=Box(box.x, box.y, box.width, _RULE), fill=Colour("series"))
        top = box.y + _RULE + self.gap
        yield from self.name.labels(box.x, top)
        below = top if left > box.x else top + self.name.height + self.gap
        yield from stack(self.words, left, below, self.gap)


def _arranged(
    diagram: Diagram, columns: int, width: float, height: float, size: float, measure: Measure
) -> tuple[Mark, ...]:
    """The cells in so many columns; in a single one, which is wide, words stand beside the names where they can."""
    for beside in (True, False) if columns == 1 else (False,):
        column = (width - _GUTTER * (columns - 1)) / columns
        indent = column * 0.32 if beside else 0.0
        room = indent - 12 if beside else column
        name = min(largest(_name(part), room, size * _NAME, measure) for part in diagram.parts)
        cells = [_cell(part, column - indent, room, name, size, measure) for part in diagram.parts]
        rows = [cells[n : n + columns] for n in range(0, len(cells), columns)]
        heights = [max(cell.height(beside=beside) for cell in row) for row in rows]
        least = size * 0.9
        if sum(heights) + least * (len(rows) - 1) > height or not all(cell.fits for cell in cells):
            continue
        between = min((height - sum(heights)) / max(len(rows) - 1, 1), size * 1.6)
        marks: list[Mark] = []
        top = 0.0
        for row, tall in zip(rows, heights, strict=True):
            for number, cell in enumerate(row):
                x = number * (column + _GUTTER)
                marks.extend(cell.marks(Box(x, top, column, tall), x + indent))
            top += tall + between
        return tuple(marks)
    return ()


def _run_in(
    diagram: Diagram, said: _Row, width: float, height: float, size: float, measure: Measure
) -> tuple[Mark, ...]:
    """One column, with a row for each nation; where the rows do not tell all, a note says so."""
    rows = [said(part, width, size, measure) for part in diagram.parts]
    note = passage("" if said is _all else _NOTE, width, SMALLEST, measure, colour="secondary")
    gap, words = size * 0.4, sum(stacked_height(row) for row in rows) + note.height
    spare = (height - words - len(rows) * (_THIN + gap * 0.5) - gap) / len(rows)
    if spare < size * 0.2 or not all(each.fits for row in (*rows, (note,)) for each in row):
        return ()
    marks: list[Mark] = []
    top = 0.0
    for row in rows:
        marks.append(Rectangle(box=Box(0, top, width, _THIN), fill=Colour("series")))
        top += _THIN + gap * 0.5
        marks.extend(stack(row, 0, top))
        top += stacked_height(row) + min(spare, size)
    return (*marks, *note.labels(0, top + gap - min(spare, gap)))


def _few(part: DiagramPart, column: float, size: float, measure: Measure) -> tuple[Passage, ...]:
    return (
        passage(_name(part), column, size, measure, colour="title", bold=True),
        passage(part.lead, column, size, measure),
    )


def _fewest(part: DiagramPart, column: float, size: float, measure: Measure) -> tuple[Passage, ...]:
    return (passage(f"{_name(part)}: {part.lead}", column, size, measure, colour="title", bold=True),)


def _all(part: DiagramPart, column: float, size: float, measure: Measure) -> tuple[Passage, ...]:
    return (
        passage(f"{_name(part)}: {part.lead}", column, size, measure, colour="title", bold=True),
        passage(str(part.text or ""), column, size, measure),
    )


def _cell(part: DiagramPart, column: float, room: float, name: float, size: float, measure: Measure) -> _Cell:
    return _Cell(
        passage(_name(part), room, name, measure, colour="title", bold=True),
        (
            passage(part.lead, column, size, measure, bold=True),
            passage(str(part.text or ""), column, size, measure),
        ),
    )


def _name(part: DiagramPart) -> str:
    return _NAMES[part.nation] if part.nation else ""


def describe(graphic: Graphic) -> str:
    """Each nation with its words, when that was so, and where it comes from."""
    diagram = graphic.diagram
    said = " ".join(f"{_name(part)}: {_sentence(part.lead)} {part.text or ''}".strip() for part in diagram.parts)
    works = (*diagram.cite, *_cited(diagram.parts))
    sources = "; ".join(dict.fromkeys(citation.source.short for citation in works))
    scope = f" {_sentence(diagram.scope[:1].upper() + diagram.scope[1:])}" if diagram.scope else ""
    return f"{_sentence(diagram.headline)} {said}{scope} {'Sources' if len(works) > 1 else 'Source'}: {sources}."


def _sentence(words: str) -> str:
    return f"{words.rstrip('.')}."


def _cited(parts: tuple[DiagramPart, ...]) -> Iterator[Citation]:
    for part in parts:
        yield from part.cite


GRAPHIC = GraphicKind(
    title="Nations side by side",
    refuses=refuses,
    draw=draw,
    describe=describe,
    shape="wide",
    shows=Diagram,
    native=True,
)
