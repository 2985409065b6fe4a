"""What the page is told: the last good pictures, what there is to mend, and whatever changes on the disk."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from tests.preview.conftest import SPEC

from deckmaker.discovery import Features
from deckmaker.preview.deck_view import DeckView
from deckmaker.workspace import Workspace


class Looked:
    """A deck that is looked at, refreshed when a test says so."""

    def __init__(self, workspace: Workspace, spec: str = "decks/talk.yaml") -> None:
        self.view = DeckView(spec, workspace, Features())
        self.view.listeners = 1

    def __call__(self) -> Any:
        """What is shown after whatever has changed."""
        self.view.refresh_if_changed()
        return json.loads(self.view.shown.state)


@pytest.fixture
def look(workspace: Workspace, talk: Path) -> Looked:
    return Looked(workspace)


def codes(state: Any) -> list[str]:
    return [one["code"] for one in state["diagnostics"]]


def test_a_deck_is_shown_with_words_notes_lines_and_text(look: Looked, talk: Path) -> None:
    state = look()
    assert (state["version"], state["title"], state["current"]) == (1, "A talk", True)
    third = state["slides"][2]
    assert third["title"] == "What stands in the way"
    assert "Nobody answers" in third["words"]
    assert third["notes"][0] == "Say this slowly."
    assert (third["file"], third["first"], third["last"]) == ("decks/talk.yaml", 7, 10)
    assert state["files"] == [{"name": "decks/talk.yaml", "text": SPEC}]
    assert {slide["picture"] for slide in state["slides"]} == set(look.view.shown.pictures)


def test_nothing_is_made_while_nothing_changes_or_nobody_looks(look: Looked, talk: Path) -> None:
    look()
    assert look()["version"] == 1
    look.view.listeners = 0
    talk.write_text(SPEC.replace("A first point", "The first point"), encoding="utf-8")
    assert look()["version"] == 1
    look.view.listeners = 1
    assert look()["version"] == 2


def test_one_changed_word_draws_one_slide(look: Looked, talk: Path) -> None:
    before = look()
    talk.write_text(SPEC.replace("A first point", "The first point"), encoding="utf-8")
    after = look()
    assert (before["drawn"], after["drawn"]) == (4, 5)
    changed = [a["picture"] != b["picture"] for a, b in zip(before["slides"], after["slides"], strict=True)]
    assert changed == [False, True, False, False]


def test_the_last_good_pictures_stay_until_the_spec_is_mended(look: Looked, talk: Path) -> None:
    before = look()
    talk.write_text(SPEC.replace("- section: The end", "- secton: The end"), encoding="utf-8")
    broken = look()
    assert broken["current"] is False
    assert broken["slides"] == before["slides"]
    (told,) = broken["diagnostics"]
    assert (told["severity"], told["code"], told["file"], told["line"], told["column"]) == (
        "error", "unknown-kind", "decks/talk.yaml", 11, 5,
    )  # fmt: skip
    assert "section" in told["hint"]
    assert "secton" in broken["files"][0]["text"]
    talk.write_text(SPEC, encoding="utf-8")
    mended = look()
    assert (mended["current"], mended["diagnostics"]) == (True, [])
    assert mended["drawn"] == before["drawn"]


def test_lines_follow_the_text_while_it_is_broken(look: Looked, talk: Path) -> None:
    look()
    talk.write_text("# one\n# two\n" + SPEC.replace("title: A talk", "title: [A talk"), encoding="utf-8")
    broken = look()
    assert broken["current"] is False
    assert [slide["first"] for slide in broken["slides"]] == [5, 6, 9, 13]


def test_an_error_of_a_rule_is_shown_with_the_picture_that_has_it(look: Looked, talk: Path) -> None:
    look()
    talk.write_text(SPEC.replace("Another point", "word " * 400), encoding="utf-8")
    state = look()
    assert state["current"] is True
    assert "too-much-text" in codes(state)
    assert state["drawn"] > 4


def test_a_spec_that_is_deleted_is_told_and_found_again(look: Looked, talk: Path) -> None:
    before = look()
    talk.unlink()
    gone = look()
    assert gone["current"] is False
    assert gone["slides"] == before["slides"]
    assert "decks/talk.yaml" in gone["refusal"]["message"]
    talk.write_text(SPEC, encoding="utf-8")
    assert look()["refusal"] is None


def test_an_editor_that_deletes_before_it_writes_is_given_a_moment(look: Looked, talk: Path) -> None:
    before = look()
    talk.unlink()

    def write_soon() -> None:
        time.sleep(0.03)
        talk.write_text(SPEC.replace("A first point", "The first point"), encoding="utf-8")

    writer = Thread(target=write_soon)
    writer.start()
    after = look()
    writer.join()
    assert after["version"] == before["version"] + 1
    assert after["refusal"] is None
    assert after["drawn"] == 5


def test_included_slides_are_followed(look: Looked, talk: Path) -> None:
    part = talk.with_name("part.yaml")
    talk.write_text(SPEC + "  - include: part.yaml\n", encoding="utf-8")
    assert codes(look()) == ["missing-file"]
    part.write_text("slides:\n  - section: One part\n", encoding="utf-8")
    state = look()
    assert [slide["title"] for slide in state["slides"]][4:] == ["One part"]
    assert [one["name"] for one in state["files"]] == ["decks/talk.yaml", "decks/part.yaml"]
    part.write_text("slides:\n  - section: Another part\n", encoding="utf-8")
    assert look()["slides"][4]["title"] == "Another part"
    part.write_text("slides:\n  - secton: Another part\n", encoding="utf-8")
    broken = look()
    assert [(one["file"], one["line"]) for one in broken["diagnostics"]] == [("decks/part.yaml", 2)]
    assert broken["slides"][4]["title"] == "Another part"


def test_a_brand_that_comes_and_changes_is_followed(look: Looked, workspace: Workspace) -> None:
    before = look()
    shutil.copytree(workspace.bundled("brand"), workspace.root / "brand")
    same = look()
    assert same["version"] == 1 or same["drawn"] == before["drawn"]
    brand = workspace.root / "brand" / "_brand.yml"
    text = brand.read_text(encoding="utf-8")
    brand.write_text(text.replace("#4b2352", "#3b1342").replace("#4B2352", "#3B1342"), encoding="utf-8")
    assert brand.read_text(encoding="utf-8") != text
    after = look()
    assert after["current"] is True
    assert after["drawn"] > before["drawn"]
    brand.write_text("color: [", encoding="utf-8")
    broken = look()
    assert broken["current"] is False
    assert broken["diagnostics"][0]["file"] == "brand/_brand.yml"
    assert [one["name"] for one in broken["files"]] == ["decks/talk.yaml", "brand/_brand.yml"]


def test_pictures_and_settings_are_followed(
    look: Looked, talk: Path, workspace: Workspace, draw_pictures: Callable[[str, Path], None]
) -> None:
    spec = (
        SPEC
        + "  - image: photo.png\n    headline: A blanket\n    alternative-text: A blanket\n    credit: Nobody, 2026\n"
    )
    talk.write_text(spec, encoding="utf-8")
    missing = look()
    assert "missing-file" in codes(missing)
    draw_pictures(spec, talk.parent)
    found = look()
    assert found["current"] is True
    (workspace.root / "deckmaker.yaml").write_text("rulse: {}\n", encoding="utf-8")
    state = look()
    assert state["diagnostics"][0]["file"] == "deckmaker.yaml"
    (workspace.root / "deckmaker.yaml").unlink()
    assert look()["current"] is True


def test_every_page_of_an_infographic_is_shown(workspace: Workspace) -> None:
    shutil.copy(
        workspace.bundled("decks") / "infographic-core-statistics.yaml", workspace.root / "decks" / "cards.yaml"
    )
    state = Looked(workspace, "decks/cards.yaml")()
    assert state["current"] is True
    assert state["unit"] == "page"
    assert len(state["slides"]) > 1
    assert all(slide["first"] <= slide["last"] for slide in state["slides"])


def test_a_broken_file_that_is_not_text_is_shown_all_the_same(look: Looked, talk: Path) -> None:
    look()
    talk.write_bytes(b"\xff\xfe\x00\x01" * 50)
    state = look()
    assert state["current"] is False
    assert state["diagnostics"]


def test_a_text_that_is_very_long_is_shown_in_part(look: Looked, talk: Path) -> None:
    talk.write_text(SPEC + "# word\n" * 100_000, encoding="utf-8")
    (shown,) = look()["files"]
    assert len(shown["text"]) < 400_010
    assert shown["text"].endswith("…")
