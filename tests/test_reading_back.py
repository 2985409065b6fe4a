"""Reading back finds what a file lost, and it is done with every presentation that a test builds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from pptx import Presentation
from tests.reading_back import lost

from deckmaker.drawing.store import CachedDraw
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import GraphicItem, TextItem
from deckmaker.model.text import plain
from deckmaker.outputs import pptx
from deckmaker.outputs.pptx.deck_file import deck_file

SPEC = """\
title: A deck
slides:
  - statistic: camhs-under-twos
    notes: Say this.
  - table: Who helps
    rows: [[Who, What], [Health visitors, See every family]]
"""
LayOut = Callable[[str], LaidOutDeck]


def with_words(made: LaidOutDeck, words: str) -> LaidOutDeck:
    """The deck with other words for its graphics, and in its texts."""
    first, *others = made.frames
    items = tuple(
        replace(item, alternative_text=words) if isinstance(item, GraphicItem)
        else replace(item, text=plain(words)) if isinstance(item, TextItem) and item.placeholder == "title"
        else item
        for item in first.items
    )  # fmt: skip
    return replace(made, frames=(replace(first, items=items, notes=plain(words)), *others))


def test_a_whole_file_has_lost_nothing_and_what_is_not_in_it_is_told(laid_out: LayOut) -> None:
    made = laid_out(SPEC)
    data = deck_file(made, CachedDraw(made.deck.theme))
    assert list(lost(data, made)) == []
    told = list(lost(data, with_words(made, "Elsewhere")))
    assert told == ["slide 1 lost ‘Elsewhere’", "slide 1 lost the words for ‘Elsewhere’",
                    "slide 1 lost of its notes ‘Elsewhere’"]  # fmt: skip
    assert list(lost(data, replace(made, frames=made.frames[:1]))) == ["2 slides for 1 pages"]


def test_a_cell_of_a_table_that_is_not_there_is_told(laid_out: LayOut) -> None:
    made = laid_out(SPEC)
    presentation = Presentation(BytesIO(deck_file(made, CachedDraw(made.deck.theme))))
    (table,) = (shape.table for shape in presentation.slides[1].shapes if shape.has_table)
    table.cell(1, 1).text = "Nobody"
    stream = BytesIO()
    presentation.save(stream)
    assert list(lost(stream.getvalue(), made)) == ["slide 2 lost the cell ‘See every family’"]


def test_every_presentation_that_a_test_builds_is_read_back(laid_out: LayOut, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes] = []

    def remember(data: bytes, made: LaidOutDeck) -> tuple[str, ...]:
        read.append(data)
        return ()

    monkeypatch.setattr("tests.reading_back.lost", remember)
    made = laid_out(SPEC.replace("A deck", "A deck that no other test builds"))
    (data,) = pptx.OUTPUT.render(made, CachedDraw(made.deck.theme)).values()
    assert read == [data]
