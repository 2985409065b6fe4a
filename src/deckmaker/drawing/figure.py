"""Layers of a picture on a page of PDF, by matplotlib's own figure."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.transforms import Affine2D

from deckmaker.drawing.outlines import Layer
from deckmaker.model.theme import Theme

_INCH = 72
_ABOUT = {"Creator": "deckmaker", "Producer": None, "CreationDate": None}


def pdf_page(drawn: Iterable[Layer], width: float, height: float, theme: Theme) -> bytes:
    """A PDF file of one page of so many points."""
    figure = Figure(figsize=(width / _INCH, height / _INCH), dpi=_INCH)
    figure.patch.set_visible(False)
    for layer in drawn:
        fill = "none" if layer.fill is None else theme.value(layer.fill)
        line = "none" if layer.line is None else theme.value(layer.line)
        artist = PathPatch(layer.outline(), facecolor=fill, edgecolor=line, linewidth=layer.line_width)
        artist.set_transform(Affine2D().scale(1 / _INCH) + figure.dpi_scale_trans)
        artist.set_snap(False)
        figure.add_artist(artist)
    file = BytesIO()
    FigureCanvasPdf(figure).print_pdf(file, metadata=_ABOUT)  # type: ignore[no-untyped-call]
    return file.getvalue()
