"""Layouts that are remembered are what they were, and spare the import of slide kinds that nobody uses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deckmaker.discovery import Features, in_use
from deckmaker.layout.first_layouts import as_data, first_layouts, from_data
from deckmaker.memory import Memory
from deckmaker.workspace import Workspace


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(Workspace(tmp_path, {"DECKMAKER_CACHE": str(tmp_path / "cache")}))


@pytest.mark.parametrize("kind", Features().slides)
def test_a_layout_comes_back_as_it_was(kind: str) -> None:
    for layout in Features().slides[kind].layouts:
        assert from_data(json.loads(json.dumps(as_data(layout)))) == layout


def test_the_second_time_only_the_kinds_in_use_are_imported(memory: Memory) -> None:
    features = Features()
    expected = {name: kind.layouts[0] for name, kind in features.slides.items()}
    assert first_layouts(Features(), memory) == expected
    second = Features()
    assert second.slides["text"].layouts
    found = first_layouts(second, memory)
    assert (list(found), found) == (list(expected), expected)
    assert list(in_use(second.slides)) == ["text"]


@pytest.mark.parametrize("damage", [b"", b"{}", b"no data"])
def test_a_damaged_memory_is_none(memory: Memory, damage: bytes) -> None:
    expected = first_layouts(Features(), memory)
    (entry,) = (memory.workspace.cache / "known").iterdir()
    entry.write_bytes(damage)
    assert first_layouts(Features(), memory) == expected


def test_kinds_from_another_folder_are_never_remembered(memory: Memory, tmp_path: Path) -> None:
    features = Features((tmp_path,))
    first_layouts(features, memory)
    assert set(in_use(features.slides)) == set(features.slides)
    assert not (memory.workspace.cache / "known").exists()


def test_a_layout_is_found_by_name_among_those_of_its_kind() -> None:
    features = Features()
    assert features.layouts_beside("text") == {layout.name: layout for layout in features.slides["text"].layouts}
    with pytest.raises(KeyError, match="no-such"):
        features.layouts_beside("no-such")
