"""``deckmaker graphic``: one figure as a picture of its own, or every kind of graphic on one page."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from deckmaker.cli.console import Console
from deckmaker.cli.exit_codes import AUTHOR
from deckmaker.workspace import Workspace

if TYPE_CHECKING:
    from deckmaker.cli.alone import Alone
    from deckmaker.discovery import Features

ENDINGS = (".svg", ".png", ".pdf")
_NAMED = {"a4": (595.0, 842.0), "square": (648.0, 648.0)}
_POINTS_A_PIXEL = 3 / 5
_LEAST, _MOST = 400, 4000


class Size(click.ParamType[tuple[float, float]]):
    """A size in pixels, or the name of one; told in points."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[float, float]:
        if isinstance(value, tuple):
            return value
        if value in _NAMED:
            return _NAMED[value]
        found = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", str(value))
        sides = [int(side) for side in found.groups()] if found else []
        if not sides or not all(_LEAST <= side <= _MOST for side in sides):
            self.fail(f"‘{value}’ is no size: write 1600x900, a4 or square; a side has {_LEAST} to {_MOST}", param, ctx)
        return sides[0] * _POINTS_A_PIXEL, sides[1] * _POINTS_A_PIXEL


@click.command()
@click.argument("name", metavar="[STATISTIC]", required=False)
@click.option("--kind", metavar="KIND", help="Another graphic than the usual one.")
@click.option("--size", type=Size(), default="1600x900", show_default=True, help="Pixels, or a4 or square.")
@click.option("--dark", is_flag=True, help="On the dark background.")
@click.option("-o", "--output", metavar="FILE", help="Where it goes: a name that ends in .svg, .png or .pdf.")
@click.option("--gallery", metavar="FOLDER", help="Draw every kind, light and dark, with a page to look at.")
@click.pass_context
def graphic(
    ctx: click.Context,
    name: str | None,
    kind: str | None,
    size: tuple[float, float],
    dark: bool,
    output: str | None,
    gallery: str | None,
) -> None:
    """Draw one figure of the evidence library, with its claim and its source.

    \b
    Examples:
      deckmaker graphic camhs-under-twos -o camhs.svg
      deckmaker graphic camhs-under-twos --kind big-number --size square --dark -o card.png
      deckmaker graphic --gallery graphics
    """
    workspace = ctx.ensure_object(Workspace)
    if gallery is None:
        _check_asked(name, output)
    from deckmaker.cli.alone import Alone
    from deckmaker.discovery import Features

    features = Features()
    alone, console = Alone(workspace, features), Console(workspace)
    if gallery is not None:
        for file in workspace.save(alone.gallery(), gallery):
            if file.endswith(".html"):
                console.say(file)
        return
    statistic = _known(str(name), kind, alone, features)
    problem = alone.problem(statistic, kind, size, dark)
    if problem:
        console.problems((problem,))
        ctx.exit(AUTHOR)
    target = PurePath(str(output))
    content = alone.drawn(statistic, kind, size, dark, target.suffix.casefold())
    for file in workspace.save({target.name: content}, str(target.parent)):
        console.say(file)


def _check_asked(name: str | None, output: str | None) -> None:
    if not name:
        raise click.UsageError("name a statistic: deckmaker library list statistics")
    if not output or PurePath(output).suffix.casefold() not in ENDINGS:
        raise click.UsageError("say where it goes: -o and a name that ends in .svg, .png or .pdf")


def _known(name: str, kind: str | None, alone: Alone, features: Features) -> Any:
    from deckmaker.model.diagnostic import did_you_mean

    records, kinds = alone.library.statistics, features.names("graphics")
    if name not in records:
        raise click.UsageError(f"the library has no statistic ‘{name}’: {did_you_mean(name, tuple(records))}")
    if kind is not None and kind not in kinds:
        raise click.UsageError(f"there is no graphic ‘{kind}’: {did_you_mean(kind, kinds)}")
    return records[name]


COMMAND = graphic
