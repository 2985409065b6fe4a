"""PowerPoint: a presentation with the brand's own theme, master, layouts and real placeholders."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.feature import Draw, OutputKind
from deckmaker.outputs.pptx.deck_file import deck_file
from deckmaker.outputs.pptx.integrity import problems


class BrokenFileError(AssertionError):
    """deckmaker made a file that PowerPoint might not open: a mistake of deckmaker's, never of an author's."""


def render(laid_out: LaidOutDeck, draw: Draw) -> Mapping[str, bytes]:
    """One file, ``NAME.pptx``. Raises ``BrokenFileError`` if it does not pass its own examination."""
    name = f"{laid_out.deck.name}.pptx"
    data = deck_file(laid_out, draw)
    found = problems(data)
    if found:
        raise BrokenFileError("\n".join((f"{name} is not a sound PowerPoint file:", *found)))
    return {name: data}


OUTPUT = OutputKind(title="PowerPoint", render=render)
