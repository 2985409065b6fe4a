"""Whether each slide, layout, master and notes page is whole: what it is made from, its shapes, its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from deckmaker.outputs.pptx.integrity.archive import Archive, place_of

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_LATER = re.compile(rb"http://schemas\.microsoft\.com/[^\"'\s]*")
"""Namespaces of elements that PowerPoint 2007 does not know."""
_WITHIN = {"ext", "Choice"}
"""Where such elements may stand."""
_ESCAPED_CONTROL = re.compile(r"_x00(0[0-8BCEF]|1[0-9A-F])_")
_PAGES = ("slide", "slideLayout", "slideMaster", "notesSlide", "notesMaster")
_ONE_OF = {
    "slide": {"slideLayout": 1},
    "slideLayout": {"slideMaster": 1},
    "slideMaster": {"theme": 1},
    "notesSlide": {"slide": 1, "notesMaster": 1},
    "notesMaster": {"theme": 1},
}


def _pages(archive: Archive) -> Iterator[tuple[str, str, etree._Element]]:
    """The part that is being looked at, if it is a page."""
    kind = archive.kind(archive.at)
    if kind in _PAGES:
        yield kind, archive.at, archive.trees[archive.at]


def made_from(archive: Archive) -> Iterator[str]:
    """A slide has one layout, a layout one master, a master one theme; a notes page and its slide know each other."""
    for kind, name, _ in _pages(archive):
        if kind == "notesSlide" and not archive.ours:
            continue
        for needed, times in _ONE_OF[kind].items():
            found = archive.related(name, needed)
            if len(found) != times:
                yield f"{name}: {len(found)} relationships to a {needed}, not {times}"
        for slide in archive.related(name, "slide") if kind == "notesSlide" else ():
            if archive.related(slide, "notesSlide") != (name,):
                yield f"{name}: {slide} does not lead back to its notes"


def shapes(archive: Archive) -> Iterator[str]:
    """Shapes have numbers of their own, sizes that are sizes, and placeholders that the layout has."""
    for kind, name, root in _pages(archive):
        for extent in root.iter(f"{A}ext"):
            if extent.get("uri") is None and not all(extent.get(side, "").isdecimal() for side in ("cx", "cy")):
                yield f"{name}: a shape of size ‘{extent.get('cx')}’ × ‘{extent.get('cy')}’"
        if not archive.ours:
            continue
        ids = Counter(element.get("id", "") for element in root.iter(f"{P}cNvPr"))
        yield from (f"{name}: shape number {one} is used {count} times" for one, count in ids.items() if count > 1)
        yield from (f"{name}: shape number ‘{one[:40]}’" for one in ids if not _is_number(one))
        places = Counter(place_of(element) for element in root.iter(f"{P}ph"))
        yield from (f"{name}: {count} placeholders {place}" for place, count in places.items() if count > 1)
        if kind == "slideLayout":
            archive.offered(name)  # while its tree is there: many slides will ask
        if kind == "slide":
            for layout in archive.related(name, "slideLayout"):
                offered = archive.offered(layout)
                yield from (f"{name}: {layout} has no placeholder {place}" for place in places if place not in offered)


def _is_number(words: str) -> bool:
    return words.isdecimal() and len(words) < 12 and 0 < int(words) < 2**31


def words(archive: Archive) -> Iterator[str]:
    """Every text body has a paragraph, and no word holds a character that PowerPoint writes as a code."""
    for _, name, root in _pages(archive):
        for body in root.iter(f"{P}txBody", f"{A}txBody"):
            if body.find(f"{A}p") is None:
                yield f"{name}: a text body without a paragraph"
        for text in root.iter(f"{A}t"):
            if text.text and _ESCAPED_CONTROL.search(text.text):
                yield f"{name}: a control character in ‘{text.text[:40]}’"


def links(archive: Archive) -> Iterator[str]:
    """A jump within the deck leads to a slide; a vector picture has a plain one to fall back on."""
    relationship = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
    for _, name, root in _pages(archive):
        for link in root.iter(f"{A}hlinkClick"):
            if link.get("action") == "ppaction://hlinksldjump":
                target = archive.target(name, link.get(f"{relationship}id"))
                if archive.kind(target) != "slide":
                    yield f"{name}: a jump to ‘{target}’, which is no slide"
        for blip in root.iter(f"{A}blip") if archive.ours else ():
            fallback = archive.content_type(archive.target(name, blip.get(f"{relationship}embed")))
            if not fallback.startswith("image/") or fallback == "image/svg+xml":
                yield f"{name}: a picture without a plain image to fall back on"


def extensions(archive: Archive) -> Iterator[str]:
    """Elements of later versions stand in extension lists, or are declared as ignorable."""
    for _, name, root in _pages(archive):
        later = [f"{{{uri.decode()}}}*" for uri in dict.fromkeys(_LATER.findall(archive.data[name]))]
        for element in root.iter(*later) if later else ():
            stands_within = any(etree.QName(above).localname in _WITHIN for above in element.iterancestors())
            if not stands_within and element.prefix not in root.get(_MC, "").split():
                yield f"{name}: <{element.prefix}:{etree.QName(element).localname}> is not declared as ignorable"


def tables(archive: Archive) -> Iterator[str]:
    """Every row of a table has as many cells as the table has columns."""
    for _, name, root in _pages(archive):
        for table in root.iter(f"{A}tbl"):
            columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
            if any(len(row.findall(f"{A}tc")) != columns for row in table.findall(f"{A}tr")):
                yield f"{name}: a table with rows of different lengths"


def charts(archive: Archive) -> Iterator[str]:
    """Charts hold numbers, and axes that know each other by positive numbers."""
    name = archive.at
    root = archive.trees[name]
    if archive.content_type(name).endswith("drawingml.chart+xml"):
        for value in root.iter(f"{C}v"):
            if (value.text or "").strip().lower() in {"nan", "none", "inf", "-inf", ""}:
                yield f"{name}: the value ‘{value.text}’"
        axes = {
            axis.get("val", "")
            for kind in ("catAx", "valAx", "dateAx", "serAx")
            for axis in root.iterfind(f".//{C}{kind}/{C}axId")
        }
        used = {axis.get("val", "") for axis in root.iter(f"{C}axId", f"{C}crossAx")}
        if archive.ours:
            yield from (f"{name}: axis number {one}" for one in used if not one.isdecimal())
        yield from (f"{name}: no axis {one}" for one in used - axes - (set() if archive.ours else {"0"}))


PAGES = (made_from, shapes, words, links, extensions, tables, charts)
