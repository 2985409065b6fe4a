"""A headline says the point in a sentence and does not merely name a topic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check

CODE = "topic-headline"
KINDS = ("comparison", "flow", "image", "message", "statistic", "table", "text", "timeline", "two-columns",
         "two-statistics")  # fmt: skip
"""Kinds of slide that make a point."""
_TOPIC = re.compile(
    r"(?:(?:our|the|some|key|main|further|more|a|an|current|next|policy|in)\s+)*"
    r"(?:about(?:\s+us)?|agenda|aims?|approach|background|benefits?|case|challenges?|conclusions?|context|costs?|data|"
    r"evidence|examples?|facts?|figures?|findings?|future|goals?|headlines?|history|impacts?|information|introduction|"
    r"issues?|key points?|lessons?|messages?|methods?|needs?|numbers?|objectives?|opportunit(?:y|ies)|outcomes?|"
    r"outline|overview|policy|pictures?|points?|practice|priorities|problems?|progress|purpose|questions?|rationale|"
    r"reasons?|recommendations?|research|results?|review|risks?|services?|situation|solutions?|statistics|stats|steps?|"
    r"strategy|summary|team|themes?|timeline|trends?|update|vision|who we are|work)"
    r"(?:\s+(?:and|&|of|for|in|on)\s+(?:the\s+)?\w+)?\s*[.:…]?",
    re.IGNORECASE,
)


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One note for each headline of an author's own that is a topic: the word “Background” and its like."""
    for slide in laid_out.deck.slides:
        if slide.kind not in KINDS or slide.headline is None:
            continue
        words = " ".join(str(slide.headline).split())
        if _TOPIC.fullmatch(words):
            yield Diagnostic(
                CODE,
                f"‘{words}’ names a topic; a headline says what is so",
                slide.headline.position or slide.position,
                "say in a sentence what people are to remember of this slide",
                Severity.NOTE,
            )


CHECK = Check(
    code=CODE,
    severity=Severity.NOTE,
    what=f"A headline that names a topic and says nothing of it, on a slide that makes a point: {', '.join(KINDS)}.",
    why=(
        "Many people read the headline and nothing else, and some only see the list of slides. “Background” tells them "
        "nothing; a sentence is remembered."
    ),
    example="headline: Key statistics",
    instead="headline: Most babies with the greatest need are never referred – the point itself, in at most two lines.",
    find=find,
)
