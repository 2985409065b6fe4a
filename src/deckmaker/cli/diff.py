"""``deckmaker diff``: what has changed between two presentations, slide by slide."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

import click

from deckmaker.cli.console import Console
from deckmaker.cli.report import counted
from deckmaker.cli.reports import json_option
from deckmaker.workspace import Workspace

if TYPE_CHECKING:
    from deckmaker.auditing.difference import Pair
    from deckmaker.cli.paired import Compared

VERSION = 1
"""Goes up when something in the JSON is renamed, is gone or means something else."""

_WHAT = {"added": "green", "removed": "red", "changed": "yellow", "moved": "cyan", "moved and changed": "yellow"}


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--html", "html", metavar="FILE", help="Write a page with both side by side: pictures and words.")
@json_option
@click.pass_context
def diff(ctx: click.Context, old: str, new: str, html: str | None, as_json: bool) -> None:
    """Say what has changed between two presentations, slide by slide.

    Slides that were added, removed, moved or changed are told, with words and figures before and after. OLD and NEW
    are .pptx files, deck specs or names of decks. OLD may be a git revision: the deck that NEW names, as it was then.
    git:REVISION:FILE is any file of a revision. A spec of a revision is built with the brand and the library that
    stand beside it there. Of a spec that makes several presentations, all are compared.

    \b
    Examples:
      deckmaker diff last-year.pptx output/my-talk.pptx
      deckmaker diff HEAD~3 my-talk
      deckmaker diff git:v1:decks/my-talk.yaml my-talk --html changes.html
    """
    from deckmaker.cli.paired import compared
    from deckmaker.cli.revisions import versions

    workspace = ctx.ensure_object(Workspace)
    console = Console(workspace)
    olds, news = versions(old, new, workspace), versions(new, old, workspace)
    decks, remark = compared(olds, news)
    for words in dict.fromkeys((*(one.remark for one in (*olds, *news)), remark)):
        if words:
            console.problem(words)
    if as_json:
        data = {"version": VERSION, "remark": remark, "decks": [_as_data(deck) for deck in decks]}
        console.say(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for deck in decks:
            if len(decks) > 1:
                console.say(click.style(deck.deck, bold=True))
            for line in (line for pair in deck.told for line in _lines(pair, console.width)):
                console.say(line)
            if deck.renumbered:
                console.say(_renumbered(deck))
            console.say(f"{_result(deck)}{chr(10) if deck is not decks[-1] else ''}")
    if html:
        _write_page(html, decks, console)


def _result(deck: Compared) -> str:
    if not deck.told:
        return f"no difference in {counted(deck.unchanged, 'slide')}"
    if deck.old is None or deck.new is None:
        return f"{counted(len(deck.told), 'slide')}, in the {'new' if deck.new else 'old'} one only"
    differ = "differs" if len(deck.told) == 1 else "differ"
    return f"{counted(len(deck.told), 'slide')} {differ}, {deck.unchanged} unchanged"


def _renumbered(deck: Compared) -> str:
    """The references whose numbers moved on; marks alone are no change, and old texts are told with new numbers."""
    numbers = ", ".join(f"[{old}] → [{new}]" for old, new in deck.renumbered)
    return f"references have other numbers: {numbers}; such marks count as unchanged"


def _lines(pair: Pair, width: int) -> Iterator[str]:
    from deckmaker.auditing.difference import figures_changed
    from deckmaker.auditing.finding import brief as short

    old, new = pair.old, pair.new
    place = " → ".join(str(slide.number) for slide in (old, new) if slide)
    if old and new and old.number == new.number:
        place = str(new.number)
    slide = new or old
    title = short(slide.title, 80) if slide and slide.title else "without a title"
    yield f"{click.style(pair.what, fg=_WHAT[pair.what], bold=True)}  slide {place}  {title}"
    if pair.layout_changed and old and new:
        yield f"    layout: {short(old.layout)} → {short(new.layout)}"
    if pair.look_changed:
        yield "    pictures, or fonts and colours set by hand, differ"
    for change in pair.changes:
        gone, came = figures_changed(change)
        figures = f"  [figures: {', '.join(gone) or 'none'} → {', '.join(came) or 'none'}]" if gone or came else ""
        yield f"    {short(change.place[:1].upper() + change.place[1:], 30)}{figures}"
        for sign, words, colour in (("-", change.before, "red"), ("+", change.after, "green")):
            if words:
                first, rest = f"      {sign} ", " " * 8
                yield click.style(fill(short(words, 400), max(width, 40), initial_indent=first, subsequent_indent=rest,
                                       break_long_words=False, break_on_hyphens=False), fg=colour)  # fmt: skip


def _as_data(deck: Compared) -> dict[str, Any]:
    return {
        "deck": deck.deck,
        "old": deck.old and deck.old.name,
        "new": deck.new and deck.new.name,
        "unchanged": deck.unchanged,
        "renumbered": [{"old": old, "new": new} for old, new in deck.renumbered],
        "slides": [_slide_as_data(pair) for pair in deck.told],
    }


def _slide_as_data(pair: Pair) -> dict[str, Any]:
    from deckmaker.auditing.difference import figures_changed

    return {
        "what": pair.what,
        "old": pair.old and {"number": pair.old.number, "title": pair.old.title, "layout": pair.old.layout},
        "new": pair.new and {"number": pair.new.number, "title": pair.new.title, "layout": pair.new.layout},
        "layout_changed": pair.layout_changed,
        "look_changed": pair.look_changed,
        "changes": [
            {
                "place": one.place,
                "before": one.before,
                "after": one.after,
                "figures_gone": list(figures_changed(one)[0]),
                "figures_new": list(figures_changed(one)[1]),
            }
            for one in pair.changes
        ],
    }


def _write_page(file: str, decks: Sequence[Compared], console: Console) -> None:
    from deckmaker.auditing.side_by_side import Side, page

    sides, remarks = list[Side](), dict[str, None]()
    for deck in decks:
        pictures, remark = _pictures(deck, console)
        names = (deck.old.name if deck.old else "no such deck", deck.new.name if deck.new else "no such deck")
        heading = deck.deck if len(decks) > 1 else ""
        remarks_here = [one for one in (remark, _renumbered(deck) if deck.renumbered else "") if one]
        told = " ".join(f"{one[0].upper()}{one[1:].rstrip('.')}." for one in remarks_here)
        sides.append(Side(names=names, pairs=deck.pairs, pictures=pictures, remark=told, heading=heading))
        if remark:
            remarks[remark] = None
    target = Path(file)
    saved = console.workspace.save({target.name: page(sides).encode("utf-8", "replace")}, target.parent)
    for remark in remarks:
        console.problem(remark)
    console.say(saved[0])


def _pictures(deck: Compared, console: Console) -> tuple[tuple[Mapping[int, bytes], Mapping[int, bytes]], str]:
    """PNG files of the slides that differ, by number, of the old and the new; and why there are none."""
    from deckmaker.cli.thumbnails import thumbnails

    if any(slide is not None and slide.hidden for pair in deck.pairs for slide in (pair.old, pair.new)):
        return ({}, {}), "LibreOffice leaves hidden slides out, so there are words in place of pictures."
    wanted = {p.old.number for p in deck.told if p.old}, {p.new.number for p in deck.told if p.new}
    drawn: list[Mapping[int, bytes]] = []
    for version, numbers in zip((deck.old, deck.new), wanted, strict=True):
        pictures: Mapping[int, bytes] | str = {}
        if version is not None and numbers:
            console.progress(f"drawing slides of {deck.deck} …")
            pictures = thumbnails(version.data, numbers)
        if isinstance(pictures, str):
            return ({}, {}), pictures
        drawn.append(pictures)
    return (drawn[0], drawn[1]), ""


COMMAND = diff
