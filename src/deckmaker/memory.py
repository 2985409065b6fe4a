"""What was found out before, from what: so that it need not be found out again.

An entry is found by everything that it was made from, and by deckmaker itself. One that is damaged, or another's, is
none; where the cache cannot be written nothing is remembered.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from deckmaker.model.frozen import frozen
from deckmaker.workspace import MachineError, Workspace

_MOST = 200
"""Entries kept; the oldest go first."""


@frozen
class Memory:
    """The entries in the cache of a workspace. Each is JSON data after the digest of its key and of itself."""

    workspace: Workspace

    @staticmethod
    def key(what: str, files: Mapping[str, bytes]) -> str:
        """The key of something that was made from these files, by name, and from nothing else."""
        named = (f"{digest(content)} {name}" for name, content in files.items())
        return digest_of("\n".join((fingerprint(), what, *named)))

    def recall(self, key: str) -> Any:
        """The data of that key, or ``None``."""
        with suppress(OSError, ValueError):
            stated, _, content = self._path(key).read_bytes().partition(b"\n")
            if stated == _seal(key, content):
                return json.loads(content)
        return None

    def keep(self, key: str, data: Any) -> None:
        """Remembers data under that key."""
        path = self._path(key)
        content = json.dumps(data).encode()
        with suppress(MachineError, OSError):
            self.workspace.save({path.name: _seal(key, content) + b"\n" + content}, path.parent)
            forget_oldest(path.parent, _MOST)

    def _path(self, key: str) -> Path:
        return self.workspace.cache / "known" / f"{key}.json"


def _seal(key: str, content: bytes) -> bytes:
    return digest(f"{key}\n".encode() + content).encode()


def forget_oldest(folder: Path, most: int) -> None:
    """Removes the oldest entries of a folder, so that ``most`` are left. Raises ``OSError``."""
    kept = list(folder.glob("*.json"))
    if len(kept) > most:
        for path in sorted(kept, key=lambda one: one.stat().st_mtime)[: len(kept) - most]:
            path.unlink(missing_ok=True)


def digest(content: bytes) -> str:
    """What stands for a content: SHA-256, shortened to 128 bits."""
    return sha256(content).hexdigest()[:32]


def digest_of(words: str) -> str:
    """What stands for words. In names of files there may be bytes that are no UTF-8."""
    return digest(words.encode(errors="surrogateescape"))


@cache
def fingerprint() -> str:
    """What stands for deckmaker as it is installed: its own files, and the names and versions of all packages."""
    whole = sha256(f"{sys.version}".encode())
    package = str(Path(__file__).parent)
    for path in sorted(_files(package)):
        with open(path, "rb") as file:  # noqa: PTH123 – some hundreds of files, at every start
            whole.update(f"{path[len(package) :]}\n".encode() + sha256(file.read()).digest())
    for folder in sorted({path for path in sys.path if path.endswith("-packages")}):
        names: Sequence[str] = os.listdir(folder) if os.path.isdir(folder) else ()  # noqa: PTH112, PTH208
        whole.update("\n".join(sorted(name for name in names if name.endswith(".dist-info"))).encode())
    return whole.hexdigest()


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                yield entry.path
