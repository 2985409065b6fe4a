"""Every kind of graphic on light and dark, as one page to look at: pictures, and an HTML page that asks for nothing."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from html import escape

from deckmaker.cli.alone import DARK, LIGHT, Alone, Record
from deckmaker.layout.poster import poster_page
from deckmaker.model.evidence import Diagram
from deckmaker.model.feature import GraphicKind
from deckmaker.model.figures import claim
from deckmaker.model.frozen import frozen

GROUNDS = {"light": LIGHT, "dark": DARK}
_WIDE, _SQUARE = "1600x900", "square"


@frozen(kw_only=True)
class Exhibit:
    """A kind of graphic and the record that shows it; ``None`` where the library has none that it may draw."""

    name: str
    kind: GraphicKind
    record: Record | None

    @property
    def purpose(self) -> str:
        """What the kind is for, in the words with which its module begins."""
        module = inspect.getmodule(self.kind.draw)
        return " ".join(((module and module.__doc__) or "").strip().split("\n\n")[0].split())

    @property
    def claim(self) -> str:
        """What the record says."""
        if self.record is None:
            return ""
        return self.record.headline if isinstance(self.record, Diagram) else claim(self.record)


def exhibits(alone: Alone) -> Iterator[Exhibit]:
    """Each kind with the first record of the library that is usually drawn so, or else that may be."""
    statistics = [one for one in alone.library.statistics.values() if not one.doubtful]
    for name, kind in sorted(alone.kinds.items()):
        usual: list[Record] = [one for one in statistics if one.drawing.default == name]
        allowed: list[Record] = [one for one in statistics if name in one.drawing.allowed]
        diagrams: list[Record] = [one for one in alone.library.diagrams.values() if one.graphic == name]
        yield Exhibit(name=name, kind=kind, record=next(iter([*diagrams, *usual, *allowed]), None))


def words_of(exhibit: Exhibit, alone: Alone) -> str:
    """The alternative text of the exhibit's pictures."""
    if exhibit.record is None:
        return ""
    return exhibit.kind.describe(alone.graphic(exhibit.record, exhibit.name, LIGHT))


def pictures(exhibit: Exhibit, alone: Alone, size: str = _WIDE) -> dict[str, bytes]:
    """The exhibit on light and dark, as SVG, by file name."""
    if exhibit.record is None:
        return {}
    page, ending = poster_page(size), "" if size == _WIDE else f"-{size}"
    return {
        f"{exhibit.name}-{name}{ending}.svg": alone.drawn(exhibit.record, exhibit.name, page, ground, ".svg")
        for name, ground in GROUNDS.items()
    }


def gallery_page(alone: Alone) -> dict[str, bytes]:
    """The pictures, wide and square, and ``index.html``, which shows them with what they are for and their words."""
    files: dict[str, bytes] = {}
    sections, links = [], []
    for exhibit in exhibits(alone):
        wide, square = pictures(exhibit, alone), pictures(exhibit, alone, _SQUARE)
        files |= wide | square
        links.append(f'<li><a href="#{exhibit.name}">{escape(exhibit.kind.title)}</a></li>')
        sections.append(_section(exhibit, [*wide, *square], words_of(exhibit, alone)))
    page = _PAGE.replace("{links}", "\n".join(links)).replace("{sections}", "\n".join(sections))
    return {**files, "index.html": page.encode()}


def _section(exhibit: Exhibit, files: list[str], words: str) -> str:
    head = (
        f'<section id="{exhibit.name}">\n<h2>{escape(exhibit.kind.title)} <code>{exhibit.name}</code></h2>\n'
        f"<p>{escape(exhibit.purpose)}</p>\n"
    )
    if exhibit.record is None:
        return (
            f"{head}<p>The library has no record that it may draw; evidence of your own may have one.</p>\n</section>"
        )
    shown = "".join(
        f'<img src="{file}" alt="{escape(words)}" class="{"square" if _SQUARE in file else "wide"}">\n'
        if file.endswith("light.svg")
        else f'<img src="{file}" alt="" class="{"square" if _SQUARE in file else "wide"}">\n'
        for file in files
    )
    return (
        f"{head}<p>Shown: {escape(exhibit.claim)} <code>{exhibit.record.id}</code></p>\n"
        f'<div class="pictures">\n{shown}</div>\n'
        f"<details open><summary>In words, for people who do not see it</summary><p>{escape(words)}</p></details>\n"
        "</section>"
    )


_PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Graphics of deckmaker</title>
<style>
body { font: 1.06rem/1.5 Lato, Carlito, Calibri, sans-serif; color: #2b1b2e; background: #fff; margin: 0 auto;
  max-width: 82rem; padding: 2rem 1.5rem; }
h1, h2 { color: #4b2352; line-height: 1.2; }
h2 { margin: 0 0 .3rem; }
code { font-size: .95rem; font-weight: normal; color: #6b5d6e; }
a { color: #0f6b6b; }
nav ul { columns: 14rem; padding-left: 1.2rem; }
section { border-top: 1px solid #d9ccd8; padding: 1.6rem 0 1.2rem; }
section > p, details { max-width: 46rem; }
.pictures { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin: 1rem 0; }
.pictures img { width: 100%; height: auto; border: 1px solid #d9ccd8; box-sizing: border-box; }
.pictures .square { max-width: 70%; }
@media (max-width: 44rem) { .pictures { grid-template-columns: 1fr; } }
</style>
</head>
<body>
<header>
<h1>Graphics of deckmaker</h1>
<p>Every kind of graphic, on its light and its dark ground, as a wide page and as a square card. The first picture of
each kind has the words below it as its alternative text; the others show the same and have none.</p>
<nav aria-label="Kinds of graphic"><ul>
{links}
</ul></nav>
</header>
<main>
{sections}
</main>
</body>
</html>
"""
