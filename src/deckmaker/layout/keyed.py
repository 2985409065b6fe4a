"""A block of equal cells with its key below it or beside it: type and cells share a box so that both can be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from deckmaker.layout.lettering import SMALLEST, Passage, passage, stack, stacked_height
from deckmaker.layout.packing import Block
from deckmaker.model.feature import Measure
from deckmaker.model.frozen import frozen
from deckmaker.model.picture import Label, NoRoomError

_SIZES = ((26.0, 20.0), (22.0, 20.0), (20.0, SMALLEST), (SMALLEST, SMALLEST))
"""Sizes of the first sentence and of the others, largest first."""
_YIELD = 0.94
"""Larger type may cost the cells this much of their size and no more."""
_SMALLEST_CELL = 7.0
_BESIDE, _GUTTER, _COLUMN = 0.62, 24.0, 124.0
"""Greatest width of a block beside its key, as a share of the box; between the two; least width of the key."""
_WORTH = 1.12
"""The key stands beside the block where cells then are so many times as large."""
_LINES = 5
"""Most lines of the first sentence beside a block that can have it below: more are read word by word."""
_COLOURS = ("ink", "secondary")
Pack: TypeAlias = Callable[[float, float], Block]
"""The block that fits a width and a height."""


@frozen
class Keyed:
    """The block, its sentences, and the distance between the two. ``beside`` where the sentences stand to its right."""

    block: Block
    words: tuple[Passage, ...]
    gap: float
    beside: bool = False

    @property
    def height(self) -> float:
        words = stacked_height(self.words)
        return max(self.block.height, words) if self.beside else self.block.height + self.gap + words

    def key(self, top: float = 0.0) -> tuple[Label, ...]:
        """The sentences as labels, for a block whose top is at ``top``: under it, or beside it on its foot."""
        if self.beside:
            low = top + max(self.block.height - stacked_height(self.words), 0.0)
            return stack(self.words, self.block.width + self.gap, low)
        return stack(self.words, 0.0, top + self.block.height + self.gap)


def keyed(
    wordings: Sequence[Sequence[str]],
    pack: Pack,
    width: float,
    height: float,
    measure: Measure,
    *,
    beside: Pack | None = None,
) -> Keyed:
    """The fullest wording with which the block, packed into the room that is left, can still be read.

    The first sentence of a wording is bold. ``beside`` packs a block that may have its key at its right. Raises
    ``NoRoomError`` where even the shortest wording leaves too little.
    """
    for sentences in wordings:
        below = _best([_below(sentences, sizes, pack, width, height, measure) for sizes in _SIZES])
        if beside:
            right = _best([_beside(sentences, sizes, beside, width, height, measure) for sizes in _SIZES])
            better = right and below and right.block.cell > _WORTH * below.block.cell
            if right and (below is None or (better and len(right.words[0].lines) <= _LINES)):
                return right
        if below:
            return below
    raise NoRoomError(f"{width:.0f} by {height:.0f} points are too few for the symbols and their key")


def _best(found: Sequence[Keyed | None]) -> Keyed | None:
    """The one in the largest type of those whose cells are nearly the largest."""
    fitting = [each for each in found if each is not None]
    largest = max((each.block.cell for each in fitting), default=0.0)
    return next((each for each in fitting if each.block.cell >= largest * _YIELD), None)


def _below(
    sentences: Sequence[str], sizes: tuple[float, float], pack: Pack, width: float, height: float, measure: Measure
) -> Keyed | None:
    words = _words(sentences, sizes, width, measure)
    gap = sizes[0] * 0.6
    block = pack(width, height - stacked_height(words) - gap)
    readable = block.cell >= _SMALLEST_CELL and all(each.fits for each in words)
    return Keyed(block, words, gap) if readable else None


def _beside(
    sentences: Sequence[str], sizes: tuple[float, float], pack: Pack, width: float, height: float, measure: Measure
) -> Keyed | None:
    block = pack(min(width * _BESIDE, width - _GUTTER - _COLUMN), height)
    column = width - block.width - _GUTTER
    if column < _COLUMN - 0.01 or block.cell <= 0:
        return None
    words = _words(sentences, sizes, column, measure)
    fits = all(each.fits for each in words) and stacked_height(words) <= min(height, block.height + sizes[0])
    return Keyed(block, words, _GUTTER, beside=True) if fits and block.cell >= _SMALLEST_CELL else None


def _words(
    sentences: Sequence[str], sizes: tuple[float, float], column: float, measure: Measure
) -> tuple[Passage, ...]:
    first, other = sizes
    return tuple(
        passage(sentence, column, other if number else first, measure, bold=not number, colour=_COLOURS[bool(number)])
        for number, sentence in enumerate(sentences)
    )
