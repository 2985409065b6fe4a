"""What the notes say takes as long as the deck says."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout.run_sheet import WORDS_A_MINUTE, minutes_per_slide, minutes_words
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check

CODE = "talk-length"
TOLERANCE = 0.1


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """A diagnostic where a talk's notes take more than a tenth longer or shorter than ``length``."""
    deck = laid_out.deck
    if deck.length is None or not deck.notes or deck.kind == "workshop":
        return
    minutes = sum(minutes_per_slide(laid_out))
    if abs(minutes - deck.length) > deck.length * TOLERANCE:
        yield Diagnostic(
            CODE,
            f"the notes take about {minutes_words(round(minutes))} to say, and ‘length’ says {deck.length}",
            deck.position,
            f"change ‘length’, or {'cut' if minutes > deck.length else 'add to'} slides or notes",
            Severity.WARNING,
        )


CHECK = Check(
    code=CODE,
    severity=Severity.WARNING,
    what=(
        f"A talk whose notes, at {WORDS_A_MINUTE} words a minute, take over a tenth more or less time than ‘length’. A "
        "slide with ‘minutes’ of its own takes those. Workshops are held against their minutes instead."
    ),
    why="A talk that runs over loses its last slide, which holds the ask; one that stops early was promised as longer.",
    example="length: 5, with notes of a thousand words.",
    instead="Change ‘length’, or cut or add slides and notes.",
    find=find,
)
