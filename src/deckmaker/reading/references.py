"""Names of library records in an author's file, replaced by the records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from deckmaker.model.evidence import Diagram, Library, Message, Quotation, Source, Statistic
from deckmaker.model.text import Text
from deckmaker.reading.decoding import shortened
from deckmaker.reading.form import UNREAD, Form, Reader, Unread
from deckmaker.reading.prose import read_text
from deckmaker.reading.tree import Node, Scalar
from deckmaker.reading.wording import suggestion

KINDS: dict[type, str] = {
    Source: "source",
    Statistic: "statistic",
    Quotation: "quotation",
    Message: "message",
    Diagram: "diagram",
}
"""What each kind of record is called; the library holds them under the plural."""


def no_name(kind: str, name: str) -> bool:
    """Nothing is passed over in silence."""
    return False


class References:
    """Looks names up in a library.

    ``passed_over`` says which unknown names bring no problem of their own, since there has been one already: those
    of records that could not be read.
    """

    def __init__(self, library: Library, passed_over: Callable[[str, str], bool] = no_name) -> None:
        self._records: dict[str, Mapping[str, Any]] = {kind: getattr(library, f"{kind}s") for kind in KINDS.values()}
        self._passed_over = passed_over

    def readers(self) -> dict[Any, Reader]:
        """What reads records and texts, by type."""
        readers: dict[Any, Reader] = {cls: self._reader(kind) for cls, kind in KINDS.items()}
        readers[Text] = lambda form, node, name: read_text(
            form, node, name, self._records["statistic"], self._unknown_statistic
        )
        return readers

    def _unknown_statistic(self, form: Form, word: Scalar) -> Unread:
        return self._unknown(form, word, word.text, "statistic")

    def _reader(self, kind: str) -> Reader:
        return lambda form, node, name: self._named(form, node, name, kind)

    def _named(self, form: Form, node: Node, name: str, kind: str) -> Any:
        expected = "the number of a message" if kind == "message" else f"the name of a {kind} in the library"
        word = form.word(node, name, expected)
        if isinstance(word, Unread):
            return word
        records = self._records[kind]
        if kind == "message" and word.isascii() and word.isdigit():
            word = word.lstrip("0")
        if word in records:
            return records[word]
        return self._unknown(form, node, word, kind)

    def _unknown(self, form: Form, node: Node, word: str, kind: str) -> Unread:
        if self._passed_over(kind, word):
            return UNREAD
        message = f"the library has no {kind} ‘{shortened(word)}’"
        return form.problem(f"unknown-{kind}", message, node.position, self._meant(word, kind))

    def _meant(self, word: str, kind: str) -> str:
        if word.startswith("{") and word.endswith("}"):
            return f"leave out the braces: {word[1:-1]}"
        for other, records in self._records.items():
            if other != kind and word in records:
                return f"‘{word}’ is a {other}, not a {kind}"
        names = tuple(self._records[kind])
        if kind == "message" and names:
            return f"choose from {names[0]} to {names[-1]}"
        return suggestion(word, names) or f"‘deckmaker library list {kind}s’ shows all of them"
