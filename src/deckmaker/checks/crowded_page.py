"""An infographic has room for all its panels."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check

CODE = "crowded-page"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each page that its panels do not fit."""
    for one in laid_out.crowded:
        yield Diagnostic(CODE, one.because, one.slide.position, one.instead)


CHECK = Check(
    code=CODE,
    severity=Severity.ERROR,
    what="An infographic whose panels need more room than its page has, even in the smallest type and graphics.",
    why="Panels would overlap, or shrink until nobody can read them on a wall or a telephone.",
    example="Twelve statistics on a page ‘square’.",
    instead="Leave panels out, take a larger page, or write ‘cards: yes’. The message says how many fit.",
    find=find,
)
