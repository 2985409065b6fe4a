"""Text as every output understands it: paragraphs of runs, from the start."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from deckmaker.model.diagnostic import Position

if TYPE_CHECKING:
    from deckmaker.model.evidence import Source, Statistic


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs of runs, and where an author wrote them (``None`` for words of the library or of deckmaker)."""

    paragraphs: tuple[Paragraph, ...] = ()
    position: Position | None = field(default=None, compare=False)

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
