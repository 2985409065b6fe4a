"""Writes the JSON Schemas by which editors know the files that people write: ``python scripts/make_schemas.py``.

A test holds the files against what this would write, so that they cannot fall behind.
"""

from __future__ import annotations

from pathlib import Path

from deckmaker.discovery import Features
from deckmaker.reading.schema import schemas

SCHEMAS = Path(__file__).resolve().parents[1] / "src" / "deckmaker" / "schemas"


def main() -> None:
    """Write every schema."""
    SCHEMAS.mkdir(exist_ok=True)
    for name, text in schemas(Features()).items():
        (SCHEMAS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
