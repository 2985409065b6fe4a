"""A library that was found sound before: where each record stands is remembered, and only those asked for are read.

What is remembered is tried first: every record, read alone, has to be what it was among the others. That takes as long
as reading them, so it waits until a library is read for the second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from deckmaker.memory import Memory
from deckmaker.model.evidence import Library
from deckmaker.model.lazy_records import LazyRecords
from deckmaker.model.manifest import record_digest
from deckmaker.reading import tree
from deckmaker.reading.form import Form
from deckmaker.reading.library import read_record
from deckmaker.reading.references import KINDS, References
from deckmaker.reading.tree import read_part

_Index: TypeAlias = dict[str, list[tuple[str, str, str, int, int]]]
"""By kind: name, digest, file, and the first line and the one after the last, from 1."""
_ONCE = "read once"


def known_library(files: Mapping[str, bytes], what: str, memory: Memory, read: Callable[[], Library]) -> Library:
    """The library in these files. ``read`` reads it as a whole, where nobody knows yet that it is sound.

    ``what`` tells libraries apart that are made of the same files in another way. Raises what ``read`` raises.
    """
    key = memory.key(f"library {what}", files)
    index = memory.recall(key)
    if isinstance(index, dict):
        return _Shelf(index, files).library
    library = read()
    if index != _ONCE:
        memory.keep(key, _ONCE)
        return library
    made = dict(_index(library, files))
    if _is_as_good(_Shelf(made, files).library, library):
        memory.keep(key, made)
    return library


class _Shelf:
    """Reads records from their lines. ``library`` holds them all."""

    def __init__(self, index: _Index, files: Mapping[str, bytes]) -> None:
        self._lines = {name: content.split(b"\n") for name, content in files.items()}
        self._places = {
            kind: {name: (file, first, end) for name, _, file, first, end in rows} for kind, rows in index.items()
        }
        self.library = Library(
            **{f"{kind}s": self._records(cls, kind, index.get(kind, [])) for cls, kind in KINDS.items()}
        )
        self._readers = References(self.library).readers()
        self._forms: dict[type, Form] = {}

    def _records(self, cls: type, kind: str, rows: list[tuple[str, str, str, int, int]]) -> Any:
        return LazyRecords({row[0]: row[1] for row in rows}, lambda name: self._read(cls, kind, name))

    def _read(self, cls: type, kind: str, name: str) -> Any:
        file, first, end = self._places[kind][name]
        lines = self._lines[file][first - 1 : end - 1]
        part = read_part(file, b"\n".join(lines), above=first - 1)
        form = self._forms.get(cls)
        if form is None:
            others = {other: reader for other, reader in self._readers.items() if other is not cls}
            form = self._forms[cls] = Form(others)
        if isinstance(part.root, tree.Mapping) and len(part.root.entries) == 1:
            record = read_record(form, cls, kind, *part.root.entries[0])
            if isinstance(record, cls) and getattr(record, "id", "") == name and not form.problems:
                return record
        raise ValueError(f"{file}:{first}: no {kind} stands alone in this place")


def _index(library: Library, files: Mapping[str, bytes]) -> Iterator[tuple[str, Any]]:
    for kind in KINDS.values():
        records = getattr(library, f"{kind}s")
        starts: dict[str, list[int]] = {}
        for record in records.values():
            starts.setdefault(record.position.file, []).append(record.position.line)
        ends: dict[tuple[str, int], int] = {}
        for file, lines in starts.items():
            last = files[file].count(b"\n") + 2
            ends |= {(file, line): end for line, end in zip(sorted(lines), [*sorted(lines)[1:], last], strict=True)}
        yield (
            kind,
            [
                (
                    name,
                    record_digest(one),
                    one.position.file,
                    one.position.line,
                    ends[one.position.file, one.position.line],
                )
                for name, one in records.items()
            ],
        )


def _is_as_good(lazy: Library, library: Library) -> bool:
    try:
        return all(
            one == lazily[name] and one.position == lazily[name].position
            for kind in KINDS.values()
            for whole, lazily in ((getattr(library, f"{kind}s"), getattr(lazy, f"{kind}s")),)
            for name, one in whole.items()
        )
    except ValueError:
        return False
