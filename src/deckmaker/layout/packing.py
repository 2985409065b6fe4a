"""Equal cells in a block: how many in a row so that they come out largest. Lengths are points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from deckmaker.model.frozen import frozen

_NEARLY = 0.82


@frozen
class Block:
    """Cells in rows from the top left. ``gap`` lies between cells, across and down."""

    count: int
    columns: int
    cell: float
    gap: float

    @property
    def rows(self) -> int:
        return ceil(self.count / self.columns)

    @property
    def width(self) -> float:
        return self.columns * (self.cell + self.gap) - self.gap

    @property
    def height(self) -> float:
        return self.rows * (self.cell + self.gap) - self.gap

    def places(self, x: float = 0.0, y: float = 0.0) -> Iterator[tuple[float, float]]:
        """Top left corner of each cell, row by row, for a block whose own corner is at ``x``, ``y``."""
        for number in range(self.count):
            row, column = divmod(number, self.columns)
            yield x + column * (self.cell + self.gap), y + row * (self.cell + self.gap)


def pack(count: int, width: float, height: float, gap: float, columns: Iterable[int], largest: float = 1e9) -> Block:
    """The block with the largest cells that fits. ``gap`` is a share of the cell; ``columns`` are the choices.

    Fewer rows are easier to take in: they are preferred while the cells stay nearly as large.
    """

    def block(across: int) -> Block:
        down = ceil(count / across)
        cell = min(
            width / (across + gap * (across - 1)),
            height / (down + gap * (down - 1)),
            largest,
        )
        return Block(count, across, max(cell, 0.0), max(cell, 0.0) * gap)

    blocks = [block(across) for across in columns]
    enough = max(each.cell for each in blocks) * _NEARLY
    return min((each for each in blocks if each.cell >= enough), key=lambda each: (each.rows, -each.cell))
