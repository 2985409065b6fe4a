"""``deckmaker list``: what there is to choose from, apart from the evidence."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from deckmaker.cli.console import Console
from deckmaker.cli.table import entries, table
from deckmaker.workspace import Workspace

if TYPE_CHECKING:
    from deckmaker.discovery import Features

Rows = list[tuple[str, ...]]


@click.command(name="list")
@click.argument("what", type=click.Choice(("decks", "slides", "graphics", "layouts")))
@click.pass_context
def list_(ctx: click.Context, what: str) -> None:
    """Show decks, or the kinds of slide, graphic and layout that there are.

    \b
    Examples:
      deckmaker list decks       your own and those that come with deckmaker
      deckmaker list slides      what a slide can be, each with an example
    """
    workspace = ctx.ensure_object(Workspace)
    from deckmaker.discovery import Features

    console = Console(workspace)
    for line in _lines(what, workspace, Features(), console.width):
        console.say(line)


def _lines(what: str, workspace: Workspace, features: Features, width: int) -> Iterator[str]:
    match what:
        case "decks":
            return table(("deck", "title", "whose"), _decks(workspace, features), width)
        case "slides":
            return _slides(features, width)
        case "graphics":
            rows = [(name, kind.title) for name, kind in features.graphics.items()]
            return table(("graphic", "what it is"), rows, width)
        case _:
            return entries(
                (
                    (layout.name, f"In PowerPoint: {layout.title}", ", ".join(one.name for one in layout.placeholders))
                    for layout in features.layouts.values()
                ),
                width,
            )


def _decks(workspace: Workspace, features: Features) -> Rows:
    from deckmaker.cli.specs import deck_name, decks_by_name
    from deckmaker.model.diagnostic import DeckError
    from deckmaker.reading import build, read

    own = workspace.specs()
    rows: Rows = []
    for name, spec in decks_by_name(workspace).items():
        try:
            title = str(build(spec, read(spec, workspace, features), features).title)
        except DeckError:
            title = f"(has errors: deckmaker check {deck_name(spec)})"
        rows.append((name, title, "yours" if spec in own else "comes with deckmaker"))
    return rows


def _slides(features: Features, width: int) -> Iterator[str]:
    """Each kind with what it is and an example as it would stand in a spec."""
    for name, kind in features.slides.items():
        yield from entries([(name, _first_paragraph(kind.slide.__doc__))], width)
        yield from textwrap.indent("- " + kind.example.strip().replace("\n", "\n  "), "      ").split("\n")
        yield ""


def _first_paragraph(docstring: str | None) -> str:
    return (docstring or "").strip().partition("\n\n")[0].replace("``", "")


COMMAND = list_
