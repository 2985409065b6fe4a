"""The zip file around the parts. Every part is named by whoever makes it, and the file is the same every time."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from deckmaker.outputs.pptx.markup import attribute
from deckmaker.outputs.pptx.markup import part as whole_part
from deckmaker.outputs.pptx.parts import CT, Part, Wired

_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip file can hold; every entry has it."""
_COMPRESSED_ALREADY = {"png", "jpeg", "gif", "xlsx"}
_DEFAULTS = {
    "fntdata": "application/x-fontdata",
    "gif": CT.GIF,
    "jpeg": CT.JPEG,
    "png": CT.PNG,
    "rels": CT.RELATIONSHIPS,
    "svg": CT.SVG,
    "xlsx": CT.SHEET,
    "xml": CT.XML,
}


def content_type_of(ending: str) -> str:
    """The content type of a picture file's ending."""
    return _DEFAULTS[ending]


class Parts:
    """The parts of one file, under names that the caller counts, so that nothing is searched for a free one."""

    def __init__(self) -> None:
        self.package = Wired("/")
        self._media: dict[bytes, Part] = {}

    def add(self, name: str, content_type: str, data: bytes = b"") -> Part:
        """A new part. It is in the file once something is related to it."""
        return Part(name, content_type, data)

    def media(self, data: bytes, ending: str) -> Part:
        """The part of a picture file; the same bytes are in the package once."""
        key = sha256(data).digest()
        if key not in self._media:
            name = f"/ppt/media/image{len(self._media) + 1}.{ending}"
            self._media[key] = self.add(name, _DEFAULTS[ending], data)
        return self._media[key]

    def written(self) -> bytes:
        """The whole file."""
        return _zipped(self.package)

    def part_company(self) -> None:
        """Takes the parts off each other, so that their bytes are given back at once and not some time later."""
        for part in reachable(self.package):
            part.forget()
        self.package.forget()
        self._media.clear()


def _zipped(package: Wired) -> bytes:
    parts = sorted(reachable(package), key=lambda part: _order(part.name))
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        _write(archive, "[Content_Types].xml", _content_types(parts))
        _write(archive, "_rels/.rels", package.relationships)
        for part in parts:
            _write(archive, part.name[1:], part.blob)
            relationships = part.relationships
            if relationships:
                _write(archive, part.relationships_name[1:], relationships)
    return stream.getvalue()


def reachable(package: Wired) -> list[Part]:
    """Every part that a chain of relationships leads to, each once. Chains may be as long as the deck."""
    found: dict[Part, None] = {}
    waiting = package.targets
    while waiting:
        part = waiting.pop()
        if part not in found:
            found[part] = None
            waiting.extend(part.targets)
    return list(found)


def _order(name: str) -> tuple[str, str, int, str]:
    """Folder by folder, numbered parts by their number."""
    folder, _, file = name.rpartition("/")
    stem, _, ending = file.partition(".")
    letters = stem.rstrip("0123456789")
    return folder, letters, int(stem[len(letters) :] or 0), ending


def _write(archive: ZipFile, name: str, data: bytes) -> None:
    entry = ZipInfo(name, _OLDEST)
    entry.compress_type = ZIP_STORED if name.rpartition(".")[2] in _COMPRESSED_ALREADY else ZIP_DEFLATED
    entry.create_system = 0
    entry.external_attr = 0o600 << 16
    archive.writestr(entry, data, compresslevel=6 if entry.compress_type == ZIP_DEFLATED else None)


def _content_types(parts: Iterable[Part]) -> bytes:
    endings = {"rels", "xml"}
    overrides = []
    for part in parts:
        ending = part.name.rpartition(".")[2]
        if _DEFAULTS.get(ending) == part.content_type:
            endings.add(ending)
        else:
            overrides.append(f'<Override PartName="{attribute(part.name)}" ContentType="{part.content_type}"/>')
    defaults = (f'<Default Extension="{ending}" ContentType="{_DEFAULTS[ending]}"/>' for ending in sorted(endings))
    return whole_part(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f"{''.join(defaults)}{''.join(overrides)}</Types>"
    )
