"""One spec, several decks: the lengths that a spec names, and the slides that stay for a length, audience or nation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, TypeAlias

from deckmaker.model.deck import Slide
from deckmaker.model.scope import Audience, Nation
from deckmaker.reading import scalars, tree
from deckmaker.reading.decoding import LIMIT
from deckmaker.reading.form import UNREAD, Form
from deckmaker.reading.tree import Node, Scalar, read_tree
from deckmaker.reading.wording import is_empty
from deckmaker.workspace import MachineError, Workspace

Reason: TypeAlias = Literal["length", "audience", "nation"]
"""What a slide that is left out is kept for."""


def left_out_for(slide: Slide, length: int | None, audience: Audience | None, nation: Nation | None) -> Reason | None:
    """Why a slide is no part of a deck, or nothing. A deck that does not name one of these keeps slides for all."""
    if slide.keep_for and length is not None and length not in slide.keep_for:
        return "length"
    if slide.audience and audience is not None and audience not in slide.audience:
        return "audience"
    if slide.nation and nation is not None and nation not in slide.nation:
        return "nation"
    return None


def lengths_of(spec: str, workspace: Workspace) -> tuple[int, ...]:
    """The lengths for each of which a spec makes a deck; none for most. What is wrong with it is told elsewhere."""
    try:
        content = workspace.read(spec, LIMIT)
        if b"lengths" not in content and b"\\" not in content and b"\0" not in content:
            return ()  # no key can be of that name, and nothing need be parsed to know it
        return lengths_in(read_tree(spec, content).root)
    except (FileNotFoundError, MachineError):
        return ()


def lengths_in(root: Node | None) -> tuple[int, ...]:
    """The lengths after ‘lengths’, each once, in order; without those that are none."""
    named = root.get("lengths") if isinstance(root, tree.Mapping) else None
    nodes: Iterable[Any] = named.items if isinstance(named, tree.Sequence) else (named,)
    found = (scalars.minutes(node.text.strip()) for node in nodes if isinstance(node, Scalar))
    return tuple(dict.fromkeys(minutes for minutes in found if isinstance(minutes, int)))


class KeepFor:
    """Reads ``keep-for:``, and tells a length that the deck never has.

    In an included file every length may stand: other decks include it too.
    """

    def __init__(self, root: Node) -> None:
        self._file = root.position.file
        self._several = lengths_in(root)
        length = root.get("length") if isinstance(root, tree.Mapping) else None
        self._has_length = bool(self._several) or (length is not None and not is_empty(length))

    def read(self, form: Form, node: Node, name: str) -> Any:
        """The lengths as a tuple, or ``UNREAD``."""
        nodes = node.items if isinstance(node, tree.Sequence) else (node,)
        lengths = [form.scalar("a whole number of minutes, like 60", scalars.minutes, one, name) for one in nodes]
        if not nodes:
            return form.problem("empty", f"{name} keeps the slide for no length", node.position, "leave it out")
        if any(length is UNREAD for length in lengths):
            return UNREAD
        if node.position.file == self._file:
            for one, length in zip(nodes, lengths, strict=True):
                if not self._has_length:
                    hint = "write  length: 60  or  lengths: [30, 60]  above ‘slides’"
                    return form.problem(
                        "no-length", f"{name} speaks of a length, and this deck has none", one.position, hint
                    )
                if self._several and length not in self._several:
                    hint = f"choose from {', '.join(map(str, self._several))}, or add it to ‘lengths’"
                    form.problem("unknown-length", f"this deck has no length of {length} minutes", one.position, hint)
        return tuple(lengths)
