"""Whatever the machine does in the middle of a build: every output is whole, old or new, and the error is plain."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import Result
from pptx import Presentation

from deckmaker.outputs.pptx.integrity import problems
from deckmaker.workspace import Workspace

Run = Callable[..., Result]
OLD = "title: Old\nslides:\n  - title\n  - message: 1\n  - references\n"
NEW = "title: New\nslides:\n  - title\n  - statistic: camhs-under-twos\n  - message: 2\n  - references\n"
TINY = "title: A deck\nslides:\n  - title\n"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and mounts are those of Linux and macOS")


class Place:
    """A folder with decks, in which deckmaker runs as people run it: as a process."""

    def __init__(self, root: Path) -> None:
        self.root, self.output = root, root / "output"
        (root / "decks").mkdir(exist_ok=True)

    def write(self, name: str, words: str) -> None:
        (self.root / "decks" / f"{name}.yaml").write_text(words, encoding="utf-8")

    def start(self, *arguments: str, first: str = "", clean: bool = False, **environment: str) -> subprocess.Popen[str]:
        """Start deckmaker in a process group of its own; ``first`` is code that runs before."""
        code = f"{first}\nfrom deckmaker.__main__ import main\nmain()"
        kept: Mapping[str, str] = os.environ
        if clean:
            kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        return subprocess.Popen(
            [sys.executable, "-c", code, *arguments], cwd=self.root, env={**kept, **environment},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip

    def run(self, *arguments: str, first: str = "", clean: bool = False, **environment: str) -> tuple[int, str, str]:
        """Exit code, standard output and standard error."""
        process = self.start(*arguments, first=first, clean=clean, **environment)
        out, err = process.communicate(timeout=400)
        return process.returncode, out, err

    def file(self, name: str = "talk") -> bytes:
        return (self.output / f"{name}.pptx").read_bytes()

    def parts(self) -> list[str]:
        return sorted(path.name for path in self.root.rglob("*.part"))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files that the specs make when nothing happens, by spec."""
    place = Place(tmp_path_factory.mktemp("whole"))
    made = {}
    for words in (OLD, NEW):
        place.write("talk", words)
        assert place.run("build", "talk", "--force", DECKMAKER_CACHE=str(place.root / "cache"))[0] == 0
        made[words] = place.file()
        assert problems(made[words]) == ()
        assert len(Presentation(str(place.output / "talk.pptx")).slides) == words.count("\n  - ")
    assert made[OLD] != made[NEW]
    return made


@pytest.fixture
def with_old(place: Place, whole: dict[str, bytes]) -> Place:
    """A place with the old file, and the spec of the new one."""
    place.output.mkdir()
    (place.output / "talk.pptx").write_bytes(whole[OLD])
    place.write("talk", NEW)
    return place


def as_root(*command: str) -> list[str]:
    """The command as the system's administrator, if that is possible without a password."""
    return [*(("sudo", "-n") if os.geteuid() and shutil.which("sudo") else ()), *command]


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Mounts small disks, which even the system's administrator cannot overfill; in CI nothing is left out."""
    mounted: list[Path] = []

    def make(name: str, size: str = "1m", **files: bytes) -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        command = as_root("mount", "-t", "tmpfs", "-o", f"size={size},mode=777", "tmpfs", str(folder))
        done = subprocess.run(command, capture_output=True, text=True) if shutil.which("mount") else None
        if done is None or done.returncode:
            why = "no disk can be mounted here: " + (done.stderr.strip() if done else "there is no mount")
            if os.environ.get("CI") or _IN_CI:
                pytest.fail(f"{why}; in CI nothing is left out")
            pytest.skip(why)
        mounted.append(folder)
        for file, content in files.items():
            (folder / f"{file}.pptx").write_bytes(content)
        return folder

    yield make
    for folder in reversed(mounted):
        subprocess.run(as_root("umount", "-l", str(folder)), check=True)


_IN_CI = bool(os.environ.get("CI"))
"""Asked before any test takes the variable away."""


