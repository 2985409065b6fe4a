"""A deck for one nation does not pass another nation's figure off as its own."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.authored import statistics_used
from deckmaker.model.deck import LaidOutDeck, Slide
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.evidence import Statistic
from deckmaker.model.feature import Check
from deckmaker.model.frame import TextItem
from deckmaker.model.layout import Role
from deckmaker.model.scope import Nation

CODE = "borrowed-nation"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each slide and figure of other nations that the slide does not name in large type."""
    own = laid_out.deck.nation
    if own is None:
        return
    for slide in laid_out.deck.slides:
        shown = _shown(laid_out, slide)
        for statistic in statistics_used(slide):
            if statistic.nations and own not in statistic.nations and not _is_named(statistic, shown):
                theirs = " and ".join(_name(nation) for nation in statistic.nations)
                yield Diagnostic(
                    CODE,
                    f"this deck is for {_name(own)}, and ‘{statistic.id}’ is a figure of {theirs}, which the slide "
                    "says in small type only",
                    slide.position,
                    f"name {theirs} in the headline, or use a figure of {_name(own)} or of the whole UK",
                    Severity.WARNING,
                )


def _shown(laid_out: LaidOutDeck, slide: Slide) -> str:
    """What stands on the slide in type that a room can read: all but the source line."""
    small = {
        (layout.name, place.name)
        for layout in laid_out.layouts
        for place in layout.placeholders
        if place.role in (Role.SOURCE, Role.SLIDE_NUMBER)
    }
    return " ".join(
        str(item.text)
        for frame, other in zip(laid_out.frames, laid_out.slides, strict=True)
        if other is slide or any(slide is panel for panel in getattr(other, "panels", ()))
        for item in frame.items
        if isinstance(item, TextItem) and (frame.layout, item.placeholder) not in small
    ).casefold()


def _is_named(statistic: Statistic, shown: str) -> bool:
    return all(_name(nation).casefold() in shown for nation in statistic.nations)


def _name(nation: Nation) -> str:
    return nation.value.replace("-", " ").title()


CHECK = Check(
    code=CODE,
    severity=Severity.WARNING,
    what=(
        "A deck with a nation uses a figure that the library gives for other nations only, and no headline or sentence "
        "on the slide names them."
    ),
    why=(
        "Health and children's services differ between the four nations. An audience in Wales will take a figure for "
        "theirs unless it is told, and a source line is too small to tell it."
    ),
    example="nation: wales, and a slide about areas in England that says so only beside its source.",
    instead="Name the nation in the headline or the sentence, or choose a figure of the nation or of the whole UK.",
    find=find,
    of_truth=True,
)
