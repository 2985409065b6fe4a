"""Pictures of slides as SVG. A slide is drawn when something that is seen of it has changed, and only then."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from deckmaker.drawing.page_data import PageData
from deckmaker.drawing.store import CachedDraw
from deckmaker.drawing.text_data import Data
from deckmaker.drawing.typeset import Document
from deckmaker.memory import digest
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import Frame
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.theme import Theme

_KEPT = 3
"""Times back for which pictures stay at hand: a page may still be asking for them."""


@frozen
class _Seen:
    """All that the picture of a slide is made of; its number is its place."""

    frame: Frame
    layout: Layout
    theme: Theme
    language: str


class Pictures:
    """The pictures of one deck, by name: a digest of what is seen. ``drawn`` counts those that were drawn."""

    def __init__(self, cache: Path) -> None:
        self.drawn = 0
        self._cache = cache
        self._draw: CachedDraw | None = None
        self._names: dict[tuple[int, int], tuple[_Seen, str]] = {}
        self._times: list[dict[str, bytes]] = []

    def of(self, pages: Sequence[LaidOutDeck]) -> tuple[str, ...]:
        """The names of the pictures of all frames, in order; they are at hand then."""
        known = self.at_hand
        now: dict[tuple[int, int], tuple[_Seen, str]] = {}
        fresh: dict[str, bytes] = {}
        for part, laid_out in enumerate(pages):
            made = PageData(laid_out, self._draws(laid_out.deck.theme), as_pictures=True)
            missing: dict[str, Data] = {}
            for number, frame in enumerate(laid_out.frames, start=1):
                seen = _Seen(frame, made.layouts[frame.layout], laid_out.deck.theme, laid_out.deck.language)
                before = self._names.get((part, number))
                if before is not None and before[0] == seen:
                    now[part, number] = (seen, before[1])
                    continue
                data = made.page(number)
                name = digest(json.dumps([made.document(), data], sort_keys=True).encode())
                now[part, number] = (seen, name)
                if name not in known and name not in fresh:
                    missing[name] = data
            if missing:
                fresh.update(zip(missing, _drawn(made, list(missing.values())), strict=True))
        self.drawn += len(fresh)
        self._names = now
        names = tuple(name for _, name in now.values())
        self._times = [{name: {**known, **fresh}[name] for name in names}, *self._times[: _KEPT - 1]]
        return names

    @property
    def at_hand(self) -> Mapping[str, bytes]:
        """The pictures of now and of a few times before."""
        return {name: svg for time in self._times for name, svg in time.items()}

    def _draws(self, theme: Theme) -> CachedDraw:
        if self._draw is None or self._draw.theme != theme:
            self._draw = CachedDraw(theme, self._cache / "graphics")
        return self._draw


def _drawn(made: PageData, pages: Sequence[Data]) -> Iterable[bytes]:
    """Some pages of a deck, drawn without the others."""
    files = {item["file"] for page in pages for item in page["items"] if item["type"] == "image"}
    return Document(
        template="pages",
        data={**made.document(), "pages": list(pages)},
        files={name: content for name, content in made.files.items() if name in files},
        font=made.theme.drawn,
    ).svg()
