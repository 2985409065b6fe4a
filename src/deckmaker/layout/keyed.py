"""A block of equal cells with its key below: type and cells share a box so that both can be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from deckmaker.layout.lettering import SMALLEST, Passage, passage, stack, stacked_height
from deckmaker.layout.packing import Block
from deckmaker.model.feature import Measure
from deckmaker.model.picture import Label, NoRoomError

_SIZES = ((26.0, 20.0), (22.0, 20.0), (20.0, SMALLEST), (SMALLEST, SMALLEST))
"""Sizes of the first sentence and of the others, largest first."""
_YIELD = 0.94
"""Larger type may cost the cells this much of their size and no more."""
_SMALLEST_CELL = 7.0


@dataclass(frozen=True, slots=True)
class Keyed:
    """The block, the sentences below it, and the distance between the two."""

    block: Block
    words: tuple[Passage, ...]
    gap: float

    @property
    def height(self) -> float:
        return self.block.height + self.gap + stacked_height(self.words)

    def key(self, top: float = 0.0) -> tuple[Label, ...]:
        """The sentences as labels, for a block whose top is at ``top``."""
        return stack(self.words, 0.0, top + self.block.height + self.gap)


def keyed(
    wordings: Sequence[Sequence[str]], pack: Callable[[float], Block], width: float, height: float, measure: Measure
) -> Keyed:
    """The fullest wording with which the block, packed into the height that is left, can still be read.

    The first sentence of a wording is bold. Raises ``NoRoomError`` where even the shortest wording leaves too little.
    """
    for sentences in wordings:
        found = [_set(sentences, sizes, pack, width, height, measure) for sizes in _SIZES]
        fitting = [each for each in found if each is not None]
        if fitting:
            largest = max(each.block.cell for each in fitting)
            return next(each for each in fitting if each.block.cell >= largest * _YIELD)
    raise NoRoomError(f"{width:.0f} by {height:.0f} points are too few for the symbols and their key")


def _set(
    sentences: Sequence[str],
    sizes: tuple[float, float],
    pack: Callable[[float], Block],
    width: float,
    height: float,
    measure: Measure,
) -> Keyed | None:
    first, other = sizes
    words = tuple(
        passage(sentence, width, other if number else first, measure, bold=not number, colour=_COLOURS[bool(number)])
        for number, sentence in enumerate(sentences)
    )
    gap = first * 0.6
    block = pack(height - stacked_height(words) - gap)
    readable = block.cell >= _SMALLEST_CELL and all(each.fits for each in words)
    return Keyed(block, words, gap) if readable else None


_COLOURS = ("ink", "secondary")
