"""A deck: resolved slides, the theme, and what the deck says of itself."""

from __future__ import annotations

from dataclasses import field, fields
from datetime import date
from typing import ClassVar, Literal, NewType

from deckmaker.model.diagnostic import Position
from deckmaker.model.evidence import (
    Citation,
    Diagram,
    DiagramPart,
    Library,
    Message,
    Quotation,
    Source,
    Statistic,
    Support,
)
from deckmaker.model.frame import Frame, Graphic
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.scope import Audience, Nation
from deckmaker.model.settings import Settings
from deckmaker.model.text import Text
from deckmaker.model.theme import Theme

Minutes = NewType("Minutes", int)
"""A length of time, 1 to 1,440."""
Clock = NewType("Clock", int)
"""A time of day, in minutes after midnight."""


@frozen(kw_only=True)
class Image:
    """A picture file that an author names: its bytes, its size in pixels, and where it is written."""

    name: str
    content: bytes = field(repr=False)
    width: int
    height: int
    position: Position | None = field(default=None, compare=False)


@frozen(kw_only=True)
class Objection:
    """Why a slide cannot be made as it is asked for, and what to do instead."""

    because: str
    instead: str


@frozen(kw_only=True)
class Slide:
    """What every kind of slide has. A kind adds fields of its own; each is a key of the deck spec.

    ``kind`` is filled in by the reader from the name of the kind's file.
    """

    main: ClassVar[str] = ""
    """The field that the kind's own key fills: ``quotation: some-id``. Empty for a kind that is one word."""

    kind: str = field(default="", metadata={"written": False})
    position: Position | None = field(default=None, compare=False, metadata={"written": False})
    headline: Text | None = field(default=None, metadata={"doc": "a headline of your own"})
    notes: Text | None = field(default=None, metadata={"doc": "speaker notes of your own"})
    minutes: Minutes | None = field(default=None, metadata={"doc": "how long it takes, in minutes"})
    keep_for: tuple[Minutes, ...] = field(
        default=(), metadata={"doc": "the lengths of the deck in which the slide stays", "example": "[60, 90]"}
    )
    audience: tuple[Audience, ...] = field(default=(), metadata={"doc": "only for these audiences"})
    nation: tuple[Nation, ...] = field(default=(), metadata={"doc": "only in these nations"})
    content_note: Text | None = field(default=None, metadata={"doc": "what on this slide may distress people"})

    @property
    def opens(self) -> str:
        """Name of the section of the deck that begins with this slide; empty for most."""
        return ""

    def objections(self, deck: Deck) -> tuple[Objection, ...]:
        """What in this deck speaks against showing what the author asks for; nothing for most."""
        return ()

    @property
    def shown(self) -> tuple[object, ...]:
        """The words and records that stand on the slide: all but the notes, unless a kind leaves out more."""
        return tuple(getattr(self, f.name) for f in fields(self) if f.name != "notes")

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What the slide shows from works, in the order shown, each work once."""
        found: dict[str, Citation] = {}
        for citation in _citations_in(self):
            found.setdefault(citation.source.id, citation)
        return tuple(found.values())


def _citations_in(value: object) -> tuple[Citation, ...]:
    match value:
        case Citation():
            return (value,)
        case Message():
            return (*value.cite, *_citations_in(value.supports))
        case Support():
            return value.cite
        case Diagram():
            return (*value.cite, *_citations_in(value.parts), *_citations_in(value.outcomes))
        case Quotation() | Statistic() | DiagramPart():
            return value.cite
        case Text():
            return tuple(c for run in value.runs if run.figure is not None for c in run.figure.cite)
        case tuple():
            return tuple(c for one in value for c in _citations_in(one))
        case Slide():
            return _citations_in(value.shown)
        case _:
            return ()


@frozen(kw_only=True)
class Deck:
    """A title, slides and what they stand on; every reference is resolved.

    ``name`` is the spec's file name without its ending; ``length`` is minutes. ``partner_logo`` stands beside the
    wordmark, with the name of the ``partner`` as its alternative text.
    ``as_of`` is the day by which the age of evidence is judged, ``settings`` how rules weigh: they change diagnostics,
    never what is made. ``left_out`` are the slides that its file keeps for other lengths, audiences or nations.
    The slides of an infographic are the panels of one ``page``, or with ``cards`` each has a page of its own.
    """

    name: str
    title: Text
    slides: tuple[Slide, ...]
    theme: Theme
    library: Library
    subtitle: Text | None = None
    audience: Audience | None = None
    nation: Nation | None = None
    kind: Literal["talk", "workshop", "infographic"] = "talk"
    length: Minutes | None = None
    start: Clock | None = None
    partner_logo: Image | None = None
    partner: str = ""
    presenter: str = ""
    organisation: str = ""
    event: str = ""
    as_of: date | None = field(default=None, compare=False)
    date: date | None = None
    language: str = "en-GB"
    formats: tuple[str, ...] = ("pptx",)
    notes: bool = True
    position: Position | None = None
    left_out: tuple[Slide, ...] = field(default=(), compare=False)
    page: str = ""
    cards: bool = False
    settings: Settings = field(default_factory=Settings, compare=False)

    @property
    def sections(self) -> tuple[str, ...]:
        """Names of the deck's sections, in order."""
        return tuple(slide.opens for slide in self.slides if slide.opens)

    @property
    def references(self) -> tuple[Source, ...]:
        """The works cited, in order of first use: reference n is at index n − 1."""
        found: dict[str, Source] = {}
        for slide in self.slides:
            for citation in slide.citations:
                found.setdefault(citation.source.id, citation.source)
        return tuple(found.values())

    @property
    def numbers(self) -> dict[str, int]:
        """Number of each cited work in this deck, by its identifier."""
        return {source.id: number for number, source in enumerate(self.references, start=1)}


@frozen(kw_only=True)
class UndrawnGraphic:
    """A graphic that a slide asks for and that was left out: it would mislead, or (``cramped``) has no room.

    ``instead`` are the kinds that show the same statistic honestly.
    """

    slide: Slide
    graphic: Graphic
    because: str
    cramped: bool = False
    instead: tuple[str, ...] = ()


@frozen(kw_only=True)
class Crowded:
    """A page of an infographic that has no room for all its panels: the first that goes too far, and how far."""

    slide: Slide
    because: str
    instead: str


@frozen(kw_only=True)
class Panels(Slide):
    """What the page of an infographic shows, as one slide of the deck that is laid out. No author writes it."""

    panels: tuple[Slide, ...] = ()


@frozen(kw_only=True)
class LaidOutDeck:
    """A deck whose every item has its place: frame n belongs to slide ``slides[n]``.

    ``crowded`` says how much is too much for a page of an infographic, whose frame is then left out.
    Pictures of slides are as large as fits into ``picture_size``, width and height in pixels.
    """

    deck: Deck
    frames: tuple[Frame, ...]
    slides: tuple[Slide, ...]
    layouts: tuple[Layout, ...]
    undrawn: tuple[UndrawnGraphic, ...] = ()
    picture_size: tuple[int, int] = (1920, 1080)
    crowded: tuple[Crowded, ...] = ()
