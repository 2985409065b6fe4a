"""What is held of random decks would be seen to be broken: each flaw is put into a sound page or file, and found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from tests.random_decks.held import faults_of_file, faults_of_pages
from tests.random_decks.made import Maker, Outcome

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import Box, FrameItem, GraphicItem, TableItem, TextItem
from deckmaker.model.picture import Label

SPEC = """\
title: A deck
slides:
  - statistic: camhs-under-twos
    notes: Say this.
  - text: {headline: Some words, body: A sentence that takes more than one line when it is set in large type}
  - table: Who helps
    rows: [[Who, What], [Health visitors, See every family]]
"""


@pytest.fixture(scope="module")
def sound(maker: Maker) -> Outcome:
    outcome = maker.make(SPEC)
    assert outcome.is_built, outcome.diagnostics
    return outcome


def with_item(page: LaidOutDeck, kind: type, place: str, change: Callable[[FrameItem], FrameItem]) -> LaidOutDeck:
    """The deck with a change to the first item of a kind in a place of that name."""
    frames = list(page.frames)
    for number, frame in enumerate(frames):
        for at, item in enumerate(frame.items):
            if isinstance(item, kind) and getattr(item, "placeholder", "") == place:
                items = (*frame.items[:at], change(item), *frame.items[at + 1 :])
                frames[number] = replace(frame, items=items)
                return replace(page, frames=tuple(frames))
    raise AssertionError(f"there is no {kind.__name__} in {place}")


def changed(**fields: Any) -> Callable[[FrameItem], FrameItem]:
    return lambda item: replace(item, **fields)


def moved(x: float, y: float, width: float, height: float) -> Callable[[FrameItem], FrameItem]:
    return changed(box=Box(x, y, width, height))


def small_labels(item: FrameItem) -> FrameItem:
    assert isinstance(item, GraphicItem)
    marks = tuple(replace(mark, size=9.0) if isinstance(mark, Label) else mark for mark in item.picture.marks)
    return replace(item, picture=replace(item.picture, marks=marks))


def smaller(item: FrameItem) -> FrameItem:
    assert isinstance(item, TextItem | TableItem)
    return replace(item, style=replace(item.style, size=17.0))


def fewer_words(item: FrameItem) -> FrameItem:
    assert isinstance(item, TextItem)
    return replace(item, lines=item.lines[:-1])


FLAWS = [
    (TextItem, "body", moved(700, 200, 400, 200), "body leaves the page"),
    (TextItem, "body", moved(54, 40, 852, 300), "title and body overlap"),
    (TextItem, "body", moved(54, 200, 300, 200), "has a line of"),
    (TextItem, "body", moved(54, 200, 756, 20), "points high and has 20.0"),
    (TextItem, "body", smaller, "body is set in 17 points"),
    (TextItem, "body", fewer_words, "does not show all its words"),
    (TextItem, "title", changed(words_too_many=3), "title overflows and was built"),
    (TableItem, "table", moved(54, 100, 200, 300), "is larger than its place"),
    (TableItem, "table", changed(columns=(40.0, 40.0)), "a cell wider than its column"),
    (TableItem, "table", changed(heights=(9.0, 9.0)), "a cell higher than its row"),
    (TableItem, "table", smaller, "table is set in 17 points"),
    (GraphicItem, "graphic", moved(40, 40, 360, 424), "graphic overlap"),
    (GraphicItem, "graphic", small_labels, "is set in 9.0 points"),
]


def test_a_sound_deck_has_no_faults(sound: Outcome) -> None:
    (page,), ((_, data),) = sound.pages, sound.files
    assert list(faults_of_pages(page)) == []
    assert list(faults_of_file(data, page)) == []


@pytest.mark.parametrize(("kind", "place", "change", "words"), FLAWS, ids=[words for *_, words in FLAWS])
def test_a_flaw_of_a_page_is_found(
    kind: type, place: str, change: Callable[[FrameItem], FrameItem], words: str, sound: Outcome
) -> None:
    found = list(faults_of_pages(with_item(sound.pages[0], kind, place, change)))
    assert any(words in fault for fault in found), found


@pytest.mark.parametrize(
    ("part", "old", "new", "words"),
    [
        ("ppt/slides/slide1.xml", ' descr="', ' title="', "has no words for people who do not see it"),
        ("ppt/slides/slide2.xml", 'type="title"', 'type="body"', "slide 2 has no title in a place for titles"),
        ("ppt/slides/slide3.xml", "Who helps", "Some words", "two slides of one title"),
        ("ppt/presentation.xml", '<p:sldId id="256"', '<p:sldId id="255"', "out of range"),
    ],
)
def test_a_flaw_of_a_file_is_found(part: str, old: str, new: str, words: str, sound: Outcome) -> None:
    (page,), ((_, data),) = sound.pages, sound.files
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as whole, ZipFile(stream, "w") as archive:
        for name in whole.namelist():
            content = whole.read(name).decode("utf-8") if name == part else ""
            assert name != part or old in content
            archive.writestr(name, content.replace(old, new) if name == part else whole.read(name))
    found = list(faults_of_file(stream.getvalue(), page))
    assert any(words in fault for fault in found), found
