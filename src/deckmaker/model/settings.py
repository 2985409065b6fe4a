"""What a project settles for all of its decks."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from deckmaker.model.diagnostic import Diagnostic, Position, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """Somebody has looked at what a check says of this project’s decks, and says when and why it may stand."""

    code: str = field(metadata={"doc": "the code of a check", "example": "evidence-age"})
    date: date = field(metadata={"doc": "when it was looked at", "example": "2026-11-03"})
    reason: str = field(metadata={"doc": "why it may stand", "example": "Figures checked against the newest edition."})
    position: Position | None = field(default=None, compare=False, metadata={"written": False})

    def __str__(self) -> str:
        day = f"{self.date.day} {self.date:%B %Y}"
        place = f" ({self.position.file}:{self.position.line})" if self.position else ""
        return f"{self.code} acknowledged on {day}: {self.reason}{place}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings file of a project. ``acknowledged`` has each code once."""

    acknowledged: tuple[Acknowledgement, ...] = field(
        default=(), metadata={"doc": "what --strict lets pass, with date and reason"}
    )

    def met(self, diagnostics: Iterable[Diagnostic]) -> tuple[Acknowledgement, ...]:
        """The acknowledgements that speak of any of these."""
        codes = {one.code for one in diagnostics if not one.stops_the_build}
        return tuple(one for one in self.acknowledged if one.code in codes)

    def strict(self, diagnostics: Iterable[Diagnostic], notes: Collection[str]) -> tuple[Diagnostic, ...]:
        """The same diagnostics, with warnings, and ``notes`` of these codes, as errors unless acknowledged."""
        passing = {one.code for one in self.acknowledged}
        return tuple(
            replace(one, severity=Severity.ERROR, hint=f"{one.hint}; or acknowledge ‘{one.code}’ in deckmaker.yaml")
            if one.code not in passing and (one.severity is Severity.WARNING or one.code in notes)
            else one
            for one in diagnostics
        )
