"""What has not changed is not built again, and everything that changes a deck is noticed, by content alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from deckmaker.workspace import Workspace

Run = Callable[..., Result]
SPEC = "title: A talk\nslides:\n  - title\n  - message: 1\n  - references\n"


@pytest.fixture(autouse=True)
def _cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECKMAKER_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def built(workspace: Workspace, deckmaker: Run) -> Path:
    (workspace.root / "decks" / "talk.yaml").write_text(SPEC, encoding="utf-8")
    assert deckmaker("build", "talk").exit_code == 0
    return workspace.root


def explained(deckmaker: Run, *more: str) -> str:
    """The first line of ``build --explain``."""
    return str(deckmaker("build", "talk", "--explain", *more).output.splitlines()[0])


def test_a_deck_of_which_nothing_changed_is_left_alone_and_told_as_before(built: Path, deckmaker: Run) -> None:
    file = built / "output" / "talk.pptx"
    before = file.stat().st_mtime_ns
    again = deckmaker("build", "talk")
    assert again.exit_code == 0
    assert "3 slides  nothing has changed" in again.output
    assert file.stat().st_mtime_ns == before


def test_time_stamps_do_not_count(built: Path, deckmaker: Run) -> None:
    os.utime(built / "decks" / "talk.yaml", (0, 0))
    os.utime(built / "output" / "talk.pptx")
    assert explained(deckmaker) == "decks/talk.yaml: nothing has changed"


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("decks/talk.yaml", "decks/talk.yaml has changed"),
        ("deckmaker.yaml", "deckmaker.yaml has changed"),
        ("output/talk.pptx", "output/talk.pptx is not as it was written"),
        ("brand/_brand.yml", "there are other files in brand"),
    ],
)
def test_whatever_changes_is_named(built: Path, deckmaker: Run, file: str, reason: str) -> None:
    path = built / file
    path.parent.mkdir(exist_ok=True)
    was = path.read_bytes() if path.exists() else b""
    path.write_bytes(was + b"\n# changed\n")
    assert reason in explained(deckmaker)


def test_a_file_that_is_gone_is_made_again(built: Path, deckmaker: Run) -> None:
    (built / "output" / "talk.pptx").unlink()
    assert "output/talk.pptx is gone" in explained(deckmaker)
    assert (built / "output" / "talk.pptx").exists()


def test_other_options_are_another_build_and_force_builds_always(built: Path, deckmaker: Run) -> None:
    assert "not built before, or not with these options" in explained(deckmaker, "--strict")
    assert explained(deckmaker, "--force") == "decks/talk.yaml: building, since --force"


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"form": 1}', b"null", b'{"form": 1, "deckmaker": 3}'])
def test_a_damaged_record_is_found_and_replaced(
    built: Path, deckmaker: Run, workspace: Workspace, damage: bytes
) -> None:
    (record,) = (workspace.cache / "builds").glob("*.json")
    record.write_bytes(damage)
    assert explained(deckmaker).startswith("decks/talk.yaml: building, since ")
    assert explained(deckmaker) == "decks/talk.yaml: nothing has changed"


def test_a_record_of_another_deck_in_its_place_is_found_and_replaced(
    built: Path, deckmaker: Run, workspace: Workspace
) -> None:
    (workspace.root / "decks" / "other.yaml").write_text(SPEC, encoding="utf-8")
    assert deckmaker("build", "other", "-q").exit_code == 0
    records = sorted((workspace.cache / "builds").glob("*.json"), key=lambda path: "other.pptx" in path.read_text())
    records[0].write_bytes(records[-1].read_bytes())
    told = deckmaker("build", "talk", "--explain").output
    assert "decks/talk.yaml: building, since the record of its last build is that of another" in told
    assert "decks/talk.yaml: nothing has changed" in deckmaker("build", "talk", "--explain").output


def test_a_record_of_another_deckmaker_does_not_hold(built: Path, deckmaker: Run, workspace: Workspace) -> None:
    (record,) = (workspace.cache / "builds").glob("*.json")
    data = json.loads(record.read_bytes())
    record.write_text(json.dumps({**data, "deckmaker": "another"}), encoding="utf-8")
    assert "deckmaker or a package that it needs has changed" in explained(deckmaker)


def test_a_deck_with_an_error_is_not_remembered(built: Path, deckmaker: Run) -> None:
    spec = built / "decks" / "talk.yaml"
    spec.write_text(SPEC.replace("message: 1", "message: 77"), encoding="utf-8")
    for _ in range(2):
        failed = deckmaker("build", "talk")
        assert failed.exit_code == 1
        assert "choose from 1 to 10" in failed.output
    spec.write_text(SPEC, encoding="utf-8")
    assert explained(deckmaker).startswith("decks/talk.yaml: building, since ")


def test_another_day_builds_again_only_where_evidence_was_to_be_reviewed_between_the_two(
    built: Path, deckmaker: Run
) -> None:
    spec = SPEC.replace("  - references", "  - statistic: camhs-under-twos\n  - references")
    (built / "decks" / "talk.yaml").write_text(spec, encoding="utf-8")
    assert "evidence-age" not in deckmaker("build", "talk", "--as-of", "2021-01-31").output
    assert explained(deckmaker, "--as-of", "2020-02-02").endswith(": nothing has changed")
    told = deckmaker("build", "talk", "--explain", "--as-of", "2021-02-01").output
    assert told.startswith("decks/talk.yaml: building, since the age of its evidence was judged by 2021-01-31")
    assert "evidence-age" in told
    later = deckmaker("build", "talk", "--explain", "--as-of", "2031-02-01").output
    assert later.startswith("decks/talk.yaml: nothing has changed")
    assert "evidence-age" in later
    assert "judged by 2021-02-01" in explained(deckmaker, "--as-of", "2021-01-31")


def test_notes_and_warnings_are_told_again(built: Path, deckmaker: Run) -> None:
    (built / "decks" / "talk.yaml").write_text(SPEC.replace("  - references\n", ""), encoding="utf-8")
    first = deckmaker("build", "talk").output
    assert "missing-references" in first
    assert first.splitlines()[0] == deckmaker("build", "talk").output.splitlines()[0]


def test_a_cache_that_cannot_be_written_only_costs_time(built: Path, deckmaker: Run, workspace: Workspace) -> None:
    folder = workspace.cache / "builds"
    for record in folder.glob("*.json"):
        record.unlink()
    folder.rmdir()
    folder.write_bytes(b"a file where a folder is needed")
    assert deckmaker("build", "talk").exit_code == 0


def test_several_processes_make_the_same_files_and_say_the_same(workspace: Workspace, deckmaker: Run) -> None:
    for name in ("a", "b", "c"):
        words = SPEC if name != "b" else SPEC.replace("message: 1", "message: 77")
        (workspace.root / "decks" / f"{name}.yaml").write_text(words, encoding="utf-8")
    specs = [f"decks/{name}.yaml" for name in ("a", "b", "c")]
    told = []
    for jobs in ("1", "3"):
        result = deckmaker("build", *specs, "--force", "--jobs", jobs, "-o", f"out-{jobs}")
        assert result.exit_code == 1
        told.append(
            [line.rpartition("  ")[0] or line for line in result.output.replace(f"out-{jobs}", "out").splitlines()]
        )
    assert told[0] == told[1]
    for file in ("a.pptx", "c.pptx"):
        assert (workspace.root / "out-1" / file).read_bytes() == (workspace.root / "out-3" / file).read_bytes()
    assert not (workspace.root / "out-3" / "b.pptx").exists()


def test_a_shard_is_its_part_of_the_specs(workspace: Workspace, deckmaker: Run) -> None:
    for name in ("a", "b", "c"):
        (workspace.root / "decks" / f"{name}.yaml").write_text(SPEC, encoding="utf-8")
    parts = [deckmaker("build", "--shard", f"{part}/2", "-o", f"part-{part}") for part in (1, 2)]
    assert all(part.exit_code == 0 for part in parts)
    made = [sorted(path.name for path in (workspace.root / f"part-{part}").iterdir()) for part in (1, 2)]
    assert made == [["a.pptx", "c.pptx"], ["b.pptx"]]
    assert deckmaker("build", "--shard", "3/2").exit_code == 2


def test_an_unchanged_build_loads_neither_yaml_nor_what_draws_and_writes(built: Path, workspace: Workspace) -> None:
    code = (
        "import sys\nfrom deckmaker.cli.program import deckmaker\n"
        "try:\n    deckmaker(['build', 'talk'])\nexcept SystemExit as end:\n    assert not end.code\n"
        "print([n for n in ('yaml', 'pptx', 'lxml', 'matplotlib', 'numpy', 'PIL', 'typst', 'deckmaker.pipeline', "
        "'deckmaker.layout.lay_out') if n in sys.modules])"
    )
    environment = {**os.environ, **workspace.environment}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=built, env=environment, capture_output=True, text=True, check=True
    )
    assert "nothing has changed" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"
