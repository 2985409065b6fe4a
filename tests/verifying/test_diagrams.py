"""A diagram of a finished library lacks nothing, names only what there is, and cites what it says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from deckmaker.discovery import Features
from deckmaker.icons import icon_names
from deckmaker.model.evidence import DiagramPart, Library
from deckmaker.model.scope import Nation
from deckmaker.model.text import plain
from deckmaker.reading.library import read_library
from deckmaker.reading.sources import library_files
from deckmaker.verifying.search import Wanted, search
from deckmaker.verifying.soundness import library_problems
from deckmaker.workspace import Workspace

STRIP = "nations-infant-mental-health"


@pytest.fixture(scope="module")
def evidence() -> Library:
    return read_library(library_files(Workspace()))


@pytest.mark.parametrize(
    ("fields", "code", "words"),
    [
        ({"caveats": ()}, "missing-field", "nothing under ‘caveats’"),
        ({"notes": None}, "missing-field", "nothing under ‘notes’"),
        ({"review_by": None}, "missing-field", "has no ‘review-by’"),
        ({"graphic": "nation-strap"}, "unknown-graphic", "drawn as ‘nation-strap’"),
        ({"headline": "a b c d e f g h i j k"}, "wrong-length", "11 words, 10 at most"),
        ({"nations": (Nation.ENGLAND,)}, "one-sided", "part for wales"),
        ({"parts": (DiagramPart(lead="Nobody said this"),)}, "missing-field", "‘Nobody said this’"),
        ({"outcomes": (DiagramPart(lead="one", icon="brian"),)}, "unknown-icon", "‘brian’"),
        ({"outcomes": (DiagramPart(lead="one " * 9),)}, "wrong-length", "9 words, 8 at most"),
        ({"outcomes": (DiagramPart(lead="one", text=plain("word " * 25)),)}, "wrong-length", "25 words, 24 at most"),
    ],
)
def test_what_a_diagram_lacks_is_told_at_its_record(
    evidence: Library, fields: dict[str, Any], code: str, words: str
) -> None:
    changed = replace(evidence.diagrams[STRIP], **fields)
    library = replace(evidence, diagrams={**evidence.diagrams, STRIP: changed})
    found = library_problems(library, Features().names("graphics"), icon_names())
    assert any(one.code == code and words in one.message for one in found)
    assert all(one.position == changed.position for one in found)


def test_a_diagram_is_found_by_message_by_nation_and_by_its_words(evidence: Library) -> None:
    for wanted in (
        Wanted(kinds=("diagrams",), message=4),
        Wanted(kinds=("diagrams",), words=("hubs",)),
        Wanted(kinds=("diagrams",), nation=Nation.WALES, words=("framework",)),
    ):
        assert [record.id for _, record in search(evidence, wanted)] == [STRIP]
