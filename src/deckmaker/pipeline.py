"""The stages that a deck walks through, in order. Start reading here.

``read`` and ``build`` make a deck of what an author wrote, ``lay_out`` gives every item its place, ``check`` holds it
against the rules, ``render`` makes the bytes of every format, and ``save`` puts them on the disk. Between reading and
saving nothing asks the machine for anything but pictures that were drawn before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from pathlib import Path

from deckmaker.discovery import Features
from deckmaker.layout.lay_out import lay_out
from deckmaker.layout.run_sheet import minutes_per_slide
from deckmaker.memory import digest
from deckmaker.model.authored import diagrams_used, statistics_used
from deckmaker.model.deck import Deck, LaidOutDeck, Slide
from deckmaker.model.diagnostic import DeckError, Diagnostic, in_order
from deckmaker.model.evidence import Diagram, Statistic
from deckmaker.model.feature import Draw
from deckmaker.model.frame import GraphicItem
from deckmaker.model.frozen import frozen
from deckmaker.model.judging import judged, strictly
from deckmaker.model.settings import Waived, Waiver
from deckmaker.reading import build_all, read
from deckmaker.reading.variants import Reason, left_out_for
from deckmaker.workspace import MachineError, Workspace

MUST_BE_WAIVED = frozenset({"evidence-age"})
"""Codes of notes that a strict build lets pass only where a waiver says why."""

Tell = Callable[[str], None]
"""Hears the name of each stage as it begins."""


@frozen(kw_only=True)
class Timing:
    """Minutes that a deck may take (``length``), and that each slide takes, with its title.

    ``is_spoken`` where they are reckoned from the words of the notes, else they are planned.
    """

    length: int
    slides: tuple[tuple[str, float], ...]
    is_spoken: bool


@frozen
class LeftOut:
    """A slide that the spec has and this deck has not: it is kept for other lengths, audiences or nations."""

    slide: Slide
    kept_for: Reason


@frozen(kw_only=True)
class Result:
    """What came of a spec: files written, or diagnostics that say why not. ``seconds`` is how long it took.

    ``waived`` is what somebody lets stand, ``idle`` the waivers that speak of this deck and met nothing; of a deck that
    could not be laid out nobody knows (``is_judged``). ``switched_off`` is what rules found that are off, whose codes
    are ``rules_off``. ``left_out`` are slides that its file keeps for other lengths, audiences or nations. ``inputs``
    and ``outputs`` are digests of the files that were read and written, by name. ``review_days`` are those of the
    evidence in the deck: after each of them more is told of its age.
    """

    spec: str
    diagnostics: tuple[Diagnostic, ...] = ()
    files: tuple[str, ...] = ()
    slide_count: int = 0
    seconds: float = 0.0
    is_judged: bool = False
    waived: tuple[Waived, ...] = ()
    idle: tuple[Waiver, ...] = ()
    switched_off: tuple[Diagnostic, ...] = ()
    rules_off: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    timing: Timing | None = None
    inputs: Mapping[str, str] = field(default_factory=dict, repr=False)
    review_days: frozenset[date] = frozenset()
    outputs: Mapping[str, str] = field(default_factory=dict, repr=False)

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
    length: int | None = None,
    formats: tuple[str, ...] = (),
    as_of: date | None = None,
    strict: bool = False,
    picture_size: tuple[int, int] | None = None,
    tell: Tell = lambda stage: None,
) -> Result:
    """Make a deck's files, in ``formats`` or else in those that the deck names; nothing is written if it has an error.

    ``length`` is one of those that the spec names; without it, the longest. ``as_of`` is the day by which the age of
    evidence is judged; without it, today. ``strict`` makes errors of warnings and of the notice on age, unless waived.
    ``picture_size`` are pixels into which pictures of slides fit, in place of the usual ones.

    Raises ``MachineError`` if the machine refuses, or a file is not there.
    """
    started = workspace.clock()
    pages, judged = _judged(spec, workspace, features, length, as_of, strict, tell)
    if not pages or judged.errors:
        return replace(judged, seconds=workspace.clock() - started)
    unfit = tuple(_unfit(pages[0].deck, formats or pages[0].deck.formats, features, picture_size))
    if unfit:
        return replace(judged, diagnostics=in_order((*judged.diagnostics, *unfit)), seconds=workspace.clock() - started)
    tell("drawing")
    files: dict[str, bytes] = {}
    if picture_size:
        pages = tuple(replace(page, picture_size=picture_size) for page in pages)
    for laid_out in pages:
        files.update(render(laid_out, formats or laid_out.deck.formats, features, _draw(laid_out, workspace)))
    tell("saving")
    names = workspace.save(files, folder)
    outputs = {name: digest(content) for name, content in zip(names, files.values(), strict=True)}
    return replace(judged, files=names, outputs=outputs, seconds=workspace.clock() - started)


def check_deck(
    spec: str,
    workspace: Workspace,
    features: Features,
    *,
    length: int | None = None,
    as_of: date | None = None,
    strict: bool = False,
) -> Result:
    """Everything that is wrong with a deck; writes nothing. Takes and raises what ``build_deck`` does."""
    started = workspace.clock()
    _, judged = _judged(spec, workspace, features, length, as_of, strict, lambda stage: None)
    return replace(judged, seconds=workspace.clock() - started)


def view_deck(
    spec: str, workspace: Workspace, features: Features, *, length: int | None = None, as_of: date | None = None
) -> tuple[tuple[LaidOutDeck, ...], Result]:
    """The deck, or each page of an infographic, to look at, errors and all; nothing where it cannot be laid out.

    With it what ``check_deck`` gives. Takes and raises what that does.
    """
    return _judged(spec, workspace, features, length, as_of, False, lambda stage: None)


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


def _unfit(
    deck: Deck, formats: Sequence[str], features: Features, picture_size: tuple[int, int] | None
) -> Iterator[Diagnostic]:
    """The formats that make no sense for a deck of its kind, and a size where nothing is made that has one."""
    if picture_size and not any(features.output(name).sized for name in formats):
        message = f"a size of pictures is asked for, and none is made: only {', '.join(formats)}"
        sized = [name for name in features.names("outputs") if features.output(name).sized]
        yield Diagnostic(
            "unfit-size", message, deck.position, f"leave --size out, or add --format {' or '.join(sized)}"
        )
    for name in formats:
        if deck.kind in features.output(name).not_for:
            message = f"there is no {name} of an {deck.kind}: it has no minutes and nobody leads it"
            yield Diagnostic("unfit-format", message, deck.position, "leave this format out")


def _judged(
    spec: str,
    workspace: Workspace,
    features: Features,
    length: int | None,
    as_of: date | None,
    strict: bool,
    tell: Tell,
) -> tuple[tuple[LaidOutDeck, ...], Result]:
    """The deck, or each page of an infographic, if it could be laid out; what there is to say by its settings."""
    pages, told, found, inputs = _laid_out(spec, workspace, features, length, as_of, tell)
    if not pages:
        return (), Result(spec=spec, diagnostics=in_order(told))
    laid_out = pages[0]
    verdict = judged(laid_out, spec, found)
    diagnostics = in_order((*told, *verdict.diagnostics))
    if strict:
        diagnostics = strictly(diagnostics, MUST_BE_WAIVED, [rule.code for rule in features.checks.values()])
    return pages, Result(
        spec=spec,
        diagnostics=diagnostics,
        slide_count=len(laid_out.frames),
        is_judged=True,
        waived=verdict.waived,
        idle=verdict.idle,
        switched_off=verdict.switched_off,
        rules_off=tuple(sorted(code for code, level in laid_out.deck.settings.rules.items() if level == "off")),
        left_out=tuple(_left_out(laid_out.deck)),
        timing=_timing(laid_out),
        inputs=inputs,
        review_days=frozenset(_review_days(laid_out.deck)),
    )


def _laid_out(
    spec: str, workspace: Workspace, features: Features, length: int | None, as_of: date | None, tell: Tell
) -> tuple[tuple[LaidOutDeck, ...], tuple[Diagnostic, ...], tuple[Diagnostic, ...], Mapping[str, str]]:
    """The deck, or each page of an infographic, if it can be read; what was told on the way; what the rules found;
    digests of what was read.
    """
    remarks: tuple[Diagnostic, ...] = ()
    try:
        tell("reading")
        sources = read(spec, workspace, features)
        remarks = sources.remarks
        decks = build_all(spec, sources, features, length)
    except DeckError as error:
        return (), (*remarks, *error.diagnostics), (), {}
    except FileNotFoundError as error:
        name = workspace.name(Path(error.filename)) if error.filename else spec
        raise MachineError(f"{name} is not there any more", "it was moved or deleted meanwhile: try again") from error
    tell("laying out")
    day = as_of or workspace.today()
    pages = tuple(lay_out(replace(deck, as_of=day), features, sources.memory) for deck in decks)
    tell("checking")
    found = in_order(dict.fromkeys(one for page in pages for one in check(page, features)))
    inputs = {name: digest(content) for name, content in sources.files.items()}
    return pages, remarks, found, inputs


def _review_days(deck: Deck) -> Iterator[date]:
    for slide in deck.slides:
        records: tuple[Statistic | Diagram, ...] = (*statistics_used(slide), *diagrams_used(slide))
        yield from (record.review_by for record in records if record.review_by is not None)


def _left_out(deck: Deck) -> Iterator[LeftOut]:
    for slide in deck.left_out:
        reason = left_out_for(slide, deck.length, deck.audience, deck.nation)
        if reason is not None:
            yield LeftOut(slide, reason)


def _timing(laid_out: LaidOutDeck) -> Timing | None:
    """How long the deck takes, if it says how long it may and there are notes or a plan to tell from."""
    deck = laid_out.deck
    is_spoken = deck.kind == "talk"
    if deck.length is None or (is_spoken and not deck.notes):
        return None
    titles = (frame.title for frame in laid_out.frames)
    minutes = tuple(zip(titles, minutes_per_slide(laid_out), strict=True))
    return Timing(length=deck.length, slides=minutes, is_spoken=is_spoken)


def _draw(laid_out: LaidOutDeck, workspace: Workspace) -> Draw:
    from deckmaker.drawing.store import CachedDraw  # a deck that is only checked draws nothing

    items = (item for frame in laid_out.frames for item in frame.items)
    ahead = ((item.picture, item.graphic.ground) for item in items if isinstance(item, GraphicItem) and not item.native)
    return CachedDraw(laid_out.deck.theme, workspace.cache / "graphics", ahead)
