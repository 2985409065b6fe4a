"""Picture files that an author names: found beside the file that names them, held against limits, kept whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from pathlib import PurePosixPath

from deckmaker.model.deck import Image
from deckmaker.model.diagnostic import Diagnostic, Position, did_you_mean
from deckmaker.model.feature import AnySlideKind
from deckmaker.model.frozen import frozen
from deckmaker.reading import tree
from deckmaker.reading.beside import named_beside
from deckmaker.reading.decoding import shortened
from deckmaker.reading.form import Form, Reader, Unread
from deckmaker.reading.image_content import ENDINGS, LIMIT, Flaw, checked
from deckmaker.reading.keys import keys_of
from deckmaker.reading.tree import Node, Scalar
from deckmaker.reading.wording import is_empty
from deckmaker.workspace import Workspace

MOST_BYTES = 200_000_000
"""Of all picture files of a deck."""
LONGEST_NAME = 400
LONGEST_PART = 200
"""Characters of a path, and of a name in it; a longer one names no file."""


@frozen
class PictureFiles:
    """The pictures that a deck names, or what is wrong with them, by the place where each is named.

    ``files`` are the files as they are on the disk, by name.
    """

    named: Mapping[Position, Image | Diagnostic] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)


@frozen
class PictureKeys:
    """Where a picture may be named: the class that has the deck's own keys, and the kinds of slides."""

    deck: type
    slides: Mapping[str, AnySlideKind]

    def of_slide(self, slide: tree.Mapping) -> frozenset[str]:
        """The keys of a slide after which a picture is named."""
        kinds = (self.slides[key.text].slide for key, _ in slide.entries if key.text in self.slides)
        return frozenset(key for kind in kinds for key in _of_pictures(kind))


def _of_pictures(cls: type) -> frozenset[str]:
    return frozenset(name for name, key in keys_of(cls).items() if key.hint in (Image, Image | None))


def image_reader(pictures: PictureFiles) -> Reader:
    """What reads the type ``Image``: the picture is there already, or what there is to say about it."""

    def read(form: Form, node: Node, name: str) -> Image | Unread:
        word = form.word(node, name, "the name of a picture file, like photo.jpg")
        if isinstance(word, Unread):
            return word
        found = pictures.named.get(node.position)
        if isinstance(found, Image):
            return found
        if found is None:
            message = f"there is no picture ‘{shortened(word)}’"
            return form.problem("missing-file", message, node.position, "put it beside the deck")
        return form.problem(found.code, found.message, node.position, found.hint)

    return read


def picture_files(root: Node | None, spec: str, workspace: Workspace, keys: PictureKeys) -> PictureFiles:
    """The picture files that a deck's tree names. Raises ``MachineError`` if one is there and cannot be read."""
    named: dict[Position, Image | Diagnostic] = {}
    files: dict[str, bytes] = {}
    read: dict[str, Image | Diagnostic] = {}
    for scalar in _named_in(root, keys):
        file = _file_of(scalar, spec, workspace)
        if isinstance(file, str) and file not in read:
            read[file] = _picture(scalar, file, workspace, files)
        found = read[file] if isinstance(file, str) else file
        named[scalar.position] = replace(found, position=scalar.position)
    return PictureFiles(named, files)


def _named_in(root: Node | None, keys: PictureKeys) -> Iterator[Scalar]:
    """The words after keys of the deck and of its slides that name a picture."""
    if not isinstance(root, tree.Mapping):
        return
    yield from _values(root, _of_pictures(keys.deck))
    slides = root.get("slides")
    for slide in slides.items if isinstance(slides, tree.Sequence) else ():
        if isinstance(slide, tree.Mapping):
            of_slide = keys.of_slide(slide)
            yield from _values(slide, of_slide)
            for word, value in slide.entries:
                if isinstance(value, tree.Mapping) and word.text in keys.slides:
                    yield from _values(value, of_slide)


def _values(node: tree.Mapping, keys: frozenset[str]) -> Iterator[Scalar]:
    for key, value in node.entries:
        if key.text in keys and isinstance(value, Scalar) and not is_empty(value):
            yield value


def _file_of(named: Scalar, spec: str, workspace: Workspace) -> str | Diagnostic:
    """The name of the file that is meant."""
    written, place = named.text.strip(), named.position
    said = shortened(written)
    if "://" in written or written.startswith("data:"):
        hint = "save the picture beside the deck and write the name of its file, if its maker lets you use it"
        return Diagnostic("outside", f"‘{said}’ is an address, not a file", place, hint)
    if len(written) > LONGEST_NAME or any(len(part) > LONGEST_PART for part in PurePosixPath(written).parts):
        return Diagnostic("missing-file", f"there is no picture ‘{said}’", place, "this is too long for a file’s name")
    name = named_beside(Scalar(place, written), spec, workspace)
    if name is None:
        hint = "put the picture beside the deck or in a folder below, and write its name"
        return Diagnostic("outside", f"‘{said}’ leads out of the folder in which this deck lies", place, hint)
    return name


def _picture(named: Scalar, name: str, workspace: Workspace, files: dict[str, bytes]) -> Image | Diagnostic:
    """The picture in a file, which joins ``files``."""
    said, place = shortened(named.text.strip()), named.position
    try:
        content = workspace.read(name, LIMIT)
    except FileNotFoundError:
        return Diagnostic("missing-file", f"there is no picture ‘{said}’", place, _meant(name, workspace))
    if sum(map(len, files.values())) + len(content) > MOST_BYTES:
        message = f"with ‘{said}’ the pictures of this deck are larger than {MOST_BYTES // 1_000_000} MB together"
        return Diagnostic("picture-too-large", message, place, "save them smaller, or leave some out")
    files[name] = content
    found = checked(PurePosixPath(name).name, content)
    if isinstance(found, Flaw):
        return Diagnostic(found.code, f"‘{said}’ {found.message}", place, found.hint)
    return Image(name=PurePosixPath(name).name, content=found.content, width=found.width, height=found.height)


def _meant(name: str, workspace: Workspace) -> str:
    """The nearest of the pictures in the folder that is meant, or where the file would be."""
    if "\\" in name:
        return "write ‘/’ between a folder and what is in it:  pictures/photo.jpg"
    there = workspace.files(str(PurePosixPath(name).parent), *ENDINGS, *map(str.upper, ENDINGS))
    others = [PurePosixPath(one).name for one in there]
    return (did_you_mean(PurePosixPath(name).name, others) if others else "") or f"it would be {shortened(name, 80)}"
