"""Every figure of the library can be drawn in every way that its record allows, at every size and on every ground."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deckmaker.discovery import Features
from deckmaker.drawing.colours import on_ground
from deckmaker.drawing.store import CachedDraw
from deckmaker.fonts import measure
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Library, Statistic
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import Circle, Picture, Rectangle
from deckmaker.model.theme import Theme
from deckmaker.reading.library import read_library
from deckmaker.reading.sources import library_files
from deckmaker.workspace import Workspace

BOXES = {"full": (852, 298), "half": (410, 300), "panel": (520, 300), "square": (432, 432)}
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


def _marks(statistic: Statistic, kind: str, box: tuple[int, int], theme: Theme) -> Picture:
    drawing, records = statistic.drawing, LIBRARY.statistics
    graphic = Graphic(
        kind=kind,
        statistic=statistic,
        reference=records[drawing.base] if drawing.base else None,
        beside=records[drawing.beside] if drawing.beside else None,
        ground=Colour("cream"),
    )
    return KINDS[kind].draw(graphic, *box, measure(theme.drawn))


@pytest.mark.parametrize(("name", "kind"), PAIRS)
def test_every_figure_is_drawn_in_every_way_that_its_record_allows(name: str, kind: str, theme: Theme) -> None:
    statistic = LIBRARY.statistics[name]
    assert KINDS[kind].refuses(statistic) == ""
    draw = CachedDraw(theme)
    pictures = {size: _marks(statistic, kind, box, theme) for size, box in BOXES.items()}
    for ground in ("cream", "plum"):
        assert len(draw(pictures["full"], Colour(ground)).svg) <= LARGEST


def test_every_kind_is_allowed_for_some_figure() -> None:
    assert {kind for _, kind in PAIRS} == set(KINDS)


DEUTAN = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
PROTAN = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
GREY = ((0.2126, 0.7152, 0.0722),) * 3
"""What people see who lack a kind of cone, and what a black printer prints: factors for linear red, green, blue."""
APART = 28.0
"""Least difference in lightness, of 100, between a solid mark and the ground that shows in the rings of the rest."""
LINE = 28.0
"""Least difference in lightness between the outline of the rest and the ground."""


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


@pytest.mark.parametrize("seen", [DEUTAN, PROTAN, GREY], ids=["deutan", "protan", "grey"])
@pytest.mark.parametrize("ground", ["cream", "white", "mist", "haze", "plum", "teal"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_counted_and_the_rest_stay_apart_without_colour(
    kind: str, ground: str, seen: tuple[tuple[float, ...], ...], theme: Theme
) -> None:
    name = next(name for name, drawn in PAIRS if drawn == kind)
    picture = on_ground(_marks(LIBRARY.statistics[name], kind, BOXES["full"], theme), Colour(ground), theme)
    behind = _lightness(theme.value(ground), seen)
    for fill, outline in _shown(picture):
        inside = behind if fill is None else _lightness(theme.value(fill), seen)
        if outline is not None:
            assert abs(inside - behind) < 14, "a ring is as light as the ground"
            assert abs(_lightness(theme.value(outline), seen) - inside) >= LINE
        elif fill is not None and theme.name_of("haze") != fill:
            assert abs(inside - behind) >= APART
