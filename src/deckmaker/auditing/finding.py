"""One thing that an audit found, and on which slides."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.frozen import frozen

_NAMED = 8
"""Slides that a finding names; of more it gives the number."""


@frozen(kw_only=True)
class Finding:
    """What is wrong, how much it weighs, and what to do. Without ``slides`` it is of the whole presentation."""

    code: str
    severity: Severity
    message: str
    hint: str = ""
    slides: tuple[int, ...] = ()

    @property
    def diagnostic(self) -> Diagnostic:
        """The same with the slides in its words."""
        words = f"{where(self.slides)}: {self.message}" if self.slides else self.message
        return Diagnostic(self.code, words, None, self.hint, self.severity)


def error(code: str, message: str, hint: str = "", slides: Iterable[int] = ()) -> Finding:
    """Something that would mislead, or that shuts people out."""
    return Finding(code=code, severity=Severity.ERROR, message=message, hint=hint, slides=tuple(slides))


def warning(code: str, message: str, hint: str = "", slides: Iterable[int] = ()) -> Finding:
    """Something to mend."""
    return Finding(code=code, severity=Severity.WARNING, message=message, hint=hint, slides=tuple(slides))


def note(code: str, message: str, hint: str = "", slides: Iterable[int] = ()) -> Finding:
    """Something to know."""
    return Finding(code=code, severity=Severity.NOTE, message=message, hint=hint, slides=tuple(slides))


def where(slides: tuple[int, ...]) -> str:
    """“slide 3”, “slides 3, 4 and 9”."""
    if len(slides) == 1:
        return f"slide {slides[0]}"
    if len(slides) > _NAMED:
        return f"slides {', '.join(map(str, slides[:_NAMED]))} and {len(slides) - _NAMED} more"
    return f"slides {', '.join(map(str, slides[:-1]))} and {slides[-1]}"


def brief_pair(before: str, after: str, most: int = 70) -> tuple[str, str]:
    """Both texts in brief, from a few words before the first in which they differ."""
    old, new = before.split(), after.split()
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = max(same - 3, 0) if len(before) > most else 0
    head = "… " if start else ""
    return brief(head + " ".join(old[start:]), most), brief(head + " ".join(new[start:]), most) if new else ""


def brief(words: str, most: int = 70) -> str:
    """The words in one line, fit to be shown: cut where they are long, without control characters."""
    line = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
