"""``--size``: how many pixels pictures of slides have."""

from __future__ import annotations

import re
from typing import Any

import click

LEAST, MOST = 160, 7680
"""Pixels of a side: below, nothing can be read; 7,680 are the widest screens."""
_SIZE = re.compile(r"(\d{1,6})x(\d{1,6})", re.ASCII)


class PictureSize(click.ParamType[tuple[int, int]]):
    """Pixels across and down: ``1920x1080``."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        if isinstance(value, tuple):
            return value
        found = _SIZE.fullmatch(str(value).replace("×", "x").casefold())
        if not found:
            return self.fail(f"‘{value}’ is no size: write it like 1920x1080", param, ctx)
        width, height = int(found[1]), int(found[2])
        if not all(LEAST <= side <= MOST for side in (width, height)):
            self.fail(f"‘{value}’ cannot be drawn: a side has {LEAST} to {MOST:,} pixels", param, ctx)
        return width, height
