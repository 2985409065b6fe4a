"""By what a deck is judged: how much each rule weighs here, and what somebody lets stand, with date and reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal, NewType, TypeAlias

from deckmaker.model.diagnostic import Diagnostic, Position
from deckmaker.model.frozen import frozen

RuleCode = NewType("RuleCode", str)
"""The code of a rule that decks are held against: ``too-much-text``."""
Level: TypeAlias = Literal["error", "warning", "note", "off"]
"""How much a rule weighs. What a rule that is off finds is told only on request."""


@frozen(kw_only=True)
class Waiver:
    """Somebody has looked at what a rule says, and tells when and why it may stand.

    Without ``deck`` it speaks of all decks of the project, without ``slide`` of the whole deck.
    """

    code: RuleCode = field(metadata={"doc": "the code of a rule", "example": "evidence-age"})
    date: date = field(metadata={"doc": "when it was looked at", "example": "2026-11-03"})
    reason: str = field(metadata={"doc": "why it may stand", "example": "Figures checked against the newest edition."})
    deck: str = field(default="", metadata={"doc": "the name of a deck, if only of one", "example": "my-talk"})
    slide: str = field(
        default="", metadata={"doc": "a slide’s headline, or its line in the spec, if only of one", "example": "14"}
    )
    position: Position | None = field(default=None, compare=False, metadata={"written": False})

    def __str__(self) -> str:
        day = f"{self.date.day} {self.date:%B %Y}"
        place = f" ({self.position.file}:{self.position.line})" if self.position else ""
        return f"{self.code} waived on {day}: {self.reason}{place}"


@frozen(kw_only=True)
class Waived:
    """What a rule found, and the waiver that lets it stand."""

    diagnostic: Diagnostic
    waiver: Waiver


@frozen(kw_only=True)
class Settings:
    """Levels of rules by their codes, and waivers."""

    rules: Mapping[str, Level] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()

    def and_own(self, own: Settings) -> Settings:
        """A project's settings with those of one deck: its rules go before the project's, its waivers come on top."""
        return Settings(rules={**self.rules, **own.rules}, waivers=(*self.waivers, *own.waivers))
