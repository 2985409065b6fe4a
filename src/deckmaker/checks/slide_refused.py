"""No slide shows what cannot be shown honestly, or lacks what only its author can give."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check

CODE = "slide-refused"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each objection of a slide to what is asked of it."""
    for slide in laid_out.deck.slides:
        for objection in slide.objections(laid_out.deck):
            yield Diagnostic(CODE, objection.because, slide.position, objection.instead)


CHECK = Check(
    code=CODE,
    severity=Severity.ERROR,
    what="A slide that cannot be made as it is asked for: figures that do not go together, or a part that is missing.",
    why="Two figures side by side are compared by everyone who sees them, whether they can be compared or not.",
    example="two-statistics with the same statistic twice; a comparison of a record that has one group only.",
    instead="The message says what is wrong with the slide and which kind of slide does what you want.",
    find=find,
)
