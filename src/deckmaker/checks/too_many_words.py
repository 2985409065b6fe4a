"""A slide has few words, since people read what they see and stop listening."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from deckmaker.model.deck import LaidOutDeck, Slide
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check
from deckmaker.model.text import Text

CODE = "too-many-words"
MOST = 40
"""Words of body on a slide."""
KINDS = ("image", "text", "timeline", "two-columns")
"""Kinds of slide with a body that an author writes."""
_NO_BODY = ("headline", "notes", "source", "content_note", "alternative_text", "credit")


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each slide whose author wrote too many words; an infographic is read, and may have more."""
    if laid_out.deck.kind == "infographic":
        return
    for slide in laid_out.deck.slides:
        many = sum(len(str(text).split()) for text in _body(slide)) if slide.kind in KINDS else 0
        if many > MOST:
            yield Diagnostic(
                CODE,
                f"this {slide.kind} slide has {many} words besides its headline; {MOST} are as many as people can read "
                "while they listen",
                slide.position,
                f"move {many - MOST} or more into ‘notes:’, or make two slides of it",
                Severity.WARNING,
            )


def _body(slide: Slide) -> Iterator[Text]:
    for field in fields(slide):
        if field.name not in _NO_BODY:
            yield from _texts(getattr(slide, field.name))


def _texts(value: object) -> Iterator[Text]:
    match value:
        case Text():
            yield value
        case tuple():
            for one in value:
                yield from _texts(one)
        case _ if type(value).__module__.startswith("deckmaker.slides") and is_dataclass(value):
            for field in fields(value):
                yield from _texts(getattr(value, field.name))
        case _:
            return


CHECK = Check(
    code=CODE,
    severity=Severity.WARNING,
    what=(
        f"More than {MOST} words besides the headline on a slide of these kinds: {', '.join(KINDS)}. Quotations and "
        "messages stand in the library’s exact words, and slides that people work from (activities, cases, outcomes) "
        "stay up for minutes: they are held by the room that they have."
    ),
    why="People cannot read and listen at once: they read and miss what is said, or the words are in vain.",
    example="A text slide with three sentences of twenty words each.",
    instead="Keep the point, and say the rest: ‘notes:’ are for that. What has to be read goes into the handout.",
    find=find,
)
