"""Icons of the installed icon package, as plain outlines that any output can draw.

The package is Font Awesome Free (icons CC BY 4.0). Nothing of it is copied into this project: outlines are read from
the installed files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

_PACKAGE = "fontawesomefree"
_FOLDER = Path("static", "fontawesomefree", "svgs", "solid")
_VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_OUTLINE = re.compile(r'<path[^>]*\sd="([^"]+)"')

_Point: TypeAlias = tuple[float, float]
Command: TypeAlias = tuple[str, tuple[float, ...]]
"""``M x y``, ``L x y``, ``C x1 y1 x2 y2 x y`` or ``Z``: absolute, y downwards."""


@dataclass(frozen=True, slots=True)
class IconPath:
    """One icon: the size of its view box and its outline. What a nonzero winding rule fills is the icon."""

    width: float
    height: float
    commands: tuple[Command, ...]


@cache
def icon_names() -> tuple[str, ...]:
    """Names of all solid icons, in order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.svg")))


@cache
def icon(name: str) -> IconPath:
    """The outline of an icon. Raises ``KeyError`` for a name that the package does not have."""
    path = _folder() / f"{name}.svg"
    if not re.fullmatch(r"[a-z0-9-]+", name) or not path.is_file():
        raise KeyError(name)
    drawing = path.read_text(encoding="utf-8")
    view_box, outlines = _VIEW_BOX.search(drawing), _OUTLINE.findall(drawing)
    if view_box is None or not outlines:
        raise ValueError(f"the icon ‘{name}’ has no outline that can be read")
    return IconPath(float(view_box[1]), float(view_box[2]), _commands(" ".join(outlines)))


@cache
def _folder() -> Path:
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the icon package ‘{_PACKAGE}’ is not installed", name=_PACKAGE)
    return Path(spec.submodule_search_locations[0]) / _FOLDER


def _commands(outline: str) -> tuple[Command, ...]:
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path import parse_path  # both only when an icon is wanted: they take a while to import

    pen = RecordingPen()
    parse_path(outline, pen)
    found: list[Command] = []
    at = (0.0, 0.0)
    drawn: list[tuple[str, tuple[_Point, ...]]] = pen.value
    for verb, points in drawn:
        match verb:
            case "moveTo" | "lineTo":
                found.append(("M" if verb == "moveTo" else "L", _flat(points)))
            case "curveTo":
                found.append(("C", _flat(points)))
            case "qCurveTo":
                found.append(("C", _as_cubic(at, *points)))
            case "closePath":
                found.append(("Z", ()))
            case _:  # an outline that is left open needs no command
                pass
        if points:
            at = points[-1]
    return tuple(found)


def _as_cubic(start: _Point, control: _Point, end: _Point) -> tuple[float, ...]:
    """A quadratic curve as the same curve with two control points."""
    near, far = ((p[0] + 2 * (control[0] - p[0]) / 3, p[1] + 2 * (control[1] - p[1]) / 3) for p in (start, end))
    return _flat((near, far, end))


def _flat(points: tuple[_Point, ...]) -> tuple[float, ...]:
    return tuple(round(value, 3) for point in points for value in point)
