"""Reads a deck spec: what a deck says of itself, and its slides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import field, fields, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any, Literal, NewType

from deckmaker.discovery import Features
from deckmaker.model.deck import Clock, Deck, Image, Minutes, Slide
from deckmaker.model.diagnostic import DeckError, Diagnostic, Position
from deckmaker.model.evidence import Library
from deckmaker.model.frozen import frozen
from deckmaker.model.scope import Audience, Nation
from deckmaker.model.settings import Settings, Waiver
from deckmaker.model.text import Text
from deckmaker.model.theme import Theme
from deckmaker.reading import scalars, tree
from deckmaker.reading.decoding import shortened
from deckmaker.reading.form import Form, Reader, TooManyProblems, Unread
from deckmaker.reading.images import PictureFiles, image_reader
from deckmaker.reading.references import References
from deckmaker.reading.rows import read_rows
from deckmaker.reading.rules import Rules, note_repeated_waivers, rule_readers
from deckmaker.reading.slide_form import SlideForm, graphic_names, read_name
from deckmaker.reading.tree import Node, Scalar
from deckmaker.reading.variants import KeepFor, left_out_for
from deckmaker.reading.wording import is_empty

Language = NewType("Language", str)
"""A language whose fixed words (“Source”, “References” …) deckmaker has."""
FormatName = NewType("FormatName", str)
"""The name of an output."""
Length = NewType("Length", Minutes)
"""One of several lengths of a deck."""

LANGUAGES = ("en-GB",)
_OF_AN_INFOGRAPHIC = frozenset({"panels", "page", "pages", "cards"})
_NOT_IN_A_DECK = ("brand", "library", "lengths", "rules", "waivers")
"""Keys of which a deck has what they lead to: records, a theme, settings."""
HOW_TO_LIST = "begin every slide with ‘- ’ on a line of its own, for example\nslides:\n  - title\n  - message: 1"


@frozen(kw_only=True)
class DeckSpec:
    """The keys of a deck spec. The slides are read apart."""

    title: Text = field(metadata={"doc": "what the talk is called", "example": "Why the first days matter"})
    slides: tuple[Slide, ...] = field(metadata={"doc": "the slides", "hint": HOW_TO_LIST})
    subtitle: Text | None = field(default=None, metadata={"doc": "a line below the title"})
    audience: Audience | None = field(default=None, metadata={"doc": "whom the talk is for"})
    nation: Nation | None = field(default=None, metadata={"doc": "the nation it is given in"})
    kind: Literal["talk", "workshop", "infographic"] = field(
        default="talk",
        metadata={"doc": "a talk is held against words, a workshop against minutes; an `infographic` has panels"},
    )
    start: Clock | None = field(default=None, metadata={"doc": "when it begins", "example": "10:00"})
    length: Minutes | None = field(default=None, metadata={"doc": "how long it takes, in minutes", "example": "20"})
    lengths: tuple[Length, ...] = field(
        default=(), metadata={"doc": "several lengths: a deck is made for each", "example": "[30, 60, 90]"}
    )
    presenter: str = field(default="", metadata={"doc": "who gives it"})
    organisation: str = field(default="", metadata={"doc": "the presenter’s organisation"})
    event: str = field(default="", metadata={"doc": "where it is given"})
    partner: str = field(default="", metadata={"doc": "who gives it with us", "example": "Name of the partner"})
    partner_logo: Image | None = field(
        default=None, metadata={"doc": "their logo, to stand beside ours", "example": "their-logo.png"}
    )
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
    rules: Rules = field(
        default_factory=lambda: Rules({}), metadata={"doc": "how much rules weigh", "example": "{same-title: error}"}
    )
    waivers: tuple[Waiver, ...] = field(default=(), metadata={"doc": "what may stand, with date and reason"})
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


@frozen
class Spec:
    """A spec as read; nothing where there were problems. ``places`` are those of its keys."""

    keys: DeckSpec | None
    problems: tuple[Diagnostic, ...]
    places: Mapping[str, Position] = field(default_factory=dict)

    def deck(self, name: str, library: Library, theme: Theme, length: int | None = None) -> Deck:
        """The deck of that file name, of one of its lengths: by default the longest. Only of a spec without problems.

        Raises ``DeckError`` if the deck has no such length, or no slide for it.
        """
        keys = self.keys
        if keys is None:
            raise ValueError("a spec with problems makes no deck")
        said = {key.name: getattr(keys, key.name) for key in fields(DeckSpec) if key.name not in _NOT_IN_A_DECK}
        said["length"] = chosen = self._chosen(keys, length)
        out = [bool(left_out_for(one, chosen, keys.audience, keys.nation)) for one in keys.slides]
        said["slides"] = tuple(one for one, is_out in zip(keys.slides, out, strict=True) if not is_out)
        if not said["slides"]:
            message = "every slide of this deck is kept for another length, audience or nation"
            hint = "look at their ‘keep-for’, ‘audience’ and ‘nation’"
            raise DeckError([Diagnostic("no-slides", message, self.places.get("slides", keys.position), hint)])
        return Deck(
            name=f"{PurePosixPath(name).stem}-{chosen}" if keys.lengths else PurePosixPath(name).stem,
            library=library,
            theme=theme,
            left_out=tuple(one for one, is_out in zip(keys.slides, out, strict=True) if is_out),
            settings=Settings(rules=keys.rules, waivers=keys.waivers),
            **said,
        )

    def _chosen(self, keys: DeckSpec, length: int | None) -> int | None:
        there: tuple[int, ...] = keys.lengths or ((keys.length,) if keys.length else ())
        if length is None:
            return max(there, default=None)
        if length not in there:
            hint = f"choose from {', '.join(map(str, there))}" if there else "it names none: write  lengths: [30, 60]"
            place = self.places.get("lengths") or self.places.get("length") or keys.position
            message = f"this deck has no length of {length} minutes"
            raise DeckError([Diagnostic("unknown-length", message, place, hint)])
        return length


def read_spec(root: Node, library: Library | None, features: Features, pictures: PictureFiles | None = None) -> Spec:
    """The spec in a tree. Without a library, since it has problems, its records are taken to be there."""
    places = {key.text: key.position for key, _ in root.entries} if isinstance(root, tree.Mapping) else {}
    own = {tuple[Minutes, ...]: KeepFor(root).read, Image: image_reader(pictures or PictureFiles())}
    form = Form({**deck_readers(library, features), **own})
    keys: Any = None
    with suppress(TooManyProblems):
        keys = _read(form, root)
        if isinstance(keys, DeckSpec):
            _check(form, keys, places)
    return Spec(keys if isinstance(keys, DeckSpec) else None, tuple(form.problems), places)


def _read(form: Form, root: Node) -> Any:
    match root:
        case tree.Mapping():
            return form.record(DeckSpec, tuple(_of_a_deck(form, root)), root.position, "the deck")
        case tree.Sequence():
            message = "the deck’s own keys are missing: this file begins with a list"
            return form.problem(
                "wrong-value", message, root.position, "write  title: …  and put the list under  slides:"
            )
        case Scalar():
            message = f"this is no deck spec: it says ‘{shortened(root.text)}’"
            return form.problem("wrong-value", message, root.position, "begin with  title: …  and then  slides:")


def _of_a_deck(form: Form, root: tree.Mapping) -> Iterator[tuple[Scalar, Node]]:
    """The keys without those of an infographic, each of which is a problem."""
    for key, value in root.entries:
        if key.text not in _OF_AN_INFOGRAPHIC:
            yield key, value
            continue
        message, more = f"this deck has ‘{key.text}’, which belongs to an infographic", ""
        if key.text == "panels":
            more = ", or  slides:  in place of  panels:"
            yield replace(key, text="slides"), value
        form.problem("unknown-key", message, key.position, f"write  kind: infographic  above it{more}")


def _check(form: Form, keys: DeckSpec, places: Mapping[str, Position]) -> None:
    """What keys may not say together."""
    if keys.length and keys.lengths:
        hint = "keep ‘length’ for one deck, or ‘lengths’ for several"
        form.problem("two-lengths", "this deck has both ‘length’ and ‘lengths’", places["lengths"], hint)
    if len(set(keys.lengths)) < len(keys.lengths):
        form.problem("duplicate", "‘lengths’ names a length twice", places["lengths"], "keep one of the two")
    if keys.partner_logo and not keys.partner:
        hint = "write  partner: the partner’s name  (it is read out in place of the logo)"
        form.problem("missing-key", "a partner’s logo needs ‘partner’", places["partner-logo"], hint)
    if keys.partner and not keys.partner_logo:
        hint = "write  partner-logo: their-logo.png , or name the partner under ‘organisation’ or ‘event’"
        form.problem("missing-key", "‘partner’ goes with a logo, and there is none", places["partner"], hint)
    note_repeated_waivers(form, keys.waivers)
    for waiver in keys.waivers:
        if waiver.deck:
            hint = "leave ‘deck’ out, or move the waiver to deckmaker.yaml"
            message = "a waiver in a deck’s own file is for that deck alone"
            form.problem("wrong-value", message, waiver.position or places["waivers"], hint)


def deck_readers(library: Library | None, features: Features) -> dict[Any, Reader]:
    """What reads the types that stand in decks. Without a library, its records are taken to be there."""
    if library is None:
        nothing = Library(sources={}, statistics={}, quotations={}, messages={})
        references = References(nothing, lambda kind, name: True)
    else:
        references = References(library)
    slides = SlideForm(features.slides)
    outputs = features.names("outputs")
    return {
        **references.readers(),
        tuple[tuple[Text, ...], ...]: read_rows,
        **graphic_names(features.names("graphics")),
        **rule_readers(features.checks.values()),
        Slide: slides.read,
        tuple[Slide, ...]: _read_slides,
        Minutes: _read_minutes,
        Clock: lambda form, node, name: form.scalar("a time of day, like 09:30", scalars.clock, node, name),
        Language: _read_language,
        FormatName: lambda form, node, name: read_name(form, node, name, outputs, "format", ""),
    }


def _read_minutes(form: Form, node: Node, name: str) -> Any:
    """One length of time; whoever gives several learns how."""
    several = isinstance(node, tree.Sequence) or (isinstance(node, tree.Scalar) and "|" in node.text)
    if several and name == "‘length’":
        hint = "for a deck of each length write  lengths: [30, 60, 90]"
        return form.problem("wrong-value", f"{name} is one length, and this names several", node.position, hint)
    return form.scalar("a whole number of minutes, like 20", scalars.minutes, node, name)


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
