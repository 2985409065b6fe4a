"""``deckmaker preview`` as a program: it tells its address, and Ctrl-C ends it plainly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckmaker.cli.program import deckmaker as deckmaker_command
from deckmaker.workspace import Workspace

Run = Callable[..., Result]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal for Ctrl-C that one process may send another alone")
def test_it_tells_its_address_and_ctrl_c_ends_it_with_0(talk: Path, workspace: Workspace) -> None:
    command = [sys.executable, "-m", "deckmaker", "preview", "talk", "--no-browser"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=workspace.root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        name, address = process.stdout.readline().split(": ", 1)
        assert name == "decks/talk.yaml"
        with urllib.request.urlopen(address.strip(), timeout=30) as answer:
            assert answer.url == address.strip() + "1/"
            assert b"<!doctype html>" in answer.read()
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "The preview has ended." in rest
    assert errors == ""
    assert sorted(path.name for path in workspace.root.iterdir()) == ["decks"]


def test_without_a_deck_it_says_how_to_start_one(deckmaker: Run) -> None:
    result = deckmaker("preview", "--no-browser")
    assert result.exit_code == 2
    assert "deckmaker new" in result.output


def test_a_mistyped_name_is_told_with_the_nearest_one(deckmaker: Run, talk: Path) -> None:
    result = deckmaker("preview", "tlak", "--no-browser")
    assert result.exit_code == 2
    assert "‘talk’" in result.output


def test_a_browser_is_opened_where_there_is_a_screen_and_it_is_wanted(
    workspace: Workspace, talk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("sys.platform", "linux")

    def end(decks: object, ended: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("deckmaker.preview.decks.Decks.keep_up_to_date", end)
    addresses: list[str] = []
    for environment, arguments in (({"DISPLAY": ":0"}, []), ({"DISPLAY": ":0"}, ["--no-browser"]), ({}, [])):
        seen = Workspace(workspace.root, environment)
        result = CliRunner().invoke(deckmaker_command, ["preview", *arguments], obj=seen)
        assert result.exit_code == 0
        addresses.append(result.output.split()[1])
    assert len(set(addresses)) == 3
    assert opened == addresses[:1]
