"""Random slides of every kind that deckmaker has, as the keys of a spec."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from tests.random_decks.words import FIRST, paragraphs, sentence, sentences, words

from deckmaker.discovery import Features
from deckmaker.layout.honesty import honest_kinds
from deckmaker.model.evidence import Library, Statistic

Slide = dict[str, Any]
ARRANGED = ("full-bleed", "explained", "strip", "wide", "words")
PICTURES = ("wide.png", "tall.jpg", "square.gif", "tiny.png", "panorama.png", "clear.png", "grey.png")


class Told:
    """What slides are made from; ``number`` is the place of the slide that is being made.

    ``own`` is the same with evidence of an author's own.
    """

    def __init__(
        self, library: Library, features: Features, number: int = 0, *, is_panel: bool = False, own: Told | None = None
    ) -> None:
        self.library, self.features, self.number, self.is_panel = library, features, number, is_panel
        self.own = own

    def at(self, number: int, *, is_panel: bool = False) -> Told:
        """The same for another slide."""
        return Told(self.library, self.features, number, is_panel=is_panel)

    def __repr__(self) -> str:
        return f"Told({self.number})"

    @property
    def statistics(self) -> tuple[Statistic, ...]:
        return tuple(self.library.statistics.values())

    @property
    def figures(self) -> tuple[str, ...]:
        return tuple(self.library.statistics)

    def headline(self, low: int = 2, high: int = 8) -> st.SearchStrategy[str]:
        """A headline that no other slide of the deck has."""
        return words(low, high).map(lambda said: f"{FIRST[self.number]} {said}")

    def can_be_edited(self, kind: str) -> bool:
        """Whether a graphic of this kind has a form that can be edited in PowerPoint."""
        feature = self.features.graphics[kind]
        return not self.is_panel and (feature.native or feature.chart is not None)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Something or nothing."""
    return st.none() | strategy


def keys(required: Slide, **optional: st.SearchStrategy[Any]) -> st.SearchStrategy[Slide]:
    """A slide with some of these keys; ``_`` in their names stands for a hyphen."""
    return st.fixed_dictionaries(required, optional={name.replace("_", "-"): s for name, s in optional.items()})


def _chosen(told: Told, statistic: Statistic) -> st.SearchStrategy[Any]:
    """What may follow ``graphic:`` for a statistic: an honest kind, alone or as an object to edit."""
    kinds = honest_kinds(statistic)
    choices: list[Any] = [*kinds, *({"kind": k, "native": True} for k in kinds if told.can_be_edited(k))]
    return st.sampled_from(choices)


@st.composite
def _statistic(draw: st.DrawFn, told: Told) -> Slide:
    drawn_as = {kind: [s for s in told.statistics if kind in honest_kinds(s)] for kind in told.features.graphics}
    kind = draw(st.sampled_from([kind for kind, fit in drawn_as.items() if fit]))
    statistic = draw(st.sampled_from(drawn_as[kind]))
    slide: Slide = {"statistic": statistic.id}
    match draw(st.integers(0, 3)):
        case 0:
            pass
        case 1 if not told.is_panel:
            slide["layout"] = draw(st.sampled_from(ARRANGED))
        case 2 if told.can_be_edited(kind):
            slide["graphic"] = {"kind": kind, "native": True}
        case _:
            slide["graphic"] = kind
    return slide


@st.composite
def _comparison(draw: st.DrawFn, told: Told) -> Slide:
    fit = [s for s in told.statistics if len(s.values) > 1 or s.drawing.base or s.drawing.beside]
    statistic = draw(st.sampled_from(fit))
    slide: Slide = {"comparison": statistic.id}
    if draw(st.booleans()):
        slide["takeaway"] = draw(sentence(4, 16))
    return slide


@st.composite
def _message(draw: st.DrawFn, told: Told) -> Slide:
    message = draw(st.sampled_from(tuple(told.library.messages.values())))
    slide: Slide = {"message": message.number}
    own = [s for s in told.statistics if message.number in s.messages]
    if draw(st.booleans()) and own:
        statistic = draw(st.sampled_from(own))
        slide["statistic"] = statistic.id
        if draw(st.booleans()):
            slide["graphic"] = draw(_chosen(told, statistic))
    return slide


