"""What may distress people in a workshop is said beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check
from deckmaker.model.frame import Frame, GraphicItem, TextItem

CODE = "content-note"
_TOPICS = re.compile(
    r"\b(?:domestic (?:abuse|violence)|sexual (?:abuse|violence)|(?:child|emotional|physical) abuse|abused?\b"
    r"|maltreat\w*|neglect(?:ed)?\b|self-harm\w*|suicid\w*|stillb\w+|miscarriage\w*|bereave\w*|violence"
    r"|death of|(?:baby|babies|child|infant)\w* (?:die[sd]?|death)s?)\b",
    re.IGNORECASE,
)
_TELLS = ("learning-outcomes", "agenda")
"""Kinds of slide that show content notes."""


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """Notices, in workshops alone: slides that lack a content note, and notes that no slide shows beforehand."""
    deck = laid_out.deck
    if deck.kind != "workshop":
        return
    noted = [slide for slide in deck.slides if slide.content_note]
    told_at = next((number for number, slide in enumerate(deck.slides) if slide.kind in _TELLS), len(deck.slides))
    first = next((number for number, slide in enumerate(deck.slides) if slide.content_note), len(deck.slides))
    if noted and told_at > first:
        words = "there is a content note, and no slide before it tells people of it"
        hint = "put  - learning-outcomes  or  - agenda  near the beginning: they show it by themselves"
        yield Diagnostic(CODE, words, deck.slides[first].position, hint, Severity.NOTE)
    if not noted:
        for slide, frame in zip(laid_out.slides, laid_out.frames, strict=True):
            topic = _topic(frame)
            if topic and slide.kind not in ("references", "title", *_TELLS):
                words = f"this {slide.kind} slide speaks of ‘{topic}’, and nothing in the workshop says so beforehand"
                hint = "add  content-note: We will speak about …  to this slide"
                yield Diagnostic(CODE, words, slide.position, hint, Severity.NOTE)
                return


def _topic(frame: Frame) -> str:
    """The first word or two on the page that may distress people, source line left out."""
    words = (
        item.alternative_text if isinstance(item, GraphicItem) else str(item.text)
        for item in frame.items
        if isinstance(item, GraphicItem | TextItem) and item.placeholder != "source"
    )
    found = next(filter(None, map(_TOPICS.search, words)), None)
    return found[0] if found else ""


CHECK = Check(
    code=CODE,
    severity=Severity.NOTE,
    what=(
        "A workshop that shows words about abuse, violence, death or self-harm and has no content note; or that has "
        "one which no learning-outcomes or agenda slide shows beforehand."
    ),
    why="Somebody in the room may have lived through it. Told beforehand, people can decide to step out.",
    example="A statistic about domestic violence in a workshop for parents, without a word of warning.",
    instead="content-note: We will speak about domestic violence. You may step out at any time.",
    find=find,
)
