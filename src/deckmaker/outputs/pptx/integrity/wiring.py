"""Whether the parts of a file hold together: content types, relationships, parts that nothing leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import cast
from zipfile import ZipFile

from lxml import etree

from deckmaker.outputs.pptx.integrity.archive import BROKEN, CONTENT_TYPES, LARGEST_PART, Archive, R, source_of

_REFERENCES = etree.XPath(
    "//*/@r:*[local-name() = 'id' or local-name() = 'embed' or local-name() = 'link' or local-name() = 'pict']",
    namespaces={"r": R},
)
_BOUND = re.compile(rb"xmlns:([^\s=]+)\s*=\s*[\"']" + re.escape(R.encode()))
_STARTS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff", "image/gif": b"GIF8"}


def content_types(archive: Archive) -> Iterator[str]:
    """Every part has a content type, and none is stated for a part that is not there."""
    for name in archive.overrides:
        if name not in archive.data:
            yield f"{CONTENT_TYPES}: {name} is not in the file"
    for name in archive.parts:
        if not archive.content_type(name):
            yield f"{name}: no content type"


def relationships(archive: Archive) -> Iterator[str]:
    """Every relationship leads somewhere, and every part is reached."""
    for name in archive.data:
        if name.endswith(".rels") and source_of(name) and source_of(name) not in archive.data:
            yield f"{name}: relationships of a part that is not there"
    for source, found in archive.relationships.items():
        for one in found:
            if one.external and (not one.target or any(c.isspace() for c in one.target)):
                yield f"{source}: {one.id} leads to an address with spaces, or none: ‘{one.target}’"
            if not one.external and one.target not in archive.data:
                yield f"{source or 'package'}: {one.id} leads to {one.target}, which is not there"
    reached = _reached(archive)
    yield from (f"{name}: nothing leads to this part" for name in archive.parts if name not in reached)


def references(archive: Archive) -> Iterator[str]:
    """Every reference of a part has its relationship."""
    name = archive.at
    if archive.ours and not _has_references(archive.data[name]):
        return
    known = {one.id for one in archive.relationships.get(name, ())}
    for reference in cast(list[str], _REFERENCES(archive.trees[name])):
        if reference and reference not in known:
            yield f"{name}: no relationship {reference}"


def _has_references(content: bytes) -> bool:
    """Whether a part of ours may have some: a prefix for them is declared, and used. Most layouts and notes do not."""
    return any(b" %s:" % prefix in content for prefix in set(_BOUND.findall(content)))


def _reached(archive: Archive) -> set[str]:
    found: set[str] = set()
    waiting = [""]
    while waiting:
        for one in archive.relationships.get(waiting.pop(), ()):
            if not one.external and one.target not in found:
                found.add(one.target)
                waiting.append(one.target)
    return found


def pictures(archive: Archive) -> Iterator[str]:
    """Picture files are what their names say, and workbooks in charts open."""
    for name in archive.parts:
        content_type, data = archive.content_type(name), archive.data[name]
        if content_type in _STARTS and not data.startswith(_STARTS[content_type]):
            yield f"{name}: not a file of type {content_type}"
        if content_type == "image/svg+xml" and b"<svg" not in data[:2000]:
            yield f"{name}: not an SVG file"
        if name.endswith(".xlsx"):
            try:
                with ZipFile(BytesIO(data)) as workbook:
                    size = sum(entry.file_size for entry in workbook.infolist())
                    whole = size <= LARGEST_PART and CONTENT_TYPES in workbook.namelist() and not workbook.testzip()
            except BROKEN:
                whole = False
            if not whole:
                yield f"{name}: a workbook that does not open"


WIRING = (content_types, relationships, pictures)
