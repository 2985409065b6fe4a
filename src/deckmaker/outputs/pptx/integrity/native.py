"""Whether charts have their data sheets and groups their members."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from deckmaker.outputs.pptx.integrity.archive import Archive, R

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MEMBERS = (
    *(_P + name for name in ("sp", "grpSp", "graphicFrame", "cxnSp", "pic", "contentPart")),
    f"{_MC}AlternateContent",
)


def chart_frames(archive: Archive) -> Iterator[str]:
    """A frame for a chart leads to a chart, and a chart of ours to the workbook that “Edit data” opens."""
    for name in _slide(archive):
        if name in archive.trees:
            for shown in archive.trees[name].iterfind(f".//{_P}graphicFrame//{_C}chart"):
                target = archive.target(name, shown.get(f"{{{R}}}id"))
                if archive.content_type(target) != _CHART:
                    yield f"{name}: a frame for a chart leads to ‘{target}’"
    for name, root in _charts(archive) if archive.ours else ():
        sheets = [archive.target(name, data.get(f"{{{R}}}id")) for data in root.iterfind(f"{_C}externalData")]
        if len(sheets) != 1:
            yield f"{name}: {len(sheets)} workbooks, not 1"
        for sheet in sheets:
            if archive.content_type(sheet) != _SHEET:
                yield f"{name}: ‘{sheet}’ is no workbook"


def chart_points(archive: Archive) -> Iterator[str]:
    """Every series of a chart has a number of its own, and as many points as its count says."""
    for name, root in _charts(archive):
        numbers = [number.get("val") for number in root.iterfind(f".//{_C}ser/{_C}idx")]
        if len(set(numbers)) != len(numbers):
            yield f"{name}: two series of one number"
        for count in root.iter(f"{_C}ptCount"):
            cache = count.getparent()
            points = [] if cache is None else [_number(point.get("idx")) for point in cache.findall(f"{_C}pt")]
            stated = _number(count.get("val"))
            if stated < 0 or len(set(points)) != len(points) or any(not 0 <= point < stated for point in points):
                yield f"{name}: points that are not among {count.get('val')}"


def groups(archive: Archive) -> Iterator[str]:
    """A group has members, and a frame of its own for them."""
    for name in _slide(archive):
        for group in archive.trees[name].iter(f"{_P}grpSp"):
            if not any(group.find(member) is not None for member in _MEMBERS):
                yield f"{name}: a group without members"
            frame = group.find(f"{_P}grpSpPr/{_A}xfrm")
            if frame is None and not archive.ours:
                continue
            if frame is None or [etree.QName(side).localname for side in frame] != ["off", "ext", "chOff", "chExt"]:
                yield f"{name}: a group that is nowhere"


def _number(words: str | None) -> int:
    return int(words) if words and words.isdecimal() and len(words) < 12 else -1


def _slide(archive: Archive) -> Iterator[str]:
    """The part that is being looked at, if it is a slide."""
    if archive.kind(archive.at) == "slide":
        yield archive.at


def _charts(archive: Archive) -> Iterator[tuple[str, etree._Element]]:
    """The part that is being looked at, if it is a chart."""
    root = archive.trees[archive.at]
    if archive.content_type(archive.at) == _CHART and root.tag == f"{_C}chartSpace":
        yield archive.at, root


NATIVE = (chart_frames, chart_points, groups)
"""The rules of this file."""
