"""The keys of a brand file, by the brand.yml convention; ours stand under ``defaults: deckmaker``."""

from __future__ import annotations

from dataclasses import field
from typing import Any, Literal

from deckmaker.model.diagnostic import Position
from deckmaker.model.frozen import frozen
from deckmaker.model.links import WebAddress
from deckmaker.reading import tree
from deckmaker.reading.form import Form, Reader, Unread
from deckmaker.reading.tree import Node


@frozen
class Word:
    """A word and its place, for what is looked up only when the whole file is known."""

    text: str
    position: Position = field(compare=False)

    def __str__(self) -> str:
        return self.text


@frozen(kw_only=True)
class Name:
    """The name of the organisation."""

    full: str
    short: str = ""


@frozen(kw_only=True)
class Link:
    """Where the organisation is on the web."""

    home: WebAddress


@frozen(kw_only=True)
class Meta:
    """Whose brand it is."""

    name: Name | None = None
    link: Link | None = None


@frozen(kw_only=True)
class LogoFile:
    """A picture file, beside the brand file, and its words for people who do not see it."""

    path: Word = field(metadata={"example": "logo.png"})
    alt: str = ""


@frozen(kw_only=True)
class LogoPair:
    """A logo for light backgrounds and one for dark ones: names of ``images``, or files."""

    light: Word = field(metadata={"doc": "the logo on light backgrounds", "example": "logo.png"})
    dark: Word | None = field(default=None, metadata={"doc": "the logo on dark ones", "example": "logo-white.png"})


@frozen(kw_only=True)
class Logo:
    """One picture file with its words; or, as the convention has it, ``images`` by name and which of them is meant."""

    path: Word | None = field(default=None, metadata={"example": "logo.png"})
    alt: str = ""
    images: dict[str, LogoFile] = field(default_factory=dict, metadata={"doc": "logos by name"})
    small: LogoPair | None = None
    medium: LogoPair | None = field(default=None, metadata={"doc": "the logo of slides; else ‘large’, else ‘small’"})
    large: LogoPair | None = None
    position: Position | None = field(default=None, compare=False, metadata={"written": False})


@frozen(kw_only=True)
class Color:
    """Colours by name, and the convention's own names for some of them."""

    palette: dict[str, Word] = field(metadata={"example": '{plum: "#4B2352"}'})
    foreground: Word = field(metadata={"doc": "the colour of text", "example": "ink"})
    background: Word = field(metadata={"doc": "the usual background", "example": "cream"})
    primary: Word | None = None
    secondary: Word = field(metadata={"doc": "the colour of less important text", "example": "stone"})
    tertiary: Word | None = None
    success: Word | None = None
    info: Word | None = None
    warning: Word | None = None
    danger: Word | None = None
    light: Word | None = None
    dark: Word | None = None
    position: Position | None = field(default=None, compare=False, metadata={"written": False})


@frozen(kw_only=True)
class FontPath:
    """A font file beside the brand file, and which style of its family it holds."""

    path: Word = field(metadata={"example": "fonts/Arimo-Bold.ttf"})
    weight: Literal["normal", "bold", "400", "700"] = "normal"
    style: Literal["normal", "italic"] = "normal"


@frozen(kw_only=True)
class Font:
    """A font family that the brand uses, and its files where the brand brings them."""

    family: str
    source: Literal["system", "file"] = "system"
    files: tuple[FontPath, ...] = ()
    position: Position | None = field(default=None, compare=False, metadata={"written": False})


@frozen(kw_only=True)
class Family:
    """The family for one kind of text."""

    family: Word = field(metadata={"example": "Calibri"})


@frozen(kw_only=True)
class Typography:
    """The families that the brand uses, and what for."""

    fonts: tuple[Font, ...] = field(metadata={"example": "[{family: Calibri}]"})
    base: Family
    headings: Family | None = None


@frozen(kw_only=True)
class FontUse:
    """A family for text; ``measured-as`` is one with the same widths, ``scale`` a share of the size.

    ``embed`` puts the family's files into the presentation, where their licence allows it.
    """

    family: Word = field(metadata={"example": "Calibri"})
    measured_as: Word | None = None
    scale: float = 1.0
    embed: bool = False


@frozen(kw_only=True)
class Words:
    """The wordmark that stands where there is no logo file."""

    words: str = field(metadata={"example": "Parent-Infant"})
    subline: str = ""


@frozen(kw_only=True)
class Extras:
    """What deckmaker needs beyond the convention."""

    name: str = field(metadata={"doc": "what the brand is called", "example": "dawn"})
    roles: dict[str, Word] = field(metadata={"doc": "what each colour is for", "example": "{title: plum}"})
    slots: dict[str, Word] = field(metadata={"doc": "PowerPoint’s theme colours", "example": "{dk1: ink}"})
    series: tuple[Word, ...] = field(metadata={"doc": "colours of data, in order", "example": "[plum, coral]"})
    dark: tuple[Word, ...] = field(metadata={"doc": "backgrounds on which text is light", "example": "[plum]"})
    live: FontUse = field(metadata={"doc": "text that can be edited", "example": "{family: Calibri}"})
    drawn: FontUse = field(metadata={"doc": "text inside graphics", "example": "{family: Lato}"})
    wordmark: Words = field(metadata={"doc": "the organisation’s name in type", "example": "{words: Parent-Infant}"})
    motif: Literal["held-circle", "none"] = field(
        default="held-circle", metadata={"doc": "what decorates titles, sections, breaks and the end"}
    )
    footer: Word | None = field(
        default=None, metadata={"doc": "words at the foot of every slide", "example": "Charity 123456"}
    )
    position: Position | None = field(default=None, compare=False, metadata={"written": False})


@frozen(kw_only=True)
class Defaults:
    """Settings by program; those of other programs are theirs."""

    deckmaker: Extras


@frozen(kw_only=True)
class BrandFile:
    """The whole file."""

    color: Color
    typography: Typography
    defaults: Defaults
    meta: Meta = field(default_factory=Meta)
    logo: Logo | None = None


def read_brand_file(form: Form, root: Node) -> Any:
    """The file's keys, or ``UNREAD``."""
    if isinstance(root, tree.Mapping):
        return form.record(BrandFile, root.entries, root.position, "the brand")
    return form.problem(
        "wrong-value", "this is no brand file", root.position, "its keys are: color, typography, defaults"
    )


def _word(form: Form, node: Node, name: str) -> Any:
    text = form.word(node, name, "one word")
    return text if isinstance(text, Unread) else Word(text, node.position)


def _defaults(form: Form, node: Node, name: str) -> Any:
    """Only what is deckmaker's is read."""
    if not isinstance(node, tree.Mapping):
        return form.problem("wrong-value", f"{name} should have a key ‘deckmaker’", node.position)
    ours = [(key, value) for key, value in node.entries if key.text == "deckmaker"]
    return form.record(Defaults, ours, node.position, name)


READERS: dict[Any, Reader] = {Word: _word, Defaults: _defaults}
