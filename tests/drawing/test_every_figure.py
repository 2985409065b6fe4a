"""Every figure of the library can be drawn in every way that its record allows, at every size and on every ground."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from deckmaker.discovery import Features
from deckmaker.drawing import render as render_module
from deckmaker.drawing.colours import on_ground
from deckmaker.drawing.render import render
from deckmaker.fonts import measure
from deckmaker.layout.honesty import kinds_known_to
from deckmaker.model.colour import Colour, contrast
from deckmaker.model.evidence import Library, Statistic, Value
from deckmaker.model.frame import Box, Graphic
from deckmaker.model.picture import Circle, Picture, Rectangle, Segment, Symbol
from deckmaker.model.theme import Theme
from deckmaker.reading.brand import read_brand
from deckmaker.reading.library import read_library
from deckmaker.reading.sources import library_files
from deckmaker.workspace import Workspace

BOXES = {
    "wide": (852, 330),
    "half": (410, 300),
    "beside words": (344, 336),
    "square": (360, 424),
    "panel": (490, 700),
    "full": (960, 540),
}
LARGEST = 60 * 1024
KINDS = Features().graphics


def _library() -> Library:
    return read_library(library_files(Workspace()))


LIBRARY = _library()
PAIRS = [
    (statistic.id, kind)
    for statistic in LIBRARY.statistics.values()
    for kind in dict.fromkeys((statistic.drawing.default, *statistic.drawing.allowed))
]
DIAGRAMS = [(one.id, one.graphic) for one in LIBRARY.diagrams.values() if one.graphic in KINDS]
SHOWN = {kind: name for name, kind in reversed([*PAIRS, *DIAGRAMS, ("babies-in-need", "slope")])}
"""Kinds, each with a record; two moments are invented, since the library has no figure of two."""


def _marks(name: str, kind: str, box: tuple[int, int], theme: Theme, *, told: bool = False) -> Picture:
    ruler, records = measure(theme.drawn), LIBRARY.statistics
    if name in LIBRARY.diagrams:
        graphic = Graphic(kind=kind, subject=LIBRARY.diagrams[name], ground=Colour("cream"))
        return KINDS[kind].draw(graphic, *box, ruler)
    statistic, drawing = records[name], records[name].drawing
    if kind == "slope":
        statistic = replace(statistic, values=(Value(value=30, at="2010"), Value(value=42, at="2018")))
    graphic = Graphic(
        kind=kind,
        subject=statistic,
        reference=records[drawing.base] if drawing.base else None,
        beside=records[drawing.beside] if drawing.beside else None,
        figure_told=told,
        ground=Colour("cream"),
    )
    return KINDS[kind].draw(graphic, *box, ruler)


@pytest.mark.parametrize(("name", "kind"), [*PAIRS, *DIAGRAMS])
def test_every_record_is_drawn_in_every_way_that_it_allows_and_small(name: str, kind: str, theme: Theme) -> None:
    subject = LIBRARY.diagrams[name] if name in LIBRARY.diagrams else LIBRARY.statistics[name]
    assert KINDS[kind].refusal(subject) == ""
    boxes = BOXES if name in LIBRARY.statistics else {"wide": BOXES["wide"], "full": BOXES["full"]}
    for told in (False, True) if name in LIBRARY.statistics else (False,):
        for place, box in boxes.items():
            picture = on_ground(_marks(name, kind, box, theme, told=told), Colour("cream"), theme)
            drawn = render(picture, theme)
            assert len(drawn.svg) + len(drawn.png) <= LARGEST, (
                place,
                told,
                len(drawn.svg),
                len(drawn.png),
            )


@pytest.mark.parametrize("kind", ["nation-strip", "icon-array", "proportion-grid", "big-number"])
def test_few_pictures_are_made_that_turn_out_too_large(
    kind: str, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    encoded = render_module._encoded

    def counted(image: Image.Image, colours: int, compression: int) -> bytes:
        content = encoded(image, colours, compression)
        sizes.append(len(content))
        return content

    monkeypatch.setattr(render_module, "_encoded", counted)
    render(on_ground(_marks(SHOWN[kind], kind, BOXES["full"], theme), Colour("cream"), theme), theme)
    assert 1 <= len(sizes) <= 2


def test_every_kind_of_statistic_graphic_that_records_speak_of_is_allowed_for_some_figure() -> None:
    spoken_of = kinds_known_to(LIBRARY) & set(KINDS)
    assert {kind for _, kind in PAIRS} == {kind for kind in spoken_of if KINDS[kind].shows is Statistic}


DEUTAN = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
PROTAN = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
GREY = ((0.2126, 0.7152, 0.0722),) * 3
"""What people see who lack a kind of cone, and what a black printer prints: factors for linear red, green, blue."""
APART = 30.0
"""Least difference in lightness, of 100, between a solid mark and the ground that shows in the rings of the rest."""
LINE = 30.0
"""Least difference in lightness between the outline of the rest and the ground."""
RING = 14.0
"""Greatest difference between the inside of a ring and the ground: the rest is seen as empty, not as another colour."""


def _linear(value: str) -> list[float]:
    shares = [int(value[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]


def _lightness(value: str, seen: tuple[tuple[float, ...], ...]) -> float:
    """CIE lightness, from 0 to 100, of a colour as somebody sees it."""
    linear = _linear(value)
    red, green, blue = (min(max(sum(f * c for f, c in zip(row, linear, strict=True)), 0.0), 1.0) for row in seen)
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


def _shown(picture: Picture) -> Iterator[tuple[Colour | None, Colour | None]]:
    for mark in picture.marks:
        if isinstance(mark, Circle | Rectangle):
            yield mark.fill, mark.outline


GROUNDS = ("cream", "white", "sand", "mist", "blush", "haze", "plum", "teal", "coral")


def _brand(folder: str) -> Theme:
    path = Path(__file__).parents[2] / "brand" / folder / "_brand.yml"
    brand, problems = read_brand(str(path), path.read_bytes(), lambda other: (path.parent / other).read_bytes())
    assert brand is not None, problems
    return brand.theme


BRANDS = {"usual": _brand("."), "high contrast": _brand("high-contrast")}


def _backdrops(theme: Theme, ground: str) -> set[str]:
    """Colours of what lies behind marks and carries no figure: the track of a bar, the inside of a coin."""
    if theme.is_dark(Colour(ground)):
        return {theme.name_of(f"{ground}-halo")}
    return {
        theme.name_of(role if role in theme.roles else usual) for role, usual in (("track", "haze"), ("coin", "white"))
    }


@pytest.mark.parametrize("seen", [DEUTAN, PROTAN, GREY], ids=["deutan", "protan", "grey"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("brand", BRANDS)
def test_what_is_counted_and_the_rest_stay_apart_without_colour(
    brand: str, ground: str, seen: tuple[tuple[float, ...], ...]
) -> None:
    _hold_apart(BRANDS[brand], brand, ground, seen)


@pytest.mark.parametrize(("name", "value"), [("marigold", "#FF4A4A"), ("orchid", "#E05050")])
def test_a_red_that_some_people_see_as_dark_is_noticed(name: str, value: str) -> None:
    usual = BRANDS["usual"]
    with pytest.raises(AssertionError):
        _hold_apart(replace(usual, palette={**usual.palette, name: value}), "usual", "plum", PROTAN)


def _hold_apart(theme: Theme, brand: str, ground: str, seen: tuple[tuple[float, ...], ...]) -> None:
    """Every kind's marks in the theme's colours, as they are seen."""
    behind = _lightness(theme.value(ground), seen)
    backdrops = _backdrops(theme, ground)
    for kind, record in SHOWN.items():
        picture = on_ground(_wide(record, kind, brand), Colour(ground), theme)
        for fill, outline in _shown(picture):
            inside = behind if fill is None else _lightness(theme.value(fill), seen)
            if outline is not None:
                assert abs(inside - behind) < RING, (kind, "a ring is as light as the ground")
                assert abs(_lightness(theme.value(outline), seen) - inside) >= LINE, kind
            elif fill is not None and fill not in backdrops:
                assert abs(inside - behind) >= APART, kind
        for mark in picture.marks:
            if isinstance(mark, Symbol | Segment):
                assert mark.colour in theme.palette
                alone = not any(isinstance(other, Circle | Rectangle) for other in picture.marks)
                assert not alone or abs(_lightness(theme.value(mark.colour), seen) - behind) >= APART, kind


@pytest.mark.parametrize("ground", ["plum", "teal", "coral"])
@pytest.mark.parametrize("brand", BRANDS)
def test_the_track_of_a_bar_is_seen_on_dark_and_its_words_can_be_read(brand: str, ground: str) -> None:
    theme = BRANDS[brand]
    picture = _wide(SHOWN["comparison-bars"], "comparison-bars", brand)
    track = Rectangle(box=Box(0, 0, 9, 9), fill=Colour("track"))
    (drawn,) = on_ground(replace(picture, marks=(track,)), Colour(ground), theme).marks
    assert isinstance(drawn, Rectangle)
    assert drawn.fill is not None
    assert drawn.fill != theme.name_of(ground)
    assert contrast(theme.value("on-dark"), theme.value(drawn.fill)) >= 4.5


@cache
def _wide(record: str, kind: str, brand: str) -> Picture:
    return _marks(record, kind, BOXES["wide"], BRANDS[brand])


def test_every_kind_is_looked_at_without_colour() -> None:
    assert set(SHOWN) == set(KINDS)
