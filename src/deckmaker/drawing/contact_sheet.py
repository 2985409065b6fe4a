"""All slides small on one page, each with its number and title."""

from __future__ import annotations

from math import ceil

from deckmaker.drawing.page_data import PageData
from deckmaker.drawing.typeset import Document
from deckmaker.model.colour import Colour
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.feature import Draw

_MARGIN, _GAP, _CELL = 40.0, 24.0, 360.0
"""Points; ``_CELL`` is the width of a small slide."""


def contact_sheet(laid_out: LaidOutDeck, draw: Draw) -> Document:
    """One page, as high as it has to be."""
    made = PageData(laid_out, draw, as_pictures=True)
    theme, pages = laid_out.deck.theme, made.pages()
    columns = min(5, max(1, ceil(len(pages) ** 0.5)))
    colours = {"fill": "white", "ink": "ink", "heading": "title"}
    about = made.document()
    data = {
        **about,
        "name": about["title"],
        **{name: theme.value(Colour(role)) for name, role in colours.items()},
        "pages": [{**page, "name": page["title"]} for page in pages],
        "columns": columns,
        "cell": _CELL,
        "gap": _GAP,
        "margin": _MARGIN,
        "width": columns * (_CELL + _GAP) - _GAP + 2 * _MARGIN,
    }
    return Document(template="sheet", data=data, files=made.files, font=theme.drawn)
