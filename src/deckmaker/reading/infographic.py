"""Reads a spec of kind ‘infographic’: a headline, panels, and the pages to be made of them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import field, fields, replace
from pathlib import PurePosixPath
from typing import Any, Literal, NewType, TypeGuard

from deckmaker.discovery import Features
from deckmaker.layout.poster_pages import FEWEST_PIXELS, MOST_PIXELS, PAGES, poster_page
from deckmaker.model.deck import Deck, Image, Minutes, Slide
from deckmaker.model.diagnostic import DeckError, Diagnostic, Position
from deckmaker.model.evidence import Library
from deckmaker.model.frame import GraphicChoice
from deckmaker.model.frozen import frozen
from deckmaker.model.scope import Audience, Nation
from deckmaker.model.settings import Settings, Waiver
from deckmaker.model.text import Text
from deckmaker.model.theme import Theme
from deckmaker.reading import tree
from deckmaker.reading.deck_spec import DeckSpec, FormatName, Language, deck_readers
from deckmaker.reading.decoding import shortened
from deckmaker.reading.form import UNREAD, Form, Reader, TooManyProblems, Unread
from deckmaker.reading.keys import keys_of
from deckmaker.reading.rules import Rules, note_repeated_waivers
from deckmaker.reading.slide_form import SlideForm
from deckmaker.reading.tree import Node, Scalar
from deckmaker.reading.variants import KeepFor, left_out_for
from deckmaker.reading.wording import is_empty, suggestion

KIND = "infographic"
PageName = NewType("PageName", str)
"""A page by its name, or by its pixels: ``1080x1350``."""

HOW_TO_LIST = "begin every panel with ‘- ’ on a line of its own, for example\npanels:\n  - statistic: camhs-under-twos"
_PAGES = f"{', '.join(PAGES)}, or its pixels, like 1080x1350"
_NOT_HERE = {
    "slides": "write  panels:  in place of  slides: , or leave  kind: infographic  out for a deck of slides",
    "length": "nobody speaks to an infographic: leave ‘length’ out",
    "lengths": "for several sizes write  pages: [a4, square] ",
    "start": "leave ‘start’ out: it belongs to a workshop",
    "notes": "leave ‘notes’ out: nobody speaks to an infographic",
    "presenter": "leave ‘presenter’ out: nobody speaks to an infographic",
    "event": "leave ‘event’ out, or say it in ‘subtitle’",
    "date": "leave ‘date’ out, or say it in ‘subtitle’",
    "organisation": "leave ‘organisation’ out: the wordmark at the foot says whose it is",
    "partner": "leave ‘partner’ out, or name them in ‘subtitle’",
    "partner-logo": "leave ‘partner-logo’ out: the foot of the page has room for one wordmark",
}
"""Keys of a deck that an infographic has not, each with what to do."""
KEYS_OF_OTHER_DECKS = frozenset(_NOT_HERE)
_NOT_IN_A_PANEL = {
    "notes": "leave it out: nobody speaks to an infographic",
    "minutes": "leave it out: nobody speaks to an infographic",
    "keep_for": "leave it out: an infographic has no lengths",
    "content_note": "leave it out, or say it in ‘subtitle’",
    "layout": "leave it out: the page arranges its panels",
    "portrait": "leave it out: panels have no photographs",
    "portrait_of": "leave it out: panels have no photographs",
}
"""Keys of slides that a panel has not."""


@frozen(kw_only=True)
class InfographicSpec:
    """The keys of a spec of kind ``infographic``."""

    kind: Literal["infographic"] = field(metadata={"doc": "says that this is an infographic", "example": KIND})
    title: Text = field(metadata={"doc": "the headline of the page", "example": "Babies cannot wait"})
    panels: tuple[Slide, ...] = field(
        metadata={"doc": "the parts of the page: slides of the kinds that have a panel", "hint": HOW_TO_LIST}
    )
    subtitle: Text | None = field(default=None, metadata={"doc": "a line below the headline"})
    page: PageName | None = field(default=None, metadata={"doc": f"the size of the page: {_PAGES}", "example": "a4"})
    pages: tuple[PageName, ...] = field(
        default=(), metadata={"doc": "several sizes: a file is made for each", "example": "[a4, square, story]"}
    )
    cards: bool = field(default=False, metadata={"doc": "`yes` gives every panel a page of its own"})
    audience: Audience | None = field(default=None, metadata={"doc": "whom it is for"})
    nation: Nation | None = field(default=None, metadata={"doc": "the nation it is for"})
    language: Language = field(default=Language("en-GB"), metadata={"doc": "the language of the infographic"})
    brand: str = field(default="", metadata={"doc": "a brand by its name, or a brand file"})
    library: str = field(
        default="", metadata={"doc": "a folder beside this file with evidence of your own", "example": "our-evidence"}
    )
    formats: tuple[FormatName, ...] = field(
        default=(FormatName("pptx"),), metadata={"doc": "what to make of it", "example": "[pptx, pdf]"}
    )
    rules: Rules = field(
        default_factory=lambda: Rules({}), metadata={"doc": "how much rules weigh", "example": "{same-title: error}"}
    )
    waivers: tuple[Waiver, ...] = field(default=(), metadata={"doc": "what may stand, with date and reason"})
    position: Position | None = field(default=None, compare=False, metadata={"written": False})

    @property
    def sizes(self) -> tuple[str, ...]:
        """The names of the pages to be made, at least one."""
        return self.pages or (self.page or "a4",)


@frozen
class Infographic:
    """A spec of an infographic as read; nothing where there were problems. ``places`` are those of its keys."""

    keys: InfographicSpec | None
    problems: tuple[Diagnostic, ...]
    places: Mapping[str, Position] = field(default_factory=dict)

    def decks(self, name: str, library: Library, theme: Theme, length: int | None = None) -> tuple[Deck, ...]:
        """A deck for each page, named for it if there are several. Only of a spec without problems.

        Raises ``DeckError`` if a length is asked for, or no panel is left for the audience and nation.
        """
        keys = self.keys
        if keys is None:
            raise ValueError("a spec with problems makes no deck")
        if length is not None:
            raise DeckError(
                [Diagnostic("unknown-length", "an infographic has no lengths", keys.position, "leave ‘--length’ out")]
            )
        out = [bool(left_out_for(one, None, keys.audience, keys.nation)) for one in keys.panels]
        kept = tuple(one for one, is_out in zip(keys.panels, out, strict=True) if not is_out)
        if not kept:
            message = "every panel of this infographic is for another audience or nation"
            hint = "look at their ‘audience’ and ‘nation’"
            raise DeckError([Diagnostic("no-slides", message, self.places.get("panels", keys.position), hint)])
        stem = PurePosixPath(name).stem
        one = Deck(
            name=stem,
            title=keys.title,
            subtitle=keys.subtitle,
            slides=kept,
            left_out=tuple(one for one, is_out in zip(keys.panels, out, strict=True) if is_out),
            theme=theme,
            library=library,
            kind="infographic",
            cards=keys.cards,
            audience=keys.audience,
            nation=keys.nation,
            language=keys.language,
            formats=tuple(keys.formats),
            position=keys.position,
            settings=Settings(rules=keys.rules, waivers=keys.waivers),
        )
        several = len(keys.sizes) > 1
        return tuple(replace(one, page=size, name=f"{stem}-{size}" if several else stem) for size in keys.sizes)


def is_infographic(root: Node | None) -> TypeGuard[tree.Mapping]:
    """Whether a spec says that it is one."""
    said = root.get("kind") if isinstance(root, tree.Mapping) else None
    return isinstance(said, Scalar) and said.text.strip().casefold() == KIND


def read_infographic(root: tree.Mapping, library: Library | None, features: Features) -> Infographic:
    """The infographic in a tree. Without a library, since it has problems, its records are taken to be there."""
    places = {key.text: key.position for key, _ in root.entries}
    own: dict[Any, Reader] = {
        tuple[Slide, ...]: _PanelsForm(features).read,
        tuple[Minutes, ...]: KeepFor(root).read,
        PageName: _read_page,
        Image: _no_photograph,
    }
    form = Form({**deck_readers(library, features), **own})
    keys: Any = None
    with suppress(TooManyProblems):
        entries = tuple(_of_an_infographic(form, root))
        keys = form.record(InfographicSpec, entries, root.position, "the infographic")
        if isinstance(keys, InfographicSpec):
            _check(form, keys, places)
    found = keys if isinstance(keys, InfographicSpec) and not form.problems else None
    return Infographic(found, tuple(form.problems), places)


def _of_an_infographic(form: Form, root: tree.Mapping) -> Any:
    """The keys without those that belong to a deck; such a key is a problem, unless the project's settings give it."""
    of_a_deck = set(keys_of(DeckSpec)) - set(keys_of(InfographicSpec))
    for key, value in root.entries:
        if key.text not in of_a_deck:
            yield key, value
        elif key.position.file == root.position.file and not (is_empty(value) and key.text != "slides"):
            hint = _NOT_HERE.get(key.text, f"leave ‘{key.text}’ out")
            form.problem("unknown-key", f"an infographic has no ‘{key.text}’", key.position, hint)
            if key.text == "slides":
                yield replace(key, text="panels"), value


