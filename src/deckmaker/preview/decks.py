"""The decks that can be looked at, each with a number of its own, and the loop that keeps those in view up to date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from threading import Event, Lock

from deckmaker.discovery import Features
from deckmaker.preview.deck_view import DeckView
from deckmaker.workspace import Workspace

INTERVAL = 0.04
"""Seconds between two looks at the disk."""


class Decks:
    """The specs that ``find`` gives, asked anew for every list; a deck is made when somebody first looks at it."""

    def __init__(
        self, find: Callable[[], Sequence[str]], workspace: Workspace, features: Features, length: int | None = None
    ) -> None:
        self._find = find
        self._workspace, self._features, self._length = workspace, features, length
        self._specs: list[str] = []
        self._views: dict[int, DeckView] = {}
        self._lock = Lock()
        self.listed()

    def listed(self) -> dict[int, str]:
        """The specs that there are now, by number; a number is never given to another one."""
        with self._lock:
            found = tuple(self._find())
            self._specs.extend(spec for spec in found if spec not in self._specs)
            return {self._specs.index(spec) + 1: spec for spec in found}

    def name(self, number: int) -> str:
        """What a deck is called. Raises ``LookupError`` when none has that number."""
        return PurePosixPath(self._specs[number - 1]).stem

    def view(self, number: int) -> DeckView | None:
        """The deck of that number, if there is one."""
        with self._lock:
            if not 1 <= number <= len(self._specs):
                return None
            if number not in self._views:
                self._views[number] = DeckView(self._specs[number - 1], self._workspace, self._features, self._length)
            return self._views[number]

    def keep_up_to_date(self, ended: Event) -> None:
        """Draws what has changed, until ``ended`` is set; then no page waits any more."""
        try:
            while not ended.wait(INTERVAL):
                for view in self._views_now():
                    view.refresh_if_changed()
        finally:
            for view in self._views_now():
                view.end()

    def _views_now(self) -> list[DeckView]:
        with self._lock:
            return list(self._views.values())
