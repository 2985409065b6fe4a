"""The one door to the machine: files, the clock, the environment. Nothing else opens a file of an author's.

A stage that needs something asks here, so that what a build depends on can be listed, and tests can hand in a folder
of their own. Names of files are given and told as an author sees them: with ``/``, from the folder that deckmaker
was started in.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import field
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from deckmaker.model.frozen import frozen

_PACKAGE = Path(__file__).parent
SPEC_ENDINGS = (".yaml", ".yml")
"""How the file of a deck spec may end."""


_ABANDONED = 3600.0
"""Age in seconds at which a half-written file belongs to nobody any more, whoever wrote it."""


class MachineError(Exception):
    """The machine refused: a full disk, no permission, a file that another program holds. ``hint`` says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@frozen
class Workspace:
    """A folder in which somebody makes decks: specs in ``decks/``, perhaps a ``brand/``, results in ``output/``."""

    root: Path = field(default_factory=Path.cwd)
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ, repr=False, compare=False)

    def path(self, name: str | Path) -> Path:
        """Where a named file is on this machine. An absolute name stays as it is."""
        return self.root / name

    def name(self, path: Path) -> str:
        """What an author calls the file: from the root where it lies inside, with forward slashes."""
        full = self.root / path
        return (full.relative_to(self.root) if full.is_relative_to(self.root) else full).as_posix()

    def read(self, name: str | Path, limit: int | None = None) -> bytes:
        """The bytes of a file, or ``limit`` + 1 of them when it is longer, so that a caller can tell.

        Raises ``FileNotFoundError`` when no file has that name, ``MachineError`` when there is one that cannot be read.
        """
        path = self.path(name)
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                raise FileNotFoundError(errno.ENOENT, "this is no file", str(path))
            with path.open("rb") as file:
                return file.read(-1 if limit is None else limit + 1)
        except (FileNotFoundError, NotADirectoryError) as error:
            raise FileNotFoundError(errno.ENOENT, "no such file", str(path)) from error
        except OSError as error:
            raise MachineError(f"{self.name(path)} cannot be read: {_plainly(error)}") from error

    def exists(self, name: str | Path) -> bool:
        """Whether there is a file of that name."""
        return self.path(name).is_file()

    def files(self, folder: str | Path, *endings: str) -> tuple[str, ...]:
        """Names of the files in a folder with one of these endings, in order; none when there is no such folder."""
        try:
            found = [entry for entry in self.path(folder).iterdir() if entry.suffix in endings and entry.is_file()]
        except (FileNotFoundError, NotADirectoryError):
            return ()
        except OSError as error:
            raise MachineError(f"{self.name(Path(folder))} cannot be read: {_plainly(error)}") from error
        return tuple(sorted(self.name(entry) for entry in found if not entry.name.startswith(".")))

    def lies_within(self, name: str | Path, folder: str | Path) -> bool:
        """Whether a file or folder lies inside a folder once every link is followed."""
        try:
            return self.path(name).resolve().is_relative_to(self.path(folder).resolve())
        except (OSError, RuntimeError):  # links that go round in a circle
            return False

    def specs(self) -> tuple[str, ...]:
        """Names of the deck specs in ``decks/``, in order."""
        return self.files("decks", *SPEC_ENDINGS)

    def standard_specs(self) -> tuple[str, ...]:
        """Names of the deck specs that come with deckmaker, in order."""
        return self.files(self.bundled("decks"), *SPEC_ENDINGS)

    def brand_folders(self) -> tuple[Path, ...]:
        """Where a brand is looked for: first the author's own folder, then the one that comes with deckmaker."""
        return (self.root / "brand", self.bundled("brand"))

    @staticmethod
    def bundled(name: str) -> Path:
        """A folder that comes with deckmaker, ``brand`` or ``decks``: in the wheel, or beside ``src`` in a checkout."""
        installed = _PACKAGE / "bundled" / name
        return installed if installed.is_dir() else _PACKAGE.parents[1] / name

    @staticmethod
    def library() -> Path:
        """The folder of the evidence library."""
        return _PACKAGE / "library"

    @property
    def cache(self) -> Path:
        """The folder for what can be made again: ``DECKMAKER_CACHE``, else where this system keeps such things."""
        chosen = self.environment.get("DECKMAKER_CACHE")
        if chosen:
            return self.path(chosen)
        from platformdirs import user_cache_path  # only what draws or remembers needs it

        with suppress(RuntimeError):  # what platformdirs says of somebody without a home
            return user_cache_path("deckmaker", appauthor=False)
        return Path(os.devnull, "deckmaker")  # where no file can be: nothing is remembered

    @staticmethod
    def clock() -> float:
        """Seconds, for telling how long something took. Nothing that is written depends on it."""
        return time.perf_counter()

    def today(self) -> date:
        """The day by which the age of evidence is judged: that of ``SOURCE_DATE_EPOCH``, else today's.

        Nothing that is written depends on it. Raises ``MachineError`` for a value that is no number of seconds.
        """
        fixed = self.environment.get("SOURCE_DATE_EPOCH", "")
        if not fixed:
            return datetime.now(UTC).date()
        try:
            return datetime.fromtimestamp(int(fixed), UTC).date()
        except (ValueError, OverflowError, OSError) as error:
            raise MachineError(f"SOURCE_DATE_EPOCH is no number of seconds: {fixed!r}") from error

    def save(self, files: Mapping[str, bytes], folder: str | Path = "output") -> tuple[str, ...]:
        """Write files into a folder, all of them or none, and tell their names.

        Every file is first written whole under another name and flushed to the disk, then renamed, so that whoever
        looks sees the old file or the new one. Two saves at once do not meet: the later one stays. Raises
        ``MachineError``; then the earlier files are as they were.
        """
        targets = {self.path(folder) / _inside(name): content for name, content in files.items()}
        waiting: dict[Path, Path] = {}
        try:
            for target, content in targets.items():
                with self._told(target):
                    target.parent.mkdir(parents=True, exist_ok=True)
                    remove_abandoned(target.parent, f".{target.name}.")
                    waiting[target] = _written_aside(target, content)
            for target in targets:
                with self._told(target):
                    _check_replaceable(target)
            for target, temporary in waiting.items():
                with self._told(target):
                    temporary.replace(target)
        finally:
            for temporary in waiting.values():
                with suppress(OSError):
                    temporary.unlink(missing_ok=True)
        for parent in {target.parent for target in targets}:
            _flush_folder(parent)
        return tuple(self.name(target) for target in targets)

    @contextmanager
    def _told(self, target: Path) -> Iterator[None]:
        """Turns what the system says while a file is being saved into plain words."""
        try:
            yield
        except PermissionError as error:
            if target.is_file():
                hint = "if it is open in PowerPoint or another program, close it first"
            else:
                hint = "choose another folder with --output, or ask for permission to write there"
            raise MachineError(f"{self.name(target)} cannot be written: {_plainly(error)}", hint) from error
        except OSError as error:
            raise MachineError(f"{self.name(target)} cannot be written: {_plainly(error)}") from error