@st.composite
def _quotation(draw: st.DrawFn, told: Told) -> Slide:
    quotation = draw(st.sampled_from(tuple(told.library.quotations.values())))
    slide: Slide = {"quotation": quotation.id}
    if quotation.short and draw(st.booleans()):
        slide["form"] = "short"
    if not told.is_panel and draw(st.integers(0, 3)) == 2:
        slide |= {"portrait": draw(st.sampled_from(PICTURES)), "portrait-of": draw(words(2, 8))}
    return slide


@st.composite
def _timeline(draw: st.DrawFn, told: Told) -> Slide:
    statistic = draw(st.sampled_from([s for s in told.statistics if "timeline" in honest_kinds(s)]))
    slide: Slide = {"timeline": statistic.id}
    if draw(st.booleans()):
        slide["points"] = draw(sentences(3, 9, 3, 3))
    if not told.is_panel and draw(st.booleans()):
        slide["graphic"] = {"native": True}
    return slide


@st.composite
def _summary(draw: st.DrawFn, told: Told) -> Slide:
    panels = [
        *({"statistic": s.id} for s in told.statistics if len(s.values) == 1),
        *({"message": message.number} for message in told.library.messages.values()),
        *({"quotation": name} for name, q in told.library.quotations.items() if len(q.short or q.text) < 110),
    ]
    count = draw(st.sampled_from((2, 2, 3, 4)))
    chosen = draw(st.lists(st.sampled_from(panels), min_size=count, max_size=count, unique_by=str))
    return {"infographic-summary": {"headline": draw(told.headline()), "panels": chosen}}


@st.composite
def _two_statistics(draw: st.DrawFn, told: Told) -> Slide:
    single = [s.id for s in told.statistics if len(s.values) == 1]
    chosen = draw(st.lists(st.sampled_from(single), min_size=2, max_size=2, unique=True))
    return {"two-statistics": chosen, "headline": draw(told.headline())}


