"""The report as commands to a GitHub workflow, which shows them beside the lines that they speak of.

GitHub’s “Workflow commands for GitHub Actions” says how they are written: ``::error file=…,line=…::words``.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.cli.reports.collected import Collected, Finding
from deckmaker.model.diagnostic import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def written(collected: Collected) -> bytes:
    """One line for each finding, and for each refusal of the machine."""
    lines = [_annotation(finding, collected) for finding in collected.findings]
    lines.extend(_refusals(collected))
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _annotation(finding: Finding, collected: Collected) -> str:
    found, waived = finding.diagnostic, finding.waived
    place = found.position or collected.spec_of(finding)
    words = "\n".join(part for part in (found.message, found.hint and f"Hint: {found.hint}") if part)
    title, command = found.code, _COMMANDS[found.severity]
    if waived is not None:
        words, title, command = (
            f"{found.message}\nWaived on {waived.day}: {waived.reason}",
            f"{found.code} (waived)",
            "notice",
        )
    properties = {"title": title}
    if place is not None:
        properties = {
            "file": collected.address(place.file),
            "line": str(place.line),
            "col": str(place.column),
        } | properties
    written_out = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{command} {written_out}::{_data(words)}"


def _refusals(collected: Collected) -> Iterator[str]:
    for error in collected.refusals:
        words = "\n".join(part for part in (str(error), error.hint and f"Hint: {error.hint}") if part)
        yield f"::error title=refused by the machine::{_data(words)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
