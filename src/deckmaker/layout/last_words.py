"""Keeps the last two words of a sentence together, so that a list or a story leaves no word alone on a line.

Citation marks after them stay with them.
"""

from __future__ import annotations

from dataclasses import replace

from deckmaker.model.text import Paragraph, Run, Text

_FEWEST_WORDS = 5
"""Shorter paragraphs are left as they are."""
_MOST_LETTERS = 18
"""Of both words: longer ones would make a line of their own ragged."""


def with_last_words_together(text: Text) -> Text:
    """The text with no-break spaces before the last words of its paragraphs. Words and runs stay what they are."""
    return replace(text, paragraphs=tuple(_kept(paragraph) for paragraph in text.paragraphs))


def with_marks_together(text: Text) -> Text:
    """The text whose last two citation marks stay on one line, for columns too narrow to keep words together."""
    return replace(text, paragraphs=tuple(_marked(paragraph) for paragraph in text.paragraphs))


def _marked(paragraph: Paragraph) -> Paragraph:
    said = _before_the_marks(paragraph.runs)
    return replace(paragraph, runs=(*said, *_marks_together(paragraph.runs[len(said) :])))


def _kept(paragraph: Paragraph) -> Paragraph:
    said = _before_the_marks(paragraph.runs)
    words = "".join(run.text for run in said).split()
    runs = (*_joined(said, words), *_marks_together(paragraph.runs[len(said) :]))
    return paragraph if runs == paragraph.runs else replace(paragraph, runs=runs)


def _joined(said: tuple[Run, ...], words: list[str]) -> tuple[Run, ...]:
    if len(words) < _FEWEST_WORDS or len(words[-2]) + len(words[-1]) > _MOST_LETTERS:
        return said
    *before, last = said
    is_words = not (last.figure or last.link)
    if not is_words or last.text.strip() != last.text or " " not in last.text:
        return said
    start, end = last.text.rsplit(" ", 1)
    return (*before, replace(last, text=f"{start}\u00a0{end}"))


def _before_the_marks(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without the citation marks at their end, and without the spaces before each of these."""
    end = len(runs)
    while end and (runs[end - 1].cites or (end < len(runs) and not runs[end - 1].text.strip())):
        end -= 1
    return runs[:end]


def _marks_together(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Citation marks of which the last two stay on one line."""
    spaces = [place for place, run in enumerate(runs) if run.text == " "]
    return tuple(replace(run, text="\u00a0") if spaces[-1:] == [place] else run for place, run in enumerate(runs))
