"""``deckmaker audit``: exit codes, words for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result
from pptx import Presentation

from deckmaker.workspace import Workspace

Run = Callable[..., Result]
SPEC = "title: A talk\nslides:\n  - title\n  - statistic: camhs-under-twos\n  - references\n"


@pytest.fixture
def talk(workspace: Workspace, deckmaker: Run) -> str:
    (workspace.root / "decks" / "talk.yaml").write_text(SPEC, encoding="utf-8")
    assert deckmaker("build", "talk", "-q").exit_code == 0
    return str(workspace.root / "output" / "talk.pptx")


def spoil(file: str) -> None:
    presentation = Presentation(file)
    for shape in presentation.slides[1].shapes:
        if shape.name == "Figure":
            shape.text_frame.paragraphs[0].runs[0].text = "45%"
    presentation.save(file)


def test_a_deck_as_built_ends_with_0_and_tells_only_of_its_age(talk: str, deckmaker: Run) -> None:
    result = deckmaker("audit", talk)
    assert result.exit_code == 0
    assert "3 slides  built from the deck ‘talk’  nothing to mend" in result.output
    assert "[past-review]" in result.output
    assert "[past-review]" not in deckmaker("audit", talk, "--as-of", "2020-06-01").output


def test_a_figure_changed_by_hand_ends_with_1_and_names_its_slide(talk: str, deckmaker: Run) -> None:
    spoil(talk)
    result = deckmaker("audit", talk, "-q")
    assert result.exit_code == 1
    assert "error: slide 2: a figure of the library’s ‘camhs-under-twos’ was changed by hand" in result.output


def test_a_slide_that_somebody_deleted_is_told_and_is_no_damage(talk: str, deckmaker: Run) -> None:
    presentation = Presentation(talk)
    listed = presentation.slides._sldIdLst
    listed.remove(listed[1])  # the part stays in the file, as programs that are not PowerPoint leave it
    presentation.save(talk)
    told = json.loads(deckmaker("audit", talk, "--json", "--as-of", "2020-06-01").stdout)
    assert [one["code"] for one in told["findings"]] == ["slide-removed"]


def test_json_has_every_finding_with_its_slides(talk: str, deckmaker: Run) -> None:
    spoil(talk)
    result = deckmaker("audit", talk, "--json", "--as-of", "2020-06-01")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert (told["version"], told["slides"], told["built_from"], told["to_mend"]) == (1, 3, "talk", 1)
    assert [(one["code"], one["severity"], one["slides"]) for one in told["findings"]] == [
        ("figure-changed", "error", [2])
    ]


def test_a_file_that_is_refused_ends_with_1_and_one_that_is_not_there_with_2(
    workspace: Workspace, deckmaker: Run
) -> None:
    (workspace.root / "gift.pptx").write_bytes(b"PK\x03\x04nothing")
    result = deckmaker("audit", "gift.pptx")
    assert result.exit_code == 1
    assert "gift.pptx is refused: it is no presentation, or it is broken [refused-file]" in result.output
    assert deckmaker("audit", "nowhere.pptx").exit_code == 2


def test_a_deck_with_a_library_of_its_own_is_judged_by_it(workspace: Workspace, deckmaker: Run, talk: str) -> None:
    assert deckmaker("audit", talk, "--deck", "talk").exit_code == 0
    assert deckmaker("audit", talk, "--deck", "no-such-deck").exit_code == 2


def test_of_many_texts_that_were_changed_two_are_told_and_the_number_of_the_others(talk: str, deckmaker: Run) -> None:
    presentation = Presentation(talk)
    presentation.slides[1].notes_slide.notes_text_frame.text = "Other words altogether."
    presentation.save(talk)
    told = json.loads(deckmaker("audit", talk, "--report", "json").stdout)["findings"]
    count = sum(one["code"] == "text-changed" for one in told)
    output = deckmaker("audit", talk).output
    assert count > 3
    assert output.count("[text-changed]") == 3
    assert f"slide 2: {count - 2} more texts were changed by hand" in output
