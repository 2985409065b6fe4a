"""A theme, a statistic and a graphic to draw."""

from __future__ import annotations

import pytest

from deckmaker.discovery import Features
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Citation, Hedge, Source, Statistic, Unit, Value
from deckmaker.model.feature import GraphicKind
from deckmaker.model.frame import Graphic
from deckmaker.model.theme import FontChoice, Theme, Wordmark
from deckmaker.model.ways_to_draw import Drawing

PALETTE = {
    "ink": "#2B1B2E", "plum": "#4B2352", "coral": "#C4472D", "teal": "#0F6B6B", "stone": "#6B5D6E", "lilac": "#93809C",
    "cream": "#FFFAF3", "white": "#FFFFFF", "mist": "#E3F0EE", "haze": "#EEE6F0", "marigold": "#F2B33D",
    "orchid": "#C9B3D1",
}  # fmt: skip
ROLES = {
    "title": "plum", "focus": "coral", "rest": "lilac", "secondary": "stone", "on-dark": "cream",
    "focus-on-dark": "marigold", "rest-on-dark": "orchid", "secondary-on-dark": "orchid",
}  # fmt: skip


@pytest.fixture
def theme() -> Theme:
    return Theme(
        name="test",
        palette=dict(PALETTE),
        roles=dict(ROLES),
        slots={},
        series=("plum", "coral"),
        dark=frozenset({"plum", "teal", "coral"}),
        live=FontChoice(family="Calibri", measured_as="Carlito"),
        drawn=FontChoice(family="Lato", measured_as="Lato"),
        wordmark=Wordmark(words="Test"),
    )


@pytest.fixture
def kinds() -> dict[str, GraphicKind]:
    return dict(Features().graphics)


@pytest.fixture
def share() -> Statistic:
    return Statistic(
        id="share",
        values=(Value(value=15),),
        unit=Unit.PERCENT,
        hedge=Hedge.AT_LEAST,
        counted="babies",
        base="of babies",
        predicate="were seen",
        phrase="{figure} of babies",
        place="Wales",
        period="2018",
        population="babies",
        printed="",
        cite=(Citation(source=Source(id="s", title="A work", short="A work (2018)")),),
        messages=(1,),
        drawing=Drawing(default="one-in-n", icon="baby", unit_name="baby", unit_plural="babies"),
    )


@pytest.fixture
def graphic(share: Statistic) -> Graphic:
    return Graphic(kind="one-in-n", subject=share, ground=Colour("cream"))
