"""A figure that the library itself calls doubtful is said to be doubtful."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.authored import statistics_used
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check

CODE = "doubtful-figure"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """A diagnostic for each slide that uses a statistic marked doubtful."""
    for slide in laid_out.deck.slides:
        for statistic in statistics_used(slide):
            if statistic.doubtful:
                yield Diagnostic(
                    CODE,
                    f"the library marks ‘{statistic.id}’ as doubtful: {statistic.doubtful}",
                    slide.position,
                    "leave it out, or say the doubt on the slide",
                    Severity.WARNING,
                )


CHECK = Check(
    code=CODE,
    severity=Severity.WARNING,
    what="A figure that the library marks as doubtful.",
    why="Somebody will look it up, and one wrong figure costs the trust in all the others.",
    example="A count whose scope the source leaves unclear.",
    instead="Use another figure, or say on the slide what is doubtful.",
    find=find,
    of_truth=True,
)
