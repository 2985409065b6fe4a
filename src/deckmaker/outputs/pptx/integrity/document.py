"""Whether the presentation lists what it has: slides, masters, layouts, notes, sections, each once and in range."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from deckmaker.outputs.pptx.integrity.archive import Archive, R

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_ORDER = (
    "sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz", "smartTags",
    "embeddedFontLst", "custShowLst", "photoAlbum", "custDataLst", "kinsoku", "defaultTextStyle", "modifyVerifier",
    "extLst",
)  # fmt: skip
_GUID = re.compile(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}")
_RID = f"{{{R}}}id"


def main_part(archive: Archive) -> str:
    """Name of the presentation's own part; empty if there is none."""
    found = [name for name in archive.related("", "officeDocument") if name in archive.trees]
    return found[0] if len(found) == 1 else ""


def presentation(archive: Archive) -> Iterator[str]:
    """One presentation part, its children in the order that PowerPoint wants."""
    name = main_part(archive)
    if not name:
        yield "the package has no presentation"
        return
    root = archive.trees[name]
    children = [etree.QName(child).localname for child in root.iterchildren("{*}*")]
    places = [_ORDER.index(child) if child in _ORDER else -1 for child in children]
    if -1 in places or places != sorted(set(places)):
        yield f"{name}: children out of order: {', '.join(children)}"
    size = root.find(f"{P}sldSz")
    if size is None or any(not 914400 <= _number(size.get(side)) <= 51206400 for side in ("cx", "cy")):
        yield f"{name}: no slide size that PowerPoint takes"


def slide_list(archive: Archive) -> Iterator[str]:
    """Every slide is listed once, under a number from 256 to 2,147,483,647."""
    name = main_part(archive)
    if not name:
        return
    entries = list(archive.trees[name].iter(f"{P}sldId"))
    yield from _numbering(name, "slide", [entry.get("id") for entry in entries], 256, 2**31 - 1)
    listed = Counter(archive.target(name, entry.get(_RID)) for entry in entries)
    slides = dict.fromkeys(archive.of_type("slide"))
    fewest = 1 if archive.ours else 0  # other programs leave the part of a slide that somebody deleted in the file
    yield from (f"{slide}: listed {listed[slide]} times" for slide in slides if not fewest <= listed[slide] <= 1)
    yield from (f"{name}: ‘{target}’ is listed as a slide" for target in listed if target not in slides)


def masters(archive: Archive) -> Iterator[str]:
    """Masters and layouts are listed once; their numbers, from 2,147,483,648, are all different."""
    name = main_part(archive)
    if not name:
        return
    ids: list[str | None] = []
    listed: Counter[str] = Counter()
    holders = [(name, "sldMasterId"), *((master, "sldLayoutId") for master in archive.of_type("slideMaster"))]
    for holder, tag in holders:
        if holder not in archive.trees:
            continue
        for entry in archive.trees[holder].iter(P + tag):
            if archive.ours or entry.get("id") is not None:  # the number may be left out
                ids.append(entry.get("id"))
            listed[archive.target(holder, entry.get(_RID))] += 1
    yield from _numbering(name, "master or layout", ids, 2**31, 2**32 - 1)
    for part in (*archive.of_type("slideMaster"), *archive.of_type("slideLayout")):
        if listed[part] != 1:
            yield f"{part}: listed {listed[part]} times"
    notes = [archive.target(name, entry.get(_RID)) for entry in archive.trees[name].iter(f"{P}notesMasterId")]
    if sorted(notes) != sorted(archive.of_type("notesMaster")):
        yield f"{name}: the notes master and its list do not agree"


def sections(archive: Archive) -> Iterator[str]:
    """Where there are sections, every slide is in exactly one."""
    name = main_part(archive)
    if not name or next(archive.trees[name].iter(f"{P14}sectionLst"), None) is None:
        return
    root = archive.trees[name]
    slides = [entry.get("id") for entry in root.iter(f"{P}sldId")]
    if [entry.get("id") for entry in root.iter(f"{P14}sldId")] != slides:
        yield f"{name}: the sections do not hold every slide once and in order"
    ids = [section.get("id", "") for section in root.iter(f"{P14}section")]
    if len(set(ids)) != len(ids) or not all(_GUID.fullmatch(one) for one in ids):
        yield f"{name}: sections without an identifier of their own"


def _numbering(name: str, what: str, ids: Iterable[str | None], low: int, high: int) -> Iterator[str]:
    numbers = [_number(one) for one in ids]
    for number, count in Counter(numbers).items():
        if count > 1:
            yield f"{name}: {what} number {number} is used {count} times"
        if not low <= number <= high:
            yield f"{name}: {what} number {number} is out of range"


def _number(words: str | None) -> int:
    return int(words) if words and words.isdecimal() and len(words) < 12 else -1


DOCUMENT = (presentation, slide_list, masters, sections)
