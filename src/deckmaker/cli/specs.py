"""Which deck specs a command speaks of: paths, folders, names of decks, or all of ``decks/``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

import click

from deckmaker.model.diagnostic import did_you_mean
from deckmaker.model.frozen import frozen
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


@frozen
class Planned:
    """One deck to be made: its spec, and which of the lengths that the spec names, if it names several."""

    spec: str
    length: int | None = None
    name: str = ""


def planned(specs: Iterable[str], length: int | None, workspace: Workspace) -> tuple[Planned, ...]:
    """The decks that specs make: of a spec with several lengths one for each, or the one of the length asked for."""
    from deckmaker.reading.variants import lengths_of

    decks: list[Planned] = []
    for spec in specs:
        lengths = lengths_of(spec, workspace)
        if not lengths:
            decks.append(Planned(spec, length, deck_name(spec)))
        elif length is not None:
            decks.append(Planned(spec, length, f"{deck_name(spec)}-{length}"))
        else:
            decks.extend(Planned(spec, one, f"{deck_name(spec)}-{one}") for one in lengths)
    return tuple(decks)


def deck_name(spec: str) -> str:
    """The name of a deck: its file's name without the ending."""
    return PurePosixPath(spec).stem


def decks_by_name(workspace: Workspace) -> dict[str, str]:
    """Every deck that can be named, with its spec: the author's own, then those that come with deckmaker."""
    return {deck_name(spec): spec for spec in (*workspace.standard_specs(), *workspace.specs())}


def check_told_apart(decks: Iterable[Planned]) -> None:
    """Raises ``click.UsageError`` if two specs would become the same file."""
    seen: dict[str, str] = {}
    for deck in decks:
        other = seen.setdefault(deck.name.casefold(), deck.spec)
        if other != deck.spec:
            raise click.UsageError(
                f"{other} and {deck.spec} would become the same file: rename one, or give each its own folder with "
                "--output."
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
