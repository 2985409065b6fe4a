"""What a deck is made of: the files that were read, and the two stages that end in a deck."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path, PurePosixPath

from deckmaker.discovery import Features
from deckmaker.memory import Memory
from deckmaker.model.deck import Deck
from deckmaker.model.diagnostic import DeckError, Diagnostic, Position
from deckmaker.model.evidence import Library
from deckmaker.model.frozen import frozen
from deckmaker.model.settings import Settings
from deckmaker.reading.brand import Brand, read_brand
from deckmaker.reading.contrast import unfit
from deckmaker.reading.deck_spec import DeckSpec, Spec, brand_named_in, library_named_in, read_spec
from deckmaker.reading.decoding import LIMIT, shortened
from deckmaker.reading.images import PictureFiles, PictureKeys, picture_files
from deckmaker.reading.including import with_included
from deckmaker.reading.infographic import Infographic, is_infographic, read_infographic
from deckmaker.reading.keys import keys_of
from deckmaker.reading.known_library import known_library
from deckmaker.reading.library import FILES, read_library
from deckmaker.reading.own_library import own_files, with_own
from deckmaker.reading.settings import FILE as SETTINGS
from deckmaker.reading.settings import read_settings, with_defaults
from deckmaker.reading.tree import Scalar, Tree, read_tree
from deckmaker.workspace import Workspace

BRAND_FILE = "_brand.yml"
_ENDINGS = (".yml", ".yaml")


@frozen
class Sources:
    """The files behind a deck: the spec as a tree, the library's files, those of the author's own library, the brand.

    The tree holds the slides of included files and the project's defaults, each node with its own place. ``files`` are
    all that was read, by name. ``problems`` are those met on the way: of the spec's form, the settings and the brand;
    ``remarks`` stop nothing. ``settings`` are the project's. ``beside`` are the files from the spec's own folder, and
    ``pictures`` the picture files among them. ``memory`` knows which libraries and brands were found sound before.
    """

    spec: Tree
    library: Mapping[str, bytes] = field(repr=False)
    brand: Brand | None
    files: Mapping[str, bytes] = field(repr=False)
    problems: tuple[Diagnostic, ...] = ()
    own: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    remarks: tuple[Diagnostic, ...] = ()
    settings: Settings = field(default_factory=Settings)
    beside: tuple[str, ...] = ()
    pictures: PictureFiles = field(default_factory=PictureFiles)
    memory: Memory | None = None


def read(name: str, workspace: Workspace, features: Features) -> Sources:
    """Everything that the deck in this file needs, from the disk.

    Raises ``FileNotFoundError`` if there is no such file, ``MachineError`` if one cannot be read. What is wrong with
    what is written in them is in ``problems``.
    """
    memory = Memory(workspace) if features == Features() else None  # others may have other layouts and graphics
    files: dict[str, bytes] = {name: workspace.read(name, LIMIT)}
    written = read_tree(name, files[name])
    settings_file = _settings_file(workspace, files)
    settings, wrong = read_settings(settings_file, features)
    problems = [*written.problems, *wrong, *_unspeakable(name)]
    root = with_defaults(written.root, settings_file.root)
    included = with_included(root, name, workspace, tuple(keys_of(DeckSpec)))
    spec = Tree(included.root, written.problems)
    files.update(included.files)
    problems.extend(included.problems)
    library = library_files(workspace)
    files.update(library)
    own, wrong = own_files(library_named_in(spec.root), workspace)
    files.update(own)
    problems.extend(wrong)
    named = brand_named_in(spec.root)
    path = _brand_path(named, workspace)
    brand: Brand | None = None
    if path is None:
        problems.append(_no_brand(named))
    else:
        of_brand: dict[str, bytes] = {}
        brand, wrong = _read_brand(path, workspace, of_brand)
        files.update(of_brand)
        problems.extend(wrong)
        if brand is not None:
            problems.extend(_unfit(brand, of_brand, features, memory))
    pictures = picture_files(spec.root, name, workspace, PictureKeys(DeckSpec, features.slides))
    files.update(pictures.files)
    beside = (*included.files, *own, *pictures.files)
    beside = tuple(file for file in beside if workspace.lies_within(file, workspace.path(name).parent))
    return Sources(
        spec, library, brand, files, tuple(problems), own, included.remarks, settings, beside, pictures, memory
    )


def _unfit(
    brand: Brand, files: Mapping[str, bytes], features: Features, memory: Memory | None
) -> tuple[Diagnostic, ...]:
    """What is wrong with the brand's colours in any layout. One that was found fit before is fit."""
    key = memory.key("fit brand", files) if memory else ""
    if memory and memory.recall(key):
        return ()
    found = tuple(unfit(brand, features.layouts.values()))
    if memory and not found:
        memory.keep(key, True)
    return found


