"""Outlines filled and stroked into pixels, by the part of matplotlib that does it, without the figure around it."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.backends._backend_agg import RendererAgg  # type: ignore[attr-defined]  # not in its stubs
from matplotlib.path import Path as Outline

_INCH = 72


class _Pen:
    """How a path is drawn, as the renderer asks for it: its edges as they fall, nothing moved to whole pixels."""

    _alpha = 1.0
    _forced_alpha = False
    _antialiased = 1
    _capstyle = "butt"
    _joinstyle = "miter"
    _cliprect = None

    def __init__(self, colour: str | None, width: float) -> None:
        self._rgb = _rgba(colour or "#000000")
        self._linewidth = width if colour else 0.0

    def get_dashes(self) -> tuple[float, None]:
        """No dashes."""
        return 0.0, None

    def get_clip_path(self) -> tuple[None, None]:
        """Nothing is cut off."""
        return None, None

    def get_snap(self) -> bool:
        """Nothing is moved to whole pixels."""
        return False

    def get_hatch_path(self) -> None:
        """No hatching."""

    def get_hatch_color(self) -> tuple[float, ...]:
        """The colour of no hatching."""
        return self._rgb

    def get_hatch_linewidth(self) -> float:
        """The width of no hatching."""
        return 0.0

    def get_sketch_params(self) -> None:
        """Lines are straight."""


class Pixels:
    """A page of so many points, at first transparent."""

    def __init__(self, width: float, height: float, pixels_a_point: float) -> None:
        resolution = _INCH * pixels_a_point
        self.size = int(width / _INCH * resolution), int(height / _INCH * resolution)
        self._agg: Any = RendererAgg(*self.size, resolution)
        self._scale = np.diag((pixels_a_point, pixels_a_point, 1.0))

    def draw(self, outline: Outline, fill: str | None, line: str | None, line_width: float) -> None:
        """One path, in points from the bottom left; colours are ``#RRGGBB``."""
        self._agg.draw_path(_Pen(line, line_width), outline, self._scale, None if fill is None else _rgba(fill))

    def rgba(self) -> bytes:
        """Four bytes a pixel, row by row from the top."""
        return bytes(self._agg)


def _rgba(colour: str) -> tuple[float, ...]:
    return (*(part / 255 for part in bytes.fromhex(colour[1:])), 1.0)
