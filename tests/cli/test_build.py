"""Building at the command line: what is said, what is written, and with which exit code."""

from __future__ import annotations

import errno
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from deckmaker import pipeline
from deckmaker import workspace as machine
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.workspace import MachineError, Workspace

Run = Callable[..., Result]
GOOD = b"title: Good\nslides:\n  - title\n  - message: 1\n  - references\n"
BAD = b"title: Bad\nslides:\n  - title\n  - mesage: 1\n"


@pytest.fixture
def good_and_bad(workspace: Workspace) -> Workspace:
    workspace.save({"good.yaml": GOOD, "bad.yaml": BAD}, "decks")
    workspace.save({"bad.pptx": b"the last good one"}, "output")
    return workspace


def test_for_every_deck_it_says_what_it_wrote_how_many_slides_and_how_long(
    deckmaker: Run, workspace: Workspace
) -> None:
    workspace.save({"good.yaml": GOOD}, "decks")
    result = deckmaker("build")
    assert result.exit_code == 0
    assert re.fullmatch(r"output/good\.pptx  3 slides  \d+\.\d s\n", result.stdout)
    assert result.stderr == ""
    assert workspace.read("output/good.pptx").startswith(b"PK")


LENGTHS = b"""\
title: Good
lengths: [5, 30]
nation: wales
slides:
  - title
  - message: 1
  - text: {headline: For an hour, points: [One, Two]}
    keep-for: 30
  - text: {headline: For Scotland, points: [One, Two]}
    nation: scotland
  - references
"""


def test_a_deck_is_made_for_each_length_and_what_is_left_out_is_told(deckmaker: Run, workspace: Workspace) -> None:
    workspace.save({"good.yaml": LENGTHS}, "decks")
    result = deckmaker("build")
    assert result.exit_code == 0, result.output
    assert re.fullmatch(
        r"output/good-5\.pptx  3 slides  \d+\.\d s\n"
        r"  left out: 1 slide kept for other lengths, 1 slide kept for other nations\n"
        r"  about \d+ minutes? for 5 \(notes at 130 words a minute\)\n"
        r"output/good-30\.pptx  4 slides  \d+\.\d s\n"
        r"  left out: 1 slide kept for other nations\n"
        r"  about \d+ minutes? for 30 \(notes at 130 words a minute\)\n",
        result.stdout,
    )
    assert workspace.files("output", ".pptx") == ("output/good-30.pptx", "output/good-5.pptx")


def test_one_length_can_be_picked_and_an_unknown_one_is_told_at_its_line(deckmaker: Run, workspace: Workspace) -> None:
    workspace.save({"good.yaml": LENGTHS}, "decks")
    assert deckmaker("build", "good", "--length", "30", "--quiet").exit_code == 0
    assert workspace.files("output", ".pptx") == ("output/good-30.pptx",)
    result = deckmaker("build", "good", "--length", "45")
    assert result.exit_code == 1
    assert "decks/good.yaml:2:1: error: this deck has no length of 45 minutes" in result.stderr
    assert "choose from 5, 30" in result.stderr


def test_verbose_tells_minutes_slide_by_slide_and_which_slides_are_left_out(
    deckmaker: Run, workspace: Workspace
) -> None:
    workspace.save({"good.yaml": LENGTHS}, "decks")
    said = deckmaker("build", "--length", "5", "--verbose").stdout
    assert re.search(r"^ +2   \d\.\d min  The first 1001 days", said, re.MULTILINE)
    assert "    left out: decks/good.yaml:7:5  text, kept for other lengths\n" in said
    assert "    left out: decks/good.yaml:9:5  text, kept for other nations\n" in said


def test_a_workshop_tells_the_minutes_planned(deckmaker: Run, workspace: Workspace) -> None:
    spec = b"title: Good\nkind: workshop\nlength: 20\nslides:\n  - title\n  - message: 1\n    minutes: 20\n"
    workspace.save({"good.yaml": spec}, "decks")
    assert "  20 minutes planned for 20\n" in deckmaker("build").stdout


def test_what_is_wrong_in_a_deck_of_several_lengths_is_told_once(deckmaker: Run, workspace: Workspace) -> None:
    workspace.save({"bad.yaml": LENGTHS.replace(b"message: 1", b"mesage: 1")}, "decks")
    result = deckmaker("build")
    assert result.exit_code == 1
    assert result.stderr.count("there is no kind of slide ‘mesage’") == 1
    assert "1 error in 2 decks; nothing was written for them" in result.stderr


