"""Graphics that stand alone: figures of the library in the usual brand, each on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from deckmaker.discovery import Features
from deckmaker.fonts import measure
from deckmaker.layout.honesty import NEVER_DRAWN, honest_kinds, objection
from deckmaker.layout.poster import PosterPage
from deckmaker.layout.standing_alone import standing_alone
from deckmaker.model.colour import Colour
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.evidence import Diagram, Library, Statistic
from deckmaker.model.feature import Measure
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import NoRoomError, Picture
from deckmaker.model.theme import Theme
from deckmaker.reading.library import read_library
from deckmaker.reading.sources import library_files
from deckmaker.reading.usual_brand import usual_theme
from deckmaker.workspace import Workspace

LIGHT, DARK = Colour("cream"), Colour("plum")
Record = Statistic | Diagram


class Alone:
    """Draws figures and diagrams of a workspace's library."""

    def __init__(self, workspace: Workspace, features: Features) -> None:
        self.workspace, self.kinds = workspace, features.graphics

    @cached_property
    def library(self) -> Library:
        return read_library(library_files(self.workspace))

    @cached_property
    def theme(self) -> Theme:
        return usual_theme(self.workspace)

    @cached_property
    def measure(self) -> Measure:
        """Widths of words in the drawn font."""
        return measure(self.theme.drawn)

    @property
    def records(self) -> dict[str, Record]:
        """Everything that can be drawn, by name: diagrams and statistics."""
        return {**self.library.diagrams, **self.library.statistics}

    def problems(self, record: Record, kind: str | None, page: PosterPage, ground: Colour) -> Iterator[Diagnostic]:
        """Why the record cannot be drawn like this, or what to be careful about, at its place in the library."""
        chosen, honest = kind or honest_kinds(record)[0], honest_kinds(record)
        never = NEVER_DRAWN.get(chosen, "")
        because = never or objection(record, chosen, self.kinds[chosen], self.library)
        if because:
            names = ", ".join(name for name in honest if name != chosen)
            words = f"‘{record.id}’ cannot be drawn as ‘{chosen}’: {because}"
            yield Diagnostic("misleading-graphic", words, record.position, f"choose from: {names}" if names else "")
            return
        if isinstance(record, Statistic) and record.doubtful:
            words = f"the library marks ‘{record.id}’ as doubtful: {record.doubtful}"
            hint = "use another figure, or say beside the picture what is doubtful"
            yield Diagnostic("doubtful-figure", words, record.position, hint, Severity.WARNING)
        try:
            self.picture(record, chosen, page, ground)
        except NoRoomError:
            message = f"a page of {page.name} has no room for ‘{record.id}’ as ‘{chosen}’, its words and its source"
            yield Diagnostic("no-room-for-graphic", message, hint="choose another --size")

    def picture(self, record: Record, kind: str | None, page: PosterPage, ground: Colour) -> Picture:
        """The marks of the whole page. Raises ``NoRoomError`` where it is too small."""
        graphic = self.graphic(record, kind or honest_kinds(record)[0], ground)
        return standing_alone(self.kinds[graphic.kind], graphic, page, self.theme, self.measure)

    def drawn(self, record: Record, kind: str | None, page: PosterPage, ground: Colour, ending: str) -> bytes:
        """The file of that ending: ``.svg``, ``.png`` or ``.pdf``."""
        picture = self.picture(record, kind, page, ground)
        if ending == ".pdf":
            from deckmaker.drawing.colours import on_ground
            from deckmaker.drawing.render import render_pdf

            return render_pdf(on_ground(picture, ground, self.theme), self.theme)
        from deckmaker.drawing.store import CachedDraw

        made = CachedDraw(self.theme, self.workspace.cache / "graphics")(picture, ground)
        return made.png if ending == ".png" else made.svg

    def graphic(self, record: Record, kind: str, ground: Colour) -> Graphic:
        """The record as a kind draws it, with the records that belong to it."""
        if isinstance(record, Diagram):
            return Graphic(kind=kind, subject=record, ground=ground)
        drawing, records = record.drawing, self.library.statistics
        return Graphic(
            kind=kind,
            subject=record,
            reference=records[drawing.base] if drawing.base else None,
            beside=records[drawing.beside] if drawing.beside else None,
            ground=ground,
        )
