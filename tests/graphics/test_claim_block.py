"""A figure over its claim: as large as it may be, and flush with the words below it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deckmaker.drawing.typeface import glyph, set_glyphs
from deckmaker.layout.claim_block import claim_block
from deckmaker.model.evidence import Statistic
from deckmaker.model.feature import Measure
from deckmaker.model.figures import HedgedFigure
from deckmaker.model.picture import Label
from deckmaker.model.theme import FontChoice

LATO = FontChoice(family="Lato", measured_as="Lato")


@pytest.mark.parametrize(
    "figure", ["1 in 7", "25,000", "36%", "42%", "50%", "60–65%", "7 in 10", "8,300", "£3m", "$13"]
)
def test_a_figure_stands_flush_with_its_words(figure: str, ruler: Measure, statistic: Callable[..., Statistic]) -> None:
    block = claim_block(statistic(42), HedgedFigure("", figure), 400, 120, 22, ruler)
    large, first = block.labels(50, 0)[:2]
    assert large.words == figure
    assert _left(large) == pytest.approx(_left(first), abs=large.size * 0.022)


def _left(label: Label) -> float:
    """Where the ink of the first letter begins."""
    name, x, _ = next(iter(set_glyphs(LATO, label.bold, label.words)))
    return label.x + x * label.size + float(glyph(LATO, label.bold, name, label.size).get_extents().x0)
