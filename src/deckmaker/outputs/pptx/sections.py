"""Sections of PowerPoint's slide list: every slide in exactly one, or no sections at all."""

from __future__ import annotations

from itertools import groupby

from deckmaker.model.deck import LaidOutDeck
from deckmaker.outputs.pptx.markup import attribute, identifier

_NAMESPACE = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def section_list(laid_out: LaidOutDeck, slide_ids: list[int]) -> str:
    """The ``ext`` of the presentation's extension list; empty where no frame belongs to a section.

    Slides before the first section stand under the deck's own title.
    """
    if not any(frame.section for frame in laid_out.frames):
        return ""
    deck = laid_out.deck
    sections = []
    pairs = zip((frame.section or str(deck.title) for frame in laid_out.frames), slide_ids, strict=True)
    for number, (name, members) in enumerate(groupby(pairs, key=lambda pair: pair[0]), start=1):
        listed = "".join(f'<p14:sldId id="{slide}"/>' for _, slide in members)
        sections.append(
            f'<p14:section name="{attribute(name)}" id="{identifier("section", deck.name, str(number), name)}">'
            f"<p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>"
        )
    return (
        '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
        f'<p14:sectionLst xmlns:p14="{_NAMESPACE}">{"".join(sections)}</p14:sectionLst></p:ext>'
    )
