"""Reads a project’s settings file: what its decks say if they say nothing else, and by what they are judged."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import field, fields
from typing import Any

from deckmaker.discovery import Features
from deckmaker.model.diagnostic import Diagnostic
from deckmaker.model.frozen import frozen
from deckmaker.model.scope import Audience, Nation
from deckmaker.model.settings import Settings, Waiver
from deckmaker.reading import tree
from deckmaker.reading.deck_spec import DeckSpec, FormatName, Language, deck_readers
from deckmaker.reading.form import Form, TooManyProblems
from deckmaker.reading.rules import Rules, note_repeated_waivers
from deckmaker.reading.tree import Node, Tree
from deckmaker.reading.wording import is_empty

FILE = "deckmaker.yaml"
"""Its name; it stands where ``decks/`` is. A project may do without."""

_HELP = {key.name: key.metadata for key in fields(DeckSpec)}


@frozen(kw_only=True)
class DeckDefaults:
    """What holds for every deck of the project that does not say it for itself."""

    organisation: str = field(default="", metadata=_HELP["organisation"])
    presenter: str = field(default="", metadata=_HELP["presenter"])
    event: str = field(default="", metadata=_HELP["event"])
    audience: Audience | None = field(default=None, metadata=_HELP["audience"])
    nation: Nation | None = field(default=None, metadata=_HELP["nation"])
    language: Language = field(default=Language("en-GB"), metadata=_HELP["language"])
    brand: str = field(default="", metadata=_HELP["brand"])
    library: str = field(
        default="", metadata={"doc": "a folder beside this file with evidence of your own", "example": "our-evidence"}
    )
    formats: tuple[FormatName, ...] = field(default=(), metadata=_HELP["formats"])
    notes: bool = field(default=True, metadata=_HELP["notes"])


@frozen(kw_only=True)
class SettingsFile:
    """The keys of a project’s settings file."""

    defaults: DeckDefaults | None = field(default=None, metadata={"doc": "keys for every deck that does not have them"})
    rules: Rules = field(
        default_factory=lambda: Rules({}), metadata={"doc": "how much rules weigh", "example": "{same-title: error}"}
    )
    waivers: tuple[Waiver, ...] = field(default=(), metadata={"doc": "what may stand, with date and reason"})


def read_settings(file: Tree, features: Features) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The settings in a file, and everything that is wrong with it."""
    form = Form({**deck_readers(None, features), DeckDefaults: _read_defaults})
    form.problems.extend(problem for problem in file.problems if problem.code != "empty-file")
    found: Any = None
    with suppress(TooManyProblems):
        if isinstance(file.root, tree.Mapping):
            found = form.record(SettingsFile, file.root.entries, file.root.position, "the settings file")
            if isinstance(found, SettingsFile):
                note_repeated_waivers(form, found.waivers)
        elif file.root is not None:
            hint = "begin with  defaults:  or  waivers:"
            form.problem("wrong-value", "this is no settings file", file.root.position, hint)
    settings = Settings(rules=found.rules, waivers=found.waivers) if isinstance(found, SettingsFile) else Settings()
    return settings, tuple(form.problems)


def _read_defaults(form: Form, node: Node, name: str) -> Any:
    if isinstance(node, tree.Mapping):
        return form.record(DeckDefaults, node.entries, node.position, name)
    message = f"{name} should be keys of a deck, one a line"
    return form.problem("wrong-value", message, node.position, "write them below it, for example  presenter: Zoë Hill")


def with_defaults(root: Node | None, settings: Node | None) -> Node | None:
    """A deck spec’s tree with the defaults of the settings where the deck says nothing itself.

    What comes from there keeps its place in the settings file.
    """
    defaults = settings.get("defaults") if isinstance(settings, tree.Mapping) else None
    if not isinstance(root, tree.Mapping) or not isinstance(defaults, tree.Mapping):
        return root
    usual = {key.name.replace("_", "-") for key in fields(DeckDefaults)}
    said = {key.text for key, value in root.entries if not is_empty(value)}
    taken = [(key, value) for key, value in defaults.entries if key.text in usual - said]
    names = {key.text for key, _ in taken}
    own = [(key, value) for key, value in root.entries if key.text not in names]
    return tree.Mapping(root.position, (*own, *taken), root.in_braces)
