"""What other programs say of a built file."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from subprocess import run

import pytest
from PIL import Image

from deckmaker.model.colour import Colour
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.outputs.pptx.colours import difference

Build = Callable[[LaidOutDeck], bytes]
Convert = Callable[[Path, Path], Path]


def test_the_open_xml_rules_find_nothing(data: bytes, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from openxml_audit import validate_pptx

        (tmp_path / "sample.pptx").write_bytes(data)
        result = validate_pptx(str(tmp_path / "sample.pptx"))
    assert [str(error) for error in result.errors] == []


def _pages(data: bytes, soffice: Convert, folder: Path) -> list[Image.Image]:
    (folder / "deck.pptx").write_bytes(data)
    pdf = soffice(folder / "deck.pptx", folder)
    run(["pdftoppm", "-r", "72", "-png", str(pdf), str(folder / "page")], check=True)
    return [Image.open(page).convert("RGB") for page in sorted(folder.glob("page*.png"))]


def test_libreoffice_shows_the_palettes_very_colours(
    sample_deck: LaidOutDeck, build: Build, soffice: Convert, tmp_path: Path
) -> None:
    """On a light and on a dark ground, every colour within 3 of 255 of the brand's."""
    palette = sample_deck.deck.theme.palette
    places = {name: Box(54 + n * 50, 250, 40, 40) for n, name in enumerate(palette)}
    squares = tuple(ShapeItem(name=name, kind="rectangle", box=box, fill=Colour(name)) for name, box in places.items())
    title, *_ = sample_deck.layouts
    layouts = tuple(
        replace(title, name=ground, title=ground, ground=Colour(ground), decoration=squares)
        for ground in ("cream", "plum")
    )
    frames = tuple(
        replace(sample_deck.frames[0], layout=layout.name, ground=layout.ground, items=sample_deck.frames[0].items[:1])
        for layout in layouts
    )
    deck = replace(sample_deck, frames=frames, slides=sample_deck.slides[:2], layouts=layouts)
    pages = _pages(build(deck), soffice, tmp_path)
    assert len(pages) == 2
    for page in pages:
        for name, box in places.items():
            shown = page.getpixel((round(box.x + 20), round(box.y + 20)))
            assert isinstance(shown, tuple)
            assert difference("#{:02X}{:02X}{:02X}".format(*shown), palette[name]) <= 3, name


@pytest.mark.parametrize(("place", "ground"), [(0, "plum"), (1, "cream"), (3, "mist")])
def test_libreoffice_opens_every_slide_on_its_ground(
    place: int, ground: str, data: bytes, soffice: Convert, tmp_path: Path, sample_deck: LaidOutDeck
) -> None:
    pages = _pages(data, soffice, tmp_path)
    assert len(pages) == 4
    shown = pages[place].getpixel((5, 5))
    assert isinstance(shown, tuple)
    assert difference("#{:02X}{:02X}{:02X}".format(*shown), sample_deck.deck.theme.palette[ground]) <= 3
