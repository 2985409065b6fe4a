"""Makes the pictures of the README: ``python scripts/make_pictures.py``. Needs LibreOffice and pdftoppm.

The ten-line deck is taken from the README itself, so that the picture shows what its readers would get.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
CHOSEN = (("ten-messages", 1), ("ten-messages", 4), ("five-minute-pitch", 5), ("five-minute-pitch", 6),
          ("commissioner-briefing", 5), ("ten-messages", 7))  # fmt: skip
"""Slides at the top of the README: a deck and the number of the slide in it, from 1."""
WIDTH, GAP = 800, 24


def slides_of(deck: Path, folder: Path) -> list[Path]:
    """A picture of each slide, as LibreOffice shows it."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(deck)]
    subprocess.run(run, check=True, capture_output=True)
    pages = folder / deck.stem
    subprocess.run(
        ["pdftoppm", "-png", "-scale-to-x", str(WIDTH), "-scale-to-y", "-1", f"{pages}.pdf", pages], check=True
    )
    return sorted(folder.glob(f"{deck.stem}-*.png"))


def sheet(pictures: list[Path], columns: int, target: Path) -> None:
    """Pictures in rows on white, each with a hairline round it."""
    images = [Image.open(path).convert("RGB") for path in pictures]
    height = images[0].height
    rows = -(-len(images) // columns)
    size = (columns * WIDTH + (columns + 1) * GAP, rows * height + (rows + 1) * GAP)
    page = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(page)
    for place, image in enumerate(images):
        x = GAP + place % columns * (WIDTH + GAP)
        y = GAP + place // columns * (height + GAP)
        page.paste(image, (x, y))
        draw.rectangle((x - 1, y - 1, x + WIDTH, y + height), outline="#D9CCD8")
    page.quantize(128).save(target, optimize=True)


def build(folder: Path, *specs: str) -> None:
    """Build deck specs into a folder."""
    subprocess.run(
        [sys.executable, "-m", "deckmaker", "build", "--quiet", *specs, "-o", str(folder)], check=True, cwd=ROOT
    )


def main() -> None:
    """Write both pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        found = re.search(r"```yaml\n(title: .*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
        if found is None:
            raise SystemExit("README.md has no example deck")
        example = folder / "ten-lines.yaml"
        example.write_text(found[1], encoding="utf-8")
        decks = dict.fromkeys(name for name, _ in CHOSEN)
        build(folder, *decks, str(example))
        pages = {name: slides_of(folder / f"{name}.pptx", folder) for name in (*decks, "ten-lines")}
        sheet([pages[name][number - 1] for name, number in CHOSEN], 2, PICTURES / "slides.png")
        sheet(pages["ten-lines"], 3, PICTURES / "ten-lines.png")


if __name__ == "__main__":
    main()
