"""Records are found by what they say and whom they are for, and the whole library goes into one document."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest

from deckmaker.model.evidence import Diagram, Library, Message, Quotation, Source, Statistic
from deckmaker.model.scope import Audience, Nation
from deckmaker.verifying.export import KINDS, exported
from deckmaker.verifying.search import Wanted, named, search


def names(library: Library, wanted: Wanted) -> list[str]:
    return [record.id for _, record in search(library, wanted)]


def test_nothing_asked_finds_everything(library: Library) -> None:
    assert len(names(library, Wanted())) == sum(len(getattr(library, kind)) for kind in KINDS)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(words=("EVICT",)), ["a-hedge-is-a-street"]),
        (Wanted(words=("people's",)), ["a-hedge-is-a-street"]),
        (Wanted(words=("cutting", "flail")), []),
        (Wanted(message=1), ["1", "nests-lost", "report", "finch-2018"]),
        (Wanted(message=1, kinds=("statistics",)), ["nests-lost"]),
        (Wanted(message=7), []),
        (Wanted(nation=Nation.SCOTLAND), ["a-hedge-is-a-street", "nests-lost", "cost-of-cutting"]),
        (Wanted(nation=Nation.WALES, kinds=("quotations",)), ["a-hedge-is-a-street", "leave-it-be"]),
        (Wanted(audience=Audience.PRACTITIONERS), ["leave-it-be"]),
    ],
)
def test_records_are_found_by_what_is_asked(library: Library, wanted: Wanted, found: list[str]) -> None:
    assert names(library, wanted) == found


def test_a_record_is_found_by_name_and_a_source_by_its_number(library: Library) -> None:
    assert [(kind, record.id) for kind, record in named(library, "2")] == [("messages", "2")]
    assert [(kind, record.id) for kind, record in named(library, "2", "sources")] == [("sources", "alder-2019")]
    assert [record.id for _, record in named(library, "3")] == ["alder-2019"]
    assert named(library, "none") == []


def test_the_document_has_every_field_of_every_record_in_order(library: Library) -> None:
    document = json.loads(exported(library))
    assert tuple(document) == KINDS
    for kind, cls in zip(KINDS, (Message, Quotation, Statistic, Diagram, Source), strict=True):
        assert list(document[kind]) == list(getattr(library, kind))
        keys = [field.name.replace("_", "-") for field in fields(cls) if field.name != "position"]
        assert all(list(record) == keys for record in document[kind].values())


def test_the_document_says_what_the_records_say(library: Library) -> None:
    statistic = json.loads(exported(library))["statistics"]["nests-lost"]
    assert statistic["hedge"] == "at least"
    assert statistic["values"][0]["value"] == 37
    assert statistic["cite"] == [{"source": "finch-2018", "number": 1, "locator": "", "inferred": False}]
    assert statistic["review-by"] == "2022-01-31"


def test_where_records_stand_in_files_does_not_change_the_document(library: Library) -> None:
    moved = replace(library, sources={name: replace(one, position=None) for name, one in library.sources.items()})
    assert exported(moved) == exported(library)
