"""Finds features by folder: a file in ``slides/``, ``graphics/``, ``outputs/`` or ``checks/`` is a feature of its name.

Only deckmaker's own folders are looked at, and those that a caller of ``Features`` names in Python. No file beside
an author's decks is ever loaded. A word that Python keeps for itself takes an underscore: ``break_.py`` is ``break``.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

from deckmaker.model.feature import AnySlideKind, Check, GraphicKind, OutputKind
from deckmaker.model.layout import Layout

_HERE = Path(__file__).parent
CONSTANTS = {"slides": "SLIDE", "graphics": "GRAPHIC", "outputs": "OUTPUT", "checks": "CHECK"}
"""The constant that ends each file of a family's folder."""


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
    def slides(self) -> dict[str, AnySlideKind]:
        """Every slide kind by name."""
        return self._all("slides")

    @cached_property
    def graphics(self) -> dict[str, GraphicKind]:
        """Every kind of graphic by name."""
        return self._all("graphics")

    @cached_property
    def checks(self) -> dict[str, Check]:
        """Every check by name."""
        return self._all("checks")

    def output(self, name: str) -> OutputKind:
        """The output of that name; only its own file is imported."""
        output: OutputKind = self.load("outputs", name)
        return output

    @cached_property
    def layouts(self) -> dict[str, Layout]:
        """Every named layout of every slide kind, in order of kind."""
        return {layout.name: layout for kind in self.slides.values() for layout in kind.layouts}

    def _all(self, family: str) -> dict[str, Any]:
        return {name: self.load(family, name) for name in self.names(family)}

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
    name = f"deckmaker_features_{family}_{path.stem}"
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, path / "__init__.py" if path.is_dir() else path)
    if spec is None or spec.loader is None:
        raise ImportError(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
