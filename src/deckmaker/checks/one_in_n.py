"""“1 in N” stands with the same figure in every hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.evidence import Statistic
from deckmaker.model.feature import Check
from deckmaker.model.frame import Frame, GraphicItem, TextItem
from deckmaker.model.picture import Label

CODE = "one-in-n-alone"
_ONE_IN = re.compile(
    r"\b(?:1|one) in (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\b", re.IGNORECASE
)
_OF_A_HUNDRED = re.compile(r"\bin (?:every )?(?:100|a hundred|hundred)\b|\d\s?%|per ?cent", re.IGNORECASE)


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each page with a figure as “1 in N” and nothing to compare it by."""
    for slide, frame in zip(laid_out.slides, laid_out.frames, strict=True):
        shown = next(filter(None, map(_ONE_IN.search, _figures(frame))), None)
        if shown and not any(_OF_A_HUNDRED.search(words) for words in _words(frame)):
            yield Diagnostic(
                CODE,
                f"this {slide.kind} slide says ‘{shown[0]}’ and not how many that is in every 100",
                slide.position,
                "show it as a statistic slide, which says both, or add the percentage",
                Severity.WARNING,
            )


def _figures(frame: Frame) -> Iterator[str]:
    """The words of the library's figures, in texts and in graphics."""
    for item in frame.items:
        if isinstance(item, TextItem):
            yield from (run.text for run in item.text.runs if run.figure is not None)
        elif isinstance(item, GraphicItem) and isinstance(item.graphic.subject, Statistic):
            yield from (mark.words for mark in item.picture.marks if isinstance(mark, Label))


def _words(frame: Frame) -> Iterator[str]:
    """All words that stand on a page."""
    for item in frame.items:
        if isinstance(item, TextItem):
            yield str(item.text)
        elif isinstance(item, GraphicItem):
            yield " ".join(mark.words for mark in item.picture.marks if isinstance(mark, Label))


CHECK = Check(
    code=CODE,
    severity=Severity.WARNING,
    what="A figure of the library as “1 in N” on a slide that does not say how many that is in every 100.",
    why="Of “1 in 7” and “1 in 10” many people take the second for more. In every hundred, everybody can compare.",
    example="“1 in 7 babies”, and nothing else.",
    instead="A statistic slide with the one-in-n graphic: it says both by itself.",
    find=find,
    of_truth=True,
)