def test_every_slide_left_out_is_no_deck(deckmaker: Run, workspace: Workspace) -> None:
    workspace.save({"bad.yaml": b"title: A\nnation: wales\nslides:\n  - title:\n      nation: england\n"}, "decks")
    result = deckmaker("build")
    assert result.exit_code == 1
    assert "decks/bad.yaml:3:1: error: every slide of this deck is kept for another" in result.stderr


def test_a_deck_with_an_error_keeps_its_earlier_output_and_the_others_are_built(
    deckmaker: Run, good_and_bad: Workspace
) -> None:
    result = deckmaker("build")
    assert result.exit_code == 1
    assert "decks/bad.yaml:4:5: error:" in result.stderr
    assert "    4 |   - mesage: 1\n      |     ^\n" in result.stderr
    assert "did you mean ‘message’" in result.stderr
    assert "1 error in 1 deck; nothing was written for it" in result.stderr
    assert "output/good.pptx" in result.stdout
    assert good_and_bad.read("output/bad.pptx") == b"the last good one"
    assert "Traceback" not in result.output


def test_quiet_tells_problems_only(deckmaker: Run, good_and_bad: Workspace) -> None:
    assert deckmaker("build", "good", "--quiet").output == ""
    noisy = deckmaker("build", "--quiet")
    assert noisy.stdout == ""
    assert "decks/bad.yaml:4:5: error:" in noisy.stderr


