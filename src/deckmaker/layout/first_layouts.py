"""The first layout of every slide kind. Each file has them all, for slides that people add; few decks use every kind.

They are remembered, so that a deck has to import the slide kinds that it uses, and no others.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from deckmaker.discovery import Features, in_use
from deckmaker.memory import Memory
from deckmaker.model.frame import Box, ShapeItem, TextStyle
from deckmaker.model.layout import IconPlace, Layout, Placeholder, Role

_RECORDS: dict[str, Any] = {cls.__name__: cls for cls in (Box, IconPlace, Layout, Placeholder, ShapeItem, TextStyle)}
_NAMES = {name: tuple(one.name for one in fields(cls)) for name, cls in _RECORDS.items()}


def first_layouts(features: Features, memory: Memory | None) -> dict[str, Layout]:
    """The first layout of every kind, by kind, in order. Without a memory, all kinds are imported."""
    kinds = features.slides
    known = _known(features, memory)
    return {
        name: from_data(known[name]) if name in known and name not in in_use(kinds) else kinds[name].layouts[0]
        for name in kinds
    }


def _known(features: Features, memory: Memory | None) -> dict[str, Any]:
    """What is remembered, as data by kind; at first nothing, and the next deck has it."""
    if memory is None or features.places:
        return {}
    key = memory.key("first layouts", {})
    known = memory.recall(key)
    if known is None:
        memory.keep(key, {name: as_data(kind.layouts[0]) for name, kind in features.slides.items()})
    return known or {}


def as_data(value: Any) -> Any:
    """A layout, or what is in one, as JSON data: records and roles by the names of their classes, tuples as lists."""
    name = type(value).__name__
    if name in _RECORDS:
        return {name: [as_data(getattr(value, field)) for field in _NAMES[name]]}
    if isinstance(value, Role):
        return {"Role": value.value}
    return [as_data(one) for one in value] if isinstance(value, tuple) else value


def from_data(data: Any) -> Any:
    """What ``as_data`` was made from."""
    if isinstance(data, list):
        return tuple(map(from_data, data))
    if not isinstance(data, dict):
        return data
    ((name, values),) = data.items()
    if name == "Role":
        return Role(values)
    return _RECORDS[name](**dict(zip(_NAMES[name], map(from_data, values), strict=True)))
