"""What a deck is made of: the files that were read, and the two stages that end in a deck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from deckmaker.discovery import Features
from deckmaker.model.deck import Deck
from deckmaker.model.diagnostic import DeckError, Diagnostic
from deckmaker.model.evidence import Library
from deckmaker.reading.brand import Brand, read_brand
from deckmaker.reading.contrast import unfit
from deckmaker.reading.deck_spec import brand_named_in, library_named_in, read_spec
from deckmaker.reading.decoding import LIMIT, shortened
from deckmaker.reading.library import FILES, read_library
from deckmaker.reading.own_library import own_files, with_own
from deckmaker.reading.tree import Scalar, Tree, read_tree
from deckmaker.workspace import Workspace

BRAND_FILE = "_brand.yml"
_ENDINGS = (".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class Sources:
    """The files behind a deck: the spec as a tree, the library's files, those of the author's own library, the brand.

    ``files`` are all that was read, by name. ``problems`` are those met on the way: of the spec's form and the brand.
    """

    spec: Tree
    library: Mapping[str, bytes] = field(repr=False)
    brand: Brand | None
    files: Mapping[str, bytes] = field(repr=False)
    problems: tuple[Diagnostic, ...] = ()
    own: Mapping[str, bytes] = field(default_factory=dict, repr=False)


def read(name: str, workspace: Workspace, features: Features) -> Sources:
    """Everything that the deck in this file needs, from the disk.

    Raises ``FileNotFoundError`` if there is no such file, ``MachineError`` if one cannot be read. What is wrong with
    what is written in them is in ``problems``.
    """
    files: dict[str, bytes] = {name: workspace.read(name, LIMIT)}
    spec = read_tree(name, files[name])
    problems = list(spec.problems)
    library = library_files(workspace)
    files.update(library)
    own, wrong = own_files(library_named_in(spec.root), name, workspace)
    files.update(own)
    problems.extend(wrong)
    named = brand_named_in(spec.root)
    path = _brand_path(named, name, workspace)
    brand: Brand | None = None
    if path is None:
        problems.append(_no_brand(named, name))
    else:
        brand, wrong = _read_brand(path, workspace, files)
        problems.extend(wrong)
    if brand is not None:
        problems.extend(unfit(brand, features.layouts.values()))
    return Sources(spec, library, brand, files, tuple(problems), own)


def library_files(workspace: Workspace) -> dict[str, bytes]:
    """The files of the evidence library, by name; those that are not there are left out."""
    paths = (workspace.library() / file for file in FILES)
    return {workspace.name(path): workspace.read(path, LIMIT) for path in paths if workspace.exists(path)}


def build(name: str, sources: Sources, features: Features) -> Deck:
    """The deck, every reference resolved. Raises ``DeckError`` with all that is wrong with spec, library and brand."""
    problems = list(sources.problems)
    library: Library | None = None
    try:
        library = read_library(sources.library)
        if library_named_in(sources.spec.root) is not None:
            library = with_own(library, sources.own, features) if sources.own else None
    except DeckError as error:
        problems.extend(error.diagnostics)
    spec = read_spec(sources.spec.root, library, features) if sources.spec.root is not None else None
    if spec is not None:
        problems.extend(spec.problems)
    if problems or spec is None or library is None or sources.brand is None:
        raise DeckError(problems)
    return spec.deck(name, library, sources.brand.theme)


def _brand_path(named: Scalar | None, spec: str, workspace: Workspace) -> Path | None:
    """The brand file that a spec means: a path from the spec's folder or from here, or a name in a brand folder."""
    if named is None:
        places = [folder / BRAND_FILE for folder in workspace.brand_folders()]
    elif "/" in named.text or named.text.endswith(_ENDINGS):
        places = [workspace.path(spec).parent / named.text, workspace.path(named.text)]
    else:
        places = [folder / named.text / BRAND_FILE for folder in workspace.brand_folders()]
    return next((place for place in places if workspace.exists(place)), None)


def _no_brand(named: Scalar | None, spec: str) -> Diagnostic:
    if named is None:
        return Diagnostic(
            "missing-file", f"there is no brand file ‘brand/{BRAND_FILE}’", hint="install deckmaker again"
        )
    said = shortened(named.text)
    hint = f"a brand named ‘{said}’ is the file  brand/{said}/{BRAND_FILE} ; leave ‘brand’ out for the usual one"
    if "/" in said or said.endswith(_ENDINGS):
        hint = f"the path begins at the folder of {PurePosixPath(spec).name}, or where deckmaker was started"
    return Diagnostic("unknown-brand", f"there is no brand ‘{said}’", named.position, hint)


def _read_brand(
    path: Path, workspace: Workspace, files: dict[str, bytes]
) -> tuple[Brand | None, tuple[Diagnostic, ...]]:
    name = workspace.name(path)
    files[name] = workspace.read(path, LIMIT)

    def beside(other: str) -> bytes:
        picture = path.parent / other
        files[workspace.name(picture)] = content = workspace.read(picture)
        return content

    return read_brand(name, files[name], beside)
