"""Reads the shapes of a slide: names, places, words, and what was set on them by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from deckmaker.auditing.seen import SeenParagraph, SeenRun, SeenShape
from deckmaker.model.manifest import series_words

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_NUMERAL = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?")
_SHAPES = (f"{P}sp", f"{P}pic", f"{P}graphicFrame", f"{P}cxnSp")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""Holds, for older programs, a second form of a shape that stands beside it."""
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_SLOTS = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


def hexadecimal(value: str) -> str:
    """``#RRGGBB``, or nothing for what is no such value."""
    return f"#{value.upper()}" if _HEX.fullmatch(value) else ""


class Shades:
    """Turns what a slide says of colours into values, by its theme and by the maps of slide, layout and master."""

    def __init__(self, theme: dict[str, str], pages: Sequence[etree._Element]) -> None:
        self._theme = theme
        self._map: dict[str, str] = dict(_SLOTS)
        for page in reversed(pages):
            for element in page.iter(f"{P}clrMap", f"{A}overrideClrMapping"):
                self._map |= {str(key): str(value) for key, value in element.attrib.items()}
        grounds = (self.fill(e) for page in pages for e in page.findall(f"{P}cSld/{P}bg/{P}bgPr"))
        self.ground = next((ground for ground in grounds if ground), "")

    def fill(self, properties: etree._Element | None) -> str:
        """``#RRGGBB`` of a plain fill; nothing for any other, or one that is lightened, darkened or clear."""
        solid = properties.find(f"{A}solidFill") if properties is not None else None
        colour = next(iter(solid), None) if solid is not None else None
        if colour is None or len(colour):
            return ""
        value = colour.get("val", "")
        if colour.tag == f"{A}srgbClr":
            return hexadecimal(value)
        return self._theme.get(self._map.get(value, value), "") if colour.tag == f"{A}schemeClr" else ""


def shapes_in(root: etree._Element, shades: Shades) -> Iterator[SeenShape]:
    """Every shape in reading order, those in groups too. A group with a text of its own speaks for its members."""
    told: set[etree._Element] = set()
    for element in root.iter(f"{P}grpSp", *_SHAPES):
        about = next(element.iter(f"{P}cNvPr"), None)
        if about is None or next(element.iterancestors(_FALLBACK), None) is not None:
            continue
        says = bool(about.get("descr", "").strip()) or next(about.iter(_DECORATIVE), None) is not None
        if element.tag == f"{P}grpSp":
            if says:
                told.add(element)
            continue
        place = next(element.iter(f"{P}ph"), None)
        properties = element.find(f"{P}spPr")
        is_picture = element.tag in {f"{P}pic", f"{P}graphicFrame"}
        in_told = bool(told) and any(parent in told for parent in element.iterancestors(f"{P}grpSp"))
        flag = next(about.iter(_DECORATIVE), None)
        yield SeenShape(
            name=about.get("name", "")[:80],
            placeholder="" if place is None else place.get("type", "obj"),
            is_picture=is_picture,
            alternative_text=about.get("descr", "").strip(),
            decorative=in_told or (flag is not None and flag.get("val", "1") not in {"0", "false"}),
            moved=place is not None and not is_picture and element.find(f"{P}spPr/{A}xfrm") is not None,
            fill=shades.fill(properties),
            paragraphs=tuple(_paragraph(p, shades) for p in element.iter(f"{A}p")),
        )


def notes_in(root: etree._Element) -> tuple[str, ...]:
    """The paragraphs of the notes."""
    bodies = (e for e in root.iter(f"{P}sp") if any(ph.get("type") == "body" for ph in e.iter(f"{P}ph")))
    words = (" ".join("".join(t.text or "" for t in p.iter(f"{A}t")).split()) for e in bodies for p in e.iter(f"{A}p"))
    return tuple(one for one in words if one)


def numbers_in(root: etree._Element) -> tuple[str, ...]:
    """The numbers of each row of a chart."""
    rows = ([v.text or "" for v in values.iter(f"{C}v")] for values in root.iter(f"{C}val"))
    return tuple(series_words(float(one) for one in row if _NUMERAL.fullmatch(one)) for row in rows)


def _paragraph(element: etree._Element, shades: Shades) -> SeenParagraph:
    runs: list[SeenRun] = []
    for run in element:
        if run.tag == f"{A}br":
            runs.append(SeenRun("\n"))
        if run.tag not in {f"{A}r", f"{A}fld"}:
            continue
        own = run.find(f"{A}rPr")
        words = "".join(t.text or "" for t in run.iter(f"{A}t"))
        size = own.get("sz", "") if own is not None else ""
        runs.append(
            SeenRun(
                words,
                int(size) / 100 if size.isdecimal() and len(size) < 7 else None,
                shades.fill(own),
                own.get("lang", "") if own is not None else "",
            )
        )
    return SeenParagraph(tuple(runs))
