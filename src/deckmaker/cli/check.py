"""``deckmaker check``: says what is wrong with deck specs and writes nothing."""

from __future__ import annotations

from datetime import date

import click

from deckmaker.cli.as_of import as_of_option, strict_option
from deckmaker.cli.console import Console
from deckmaker.cli.exit_codes import AUTHOR
from deckmaker.cli.report import counted
from deckmaker.cli.specs import deck_name, specs_named
from deckmaker.workspace import Workspace


@click.command()
@click.argument("specs", nargs=-1, metavar="[SPEC]...")
@as_of_option
@strict_option
@click.option("-q", "--quiet", is_flag=True, help="Tell problems only.")
@click.pass_context
def check(ctx: click.Context, specs: tuple[str, ...], as_of: date | None, strict: bool, quiet: bool) -> None:
    """Say what is wrong with deck specs; write nothing.

    SPEC is a file, a folder, or the name of a deck in decks/. Without one, every spec in decks/ is checked.

    \b
    Examples:
      deckmaker check
      deckmaker check my-talk
    """
    workspace = ctx.ensure_object(Workspace)
    chosen = specs_named(specs, workspace)

    from deckmaker.discovery import Features
    from deckmaker.pipeline import check_deck

    console = Console(workspace, quiet)
    features = Features()
    failed = errors = 0
    for spec in chosen:
        console.progress(f"checking {deck_name(spec)} …")
        result = check_deck(spec, workspace, features, as_of=as_of, strict=strict)
        console.problems(result.diagnostics)
        console.acknowledged(result.acknowledged)
        if result.errors:
            failed += 1
            errors += len(result.errors)
        else:
            found = counted(len(result.diagnostics), "remark") if result.diagnostics else "no problems"
            console.say(f"{spec}  {counted(result.slide_count, 'slide')}  {found}")
    if failed:
        console.problem(f"{counted(errors, 'error')} in {counted(failed, 'deck')}")
        ctx.exit(AUTHOR)


COMMAND = check
