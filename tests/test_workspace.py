"""Reading and saving: whole or not at all, whatever the machine does."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckmaker import workspace as module
from deckmaker.workspace import MachineError, Workspace

OLD = {"one.pptx": b"old one", "two.pdf": b"old two"}
NEW = {"one.pptx": b"new one", "two.pdf": b"new two"}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_saving_writes_every_file_and_tells_their_names(tmp_path: Path) -> None:
    names = Workspace(tmp_path).save({**NEW, "pictures/1.png": b"png"}, "output")
    assert names == ("output/one.pptx", "output/two.pdf", "output/pictures/1.png")
    assert contents(tmp_path / "output") == {**NEW, "pictures/1.png": b"png"}


@pytest.mark.parametrize("step", ["write", "fsync", "replaceable"])
def test_a_failure_in_the_middle_leaves_the_old_output_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    place = Workspace(tmp_path)
    place.save(OLD, "output")
    calls = 0

    def fail_second_time(*_: object) -> None:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail_second_time)
    elif step == "replaceable":
        monkeypatch.setattr(module, "_check_replaceable", fail_second_time)
    else:
        written_aside = module._written_aside

        def write(target: Path, content: bytes) -> Path:
            fail_second_time()
            return written_aside(target, content)

        monkeypatch.setattr(module, "_written_aside", write)
    with pytest.raises(MachineError, match=r"output/two\.pdf cannot be written: the disk is full"):
        place.save(NEW, "output")
    assert contents(tmp_path / "output") == OLD


def test_an_interruption_leaves_the_old_output_whole_and_no_other_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Workspace(tmp_path)
    place.save(OLD, "output")

    def interrupt(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        place.save(NEW, "output")
    assert contents(tmp_path / "output") == OLD


def test_a_full_disk_is_told_plainly(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no device that is always full")
    with pytest.raises(OSError, match="No space left") as caught, full.open("wb", buffering=0) as file:
        file.write(b"x")
    assert module._plainly(caught.value) == "the disk is full"


def test_a_file_open_in_another_program_is_left_alone_and_the_hint_says_to_close_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to open a file for writing that PowerPoint holds; here the refusal is acted."""
    place = Workspace(tmp_path)
    place.save(OLD, "output")
    genuine = Path.open

    def locked(self: Path, mode: str = "r", *rest: object) -> object:
        if mode == "r+b" and self.name == "two.pdf":
            raise PermissionError(errno.EACCES, "Permission denied")
        return genuine(self, mode, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(MachineError, match=r"output/two\.pdf cannot be written") as caught:
        place.save(NEW, "output")
    monkeypatch.undo()
    assert "close it first" in caught.value.hint
    assert contents(tmp_path / "output") == OLD


@pytest.fixture
def somebody() -> Iterator[Path]:
    """A folder that everybody may look into, held by somebody who is not the administrator."""
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        place.chmod(0o755)
        output = place / "output"
        output.mkdir(mode=0o555)
        administrator = os.geteuid() == 0
        if administrator:
            os.seteuid(65534)
        try:
            yield place
        finally:
            if administrator:
                os.seteuid(0)
            output.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps permissions in another way")
def test_a_read_only_folder_is_told_plainly(somebody: Path) -> None:
    with pytest.raises(MachineError, match=r"output/one\.pptx cannot be written: permission denied"):
        Workspace(somebody).save(NEW, "output")


def test_a_read_only_disk_is_told_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(target: Path, content: bytes) -> Path:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(module, "_written_aside", refuse)
    with pytest.raises(MachineError, match="the disk is read-only"):
        Workspace(tmp_path).save(NEW, "output")


def test_a_file_where_the_folder_should_be_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("not a folder")
    with pytest.raises(MachineError, match="a file stands where a folder is needed"):
        Workspace(tmp_path).save(NEW, "output")


def test_a_folder_where_the_file_should_be_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "output" / "one.pptx").mkdir(parents=True)
    with pytest.raises(MachineError, match="there is a folder of that name"):
        Workspace(tmp_path).save(NEW, "output")
    assert contents(tmp_path / "output") == {}


