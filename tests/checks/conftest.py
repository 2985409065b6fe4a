"""Decks laid out from a spec, for rules to look at."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deckmaker.discovery import Features
from deckmaker.layout.lay_out import lay_out
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, in_order
from deckmaker.reading import build, read
from deckmaker.workspace import Workspace

FEATURES = Features()


@pytest.fixture
def deck(workspace: Workspace) -> Callable[[str], LaidOutDeck]:
    """The laid-out deck of a spec, called ``decks/talk.yaml``."""

    def made(spec: str) -> LaidOutDeck:
        workspace.path("decks/talk.yaml").write_text(spec, encoding="utf-8")
        return lay_out(build("talk", read("decks/talk.yaml", workspace, FEATURES), FEATURES), FEATURES)

    return made


@pytest.fixture
def found(deck: Callable[[str], LaidOutDeck]) -> Callable[[str, str], tuple[Diagnostic, ...]]:
    """What one rule says of a spec."""

    def run(check: str, spec: str) -> tuple[Diagnostic, ...]:
        return in_order(FEATURES.checks[check].find(deck(spec)))

    return run
