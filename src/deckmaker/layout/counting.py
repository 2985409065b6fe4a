"""How many equal symbols stand for a count, each for the same round number."""

from __future__ import annotations

from deckmaker.model.evidence import Statistic
from deckmaker.model.figures import NEVER_DERIVED, hedge_of, number_words

_FEWEST = 8
"""Fewest symbols of a large count: the rounding then stays small, and counts of like size share their scale."""


def each_stands_for(statistic: Statistic) -> int:
    """What one symbol stands for: a power of ten."""
    each = 1
    while statistic.value / (each * 10) >= _FEWEST:
        each *= 10
    return each


def symbol_count(statistic: Statistic, each: int) -> int:
    """How many symbols there are: whole ones only, and not more than an upper bound allows."""
    exact = statistic.value / each
    return int(exact) if hedge_of(statistic.values[0], statistic) in NEVER_DERIVED else int(exact + 0.5)


def symbol_key(statistic: Statistic, each: int) -> str:
    """What one circle stands for: “One circle is 1,000 babies”."""
    drawing = statistic.drawing
    unit = drawing.unit_name if each == 1 else drawing.unit_plural
    return f"One circle is {number_words(each) if each > 1 else 'one'} {unit}".rstrip()
