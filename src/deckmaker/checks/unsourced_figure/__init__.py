"""A figure in an author's own text comes from the library, or the author says where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.unsourced_figure.quantities import Quantity, quantities
from deckmaker.layout.facilitation import FacilitatedSlide
from deckmaker.model.authored import Authored, authored_texts
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Position, Severity
from deckmaker.model.evidence import Statistic, Unit
from deckmaker.model.feature import Check
from deckmaker.model.figures import OneIn, one_in, phrase
from deckmaker.model.text import Paragraph, Text

CODE = "unsourced-figure"
_MOST_PLACED = 50
"""Figures of one text that are looked for in its file; with more, the others are told where it begins."""
_MOST_SUGGESTED = 2


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each figure that somebody typed."""
    deck = laid_out.deck
    for authored in authored_texts(deck):
        if authored.has_a_source:
            continue
        planned = isinstance(authored.slide, FacilitatedSlide)
        typed = _typed(authored.text)
        for number, quantity in enumerate(quantities(typed, planned=planned)):
            meant = _meant(quantity, tuple(deck.library.statistics.values()))
            where = "add  source: …  to this slide" if hasattr(authored.slide, "source") else "leave it out"
            hint = meant or "name a figure of the library, {like-this} (‘deckmaker library list statistics’ shows them)"
            yield Diagnostic(
                CODE,
                f"unsourced figure: ‘{quantity.words}’ is typed by hand, so nothing says where it comes from",
                _place(authored, quantity, typed) if number < _MOST_PLACED else authored.position,
                f"{hint}; or {where}",
            )


def _place(authored: Authored, quantity: Quantity, typed: str) -> Position | None:
    """Where the figure is written; the same words may stand earlier in the text and be no figure there."""
    before = re.findall(rf"(?<!\w){re.escape(quantity.words)}(?!\w)", typed[: quantity.at])
    return authored.place_of(quantity.words, len(before))


def _typed(text: Text) -> str:
    """The words that were typed: what the library put there is blanked out."""
    return "\n".join(_typed_in(paragraph) for paragraph in text.paragraphs)


def _typed_in(paragraph: Paragraph) -> str:
    return "".join("\ufffc" if run.figure or run.cites else run.text for run in paragraph.runs)


def _meant(quantity: Quantity, statistics: tuple[Statistic, ...]) -> str:
    """A hint with the library's figures of the same value."""
    same = [statistic for statistic in statistics if _is_like(quantity, statistic)][:_MOST_SUGGESTED]
    if not same:
        return ""
    named = " or ".join(f"{{{statistic.id}}} (‘{phrase(statistic)}’)" for statistic in same)
    return f"if you mean the library’s figure, write {named}"


def _is_like(quantity: Quantity, statistic: Statistic) -> bool:
    if quantity.one_in is not None:
        derived = one_in(statistic.value, statistic.hedge) if statistic.unit is Unit.PERCENT else None
        return isinstance(derived, OneIn) and derived.number == quantity.one_in
    if quantity.value is None or quantity.is_percent != (statistic.unit is Unit.PERCENT):
        return False
    return any(quantity.value in (value.value, value.high) for value in statistic.values)


CHECK = Check(
    code=CODE,
    severity=Severity.ERROR,
    what=(
        "A figure that an author typed into a title, a text or the notes, in digits or in words: “42%”, “one in "
        "seven”, “a third of”, “thousands of families”. Years, dates, times, ages, numbered things (“step 2”) and "
        "small numbers of things in words (“two questions”) are no figures, nor is the name “the first 1001 days”. How "
        "many minutes an activity takes, and in groups of how many, is a plan and no figure."
    ),
    why=(
        "Nobody can look up a figure without a source, and the same number is often said of something else: 42% of "
        "areas is not 42% of babies. A figure of the library brings its hedge, its place and its source with it."
    ),
    example="headline: 42% of babies are turned away",
    instead=(
        'Name the library\'s figure in braces, and it is written out: headline: "{camhs-under-twos} turn babies away". '
        "For a figure of your own, say where it comes from with source: on that slide."
    ),
    find=find,
    of_truth=True,
)
