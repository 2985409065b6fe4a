"""Finds features by folder: a file in ``slides/``, ``graphics/``, ``outputs/`` or ``checks/`` is a feature of its name.

Only deckmaker's own folders are looked at, and those that a caller of ``Features`` names in Python. No file beside
an author's decks is ever loaded. A word that Python keeps for itself takes an underscore: ``break_.py`` is ``break``.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from deckmaker.model.feature import AnySlideKind, Check, GraphicKind, OutputKind
from deckmaker.model.layout import Layout

T = TypeVar("T")
_HERE = Path(__file__).parent
CONSTANTS = {"slides": "SLIDE", "graphics": "GRAPHIC", "outputs": "OUTPUT", "checks": "CHECK"}
"""The constant that ends each file of a family's folder."""


class Family(Mapping[str, T]):
    """The features of a family by name, in order. Each is imported when it is first asked for."""

    def __init__(self, names: tuple[str, ...], load: Callable[[str], T]) -> None:
        self._names = dict.fromkeys(names)
        self._load = load
        self.loaded: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self.loaded:
            if name not in self._names:
                raise KeyError(name)
            self.loaded[name] = self._load(name)
        return self.loaded[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def in_use(features: Mapping[str, T]) -> Mapping[str, T]:
    """Those features of a family that were asked for, and so are imported already."""
    return features.loaded if isinstance(features, Family) else features


@dataclass(frozen=True)
class Features:
    """Everything that deckmaker can do, by family and name. ``places`` are further folders laid out like its own."""

    places: tuple[Path, ...] = field(default=())

    def names(self, family: str) -> tuple[str, ...]:
        """Names of a family's features in order, found without importing any."""
        return tuple(sorted(self._files[family]))

    def load(self, family: str, name: str) -> Any:
        """The feature of that name.

        Raises ``KeyError`` when there is none, ``AttributeError`` when its file has no constant.
        """
        path = self._files[family][name]
        return getattr(_imported(path, family), CONSTANTS[family])

    @cached_property
    def slides(self) -> Mapping[str, AnySlideKind]:
        """Every slide kind by name."""
        return self._family("slides")

    @cached_property
    def graphics(self) -> Mapping[str, GraphicKind]:
        """Every kind of graphic by name."""
        return self._family("graphics")

    @cached_property
    def checks(self) -> Mapping[str, Check]:
        """Every check by name."""
        return self._family("checks")

    def output(self, name: str) -> OutputKind:
        """The output of that name; only its own file is imported."""
        output: OutputKind = self.load("outputs", name)
        return output

    @cached_property
    def layouts(self) -> dict[str, Layout]:
        """Every named layout of every slide kind, in order of kind."""
        return {layout.name: layout for kind in self.slides.values() for layout in kind.layouts}

    def layouts_beside(self, name: str) -> Mapping[str, Layout]:
        """The layouts, by name, of the slide kind that has the one of that name; kinds in use are asked first.

        Raises ``KeyError`` when no kind has it.
        """
        for kind in dict.fromkeys((*in_use(self.slides), *self.slides)):
            layouts = self._layouts_of(kind)
            if name in layouts:
                return layouts
        raise KeyError(name)

    def _layouts_of(self, kind: str) -> Mapping[str, Layout]:
        if kind not in self._by_kind:
            self._by_kind[kind] = {layout.name: layout for layout in self.slides[kind].layouts}
        return self._by_kind[kind]

    def _family(self, family: str) -> Family[Any]:
        return Family(self.names(family), partial(self.load, family))

    @cached_property
    def _by_kind(self) -> dict[str, Mapping[str, Layout]]:
        """The layouts of the kinds that were asked for, by kind and name."""
        return {}

    @cached_property
    def _files(self) -> dict[str, dict[str, Path]]:
        """The file or folder of each feature, by family and name; looked for once."""
        return {family: self._files_of(family) for family in CONSTANTS}

    def _files_of(self, family: str) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for place in (_HERE, *self.places):
            folder = place / family
            for path in folder.iterdir() if folder.is_dir() else ():
                is_feature = path.suffix == ".py" or (path / "__init__.py").is_file()
                if is_feature and not path.name.startswith("_"):
                    found[path.stem.rstrip("_").replace("_", "-")] = path
        return found


def _imported(path: Path, family: str) -> ModuleType:
    if path.is_relative_to(_HERE):
        return importlib.import_module(f"deckmaker.{family}.{path.stem}")
    place = sha256(os.fsencode(path)).hexdigest()[:8]  # another folder may have a file of the same name
    name = f"deckmaker_features_{family}_{path.stem}_{place}"
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, path / "__init__.py" if path.is_dir() else path)
    if spec is None or spec.loader is None:
        raise ImportError(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]  # half of it helps nobody
        raise
    return module
