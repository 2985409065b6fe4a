"""A figure in words: its hedge always with it, and the one rule by which it may be rounded to “1 in N”."""

from __future__ import annotations

from math import ceil

from deckmaker.model.evidence import Hedge, Statistic, Unit, Value
from deckmaker.model.frozen import frozen

NEVER_DERIVED = frozenset({Hedge.UP_TO, Hedge.AS_HIGH_AS, Hedge.NEARLY})
"""Hedges that name an upper bound. Any rounding of such a figure could overstate it, so none is made."""

_BEFORE = {
    Hedge.NONE: "",
    Hedge.AT_LEAST: "at least ",
    Hedge.AROUND: "around ",
    Hedge.ESTIMATED: "an estimated ",
    Hedge.NEARLY: "nearly ",
    Hedge.UP_TO: "up to ",
    Hedge.AS_HIGH_AS: "as high as ",
    Hedge.ON_AVERAGE: "on average ",
    Hedge.ONE_STUDY: "",
}


@frozen
class Refusal:
    """A derived form that would mislead, and why, in words for the author."""

    because: str


@frozen
class OneIn:
    """“1 in ``number``”, with the hedge that it must carry."""

    number: int
    hedge: str

    def __str__(self) -> str:
        return f"{self.hedge} 1 in {self.number}".strip()


def one_in(percent: float, hedge: Hedge = Hedge.NONE) -> OneIn | Refusal:
    """The figure as “1 in N”, never more than the source says.

    N is 100 / percent rounded up, so that 1 / N is never above the percentage. Refused where 1 / N differs from it by
    more than a tenth of it, where N would be below 2, and for hedges that name an upper bound: “at least 15%” gives
    “at least 1 in 7” (14.3%), “around 15%” gives “about 1 in 7”, 42% gives a refusal (1 in 3 is 33%).
    """
    if hedge in NEVER_DERIVED:
        return Refusal(f"the source says ‘{hedge}’, which names an upper bound: a rounding could overstate it")
    if not 0 < percent <= 100:
        return Refusal("only a percentage above 0 and up to 100 can be told as 1 in N")
    from fractions import Fraction  # imported where a figure is rounded

    exact = Fraction(str(percent)) / 100
    number = ceil(1 / exact)
    if number < 2:
        return Refusal("1 in 1 says nothing: it is everyone")
    rounded = Fraction(1, number)
    if exact - rounded > exact / 10:
        nearest = f"{float(rounded) * 100:.0f}%"
        return Refusal(f"1 in {number} is {nearest}, more than a tenth away from {number_words(percent)}%")
    if hedge is Hedge.AT_LEAST:
        return OneIn(number, "at least")
    if rounded == exact and hedge in {Hedge.NONE, Hedge.ONE_STUDY}:
        return OneIn(number, "")
    return OneIn(number, "about")


def in_every_hundred(percent: float, hedge: Hedge = Hedge.NONE) -> str | Refusal:
    """“at least 15 in every 100”: the natural frequency of a whole percentage, with its hedge."""
    if percent != int(percent):
        return Refusal(f"{number_words(percent)}% is not a whole number in every 100")
    return f"{_BEFORE[hedge]}{int(percent)} in every 100"


def number_words(value: float) -> str:
    """A number as printed in English: thousands by comma, no needless decimals."""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def in_unit(value: float, unit: Unit) -> str:
    """A number with its sign: 42%, £11,030, $13, 2.5 times. Currency stays as the source prints it."""
    number = number_words(value)
    match unit:
        case Unit.PERCENT:
            return f"{number}%"
        case Unit.POUNDS:
            return f"£{_scaled(value)}"
        case Unit.DOLLARS:
            return f"${_scaled(value)}"
        case Unit.TIMES:
            return f"{number} times"
        case Unit.DAYS | Unit.YEARS:
            return f"{number.replace(',', '')} {unit}"
        case Unit.COUNT:
            return number


def _scaled(value: float) -> str:
    millions = value / 1_000_000
    return f"{number_words(millions)}m" if millions >= 1 and millions == int(millions) else number_words(value)


def value_words(value: Value, unit: Unit, hedge: Hedge | None = None) -> str:
    """One value with its own hedge, or the one given: “an estimated 43%”, “£11,030–£59,130”."""
    words = in_unit(value.value, unit)
    if value.high is not None:
        low = number_words(value.value) if unit is Unit.PERCENT else words
        words = f"{low}–{in_unit(value.high, unit)}"
    return f"{_BEFORE[value.hedge if hedge is None else hedge]}{words}"


def figure_words(statistic: Statistic) -> str:
    """The figure as it may be said, hedge included: “at least 15%”; several values one after the other."""
    hedged = [
        value_words(value, statistic.unit, hedge_of(value, statistic)) + (f" ({value.at})" if value.at else "")
        for value in statistic.values
    ]
    return hedged[0] if len(hedged) == 1 else f"{', '.join(hedged[:-1])} and {hedged[-1]}"


@frozen
class HedgedFigure:
    """A figure for large type: its hedge, which may stand smaller, and the figure. Never one without the other."""

    hedge: str
    figure: str

    def __str__(self) -> str:
        return f"{self.hedge} {self.figure}".strip()


def hedged_figure(statistic: Statistic) -> HedgedFigure:
    """The first value for large type: “at least” and “15%”."""
    first = statistic.values[0]
    hedge = first.hedge if first.hedge is not Hedge.NONE else statistic.hedge
    return HedgedFigure(_BEFORE[hedge].strip(), value_words(first, statistic.unit, Hedge.NONE))


def phrase(statistic: Statistic) -> str:
    """What the statistic becomes within a sentence, with hedge, population, place and year."""
    return statistic.phrase.replace("{figure}", figure_words(statistic))


def claim(statistic: Statistic) -> str:
    """The whole claim as one sentence."""
    sentence = " ".join(part for part in (figure_words(statistic), statistic.base, statistic.predicate) if part)
    return sentence[:1].upper() + sentence[1:].rstrip(".") + "."


def hedge_of(value: Value, statistic: Statistic) -> Hedge:
    """The hedge of one value: its own, else the statistic's."""
    return value.hedge if value.hedge is not Hedge.NONE else statistic.hedge


def telling(statistic: Statistic) -> str:
    """The claim with place, period and sources, for people who do not see the figure."""
    scope = statistic.scope[:1].upper() + statistic.scope[1:]
    sources = "; ".join(dict.fromkeys(citation.source.short for citation in statistic.cite))
    return f"{claim(statistic)} {scope}. Source: {sources}."