def read_only(folder: Path) -> None:
    subprocess.run(as_root("mount", "-o", "remount,ro", str(folder)), check=True)


def fill(folder: Path, leave: int = 0) -> None:
    """Fill a disk, all but about so many bytes."""
    block = b"0" * 4096
    with (folder / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(block)
        except OSError:
            pass
        file.truncate(max(0, file.tell() - leave))


def is_plain(error: str) -> bool:
    return "error: " in error and "Traceback" not in error and "mistake in deckmaker" not in error


# killed


def test_a_build_that_is_killed_at_any_moment_leaves_the_old_file_or_the_new_one(
    with_old: Place, whole: dict[str, bytes]
) -> None:
    started = time.perf_counter()
    assert with_old.run("build", "talk", "--force")[0] == 0
    takes, seen = time.perf_counter() - started, []
    for moment in range(6):
        (with_old.output / "talk.pptx").write_bytes(whole[OLD])
        process = with_old.start("build", "talk", "--force")
        time.sleep(takes * (0.05 + moment / 5 * 1.1))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=20)
        assert with_old.file() in whole.values(), f"after {moment} of 5 parts of a build"
        seen.append(with_old.file() == whole[NEW])
    assert not seen[0]
    assert with_old.run("build", "talk")[0] == 0
    assert with_old.file() == whole[NEW]
    assert with_old.parts() == []


KILL_IN = """
import os, signal, pathlib
plain = pathlib.Path.{step}
def ended(self, *arguments):
    if ".pptx." in str(self):
        if {after}: plain(self, *arguments)
        os.kill(os.getpid(), signal.SIGKILL)
    return plain(self, *arguments)
pathlib.Path.{step} = ended
"""


@pytest.mark.parametrize(("after", "left"), [("False", OLD), ("True", NEW)])
def test_a_build_that_is_killed_while_it_saves_leaves_nothing_that_stays(
    with_old: Place, whole: dict[str, bytes], after: str, left: str
) -> None:
    process = with_old.run("build", "talk", first=KILL_IN.format(step="replace", after=after))
    assert process[0] == -signal.SIGKILL
    assert with_old.file() == whole[left]
    assert len(with_old.parts()) == (1 if left == OLD else 0)
    assert with_old.run("build", "talk", "--force")[0] == 0
    assert with_old.file() == whole[NEW]
    assert with_old.parts() == []


KILL_AT = """
import os, signal, sys
wanted, seen = int(os.environ["KILL_AT"]), [0]
def told(event, arguments):
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes or event in ("os.rename", "os.remove", "os.mkdir", "os.link", "os.utime"):
        seen[0] += 1
        if seen[0] == wanted:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(told)
"""
"""Ends the process at the n-th time that it is about to change something on the disk."""


def test_a_build_that_is_killed_before_any_change_of_the_disk_is_made_good_by_the_next(
    with_old: Place, whole: dict[str, bytes], tmp_path: Path
) -> None:
    moments, seen = 0, list[bool]()
    while True:  # at first every moment, then every fourth
        moments += 1 if moments < 4 else 4
        cache = str(tmp_path / f"cache-{moments}")
        (with_old.output / "talk.pptx").write_bytes(whole[OLD])
        ended = with_old.run("build", "talk", first=KILL_AT, KILL_AT=str(moments), DECKMAKER_CACHE=cache)
        if ended[0] == 0:
            break
        assert ended[0] == -signal.SIGKILL, ended
        assert with_old.file() in whole.values()
        seen.append(with_old.file() == whole[NEW])
        assert with_old.run("build", "talk", DECKMAKER_CACHE=cache)[0] == 0
        assert with_old.file() == whole[NEW]
        assert with_old.parts() == []
    assert moments > 12
    assert not seen[0]


def test_what_another_build_is_just_writing_is_left_alone(with_old: Place) -> None:
    theirs = with_old.output / f".talk.pptx.{os.getpid()}-0123456789ab.part"
    of_nobody = with_old.output / ".talk.pptx.0123456789ab.part"
    for path in (theirs, of_nobody):
        path.write_bytes(b"half")
    os.utime(of_nobody, (0, 0))
    assert with_old.run("build", "talk")[0] == 0
    assert with_old.parts() == [theirs.name]


