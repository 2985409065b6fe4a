"""A deck spec as text with other values after some of its keys; remarks and all else stay as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from deckmaker.model.diagnostic import DeckError
from deckmaker.reading.decoding import decoded
from deckmaker.reading.tree import Mapping as Keys
from deckmaker.reading.tree import Scalar, read_tree

_PLAIN = re.compile(r"[^\W_]([\w .,’–-]*[\w.])?")


def with_values(file: str, content: bytes, values: Mapping[str, str]) -> str:
    """The text of a spec, with these values after the deck's own keys. A key that it has not stands after the title.

    Raises ``DeckError`` for a file that cannot be read, or whose keys these are not.
    """
    tree = read_tree(file, content)
    text = decoded(file, content)
    if tree.problems or not isinstance(text, str) or not isinstance(tree.root, Keys):
        raise DeckError(tree.problems)
    changes: list[tuple[int, int, str]] = []
    for key, value in values.items():
        found, title = tree.root.get(key), tree.root.get("title")
        if isinstance(found, Scalar) and found.text.strip():
            start = _index(text, found)
            changes.append((start, start + len(found.raw.rstrip("\n")), as_scalar(value)))
        elif isinstance(title, Scalar) and found is None:
            end = _index(text, title) + len(title.raw.rstrip("\n"))
            stop = text.find("\n", end)
            stop = len(text) if stop < 0 else stop
            changes.append((stop, stop, f"\n{key}: {as_scalar(value)}"))
        else:
            raise DeckError(())
    for start, end, words in sorted(changes, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def as_scalar(value: str) -> str:
    """A text as a YAML scalar on one line: plain where nobody can misread it, else in double quotes."""
    value = " ".join(value.split())
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _index(text: str, scalar: Scalar) -> int:
    """Where a scalar begins in the text."""
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: scalar.position.line - 1]) + scalar.position.column - 1
