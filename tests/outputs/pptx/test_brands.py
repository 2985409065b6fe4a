"""A deck in another brand: every colour, font and word of the brand is that brand's, and everything can be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Protocol
from zipfile import ZipFile

import pytest

from deckmaker.checks.contrast import find
from deckmaker.discovery import Features
from deckmaker.model.colour import contrast
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.theme import Theme
from deckmaker.outputs.pptx.integrity import problems
from deckmaker.reading.brand import Brand, read_brand
from deckmaker.reading.contrast import LARGE, LARGE_BOLD, TEXT, unfit
from deckmaker.workspace import Workspace

BRANDS = ("", "high-contrast")
OF_DAWN = re.compile(r"\b(?:Calibri|Carlito|Lato|FOUNDATION|dawn)\b")
NAMED_COLOURS = re.compile(r"<a:(?:srgbClr|sysClr|prstClr|hslClr|scrgbClr)\b")


class Built(Protocol):
    """A deck as it was laid out, and the bytes of its file."""

    @property
    def laid_out(self) -> LaidOutDeck: ...

    @property
    def data(self) -> bytes: ...


EveryKind = Callable[[str], Built]


def texts(data: bytes, within: str = "") -> Iterator[tuple[str, str]]:
    """Name and content of every part that is text, those of workbooks inside the file included."""
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith(".xlsx"):
                yield from texts(content, f"{name}/")
            elif name.endswith((".xml", ".rels", ".svg")):
                yield within + name, content.decode()


def brand_of(folder: str) -> Brand:
    path = Workspace.bundled("brand") / folder / "_brand.yml"
    brand, wrong = read_brand(str(path), path.read_bytes(), lambda name: (path.parent / name).read_bytes())
    assert wrong == ()
    assert brand is not None
    return brand


def values(theme: Theme) -> set[str]:
    return {value[1:].upper() for value in theme.palette.values()}


def test_the_second_brand_differs_in_everything() -> None:
    one, other = (brand_of(folder).theme for folder in BRANDS)
    assert values(one) & values(other) == {"FFFFFF"}
    assert {one.live.family, one.live.measured_as} & {other.live.family, other.live.measured_as} == set()
    assert one.wordmark != other.wordmark


def test_no_colour_of_the_usual_brand_is_in_a_deck_of_the_second(every_kind: EveryKind) -> None:
    made = every_kind("high-contrast")
    foreign = values(brand_of("").theme) - values(made.laid_out.deck.theme)
    parts = dict(texts(made.data))
    assert {name.rpartition(".")[2] for name in parts} == {"xml", "rels", "svg"}
    assert any(name.startswith("ppt/charts/") for name in parts)
    for name, content in parts.items():
        found = {value.upper() for value in re.findall(r"\b[0-9A-Fa-f]{6}\b", content)}
        assert found & foreign == set(), name


def test_no_font_and_no_word_of_the_usual_brand_is_in_a_deck_of_the_second(every_kind: EveryKind) -> None:
    """The sheets behind charts are left out: they are in Excel’s own theme."""
    made = every_kind("high-contrast")
    faces: set[str] = set()
    for name, content in ((name, content) for name, content in texts(made.data) if ".xlsx/" not in name):
        assert OF_DAWN.search(content) is None, name
        faces.update(re.findall(r'typeface="([^"]*)"', content))
    assert {face for face in faces if face and not face.startswith("+")} == {"Arial"}


@pytest.mark.parametrize("brand", BRANDS)
def test_colour_values_stand_in_themes_and_pictures_only(every_kind: EveryKind, brand: str) -> None:
    parts = {n: c for n, c in texts(every_kind(brand).data) if n.startswith("ppt/") and "/theme/" not in n}
    written = [name for name, content in parts.items() if NAMED_COLOURS.search(content)]
    assert written == []
    assert all("<a:schemeClr" in content for name, content in parts.items() if re.match(r"ppt/slideLayouts/s", name))


@pytest.mark.parametrize("brand", BRANDS)
def test_pictures_are_drawn_in_the_colours_of_their_brand(every_kind: EveryKind, brand: str) -> None:
    made = every_kind(brand)
    drawn = {name: content for name, content in texts(made.data) if name.endswith(".svg")}
    assert drawn
    for name, content in drawn.items():
        shown = {value.upper() for value in re.findall(r"#([0-9a-fA-F]{6})\b", content)}
        assert shown, name
        assert shown <= values(made.laid_out.deck.theme), name


@pytest.mark.parametrize("brand", BRANDS)
def test_a_deck_of_every_kind_is_whole_and_can_be_read(every_kind: EveryKind, brand: str) -> None:
    made = every_kind(brand)
    assert problems(made.data) == ()
    assert list(find(made.laid_out)) == []
    assert list(unfit(brand_of(brand), Features().layouts.values())) == []


def test_text_of_the_second_brand_reaches_the_highest_level() -> None:
    theme, pairs = brand_of("high-contrast").theme, []
    for layout in Features().layouts.values():
        for place in layout.placeholders:
            behind = [
                s.fill for s in layout.decoration if s.fill and s.kind == "rectangle" and s.box.contains(place.box)
            ]
            if place.style is not None:
                large = place.style.size >= (LARGE_BOLD if place.style.bold else LARGE)
                pairs.append((layout.name, place.style.colour, [layout.ground, *behind][-1], TEXT if large else 7.0))
    assert len(pairs) > 100
    for layout_name, colour, ground, least in pairs:
        assert contrast(theme.value(colour), theme.value(ground)) >= least, f"{layout_name}: {colour} on {ground}"