@st.composite
def _table(draw: st.DrawFn, told: Told) -> Slide:
    columns, rows = draw(st.integers(2, 6)), draw(st.integers(2, 7))
    cell = words(1, max(1, 24 // (columns + rows)))
    filled = draw(st.lists(st.lists(cell, min_size=columns, max_size=columns), min_size=rows, max_size=rows))
    if draw(st.booleans()):
        filled[-1][-1] = f"{{{draw(st.sampled_from(told.figures))}}}"
    slide: Slide = {"table": draw(told.headline()), "rows": filled}
    if draw(st.booleans()):
        slide["alternative-text"] = draw(sentence(3, 12))
    return slide


@st.composite
def _image(draw: st.DrawFn, told: Told) -> Slide:
    slide: Slide = {
        "image": draw(st.sampled_from(PICTURES)),
        "headline": draw(told.headline(2, 6)),
        "credit": draw(words(1, 8)),
    }
    slide |= {"decorative": True} if draw(st.integers(0, 3)) == 2 else {"alternative-text": draw(sentence(3, 12))}
    return slide | draw(
        keys(
            {},
            caption=sentence(4, 20),
            layout=st.sampled_from(("beside", "wide", "full")),
            crop=st.booleans(),
        )
    )


def _column(told: Told) -> st.SearchStrategy[Any]:
    said = st.fixed_dictionaries({"body": sentence(4, 24, told.figures)}, optional={"heading": words(1, 5)})
    listed = st.fixed_dictionaries({"points": sentences(2, 7, 2, 4)}, optional={"heading": words(1, 5)})
    return said | listed


def _text(told: Told) -> st.SearchStrategy[Slide]:
    body = st.fixed_dictionaries({"headline": told.headline(), "body": sentence(5, 35, told.figures)})
    points = st.fixed_dictionaries({"headline": told.headline(), "points": sentences(2, 10, 1, 5)})
    return st.fixed_dictionaries({"text": body | points}, optional={"source": words(2, 10)})


def _person() -> st.SearchStrategy[Slide]:
    return keys(
        {"name": words(1, 3)},
        role=words(2, 7),
        email=st.sampled_from(("team@example.org", "z.hill@babies.example.org")),
        web=st.sampled_from(("example.org/team", "https://example.org/a/long/way?to=go")),
        telephone=st.just("020 7946 0000"),
    )


LED: dict[str, st.SearchStrategy[Any]] = {
    "say": paragraphs(2),
    "do": sentence(4, 20),
    "ask": sentence(4, 12),
    "if_short_of_time": sentence(3, 10),
}
"""Keys of slides that somebody leads people through."""
MINUTES = st.integers(1, 30)
GROUPS = st.sampled_from(("pairs", "4", "3-4", "the whole room", "3 to 5"))

KINDS: dict[str, Callable[[Told], st.SearchStrategy[Slide]]] = {
    "activity": lambda told: keys(
        {
            "activity": told.headline(),
            "minutes": MINUTES,
            "group-size": GROUPS,
            "steps": sentences(3, 10, 1, 4),
            "outcome": sentence(3, 8),
        },
        materials=words(1, 8),
        **LED,
    ),
    "agenda": lambda told: keys({"agenda": st.none()}, headline=told.headline(1, 4)),
    "blank": lambda told: keys({"blank": told.headline(1, 5)}, ground=st.sampled_from(("dark", "light"))),
    "break": lambda told: keys({"break": MINUTES, "headline": told.headline(1, 2)}, about=sentence(2, 10), **LED),
    "call-to-action": lambda told: keys(
        {"call-to-action": told.headline(3, 9)}, how=sentence(4, 14), contact=st.just("team@example.org")
    ),
    "case-example": lambda told: keys(
        {"case-example": told.headline(), "minutes": MINUTES, "story": sentence(20, 60)},
        questions=sentences(3, 8, 1, 3),
        source=words(2, 8),
        **LED,
    ),
    "closing": lambda told: keys({"closing": maybe(sentence(2, 8))}, headline=told.headline(1, 2)),
    "comparison": _comparison,
    "contact": lambda told: keys(
        {"contact": st.lists(_person(), min_size=1, max_size=4), "headline": told.headline(1, 4)},
        words=sentence(3, 10),
        web=st.just("example.org"),
        partners=words(2, 6),
    ),
    "discussion": lambda told: keys(
        {"discussion": told.headline(4, 10), "minutes": MINUTES},
        group_size=GROUPS,
        how=sentence(4, 12),
        prompts=sentences(3, 8, 1, 3),
        **LED,
    ),
    "evaluation": lambda told: keys(
        {"evaluation": sentences(3, 10, 2, 4)},
        headline=told.headline(2, 5),
        minutes=MINUTES,
        how=words(2, 6),
        link=st.just("https://example.org/form"),
        **LED,
    ),
    "flow": lambda told: keys(
        {"flow": st.sampled_from([d.id for d in told.library.diagrams.values() if d.graphic == "flow"])},
        graphic=st.just({"native": True}),
    ),
    "image": _image,
    "infographic-summary": _summary,
    "learning-outcomes": lambda told: keys(
        {"learning-outcomes": sentences(4, 11, 2, 4)}, headline=told.headline(1, 4), **LED
    ),
    "message": _message,
    "nation-strip": lambda told: keys(
        {"nation-strip": st.sampled_from([d.id for d in told.library.diagrams.values() if d.graphic == "nation-strip"])}
    ),
    "poll": lambda told: keys(
        {"poll": told.headline(4, 10), "options": sentences(2, 8, 2, 5)}, minutes=MINUTES, how=words(2, 4), **LED
    ),
    "quotation": _quotation,
    "references": lambda told: keys({"references": st.none()}, headline=told.headline(1, 4)),
    "section": lambda told: keys({"section": told.headline(1, 5)}, about=sentence(3, 12)),
    "statistic": _statistic,
    "table": _table,
    "text": _text,
    "timeline": _timeline,
    "title": lambda told: keys({"title": st.none()}, headline=told.headline(1, 7)),
    "two-columns": lambda told: keys(
        {"two-columns": told.headline(), "left": _column(told), "right": _column(told)}, source=words(2, 8)
    ),
    "two-statistics": _two_statistics,
}
"""A strategy for each kind of slide."""
OF_PANELS = ("statistic", "comparison", "timeline", "message", "quotation", "text", "call-to-action")
