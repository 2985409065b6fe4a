"""Graphics that stand alone: figures of the library in the usual brand, each on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from html import escape

from deckmaker.discovery import Features
from deckmaker.fonts import measure
from deckmaker.layout.standing_alone import standing_alone
from deckmaker.model.colour import Colour
from deckmaker.model.diagnostic import Diagnostic
from deckmaker.model.evidence import Library, Statistic
from deckmaker.model.feature import Measure
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import NoRoomError, Picture
from deckmaker.model.theme import Theme
from deckmaker.reading.library import read_library
from deckmaker.reading.sources import library_files
from deckmaker.reading.usual_brand import usual_theme
from deckmaker.workspace import Workspace

_LIGHT, _DARK = Colour("cream"), Colour("plum")
_GALLERY = (960.0, 540.0)


class Alone:
    """Draws figures of a workspace's library."""

    def __init__(self, workspace: Workspace, features: Features) -> None:
        self.workspace, self.kinds = workspace, features.graphics

    @cached_property
    def library(self) -> Library:
        return read_library(library_files(self.workspace))

    @cached_property
    def theme(self) -> Theme:
        return usual_theme(self.workspace)

    @cached_property
    def _measure(self) -> Measure:
        return measure(self.theme.drawn)

    def problem(
        self, statistic: Statistic, kind: str | None, size: tuple[float, float], dark: bool
    ) -> Diagnostic | None:
        """Why the figure cannot be drawn like this, at its record; nothing where it can."""
        drawing = statistic.drawing
        chosen = kind or drawing.default
        honest = dict.fromkeys((drawing.default, *drawing.allowed))
        refused = {refusal.kind: refusal.because for refusal in drawing.refused}
        because = refused.get(chosen) or self.kinds[chosen].refuses(statistic)
        if not because and chosen not in honest:
            because = "its record does not list this among the honest ways to draw it"
        if because:
            names = ", ".join(name for name in honest if name != chosen)
            words = f"‘{statistic.id}’ cannot be drawn as ‘{chosen}’: {because}"
            return Diagnostic("misleading-graphic", words, statistic.position, f"choose from: {names}" if names else "")
        try:
            self._page(statistic, chosen, size, dark)
        except NoRoomError as error:
            return Diagnostic("no-room-for-graphic", f"the graphic has no room: {error}", hint="choose another --size")
        return None

    def drawn(
        self, statistic: Statistic, kind: str | None, size: tuple[float, float], dark: bool, ending: str
    ) -> bytes:
        """The file of that ending: ``.svg``, ``.png`` or ``.pdf``."""
        picture = self._page(statistic, kind or statistic.drawing.default, size, dark)
        ground = _DARK if dark else _LIGHT
        if ending == ".pdf":
            from deckmaker.drawing.colours import on_ground
            from deckmaker.drawing.render import render_pdf

            return render_pdf(on_ground(picture, ground, self.theme), self.theme)
        from deckmaker.drawing.store import CachedDraw

        made = CachedDraw(self.theme, self.workspace.cache / "graphics")(picture, ground)
        return made.png if ending == ".png" else made.svg

    def gallery(self) -> dict[str, bytes]:
        """Every kind on light and dark, and the page that shows them."""
        files: dict[str, bytes] = {}
        rows: list[str] = []
        for kind, statistic in self._shown():
            names = {f"{kind}-{'dark' if dark else 'light'}.svg": dark for dark in (False, True)}
            for name, dark in names.items():
                files[name] = self.drawn(statistic, kind, _GALLERY, dark, ".svg")
            words = escape(self.kinds[kind].describe(self._graphic(statistic, kind, _LIGHT)))
            pictures = "".join(f'<img src="{name}" alt="{words}" width="48%">' for name in names)
            rows.append(f"<h2>{escape(self.kinds[kind].title)} <code>{kind}</code></h2>\n<p>{pictures}</p>")
        head = '<!doctype html>\n<html lang="en-GB"><meta charset="utf-8"><title>Graphics</title>\n'
        style = "<style>body{font-family:sans-serif;margin:2em}img{margin-right:1%}</style>\n<h1>Graphics</h1>\n"
        files["index.html"] = (head + style + "\n".join(rows) + "\n</html>\n").encode()
        return files

    def _shown(self) -> Iterator[tuple[str, Statistic]]:
        """Each kind with the first figure of the library that is usually drawn so, or else that may be."""
        records = [one for one in self.library.statistics.values() if not one.doubtful]
        for kind in self.kinds:
            usual = [one for one in records if one.drawing.default == kind]
            found = next(iter([*usual, *(one for one in records if kind in one.drawing.allowed)]), None)
            if found is not None:
                yield kind, found

    def _page(self, statistic: Statistic, kind: str, size: tuple[float, float], dark: bool) -> Picture:
        graphic = self._graphic(statistic, kind, _DARK if dark else _LIGHT)
        return standing_alone(self.kinds[kind], graphic, *size, self._measure)

    def _graphic(self, statistic: Statistic, kind: str, ground: Colour) -> Graphic:
        drawing, records = statistic.drawing, self.library.statistics
        return Graphic(
            kind=kind,
            statistic=statistic,
            reference=records[drawing.base] if drawing.base else None,
            beside=records[drawing.beside] if drawing.beside else None,
            ground=ground,
        )
