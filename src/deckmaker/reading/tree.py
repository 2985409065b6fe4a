"""From text to a tree of nodes that remember where they stand. Never raises for what an author wrote.

The tree is made from YAML's events, not from its nodes: the C library's own tree building calls itself for every
level and overflows the stack on deep nesting, events come one after the other and can be stopped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias

import yaml

from deckmaker.model.diagnostic import Diagnostic, Position
from deckmaker.model.frozen import frozen
from deckmaker.reading.decoding import code_point, decoded, position_in, shortened, unprintable
from deckmaker.reading.syntax import in_plain_words

DEEPEST = 24
"""Levels of nesting that are read. A deck spec has six."""
LARGEST = 50_000
"""Nodes that a file may have once every alias stands for what it repeats; without aliases a file may have more."""

_NOT_LONG = 32_000
"""Bytes of a file whose tree is remembered: a brand and most specs, which are asked for several times."""
MOST_PROBLEMS = 100
"""Problems after which reading ends: nobody reads more at once, and a hostile file could have a million."""

_NO_REMARK = re.compile(r"[ \t]*(?<=[ \t])(#[^\s#][^\n]*)")
"""A ‘#’ that runs into a word, after a text without quotes: YAML leaves it out, an author seldom means it to."""
_CODE_OF_A_CONTROL = re.compile(r"_x00(?:0[0-8BCEF]|1[0-9A-F])_")
"""How PowerPoint writes a control character into a text: whoever writes these letters does not get them."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@frozen
class Scalar:
    """A word, a number, a text. ``style`` is the quote or block mark, empty for a plain one; ``raw`` as it stands."""

    position: Position
    text: str
    style: str = ""
    raw: str = field(default="", repr=False)

    def place_of(self, fragment: str, nth: int = 0) -> Position:
        """Where the fragment stands for the nth time, from 0; the scalar's own place if it cannot be told."""
        index = -1
        for _ in range(nth + 1):
            index = self.raw.find(fragment, index + 1)
            if index < 0:
                return self.position
        lines = self.raw.count("\n", 0, index)
        if not lines:
            return Position(self.position.file, self.position.line, self.position.column + index)
        return Position(self.position.file, self.position.line + lines, index - self.raw.rfind("\n", 0, index))


@frozen
class Sequence:
    """A list."""

    position: Position
    items: tuple[Node, ...]


