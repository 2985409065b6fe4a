"""``deckmaker build``: deck specs to finished files."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import click

from deckmaker.cli.as_of import as_of_option, strict_option
from deckmaker.cli.console import Console
from deckmaker.cli.exit_codes import AUTHOR, MACHINE
from deckmaker.cli.report import counted
from deckmaker.cli.specs import check_told_apart, deck_name, specs_named
from deckmaker.workspace import MachineError, Workspace


class FormatName(click.ParamType[str]):
    """The name of an output; which ones there are is looked up only when it is needed."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from deckmaker.discovery import Features
        from deckmaker.model.diagnostic import did_you_mean

        names = Features().names("outputs")
        if value not in names:
            self.fail(f"there is no format ‘{value}’: {did_you_mean(str(value), names)}", param, ctx)
        return str(value)


@click.command()
@click.argument("specs", nargs=-1, metavar="[SPEC]...")
@click.option("-o", "--output", metavar="FOLDER", default="output", show_default=True, help="Where the files go.")
@click.option(
    "--format", "formats", type=FormatName(), multiple=True, metavar="FORMAT", help="Instead of the deck's own formats."
)
@as_of_option
@strict_option
@click.option("-q", "--quiet", is_flag=True, help="Tell problems only.")
@click.pass_context
def build(
    ctx: click.Context,
    specs: tuple[str, ...],
    output: str,
    formats: tuple[str, ...],
    as_of: date | None,
    strict: bool,
    quiet: bool,
) -> None:
    """Make presentations from deck specs.

    SPEC is a file, a folder, or the name of a deck in decks/. Without one, every spec in decks/ is built.
    A deck with an error is left as it was; the others are built all the same.

    \b
    Examples:
      deckmaker build
      deckmaker build my-talk decks/briefing.yaml
      deckmaker build my-talk -o ~/Desktop
    """
    workspace = ctx.ensure_object(Workspace)
    chosen = specs_named(specs, workspace)
    check_told_apart(chosen)

    from deckmaker.discovery import Features
    from deckmaker.pipeline import build_deck

    console = Console(workspace, quiet)
    features = Features()
    errors: list[int] = []
    refused = False
    for number, spec in enumerate(chosen, start=1):
        part = f"{number}/{len(chosen)} " if len(chosen) > 1 else ""
        tell = partial(_progress, console, f"{part}{deck_name(spec)}")
        try:
            result = build_deck(
                spec, workspace, features, folder=output, formats=formats, as_of=as_of, strict=strict, tell=tell
            )
        except MachineError as error:
            console.refusal(error)
            refused = True
            continue
        console.problems(result.diagnostics)
        console.acknowledged(result.acknowledged)
        for file in result.files:
            console.say(f"{file}  {counted(result.slide_count, 'slide')}  {result.seconds:.1f} s")
        if result.errors:
            errors.append(len(result.errors))
    if errors:
        whom = "it" if len(errors) == 1 else "them"
        console.problem(
            f"{counted(sum(errors), 'error')} in {counted(len(errors), 'deck')}; nothing was written for {whom}"
        )
    if refused or errors:
        ctx.exit(MACHINE if refused else AUTHOR)


def _progress(console: Console, deck: str, stage: str) -> None:
    console.progress(f"{deck}: {stage} …")


COMMAND = build
