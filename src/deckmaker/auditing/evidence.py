"""Holds a presentation against its own manifest: what was changed by hand, and what the library says by now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from deckmaker.auditing.by_text import Known, words_findings
from deckmaker.auditing.comparing import Change, changes, figures_in, hedges_in, marks_in, plain
from deckmaker.auditing.finding import Finding, brief, brief_pair, error, note, warning
from deckmaker.auditing.seen import SeenDeck, SeenSlide
from deckmaker.model.diagnostic import Severity
from deckmaker.model.evidence import Library
from deckmaker.model.manifest import ALTERNATIVE_TEXT, CHART, NOTES, Claimed, Manifest

_UNKNOWN = {"unknown-figure", "unknown-quotation"}
"""On a slide that was added to one of ours and names no source these weigh more: all round it, every figure has one."""
_SOURCE = re.compile(r"\bsources?\s?:|\((?:19|20)\d\d\)", re.IGNORECASE)
_AS_BUILT = "write it as it was, or change the deck’s spec and build it again"


def evidence_findings(deck: SeenDeck, manifest: Manifest, library: Library, today: date) -> Iterator[Finding]:
    """Figures, quotations and references changed by hand; slides removed; words on slides that were added."""
    matched = slides_matched(deck, manifest)
    for claimed in manifest.slides:
        seen = matched.get(claimed.id)
        if seen is not None:
            yield from _slide(claimed, seen, manifest)
        elif claimed.kind == "references":
            yield error("citation-lost", f"the slide ‘{brief(claimed.title)}’ with the references is gone", _AS_BUILT)
        else:
            yield note("slide-removed", f"the slide ‘{brief(claimed.title)}’ was removed by hand")
    known, ours = Known(library), {seen.number for seen in matched.values()}
    for seen in deck.slides:
        if seen.number not in ours:
            yield note(
                "slide-added", "the slide was added by hand, so its evidence is matched by its words", "", [seen.number]
            )
            sourced = _SOURCE.search(seen.text) is not None
            for one in words_findings(seen, known, today):
                yield one if sourced or one.code not in _UNKNOWN else replace(one, severity=Severity.WARNING)


def slides_matched(deck: SeenDeck, manifest: Manifest) -> dict[int, SeenSlide]:
    """The slides that were built and are still there, by the number that the file gave them: else by their titles."""
    by_id = {slide.id: slide for slide in deck.slides}
    found = {claimed.id: by_id[claimed.id] for claimed in manifest.slides if claimed.id in by_id}
    free = [slide for slide in deck.slides if slide.id not in found]
    for claimed in manifest.slides:
        if claimed.id not in found:
            same = next((s for s in free if plain(s.title) == plain(claimed.title) and s.title), None)
            if same is not None:
                found[claimed.id] = same
                free.remove(same)
    return found


def _slide(claimed: Claimed, seen: SeenSlide, manifest: Manifest) -> Iterator[Finding]:
    written = [(one.place, one.words) for one in claimed.texts]
    apart = {ALTERNATIVE_TEXT, NOTES, CHART}
    pictures = [(ALTERNATIVE_TEXT, s.alternative_text) for s in seen.shapes if s.is_picture and s.alternative_text]
    for before, after in (
        ([one for one in written if one[0] not in apart], list(seen.paragraphs)),
        ([one for one in written if one[0] == ALTERNATIVE_TEXT], pictures),
        ([one for one in written if one[0] == CHART], [(CHART, row) for row in seen.charts]),
        ([one for one in written if one[0] == NOTES], [(NOTES, words) for words in seen.notes]),
    ):
        for change in changes(before, after):
            yield from _change(change, claimed, seen.number, manifest)


def _change(change: Change, claimed: Claimed, number: int, manifest: Manifest) -> Iterator[Finding]:
    (before, after), at = brief_pair(change.before, change.after), [number]
    place = f" in the {change.place}" if change.place in {NOTES, ALTERNATIVE_TEXT, CHART} else ""
    now = f"‘{before}’ now reads ‘{after}’{place}" if after else f"‘{before}’ is gone{place}"
    record = _exact(change, claimed, manifest)
    if not change.before:
        typed = _list(figures_in(change.after))
        if typed and change.place not in {ALTERNATIVE_TEXT, CHART}:
            words = f"{typed} in ‘{after}’{place} was typed by hand: nothing says where it comes from"
            yield error("figure-typed", words, "take a figure of the library, in the deck’s spec", at)
    elif record:
        yield error("quotation-changed", f"the exact words of ‘{record}’ were changed: {now}", _AS_BUILT, at)
    elif change.place in {"source", "references"}:
        lost = not after or set(marks_in(change.before)) - set(marks_in(change.after))
        kind = error if lost or change.place == "references" else warning
        yield kind(
            "citation-lost" if lost else "citation-changed", f"a source was changed by hand: {now}", _AS_BUILT, at
        )
    elif after or change.place != ALTERNATIVE_TEXT:
        yield from _words(change, claimed, now, at)


def _words(change: Change, claimed: Claimed, now: str, at: Sequence[int]) -> Iterator[Finding]:
    """What became of a text with figures, or of any other."""
    figures = next((t.figures for t in claimed.texts if (t.place, t.words) == (change.place, change.before)), ())
    of = f" of the library’s {_list(figures)}" if figures else ""
    old, new = Counter(figures_in(change.before)), Counter(figures_in(change.after))
    if figures and not change.after:
        yield warning("figure-gone", f"the figure{of} is no longer there: {now}", _AS_BUILT, at)
    elif change.after and old != new and (figures or new - old):
        yield error("figure-changed", f"a figure{of} was changed by hand: {now}", _AS_BUILT, at)
    elif Counter(hedges_in(change.before)) - Counter(hedges_in(change.after)) and (figures or change.place == "hedge"):
        said = _list(hedges_in(change.before))
        yield error("hedge-lost", f"the source says {said}, and the slide no longer does: {now}", _AS_BUILT, at)
    elif set(marks_in(change.before)) - set(marks_in(change.after)):
        yield warning("citation-lost", f"a citation mark is gone: {now}", _AS_BUILT, at)
    else:
        yield note("text-changed", f"a text was changed by hand: {now}", "", at)


def _exact(change: Change, claimed: Claimed, manifest: Manifest) -> str:
    """The quotation or message whose exact words the text had; nothing for other texts."""
    before = plain(change.before)
    for record in manifest.records:
        shown = any((u.family, u.id, u.use) == (record.family, record.id, "shows") for u in claimed.uses)
        if shown and record.family in {"quotation", "message"} and before:
            is_whole = record.family == "quotation" and (change.place == "quotation" or len(before) > 20)
            bare = before.split(" [")[0] if before.endswith("]") else before
            if (is_whole and bare in plain(record.said)) or bare == plain(record.said):
                return record.id if record.family == "quotation" else f"message {record.id}"
            if change.place == "quotation" and record.family == "quotation":
                return record.id
    return ""


def _list(words: Sequence[str]) -> str:
    quoted = [f"‘{word}’" for word in dict.fromkeys(words)]
    return quoted[0] if len(quoted) == 1 else " and ".join((", ".join(quoted[:-1]), quoted[-1])) if quoted else ""
