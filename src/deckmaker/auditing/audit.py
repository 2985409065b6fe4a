"""Everything that there is to say of a finished presentation."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from deckmaker.auditing.accessibility import accessibility_findings
from deckmaker.auditing.brand import brand_findings
from deckmaker.auditing.by_text import Known, words_findings
from deckmaker.auditing.evidence import evidence_findings, slides_matched
from deckmaker.auditing.finding import Finding, note, warning
from deckmaker.auditing.records import record_findings
from deckmaker.auditing.seen import SeenDeck
from deckmaker.model.diagnostic import Severity
from deckmaker.model.evidence import Library
from deckmaker.model.frozen import frozen
from deckmaker.model.theme import Theme

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@frozen(kw_only=True)
class Judged:
    """By what a presentation is judged: ``theme`` is ``None`` where its brand is not known; ``layouts`` are titles."""

    library: Library
    layouts: Collection[str]
    today: date
    theme: Theme | None = None


def audited(deck: SeenDeck, by: Judged) -> tuple[Finding, ...]:
    """What was found: of the whole presentation first, then slide by slide, the gravest first."""
    found = dict.fromkeys(_findings(deck, by))
    return tuple(sorted(found, key=lambda f: (f.slides[:1], _ORDER[f.severity])))


def _findings(deck: SeenDeck, by: Judged) -> Iterator[Finding]:
    for slide in deck.slides:
        if slide.external:
            words = f"the slide fetches something from elsewhere when it is shown: {', '.join(sorted(slide.external))}"
            yield warning("fetched", words, "put it into the file", [slide.number])
    if by.theme is not None:
        yield from brand_findings(deck, by.theme, {*by.layouts, *(deck.manifest.layouts if deck.manifest else ())})
    yield from accessibility_findings(deck)
    if deck.manifest is None:
        words = "the file does not say which evidence it shows, so figures and quotations were matched by their words"
        yield note("no-manifest", words, "a match is a likeness and no proof; decks that deckmaker builds do say it")
        known = Known(by.library)
        for slide in deck.slides:
            yield from words_findings(slide, known, by.today)
        return
    matched = slides_matched(deck, deck.manifest)
    yield from evidence_findings(deck, deck.manifest, by.library, by.today)
    numbers = {slide_id: slide.number for slide_id, slide in matched.items()}
    yield from record_findings(deck.manifest, by.library, by.today, numbers)
