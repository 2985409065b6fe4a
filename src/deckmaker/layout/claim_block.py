"""A figure and its claim as a block of drawn type: hedge, figure, what it counts, and the rest of the sentence."""

from __future__ import annotations

from deckmaker.layout.lettering import ASCENT, CAPITAL, Passage, capital, largest, passage, stack, stacked_height
from deckmaker.model.evidence import Statistic
from deckmaker.model.feature import Measure
from deckmaker.model.figures import HedgedFigure
from deckmaker.model.frozen import frozen
from deckmaker.model.picture import Label

_ABOVE = 0.14
_BELOW = 0.2
"""Air over and under the digits, as shares of their size."""
_BEARINGS = {"1": 0.05, "4": 0.0, "7": 0.04, "£": 0.01}
_BEARING = 0.03
"""By how much large digits are moved to the left, as a share of their size, to stand flush with smaller words."""


@frozen
class ClaimBlock:
    """Words from top to bottom, the figure largest."""

    hedge: Passage
    figure: Passage
    words: tuple[Passage, ...]

    @property
    def fits(self) -> bool:
        """Whether no word is wider than the column."""
        return len(self.figure.lines) == 1 and all(one.fits for one in (self.hedge, self.figure, *self.words))

    @property
    def height(self) -> float:
        """From the top of the hedge, or of the digits, to the bottom of the last line."""
        over = _ABOVE if self.hedge.lines else 0.0
        return self.hedge.height + self.figure.size * (CAPITAL + over + _BELOW) + stacked_height(self.words)

    @property
    def _bearing(self) -> float:
        """What the first sign of the figure leaves free at its left."""
        first = self.figure.lines[0][0][:1] if self.figure.lines else ""
        return _BEARINGS.get(first, _BEARING)

    def labels(self, x: float, top: float) -> tuple[Label, ...]:
        """The block from ``top``; without a hedge it begins with the top of the digits."""
        over = self.figure.size * _ABOVE if self.hedge.lines else 0.0
        baseline = top + self.hedge.height + over + self.figure.size * CAPITAL
        return (
            *self.hedge.labels(x, top),
            *self.figure.labels(x - self.figure.size * self._bearing, baseline - self.figure.size * ASCENT),
            *stack(self.words, x, baseline + self.figure.size * _BELOW),
        )


def claim_block(
    statistic: Statistic, told: HedgedFigure, column: float, most: float, size: float, measure: Measure
) -> ClaimBlock:
    """The block in a column: digits of at most ``most`` points, the sentence in ``size``."""
    large = largest(told.figure, column, most, measure)
    sentence = f"{statistic.predicate.rstrip('.')}." if statistic.predicate else ""
    return ClaimBlock(
        hedge=passage(capital(told.hedge), column, size * 1.2, measure, bold=True),
        figure=passage(told.figure, column, large, measure, colour="focus", bold=True),
        words=(
            passage(statistic.base, column, size * 1.25, measure, bold=True),
            passage(sentence, column, size, measure),
        ),
    )
