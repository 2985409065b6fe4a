"""What a slide says, in reading order, for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from deckmaker.model.frame import Frame, GraphicItem, IconItem, ImageItem, ShapeItem, TableItem, TextItem


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
