"""Drawn pictures kept in a folder: found by content, safe under two builds at once, never trusted unseen.

Each entry is one file that holds its own key and a checksum: a damaged, half-written or foreign file is as good as
none. Nothing that goes wrong here stops a build; it only makes the next one slower.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from deckmaker.model.picture import Drawn
from deckmaker.workspace import remove_abandoned

LIMIT = 200 * 1024 * 1024
"""Bytes that all entries together may take."""
_MAGIC = b"deckmaker drawing 1\n"
_ENDING = ".drawing"
_CHECK_AFTER = 8 * 1024 * 1024
"""Bytes written between two looks at the size of the folder."""
_ABANDONED = 3600.0
"""Age in seconds at which a temporary file belongs to nobody any more."""


@dataclass
class DrawingCache:
    """Entries in one folder, at most ``limit`` bytes of them; the oldest go first."""

    folder: Path
    limit: int = LIMIT
    _unchecked: int = field(default=_CHECK_AFTER, init=False, repr=False)

    def get(self, key: str) -> Drawn | None:
        """The picture kept under a key, if its file is whole."""
        try:
            return _unpacked(self._path(key).read_bytes(), key)
        except (OSError, ValueError):
            return None

    def put(self, key: str, drawn: Drawn) -> None:
        """Keeps a picture, in place of whatever has its name. Does nothing where the folder cannot be written."""
        content = _packed(key, drawn)
        try:
            path = self._path(key)
            path.parent.mkdir(parents=True, exist_ok=True)
            remove_abandoned(path.parent, f"{key}-")
            part = path.with_name(f"{key}-{os.getpid()}-{os.urandom(6).hex()}.part")
            part.write_bytes(content)
            _moved(part, path)
        except OSError:
            return
        self._unchecked += len(content)
        if self._unchecked >= min(_CHECK_AFTER, self.limit // 10):
            self._unchecked = 0
            self.trim()

    def size(self) -> tuple[int, int]:
        """Number of entries and their bytes."""
        entries = self._entries()
        return len(entries), sum(size for _, size, _ in entries)

    def clear(self) -> None:
        """Removes every entry, and nothing else that may lie in the folder."""
        for _, _, path in self._entries():
            with suppress(OSError):
                path.unlink()

    def trim(self) -> None:
        """Removes the oldest entries until the rest is within the limit, and what a broken-off build left behind."""
        entries = sorted(self._entries(), key=lambda entry: (entry[0], entry[2]))
        total = sum(size for _, size, _ in entries)
        for _, size, path in entries:
            if total <= self.limit:
                break
            with suppress(OSError):
                path.unlink()
            total -= size
        for part in self.folder.glob("*/*.part"):
            with suppress(OSError):
                if time.time() - part.stat().st_mtime > _ABANDONED:
                    part.unlink()

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}{_ENDING}"

    def _entries(self) -> list[tuple[float, int, Path]]:
        """Time of writing, bytes and path of each entry."""
        found = []
        for path in self.folder.glob(f"*/*{_ENDING}"):
            with suppress(OSError):
                about = path.stat()
                found.append((about.st_mtime, about.st_size, path))
        return found


def _moved(part: Path, path: Path) -> None:
    try:
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise


def _packed(key: str, drawn: Drawn) -> bytes:
    body = f"{key} {len(drawn.svg)} {len(drawn.png)}\n".encode("ascii") + drawn.svg + drawn.png
    return _MAGIC + sha256(body).digest() + body


def _unpacked(content: bytes, key: str) -> Drawn:
    """The picture of an entry. Raises ``ValueError`` for anything that ``_packed`` did not make under this key."""
    start = len(_MAGIC)
    checksum, body = content[start : start + 32], content[start + 32 :]
    if not content.startswith(_MAGIC) or sha256(body).digest() != checksum:
        raise ValueError("not a whole entry")
    head, _, pictures = body.partition(b"\n")
    kept, svg, _ = head.decode("ascii").split(" ")
    if kept != key:
        raise ValueError("an entry of another key")
    return Drawn(pictures[: int(svg)], pictures[int(svg) :])
