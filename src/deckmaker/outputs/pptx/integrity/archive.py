"""A presentation file taken apart: zip entries, content types, relationships, and the XML of its parts."""

from __future__ import annotations

import posixpath
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CONTENT_TYPES = "[Content_Types].xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


@dataclass(frozen=True, slots=True)
class Relationship:
    """One line of a ``.rels`` file. ``target`` is a part's name, or an address if ``external``."""

    id: str
    kind: str
    target: str
    external: bool

    @property
    def short_kind(self) -> str:
        """The last word of the type: ``slideLayout``, ``image``."""
        return self.kind.rpartition("/")[2]


@dataclass(slots=True)
class Archive:
    """What is in a file. ``faults`` were found while it was taken apart; names of parts have no leading slash."""

    data: dict[str, bytes] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, str] = field(default_factory=dict)
    relationships: dict[str, tuple[Relationship, ...]] = field(default_factory=dict)
    trees: dict[str, etree._Element] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    @property
    def parts(self) -> tuple[str, ...]:
        """Names of all parts: entries that are neither content types nor relationships."""
        return tuple(name for name in self.data if name != CONTENT_TYPES and not name.endswith(".rels"))

    def content_type(self, name: str) -> str:
        """Content type of a part; empty if none is stated."""
        return self.overrides.get(name) or self.defaults.get(name.rpartition(".")[2].lower(), "")

    def of_type(self, ending: str) -> tuple[str, ...]:
        """Parts whose content type ends so, without ``+xml``: ``slide``, ``slideLayout``."""
        return tuple(name for name in self.parts if self.content_type(name).endswith(f".{ending}+xml"))

    def related(self, name: str, short_kind: str) -> tuple[str, ...]:
        """Targets of a part's relationships of one kind."""
        return tuple(one.target for one in self.relationships.get(name, ()) if one.short_kind == short_kind)

    def target(self, name: str, relationship: str | None) -> str:
        """Target of one relationship of a part; empty if there is none of that identifier."""
        return next((one.target for one in self.relationships.get(name, ()) if one.id == relationship), "")


def taken_apart(data: bytes) -> Archive:
    """The file's contents. What cannot be read is a fault, never an exception."""
    archive = Archive()
    try:
        with ZipFile(BytesIO(data)) as file:
            names = file.namelist()
            archive.data = {name: file.read(name) for name in names}
    except (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error) as error:
        archive.faults.append(f"not a readable zip file: {error}")
        return archive
    archive.faults.extend(f"{name}: {count} entries of this name" for name, count in _repeated(names))
    for name, content in archive.data.items():
        if name.endswith((".xml", ".rels")):
            try:
                archive.trees[name] = etree.fromstring(content, _PARSER)
            except etree.XMLSyntaxError as error:
                archive.faults.append(f"{name}: not well-formed XML: {error}")
    archive.faults.extend(_read_types(archive))
    for name in archive.data:
        if name.endswith(".rels"):
            archive.faults.extend(_read_relationships(archive, name))
    return archive


def _repeated(names: list[str]) -> Iterator[tuple[str, int]]:
    for name, count in Counter(name.lower() for name in names).items():
        if count > 1:
            yield name, count


def _read_types(archive: Archive) -> Iterator[str]:
    root = archive.trees.get(CONTENT_TYPES)
    if root is None:
        yield f"{CONTENT_TYPES} is missing or broken"
        return
    for element in root.iter(f"{{{TYPES}}}Default", f"{{{TYPES}}}Override"):
        stated = element.get("ContentType", "")
        if element.get("Extension") is not None:
            key, known = element.get("Extension", "").lower(), archive.defaults
        else:
            key, known = element.get("PartName", "").lstrip("/"), archive.overrides
        if key in known:
            yield f"{CONTENT_TYPES}: two content types for {key}"
        known[key] = stated


def source_of(rels: str) -> str:
    """Name of the part that a ``.rels`` file belongs to; empty for the package's own."""
    folder, _, file = rels.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def _read_relationships(archive: Archive, name: str) -> Iterator[str]:
    root = archive.trees.get(name)
    if root is None:
        return
    source = source_of(name)
    found: dict[str, Relationship] = {}
    for element in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        external = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        if not external:
            base = posixpath.dirname(source)
            target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
        one = Relationship(element.get("Id", ""), element.get("Type", ""), target, external)
        if one.id in found:
            yield f"{name}: two relationships {one.id}"
        found[one.id] = one
    archive.relationships[source] = tuple(found.values())
