"""The report as SARIF 2.1.0 (OASIS), which GitHub’s code scanning and many editors read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from deckmaker import __version__
from deckmaker.cli.reports.as_json import as_text
from deckmaker.cli.reports.collected import Collected, Finding, fingerprint
from deckmaker.model.diagnostic import Position
from deckmaker.model.feature import Check
from deckmaker.model.told import LetStand

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT = "codeAndLine/v1"
_TOP = "%SRCROOT%"

LineAt = Callable[[Position], str | None]


def written(collected: Collected, line_at: LineAt) -> bytes:
    """The whole report. ``line_at`` gives the line that a place lies in, if it can be read."""
    checks = {check.code: check for check in collected.features.checks.values()}
    codes = sorted({*checks, *(finding.diagnostic.code for finding in collected.findings)})
    run = {
        "tool": {"driver": _driver(codes, checks)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(collected)],
        "results": list(_results(collected, codes, line_at)),
    }
    return as_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(codes: list[str], checks: Mapping[str, Check]) -> dict[str, Any]:
    return {
        "name": "deckmaker",
        "version": __version__,
        "rules": [_rule(code, checks.get(code)) for code in codes],
    }


def _rule(code: str, check: Check | None) -> dict[str, Any]:
    """A rule with what its reference page says; what the reader finds has a code, and no page."""
    if check is None:
        return {"id": code, "shortDescription": {"text": f"{code.replace('-', ' ').capitalize()}."}}
    parts = {"What": check.what, "Why": check.why, "Example": check.example, "Instead": check.instead}
    return {
        "id": code,
        "shortDescription": {"text": check.what},
        "fullDescription": {"text": check.why},
        "help": {
            "text": "\n\n".join(f"{name}: {words}" for name, words in parts.items()),
            "markdown": "\n\n".join(f"**{name}.** {words}" for name, words in parts.items()),
        },
        "defaultConfiguration": {"level": check.severity.value},
    }


def _results(collected: Collected, codes: list[str], line_at: LineAt) -> Iterator[dict[str, Any]]:
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in collected.findings:
        found = finding.diagnostic
        place = found.position or collected.spec_of(finding)
        file = collected.address(place.file) if place else ""
        line = (place and line_at(place)) or ""
        seen[found.code, file, line] += 1
        mark = fingerprint(found.code, file, line, seen[found.code, file, line])
        yield {
            "ruleId": found.code,
            "ruleIndex": codes.index(found.code),
            "level": found.severity.value,
            "message": {"text": _sentences(found.message, found.hint)},
            "locations": [_location(place, collected)] if place else [],
            "partialFingerprints": {_FINGERPRINT: mark},
            "suppressions": [_suppression(finding.waived, finding, collected)] if finding.waived else [],
            "properties": {"decks": list(finding.decks)},
        }


def _suppression(waived: LetStand, finding: Finding, collected: Collected) -> dict[str, Any]:
    place = waived.position
    in_source = place is not None and place.file in {d.spec for d in collected.decks if d.name in finding.decks}
    suppression: dict[str, Any] = {
        "kind": "inSource" if in_source else "external",
        "status": "accepted",
        "justification": f"{waived.day}: {waived.reason}",
    }
    return suppression | ({"location": _location(place, collected)} if place else {})


def _location(place: Position, collected: Collected) -> dict[str, Any]:
    address = collected.address(place.file)
    artifact = {"uri": quote(address, errors="surrogateescape"), "uriBaseId": _TOP}
    if PurePosixPath(address).is_absolute() or re.match(r"[A-Za-z]:/", address):
        artifact = {"uri": f"file:///{quote(address.lstrip('/'), safe='/:')}"}
    return {
        "physicalLocation": {
            "artifactLocation": artifact,
            "region": {"startLine": place.line, "startColumn": place.column},
        }
    }


def _invocation(collected: Collected) -> dict[str, Any]:
    """Whether the machine let deckmaker do its work; what is wrong with a deck does not count."""
    refused = [
        {"level": "error", "message": {"text": _sentences(str(error), error.hint)}} for error in collected.refusals
    ]
    return {"executionSuccessful": not refused, "toolExecutionNotifications": refused}


def _sentences(*words: str) -> str:
    """Each as a sentence: GitHub shows the first sentence of a message where there is little room."""
    whole = [one[0].upper() + one[1:] for one in words if one]
    return " ".join(one if one[-1] in ".?!" else f"{one}." for one in whole)
