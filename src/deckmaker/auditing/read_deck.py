"""Reads a presentation file into what was found in it. Whatever the file is, the answer is a deck or a refusal."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from deckmaker.auditing.archive import Archive, opened
from deckmaker.auditing.read_manifest import read_manifest
from deckmaker.auditing.read_shapes import A, P, Shades, hexadecimal, notes_in, numbers_in, shapes_in
from deckmaker.auditing.seen import SeenDeck, SeenSlide

MOST_SLIDES = 3000
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DRAWN = ("image", "chart")
_LINKED = {"image", "video", "audio", "media", "oleObject", "externalLink", "attachedTemplate", "chart", "package"}


def read_deck(file: str, data: bytes) -> SeenDeck:
    """The presentation in these bytes. Raises ``DeckError`` for what is none, or could do harm."""
    archive = opened(file, data)
    main = archive.related("", "officeDocument")[0]
    root = archive.tree(main)
    if root.tag != f"{P}presentation":
        raise archive.refused("it is an Office file, but no presentation")
    relations = {one.id: one.target for one in archive.relations(main)}
    listed = [(_number(e.get("id")), relations.get(e.get(f"{_R}id", ""), "")) for e in root.iter(f"{P}sldId")]
    if len(listed) > MOST_SLIDES:
        raise archive.refused(f"it has more than {MOST_SLIDES:,} slides")
    masters = _Masters(archive)
    slides = tuple(
        _slide(archive, part, number, slide_id, masters)
        for number, (slide_id, part) in enumerate((one for one in listed if archive.has(one[1])), start=1)
    )
    master = next(iter(archive.related(main, "slideMaster")), "")
    name, colours, fonts = masters.theme(master)
    return SeenDeck(
        file=file,
        slides=slides,
        theme_name=name,
        theme_colours=colours,
        theme_fonts=fonts,
        language=_language(root) or (_language(archive.tree(master)) if master else ""),
        manifest=read_manifest(archive, main),
    )


class _Masters:
    """What slides take from layouts, masters and themes, each read once."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._trees: dict[str, etree._Element] = {}
        self._themes: dict[str, tuple[str, dict[str, str], tuple[str, ...]]] = {}

    def tree(self, part: str) -> etree._Element:
        if part not in self._trees:
            self._trees[part] = self.archive.tree(part)
        return self._trees[part]

    def theme(self, master: str) -> tuple[str, dict[str, str], tuple[str, ...]]:
        """Name, colours by slot and fonts of a master's theme."""
        if master not in self._themes:
            found = self.archive.related(master, "theme") if master else ()
            self._themes[master] = _theme(self.archive.tree(found[0])) if found else ("", {}, ())
        return self._themes[master]


def _slide(archive: Archive, part: str, number: int, slide_id: int, masters: _Masters) -> SeenSlide:
    root = archive.tree(part)
    layout = next(iter(archive.related(part, "slideLayout")), "")
    master = next(iter(archive.related(layout, "slideMaster")), "") if layout else ""
    above = [masters.tree(one) for one in (layout, master) if one]
    shades = Shades(masters.theme(master)[1], [root, *above])
    notes = archive.related(part, "notesSlide")
    page = above[0].find(f"{P}cSld") if layout else None
    external = (one.kind for one in archive.relations(part) if one.external and one.kind in _LINKED)
    return SeenSlide(
        number=number,
        id=slide_id,
        layout=page.get("name", "") if page is not None else "",
        shapes=tuple(shapes_in(root, shades)),
        notes=notes_in(archive.tree(notes[0])) if notes else (),
        ground=shades.ground,
        fonts=frozenset(_fonts(root)),
        colours=frozenset(found for e in root.iter(f"{A}srgbClr") if (found := hexadecimal(e.get("val", "")))),
        external=frozenset(external),
        pictures=frozenset(
            archive.check_sum(one) for kind in ("image", "chart") for one in archive.related(part, kind)
        ),
        charts=tuple(rows for one in archive.related(part, "chart") for rows in numbers_in(archive.tree(one))),
        hidden=root.get("show") in {"0", "false"},
    )


def _fonts(root: etree._Element) -> Iterator[str]:
    for element in root.iter(f"{A}latin", f"{A}ea", f"{A}cs"):
        face = element.get("typeface", "")
        if face and not face.startswith("+"):
            yield face[:60]


def _theme(root: etree._Element) -> tuple[str, dict[str, str], tuple[str, ...]]:
    colours: dict[str, str] = {}
    scheme = next(root.iter(f"{A}clrScheme"), None)
    for slot in scheme if scheme is not None else ():
        value = next(iter(slot), None)
        if value is not None and isinstance(slot.tag, str):
            colours[etree.QName(slot).localname] = hexadecimal(value.get("lastClr", "") or value.get("val", ""))
    faces = [
        latin.get("typeface", "")[:60]
        for kind in ("majorFont", "minorFont")
        for font in root.iter(f"{A}{kind}")
        for latin in font.findall(f"{A}latin")
    ]
    return root.get("name", "")[:60], colours, tuple(dict.fromkeys(faces))


def _language(root: etree._Element) -> str:
    return next((lang for e in root.iter(f"{A}defRPr") if (lang := e.get("lang", ""))), "")


def _number(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 12 else 0
