"""A graphic on a page of its own: nothing meets anything, and everything that belongs to the figure is there."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import hypot

import pytest

from deckmaker.cli.alone import DARK, LIGHT, Alone
from deckmaker.cli.gallery import Exhibit, exhibits
from deckmaker.discovery import Features
from deckmaker.drawing.colours import on_ground
from deckmaker.layout.marks import extent
from deckmaker.layout.poster import poster_page
from deckmaker.model.colour import Colour, contrast
from deckmaker.model.evidence import Diagram
from deckmaker.model.picture import Circle, Label, Mark, Picture
from deckmaker.workspace import Workspace

PAGES = ("1600x900", "square", "a4", "a3", "landscape", "story")
CASES = [("1600x900", LIGHT), ("square", DARK), ("a4", LIGHT), ("landscape", LIGHT), ("story", DARK)]
ALONE = Alone(Workspace(), Features())
SHOWN = [exhibit for exhibit in exhibits(ALONE) if exhibit.record is not None]


@cache
def _page(exhibit: Exhibit, page: str, ground: Colour) -> Picture:
    assert exhibit.record is not None
    return ALONE.picture(exhibit.record, exhibit.name, poster_page(page), ground)


def _said(marks: tuple[Mark, ...]) -> str:
    return _plain("".join(mark.words for mark in marks if isinstance(mark, Label)))


def _plain(words: str) -> str:
    """Without spaces, since a line may end at any of them or at a hyphen."""
    return "".join(words.split()).casefold()


def _distance(label: Label, disc: Circle) -> float:
    """From the rim of a disc to the nearest ink of the words."""
    box = extent([label])
    x, y = min(max(disc.x, box.x), box.right), min(max(disc.y, box.y), box.bottom)
    return hypot(x - disc.x, y - disc.y) - disc.radius


@pytest.mark.parametrize(("page", "ground"), CASES)
@pytest.mark.parametrize("exhibit", SHOWN, ids=lambda one: one.name)
def test_every_kind_fills_every_page_and_nothing_meets(
    exhibit: Exhibit, page: str, ground: Colour, faults: Callable[[Picture], list[str]]
) -> None:
    picture = _page(exhibit, page, ground)
    assert [fault for fault in faults(picture) if not fault.startswith("too small")] == []
    labels = [mark for mark in picture.marks if isinstance(mark, Label)]
    assert min(label.size for label in labels) >= 5.5, "even the wordmark can be read"
    assert min(label.size for label in labels if len(label.words) > 1) >= 12
    ink = extent(picture.marks)
    clear = poster_page(page).clear
    assert ink.y >= clear
    assert ink.bottom <= picture.height - clear
    assert ink.height > 0.8 * (picture.height - 2 * clear), "the page is filled"


@pytest.mark.parametrize("exhibit", SHOWN, ids=lambda one: one.name)
def test_the_motif_is_never_behind_words_or_data(exhibit: Exhibit) -> None:
    for page, ground in CASES:
        picture = _page(exhibit, page, ground)
        first, *later = picture.areas
        covered = min((area.box.y for area in later), default=picture.height)
        over = [mark for mark in picture.marks if extent([mark]).y < covered]
        assert over
        assert len(first.discs) == 2
        for mark in over:
            if isinstance(mark, Label):
                assert min(_distance(mark, disc) for disc in first.discs) > 2, (page, mark.words)


@pytest.mark.parametrize("exhibit", SHOWN, ids=lambda one: one.name)
def test_words_stand_out_from_the_band_the_body_and_the_foot(exhibit: Exhibit) -> None:
    for ground in (LIGHT, DARK):
        picture = _page(exhibit, "a4", ground)
        coloured = on_ground(picture, ground, ALONE.theme)
        words = [mark for mark in coloured.marks if isinstance(mark, Label)]
        assert len(words) > 5
        for label in words:
            on = [area.ground for area in picture.areas if area.box.y <= label.y <= area.box.bottom][-1]
            least = 3 if label.size >= 24 else 4.5
            assert contrast(ALONE.theme.value(label.colour), ALONE.theme.value(on)) >= least, label


def test_a_page_has_claim_source_place_and_time() -> None:
    seen = 0
    for number, record in enumerate(ALONE.library.statistics.values()):
        for page in (PAGES[number % len(PAGES)], PAGES[(number + 2) % len(PAGES)]):
            marks = ALONE.picture(record, None, poster_page(page), LIGHT).marks
            words = _said(marks)
            for part in (record.base, record.predicate.rstrip("."), record.place, record.cite[0].source.short):
                assert _plain(part) in words, (record.id, page, part)
            seen += 1
    assert seen > 50


def test_a_diagram_stands_alone_with_its_headline_and_its_sources() -> None:
    shown = [exhibit for exhibit in SHOWN if isinstance(exhibit.record, Diagram)]
    for exhibit in shown:
        assert isinstance(exhibit.record, Diagram)
        marks = _page(exhibit, "a4", LIGHT).marks
        for part in (exhibit.record.headline, exhibit.record.cite[0].source.short):
            assert _plain(part) in _said(marks)
