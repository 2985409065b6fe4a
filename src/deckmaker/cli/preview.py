"""``deckmaker preview``: a page on this machine that shows a deck while it is being written."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event, Thread

import click

from deckmaker.cli import completing
from deckmaker.cli.as_of import length_option
from deckmaker.cli.console import Console
from deckmaker.cli.specs import specs_named
from deckmaker.workspace import Workspace

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


@click.command()
@click.argument("spec", required=False, metavar="[SPEC]", shell_complete=completing.decks)
@length_option
@click.option("--no-browser", is_flag=True, help="Only tell the address of the page.")
@click.option("--port", type=click.IntRange(1, 65535), metavar="NUMBER", help="Instead of a port that is free.")
@click.pass_context
def preview(ctx: click.Context, spec: str | None, length: int | None, no_browser: bool, port: int | None) -> None:
    """Show a deck in the browser while it is being written.

    SPEC is a file, a folder, or the name of a deck in decks/. Without one, the page lists every deck in decks/.

    The page follows the spec, what it includes, its pictures, the brand, the evidence and deckmaker.yaml. A slide is
    drawn again when it changes. While there are errors the last good pictures stay, with what there is to mend beside
    them; each entry leads to its line. Nothing is written.

    Only this machine can open the page, and only with the whole address. Ctrl-C ends it.

    \b
    Examples:
      deckmaker preview my-talk
      deckmaker preview
      deckmaker preview decks/briefing.yaml --no-browser --port 8123
    """
    from deckmaker.discovery import Features
    from deckmaker.preview.decks import Decks
    from deckmaker.preview.server import Server

    workspace = ctx.ensure_object(Workspace)
    console = Console(workspace)
    named = specs_named(() if spec is None else (spec,), workspace)

    def find() -> Sequence[str]:
        return workspace.specs() if spec is None else named

    server = Server(Decks(find, workspace, Features(), length), port or 0)
    listening = Thread(target=server.serve_forever, daemon=True)
    listening.start()
    try:
        shown = named[0] if len(named) == 1 else f"{len(named)} decks"
        console.say(f"{shown}: {server.address}")
        console.say("The page follows what you write. Ctrl-C ends it.")
        if not no_browser:
            _open(server.address, workspace)
        server.decks.keep_up_to_date(Event())
    except KeyboardInterrupt:
        console.say("\nThe preview has ended.")
    finally:
        server.shutdown()
        server.server_close()


def _open(address: str, workspace: Workspace) -> None:
    """Opens the page where there is a screen to open it on."""
    import sys
    import webbrowser

    if sys.platform in ("win32", "darwin") or any(workspace.environment.get(name) for name in _DISPLAYS):
        Thread(target=webbrowser.open, args=(address,), daemon=True).start()


COMMAND = preview
