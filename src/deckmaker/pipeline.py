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
from deckmaker.model.diagnostic import DeckError, Diagnostic, Severity, in_order
from deckmaker.model.feature import Draw
from deckmaker.model.settings import Acknowledgement
from deckmaker.reading import build, read
from deckmaker.reading.settings import project_settings
from deckmaker.workspace import MachineError, Workspace

MUST_BE_ACKNOWLEDGED = frozenset({"evidence-age"})
"""Codes of notes that a strict build lets pass only when the project's settings say why."""

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
    acknowledged: tuple[Acknowledgement, ...] = ()

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
    strict: bool = False,
    tell: Tell = lambda stage: None,
) -> Result:
    """Make a deck's files, in ``formats`` or else in those that the deck names; nothing is written if it has an error.

    ``as_of`` is the day by which the age of evidence is judged; without it, today. ``strict`` makes errors of warnings
    and of the notice on age, but for those that the project's settings acknowledge.

    Raises ``MachineError`` if the machine refuses, or a file is not there.
    """
    started = workspace.clock()
    laid_out, judged = _judged(spec, workspace, features, as_of, strict, tell)
    if laid_out is None or judged.errors:
        return replace(judged, seconds=workspace.clock() - started)
    tell("drawing")
    files = render(laid_out, formats or laid_out.deck.formats, features, _draw(laid_out, workspace))
    tell("saving")
    names = workspace.save(files, folder)
    return replace(judged, files=names, seconds=workspace.clock() - started)


def check_deck(
    spec: str, workspace: Workspace, features: Features, *, as_of: date | None = None, strict: bool = False
) -> Result:
    """Everything that is wrong with a deck; writes nothing. Takes and raises what ``build_deck`` does."""
    started = workspace.clock()
    _, judged = _judged(spec, workspace, features, as_of, strict, lambda stage: None)
    return replace(judged, seconds=workspace.clock() - started)


def check(laid_out: LaidOutDeck, features: Features) -> tuple[Diagnostic, ...]:
    """What the rules say of a deck, in order of place."""
    return in_order(diagnostic for rule in features.checks.values() for diagnostic in rule.find(laid_out))


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


def _judged(
    spec: str, workspace: Workspace, features: Features, as_of: date | None, strict: bool, tell: Tell
) -> tuple[LaidOutDeck | None, Result]:
    """The deck, if it could be laid out, and what there is to say of it by the project's settings."""
    laid_out, diagnostics = _laid_out(spec, workspace, features, as_of, tell)
    codes = [rule.code for rule in features.checks.values() if rule.severity is not Severity.ERROR]
    try:
        settings = project_settings(workspace, codes)
    except DeckError as error:
        return None, Result(spec=spec, diagnostics=in_order((*error.diagnostics, *diagnostics)))
    acknowledged = settings.met(diagnostics)
    if strict:
        diagnostics = settings.strict(diagnostics, MUST_BE_ACKNOWLEDGED)
    count = len(laid_out.frames) if laid_out else 0
    return laid_out, Result(spec=spec, diagnostics=diagnostics, slide_count=count, acknowledged=acknowledged)


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
