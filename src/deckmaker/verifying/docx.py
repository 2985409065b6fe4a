"""The text of a Word document: one line a paragraph, notes at the end. Raised digits become note marks."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

LARGEST_PART = 60_000_000
"""Bytes of one part of the document once it is unpacked."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTES = ("footnote", "endnote")
_SPECIAL = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": "\u00ad"}


def docx_text(content: bytes) -> tuple[str, ...] | str:
    """The text, or why there is none."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            body = _part(package, "word/document.xml")
            if body is None:
                return "this is a zip archive, but no Word document"
            notes = {kind: _part(package, f"word/{kind}s.xml") for kind in _NOTES}
            numbering = _part(package, "word/numbering.xml")
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        return "this Word document is damaged or protected and cannot be read"
    except etree.XMLSyntaxError:
        return "this Word document is damaged: its text is not well-formed"
    return ("\n".join(_Document(notes, numbering).lines(body)),)


def _part(package: zipfile.ZipFile, name: str) -> Any:
    """The tree of a part. Raises ``ValueError`` for one that is too large or declares a document type."""
    try:
        with package.open(name) as part:
            content = part.read(LARGEST_PART + 1)
    except KeyError:
        return None
    if len(content) > LARGEST_PART or b"<!DOCTYPE" in content:
        raise ValueError(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(content, parser)


class _Document:
    def __init__(self, notes: dict[str, Any], numbering: Any) -> None:
        self.notes = {
            (kind, note.get(f"{_W}id")): note
            for kind, tree in notes.items()
            if tree is not None
            for note in tree.iter(f"{_W}{kind}")
        }
        self.numbers: dict[tuple[str, str | None], int] = {}
        self.lists = _numbered_lists(numbering)
        self.counters: dict[str, int] = {}

    def lines(self, body: Any) -> Iterator[str]:
        for paragraph in body.iter(f"{_W}p"):
            yield f"{self._list_number(paragraph)}{self._words(paragraph)}"
        for key, number in self.numbers.items():
            note = self.notes.get(key)
            if note is not None:
                words = " ".join(self._words(paragraph).strip() for paragraph in note.iter(f"{_W}p"))
                yield f"{number}. {words.strip()}"

    def _words(self, paragraph: Any) -> str:
        parts: list[str] = []
        for run in paragraph.iter(f"{_W}r"):
            if next(run.iterancestors(f"{_W}p"), None) is not paragraph:
                continue  # a text box inside: it comes in its own turn
            words = "".join(self._said(child) for child in run)
            raised = run.find(f"{_W}rPr/{_W}vertAlign")
            if raised is not None and raised.get(f"{_W}val") == "superscript" and _is_mark(words):
                words = words.translate(_RAISED)
            parts.append(words)
        return "".join(parts)

    def _said(self, child: Any) -> str:
        if not isinstance(child.tag, str):
            return ""
        name = child.tag.removeprefix(_W)
        if name == "t":
            return child.text or ""
        for kind in _NOTES:
            if name == f"{kind}Reference":
                number = self.numbers.setdefault((kind, child.get(f"{_W}id")), len(self.numbers) + 1)
                return str(number).translate(_RAISED)
        return _SPECIAL.get(name, "")

    def _list_number(self, paragraph: Any) -> str:
        """‘3. ’ where Word numbers the paragraph by itself."""
        chosen = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        level = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
        if chosen is None or (level is not None and level.get(f"{_W}val") != "0"):
            return ""
        name = str(chosen.get(f"{_W}val"))
        if name not in self.lists:
            return ""
        number = self.counters[name] = self.counters.get(name, self.lists[name] - 1) + 1
        return f"{number}. "


def _numbered_lists(numbering: Any) -> dict[str, int]:
    """The lists that are numbered 1, 2, 3, by identifier, with the number that each begins at."""
    if numbering is None:
        return {}
    starts: dict[str, int] = {}
    for abstract in numbering.iter(f"{_W}abstractNum"):
        level = abstract.find(f"{_W}lvl[@{_W}ilvl='0']")
        form = None if level is None else level.find(f"{_W}numFmt")
        if level is not None and form is not None and form.get(f"{_W}val") == "decimal":
            start = level.find(f"{_W}start")
            value = "1" if start is None else str(start.get(f"{_W}val"))
            starts[str(abstract.get(f"{_W}abstractNumId"))] = int(value) if value.isascii() and value.isdigit() else 1
    lists = {}
    for chosen in numbering.iter(f"{_W}num"):
        abstract = chosen.find(f"{_W}abstractNumId")
        if abstract is not None and abstract.get(f"{_W}val") in starts:
            lists[str(chosen.get(f"{_W}numId"))] = starts[str(abstract.get(f"{_W}val"))]
    return lists


def _is_mark(words: str) -> bool:
    stripped = words.strip()
    return bool(stripped) and stripped[0].isdigit() and all(c.isdigit() or c in ",–- " for c in stripped)
