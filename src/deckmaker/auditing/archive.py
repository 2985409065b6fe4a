"""The zip file around a presentation, opened with care: it may come from anybody.

Nothing is unpacked to the disk and nothing in it is run. What is too large, too many, or not what it says is refused.
"""

from __future__ import annotations

import posixpath
import re
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from deckmaker.model.diagnostic import DeckError, Diagnostic
from deckmaker.model.frozen import frozen

LARGEST_FILE = 300_000_000
"""Bytes that a presentation may have."""
MOST_ENTRIES = 20_000
LARGEST_WHOLE = 2_000_000_000
"""Bytes that all entries may have once unpacked."""
LARGEST_PART = 40_000_000
"""Bytes of one XML part."""
LARGEST_READ = 400_000_000
"""Bytes of all XML parts that are read."""
MOST_PACKED = 200
"""How many times smaller than its content a file may be, from 50 MB of content on."""

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OLD_FORMAT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = b"PK\x01\x02"
_DOCTYPE = tuple("<!DOCTYPE".encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"))
_ENCODING = re.compile(rb"encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_ENCODINGS = {b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii"}
_BROKEN = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)


@frozen
class Relation:
    """One line of a part's relationships. ``target`` is a part's name, or an address if ``external``."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Archive:
    """The parts of a presentation by name, read when they are asked for."""

    file: str
    _zip: ZipFile = field(repr=False)
    _entries: dict[str, ZipInfo] = field(repr=False)
    _read: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all entries."""
        return tuple(self._entries)

    def has(self, name: str) -> bool:
        """Whether there is an entry of that name."""
        return name in self._entries

    def content(self, name: str) -> bytes:
        """The bytes of a part. Raises ``DeckError`` for one that is too large or broken."""
        try:
            with self._zip.open(self._entries[name]) as stream:
                data = stream.read(LARGEST_PART + 1)
        except (KeyError, *_BROKEN) as error:
            raise self.refused(f"its part ‘{shown(name)}’ is broken or missing") from error
        self._read += len(data)
        if len(data) > LARGEST_PART or self._read > LARGEST_READ:
            raise self.refused(f"its part ‘{shown(name)}’ is larger than that of any presentation")
        return data

    def check_sum(self, name: str) -> int:
        """The check sum that the zip file states for a part: it differs where the content differs."""
        return self._entries[name].CRC

    def tree(self, name: str) -> etree._Element:
        """A part as XML, with no entity resolved and nothing fetched. Raises ``DeckError``."""
        data = self.content(name)
        stated = _ENCODING.search(data[:200]) if data.lstrip()[:5] == b"<?xml" else None
        if any(mark in data for mark in _DOCTYPE) or (stated and stated[1].lower() not in _ENCODINGS):
            raise self.refused(f"its part ‘{shown(name)}’ declares XML entities or an unusual encoding")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.refused(f"its part ‘{shown(name)}’ is not well-formed XML") from error
        return root

    def relations(self, name: str = "") -> tuple[Relation, ...]:
        """Where a part leads; of the package itself for the empty name."""
        folder, _, own = name.rpartition("/")
        rels = posixpath.join(folder, "_rels", f"{own}.rels")
        if not self.has(rels):
            return ()
        found: list[Relation] = []
        for element in self.tree(rels).iter(_RELATIONSHIP):
            target, external = element.get("Target", ""), element.get("TargetMode") == "External"
            if not external:
                whole = target if target.startswith("/") else posixpath.join("/", folder, target)
                target = posixpath.normpath(whole).lstrip("/")
            found.append(Relation(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target, external))
        return tuple(found)

    def related(self, name: str, kind: str) -> tuple[str, ...]:
        """Parts that a part leads to by relationships of one kind, those that are there."""
        return tuple(r.target for r in self.relations(name) if r.kind == kind and not r.external and self.has(r.target))

    def refused(self, because: str) -> DeckError:
        """The error that says why the file is not read."""
        return refusal(self.file, because)


def refusal(file: str, because: str, hint: str = "") -> DeckError:
    """Says why a file is not read any further."""
    hint = hint or "nothing in it was run; ask whoever sent it for another copy, and do not open this one"
    return DeckError([Diagnostic("refused-file", f"{shown(file)} is refused: {because}", hint=hint)])


def opened(file: str, data: bytes) -> Archive:
    """A presentation's archive. Raises ``DeckError`` for what is no presentation, or one that could do harm."""
    again = "open it in PowerPoint and save it as .pptx"
    if len(data) > LARGEST_FILE:
        raise refusal(file, f"it is larger than {LARGEST_FILE // 1_000_000} MB")
    if data.startswith(_OLD_FORMAT):
        raise refusal(file, "it is in the old .ppt format, or locked with a password", again)
    if data.count(_ENTRY) > MOST_ENTRIES:
        raise refusal(file, f"it has more than {MOST_ENTRIES:,} entries")
    try:
        archive = ZipFile(BytesIO(data))
        entries = archive.infolist()
    except _BROKEN as error:
        raise refusal(file, "it is no presentation, or it is broken", again) from error
    if len({entry.filename for entry in entries}) != len(entries):
        raise refusal(file, "it has two entries of one name")
    for entry in entries:
        name = entry.filename
        if (
            name.startswith("/")
            or "\\" in name
            or ":" in name
            or ".." in name.split("/")
            or "\0" in entry.orig_filename
        ):
            raise refusal(file, f"it has an entry with a name that leads out of it: ‘{shown(name)}’")
        if entry.flag_bits & 1:
            raise refusal(file, "it is locked with a password", again)
    whole = sum(entry.file_size for entry in entries)
    if whole > LARGEST_WHOLE or (whole > 50_000_000 and whole > MOST_PACKED * len(data)):
        raise refusal(file, "it would unpack to far more than a presentation has")
    found = Archive(file, archive, {entry.filename: entry for entry in entries})
    if not found.has("[Content_Types].xml") or not found.related("", "officeDocument"):
        raise refusal(file, "it is a zip file, but no presentation", again)
    if _has_macros(found):
        hint = "none was run; do not enable them. In PowerPoint, save a copy as .pptx, which has none, and audit that"
        raise refusal(file, "it carries macros, programs that run when it is opened", hint)
    return found


def _has_macros(archive: Archive) -> bool:
    """Whether there are programs in it, by the names of its parts and by what it says that its parts are."""
    types = archive.content("[Content_Types].xml").lower()
    return any(name.casefold().rpartition("/")[2].startswith("vba") for name in archive.names) or any(
        mark.encode(code) in types for mark in ("macroenabled", "vbaproject") for code in ("utf-8", "utf-16-le")
    )


def shown(name: str) -> str:
    """A name from a file that may be hostile, fit to be shown: short, and without control characters."""
    clean = "".join(c if c.isprintable() else "�" for c in name)
    return clean if len(clean) <= 80 else f"{clean[:79]}…"
