"""Figures: those of the source that no record has, and records whose printed words lack their value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.model.evidence import Library
from deckmaker.model.frozen import frozen
from deckmaker.model.numeral import Numeral
from deckmaker.verifying.finding import Finding, changed, missing
from deckmaker.verifying.matching import Searched, Span
from deckmaker.verifying.normal import Normal, normal_words
from deckmaker.verifying.numerals import Printed, carries, numerals_in

_BESIDE = 30
"""Characters shown on each side of a new figure."""


@frozen
class Figures:
    """Numbers of a source: how many, how many of them are those of records, and those that nothing explains."""

    findings: tuple[Finding, ...]
    count: int
    in_records: int


def new_figures(
    body: Normal, figures: Sequence[Span], explained: Sequence[Span], numerals: Sequence[Numeral]
) -> Figures:
    """Holds every number of the running text against the records’ words and the list of other numbers.

    ``figures`` are where the words of statistics stand, ``explained`` where those of any record do.
    """
    searched = Searched(body)
    records, others = list(figures), list(explained)
    found: list[Finding] = []
    for numeral in numerals:
        for words in numeral.words:
            wanted = normal_words(words)
            spans = list(searched.occurrences(wanted))
            (records if numeral.record else others).extend(spans)
            if not spans:
                found.append(_gone(searched, numeral, wanted, others))
    count = in_records = 0
    for printed in numerals_in(body.clean):
        at = Span(body.index_of(printed.start), body.index_of(printed.end - 1) + 1)
        count += 1
        if _within(at, records):
            in_records += 1
        elif not _within(at, others):
            found.append(_new(body, printed))
    return Figures(tuple(found), count, in_records)


def _gone(searched: Searched, numeral: Numeral, wanted: Normal, others: list[Span]) -> Finding:
    """What became of the words round a number; the passage in their place is then no new figure."""
    passage = searched.nearest(wanted)
    record = f"statistic {numeral.record}" if numeral.record else f"numeral {numeral.id}"
    if passage is None:
        return missing(record, wanted.clean)
    others.append(passage.span)
    return changed(record, passage.wanted, passage.found, passage.line, more=passage.differences - 1)


def _within(at: Span, spans: Sequence[Span]) -> bool:
    return any(span.start <= at.start and at.end <= span.end for span in spans)


def unlike_their_records(library: Library) -> Iterator[Finding]:
    """Statistics whose printed words do not contain each of their values."""
    for statistic in library.statistics.values():
        for value in statistic.values:
            if not carries(statistic.printed, value):
                words = f"its value {value.value:g} is not in its printed words “{statistic.printed}”"
                yield Finding("changed", f"statistic {statistic.id}", words)


def _new(body: Normal, printed: Printed) -> Finding:
    start, end = max(0, printed.start - _BESIDE), printed.end + _BESIDE
    beginning = body.clean[start : printed.start]
    before = beginning if not start else beginning[beginning.find(" ") + 1 :]
    after = body.clean[printed.end : end]
    after = after[: after.rfind(" ")] if " " in after else after
    words = " ".join(f"{before}{printed.words}{after}".split())
    return Finding("new-figure", "", f"new figure: ‘{printed.words}’ in “…{words}…”", body.lines[printed.start])
