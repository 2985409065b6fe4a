"""The keys that an author may write for a dataclass: its fields, in kebab case."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import EnumMeta
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from deckmaker.model.deck import Image
from deckmaker.model.evidence import Diagram, Message, Quotation, Source, Statistic
from deckmaker.model.frozen import frozen
from deckmaker.model.links import EmailAddress, WebAddress
from deckmaker.model.text import Text

_EXAMPLES: dict[Any, str] = {
    int: "3",
    float: "42",
    bool: "yes",
    date: "3 November 2026",
    Text: "some words",
    Source: "name-of-a-source",
    Statistic: "name-of-a-statistic",
    Quotation: "name-of-a-quotation",
    Message: "1",
    Diagram: "name-of-a-diagram",
    Image: "photo.jpg",
    WebAddress: "https://example.org",
    EmailAddress: "zoe@example.org",
}


@frozen
class Key:
    """A field as a key. ``doc`` is its help text, ``example`` a value as an author would write it."""

    field: str
    hint: Any
    required: bool
    doc: str
    example: str
    whole_hint: str = ""

    @property
    def name(self) -> str:
        """The key as written."""
        return self.field.replace("_", "-")

    @property
    def how(self) -> str:
        """How to write it, for a hint."""
        return self.whole_hint or f"write  {self.name}: {self.example}" + (f"  ({self.doc})" if self.doc else "")


@cache
def keys_of(cls: type) -> dict[str, Key]:
    """The keys of a dataclass by name, in order. Fields marked ``written=False`` are none."""
    hints = get_type_hints(cls)
    keys = [
        Key(
            field.name,
            hints[field.name],
            field.default is MISSING and field.default_factory is MISSING,
            field.metadata.get("doc", ""),
            field.metadata.get("example", "") or _example(hints[field.name]),
            field.metadata.get("hint", ""),
        )
        for field in fields(cls)
        if field.metadata.get("written", True)
    ]
    return {key.name: key for key in keys}


@cache
def remembers_its_place(cls: type) -> bool:
    """Whether the dataclass has a field ``position``, which is where its node stands."""
    return any(field.name == "position" for field in fields(cls))


def _example(hint: Any) -> str:
    arguments = [argument for argument in get_args(hint) if argument not in (NoneType, Ellipsis)]
    if get_origin(hint) is not None:
        return _example(arguments[0]) if isinstance(arguments[0], type) else str(arguments[0])
    if isinstance(hint, EnumMeta):
        members: list[Any] = list(hint)
        return next((str(member.value) for member in members if member.value != "none"), "…")
    if hint not in _EXAMPLES and is_dataclass(hint) and isinstance(hint, type):
        return next(iter(keys_of(hint).values())).example
    return _EXAMPLES.get(hint, "…")


def key_of_one_value(cls: type, *, is_list: bool) -> str:
    """The key that a value standing alone fills: the first; a list the first that takes one, if none must be there."""
    keys = keys_of(cls)
    first = next(iter(keys))
    if not is_list or any(key.required for key in keys.values()):
        return first
    return next((name for name, key in keys.items() if get_origin(key.hint) is tuple), first)
