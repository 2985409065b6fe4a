"""What the command line says of itself, and what it loads for that."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

import click
import pytest
from click.testing import Result

from deckmaker import __version__
from deckmaker.cli.program import COMMANDS
from deckmaker.cli.program import deckmaker as command

Run = Callable[..., Result]
HEAVY = {"yaml", "pptx", "lxml", "matplotlib", "numpy", "PIL", "fontTools", "typst", "dataclasses", "platformdirs"}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_loads_nothing_but_the_command_line(arguments: list[str]) -> None:
    script = (
        "import json, sys\n"
        "from deckmaker.__main__ import run\n"
        f"sys.argv[1:] = {arguments!r}\n"
        "try:\n    run()\nexcept SystemExit as end:\n    assert not end.code\n"
        "print('\\n' + json.dumps(sorted(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(json.loads(found.stdout.splitlines()[-1]))
    assert {name for name in loaded if name.startswith("deckmaker")} == {
        "deckmaker", "deckmaker.__main__", "deckmaker.cli",
        "deckmaker.cli.exit_codes", "deckmaker.cli.program",
    }  # fmt: skip
    assert not loaded & HEAVY


@pytest.mark.parametrize("name", COMMANDS)
def test_the_first_line_of_a_commands_help_agrees_with_the_list_of_commands(name: str) -> None:
    found = command.get_command(click.Context(command), name)
    assert found is not None
    assert found.name == name
    summary = (found.help or "").strip().splitlines()[0]
    assert summary.startswith(COMMANDS[name].rstrip("."))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_examples(deckmaker: Run, name: str) -> None:
    result = deckmaker(name, "--help")
    assert result.exit_code == 0
    assert "Examples:" in result.output
    assert f"deckmaker {name}" in result.output


def test_the_version_is_told(deckmaker: Run) -> None:
    assert deckmaker("--version").output == f"deckmaker {__version__}\n"


def test_a_mistyped_command_is_wrong_usage_and_the_nearest_one_is_named(deckmaker: Run) -> None:
    result = deckmaker("buld")
    assert result.exit_code == 2
    assert "build" in result.output


def test_without_a_command_the_help_is_shown(deckmaker: Run) -> None:
    result = deckmaker()
    assert "Commands:" in result.output
    assert result.exit_code == 2
