"""The evidence library's records. None can be made without saying where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Literal

from deckmaker.model.diagnostic import Position
from deckmaker.model.frozen import frozen
from deckmaker.model.links import WebAddress
from deckmaker.model.scope import Audience, Nation
from deckmaker.model.text import LanguageTag, Text
from deckmaker.model.ways_to_draw import Drawing


class Hedge(StrEnum):
    """How sure the source is of a figure, in the words it prints."""

    NONE = "none"
    AT_LEAST = "at least"
    AROUND = "around"
    ESTIMATED = "estimated"
    NEARLY = "nearly"
    UP_TO = "up to"
    AS_HIGH_AS = "as high as"
    ON_AVERAGE = "on average"
    ONE_STUDY = "one study"


class Unit(StrEnum):
    """What a value is a number of."""

    PERCENT = "percent"
    COUNT = "count"
    POUNDS = "pounds"
    DOLLARS = "dollars"
    TIMES = "times"
    DAYS = "days"
    YEARS = "years"


@frozen(kw_only=True)
class Source:
    """A work, with every number under which the chapter's references print it."""

    id: str
    title: str
    short: str = field(metadata={"doc": "author, title and year in a few words, for the foot of a slide"})
    author: str = ""
    year: str = ""
    publisher: str = ""
    link: WebAddress = field(default=WebAddress(""))
    numbers: tuple[int, ...] = ()
    printed: dict[int, str] = field(default_factory=dict, hash=False)
    uses: str = ""
    caveats: tuple[str, ...] = ()
    position: Position | None = field(default=None, compare=False, metadata={"written": False})

    @property
    def brief(self) -> str:
        """Who and when, without the title, for a foot with many sources: ‘Hogg (2019)’."""
        year = self.short.rpartition(" (")[2] if self.short.endswith(")") else ""
        return f"{self.short.rpartition(', ')[0]} ({year}" if year and ", " in self.short else self.short

    @property
    def reference(self) -> str:
        """The entry for a list of references: author (year). Title. Publisher."""
        head = f"{self.author} ({self.year})." if self.author and self.year else self.author or self.publisher
        parts = [head, f"{self.title}." if not self.title.endswith((".", "?", "!")) else self.title]
        if self.publisher and self.publisher not in head:
            parts.append(f"{self.publisher}.")
        return " ".join(part for part in parts if part)


@frozen(kw_only=True)
class Citation:
    """A pointer into a work. ``number`` is the chapter's own; ``inferred`` where it prints none at that place."""

    source: Source
    number: int | None = None
    locator: str = ""
    inferred: bool = False


@frozen(kw_only=True)
class Value:
    """One printed value. ``high`` makes it a range; ``label`` names the group, ``of`` says what it is out of."""

    value: float
    high: float | None = None
    label: str = ""
    at: str = field(
        default="",
        metadata={"doc": "the moment of this value, where a figure is told at two moments", "example": '"2010"'},
    )
    hedge: Hedge = Hedge.NONE
    cite: tuple[Citation, ...] = ()


@frozen(kw_only=True)
class Statistic:
    """A figure in one sense in which the source prints it.

    ``base`` continues the figure ("of babies in the general population"), ``predicate`` ends the sentence, so that
    figure, base and predicate read as one claim. ``phrase`` is what ``{id}`` becomes in an author's sentence, with
    ``{figure}`` where the hedged figure goes; it carries place and year.
    """

    id: str
    values: tuple[Value, ...]
    unit: Unit
    hedge: Hedge = Hedge.NONE
    counted: str
    base: str
    predicate: str
    phrase: str
    place: str
    period: str
    population: str
    printed: str
    cite: tuple[Citation, ...]
    messages: tuple[int, ...]
    drawing: Drawing
    headline: str = field(default="", metadata={"doc": "a sentence of at most ten words, without the figure"})
    nations: tuple[Nation, ...] = ()
    caveats: tuple[str, ...] = ()
    doubtful: str = field(
        default="", metadata={"doc": "why the figure itself is in doubt; such a record is in no standard deck"}
    )
    review_by: date | None = None
    superseded_by: str = ""
    position: Position | None = field(default=None, compare=False, metadata={"written": False})

    @property
    def value(self) -> float:
        """The first value; a statistic always has one."""
        return self.values[0].value

    @property
    def scope(self) -> str:
        """Place and period in a few words, for the foot of a slide: ‘England, 2019’."""
        return ", ".join(part for part in (self.place, self.period) if part)


