"""Small pictures of a presentation's slides, by LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

_PATIENCE = 240.0
_WIDTH = 640
"""Pixels."""


def thumbnails(data: bytes, numbers: set[int]) -> Mapping[int, bytes] | str:
    """PNG files of these slides, by number; or why there are none.

    LibreOffice works in a folder and with a profile of its own, which are gone afterwards. Hidden slides are left out
    by it, so a presentation with any has no pictures.
    """
    office, raster = shutil.which("soffice") or shutil.which("libreoffice"), shutil.which("pdftoppm")
    if office is None or raster is None:
        return "LibreOffice or pdftoppm is not installed here, so there are words in place of pictures."
    with TemporaryDirectory(prefix="deckmaker-") as folder:
        place = Path(folder)
        (place / "deck.pptx").write_bytes(data)
        profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
        try:
            subprocess.run(
                [office, profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder,
                 str(place / "deck.pptx")],
                check=True, capture_output=True, timeout=_PATIENCE,
            )  # fmt: skip
            for number in sorted(numbers):
                subprocess.run(
                    [raster, "-png", "-singlefile", "-f", str(number), "-l", str(number), "-scale-to-x", str(_WIDTH),
                     "-scale-to-y", "-1", str(place / "deck.pdf"), str(place / f"slide{number}")],
                    check=True, capture_output=True, timeout=_PATIENCE,
                )  # fmt: skip
        except (subprocess.SubprocessError, OSError):
            return "LibreOffice could not draw the slides, so there are words in place of pictures."
        files = {number: place / f"slide{number}.png" for number in numbers}
        return {number: path.read_bytes() for number, path in files.items() if path.is_file()}
