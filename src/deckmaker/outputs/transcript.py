"""Transcript: everything that is said and shown, as Markdown, for people who cannot use slides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never
from unicodedata import category

from deckmaker.drawing.slide_words import Heading, Pictured, Source, Words, parts_of
from deckmaker.model.deck import LaidOutDeck, Slide
from deckmaker.model.feature import Draw, OutputKind
from deckmaker.model.frame import Frame, TableItem
from deckmaker.model.layout import Layout
from deckmaker.model.text import Paragraph, Run

_MEANING = re.compile(r"([\\`*_\[\]<>|#~&!])")
"""Signs that mean something to Markdown or HTML."""
_AT_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
_NO_TEXT = ("Cc", "Cs")
"""Unicode categories of control characters and of halves of characters."""
_NOT_SAID = frozenset({"Sources", "Timing"})


def render(laid_out: LaidOutDeck, draw: Draw) -> Mapping[str, bytes]:
    """One file, ``NAME-transcript.md``."""
    parts = [part for part in _document(laid_out) if part]
    return {f"{laid_out.deck.name}-transcript.md": ("\n\n".join(parts) + "\n").encode()}


def _document(laid_out: LaidOutDeck) -> Iterator[str]:
    deck = laid_out.deck
    layouts = {layout.name: layout for layout in laid_out.layouts}
    yield f"# {_plain(str(deck.title))}"
    if deck.subtitle:
        yield _plain(str(deck.subtitle))
    for number, (frame, slide) in enumerate(zip(laid_out.frames, laid_out.slides, strict=True), start=1):
        if slide.kind != "references":
            yield from _slide(frame, slide, number, layouts[frame.layout], is_said=deck.kind == "talk")
    if deck.references:
        yield "## Sources"
        yield "\n".join(
            f"{number}. {_plain(source.reference)}" + (f" <{source.link}>" if source.link else "")
            for number, source in enumerate(deck.references, start=1)
        )


def _slide(frame: Frame, slide: Slide, number: int, layout: Layout, *, is_said: bool) -> Iterator[str]:
    inner = frame.section and not slide.opens
    level = "###" if inner else "##"
    yield f"{level} {number}. {_plain(frame.title)}"
    yield from _shown(frame, layout, f"{level}#")
    notes = list(_notes(frame))
    if notes:
        yield f"{level}# {'Said' if is_said else 'Notes'}"
        yield from notes


def _shown(frame: Frame, layout: Layout, level: str) -> Iterator[str]:
    for part in parts_of(frame, layout):
        match part:
            case Heading():
                yield f"{level} {_runs(part.paragraph.runs)}"
            case Words():
                listed = part.listed
                yield from _paragraphs(part.paragraphs, bullets=listed == "bullet", numbers=listed == "number")
            case Source():
                yield from _paragraphs(part.paragraphs)
            case Pictured():
                yield f"\\[Picture: {_plain(part.words)}\\]"
            case TableItem():
                yield from _table(part)
            case _:
                assert_never(part)


def _table(item: TableItem) -> Iterator[str]:
    cells = [[_plain(str(cell.text)) for cell in row] for row in item.rows]
    if not item.header_row:
        cells.insert(0, [""] * len(item.columns))
    if item.header_column:
        cells[1:] = [[f"**{row[0]}**" if row[0] else "", *row[1:]] for row in cells[1:]]
    rows = ["| " + " | ".join(row) + " |" for row in cells]
    yield "\n".join((rows[0], "|" + " --- |" * len(item.columns), *rows[1:]))


def _notes(frame: Frame) -> Iterator[str]:
    """The notes without timing and sources: those of all slides stand at the end."""
    is_out = False
    kept: list[Paragraph] = []
    for paragraph in frame.notes.paragraphs:
        if paragraph.heading:
            is_out = str(paragraph) in _NOT_SAID
        if not is_out:
            kept.append(paragraph)
    yield from _paragraphs(kept)


def _paragraphs(paragraphs: Iterable[Paragraph], *, bullets: bool = False, numbers: bool = False) -> Iterator[str]:
    """Paragraphs as blocks, those of a list in one."""
    entries: list[str] = []
    for place, paragraph in enumerate(paragraphs, start=1):
        words = _runs(paragraph.runs)
        if not words:
            continue
        if (bullets or numbers or paragraph.bullet) and not paragraph.heading:
            entries.append(f"{paragraph.number or place}. {words}" if numbers else f"- {words}")
            continue
        if entries:
            yield "\n".join(entries)
            entries = []
        yield f"**{words}**" if paragraph.heading else words
    if entries:
        yield "\n".join(entries)


def _runs(runs: Iterable[Run]) -> str:
    words = "".join(f"[{_plain(r.text)}](<{_address(r.link)}>)" if r.link else _signs(r.text) for r in runs)
    return _AT_START.sub(r"\1\\\2", " ".join(words.split()))


def _address(link: str) -> str:
    return "".join(c for c in link.strip().replace(" ", "%20") if c not in "<>\\\n\r")


def _plain(words: str) -> str:
    """Words in one line that mean themselves."""
    return _AT_START.sub(r"\1\\\2", " ".join(_signs(words).split()))


def _signs(words: str) -> str:
    return _MEANING.sub(r"\\\1", "".join(c for c in words if c.isspace() or category(c) not in _NO_TEXT))


OUTPUT = OutputKind(title="Transcript, all that is said and shown as Markdown", render=render)
