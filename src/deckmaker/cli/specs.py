"""Which deck specs a command speaks of: paths, folders, names of decks, or all of ``decks/``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

import click

from deckmaker.model.diagnostic import did_you_mean
from deckmaker.workspace import SPEC_ENDINGS, Workspace

NOTHING_YET = (
    "there is no deck spec in decks/ yet.\n"
    "Start one:                  deckmaker new my-talk\n"
    "Or make a standard deck:    deckmaker build ten-messages    (deckmaker list decks shows them all)"
)


def specs_named(arguments: Sequence[str], workspace: Workspace) -> tuple[str, ...]:
    """Names of the spec files that the arguments mean, each once; without arguments all of ``decks/``.

    Raises ``click.UsageError`` where there is none of that name.
    """
    if not arguments:
        found = workspace.specs()
        if not found:
            raise click.UsageError(NOTHING_YET)
        return found
    return tuple(dict.fromkeys(spec for argument in arguments for spec in _meant(argument, workspace)))


def deck_name(spec: str) -> str:
    """The name of a deck: its file's name without the ending."""
    return PurePosixPath(spec).stem


def decks_by_name(workspace: Workspace) -> dict[str, str]:
    """Every deck that can be named, with its spec: the author's own, then those that come with deckmaker."""
    return {deck_name(spec): spec for spec in (*workspace.standard_specs(), *workspace.specs())}


def check_told_apart(specs: Iterable[str]) -> None:
    """Raises ``click.UsageError`` if two specs would become the same file."""
    seen: dict[str, str] = {}
    for spec in specs:
        other = seen.setdefault(deck_name(spec).casefold(), spec)
        if other != spec:
            raise click.UsageError(
                f"{other} and {spec} would become the same file: rename one, or give each its own folder with --output."
            )


def _meant(argument: str, workspace: Workspace) -> tuple[str, ...]:
    if workspace.path(argument).is_dir():
        found = workspace.files(argument, *SPEC_ENDINGS)
        if not found:
            raise click.UsageError(f"there is no deck spec in the folder ‘{argument}’.")
        return found
    if workspace.exists(argument):
        return (workspace.name(Path(argument)),)
    decks = decks_by_name(workspace)
    if argument in decks:
        return (decks[argument],)
    raise click.UsageError(f"there is no deck ‘{argument}’: {did_you_mean(deck_name(argument), tuple(decks))}")
