"""Examines a presentation file for what makes PowerPoint repair or refuse it."""

from __future__ import annotations

from deckmaker.outputs.pptx.integrity.archive import taken_apart
from deckmaker.outputs.pptx.integrity.document import DOCUMENT
from deckmaker.outputs.pptx.integrity.elements import ELEMENTS
from deckmaker.outputs.pptx.integrity.native import NATIVE
from deckmaker.outputs.pptx.integrity.pages import PAGES
from deckmaker.outputs.pptx.integrity.wiring import WIRING, references


def problems(data: bytes, *, ours: bool = True) -> tuple[str, ...]:
    """Every fault found in the bytes of a file, in plain words, the part's name first; none for a sound file.

    Of a file that is not ``ours``, or was saved by another program, only what sound files never have: PowerPoint itself
    numbers shapes twice, and leaves places that a layout no longer has.
    """
    archive = taken_apart(data, ours=ours)
    if not archive.data:
        return tuple(archive.faults)
    found = [fault for rule in (*WIRING, *DOCUMENT) for fault in rule(archive)]
    for name in archive.parts:
        archive.at = name
        if name in archive.trees:
            found.extend(fault for rule in (references, *PAGES, *ELEMENTS, *NATIVE) for fault in rule(archive))
    return (*archive.faults, *found)
