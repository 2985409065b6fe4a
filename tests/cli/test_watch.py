"""``deckmaker watch``: builds at once and again after every change, tells a line each time, and Ctrl-C ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest
from click.testing import Result

from deckmaker.workspace import Workspace

Run = Callable[..., Result]
SPEC = "title: A talk\nslides:\n  - title\n  - section: One part\n"


class Watched:
    """``deckmaker watch`` as a process, and what it says."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [sys.executable, "-m", "deckmaker", "watch", *arguments]
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
        self.process = subprocess.Popen(
            command, cwd=folder, env=environment, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        self.lines: Queue[str] = Queue()
        self.reader = Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def until(self, words: str) -> str:
        """All that is said up to the line with these words."""
        said = ""
        while words not in said:
            try:
                said += self.lines.get(timeout=60)
            except Empty:
                pytest.fail(f"{words!r} was not said, but: {said}")
        return said

    def end(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        code = self.process.wait(60)
        self.reader.join(60)  # it reads to the end, and nobody may shut what it reads
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code


@pytest.fixture
def watch(workspace: Workspace) -> Iterator[Callable[..., Watched]]:
    if os.name == "nt":
        pytest.skip("Windows has no signal for Ctrl-C that one process may send another alone")
    started: list[Watched] = []

    def start(*arguments: str) -> Watched:
        started.append(Watched(workspace.root, *arguments))
        return started[-1]

    yield start
    for one in started:
        one.end()


@pytest.fixture
def talk(workspace: Workspace) -> Path:
    path = workspace.root / "decks" / "talk.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


def test_a_deck_is_built_at_once_and_after_every_change(
    watch: Callable[..., Watched], talk: Path, workspace: Workspace
) -> None:
    watching = watch("talk")
    watching.until("output/talk.pptx  2 slides")
    talk.write_text(SPEC + "  - closing\n", encoding="utf-8")
    said = watching.until("output/talk.pptx  3 slides")
    assert len(said.splitlines()) == 1
    assert (workspace.root / "output" / "talk.pptx").stat().st_size > 10_000
    assert watching.end() == 0
    assert "Nothing is watched any more." in watching.until("any more.")


def test_a_broken_deck_is_told_and_left_as_it_was_until_it_is_mended(
    watch: Callable[..., Watched], talk: Path, workspace: Workspace
) -> None:
    watching = watch("talk")
    watching.until("2 slides")
    before = (workspace.root / "output" / "talk.pptx").read_bytes()
    talk.write_text(SPEC.replace("section", "secton"), encoding="utf-8")
    said = watching.until("talk: 1 error, nothing was written")
    assert "decks/talk.yaml:4:5: error: there is no kind of slide ‘secton’ [unknown-kind]" in said
    assert (workspace.root / "output" / "talk.pptx").read_bytes() == before
    talk.write_text(SPEC.replace("section", "secton") + "# more\n", encoding="utf-8")
    assert "unknown-kind" in watching.until("nothing was written")
    talk.unlink()
    assert "talk.yaml" in watching.until("error:")
    talk.write_text(SPEC, encoding="utf-8")
    assert "error" not in watching.until("2 slides").splitlines()[-1]


def test_what_it_includes_is_watched_and_a_new_deck_too(
    watch: Callable[..., Watched], talk: Path, workspace: Workspace
) -> None:
    part = talk.with_name("part.yml")
    (workspace.root / "parts").mkdir()
    part = workspace.root / "decks" / "parts" / "part.yaml"
    part.parent.mkdir()
    part.write_text("slides:\n  - closing\n", encoding="utf-8")
    talk.write_text(SPEC + "  - include: parts/part.yaml\n", encoding="utf-8")
    watching = watch("--format", "transcript", "-o", "made")
    watching.until("made/talk")
    part.write_text("slides:\n  - section: Another part\n", encoding="utf-8")
    watching.until("3 slides")
    made = next((workspace.root / "made").glob("talk*"))
    assert "Another part" in made.read_text(encoding="utf-8")
    talk.with_name("more.yaml").write_text(SPEC, encoding="utf-8")
    watching.until("made/more")


def test_a_note_that_was_told_is_not_told_with_every_change(watch: Callable[..., Watched], talk: Path) -> None:
    talk.write_text(SPEC + "  - message: 1\n", encoding="utf-8")
    watching = watch("talk")
    assert "missing-references" in watching.until("3 slides")
    talk.write_text(SPEC + "  - message: 1\n  - closing\n", encoding="utf-8")
    assert "missing-references" not in watching.until("4 slides")


def test_without_a_deck_or_with_a_wrong_name_it_ends_with_wrong_usage(deckmaker: Run, talk: Path) -> None:
    assert deckmaker("watch", "tlak").exit_code == 2
    assert deckmaker("watch", "talk", "--format", "pppt").exit_code == 2
    talk.unlink()
    assert deckmaker("watch").exit_code == 2
