"""The same input gives the same bytes in every format, whatever is different about the run."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

from deckmaker.discovery import Features
from deckmaker.layout.poster_pages import PAGES

TALK = """\
title: The same
slides:
  - title
  - agenda
  - section: One part
  - message: 1
  - statistic: camhs-under-twos
  - comparison: disorganised-attachment-groups
    graphic: {kind: comparison-bars, native: true}
  - quotation: easier-to-build-strong-children
  - image: face.png
    headline: Every baby looks for a face
    alternative-text: A face
    credit: Zoë Hill
  - references
  - closing
"""
WORKSHOP = """\
title: The same together
brand: high-contrast
kind: workshop
start: "09:30"
length: 60
slides:
  - title
  - agenda
  - section: One part
  - poll: How often?
    minutes: 5
    options: [Daily, Weekly]
    say: Nobody counts the hands.
  - table: Who can help
    rows: [[Who, What], [One, Another]]
  - closing
"""
INFOGRAPHIC = f"""\
title: The same on a wall
kind: infographic
pages: [{", ".join(PAGES)}, 1080x1350]
panels:
  - statistic: camhs-under-twos
  - call-to-action: Ask who helps
"""
FORMATS = tuple(Features().names("outputs"))
NOT_FOR_INFOGRAPHICS = tuple(name for name in FORMATS if "infographic" in Features().output(name).not_for)


def formats(names: tuple[str, ...]) -> str:
    return f"formats: [{', '.join(names)}]\n"


def built(folder: Path, started_in: Path, *more: str, **environment: str) -> dict[str, str]:
    """Digests of every file of every format."""
    from PIL import Image

    decks = folder / "decks"
    decks.mkdir(parents=True)
    of_posters = tuple(name for name in FORMATS if name not in NOT_FOR_INFOGRAPHICS)
    specs = {"talk": TALK + formats(FORMATS), "workshop": WORKSHOP + formats(FORMATS),
             "wall": INFOGRAPHIC + formats(of_posters)}  # fmt: skip
    for name, spec in specs.items():
        (decks / f"{name}.yaml").write_text(spec, encoding="utf-8")
    Image.linear_gradient("L").convert("RGB").save(decks / "face.png")
    subprocess.run(
        [sys.executable, "-m", "deckmaker", "build", str(decks), "-o", str(folder / "output"), *more],
        cwd=started_in, env={**os.environ, "DECKMAKER_CACHE": str(folder / "cache"), **environment},
        check=True, capture_output=True,
    )  # fmt: skip
    made = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (folder / "output").iterdir()}
    endings = {name.rpartition(".")[2] for name in made}
    assert endings == {"pptx", "pdf", "png", "svg", "html", "md"}
    assert len([name for name in made if name.startswith("wall-")]) >= len(of_posters) * (len(PAGES) + 1)
    return made


def test_the_bytes_do_not_depend_on_clock_hash_seed_folder_language_or_time_zone(tmp_path: Path) -> None:
    one = built(tmp_path / "one", tmp_path, "--jobs", "1", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    time.sleep(2.1)  # a zip file counts in steps of two seconds
    folder = tmp_path / "a much longer name of a folder"
    other = built(folder, folder.parent.parent, "--jobs", "2", PYTHONHASHSEED="4711", TZ="Asia/Tokyo", LC_ALL="C")
    assert one == other


def test_the_bytes_do_not_depend_on_what_was_drawn_before(tmp_path: Path) -> None:
    cache = {"DECKMAKER_CACHE": str(tmp_path / "shared-cache")}
    assert built(tmp_path / "one", tmp_path, **cache) == built(tmp_path / "two", tmp_path, **cache)
