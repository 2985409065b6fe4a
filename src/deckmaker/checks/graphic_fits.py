"""No graphic is squeezed until nobody can read it."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check

CODE = "no-room-for-graphic"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """Look for graphics that were left out because their place is too small."""
    for undrawn in laid_out.undrawn:
        if undrawn.cramped:
            yield Diagnostic(
                CODE,
                f"the graphic of this {undrawn.slide.kind} slide has no room in its place: {undrawn.because}",
                undrawn.slide.position,
                "choose another ‘graphic:’ or another ‘layout:’",
            )


CHECK = Check(
    code=CODE,
    severity=Severity.ERROR,
    what="A graphic that cannot show all that it must, at sizes that can be read, in the place that it is given.",
    why="Type under 18 points and symbols like grains of sand tell nobody anything.",
    example="Eight groups with long names as bars in half a slide.",
    instead="Choose another graphic, or a layout with more room for it.",
    find=find,
)
