"""The report as JSON, for programs of one's own. ``report.schema.json`` beside this file says what stands in it."""

from __future__ import annotations

import json
from typing import Any

from deckmaker import __version__
from deckmaker.cli.reports.collected import Collected, Finding, counted_by_severity
from deckmaker.model.diagnostic import Position
from deckmaker.model.told import Told

VERSION = 1
"""Goes up when something in the report is renamed, is gone or means something else; a new key is no reason."""


def written(collected: Collected) -> bytes:
    """The whole report."""
    data = {
        "version": VERSION,
        "deckmaker": __version__,
        "decks": [_deck(deck) for deck in collected.decks],
        "findings": [_finding(finding) for finding in collected.findings],
        "refusals": [{"message": str(error), "hint": error.hint} for error in collected.refusals],
    }
    return as_text(data)


def as_text(data: Any) -> bytes:
    """Data as JSON that people can read too. A name that is no text keeps its bytes as escapes."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _deck(deck: Told) -> dict[str, Any]:
    return {
        "name": deck.name,
        "spec": deck.spec,
        "files": list(deck.files),
        "slides": deck.slide_count,
        "judged": deck.is_judged,
        **{f"{severity}s": count for severity, count in counted_by_severity(deck.diagnostics).items()},
        "rules_off": list(deck.rules_off),
        "waived": len(dict.fromkeys(one.diagnostic for one in deck.let_stand)),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    found, waived = finding.diagnostic, finding.waived
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "hint": found.hint,
        "place": _place(found.position),
        "decks": list(finding.decks),
        "waived": waived and {"date": waived.day, "reason": waived.reason, "place": _place(waived.position)},
    }


def _place(position: Position | None) -> dict[str, Any] | None:
    if position is None:
        return None
    return {"file": position.file, "line": position.line, "column": position.column}
