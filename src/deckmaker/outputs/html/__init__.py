"""HTML: one file that presents in any browser, with nothing loaded from anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from deckmaker.drawing.page_data import PageData
from deckmaker.drawing.text_data import Data
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.feature import Draw, OutputKind
from deckmaker.outputs.html.fonts import font_faces
from deckmaker.outputs.html.notes import notes_html
from deckmaker.outputs.html.page import PageWriter
from deckmaker.outputs.html.styles import Styles, digest

_HERE = Path(__file__).parent


def render(laid_out: LaidOutDeck, draw: Draw) -> Mapping[str, bytes]:
    """One file, ``NAME.html``: slides as words and pictures at their places, notes, and what turns the pages."""
    deck = laid_out.deck
    made = PageData(laid_out, draw)
    pages = made.pages()
    width, height = (f"{pages[0][side]:g}" for side in ("width", "height"))
    styles = Styles()
    writer = PageWriter(pages[0]["width"], made.files, styles)
    shape = styles(aspect_ratio=f"{width}/{height}")
    slides = "\n".join(
        _slide(number, writer.page(page, number), f"{shape} {styles(background=page['fill'])}", notes)
        for number, (page, notes) in enumerate(
            (
                (page, notes_html(frame.notes, deck.language, heading=_level(page) + 1))
                for page, frame in zip(pages, laid_out.frames, strict=True)
            ),
            start=1,
        )
    )
    faces = font_faces(deck.theme.drawn, frozenset(writer.letters))
    size = f"@page slide{{size:{width}pt {height}pt;margin:0}}\n:root{{--shape:calc({width}/{height})}}"
    sheet = "\n".join((faces, size, (_HERE / "viewer.css").read_text(encoding="utf-8"), styles.sheet()))
    script = (_HERE / "viewer.js").read_text(encoding="utf-8")
    title = escape(" ".join(str(deck.title).split()))
    policy = (
        f"default-src 'none'; img-src data:; font-src data:; style-src {digest(sheet)}; "
        f"script-src {digest(script)}; base-uri 'none'; form-action 'none'"
    )
    content = _FRAME.format(
        language=escape(deck.language), policy=policy, title=title, sheet=sheet, slides=slides, script=script,
        count=len(pages),
    )  # fmt: skip
    return {f"{deck.name}.html": content.encode()}


def _slide(number: int, words: str, look: str, notes: str) -> str:
    aside = f'<aside class="notes" aria-label="Notes to slide {number}">{notes}</aside>' if notes else ""
    return (
        f'<section class="slide" id="slide-{number}" aria-labelledby="title-{number}" tabindex="-1">'
        f'<div class="frame"><div class="page {look}">{words}</div></div>{aside}</section>'
    )


def _level(page: Data) -> int:
    """Level of the heading that is the slide's title."""
    return next(int(item["level"]) for item in page["items"] if item["type"] in ("title", "heading")) + 1


_FRAME = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{sheet}</style>
</head>
<body>
<header class="bar">
<h1>{title}</h1>
<div class="tools">
<button type="button" data-does="present">Present</button>
<button type="button" data-does="words" aria-pressed="false">Text</button>
<button type="button" data-does="notes" aria-pressed="false">Notes</button>
<button type="button" data-does="speaker">Speaker view</button>
<button type="button" data-does="help">Keys</button>
</div>
</header>
<main>
{slides}
</main>
<nav class="pager" aria-label="Slides">
<button type="button" data-does="back" aria-label="Previous slide">‹</button>
<span class="place"><span class="now">1</span> / {count}</span>
<button type="button" data-does="on" aria-label="Next slide">›</button>
<button type="button" class="leave" data-does="leave">All slides</button>
</nav>
<section class="desk" aria-label="Clock"><span class="clock"></span><span class="since"></span>
<button type="button" data-does="restart">Restart</button></section>
<div class="unseen" role="status" aria-live="polite"></div>
<dialog aria-labelledby="keys"><h2 id="keys">Keys</h2>
<dl>
<dt>→ ↓ space, page down</dt><dd>next slide</dd>
<dt>← ↑ shift and space, page up</dt><dd>previous slide</dd>
<dt>Home, End</dt><dd>first slide, last slide</dd>
<dt>P or F5</dt><dd>present; Escape shows all slides</dd>
<dt>S</dt><dd>speaker view, in a window of its own</dd>
<dt>N</dt><dd>notes</dd>
<dt>T</dt><dd>text that fits any width</dd>
<dt>?</dt><dd>these keys</dd>
</dl>
<form method="dialog"><button>Close</button></form></dialog>
<script>{script}</script>
</body>
</html>
"""

OUTPUT = OutputKind(title="HTML, one file that presents in any browser", render=render)
