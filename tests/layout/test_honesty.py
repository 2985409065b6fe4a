"""One rule says why a kind may not draw a record, for decks and for pictures that stand alone."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.discovery import Features
from deckmaker.layout.honesty import NEVER_DRAWN, honest_kinds, objection
from deckmaker.model.evidence import Diagram, Statistic
from deckmaker.reading.library import read_library
from deckmaker.reading.sources import library_files
from deckmaker.workspace import Workspace

LIBRARY = read_library(library_files(Workspace()))
KINDS = Features().graphics


def test_every_kind_that_a_record_allows_has_no_objection() -> None:
    seen = 0
    records: list[Statistic | Diagram] = [*LIBRARY.statistics.values(), *LIBRARY.diagrams.values()]
    for record in records:
        for name in honest_kinds(record):
            assert objection(record, name, KINDS[name], LIBRARY) == ""
            seen += 1
    assert seen > 60


def test_what_the_record_refuses_is_refused_in_its_own_words() -> None:
    seen = 0
    for record in LIBRARY.statistics.values():
        for refused in record.drawing.refused:
            if refused.kind in KINDS:
                assert objection(record, refused.kind, KINDS[refused.kind], LIBRARY) == refused.because
                seen += 1
    assert seen > 30


def test_a_kind_that_the_record_does_not_list_is_refused_unless_no_record_speaks_of_it() -> None:
    record = LIBRARY.statistics["camhs-under-twos"]
    bare = replace(record, drawing=replace(record.drawing, allowed=(), refused=()))
    kind = KINDS["part-of-whole"]
    assert "does not list" in objection(bare, "part-of-whole", kind, LIBRARY)
    assert objection(bare, "part-of-whole", kind, replace(LIBRARY, statistics={})) == ""


def test_a_statistic_is_no_diagram_and_a_diagram_no_statistic() -> None:
    diagram = next(iter(LIBRARY.diagrams.values()))
    assert "is none" in objection(diagram, "big-number", KINDS["big-number"], LIBRARY)
    assert "is none" in objection(
        LIBRARY.statistics["camhs-under-twos"], diagram.graphic, KINDS[diagram.graphic], LIBRARY
    )


def test_charts_that_are_never_drawn_say_why_and_name_what_there_is_instead() -> None:
    for name, because in NEVER_DRAWN.items():
        assert name not in KINDS
        assert any(kind in because for kind in KINDS), name
