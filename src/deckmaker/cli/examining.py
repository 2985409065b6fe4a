"""What ``deckmaker doctor`` looks at, one after the other. Nothing is left behind, and nothing here raises."""

from __future__ import annotations

import locale
import os
import platform
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import KW_ONLY, field
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from tempfile import TemporaryFile
from typing import Literal

from deckmaker import __version__
from deckmaker.model.diagnostic import DeckError
from deckmaker.model.frozen import frozen
from deckmaker.workspace import MachineError, Workspace

_DISTRIBUTION = "parent-infant-deckmaker"
_OLDEST = (3, 11)
_LEAST_ROOM = 200 * 1024 * 1024
_MEGABYTE = 1024 * 1024
_INSTALL_AGAIN = "install deckmaker again: in a checkout, delete the folder .venv and run: python3 run.py build"


@frozen
class Examined:
    """One thing that was looked at. ``where`` is a place on this machine, which no JSON names."""

    what: str
    state: Literal["fine", "note", "wrong"]
    told: str
    hint: str = ""
    _: KW_ONLY
    where: str = field(default="", repr=False)


def examined(workspace: Workspace, output: str) -> Iterator[Examined]:
    """Everything, in order."""
    yield _python()
    yield Examined("deckmaker", "fine", __version__)
    yield from _packages()
    yield from _fonts(workspace)
    yield _icons()
    yield _library(workspace)
    yield _cache(workspace)
    yield _output(workspace, output)
    yield _office()
    yield _terminal()


def _python() -> Examined:
    told, new = platform.python_version(), platform.python_version_tuple()
    if (int(new[0]), int(new[1])) < _OLDEST:
        return Examined("Python", "wrong", told, "deckmaker needs Python 3.11 or newer")
    return Examined("Python", "fine", f"{told} on {platform.system()}")


def _packages() -> Iterator[Examined]:
    """The packages that deckmaker asks for."""
    there: list[str] = []
    try:
        needed = [one for one in requires(_DISTRIBUTION) or () if "extra ==" not in one]
    except PackageNotFoundError:
        yield Examined("packages", "note", "not known, since deckmaker runs without having been installed")
        return
    for one in needed:
        name = re.split(r"[^A-Za-z0-9._-]", one, maxsplit=1)[0]
        try:
            there.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            yield Examined(f"package {name}", "wrong", "not installed", _INSTALL_AGAIN)
    yield Examined("packages", "fine", ", ".join(there))


def _fonts(workspace: Workspace) -> Iterator[Examined]:
    """The fonts of the brand that is used here: measured by tables or files, drawn by files."""
    from deckmaker.drawing.font_files import font_file
    from deckmaker.fonts import FontError, families, measure
    from deckmaker.reading.usual_brand import usual_theme

    try:
        font = usual_theme(workspace).drawn
    except DeckError as error:
        first = error.diagnostics[0]
        hint = "deckmaker check tells all of them"
        yield Examined("brand", "wrong", f"it has errors: {first.message}", hint, where=str(first.position))
        return
    except (MachineError, OSError) as error:
        yield Examined("brand", "wrong", "it cannot be read", where=str(error))
        return
    try:
        measure(font)
        yield Examined("fonts measured", "fine", f"{font.family}; tables of {', '.join(families())}")
    except (FontError, OSError, ValueError) as error:
        yield Examined("fonts measured", "wrong", str(error), _INSTALL_AGAIN)
    try:
        missing = [style for style, bold in (("regular", False), ("bold", True)) if not font_file(font, bold).is_file()]
        if missing:
            raise LookupError(f"the {missing[0]} style of {font.family} is missing")
        yield Examined("fonts drawn", "fine", f"{font.family}, regular and bold")
    except (LookupError, OSError, ImportError) as error:
        yield Examined("fonts drawn", "wrong", str(error), _INSTALL_AGAIN)


def _icons() -> Examined:
    from deckmaker.icons import icon, icon_names

    try:
        names = icon_names()
        icon("baby")
        return Examined("icons", "fine", f"{len(names)} of Font Awesome Free")
    except (ImportError, OSError, KeyError, ValueError) as error:
        return Examined("icons", "wrong", f"they cannot be read: {error}", _INSTALL_AGAIN)


def _library(workspace: Workspace) -> Examined:
    from deckmaker.reading.library import read_library
    from deckmaker.reading.sources import library_files

    try:
        library = read_library(library_files(workspace))
    except DeckError as error:
        first = error.diagnostics[0]
        return Examined(
            "evidence", "wrong", f"it has errors: {first.message}", _INSTALL_AGAIN, where=str(first.position)
        )
    except (MachineError, OSError) as error:
        return Examined("evidence", "wrong", "the library cannot be read", _INSTALL_AGAIN, where=str(error))
    told = f"{len(library.statistics)} figures, {len(library.quotations)} quotations, {len(library.sources)} sources"
    return Examined("evidence", "fine", told)


def _cache(workspace: Workspace) -> Examined:
    """Whether what was made can be remembered. Without it deckmaker works, only slower."""
    hint = "name a folder where you may write, as DECKMAKER_CACHE; until then nothing is remembered between builds"
    try:
        folder = workspace.cache
    except (OSError, RuntimeError) as error:
        return Examined("cache", "note", f"there is no place for it: {error}", hint)
    refusal = _refusal(folder)
    if refusal:
        return Examined("cache", "note", f"it cannot be written: {refusal}", hint, where=str(folder))
    size = sum(_sizes(folder))
    return Examined("cache", "fine", f"can be written, {size / _MEGABYTE:.1f} MB", where=str(folder))


def _sizes(folder: Path) -> Iterator[int]:
    for path in folder.rglob("*"):
        with suppress(OSError):
            if path.is_file():
                yield path.stat().st_size


def _output(workspace: Workspace, output: str) -> Examined:
    folder = workspace.path(output)
    refusal = _refusal(folder)
    if refusal:
        hint = "choose another folder with --output, or ask for permission to write there"
        return Examined("output", "wrong", f"it cannot be written: {refusal}", hint, where=str(folder))
    room = shutil.disk_usage(_nearest(folder)).free
    if room < _LEAST_ROOM:
        hint = "make room, else files cannot be saved"
        return Examined("output", "note", f"only {room / _MEGABYTE:.0f} MB are free", hint, where=str(folder))
    return Examined("output", "fine", "can be written", where=str(folder))


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest above it that is there."""
    return next((place for place in (folder, *folder.parents) if place.exists()), folder)


def _refusal(folder: Path) -> str:
    """Why no file can be written into a folder, or into the nearest one above it that is there; or nothing."""
    place = _nearest(folder)
    if not place.is_dir():
        return f"there is a file of the name {place.name}"
    try:
        with TemporaryFile(dir=place) as file:
            file.write(b"a little")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return (error.strerror or str(error)).lower()
    return ""


def _office() -> Examined:
    program = next((found for name in ("soffice", "libreoffice") if (found := shutil.which(name))), None)
    if program is None:
        hint = "nothing that deckmaker makes needs it; with it slides can be looked at as pictures"
        return Examined("LibreOffice", "note", "not installed", hint)
    return Examined("LibreOffice", "fine", "installed", where=program)


def _terminal() -> Examined:
    encoding = locale.getencoding()
    try:
        "‘…’ – é".encode(encoding)
    except (UnicodeError, LookupError):
        hint = "choose UTF-8 for the terminal (on Linux: export LANG=C.UTF-8); files are right in any case"
        return Examined("terminal", "note", f"{encoding} cannot show all that deckmaker says", hint)
    return Examined("terminal", "fine", encoding)