def _inside(name: str) -> Path:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.name:
        raise ValueError(f"a file to save must lie inside the folder: {name!r}")
    return Path(path)


def _written_aside(target: Path, content: bytes) -> Path:
    """The name of a new file beside the target that holds the content, flushed to the disk."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}-{os.urandom(6).hex()}.part")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    return temporary


def remove_abandoned(folder: Path, prefix: str) -> None:
    """Remove what a process that was ended in the middle left in a folder: nobody will ever rename it.

    The names of such files are a prefix, the process's number, a dash, anything, and ``.part``.
    """
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name.startswith(prefix) and path.name.endswith(".part"):
                process = path.name.removeprefix(prefix).partition("-")[0]
                old = time.time() - path.stat().st_mtime > _ABANDONED
                if old or (process.isdecimal() and not _is_running(int(process))):
                    path.unlink(missing_ok=True)


def _is_running(process: int) -> bool:
    """Whether there may be a process of that number on this machine. Where asking could end it, there may."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _check_replaceable(target: Path) -> None:
    """Raises ``PermissionError`` for a file that somebody made read-only or, on Windows, has open in a program."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    with suppress(FileNotFoundError), target.open("r+b"):
        pass


def _flush_folder(folder: Path) -> None:
    """Make renames last through a power cut, where the system lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


_PLAIN = {
    "ENOSPC": "the disk is full",
    "EDQUOT": "your quota on the disk is used up",
    "EROFS": "the disk is read-only",
    "EACCES": "permission denied",
    "EPERM": "permission denied",
    "ENAMETOOLONG": "its name is too long for this system",
    "EISDIR": "there is a folder of that name",
    "EEXIST": "a file stands where a folder is needed",
    "ENOTDIR": "a file stands where a folder is needed",
}


def _plainly(error: OSError) -> str:
    name = errno.errorcode.get(error.errno or 0, "")
    return _PLAIN.get(name) or (error.strerror or str(error)).lower()
