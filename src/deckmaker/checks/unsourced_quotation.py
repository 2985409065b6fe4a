"""Somebody's words in an author's own text come from the library, or the author says where they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from deckmaker.model.authored import authored_texts
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.evidence import Library
from deckmaker.model.feature import Check

CODE = "unsourced-quotation"
FEWEST_WORDS = 4
"""Words from which a passage in quotation marks counts as somebody's: shorter ones name a term."""
_MOST_PLACED = 50
"""Passages of one text that are looked for in its file; with more, the others are told where it begins."""

_QUOTED = re.compile(
    r"“([^“”]{8,2000})”"
    r"|«([^«»]{8,2000})»"
    r'|"([^"]{1,2000})"'  # of any length, or the end of a short one would begin the next
    r"|(?<!\w)‘((?:[^‘’]|’(?=\w)){8,2000}?)’(?!\w)"
    r"|(?<![\w])'((?:[^']|'(?=\w)){8,2000}?)'(?!\w)"
)


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each passage in quotation marks."""
    known = cache(partial(_words_of_all, laid_out.deck.library))
    for authored in authored_texts(laid_out.deck):
        if authored.has_a_source:
            continue
        for number, passage in enumerate(passages(str(authored.text))):
            same = next((name for name, words in known().items() if _plain(passage) in words), None)
            yield Diagnostic(
                CODE,
                f"unsourced quotation: ‘{_beginning(passage)}’ is typed by hand, so nothing says whose words they are",
                authored.place_of(passage) if number < _MOST_PLACED else authored.position,
                _hint(same, hasattr(authored.slide, "source")),
            )


def _words_of_all(library: Library) -> dict[str, str]:
    return {quotation.id: _plain(quotation.text) for quotation in library.quotations.values()}


def passages(text: str) -> Iterator[str]:
    """Passages in quotation marks that are long enough to be somebody's words."""
    for found in _QUOTED.finditer(" ".join(text.split())):
        passage = next(group for group in found.groups() if group is not None)
        if len(passage.split()) >= FEWEST_WORDS:
            yield passage


def _hint(same: str | None, has_source: bool) -> str:
    if same is not None:
        return f"the library has it: give it a slide with  - quotation: {same}"
    source = "add  source: …  to this slide" if has_source else "use a quotation of the library"
    return f"{source}; if these are nobody’s words but your own, leave out the quotation marks"


def _plain(words: str) -> str:
    """The words without what differs between two typings of the same."""
    folded = words.casefold().replace("’", "'").replace("‘", "'").replace("–", "-").replace("…", "...")
    return " ".join(folded.split()).strip(" .,;:!?")


def _beginning(words: str) -> str:
    return words if len(words) <= 48 else words[:47].rstrip() + "…"


CHECK = Check(
    code=CODE,
    severity=Severity.ERROR,
    what=f"A passage of {FEWEST_WORDS} or more words in quotation marks that an author typed into a text or the notes.",
    why=(
        "A quotation must be exact and must say whose words it is. Typed from memory it is often neither, and it takes "
        "one reader who looks it up to lose the trust of all."
    ),
    example='headline: "As one mother said, ‘nobody ever asked about my baby’"',
    instead=(
        "Use the library's quotation: quotation: its-name, which shows it exactly, with its author and its caveat. For "
        "one of your own, say where it comes from with source: on that slide."
    ),
    find=find,
    of_truth=True,
)