def _check(form: Form, keys: InfographicSpec, places: Mapping[str, Position]) -> None:
    """What keys may not say together."""
    if keys.page and keys.pages:
        hint = "keep ‘page’ for one size, or ‘pages’ for several"
        form.problem("two-pages", "this infographic has both ‘page’ and ‘pages’", places["pages"], hint)
    if len(set(keys.pages)) < len(keys.pages):
        form.problem("duplicate", "‘pages’ names a page twice", places["pages"], "keep one of the two")
    if keys.cards and keys.subtitle:
        hint = "leave ‘subtitle’ out: each card has its own headline, and ‘title’ names the set"
        form.problem("unknown-key", "cards have no ‘subtitle’", places["subtitle"], hint)
    note_repeated_waivers(form, keys.waivers)
    for waiver in keys.waivers:
        if waiver.deck:
            hint = "leave ‘deck’ out, or move the waiver to deckmaker.yaml"
            message = "a waiver in an infographic’s own file is for that infographic alone"
            form.problem("wrong-value", message, waiver.position or places["waivers"], hint)


class _PanelsForm:
    """Reads ``panels:``, slides of the kinds that can be part of a page."""

    def __init__(self, features: Features) -> None:
        self._kinds = features.slides
        self._slides = SlideForm(features.slides)

    def read(self, form: Form, node: Node, name: str) -> Any:
        """The panels as a tuple, or ``UNREAD``."""
        if not isinstance(node, tree.Sequence):
            message = f"{name} should be a list of panels"
            return form.problem("no-list", message, node.position, HOW_TO_LIST)
        if not node.items:
            return form.problem("no-slides", "this infographic has no panels", node.position, HOW_TO_LIST)
        panels = [self._panel(form, item, f"panel {number}") for number, item in enumerate(node.items, start=1)]
        return UNREAD if any(isinstance(panel, Unread) for panel in panels) else tuple(panels)

    def _panel(self, form: Form, node: Node, name: str) -> Any:
        if is_empty(node):
            message = "this panel has nothing in it"
            return form.problem("empty", message, node.position, "write its kind, or delete the ‘-’")
        if isinstance(node, tree.Mapping) and [key.text for key, _ in node.entries] == ["include"]:
            hint = "write the panels here: only decks include other files"
            return form.problem("wrong-value", "an infographic includes no other file", node.position, hint)
        slide = self._slides.read(form, node, name)
        if not isinstance(slide, Slide):
            return slide
        position = slide.position or node.position
        if self._kinds[slide.kind].panel is None:
            with_panels = (name for name, kind in self._kinds.items() if kind.panel is not None)
            hint = f"kinds that can be a panel: {', '.join(with_panels)}"
            return form.problem("no-panel", f"‘{slide.kind}’ cannot be a panel", position, hint)
        known = len(form.problems)
        usual = {one.name: one.default for one in fields(slide)}
        for key, hint in _NOT_IN_A_PANEL.items():
            if getattr(slide, key, None) and getattr(slide, key) != usual.get(key):
                words = key.replace("_", "-")
                form.problem("unknown-key", f"a panel has no ‘{words}’", _place(node, words, position), hint)
        for one in fields(slide):
            choice = getattr(slide, one.name)
            if isinstance(choice, GraphicChoice) and choice.native:
                message = "a panel’s graphic is always a picture, and ‘native’ asks for an object to edit"
                form.problem("unknown-key", message, _place(node, one.name, position), "leave ‘native’ out")
        return UNREAD if len(form.problems) > known else slide


