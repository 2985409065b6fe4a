"""From bytes to text: what kind of file this is not, said in plain words."""

from __future__ import annotations

import codecs
import re

from deckmaker.model.diagnostic import Diagnostic, Position

LIMIT = 1_000_000
"""The largest file that is read, in bytes. The longest decks have some 50,000."""

_SAVE_AS = "save it as UTF-8 (in Notepad: File, Save as, Encoding: UTF-8)"
_BEGINNINGS = (
    (b"PK\x03\x04", "an Office document or a zip archive"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a document of a word processor"),
)
_NOT_PRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS_OF_NO_EDITOR = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})


def decoded(file: str, content: bytes) -> str | Diagnostic:
    """The text of a file, its lines ending in a line feed each, or why it has none.

    Characters that YAML takes for the end of a line and no editor does become spaces, so that lines are counted as
    the author counts them.
    """
    if len(content) > LIMIT:
        message = f"this file is larger than {LIMIT // 1_000_000} MB, the most that is read"
        return Diagnostic(
            "file-too-large", message, Position(file), "a deck spec is a short text: is it the right file?"
        )
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            return Diagnostic(
                "not-text", f"this is {kind}, not a text file", Position(file), "a deck spec is plain text"
            )
    wide = _wide_encoding(content)
    if wide:
        return Diagnostic("not-utf-8", f"this file is saved as {wide}, not as UTF-8", Position(file), _SAVE_AS)
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _no_utf_8(file, content, error.start)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    bad = unprintable(text)
    if bad is not None:
        return Diagnostic(
            "control-character",
            f"there is an invisible control character here ({code_point(text[bad])})",
            position_in(file, text, bad),
            "delete it; it often comes with text pasted from another program",
        )
    return text.translate(_LINE_ENDS_OF_NO_EDITOR)


def shortened(words: str, most: int = 40) -> str:
    """The words on one line, cut where they are long."""
    line = " ".join(words[: 4 * most].split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def unprintable(text: str) -> int | None:
    """Where the first character stands that no slide can show; ``None`` if there is none."""
    found = _NOT_PRINTABLE.search(text)
    return found.start() if found else None


def code_point(character: str) -> str:
    """A character's number as books print it: U+0007."""
    return f"U+{ord(character):04X}"


def position_in(file: str, text: str, index: int) -> Position:
    """Line and column of a character of the text."""
    return Position(file, text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1)


def _wide_encoding(content: bytes) -> str:
    if content.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "UTF-32"
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    unmarked = len(content) >= 4 and (content[1:4:2] == b"\0\0" or content[0:3:2] == b"\0\0")
    return "UTF-16" if marked or unmarked else ""


def _no_utf_8(file: str, content: bytes, start: int) -> Diagnostic:
    before = content[:start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    byte = content[start]
    meant = bytes([byte]).decode("cp1252", errors="replace")
    reading = f" (perhaps meant as ‘{meant}’)" if meant.isprintable() and meant != "\N{REPLACEMENT CHARACTER}" else ""
    return Diagnostic(
        "not-utf-8",
        f"this file is not saved as UTF-8: the byte {byte:#04x} here stands for no character{reading}",
        position_in(file, before + "?", len(before)),
        _SAVE_AS,
    )
