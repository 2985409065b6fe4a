"""How a statistic may be drawn, and how it may not."""

from __future__ import annotations

from dataclasses import field

from deckmaker.model.frozen import frozen


@frozen(kw_only=True)
class RefusedGraphic:
    """A way of drawing that would mislead, and why."""

    kind: str
    because: str


@frozen(kw_only=True)
class Drawing:
    """How a figure may be drawn: the usual way first, others that are honest, and those that are not."""

    default: str
    allowed: tuple[str, ...] = ()
    refused: tuple[RefusedGraphic, ...] = ()
    icon: str = ""
    unit_name: str = field(default="", metadata={"doc": "what one symbol stands for, e.g. ‘baby’"})
    unit_plural: str = ""
    base: str = field(default="", metadata={"doc": "statistic that gives the reference line"})
    beside: str = field(default="", metadata={"doc": "statistic whose count is drawn beside this one, on one scale"})
    rest: str = field(default="", metadata={"doc": "what the rest of the whole is called, e.g. ‘other areas’"})
