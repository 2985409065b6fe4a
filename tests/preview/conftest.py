"""A preview that runs in the same process, so that a test can see what it draws."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

import pytest

from deckmaker.discovery import Features
from deckmaker.preview.deck_view import DeckView
from deckmaker.preview.decks import Decks
from deckmaker.preview.server import Server
from deckmaker.workspace import Workspace

SPEC = """\
title: A talk
slides:
  - title
  - text:
      headline: What helps
      points: [A first point, Another point]
  - text:
      headline: What stands in the way
      points: [Nobody asks, Nobody answers]
    notes: Say this slowly.
  - section: The end
"""


@dataclass
class Running:
    """A server, the loop behind it, and the decks that it shows."""

    server: Server
    decks: Decks
    ended: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self._threads = [
            Thread(target=self.server.serve_forever, args=(0.02,)),
            Thread(target=self.decks.keep_up_to_date, args=(self.ended,)),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def address(self) -> str:
        return self.server.address

    @property
    def view(self) -> DeckView:
        """The first deck."""
        view = self.decks.view(1)
        assert view is not None
        return view

    def end(self) -> None:
        self.ended.set()
        self.server.shutdown()
        self.server.server_close()
        for thread in self._threads:
            thread.join(30)


@pytest.fixture
def talk(workspace: Workspace) -> Path:
    """The file of a deck of four slides."""
    path = workspace.root / "decks" / "talk.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


@pytest.fixture
def running(workspace: Workspace) -> Iterator[Callable[[], Running]]:
    """Starts the preview of every deck in ``decks/``."""
    started: list[Running] = []

    def start() -> Running:
        decks = Decks(workspace.specs, workspace, Features())
        started.append(Running(Server(decks), decks))
        return started[-1]

    yield start
    for one in started:
        one.end()


@pytest.fixture
def preview(talk: Path, running: Callable[[], Running]) -> Running:
    """The preview of the deck of four slides."""
    return running()
