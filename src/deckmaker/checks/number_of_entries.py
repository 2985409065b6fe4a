"""Lists on slides are short enough to be taken in."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check

CODE = "number-of-entries"
BOUNDS = {
    ("activity", "steps"): (1, 4),
    ("poll", "options"): (2, 5),
    ("learning-outcomes", "outcomes"): (2, 4),
    ("evaluation", "questions"): (2, 4),
    ("case-example", "questions"): (0, 3),
}
"""Fewest and most entries of a slide's list."""


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """A diagnostic for each list with too few or too many entries."""
    for slide in laid_out.deck.slides:
        for (kind, name), (fewest, most) in BOUNDS.items():
            if slide.kind == kind and not fewest <= len(entries := getattr(slide, name)) <= most:
                over = len(entries) - most
                yield Diagnostic(
                    CODE,
                    f"this {kind} slide has {len(entries)} {name if len(entries) != 1 else name[:-1]}; "
                    f"it can have {fewest} to {most}",
                    entries[most].position if over > 0 else slide.position,
                    f"leave out {over}, or use a second slide" if over > 0 else "add some",
                )


CHECK = Check(
    code=CODE,
    severity=Severity.ERROR,
    what="; ".join(
        f"{kind}: {name}, {'at most' if not fewest else f'{fewest} to'} {most}"
        for (kind, name), (fewest, most) in BOUNDS.items()
    )
    + ".",
    why="A longer list has no room in type that a room can read, and nobody can hold it in mind.",
    example="An activity in six steps.",
    instead="Join steps, or make two activities of it.",
    find=find,
)
