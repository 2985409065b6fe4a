"""Random deck specs as an author might write them, as text."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml
from hypothesis import strategies as st
from tests.random_decks.slides import KINDS, OF_PANELS, Slide, Told, keys
from tests.random_decks.words import paragraphs, sentence, words

AUDIENCES = ("commissioners", "mps", "practitioners", "parents", "public")
NATIONS = ("england", "wales", "scotland", "northern-ireland")
PAGES = ("a4", "a3", "square", "landscape", "story", "1080x1350", "900x700")
MOST_SLIDES = 6
OFTEN = ("statistic",) * 5
"""More often than other kinds: there are as many ways to show a figure as there are graphics."""
_TOLD_APART = {"agenda", "closing", "references", "title", "learning-outcomes", "evaluation", *OF_PANELS} - {
    "text", "call-to-action",
} | {"nation-strip", "flow"}  # fmt: skip
"""Kinds whose slides have the same title unless they have headlines of their own."""


@st.composite
def _slides(draw: st.DrawFn, told: Told, kinds: tuple[str, ...], most: int) -> list[Slide | str]:
    """Slides of these kinds; the second of a kind has a headline of its own, so that titles differ."""
    chosen = draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=most))
    made: list[Slide | str] = []
    for number, kind in enumerate(chosen):
        at = told.at(number, is_panel=told.is_panel)
        slide = dict(draw(KINDS[kind](at)))
        if kind in _TOLD_APART and "headline" not in slide and (kind in chosen[:number] or draw(st.booleans())):
            slide["headline"] = draw(at.headline())
        made.append(slide)
    if "agenda" in chosen and "section" not in chosen:
        made.append({"section": draw(told.at(most).headline(1, 4))})
    if "references" in chosen:
        made.insert(0, {"statistic": told.figures[0], "headline": draw(told.at(most + 1).headline())})
    return made


@st.composite
def _spoken(draw: st.DrawFn, told: Told, slide: Slide | str) -> Slide | str:
    """The slide with what may stand beside any kind."""
    assert isinstance(slide, dict)
    optional: dict[str, st.SearchStrategy[Any]] = {
        "notes": paragraphs(3, told.figures),
        "content_note": sentence(4, 12),
        "minutes": st.integers(1, 20),
    }
    if "break" in slide:  # its minutes follow its colon
        del optional["minutes"]
    whole = {**draw(keys({}, **optional)), **slide} if draw(st.integers(0, 2)) == 1 else slide
    (kind, value), *rest = whole.items()
    return kind if value is None and not rest else whole


def _about(draw: st.DrawFn) -> Slide:
    return draw(
        keys(
            {"title": sentence(2, 8)},
            subtitle=sentence(3, 9),
            audience=st.sampled_from(AUDIENCES),
            nation=st.sampled_from(NATIONS),
            brand=st.just("high-contrast"),
        )
    )


@st.composite
def decks(draw: st.DrawFn, told: Told) -> Slide:
    """A deck for a talk or a workshop, as keys."""
    keyed = _about(draw)
    keyed |= draw(
        keys(
            {},
            kind=st.sampled_from(("talk", "workshop")),
            start=st.sampled_from(("09:30", "14:00")),
            length=st.sampled_from((5, 30, 90)),
            presenter=words(1, 3),
            organisation=words(1, 4),
            event=words(1, 5),
            date=st.dates(date(2024, 1, 1), date(2030, 12, 31)),
            notes=st.booleans(),
        )
    )
    if draw(st.integers(0, 3)) == 2:
        keyed |= {"partner": draw(words(1, 3)), "partner-logo": draw(st.sampled_from(("wide.png", "square.gif")))}
    slides = draw(_slides(told, (*KINDS, *OFTEN), MOST_SLIDES))
    keyed["slides"] = [draw(_spoken(told, slide)) for slide in slides]
    if "length" not in keyed and draw(st.integers(0, 3)) == 2:
        keyed["lengths"] = [20, 40]
        for slide in keyed["slides"][1:]:
            if isinstance(slide, dict) and draw(st.integers(0, 3)) == 2:
                slide["keep-for"] = draw(st.sampled_from((20, 40, [20, 40])))
        sections = [slide for slide in keyed["slides"] if isinstance(slide, dict) and "section" in slide]
        for slide in sections[:1]:  # what an agenda tells of in a deck of either length
            slide.pop("keep-for", None)
    return keyed


@st.composite
def infographics(draw: st.DrawFn, told: Told) -> Slide:
    """An infographic, as keys."""
    keyed = {"kind": "infographic", **_about(draw)}
    sizes: list[Any] = [{"page": page} for page in PAGES] + [{"pages": ["a4", "square"]}]
    keyed |= draw(st.sampled_from(sizes))
    keyed["cards"] = draw(st.booleans())
    most = 6 if keyed["cards"] else 3 if keyed.get("page") in ("a4", "a3", "story") else 2
    if keyed["cards"]:
        keyed.pop("subtitle", None)
    keyed["panels"] = draw(_slides(told.at(0, is_panel=True), OF_PANELS, most))
    return keyed


@st.composite
def specs(draw: st.DrawFn, told: Told) -> str:
    """A spec as text: one deck in eight is an infographic. It is written in one of the ways that YAML has."""
    own = told.own if draw(st.integers(0, 5)) == 3 else None
    kind = infographics(own or told) if draw(st.integers(0, 7)) == 5 else decks(own or told)
    written = yaml.safe_dump(
        {**({"library": "our-evidence"} if own else {}), **draw(kind)},
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=draw(st.sampled_from((False, False, True))),
        width=draw(st.sampled_from((60, 100, 10_000))),
        indent=draw(st.sampled_from((2, 4))),
    )
    return written.replace(": null", ": ")
