"""A library that is finished has nothing missing, nothing twice, nothing too long, and names only what there is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from deckmaker.discovery import Features
from deckmaker.icons import icon_names
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.evidence import Citation, Library, Source, Value
from deckmaker.model.text import plain
from deckmaker.reading.library import read_library
from deckmaker.reading.sources import library_files
from deckmaker.verifying.soundness import library_problems
from deckmaker.workspace import Workspace

GRAPHICS, ICONS = ("proportion-grid", "range-bar"), ("seedling",)
Changed = Callable[..., tuple[Diagnostic, ...]]


@pytest.fixture
def changed(library: Library) -> Changed:
    """What is said of the library after one record has other fields."""

    def change(kind: str, name: str, **fields: Any) -> tuple[Diagnostic, ...]:
        records = dict(getattr(library, kind))
        records[name] = replace(records[name], **fields)
        return library_problems(replace(library, **{kind: records}), GRAPHICS, ICONS)

    return change


def test_the_invented_library_is_sound(library: Library) -> None:
    assert library_problems(library, GRAPHICS, ICONS) == ()


def test_the_library_that_comes_with_deckmaker_has_no_error() -> None:
    evidence = read_library(library_files(Workspace()))
    found = library_problems(evidence, Features().names("graphics"), icon_names())
    assert [problem for problem in found if problem.stops_the_build] == []


@pytest.mark.parametrize(
    ("kind", "name", "fields", "code", "words"),
    [
        ("statistics", "nests-lost", {"place": " "}, "missing-field", "‘nests-lost’ has nothing under ‘place’"),
        ("statistics", "nests-lost", {"caveats": ()}, "missing-field", "nothing under ‘caveats’"),
        ("statistics", "nests-lost", {"review_by": None}, "missing-field", "has no ‘review-by’"),
        ("statistics", "nests-lost", {"base": "of the many nests in all hedges"}, "wrong-length", "7 words, 6 at most"),
        ("statistics", "nests-lost", {"predicate": "are lost " * 9}, "wrong-length", "18 words, 16 at most"),
        ("statistics", "nests-lost", {"values": (Value(value=38),)}, "value-not-printed", "its value 38"),
        ("statistics", "cost-of-cutting", {"values": (Value(value=1250, high=3500),)}, "value-not-printed", "1250"),
        ("quotations", "leave-it-be", {"attribution": ""}, "missing-field", "nothing under ‘attribution’"),
        ("quotations", "leave-it-be", {"audiences": ()}, "missing-field", "nothing under ‘audiences’"),
        ("quotations", "leave-it-be", {"year": ""}, "missing-field", "lacks its work or its year"),
        ("quotations", "leave-it-be", {"messages": (1,)}, "one-sided", "message 2 lists ‘leave-it-be’"),
        ("messages", "1", {"short": "one two three four five six seven eight nine"}, "wrong-length", "9 words, 8 at most"),  # noqa: E501
        ("messages", "1", {"summary": plain("Birds nest. They sing. They fly.")}, "wrong-length", "has 3 sentences"),
        ("messages", "1", {"talking_points": plain("word " * 119)}, "wrong-length", "119 words; they should have 120 to 180"),  # noqa: E501
        ("messages", "1", {"supports": ()}, "wrong-length", "0 supports; it should have 3"),
        ("sources", "finch-2018", {"printed": {}}, "missing-field", "lacks reference 1 as printed"),
        ("sources", "finch-2018", {"year": ""}, "missing-field", "has no year"),
        ("sources", "finch-2018", {"author": ""}, "missing-field", "neither author nor publisher"),
        ("sources", "finch-2018", {"numbers": (1, 2), "printed": {1: "a", 2: "b"}}, "duplicate", "reference 2 is both"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_record(
    changed: Changed, kind: str, name: str, fields: dict[str, Any], code: str, words: str
) -> None:
    found = [problem for problem in changed(kind, name, **fields) if problem.code == code]
    assert len(found) == 1
    assert words in found[0].message
    assert found[0].position is not None
    assert found[0].position.file == f"library/{kind}.yaml"


def test_a_statistic_that_no_message_lists_is_told(changed: Changed) -> None:
    (problem,) = changed("messages", "1", statistics=())
    assert problem.message == "no message lists ‘nests-lost’ among its statistics"


def test_a_graphic_that_is_not_there_is_told_with_a_hint(library: Library) -> None:
    (problem,) = library_problems(library, ("proportion-grid", "range-bars"), ICONS)
    assert (problem.code, problem.severity) == ("unknown-graphic", Severity.ERROR)
    assert problem.hint == "did you mean ‘range-bars’?"


def test_an_icon_that_is_not_there_is_told(library: Library) -> None:
    found = {problem.code for problem in library_problems(library, GRAPHICS, ("sprout",))}
    assert found == {"unknown-icon"}


def test_a_source_without_use_or_context_is_told(library: Library) -> None:
    source = Source(id="extra", title="Extra", short="Extra", author="Rowan", year="2020")
    sound = replace(library, sources={**library.sources, "extra": replace(source, uses="For further reading.")})
    assert library_problems(sound, GRAPHICS, ICONS) == ()
    (problem,) = library_problems(replace(library, sources={**library.sources, "extra": source}), GRAPHICS, ICONS)
    assert problem.code == "source-without-use"


def test_a_source_that_only_a_value_cites_is_used(library: Library) -> None:
    source = Source(id="extra", title="Extra", short="Extra", author="Rowan", year="2020")
    statistic = library.statistics["nests-lost"]
    cited = replace(statistic, values=(replace(statistic.values[0], cite=(Citation(source=source),)),))
    grown = replace(
        library, sources={**library.sources, "extra": source}, statistics={**library.statistics, "nests-lost": cited}
    )
    assert library_problems(grown, GRAPHICS, ICONS) == ()


@pytest.mark.parametrize("kind", ["quotations", "statistics", "sources"])
def test_a_record_that_says_the_same_as_another_is_told(library: Library, kind: str) -> None:
    records = dict(getattr(library, kind))
    name, record = next(iter(records.items()))
    records["twin"] = replace(record, id="twin")
    found = library_problems(replace(library, **{kind: records}), GRAPHICS, ICONS)
    assert f"‘twin’ says the same as ‘{name}’" in [problem.message for problem in found]
