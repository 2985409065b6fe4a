"""The brand made concrete: every colour, font and size that an output may use."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from deckmaker.model.colour import Colour
from deckmaker.model.frozen import frozen


@frozen
class FontFile:
    """A font file that a brand brings. Two are the same when ``digest``, the SHA-256 of their bytes, is."""

    name: str
    digest: str
    content: bytes = field(repr=False, compare=False)


@frozen(kw_only=True)
class FontStyles:
    """The files of a family that a brand brings: its regular and its bold style."""

    regular: FontFile
    bold: FontFile


@frozen(kw_only=True)
class FontChoice:
    """A family for one purpose.

    ``measured_as`` is the family whose widths are used; ``scale`` what its sizes are multiplied by. ``ruler`` are the
    brand's files of the family that is measured, and ``files`` those of the family itself; where there are none,
    widths come from a table, and the family from the machine. ``embed`` puts ``files`` into the presentation.
    """

    family: str
    measured_as: str
    scale: float = 1.0
    ruler: FontStyles | None = None
    files: FontStyles | None = None
    embed: bool = False


@frozen(kw_only=True)
class Wordmark:
    """The logo: a file's bytes where the brand has one, else words set in type.

    ``image_on_dark`` is the one for dark backgrounds, where the brand has another for them.
    """

    words: str
    subline: str = ""
    image: bytes = b""
    image_on_dark: bytes = b""
    alternative_text: str = ""

    def logo(self, *, dark: bool) -> bytes:
        """The picture file for a light or a dark background; none where the words are set in type."""
        return (self.image_on_dark if dark else b"") or self.image

    def needs_panel(self, *, dark: bool) -> bool:
        """Whether the only logo is one for light backgrounds, and this one is dark."""
        return dark and bool(self.image) and not self.image_on_dark


@frozen(kw_only=True)
class Theme:
    """Colours by palette name and by role, fonts, wordmark.

    ``palette`` maps a name to ``#RRGGBB``; ``roles`` maps a role (``ink``, ``focus``, ``on-dark`` …) to a palette
    name or another role; ``slots`` maps PowerPoint's twelve theme slots to palette names. ``dark`` are the palette
    names of backgrounds that count as dark. ``footer`` are words for the foot of every slide.
    """

    name: str
    palette: dict[str, str] = field(hash=False)
    roles: dict[str, str] = field(hash=False)
    slots: dict[str, str] = field(hash=False)
    series: tuple[str, ...]
    dark: frozenset[str]
    live: FontChoice
    drawn: FontChoice
    wordmark: Wordmark
    motif: Literal["held-circle", "none"] = "held-circle"
    footer: str = ""
    address: str = ""
    organisation: str = ""

    def name_of(self, colour: Colour | str) -> str:
        """The palette name behind a colour name or role."""
        name = str(colour)
        for _ in range(8):
            if name in self.palette:
                return name
            name = self.roles[name]
        raise KeyError(colour)

    def value(self, colour: Colour | str) -> str:
        """``#RRGGBB`` of a palette name or role. Raises ``KeyError`` for a name that the brand does not have."""
        return self.palette[self.name_of(colour)]

    def is_dark(self, ground: Colour | str) -> bool:
        """Whether text on this background takes its light colours."""
        return self.name_of(ground) in self.dark
