"""Pictures of slides: PNG, SVG, thumbnails, and all on one sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from deckmaker.drawing.store import CachedDraw
from deckmaker.model.deck import LaidOutDeck
from deckmaker.outputs import contact_sheet, png, svg, thumbnails

SPEC = """\
title: "Pictures & <signs>"
slides:
  - title
  - section: "One <part> & more"
  - statistic: camhs-under-twos
"""


@pytest.fixture
def made(laid_out: Callable[[str], LaidOutDeck]) -> LaidOutDeck:
    return laid_out(SPEC)


def size(picture: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(picture)) as opened:
        return opened.size


def test_every_slide_is_a_picture_of_the_size_asked_for(made: LaidOutDeck) -> None:
    draw = CachedDraw(made.deck.theme)
    files = png.OUTPUT.render(made, draw)
    assert list(files) == ["deck-01.png", "deck-02.png", "deck-03.png"]
    assert {size(picture) for picture in files.values()} == {(1920, 1080)}
    smaller = png.OUTPUT.render(replace(made, picture_size=(640, 640)), draw)
    assert {size(picture) for picture in smaller.values()} == {(640, 360)}


def test_the_picture_has_the_colours_of_the_brand(made: LaidOutDeck) -> None:
    picture = png.OUTPUT.render(made, CachedDraw(made.deck.theme))["deck-02.png"]
    with Image.open(BytesIO(picture)) as opened:
        corner = opened.convert("RGB").getpixel((4, 4))
    assert isinstance(corner, tuple)
    assert "#{:02X}{:02X}{:02X}".format(*corner) == made.deck.theme.value(made.frames[1].ground)


def test_thumbnails_are_small(made: LaidOutDeck) -> None:
    files = thumbnails.OUTPUT.render(made, CachedDraw(made.deck.theme))
    assert next(iter(files)) == "deck-thumbnail-01.png"
    assert {size(picture) for picture in files.values()} == {(320, 180)}


def test_one_sheet_shows_all_slides(made: LaidOutDeck) -> None:
    ((name, picture),) = contact_sheet.OUTPUT.render(made, CachedDraw(made.deck.theme)).items()
    assert name == "deck-contact-sheet.png"
    assert size(picture)[0] == 1920


def test_an_svg_says_its_title_and_its_words_and_holds_nothing_that_runs(made: LaidOutDeck) -> None:
    files = svg.OUTPUT.render(made, CachedDraw(made.deck.theme))
    assert list(files) == ["deck-01.svg", "deck-02.svg", "deck-03.svg"]
    for frame, content in zip(made.frames, files.values(), strict=True):
        root = ElementTree.fromstring(content)
        names = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert root.findtext("{*}title") == frame.title
        assert not names & {"script", "foreignObject", "text"}
        values = [value for element in root.iter() for key, value in element.attrib.items() if key.endswith("href")]
        assert all(value.startswith(("#", "data:image/")) for value in values)
    assert "42%" in files["deck-03.svg"].decode()


@pytest.mark.parametrize("output", [png, svg, thumbnails, contact_sheet])
def test_the_same_deck_gives_the_same_pictures(output: object, made: LaidOutDeck) -> None:
    draw = CachedDraw(made.deck.theme)
    kind = output.OUTPUT  # type: ignore[attr-defined]
    assert kind.render(made, draw) == kind.render(made, draw)
