"""Why a kind of graphic may not draw a record: what the record refuses, what the kind refuses, what nobody allowed."""

from __future__ import annotations

from deckmaker.model.evidence import Diagram, Library, Statistic
from deckmaker.model.feature import GraphicKind

_PIE = (
    "its slices hide small differences, and different groups are no slices of one whole: see part-of-whole for one "
    "share and comparison-bars for groups"
)
NEVER_DRAWN = {
    **dict.fromkeys(("pie", "pie-chart", "doughnut", "donut"), _PIE),
    **dict.fromkeys(("map", "choropleth"), "a map shows how large a place is, not how much it has: see nation-strip"),
    **dict.fromkeys(("line", "line-chart", "trend"), "a line needs every amount on its way: see slope and change"),
    **dict.fromkeys(("gauge", "speedometer"), "a dial says no more than its number: see big-number and range-bar"),
}
"""Why some well-known charts are not among the graphics, and what there is instead."""
_UNLISTED = "its record does not list this among the honest ways to draw it"


def honest_kinds(subject: Statistic | Diagram) -> tuple[str, ...]:
    """The kinds that a record allows, its usual one first."""
    if isinstance(subject, Diagram):
        return (subject.graphic,)
    return tuple(dict.fromkeys((subject.drawing.default, *subject.drawing.allowed)))


def kinds_known_to(library: Library) -> frozenset[str]:
    """Kinds that some record of the library speaks of. A newer kind is judged by itself alone."""
    drawings = [statistic.drawing for statistic in library.statistics.values()]
    return frozenset(k for d in drawings for k in (d.default, *d.allowed, *(refused.kind for refused in d.refused)))


def objection(subject: Statistic | Diagram, name: str, kind: GraphicKind, library: Library) -> str:
    """Why drawing the record as this kind would mislead, in plain words; nothing where it would not.

    Of the kinds that records of the library speak of, a statistic has to allow the one.
    """
    if isinstance(subject, Diagram):
        return kind.refusal(subject)
    refused = {refusal.kind: refusal.because for refusal in subject.drawing.refused}
    because = refused.get(name) or kind.refusal(subject)
    if because or name in honest_kinds(subject):
        return because
    return _UNLISTED if name in kinds_known_to(library) else ""
