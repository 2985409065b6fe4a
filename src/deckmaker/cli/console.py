"""What is said to the person at the terminal, and where: results to standard output, all else to standard error."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TextIO

import click

from deckmaker.cli.report import report
from deckmaker.model.diagnostic import Diagnostic, Position, Severity
from deckmaker.model.told import Told
from deckmaker.workspace import MachineError, Workspace

_LARGEST = 8_000_000
_USUAL_WIDTH = 80


def is_terminal(stream: TextIO | None) -> bool:
    """Whether people see what is written to the stream as it comes. There is none where a program starts us so."""
    return stream is not None and stream.isatty()


@dataclass
class Console:
    """Speaks for one command. With ``quiet`` it tells problems only."""

    workspace: Workspace
    quiet: bool = False
    _lines: dict[str, list[str]] = field(default_factory=dict, init=False, repr=False)
    _shown: int = field(default=0, init=False, repr=False)

    @property
    def width(self) -> int:
        """Columns of the terminal: those that ``COLUMNS`` says, else as many as it has, else 80."""
        stated = os.environ.get("COLUMNS", "")
        if stated.isdecimal() and int(stated):
            return int(stated)
        try:  # shutil has the same, and imports what packs archives
            return os.get_terminal_size(sys.__stdout__.fileno()).columns or _USUAL_WIDTH  # type: ignore[union-attr]
        except (AttributeError, ValueError, OSError):
            return _USUAL_WIDTH

    @property
    def shows_progress(self) -> bool:
        """Whether somebody is watching: a terminal, and not one of a build server."""
        environment = self.workspace.environment
        return (
            not self.quiet
            and is_terminal(sys.stderr)
            and not environment.get("CI")
            and environment.get("TERM") != "dumb"
        )

    def deck(self, deck: Told) -> None:
        """Hears of a deck before it is told: a report for programs is made of it."""

    def say(self, words: str) -> None:
        """A result."""
        if not self.quiet:
            self._end_progress()
            click.echo(words)

    def progress(self, words: str) -> None:
        """What is going on now, on one line that the next words take over."""
        if self.shows_progress:
            shown = words[: max(self.width - 1, 10)]
            click.echo("\r" + shown.ljust(self._shown) + "\r" + shown, err=True, nl=False)
            self._shown = len(shown)

    def problem(self, words: str) -> None:
        """Something that has to be mended, in a line."""
        self._end_progress()
        click.echo(words, err=True)

    def refusal(self, error: MachineError) -> None:
        """What the machine would not do, and what can be done about it."""
        self.problem(f"{click.style('error:', fg='red', bold=True)} {error}")
        if error.hint:
            self.problem(f"{click.style('hint:', bold=True)} {error.hint}")

    def problems(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Diagnostics with the lines that they speak of; when quiet, without mere notes."""
        self._end_progress()
        told = [one for one in diagnostics if not (self.quiet and one.severity is Severity.NOTE)]
        for line in report(told, self.line_at, self.width):
            click.echo(line, err=True)

    def waived(self, waived: Sequence[str]) -> None:
        """What somebody lets stand, with date and reason; said even when quiet."""
        counts = Counter(waived)
        for waiver, count in counts.items():
            self.problem(waiver if count == 1 else f"{waiver} ({count} times)")

    def line_at(self, position: Position) -> str | None:
        """The line of a file that a place lies in; nothing if the file cannot be read again."""
        if position.file not in self._lines:
            try:
                content = self.workspace.read(position.file, limit=_LARGEST)
            except (FileNotFoundError, MachineError):
                content = b""
            self._lines[position.file] = content.decode("utf-8-sig", errors="replace").split("\n")
        lines = self._lines[position.file]
        return lines[position.line - 1] if 0 < position.line <= len(lines) else None

    def _end_progress(self) -> None:
        if self._shown:
            click.echo("\r" + " " * self._shown + "\r", err=True, nl=False)
            self._shown = 0
