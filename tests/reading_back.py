"""Reads a built presentation with python-pptx and holds it against what was laid out: nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from lxml import etree
from pptx import Presentation
from pptx.oxml.xmlchemy import BaseOxmlElement

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import Frame, GraphicItem, ImageItem, TableItem, TextItem
from deckmaker.model.text import Text

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def lost(data: bytes, meant: LaidOutDeck) -> Iterator[str]:
    """What was laid out and is not in the file, in words; nothing for a file that holds all of it."""
    slides = list(Presentation(BytesIO(data)).slides)
    if len(slides) != len(meant.frames):
        yield f"{len(slides)} slides for {len(meant.frames)} pages"
        return
    for number, (slide, frame) in enumerate(zip(slides, meant.frames, strict=True), start=1):
        shown = slide.shapes.element
        yield from (f"slide {number} lost {fault}" for fault in _of_slide(shown, frame))
        if meant.deck.notes and frame.notes:
            page = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
            said = _words(page._txBody) if page is not None else ""
            yield from (f"slide {number} lost of its notes ‘{words}’" for words in _missing(frame.notes, said))


def _of_slide(shown: BaseOxmlElement, frame: Frame) -> Iterator[str]:
    words = _words(shown)
    told = [element.get("descr") or "" for element in shown.iter(f"{P}cNvPr")]
    for item in frame.items:
        if isinstance(item, TextItem):
            yield from (f"‘{piece}’" for piece in _missing(item.text, words))
        elif isinstance(item, TableItem):
            cells = [_words(cell) for cell in shown.iter(f"{A}tc")]
            for cell in (cell for row in item.rows for cell in row):
                if not any(not list(_missing(cell.text, written)) for written in cells):
                    yield f"the cell ‘{cell.text}’"
        elif isinstance(item, GraphicItem | ImageItem) and item.alternative_text not in told:
            yield f"the words for ‘{item.alternative_text}’"


def _missing(text: Text, shown: str) -> Iterator[str]:
    """Runs of a text that are not among letters; marks of citations get their numbers late."""
    yield from (run.text for run in text.runs if run.cites is None and _letters(run.text) not in shown)


def _words(element: etree._Element) -> str:
    return _letters("".join(text.text or "" for text in element.iter(f"{A}t")))


def _letters(words: str) -> str:
    """The words without spaces, and without control characters, which are left out of files."""
    return "".join(letter for letter in words if letter.isprintable() and letter != " ")
