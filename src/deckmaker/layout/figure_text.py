"""Live text of a slide that goes with figures: the claim after a figure, and the source line that has room."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.model.evidence import Statistic
from deckmaker.model.feature import Page
from deckmaker.model.text import Paragraph, Run, Text


def claim_text(statistic: Statistic, *marks: Run) -> Text:
    """What follows the figure: its base in bold, then the rest of the sentence, with citation marks after it."""
    base = [Paragraph((Run(statistic.base, bold=True),))] if statistic.base else []
    return Text((*base, Paragraph((Run(f"{statistic.predicate.rstrip('.')}."), *marks))))


def first_that_fits(lines: Iterable[Text], layout: str, page: Page) -> Text:
    """The first of several source lines, the fullest first, that has room in a layout; else the last."""
    line = Text()
    for line in lines:
        if page.fits(layout, "source", line):
            break
    return line
