"""The difference of two presentations as one HTML page that asks for nothing: pictures side by side, texts below."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import field
from difflib import SequenceMatcher
from html import escape

from deckmaker.auditing.comparing import Change
from deckmaker.auditing.difference import Pair
from deckmaker.auditing.seen import SeenSlide
from deckmaker.model.frozen import frozen

_STYLE = """
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1.5rem;background:#fffaf3;color:#2b1b2e}
h1{font-size:1.6rem}
h2,h3{font-size:1.15rem;margin:0 0 .6rem}section{border-top:2px solid #d9cdc0;padding:1.2rem 0}
h2.deck{font-size:1.35rem;margin:2rem 0 .4rem}.tag{font-size:.85rem;
font-weight:600;padding:.1rem .6rem;border-radius:1rem;background:#4b2352;color:#fff;margin-right:.5rem}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
figure{margin:0}figcaption{font-size:.9rem;margin-bottom:.2rem}
img{width:100%;border:1px solid #93809c}.none{border:1px dashed #93809c;padding:2rem;text-align:center}
table{border-collapse:collapse;table-layout:fixed;width:100%;margin-top:1rem}
th,td{border:1px solid #d9cdc0;padding:.4rem .6rem;text-align:left;
vertical-align:top;overflow-wrap:anywhere}thead th:first-child{width:9rem}th[scope=row]{font-weight:600}
del{background:#f8d7d0;color:#7a1f0c}ins{background:#d5ede4;color:#0b4a3a;text-decoration:underline}
@media (prefers-color-scheme:dark){body{background:#1f1622;color:#f7ebdd}th,td,section{border-color:#5b4a60}
del{background:#5c2418;color:#ffd9d0}ins{background:#134a3a;color:#d5f5e8}}
@media (max-width:40rem){.pair{grid-template-columns:1fr}}
"""


@frozen(kw_only=True)
class Side:
    """Two presentations to show: their ``names``, their slides, and PNG files by slide number, of the old and the new.

    ``heading`` names the deck where there are several; ``remark`` says why there are no pictures.
    """

    names: tuple[str, str]
    pairs: Sequence[Pair]
    pictures: tuple[Mapping[int, bytes], Mapping[int, bytes]] = field(default=({}, {}), repr=False)
    remark: str = ""
    heading: str = ""


def page(sides: Sequence[Side]) -> str:
    """The whole page."""
    title = " and ".join(dict.fromkeys(sides[0].names)) if len(sides) == 1 else ", ".join(s.heading for s in sides)
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{_STYLE}</style></head><body><h1>{escape(title)}</h1>{''.join(map(_side, sides))}</body></html>\n"
    )


def _side(side: Side) -> str:
    told = [pair for pair in side.pairs if pair.what != "unchanged"]
    same = len(side.pairs) - len(told)
    summary = ", ".join(
        f"{count} {what}"
        for what in ("added", "removed", "moved", "changed", "moved and changed")
        if (count := sum(pair.what == what for pair in told))
    )
    names = f"<p>{escape(side.names[0])} → {escape(side.names[1])}</p>"
    return (
        f"{f'<h2 class=deck>{escape(side.heading)}</h2>{names}' if side.heading else ''}"
        f"<p>{summary or 'No slide differs'}; {same} unchanged.</p>"
        f"{f'<p>{escape(side.remark)}</p>' if side.remark else ''}"
        f"{''.join(_section(pair, side.pictures, 'h3' if side.heading else 'h2') for pair in told)}"
    )


def _section(pair: Pair, pictures: tuple[Mapping[int, bytes], Mapping[int, bytes]], level: str) -> str:
    slide = pair.new or pair.old
    title = slide.title if slide else ""
    rows = "".join(_row(change) for change in pair.changes)
    table = ""
    if rows:
        table = (
            '<table><thead><tr><th scope="col">Where</th><th scope="col">Before</th><th scope="col">After</th></tr>'
            f"</thead><tbody>{rows}</tbody></table>"
        )
    layout = ""
    if pair.layout_changed and pair.old and pair.new:
        layout = f"<p>Layout: {escape(pair.old.layout)} → {escape(pair.new.layout)}</p>"
    if pair.look_changed:
        layout += "<p>Pictures, or fonts and colours set by hand, differ.</p>"
    return (
        f'<section><{level}><span class="tag">{pair.what}</span> {escape(title or "without a title")}</{level}>'
        '<div class="pair">'
        f"{_figure(pair.old, pictures[0], 'before')}{_figure(pair.new, pictures[1], 'after')}</div>"
        f"{layout}{table}</section>"
    )


def _figure(slide: SeenSlide | None, pictures: Mapping[int, bytes], when: str) -> str:
    if slide is None:
        return f'<div class="none">no such slide {when}</div>'
    caption = f"<figcaption>slide {slide.number}, {when}</figcaption>"
    if slide.number not in pictures:
        words = "".join(f"<p>{escape(words)}</p>" for _, words in slide.paragraphs)
        return f"<figure>{caption}{words}</figure>"
    data = b64encode(pictures[slide.number]).decode("ascii")
    alternative = escape(f"Slide {slide.number} {when}: {slide.title}", quote=True)
    return f'<figure>{caption}<img src="data:image/png;base64,{data}" alt="{alternative}"></figure>'


def _row(change: Change) -> str:
    before, after = _marked(change.before, change.after)
    place = escape(change.place[:1].upper() + change.place[1:])
    return f'<tr><th scope="row">{place}</th><td>{before}</td><td>{after}</td></tr>'


def _marked(before: str, after: str) -> tuple[str, str]:
    """Both texts as HTML, with the words that differ marked."""
    old, new = before.split(" "), after.split(" ")
    if len(old) + len(new) > 1200:
        return f"<del>{escape(before)}</del>", f"<ins>{escape(after)}</ins>"
    left, right = [], []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, came = escape(" ".join(old[a:b])), escape(" ".join(new[c:d]))
        left.append(gone if kind == "equal" else gone and f"<del>{gone}</del>")
        right.append(came if kind == "equal" else came and f"<ins>{came}</ins>")
    return " ".join(one for one in left if one), " ".join(one for one in right if one)
