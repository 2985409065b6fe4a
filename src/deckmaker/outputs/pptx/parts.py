"""Parts of a presentation file and what leads from one to another. Nothing is ever searched for.

The same wiring as python-pptx gives, without its XML objects: there, every picture and every notes page walks the
whole package for a free name, and a relationship that exists is found by looking through all of them.
"""

from __future__ import annotations

from typing import NamedTuple

from deckmaker.outputs.pptx.markup import attribute
from deckmaker.outputs.pptx.markup import part as whole_part

_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_SHOW = f"{_OFFICE}presentationml."


class CT:
    """Content types."""

    CORE_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
    CHART = f"{_OFFICE}drawingml.chart+xml"
    EXTENDED_PROPERTIES = f"{_OFFICE}extended-properties+xml"
    GIF = "image/gif"
    JPEG = "image/jpeg"
    NOTES_MASTER = f"{_SHOW}notesMaster+xml"
    NOTES_SLIDE = f"{_SHOW}notesSlide+xml"
    PNG = "image/png"
    PRESENTATION = f"{_SHOW}presentation.main+xml"
    PRESENTATION_PROPERTIES = f"{_SHOW}presProps+xml"
    RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
    SHEET = f"{_OFFICE}spreadsheetml.sheet"
    SLIDE = f"{_SHOW}slide+xml"
    SLIDE_LAYOUT = f"{_SHOW}slideLayout+xml"
    SLIDE_MASTER = f"{_SHOW}slideMaster+xml"
    SVG = "image/svg+xml"
    TABLE_STYLES = f"{_SHOW}tableStyles+xml"
    THEME = f"{_OFFICE}theme+xml"
    VIEW_PROPERTIES = f"{_SHOW}viewProps+xml"
    XML = "application/xml"


class RT:
    """Kinds of relationship."""

    CHART = f"{_DOCUMENT}chart"
    CORE_PROPERTIES = f"{_PACKAGE}relationships/metadata/core-properties"
    CUSTOM_XML = f"{_DOCUMENT}customXml"
    CUSTOM_XML_PROPERTIES = f"{_DOCUMENT}customXmlProps"
    EXTENDED_PROPERTIES = f"{_DOCUMENT}extended-properties"
    FONT = f"{_DOCUMENT}font"
    HYPERLINK = f"{_DOCUMENT}hyperlink"
    IMAGE = f"{_DOCUMENT}image"
    NOTES_MASTER = f"{_DOCUMENT}notesMaster"
    NOTES_SLIDE = f"{_DOCUMENT}notesSlide"
    OFFICE_DOCUMENT = f"{_DOCUMENT}officeDocument"
    PACKAGE = f"{_DOCUMENT}package"
    PRESENTATION_PROPERTIES = f"{_DOCUMENT}presProps"
    SLIDE = f"{_DOCUMENT}slide"
    SLIDE_LAYOUT = f"{_DOCUMENT}slideLayout"
    SLIDE_MASTER = f"{_DOCUMENT}slideMaster"
    TABLE_STYLES = f"{_DOCUMENT}tableStyles"
    THEME = f"{_DOCUMENT}theme"
    VIEW_PROPERTIES = f"{_DOCUMENT}viewProps"


class Relationship(NamedTuple):
    """One line of a ``.rels`` part: to another part, or to an address outside the file."""

    kind: str
    target: Part | str


class Wired:
    """What relationships may start from: a part, or the package itself. ``base`` is the folder of its name."""

    __slots__ = ("_names", "base")

    def __init__(self, base: str) -> None:
        self.base = base
        self._names: dict[Relationship, str] = {}

    def relate_to(self, target: Part | str, kind: str) -> str:
        """The identifier of the relationship to a part, or to an address; the same one when asked again."""
        wanted = Relationship(kind, target)
        return self._names.setdefault(wanted, f"rId{len(self._names) + 1}")

    def forget(self) -> None:
        """It leads nowhere any more."""
        self._names.clear()

    @property
    def targets(self) -> list[Part]:
        """The parts that it leads to."""
        return [one.target for one in self._names if isinstance(one.target, Part)]

    @property
    def relationships(self) -> bytes:
        """Its ``.rels`` part; nothing where it leads nowhere."""
        if not self._names:
            return b""
        lines = "".join(
            f'<Relationship Id="{name}" Type="{one.kind}" Target="{self._reference(one.target)}/>'
            for one, name in self._names.items()
        )
        return whole_part(f'<Relationships xmlns="{_PACKAGE}relationships">{lines}</Relationships>')

    def _reference(self, target: Part | str) -> str:
        if isinstance(target, Part):
            return f'{relative(target.name, self.base)}"'
        return f'{attribute(target)}" TargetMode="External"'


class Part(Wired):
    """One file within the file. ``name`` begins with ``/``. Two parts are the same only if they are one."""

    __slots__ = ("blob", "content_type", "name")

    def __init__(self, name: str, content_type: str, blob: bytes = b"") -> None:
        super().__init__(name.rpartition("/")[0] or "/")
        self.name, self.content_type, self.blob = name, content_type, blob

    @property
    def relationships_name(self) -> str:
        """The name of its ``.rels`` part."""
        folder, _, file = self.name.rpartition("/")
        return f"{folder}/_rels/{file}.rels"


def relative(name: str, base: str) -> str:
    """A part's name as it is written in a relationship that starts in the folder ``base``."""
    there, here = name.split("/")[1:], [step for step in base.split("/") if step]
    shared = 0
    while shared < min(len(there) - 1, len(here)) and there[shared] == here[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:])
