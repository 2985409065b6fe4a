"""What can be wrong with what somebody wrote, as data: where, what, and the likely fix."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from deckmaker.model.frozen import frozen


class Severity(StrEnum):
    """How much a diagnostic weighs. An error stops the deck from being written."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True, slots=True)
class Position:
    """A place in a file: its name as the author knows it, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@frozen
class Diagnostic:
    """One thing to mend: a stable code, the place, plain words, and the likely fix."""

    code: str
    message: str
    position: Position | None = None
    hint: str = ""
    severity: Severity = Severity.ERROR

    @property
    def stops_the_build(self) -> bool:
        """Whether a deck with this diagnostic may not be written."""
        return self.severity is Severity.ERROR


class DeckError(Exception):
    """What an author wrote cannot become a deck. Carries every diagnostic of the stage, in order of place."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = in_order(diagnostics)
        super().__init__("\n".join(f"{d.position}: {d.message}" for d in self.diagnostics))


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics by file, line and column; those without a place come first."""
    return tuple(sorted(diagnostics, key=lambda d: (d.position is not None, d.position or Position(""), d.code)))


def did_you_mean(wrong: str, choices: Sequence[str]) -> str:
    """A hint for an unknown name: the nearest valid ones, else all of them while they are few."""
    from difflib import get_close_matches  # nobody waits for it who has made no mistake

    folded = {choice.casefold(): choice for choice in choices}
    near = get_close_matches(wrong.strip().casefold().replace("_", "-"), list(folded), n=2, cutoff=0.55)
    if near:
        return "did you mean " + " or ".join(f"‘{folded[name]}’" for name in near) + "?"
    if len(choices) <= 24:
        return "choose from: " + ", ".join(sorted(choices))
    return ""
