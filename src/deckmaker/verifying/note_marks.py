"""Note marks: every numbered reference is marked in the text, and at the words of the records that cite it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from deckmaker.model.evidence import Library
from deckmaker.verifying.finding import Finding
from deckmaker.verifying.matching import Span
from deckmaker.verifying.normal import Mark, Normal
from deckmaker.verifying.references import References

_BEFORE, _AFTER = 300, 650
"""Characters of the key round a record’s words among which its marks are looked for."""


class NoteMarks:
    """The note marks of one source. Where its references were renumbered, their marks are looked for as renumbered."""

    def __init__(self, library: Library, body: Normal, references: References) -> None:
        self.library, self.body, self.references = library, body, references
        self.printed = {mark.number for mark in body.marks}
        self.known = {self._now(number): source.id for source in library.sources.values() for number in source.numbers}

    def changed(self) -> Iterator[Finding]:
        """Numbers that are marked nowhere, or that no reference has."""
        taken: set[Mark] = set()
        for number in sorted(self.known.keys() - self.printed):
            mark, record = self._in_place_of(number), f"source {self.known[number]}"
            if mark is not None:
                taken.add(mark)
                yield Finding("number", record, f"note mark changed: {number} → {mark.number}", mark.line)
            else:
                yield Finding("number", record, f"note mark {number} is missing", self._line_for(number))
        for mark in self.body.marks:
            if mark.number not in self.known and mark.number not in self.references.printed and mark not in taken:
                yield Finding("number", "", f"note mark {mark.number} has no reference in the library", mark.line)

    def away_from_their_words(self, printed_at: Mapping[str, Sequence[Span]]) -> Iterator[Finding]:
        """Records whose reference number does not stand at their words any more."""
        for kind in ("statistic", "quotation"):
            for name, one in getattr(self.library, f"{kind}s").items():
                record = f"{kind} {name}"
                spans = printed_at.get(record, ())
                numbers = [self._now(cite.number) for cite in one.cite if cite.number is not None and not cite.inferred]
                if not spans or not numbers:
                    continue
                near = {mark.number for span in spans for mark in self._near(span)}
                if near.isdisjoint(numbers):
                    wanted = " or ".join(map(str, numbers))
                    nearest = self._first_after(spans[0])
                    says = f"; the next note mark is {nearest.number}" if nearest else ""
                    line = nearest.line if nearest else self.body.line_at(spans[0].start)
                    yield Finding("number", record, f"note mark {wanted} does not stand at its words{says}", line)

    def _now(self, number: int) -> int:
        """What the source calls the library’s reference of that number in its note marks."""
        now = self.references.numbers.get(number, number)
        still_marked = number in self.printed and number not in self.references.printed
        return now if now in self.printed and not still_marked else number

    def _near(self, span: Span) -> Iterator[Mark]:
        return (mark for mark in self.body.marks if span.start - _BEFORE <= mark.at <= span.end + _AFTER)

    def _first_after(self, span: Span) -> Mark | None:
        return next((mark for mark in self.body.marks if span.start < mark.at <= span.end + _AFTER), None)

    def _in_place_of(self, number: int) -> Mark | None:
        """The mark that stands where this number should: between its neighbours, and itself out of order."""
        marks = self.body.marks
        for at, mark in enumerate(marks):
            before = marks[at - 1] if at else None
            after = marks[at + 1] if at + 1 < len(marks) else None
            follows = before is None or before.number < number
            precedes = after is None or after.number > number
            out_of_order = (before is not None and mark.number <= before.number) or (
                after is not None and mark.number >= after.number
            )
            if follows and precedes and (out_of_order or mark.number not in self.known):
                return mark
        return None

    def _line_for(self, number: int) -> int | None:
        """Where the number should stand: where the one before it does."""
        before = [mark for mark in self.body.marks if mark.number < number]
        return max(before, key=lambda mark: mark.number).line if before else None
