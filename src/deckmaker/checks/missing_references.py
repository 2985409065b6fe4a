"""A deck that cites works lists them."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check

CODE = "missing-references"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """Look for citation marks in a deck without a slide of references."""
    deck = laid_out.deck
    if deck.kind == "infographic":  # its sources stand at the foot
        return
    if deck.references and not any(slide.kind == "references" for slide in deck.slides):
        count = len(deck.references)
        yield Diagnostic(
            CODE,
            f"this deck cites {count} work{'' if count == 1 else 's'} and has no slide that lists them",
            deck.position,
            "add ‘- references’ near the end",
            Severity.WARNING,
        )


CHECK = Check(
    code=CODE,
    severity=Severity.WARNING,
    what="A deck with citation marks and no references.",
    why="A number in brackets that leads nowhere says less than none.",
    example="A deck with ‘- statistic: camhs-under-twos’ and no ‘- references’.",
    instead="Add ‘- references’ near the end: the list makes itself.",
    find=find,
    of_truth=True,
)
