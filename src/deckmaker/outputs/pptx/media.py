"""Picture files: what kind one is and how large, read from its first bytes."""

from __future__ import annotations

import struct

_STARTS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF87a": "gif", b"GIF89a": "gif"}
_NO_SIZE = {0xC4, 0xC8, 0xCC}
"""JPEG segments among the frame headers that are none."""


def file_ending(image: bytes) -> str:
    """``png``, ``jpeg`` or ``gif``. Raises ``ValueError`` for any other file."""
    for start, ending in _STARTS.items():
        if image.startswith(start):
            return ending
    raise ValueError("a picture that is neither PNG, JPEG nor GIF")


def size_of(image: bytes) -> tuple[int, int]:
    """Width and height in pixels. Raises ``ValueError`` for a file that is no picture or is cut short."""
    try:
        match file_ending(image):
            case "png":
                width, height = struct.unpack(">II", image[16:24])
            case "gif":
                width, height = struct.unpack("<HH", image[6:10])
            case _:
                width, height = _jpeg_size(image)
    except (struct.error, IndexError) as error:
        raise ValueError("a picture file that is cut short") from error
    if not width or not height:
        raise ValueError("a picture without width or height")
    return width, height


def _jpeg_size(image: bytes) -> tuple[int, int]:
    """Size from the first frame header (ITU-T T.81, B.2.2)."""
    at = 2
    while True:
        if image[at] != 0xFF:
            raise ValueError("a JPEG file with a broken segment")
        marker = image[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in _NO_SIZE:
            height, width = struct.unpack(">HH", image[at + 5 : at + 9])
            return width, height
        if marker == 0xFF:
            at += 1
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
        else:
            at += 2 + struct.unpack(">H", image[at + 2 : at + 4])[0]
