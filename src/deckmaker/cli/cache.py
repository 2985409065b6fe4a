"""``deckmaker cache``: the graphics and the builds that are remembered, and how to be rid of them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from deckmaker.cli.console import Console
from deckmaker.cli.report import counted
from deckmaker.workspace import Workspace

if TYPE_CHECKING:
    from deckmaker.drawing.cache import DrawingCache

_MEGABYTE = 1024 * 1024


@click.group()
def cache() -> None:
    """Look after the graphics and builds that deckmaker remembers. They can always be made again.

    \b
    Examples:
      deckmaker cache info
      deckmaker cache clear
    """


@cache.command()
@click.pass_context
def info(ctx: click.Context) -> None:
    """Say where they are and how much room the graphics take."""
    workspace = ctx.ensure_object(Workspace)
    kept = _kept(workspace)
    count, size = kept.size()
    Console(workspace).say(
        f"{kept.folder}\n{counted(count, 'graphic')}, {size / _MEGABYTE:.1f} MB of at most {kept.limit / _MEGABYTE:.0f}"
    )


@cache.command()
@click.pass_context
def clear(ctx: click.Context) -> None:
    """Remove them all."""
    from deckmaker.memory import forget_oldest

    workspace = ctx.ensure_object(Workspace)
    kept = _kept(workspace)
    count, _ = kept.size()
    kept.clear()
    for folder in ("builds", "known"):
        with suppress(OSError):
            forget_oldest(workspace.cache / folder, 0)
    Console(workspace).say(f"{counted(count, 'graphic')} removed, and all that was remembered of builds")


def _kept(workspace: Workspace) -> DrawingCache:
    from deckmaker.drawing.cache import DrawingCache

    return DrawingCache(workspace.cache / "graphics")


COMMAND = cache
