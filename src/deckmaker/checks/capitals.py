"""Words are stressed by being few, not by capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.model.authored import authored_texts
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check

CODE = "capitals"
_MOST_IN_A_ROW = 3
_LONG = 6
"""Letters that hardly any abbreviation has: “NHS CYP MH HEE” is no shouting."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
# fmt: off
_STRESSED = frozenset({
    "all", "always", "and", "any", "are", "baby", "babies", "best", "but", "cannot", "care", "child", "children",
    "every", "everyone", "first", "for", "free", "from", "health", "help", "here", "how", "important", "just",
    "last", "less", "love", "many", "more", "most", "must", "need", "never", "new", "none", "not", "nothing", "now",
    "one", "only", "our", "out", "parent", "parents", "please", "stop", "that", "the", "their", "them", "they",
    "this", "today", "too", "urgent", "very", "wait", "what", "when", "why", "will", "with", "worst", "you", "your",
    "zero",
})
# fmt: on
"""Words that nobody takes for an abbreviation."""


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each text of the author's own with words in capitals that are no abbreviations."""
    for authored in authored_texts(laid_out.deck):
        shouted = _shouted(str(authored.text))
        if shouted:
            yield Diagnostic(
                CODE,
                f"‘{shouted}’ stands in capitals",
                authored.place_of(shouted),
                "write it in small letters, and stress it by its place in the sentence",
                Severity.WARNING,
            )


def _shouted(words: str) -> str:
    """The first words in capitals that are no abbreviations: an everyday word, or four in a row, one of them long."""
    run: list[str] = []
    for word in [*_WORD.findall(words), ""]:
        if len(word) > 1 and word.isupper():
            run.append(word)
            continue
        if (any(one.casefold() in _STRESSED and len(one) > 2 for one in run)) or (
            len(run) > _MOST_IN_A_ROW and any(len(one) >= _LONG for one in run)
        ):
            return " ".join(run)
        run = []
    return ""


CHECK = Check(
    code=CODE,
    severity=Severity.WARNING,
    what=(
        "Words in capitals that are no abbreviations, in a text or the notes: an everyday word, or more than three "
        "words in a row with a long one among them."
    ),
    why=(
        "Words in capitals lose the shape by which they are read; people with dyslexia find them hardest, some screen "
        "readers spell them out, and to most they sound like shouting."
    ),
    example="headline: Babies CANNOT wait",
    instead="headline: Babies cannot wait. Italics and underlining are not used either; a strong sentence needs none.",
    find=find,
)
