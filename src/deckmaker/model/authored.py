"""What of a deck its author wrote, and which figures of the library it uses: what rules of truth look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from deckmaker.model.deck import Deck, Slide
from deckmaker.model.diagnostic import Position
from deckmaker.model.evidence import Diagram, Message, Quotation, Source, Statistic, Support
from deckmaker.model.frame import Frame, GraphicItem, TableItem, TextItem
from deckmaker.model.frozen import frozen
from deckmaker.model.text import Run, Text


@frozen
class Authored:
    """A text of the author's own, and the slide that it is for (``None`` for the deck's title and subtitle)."""

    text: Text
    slide: Slide | None = None

    @property
    def position(self) -> Position | None:
        """Where it is written."""
        return self.text.position or (self.slide.position if self.slide else None)

    def place_of(self, words: str, nth: int = 0) -> Position | None:
        """Where these words of it are written, for the nth time from 0; else where it begins."""
        return self.text.place_of(words, nth) or self.position

    @property
    def has_a_source(self) -> bool:
        """Whether the author cites a source of their own on that slide."""
        return self.slide is not None and bool(getattr(self.slide, "source", None))


def authored_texts(deck: Deck) -> Iterator[Authored]:
    """Every text that the author wrote, in the order of the deck, notes included; a source line of theirs is none."""
    for text in (deck.title, deck.subtitle):
        if text:
            yield Authored(text)
    for slide in deck.slides:
        for field in fields(slide):
            if field.name != "source":
                yield from (Authored(text, slide) for text in _texts_in(getattr(slide, field.name)))


def statistics_used(slide: Slide) -> tuple[Statistic, ...]:
    """The library's figures that a slide shows, or names in a text or in its notes, each once, in order."""
    found: dict[str, Statistic] = {}
    for field in fields(slide):
        for statistic in _statistics_in(getattr(slide, field.name)):
            found.setdefault(statistic.id, statistic)
    return tuple(found.values())


def diagrams_used(slide: Slide) -> tuple[Diagram, ...]:
    """The library's diagrams that a slide shows, in order."""
    return tuple(value for field in fields(slide) if isinstance(value := getattr(slide, field.name), Diagram))


def figures_on(frame: Frame) -> tuple[Statistic, ...]:
    """The library's figures that a finished page shows, as graphics or in words, each once; its notes do not count."""
    found: dict[str, Statistic] = {}
    for item in frame.items:
        if isinstance(item, GraphicItem) and isinstance(item.graphic.subject, Statistic):
            found.setdefault(item.graphic.subject.id, item.graphic.subject)
    for run in runs_on(frame):
        if run.figure is not None:
            found.setdefault(run.figure.id, run.figure)
    return tuple(found.values())


def runs_on(frame: Frame) -> Iterator[Run]:
    """Every run of text on a finished page, in texts and in tables, in reading order."""
    for item in frame.items:
        if isinstance(item, TextItem):
            yield from item.text.runs
        elif isinstance(item, TableItem):
            yield from (run for row in item.rows for cell in row for run in cell.text.runs)


def _texts_in(value: object) -> Iterator[Text]:
    match value:
        case Text():
            yield value
        case Message() | Statistic() | Quotation() | Source() | Support() | Diagram():
            return
        case tuple():
            for one in value:
                yield from _texts_in(one)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from _texts_in(getattr(value, field.name))
        case _:
            return


def _statistics_in(value: object) -> Iterator[Statistic]:
    match value:
        case Statistic():
            yield value
        case Text():
            yield from (run.figure for run in value.runs if run.figure is not None)
        case Message() | Quotation() | Source() | Support():
            return
        case tuple():
            for one in value:
                yield from _statistics_in(one)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from _statistics_in(getattr(value, field.name))
        case _:
            return
