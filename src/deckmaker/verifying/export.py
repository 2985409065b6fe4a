"""A library as one JSON document: every field of every record, in the library’s own order.

Keys are those of the library’s files. A citation names its source by identifier; what stands in a file’s place is
left out. The same library gives the same bytes.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from deckmaker.model.evidence import Citation, Library
from deckmaker.model.text import Text

KINDS = ("messages", "quotations", "statistics", "diagrams", "sources")
"""The kinds of record, in the order of the document."""


def exported(library: Library) -> str:
    """The document, ending in a line’s end. Each kind is an object whose keys are the records’ identifiers."""
    document = {kind: {name: as_data(record) for name, record in getattr(library, kind).items()} for kind in KINDS}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def as_data(value: Any) -> Any:
    """A record, or a part of one, as JSON has it."""
    match value:
        case Text():
            return str(value)
        case Citation():
            return {"source": value.source.id, **_fields(value, "source")}
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case float() if value == int(value):
            return int(value)
        case dict():
            return {str(key): as_data(one) for key, one in value.items()}
        case tuple() | list():
            return [as_data(one) for one in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return _fields(value)
        case _:
            return value


def _fields(value: Any, *without: str) -> dict[str, Any]:
    kept = (field.name for field in fields(value) if field.name not in (*without, "position"))
    return {name.replace("_", "-"): as_data(getattr(value, name)) for name in kept}
