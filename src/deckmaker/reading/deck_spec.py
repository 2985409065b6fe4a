"""Reads a deck spec: what a deck says of itself, and its slides."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import PurePosixPath
from typing import Any, NewType

from deckmaker.discovery import Features
from deckmaker.model.deck import Deck, Slide
from deckmaker.model.diagnostic import Diagnostic, Position
from deckmaker.model.evidence import Audience, Library, Nation
from deckmaker.model.text import Text
from deckmaker.model.theme import Theme
from deckmaker.reading import scalars, tree
from deckmaker.reading.decoding import shortened
from deckmaker.reading.form import Form, Reader, TooManyProblems, Unread
from deckmaker.reading.references import References
from deckmaker.reading.slide_form import SlideForm, graphic_names, read_name
from deckmaker.reading.tree import Node, Scalar
from deckmaker.reading.wording import is_empty

Minutes = NewType("Minutes", int)
"""A length of time, 1 to 1,440."""
Language = NewType("Language", str)
"""A language whose fixed words (“Source”, “References” …) deckmaker has."""
FormatName = NewType("FormatName", str)
"""The name of an output."""

LANGUAGES = ("en-GB",)
_FILES = ("brand", "library")
"""Keys that name files; a deck has what stands in them."""
HOW_TO_LIST = "begin every slide with ‘- ’ on a line of its own, for example\nslides:\n  - title\n  - message: 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckSpec:
    """The keys of a deck spec. The slides are read apart."""

    title: Text = field(metadata={"doc": "what the talk is called", "example": "Why the first days matter"})
    slides: tuple[Slide, ...] = field(metadata={"doc": "the slides", "hint": HOW_TO_LIST})
    subtitle: Text | None = field(default=None, metadata={"doc": "a line below the title"})
    audience: Audience | None = field(default=None, metadata={"doc": "whom the talk is for"})
    nation: Nation | None = field(default=None, metadata={"doc": "the nation it is given in"})
    length: Minutes | None = field(default=None, metadata={"doc": "how long it takes, in minutes", "example": "20"})
    presenter: str = field(default="", metadata={"doc": "who gives it"})
    organisation: str = field(default="", metadata={"doc": "the presenter’s organisation"})
    event: str = field(default="", metadata={"doc": "where it is given"})
    date: date | None = field(default=None, metadata={"doc": "when it is given"})
    language: Language = field(default=Language("en-GB"), metadata={"doc": "the language of the deck"})
    brand: str = field(default="", metadata={"doc": "a brand by its name, or a brand file"})
    library: str = field(
        default="", metadata={"doc": "a folder beside this file with evidence of your own", "example": "our-evidence"}
    )
    formats: tuple[FormatName, ...] = field(
        default=(FormatName("pptx"),), metadata={"doc": "what to make of it", "example": "[pptx]"}
    )
    notes: bool = field(default=True, metadata={"doc": "whether the slides get speaker notes"})
    position: Position | None = field(default=None, compare=False, metadata={"written": False})


def brand_named_in(root: Node | None) -> Scalar | None:
    """Where a deck spec names its brand, if it does."""
    return _named_in(root, "brand")


def library_named_in(root: Node | None) -> Scalar | None:
    """Where a deck spec names a library of its author’s own, if it does."""
    return _named_in(root, "library")


def _named_in(root: Node | None, key: str) -> Scalar | None:
    named = root.get(key) if isinstance(root, tree.Mapping) else None
    return named if isinstance(named, Scalar) and not is_empty(named) else None


@dataclass(frozen=True, slots=True)
class Spec:
    """A spec as read; nothing where there were problems."""

    keys: DeckSpec | None
    problems: tuple[Diagnostic, ...]

    def deck(self, name: str, library: Library, theme: Theme) -> Deck:
        """The deck of that file name. Only of a spec without problems."""
        if self.keys is None:
            raise ValueError("a spec with problems makes no deck")
        said = {key.name: getattr(self.keys, key.name) for key in fields(DeckSpec) if key.name not in _FILES}
        return Deck(name=PurePosixPath(name).stem, library=library, theme=theme, **said)


def read_spec(root: Node, library: Library | None, features: Features) -> Spec:
    """The spec in a tree. Without a library, since it has problems, its records are taken to be there."""
    form = Form(_readers(library, features))
    keys: Any = None
    with suppress(TooManyProblems):
        keys = _read(form, root)
    return Spec(keys if isinstance(keys, DeckSpec) else None, tuple(form.problems))


def _read(form: Form, root: Node) -> Any:
    match root:
        case tree.Mapping():
            return form.record(DeckSpec, root.entries, root.position, "the deck")
        case tree.Sequence():
            message = "the deck’s own keys are missing: this file begins with a list"
            return form.problem(
                "wrong-value", message, root.position, "write  title: …  and put the list under  slides:"
            )
        case Scalar():
            message = f"this is no deck spec: it says ‘{shortened(root.text)}’"
            return form.problem("wrong-value", message, root.position, "begin with  title: …  and then  slides:")


def _readers(library: Library | None, features: Features) -> dict[Any, Reader]:
    if library is None:
        nothing = Library(sources={}, statistics={}, quotations={}, messages={})
        references = References(nothing, lambda kind, name: True)
    else:
        references = References(library)
    slides = SlideForm(features.slides)
    outputs = features.names("outputs")
    return {
        **references.readers(),
        **graphic_names(features.names("graphics")),
        Slide: slides.read,
        tuple[Slide, ...]: _read_slides,
        Minutes: lambda form, node, name: form.scalar(
            "a whole number of minutes, like 20", scalars.minutes, node, name
        ),
        Language: _read_language,
        FormatName: lambda form, node, name: read_name(form, node, name, outputs, "format", ""),
    }


def _read_slides(form: Form, node: Node, name: str) -> Any:
    """A list is asked for, even of one: a spec is for more than one slide."""
    match node:
        case tree.Sequence():
            if not node.items:
                return form.problem("no-slides", "this deck has no slides", node.position, HOW_TO_LIST)
            slides = [
                form.problem(
                    "empty", "this slide has nothing in it", item.position, "write its kind, or delete the ‘-’"
                )
                if is_empty(item)
                else form.read(Slide, item, f"slide {number}")
                for number, item in enumerate(node.items, start=1)
            ]
            found = [slide for slide in slides if isinstance(slide, Slide)]
            return tuple(found) if len(found) == len(slides) else next(s for s in slides if isinstance(s, Unread))
        case Scalar() if node.text.lstrip().startswith("-"):
            hint = "put a space after every ‘-’, and nothing else"
            return form.problem("no-list", "‘slides’ should be a list of slides", node.position, hint)
        case Scalar():
            message = f"‘slides’ should be a list of slides; it says ‘{shortened(node.text)}’"
            return form.problem("no-list", message, node.position, HOW_TO_LIST)
        case tree.Mapping():
            message = "‘slides’ should be a list of slides; it has keys of its own"
            return form.problem("no-list", message, node.position, HOW_TO_LIST)


def _read_language(form: Form, node: Node, name: str) -> Any:
    text = form.word(node, name, "a language, like en-GB")
    if isinstance(text, Unread):
        return text
    for language in LANGUAGES:
        if language.casefold() == text.replace("_", "-").casefold():
            return language
    message = f"deckmaker has no fixed words (‘Source’, ‘References’ …) in the language ‘{shortened(text)}’"
    return form.problem("unknown-language", message, node.position, f"choose from: {', '.join(LANGUAGES)}")
