"""Which presentations ``deckmaker diff`` holds against which, where a spec makes several."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from deckmaker.auditing.difference import Pair, difference
from deckmaker.auditing.read_deck import read_deck
from deckmaker.auditing.reference_numbers import new_numbers
from deckmaker.auditing.seen import SeenDeck
from deckmaker.cli.revisions import Version
from deckmaker.model.frozen import frozen


@frozen(kw_only=True)
class Compared:
    """Two presentations and their difference; one is ``None`` where the deck is new, or is not made any more.

    ``renumbered`` are the old and new numbers of references that both have, under another number.
    """

    deck: str
    old: Version | None
    new: Version | None
    pairs: tuple[Pair, ...]
    renumbered: tuple[tuple[int, int], ...] = ()

    @property
    def told(self) -> tuple[Pair, ...]:
        """The slides that differ."""
        return tuple(pair for pair in self.pairs if pair.what != "unchanged")

    @property
    def unchanged(self) -> int:
        """How many slides do not."""
        return len(self.pairs) - len(self.told)


def compared(olds: Sequence[Version], news: Sequence[Version]) -> tuple[tuple[Compared, ...], str]:
    """Each deck of one side with that of its name on the other; what there is to say of how they go together.

    A single file is held against the deck that it was built from, else against the one of its name, else against the
    longest. Raises ``DeckError`` for a file that is refused.
    """
    if len(olds) == len(news) == 1:
        return (_compared(olds[0], news[0]),), ""
    if len(olds) == 1 or len(news) == 1:
        (one,), several = (olds, news) if len(olds) == 1 else (news, olds)
        found, sure = _counterpart(one, several)
        pair = (one, found) if len(olds) == 1 else (found, one)
        others = ", ".join(other.deck for other in several if other is not found)
        remark = f"{one.name} is held against {found.deck}; the same spec also makes {others}"
        return (_compared(*pair),), remark if sure else f"{remark}: which one it was is not known"
    before, after = {one.deck: one for one in olds}, {one.deck: one for one in news}
    return tuple(_compared(before.get(deck), after.get(deck)) for deck in dict.fromkeys((*after, *before))), ""


def _counterpart(one: Version, several: Sequence[Version]) -> tuple[Version, bool]:
    """The deck that a single file goes with, and whether its manifest or its name says so."""
    manifest = read_deck(one.name, one.data).manifest
    names = ([manifest.deck] if manifest else []) + [one.deck, PurePosixPath(one.name).stem]
    for name in names:
        for other in several:
            if other.deck == name:
                return other, True
    return several[0], False


def _compared(old: Version | None, new: Version | None) -> Compared:
    decks = [read_deck(one.name, one.data) if one else SeenDeck(file="", slides=()) for one in (old, new)]
    deck = (new or old or Version("", b"")).deck
    numbers = tuple((number, now) for number, now in sorted(new_numbers(*decks).items()) if now and now != number)
    return Compared(deck=deck, old=old, new=new, pairs=difference(*decks), renumbered=numbers)
