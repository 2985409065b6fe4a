"""Reads the five files of an evidence library into its records, and refuses one that is not sound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from deckmaker.model.diagnostic import DeckError, Diagnostic, Position
from deckmaker.model.evidence import Diagram, Library, Message, Quotation, Source, Statistic
from deckmaker.reading.decoding import shortened
from deckmaker.reading.form import Form, TooManyProblems
from deckmaker.reading.references import KINDS, References
from deckmaker.reading.soundness import unsound
from deckmaker.reading.tree import Mapping as Keys
from deckmaker.reading.tree import Node, Scalar, Tree, read_tree

FILES = tuple(f"{kind}s.yaml" for kind in KINDS.values())
"""The files of a library, in the order in which they are read: each speaks only of those before it."""

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


def read_library(files: Mapping[str, bytes]) -> Library:
    """The library in these files, by name. Raises ``DeckError`` with everything that is wrong with it."""
    return _read(tuple(files.items()))


def extended(library: Library, files: Mapping[str, bytes]) -> Library:
    """A library with the records of further files, which may name its records, but not replace any.

    Raises ``DeckError`` with everything that is wrong with them.
    """
    start = Library(**{f"{kind}s": dict(getattr(library, f"{kind}s")) for kind in KINDS.values()})
    return _records_added(start, {PurePosixPath(name).name: read_tree(name, text) for name, text in files.items()})


@lru_cache(maxsize=4)
def _read(files: tuple[tuple[str, bytes], ...]) -> Library:
    trees = {PurePosixPath(name).name: read_tree(name, content) for name, content in files}
    problems = tuple(_missing(name for name, _ in files))
    return _records_added(Library(sources={}, statistics={}, quotations={}, messages={}), trees, problems)


def _records_added(library: Library, trees: Mapping[str, Tree], missing: tuple[Diagnostic, ...] = ()) -> Library:
    """The library, filled with the records of files; ``missing`` are the problems with files that are not there."""
    found = {kind: trees[f"{kind}s.yaml"] for kind in KINDS.values() if f"{kind}s.yaml" in trees}
    problems: list[Diagnostic] = [problem for tree in found.values() for problem in tree.problems]
    problems.extend(missing)

    def already_told(kind: str, name: str) -> bool:
        if kind not in found:
            return bool(missing)
        root = found[kind].root
        return not isinstance(root, Keys) or root.get(name) is not None

    form = Form()
    try:
        for cls, kind in KINDS.items():
            if kind in found:
                references = References(library, already_told)
                readers = {other: read for other, read in references.readers().items() if other is not cls}
                form = Form(readers)
                records = getattr(library, f"{kind}s")
                records.update(_records(form, cls, kind, found[kind], tuple(records)))
                problems.extend(form.problems)
    except TooManyProblems:
        problems.extend(form.problems)
    problems.extend(unsound(library, {kind: tree.root for kind, tree in found.items()}, already_told))
    if problems:
        raise DeckError(problems)
    return library


def _missing(files: Iterable[str]) -> Iterator[Diagnostic]:
    there = {path.name: path.parent for path in map(PurePosixPath, files)}
    folder = next(iter(there.values()), PurePosixPath("library"))
    for name in FILES:
        if name not in there:
            yield Diagnostic("missing-file", f"the library has no file ‘{name}’", Position(str(folder / name)))


def _records(form: Form, cls: type, kind: str, tree: Tree, taken: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    root = tree.root
    if root is None:
        return
    if not isinstance(root, Keys):
        form.problem("wrong-value", f"this should be {kind}s, each under its name", root.position, f"write  a-{kind}:")
        return
    for name, node in root.entries:
        if name.text in taken:
            message = f"the Foundation’s library has a {kind} ‘{name.text}’ already"
            form.problem("name-taken", message, name.position, "give yours another name")
            continue
        record = read_record(form, cls, kind, name, node)
        if isinstance(record, Source | Statistic | Quotation | Message | Diagram):
            yield record.id, record


def read_record(form: Form, cls: type, kind: str, name: Scalar, node: Node) -> Any:
    """One record, or ``UNREAD`` where the form has told of a problem with it."""
    given: dict[str, Any] = {"position": name.position}
    if cls is Message:
        if not (name.text.isascii() and name.text.isdigit() and len(name.text) < 4):
            return form.problem(
                "bad-name", f"‘{shortened(name.text)}’ is no number of a message", name.position, "write  1:"
            )
        given["number"] = int(name.text)
    else:
        if not _NAME.fullmatch(name.text):
            hint = "use small letters and digits, with hyphens between words"
            return form.problem("bad-name", f"‘{shortened(name.text)}’ is no name for a {kind}", name.position, hint)
        given["id"] = name.text
    if not isinstance(node, Keys):
        return form.problem(
            "wrong-value", f"the {kind} ‘{name.text}’ should have keys of its own", node.position, "write them below it"
        )
    return form.record(cls, node.entries, name.position, f"the {kind} ‘{name.text}’", given)
