"""What must hold in a finished library, beyond what a file must have to be read at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterator
from dataclasses import fields
from typing import Any

from deckmaker.model.diagnostic import Diagnostic, did_you_mean, in_order
from deckmaker.model.evidence import (
    Citation,
    Diagram,
    DiagramPart,
    Library,
    Message,
    Quotation,
    Source,
    Statistic,
    Support,
    Value,
)
from deckmaker.verifying.numerals import carries

SHORT_WORDS, SUPPORT_WORDS, BASE_WORDS, PREDICATE_WORDS, HEADLINE_WORDS = 8, 12, 6, 16, 10
LEAD_WORDS, TEXT_WORDS = 8, 24
"""Most words of the name of a diagram’s part, and of what is said of it."""
TALKING_POINTS = range(120, 181)
SUPPORTS = 3
SENTENCES = 2
_SENTENCE_END = re.compile(r"[.!?][’”\"')]*(?=\s|$)")


def library_problems(library: Library, graphics: Collection[str], icons: Collection[str]) -> tuple[Diagnostic, ...]:
    """Everything that a library still lacks, each at its record. ``graphics`` and ``icons`` are the names there are."""
    return in_order(_found(library, graphics, icons))


def _found(library: Library, graphics: Collection[str], icons: Collection[str]) -> Iterator[Diagnostic]:
    cited = {citation.source.id for citation in _citations(library)}
    for source in library.sources.values():
        yield from _source(source, cited)
    for statistic in library.statistics.values():
        yield from _statistic(statistic, library, graphics, icons)
    for quotation in library.quotations.values():
        yield from _quotation(quotation)
    for message in library.messages.values():
        yield from _message(message, library, icons)
    for diagram in library.diagrams.values():
        yield from _diagram(diagram, graphics, icons)
    yield from _twice(library)


def _source(source: Source, cited: Collection[str]) -> Iterator[Diagnostic]:
    if source.id not in cited and not source.uses.strip():
        hint = "cite it, or say under ‘uses’ what the chapter takes from it"
        yield _problem(
            source, "source-without-use", f"nothing cites the source ‘{source.id}’, and it has no ‘uses’", hint
        )
    yield from _empty(source, "title", "short")
    if not (source.author or source.publisher or source.caveats):
        words = f"the source ‘{source.id}’ has neither author nor publisher, and no caveat that says so"
        yield _problem(source, "missing-field", words, "write  author: …  or a caveat")
    if not (source.year or source.caveats):
        words = f"the source ‘{source.id}’ has no year, and no caveat that says so"
        yield _problem(source, "missing-field", words, 'write  year: "2019"  or a caveat')
    for number in source.numbers:
        if not source.printed.get(number, "").strip():
            words = f"the source ‘{source.id}’ lacks reference {number} as printed"
            yield _problem(source, "missing-field", words, f"write it under ‘printed’, after  {number}:")


def _statistic(
    statistic: Statistic, library: Library, graphics: Collection[str], icons: Collection[str]
) -> Iterator[Diagnostic]:
    name = statistic.id
    yield from _empty(statistic, "counted", "base", "predicate", "phrase", "place", "period", "population", "printed")
    yield from _empty(statistic, "headline", "messages", "caveats")
    yield from _too_long(statistic, "base", statistic.base, BASE_WORDS)
    yield from _too_long(statistic, "predicate", statistic.predicate, PREDICATE_WORDS)
    yield from _too_long(statistic, "headline", statistic.headline, HEADLINE_WORDS)
    for value in statistic.values:
        if statistic.printed and not carries(statistic.printed, value):
            words = f"the printed words of ‘{name}’ do not contain its value {value.value:g}"
            yield _problem(statistic, "value-not-printed", words, "‘printed’ has to carry the figure")
    for kind in (statistic.drawing.default, *statistic.drawing.allowed):
        if kind not in graphics:
            words = f"‘{name}’ may be drawn as ‘{kind}’, and there is no such graphic"
            yield _problem(statistic, "unknown-graphic", words, did_you_mean(kind, tuple(graphics)))
    yield from _icon(statistic, statistic.drawing.icon, icons)
    yield from _belongs(statistic, "statistics", library)
    if statistic.review_by is None:
        yield _problem(statistic, "missing-field", f"the statistic ‘{name}’ has no ‘review-by’", "write  review-by: …")


def _quotation(quotation: Quotation) -> Iterator[Diagnostic]:
    yield from _empty(quotation, "parts", "attribution", "messages", "short", "audiences")
    if any(not part.strip() for part in quotation.parts):
        yield _problem(quotation, "missing-field", f"a part of the quotation ‘{quotation.id}’ has no words")
    if not (quotation.work and quotation.year) and not quotation.caveat:
        words = f"the quotation ‘{quotation.id}’ lacks its work or its year, and has no caveat"
        yield _problem(quotation, "missing-field", words, "write  work: …  and  year: …, or a caveat")


def _message(message: Message, library: Library, icons: Collection[str]) -> Iterator[Diagnostic]:
    yield from _empty(message, "headline", "short")
    yield from _too_long(message, "short", message.short, SHORT_WORDS)
    if len(message.supports) != SUPPORTS:
        words = f"message {message.number} has {len(message.supports)} supports; it should have {SUPPORTS}"
        yield _problem(message, "wrong-length", words)
    for support in message.supports:
        yield from _too_long(message, "support", str(support.text), SUPPORT_WORDS)
        yield from _icon(message, support.icon, icons)
    sentences = len(_SENTENCE_END.findall(str(message.summary)))
    if sentences != SENTENCES:
        words = f"the summary of message {message.number} has {sentences} sentences; it should have {SENTENCES}"
        yield _problem(message, "wrong-length", words)
    count = message.talking_points.word_count
    if count not in TALKING_POINTS:
        span = f"{TALKING_POINTS.start} to {TALKING_POINTS.stop - 1}"
        words = f"the talking points of message {message.number} have {count} words; they should have {span}"
        yield _problem(message, "wrong-length", words)
    for kind in ("statistics", "quotations"):
        for name in getattr(message, kind):
            record = getattr(library, kind).get(name)
            if record is not None and message.number not in record.messages:
                words = f"message {message.number} lists ‘{name}’, which does not name that message"
                yield _problem(record, "one-sided", words, f"add {message.number} to its ‘messages’")


def _diagram(diagram: Diagram, graphics: Collection[str], icons: Collection[str]) -> Iterator[Diagnostic]:
    name = diagram.id
    yield from _empty(diagram, "headline", "messages", "caveats", "notes")
    yield from _too_long(diagram, "headline", diagram.headline, HEADLINE_WORDS)
    if diagram.graphic not in graphics:
        words = f"‘{name}’ is drawn as ‘{diagram.graphic}’, and there is no such graphic"
        yield _problem(diagram, "unknown-graphic", words, did_you_mean(diagram.graphic, tuple(graphics)))
    for part in (*diagram.parts, *diagram.outcomes):
        yield from _icon(diagram, part.icon, icons)
        yield from _too_long(diagram, "lead", part.lead, LEAD_WORDS)
        yield from _too_long(diagram, "text", str(part.text or ""), TEXT_WORDS)
        if diagram.words_of is None and not part.cite:
            words = f"the part ‘{part.lead}’ of ‘{name}’ cites nothing, and its words are those of no quotation"
            yield _problem(diagram, "missing-field", words, "write  cite: …  for it, or  words-of: …")
        if part.nation is not None and part.nation not in diagram.nations:
            words = f"‘{name}’ has a part for {part.nation.value} and does not name it under ‘nations’"
            yield _problem(diagram, "one-sided", words, f"add {part.nation.value} to its ‘nations’")
    if diagram.review_by is None:
        yield _problem(diagram, "missing-field", f"the diagram ‘{name}’ has no ‘review-by’", "write  review-by: …")


def _belongs(record: Statistic, kind: str, library: Library) -> Iterator[Diagnostic]:
    messages = [library.messages.get(str(number)) for number in record.messages]
    if not any(message is not None and record.id in getattr(message, kind) for message in messages):
        words = f"no message lists ‘{record.id}’ among its {kind}"
        yield _problem(record, "one-sided", words, "add it to a message that it names")


def _twice(library: Library) -> Iterator[Diagnostic]:
    """Records that say exactly the same as another."""
    kinds: tuple[tuple[str, Callable[[Any], Hashable]], ...] = (
        ("sources", lambda one: (one.reference, one.link)),
        ("statistics", lambda one: (one.printed, tuple((value.value, value.high) for value in one.values))),
        ("quotations", lambda one: " ".join(one.text.split())),
        ("messages", lambda one: one.headline),
    )
    for kind, essence in kinds:
        first: dict[Hashable, str] = {}
        for record in getattr(library, kind).values():
            other = first.setdefault(essence(record), record.id)
            if other != record.id:
                yield _problem(record, "duplicate", f"‘{record.id}’ says the same as ‘{other}’", "keep one of the two")
    numbers: dict[int, str] = {}
    for source in library.sources.values():
        for number in source.numbers:
            other = numbers.setdefault(number, source.id)
            if other != source.id:
                words = f"reference {number} is both ‘{other}’ and ‘{source.id}’"
                yield _problem(source, "duplicate", words, "a number belongs to one work")


def _citations(value: object) -> Iterator[Citation]:
    match value:
        case Citation():
            yield value
        case Library() | Message() | Support() | Quotation() | Statistic() | Value() | Diagram() | DiagramPart():
            for field in fields(value):
                yield from _citations(getattr(value, field.name))
        case dict():
            for one in value.values():
                yield from _citations(one)
        case tuple():
            for one in value:
                yield from _citations(one)
        case _:
            return


def _empty(record: Any, *names: str) -> Iterator[Diagnostic]:
    for name in names:
        value = getattr(record, name)
        if not (value.strip() if isinstance(value, str) else value):
            key = name.replace("_", "-")
            yield _problem(record, "missing-field", f"‘{record.id}’ has nothing under ‘{key}’", f"write  {key}: …")


def _too_long(record: Any, key: str, words: str, most: int) -> Iterator[Diagnostic]:
    count = len(words.split())
    if count > most:
        yield _problem(
            record, "wrong-length", f"a ‘{key}’ of ‘{record.id}’ has {count} words, {most} at most: “{words}”"
        )


def _icon(record: Any, name: str, icons: Collection[str]) -> Iterator[Diagnostic]:
    if name and name not in icons:
        near = did_you_mean(name, tuple(icons))
        yield _problem(record, "unknown-icon", f"there is no icon ‘{name}’, which ‘{record.id}’ asks for", near)


def _problem(record: Any, code: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(code, message, record.position, hint)
