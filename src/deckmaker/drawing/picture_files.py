"""Names of the pictures of slides, and what an SVG of a slide says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from unicodedata import category

_OPENING = b"<svg "


def numbered(name: str, ending: str, pictures: Sequence[bytes]) -> Mapping[str, bytes]:
    """Files by name, ``talk-01.png`` and on, in an order that a list of names keeps."""
    digits = max(2, len(str(len(pictures))))
    return {f"{name}-{number:0{digits}}.{ending}": made for number, made in enumerate(pictures, start=1)}


def described(svg: bytes, title: str, words: str) -> bytes:
    """The SVG with a title and a description, for readers who do not see it. Raises ``ValueError`` if it is none."""
    opening, bracket, rest = svg.partition(b">")
    if not svg.startswith(_OPENING) or not bracket:
        raise ValueError("no SVG")
    told = f"<title>{plainly(title)}</title><desc>{plainly(words)}</desc>"
    return opening + b' role="img">' + told.encode() + rest


def plainly(words: str) -> str:
    """Words as they stand in XML: escaped, without the control characters that it does not allow."""
    return escape(
        "".join(c for c in words if c in "\t\n\r" or not (c < " " or category(c) == "Cs" or c in "\ufffe\uffff"))
    )
