"""Presentations to audit: one of ours, one from elsewhere, and what somebody does to them by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from deckmaker.auditing.audit import Judged, audited
from deckmaker.auditing.finding import Finding
from deckmaker.auditing.read_deck import read_deck
from deckmaker.discovery import Features
from deckmaker.drawing.store import CachedDraw
from deckmaker.layout.lay_out import lay_out
from deckmaker.model.deck import Deck
from deckmaker.model.evidence import Library
from deckmaker.outputs.pptx.deck_file import deck_file
from deckmaker.reading import build, read
from deckmaker.reading.library import read_library
from deckmaker.reading.sources import library_files
from deckmaker.reading.usual_brand import usual_theme
from deckmaker.workspace import Workspace

SPEC = """
title: The first years
slides:
  - title
  - message: 9
  - statistic: camhs-under-twos
  - statistic: disorganised-attachment-at-least
  - quotation: easier-to-build-strong-children
  - message: 1
    headline: "Where {camhs-under-twos}, babies wait"
  - references
  - closing
"""
TODAY = date(2020, 6, 1)
"""A day on which no evidence is past its review."""
Edit = Callable[[Any], None]


@pytest.fixture(scope="session")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    folder = tmp_path_factory.mktemp("audit")
    (folder / "talk.yaml").write_text(SPEC, encoding="utf-8")
    workspace, features = Workspace(folder), Features()
    return build("talk.yaml", read("talk.yaml", workspace, features), features)


@pytest.fixture(scope="session")
def built(deck: Deck) -> bytes:
    return deck_file(lay_out(deck, Features()), CachedDraw(deck.theme))


@pytest.fixture(scope="session")
def library() -> Library:
    return read_library(library_files(Workspace(Path())))


@pytest.fixture(scope="session")
def judged(library: Library) -> Judged:
    layouts = {layout.title for layout in Features().layouts.values()}
    return Judged(library=library, layouts=layouts, today=TODAY, theme=usual_theme(Workspace(Path())))


@pytest.fixture
def audit(judged: Judged) -> Callable[..., tuple[Finding, ...]]:
    def found(data: bytes, by: Judged | None = None) -> tuple[Finding, ...]:
        return audited(read_deck("talk.pptx", data), by or judged)

    return found


@pytest.fixture
def edited(built: bytes) -> Callable[[Edit], bytes]:
    """The deck of ours after somebody's hand was on it, saved by python-pptx as PowerPoint would save it."""

    def saved(edit: Edit) -> bytes:
        presentation = Presentation(BytesIO(built))
        edit(presentation)
        stream = BytesIO()
        presentation.save(stream)
        return stream.getvalue()

    return saved
