"""The part in which a presentation says what it claims and from which records: custom XML that PowerPoint keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from deckmaker import __version__
from deckmaker.layout.chart_room import whole
from deckmaker.model.authored import statistics_used
from deckmaker.model.deck import LaidOutDeck, Slide
from deckmaker.model.evidence import Diagram, Library, Message, Quotation, Source, Statistic, Unit
from deckmaker.model.figures import OneIn, one_in
from deckmaker.model.frame import Frame, GraphicItem, ImageItem, TableItem, TextItem
from deckmaker.model.manifest import (
    ALTERNATIVE_TEXT,
    CHART,
    FAMILIES,
    NAMESPACE,
    NOTES,
    Claimed,
    Manifest,
    Record,
    RecordUse,
    Remembered,
    Use,
    Written,
    library_digest,
    remembered,
    series_words,
)
from deckmaker.model.picture import Label
from deckmaker.model.text import Paragraph, Text
from deckmaker.outputs.pptx.markup import attribute, escaped, identifier, part

PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
T = TypeVar("T")
_NUMBER = re.compile(r"\d[\d,.]*")
_NO_LETTERS = re.compile(r"[^\w]+")


def manifest_of(laid_out: LaidOutDeck, first_id: int = 256) -> Manifest:
    """What the deck claims. ``first_id`` is the file's own number for the first slide; the others follow it."""
    used: dict[tuple[str, str], Record] = {}
    slides: list[Claimed] = []
    names: dict[str, int] = {}
    numbers = laid_out.deck.numbers
    for place, (frame, slide) in enumerate(zip(laid_out.frames, laid_out.slides, strict=True)):
        records = list(_records(slide, frame))
        used |= {(FAMILIES[type(record)], record.id): record for record, _ in records}
        name = _identity(slide, frame)
        names[name] = names.get(name, 0) + 1
        statistics = [record for record, _ in records if isinstance(record, Statistic)]
        citations = [(numbers[one.source.id], one.source.id) for one in slide.citations if one.source.id in numbers]
        slides.append(
            Claimed(
                number=place + 1,
                id=first_id + place,
                identity=name if names[name] == 1 else f"{name}#{names[name]}",
                kind=slide.kind,
                title=frame.title,
                uses=tuple(
                    dict.fromkeys(RecordUse(family=FAMILIES[type(one)], id=one.id, use=use) for one, use in records)
                ),
                texts=tuple(_texts(frame, list({one.id: one for one in statistics}.values()))),
                citations=tuple(citations),
            )
        )
    return Manifest(
        deck=laid_out.deck.name,
        version=__version__,
        brand=laid_out.deck.theme.name,
        library=_digest_of_all(_ById(laid_out.deck.library)),
        slides=tuple(slides),
        records=tuple(_remembered(_ById(used[key])) for key in sorted(used)),
        layouts=tuple(layout.title for layout in laid_out.layouts),
    )


def manifest_part(laid_out: LaidOutDeck, first_id: int = 256) -> bytes:
    """The part with the manifest."""
    manifest = manifest_of(laid_out, first_id)
    records = "".join(
        f'<record family="{one.family}" id="{attribute(one.id)}" digest="{one.digest}">{_plainly(one.said)}</record>'
        for one in manifest.records
    )
    layouts = "".join(f'<layout name="{attribute(name)}"/>' for name in manifest.layouts)
    return part(
        f'<manifest xmlns="{NAMESPACE}" deck="{attribute(manifest.deck)}" version="{attribute(manifest.version)}" '
        f'brand="{attribute(manifest.brand)}" library="{manifest.library}">'
        f"{''.join(map(_slide, manifest.slides))}{records}{layouts}</manifest>"
    )


