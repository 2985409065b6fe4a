"""Numbers of the source that are no statistic, or repeat one."""

from __future__ import annotations

from dataclasses import field

from deckmaker.model.diagnostic import Position
from deckmaker.model.frozen import frozen


@frozen(kw_only=True)
class Numeral:
    """A number that the source prints outside the words of any record.

    ``words`` are the few words in which it stands, in each place. Either it belongs to a ``record``, whose figure is
    printed there once more, or it is no statistic, and ``because`` says why.
    """

    id: str
    words: tuple[str, ...]
    record: str = ""
    because: str = ""
    position: Position | None = field(default=None, compare=False, metadata={"written": False})
