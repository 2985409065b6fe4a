"""Makes a deck of a random spec as ``deckmaker build`` does, and says what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from PIL import Image
from tests.random_decks.slides import Told

from deckmaker.discovery import Features
from deckmaker.drawing.store import CachedDraw
from deckmaker.layout.lay_out import lay_out
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import DeckError, Diagnostic
from deckmaker.pipeline import check, render
from deckmaker.reading import build_all, read
from deckmaker.reading.library import read_library
from deckmaker.reading.sources import library_files
from deckmaker.workspace import Workspace

SPEC = "decks/random.yaml"
_SIZES = {
    "wide.png": (480, 270), "tall.jpg": (270, 480), "square.gif": (300, 300), "tiny.png": (120, 90),
    "panorama.png": (900, 120), "clear.png": (320, 240), "grey.png": (320, 240),
}  # fmt: skip
_MODES = {"clear.png": "RGBA", "grey.png": "L"}


OWN = {
    "sources.yaml": """\
our-survey:
  title: Who sees our babies?
  short: Our survey (2026)
  author: Example Council
  year: "2026"
  uses: How long families wait.
""",
    "statistics.yaml": """\
families-seen:
  values:
    - {value: 40, label: in towns, at: "2020"}
    - {value: 55, label: in towns, at: "2026"}
    - {value: 35, label: in villages, at: "2020"}
    - {value: 20, label: in villages, at: "2026"}
  unit: percent
  headline: More families are seen in towns
  counted: families who were seen at home, in our survey
  base: of families
  predicate: were seen at home
  phrase: "{figure} of families (Exampleshire, 2020 and 2026)"
  place: Exampleshire
  period: 2020 and 2026
  population: families who answered
  printed: 40% and 55%, 35% and 20%
  cite: our-survey
  messages: 6
  drawing: {default: slope, allowed: [words-only], icon: people-roof, unit-name: family, unit-plural: families}
""",
}
"""Evidence of an author's own, for the one kind of graphic that no figure of the library may be drawn as."""


@dataclass(frozen=True)
class Outcome:
    """What came of a spec: pages and files, or diagnostics that say why not."""

    diagnostics: tuple[Diagnostic, ...]
    pages: tuple[LaidOutDeck, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()

    @property
    def is_built(self) -> bool:
        return bool(self.files)

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of what stopped it."""
        return tuple(sorted({one.code for one in self.diagnostics if one.stops_the_build}))


class Maker:
    """A folder with pictures in which random decks are made."""

    def __init__(self, folder: Path) -> None:
        self.features, self.folder = Features(), folder
        self.workspace = Workspace(folder, {"DECKMAKER_CACHE": str(folder / "cache")})
        (folder / "decks").mkdir()
        for name, size in _SIZES.items():
            mode = _MODES.get(name, "RGB")
            Image.new(mode, size, 90 if mode == "L" else (120, 70, 130)).save(folder / "decks" / name)

        (folder / "decks" / "our-evidence").mkdir()
        for name, content in OWN.items():
            (folder / "decks" / "our-evidence" / name).write_text(content, encoding="utf-8")

    @cached_property
    def told(self) -> Told:
        """What slides are made from: the library, and the library with evidence of an author's own."""
        (self.folder / SPEC).write_text("title: A\nlibrary: our-evidence\nslides: [title]\n", encoding="utf-8")
        (deck,) = build_all(SPEC, read(SPEC, self.workspace, self.features), self.features)
        own = Told(deck.library, self.features)
        return Told(read_library(library_files(self.workspace)), self.features, own=own)

    def make(self, spec: str) -> Outcome:
        """The deck of a spec. Any exception but the diagnostics that a ``DeckError`` carries goes through."""
        (self.folder / SPEC).write_text(spec, encoding="utf-8")
        try:
            decks = build_all(SPEC, read(SPEC, self.workspace, self.features), self.features)
        except DeckError as error:
            return Outcome(error.diagnostics)
        pages = tuple(lay_out(deck, self.features) for deck in decks)
        told = tuple(dict.fromkeys(one for page in pages for one in check(page, self.features)))
        if any(one.stops_the_build for one in told):
            return Outcome(told, pages)
        files: dict[str, bytes] = {}
        for page in pages:
            draw = CachedDraw(page.deck.theme, self.workspace.cache / "graphics")
            files.update(render(page, ("pptx",), self.features, draw))
        return Outcome(told, pages, tuple(files.items()))