def properties_part(deck: str) -> bytes:
    """The part that names the manifest: PowerPoint writes one beside every custom XML part."""
    return part(
        f'<ds:datastoreItem xmlns:ds="{_PROPERTIES}" ds:itemID="{identifier("manifest", deck)}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def _slide(slide: Claimed) -> str:
    uses = "".join(f'<{one.use} family="{one.family}" id="{attribute(one.id)}"/>' for one in slide.uses)
    texts = "".join(
        f'<text place="{attribute(one.place)}"'
        + (f' figures="{attribute(" ".join(one.figures))}"' if one.figures else "")
        + f">{_plainly(one.words)}</text>"
        for one in slide.texts
    )
    citations = "".join(f'<citation number="{number}" id="{attribute(one)}"/>' for number, one in slide.citations)
    return (
        f'<slide number="{slide.number}" id="{slide.id}" identity="{attribute(slide.identity)}" '
        f'kind="{attribute(slide.kind)}" title="{attribute(slide.title)}">{uses}{texts}{citations}</slide>'
    )


class _ById(Generic[T]):
    """A record or library that is remembered by what it is, not by what it holds: to compare it would cost more."""

    def __init__(self, held: T) -> None:
        self.held = held

    def __hash__(self) -> int:
        return id(self.held)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and other.held is self.held


@lru_cache(maxsize=4)
def _digest_of_all(library: _ById[Library]) -> str:
    return library_digest(library.held)


@lru_cache(maxsize=2048)
def _remembered(record: _ById[Record]) -> Remembered:
    return remembered(record.held)


def _identity(slide: Slide, frame: Frame) -> str:
    """The kind and what the slide is about: a record’s name, else its title."""
    about = getattr(slide, slide.main, None) if slide.main else None
    if isinstance(about, Statistic | Quotation | Message | Diagram):
        return f"{slide.kind}/{about.id}"
    name = _NO_LETTERS.sub("-", frame.title.casefold())
    return f"{slide.kind}/{name.strip('-')[:80]}"


def _records(slide: Slide, frame: Frame) -> Iterator[tuple[Record, Use]]:
    """Every record that the slide uses, and how, what it shows first."""
    for one in slide.shown:
        yield from _shown(one)
    for item in frame.items:
        if isinstance(item, GraphicItem):
            drawn = (item.graphic.subject, item.graphic.reference, item.graphic.beside)
            yield from ((record, "shows") for record in drawn if record is not None)
    yield from ((statistic, "notes") for statistic in _in_text(slide.notes or Text()))
    yield from ((statistic, "notes") for statistic in _in_text(frame.notes))
    known = {id(record) for record, _ in _shown(slide.shown)}
    yield from ((one, "notes") for one in statistics_used(slide) if id(one) not in known)
    yield from ((citation.source, "cites") for citation in slide.citations)


def _shown(value: object) -> Iterator[tuple[Record, Use]]:
    match value:
        case Statistic() | Quotation() | Message() | Diagram():
            yield value, "shows"
        case Source():
            yield value, "cites"
        case Text():
            yield from ((statistic, "names") for statistic in _in_text(value))
        case tuple():
            for one in value:
                yield from _shown(one)
        case Slide():
            yield from _shown(value.shown)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from _shown(getattr(value, field.name))
        case _:
            return


def _in_text(text: Text) -> Iterator[Statistic]:
    return (run.figure for run in text.runs if run.figure is not None)


def _texts(frame: Frame, statistics: Sequence[Statistic]) -> Iterator[Written]:
    for item in frame.items:
        match item:
            case TextItem():
                yield from _paragraphs(item.placeholder, item.text.paragraphs, statistics)
            case TableItem():
                cells = (cell for row in item.rows for cell in row)
                yield from _paragraphs("table", (p for cell in cells for p in cell.text.paragraphs), statistics)
            case GraphicItem():
                yield from _graphic(item, statistics)
            case ImageItem():
                yield from _words(ALTERNATIVE_TEXT, item.alternative_text, statistics)
            case _:
                pass
    yield from _paragraphs(NOTES, frame.notes.paragraphs, statistics)


def _graphic(item: GraphicItem, statistics: Sequence[Statistic]) -> Iterator[Written]:
    """Its alternative text, and the numbers or labels of one that can be edited."""
    yield from _words(ALTERNATIVE_TEXT, item.alternative_text, statistics)
    if item.native and item.chart is not None:
        for series in whole(item.chart).series:
            yield from _words(CHART, series_words(series.values), statistics)
    elif item.native:
        for mark in item.picture.marks:
            if isinstance(mark, Label):
                yield from _words(item.placeholder, mark.words, statistics)


def _words(place: str, words: str, statistics: Sequence[Statistic]) -> Iterator[Written]:
    if words.strip():
        yield Written(place=place, words=words, figures=_figures_in(words, statistics))


def _paragraphs(place: str, found: Iterable[Paragraph], statistics: Sequence[Statistic]) -> Iterator[Written]:
    for paragraph in found:
        words = str(paragraph)
        if words.strip():
            named = (run.figure.id for run in paragraph.runs if run.figure is not None)
            figures = () if place == "source" else (*named, *_figures_in(words, statistics))
            yield Written(place=place, words=words, figures=tuple(dict.fromkeys(figures)))


def _figures_in(words: str, statistics: Sequence[Statistic]) -> tuple[str, ...]:
    """Statistics of which a number stands in the words, as it is or told as “1 in N”."""
    numbers = set(_numbers(words))
    return tuple(one.id for one in statistics if numbers & set(_values(one)) or _one_in(one) in f"{words} ")


def _values(statistic: Statistic) -> Iterator[float | None]:
    for value in statistic.values:
        yield from (value.value, value.high)


def _one_in(statistic: Statistic) -> str:
    """“1 in 7 ”; a line’s end for a figure that is not told so."""
    told = one_in(statistic.value, statistic.hedge) if statistic.unit is Unit.PERCENT else None
    return f"1 in {told.number} " if isinstance(told, OneIn) else "\n"


def _numbers(words: str) -> Iterator[float]:
    for found in _NUMBER.findall(words):
        plain = found.replace(",", "").rstrip(".")
        if plain.count(".") <= 1:
            yield float(plain)


def _plainly(words: str) -> str:
    """The words as XML text; the two kinds of break that no XML may hold become spaces."""
    return escaped(words.replace("\v", " ").replace("\f", " "))
