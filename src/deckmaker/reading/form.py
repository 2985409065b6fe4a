"""Reads nodes as the types that the model asks for, and notes every problem on the way.

A type is read by its shape: ``tuple[X, ...]`` is a list, a dataclass is keys, an enum is one of its words. Types that
need more than their shape (a text with figures in it, a record of the library, a slide) are given as ``readers``.
What cannot be read becomes ``UNREAD``, and so does whatever needs it; the reading goes on all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from enum import EnumMeta
from types import NoneType, UnionType
from typing import Any, Final, Literal, NewType, TypeAlias, TypeVar, Union, get_args, get_origin

from deckmaker.model.diagnostic import Diagnostic, Position
from deckmaker.reading import addresses, scalars, tree
from deckmaker.reading.decoding import shortened
from deckmaker.reading.keys import key_of_one_value, keys_of, remembers_its_place
from deckmaker.reading.tree import MOST_PROBLEMS, Node, Scalar
from deckmaker.reading.wording import is_empty, keys_in_place_of_a_word, suggestion

_KINDS = {**scalars.KINDS, **addresses.KINDS}
TEXT = "text"
"""How messages call what is asked for where any words will do."""

T = TypeVar("T")


class Unread:
    """The type of ``UNREAD``: stands where a value should be and there was a problem instead."""


UNREAD: Final = Unread()
Read: TypeAlias = Callable[[Node, str], Any]
"""Reads a node; the second argument is how messages name the thing: ``‘length’``."""
Reader: TypeAlias = "Callable[[Form, Node, str], Any]"


class TooManyProblems(Exception):  # noqa: N818 – no failure of the program
    """The list of problems is full."""


class Form:
    """Reads the nodes of one file. ``problems`` fills up while it does."""

    def __init__(self, readers: Mapping[Any, Reader] | None = None) -> None:
        self.problems: list[Diagnostic] = []
        self._readers = dict(readers or {})
        self._made: dict[Any, Read] = {}

    def read(self, hint: Any, node: Node, name: str) -> Any:
        """The value of that type, or ``UNREAD``."""
        made = self._made.get(hint)
        if made is None:
            made = self._made[hint] = self._make(hint)
        return made(node, name)

    def record(
        self,
        cls: type,
        entries: Iterable[tuple[Scalar, Node]],
        position: Position,
        name: str,
        given: Mapping[str, Any] | None = None,
    ) -> Any:
        """A dataclass from its keys. ``given`` are fields that are known already and are no keys here."""
        values: dict[str, Any] = dict(given or {})
        keys = {word: key for word, key in keys_of(cls).items() if key.field not in values}
        complete = True
        for word, node in entries:
            key = keys.get(word.text)
            if key is None:
                self._unknown_key(word, node, tuple(keys), name)
                complete = False
            elif not is_empty(node):
                values[key.field] = self.read(key.hint, node, f"‘{key.name}’")
            elif key.required:
                message = f"nothing is written after ‘{key.name}:’"
                values[key.field] = self.problem("empty", message, word.position, key.how)
        for key in keys.values():
            if key.required and key.field not in values:
                self.problem("missing-key", f"{name} needs ‘{key.name}’", position, key.how)
                complete = False
        if not complete or UNREAD in values.values():
            return UNREAD
        if remembers_its_place(cls):
            values.setdefault("position", position)
        return cls(**values)

    def problem(self, code: str, message: str, position: Position, hint: str = "") -> Unread:
        """Note a problem. The result is ``UNREAD``, so that a reader can return it."""
        self.problems.append(Diagnostic(code, message, position, hint))
        if len(self.problems) >= MOST_PROBLEMS:
            more = f"there are more than {MOST_PROBLEMS} problems; the rest is not shown"
            self.problems.append(Diagnostic("too-many-problems", more, position, "mend these first"))
            raise TooManyProblems
        return UNREAD

    def word(self, node: Node, name: str, expected: str) -> str | Unread:
        """The text of a single word or line; a list or keys in its place are a problem."""
        if isinstance(node, Scalar):
            return node.text.strip()
        if isinstance(node, tree.Sequence):
            message, hint = f"{name} should be {expected}; it is a list", "write it on one line, without ‘-’ or [ ]"
        else:
            message = f"{name} should be {expected}; it has keys of its own"
            hint = keys_in_place_of_a_word(node, is_text=expected == TEXT)
        return self.problem("wrong-value", message, node.position, hint)

    def _make(self, hint: Any) -> Read:
        if hint in self._readers:
            reader = self._readers[hint]
            return lambda node, name: reader(self, node, name)
        if hint in _KINDS:
            expected, interpret = _KINDS[hint]
            return lambda node, name: self.scalar(expected, interpret, node, name)
        if isinstance(hint, NewType):
            return lambda node, name: self.read(hint.__supertype__, node, name)
        origin, arguments = get_origin(hint), get_args(hint)
        if origin in (Union, UnionType):
            (only,) = (argument for argument in arguments if argument is not NoneType)
            return lambda node, name: self.read(only, node, name)
        if origin is tuple and arguments[1:] == (Ellipsis,):
            return lambda node, name: self._list(arguments[0], node, name)
        if origin is dict:
            key, value = arguments
            return lambda node, name: self._dictionary(key, value, node, name)
        if origin is Literal:
            return lambda node, name: self._choice({str(word): word for word in arguments}, node, name)
        if isinstance(hint, EnumMeta):
            members: list[Any] = list(hint)
            return lambda node, name: self._choice({str(member.value): member for member in members}, node, name)
        if is_dataclass(hint) and isinstance(hint, type):
            return lambda node, name: self._record(hint, node, name)
        raise TypeError(f"nothing reads {hint!r}")

    def scalar(self, expected: str, interpret: Callable[[str], T | scalars.Not], node: Node, name: str) -> T | Unread:
        """One word, interpreted; ``expected`` says in a message what it should have been."""
        text = self.word(node, name, expected)
        if isinstance(text, Unread):
            return text
        value = interpret(text)
        if isinstance(value, scalars.Not):
            said = value.because or f"{name} should be {expected}; it says ‘{shortened(text)}’"
            return self.problem("wrong-value", said, node.position, value.hint)
        return value

    def _choice(self, choices: Mapping[str, T], node: Node, name: str) -> T | Unread:
        text = self.word(node, name, f"one of: {', '.join(choices)}")
        if isinstance(text, Unread):
            return text
        for choice, value in choices.items():
            if _folded(choice) == _folded(text):
                return value
        message = f"{name} cannot be ‘{shortened(text)}’"
        return self.problem("unknown-choice", message, node.position, suggestion(text, tuple(choices)))

    def _record(self, cls: type, node: Node, name: str) -> Any:
        """A dataclass from its keys, or from one value: ``cite: hogg-2019``."""
        if isinstance(node, tree.Mapping):
            return self.record(cls, node.entries, node.position, name)
        key = key_of_one_value(cls, is_list=isinstance(node, tree.Sequence))
        return self.record(cls, ((Scalar(node.position, key), node),), node.position, name)

    def _list(self, hint: Any, node: Node, name: str) -> Any:
        """A list; one thing alone counts as a list of one."""
        if not isinstance(node, tree.Sequence):
            alone = self.read(hint, node, name)
            return UNREAD if alone is UNREAD else (alone,)
        values = []
        for number, item in enumerate(node.items, start=1):
            if is_empty(item):
                message = f"{name} has an entry with nothing in it"
                values.append(self.problem("empty", message, item.position, "write something, or delete the ‘-’"))
            else:
                values.append(self.read(hint, item, f"entry {number} of {name}"))
        return UNREAD if UNREAD in values else tuple(values)

    def _dictionary(self, key_hint: Any, value_hint: Any, node: Node, name: str) -> Any:
        if not isinstance(node, tree.Mapping):
            message = f"{name} should be keys with values, one a line"
            return self.problem("wrong-value", message, node.position, "write  key: value")
        pairs = [
            (self.read(key_hint, key, f"a key of {name}"), self.read(value_hint, value, f"‘{key.text}’ in {name}"))
            for key, value in node.entries
        ]
        return UNREAD if any(UNREAD in pair for pair in pairs) else dict(pairs)

    def _unknown_key(self, word: Scalar, node: Node, keys: tuple[str, ...], name: str) -> None:
        hint = suggestion(word.text, keys, listed="its keys are")
        if " " in word.text.strip() and is_empty(node) and hint.startswith("its keys are"):
            hint = "within { } a comma ends a text: put a text with a comma in it in quotes"
        self.problem("unknown-key", f"{name} has no key ‘{shortened(word.text)}’", word.position, hint)


def _folded(word: str) -> str:
    return "-".join(word.casefold().replace("_", " ").replace("-", " ").split())
