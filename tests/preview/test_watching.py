"""What was asked of the disk is remembered, and another answer is noticed: by content, whatever the time stamps say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckmaker.preview.watching import WatchedWorkspace
from deckmaker.workspace import Workspace


@pytest.fixture
def watched(tmp_path: Path) -> WatchedWorkspace:
    (tmp_path / "talk.yaml").write_text("one", encoding="utf-8")
    return WatchedWorkspace(tmp_path)


def test_a_workspace_that_remembers_answers_like_any_other(watched: WatchedWorkspace) -> None:
    plain = Workspace(watched.root)
    assert watched.read("talk.yaml") == plain.read("talk.yaml") == b"one"
    assert watched.read("talk.yaml", limit=1) == plain.read("talk.yaml", limit=1)
    assert watched.files(".", ".yaml") == plain.files(".", ".yaml") == ("talk.yaml",)
    assert watched.exists("talk.yaml")
    assert not watched.exists("other.yaml")
    with pytest.raises(FileNotFoundError):
        watched.read("other.yaml")
    assert not watched.changed()


def test_a_changed_content_is_noticed(watched: WatchedWorkspace) -> None:
    watched.read("talk.yaml")
    assert not watched.changed()
    (watched.root / "talk.yaml").write_text("two", encoding="utf-8")
    assert watched.changed()


def test_the_same_content_saved_again_is_no_change(watched: WatchedWorkspace) -> None:
    watched.read("talk.yaml")
    (watched.root / "talk.yaml").write_text("one", encoding="utf-8")
    os.utime(watched.root / "talk.yaml", (5, 5))
    assert not watched.changed()


def test_a_change_within_one_tick_of_the_clock_of_the_disk_is_noticed(watched: WatchedWorkspace) -> None:
    path = watched.root / "talk.yaml"
    watched.read("talk.yaml")
    before = path.stat()
    path.write_text("two", encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert watched.changed()


def test_an_editor_that_saves_by_renaming_is_noticed(watched: WatchedWorkspace) -> None:
    watched.read("talk.yaml")
    (watched.root / "talk.yaml.new").write_text("two", encoding="utf-8")
    (watched.root / "talk.yaml.new").replace(watched.root / "talk.yaml")
    assert watched.changed()


def test_a_file_that_goes_and_one_that_comes_are_noticed(watched: WatchedWorkspace) -> None:
    watched.read("talk.yaml")
    (watched.root / "talk.yaml").unlink()
    assert watched.changed()
    again = WatchedWorkspace(watched.root)
    with pytest.raises(FileNotFoundError):
        again.read("talk.yaml")
    assert not again.changed()
    (watched.root / "talk.yaml").write_text("one", encoding="utf-8")
    assert again.changed()


def test_a_file_that_was_only_asked_for_is_noticed_when_it_comes(watched: WatchedWorkspace) -> None:
    assert not watched.exists("brand/_brand.yml")
    assert not watched.changed()
    (watched.root / "brand").mkdir()
    (watched.root / "brand" / "_brand.yml").write_text("", encoding="utf-8")
    assert watched.changed()


def test_another_file_in_a_folder_that_was_listed_is_noticed(watched: WatchedWorkspace) -> None:
    watched.files(".", ".yaml")
    (watched.root / "notes.txt").write_text("", encoding="utf-8")
    assert not watched.changed()
    (watched.root / "more.yaml").write_text("", encoding="utf-8")
    assert watched.changed()


def test_of_two_states_of_a_file_within_one_build_the_older_counts(watched: WatchedWorkspace) -> None:
    watched.read("talk.yaml")
    (watched.root / "talk.yaml").write_text("two", encoding="utf-8")
    watched.read("talk.yaml")
    assert watched.changed()


def test_a_file_that_is_never_asked_for_is_not_watched(watched: WatchedWorkspace) -> None:
    watched.read("talk.yaml")
    (watched.root / "other.yaml").write_text("", encoding="utf-8")
    assert not watched.changed()
