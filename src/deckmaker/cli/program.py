"""The program: its commands, loaded when they are asked for, and the exit code of every kind of failure."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

import click

from deckmaker import __version__
from deckmaker.cli.exit_codes import STOPPED, UNHEARD

COMMANDS = {
    "audit": "Say what is wrong with a finished presentation, whoever made it.",
    "build": "Make presentations from deck specs.",
    "cache": "Look after the graphics and builds that deckmaker remembers.",
    "check": "Say what is wrong with deck specs; write nothing.",
    "completion": "Print what makes a shell complete commands, decks, formats and records.",
    "diff": "Say what has changed between two presentations, slide by slide.",
    "doctor": "Say whether this machine has all that deckmaker needs.",
    "graphic": "Draw one figure or diagram of the evidence library.",
    "impact": "Say which decks and slides a change of a library record alters.",
    "library": "Look into the evidence library.",
    "list": "Show decks, or the kinds of slide, graphic and layout.",
    "new": "Start a presentation.",
    "preview": "Show a deck in the browser while it is being written.",
    "schema": "Print the JSON Schema of a kind of file, by which an editor completes and checks it.",
    "watch": "Build presentations again whenever something of them changes.",
}
"""The commands, each in the file of its name, with what the help says of it: the help loads none of them."""


class LazyGroup(click.Group):
    """Loads a command's file when the command is asked for, and gives every kind of failure its exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"deckmaker.cli.{cmd_name}").COMMAND
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            raise click.exceptions.NoSuchCommand(name, possibilities=list(COMMANDS), ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. A failure ends with 1 (the author's), 2 (wrong usage), 3 (the machine's) or 70 (ours)."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except KeyboardInterrupt:
            _stop(ctx)
        except BrokenPipeError:
            _hush()
            ctx.exit(UNHEARD)
        except Exception as error:  # noqa: BLE001 – whatever it is, it is told, and has its exit code
            if _is_of_ctrl_c(error):
                _stop(ctx)
            from deckmaker.cli.failure import tell
            from deckmaker.workspace import Workspace

            ctx.exit(tell(error, ctx.ensure_object(Workspace)))


def _hush() -> None:
    """Whoever was reading has heard enough: what is still to be said goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
        with suppress(AttributeError, OSError, ValueError):
            os.dup2(nowhere, stream.fileno())


def _stop(ctx: click.Context) -> NoReturn:
    click.echo("\nStopped. Files that were finished stay; no half-written one is left.", err=True)
    ctx.exit(STOPPED)


def _is_of_ctrl_c(error: BaseException | None) -> bool:
    """Whether Ctrl-C is behind an error: within the import of a module in C it comes out as another exception."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Each command explains itself: deckmaker build --help",
)
@click.version_option(__version__, message="deckmaker %(version)s")
@click.pass_context
def deckmaker(ctx: click.Context) -> None:
    """Make evidence decks: short YAML specs in, branded and accessible PowerPoint out.

    \b
    Examples:
      deckmaker new my-talk          start a presentation: writes decks/my-talk.yaml
      deckmaker new my-talk --from ten-messages
                                     start from a copy of a deck
      deckmaker build                make every presentation of decks/ into output/
      deckmaker build my-talk        make one
      deckmaker check                say what is wrong, write nothing
      deckmaker library list quotations
                                     what may be quoted

    \b
    Exit codes: 0 fine, 1 something to mend in what was written, 2 wrong usage,
    3 the machine (disk full, no permission, a file open in another program).
    """
    from deckmaker.workspace import Workspace

    if ctx.ensure_object(Workspace).environment.get("NO_COLOR"):
        ctx.color = False
