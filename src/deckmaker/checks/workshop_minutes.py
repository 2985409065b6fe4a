"""The minutes of a workshop's parts add up to its length."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout.run_sheet import WORDS_A_MINUTE, minutes_words, run_sheet, time_of_day
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check

CODE = "workshop-minutes"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """A diagnostic where the sum is not the length, or where a workshop does not say how long it is."""
    deck = laid_out.deck
    if deck.kind != "workshop":
        return
    turns = run_sheet(deck)
    total = sum(turn.minutes for turn in turns)
    guessed = [turn for turn in turns if turn.is_estimated]
    if deck.length is None:
        words = f"this workshop does not say how long it is; its parts take {minutes_words(total)}"
        yield Diagnostic(CODE, words, deck.position, f"write  length: {total}", Severity.NOTE)
    elif total != deck.length:
        over = total - deck.length
        ends = f" and end at {time_of_day(deck, total)}" if deck.start is not None else ""
        words = (
            f"the parts of this workshop take {minutes_words(total)}{ends}: {minutes_words(abs(over))} "
            f"{'more' if over > 0 else 'less'} than ‘length: {deck.length}’"
        )
        estimate = (
            f"; {minutes_words(sum(turn.minutes for turn in guessed))} of it "
            f"{'is' if len(guessed) == 1 else 'are'} estimated, for {len(guessed)} "
            f"slide{'' if len(guessed) == 1 else 's'} without ‘minutes:’"
        )
        hint = f"{'take' if over > 0 else 'give'} {minutes_words(abs(over))} {'from' if over > 0 else 'to'} some part"
        yield Diagnostic(CODE, words + (estimate if guessed else ""), deck.position, hint, Severity.WARNING)


CHECK = Check(
    code=CODE,
    severity=Severity.WARNING,
    what=(
        "A workshop whose minutes do not add up to its ‘length’. Breaks count. A slide without ‘minutes’ counts with "
        f"what it takes to say its notes, at {WORDS_A_MINUTE} words a minute and at least one minute; title, agenda, "
        "section, references, closing and blank slides count nothing, unless they say so."
    ),
    why="People have trains to catch and children to collect. What runs over is cut at the end, where plans are made.",
    example="length: 90, with an introduction of 10 minutes, two activities of 30 and a discussion of 25.",
    instead="Change the minutes of a part, or ‘length’. The message says by how much.",
    find=find,
)
