"""The numbered references of a library against those of its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from deckmaker.model.evidence import Library
from deckmaker.model.frozen import frozen
from deckmaker.verifying.finding import Finding, changed, missing
from deckmaker.verifying.matching import Searched
from deckmaker.verifying.normal import Normal, normal_words
from deckmaker.verifying.reference_list import Entry


@frozen
class References:
    """What became of the references.

    ``numbers`` leads from the library’s number to the source’s; ``printed`` are all numbers that the source has.
    """

    findings: tuple[Finding, ...]
    numbers: Mapping[int, int]
    printed: frozenset[int]


def held_references(library: Library, entries: Sequence[Entry]) -> References:
    """Every reference that is missing, changed, renumbered or new."""
    printed = ((n, one.id, words) for one in library.sources.values() for n, words in one.printed.items())
    known = [(number, name, normal_words(words)) for number, name, words in sorted(printed)]
    numbers = [number for number, _, _ in known]
    pairs = _paired(numbers, [words.key for _, _, words in known], entries)
    found: list[Finding] = []
    for at, (number, name, wanted) in enumerate(known):
        record, entry = f"source {name}", pairs.get(at)
        if entry is None:
            found.append(missing(record, wanted.clean, which=f"reference {number} "))
            continue
        if not _same(wanted, entry.words):
            found.append(_difference(record, number, wanted, entry))
        if entry.number != number:
            words = f"reference number changed: {number} → {entry.number}"
            found.append(Finding("number", record, words, entry.line))
    paired = {entry.line for entry in pairs.values()}
    for entry in entries:
        if entry.line not in paired:
            words = entry.words.printed(0, min(60, len(entry.words.key)))
            found.append(Finding("new-reference", "", f"new reference {entry.number}: “{words}…”", entry.line))
    moved = {numbers[at]: entry.number for at, entry in pairs.items()}
    return References(tuple(found), moved, frozenset(entry.number for entry in entries))


def _paired(numbers: Sequence[int], keys: Sequence[str], entries: Sequence[Entry]) -> dict[int, Entry]:
    """The entry that each known reference has become, by its place among the known.

    The same words in the same order, else the same words, else the same number.
    """
    theirs = [entry.words.key for entry in entries]
    pairs: dict[int, Entry] = {}
    for block in SequenceMatcher(None, keys, theirs, autojunk=False).get_matching_blocks():
        pairs.update({block.a + step: entries[block.b + step] for step in range(block.size)})
    same_words = [[entry for entry in entries if entry.words.key == key] for key in keys]
    same_number = [[entry for entry in entries if entry.number == number] for number in numbers]
    for candidates in (same_words, same_number):
        taken = {entry.line for entry in pairs.values()}
        for at in range(len(keys)):
            entry = next((one for one in candidates[at] if one.line not in taken), None)
            if at not in pairs and entry is not None:
                pairs[at] = entry
                taken.add(entry.line)
    return pairs


def _same(wanted: Normal, found: Normal) -> bool:
    return wanted.key == found.key and all(
        found.dashes.get(at, at not in wanted.dashes) is not (at not in wanted.dashes) or not found.dashes.get(at, True)
        for at in {*wanted.dashes, *found.certain_dashes}
        if 0 < at < len(wanted.key)
    )


def _difference(record: str, number: int, wanted: Normal, entry: Entry) -> Finding:
    passage = Searched(entry.words).nearest(wanted, least=0.3)
    which = f"reference {number} "
    if passage is None:
        found = entry.words.printed(0, min(60, len(entry.words.key)))
        return changed(record, wanted.printed(0, min(60, len(wanted.key))), f"{found}…", entry.line, which=which)
    return changed(record, passage.wanted, passage.found, passage.line, more=passage.differences - 1, which=which)
