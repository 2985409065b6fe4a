"""An author's own evidence: a folder beside a deck spec with files of the library's form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from deckmaker.discovery import Features
from deckmaker.icons import icon_names
from deckmaker.model.diagnostic import DeckError, Diagnostic, did_you_mean
from deckmaker.model.evidence import Library, Statistic
from deckmaker.reading.beside import stays_inside
from deckmaker.reading.decoding import LIMIT, shortened
from deckmaker.reading.library import extended
from deckmaker.reading.settings import FILE as SETTINGS
from deckmaker.reading.tree import Scalar
from deckmaker.workspace import Workspace

OWN_FILES = ("sources.yaml", "statistics.yaml", "quotations.yaml")
"""What such a folder may hold, in the order read. The key messages are the Foundation's."""
_ENDINGS = (".yaml", ".yml")


def own_files(named: Scalar | None, workspace: Workspace) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """The files in the folder that a spec names, by name, and what is wrong with that folder.

    It lies beside the file in which it is named, which may be the project’s settings. Only what lies in the folder of
    that file is read, links followed. Raises ``MachineError`` if a file cannot be read.
    """
    if named is None:
        return {}, ()
    beside = workspace.path(named.position.file).parent
    said = shortened(named.text)
    if not stays_inside(named.text) or not workspace.lies_within(beside / named.text, beside):
        message = f"‘{said}’ leads out of the folder in which this {_what(named)} lies"
        hint = f"put the folder beside the {_what(named)}, and write its name alone:  library: our-evidence"
        return {}, (Diagnostic("outside", message, named.position, hint),)
    folder = beside / named.text
    found = workspace.files(folder, *_ENDINGS)
    if not any(PurePosixPath(name).name in OWN_FILES for name in found):
        message = f"there is no folder ‘{said}’ beside this {_what(named)} with evidence in it"
        hint = f"make it, with one or more of: {', '.join(OWN_FILES)}"
        return {}, (Diagnostic("missing-file", message, named.position, hint),)
    problems = tuple(_wrong(found, named, folder.parent / folder.name, workspace))
    return ({} if problems else {name: workspace.read(name, LIMIT) for name in found}), problems


def with_own(library: Library, files: Mapping[str, bytes], features: Features) -> Library:
    """The library and an author's own records. Raises ``DeckError`` with everything that is wrong with these."""
    merged = extended(library, files)
    own = [one for name, one in merged.statistics.items() if name not in library.statistics]
    problems = [problem for one in own for problem in _drawn_wrongly(one, features.names("graphics"))]
    if problems:
        raise DeckError(problems)
    return merged


def _what(named: Scalar) -> str:
    return "settings file" if named.position.file == SETTINGS else "deck"


def _wrong(found: tuple[str, ...], named: Scalar, folder: object, workspace: Workspace) -> Iterator[Diagnostic]:
    for name in found:
        file = PurePosixPath(name).name
        if file not in OWN_FILES:
            message = f"‘{file}’ in ‘{shortened(named.text)}’ is no file of a library of your own"
            hint = "the key messages are the Foundation’s" if file == "messages.yaml" else did_you_mean(file, OWN_FILES)
            yield Diagnostic("unknown-file", message, named.position, hint)
        elif not workspace.lies_within(name, workspace.path(name).parent):
            message = f"‘{file}’ in ‘{shortened(named.text)}’ is a link to another place"
            yield Diagnostic("outside", message, named.position, "put the file itself there")


def _drawn_wrongly(statistic: Statistic, graphics: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Graphics and icons that there are not; of the Foundation's own, ``deckmaker library check`` says so."""
    drawing = statistic.drawing
    for kind in (drawing.default, *drawing.allowed, *(refused.kind for refused in drawing.refused)):
        if kind not in graphics:
            message = f"‘{statistic.id}’ speaks of a graphic ‘{shortened(kind)}’, and there is none"
            yield Diagnostic("unknown-graphic", message, statistic.position, did_you_mean(kind, graphics))
    if drawing.icon and drawing.icon not in icon_names():
        message = f"‘{statistic.id}’ asks for an icon ‘{shortened(drawing.icon)}’, and there is none"
        yield Diagnostic("unknown-icon", message, statistic.position, did_you_mean(drawing.icon, icon_names()))
