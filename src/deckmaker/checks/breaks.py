"""A workshop has a break at least every ninety minutes."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout.run_sheet import is_timed, minutes_words, run_sheet, time_of_day
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check

CODE = "breaks"
LONGEST = 90
"""Minutes that people sit without a break."""


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """A diagnostic for each stretch that is too long, at the slide with which it becomes so."""
    deck = laid_out.deck
    if deck.kind != "workshop":
        return
    began, told = 0, False
    turns = run_sheet(deck)
    for number, turn in enumerate(turns):
        if turn.slide.kind == "break":
            began, told = turn.after + turn.minutes, False
        elif turn.after + turn.minutes - began > LONGEST and not told:
            told = True
            ends = next(
                (t.after for t in turns[number:] if t.slide.kind == "break"), turns[-1].after + turns[-1].minutes
            )
            when = f", from {time_of_day(deck, began)} to {time_of_day(deck, ends)}" if is_timed(deck) else ""
            yield Diagnostic(
                CODE,
                f"there are {minutes_words(ends - began)} without a break{when}; that is more than {LONGEST}",
                turn.slide.position,
                "put  - break: 15  before this slide, or earlier",
                Severity.WARNING,
            )


CHECK = Check(
    code=CODE,
    severity=Severity.WARNING,
    what=f"More than {LONGEST} minutes of a workshop without a break.",
    why="Nobody listens that long. Some have a baby to feed or a call to make, and what they hear may be hard to hear.",
    example="A workshop of three hours with one break after two of them.",
    instead="A break after 60 to 90 minutes: ‘- break: 15’. A workshop of 90 minutes may do without.",
    find=find,
)
