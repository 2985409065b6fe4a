"""A list on a slide has two to four entries."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck, Slide
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check
from deckmaker.model.text import Text

CODE = "long-list"
FEWEST, MOST = 2, 4


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each list of points that is too long, at the first entry too many, or that has one alone."""
    if laid_out.deck.kind == "infographic":
        return
    for slide in laid_out.deck.slides:
        for what, points in _lists(slide):
            count = len(points)
            if count > MOST:
                words, place = f"{what} has {count} entries; people keep {MOST} in mind", points[MOST].position
                hint = "join or leave out some, or make two slides of it"
            elif 0 < count < FEWEST:
                words, place = f"{what} has one entry, and is no list", points[0].position
                hint = "write it as ‘body:’, or add a second"
            else:
                continue
            yield Diagnostic(CODE, words, place or slide.position, hint, Severity.WARNING)


def _lists(slide: Slide) -> Iterator[tuple[str, tuple[Text, ...]]]:
    """The lists of points of a slide, and what to call them."""
    if slide.kind == "text":
        yield "the list of this text slide", getattr(slide, "points", ())
    elif slide.kind == "two-columns":
        for side in ("left", "right"):
            yield f"the list in the {side} column", getattr(getattr(slide, side), "points", ())


CHECK = Check(
    code=CODE,
    severity=Severity.WARNING,
    what=f"A list of points on a text or two-columns slide with more than {MOST} entries, or with one alone.",
    why="A fifth point pushes out the first. One point alone makes people look for the others.",
    example="points: [one, two, three, four, five, six]",
    instead=f"{FEWEST} to {MOST} points. Join what belongs together, or give some of them a slide of their own.",
    find=find,
)
