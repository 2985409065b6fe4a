"""A small invented library and a few toy slide kinds, so that tests of reading stand on nothing that changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import ClassVar, Literal, TypeAlias

import pytest

from deckmaker.discovery import Features
from deckmaker.model.deck import Slide
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.evidence import Library, Message, Quotation, Statistic
from deckmaker.model.feature import AnySlideKind, Check, SlideKind
from deckmaker.model.frame import GraphicName
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.text import Text
from deckmaker.reading.deck_spec import DeckSpec, read_spec
from deckmaker.reading.library import read_library
from deckmaker.reading.tree import read_tree

HERE = Path(__file__).parent
ReadSpec: TypeAlias = Callable[[str | bytes], tuple[DeckSpec | None, tuple[Diagnostic, ...]]]


@frozen(kw_only=True)
class Agenda(Slide):
    pass


@frozen(kw_only=True)
class MessageSlide(Slide):
    main: ClassVar[str] = "message"

    message: Message


@frozen(kw_only=True)
class QuotationSlide(Slide):
    main: ClassVar[str] = "quotation"

    quotation: Quotation
    form: Literal["whole", "short"] = "whole"


@frozen(kw_only=True)
class StatisticSlide(Slide):
    main: ClassVar[str] = "statistic"

    statistic: Statistic
    graphic: GraphicName | None = None


@frozen(kw_only=True)
class TextSlide(Slide):
    main: ClassVar[str] = "body"

    headline: Text
    body: Text | None = None
    points: tuple[Text, ...] = ()
    source: Text | None = None
    columns: int = 1


@frozen(kw_only=True)
class Comparison(Slide):
    main: ClassVar[str] = "statistic"

    statistic: Statistic
    text: Text | None = None


def toy_check(code: str, severity: Severity, *, of_truth: bool = False) -> Check:
    return Check(
        code=code, severity=severity, what="", why="", example="", instead="Mend it.", find=lambda _: (),
        of_truth=of_truth,
    )  # fmt: skip


class ToyFeatures(Features):
    """Toy slide kinds, a few rules that find nothing, and the names of a few graphics and outputs."""

    @cached_property
    def layouts(self) -> dict[str, Layout]:
        return {}

    @cached_property
    def checks(self) -> dict[str, Check]:
        checks = (
            toy_check("evidence-age", Severity.NOTE, of_truth=True),
            toy_check("same-title", Severity.WARNING),
            toy_check("too-much-text", Severity.ERROR),
            toy_check("unsourced-figure", Severity.ERROR, of_truth=True),
        )
        return {check.code: check for check in checks}

    @cached_property
    def slides(self) -> dict[str, AnySlideKind]:
        kinds = {
            "agenda": Agenda,
            "comparison": Comparison,
            "message": MessageSlide,
            "quotation": QuotationSlide,
            "statistic": StatisticSlide,
            "text": TextSlide,
        }
        return {
            name: SlideKind(slide=cls, layouts=(), fill=lambda slide, page: (), example="")
            for name, cls in kinds.items()
        }

    def names(self, family: str) -> tuple[str, ...]:
        return {"graphics": ("one-in-n", "proportion-grid"), "outputs": ("pdf", "pptx")}[family]


@pytest.fixture(scope="session")
def features() -> ToyFeatures:
    return ToyFeatures()


@pytest.fixture(scope="session")
def library_files() -> dict[str, bytes]:
    """The invented library's files, under the names by which messages call them."""
    return {f"library/{path.name}": path.read_bytes() for path in sorted((HERE / "library").glob("*.yaml"))}


@pytest.fixture(scope="session")
def library(library_files: dict[str, bytes]) -> Library:
    return read_library(library_files)


@pytest.fixture(scope="session")
def spec(library: Library, features: ToyFeatures) -> ReadSpec:
    """Reads a spec called ``talk.yaml``: its keys, or nothing, and what is wrong with it."""

    def read(text: str | bytes) -> tuple[DeckSpec | None, tuple[Diagnostic, ...]]:
        tree = read_tree("talk.yaml", text.encode() if isinstance(text, str) else text)
        if tree.root is None:
            return None, tree.problems
        found = read_spec(tree.root, library, features)
        return found.keys, (*tree.problems, *found.problems)

    return read
