"""What was found out before comes back whole, and only for what it was found out from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from deckmaker.memory import Memory
from deckmaker.workspace import Workspace

SPEC = "title: A deck\nslides:\n  - title\n  - statistic: camhs-under-twos\n  - references\n"


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(Workspace(tmp_path, {"DECKMAKER_CACHE": str(tmp_path / "cache")}))


def _entries(cache: Path) -> list[Path]:
    return sorted((cache / "known").iterdir())


def test_what_was_kept_comes_back_under_its_key_alone(memory: Memory) -> None:
    first, second = (memory.key("a library", {"a.yaml": content}) for content in (b"one", b"two"))
    memory.keep(first, {"rows": [1, "‘ŵ’", None]})
    assert memory.recall(first) == {"rows": [1, "‘ŵ’", None]}
    assert memory.recall(second) is None
    assert memory.key("a brand", {"a.yaml": b"one"}) != first
    assert memory.key("a library", {"b.yaml": b"one"}) != first


@pytest.mark.parametrize("damage", [lambda old: old[:-2], lambda old: b"", lambda old: old.replace(b"1", b"2")])
def test_a_damaged_entry_is_none(memory: Memory, damage: Callable[[bytes], bytes]) -> None:
    key = memory.key("a library", {})
    memory.keep(key, [1])
    (entry,) = _entries(memory.workspace.cache)
    seal, _, content = entry.read_bytes().partition(b"\n")
    entry.write_bytes(seal + b"\n" + damage(content))
    assert memory.recall(key) is None


def test_entries_that_changed_places_are_none_and_are_replaced(
    deckmaker: Callable[..., Result], workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, spec = workspace.root / "own-cache", workspace.root / "decks" / "talk.yaml"
    monkeypatch.setenv("DECKMAKER_CACHE", str(cache))
    spec.write_text(SPEC, encoding="utf-8")
    for _ in range(2):
        assert deckmaker("build", "talk", "--force").exit_code == 0
    made = (workspace.root / "output" / "talk.pptx").read_bytes()
    entries = _entries(cache)
    assert len(entries) > 2
    before = [entry.read_bytes() for entry in entries]
    for entry, other in zip(entries, [*before[1:], before[0]], strict=True):
        entry.write_bytes(other)
    assert deckmaker("build", "talk", "--force").exit_code == 0
    assert (workspace.root / "output" / "talk.pptx").read_bytes() == made
    assert deckmaker("build", "talk", "--force").exit_code == 0
    assert [entry.read_bytes() for entry in entries] == before
