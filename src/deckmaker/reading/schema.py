"""JSON Schemas of the files that people write, so that an editor can complete and explain their keys.

Made from the same dataclasses and names that the reader goes by. A schema asks for the usual spelling of a word
(``mps``, not ``MPs``) and does not know which records a library has; apart from that it takes what the reader takes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import is_dataclass
from datetime import date
from enum import EnumMeta
from types import NoneType, UnionType
from typing import Any, Literal, NewType, TypeAlias, Union, get_args, get_origin

from deckmaker.discovery import Features
from deckmaker.layout.poster_pages import PAGES
from deckmaker.model.deck import Clock, Image, Minutes, Slide
from deckmaker.model.diagnostic import Severity
from deckmaker.model.evidence import Diagram, Message, Quotation, Source, Statistic
from deckmaker.model.feature import AnySlideKind
from deckmaker.model.frame import GraphicName
from deckmaker.model.numeral import Numeral
from deckmaker.model.settings import RuleCode
from deckmaker.model.text import LanguageTag, Text
from deckmaker.reading.brand_file import BrandFile, Defaults, Word
from deckmaker.reading.deck_spec import LANGUAGES, DeckSpec, FormatName, Language
from deckmaker.reading.including import KEY
from deckmaker.reading.infographic import KIND, InfographicSpec, PageName
from deckmaker.reading.keys import Key, key_of_one_value, keys_of
from deckmaker.reading.references import KINDS
from deckmaker.reading.rules import LEVELS, Rules
from deckmaker.reading.settings import DeckDefaults, SettingsFile

Schema: TypeAlias = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_WORDS: Schema = {"type": ["string", "number", "boolean"]}
"""Any word: the reader takes ``1001`` for a text where a text is asked for."""
_NAME = "^[a-z0-9]+(-[a-z0-9]+)*$"
_MESSAGE = "^[0-9]{1,3}$"
_SIMPLE: dict[Any, Schema] = {
    str: _WORDS,
    Text: _WORDS,
    Word: _WORDS,
    int: {"type": ["integer", "string"], "pattern": "^[+-]?[0-9]{1,3}(,[0-9]{3})+$"},
    float: {"type": ["number", "string"], "pattern": "^[+-]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+)?$"},
    bool: {"type": ["boolean", "string"], "pattern": "^([Yy]es|[Nn]o|[Oo]n|[Oo]ff)$"},
    date: {"type": "string", "pattern": "[0-9]{4}"},
    Minutes: {"type": ["integer", "string"], "pattern": "^[0-9]{1,4} *(m|min|mins|minutes?|h|hours?)$", "minimum": 1},
    Clock: {"type": ["string", "number"], "pattern": "^[0-9]{1,2}[:.][0-9]{2}$"},
    LanguageTag: {"type": "string", "pattern": "^[A-Za-z]{2,3}([-_][A-Za-z]{2})?$"},
    Language: {"enum": list(LANGUAGES)},
    PageName: {"anyOf": [{"enum": list(PAGES)}, {"type": "string", "pattern": "^[0-9]{3,4}x[0-9]{3,4}$"}]},
    Image: {"type": "string"},
    Source: {"type": "string", "pattern": _NAME},
    Statistic: {"type": "string", "pattern": _NAME},
    Quotation: {"type": "string", "pattern": _NAME},
    Diagram: {"type": "string", "pattern": _NAME},
    Message: {"type": ["integer", "string"], "pattern": _MESSAGE, "minimum": 1},
}
_INCLUDE: Schema = {
    "description": "The slides of another file, in this place.",
    "type": "object",
    "properties": {KEY: {"description": "a file beside the deck or in a folder below", "type": "string"}},
    "required": [KEY],
    "additionalProperties": False,
}
_RECORDS: dict[type, tuple[str, str, str]] = {
    **{cls: (f"{kind}s", "number" if cls is Message else "id", f"{kind}s") for cls, kind in KINDS.items()},
    Numeral: ("numerals", "id", "numbers that stand outside every record"),
}
"""Files of records under their names: the file, the field that the name fills, what the file holds."""


def schemas(features: Features) -> dict[str, str]:
    """Every schema as JSON text, by file name."""
    made = {
        "deck": _deck(features),
        "brand": _whole("A brand", BrandFile, features),
        "settings": _whole("Settings of a project", SettingsFile, features),
    }
    for cls, (file, given, what) in _RECORDS.items():
        made[file] = _library_file(f"An evidence library’s {what}", cls, given, features)
    return {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in sorted(made.items())
    }


def _whole(title: str, cls: type, features: Features) -> Schema:
    """The schema of a file that is one record."""
    writer = _Writer(features)
    body = writer.keys(keys_of(cls).values())
    return {"$schema": _DRAFT, "title": title, **body, "definitions": writer.definitions}


def _deck(features: Features) -> Schema:
    """The schema of a spec: keys of an infographic where it says that it is one, else those of a deck."""
    writer = _Writer(features)
    says_so = {"properties": {"kind": {"const": KIND}}, "required": ["kind"]}
    infographic = writer.keys(keys_of(InfographicSpec).values())
    deck = writer.keys(keys_of(DeckSpec).values())
    return {
        "$schema": _DRAFT,
        "title": "A deck spec",
        "if": says_so,
        "then": infographic,
        "else": deck,
        "definitions": writer.definitions,
    }


def _library_file(title: str, cls: type, given: str, features: Features) -> Schema:
    """The schema of a file of records, each under its name."""
    writer = _Writer(features)
    record = writer.keys(key for key in keys_of(cls).values() if key.field != given)
    return {
        "$schema": _DRAFT,
        "title": title,
        "type": "object",
        "propertyNames": {"pattern": _MESSAGE if cls is Message else _NAME},
        "additionalProperties": record,
        "definitions": writer.definitions,
    }


class _Writer:
    """Writes the schemas of types; those of dataclasses go into ``definitions`` once."""

    def __init__(self, features: Features) -> None:
        self.features = features
        self.definitions: dict[str, Schema] = {}

    def keys(self, keys: Iterable[Key]) -> Schema:
        """An object with these keys and no others."""
        keys = tuple(keys)
        schema: Schema = {
            "type": "object",
            "properties": {key.name: self.key(key) for key in keys},
            "additionalProperties": False,
        }
        required = [key.name for key in keys if key.required]
        return {**schema, "required": required} if required else schema

    def key(self, key: Key) -> Schema:
        """What may stand after a key, with its help text."""
        schema = self.of(key.hint)
        if not key.required:
            schema = {"anyOf": [schema, {"type": "null"}]}
        return {"description": key.doc, **schema} if key.doc else schema

    def of(self, hint: Any) -> Schema:
        """The schema of a type."""
        names = self._named(hint)
        if names is not None:
            return {"enum": list(names)}
        if hint in _SIMPLE:
            return _SIMPLE[hint]
        if hint is Slide:
            return self._slide()
        if hint is Rules:
            return self._rules()
        if isinstance(hint, NewType):
            return self.of(hint.__supertype__)
        origin, arguments = get_origin(hint), get_args(hint)
        if origin in (Union, UnionType):
            (only,) = (argument for argument in arguments if argument is not NoneType)
            return self.of(only)
        if hint == tuple[Slide, ...]:
            return {"type": "array", "items": self.of(Slide), "minItems": 1}
        if origin is tuple:
            one = self.of(arguments[0])
            return {"anyOf": [one, {"type": "array", "items": one}]}
        if origin is dict:
            return {"type": "object", "additionalProperties": self.of(arguments[1])}
        if origin is Literal:
            return {"enum": list(arguments)}
        if isinstance(hint, EnumMeta):
            members: list[Any] = list(hint)
            return {"enum": [member.value for member in members]}
        if is_dataclass(hint) and isinstance(hint, type):
            return self._record(hint)
        raise TypeError(f"no schema for {hint!r}")

    def _named(self, hint: Any) -> tuple[str, ...] | None:
        if hint is GraphicName:
            return self.features.names("graphics")
        if hint is RuleCode:
            rules = self.features.checks.values()
            return tuple(rule.code for rule in rules if not (rule.of_truth and rule.severity is Severity.ERROR))
        return self.features.names("outputs") if hint is FormatName else None

    def _rules(self) -> Schema:
        """Levels by the codes of rules; a rule of truth takes none below its own."""
        levels = {
            rule.code: LEVELS[: LEVELS.index(rule.severity.value) + 1] if rule.of_truth else LEVELS
            for rule in self.features.checks.values()
        }
        properties = {code: {"enum": list(allowed)} for code, allowed in levels.items()}
        return {"type": "object", "properties": properties, "additionalProperties": False}

    def _record(self, cls: type) -> Schema:
        """Keys, or the value of the first key alone where no other is needed."""
        if cls.__name__ not in self.definitions:
            self.definitions[cls.__name__] = {}
            keys = list(keys_of(cls).values())
            schema = self.keys(keys)
            if cls is Defaults:
                schema["additionalProperties"] = True
            if not any(key.required for key in keys[1:]) and cls is not DeckDefaults:
                alone = dict.fromkeys(key_of_one_value(cls, is_list=is_list) for is_list in (False, True))
                schema = {"anyOf": [schema, *(self.of(keys_of(cls)[name].hint) for name in alone)]}
            self.definitions[cls.__name__] = {"description": _summary(cls), **schema}
        return {"$ref": f"#/definitions/{cls.__name__}"}

    def _slide(self) -> Schema:
        if "Slide" not in self.definitions:
            self.definitions["Slide"] = {}
            kinds = self.features.slides
            alone = [name for name, kind in kinds.items() if not _needed(kind)]
            self.definitions["Slide"] = {
                "anyOf": [{"enum": alone}, _INCLUDE, *({"$ref": f"#/definitions/{name}"} for name in kinds)]
            }
            self.definitions.update({name: self._slide_kind(name, kind) for name, kind in kinds.items()})
        return {"$ref": "#/definitions/Slide"}

    def _slide_kind(self, name: str, kind: AnySlideKind) -> Schema:
        """A slide whose keys stand under its kind, beside it, or partly here and there."""
        keys = _keys_of(kind)
        main = kind.slide.main.replace("_", "-")
        within = {**self.keys(keys.values()), "required": []}
        value = [within, {"type": "null"}]
        if main:
            value.insert(0, self.of(keys[main].hint))
        properties = {word: self.key(key) for word, key in keys.items() if word != name}
        schema: Schema = {
            "description": _summary(kind.slide),
            "type": "object",
            "properties": {name: {"description": _summary(kind.slide), "anyOf": value}, **properties},
            "required": [name],
            "additionalProperties": False,
        }
        needed = [_given_somewhere(word, name, word == main) for word in _needed(kind)]
        return {**schema, "allOf": needed} if needed else schema


def _given_somewhere(word: str, kind: str, is_main: bool) -> Schema:
    """A needed key stands under the kind, beside it, or is what follows the kind."""
    places: list[Schema] = [{"properties": {kind: {"type": "object", "required": [word]}}}]
    if word != kind:
        places.append({"required": [word]})
    if is_main:
        places.append({"properties": {kind: {"not": {"type": ["object", "null"]}}}})
    return {"anyOf": places}


def _keys_of(kind: AnySlideKind) -> dict[str, Key]:
    slide: type = kind.slide
    return keys_of(slide)


def _needed(kind: AnySlideKind) -> list[str]:
    return [key.name for key in _keys_of(kind).values() if key.required]


def _summary(cls: type) -> str:
    """The first paragraph of what a class says of itself, on one line."""
    return " ".join((cls.__doc__ or "").split("\n\n")[0].split())
