"""Files that an author names: found from the file in which they are named, never outside the folder of the deck."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

from deckmaker.reading.tree import Scalar
from deckmaker.workspace import Workspace


def stays_inside(path: str) -> bool:
    """Whether a path, as Windows or another system understands it, goes nowhere but down."""
    return not _is_absolute(path) and ".." not in PureWindowsPath(path).parts


def named_beside(named: Scalar, deck: str, workspace: Workspace) -> str | None:
    """The name of the file that is meant, or nothing if it lies outside the folder of the deck, links followed.

    ``deck`` is the deck’s own file; ``named`` may stand in another one, in a folder below.
    """
    if _is_absolute(named.text):
        return None
    parts: list[str] = []
    for part in (PurePosixPath(named.position.file).parent / named.text).parts:
        if part == ".." and parts and parts[-1] not in ("..", "/"):
            parts.pop()
        else:
            parts.append(part)
    name = str(PurePosixPath(*parts))
    return name if workspace.lies_within(name, workspace.path(deck).parent) else None


def _is_absolute(path: str) -> bool:
    """Whether it begins elsewhere; a character that no file name has counts as leading nowhere good."""
    if "\0" in path:
        return True
    windows = PureWindowsPath(path)
    return bool(PurePosixPath(path).is_absolute() or windows.drive or windows.root)