def test_quiet_leaves_out_notes_but_not_warnings(
    deckmaker: Run, good_and_bad: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    remarks = tuple(Diagnostic("c", f"a mere {one}", severity=one) for one in (Severity.NOTE, Severity.WARNING))
    monkeypatch.setattr(pipeline, "check", lambda *_: remarks)
    assert "a mere note" in deckmaker("build", "good").stderr
    quiet = deckmaker("build", "good", "--quiet").stderr
    assert "a mere warning" in quiet
    assert "a mere note" not in quiet


def test_output_goes_where_the_option_says(deckmaker: Run, good_and_bad: Workspace) -> None:
    assert deckmaker("build", "good", "-o", "elsewhere/deep").exit_code == 0
    assert good_and_bad.exists("elsewhere/deep/good.pptx")
    assert not good_and_bad.exists("output/good.pptx")


def test_check_says_the_same_and_writes_nothing(deckmaker: Run, good_and_bad: Workspace) -> None:
    result = deckmaker("check")
    assert result.exit_code == 1
    assert "decks/bad.yaml:4:5: error:" in result.stderr
    assert "decks/good.yaml  3 slides  no problems" in result.stdout
    assert not good_and_bad.exists("output/good.pptx")


def test_an_unknown_format_is_wrong_usage_and_the_formats_are_named(deckmaker: Run, good_and_bad: Workspace) -> None:
    result = deckmaker("build", "good", "--format", "powerpoint")
    assert result.exit_code == 2
    assert "there is no format ‘powerpoint’" in result.stderr
    assert "pptx" in result.stderr


def test_nothing_to_build_says_how_to_begin_and_is_wrong_usage(deckmaker: Run) -> None:
    result = deckmaker("build")
    assert result.exit_code == 2
    assert "deckmaker new my-talk" in result.stderr


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "output/good.pptx cannot be written: the disk is full"),
        (OSError(errno.EROFS, "Read-only file system"), "the disk is read-only"),
        (PermissionError(errno.EACCES, "Permission denied"), "permission denied"),
    ],
)
def test_a_machine_that_refuses_is_told_plainly_with_exit_code_3(
    deckmaker: Run, good_and_bad: Workspace, monkeypatch: pytest.MonkeyPatch, failure: OSError, said: str
) -> None:
    def refuse(target: Path, content: bytes) -> Path:
        raise failure

    monkeypatch.setattr(machine, "_written_aside", refuse)
    result = deckmaker("build", "good")
    assert result.exit_code == 3
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_a_file_open_in_powerpoint_says_close_it_first_with_exit_code_3(
    deckmaker: Run, good_and_bad: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    good_and_bad.save({"good.pptx": b"open"}, "output")

    def held(target: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(machine, "_check_replaceable", held)
    result = deckmaker("build", "good")
    assert result.exit_code == 3
    assert "close it first" in result.stderr
    assert good_and_bad.read("output/good.pptx") == b"open"


def test_a_deck_that_is_open_does_not_keep_the_others_from_being_built(
    deckmaker: Run, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.save({"held.yaml": GOOD, "other.yaml": GOOD}, "decks")

    def held(target: Path) -> None:
        if target.stem == "held":
            raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(machine, "_check_replaceable", held)
    result = deckmaker("build")
    assert result.exit_code == 3
    assert "output/held.pptx cannot be written: permission denied" in result.stderr
    assert result.stdout.startswith("output/other.pptx  3 slides")
    assert workspace.files("output", ".pptx") == ("output/other.pptx",)


def test_ctrl_c_says_that_no_half_written_file_is_left(
    deckmaker: Run, good_and_bad: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "render", interrupted)
    result = deckmaker("build", "good")
    assert result.exit_code == 130
    assert "no half-written one is left" in result.stderr
    assert good_and_bad.files("output", ".pptx") == ("output/bad.pptx",)


def test_a_mistake_of_ours_shows_a_traceback_and_asks_to_report_it(
    deckmaker: Run, good_and_bad: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(pipeline, "lay_out", broken)
    result = deckmaker("build", "good")
    assert result.exit_code == 70
    assert "ZeroDivisionError: planted" in result.stderr
    assert "Please report it" in result.stderr


def test_a_machine_error_anywhere_shows_its_hint(
    deckmaker: Run, good_and_bad: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise MachineError("the cache cannot be used", "set DECKMAKER_CACHE")

    monkeypatch.setattr(pipeline, "lay_out", refused)
    result = deckmaker("build", "good")
    assert (result.exit_code, result.stderr) == (3, "error: the cache cannot be used\nhint: set DECKMAKER_CACHE\n")


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    import os

    return subprocess.run(
        [sys.executable, "-m", "deckmaker", *arguments],
        cwd=folder, env={**os.environ, **environment}, capture_output=True,
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "utf-16"])
def test_output_is_utf_8_whatever_the_console_says(good_and_bad: Workspace, encoding: str) -> None:
    found = run(good_and_bad.root, "check", "bad", PYTHONIOENCODING=encoding, LC_ALL="C", PYTHONUTF8="0")
    assert found.returncode == 1
    assert "‘message’" in found.stderr.decode("utf-8")


def test_there_is_no_colour_where_nobody_watches(good_and_bad: Workspace) -> None:
    found = run(good_and_bad.root, "check")
    assert b"\x1b" not in found.stdout + found.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of a Unix system")
@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_at_a_terminal_there_is_colour_unless_no_color_is_set(
    good_and_bad: Workspace, environment: dict[str, str], coloured: bool
) -> None:
    shown = at_a_terminal(good_and_bad.root, ["check", "bad"], environment)
    assert "did you mean ‘message’" in shown
    assert ("\x1b[" in shown) == coloured


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of a Unix system")
@pytest.mark.parametrize(("environment", "moves"), [({}, True), ({"CI": "true"}, False)])
def test_progress_is_one_moving_line_at_a_terminal_and_absent_in_ci(
    good_and_bad: Workspace, environment: dict[str, str], moves: bool
) -> None:
    shown = at_a_terminal(good_and_bad.root, ["build", "good"], {"NO_COLOR": "1", **environment})
    assert ("laying out …" in shown) == moves
    assert re.search(r"output/good\.pptx  3 slides  \d+\.\d s\r?\n$", shown)


def at_a_terminal(folder: Path, arguments: list[str], environment: dict[str, str]) -> str:
    """What a person would see, with everything that the terminal obeys."""
    import os
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "deckmaker", *arguments],
        cwd=folder, env={**os.environ, "TERM": "xterm", **environment}, stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    seen = b""
    try:
        while chunk := os.read(ours, 65536):
            seen += chunk
    except OSError:
        pass  # Linux says so when the other end has closed
    finally:
        os.close(ours)
        process.wait(timeout=60)
    return seen.decode("utf-8")


def test_a_spec_that_goes_away_meanwhile_is_told_plainly(
    workspace: Workspace, deckmaker: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = workspace.root / "decks" / "talk.yaml"
    spec.write_text("title: A talk\nslides: [title]\n", encoding="utf-8")
    monkeypatch.setattr("deckmaker.cli.build.check_told_apart", lambda specs: spec.unlink())
    result = deckmaker("build", "talk")
    assert result.exit_code == 3
    assert "decks/talk.yaml is not there any more" in result.stderr
