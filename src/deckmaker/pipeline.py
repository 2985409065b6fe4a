"""The stages that a deck walks through, in order. Start reading here.

``read`` and ``build`` make a deck of what an author wrote, ``lay_out`` gives every item its place, ``check`` holds it
against the rules, ``render`` makes the bytes of every format, and ``save`` puts them on the disk. Between reading and
saving nothing asks the machine for anything but pictures that were drawn before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from deckmaker.discovery import Features
from deckmaker.layout.lay_out import lay_out
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import DeckError, Diagnostic, in_order
from deckmaker.model.feature import Draw
from deckmaker.reading import build, read
from deckmaker.workspace import MachineError, Workspace

Tell = Callable[[str], None]
"""Hears the name of each stage as it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of a spec: files written, or diagnostics that say why not. ``seconds`` is how long it took."""

    spec: str
    diagnostics: tuple[Diagnostic, ...] = ()
    files: tuple[str, ...] = ()
    slide_count: int = 0
    seconds: float = 0.0

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that stopped the deck from being written."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.stops_the_build)


def build_deck(
    spec: str,
    workspace: Workspace,
    features: Features,
    *,
    folder: str = "output",
    formats: tuple[str, ...] = (),
    as_of: date | None = None,
    tell: Tell = lambda stage: None,
) -> Result:
    """Make a deck's files, in ``formats`` or else in those that the deck names; nothing is written if it has an error.

    ``as_of`` is the day by which the age of evidence is judged; without it, today.

    Raises ``MachineError`` if the machine refuses, or a file is not there.
    """
    started = workspace.clock()
    laid_out, diagnostics = _laid_out(spec, workspace, features, as_of, tell)
    if laid_out is None or any(diagnostic.stops_the_build for diagnostic in diagnostics):
        return Result(spec=spec, diagnostics=diagnostics, seconds=workspace.clock() - started)
    tell("drawing")
    files = render(laid_out, formats or laid_out.deck.formats, features, _draw(laid_out, workspace))
    tell("saving")
    names = workspace.save(files, folder)
    return Result(
        spec=spec,
        diagnostics=diagnostics,
        files=names,
        slide_count=len(laid_out.frames),
        seconds=workspace.clock() - started,
    )


def check_deck(spec: str, workspace: Workspace, features: Features, *, as_of: date | None = None) -> Result:
    """Everything that is wrong with a deck; writes nothing. Raises as ``build_deck`` does."""
    started = workspace.clock()
    laid_out, diagnostics = _laid_out(spec, workspace, features, as_of, lambda stage: None)
    count = len(laid_out.frames) if laid_out else 0
    return Result(spec=spec, diagnostics=diagnostics, slide_count=count, seconds=workspace.clock() - started)


def check(laid_out: LaidOutDeck, features: Features) -> tuple[Diagnostic, ...]:
    """What the rules say of a deck, in order of place."""
    found: list[Diagnostic] = list(laid_out.diagnostics)
    for rule in features.checks.values():
        found.extend(rule.find(laid_out))
    return in_order(found)


def render(laid_out: LaidOutDeck, formats: Iterable[str], features: Features, draw: Draw) -> Mapping[str, bytes]:
    """The files of every format, by name."""
    files: dict[str, bytes] = {}
    for name in formats:
        made = features.output(name).render(laid_out, draw)
        twice = files.keys() & made.keys()
        if twice:
            raise ValueError(f"two formats make the same file: {sorted(twice)}")
        files.update(made)
    return files


def _laid_out(
    spec: str, workspace: Workspace, features: Features, as_of: date | None, tell: Tell
) -> tuple[LaidOutDeck | None, tuple[Diagnostic, ...]]:
    try:
        tell("reading")
        deck = build(spec, read(spec, workspace, features), features)
        deck = replace(deck, as_of=as_of or workspace.today())
    except DeckError as error:
        return None, error.diagnostics
    except FileNotFoundError as error:
        name = workspace.name(Path(error.filename)) if error.filename else spec
        raise MachineError(f"{name} is not there any more", "it was moved or deleted meanwhile: try again") from error
    tell("laying out")
    laid_out = lay_out(deck, features)
    tell("checking")
    return laid_out, check(laid_out, features)


def _draw(laid_out: LaidOutDeck, workspace: Workspace) -> Draw:
    from deckmaker.drawing.store import CachedDraw  # a deck that is only checked draws nothing

    return CachedDraw(laid_out.deck.theme, workspace.cache / "graphics")
