"""What is said of a deck that was built or checked, as plain data: it can be kept and said again later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from deckmaker.model.diagnostic import Diagnostic, Position, Severity
from deckmaker.model.frozen import frozen


@frozen(kw_only=True)
class IdleWaiver:
    """A waiver that speaks of this deck and met nothing: where it stands, and the note on it."""

    place: str
    names_a_deck: bool
    note: Diagnostic


@frozen(kw_only=True)
class LetStand:
    """What a rule found and somebody lets stand: the day (YYYY-MM-DD), the reason, and where the waiver is written."""

    diagnostic: Diagnostic
    day: str
    reason: str
    position: Position | None = None


@frozen(kw_only=True)
class Told:
    """One deck: its files, what is wrong with it, what was waived, and further lines for whoever wants to know.

    ``rules_off`` are codes of rules that the settings switch off; ``used`` are the places of waivers that met
    something. ``every_detail`` is told only on request.
    """

    spec: str
    name: str
    diagnostics: tuple[Diagnostic, ...] = ()
    files: tuple[str, ...] = ()
    slide_count: int = 0
    seconds: float = 0.0
    is_judged: bool = False
    rules_off: tuple[str, ...] = ()
    waived: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    idle: tuple[IdleWaiver, ...] = ()
    let_stand: tuple[LetStand, ...] = ()
    details: tuple[str, ...] = ()
    every_detail: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that stop the deck from being written."""
        return tuple(one for one in self.diagnostics if one.stops_the_build)

    def as_data(self) -> dict[str, Any]:
        """The same as lists, words and numbers."""
        return asdict(self)


def told_again(data: Mapping[str, Any]) -> Told:
    """What ``as_data`` gave, as it was. Raises ``KeyError``, ``TypeError`` or ``ValueError`` for anything else."""
    lists = ("files", "rules_off", "waived", "used", "details", "every_detail")
    return Told(
        spec=str(data["spec"]),
        name=str(data["name"]),
        diagnostics=tuple(_diagnostic(one) for one in data["diagnostics"]),
        slide_count=int(data["slide_count"]),
        seconds=float(data["seconds"]),
        is_judged=bool(data["is_judged"]),
        idle=tuple(
            IdleWaiver(place=str(one["place"]), names_a_deck=bool(one["names_a_deck"]), note=_diagnostic(one["note"]))
            for one in data["idle"]
        ),
        let_stand=tuple(
            LetStand(
                diagnostic=_diagnostic(one["diagnostic"]),
                day=str(one["day"]),
                reason=str(one["reason"]),
                position=_position(one["position"]),
            )
            for one in data["let_stand"]
        ),
        **{name: tuple(map(str, data[name])) for name in lists},
    )


def _diagnostic(data: Mapping[str, Any]) -> Diagnostic:
    position = _position(data["position"])
    return Diagnostic(str(data["code"]), str(data["message"]), position, str(data["hint"]), Severity(data["severity"]))


def _position(place: Mapping[str, Any] | None) -> Position | None:
    return None if place is None else Position(str(place["file"]), int(place["line"]), int(place["column"]))
