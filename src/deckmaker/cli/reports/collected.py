"""What a report tells, whatever its form: the decks, everything found, each once, and what the machine refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from deckmaker.model.diagnostic import Diagnostic, Position, Severity
from deckmaker.model.frozen import frozen
from deckmaker.model.told import LetStand, Told
from deckmaker.workspace import MachineError, Workspace

if TYPE_CHECKING:
    from deckmaker.discovery import Features


@frozen
class Finding:
    """One diagnostic, the names of the decks that have it, and who lets it stand, if somebody does."""

    diagnostic: Diagnostic
    decks: tuple[str, ...] = ()
    waived: LetStand | None = None


@frozen(kw_only=True)
class Collected:
    """Everything that one run of a command told."""

    workspace: Workspace
    features: Features
    decks: tuple[Told, ...] = ()
    findings: tuple[Finding, ...] = ()
    refusals: tuple[MachineError, ...] = ()

    def address(self, name: str) -> str:
        """A file as a service that holds the repository knows it: from the top of the repository, with slashes.

        That is the folder ``GITHUB_WORKSPACE``, else the one that deckmaker runs in. A file elsewhere keeps its name.
        """
        path, top = self.workspace.path(name), self.workspace.environment.get("GITHUB_WORKSPACE")
        for place in ([Path(top)] if top else []) + [self.workspace.root]:
            if path.is_relative_to(place):
                return path.relative_to(place).as_posix()
        return path.as_posix()

    def spec_of(self, finding: Finding) -> Position | None:
        """Where a finding is shown that has no place of its own: at the beginning of a deck that has it."""
        return next((Position(deck.spec) for deck in self.decks if deck.name in finding.decks), None)


def findings(decks: Sequence[Told], further: Iterable[Diagnostic]) -> tuple[Finding, ...]:
    """What stands, then what is waived, each once with all its decks, in the order in which it was told.

    ``further`` is what belongs to no deck alone.
    """
    open_ones: dict[Diagnostic, list[str]] = {}
    waived: dict[tuple[Diagnostic, Position | None], tuple[LetStand, list[str]]] = {}
    for deck in decks:
        for diagnostic in dict.fromkeys(deck.diagnostics):
            open_ones.setdefault(diagnostic, []).append(deck.name)
        for one in deck.let_stand:
            names = waived.setdefault((one.diagnostic, one.position), (one, []))[1]
            if deck.name not in names:
                names.append(deck.name)
    for diagnostic in further:
        open_ones.setdefault(diagnostic, [])
    return (
        *(Finding(diagnostic, tuple(names)) for diagnostic, names in open_ones.items()),
        *(Finding(one.diagnostic, tuple(names), one) for one, names in waived.values()),
    )


def counted_by_severity(diagnostics: Iterable[Diagnostic]) -> dict[Severity, int]:
    """How many different errors, warnings and notes there are."""
    each = list(dict.fromkeys(diagnostics))
    return {severity: sum(one.severity is severity for one in each) for severity in Severity}


def fingerprint(code: str, file: str, line: str, number: int) -> str:
    """What stands for a finding from one commit to the next, though lines move: its code and the words of its line.

    ``number`` tells apart those that have the same line.
    """
    words = "\n".join((code, file, " ".join(line.split()), str(number)))
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
