"""The text of a PDF, page by page. Raised digits become note marks."""

from __future__ import annotations

import struct
import zlib
from typing import Any

MOST_PAGES = 2_000
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALLER = 0.8
"""Digits set below this share of the size of the words before them are raised."""
_BROKEN = (
    ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OverflowError, AssertionError,
    NotImplementedError, ZeroDivisionError, EOFError, struct.error, zlib.error,
)  # fmt: skip


def pdf_pages(content: bytes) -> tuple[str, ...] | str:
    """The text of each page, or why there is none."""
    from io import BytesIO

    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return "this PDF is protected by a password"
        if len(reader.pages) > MOST_PAGES:
            return f"this PDF has more than {MOST_PAGES:,} pages, the most that is read"
        return tuple(_text(page) for page in reader.pages)
    except DependencyError:
        return "this PDF is protected in a way that cannot be read: save it again without protection"
    except (PyPdfError, *_BROKEN):
        return "this PDF is damaged and cannot be read"


def _text(page: Any) -> str:
    listener = _Listener()
    plain = str(page.extract_text(visitor_text=listener.hear))
    heard = "".join(listener.parts)
    return heard if len(heard.split()) >= len(plain.split()) * 0.9 else plain


class _Listener:
    """Hears the words of a page as they are set, with their sizes and places."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = self.baseline = 0.0

    def hear(self, text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        """One stretch of words of one size; ``cm`` and ``tm`` are the page's and the text's matrices."""
        scale = abs(float(tm[3]) or float(tm[0]) or 1.0) * abs(float(cm[3]) or float(cm[0]) or 1.0)
        real = abs(float(size or 1.0)) * scale
        baseline = float(tm[5]) * float(cm[3]) + float(cm[5])
        words = text.strip()
        if self._is_raised(real, baseline) and _is_mark(words):
            text = text.translate(_RAISED)
        elif words:
            self.size, self.baseline = real, baseline
        self.parts.append(text)

    def _is_raised(self, size: float, baseline: float) -> bool:
        """Whether words of this size and place stand raised beside those before them."""
        return size < self.size * _SMALLER and 0 <= (baseline - self.baseline) < self.size


def _is_mark(words: str) -> bool:
    return 0 < len(words) <= 12 and words[0].isdigit() and all(c.isdigit() or c in ",–- " for c in words)
