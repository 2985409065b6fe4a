"""What a picture file holds: looked at before it is decoded, decoded to the end, and freed of what it tells of people.

A photograph from a telephone says where it was taken. That is left out, and so are previews and earlier versions; the
picture itself stays byte for byte, unless it is a GIF, lies on its side or has the colours of print.
"""

from __future__ import annotations

import re
import struct
import warnings
from dataclasses import field
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from deckmaker.model.frozen import frozen

if TYPE_CHECKING:
    from PIL.Image import Image as Opened

LIMIT = 20_000_000
"""Bytes of one picture file."""
MOST_PIXELS = 50_000_000
"""Width by height: more than any camera or screen needs, and little enough to be decoded."""
FEWEST_PIXELS = 8
"""Of a side: less is a dot or a thread."""
LONGEST = 20
"""Times that one side may be as long as the other."""

_STARTS = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF87a": "GIF", b"GIF89a": "GIF"}
_ENDINGS = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "GIF": (".gif",)}
ENDINGS = tuple(ending for endings in _ENDINGS.values() for ending in endings)
"""How the name of a picture file may end."""
_OTHERS = (
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "a WebP picture"),
    (re.compile(rb"....ftyp(?:hei|mif|avi)", re.DOTALL), "a HEIC or AVIF picture"),
    (re.compile(rb"II\*\0|MM\0\*"), "a TIFF picture"),
    (re.compile(rb"BM"), "a BMP picture"),
    (re.compile(rb"%PDF"), "a PDF"),
)
_SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)
_ORIENTATION = 0x0112
_PNG_TELLS = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}
_JPEG_KEEPS = {0xE0: b"", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Application segments that a picture needs to be shown as it is, by what they begin with."""
_NEXT_MARKER = re.compile(rb"\xff+[\x01-\xcf\xd8-\xfe]")
_QUALITY = 92
_SMALLER = "save it smaller, 2,500 pixels wide"


@frozen
class Flaw:
    """What is wrong with a file: a code, what follows its name in a message, and what to do."""

    code: str
    message: str
    hint: str


@frozen
class Checked:
    """A picture that can be shown: what of its file goes into a deck, and its size in pixels."""

    content: bytes = field(repr=False)
    width: int
    height: int


def checked(name: str, content: bytes) -> Checked | Flaw:
    """The picture in a file of that name, or what is wrong with it. Only the beginning is read before size is known."""
    kind = next((kind for start, kind in _STARTS.items() if content.startswith(start)), "")
    if len(content) > LIMIT:
        return Flaw("picture-too-large", f"is larger than {LIMIT // 1_000_000} MB", _SMALLER)
    if not kind:
        return _other(content)
    if PurePosixPath(name).suffix.casefold() not in _ENDINGS[kind]:
        ending = _ENDINGS[kind][0]
        hint = f"rename it to {PurePosixPath(name).stem}{ending}, here and in its folder"
        return Flaw("wrong-ending", f"holds a {kind} picture, and its name says otherwise", hint)
    return _decoded(kind, content)


def _other(content: bytes) -> Flaw:
    hint = "save it as PNG or JPEG"
    if _SVG.search(content[:4096]):
        because = "it can hold programs and links to other places, and not every program shows it"
        return Flaw("unknown-picture", "is an SVG drawing", f"{hint}, 2,000 pixels wide or more: {because}")
    for start, what in _OTHERS:
        if start.match(content):
            return Flaw("unknown-picture", f"is {what}", hint)
    return Flaw("no-picture", "is no picture", "a picture is a PNG, JPEG or GIF file")


def _decoded(kind: str, content: bytes) -> Checked | Flaw:
    from PIL import Image  # only a deck with pictures needs it

    broken = Flaw("broken-picture", "is damaged or was cut short", "open it in another program and save it again")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(content), formats=[kind]) as opened:
                width, height = opened.size
                if width * height > MOST_PIXELS:
                    message = f"has {width:,} by {height:,} pixels; {MOST_PIXELS:,} are the most"
                    return Flaw("picture-too-large", message, _SMALLER)
                if min(width, height) < FEWEST_PIXELS or max(width, height) > LONGEST * min(width, height):
                    message = f"has {width:,} by {height:,} pixels, which is no picture to look at"
                    return Flaw("no-picture", message, "is it the file that you mean?")
                if _moves(opened):
                    return Flaw("moving-picture", "moves", "save a single picture of it: nothing moves by itself")
                return _shown(kind, content, opened) or broken
    except Image.DecompressionBombError:
        message = f"has more than {MOST_PIXELS:,} pixels"
        return Flaw("picture-too-large", message, _SMALLER)
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, struct.error):
        return broken  # what Pillow raises for files that are no whole pictures


def _moves(opened: Opened) -> bool:
    return int(getattr(opened, "n_frames", 1)) > 1


def _shown(kind: str, content: bytes, opened: Opened) -> Checked | None:
    """The picture as it goes into a deck; nothing where it is not whole."""
    if kind != "JPEG":
        opened.load()
        lean = _lean_png(content if kind == "PNG" else _as_png(opened))
        return Checked(lean, *opened.size) if lean else None
    lies = opened.getexif().get(_ORIENTATION, 1) not in (0, 1)
    lean = _lean_jpeg(content)
    if lies or opened.mode == "CMYK" or not lean:
        return _made_again(opened)
    size = opened.size
    opened.draft(None, (max(size[0] // 8, 1), max(size[1] // 8, 1)))  # decodes all of it, at an eighth of the size
    opened.load()
    return Checked(lean, *size)


def _made_again(opened: Opened) -> Checked:
    """The picture upright, in the colours of a screen."""
    from PIL import ImageOps

    profile = opened.info.get("icc_profile") if opened.mode != "CMYK" else None
    upright = ImageOps.exif_transpose(opened)
    if upright.mode not in ("RGB", "L"):
        upright = upright.convert("RGB")
    upright.info.pop("exif", None)
    made = BytesIO()
    upright.save(made, "JPEG", quality=_QUALITY, exif=b"", **({"icc_profile": profile} if profile else {}))
    return Checked(made.getvalue(), *upright.size)


def _as_png(opened: Opened) -> bytes:
    """The only picture of a GIF as the PNG of the same colours, which every format can hold."""
    made = BytesIO()
    opened.save(made, "PNG")
    return made.getvalue()


def _lean_png(content: bytes) -> bytes:
    """The chunks of a PNG that make the picture (ISO/IEC 15948, 5); nothing if they do not end as they should."""
    kept, at = [content[:8]], 8
    while at + 12 <= len(content):
        length, name = struct.unpack(">I4s", content[at : at + 8])
        end = at + 12 + length
        if end > len(content):
            return b""
        if name not in _PNG_TELLS:
            kept.append(content[at:end])
        if name == b"IEND":
            return b"".join(kept)
        at = end
    return b""


def _lean_jpeg(content: bytes) -> bytes:
    """The segments of a JPEG that make the picture (ITU-T T.81, B.1); nothing if they are not in order."""
    kept, at = [content[:2]], 2
    while at + 2 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xD9:
            return b"".join((*kept, b"\xff\xd9"))
        if len(content) < at + 4:
            break
        end = at + 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
        segment = content[at:end]
        if not _tells(marker, segment):
            kept.append(segment)
        at = end
        if marker == 0xDA:
            following = _NEXT_MARKER.search(content, at)
            if following is None:
                break
            kept.append(content[at : following.start()])
            at = following.start()
    return b""


def _tells(marker: int, segment: bytes) -> bool:
    """Whether a segment is about the picture, and no part of it: an application’s own, or a comment."""
    if marker == 0xFE:
        return True
    return 0xE0 <= marker <= 0xEF and not (marker in _JPEG_KEEPS and segment[4:].startswith(_JPEG_KEEPS[marker]))
