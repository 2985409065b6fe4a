"""Words as outlines of the drawn font, so that a picture needs no font where it is shown."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, TypeAlias

import numpy as np
from matplotlib.font_manager import get_font
from matplotlib.path import Path as Outline
from matplotlib.textpath import text_to_path
from numpy.typing import NDArray

from deckmaker.drawing.font_files import font_file
from deckmaker.model.theme import FontChoice

_EM = float(text_to_path.FONT_SCALE)
_Points: TypeAlias = tuple[NDArray[Any], NDArray[Any]]
Placed: TypeAlias = tuple[str, float, float]
"""A glyph's name and where it stands from the start of the words, as shares of the type size."""


@lru_cache(maxsize=2048)
def set_glyphs(font: FontChoice, bold: bool, words: str) -> tuple[Placed, ...]:
    """The glyphs of a line of words, kerned and with the font's ligatures. Those without ink are left out."""
    face = get_font(str(font_file(font, bold)))
    face.set_size(_EM, text_to_path.DPI)
    known = _glyphs(font, bold)
    places, new, _ = text_to_path.get_glyphs_with_font(face, words, glyph_map=known, return_new_glyphs_only=True)
    known.update(new)
    return tuple((name, x / _EM, y / _EM) for name, x, y, _ in places if len(known[name][0]))


@lru_cache(maxsize=1024)
def glyph(font: FontChoice, bold: bool, name: str, size: float) -> Outline:
    """The outline of a glyph that ``set_glyphs`` has named, at a size in points; y upwards."""
    points, codes = _glyphs(font, bold)[name]
    return Outline(np.asarray(points, dtype=float) * (size / _EM), codes)


@cache
def _glyphs(font: FontChoice, bold: bool) -> dict[str, _Points]:
    """Glyphs met so far, at the size that matplotlib sets them, kept for the life of the process."""
    return {}
