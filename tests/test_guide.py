"""Every example in the guides and the README can be built, and every command that they name is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from deckmaker.workspace import Workspace

ROOT = Path(__file__).parents[1]
GUIDES = (*sorted((ROOT / "docs" / "guide").glob("*.md")), ROOT / "README.md")
_EXAMPLE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"(?:^|`)deckmaker ([a-z]+)", re.MULTILINE)
Run = Callable[..., Result]


def examples() -> Iterator[tuple[str, str]]:
    """Each example with its guide and its place in it."""
    for guide in GUIDES:
        for number, found in enumerate(_EXAMPLE.findall(guide.read_text(encoding="utf-8")), start=1):
            yield f"{guide.stem} {number}", found


EXAMPLES = dict(examples())


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_a_deck_without_an_error(workspace: Workspace, deckmaker: Run, name: str) -> None:
    words = EXAMPLES[name]
    if words.startswith("- "):
        slides = "\n".join(f"  {line}" for line in words.splitlines())
        kind = "kind: workshop\nlength: 60\n" if "minutes:" in words else ""
        words = f"title: A deck\n{kind}slides:\n  - title\n{slides}\n"
    (workspace.root / "decks" / "example.yaml").write_text(words, encoding="utf-8")
    checked = deckmaker("check", "example")
    assert checked.exit_code == 0, checked.output


def test_there_are_examples_in_every_guide() -> None:
    assert {name.rpartition(" ")[0] for name in EXAMPLES} == {path.stem for path in GUIDES}
    assert len(EXAMPLES) >= 8


def test_every_command_that_a_guide_names_is_one(deckmaker: Run) -> None:
    texts = [guide.read_text(encoding="utf-8") for guide in GUIDES]
    named = {
        command
        for text in texts
        for command in (*re.findall(r"`deckmaker ([a-z]+)", text), *_COMMAND.findall("".join(_CONSOLE.findall(text))))
    }
    assert {"new", "build", "library", "check"} <= named
    for command in named:
        assert deckmaker(command, "--help").exit_code == 0, command


def test_copying_a_standard_deck_works_as_the_guides_say(workspace: Workspace, deckmaker: Run) -> None:
    for guide in GUIDES:
        for name, source in re.findall(r"deckmaker new (\S+) --from (\S+)", guide.read_text(encoding="utf-8")):
            copied = deckmaker("new", name, "--from", source, input="\n\n\n\n")
            assert copied.exit_code == 0, copied.output
            assert deckmaker("check", name).exit_code == 0
