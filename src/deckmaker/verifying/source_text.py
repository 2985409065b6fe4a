"""From the bytes of a source to its lines: plain text or Markdown, PDF, Word. Never raises for what a file holds."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from pathlib import PurePosixPath
from typing import Literal

from deckmaker.model.diagnostic import Diagnostic, Position
from deckmaker.verifying.normal import Line

LARGEST = 40_000_000
"""The largest source that is read, in bytes."""
MOST_LINES = 200_000
"""Lines that are read; a long book has fewer."""

Unit = Literal["line", "page", "paragraph"]
_FURNITURE = re.compile(r"\s*(?:[-–—_=*•·.]+|(?:page\s+)?\d{1,3}(?:\s*(?:of|/|\|)\s*\d{1,3})?)?\s*", re.IGNORECASE)
_SHARE_OF_PAGES = 3
"""A line at the edge of one page in three is no part of the text."""


@dataclass(frozen=True)
class SourceText:
    """A source as pages of lines, and what its places are called: ‘line 417’, ‘page 3, line 12’, ‘paragraph 8’."""

    name: str
    pages: tuple[str, ...]
    unit: Unit = "line"

    def lines(self) -> list[list[Line]]:
        """The lines of each page, numbered through, without what stands on every page."""
        pages = self._numbered()
        edges: Counter[str] = Counter()
        for page in pages:
            edges.update({_without_numbers(line.text) for line in _edges(page)})
        common = {words for words, count in edges.items() if count >= max(3, len(pages) / _SHARE_OF_PAGES)}
        kept = []
        for page in pages:
            furniture = {line.number for line in _edges(page) if _without_numbers(line.text) in common}
            words = [line for line in page if line.number not in furniture and _is_text(line)]
            kept.append([part for line in words for part in self._apart(line)])
        return kept

    def _apart(self, line: Line) -> tuple[Line, ...]:
        """The line; where each is a paragraph of its own, an empty one after it."""
        return (line, Line(line.number, "")) if self.unit == "paragraph" else (line,)

    def place(self, number: int) -> str:
        """What a reader calls the line of that number."""
        if self.unit != "page":
            return f"{self.unit} {number}"
        before = 0
        for page, lines in enumerate(self._numbered(), start=1):
            if number <= before + len(lines):
                return f"page {page}, line {number - before}"
            before += len(lines)
        return f"line {number}"

    def _numbered(self) -> list[list[Line]]:
        texts = [page.split("\n") for page in self.pages]
        starts = accumulate((len(lines) - (self.unit != "page") for lines in texts), initial=1)
        return [
            [Line(number, text) for number, text in enumerate(lines, start=start)]
            for lines, start in zip(texts, starts, strict=False)
        ]


def read_source(name: str, content: bytes) -> SourceText | Diagnostic:
    """The text of a source file, or why it has none. What it is shows in its first bytes, not in its name."""
    if len(content) > LARGEST:
        return _refused(name, f"this file is larger than {LARGEST // 1_000_000} MB, the most that is read")
    if not content.strip():
        return _refused(name, "this file is empty")
    match content[:4]:
        case b"%PDF":
            from deckmaker.verifying.pdf import pdf_pages

            pages: tuple[str, ...] | str = pdf_pages(content)
            unit: Unit = "page"
        case b"PK\x03\x04":
            from deckmaker.verifying.docx import docx_text

            pages, unit = docx_text(content), "paragraph"
        case _:
            pages, unit = _plain(name, content), "line"
    if isinstance(pages, str):
        return _refused(name, pages)
    if not any(page.strip() for page in pages):
        hint = "a scanned source needs its text recognised first" if unit == "page" else ""
        return _refused(name, "this file has no text in it", hint)
    if sum(page.count("\n") for page in pages) > MOST_LINES:
        return _refused(name, f"this file has more than {MOST_LINES:,} lines, the most that is read")
    return SourceText(name, pages, unit)


def _plain(name: str, content: bytes) -> tuple[str, ...] | str:
    ending = PurePosixPath(name).suffix.lower()
    for signature, what in ((b"\xd0\xcf\x11\xe0", "an old Word document"), (b"{\\rtf", "a rich-text document")):
        if content.startswith(signature):
            return f"this is {what}: save it as .docx, PDF or plain text first"
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return "this is neither UTF-8 text, nor a PDF, nor a Word document" + (f" ({ending})" if ending else "")
    if "\0" in text:
        return "this is neither text, nor a PDF, nor a Word document"
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\f"))


def _edges(page: list[Line]) -> list[Line]:
    """The two first and the two last lines of a page that have words."""
    worded = [line for line in page if line.text.strip()]
    return [*worded[:2], *worded[-2:]] if len(worded) > 4 else worded


def _is_text(line: Line) -> bool:
    """Whether the line is empty, which parts paragraphs, or has words: not a page number or a rule."""
    return not line.text.strip() or not _FURNITURE.fullmatch(line.text)


def _without_numbers(words: str) -> str:
    return " ".join(re.sub(r"\d+", "#", words).split())


def _refused(name: str, why: str, hint: str = "") -> Diagnostic:
    return Diagnostic("source-unreadable", why, Position(name), hint)
