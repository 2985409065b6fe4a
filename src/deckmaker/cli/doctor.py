"""``deckmaker doctor``: whether this machine has what deckmaker needs, and what to do where it has not."""

from __future__ import annotations

import json

import click

from deckmaker.cli.console import Console
from deckmaker.cli.exit_codes import MACHINE
from deckmaker.cli.report import counted
from deckmaker.workspace import Workspace

_MARKS = {"fine": ("ok", "green"), "note": ("note", "cyan"), "wrong": ("wrong", "red")}


@click.command()
@click.option("-o", "--output", metavar="FOLDER", default="output", show_default=True, help="Where files are to go.")
@click.option("--json", "as_json", is_flag=True, help="For programs; no folder of yours is named.")
@click.pass_context
def doctor(ctx: click.Context, output: str, as_json: bool) -> None:
    """Say whether this machine has all that deckmaker needs: fonts, icons, packages, folders, LibreOffice.

    Exit code 3: something is wrong, and what to do about it is said.

    \b
    Examples:
      deckmaker doctor
      deckmaker doctor --json
    """
    workspace = ctx.ensure_object(Workspace)
    from deckmaker.cli.examining import examined

    found, console = list(examined(workspace, output)), Console(workspace)
    wrong = [one for one in found if one.state == "wrong"]
    if as_json:
        rows = [{"what": one.what, "state": one.state, "told": one.told, "hint": one.hint} for one in found]
        console.say(json.dumps({"healthy": not wrong, "examined": rows}, ensure_ascii=False, indent=2))
    else:
        for one in found:
            mark, colour = _MARKS[one.state]
            console.say(
                f"{click.style(f'{mark:5}', fg=colour)}  {one.what}: {one.told}{one.where and f' ({one.where})'}"
            )
            if one.hint:
                console.say(f"       {click.style('hint:', bold=True)} {one.hint}")
        console.say("\nall is well" if not wrong else f"\n{counted(len(wrong), 'thing')} to put right")
    if wrong:
        ctx.exit(MACHINE)


COMMAND = doctor
