"""The words that a library has from its source exactly: headlines, headings, quotations, words round figures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from deckmaker.model.evidence import Library, Message, Quotation, Source
from deckmaker.verifying.finding import Finding, changed, missing
from deckmaker.verifying.matching import Searched, Span
from deckmaker.verifying.normal import Normal, normal_words
from deckmaker.verifying.reference_list import Entry

_OMISSION = re.compile(r"\s*(?:\[…\]|\[\.\.\.\])\s*")
_APART = 500
"""Characters of the key that may stand between two parts of one quotation."""
_BESIDE = 350
"""Characters of the key within which an attribution stands beside a quotation."""
_PRINTED_AGAIN = 0.85
"""How near a second printing must be to count as one; in a short text one word may differ."""
_ENOUGH_WORDS = 6
"""Words from which a second printing can be told."""


class ExactTexts:
    """One library against one source.

    After ``check``, ``printed_at`` has the spans of every record’s words, by ‘statistic an-identifier’, and
    ``figures`` those of statistics, and ``explained`` all spans in which numbers belong to a record of any kind.
    """

    def __init__(self, library: Library, body: Normal, entries: Sequence[Entry]) -> None:
        self.library, self.body = library, body
        self.searched = Searched(body)
        self.references = "\n".join(entry.words.key.casefold() for entry in entries)
        self.everything = body.key.casefold() + "\n" + self.references
        self.printed_at: dict[str, list[Span]] = defaultdict(list)
        self.explained: list[Span] = []
        self.figures: list[Span] = []
        self.repeated: list[tuple[str, Normal]] = []
        self.count = 0

    def check(self) -> Iterator[Finding]:
        """Every exact text that is missing or changed."""
        for message in self.library.messages.values():
            yield from self._message(message)
        for quotation in self.library.quotations.values():
            yield from self._quotation(quotation)
        for statistic in self.library.statistics.values():
            record = f"statistic {statistic.id}"
            yield from self._words(record, statistic.printed)
            self.figures.extend(self.printed_at[record])
        yield from self._printed_again()

    def _message(self, message: Message) -> Iterator[Finding]:
        record = f"message {message.number}"
        yield from self._words(record, message.headline, repeated=True)
        for span in self.printed_at[record]:
            number = self._explain(record, span)
            if number not in (None, message.number):
                line = self.body.line_at(span.start)
                yield Finding("changed", record, f"its number changed: {message.number} → {number}", line)
        for section in message.sections:
            self.count += 1
            heading = normal_words(section.title)
            spans = [span for span in self.searched.occurrences(heading) if self._is_line(span)]
            self.explained.extend(spans)
            if not spans:
                yield missing(record, section.title, which="heading ")

    def _quotation(self, quotation: Quotation) -> Iterator[Finding]:
        record = f"quotation {quotation.id}"
        found = False
        after = 0
        for number, part in enumerate(quotation.parts, start=1):
            which = f"part {number} " if len(quotation.parts) > 1 else ""
            spans = list(self.searched.occurrences(normal_words(part)))
            following = [span for span in spans if not after or after <= span.start <= after + _APART]
            if spans and not following:
                line = self.body.line_at(spans[0].start)
                yield Finding("changed", record, f"{which}no longer follows the part before it", line)
            problems = list(self._words(record, part, which, repeated=True))
            yield from problems
            found = found or bool(problems)
            after = (following or spans)[0].end if spans else 0
        if found:
            return
        yield from self._short(quotation, record)
        if quotation.kind in ("block", "inline"):
            yield from self._marks_round(quotation, record)
            yield from self._attribution(quotation, record)
        if quotation.work and _folded(quotation.work) not in self.everything:
            yield missing(record, quotation.work, which="work ")

    def _words(self, record: str, words: str, which: str = "", *, repeated: bool = False) -> Iterator[Finding]:
        self.count += 1
        wanted = normal_words(words)
        spans = list(self.searched.occurrences(wanted))
        self.printed_at[record].extend(spans)
        self.explained.extend(spans)
        if spans:
            if repeated and len(wanted.words) >= _ENOUGH_WORDS:
                self.repeated.append((record, wanted))
            return
        passage = self.searched.nearest(wanted)
        if passage is None:
            yield missing(record, words, which=which)
        else:
            self._explain(record, passage.span)
            more = passage.differences - 1
            yield changed(record, passage.wanted, passage.found, passage.line, more=more, which=which)

    def _printed_again(self) -> Iterator[Finding]:
        """Texts that are printed exactly in one place and almost so in another."""
        for record, words in self.repeated:
            least = min(_PRINTED_AGAIN, 1 - 1.2 / len(words.words))
            passage = self.searched.nearest(words, besides=self.explained, least=least)
            if passage is None:
                continue
            self._explain(record, passage.span)
            if self.body.key[passage.span.start : passage.span.end].casefold() != words.key.casefold():
                which = "where it is printed again, "
                yield changed(record, passage.wanted, passage.found, passage.line, which=which)

    def _short(self, quotation: Quotation, record: str) -> Iterator[Finding]:
        for piece in _OMISSION.split(quotation.short):
            self.count += bool(piece)
            parts = [normal_words(part).key for part in quotation.parts]
            wanted = normal_words(piece).key
            if wanted and wanted not in "".join(parts):
                yield missing(record, piece, which="short form ")

    def _marks_round(self, quotation: Quotation, record: str) -> Iterator[Finding]:
        """Quotation marks before the first part and after the last, wherever else the source has them or not."""
        key = self.body.key
        ends = [
            list(self.searched.occurrences(normal_words(part))) for part in (quotation.parts[0], quotation.parts[-1])
        ]
        firsts, lasts = ends
        if not any(key[span.start - 1 : span.start] in ("'", '"') for span in firsts):
            place = self.body.line_at(firsts[0].start)
            yield Finding("changed", record, "no quotation mark stands before it any more", place)
        if not any(re.match(r"[.,;:!?]*['\"]", key[span.end : span.end + 4]) for span in lasts):
            place = self.body.line_at(lasts[0].end - 1)
            yield Finding("changed", record, "no quotation mark stands after it any more", place)

    def _attribution(self, quotation: Quotation, record: str) -> Iterator[Finding]:
        """The attribution stands beside a block, or in its reference; that of an inline quotation anywhere."""
        self.count += 1
        spans = self.printed_at[record]
        beside = "".join(self.body.key[max(0, s.start - _BESIDE) : s.end + _BESIDE] for s in spans)
        cited = "".join(_folded(words) for cite in quotation.cite for words in _printed(cite.source))
        near = beside.casefold() + "\n" + cited + "\n" + (self.references if not cited else "")
        where = near if quotation.kind == "block" else self.everything
        pieces = (
            [quotation.attribution] if _folded(quotation.attribution) in where else quotation.attribution.split(", ")
        )
        for piece in pieces:
            if _folded(piece) not in where:
                line = self.body.line_at(spans[-1].end - 1)
                yield Finding("missing", record, f"attribution missing beside it: “{piece}”", line)

    def _explain(self, record: str, span: Span) -> int | None:
        """Numbers in the span belong to the record, and so does the number before a headline, which is told."""
        number = _number_before(self.body, span.start) if record.startswith("message") else None
        self.explained.append(Span(span.start - (0 if number is None else len(str(number)) + 1), span.end))
        return number

    def _is_line(self, span: Span) -> bool:
        before, after = self.body.places[span.start] - 1, self.body.places[span.end - 1] + 1
        return (before < 0 or self.body.clean[before] == "\n") and self.body.clean[after : after + 1] in ("", "\n")


def _printed(source: Source) -> tuple[str, ...]:
    return tuple(source.printed.values())


def _folded(words: str) -> str:
    return normal_words(words).key.casefold()


def _number_before(body: Normal, start: int) -> int | None:
    """The number of a numbered heading, if one stands before it on its line."""
    place = body.places[start]
    beginning = body.clean.rfind("\n", 0, place) + 1
    found = re.fullmatch(r"(\d{1,3})[.):]\s+", body.clean[beginning:place])
    return int(found[1]) if found else None
