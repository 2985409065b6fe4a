"""Graphics drawn on demand and remembered. Matplotlib is imported only when a picture is drawn for the first time."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache, cached_property
from hashlib import sha256
from os import listdir
from pathlib import Path

from deckmaker.drawing.cache import DrawingCache
from deckmaker.drawing.colours import on_ground
from deckmaker.model.colour import Colour
from deckmaker.model.picture import Drawn, Picture
from deckmaker.model.theme import Theme

_DRAWN_WITH = ("matplotlib", "pillow", "numpy", "fonttools", "fontawesomefree", "fontpkg-lato")
"""Packages whose versions may change what comes out."""


class CachedDraw:
    """Draws marks in a theme. What has been drawn before, with the same marks and colours, is not drawn again.

    An entry is found by the marks themselves. So a change of a kind, a record, a colour or a font is never answered
    with an old picture.
    """

    def __init__(self, theme: Theme, folder: Path | None = None, ahead: Iterable[tuple[Picture, Colour]] = ()) -> None:
        """``ahead`` are pictures, each with its ground, that will be asked for: drawn together if one has to be."""
        self.theme = theme
        self._ahead = tuple(ahead)
        self._cache = DrawingCache(folder) if folder else None
        self._at_hand: dict[tuple[Picture, Colour], Drawn] = {}

    def __call__(self, picture: Picture, ground: Colour) -> Drawn:
        """The marks with colours of the palette that suit the background."""
        asked = (picture, ground)
        if asked not in self._at_hand:
            kept = self._kept(picture, ground)
            if kept is None:
                self._draw(dict.fromkeys((asked, *self._ahead)))
                self._ahead = ()
            else:
                self._at_hand[asked] = kept
        return self._at_hand[asked]

    def _kept(self, picture: Picture, ground: Colour) -> Drawn | None:
        return self._cache.get(self._key(on_ground(picture, ground, self.theme))) if self._cache else None

    def _draw(self, wanted: Iterable[tuple[Picture, Colour]]) -> None:
        """Draws those that are not kept. Another build may keep one at any moment."""
        from deckmaker.drawing.render import rendered  # with it comes matplotlib, which takes longest of all to import

        missing = []
        for one in wanted:
            if one not in self._at_hand:
                kept = self._kept(*one)
                if kept is None:
                    missing.append(one)
                else:
                    self._at_hand[one] = kept
        pictures = [on_ground(*one, self.theme) for one in missing]
        for asked, picture, drawn in zip(missing, pictures, rendered(pictures, self.theme), strict=True):
            self._at_hand[asked] = drawn
            if self._cache:
                self._cache.put(self._key(picture), drawn)

    def _key(self, picture: Picture) -> str:
        """What the picture's bytes depend on, and nothing else, as a name for its file."""
        return sha256(f"{self._circumstances}\n{picture!r}".encode()).hexdigest()

    @cached_property
    def _circumstances(self) -> str:
        """Everything besides the marks: colours, font, the code that draws, and the packages that it draws with."""
        code = sha256()
        for path in (Path(__file__).parents[1] / "icons.py", *sorted(Path(__file__).parent.glob("*.py"))):
            code.update(path.read_bytes())
        colours = sorted((name, value) for name, value in self.theme.palette.items())
        packages = [_installed().get(name, "") for name in _DRAWN_WITH]
        return repr((code.hexdigest(), colours, self.theme.drawn, packages))


@cache
def _installed() -> dict[str, str]:
    """Name and version of every package, by name, from the names of the folders that installers leave beside them.

    Asking ``importlib.metadata`` would import the modules for e-mail first.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):
            for entry in sorted(listdir(folder or ".")):  # noqa: PTH208 – thousands of names
                if entry.endswith(".dist-info"):
                    name = entry.partition("-")[0].replace("_", "-").replace(".", "-").lower()
                    found.setdefault(name, entry)
    return found