@frozen(kw_only=True)
class Quotation:
    """Somebody's exact words.

    ``parts`` where the source breaks them up; ``short`` is an excerpt with marked omissions.
    """

    id: str
    kind: Literal["block", "inline", "call-out", "page"]
    parts: tuple[str, ...]
    attribution: str
    cite: tuple[Citation, ...]
    messages: tuple[int, ...]
    short: str = ""
    work: str = ""
    year: str = ""
    caveat: str = ""
    notes: str = field(default="", metadata={"doc": "what an editor of the library should know; not shown"})
    language: LanguageTag = field(default=LanguageTag("en-GB"), metadata={"example": "cy-GB"})
    nations: tuple[Nation, ...] = ()
    audiences: tuple[Audience, ...] = ()
    position: Position | None = field(default=None, compare=False, metadata={"written": False})

    @property
    def text(self) -> str:
        """The exact words, one paragraph a part."""
        return "\n".join(self.parts)


@frozen(kw_only=True)
class Support:
    """One of the three things that carry a message, at most twelve words, with an icon and its source."""

    text: Text
    icon: str
    cite: tuple[Citation, ...]
    lead: str = field(default="", metadata={"doc": "two or three words in bold above the text"})


@frozen(kw_only=True)
class Section:
    """A printed sub-heading of a message's chapter section."""

    id: str
    title: str
    summary: Text


@frozen(kw_only=True)
class AudienceWords:
    """What is said to one audience, or in one nation, in place of the usual words or beside them."""

    talking_points: Text | None = field(default=None, metadata={"doc": "in place of the message’s own"})
    example: Text | None = field(default=None, metadata={"doc": "something that these people know"})
    ask: Text | None = field(default=None, metadata={"doc": "what they are asked to do"})


@frozen(kw_only=True)
class Message:
    """A key message: its exact headline, and the case for it in our own words.

    ``cite`` is where the headline stands; ``rests_on`` are the works that its part of the chapter goes by.
    """

    number: int
    headline: str
    short: str
    summary: Text
    supports: tuple[Support, ...]
    talking_points: Text
    cite: tuple[Citation, ...]
    rests_on: tuple[Citation, ...] = ()
    statistics: tuple[str, ...] = ()
    quotations: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    audiences: dict[Audience, AudienceWords] = field(default_factory=dict, hash=False)
    nations: dict[Nation, AudienceWords] = field(default_factory=dict, hash=False)
    caveats: tuple[str, ...] = ()
    position: Position | None = field(default=None, compare=False, metadata={"written": False})

    @property
    def id(self) -> str:
        """The name that an author writes: the number."""
        return str(self.number)


@frozen(kw_only=True)
class DiagramPart:
    """One part of a diagram: its name, a few words, and the works behind it."""

    lead: str
    text: Text | None = None
    icon: str = ""
    cite: tuple[Citation, ...] = ()
    nation: Nation | None = None


@frozen(kw_only=True)
class Diagram:
    """Something other than a figure that a graphic shows: steps that lead to an outcome, what each nation has in place.

    ``graphic`` is the kind of graphic that draws it. ``outcomes`` are what the parts lead to, where they lead anywhere.
    """

    id: str
    graphic: str
    headline: str = field(metadata={"doc": "a sentence of at most ten words"})
    parts: tuple[DiagramPart, ...]
    outcomes: tuple[DiagramPart, ...] = ()
    words_of: Quotation | None = field(
        default=None, metadata={"doc": "quotation from which the names of the parts come, word for word"}
    )
    place: str = ""
    period: str = ""
    cite: tuple[Citation, ...]
    messages: tuple[int, ...] = ()
    nations: tuple[Nation, ...] = ()
    caveats: tuple[str, ...] = ()
    notes: Text | None = field(default=None, metadata={"doc": "talking points"})
    review_by: date | None = None
    position: Position | None = field(default=None, compare=False, metadata={"written": False})

    @property
    def scope(self) -> str:
        """Place and period in a few words, for the foot of a slide."""
        return ", ".join(part for part in (self.place, self.period) if part)


@frozen(kw_only=True)
class Library:
    """All evidence that a deck may use, by identifier."""

    sources: Mapping[str, Source]
    statistics: Mapping[str, Statistic]
    quotations: Mapping[str, Quotation]
    messages: Mapping[str, Message]
    diagrams: Mapping[str, Diagram] = field(default_factory=dict)
