"""Reads what a presentation says of itself. A manifest that somebody damaged is as good as none."""

from __future__ import annotations

from typing import cast, get_args

from lxml import etree

from deckmaker.auditing.archive import Archive
from deckmaker.model.manifest import NAMESPACE, Claimed, Family, Manifest, RecordUse, Remembered, Use, Written

_N = f"{{{NAMESPACE}}}"
_MOST = 200_000
"""Elements of a manifest; more are no manifest of ours."""


def read_manifest(archive: Archive, main: str) -> Manifest | None:
    """The manifest among the custom XML parts of a presentation, if there is one that can be read."""
    for part in archive.related(main, "customXml"):
        root = archive.tree(part)
        if root.tag == f"{_N}manifest":
            try:
                return _manifest(root)
            except ValueError:
                return None
    return None


def _manifest(root: etree._Element) -> Manifest:
    if sum(1 for _ in root.iter()) > _MOST:
        raise ValueError("too many elements")
    return Manifest(
        deck=root.get("deck", ""),
        version=root.get("version", ""),
        brand=root.get("brand", ""),
        library=root.get("library", ""),
        slides=tuple(_slide(one) for one in root.findall(f"{_N}slide")),
        records=tuple(
            Remembered(family=_family(one), id=one.get("id", ""), said=one.text or "", digest=one.get("digest", ""))
            for one in root.findall(f"{_N}record")
        ),
        layouts=tuple(one.get("name", "") for one in root.findall(f"{_N}layout")),
    )


def _slide(element: etree._Element) -> Claimed:
    return Claimed(
        number=_whole(element.get("number")),
        id=_whole(element.get("id")),
        identity=element.get("identity", ""),
        kind=element.get("kind", ""),
        title=element.get("title", ""),
        uses=tuple(
            RecordUse(family=_family(one), id=one.get("id", ""), use=cast(Use, etree.QName(one).localname))
            for one in element
            if etree.QName(one).localname in get_args(Use)
        ),
        texts=tuple(
            Written(place=one.get("place", ""), words=one.text or "", figures=tuple(one.get("figures", "").split()))
            for one in element.findall(f"{_N}text")
        ),
        citations=tuple((_whole(one.get("number")), one.get("id", "")) for one in element.findall(f"{_N}citation")),
    )


def _family(element: etree._Element) -> Family:
    name = element.get("family", "")
    if name not in get_args(Family):
        raise ValueError(name)
    return cast(Family, name)


def _whole(value: str | None) -> int:
    if value is None or not value.isdecimal() or len(value) > 10:
        raise ValueError(value)
    return int(value)
