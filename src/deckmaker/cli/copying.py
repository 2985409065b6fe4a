"""A deck that begins as a copy of another one, and the line by which an editor knows a spec."""

from __future__ import annotations

import re
from collections.abc import Mapping

import click

from deckmaker.workspace import Workspace

_SCHEMA = "src/deckmaker/schemas/deck.schema.json"
_SCHEMA_LINE = re.compile(r"\A# yaml-language-server:[^\n]*\n")


def files_of_copy(source: str, name: str, values: Mapping[str, str], workspace: Workspace) -> dict[str, bytes]:
    """The files that a copy of a deck needs in ``decks/``: its spec under the new name, and those beside it.

    ``values`` stand in place of what its keys say. Raises ``click.UsageError`` where the deck cannot be copied so.
    """
    from deckmaker.discovery import Features
    from deckmaker.model.diagnostic import DeckError
    from deckmaker.reading import read
    from deckmaker.reading.editing import with_values
    from deckmaker.reading.infographic import KEYS_OF_OTHER_DECKS, KIND
    from deckmaker.reading.tree import Mapping as Keys
    from deckmaker.reading.tree import Scalar, read_tree
    from deckmaker.reading.variants import lengths_of

    if "length" in values and lengths_of(source, workspace):
        raise click.UsageError(f"{source} has several lengths of its own: leave --length out.")
    sources = read(source, workspace, Features())
    tree = read_tree(source, sources.files[source]).root
    kind = tree.get("kind") if isinstance(tree, Keys) else None
    if isinstance(kind, Scalar) and kind.text == KIND:
        for key in values:
            if key in KEYS_OF_OTHER_DECKS:
                raise click.UsageError(f"{source} is an infographic, which has no {key}: leave --{key} out.")
    try:
        text = with_values(source, sources.files[source], values)
    except DeckError as error:
        raise click.UsageError(f"{source} cannot be copied; this says why: deckmaker check {source}") from error
    files = {f"{name}.yaml": (schema_line(workspace) + _SCHEMA_LINE.sub("", text)).encode()}
    folder = workspace.path(source).parent
    if folder.resolve() != workspace.path("decks").resolve():
        for other in sources.beside:
            file = workspace.path(other).relative_to(folder).as_posix()
            if workspace.exists(f"decks/{file}") and workspace.read(f"decks/{file}") != sources.files[other]:
                raise click.UsageError(f"{source} uses {file}, and there is another one in decks/ already.")
            files[file] = sources.files[other]
    return files


def schema_line(workspace: Workspace) -> str:
    """The line by which an editor finds the schema of a spec in ``decks/``; nothing where no schema is at hand."""
    return f"# yaml-language-server: $schema=../{_SCHEMA}\n" if workspace.exists(_SCHEMA) else ""
