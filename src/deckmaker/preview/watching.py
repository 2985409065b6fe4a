"""What a build asked of the disk, and whether the answer to any of it is another one now.

A file counts as changed when its content is another one. Its time stamp and size only say whether it is worth reading
again; those of a file that was written a moment ago are not trusted. What was not there is watched like what was.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from deckmaker.memory import digest
from deckmaker.model.frozen import frozen
from deckmaker.workspace import MachineError, Workspace

_Stamp: TypeAlias = tuple[int, int, int] | None
SETTLING = 0.12
"""Seconds that a file which cannot be read as a deck is given to become whole: an editor may be writing it."""
_FRESH = 2_000_000_000
"""Nanoseconds in which a file may change again without another time stamp: on some disks they are this coarse."""
_QUICKLY_READ = 4_000_000
"""Bytes of a file that can be read again and again."""
_NONE = ""
"""The answer of a file that is not there or cannot be read."""


@dataclass(slots=True)
class _Answer:
    """What a question was answered, and the stamp of the file or folder before it was asked."""

    path: Path
    ask: Callable[[], str]
    said: str
    stamp: _Stamp


@frozen
class WatchedWorkspace(Workspace):
    """A workspace that remembers what it was asked. ``contents`` are the files that were read, by name."""

    contents: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)
    _answers: dict[object, _Answer] = field(default_factory=dict, repr=False, compare=False)

    def read(self, name: str | Path, limit: int | None = None) -> bytes:
        path = self.path(name)
        before = _stamp(path)
        said = _NONE
        try:
            content = Workspace.read(self, name, limit)
            self.contents[self.name(path)] = content
            said = digest(content)
            return content
        finally:
            self._remember(("read", path, limit), path, said, before, lambda: self._read_again(path, limit))

    def exists(self, name: str | Path) -> bool:
        path = self.path(name)
        before = _stamp(path)
        found = Workspace.exists(self, name)
        self._remember(("exists", path), path, str(found), before, lambda: str(path.is_file()))
        return found

    def files(self, folder: str | Path, *endings: str) -> tuple[str, ...]:
        path = self.path(folder)
        before = _stamp(path)
        found = Workspace.files(self, folder, *endings)
        plain = Workspace(self.root, self.environment)
        self._remember(
            ("files", path, endings), path, "\n".join(found), before, lambda: "\n".join(plain.files(folder, *endings))
        )
        return found

    def changed(self) -> bool:
        """Whether anything would be answered otherwise now."""
        return any(self._is_otherwise(answer) for answer in self._answers.values())

    def _remember(self, key: object, path: Path, said: str, stamp: _Stamp, ask: Callable[[], str]) -> None:
        self._answers.setdefault(key, _Answer(path, ask, said, stamp))  # of two answers in one build, the older

    def _read_again(self, path: Path, limit: int | None) -> str:
        try:
            return digest(Workspace.read(self, path, limit))
        except (FileNotFoundError, MachineError):
            return _NONE

    def _is_otherwise(self, answer: _Answer) -> bool:
        now = _stamp(answer.path)
        if now == answer.stamp and not _may_have_changed_unseen(now):
            return False
        try:
            said = answer.ask()
        except MachineError:
            said = _NONE
        if said != answer.said:
            return True
        answer.stamp = now
        return False


def goes_on_changing(watched: WatchedWorkspace) -> bool:
    """Whether something changes within the time that a half-written file is given."""
    until = time.monotonic() + SETTLING
    while time.monotonic() < until:
        if watched.changed():
            return True
        time.sleep(SETTLING / 8)
    return False


def _stamp(path: Path) -> _Stamp:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _may_have_changed_unseen(stamp: _Stamp) -> bool:
    return stamp is not None and stamp[1] <= _QUICKLY_READ and abs(time.time_ns() - stamp[0]) < _FRESH