def test_when_the_first_of_several_processes_is_killed_the_others_end_too(place: Place) -> None:
    for number in range(6):
        place.write(f"deck-{number}", NEW)
    process = place.start("build", "--force", "--jobs", "2")
    time.sleep(1.0)
    os.kill(process.pid, signal.SIGKILL)
    process.wait(timeout=20)
    until = time.monotonic() + 15
    while _runs(process.pid) and time.monotonic() < until:
        time.sleep(0.1)
    alone = _runs(process.pid)
    if alone:
        os.killpg(process.pid, signal.SIGKILL)
    assert not alone
    assert all(zipfile.ZipFile(path).testzip() is None for path in place.output.glob("*.pptx"))
    for stream in (process.stdout, process.stderr):
        if stream:
            stream.close()


def _runs(group: int) -> bool:
    """Whether a process of the group is there, and more than a name in a table."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if words[2] == str(group) and words[0] not in "ZX":
            return True
    return False


@pytest.mark.parametrize("wait", [0.4, 1.2])
def test_ctrl_c_with_several_processes_leaves_whole_files_and_says_so(place: Place, wait: float) -> None:
    for number in range(240):
        place.write(f"deck-{number}", NEW)
    process = place.start("build", "--force", "--jobs", "2")
    time.sleep(wait)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130, err
    assert "Traceback" not in err
    assert "no half-written one is left" in err
    assert not _runs(process.pid)
    assert place.parts() == []
    assert all(zipfile.ZipFile(path).testzip() is None for path in place.output.glob("*.pptx"))


def test_ctrl_c_that_comes_out_of_an_import_as_another_error_is_ctrl_c_still(place: Place) -> None:
    code = (
        "import deckmaker.discovery as d\n"
        "def interrupted(*_):\n    try:\n        raise KeyboardInterrupt\n"
        "    except KeyboardInterrupt as error:\n        raise SystemError('initialization failed') from error\n"
        "d.Features = interrupted\n"
    )
    place.write("talk", NEW)
    exit_code, _, err = place.run("check", "talk", first=code)
    assert (exit_code, "Traceback" in err) == (130, False)


def test_after_ctrl_c_no_further_deck_is_begun(place: Place) -> None:
    for number in range(64):
        place.write(f"deck-{number}", NEW)
    process = place.start("build", "--force", "--jobs", "2")
    until = time.monotonic() + 30
    while not list(place.output.glob("*.pptx")) and time.monotonic() < until:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130, err
    assert 1 <= len(list(place.output.glob("*.pptx"))) <= 40


def test_a_further_process_leaves_ctrl_c_to_the_first(place: Place) -> None:
    code = (
        "import os, signal\nfrom deckmaker.cli.processes import ctrl_c_waits, follow_the_first\n"
        "with ctrl_c_waits():\n    os.kill(os.getpid(), signal.SIGINT)\n    follow_the_first()\n"
        "os.kill(os.getpid(), signal.SIGINT)\nprint('goes on', flush=True)\nos._exit(0)"
    )
    assert place.run(first=code) == (0, "goes on\n", "")


# disks


@pytest.mark.parametrize("leave", [0, 20_000])
def test_a_full_disk_leaves_the_old_file_and_is_told_plainly(
    place: Place, mount: Callable[..., Path], whole: dict[str, bytes], leave: int
) -> None:
    fill(mount("output", talk=whole[OLD]), leave)
    place.write("talk", NEW)
    code, _, error = place.run("build", "talk")
    assert code == 3
    assert "output/talk.pptx cannot be written: the disk is full" in error
    assert is_plain(error)
    assert place.file() == whole[OLD]
    assert place.parts() == []


def test_a_full_disk_stops_one_deck_of_several_and_the_report_says_so(place: Place, mount: Callable[..., Path]) -> None:
    fill(mount("output"))
    for name in ("one", "two"):
        place.write(name, TINY)
    code, report, error = place.run("build", "--jobs", "2", "--report", "json")
    assert code == 3
    assert report.count("the disk is full") == 2
    assert is_plain(error)


def test_a_read_only_output_leaves_the_old_file_and_is_told_plainly(
    place: Place, mount: Callable[..., Path], whole: dict[str, bytes]
) -> None:
    read_only(mount("output", talk=whole[OLD]))
    place.write("talk", NEW)
    code, _, error = place.run("build", "talk")
    assert code == 3
    assert "output/talk.pptx cannot be written: the disk is read-only" in error
    assert is_plain(error)
    assert place.file() == whole[OLD]


@pytest.mark.parametrize("fault", ["full", "read-only", "a file", "nothing"])
def test_a_cache_that_cannot_be_written_only_costs_time(
    place: Place, mount: Callable[..., Path], whole: dict[str, bytes], fault: str
) -> None:
    cache = place.root / "store"
    match fault:
        case "full":
            fill(mount("store"))
        case "read-only":
            read_only(mount("store"))
        case "a file":
            cache.write_bytes(b"")
        case _:
            cache = Path("/proc/nothing/of/the/kind")
    place.write("talk", NEW)
    for _ in range(2 if fault == "full" else 1):
        before = (place.output / "talk.pptx").stat().st_ino if place.output.exists() else 0
        assert place.run("build", "talk", "--quiet", DECKMAKER_CACHE=str(cache)) == (0, "", "")
        assert (place.output / "talk.pptx").stat().st_ino != before
    assert place.file() == whole[NEW]


NOBODY = """
import pwd
def nobody(number): raise KeyError(number)
pwd.getpwuid = nobody
"""


def test_without_a_home_decks_are_built_and_nothing_is_left_about(place: Place, whole: dict[str, bytes]) -> None:
    place.write("talk", NEW)
    assert place.run("build", "talk", "--quiet", first=NOBODY, clean=True) == (0, "", "")
    assert place.file() == whole[NEW]
    assert sorted(path.name for path in place.root.iterdir()) == ["decks", "output"]
    assert place.run("doctor", first=NOBODY, clean=True)[0] == 0


# files that change meanwhile


def test_a_spec_that_is_written_all_the_time_makes_a_whole_deck_or_a_plain_error(
    with_old: Place, whole: dict[str, bytes]
) -> None:
    spec = with_old.root / "decks" / "talk.yaml"
    for attempt in range(3):
        process = with_old.start("build", "talk", "--force")
        turn = attempt
        while process.poll() is None:
            turn += 1
            spec.write_text((OLD, NEW)[turn % 2], encoding="utf-8")
            time.sleep(0.002)
        _, error = process.communicate(timeout=20)
        assert process.returncode in (0, 1, 3), error
        assert "Traceback" not in error
        assert with_old.file() in whole.values() or process.returncode == 0
        assert zipfile.ZipFile(with_old.output / "talk.pptx").testzip() is None
        (with_old.output / "talk.pptx").write_bytes(whole[OLD])


@pytest.mark.parametrize("then", [NEW, "title: [", "", None, "title: T\nlengths: [5, 30]\nslides:\n  - title\n"])
@pytest.mark.parametrize("spec", [OLD, OLD.replace("slides:", "lengths: [5, 30]\nslides:")])
def test_a_spec_that_changes_after_it_was_read_is_built_again_the_next_time(
    deckmaker: Run, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, spec: str, then: str | None, tmp_path: Path
) -> None:
    monkeypatch.setenv("DECKMAKER_CACHE", str(tmp_path / "cache"))
    path = workspace.root / "decks" / "talk.yaml"
    path.write_text(spec, encoding="utf-8")
    read = Workspace.read
    done: list[str | Path] = []

    def changing(self: Workspace, name: str | Path, limit: int | None = None) -> bytes:
        content = read(self, name, limit)
        if str(name) == "decks/talk.yaml" and not done:
            done.append(name)
            path.unlink() if then is None else path.write_text(then, encoding="utf-8")
        return content

    monkeypatch.setattr(Workspace, "read", changing)
    result = deckmaker("build", "talk", "--jobs", "1")
    assert done
    assert result.exit_code in (0, 1, 3), result.output
    monkeypatch.setattr(Workspace, "read", read)
    if result.exit_code == 0 and then is not None:
        again = deckmaker("build", "talk", "--explain")
        built_of_the_new_one = deckmaker("build", "talk", "--force", "-o", "elsewhere")
        assert again.exit_code == built_of_the_new_one.exit_code
        for file in (workspace.root / "elsewhere").glob("*.pptx"):
            assert (workspace.root / "output" / file.name).read_bytes() == file.read_bytes()


def test_two_builds_at_once_both_succeed_and_leave_one_whole_file(with_old: Place, whole: dict[str, bytes]) -> None:
    both = [with_old.start("build", "talk", "--force") for _ in range(2)]
    told = [process.communicate(timeout=60) for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    assert with_old.file() == whole[NEW]
    assert with_old.parts() == []


# many


MEASURED = """
import atexit, resource, sys
def tell():
    mine, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    seconds = mine.ru_utime + mine.ru_stime + theirs.ru_utime + theirs.ru_stime
    sys.stderr.write(f"used: {max(mine.ru_maxrss, theirs.ru_maxrss)} {seconds:.0f}")
