"""Icons of the installed icon package, as plain outlines that any output can draw.

The package is Font Awesome Free (icons CC BY 4.0). Nothing of it is copied into this project: outlines are read from
the installed files.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

from deckmaker.model.frozen import frozen

_PACKAGE = "fontawesomefree"
_FOLDER = Path("static", "fontawesomefree", "svgs", "solid")
_VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_OUTLINE = re.compile(r'<path[^>]*\sd="([^"]+)"')

_Point: TypeAlias = tuple[float, float]
Command: TypeAlias = tuple[str, tuple[float, ...]]
"""``M x y``, ``L x y``, ``C x1 y1 x2 y2 x y`` or ``Z``: absolute, y downwards."""


@frozen
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


_TOKEN = re.compile(r"([A-Za-z])|(-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4}
"""Numbers that a command of a path takes at a time (SVG 2, 9.3)."""


def _commands(outline: str) -> tuple[Command, ...]:
    """The commands of an outline; by fontTools, which takes longer to import than all else, where it has arcs."""
    tokens = _TOKEN.findall(outline)
    if any(letter and letter.upper() not in "MLHVCSZ" for letter, _ in tokens):
        return _with_arcs(outline)
    found: list[Command] = []
    x = y = first_x = first_y = turn_x = turn_y = 0.0
    place, letter = 0, ""
    while place < len(tokens):
        if tokens[place][0]:
            letter, place = tokens[place][0], place + 1
        verb = letter.upper()
        if verb == "Z":
            if abs(x - first_x) + abs(y - first_y) > 0.001:
                found.append(("L", (round(first_x, 3), round(first_y, 3))))
            found.append(("Z", ()))
            x, y, turn_x, turn_y = first_x, first_y, first_x, first_y
            continue
        given = [float(number) for _, number in tokens[place : place + _TAKES[verb]]]
        place += _TAKES[verb]
        from_x, from_y = (x, y) if letter.islower() else (0.0, 0.0)
        match verb:
            case "H":
                given = [given[0] + from_x, y]
            case "V":
                given = [x, given[0] + from_y]
            case _:
                given = [value + (from_y if odd % 2 else from_x) for odd, value in enumerate(given)]
        if verb == "S":
            given = [2 * x - turn_x, 2 * y - turn_y, *given]
        x, y = given[-2:]
        turn_x, turn_y = given[-4:-2] if verb in "CS" else (x, y)
        found.append(("C" if verb in "CS" else "M" if verb == "M" else "L", tuple(round(one, 3) for one in given)))
        if verb == "M":
            first_x, first_y, letter = x, y, "l" if letter == "m" else "L"
    return tuple(found)


def _with_arcs(outline: str) -> tuple[Command, ...]:
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
