"""A deck: resolved slides, the theme, and what the deck says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from typing import ClassVar

from deckmaker.model.diagnostic import Position
from deckmaker.model.evidence import Audience, Citation, Library, Message, Nation, Quotation, Source, Statistic, Support
from deckmaker.model.frame import Frame, Graphic
from deckmaker.model.layout import Layout
from deckmaker.model.text import Text
from deckmaker.model.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
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

    @property
    def opens(self) -> str:
        """Name of the section of the deck that begins with this slide; empty for most."""
        return ""

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
        case Quotation() | Statistic():
            return value.cite
        case Text():
            return tuple(c for run in value.runs if run.figure is not None for c in run.figure.cite)
        case tuple():
            return tuple(c for one in value for c in _citations_in(one))
        case Slide():
            return tuple(c for f in fields(value) if f.name != "notes" for c in _citations_in(getattr(value, f.name)))
        case _:
            return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A title, slides and what they stand on; every reference is resolved.

    ``name`` is the spec's file name without its ending; ``length`` is minutes.
    ``as_of`` is the day by which the age of evidence is judged: it changes diagnostics, never what is made.
    """

    name: str
    title: Text
    slides: tuple[Slide, ...]
    theme: Theme
    library: Library
    subtitle: Text | None = None
    audience: Audience | None = None
    nation: Nation | None = None
    length: int | None = None
    presenter: str = ""
    organisation: str = ""
    event: str = ""
    as_of: date | None = field(default=None, compare=False)
    date: date | None = None
    language: str = "en-GB"
    formats: tuple[str, ...] = ("pptx",)
    notes: bool = True
    position: Position | None = None

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


@dataclass(frozen=True, slots=True, kw_only=True)
class UndrawnGraphic:
    """A graphic that a slide asks for and that was left out: it would mislead, or (``cramped``) has no room.

    ``instead`` are the kinds that show the same statistic honestly.
    """

    slide: Slide
    graphic: Graphic
    because: str
    cramped: bool = False
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOutDeck:
    """A deck whose every item has its place: frame n belongs to slide ``slides[n]``."""

    deck: Deck
    frames: tuple[Frame, ...]
    slides: tuple[Slide, ...]
    layouts: tuple[Layout, ...]
    undrawn: tuple[UndrawnGraphic, ...] = ()
