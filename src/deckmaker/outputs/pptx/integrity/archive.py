"""A presentation file taken apart: zip entries, content types, relationships, and the XML of its parts."""

from __future__ import annotations

import posixpath
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from deckmaker.model.frozen import frozen

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CONTENT_TYPES = "[Content_Types].xml"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_KEPT = 4
"""Trees kept at a time: that of the page that is being looked at, and what it leads to."""
_BEGINNING = 2000
"""Bytes of a picture or font that are looked at."""
LARGEST_PART, LARGEST_WHOLE = 40_000_000, 400_000_000
"""Bytes of one part that is examined as a whole, and of all of them: far more than any presentation has."""
_WHOLE = (".xml", ".rels", ".xlsx")
BROKEN = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)
"""What reading a damaged zip file may raise."""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


@frozen
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


class Trees:
    """The XML of a file's parts, parsed when it is asked for. Only the last few are kept: a deck has thousands.

    ``faults`` are told of parts that are no XML.
    """

    def __init__(self, data: Mapping[str, bytes], faults: list[str]) -> None:
        self._data, self._faults = data, faults
        self._told: set[str] = set()
        self._kept: dict[str, etree._Element | None] = {}

    def __contains__(self, name: str) -> bool:
        return self.get(name) is not None

    def __getitem__(self, name: str) -> etree._Element:
        root = self.get(name)
        if root is None:
            raise KeyError(name)
        return root

    def get(self, name: str) -> etree._Element | None:
        """The root of a part; nothing for one that is not there or is no XML."""
        if name not in self._kept:
            while len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[name] = self._parsed(name)
        return self._kept[name]

    def _parsed(self, name: str) -> etree._Element | None:
        if name not in self._data or not name.endswith((".xml", ".rels")):
            return None
        try:
            return etree.fromstring(self._data[name], _PARSER)
        except etree.XMLSyntaxError as error:
            if name not in self._told:
                self._told.add(name)
                self._faults.append(f"{name}: not well-formed XML: {error}")
            return None


@dataclass(slots=True)
class Archive:
    """What is in a file. ``faults`` were found while it was taken apart; names of parts have no leading slash.

    ``at`` is the part that is being looked at, by the rules that look at one after the other. ``ours`` is whether
    deckmaker made the file, and nobody saved it since.
    """

    data: dict[str, bytes] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, str] = field(default_factory=dict)
    relationships: dict[str, tuple[Relationship, ...]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    at: str = ""
    ours: bool = True
    trees: Trees = field(init=False, repr=False)
    kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _targets: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)
    _offered: dict[str, frozenset[tuple[str, str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.trees = Trees(self.data, self.faults)

    @property
    def parts(self) -> tuple[str, ...]:
        """Names of all parts: entries that are neither content types nor relationships."""
        return tuple(name for name in self.data if name != CONTENT_TYPES and not name.endswith(".rels"))

    def content_type(self, name: str) -> str:
        """Content type of a part; empty if none is stated."""
        return self.overrides.get(name) or self.defaults.get(name.rpartition(".")[2].lower(), "")

    def of_type(self, ending: str) -> tuple[str, ...]:
        """Parts whose content type ends so, without ``+xml``: ``slide``, ``slideLayout``."""
        return self.kinds.get(ending, ())

    def kind(self, name: str) -> str:
        """The last word of a part's content type, without ``+xml``: ``slide``."""
        return self.content_type(name).rpartition(".")[2].removesuffix("+xml")

    def offered(self, layout: str) -> frozenset[tuple[str, str]]:
        """The placeholders of a layout, each by type and index."""
        if layout not in self._offered:
            root = self.trees.get(layout)
            found = () if root is None else root.iter(f"{{{P}}}ph")
            self._offered[layout] = frozenset(map(place_of, found))
        return self._offered[layout]

    def related(self, name: str, short_kind: str) -> tuple[str, ...]:
        """Targets of a part's relationships of one kind."""
        return tuple(one.target for one in self.relationships.get(name, ()) if one.short_kind == short_kind)

    def target(self, name: str, relationship: str | None) -> str:
        """Target of one relationship of a part; empty if there is none of that identifier."""
        return self._targets.get((name, relationship or ""), "")


def taken_apart(data: bytes, *, ours: bool = True) -> Archive:
    """The file's contents. What cannot be read is a fault, never an exception."""
    archive = Archive(ours=ours)
    try:
        with ZipFile(BytesIO(data)) as file:
            entries = [one for one in file.infolist() if ours or not one.is_dir()]
            names = [one.filename for one in entries]
            sizes = [one.file_size for one in entries if one.filename.endswith(_WHOLE)]
            if sum(sizes) > LARGEST_WHOLE or max(sizes, default=0) > LARGEST_PART:
                archive.faults.append("parts larger than any presentation has")
                return archive
            archive.data.update((name, _needed(name, file.read(name))) for name in names)
    except BROKEN as error:
        archive.faults.append(f"not a readable zip file: {error}")
        return archive
    archive.faults.extend(f"{name}: {count} entries of this name" for name, count in _repeated(names))
    archive.faults.extend(_read_types(archive))
    kinds: dict[str, list[str]] = {}
    for name in archive.parts:
        if archive.content_type(name).endswith("+xml"):
            kinds.setdefault(archive.kind(name), []).append(name)
    archive.kinds = {kind: tuple(names) for kind, names in kinds.items()}
    for name in archive.data:
        if name.endswith(".rels"):
            archive.faults.extend(_read_relationships(archive, name))
    return archive


def place_of(element: etree._Element) -> tuple[str, str]:
    """Type and index of a placeholder."""
    kind = element.get("type", "obj")
    return ("title" if kind == "ctrTitle" else kind), element.get("idx", "0")


def _needed(name: str, content: bytes) -> bytes:
    """The bytes of an entry that a rule looks at: of pictures and fonts their beginning."""
    return content if name.endswith(_WHOLE) else content[:_BEGINNING]


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
        target = element.get("Target", "")
        within = target.startswith("#") and not archive.ours  # a place in the part itself
        external = within or element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")
        one = Relationship(element.get("Id", ""), element.get("Type", ""), target, external)
        if one.id in found:
            yield f"{name}: two relationships {one.id}"
        found[one.id] = one
        archive._targets[source, one.id] = one.target
    archive.relationships[source] = tuple(found.values())
