"""``--report``: what a command found, for programs. Text for people stays the default.

A report goes to standard output, with nothing else there, or to a file beside the text for people.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any

import click

from deckmaker.cli.console import Console
from deckmaker.model.diagnostic import DeckError, Diagnostic
from deckmaker.model.told import Told
from deckmaker.workspace import MachineError, Workspace

FORMS = ("text", "json", "github", "sarif", "junit")
_META = "deckmaker.reporter"


@dataclass
class Reporter(Console):
    """Collects what is told, and says it to people only when the report goes to a ``file``."""

    form: str = "json"
    file: str | None = None
    _decks: list[Told] = field(default_factory=list, init=False, repr=False)
    _further: list[Diagnostic] = field(default_factory=list, init=False, repr=False)
    _refusals: list[MachineError] = field(default_factory=list, init=False, repr=False)

    def deck(self, deck: Told) -> None:
        self._decks.append(deck)

    def say(self, words: str) -> None:
        if self.file:
            super().say(words)

    def problems(self, diagnostics: Sequence[Diagnostic]) -> None:
        self._further.extend(diagnostics)
        if self.file:
            super().problems(diagnostics)

    def waived(self, waived: Sequence[str]) -> None:
        if self.file:
            super().waived(waived)

    def refusal(self, error: MachineError) -> None:
        self._refusals.append(error)
        super().refusal(error)

    def stopped(self, error: MachineError | DeckError) -> None:
        """Hears what ended the command before its time; it is told elsewhere."""
        if isinstance(error, DeckError):
            self._further.extend(error.diagnostics)
        else:
            self._refusals.append(error)

    def write(self) -> None:
        """Make the report. Raises ``MachineError`` where its file cannot be written."""
        content = self._content()
        if self.file:
            path = Path(self.file)
            self.workspace.save({path.name: content}, path.parent)
        else:
            self._end_progress()
            click.echo(content, nl=False)

    def _content(self) -> bytes:
        from deckmaker.cli.reports import as_json, github, junit, sarif
        from deckmaker.cli.reports.collected import Collected, findings
        from deckmaker.discovery import Features

        collected = Collected(
            workspace=self.workspace,
            features=Features(),
            decks=tuple(self._decks),
            findings=findings(self._decks, self._further),
            refusals=tuple(self._refusals),
        )
        match self.form:
            case "json":
                return as_json.written(collected)
            case "github":
                return github.written(collected)
            case "sarif":
                return sarif.written(collected, self.line_at)
            case _:
                return junit.written(collected)


def report_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the options, and sees that the report is made even when the machine refuses."""

    @wraps(command)
    def reported(*args: Any, report: str, report_file: str | None, **more: Any) -> Any:
        if report == "text":
            if report_file:
                raise click.UsageError("say which report the file is to hold: --report json, github, sarif or junit")
            return command(*args, **more)
        ctx = click.get_current_context()
        reporter = Reporter(ctx.ensure_object(Workspace), bool(more.get("quiet")), form=report, file=report_file)
        ctx.meta[_META] = reporter
        try:
            result = command(*args, **more)
        except (MachineError, DeckError) as error:
            reporter.stopped(error)
            reporter.write()
            raise
        except click.exceptions.Exit:
            reporter.write()
            raise
        reporter.write()
        return result

    for option in (
        click.option("--report-file", metavar="FILE", help="Write the report there, and tell people as usual."),
        click.option(
            "--report",
            type=click.Choice(FORMS),
            default="text",
            show_default=True,
            help="Tell what was found in this form, for programs, and nothing else on standard output.",
        ),
    ):
        reported = option(reported)
    return reported


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command ``--report json``, for short ``--json``, as the argument ``as_json``."""

    @wraps(command)
    def reported(*args: Any, report: str, as_json: bool, **more: Any) -> Any:
        return command(*args, as_json=as_json or report == "json", **more)

    for option in (
        click.option("--json", "as_json", is_flag=True, help="The same as --report json."),
        click.option("--report", type=click.Choice(FORMS[:2]), default="text", show_default=True,
                     help="Tell what was found in this form; JSON is for programs."),
    ):  # fmt: skip
        reported = option(reported)
    return reported


def console_of(ctx: click.Context, quiet: bool) -> Console:
    """Whoever a command speaks through: people, or the report that was asked for."""
    reporter = ctx.meta.get(_META)
    return reporter if isinstance(reporter, Reporter) else Console(ctx.ensure_object(Workspace), quiet)
