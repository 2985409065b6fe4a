"""One deck as its page shows it: the last good pictures, what there is to mend, and the text that it was made of."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field
from pathlib import PurePosixPath
from threading import Condition
from typing import Any

from deckmaker.discovery import Features
from deckmaker.drawing.slide_words import words_of
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic
from deckmaker.model.frame import Frame
from deckmaker.model.frozen import frozen
from deckmaker.pipeline import view_deck
from deckmaker.preview.pictures import Pictures
from deckmaker.preview.places import Lines, lines_of_slides, moved
from deckmaker.preview.watching import WatchedWorkspace, goes_on_changing
from deckmaker.workspace import SPEC_ENDINGS, MachineError, Workspace

_LONGEST_TEXT = 400_000
"""Characters of a file that is shown."""


@frozen
class Shown:
    """What the page has to know, as JSON, and the pictures that it may ask for; ``version`` counts from 0."""

    version: int = 0
    state: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)


@frozen
class _Good:
    """The deck as it could last be laid out: its title, its slides as data, and their lines in the texts of then.

    ``unit`` is what each of them is called.
    """

    title: str = ""
    unit: str = "slide"
    slides: tuple[dict[str, Any], ...] = ()
    lines: tuple[Lines | None, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)


class DeckView:
    """Reads, lays out and draws one spec again when something of it has changed. Several pages may wait for it."""

    def __init__(self, spec: str, workspace: Workspace, features: Features, length: int | None = None) -> None:
        self.spec = spec
        self.shown = Shown()
        self.pictures = Pictures(workspace.cache)
        self.listeners = 0
        self.ended = False
        self._length = length
        self._workspace = workspace
        self._features = features
        self._watched = WatchedWorkspace(workspace.root, workspace.environment)
        self._good = _Good()
        self._news = Condition()

    def refresh_if_changed(self) -> bool:
        """Make the pictures anew if something has changed and somebody looks; gives back whether that was so.

        Raises nothing for what an author wrote or the machine refuses: that is shown.
        """
        if self.shown.version and not (self.listeners and self._watched.changed()):
            return False
        self._refresh()
        return True

    @contextmanager
    def listening(self) -> Iterator[None]:
        """While a page waits for news. A deck that nobody looks at is not drawn again."""
        with self._news:
            self.listeners += 1
        try:
            yield
        finally:
            with self._news:
                self.listeners -= 1

    def wait(self, version: int, seconds: float) -> Shown:
        """What is shown, as soon as it is another version than this one, or the end has come, or after this time."""
        with self._news:
            self._news.wait_for(lambda: self.shown.version != version or self.ended, seconds)
            return self.shown

    def end(self) -> None:
        """Nobody needs to wait any more."""
        with self._news:
            self.ended = True
            self._news.notify_all()

    def _refresh(self) -> None:
        began = time.perf_counter()
        while True:
            pages, found, refusal = self._look()
            if pages or not goes_on_changing(self._watched):
                break
        read = {name: _decoded(content) for name, content in self._watched.contents.items() if _is_text(name)}
        texts = {**self._good.texts, **read}
        if pages:
            names = self.pictures.of(pages)
            frames = [frame for laid_out in pages for frame in laid_out.frames]
            slides = tuple(_slide(frame, name) for frame, name in zip(frames, names, strict=True))
            lines = lines_of_slides(pages, texts)
            used = {one.file: texts[one.file] for one in lines if one is not None}
            deck = pages[0].deck
            unit = "page" if deck.kind == "infographic" else "slide"
            self._good = _Good(" ".join(str(deck.title).split()), unit, slides, lines, used)
        lines = self._good.lines if pages else moved(self._good.lines, self._good.texts, texts)
        version = self.shown.version + 1
        state = {
            "version": version,
            "spec": self.spec,
            "title": self._good.title or PurePosixPath(self.spec).stem,
            "unit": self._good.unit,
            "current": bool(pages),
            "refusal": refusal,
            "drawn": self.pictures.drawn,
            "slides": [{**slide, **_place(place)} for slide, place in zip(self._good.slides, lines, strict=True)],
            "diagnostics": [_said(one) for one in found],
            "files": self._files(texts, lines, found),
            "milliseconds": round(1000 * (time.perf_counter() - began)),
        }
        with self._news:
            self.shown = Shown(version, json.dumps(state), self.pictures.at_hand)
            self._news.notify_all()

    def _look(self) -> tuple[Sequence[LaidOutDeck], Sequence[Diagnostic], dict[str, str] | None]:
        """The deck if it can be laid out to at least one page, what is said of it, and what the machine refused."""
        self._watched = WatchedWorkspace(self._workspace.root, self._workspace.environment)
        try:
            pages, result = view_deck(self.spec, self._watched, self._features, length=self._length)
        except MachineError as error:
            return (), (), {"message": str(error), "hint": error.hint}
        return tuple(page for page in pages if page.frames), result.diagnostics, None

    def _files(
        self, texts: Mapping[str, str], lines: Sequence[Lines | None], found: Sequence[Diagnostic]
    ) -> list[dict[str, str]]:
        """The texts that the page shows: the spec, then those that slides or things to mend stand in."""
        names = [self.spec, *(one.file for one in lines if one), *(one.position.file for one in found if one.position)]
        return [{"name": name, "text": texts[name]} for name in dict.fromkeys(names) if name in texts]


def _is_text(name: str) -> bool:
    return name.endswith(SPEC_ENDINGS)


def _decoded(content: bytes) -> str:
    """A text as it is shown; of one that is too long, its beginning."""
    text = content.decode("utf-8-sig", errors="replace")
    return text if len(text) <= _LONGEST_TEXT else text[:_LONGEST_TEXT] + "\n…"


def _slide(frame: Frame, picture: str) -> dict[str, Any]:
    return {
        "picture": picture,
        "title": " ".join(frame.title.split()),
        "words": list(_words(frame)),
        "notes": [said for paragraph in frame.notes.paragraphs if (said := str(paragraph).strip())],
        "shape": f"{frame.width:g} / {frame.height:g}",
    }


def _words(frame: Frame) -> Iterator[str]:
    for words in words_of(frame):
        yield " ".join(words.split())


def _place(lines: Lines | None) -> dict[str, Any]:
    return {} if lines is None else {"file": lines.file, "first": lines.first, "last": lines.last}


def _said(diagnostic: Diagnostic) -> dict[str, Any]:
    said: dict[str, Any] = {
        "severity": str(diagnostic.severity),
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }
    if diagnostic.position is not None:
        place = diagnostic.position
        said |= {"file": place.file, "line": place.line, "column": place.column}
    return said
