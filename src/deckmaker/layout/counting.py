"""How many equal symbols stand for a count, each for the same round number."""

from __future__ import annotations

from deckmaker.model.evidence import Statistic
from deckmaker.model.figures import number_words

_FEWEST = 8
"""Fewest symbols of a large count: the rounding then stays small, and counts of like size share their scale."""


def each_stands_for(statistic: Statistic) -> int:
    """What one symbol stands for: a power of ten."""
    each = 1
    while statistic.value / (each * 10) >= _FEWEST:
        each *= 10
    return each


def symbol_count(statistic: Statistic, each: int) -> int:
    """How many symbols there are: whole ones only, and never for more than the figure says."""
    return int(statistic.value / each)


def symbol_key(statistic: Statistic, each: int, says: str = "One circle is") -> str:
    """What one symbol stands for: “One circle is 1,000 babies”."""
    drawing = statistic.drawing
    unit = drawing.unit_name if each == 1 else drawing.unit_plural
    return f"{says} {number_words(each) if each > 1 else 'one'} {unit}".rstrip()
