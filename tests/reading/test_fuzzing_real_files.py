"""The real files with words and bytes changed, all the way to pages; and files that are made to do harm."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reading.test_fuzzing import PIECES, assert_told, mutated

from deckmaker.discovery import Features
from deckmaker.layout.lay_out import lay_out
from deckmaker.model.diagnostic import DeckError
from deckmaker.pipeline import check
from deckmaker.reading import build_all, read
from deckmaker.reading.brand import read_brand
from deckmaker.reading.library import _read
from deckmaker.reading.sources import library_files
from deckmaker.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
DECKS = {path.name: path.read_bytes() for path in sorted((ROOT / "decks").glob("*.yaml"))}
BRANDS = sorted((ROOT / "brand").rglob("_brand.yml"))
FEATURES = Features()
_TOKENS = re.compile(rb"[\w-]+|\n *|[ \t]+|[^\w\s]")
few = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@cache
def tokens_of(content: bytes) -> tuple[bytes, ...]:
    """The words, signs and spaces of a file."""
    return tuple(_TOKENS.findall(content))


@st.composite
def reworded(draw: st.DrawFn, original: bytes) -> bytes:
    """The file with a few of its words and signs left out, doubled, or others of its own in their place."""
    tokens = list(tokens_of(original))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(tokens) - 1))
        other = draw(st.sampled_from(tokens) | st.sampled_from(PIECES))
        match draw(st.integers(0, 3)):
            case 0:
                tokens[at] = other
            case 1:
                tokens.insert(at, other)
            case 2:
                del tokens[at : at + draw(st.integers(1, 12))]
            case _:
                tokens[at:at] = tokens[at : at + draw(st.integers(1, 12))]
        tokens = tokens or [b" "]
    return b"".join(tokens)


def changed(original: bytes) -> st.SearchStrategy[bytes]:
    return reworded(original) | mutated(original)


def beginning(deck: bytes) -> bytes:
    """A deck with its first five slides or panels, so that laying it out takes little time."""
    return b"\n  - ".join(deck.split(b"\n  - ")[:6])


@few
@given(data=st.data())
def test_a_changed_standard_deck_is_laid_out_or_told(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / "fuzzing"
    (folder / "decks").mkdir(parents=True, exist_ok=True)
    original = DECKS[data.draw(st.sampled_from(sorted(DECKS)))]
    (folder / "decks" / "deck.yaml").write_bytes(data.draw(changed(beginning(original))))
    try:
        decks = build_all("decks/deck.yaml", read("decks/deck.yaml", Workspace(folder), FEATURES), FEATURES)
    except DeckError as error:
        assert_told(error.diagnostics)
        return
    for page in [lay_out(deck, FEATURES) for deck in decks]:
        told = check(page, FEATURES)
        assert [one for one in told if one.position is None] == []
        assert page.frames or told


@few
@given(data=st.data())
def test_a_changed_library_is_read_or_told(data: st.DataObject) -> None:
    files = dict(library_files(Workspace(ROOT)))
    name = data.draw(st.sampled_from(sorted(files)))
    files[name] = data.draw(changed(files[name]))
    try:
        _read.__wrapped__(tuple(files.items()))
    except DeckError as error:
        assert_told(error.diagnostics)


@few
@given(data=st.data())
def test_a_changed_brand_is_a_theme_or_is_told(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(BRANDS))

    def beside(name: str) -> bytes:
        return (path.parent / name).read_bytes()

    brand, problems = read_brand("_brand.yml", data.draw(changed(path.read_bytes())), beside)
    if brand is None:
        assert_told(problems)
    else:
        assert all(brand.theme.value(role) for role in brand.theme.roles)


@dataclass(frozen=True)
class Ended:
    """How a command ended: code, what it said, seconds, and the most memory that it had, in megabytes."""

    code: int
    said: str
    seconds: float
    megabytes: float


MEASURED = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=sys.stderr)
_, status, used = os.wait4(process.pid, 0)
print(os.waitstatus_to_exitcode(status), used.ru_maxrss)
"""
"""Runs a command and tells its exit code and its peak of memory. A process begins with the peak of the one that started
it, so a small one has to."""


def checked(content: bytes, folder: Path) -> Ended:
    """``deckmaker check`` of a spec, in a process of its own."""
    (folder / "decks").mkdir(exist_ok=True)
    (folder / "decks" / "deck.yaml").write_bytes(content)
    environment = {**os.environ, "DECKMAKER_CACHE": str(folder / "cache"), "PYTHONIOENCODING": "utf-8"}
    started = time.monotonic()
    with (folder / "said.txt").open("wb") as said:
        asked = [sys.executable, "-c", MEASURED, sys.executable, "-m", "deckmaker", "check", "deck"]
        process = subprocess.run(asked, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=said, check=True)
    code, peak = map(int, process.stdout.split())
    size = peak / (2**20 if sys.platform == "darwin" else 2**10)
    words = (folder / "said.txt").read_text(encoding="utf-8")
    return Ended(code, words, time.monotonic() - started, size)


WORDS = b"babies need people who answer when they call " * 1250
TEXT = b"title: A deck\nslides:\n  - text:\n      headline: Words\n      body: "
HARMFUL = {
    "bomb-of-aliases": b"a: &a [x, x, x, x, x, x, x, x, x]\n"
    + b"".join(b"%c: &%c [%s]\n" % (98 + n, 98 + n, b", ".join([b"*%c" % (97 + n)] * 9)) for n in range(12)),
    "deep-nesting": b"slides: " + b"[" * 400_000,
    "deep-blocks": b"\n".join(b" " * n + b"a:" for n in range(1200)),
    "50-megabytes": b"# nothing\n" * 5_000_000,
    "10000-words-in-a-paragraph": TEXT + WORDS,
    "10000-words-in-a-headline": b"title: A deck\nslides:\n  - statistic: camhs-under-twos\n    headline: " + WORDS,
    "10000-words-in-a-cell": b"title: A deck\nslides:\n  - table: A table\n    rows: [[A, B], [C, " + WORDS + b"]]\n",
    "10000-words-in-a-panel": TEXT.replace(b"slides", b"kind: infographic\npanels") + WORDS,
    "one-word-of-300000-letters": b"title: " + b"a" * 300_000 + b"\nslides: [title]\n",
    "20000-slides-of-no-kind": b"title: A deck\nslides:\n" + b"  - nothing\n" * 20_000,
    "20000-keys": b"".join(b"key-%d: 1\n" % n for n in range(20_000)),
    "a-name-of-200000-letters": b"title: A\nslides:\n  - image: " + b"a" * 200_000 + b".png\n    headline: A\n",
}


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="this system does not tell how much memory a process had")
@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_spec_is_told_soon_and_in_little_memory(name: str, tmp_path: Path) -> None:
    ended = checked(HARMFUL[name], tmp_path)
    assert ended.code == 1, ended.said[-2000:]
    assert "Traceback" not in ended.said
    assert re.search(r"decks/deck\.yaml(?::\d+)?", ended.said)
    assert len(ended.said) < 200_000
    assert ended.megabytes < 400
    assert ended.seconds < 30
