"""Every slide has a title of its own."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check

CODE = "same-title"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """A diagnostic for each later slide whose title an earlier one has."""
    first: dict[str, int] = {}
    for number, (slide, frame) in enumerate(zip(laid_out.slides, laid_out.frames, strict=True), start=1):
        title = " ".join(frame.title.casefold().split())
        if title in first:
            yield Diagnostic(
                CODE,
                f"slide {number} has the same title as slide {first[title]}: ‘{frame.title}’",
                slide.position,
                "give one of them a ‘headline:’ of its own",
                Severity.WARNING,
            )
        first.setdefault(title, number)


CHECK = Check(
    code=CODE,
    severity=Severity.WARNING,
    what="Two slides of a deck with the same title.",
    why="People who use a screen reader find their way by titles, and so does everybody in the list of slides.",
    example="Two quotations of the same organisation, each called “In their words: …”.",
    instead="Give one of them a headline of its own: ‘headline: …’ beside its kind.",
    find=find,
)
