"""Records of a library that is known to be sound: each is read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


class LazyRecords(Mapping[str, T]):
    """Records by name, in order. ``digests`` are what ``record_digest`` says of each; ``read`` makes one."""

    def __init__(self, digests: Mapping[str, str], read: Callable[[str], T]) -> None:
        self.digests = digests
        self._read = read
        self._made: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._made:
            if name not in self.digests:
                raise KeyError(name)
            self._made[name] = self._read(name)
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self.digests

    def __iter__(self) -> Iterator[str]:
        return iter(self.digests)

    def __len__(self) -> int:
        return len(self.digests)
