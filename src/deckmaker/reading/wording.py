"""Parts of messages: words cut to a line, what may be written instead."""

from __future__ import annotations

from deckmaker.model.diagnostic import did_you_mean
from deckmaker.reading.decoding import shortened
from deckmaker.reading.tree import Mapping, Node, Scalar

_MOST_LISTED = 24
_OTHER_WORDS = {
    "alternative-text": ("alt", "alt-text", "description"),
    "headline": ("title", "heading", "header"),
    "title": ("headline", "name"),
    "minutes": ("time", "duration", "length"),
    "length": ("duration", "minutes", "time"),
    "points": ("bullets", "bullet-points", "items", "list"),
    "body": ("text", "content", "words"),
    "notes": ("speaker-notes", "script"),
    "presenter": ("author", "speaker", "by"),
    "brand": ("theme", "template", "style"),
    "references": ("sources", "bibliography"),
    "quotation": ("quote",),
    "statistic": ("stat", "figure", "number"),
    "image": ("picture", "photo", "photograph"),
    "message": ("key-message",),
    "call-to-action": ("ask", "cta"),
    "learning-outcomes": ("objectives", "aims", "outcomes"),
    "group-size": ("groups", "group"),
    "steps": ("instructions",),
    "credit": ("copyright", "source"),
}
"""Names of keys and slide kinds, and what else people call them."""


def is_empty(node: Node) -> bool:
    """Whether nothing is written there."""
    return isinstance(node, Scalar) and not node.text.strip()


def suggestion(wrong: str, choices: tuple[str, ...], listed: str = "choose from") -> str:
    """The nearest choices and, while they are few, all of them."""
    word = "-".join(wrong.casefold().replace("_", "-").split())
    called = [f"did you mean ‘{choice}’?" for choice in choices if word in _OTHER_WORDS.get(choice, ())]
    near = called[0] if called else did_you_mean(wrong, choices) if len(wrong) <= 80 else ""
    everything = f"{listed}: {', '.join(choices)}" if 0 < len(choices) <= _MOST_LISTED else ""
    if near.startswith("did"):
        return f"{near} ({everything})" if everything and len(choices) > 1 else near
    return everything


def keys_in_place_of_a_word(node: Mapping, *, is_text: bool) -> str:
    """What was probably meant where keys stand and a word or a text should."""
    if not node.entries:
        return "write it without braces"
    key, value = node.entries[0]
    if node.in_braces and len(node.entries) == 1 and is_empty(value):
        name = shortened(key.text)
        return (
            f'a text that begins with a brace needs quotes: "{{{name}}} …"'
            if is_text
            else f"leave out the braces: {name}"
        )
    if is_text and not node.in_braces:
        rest = shortened(value.text) if isinstance(value, Scalar) else "…"
        quoted = f"{shortened(key.text)}: {rest}".replace('"', "'")
        return f'if the colon belongs to the text, put all of it in quotes: "{quoted}"'
    return "write one text, in quotes if it begins with a brace" if is_text else "write one word after the colon"
