"""Looks as classes of one style sheet, so that no element carries a style of its own."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256


class Styles:
    """Gives every look a class; the same look has the same class."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def __call__(self, **properties: str) -> str:
        """The name of the class with these properties; ``font_size`` stands for ``font-size``."""
        rules = ";".join(f"{name.replace('_', '-')}:{value}" for name, value in properties.items())
        return self._names.setdefault(rules, f"k{len(self._names)}")

    def sheet(self) -> str:
        """All of them as CSS."""
        return "\n".join(f".{name}{{{rules}}}" for rules, name in self._names.items())


def digest(content: str) -> str:
    """What a content security policy calls the content of a style or script element."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
