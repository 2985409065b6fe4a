"""Graphics drawn on demand and remembered. Matplotlib is imported only when a picture is drawn for the first time."""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
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

    def __init__(self, theme: Theme, folder: Path | None = None) -> None:
        self.theme = theme
        self._cache = DrawingCache(folder) if folder else None
        self._at_hand: dict[tuple[Picture, Colour], Drawn] = {}

    def __call__(self, picture: Picture, ground: Colour) -> Drawn:
        """The marks with colours of the palette that suit the background."""
        asked = (picture, ground)
        if asked not in self._at_hand:
            self._at_hand[asked] = self._drawn(on_ground(picture, ground, self.theme))
        return self._at_hand[asked]

    def _drawn(self, picture: Picture) -> Drawn:
        key = self._key(picture)
        kept = self._cache.get(key) if self._cache else None
        if kept is not None:
            return kept
        from deckmaker.drawing.render import render  # with it comes matplotlib, which takes longest of all to import

        drawn = render(picture, self.theme)
        if self._cache:
            self._cache.put(key, drawn)
        return drawn

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
        packages = [(name, _version(name)) for name in _DRAWN_WITH]
        return repr((code.hexdigest(), colours, self.theme.drawn, packages))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
