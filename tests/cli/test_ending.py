"""The process ends at once, and leaves nothing undone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from deckmaker.discovery import Features

BEFORE = "import sys, atexit; sys.argv[1:] = {arguments!r}\n{first}\nfrom deckmaker.__main__ import main\nmain()"


def _run(first: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    code = BEFORE.format(arguments=list(arguments), first=first)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=folder)


def test_everything_that_was_written_arrives(tmp_path: Path) -> None:
    found = _run("", "list", "slides", folder=tmp_path)
    assert found.returncode == 0
    assert [name for name in Features().slides if name not in found.stdout] == []


@pytest.mark.parametrize(("arguments", "code"), [(["--version"], 0), (["check", "bad.yaml"], 1), (["bild"], 2)])
def test_the_exit_code_is_that_of_the_command(tmp_path: Path, arguments: list[str], code: int) -> None:
    (tmp_path / "bad.yaml").write_text("title: A talk\nslides:\n  - titel\n", encoding="utf-8")
    assert _run("", *arguments, folder=tmp_path).returncode == code


def test_what_waits_for_the_end_is_called(tmp_path: Path) -> None:
    assert "called" in _run("atexit.register(print, 'called')", "--version", folder=tmp_path).stdout


def test_objects_are_not_taken_apart_one_by_one(tmp_path: Path) -> None:
    first = "class Loud:\n    def __del__(self): print('taken apart')\nkept = Loud()"
    assert "taken apart" not in _run(first, "--version", folder=tmp_path).stdout


def test_a_profiler_and_other_threads_see_the_end(tmp_path: Path) -> None:
    profiled = subprocess.run(
        [sys.executable, "-m", "cProfile", "-m", "deckmaker", "--version"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert "function calls" in profiled.stdout
    waits = "import threading, time\nthreading.Thread(target=lambda: (time.sleep(0.5), print('done'))).start()"
    assert "done" in _run(waits, "--version", folder=tmp_path).stdout


@pytest.mark.skipif(os.name == "nt", reason="pipes end programs on Linux and macOS")
@pytest.mark.parametrize("arguments", [["list", "slides"], ["build", "talk.yaml"], ["check", "--list"]])
def test_a_reader_that_went_away_ends_it_quietly_with_a_code_of_its_own(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "talk.yaml").write_text("title: A talk\nslides:\n  - title\n", encoding="utf-8")
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as closed:
        command = [sys.executable, "-m", "deckmaker", *arguments]
        found = subprocess.run(
            command, stdout=closed, stderr=subprocess.PIPE, text=True, check=False, cwd=tmp_path, timeout=60
        )
    assert (found.returncode, found.stderr) == (141, "")


@pytest.mark.skipif(os.name == "nt", reason="closed by the shell of Linux and macOS")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["build talk.yaml", "check talk.yaml", "list slides", "new other", "doctor"])
def test_nobody_needs_to_listen(tmp_path: Path, command: str, closed: str) -> None:
    (tmp_path / "talk.yaml").write_text("title: A talk\nslides:\n  - title\n", encoding="utf-8")
    line = f"{sys.executable} -m deckmaker {command} {closed}"
    assert subprocess.run(line, shell=True, cwd=tmp_path, check=False, timeout=60).returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a file that is always full")
def test_a_full_disk_below_the_output_is_told_as_such(tmp_path: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "deckmaker", "list", "slides"]
        found = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=tmp_path)
    assert found.returncode == 3
    assert found.stderr.startswith("error: what this command prints cannot be written: No space left")