@pytest.mark.parametrize("name", ["../outside", "/outside", "a/../../b", ""])
def test_nothing_is_saved_outside_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="must lie inside"):
        Workspace(tmp_path).save({name: b""}, "output")


def test_a_build_that_begins_while_another_saves_does_not_meet_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    genuine = os.fsync
    other = {"one.pptx": b"other one", "two.pdf": b"other two"}

    def meanwhile(handle: int) -> None:
        monkeypatch.setattr(os, "fsync", genuine)
        Workspace(tmp_path).save(other, "output")

    monkeypatch.setattr(os, "fsync", meanwhile)
    Workspace(tmp_path).save(NEW, "output")
    assert contents(tmp_path / "output") == NEW


SAVE_MANY_TIMES = """
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from deckmaker.workspace import Workspace
for _ in range(12):
    Workspace(Path(sys.argv[1])).save({"talk.pptx": sys.argv[2].encode() * 200_000})
"""


def test_two_builds_at_once_leave_one_whole_file_and_nothing_else(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SAVE_MANY_TIMES, str(tmp_path)]
    processes = [subprocess.Popen([*command, letter]) for letter in "ab"]
    seen = set()
    while any(process.poll() is None for process in processes):
        if (tmp_path / "output" / "talk.pptx").exists():
            seen.add((tmp_path / "output" / "talk.pptx").read_bytes())
        time.sleep(0.002)
    assert [process.returncode for process in processes] == [0, 0]
    assert seen
    assert seen <= {b"a" * 200_000, b"b" * 200_000}
    assert [path.name for path in (tmp_path / "output").iterdir()] == ["talk.pptx"]


def test_saved_files_have_the_usual_permissions(tmp_path: Path) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.write_bytes(b"")
    Workspace(tmp_path).save({"one": b""}, ".")
    assert (tmp_path / "one").stat().st_mode == ordinary.stat().st_mode


def test_reading_gives_the_bytes_and_one_more_than_the_limit_of_a_file_that_is_longer(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_bytes(b"0123456789")
    place = Workspace(tmp_path)
    assert place.read("talk.yaml") == b"0123456789"
    assert place.read("talk.yaml", limit=10) == b"0123456789"
    assert place.read("talk.yaml", limit=4) == b"01234"


@pytest.mark.parametrize("name", ["missing.yaml", "folder", "file/below"])
def test_reading_what_is_no_file_says_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(FileNotFoundError):
        Workspace(tmp_path).read(name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_reading_a_pipe_does_not_wait_for_ever(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileNotFoundError):
        Workspace(tmp_path).read("pipe")


def test_specs_are_the_yaml_files_of_decks_in_order(tmp_path: Path) -> None:
    (tmp_path / "decks" / "folder.yaml").mkdir(parents=True)
    for name in ("b.yaml", "a.yml", "notes.txt", ".hidden.yaml"):
        (tmp_path / "decks" / name).write_text("")
    assert Workspace(tmp_path).specs() == ("decks/a.yml", "decks/b.yaml")


def test_an_empty_folder_has_no_specs(tmp_path: Path) -> None:
    assert Workspace(tmp_path).specs() == ()


def test_the_cache_is_where_the_environment_says_else_outside_the_workspace(tmp_path: Path) -> None:
    assert Workspace(tmp_path, {"DECKMAKER_CACHE": "there"}).cache == tmp_path / "there"
    usual = Workspace(tmp_path, {}).cache
    assert usual.is_absolute()
    assert "deckmaker" in usual.parts[-2:] or usual.name == "deckmaker"
    assert not usual.is_relative_to(tmp_path)


def test_what_comes_with_deckmaker_is_found_whatever_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Workspace.bundled("decks").is_dir()
    assert Workspace.bundled("brand").is_dir()
    assert Workspace.library().is_dir()
