"""What a web or email address may look like. Only ``https:`` and ``mailto:`` lead anywhere from a slide."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from deckmaker.model.links import EmailAddress, WebAddress
from deckmaker.reading.decoding import shortened
from deckmaker.reading.scalars import Not

_HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24}"
_UNSEEN = "\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
_WEB = re.compile(rf"{_HOST}(?::\d{{1,5}})?(?:[/?#][^\s{_UNSEEN}<>\"\\^`{{|}}]*)?")
_EMAIL = re.compile(rf"[\w.!#$%&'*+/=?~-]{{1,64}}@{_HOST}")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d+(?:/|$))")
_LONGEST = 2_000


def web_address(text: str) -> WebAddress | Not:
    """``https://example.org/page``, or the same without ``https://``, which is then added."""
    scheme = _SCHEME.match(text)
    if scheme and scheme[1].casefold() == "http":
        return Not(f"‘{shortened(text)}’ begins with ‘http:’, which is not safe", "write it with  https://")
    if scheme and scheme[1].casefold() != "https":
        said = f"‘{shortened(text)}’ begins with ‘{shortened(scheme[1], 20)}:’"
        return Not(f"{said}, and only ‘https:’ may be opened from a slide", "write an address like https://example.org")
    bare = text[len("https://") :] if text[: len("https://")].casefold() == "https://" else text
    if len(text) > _LONGEST or not _WEB.fullmatch(bare):
        return Not(hint="write it as it stands in the browser, without spaces")
    return WebAddress(f"https://{bare}")


def email_address(text: str) -> EmailAddress | Not:
    """``name@example.org``; ``mailto:`` before it may stay or go."""
    bare = text[len("mailto:") :] if text[: len("mailto:")].casefold() == "mailto:" else text
    if len(bare) > 254 or not _EMAIL.fullmatch(bare):
        return Not(hint="write one address, with an @ and nothing else")
    return EmailAddress(bare)


KINDS: dict[Any, tuple[str, Callable[[str], Any]]] = {
    WebAddress: ("a web address, like https://example.org", web_address),
    EmailAddress: ("an email address, like zoe@example.org", email_address),
}
"""How each is called in a message, and what reads it."""
