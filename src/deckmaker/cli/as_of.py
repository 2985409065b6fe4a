"""``--length``, ``--as-of`` and ``--strict``: which decks are meant, and how they are judged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import click


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"‘{value}’ is no date like 2026-11-03", param, ctx)


def as_of_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the option; it changes what is said of old evidence, never what is made."""
    words = "Judge the age of evidence by this day instead of today."
    return click.option("--as-of", type=Day(), metavar="YYYY-MM-DD", help=words)(command)


def strict_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the option that lets no warning pass in silence."""
    words = "Fail on warnings and on old evidence, unless they are waived."
    return click.option("--strict", is_flag=True, help=words)(command)


def length_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the option that picks one of the lengths of a deck."""
    words = "Only the deck of this length, of those that a spec names."
    return click.option("--length", type=click.IntRange(1, 1440), metavar="MINUTES", help=words)(command)
