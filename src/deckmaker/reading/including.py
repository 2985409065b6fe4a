"""``- include: other.yaml`` in a list of slides: the slides of another file in its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import field
from pathlib import PurePosixPath

from deckmaker.model.diagnostic import Diagnostic, Position, Severity, did_you_mean
from deckmaker.model.frozen import frozen
from deckmaker.reading.beside import named_beside
from deckmaker.reading.decoding import LIMIT, shortened
from deckmaker.reading.tree import MOST_PROBLEMS, Mapping, Node, Scalar, Sequence, Tree, read_tree
from deckmaker.reading.wording import is_empty, suggestion
from deckmaker.workspace import SPEC_ENDINGS, Workspace

KEY = "include"
DEEPEST = 20
"""Files within each other."""
MOST_FILES = 100
"""Files that a deck brings in, one that comes twice counted twice."""
MOST_SLIDES = 2_000
"""Slides of a deck that includes others."""

LONGEST_NAME = 400
"""Characters of a path after ‘include’; a longer one names no file."""

_HOW = "write  - include: parts/why.yaml"
_NO_SLIDES = "this file is included for its slides and has none"
_HOW_TO_LIST = "write  slides:  and the list below it"
_UNDERSTOOD = ("slides", "title")
"""Keys of a file of slides. Its title says what it is, and nothing is made of it."""


@frozen
class Included:
    """A spec with the slides of all files that it includes. ``files`` are theirs; ``remarks`` stop nothing."""

    root: Node | None
    files: dict[str, bytes] = field(default_factory=dict, repr=False)
    problems: tuple[Diagnostic, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()


def with_included(root: Node | None, spec: str, workspace: Workspace, keys: Collection[str]) -> Included:
    """The tree of a spec file, every ``include`` in it replaced by slides. ``keys`` are those that a deck may have.

    A node keeps the place in the file that it comes from. Raises ``MachineError`` if a file cannot be read.
    """
    slides = root.get("slides") if isinstance(root, Mapping) else None
    if not isinstance(root, Mapping) or not isinstance(slides, Sequence) or not any(map(_says_include, slides.items)):
        return Included(root)
    includer = _Includer(spec, workspace, tuple(keys))
    with suppress(_Enough):
        includer.collect(slides.items, (spec,))
    whole = Sequence(slides.position, tuple(includer.slides))
    entries = tuple((key, whole if key.text == "slides" else value) for key, value in root.entries)
    return Included(
        Mapping(root.position, entries, root.in_braces),
        includer.files,
        tuple(includer.problems),
        tuple(includer.remarks),
    )


class _Enough(Exception):  # noqa: N818 – no failure of the program
    """No more is read."""


class _Includer:
    """Brings the slides of one deck together."""

    def __init__(self, spec: str, workspace: Workspace, keys: tuple[str, ...]) -> None:
        self.spec, self.workspace, self.keys = spec, workspace, keys
        self.slides: list[Node] = []
        self.files: dict[str, bytes] = {}
        self.problems: list[Diagnostic] = []
        self.remarks: list[Diagnostic] = []
        self._read: dict[str, tuple[Node, ...]] = {}
        self._count = 0

    def collect(self, items: Iterable[Node], chain: tuple[str, ...]) -> None:
        """Add these slides, and those of files that they include; ``chain`` are the files within each other."""
        for item in items:
            if _says_include(item):
                named = self._named(item)
                if named is not None:
                    self._include(named, chain)
                continue
            if len(self.slides) >= MOST_SLIDES:
                self._stop(
                    "too-many-slides", f"with all that it includes this deck has {MOST_SLIDES:,} slides or more", item
                )
            self.slides.append(item)

    def _include(self, named: Scalar, chain: tuple[str, ...]) -> None:
        said = shortened(named.text)
        file = named_beside(named, self.spec, self.workspace)
        if file is None:
            hint = "keep what a deck includes beside it or in a folder below"
            message = f"‘{said}’ leads out of the folder in which this deck lies"
            self._problem("outside", message, named.position, hint)
            return
        if file in chain:
            circle = " → ".join(PurePosixPath(one).name for one in (*chain[chain.index(file) :], file))
            message = f"these files include each other in a circle: {circle}"
            self._problem("circle", message, named.position, "take one of these ‘include’ out")
            return
        self._count += 1
        if self._count > MOST_FILES:
            self._stop("too-many-files", f"this deck includes more than {MOST_FILES} files", named)
        if len(chain) > DEEPEST:
            message = f"files include each other more than {DEEPEST} deep here"
            self._problem("nested-too-deep", message, named.position, "include them from the deck itself")
            return
        if file not in self._read:
            self._read[file] = self._slides_of(file, named, chain)
        self.collect(self._read[file], (*chain, file))

    def _slides_of(self, file: str, named: Scalar, chain: tuple[str, ...]) -> tuple[Node, ...]:
        try:
            if len(named.text) > LONGEST_NAME:
                raise FileNotFoundError(file)
            self.files[file] = self.workspace.read(file, LIMIT)
        except FileNotFoundError:
            there = self.workspace.files(str(PurePosixPath(file).parent), *SPEC_ENDINGS)
            folder = PurePosixPath(shortened(named.text)).parent
            others = [str(folder / PurePosixPath(one).name) for one in there if one not in chain]
            near = did_you_mean(shortened(named.text), others) if others else ""
            message = f"there is no file ‘{shortened(named.text)}’ to include"
            self._problem("missing-file", message, named.position, near or f"it would be {shortened(file, 80)}")
            return ()
        tree = read_tree(file, self.files[file])
        for problem in tree.problems:
            if problem.code == "empty-file":
                self._problem("no-slides", _NO_SLIDES, Position(file), _HOW_TO_LIST)
                continue
            self._problem(problem.code, problem.message, problem.position or Position(file), problem.hint)
        return self._listed(tree, file)

    def _listed(self, tree: Tree, file: str) -> tuple[Node, ...]:
        root = tree.root
        if root is None:
            return ()
        if not isinstance(root, Mapping):
            message = "a file of slides has the key ‘slides’; this one begins with something else"
            self._problem("wrong-value", message, root.position, _HOW_TO_LIST)
            return ()
        for key, _ in root.entries:
            if key.text not in self.keys:
                message = f"a file of slides has no key ‘{shortened(key.text)}’"
                self._problem("unknown-key", message, key.position, suggestion(key.text, _UNDERSTOOD, "its keys are"))
        self.remarks.extend(_not_taken(root, file, self.keys))
        slides = root.get("slides")
        if isinstance(slides, Sequence) and slides.items:
            return slides.items
        self._problem("no-slides", _NO_SLIDES, root.position, _HOW_TO_LIST)
        return ()

    def _named(self, item: Node) -> Scalar | None:
        """The name of the file that an entry includes, or a problem and nothing."""
        if isinstance(item, Mapping):
            beside = [key for key, _ in item.entries if key.text != KEY]
            value = item.get(KEY)
            if beside:
                message = f"‘include’ stands alone: ‘{shortened(beside[0].text)}’ belongs to no slide"
                self._problem("wrong-value", message, beside[0].position, "write it on the slides in the other file")
            elif isinstance(value, Scalar) and not is_empty(value):
                return value
            else:
                self._problem("wrong-value", "‘include’ should be the name of one file", item.position, _HOW)
        else:
            self._problem("empty", "this includes nothing", item.position, _HOW)
        return None

    def _problem(self, code: str, message: str, position: Position, hint: str) -> None:
        self.problems.append(Diagnostic(code, message, position, hint))
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Enough

    def _stop(self, code: str, message: str, node: Node) -> None:
        self._problem(code, message, node.position, "make several decks of it")
        raise _Enough


def _says_include(item: Node) -> bool:
    if isinstance(item, Mapping):
        return item.get(KEY) is not None
    return isinstance(item, Scalar) and item.text.strip().partition(":")[0] == KEY


def _not_taken(root: Mapping, file: str, known: tuple[str, ...]) -> Iterator[Diagnostic]:
    """A note on the keys of a whole deck that is included: it is the including deck's that count."""
    others = [key for key, value in root.entries if key.text in known and not is_empty(value)]
    keys = [key for key in others if key.text not in _UNDERSTOOD]
    if keys:
        names = ", ".join(f"‘{key.text}’" for key in keys)
        message = f"of ‘{PurePosixPath(file).name}’ only the slides are taken, not its {names}"
        hint = "the deck that includes it says these for itself"
        yield Diagnostic("not-taken", message, keys[0].position, hint, Severity.NOTE)
