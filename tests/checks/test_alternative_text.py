"""Words for people who do not see a picture have to tell them something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from deckmaker.discovery import Features
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import GraphicItem, TableItem
from deckmaker.workspace import Workspace

CHECK = Features().checks["alternative-text"]
Deck = Callable[[str], LaidOutDeck]


@pytest.fixture
def pictured(deck: Deck, workspace: Workspace, draw_pictures: Callable[[str, Path], None]) -> Deck:
    def made(words: str) -> LaidOutDeck:
        spec = "title: A talk\nslides:\n  - image: photo.jpg\n    headline: A face\n    credit: Zoë Hill\n"
        draw_pictures(spec, workspace.root / "decks")
        return deck(f"{spec}    {words}\n")

    return made


@pytest.mark.parametrize("words", ["photo.jpg", "IMG 2041", "A photo of", "image", "The picture", "holiday-7.PNG"])
def test_words_that_tell_nothing_are_an_error(words: str, pictured: Deck) -> None:
    (error,) = CHECK.find(pictured(f"alternative-text: {words}"))
    assert words in error.message
    assert error.position is not None
    assert error.position.line == 3


@pytest.mark.parametrize("words", ["alternative-text: A mother looks at her baby", "decorative: yes"])
def test_words_that_say_what_is_seen_are_well_and_so_is_decoration(words: str, pictured: Deck) -> None:
    assert list(CHECK.find(pictured(words))) == []


@pytest.mark.parametrize(
    ("slide", "what"),
    [("statistic: camhs-under-twos", "graphic"), ("table: Who\n    rows: [[Who, What], [We, All]]", "table")],
)
def test_a_graphic_or_table_without_words_is_an_error(slide: str, what: str, deck: Deck) -> None:
    made = deck(f"title: A talk\nslides:\n  - {slide}\n")
    assert list(CHECK.find(made)) == []
    frame = made.frames[0]
    items = tuple(
        replace(item, alternative_text="") if isinstance(item, GraphicItem | TableItem) else item
        for item in frame.items
    )
    (error,) = CHECK.find(replace(made, frames=(replace(frame, items=items),)))
    assert f"the {what} of this" in error.message
