"""Presentations to compare: a file, a deck's spec, or either as it was at a revision that git knows."""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import click

from deckmaker.model.diagnostic import DeckError
from deckmaker.model.frozen import frozen
from deckmaker.workspace import SPEC_ENDINGS, MachineError, Workspace

_PATIENCE = 120.0
_MOST = 1_000_000_000
_LIBRARY = "src/deckmaker/library"


@frozen
class Version:
    """A presentation's bytes, what it is called, and what there is to say of how it was made.

    ``deck`` is the name of the deck that it is: that of its spec, with its length or page where that makes several.
    """

    name: str
    data: bytes
    remark: str = ""
    deck: str = ""


def versions(named: str, other: str, workspace: Workspace) -> tuple[Version, ...]:
    """What an argument means: a file, or all that a spec makes, the longest first.

    A bare revision means the deck that the ``other`` argument names, as it was then.

    Raises ``click.UsageError`` for what is none of these, ``DeckError`` for a spec that is no deck.
    """
    if named.startswith("git:"):
        revision, _, path = named.removeprefix("git:").partition(":")
        if not revision or not path:
            raise click.UsageError(f"‘{named}’: write git:REVISION:path/to/deck.yaml")
        return _at(revision, path, workspace)
    if workspace.exists(named) and not named.endswith(SPEC_ENDINGS):
        from deckmaker.auditing.archive import LARGEST_FILE

        return (Version(named, workspace.read(named, LARGEST_FILE), deck=PurePosixPath(named).stem),)
    spec = _spec(named, workspace)
    if spec is not None:
        return _versions(spec, built(spec, workspace))
    if not _is_revision(named, workspace):
        raise click.UsageError(f"there is no file, no deck and no git revision ‘{named}’.")
    path = other if workspace.exists(other) else _spec(other, workspace) or ""
    if not path:
        raise click.UsageError(f"which file of the revision ‘{named}’? Write git:{named}:decks/my-talk.yaml")
    return _at(named, path, workspace)


def built(spec: str, workspace: Workspace, library: Path | None = None) -> Mapping[str, bytes]:
    """The presentations that a spec makes, by the names of their decks: of each length, the longest first, and of each
    page of an infographic. Raises ``DeckError``.
    """
    from deckmaker.cli.specs import planned
    from deckmaker.discovery import Features
    from deckmaker.drawing.store import CachedDraw
    from deckmaker.layout.lay_out import lay_out
    from deckmaker.pipeline import render
    from deckmaker.reading import build_all, read

    features = Features()
    sources = read(spec, workspace, features)
    if library is not None:
        sources = replace(sources, library=_library(library, workspace, sources.library))
    made: dict[str, bytes] = {}
    for plan in sorted(planned((spec,), None, workspace), key=lambda one: -(one.length or 0)):
        for deck in build_all(spec, sources, features, plan.length):
            laid_out = lay_out(deck, features)
            draw = CachedDraw(laid_out.deck.theme, workspace.cache / "graphics")
            for name, data in render(laid_out, ("pptx",), features, draw).items():
                made[PurePosixPath(name).stem] = data
    return made


def _versions(name: str, made: Mapping[str, bytes], remark: str = "") -> tuple[Version, ...]:
    """Each of the presentations of a spec, called by the spec and, where there are several, by its own name."""
    several = len(made) > 1
    return tuple(Version(f"{name} ({deck})" if several else name, data, remark, deck) for deck, data in made.items())


def _library(folder: Path, workspace: Workspace, usual: object) -> dict[str, bytes]:
    names = [PurePosixPath(str(name)).name for name in usual] if isinstance(usual, dict) else []
    return {workspace.name(folder / n): workspace.read(folder / n) for n in names if workspace.exists(folder / n)}


def _spec(named: str, workspace: Workspace) -> str | None:
    from deckmaker.cli.specs import decks_by_name

    if workspace.exists(named) and named.endswith(SPEC_ENDINGS):
        return named
    return decks_by_name(workspace).get(named)


def _at(revision: str, path: str, workspace: Workspace) -> tuple[Version, ...]:
    """A file as it was: a presentation from git itself, a spec built with all that stood beside it then."""
    name = f"{path} at {revision}"
    path = workspace.name(Path(path))
    if not _is_revision(revision, workspace):
        raise click.UsageError(f"there is no git revision ‘{revision}’ here.")
    if not path.endswith(SPEC_ENDINGS):
        content = _git(workspace, "show", "--end-of-options", f"{revision}:./{path}")
        return (Version(name, content, deck=PurePosixPath(path).stem),)
    with _tree(revision, workspace) as then:
        if not then.exists(path):
            raise click.UsageError(f"the revision ‘{revision}’ has no file ‘{path}’.")
        library = then.path(_LIBRARY)
        if library.is_dir():
            with suppress(DeckError):
                return _versions(name, built(path, then, library))
        remark = f"{name} is built with the evidence library of today"
        unusable = f"{remark}: that of then cannot be used"
        return _versions(name, built(path, then), unusable if library.is_dir() else remark)


@contextmanager
def _tree(revision: str, workspace: Workspace) -> Iterator[Workspace]:
    """A folder for a while with everything as it was at the revision; the cache is the usual one."""
    packed = _git(workspace, "archive", "--format=tar", revision)
    with TemporaryDirectory(prefix="deckmaker-") as folder:
        with tarfile.open(fileobj=BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        environment = {**workspace.environment, "DECKMAKER_CACHE": str(workspace.cache)}
        yield Workspace(Path(folder), environment)


def _is_revision(named: str, workspace: Workspace) -> bool:
    if named.startswith("-") or ":" in named:
        return False
    try:
        return bool(_git(workspace, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{named}^{{commit}}"))
    except click.UsageError:
        return False


def _git(workspace: Workspace, *arguments: str) -> bytes:
    """What git says. Raises ``MachineError`` where there is no git, ``click.UsageError`` where it refuses."""
    try:
        done = subprocess.run(
            ["git", "-C", str(workspace.root), *arguments], capture_output=True, timeout=_PATIENCE, check=False
        )
    except FileNotFoundError as error:
        raise MachineError("git is not installed", "compare two .pptx files instead") from error
    except subprocess.TimeoutExpired as error:
        raise MachineError("git took too long") from error
    if done.returncode or len(done.stdout) > _MOST:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise click.UsageError(f"git: {said[0].removeprefix('fatal: ') if said else 'it refused'}")
    return done.stdout
