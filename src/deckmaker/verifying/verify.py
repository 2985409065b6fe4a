"""Holds every exact text and every figure of a library against the text of its source.

White space never counts, nor do page furniture, Markdown, the shape of quotation marks and dashes, or hyphens at the
end of a line. Everything else does: words, capitals, punctuation within the words, and the numbers of references.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.model.evidence import Library
from deckmaker.model.frozen import frozen
from deckmaker.model.numeral import Numeral
from deckmaker.verifying.exact_texts import ExactTexts
from deckmaker.verifying.figures import new_figures, unlike_their_records
from deckmaker.verifying.finding import Finding
from deckmaker.verifying.normal import has_marks, normal, normal_words
from deckmaker.verifying.note_marks import NoteMarks
from deckmaker.verifying.reference_list import parted
from deckmaker.verifying.references import held_references
from deckmaker.verifying.source_text import SourceText


@frozen
class Verification:
    """What was found, in the order of the source, and how much was held against it."""

    findings: tuple[Finding, ...]
    texts: int
    references: int
    marks: int
    numerals: int
    in_records: int
    no_statistics: int


def verify(library: Library, source: SourceText, numerals: Sequence[Numeral] = ()) -> Verification:
    """Everything that is missing from the source, changed in it, or new."""
    known = {n: normal_words(words).key for one in library.sources.values() for n, words in one.printed.items()}
    headings = {message.number: normal_words(message.headline).key for message in library.messages.values()}
    parts = parted(source.lines(), known, headings)
    body = normal(parts.body, glued_marks=not has_marks(parts.body))
    texts = ExactTexts(library, body, parts.entries)
    findings = [*texts.check()]
    references = held_references(library, parts.entries)
    findings.extend(references.findings)
    marks = NoteMarks(library, body, references)
    findings.extend(marks.changed())
    findings.extend(marks.away_from_their_words(texts.printed_at))
    findings.extend(unlike_their_records(library))
    figures = new_figures(body, texts.figures, texts.explained, numerals)
    findings.extend(figures.findings)
    told = sorted(dict.fromkeys(findings), key=lambda finding: finding.line or 0)
    return Verification(
        findings=tuple(finding.at(source) for finding in told),
        texts=texts.count,
        references=len(known),
        marks=len(body.marks),
        numerals=figures.count,
        in_records=figures.in_records,
        no_statistics=figures.count - figures.in_records - len(figures.findings),
    )
