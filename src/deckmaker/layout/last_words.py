"""Keeps the last two words of a sentence together, so that a list or a story leaves no word alone on a line."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.model.text import Paragraph, Text

_FEWEST_WORDS = 5
"""Shorter paragraphs are left as they are."""
_MOST_LETTERS = 18
"""Of both words: longer ones would make a line of their own ragged."""


def with_last_words_together(text: Text) -> Text:
    """The text with no-break spaces before the last words of its paragraphs. Words and runs stay what they are."""
    return replace(text, paragraphs=tuple(_kept(paragraph) for paragraph in text.paragraphs))


def _kept(paragraph: Paragraph) -> Paragraph:
    words = str(paragraph).split()
    if len(words) < _FEWEST_WORDS or len(words[-2]) + len(words[-1]) > _MOST_LETTERS or not paragraph.runs:
        return paragraph
    *before, last = paragraph.runs
    is_words = not (last.figure or last.cites or last.link)
    if not is_words or last.text.strip() != last.text or " " not in last.text:
        return paragraph
    start, end = last.text.rsplit(" ", 1)
    return replace(paragraph, runs=(*before, replace(last, text=f"{start}\u00a0{end}")))
