"""Reads the list of printed numbers that stand outside every record’s words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckmaker.model.diagnostic import DeckError
from deckmaker.model.evidence import Library
from deckmaker.model.numeral import Numeral
from deckmaker.reading.form import Form, TooManyProblems
from deckmaker.reading.tree import Mapping, read_tree
from deckmaker.reading.wording import suggestion

FILE = "numerals.yaml"
"""The file of a library that holds the list. A library may do without."""


def read_numerals(file: str, content: bytes, library: Library) -> tuple[Numeral, ...]:
    """The list in this file. Raises ``DeckError`` with everything that is wrong with it."""
    tree = read_tree(file, content)
    form = Form()
    form.problems.extend(tree.problems)
    found: list[Numeral] = []
    try:
        if isinstance(tree.root, Mapping):
            found.extend(_entries(form, tree.root, library))
        elif tree.root is not None:
            form.problem("wrong-value", "this should be entries, each under its name", tree.root.position)
    except TooManyProblems:
        pass
    if form.problems:
        raise DeckError(form.problems)
    return tuple(found)


def _entries(form: Form, root: Mapping, library: Library) -> Iterator[Numeral]:
    for name, node in root.entries:
        if not isinstance(node, Mapping):
            form.problem("wrong-value", f"‘{name.text}’ should have keys of its own", node.position, "write  words: …")
            continue
        entry: Any = form.record(Numeral, node.entries, name.position, f"‘{name.text}’", {"id": name.text})
        if not isinstance(entry, Numeral):
            continue
        if bool(entry.record) is bool(entry.because):
            words = f"‘{name.text}’ needs either ‘record’ or ‘because’, and not both"
            form.problem("contradiction", words, name.position)
        if entry.record and entry.record not in library.statistics:
            words = f"the library has no statistic ‘{entry.record}’"
            hint = suggestion(entry.record, tuple(library.statistics))
            form.problem("unknown-statistic", words, node.position, hint)
        yield entry
