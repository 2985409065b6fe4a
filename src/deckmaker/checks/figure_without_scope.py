"""A figure stands with its place and its time, on the same slide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.model.authored import figures_on
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check
from deckmaker.model.frame import Frame, GraphicItem, TableItem, TextItem
from deckmaker.model.picture import Label

CODE = "figure-without-scope"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each figure of the library on a page that says neither where nor when, or only one of them."""
    for slide, frame in zip(laid_out.slides, laid_out.frames, strict=True):
        words = _words(frame)
        for statistic in figures_on(frame):
            lacking = [one for one in (statistic.place, statistic.period) if one and not _is_said(one, words)]
            if lacking:
                yield Diagnostic(
                    CODE,
                    f"this {slide.kind} slide shows the figure ‘{statistic.id}’ and does not say: {', '.join(lacking)}",
                    slide.position,
                    f"write it into a sentence, or show the figure on a ‘- statistic: {statistic.id}’ slide",
                    Severity.WARNING,
                )


def _is_said(part: str, words: str) -> bool:
    """Whether a place or a period stands in the words: of a period that has years, the years are enough."""
    years = _YEAR.findall(part)
    return all(year in words for year in years) if years else _plain(part) in words


def _words(frame: Frame) -> str:
    """All words on a page, those in graphics too."""
    found: list[str] = []
    for item in frame.items:
        if isinstance(item, TextItem):
            found.append(str(item.text))
        elif isinstance(item, TableItem):
            found.extend(str(cell.text) for row in item.rows for cell in row)
        elif isinstance(item, GraphicItem):
            found.extend(mark.words for mark in item.picture.marks if isinstance(mark, Label))
    return _plain(" ".join(found))


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("\N{NO-BREAK SPACE}", " ").replace("\N{NON-BREAKING HYPHEN}", "-").split())


CHECK = Check(
    code=CODE,
    severity=Severity.WARNING,
    what="A figure of the library on a slide that does not say of which place and of which time it is.",
    why=(
        "A figure of England ten years ago is taken for one of the whole country today, unless the slide says what it "
        "is. Whom it counts is part of its own words; place and time stand in the source line."
    ),
    example="- section: Why {camhs-under-twos} matters",
    instead="Show it on a kind of slide with a source line, which says place and time by itself.",
    find=find,
    of_truth=True,
)
