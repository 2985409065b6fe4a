"""What slides of a workshop share: what a facilitator says and does, the facts in view, and content notes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field, replace

from deckmaker.layout.run_sheet import turn_of, when_words
from deckmaker.model.deck import Deck, Slide
from deckmaker.model.feature import Page
from deckmaker.model.frozen import frozen
from deckmaker.model.text import Paragraph, Run, Text, joined, plain

_SIZE = re.compile(r"\d+(?:\s?(?:–|-|to)\s?\d+)?", re.ASCII)


@frozen(kw_only=True)
class FacilitatedSlide(Slide):
    """A slide that somebody leads people through: what to say, do and ask goes to the notes."""

    say: Text | None = field(default=None, metadata={"doc": "facilitator: what to say"})
    do: Text | None = field(default=None, metadata={"doc": "facilitator: what to do"})
    ask: Text | None = field(default=None, metadata={"doc": "facilitator: what to ask"})
    if_short_of_time: Text | None = field(default=None, metadata={"doc": "facilitator: what to leave out"})


def facts(*facts: str) -> Text:
    """Short facts in one line: ‘15 minutes · groups of 4’."""
    return plain(" · ".join(fact for fact in facts if fact))


def group_words(size: str) -> str:
    """The size of groups in words: ‘groups of 4’ for ‘4’; other words, such as ‘pairs’, as they are."""
    size = " ".join(size.split())
    return f"groups of {re.sub('-| to ', '–', size)}" if _SIZE.fullmatch(size) else size


def under(heading: str, words: Text | Iterable[Text] | None) -> Text:
    """A part of the notes: words under a heading, as a list where they are several texts; nothing without words."""
    if not words:
        return Text()
    if isinstance(words, Text):
        paragraphs = words.paragraphs
    else:
        paragraphs = tuple(replace(one, bullet=True) for one in joined(words).paragraphs)
    return Text((Paragraph((Run(heading),), heading=True), *paragraphs)) if paragraphs else Text()


def facilitator_notes(slide: FacilitatedSlide, page: Page, *more: Text, group: str = "", materials: str = "") -> Text:
    """Notes of a slide: time, groups and materials, then what to say, ask and do, further parts, and what to cut.

    Notes of the author's own stand first.
    """
    turn = turn_of(slide, page.deck)
    parts = (
        slide.notes or Text(),
        under("Content note", slide.content_note),
        Text((Paragraph((Run(when_words(turn, page.deck)),), heading=True),)),
        plain(f"In {group}") if group else Text(),
        under("You need", plain(materials) if materials else None),
        under("Say", slide.say),
        under("Ask", slide.ask),
        under("Do", slide.do),
        *more,
        under("If short of time", slide.if_short_of_time),
    )
    return page.notes(replace(slide, notes=None) if slide.notes else slide, *parts, facilitated=True)


def content_notes(deck: Deck) -> Text:
    """What participants are told beforehand: the content notes of all slides, each once, in one paragraph."""
    told = dict.fromkeys(str(slide.content_note).strip() for slide in deck.slides if slide.content_note)
    if not told:
        return Text()
    sentences = " ".join(f"{words.rstrip('.')}." for words in told)
    return Text((Paragraph((Run("Please note: ", bold=True), Run(sentences))),))
