"""Where the files of a drawn font are."""

from __future__ import annotations

import atexit
import json
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from deckmaker.fonts import package_folder
from deckmaker.model.theme import FontChoice, FontStyles

_WEIGHTS = {False: 400, True: 700}
_SCHEMA = 1
"""The form of ``metadata.json`` that is known here."""


def font_file(font: FontChoice, bold: bool) -> Path:
    """The file of a family's regular or bold style. Raises ``LookupError`` when it is not installed."""
    if font.files is not None:
        own = font.files.bold if bold else font.files.regular
        return _folder(font.files) / f"{own.digest}.ttf"
    return _installed(font.family, bold)


@cache
def _installed(family: str, bold: bool) -> Path:
    """The file that the family's package names for a weight in its ``metadata.json``.

    Of another form of package, the one that fontpkg finds. It looks through all packages there are, and for that
    imports what reads e-mail, which takes a seventh of the time of a PDF.
    """
    folder = package_folder(family)
    if folder is not None:
        stated = json.loads((folder / "metadata.json").read_bytes())
        for file in stated["files"] if stated["schema"] == _SCHEMA else ():
            if (file["style"], file["weight"], file["variable"]) == ("normal", _WEIGHTS[bold], False):
                return Path(folder, file["path"])
    import fontpkg

    try:
        return Path(fontpkg.path(family, weight=_WEIGHTS[bold]))
    except fontpkg.FontpkgError as error:
        raise LookupError(f"no file of the font ‘{family}’ is installed") from error


@cache
def _folder(styles: FontStyles) -> Path:
    """A folder with the files of a brand's own family, since what draws takes fonts by their paths.

    It goes when the program ends.
    """
    folder = Path(mkdtemp(prefix="deckmaker-fonts-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    for file in (styles.regular, styles.bold):
        (folder / f"{file.digest}.ttf").write_bytes(file.content)
    return folder
