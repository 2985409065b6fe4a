"""A presentation as it was found: slides, shapes and words, and what was set by hand on them. Only data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from deckmaker.model.frozen import frozen
from deckmaker.model.manifest import Manifest


@frozen
class SeenRun:
    """Words with what was set on them by hand: size in points, ``#RRGGBB``, language; empty where nothing was."""

    text: str
    size: float | None = None
    colour: str = ""
    language: str = ""


@frozen
class SeenParagraph:
    """One paragraph."""

    runs: tuple[SeenRun, ...]

    def __str__(self) -> str:
        return " ".join("".join(run.text for run in self.runs).split())


@frozen(kw_only=True)
class SeenShape:
    """A shape: its name, what it is, the kind of placeholder that it fills, its words, its own ``#RRGGBB`` fill.

    ``is_picture`` for what needs alternative text: pictures, charts, tables, drawings.
    """

    name: str
    placeholder: str = ""
    is_picture: bool = False
    alternative_text: str = ""
    decorative: bool = False
    moved: bool = False
    fill: str = ""
    paragraphs: tuple[SeenParagraph, ...] = ()

    @property
    def text(self) -> str:
        """All its words."""
        return "\n".join(words for p in self.paragraphs if (words := str(p)))

    @property
    def is_title(self) -> bool:
        """Whether it fills the place of a title."""
        return self.placeholder in {"title", "ctrTitle"}


@frozen(kw_only=True)
class SeenSlide:
    """A slide. ``fonts`` and ``colours`` are those named on it rather than taken from the theme; ``external`` are
    kinds of things that it fetches from elsewhere. ``pictures`` are check sums of its pictures and
    charts, ``charts`` the numbers of each row of its charts.
    """

    number: int
    id: int
    layout: str
    shapes: tuple[SeenShape, ...]
    notes: tuple[str, ...] = ()
    ground: str = ""
    fonts: frozenset[str] = frozenset()
    colours: frozenset[str] = frozenset()
    external: frozenset[str] = frozenset()
    hidden: bool = False
    pictures: frozenset[int] = frozenset()
    charts: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Its title in one line; empty if it has none."""
        return " ".join(next((s.text for s in self.shapes if s.is_title and s.text), "").split())

    @property
    def paragraphs(self) -> Iterator[tuple[str, str]]:
        """Every paragraph with the name of its shape, in reading order; slide numbers, dates and footers are none."""
        for shape in self.shapes:
            if shape.placeholder not in {"sldNum", "dt", "ftr"}:
                yield from ((shape.name, words) for p in shape.paragraphs if (words := str(p)))

    @property
    def text(self) -> str:
        """All words on it."""
        return "\n".join(words for _, words in self.paragraphs)


@frozen(kw_only=True)
class SeenDeck:
    """A whole presentation. ``theme_colours`` maps PowerPoint's slots to ``#RRGGBB``, ``theme_fonts`` are its two.

    ``language`` is what text without a language of its own is in; ``manifest`` what it says of itself, if it does.
    """

    file: str
    slides: tuple[SeenSlide, ...]
    theme_name: str = ""
    theme_colours: dict[str, str] = field(default_factory=dict, hash=False)
    theme_fonts: tuple[str, ...] = ()
    language: str = ""
    manifest: Manifest | None = None
