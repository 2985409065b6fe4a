"""Evidence that should have been looked at again, or that newer evidence has taken the place of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from deckmaker.model.authored import diagrams_used, statistics_used
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.evidence import Diagram, Statistic
from deckmaker.model.feature import Check

CODE = "evidence-age"
_NAMED = 3
"""Figures that the notice names; of more it gives the number."""


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """At most one notice a deck for figures past their review, and one for superseded ones."""
    deck = laid_out.deck
    used = {one.id: one for slide in deck.slides for one in statistics_used(slide)}
    shown = {one.id: one for slide in deck.slides for one in diagrams_used(slide)}
    if deck.as_of is not None:
        records: list[Statistic | Diagram] = [*used.values(), *shown.values()]
        late = [one for one in records if one.review_by is not None and one.review_by < deck.as_of]
        if late:
            yield _past_review(laid_out, late)
    replaced = [one for one in used.values() if one.superseded_by]
    if replaced:
        newer = "; ".join(f"‘{one.id}’ by ‘{one.superseded_by}’" for one in replaced)
        words = f"{_counted(replaced)} of this deck {_have(replaced)} been superseded: {newer}"
        yield Diagnostic(CODE, words, deck.position, "use the newer figure", Severity.NOTE)


def _past_review(laid_out: LaidOutDeck, late: Sequence[Statistic | Diagram]) -> Diagnostic:
    due = sorted({one.review_by for one in late if one.review_by is not None})
    when = _day(due[0]) if len(due) == 1 else f"dates from {_day(due[0])} to {_day(due[-1])}"
    names = ", ".join(f"‘{one.id}’" for one in late[:_NAMED])
    more = f" and {len(late) - _NAMED} more" if len(late) > _NAMED else ""
    were = "was" if len(late) == 1 else "were"
    words = f"{_counted(late)} of this deck {were} to be reviewed by {when}: {names}{more}"
    hint = "look for newer figures before you present these, and say how old they are"
    return Diagnostic(CODE, words, laid_out.deck.position, hint, Severity.NOTE)


def _counted(records: Sequence[Statistic | Diagram]) -> str:
    """How many there are: figures, or records where diagrams are among them."""
    what = "figure" if all(isinstance(one, Statistic) for one in records) else "record"
    return f"one {what}" if len(records) == 1 else f"{len(records)} {what}s"


def _have(records: Sequence[Statistic]) -> str:
    return "has" if len(records) == 1 else "have"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


CHECK = Check(
    code=CODE,
    severity=Severity.NOTE,
    what="Figures and diagrams whose ‘review-by’ is past, or that a newer record supersedes. One notice for the deck.",
    why="Evidence ages. Somebody in the room may know the newer figure.",
    example="A figure with ‘review-by: 2021-01-31’ in a talk of this year.",
    instead="Look for a newer figure, or say how old this one is. ‘--as-of 2020-06-01’ judges by another day.",
    find=find,
    of_truth=True,
)
