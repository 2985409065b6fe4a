"""Makes the gallery of graphics, ``docs/graphics/``: ``python scripts/make_gallery.py``.

A test holds the folder against what this would write, so that it cannot fall behind.
"""

from __future__ import annotations

from pathlib import Path

from deckmaker.cli.alone import Alone
from deckmaker.cli.gallery import Exhibit, exhibits, pictures, words_of
from deckmaker.discovery import Features
from deckmaker.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
GALLERY = ROOT / "docs" / "graphics"
_HEAD = """# The graphics

Made by `python scripts/make_gallery.py`. `deckmaker graphic --gallery FOLDER` draws the same from the evidence at
hand, with the square cards as well.

Each is drawn from one record of the evidence library, and never in a way that its record or the kind refuses. Figures
are set with their hedge; what is counted is solid and the rest is outlined, so that nothing hangs on colour. On a
slide the picture is SVG, with a PNG for programs that need one, and its alternative text says what it shows: the words
under each picture here.
"""
_FOOT = """
## Whose work is in the pictures

- **Icons**: Font Awesome Free 6.6 by Fonticons, Inc. (<https://fontawesome.com>), under
  [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). The package `fontawesomefree` brings them; they are
  recoloured and drawn as outlines. Whoever passes on a picture with these icons keeps this credit.
- **Letters**: Lato by Łukasz Dziedzic (<http://www.latofonts.com>), under the
  [SIL Open Font License 1.1](https://openfontlicense.org). The package `fontpkg-lato` brings it; words are drawn as
  outlines, so that a picture looks the same everywhere.
- **Figures and texts** belong to the people and organisations that are named with them. See [NOTICE](../../NOTICE).
"""


def gallery(alone: Alone) -> dict[str, bytes]:
    """Every file of the gallery by its name under ``docs/graphics/``."""
    files: dict[str, bytes] = {}
    sections: list[str] = []
    undrawn: list[str] = []
    for exhibit in exhibits(alone):
        if exhibit.record is None:
            undrawn.append(f"`{exhibit.name}`")
            continue
        drawn = pictures(exhibit, alone)
        files |= drawn
        sections.append(section(exhibit, list(drawn), words_of(exhibit, alone)))
    missing = f"\nThe library has no record that may be drawn as {' or '.join(undrawn)}.\n" if undrawn else ""
    readme = "\n".join((_HEAD + missing, *sections)) + _FOOT
    return {**files, "README.md": readme.encode()}


def section(exhibit: Exhibit, files: list[str], words: str) -> str:
    """A kind with what it is for, its pictures on light and dark, and their words."""
    shown = "\n".join(
        f"![{exhibit.kind.title}, on {name}]({file})" for file, name in zip(files, ("light", "dark"), strict=True)
    )
    record = exhibit.record.id if exhibit.record else ""
    return (
        f"## {exhibit.kind.title}\n\n`{exhibit.name}`, here for `{record}`. {exhibit.purpose}\n\n{shown}\n\n> {words}\n"
    )


def main() -> None:
    """Write the folder, and take away pictures of kinds that are gone."""
    files = gallery(Alone(Workspace(ROOT), Features()))
    GALLERY.mkdir(parents=True, exist_ok=True)
    for path in GALLERY.iterdir():
        if path.name not in files:
            path.unlink()
    for name, content in files.items():
        (GALLERY / name).write_bytes(content)


if __name__ == "__main__":
    main()