def _place(node: Node, key: str, otherwise: Position) -> Position:
    """Where a key stands, beside a panel's kind or under it."""
    if isinstance(node, tree.Mapping):
        for word, value in node.entries:
            if word.text == key:
                return word.position
            if isinstance(value, tree.Mapping):
                within = next((inner.position for inner, _ in value.entries if inner.text == key), None)
                if within is not None:
                    return within
    return otherwise


def _no_photograph(form: Form, node: Node, name: str) -> Any:
    return form.problem("unknown-key", f"a panel has no {name}", node.position, _NOT_IN_A_PANEL["portrait"])


def _read_page(form: Form, node: Node, name: str) -> Any:
    text = form.word(node, name, f"a page: {_PAGES}")
    if isinstance(text, Unread):
        return text
    said = text.strip().casefold().replace(" ", "").replace("×", "x")
    try:
        page = poster_page(said)
    except KeyError:
        hint = suggestion(text, tuple(PAGES)) or _PAGES
        message = f"there is no page ‘{shortened(text)}’"
        return form.problem("unknown-page", message, node.position, f"{hint}; or its pixels, like 1080x1350")
    except ValueError:
        message = f"‘{shortened(text)}’ is no size that a page can have"
        hint = f"each side has {FEWEST_PIXELS} to {MOST_PIXELS:,} pixels"
        return form.problem("wrong-value", message, node.position, hint)
    return page.name
