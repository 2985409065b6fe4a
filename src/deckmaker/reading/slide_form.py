"""Reads one slide: a word, or keys of which one is its kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckmaker.layout.honesty import NEVER_DRAWN
from deckmaker.model.diagnostic import Position
from deckmaker.model.feature import AnySlideKind
from deckmaker.model.frame import GraphicName
from deckmaker.reading import tree
from deckmaker.reading.decoding import shortened
from deckmaker.reading.form import UNREAD, Form, Reader, Unread
from deckmaker.reading.keys import keys_of
from deckmaker.reading.tree import Node, Scalar
from deckmaker.reading.wording import is_empty, suggestion

Entry = tuple[Scalar, Node]
_ALL_KINDS = "‘deckmaker list slides’ shows all kinds"


class SlideForm:
    """Reads slides of the kinds that there are."""

    def __init__(self, kinds: Mapping[str, AnySlideKind]) -> None:
        self._kinds = kinds

    def read(self, form: Form, node: Node, name: str) -> Any:
        """The slide of a node, or ``UNREAD``."""
        match node:
            case Scalar():
                return self._read_word(form, node)
            case tree.Sequence():
                message = f"{name} should be a slide; it is a list"
                return form.problem("wrong-value", message, node.position, "write one ‘-’ for each slide")
            case tree.Mapping():
                kind = self._kind_of(form, node)
                return kind if isinstance(kind, Unread) else self._read_keys(form, node, kind)

    def _read_word(self, form: Form, word: Scalar) -> Any:
        text = word.text.strip()
        if text in self._kinds:
            return self._slide(form, word, text, [])
        before, colon, after = text.partition(":")
        if colon and before in self._kinds:
            hint = f"write  {before}: {shortened(after.strip())}"
            return form.problem("yaml", f"there is no space after the colon of ‘{before}’", word.position, hint)
        return self._unknown(form, word, text)

    def _kind_of(self, form: Form, node: tree.Mapping) -> str | Unread:
        """The key that says what kind of slide this is."""
        words = {key.text: key for key, _ in node.entries}
        named = [word for word in words if word in self._kinds]
        if not named:
            return self._no_kind(form, node)
        fitting = [kind for kind in named if all(o == kind or o in self._keys(kind) for o in named)]
        if len(fitting) == 1 or len(named) == 1:
            return (fitting or named)[0]
        message = f"this slide has two kinds, ‘{named[0]}’ and ‘{named[1]}’"
        hint = "begin a slide of its own with ‘- ’"
        if named[1] == "title":
            hint = f"for words of your own at the top of this slide write  headline:  in place of  title: , or {hint}"
        return form.problem("two-kinds", message, words[named[1]].position, hint)

    def _no_kind(self, form: Form, node: tree.Mapping) -> Unread:
        known = {key for kind in self._kinds for key in self._keys(kind)}
        strange = [key for key, _ in node.entries if key.text not in known]
        if strange:
            return self._unknown(form, strange[0], strange[0].text)
        first = next(iter(self._kinds), "")
        hint = f"begin it with its kind, for example  - {first}:  ({_ALL_KINDS})"
        return form.problem("no-kind", "this slide does not say what kind it is", node.position, hint)

    def _unknown(self, form: Form, word: Scalar, text: str) -> Unread:
        hint = "; ".join(filter(None, (suggestion(text, tuple(self._kinds)), _ALL_KINDS)))
        return form.problem("unknown-kind", f"there is no kind of slide ‘{shortened(text)}’", word.position, hint)

    def _read_keys(self, form: Form, node: tree.Mapping, kind: str) -> Any:
        word, value = next((key, value) for key, value in node.entries if key.text == kind)
        beside = [(key, value) for key, value in node.entries if key is not word]
        main = self._kinds[kind].slide.main.replace("_", "-")
        if is_empty(value):
            within: list[Entry] = []
        elif isinstance(value, tree.Mapping) and not _is_a_reference(value):
            within = list(value.entries)
        elif main:
            within = [(Scalar(value.position, main), value)]
        else:
            message = f"‘{kind}’ stands alone: nothing can follow its colon"
            return form.problem("wrong-value", message, value.position, f"write  - {kind}  or give it keys of its own")
        return self._slide(form, word, kind, self._each_once(form, kind, main, within, beside), node.position)

    def _each_once(self, form: Form, kind: str, main: str, within: list[Entry], beside: list[Entry]) -> list[Entry]:
        seen = {key.text: key for key, _ in within}
        entries = list(within)
        for key, value in beside:
            if key.text in seen:
                where = f"after ‘{kind}:’" if key.text == main else f"under ‘{kind}:’"
                message = f"‘{key.text}’ is given twice: {where} in line {seen[key.text].position.line}, and here"
                form.problem("duplicate-key", message, key.position, "keep one of the two")
            else:
                entries.append((key, value))
        return entries

    def _slide(self, form: Form, word: Scalar, kind: str, entries: list[Entry], begins: Position | None = None) -> Any:
        given = {"kind": kind, "position": begins or word.position}
        return form.record(self._kinds[kind].slide, entries, word.position, f"this {kind} slide", given)

    def _keys(self, kind: str) -> Mapping[str, object]:
        slide: type = self._kinds[kind].slide
        return keys_of(slide)


def graphic_names(names: tuple[str, ...]) -> dict[Any, Reader]:
    """What reads the name of a kind of graphic."""

    def read(form: Form, node: Node, name: str) -> Any:
        where = "‘deckmaker list graphics’ shows all of them"
        if isinstance(node, Scalar) and node.text in NEVER_DRAWN:
            message = f"there is no graphic ‘{node.text}’: {NEVER_DRAWN[node.text]}"
            return form.problem("unknown-graphic", message, node.position, where)
        return read_name(form, node, name, names, "graphic", where)

    return {GraphicName: read}


def read_name(form: Form, node: Node, name: str, names: tuple[str, ...], kind: str, where: str) -> Any:
    """One of these names; ``kind`` says what they are names of, ``where`` where to see them all."""
    text = form.word(node, name, f"the name of a {kind}")
    if isinstance(text, Unread):
        return UNREAD
    if text in names:
        return text
    hint = suggestion(text, names) or where
    return form.problem(f"unknown-{kind}", f"there is no {kind} ‘{shortened(text)}’", node.position, hint)


def _is_a_reference(node: tree.Mapping) -> bool:
    """Whether the braces are those of a figure’s name, which the author forgot to put in quotes."""
    return node.in_braces and len(node.entries) == 1 and is_empty(node.entries[0][1])