atexit.register(tell)
"""
MOST_KILOBYTES = 400_000
"""That any one process may take, whatever the number of specs."""


def test_five_hundred_specs_take_little_more_memory_than_a_few_and_no_long_time(place: Place, tmp_path: Path) -> None:
    for number in range(500):  # one in ten is a presentation, the others their words alone, which is sooner done
        place.write(f"deck-{number:03}", TINY if number % 10 == 0 else f"formats: [transcript]\n{TINY}")
    cache = str(tmp_path / "cache")
    few = place.run("build", *(f"deck-{n:03}" for n in range(10)), "--force", first=MEASURED, DECKMAKER_CACHE=cache)
    code, out, err = place.run("build", "--jobs", "2", first=MEASURED, DECKMAKER_CACHE=cache)
    assert code == 0, err
    assert len(list(place.output.glob("*.pptx"))) == 50
    assert len([path for path in place.output.iterdir() if path.stat().st_size > 0]) == 500
    assert [line[:15] for line in out.splitlines()] == [f"output/deck-{number:03}" for number in range(500)]
    (kilobytes, seconds), (of_few, _) = _used(err), _used(few[2])
    assert kilobytes < of_few * 1.5
    assert kilobytes < MOST_KILOBYTES
    assert seconds < 120
    again = place.run("build", "-q", first=MEASURED, DECKMAKER_CACHE=cache)
    assert again[:2] == (0, "")
    assert _used(again[2])[1] < 20


def _used(error: str) -> tuple[int, int]:
    """The most memory that one process had, in kilobytes, and the seconds for which processors worked."""
    memory, seconds = error.rpartition("used: ")[2].split()
    return int(memory) // (1024 if sys.platform == "darwin" else 1), int(seconds)


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no names that are no UTF-8")
def test_a_folder_whose_name_is_no_utf_8_is_a_folder_and_such_a_file_is_told_to_be_renamed(place: Place) -> None:
    folder = os.fsdecode(b"d\xe9cks")
    (place.root / folder).mkdir()
    (place.root / folder / "talk.yaml").write_text(TINY, encoding="utf-8")
    cache = str(place.root / "cache")
    for _ in range(3):
        assert place.run("build", f"{folder}/talk.yaml", "--force", DECKMAKER_CACHE=cache)[0] == 0
    assert "nothing has changed" in place.run("build", f"{folder}/talk.yaml", DECKMAKER_CACHE=cache)[1]
    (place.root / os.fsdecode(b"t\xe9.yaml")).write_text(TINY, encoding="utf-8")
    for report in ("text", "json", "sarif", "junit", "github"):
        code, out, err = place.run("check", os.fsdecode(b"t\xe9.yaml"), "--report", report, DECKMAKER_CACHE=cache)
        assert code == 1, err
        assert "file-name" in out + err
