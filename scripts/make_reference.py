"""Writes the reference pages from the features themselves: ``python scripts/make_reference.py``.

A test holds the pages against what this would write, so that they cannot fall behind.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from deckmaker.discovery import Features
from deckmaker.model.feature import AnySlideKind, Check
from deckmaker.reading.keys import keys_of

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference"


def pages(features: Features) -> dict[str, str]:
    """Every reference page by its name under ``docs/reference/``."""
    checks = {check.code: check for check in features.checks.values()}
    made = {f"slides/{name}.md": slide_page(name, kind) for name, kind in features.slides.items()}
    made |= {f"checks/{code}.md": check_page(check) for code, check in sorted(checks.items())}
    made["README.md"] = index(features, checks)
    return made


def slide_page(name: str, kind: AnySlideKind) -> str:
    """What a kind of slide is, an example, its keys and its layouts."""
    summary = (kind.slide.__doc__ or "").strip()
    example = textwrap.indent(kind.example, "  ").replace("  ", "- ", 1)
    keys = "\n".join(
        f"| `{key.name}` | {'yes' if key.required else ''} | {key.doc} |" for key in keys_of(kind.slide).values()
    )
    main = f"What follows `{name}:` is its `{kind.slide.main}`.\n\n" if kind.slide.main else ""
    table = f"| key | needed | what it is |\n|---|---|---|\n{keys}"
    return (
        f"# `{name}`\n\n{summary}\n\n```yaml\n{example}\n```\n\n{main}{table}\n\n"
        f"In PowerPoint it has the layouts\n\n{layouts_of(kind)}\n"
    )


def layouts_of(kind: AnySlideKind) -> str:
    """A line for every arrangement, with the number of its layouts, which differ in the size of their text alone."""
    arrangements: dict[str, list[str]] = {}
    for layout in kind.layouts:
        first, *further = layout.title.split(", ")
        words = ", ".join((first, *(word for word in further if not _SIZE.fullmatch(word))))
        arrangements.setdefault(words, []).append(layout.name)
    return "\n".join(
        f"- {words} (`{names[0]}`{f' and {len(names) - 1} more, by length of text' if len(names) > 1 else ''})"
        for words, names in arrangements.items()
    )


_SIZE = re.compile(r"two lines|three lines|narrow headline|short|small|smallest|long|longer|longest|size \d+")


def check_page(check: Check) -> str:
    """The four parts in which a check explains itself."""
    parts = (("What", check.what), ("Why", check.why), ("Example", check.example), ("Instead", check.instead))
    text = "\n\n".join(f"**{heading}.** {textwrap.dedent(words).strip()}" for heading, words in parts)
    return f"# `{check.code}`\n\n{text}\n\nIt is {_A[check.severity]}.\n"


_A = {
    "error": "an error: the deck is not written",
    "warning": "a warning: the deck is written",
    "note": "a note: the deck is written",
}


def index(features: Features, checks: dict[str, Check]) -> str:
    """The list of all pages."""
    slides = "\n".join(f"- [`{name}`](slides/{name}.md)" for name in features.slides)
    rules = "\n".join(f"- [`{code}`](checks/{code}.md): {check.what}" for code, check in sorted(checks.items()))
    graphics = "\n".join(f"- `{name}`: {kind.title}" for name, kind in features.graphics.items())
    return (
        "# Reference\n\nMade by `scripts/make_reference.py` from the features themselves.\n\n"
        f"## Slides\n\n{slides}\n\n## Graphics\n\n{graphics}\n\n## Checks\n\n{rules}\n"
    )


def main() -> None:
    """Write every page."""
    for name, text in pages(Features()).items():
        path = REFERENCE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
