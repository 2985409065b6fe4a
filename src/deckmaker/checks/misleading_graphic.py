"""No statistic is drawn in a way that says something else."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check

CODE = "misleading-graphic"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """Look for graphics that were left out because they would mislead."""
    for undrawn in laid_out.undrawn:
        if not undrawn.cramped:
            yield Diagnostic(
                CODE,
                f"‘{undrawn.graphic.subject.id}’ cannot be drawn as ‘{undrawn.graphic.kind}’: {undrawn.because}",
                undrawn.slide.position,
                "choose from: " + ", ".join(undrawn.instead) if undrawn.instead else "leave ‘graphic:’ out",
            )


CHECK = Check(
    code=CODE,
    severity=Severity.ERROR,
    what="A graphic that would say something else than the figure does. Each record lists the honest ways to draw it.",
    why="People remember the picture. A row of babies for a share of areas tells them that babies were counted.",
    example="camhs-under-twos as 1 in N: 42% is not near enough to any such number, and it counts areas.",
    instead="Leave ‘graphic:’ out for the usual one, or take one of those that the message names.",
    find=find,
    of_truth=True,
)
