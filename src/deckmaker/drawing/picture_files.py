"""Names and sizes of the pictures of slides, what an SVG of a slide says of itself, and photographs within SVG."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO
from unicodedata import category

_OPENING = b"<svg "
_SIDES = re.compile(rb' width="[^"]*" height="[^"]*"')
_PHOTOGRAPHS = {b"\x89PNG": "png", b"\xff\xd8": "jpeg"}
"""How pictures of pixels begin, and what they are."""


def numbered(name: str, ending: str, pictures: Sequence[bytes]) -> Mapping[str, bytes]:
    """Files by name, ``talk-01.png`` and on, in an order that a list of names keeps."""
    digits = max(2, len(str(len(pictures))))
    return {f"{name}-{number:0{digits}}.{ending}": made for number, made in enumerate(pictures, start=1)}


def fitted(page: tuple[float, float], room: tuple[int, int]) -> tuple[int, int]:
    """The pixels of a page that is as large as fits into the room."""
    share = min(room[0] / page[0], room[1] / page[1])
    return max(1, round(page[0] * share)), max(1, round(page[1] * share))


def sized(svg: bytes, pixels: tuple[int, int]) -> bytes:
    """The SVG in so many pixels instead of its own size. Raises ``ValueError`` if it says none."""
    made, count = _SIDES.subn(b' width="%d" height="%d"' % pixels, svg, count=1)
    if not count:
        raise ValueError("no size")
    return made


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


def as_svg(content: bytes) -> bytes:
    """A picture as SVG, for Typst, which takes only text from memory. A photograph stands in it byte for byte."""
    kind = next((kind for start, kind in _PHOTOGRAPHS.items() if content.startswith(start)), "")
    if not kind:
        return content
    from PIL import Image  # only photographs need it

    with Image.open(BytesIO(content)) as opened:
        width, height = opened.size
    return b"".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'.encode(),
            f'<image width="{width}" height="{height}" href="data:image/{kind};base64,'.encode(),
            b64encode(content),
            b'"/></svg>',
        )
    )
