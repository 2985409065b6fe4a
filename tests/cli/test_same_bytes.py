"""The same input gives the same bytes, whatever is different about the run."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

SPEC = """\
title: The same
formats: [pptx, pdf, png, svg, thumbnails, contact-sheet, html, handout, facilitator-guide, transcript]
slides:
  - title
  - agenda
  - section: One part
  - message: 1
  - statistic: camhs-under-twos
  - quotation: easier-to-build-strong-children
  - references
  - closing
"""


def built(folder: Path, started_in: Path, **environment: str) -> dict[str, str]:
    """Digests of every file of every format."""
    (folder / "decks").mkdir(parents=True)
    (folder / "decks" / "same.yaml").write_text(SPEC, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "deckmaker", "build", str(folder / "decks" / "same.yaml"), "-o", str(folder / "output")],
        cwd=started_in, env={**os.environ, "DECKMAKER_CACHE": str(folder / "cache"), **environment},
        check=True, capture_output=True,
    )  # fmt: skip
    made = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (folder / "output").iterdir()}
    assert len(made) > 30
    return made


def test_the_bytes_do_not_depend_on_clock_hash_seed_folder_language_or_time_zone(tmp_path: Path) -> None:
    one = built(tmp_path / "one", tmp_path, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    time.sleep(2.1)  # a zip file counts in steps of two seconds
    other_folder = tmp_path / "a much longer name of a folder"
    other = built(other_folder, other_folder.parent.parent, PYTHONHASHSEED="4711", TZ="Asia/Tokyo", LC_ALL="C")
    assert one == other


def test_the_bytes_do_not_depend_on_what_was_drawn_before(tmp_path: Path) -> None:
    cache = {"DECKMAKER_CACHE": str(tmp_path / "shared-cache")}
    assert built(tmp_path / "one", tmp_path, **cache) == built(tmp_path / "two", tmp_path, **cache)