@frozen
class Mapping:
    """Keys with values, in the order written; ``in_braces`` if written as ``{key: value}``."""

    position: Position
    entries: tuple[tuple[Scalar, Node], ...]
    in_braces: bool = False

    def get(self, key: str) -> Node | None:
        """The value of a key, if it has one."""
        return next((value for name, value in self.entries if name.text == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


@frozen
class Tree:
    """What a file holds, or nothing where it cannot be told, and what is wrong with its form."""

    root: Node | None
    problems: tuple[Diagnostic, ...] = ()


def read_tree(file: str, content: bytes) -> Tree:
    """The tree of a YAML file, or what is wrong with it. One that is not long is read once and remembered."""
    return _remembered(file, content) if len(content) <= _NOT_LONG else read_part(file, content)


@lru_cache(maxsize=16)
def _remembered(file: str, content: bytes) -> Tree:
    return read_part(file, content)


def read_part(file: str, content: bytes, above: int = 0) -> Tree:
    """What ``read_tree`` gives, remembering nothing: for a part of a file, with so many lines above it.

    Of a part with problems, their places may be told as if nothing stood above it.
    """
    text = decoded(file, content)
    if isinstance(text, Diagnostic):
        return Tree(None, (text,))
    builder = _Builder(file, text, above)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except _Stop:
        return Tree(None, tuple(builder.problems))
    except yaml.YAMLError as error:
        return Tree(None, (*builder.problems, in_plain_words(file, text, error)))
    except (ValueError, OverflowError):  # PyYAML's own parser, on an escape beyond Unicode
        return Tree(None, (*builder.problems, in_plain_words(file, text, yaml.YAMLError())))
    if isinstance(builder.root, Scalar) and not builder.root.text.strip():
        builder.root = None
    if builder.root is None and not builder.problems:
        builder.report("empty-file", "this file is empty", Position(file), "begin it with a line like  title: My talk")
    return Tree(builder.root, tuple(builder.problems))


class _Stop(Exception):  # noqa: N818 – no failure of the program
    """Nothing more can be read."""


@dataclass(slots=True)
class _Open:
    """A list or mapping that is not finished yet; ``size`` is its nodes, aliases counted in full."""

    event: Any
    nodes: list[Node] = field(default_factory=list)
    size: int = 1


class _Builder:
    def __init__(self, file: str, text: str, above: int) -> None:
        self.file, self.text = file, text
        self.first = above + 1
        self.problems: list[Diagnostic] = []
        self.root: Node | None = None
        self.open: list[_Open] = []
        self.anchors: dict[str, tuple[Node, int] | None] = {}
        self.documents = 0

    def report(self, code: str, message: str, position: Position, hint: str = "") -> None:
        self.problems.append(Diagnostic(code, message, position, hint))
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Stop

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._place(self._scalar(event), 1, event.anchor)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._check_tag(event)
                if event.anchor:
                    self.anchors[event.anchor] = None
                self.open.append(_Open(event))
                if len(self.open) > DEEPEST:
                    hint = "a deck spec needs six levels at most; if these brackets are text, put it in quotes"
                    self._stop("nested-too-deep", f"this is nested more than {DEEPEST} levels deep", event, hint)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                done = self.open.pop()
                self._place(self._finished(done), done.size, done.event.anchor)
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    hint = "take the line ‘---’ out, or move what follows to a file of its own"
                    self._stop(
                        "several-documents", "‘---’ begins a second text here; only the first is read", event, hint
                    )
            case _:  # the beginning and end of the stream, the end of a document
                pass

    def _position(self, event: Any) -> Position:
        return Position(self.file, self.first + event.start_mark.line, event.start_mark.column + 1)

    def _stop(self, code: str, message: str, event: Any, hint: str = "") -> None:
        self.report(code, message, self._position(event), hint)
        raise _Stop

    def _check_tag(self, event: Any) -> None:
        if event.tag and event.tag != "!":
            hint = "if the text begins with ‘!’, put it in quotes"
            self.report("unknown-tag", f"‘{event.tag[:40]}’ has no meaning here", self._position(event), hint)

    def _scalar(self, event: Any) -> Scalar:
        self._check_tag(event)
        position = self._position(event)
        if event.anchor and not event.value:
            hint = "if the text begins with ‘&’, put it in quotes"
            self.report("empty-anchor", f"‘&{event.anchor}’ names a text, but there is none", position, hint)
        bad = unprintable(event.value) if event.style == '"' else None
        if bad is not None:
            message = f"this text has a control character in it ({code_point(event.value[bad])})"
            self.report("control-character", message, position, "take out what follows the backslash")
        code = _CODE_OF_A_CONTROL.search(event.value)
        if code:
            message = f"‘{code[0]}’ is how PowerPoint writes a control character, and would be taken for one"
            self.report("control-character", message, position, "take it out, or put a space into it")
        raw = self.text[event.start_mark.index : event.end_mark.index]
        remark = _NO_REMARK.match(self.text, event.end_mark.index) if not event.style else None
        if remark:
            hint = 'if it belongs to the text, put the text in quotes: "…"; if it is a remark, write a space after ‘#’'
            message = f"what follows ‘#’ is left out: ‘{shortened(remark[1])}’"
            self.report("left-out", message, position_in(self.file, self.text, remark.start(1)), hint)
            return Scalar(position, f"{event.value} {remark[1]}".strip(), "", raw)
        return Scalar(position, event.value, event.style or "", raw)

    def _alias(self, event: Any) -> None:
        known = self.anchors.get(event.anchor)
        if event.anchor not in self.anchors:
            message = f"‘*{event.anchor}’ repeats nothing: no ‘&{event.anchor}’ stands above it"
            self._stop("unknown-alias", message, event, "if the text begins with ‘*’, put it in quotes")
        elif known is None:
            self._stop("alias-in-itself", f"‘*{event.anchor}’ stands within what it repeats", event, "write it out")
        else:
            self._place(*known, anchor=None)
            if sum(level.size for level in self.open) > LARGEST:
                message = f"with all its repetitions (‘*{event.anchor}’ …) this file has more than {LARGEST:,} entries"
                self._stop("too-many-repetitions", message, event, "write out what you need")

    def _place(self, node: Node, size: int, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = (node, size)
        if self.open:
            self.open[-1].nodes.append(node)
            self.open[-1].size += size
        else:
            self.root = node

    def _finished(self, done: _Open) -> Node:
        position = self._position(done.event)
        if isinstance(done.event, yaml.SequenceStartEvent):
            return Sequence(position, tuple(done.nodes))
        return Mapping(position, tuple(self._entries(done.nodes)), bool(done.event.flow_style))

    def _entries(self, nodes: list[Node]) -> Iterator[tuple[Scalar, Node]]:
        """Key and value pairs, each key once; a second one of the same name is reported and left out."""
        seen: dict[str, Position] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                hint = "a text that begins with { or [ needs quotes round it"
                self.report("bad-key", "a list or braces stand here where a word should be", key.position, hint)
            elif key.text in seen:
                first = seen[key.text].line
                message = f"‘{key.text[:40]}’ is given twice: first in line {first}, again in line {key.position.line}"
                self.report("duplicate-key", message, key.position, "keep one of the two")
            else:
                seen[key.text] = key.position
                yield key, value
