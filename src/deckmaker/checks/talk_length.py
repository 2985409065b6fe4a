"""What the notes say takes as long as the deck says."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check
from deckmaker.model.text import Text

CODE = "talk-length"
WORDS_A_MINUTE = 130
"""How fast a talk is spoken: calm, with pauses."""
TOLERANCE = 0.1


def spoken_words(notes: Text) -> int:
    """Words of the notes that are said: those before the list of sources."""
    count = 0
    for paragraph in notes.paragraphs:
        if paragraph.heading:
            break
        count += len(str(paragraph).split())
    return count


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """A diagnostic where the notes take more than a tenth longer or shorter than ``length``."""
    deck = laid_out.deck
    if deck.length is None or not deck.notes:
        return
    minutes = sum(spoken_words(frame.notes) for frame in laid_out.frames) / WORDS_A_MINUTE
    if abs(minutes - deck.length) > deck.length * TOLERANCE:
        yield Diagnostic(
            CODE,
            f"the notes take {_about(minutes)} to say, and ‘length’ says {deck.length}",
            deck.position,
            f"change ‘length’, or {'cut' if minutes > deck.length else 'add to'} slides or notes",
            Severity.WARNING if minutes > deck.length else Severity.NOTE,
        )


def _about(minutes: float) -> str:
    return f"about {round(minutes)} minute{'' if round(minutes) == 1 else 's'}"


CHECK = Check(
    code=CODE,
    severity=Severity.WARNING,
    what=f"A talk whose notes, at {WORDS_A_MINUTE} words a minute, take over a tenth more or less time than ‘length’.",
    why="A talk that runs over loses its last slide, which holds the ask.",
    example="length: 5, with notes of a thousand words. Notes that are too short are only noted: people speak freely.",
    instead="Change ‘length’, or cut or add slides and notes.",
    find=find,
)
