"""Decks of random specs: each is told where it cannot be made, or is sound on every page and in its file."""

from __future__ import annotations

from tests.random_decks.conftest import A_TEST, random_spec
from tests.random_decks.held import faults_of_file, faults_of_pages
from tests.random_decks.made import Maker, Outcome
from tests.random_decks.slides import KINDS

MAY_REFUSE = {"too-much-text", "crowded-page", "no-room-for-graphic"}
"""All that may stop a deck whose spec is valid: there is more in it than its places hold."""
SHARE_BUILT = 0.75
"""At least this share of decks is built, so that the proof is not empty; 0.9 were when this was written."""


def faults(outcome: Outcome) -> list[str]:
    """An error that a valid spec cannot have, a diagnostic without a place, a flaw in what is made."""
    found = [f"‘{one.code}’ has no place: {one.message}" for one in outcome.diagnostics if one.position is None]
    found += [f"a valid spec was refused for ‘{code}’" for code in outcome.codes if code not in MAY_REFUSE]
    if outcome.is_built:
        found += [fault for page in outcome.pages for fault in faults_of_pages(page)]
        for page, (_, data) in zip(outcome.pages, outcome.files, strict=True):
            found += faults_of_file(data, page)
    told = {one.code for one in outcome.diagnostics}
    return [one for one in found if "same-title" not in told or not one.startswith("two slides of one title")]


def test_a_random_deck_is_sound_or_its_author_is_told(batch: int, maker: Maker) -> None:
    for number in range(batch * A_TEST, (batch + 1) * A_TEST):
        spec = random_spec(maker, number)
        found = faults(maker.make(spec))
        assert not found, "\n".join((f"random deck {number}", *found, "", spec))


def test_most_random_decks_are_built(maker: Maker) -> None:
    outcomes = [maker.make(random_spec(maker, number)) for number in range(40)]
    assert sum(outcome.is_built for outcome in outcomes) >= SHARE_BUILT * len(outcomes)
    assert sum(len(page.frames) for outcome in outcomes for page in outcome.pages) >= 3 * len(outcomes)


def test_there_is_a_strategy_for_every_kind_of_slide(maker: Maker) -> None:
    assert set(KINDS) == set(maker.features.slides)


def test_every_kind_of_slide_and_of_graphic_and_what_else_there_is_comes_up_soon(maker: Maker) -> None:
    more = (
        "high-contrast",
        "workshop",
        "infographic",
        "native",
        "tŷ",
        "portrait",
        "keep-for",
        "our-evidence",
        "partner",
    )
    missing = {*KINDS, *maker.features.graphics, *more}
    for number in range(1000):
        told = random_spec(maker, number)
        missing = {word for word in missing if word not in told}
        if not missing:
            return
    raise AssertionError(f"nowhere in a thousand random decks: {sorted(missing)}")
