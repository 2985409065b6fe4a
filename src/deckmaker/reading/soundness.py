"""What must hold between the records of a library, beyond the form of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from deckmaker.model.diagnostic import Diagnostic, Position
from deckmaker.model.evidence import Citation, Diagram, Library, Message, Quotation, Source, Statistic, Unit, Value
from deckmaker.reading import tree
from deckmaker.reading.decoding import shortened
from deckmaker.reading.tree import Node
from deckmaker.reading.wording import suggestion

OMISSION = re.compile(r"\s*\[…\]\s*|\s*…\s*|\s*\[\.\.\.\]\s*")
"""How an excerpt marks what it leaves out."""
SIGNS = re.compile(r"[+→,;:.!?]")
"""What may stand between the words of a quotation that a diagram sets apart."""

Told = Callable[[str, str], bool]
"""Whether a record of this kind and name is there but could not be read, so that a problem has been told."""


def unsound(library: Library, roots: Mapping[str, Node | None], told: Told) -> Iterator[Diagnostic]:
    """Everything that does not hold together, each at its own line."""
    inspector = _Inspector(library, roots, told)
    for source in library.sources.values():
        yield from inspector.source(source)
    for statistic in library.statistics.values():
        yield from inspector.statistic(statistic)
    for quotation in library.quotations.values():
        yield from inspector.quotation(quotation)
    for message in library.messages.values():
        yield from inspector.message(message)
    for diagram in library.diagrams.values():
        yield from inspector.diagram(diagram)


class _Inspector:
    def __init__(self, library: Library, roots: Mapping[str, Node | None], told: Told) -> None:
        self.library, self.roots, self.told = library, roots, told

    def source(self, source: Source) -> Iterator[Diagnostic]:
        for number in source.printed:
            if number not in source.numbers:
                words = f"‘printed’ has the number {number}, ‘numbers’ does not"
                yield self._at("source", source.id, "printed", "contradiction", words, f"add {number} to  numbers:")

    def statistic(self, statistic: Statistic) -> Iterator[Diagnostic]:
        name = statistic.id
        if not statistic.values:
            yield self._at(
                "statistic", name, "values", "no-value", f"the statistic ‘{name}’ has no value", "write  values: 42"
            )
        for value in statistic.values:
            yield from self._value(value, statistic)
        yield from self._cited("statistic", name, statistic.cite)
        yield from self._existing("statistic", name, "messages", "message", *map(str, statistic.messages))
        if "{figure}" not in statistic.phrase or re.search(r"[{}]", statistic.phrase.replace("{figure}", "")):
            words = f"the phrase of ‘{name}’ needs ‘{{figure}}’ where the figure goes, and no other braces"
            hint = 'write  phrase: "{figure} of areas in England (2019)"'
            yield self._at("statistic", name, "phrase", "bad-phrase", words, hint)
        refused = {refusal.kind for refusal in statistic.drawing.refused}
        for kind in (statistic.drawing.default, *statistic.drawing.allowed):
            if kind in refused:
                words = f"‘{name}’ both allows and refuses the graphic ‘{kind}’"
                yield self._at("statistic", name, "drawing", "contradiction", words, "keep one of the two")
        for other in (statistic.drawing.base, statistic.drawing.beside):
            if other:
                yield from self._existing("statistic", name, "drawing", "statistic", other)
        if statistic.superseded_by:
            yield from self._existing("statistic", name, "superseded-by", "statistic", statistic.superseded_by)
            yield from self._superseded(statistic)

    def quotation(self, quotation: Quotation) -> Iterator[Diagnostic]:
        name = quotation.id
        yield from self._cited("quotation", name, quotation.cite)
        yield from self._existing("quotation", name, "messages", "message", *map(str, quotation.messages))
        if not quotation.parts:
            yield self._at(
                "quotation",
                name,
                "parts",
                "no-words",
                f"the quotation ‘{name}’ has no words",
                "write  parts: the exact words",
            )
        inexact = _not_in(quotation.short, quotation.text)
        if inexact:
            piece = shortened(inexact)
            words = f"the short form of ‘{name}’ is no exact excerpt: the quotation does not go on with ‘{piece}’"
            yield self._at("quotation", name, "short", "inexact-excerpt", words, "mark what is left out with […]")

    def message(self, message: Message) -> Iterator[Diagnostic]:
        yield from self._cited("message", message.id, message.cite)
        for support in message.supports:
            yield from self._cited("message", message.id, support.cite, "supports")
        yield from self._existing("message", message.id, "statistics", "statistic", *message.statistics)
        yield from self._existing("message", message.id, "quotations", "quotation", *message.quotations)

    def diagram(self, diagram: Diagram) -> Iterator[Diagnostic]:
        name = diagram.id
        yield from self._cited("diagram", name, diagram.cite)
        for key, parts in (("parts", diagram.parts), ("outcomes", diagram.outcomes)):
            for part in parts:
                yield from self._cited("diagram", name, part.cite, key, needed=False)
        yield from self._existing("diagram", name, "messages", "message", *map(str, diagram.messages))
        if not diagram.parts:
            words = f"the diagram ‘{name}’ has no parts"
            yield self._at("diagram", name, "parts", "no-parts", words, "write  parts: , then  - lead: …  for each")
        if diagram.words_of is not None:
            yield from self._word_for_word(diagram, diagram.words_of)

    def _word_for_word(self, diagram: Diagram, quotation: Quotation) -> Iterator[Diagnostic]:
        """The names of the parts and outcomes are the words of a quotation, all of them, in their order."""
        left = SIGNS.sub(" ", quotation.text).split()
        for key, parts in (("parts", diagram.parts), ("outcomes", diagram.outcomes)):
            for place, part in enumerate(parts):
                words = SIGNS.sub(" ", part.lead).split()
                if left[: len(words)] != words:
                    goes_on = " ".join(left[: len(words)]) or "nothing more"
                    message = (
                        f"‘{shortened(part.lead)}’ is not word for word what ‘{quotation.id}’ says: "
                        f"there it goes on with ‘{shortened(goes_on)}’"
                    )
                    at = self._place_of_lead(diagram.id, key, place)
                    yield Diagnostic("inexact-words", message, at, "copy the words, or leave ‘words-of’ out")
                    return
                left = left[len(words) :]
        if left:
            message = f"the diagram ‘{diagram.id}’ leaves out words of ‘{quotation.id}’: ‘{shortened(' '.join(left))}’"
            hint = "give them a part or an outcome, or leave ‘words-of’ out"
            yield self._at("diagram", diagram.id, "words-of", "inexact-words", message, hint)

    def _place_of_lead(self, name: str, key: str, place: int) -> Position | None:
        """Where the name of a part of a diagram stands, or else the part, or the list of parts."""
        root = self.roots.get("diagram")
        record = root.get(name) if isinstance(root, tree.Mapping) else None
        listed = record.get(key) if isinstance(record, tree.Mapping) else None
        part = listed.items[place] if isinstance(listed, tree.Sequence) and place < len(listed.items) else listed
        lead = part.get("lead") if isinstance(part, tree.Mapping) else None
        found = lead or part
        return found.position if found else self._place("diagram", name, key)

    def _value(self, value: Value, statistic: Statistic) -> Iterator[Diagnostic]:
        for number in (value.value, value.high):
            if number is not None and (number < 0 or (statistic.unit is Unit.PERCENT and number > 100)):
                span = "0 to 100" if statistic.unit is Unit.PERCENT else "0 upwards"
                words = f"{number:g} cannot be a number of {statistic.unit}: it is not from {span}"
                yield self._at(
                    "statistic", statistic.id, "values", "impossible-value", words, "look it up in the source"
                )
        if value.high is not None and value.high <= value.value:
            words = f"the range of ‘{statistic.id}’ ends at {value.high:g}, where it begins at {value.value:g}"
            yield self._at(
                "statistic", statistic.id, "values", "impossible-value", words, "write the lower value first"
            )
        yield from self._cited("statistic", statistic.id, value.cite, "values", needed=False)

    def _cited(
        self, kind: str, name: str, cite: tuple[Citation, ...], key: str = "cite", *, needed: bool = True
    ) -> Iterator[Diagnostic]:
        if needed and not cite:
            yield self._at(
                kind, name, key, "no-source", f"the {kind} ‘{name}’ cites no source", "write  cite: a-source"
            )
        for citation in cite:
            numbers = citation.source.numbers
            if citation.number is not None and citation.number not in numbers:
                words = f"{citation.number} is no number of ‘{citation.source.id}’"
                hint = f"its numbers: {', '.join(map(str, numbers))}" if numbers else "it has no numbers"
                yield self._at(kind, name, key, "wrong-reference-number", words, hint)

    def _existing(self, kind: str, name: str, key: str, wanted: str, *ids: str) -> Iterator[Diagnostic]:
        records = getattr(self.library, f"{wanted}s")
        for wrong in ids:
            if wrong not in records and not self.told(wanted, wrong):
                words = f"{_the(kind, name)} names the {wanted} ‘{shortened(wrong)}’, which is not in the library"
                yield self._at(kind, name, key, f"unknown-{wanted}", words, suggestion(wrong, tuple(records)))

    def _superseded(self, statistic: Statistic) -> Iterator[Diagnostic]:
        chain = [statistic.id]
        following = statistic.superseded_by
        while following in self.library.statistics and following not in chain:
            chain.append(following)
            following = self.library.statistics[following].superseded_by
        if following == statistic.id:
            words = f"‘superseded-by’ goes round in a circle: {' → '.join((*chain, following))}"
            yield self._at("statistic", statistic.id, "superseded-by", "circle", words, "the newest record has none")

    def _at(self, kind: str, name: str, key: str, code: str, message: str, hint: str = "") -> Diagnostic:
        return Diagnostic(code, message, self._place(kind, name, key), hint)

    def _place(self, kind: str, name: str, key: str) -> Position | None:
        """Where the value of a record's key stands, or else the record."""
        root = self.roots.get(kind)
        record = root.get(name) if isinstance(root, tree.Mapping) else None
        value = record.get(key) if isinstance(record, tree.Mapping) else None
        found = value or record or root
        return found.position if found else None


def _the(kind: str, name: str) -> str:
    return f"message {name}" if kind == "message" else f"the {kind} ‘{name}’"


def _not_in(short: str, text: str) -> str:
    """The first piece of the excerpt that does not stand in the text after the pieces before it."""
    whole, at = " ".join(text.split()), 0
    for piece in OMISSION.split(short):
        words = " ".join(piece.split())
        found = whole.find(words, at)
        if found < 0:
            return words
        at = found + len(words)
    return ""
