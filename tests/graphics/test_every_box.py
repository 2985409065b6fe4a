"""Every kind at the places that slides, panels and cards give it, with values and names at their ends.

Nothing leaves its box, nothing meets, nothing is smaller than 18 points; where a kind says that there is no room, it is
one of the few cases that are named here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Citation, Diagram, DiagramPart, Hedge, Source, Statistic, Unit, Value
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import Label, NoRoomError, Picture
from deckmaker.model.scope import Nation
from deckmaker.model.text import plain

PLACES = {
    "full slide": (852, 350),
    "full bleed": (960, 540),
    "strip": (852, 222),
    "half slide": (410, 300),
    "beside words": (344, 336),
    "square": (360, 424),
    "panel on A4": (490, 700),
    "card": (480, 480),
}
WELSH = "Ŵyn, ŷd a Môn: plant dan ddwy oed yng Nghaernarfon"
NAMES = (
    "Mothers with depression",
    "Children of mothers who live with violence",
    WELSH,
    "England",
    "Northern Ireland",
    "A",
    "Cymru",
    "Plant sy’n byw gyda thrais",
)
LONG = {"base": f"of {WELSH}", "names": ("plentyn", "plant dan ddwy oed")}
AMOUNTS = (0, 1, 99, 100, 50, 43, 21, 57)
Made = Callable[..., Statistic]


def _shares(statistic: Made, values: tuple[float, ...]) -> Iterator[Statistic]:
    for value, hedge in zip(values, (Hedge.NONE, Hedge.ESTIMATED) * len(values), strict=False):
        yield statistic(value, hedge=hedge, **LONG)


def _two_moments(statistic: Made, groups: int) -> Statistic:
    return statistic(
        *(
            Value(value=value, at=at, label=NAMES[number] if groups > 1 else "")
            for number in range(groups)
            for value, at in ((AMOUNTS[number] // 2, "2010/11"), (AMOUNTS[number], "2018/19"))
        )
    )


def ends(kind: str, statistic: Made) -> list[Statistic]:
    """Statistics at the ends of what a kind has to show."""
    match kind:
        case "proportion-grid" | "icon-array":
            return list(_shares(statistic, (0, 1, 50, 99, 100)))
        case "one-in-n":
            return [statistic(value, hedge=Hedge.AT_LEAST, **LONG) for value in (50, 34, 25, 20, 15, 10, 5, 3, 2, 1)]
        case "part-of-whole":
            return [statistic(value, hedge=Hedge.ESTIMATED, rest=WELSH, **LONG) for value in (1, 50, 99)]
        case "comparison-bars":
            return [
                statistic(*(Value(value=AMOUNTS[n], label=NAMES[n], hedge=Hedge.AROUND) for n in range(groups)))
                for groups in range(2, 9)
            ]
        case "dots":
            return [
                statistic(count, unit=Unit.COUNT, hedge=Hedge.ESTIMATED, **LONG) for count in (1, 42, 19_640, 1_032_898)
            ]
        case "nested-counts":
            return [statistic(count, unit=Unit.COUNT, beside="other") for count in (25_000, 8_300, 99_000)]
        case "range-bar":
            shares = [statistic(Value(value=a, high=b), hedge=Hedge.ESTIMATED, **LONG) for a, b in ((0, 1), (0, 100))]
            pounds = statistic(Value(value=11_030, high=59_130), unit=Unit.POUNDS, hedge=Hedge.ESTIMATED, **LONG)
            return [*shares, statistic(Value(value=99, high=100), **LONG), pounds]
        case "return-coins":
            return [
                statistic(value, unit=Unit.DOLLARS, hedge=Hedge.AS_HIGH_AS, base="for every $1 spent")
                for value in (1, 2, 13, 40)
            ]
        case "change":
            return [
                statistic(value, hedge=Hedge.ESTIMATED, base=f"{way} {WELSH}", period=period)
                for value, way in ((1, "more"), (100, "fewer"))
                for period in ("2004 to 2017", "2013/14 to 2017/18")
            ]
        case "timeline":
            return [statistic(1001, unit=Unit.DAYS, hedge=Hedge.ESTIMATED, period="conception to age two")]
        case "slope":
            return [_two_moments(statistic, groups) for groups in range(1, 5)]
        case _:
            return [
                statistic(value, unit=unit, hedge=Hedge.ESTIMATED, **LONG)
                for value, unit in ((2.5, Unit.TIMES), (1_032_898, Unit.COUNT), (0, Unit.PERCENT), (100, Unit.PERCENT))
            ]


def _has_no_room(kind: str, groups: int, width: float, height: float) -> bool:
    """Many bars and many lines need more than half a slide: this is said, and nothing is made small."""
    if kind == "comparison-bars":
        return height < 70 + groups * 56 if width > 800 else height < 60 + groups * 76
    return kind == "slope" and groups > 2 and (width < 400 or height < 300)


STATISTIC_KINDS = (
    *("big-number", "change", "comparison-bars", "dots", "icon-array", "nested-counts", "one-in-n", "part-of-whole"),
    *("proportion-grid", "range-bar", "return-coins", "slope", "timeline", "words-only"),
)


@pytest.mark.parametrize("kind", STATISTIC_KINDS)
def test_the_ends_of_every_kind_keep_every_place(
    kind: str, statistic: Made, draw: Callable[..., Picture], faults: Callable[[Picture], list[str]],
    kinds: dict[str, GraphicKind],
) -> None:  # fmt: skip
    drawn = 0
    other = statistic(8_300, unit=Unit.COUNT) if kind == "nested-counts" else None
    reference = statistic(15, hedge=Hedge.AROUND) if kind == "comparison-bars" else None
    for example in ends(kind, statistic):
        if kinds[kind].refusal(example):
            assert kind == "one-in-n", kinds[kind].refusal(example)
            continue
        for place, (width, height) in PLACES.items():
            told = place in {"beside words", "strip"} and kind not in {"words-only", "big-number"}
            try:
                picture = draw(kind, example, width, height, reference=reference, beside=other, told=told)
            except NoRoomError:
                assert _has_no_room(kind, len({v.label for v in example.values}), width, height), (example, place)
            else:
                assert faults(picture) == [], (place, example.values)
                drawn += 1
    assert drawn >= 8


def test_every_kind_is_looked_at_in_every_place(kinds: dict[str, GraphicKind]) -> None:
    assert {name for name, kind in kinds.items() if kind.shows is Statistic} == set(STATISTIC_KINDS)


def _diagram(graphic: str) -> Diagram:
    source = Citation(source=Source(id="s", title="A work", short="Somebody, A work (2019)"))
    said = "Leadership and accountability were found lacking, and the future of a group was unclear."
    nations = list(Nation) if graphic == "nation-strip" else [None, None]
    parts = tuple(
        DiagramPart(lead=lead, text=plain(said) if nation else None, nation=nation, icon="house", cite=(source,))
        for lead, nation in zip((WELSH, "A green paper", "Môn", "A framework since 2016"), nations, strict=False)
    )
    ends_in = () if graphic == "nation-strip" else parts[1:]
    return Diagram(id="made", graphic=graphic, headline="It is so", parts=parts, outcomes=ends_in, cite=(source,))


@pytest.mark.parametrize("kind", ["flow", "nation-strip"])
def test_diagrams_keep_every_place(
    kind: str, kinds: dict[str, GraphicKind], ruler: Measure, faults: Callable[[Picture], list[str]]
) -> None:
    assert kinds[kind].refusal(_diagram(kind)) == ""
    for place, (width, height) in PLACES.items():
        graphic = Graphic(kind=kind, subject=_diagram(kind), ground=Colour("cream"))
        assert faults(kinds[kind].draw(graphic, width, height, ruler)) == [], place


def test_a_strip_in_a_low_place_has_one_line_for_each_nation(kinds: dict[str, GraphicKind], ruler: Measure) -> None:
    graphic = Graphic(kind="nation-strip", subject=_diagram("nation-strip"), ground=Colour("cream"))
    marks = kinds["nation-strip"].draw(graphic, 410, 190, ruler).marks
    lines = [mark.words.strip() for mark in marks if isinstance(mark, Label)]
    assert lines[-1].startswith("In short")
    for name, first in (
        ("England", "Ŵyn"),
        ("Wales", "A green"),
        ("Scotland", "Môn"),
        ("Northern Ireland", "A framework"),
    ):
        assert any(line.startswith(f"{name}: {first}") for line in lines), name


@pytest.mark.parametrize(("kind", "figure", "most"), [("big-number", 1_032_898, 120), ("words-only", 103_289_889, 90)])
def test_a_long_figure_in_a_wide_place_stands_above_its_words(
    kind: str, figure: int, most: float, draw: Callable[..., Picture], statistic: Made
) -> None:
    marks = draw(kind, statistic(figure, unit=Unit.COUNT), 852, 350).marks
    labels = [mark for mark in marks if isinstance(mark, Label)]
    large = max(labels, key=lambda label: label.size)
    assert large.size >= most
    assert all(label.y > large.y for label in labels if label is not large)


@pytest.mark.parametrize("kind", ["words-only", "big-number"])
def test_a_figure_is_larger_than_its_words(kind: str, draw: Callable[..., Picture], statistic: Made) -> None:
    sizes = sorted({mark.size for mark in draw(kind, statistic(3), 360, 424).marks if isinstance(mark, Label)})
    assert sizes[-1] >= 2 * sizes[-2]


def test_a_strip_that_leaves_words_out_says_so(kinds: dict[str, GraphicKind], ruler: Measure) -> None:
    graphic = Graphic(kind="nation-strip", subject=_diagram("nation-strip"), ground=Colour("cream"))
    for (width, height), short in ((PLACES["half slide"], True), (PLACES["full slide"], False)):
        marks = kinds["nation-strip"].draw(graphic, width, height, ruler).marks
        words = " ".join(mark.words for mark in marks if isinstance(mark, Label))
        assert ("In short" in words) == short
        assert ("found lacking" in words) == (not short)


def test_what_both_counts_begin_with_is_told_once(draw: Callable[..., Picture], statistic: Made) -> None:
    count = statistic(25_000, unit=Unit.COUNT, beside="other")
    first, other = (_counted(count, f"babies under one living with {risks} risks") for risks in ("two", "all three"))
    for place in PLACES.values():
        marks = draw("nested-counts", first, *place, beside=other).marks
        words = " ".join(mark.words for mark in marks if isinstance(mark, Label))
        assert words.casefold().count("babies under one") == 1
        assert all(part in words for part in ("25,000", "two risks", "all three risks", "not stated"))


def _counted(count: Statistic, words: str) -> Statistic:
    return replace(count, counted=words)
