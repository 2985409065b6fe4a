"""A figure stands with its source, on the same slide."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.authored import figures_on, runs_on
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check

CODE = "figure-without-source"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each figure of the library on a page that names none of its works."""
    told: set[tuple[object, str]] = set()
    for slide, frame in zip(laid_out.slides, laid_out.frames, strict=True):
        cited = {run.cites.id for run in runs_on(frame) if run.cites is not None}
        words = " ".join(run.text for run in runs_on(frame))
        for statistic in figures_on(frame):
            works = [citation.source for citation in statistic.cite]
            if any(work.id in cited or work.short in words for work in works):
                continue
            if (slide.position, statistic.id) not in told:
                told.add((slide.position, statistic.id))
                yield Diagnostic(
                    CODE,
                    f"this {slide.kind} slide shows the figure ‘{statistic.id}’ and not where it comes from",
                    slide.position,
                    _OWN
                    if getattr(slide, "source", None)
                    else f"show it on a ‘- statistic: {statistic.id}’ or a text slide",
                    Severity.WARNING,
                )


_OWN = "leave out the ‘source:’ of your own, which takes the place of the line that makes itself, or name both there"

CHECK = Check(
    code=CODE,
    severity=Severity.WARNING,
    what="A figure of the library on a slide that does not name the work that it comes from.",
    why="Slides travel alone, photographed or copied. A figure without its source is worth nothing there.",
    example="- section: Why {camhs-under-twos} matters",
    instead=(
        "Show it on a kind of slide that has a source line (statistic, text, comparison …): the line makes itself. "
        "Leave it out of titles of parts and of asks."
    ),
    find=find,
    of_truth=True,
)
