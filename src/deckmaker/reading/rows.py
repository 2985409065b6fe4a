"""Reads the rows of a table: as many cells in every row as in the header, none of them empty."""

from __future__ import annotations

from typing import Any

from deckmaker.model.text import Text
from deckmaker.reading import tree
from deckmaker.reading.form import UNREAD, Form
from deckmaker.reading.tree import Node, Scalar
from deckmaker.reading.wording import is_empty

FEWEST_COLUMNS, MOST_COLUMNS = 2, 6
MOST_ROWS = 200
_HOW = "write one row a line, the header first:\nrows:\n  - [Place, Teams]\n  - [One town, one]"


def read_rows(form: Form, node: Node, name: str) -> Any:
    """The rows as tuples of texts, the header first, or ``UNREAD``."""
    if not isinstance(node, tree.Sequence):
        return form.problem("wrong-value", f"{name} should be a list of rows", node.position, _HOW)
    if len(node.items) < 2:
        return form.problem("wrong-value", "a table needs its header and one row below it", node.position, _HOW)
    if len(node.items) > MOST_ROWS:
        message = f"this table has {len(node.items):,} rows; nobody reads more than {MOST_ROWS} from slides"
        return form.problem("wrong-value", message, node.position, "hand it out, and show what it comes to")
    rows = [_row(form, item, number) for number, item in enumerate(node.items, start=1)]
    if UNREAD in rows or not _is_even(form, node):
        return UNREAD
    return tuple(rows)


def _row(form: Form, node: Node, number: int) -> Any:
    if not isinstance(node, tree.Sequence):
        return form.problem("wrong-value", f"row {number} of this table is no list of cells", node.position, _HOW)
    cells = [_cell(form, item, number, place) for place, item in enumerate(node.items, start=1)]
    return UNREAD if UNREAD in cells else tuple(cells)


def _cell(form: Form, node: Node, row: int, column: int) -> Any:
    if isinstance(node, Scalar) and is_empty(node):
        message = f"cell {column} of row {row} of this table is empty"
        hint = "write ‘–’ where there is nothing to tell" if row > 1 else "say what stands in this column, in a word"
        return form.problem("empty", message, node.position, hint)
    return form.read(Text, node, f"cell {column} of row {row}")


def _is_even(form: Form, table: tree.Sequence) -> bool:
    """Whether every row has as many cells as the header, and the header a number of them that can be read."""
    lengths = [len(row.items) for row in table.items if isinstance(row, tree.Sequence)]
    header = lengths[0]
    if not FEWEST_COLUMNS <= header <= MOST_COLUMNS:
        many = f"{header} column{'' if header == 1 else 's'}"
        hint = "leave some out, or make two tables" if header > MOST_COLUMNS else "with one column, write a list"
        message = f"this table has {many}; it should have {FEWEST_COLUMNS} to {MOST_COLUMNS}"
        form.problem("wrong-value", message, table.items[0].position, hint)
        return False
    ragged = [number for number, length in enumerate(lengths) if length != header]
    for number in ragged:
        told = f"{lengths[number]} cell{'' if lengths[number] == 1 else 's'}"
        message = f"row {number + 1} of this table has {told}, its header has {header}"
        hint = "put a cell with a comma in it in quotes, and write ‘–’ where there is nothing to tell"
        form.problem("ragged-table", message, table.items[number].position, hint)
    return not ragged
