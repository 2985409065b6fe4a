"""``deckmaker watch``: builds decks, and builds them again whenever something of them changes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

import click

from deckmaker.cli import completing
from deckmaker.cli.as_of import as_of_option, length_option, strict_option
from deckmaker.cli.build import FormatName
from deckmaker.cli.building import Asked, Built, build_spec
from deckmaker.cli.console import Console
from deckmaker.cli.report import counted
from deckmaker.cli.specs import check_told_apart, deck_name, planned, specs_named
from deckmaker.cli.telling import Teller
from deckmaker.model.diagnostic import Diagnostic
from deckmaker.model.told import Told
from deckmaker.workspace import Workspace

if TYPE_CHECKING:
    from deckmaker.preview.watching import WatchedWorkspace

_INTERVAL = 0.1
"""Seconds between two looks at the disk."""
_NAMED = 3
"""Files of a deck that are told by name."""


@click.command()
@click.argument("specs", nargs=-1, metavar="[SPEC]...", shell_complete=completing.decks)
@click.option("-o", "--output", metavar="FOLDER", default="output", show_default=True, help="Where the files go.")
@click.option(
    "--format",
    "formats",
    type=FormatName(),
    multiple=True,
    metavar="FORMAT",
    help="Instead of the deck's own formats.",
    shell_complete=completing.formats,
)
@length_option
@as_of_option
@strict_option
@click.option("-q", "--quiet", is_flag=True, help="Tell problems only.")
@click.pass_context
def watch(
    ctx: click.Context,
    specs: tuple[str, ...],
    output: str,
    formats: tuple[str, ...],
    length: int | None,
    as_of: date | None,
    strict: bool,
    quiet: bool,
) -> None:
    """Build presentations again whenever something of them changes.

    SPEC is a file, a folder, or the name of a deck in decks/. Without one, every spec in decks/ is watched, and new
    ones too.

    Each deck is built at once, and then whenever its spec changes, what it includes, a picture, the brand, the
    evidence or deckmaker.yaml. A deck with an error is left as it was. Ctrl-C ends it.

    \b
    Examples:
      deckmaker watch my-talk
      deckmaker watch my-talk --format pdf -o ~/Desktop
      deckmaker watch
    """
    workspace = ctx.ensure_object(Workspace)
    asked = Asked(folder=output, formats=formats, length=length, as_of=as_of or workspace.today(), strict=strict)
    chosen = specs_named(specs, workspace)
    check_told_apart(planned(chosen, length, workspace))
    watching = _Watching(workspace, asked, quiet)
    try:
        while True:
            watching.look(chosen)
            time.sleep(_INTERVAL)
            chosen = _now(specs, chosen, workspace)
    except KeyboardInterrupt:
        Console(workspace, quiet).say("\nNothing is watched any more.")


def _now(specs: tuple[str, ...], before: tuple[str, ...], workspace: Workspace) -> tuple[str, ...]:
    """The specs that are meant now; those of before while one that was named is not there."""
    try:
        return specs_named(specs, workspace)
    except click.UsageError:
        return before


@dataclass
class _Watching:
    """What each deck was last built from, and what was said of it."""

    workspace: Workspace
    asked: Asked
    quiet: bool
    _built: dict[str, WatchedWorkspace] = field(default_factory=dict)
    _said: dict[str, set[Diagnostic]] = field(default_factory=dict)

    def look(self, specs: Sequence[str]) -> None:
        """Build those of the specs that are new or have changed."""
        for gone in self._built.keys() - set(specs):
            del self._built[gone]
        for spec in specs:
            if spec not in self._built or self._built[spec].changed():
                self._build(spec)

    def _build(self, spec: str) -> None:
        from deckmaker.preview.watching import WatchedWorkspace, goes_on_changing

        console = Console(self.workspace, self.quiet)
        console.progress(f"{deck_name(spec)} …")
        while True:
            watched = WatchedWorkspace(self.workspace.root, self.workspace.environment)
            decks = [(deck.spec, deck.length, deck.name) for deck in planned((spec,), self.asked.length, watched)]
            built = build_spec(decks, self.asked, watched)
            if not _failed(built) or not goes_on_changing(watched):
                break
        self._built[spec] = watched
        for error in built.refusals:
            console.refusal(error)
        teller = Teller(console)
        said = self._said.get(spec, set())
        for deck in built.told:
            fresh = tuple(one for one in deck.diagnostics if one.stops_the_build or one not in said)
            teller.problems(replace(deck, diagnostics=fresh))
        self._said[spec] = {one for deck in built.told for one in deck.diagnostics}
        for deck in built.told:
            console.say(f"{time.strftime('%H:%M:%S')}  {_line(deck)}")


def _failed(built: Built) -> bool:
    return bool(built.refusals) or any(deck.errors for deck in built.told)


def _line(deck: Told) -> str:
    """One line on a deck that was built, or was not."""
    if deck.errors:
        return f"{deck.name}: {counted(len(deck.errors), 'error')}, nothing was written"
    more = f" and {len(deck.files) - _NAMED} more" if len(deck.files) > _NAMED else ""
    return f"{', '.join(deck.files[:_NAMED])}{more}  {counted(deck.slide_count, 'slide')}  {deck.seconds:.1f} s"


COMMAND = watch
