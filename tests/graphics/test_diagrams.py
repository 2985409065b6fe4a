"""Diagrams say what their records say, keep their box, and make no more of an arrow than the source does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Citation, Diagram, DiagramPart, Source
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import Circle, Label, NoRoomError, Picture, Rectangle, Symbol
from deckmaker.model.scope import Nation
from deckmaker.model.text import plain

CITE = (Citation(source=Source(id="s", title="A work", short="Somebody, A work (2019)")),)
LEADS = (
    "Tackling adversity",
    "supporting early relationships",
    "Ŵyn, ŷd a Môn: plant dan ddwy oed yng Nghaernarfon",
    "brains",
)
BOXES = [(852, 300), (430, 330), (490, 700), (560, 560)]
often = settings(max_examples=30, deadline=None, derandomize=True)
leads = st.sampled_from(LEADS)
icons = st.sampled_from(("house", "brain", ""))
Drawn: TypeAlias = Callable[[Diagram, float, float], Picture]


@pytest.fixture(scope="module")
def drawn(kinds: dict[str, GraphicKind], ruler: Measure) -> Drawn:
    """Draws a diagram as the kind that it names, in a box."""

    def draw(diagram: Diagram, width: float, height: float) -> Picture:
        graphic = Graphic(kind=diagram.graphic, subject=diagram, ground=Colour("cream"))
        return kinds[diagram.graphic].draw(graphic, width, height, ruler)

    return draw


def flow(parts: list[tuple[str, str]], outcomes: list[tuple[str, str]]) -> Diagram:
    """An invented flow: names and icons."""
    made = [tuple(DiagramPart(lead=lead, icon=icon) for lead, icon in group) for group in (parts, outcomes)]
    return Diagram(id="made", graphic="flow", headline="It goes on", parts=made[0], outcomes=made[1], cite=CITE)


def strip(*leads: str, text: str = "So it was said, and no more.") -> Diagram:
    """An invented strip of nations, in the order of their list."""
    parts = tuple(
        DiagramPart(lead=lead, text=plain(text), nation=nation, cite=CITE)
        for lead, nation in zip(leads, Nation, strict=False)
    )
    return Diagram(id="made", graphic="nation-strip", headline="So it was", parts=parts, cite=CITE, period="2019")


def words(picture: Picture) -> str:
    return " ".join(mark.words for mark in picture.marks if isinstance(mark, Label))


def flat(text: str) -> str:
    return " ".join(text.split()).casefold()


@often
@given(
    parts=st.lists(st.tuples(leads, icons), min_size=1, max_size=4),
    outcomes=st.lists(st.tuples(leads, icons), min_size=1, max_size=2),
    box=st.sampled_from(BOXES) | st.tuples(st.integers(200, 960), st.integers(150, 700)),
)
def test_a_flow_keeps_its_box_or_says_that_there_is_no_room(
    parts: list[tuple[str, str]], outcomes: list[tuple[str, str]], box: tuple[int, int], drawn: Drawn,
    faults: Callable[[Picture], list[str]],
) -> None:  # fmt: skip
    try:
        picture = drawn(flow(parts, outcomes), *box)
    except NoRoomError:
        assert len(parts) + len(outcomes) > 4 or min(box) < 500
    else:
        assert faults(picture) == []
        said = flat(words(picture))
        assert all(lead.casefold() in said for lead, _ in (*parts, *outcomes))


@often
@example(named=["Tackling adversity"] * 4, text="Môn", box=(289, 153))
@given(
    named=st.lists(leads, min_size=2, max_size=4),
    text=st.sampled_from(
        ("Môn", "So it was said, and no more.", "Leadership was found lacking, and much was unclear.")
    ),
    box=st.sampled_from(BOXES) | st.tuples(st.integers(200, 960), st.integers(150, 700)),
)
def test_a_strip_keeps_its_box_or_says_that_there_is_no_room(
    named: list[str], text: str, box: tuple[int, int], drawn: Drawn, faults: Callable[[Picture], list[str]]
) -> None:
    try:
        picture = drawn(strip(*named, text=text), *box)
    except NoRoomError:
        assert len(named) > 2 or min(box) < 400
    else:
        assert faults(picture) == []
        said = flat(words(picture))
        assert all(part in said for part in ("england", "wales", *(lead.casefold() for lead in named)))
        assert flat(text) in said or "in short: the first point of each" in said


@pytest.mark.parametrize("box", BOXES)
def test_a_flow_has_plus_signs_within_each_group_and_one_arrow_between_them(box: tuple[int, int], drawn: Drawn) -> None:
    made = flow([("Tackling adversity", "house"), ("calm", "house"), ("time", "house")], [("brains", "brain")] * 2)
    marks = drawn(made, *box).marks
    signs = [mark.icon.partition("-")[0] for mark in marks if isinstance(mark, Symbol)]
    assert (signs.count("plus"), signs.count("arrow")) == (3, 1)
    parts, outcomes = ([m for m in marks if isinstance(m, Circle) and m.fill == role] for role in ("series", "focus"))
    assert (len(parts), len(outcomes)) == (3, 2)
    assert len({round(mark.radius, 3) for mark in (*parts, *outcomes)}) == 1
    (panel,) = (mark.box for mark in marks if isinstance(mark, Rectangle))
    assert all(panel.x < mark.x < panel.right and panel.y < mark.y < panel.bottom for mark in parts)
    assert not any(panel.x < mark.x < panel.right and panel.y < mark.y < panel.bottom for mark in outcomes)


def test_the_arrow_is_called_what_the_source_says_and_no_measurement(kinds: dict[str, GraphicKind]) -> None:
    diagram = replace(flow([(LEADS[0], ""), (LEADS[1], "")], [("better futures", "")]), place="Ynys Môn", period="2019")
    said = kinds["flow"].describe(Graphic(kind="flow", subject=diagram, ground=Colour("cream")))
    for part in (
        "Tackling adversity plus supporting early relationships, then an arrow to better futures",
        "no measurement",
        "Ynys Môn, 2019",
        "Somebody, A work (2019)",
    ):
        assert part in said


def test_a_strip_in_words_has_each_nation_when_it_was_so_and_its_works(kinds: dict[str, GraphicKind]) -> None:
    diagram = strip("One", "Two", "Three", "Four")
    said = kinds["nation-strip"].describe(Graphic(kind="nation-strip", subject=diagram, ground=Colour("cream")))
    for part in ("England: One. So it was said", "Northern Ireland: Four.", "2019", "Somebody, A work (2019)"):
        assert part in said


def test_all_nations_of_a_strip_look_alike(drawn: Drawn) -> None:
    marks = drawn(strip("One", "Two", "Three", "Four"), 852, 300).marks
    rules = [mark for mark in marks if isinstance(mark, Rectangle)]
    names = [mark for mark in marks if isinstance(mark, Label) and mark.colour == "title"]
    assert len(rules) == len(names) == 4
    assert len({(rule.fill, rule.box.y, rule.box.width, rule.box.height) for rule in rules}) == 1
    assert len({(name.size, name.y) for name in names}) == 1


@pytest.mark.parametrize(
    ("diagram", "because"),
    [
        (flow([("one", "")], []), "does not have both"),
        (flow([], [("one", "")]), "does not have both"),
        (flow([("one", "")] * 5, [("two", "")]), "more than 4"),
        (strip("One"), "has 1 of them"),
        (replace(strip("One", "Two"), outcomes=(DiagramPart(lead="three"),)), "outcome"),
        (replace(strip("One", "Two"), parts=(DiagramPart(lead="no nation"),) * 2), "needs ‘nation’"),
        (replace(strip("One", "Two"), parts=(DiagramPart(lead="twice", nation=Nation.WALES),) * 2), "twice"),
    ],
)
def test_a_diagram_that_its_kind_cannot_show_is_refused_with_the_reason(
    diagram: Diagram, because: str, kinds: dict[str, GraphicKind]
) -> None:
    assert because in kinds[diagram.graphic].refusal(diagram)


def test_a_diagram_is_no_statistic_and_a_statistic_no_diagram(
    kinds: dict[str, GraphicKind], statistic: Callable[..., object]
) -> None:
    assert "diagram" in kinds["flow"].refusal(statistic(42))  # type: ignore[arg-type]
    assert "statistic" in kinds["dots"].refusal(strip("One", "Two"))
