"""A picture drawn: matplotlib draws its outlines twice, as SVG and as a PNG of few colours."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.transforms import Affine2D
from PIL import Image

from deckmaker.drawing.outlines import Layer, layers
from deckmaker.drawing.svg import SvgRenderer
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
    (1.0, _COLOURS // 4, 9),
    (0.75, _COLOURS // 4, 9),
    (0.6, _COLOURS // 4, 9),
)
"""Pixels a point, colours and compression, tried in turn until the PNG fits: it is seen only where SVG is not.

Compression 4 makes it a tenth larger than the usual 6, and is a third faster.
"""
_OPAQUE = 248
_INCH = 72


def render(picture: Picture, theme: Theme) -> Drawn:
    """The picture as SVG and PNG, for a slide at most ``LARGEST`` bytes in all where that can be done.

    Its colours are names of the theme's palette or roles.
    """
    figure = _figure(picture, theme)
    svg = _svg(figure, picture)
    return Drawn(svg, _png(figure, LARGEST - len(svg) if picture.ground is None else _ANY))


def render_pdf(picture: Picture, theme: Theme) -> bytes:
    """The picture as one page of PDF, of the same outlines."""
    from matplotlib.backends.backend_pdf import FigureCanvasPdf  # takes a while to import, and few ask for it

    file = BytesIO()
    figure = _figure(picture, theme)
    about = {"Creator": "deckmaker", "Producer": None, "CreationDate": None}
    FigureCanvasPdf(figure).print_pdf(file, metadata=about)  # type: ignore[no-untyped-call]
    return file.getvalue()


def _figure(picture: Picture, theme: Theme) -> Figure:
    figure = Figure(figsize=(picture.width / _INCH, picture.height / _INCH), dpi=_INCH)
    figure.patch.set_visible(picture.ground is not None)
    if picture.ground is not None:
        figure.patch.set_facecolor(theme.value(picture.ground))
    for layer in layers(picture, theme.drawn):
        _add(layer, figure, theme)
    return figure


def _add(layer: Layer, figure: Figure, theme: Theme) -> None:
    fill = "none" if layer.fill is None else theme.value(layer.fill)
    line = "none" if layer.line is None else theme.value(layer.line)
    artist = _Patch(layer, facecolor=fill, edgecolor=line, linewidth=layer.line_width)
    artist.set_transform(Affine2D().scale(1 / _INCH) + figure.dpi_scale_trans)
    artist.set_snap(False)
    figure.add_artist(artist)


class _Patch(PathPatch):
    """A layer as one path, which is told piece by piece to a renderer that keeps equal pieces together."""

    def __init__(self, layer: Layer, **look: Any) -> None:
        super().__init__(layer.outline(), **look)
        self._layer = layer

    def draw(self, renderer: RendererBase) -> None:
        """Draws the layer."""
        if isinstance(renderer, SvgRenderer):
            fill = to_hex(self.get_facecolor()) if self._layer.fill else "none"
            renderer.draw_pieces(self._layer.pieces, fill, to_hex(self.get_edgecolor()), self._layer.line_width)
        else:
            super().draw(renderer)


def _svg(figure: Figure, picture: Picture) -> bytes:
    renderer = SvgRenderer(picture.width, picture.height)
    figure.draw(renderer)
    return renderer.document()


def _png(figure: Figure, room: int) -> bytes:
    """The figure in pixels: as finely as a slide wants it, or else as finely as it fits into ``room`` bytes."""
    content = b""
    for pixels_a_point, colours, compression in _FINENESS:
        content = _encoded(_pixels(figure, pixels_a_point), colours, compression)
        if len(content) <= room:
            break
    return content


def _pixels(figure: Figure, pixels_a_point: float) -> Image.Image:
    figure.set_dpi(_INCH * pixels_a_point)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
    return Image.frombuffer("RGBA", canvas.get_width_height(), pixels, "raw", "RGBA", 0, 1)


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
