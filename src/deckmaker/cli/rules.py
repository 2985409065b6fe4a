"""What ``deckmaker check`` says of the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator

import click

from deckmaker.cli.table import entries, table
from deckmaker.discovery import Features
from deckmaker.model.diagnostic import Severity, did_you_mean
from deckmaker.model.feature import Check

_NARROW = 72
"""Columns of a terminal that are too few for the table of rules."""


def listed(features: Features, width: int) -> Iterator[str]:
    """Every rule with its usual level and what it looks for."""
    checks = sorted(features.checks.values(), key=lambda check: check.code)
    if width < _NARROW:
        levels = {check.code: f"{check.severity}{', of truth' if check.of_truth else ''}" for check in checks}
        return entries(((check.code, f"Level: {levels[check.code]}.", check.what) for check in checks), width)
    rows = [(check.code, check.severity.value, "yes" if check.of_truth else "", check.what) for check in checks]
    return table(("rule", "level", "of truth", "what it finds"), rows, width)


def explained(code: str, features: Features, width: int) -> Iterator[str]:
    """What one rule finds, why that matters, an example, what to do instead, and what may be changed about it.

    Raises ``click.UsageError`` where there is none of that code.
    """
    checks = {check.code: check for check in features.checks.values()}
    if code not in checks:
        near = did_you_mean(code, tuple(checks)) or "‘deckmaker check --list’ shows all of them"
        raise click.UsageError(f"there is no rule ‘{code}’: {near}")
    check = checks[code]
    texts = (f"What: {check.what}", f"Why: {check.why}", f"Example: {check.example}", f"Instead: {check.instead}")
    return entries([(code, *texts, _level(check))], width)


def _level(check: Check) -> str:
    usual = f"Level: {check.severity}."
    if not check.of_truth:
        return f"{usual} ‘rules:’ can set another, and ‘waivers:’ let a case stand, with date and reason."
    if check.severity is Severity.ERROR:
        return f"{usual} A rule of truth: it can be neither lowered nor waived."
    return f"{usual} A rule of truth: it cannot be lowered; ‘waivers:’ let a case stand, with date and reason."
