"""What a slide says, in reading order, for those who do not see it or to whom it is too small."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, TypeAlias, assert_never

from deckmaker.model.frame import Frame, GraphicItem, IconItem, ImageItem, ShapeItem, TableItem, TextItem
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout, Role
from deckmaker.model.text import Paragraph, Run

_FIGURE = 40.0
"""Size in points from which bold words are figures."""
_SENTENCE_END = re.compile(r"(?<=[.;]) (?=[^a-z])")
_MARK = re.compile(r"\[\d+\]")


@frozen
class Words:
    """Paragraphs that belong together; ``listed`` as entries of a list, ``strong`` where they are a figure."""

    paragraphs: tuple[Paragraph, ...]
    listed: Literal["none", "bullet", "number"] = "none"
    strong: bool = False


@frozen
class Heading:
    """What heads the parts that follow."""

    paragraph: Paragraph


@frozen
class Pictured:
    """What a picture says and the words of the slide do not."""

    words: str


@frozen
class Source:
    """The small print: where it comes from, and what to take care of."""

    paragraphs: tuple[Paragraph, ...]


Part: TypeAlias = Words | Heading | Pictured | Source | TableItem


def parts_of(frame: Frame, layout: Layout) -> Iterator[Part]:
    """Everything that the slide says but its title. A label (a number, a letter, a time) is part of what it marks."""
    said = _plainly(" ".join(str(item.text) for item in frame.items if isinstance(item, TextItem)))
    label = ""
    for item in frame.items:
        match item:
            case TextItem():
                place = layout.placeholder(item.placeholder)
                paragraphs = tuple(p for p in item.text.paragraphs if str(p).strip())
                if place.role is Role.TITLE or not paragraphs:
                    continue
                if place.reads == "label":
                    label = " ".join(str(item.text).split())
                    continue
                if label:
                    paragraphs = (_labelled(label, paragraphs[0]), *paragraphs[1:])
                    label = ""
                if place.reads == "heading":
                    yield from (Heading(paragraph) for paragraph in paragraphs)
                elif place.role is Role.SOURCE:
                    yield Source(paragraphs)
                else:
                    style = place.style or item.style
                    yield Words(paragraphs, style.marker, strong=style.bold and style.size >= _FIGURE)
            case GraphicItem() | ImageItem():
                if item.alternative_text:
                    yield Pictured(_unsaid(item.alternative_text, said))
            case TableItem():
                yield item
            case ShapeItem() | IconItem():
                pass
            case _:
                assert_never(item)


def words_of(frame: Frame) -> Iterator[str]:
    """Paragraphs: the texts of the slide, and for its pictures the words that say the same."""
    for item in frame.items:
        match item:
            case TextItem():
                yield from filter(None, (str(paragraph).strip() for paragraph in item.text.paragraphs))
            case GraphicItem() | ImageItem():
                if item.alternative_text:
                    yield item.alternative_text
            case TableItem():
                for row in item.rows:
                    yield " · ".join(" ".join(str(cell.text).split()) for cell in row)
            case ShapeItem() | IconItem():
                pass
            case _:
                assert_never(item)


def _unsaid(words: str, said: str) -> str:
    """The sentences that are not said already; the first of them stays anyhow, since it tells what is to be seen."""
    first, *rest = _SENTENCE_END.split(words)
    return " ".join((first, *(sentence for sentence in rest if _plainly(sentence) not in said)))


def _plainly(words: str) -> str:
    """Letters and digits alone, to compare words by, without marks of citation."""
    return "".join(c for c in _MARK.sub("", words).casefold() if c.isalnum())


def _labelled(label: str, paragraph: Paragraph) -> Paragraph:
    """‘1. Choose a moment’, ‘14:05 What babies need’."""
    return replace(paragraph, runs=(Run(f"{label} " if ":" in label else f"{label}. "), *paragraph.runs))
