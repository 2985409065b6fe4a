"""What the XML of every part shares: namespaces, escaping, lengths, identifiers."""

from __future__ import annotations

import re
from hashlib import sha1

from deckmaker.model.frame import Box

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)

_ADDRESSES = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")
"""The name space of addresses in RFC 9562."""
_NOT_XML = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_IN_ATTRIBUTE = str.maketrans({"\t": " ", "\n": "&#10;", "\r": " ", "\v": "&#10;", "\f": " "})


def escaped(words: str) -> str:
    """The words as XML text. Characters that no XML may hold are left out."""
    return _NOT_XML.sub("", words).translate(_ESCAPES)


def attribute(words: str) -> str:
    """The words as the value of an attribute in double quotes; line breaks stay."""
    return escaped(words).translate(_IN_ATTRIBUTE)


def part(body: str) -> bytes:
    """A whole part: the declaration and its root element."""
    return (DECLARATION + body).encode("utf-8")


def emu(points: float) -> int:
    """Points as English metric units, PowerPoint's whole-number lengths: 12,700 to the point."""
    return round(points * 12700)


def hundredths(points: float) -> int:
    """Points as hundredths of a point, the unit of type sizes and spaces."""
    return round(points * 100)


def frame(box: Box) -> str:
    """The element that places a shape."""
    return f"<a:xfrm>{_corner_and_size(box)}</a:xfrm>"


def group_frame(box: Box) -> str:
    """The element that places a group whose members are placed on the page."""
    return f"<a:xfrm>{_corner_and_size(box)}{_corner_and_size(box, 'chOff', 'chExt')}</a:xfrm>"


def _corner_and_size(box: Box, corner: str = "off", size: str = "ext") -> str:
    return (
        f'<a:{corner} x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:{size} cx="{max(emu(box.width), 0)}" cy="{max(emu(box.height), 0)}"/>'
    )


def identifier(*names: str) -> str:
    """A GUID in braces that depends on the names and on nothing else: version 5 of RFC 9562, for addresses."""
    digest = bytearray(sha1(_ADDRESSES + "/".join(("deckmaker", *names)).encode(), usedforsecurity=False).digest()[:16])
    digest[6], digest[8] = digest[6] & 0x0F | 0x50, digest[8] & 0x3F | 0x80
    plain = digest.hex().upper()
    return f"{{{'-'.join((plain[:8], plain[8:12], plain[12:16], plain[16:20], plain[20:]))}}}"
