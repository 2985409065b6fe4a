"""What is said of the evidence is seen too: no fact stands in the notes alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckmaker.model.authored import figures_on, statistics_used
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check

CODE = "fact-only-in-notes"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One note for each figure that an author's notes name and that no slide of the deck shows."""
    shown = set(_shown(laid_out))
    for slide in laid_out.deck.slides:
        for run in slide.notes.runs if slide.notes else ():
            if run.figure is not None and run.figure.id not in shown:
                shown.add(run.figure.id)
                yield Diagnostic(
                    CODE,
                    f"the figure ‘{run.figure.id}’ is in these notes and on no slide",
                    slide.notes.position if slide.notes else slide.position,
                    f"give it a slide,  - statistic: {run.figure.id} ,  or leave it out",
                    Severity.NOTE,
                )


def _shown(laid_out: LaidOutDeck) -> Iterator[str]:
    """Identifiers of the figures that pages show, and of those that slides have outside their notes."""
    for frame in laid_out.frames:
        yield from (one.id for one in figures_on(frame))
    for slide in laid_out.deck.slides:
        yield from (one.id for one in statistics_used(replace(slide, notes=None)))


CHECK = Check(
    code=CODE,
    severity=Severity.NOTE,
    what="A figure of the library that an author’s notes name and that no slide of the deck shows.",
    why=(
        "Who cannot hear the talk, or reads the slides afterwards, never learns of it; and who hears it sees neither "
        "its source nor how sure it is."
    ),
    example="notes: And {exclusions-change} – in a deck that shows that figure nowhere.",
    instead="Give the figure a slide, or put it into a text on one. The notes then say what it means.",
    find=find,
)
