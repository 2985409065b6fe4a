"""Text as every output understands it: paragraphs of runs, from the start."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field, replace
from typing import TYPE_CHECKING, NewType

from deckmaker.model.diagnostic import Position
from deckmaker.model.frozen import frozen

if TYPE_CHECKING:
    from deckmaker.model.evidence import Source, Statistic

LanguageTag = NewType("LanguageTag", str)
"""A language as files name it (BCP 47): ‘cy-GB’."""
_NAME_IN_BRACES = re.compile(r"\{[^{}\n]*\}")


@frozen
class Run:
    """A stretch of text with one look.

    ``cites`` makes it a citation mark: the reference's number in the deck, in square brackets and at the size of the
    text, since a raised number beside a figure is misread as part of it (“15%” and “1”). ``figure`` says that
    the words were put there from that record of the library and were not typed by hand. ``leads_to`` is the name of
    a section of the deck whose first slide a click opens.
    """

    text: str
    bold: bool = False
    link: str = ""
    cites: Source | None = None
    figure: Statistic | None = None
    language: str = ""
    colour: str = ""
    leads_to: str = ""


@frozen
class Paragraph:
    """One paragraph. ``heading`` is for notes, where a part has a title of its own.

    ``bullet`` makes it an entry of a list in notes; ``number`` is its number where a placeholder's list is numbered
    and does not begin at 1.
    """

    runs: tuple[Run, ...]
    bullet: bool = False
    heading: bool = False
    number: int | None = None

    def __str__(self) -> str:
        return "".join(run.text for run in self.runs)


@frozen
class Text:
    """Paragraphs of runs, and where an author wrote them (``None`` for words of the library or of deckmaker).

    ``raw`` are the characters that stand there in the file, quotes and line ends with them.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    position: Position | None = field(default=None, compare=False)
    raw: str = field(default="", compare=False, repr=False)

    def __str__(self) -> str:
        return "\n".join(str(paragraph) for paragraph in self.paragraphs)

    def __bool__(self) -> bool:
        return any(run.text for paragraph in self.paragraphs for run in paragraph.runs)

    @property
    def runs(self) -> tuple[Run, ...]:
        """Every run, in reading order."""
        return tuple(run for paragraph in self.paragraphs for run in paragraph.runs)

    @property
    def word_count(self) -> int:
        """Number of words, as a person would count them."""
        return len(str(self).split())

    def place_of(self, words: str, nth: int = 0) -> Position | None:
        """Where these words of the text stand in their file, for the nth time from 0, whatever line ends lie in them.

        Where the text begins if that cannot be told.
        """
        if self.position is None or not self.raw:
            return self.position
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
        typed = _NAME_IN_BRACES.sub(lambda found: " " * len(found[0]), self.raw)
        index = next((found.start() for n, found in enumerate(re.finditer(pattern, typed)) if n == nth), None)
        if index is None:
            return self.position
        lines, start = self.raw.count("\n", 0, index), self.raw.rfind("\n", 0, index)
        column = index - start if lines else self.position.column + index
        return replace(self.position, line=self.position.line + lines, column=column)

    def followed_by(self, *runs: Run) -> Text:
        """The same text with runs added to its last paragraph."""
        if not self.paragraphs:
            return replace(self, paragraphs=(Paragraph(runs),))
        last = self.paragraphs[-1]
        return replace(self, paragraphs=(*self.paragraphs[:-1], replace(last, runs=(*last.runs, *runs))))


def plain(*paragraphs: str, bold: bool = False) -> Text:
    """Text of deckmaker's or the library's own: one paragraph a string."""
    return Text(tuple(Paragraph((Run(words, bold=bold),)) for words in paragraphs))


def joined(texts: Iterable[Text]) -> Text:
    """The paragraphs of several texts, one after the other."""
    return Text(tuple(paragraph for text in texts for paragraph in text.paragraphs))
