"""What a command tells of each deck, and of all of them in the end; what was told once is not told again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from deckmaker.cli.console import Console
from deckmaker.cli.report import counted
from deckmaker.model.diagnostic import Diagnostic
from deckmaker.model.told import IdleWaiver, LetStand, Told

if TYPE_CHECKING:
    from deckmaker.pipeline import LeftOut, Result, Timing


@dataclass
class Teller:
    """Tells the results of one command, with ``verbose`` more of each."""

    console: Console
    verbose: bool = False
    _told: set[Diagnostic] = field(default_factory=set, init=False)
    _decks: list[Told] = field(default_factory=list, init=False)

    def problems(self, deck: Told) -> None:
        """What is wrong with a deck, and what is waived."""
        self._decks.append(deck)
        self.console.deck(deck)
        fresh = [one for one in dict.fromkeys(deck.diagnostics) if one not in self._told]
        self._told.update(fresh)
        self.console.problems(fresh)
        self.console.waived(deck.waived)

    def details(self, deck: Told) -> None:
        """What was left out and how long a deck takes; with ``verbose`` slide by slide, and what was passed over."""
        for line in deck.details:
            self.console.say(f"  {line}")
        for line in deck.every_detail if self.verbose else ():
            self.console.say(f"    {line}")

    def unused_waivers(self, *, every_deck: bool) -> None:
        """Waivers that met nothing. ``every_deck`` says that all decks of the project were told, in all lengths; else
        only those that speak of one deck can be known to be idle.

        Nothing is said while a deck has errors that kept it from being judged.
        """
        if not all(deck.is_judged for deck in self._decks):
            return
        idle = {one.place: one for deck in self._decks for one in deck.idle}
        used = {place for deck in self._decks for place in deck.used}
        specs = {deck.spec for deck in self._decks}
        self.console.problems(
            [
                one.note
                for place, one in idle.items()
                if place not in used
                and (every_deck or one.names_a_deck or (one.note.position and one.note.position.file in specs))
            ]
        )

    @property
    def error_count(self) -> int:
        """Errors told, each once."""
        return sum(one.stops_the_build for one in self._told)

    @property
    def failed_count(self) -> int:
        """Decks with errors."""
        return sum(bool(deck.errors) for deck in self._decks)


def told(result: Result, name: str) -> Told:
    """What there is to tell of a result; ``name`` is the deck's."""
    from deckmaker.model.judging import unused

    details = [f"left out: {_left_out(result.left_out)}"] if result.left_out else []
    if result.timing is not None:
        details.append(_minutes(result.timing))
    return Told(
        spec=result.spec,
        name=name,
        diagnostics=result.diagnostics,
        files=result.files,
        slide_count=result.slide_count,
        seconds=result.seconds,
        is_judged=result.is_judged,
        rules_off=result.rules_off,
        waived=tuple(str(one.waiver) for one in result.waived),
        used=tuple(str(one.waiver.position) for one in result.waived),
        idle=tuple(
            IdleWaiver(place=str(one.position), names_a_deck=bool(one.deck), note=note)
            for one, note in zip(result.idle, unused(result.idle), strict=True)
        ),
        let_stand=tuple(
            LetStand(
                diagnostic=one.diagnostic,
                day=one.waiver.date.isoformat(),
                reason=one.waiver.reason,
                position=one.waiver.position,
            )
            for one in result.waived
        ),
        details=tuple(details),
        every_detail=tuple(_every_detail(result)),
    )


def _left_out(slides: Sequence[LeftOut]) -> str:
    counts = Counter(one.kept_for for one in slides)
    return ", ".join(f"{counted(count, 'slide')} kept for other {reason}s" for reason, count in counts.items())


def _minutes(timing: Timing) -> str:
    from deckmaker.layout.run_sheet import WORDS_A_MINUTE

    whole = sum(minutes for _, minutes in timing.slides)
    if timing.is_spoken:
        return f"about {counted(round(whole), 'minute')} for {timing.length} (notes at {WORDS_A_MINUTE} words a minute)"
    return f"{counted(round(whole), 'minute')} planned for {timing.length}"


def _every_detail(result: Result) -> Iterator[str]:
    for number, (title, minutes) in enumerate(result.timing.slides if result.timing else (), start=1):
        yield f"{number:3}  {minutes:4.1f} min  {title}"
    for one in result.left_out:
        yield f"left out: {one.slide.position}  {one.slide.kind}, kept for other {one.kept_for}s"
    for waived in result.waived:
        yield f"waived: {waived.diagnostic.position}  {waived.diagnostic.message} [{waived.diagnostic.code}]"
    for off in result.switched_off:
        yield f"switched off: {off.position}  {off.message} [{off.code}]"
