"""A picture drawn: its outlines are written as SVG, and filled once more as a PNG of few colours.

Of matplotlib only what makes outlines of letters and what fills them is imported: its figures, axes and widgets take
longer to import than all graphics of a deck to draw.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from io import BytesIO

import numpy as np
from matplotlib.path import Path as Outline
from PIL import Image

from deckmaker.drawing.outlines import Layer, Piece, layers
from deckmaker.drawing.pixels import Pixels
from deckmaker.drawing.svg import SvgWriter
from deckmaker.model.picture import Drawn, Picture
from deckmaker.model.theme import Theme

PIXELS_A_POINT = 5 / 3
"""A picture as wide as the slide is 1600 pixels wide."""
_COLOURS = 64
LARGEST = 60 * 1024
"""Bytes that SVG and PNG of a graphic should take together: with a dozen of them a file can still be sent by mail."""
_ANY = 1 << 40
"""For a picture that stands alone: its PNG is a file of its own, of the size that was asked for."""
_FINENESS = (
    (PIXELS_A_POINT, _COLOURS, 4),
    (4 / 3, _COLOURS, 6),
    (1.0, _COLOURS // 2, 6),
    (0.75, _COLOURS // 4, 9),
    (0.6, _COLOURS // 4, 9),
)
"""Pixels a point, colours and compression, tried in turn until the PNG fits: it is seen only where SVG is not.

Compression 4 makes it a tenth larger than the usual 6, and is a third faster.
"""
_EDGE = 1.2
"""Bytes of a PNG, about and rather too few, for each point of the edges in it, at ``PIXELS_A_POINT``."""
_OPAQUE = 248
_SEVERAL, _SIDE_BY_SIDE, _AT_MOST = 3, 2, 8
"""From so many pictures on they are drawn side by side, in so many threads, so many of them under way at a time."""
_SHARP = [Outline.MOVETO, *[Outline.LINETO] * 3, Outline.CLOSEPOLY]


def render(picture: Picture, theme: Theme) -> Drawn:
    """The picture as SVG and PNG, for a slide at most ``LARGEST`` bytes in all where that can be done.

    Its colours are names of the theme's palette or roles.
    """
    svg, png = _outlined(picture, theme)
    return Drawn(svg, png())


def _outlined(picture: Picture, theme: Theme) -> tuple[bytes, Callable[[], bytes]]:
    """The SVG, and what makes the PNG. Only that may run beside other drawing: letters are set one at a time."""
    drawn = list(_layers(picture, theme))
    svg = _svg(drawn, picture, theme)
    return svg, partial(_png, drawn, picture, theme, LARGEST - len(svg) if picture.ground is None else _ANY)


def rendered(pictures: Sequence[Picture], theme: Theme) -> Iterator[Drawn]:
    """Several pictures in their order. While one is outlined, others are compressed on another processor."""
    if len(pictures) < _SEVERAL:
        yield from (render(picture, theme) for picture in pictures)
        return
    from concurrent.futures import Future, ThreadPoolExecutor

    waiting: deque[tuple[bytes, Future[bytes]]] = deque()
    with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
        for picture in pictures:
            svg, png = _outlined(picture, theme)
            waiting.append((svg, pool.submit(png)))
            if len(waiting) > _AT_MOST:
                svg, compressed = waiting.popleft()
                yield Drawn(svg, compressed.result())
        while waiting:
            svg, compressed = waiting.popleft()
            yield Drawn(svg, compressed.result())


def render_pdf(picture: Picture, theme: Theme) -> bytes:
    """The picture as one page of PDF, of the same outlines."""
    from deckmaker.drawing.figure import pdf_page  # takes a while to import, and few ask for it

    return pdf_page(_layers(picture, theme), picture.width, picture.height, theme)


def _layers(picture: Picture, theme: Theme) -> Iterator[Layer]:
    """What is drawn, from below: the ground too, of a picture that brings its own."""
    if picture.ground is not None:
        wide, high = picture.width, picture.height
        corners = Outline([(0, 0), (wide, 0), (wide, high), (0, high), (0, 0)], _SHARP)
        yield Layer(picture.ground, None, 0.0, (Piece(corners, (0.0, 0.0)),))
    yield from layers(picture, theme.drawn)


def _svg(drawn: Iterable[Layer], picture: Picture, theme: Theme) -> bytes:
    writer = SvgWriter(picture.width, picture.height)
    for layer in drawn:
        fill = "none" if layer.fill is None else theme.value(layer.fill).lower()
        line = "none" if layer.line is None else theme.value(layer.line).lower()
        writer.draw(layer.pieces, fill, line, layer.line_width)
    return writer.document()


def _png(drawn: Sequence[Layer], picture: Picture, theme: Theme, room: int) -> bytes:
    """The picture in pixels: as finely as a slide wants it, or else as finely as it fits into ``room`` bytes.

    What is likely to be too large is not tried.
    """
    outlines = [layer.outline() for layer in drawn]
    content, about, at = b"", _EDGE * sum(map(_edges, outlines)), PIXELS_A_POINT
    for pixels_a_point, colours, compression in _FINENESS:
        coarsest = pixels_a_point == _FINENESS[-1][0]
        if about * (pixels_a_point / at) ** 2 > room and not coarsest:
            continue
        content = _encoded(_pixels(drawn, outlines, picture, theme, pixels_a_point), colours, compression)
        if len(content) <= room:
            break
        about, at = len(content), pixels_a_point
    return content


def _edges(outline: Outline) -> float:
    """Length of all edges in points, along the two axes."""
    steps = np.abs(np.diff(np.asarray(outline.vertices, dtype=float), axis=0)).sum(axis=1)
    codes = np.asarray(outline.codes)[1:]
    return float(steps[(codes != Outline.MOVETO) & (codes != Outline.CLOSEPOLY)].sum())


def _pixels(
    drawn: Sequence[Layer], outlines: Sequence[Outline], picture: Picture, theme: Theme, pixels_a_point: float
) -> Image.Image:
    page = Pixels(picture.width, picture.height, pixels_a_point)
    for layer, outline in zip(drawn, outlines, strict=True):
        fill = None if layer.fill is None else theme.value(layer.fill)
        line = None if layer.line is None else theme.value(layer.line)
        page.draw(outline, fill, line, layer.line_width)
    return Image.frombuffer("RGBA", page.size, page.rgba(), "raw", "RGBA", 0, 1)


def _encoded(image: Image.Image, colours: int, compression: int) -> bytes:
    few = image.quantize(colours, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.putpalette(_clean(few.getpalette("RGBA") or []), "RGBA")
    file = BytesIO()
    few.save(file, "PNG", compress_level=compression)
    return file.getvalue()


def _clean(palette: list[int]) -> list[int]:
    """The palette with what averaging made nearly opaque opaque again."""
    for place in range(3, len(palette), 4):
        if palette[place] >= _OPAQUE:
            palette[place] = 255
    return palette
