"""A library that is known to be sound: the same records, read one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from deckmaker.discovery import Features
from deckmaker.memory import Memory
from deckmaker.model.diagnostic import DeckError, Diagnostic
from deckmaker.model.evidence import Library
from deckmaker.model.layout import Layout
from deckmaker.model.lazy_records import LazyRecords
from deckmaker.model.manifest import library_digest, record_digest
from deckmaker.reading import sources
from deckmaker.reading.brand import Brand
from deckmaker.reading.contrast import unfit
from deckmaker.reading.known_library import known_library
from deckmaker.reading.library import FILES, read_library
from deckmaker.reading.references import KINDS
from deckmaker.workspace import Workspace

FAMILIES = tuple(f"{kind}s" for kind in KINDS.values())
STANDARD = {name: (Workspace.library() / name).read_bytes() for name in FILES}


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    """A memory of nothing yet."""
    return Memory(Workspace(tmp_path, {"DECKMAKER_CACHE": str(tmp_path / "cache")}))


@pytest.fixture
def known(memory: Memory) -> Callable[[Mapping[str, bytes]], Library]:
    """Reads a library by way of the memory."""
    return lambda files: known_library(files, "", memory, lambda: read_library(files))


def _learn(known: Callable[[Mapping[str, bytes]], Library], files: Mapping[str, bytes]) -> None:
    """Has the library read twice."""
    for _ in range(2):
        known(files)


def _is_lazy(library: Library) -> bool:
    return all(isinstance(getattr(library, family), LazyRecords) for family in FAMILIES)


def test_from_the_third_time_on_every_record_is_what_it_was_and_stands_where_it_stood(
    known: Callable[[Mapping[str, bytes]], Library],
) -> None:
    whole, again, lazy = (known(STANDARD) for _ in range(3))
    assert [_is_lazy(one) for one in (whole, again, lazy)] == [False, False, True]
    for family in FAMILIES:
        before, now = getattr(whole, family), getattr(lazy, family)
        assert list(now) == list(before)
        for name, record in before.items():
            assert repr(now[name]) == repr(record)
            assert now.digests[name] == record_digest(record)
    assert library_digest(lazy) == library_digest(whole)


def test_a_record_is_read_when_it_is_asked_for_and_once(known: Callable[[Mapping[str, bytes]], Library]) -> None:
    _learn(known, STANDARD)
    statistics = known(STANDARD).statistics
    assert "camhs-under-twos" in statistics
    assert statistics["camhs-under-twos"] is statistics["camhs-under-twos"]
    with pytest.raises(KeyError):
        statistics["nothing"]


def test_a_library_that_changed_is_read_as_a_whole(
    known: Callable[[Mapping[str, bytes]], Library], library_files: dict[str, bytes]
) -> None:
    _learn(known, library_files)
    assert _is_lazy(known(library_files))
    changed = {name: content + b"# a remark\n" for name, content in library_files.items()}
    assert not _is_lazy(known(changed))
    assert _is_lazy(known(library_files))


def test_one_with_problems_tells_them_every_time(
    known: Callable[[Mapping[str, bytes]], Library], library_files: dict[str, bytes]
) -> None:
    broken = {name: content.replace(b"cite:", b"sites:") for name, content in library_files.items()}
    for _ in range(3):
        with pytest.raises(DeckError):
            known(broken)


def test_records_that_share_words_by_an_anchor_are_never_read_alone(
    known: Callable[[Mapping[str, bytes]], Library], library_files: dict[str, bytes]
) -> None:
    name = "library/sources.yaml"
    text = library_files[name].decode()
    shared = text.replace("author: River, A.", "author: &them River, A.").replace(
        "short: Hill, Hills (2018)", "short: *them"
    )
    assert "&them" in shared
    assert "*them" in shared
    files = {**library_files, name: shared.encode()}
    assert [_is_lazy(known(files)) for _ in range(4)] == [False] * 4


@pytest.mark.parametrize("damage", [lambda old: old[:-40], lambda _: b"", lambda old: old.replace(b'"', b"'", 1)])
def test_a_damaged_memory_is_none(
    known: Callable[[Mapping[str, bytes]], Library], memory: Memory, damage: Callable[[bytes], bytes]
) -> None:
    _learn(known, STANDARD)
    assert _is_lazy(known(STANDARD))
    (entry,) = (memory.workspace.cache / "known").iterdir()
    entry.write_bytes(damage(entry.read_bytes()))
    assert [_is_lazy(known(STANDARD)) for _ in range(3)] == [False, False, True]


def test_a_cache_that_cannot_be_written_remembers_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file\n", encoding="utf-8")
    memory = Memory(Workspace(tmp_path, {"DECKMAKER_CACHE": str(tmp_path / "cache")}))
    for _ in range(4):
        assert not _is_lazy(known_library(STANDARD, "", memory, lambda: read_library(STANDARD)))


def test_a_brand_that_was_found_fit_is_not_looked_at_again_and_one_that_is_not_always_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def counted(brand: Brand, layouts: Iterable[Layout]) -> Iterator[Diagnostic]:
        looked.append(brand.file)
        return unfit(brand, layouts)

    monkeypatch.setattr(sources, "unfit", counted)
    workspace = Workspace(tmp_path, {"DECKMAKER_CACHE": str(tmp_path / "cache")})
    brand = workspace.path("brand/_brand.yml")
    brand.parent.mkdir()
    plain = (workspace.bundled("brand") / "_brand.yml").read_text(encoding="utf-8")
    workspace.path("decks").mkdir()
    workspace.path("decks/talk.yaml").write_text("title: A talk\nslides:\n  - title\n", encoding="utf-8")

    def wrong(text: str) -> set[str]:
        brand.write_text(text, encoding="utf-8")
        return {one.code for one in sources.read("decks/talk.yaml", workspace, Features()).problems}

    assert [wrong(plain) for _ in range(3)] == [set()] * 3
    assert len(looked) == 1
    faint = plain.replace('stone: "#6B5D6E"', 'stone: "#B0A8B2"')
    assert faint != plain
    assert [wrong(faint) for _ in range(2)] == [{"low-contrast"}] * 2
    assert len(looked) == 3
    assert wrong(plain) == set()
    assert len(looked) == 3


def test_a_place_at_which_another_record_stands_is_refused(
    known: Callable[[Mapping[str, bytes]], Library], memory: Memory
) -> None:
    _learn(known, STANDARD)
    key = memory.key("library ", STANDARD)
    index = memory.recall(key)
    first, second = index["statistic"][:2]
    index["statistic"][0] = [*first[:2], *second[2:]]
    memory.keep(key, index)
    statistics = known(STANDARD).statistics
    assert statistics[second[0]].id == second[0]
    with pytest.raises(ValueError, match="no statistic stands alone"):
        statistics[first[0]]
