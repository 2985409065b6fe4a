"""The data sheet behind a native chart: the small workbook that “Edit data” opens."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from deckmaker.model.frame import Chart

SHEET = "Sheet1"
"""The name that PowerPoint gives to the sheet of a chart of its own."""
_OLDEST = datetime(1980, 1, 1)  # noqa: DTZ001 - a fixed day without a zone, so that the bytes are the same everywhere
_NAMES_WIDTH, _NUMBERS_WIDTH = 44, 22


def workbook(chart: Chart) -> bytes:
    """An ``.xlsx`` file: names in the first column, a column for each series. The same chart gives the same bytes."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # few decks have a chart

    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": _OLDEST})
        sheet = book.add_worksheet(SHEET)
        number, wrapped = book.add_format({"num_format": chart.number_format}), book.add_format({"text_wrap": True})
        sheet.set_column(0, 0, _NAMES_WIDTH)
        sheet.set_column(1, len(chart.series), _NUMBERS_WIDTH)
        for row, name in enumerate(chart.categories, start=1):
            sheet.write_string(row, 0, name, wrapped)
        for column, series in enumerate(chart.series, start=1):
            sheet.write_string(0, column, series.name, wrapped)
            for row, value in enumerate(series.values, start=1):
                sheet.write_number(row, column, value, number)
    return stream.getvalue()


def names_of(count: int) -> str:
    """The cells that hold this many names of categories."""
    return f"{SHEET}!$A$2:$A${count + 1}"


def name_of(series: int) -> str:
    """The cell that holds the name of a series, counted from 0."""
    return f"{SHEET}!${_column(series)}$1"


def values_of(series: int, count: int) -> str:
    """The cells that hold this many values of a series, counted from 0."""
    column = _column(series)
    return f"{SHEET}!${column}$2:${column}${count + 1}"


def _column(series: int) -> str:
    return chr(ord("B") + series)
