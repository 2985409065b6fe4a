"""What the settings make of what the rules found: other levels, waivers, and nothing passed over in silence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from deckmaker.model.deck import LaidOutDeck, Slide
from deckmaker.model.diagnostic import Diagnostic, Position, Severity
from deckmaker.model.frozen import frozen
from deckmaker.model.settings import Waived, Waiver


@frozen(kw_only=True)
class Verdict:
    """What is said of a deck in the end. ``idle`` are waivers that speak of this deck and met nothing."""

    diagnostics: tuple[Diagnostic, ...] = ()
    waived: tuple[Waived, ...] = ()
    switched_off: tuple[Diagnostic, ...] = ()
    idle: tuple[Waiver, ...] = ()


def judged(laid_out: LaidOutDeck, spec: str, found: Iterable[Diagnostic]) -> Verdict:
    """What the rules found in the deck of this spec file, by the settings that the deck carries."""
    levels = laid_out.deck.settings.rules
    waivers = [one for one in laid_out.deck.settings.waivers if _speaks_of_deck(one, laid_out, spec)]
    stay: list[Diagnostic] = []
    waived: list[Waived] = []
    off: list[Diagnostic] = []
    for one in found:
        level = levels.get(one.code)
        if level == "off":
            off.append(one)
            continue
        weighed = one if level is None else replace(one, severity=Severity(level))
        waiver = next((w for w in waivers if w.code == one.code and _speaks_of_slide(w, laid_out, spec, one)), None)
        if waiver is None:
            stay.append(weighed)
        else:
            waived.append(Waived(diagnostic=weighed, waiver=waiver))
    used = {id(one.waiver) for one in waived}
    return Verdict(
        diagnostics=tuple(stay),
        waived=tuple(waived),
        switched_off=tuple(off),
        idle=tuple(one for one in waivers if id(one) not in used),
    )


def strictly(
    diagnostics: Iterable[Diagnostic], notes: Collection[str], waivable: Collection[str]
) -> tuple[Diagnostic, ...]:
    """The same, with warnings, and notes of the codes ``notes``, as errors. ``waivable`` are codes of rules."""
    return tuple(
        replace(one, severity=Severity.ERROR, hint=_or_waive(one, waivable))
        if one.severity is Severity.WARNING or one.code in notes
        else one
        for one in diagnostics
    )


def unused(waivers: Iterable[Waiver]) -> tuple[Diagnostic, ...]:
    """A note for each of these waivers, which met nothing anywhere."""
    return tuple(
        Diagnostic(
            "unused-waiver",
            f"this waiver of ‘{one.code}’ met nothing",
            one.position,
            "delete it, or look whether its ‘deck’ and ‘slide’ are still right",
            Severity.NOTE,
        )
        for one in waivers
    )


def _or_waive(one: Diagnostic, waivable: Collection[str]) -> str:
    waive = f"or waive ‘{one.code}’ in deckmaker.yaml, with date and reason" if one.code in waivable else ""
    return "; ".join(part for part in (one.hint, waive) if part)


def _speaks_of_deck(waiver: Waiver, laid_out: LaidOutDeck, spec: str) -> bool:
    """By the name of the deck, or of its spec: all the lengths of a deck are meant by ‘talk’, one by ‘talk-30’."""
    return not waiver.deck or waiver.deck in (laid_out.deck.name, PurePosixPath(spec).stem, spec)


def _speaks_of_slide(waiver: Waiver, laid_out: LaidOutDeck, spec: str, found: Diagnostic) -> bool:
    if not waiver.slide:
        return True
    everywhere = (*laid_out.deck.slides, *laid_out.deck.left_out)
    here = _slide_at(everywhere, found.position)
    if here is None:
        return False
    if waiver.slide.isdecimal():
        return here is _slide_at(everywhere, Position(spec, int(waiver.slide), 10_000))
    titles = {f.title for s, f in zip(laid_out.slides, laid_out.frames, strict=True) if s is here} | {
        str(here.headline)
    }
    return _plain(waiver.slide) in map(_plain, titles)


def _slide_at(slides: Sequence[Slide], place: Position | None) -> Slide | None:
    """The slide that a place lies in: the last one that begins before it in the same file."""
    before = [
        (slide.position, slide)
        for slide in slides
        if place and slide.position and slide.position.file == place.file and slide.position <= place
    ]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