def _unspeakable(name: str) -> Iterator[Diagnostic]:
    """A file's name with bytes that are no UTF-8: what is made of it has its name, within and without."""
    if any("\ud800" <= letter <= "\udfff" for letter in PurePosixPath(name).name):
        message = "the name of this file has something in it that is no letter, digit or sign"
        yield Diagnostic("file-name", message, Position(name, 1, 1), "give it a name of letters, digits and dashes")


def _settings_file(workspace: Workspace, files: dict[str, bytes]) -> Tree:
    if not workspace.exists(SETTINGS):
        return Tree(None)
    files[SETTINGS] = workspace.read(SETTINGS, LIMIT)
    return read_tree(SETTINGS, files[SETTINGS])


def library_files(workspace: Workspace) -> dict[str, bytes]:
    """The files of the evidence library, by name; those that are not there are left out."""
    paths = (workspace.library() / file for file in FILES)
    return {workspace.name(path): workspace.read(path, LIMIT) for path in paths if workspace.exists(path)}


def build(name: str, sources: Sources, features: Features, length: int | None = None) -> Deck:
    """The deck, every reference resolved; of a spec with several lengths, that of ``length``, else the longest.

    Of an infographic of several pages, that of the first. Raises ``DeckError`` with all that is wrong with spec,
    settings, library and brand.
    """
    return build_all(name, sources, features, length)[0]


def build_all(name: str, sources: Sources, features: Features, length: int | None = None) -> tuple[Deck, ...]:
    """The deck, or of an infographic one for each of its pages. Takes and raises what ``build`` does."""
    problems = list(sources.problems)
    library: Library | None = None
    try:
        library = _library(sources, features)
    except DeckError as error:
        problems.extend(error.diagnostics)
    root = sources.spec.root
    spec: Spec | Infographic | None = None
    if is_infographic(root):
        spec = read_infographic(root, library, features)
    elif root is not None:
        spec = read_spec(root, library, features, sources.pictures)
    if spec is not None:
        problems.extend(one for one in spec.problems if one.code != "no-slides" or not problems)
    if problems or spec is None or library is None or sources.brand is None:
        raise DeckError(dict.fromkeys(problems))
    theme = sources.brand.theme
    decks: tuple[Deck, ...]
    if isinstance(spec, Infographic):
        decks = spec.decks(name, library, theme, length)
    else:
        decks = (spec.deck(name, library, theme, length),)
    return tuple(replace(deck, settings=sources.settings.and_own(deck.settings)) for deck in decks)


def _library(sources: Sources, features: Features) -> Library | None:
    """The library and the author's own; nothing where there is a problem with the place of these."""
    has_own = library_named_in(sources.spec.root) is not None
    if has_own and not sources.own:
        return None

    def whole() -> Library:
        library = read_library(sources.library)
        return with_own(library, sources.own, features) if has_own else library

    if sources.memory is None:
        return whole()
    return known_library({**sources.library, **sources.own}, f"of {len(sources.library)}", sources.memory, whole)


def _brand_path(named: Scalar | None, workspace: Workspace) -> Path | None:
    """The brand file that is meant: a path from the folder of the file that names it or from here, or a name in a
    brand folder.
    """
    if named is None:
        places = [folder / BRAND_FILE for folder in workspace.brand_folders()]
    elif "/" in named.text or named.text.endswith(_ENDINGS):
        places = [workspace.path(named.position.file).parent / named.text, workspace.path(named.text)]
    else:
        places = [folder / named.text / BRAND_FILE for folder in workspace.brand_folders()]
    return next((place for place in places if workspace.exists(place)), None)


def _no_brand(named: Scalar | None) -> Diagnostic:
    if named is None:
        return Diagnostic(
            "missing-file", f"there is no brand file ‘brand/{BRAND_FILE}’", hint="install deckmaker again"
        )
    said = shortened(named.text)
    hint = f"a brand named ‘{said}’ is the file  brand/{said}/{BRAND_FILE} ; leave ‘brand’ out for the usual one"
    if "/" in said or said.endswith(_ENDINGS):
        hint = f"the path begins at the folder of {PurePosixPath(named.position.file).name}, or where you are"
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
