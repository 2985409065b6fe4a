"""``deckmaker check``: says what is wrong with deck specs and writes nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from deckmaker.cli import completing
from deckmaker.cli.as_of import as_of_option, length_option, strict_option
from deckmaker.cli.console import Console
from deckmaker.cli.exit_codes import AUTHOR
from deckmaker.cli.report import counted
from deckmaker.cli.reports import console_of, report_options
from deckmaker.cli.specs import deck_name, planned, specs_named
from deckmaker.cli.telling import Teller, told
from deckmaker.workspace import Workspace

if TYPE_CHECKING:
    from deckmaker.discovery import Features


@click.command()
@click.argument("specs", nargs=-1, metavar="[SPEC]...", shell_complete=completing.decks)
@length_option
@as_of_option
@strict_option
@click.option("--list", "list_rules", is_flag=True, help="Show all rules, and check nothing.")
@click.option(
    "--explain", metavar="RULE", shell_complete=completing.rules, help="Say what a rule is for, and check nothing."
)
@report_options
@click.option("-q", "--quiet", is_flag=True, help="Tell problems only.")
@click.option("-v", "--verbose", is_flag=True, help="Tell minutes slide by slide, and everything that was passed over.")
@click.pass_context
def check(
    ctx: click.Context,
    specs: tuple[str, ...],
    length: int | None,
    as_of: date | None,
    strict: bool,
    list_rules: bool,
    explain: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Say what is wrong with deck specs; write nothing.

    SPEC is a file, a folder, or the name of a deck in decks/. Without one, every spec in decks/ is checked, in each
    of its lengths.

    What a rule finds is an error, a warning or a note. deckmaker.yaml beside decks/, or a spec, can set another
    level under ‘rules:’, and let something stand under ‘waivers:’, with date and reason. What keeps a deck true
    cannot be set lower. Every waiver is told. Exit code 1: a deck has errors.

    \b
    Examples:
      deckmaker check
      deckmaker check my-talk
      deckmaker check --explain too-much-text
    """
    from deckmaker.discovery import Features

    workspace = ctx.ensure_object(Workspace)
    if list_rules or explain is not None:
        if ctx.params.get("report") != "text":
            raise click.UsageError("a report tells what was checked; --list and --explain check nothing")
        _tell_of_rules(explain, Features(), Console(workspace))
        return
    decks = planned(specs_named(specs, workspace), length, workspace)

    from deckmaker.pipeline import check_deck

    console = console_of(ctx, quiet)
    teller = Teller(console, verbose)
    features = Features()
    for deck in decks:
        console.progress(f"checking {deck.name} …")
        checked = check_deck(deck.spec, workspace, features, length=deck.length, as_of=as_of, strict=strict)
        result = told(checked, deck.name)
        teller.problems(result)
        if not result.errors:
            found = counted(len(result.diagnostics), "remark") if result.diagnostics else "no problems"
            which = f" ({deck.name})" if deck.name != deck_name(deck.spec) else ""
            console.say(f"{deck.spec}{which}  {counted(result.slide_count, 'slide')}  {found}")
            teller.details(result)
    if length is None:
        teller.unused_waivers(every_deck=not specs)
    if teller.failed_count:
        console.problem(f"{counted(teller.error_count, 'error')} in {counted(teller.failed_count, 'deck')}")
        ctx.exit(AUTHOR)


def _tell_of_rules(code: str | None, features: Features, console: Console) -> None:
    from deckmaker.cli import rules

    lines = rules.listed(features, console.width) if code is None else rules.explained(code, features, console.width)
    for line in lines:
        console.say(line)


COMMAND = check
