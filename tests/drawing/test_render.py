from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from deckmaker.drawing.colours import on_ground
from deckmaker.drawing.render import render
from deckmaker.drawing.typeface import glyph, set_glyphs
from deckmaker.fonts import measure
from deckmaker.model.colour import Colour, contrast
from deckmaker.model.frame import Box
from deckmaker.model.picture import Circle, Label, Picture, Rectangle, Segment, Symbol
from deckmaker.model.theme import FontChoice, Theme

LATO = FontChoice(family="Lato", measured_as="Lato")
SAMPLES = (
    "42%",
    "At least 1 in 7 babies",
    "an estimated 43%",
    "Each square is 1 in every 100 CCG areas",
    "Children of mothers experiencing domestic violence",
    "£11,030–£59,130",
    "Ŵyn, ŷd a Môn: plant dan ddwy oed",
)


def _picture(*marks: object) -> Picture:
    return Picture(width=200, height=100, marks=marks)  # type: ignore[arg-type]


def _label(words: str, size: float = 20) -> Label:
    return Label(x=10, y=60, words=words, size=size, colour=Colour("ink"), width=100)


EVERYTHING = _picture(
    Rectangle(box=Box(0, 0, 200, 100), fill=Colour("haze"), radius=6),
    Circle(x=50, y=50, radius=40, fill=Colour("coral")),
    Circle(x=150, y=50, radius=40, outline=Colour("lilac"), outline_width=3),
    Symbol(icon="baby", box=Box(30, 30, 40, 40), colour=Colour("white")),
    Segment(x1=0, y1=95, x2=200, y2=95, colour=Colour("plum"), width=2),
    _label("babies babies"),
)


def test_an_svg_needs_no_font_no_style_sheet_and_no_clip_path(theme: Theme) -> None:
    svg = render(EVERYTHING, theme).svg
    root = ElementTree.fromstring(svg)
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags == {"svg", "defs", "path", "g", "use"}
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("200pt", "100pt", "0 0 200 100")
    assert not any(attribute in element.attrib for element in root.iter() for attribute in ("style", "class", "font"))
    for colour in ("#c4472d", "#93809c", "#eee6f0", "#2b1b2e"):
        assert colour.encode() in svg


def test_every_use_has_its_outline(theme: Theme) -> None:
    svg = render(EVERYTHING, theme).svg.decode()
    used, named = set(re.findall(r'href="#(\w+)"', svg)), re.findall(r' id="(\w+)"', svg)
    assert used == set(named)
    assert len(named) == len(set(named)) > 0


def test_the_png_has_the_colours_and_size_of_the_picture_and_a_clear_ground(theme: Theme) -> None:
    picture = _picture(Circle(x=50, y=50, radius=40, fill=Colour("coral")))
    with Image.open(BytesIO(render(picture, theme).png)) as file:
        assert file.mode == "P"
        image = file.convert("RGBA")
    assert image.size == (333, 166)
    assert image.getpixel((300, 80))[3] == 0  # type: ignore[index]
    red, green, blue, alpha = image.getpixel((83, 83))  # type: ignore[misc]
    assert alpha == 255
    assert max(abs(red - 0xC4), abs(green - 0x47), abs(blue - 0x2D)) <= 2


def test_a_ground_is_painted_when_the_picture_has_one(theme: Theme) -> None:
    drawn = render(replace(EVERYTHING, ground=Colour("mist"), marks=EVERYTHING.marks[1:]), theme)
    with Image.open(BytesIO(drawn.png)) as file:
        assert file.convert("RGBA").getpixel((2, 2))[3] == 255  # type: ignore[index]
    assert b"#e3f0ee" in drawn.svg


def test_holes_of_letters_and_icons_stay_open(theme: Theme) -> None:
    letter = _label("o", 100)
    with Image.open(BytesIO(render(_picture(letter), theme).png)) as file:
        image = file.convert("RGBA")
    ((name, x, _),) = set_glyphs(LATO, False, "o")
    box = glyph(LATO, False, name, 100).get_extents()
    middle = ((letter.x + x + (box.x0 + box.x1) / 2) * 5 / 3, (letter.y - (box.y0 + box.y1) / 2) * 5 / 3)
    assert image.getpixel((round(middle[0]), round(middle[1])))[3] == 0  # type: ignore[index]


@pytest.mark.parametrize("words", SAMPLES)
@pytest.mark.parametrize("bold", [False, True])
def test_words_are_drawn_as_wide_as_they_were_measured(words: str, bold: bool) -> None:
    size = 100.0
    measured = measure(LATO)(words, size, bold=bold)
    placed = set_glyphs(LATO, bold, words)
    boxes = [(glyph(LATO, bold, name, size).get_extents(), x * size) for name, x, _ in placed]
    left, right = boxes[0][1], max(x + box.x1 for box, x in boxes)
    bearing = boxes[0][0].x0
    assert right - left + bearing == pytest.approx(measured, rel=0.02, abs=6)
    assert right <= measured + 0.5


def test_the_same_picture_gives_the_same_bytes_in_another_process(theme: Theme) -> None:
    program = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1])\n"
        "from test_render import EVERYTHING, render\n"
        "from conftest import PALETTE, ROLES\n"
        "from deckmaker.model.theme import FontChoice, Theme, Wordmark\n"
        "lato = FontChoice(family='Lato', measured_as='Lato')\n"
        "theme = Theme(name='t', palette=PALETTE, roles=ROLES, slots={}, series=('plum',), dark=frozenset(),\n"
        "    live=lato, drawn=lato, wordmark=Wordmark(words=''))\n"
        "drawn = render(EVERYTHING, theme)\n"
        "print(hashlib.sha256(drawn.svg + drawn.png).hexdigest())\n"
    )
    here = __file__.rpartition("test_render")[0]
    digests = {
        subprocess.run(
            [sys.executable, "-c", program, here],
            capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(digests) == 1


GROUNDS = ("cream", "white", "mist", "haze", "plum", "teal", "coral")


@pytest.mark.parametrize("ground", GROUNDS)
def test_roles_stand_out_on_every_background(theme: Theme, ground: str) -> None:
    roles = ("ink", "secondary", "focus", "rest", "series")
    labels = tuple(replace(_label("x"), colour=Colour(role)) for role in roles)
    shapes = tuple(Circle(x=9, y=9, radius=9, fill=Colour(role)) for role in roles)
    found = on_ground(_picture(*labels, *shapes), Colour(ground), theme).marks
    behind = theme.value(ground)
    for mark in found:
        least = 4.5 if isinstance(mark, Label) else 3.0
        colour = mark.colour if isinstance(mark, Label) else mark.fill  # type: ignore[union-attr]
        assert colour in theme.palette
        assert contrast(theme.value(colour), behind) >= least, (ground, mark)
