"""Reads a brand file into a theme: every colour a value, every role a colour, every font one that can be measured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import fields
from typing import Any

from deckmaker.layout.branded import WIDEST_FOOTER, footer_box
from deckmaker.model.diagnostic import Diagnostic, Position
from deckmaker.model.frozen import frozen
from deckmaker.model.theme import Theme
from deckmaker.reading.brand_file import READERS, BrandFile, Color, Word, read_brand_file
from deckmaker.reading.brand_fonts import Load, font_choices
from deckmaker.reading.brand_logo import wordmark_of
from deckmaker.reading.decoding import shortened
from deckmaker.reading.form import Form, TooManyProblems
from deckmaker.reading.tree import read_tree
from deckmaker.reading.wording import suggestion

ROLES = (
    "title", "focus", "rest", "on-dark", "focus-on-dark", "rest-on-dark", "secondary-on-dark",
)  # fmt: skip
"""Roles under ``defaults: deckmaker: roles``. ``ink``, ``background``, ``secondary`` are the convention's."""
SLOTS = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip
"""PowerPoint's theme colours."""

_FROM_THE_CONVENTION = {"ink": "foreground", "background": "background", "secondary": "secondary"}
_VALUE = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


@frozen
class Brand:
    """A theme, and where the brand file gives each colour and role."""

    theme: Theme
    places: Mapping[str, Position]
    file: str


def read_brand(file: str, content: bytes, load: Load) -> tuple[Brand | None, tuple[Diagnostic, ...]]:
    """The brand in a file; nothing if there are problems with it."""
    tree = read_tree(file, content)
    if tree.root is None:
        return None, tree.problems
    form = Form(READERS)
    theme: Theme | None = None
    places: dict[str, Position] = {}
    with suppress(TooManyProblems):
        written = read_brand_file(form, tree.root)
        if isinstance(written, BrandFile):
            theme = _theme(form, written, load, places)
    problems = (*tree.problems, *form.problems)
    return (Brand(theme, places, file) if theme and not problems else None), problems


def _theme(form: Form, written: BrandFile, load: Load, places: dict[str, Position]) -> Theme | None:
    extras = written.defaults.deckmaker
    palette = _palette(form, written.color.palette)
    places.update({name: word.position for name, word in written.color.palette.items()})
    roles = _roles(form, written, palette, places)
    named = (*written.color.palette, *roles)
    for word in (*extras.series, *extras.dark, *extras.slots.values()):
        _check_known(form, word, named)
    _check_complete(form, "slot", extras.slots, SLOTS, extras.position)
    if not extras.series:
        message = "‘series’ names no colour, and data need one"
        form.problem("missing-colour", message, _place(extras.position), "write  series: [plum, coral]")
    wordmark = wordmark_of(form, extras.wordmark, written.logo, load)
    live, drawn = font_choices(form, written, load)
    if form.problems:
        return None
    link = written.meta.link.home if written.meta.link else ""
    theme = Theme(
        name=extras.name,
        palette=palette,
        roles=roles,
        slots={slot: _meant(str(extras.slots[slot]), palette, roles) for slot in SLOTS},
        series=tuple(_meant(str(word), palette, roles) for word in extras.series),
        dark=frozenset(_meant(str(word), palette, roles) for word in extras.dark),
        live=live,
        drawn=drawn,
        wordmark=wordmark,
        motif=extras.motif,
        footer=" ".join(extras.footer.text.split()) if extras.footer else "",
        address=re.sub(r"^https?://|/$", "", link),
        organisation=written.meta.name.full if written.meta.name else "",
    )
    if extras.footer and footer_box(theme).width > WIDEST_FOOTER:
        message = f"the footer is {footer_box(theme).width:.0f} points wide; there is room for {WIDEST_FOOTER:.0f}"
        form.problem("too-much-text", message, extras.footer.position, "take fewer words: it stands on every slide")
    return theme


def _palette(form: Form, written: Mapping[str, Word]) -> dict[str, str]:
    """Values by name. A name may stand for another name."""
    palette: dict[str, str] = {}
    for name, word in written.items():
        meant, seen = word, [name]
        while meant.text in written and meant.text not in seen:
            seen.append(meant.text)
            meant = written[meant.text]
        if _VALUE.fullmatch(meant.text):
            digits = meant.text[1:].upper()
            palette[name] = "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))
        elif not word.text:
            hint = f'put the value in quotes, for # begins a comment:  {name}: "#4B2352"'
            form.problem("bad-colour", f"the colour ‘{name}’ has no value", word.position, hint)
        elif word.text not in written:
            message = f"‘{shortened(word.text)}’ is no colour value, and no colour of this brand"
            hint = 'write it in quotes, # and six digits or letters from a to f:  "#4B2352"'
            if not word.text.startswith("#"):
                hint = suggestion(word.text, tuple(written)) or hint
            form.problem("bad-colour", message, word.position, hint)
        elif meant.text in seen:
            form.problem("bad-colour", f"the colour ‘{name}’ stands for itself", word.position, "give it a value")
    return palette


def _meant(name: str, palette: Mapping[str, str], roles: Mapping[str, str]) -> str:
    """The palette name behind a name that is known."""
    while name not in palette:
        name = roles[name]
    return name


def _roles(form: Form, written: BrandFile, palette: Mapping[str, str], places: dict[str, Position]) -> dict[str, str]:
    extras = written.defaults.deckmaker
    said: dict[str, Word] = {}
    for key in fields(Color):
        word: Any = getattr(written.color, key.name)
        if isinstance(word, Word):
            said[key.name] = word
    said.update({role: said[key] for role, key in _FROM_THE_CONVENTION.items()})
    said.update(extras.roles)
    for word in {word.position: word for word in said.values()}.values():
        _check_known(form, word, (*written.color.palette, *said))
    for role, word in said.items():
        if _goes_round(role, said, written.color.palette):
            form.problem(
                "bad-colour", f"the role ‘{role}’ stands for itself", word.position, "name a colour of the palette"
            )
    _check_complete(form, "role", extras.roles, ROLES, extras.position)
    if "hairline" not in palette and "hairline" not in said:
        form.problem(
            "missing-role", "the brand has no ‘hairline’, the colour of thin lines", _place(written.color.position)
        )
    for role, word in said.items():
        places.setdefault(role, word.position)
    return {role: str(word) for role, word in said.items() if role != str(word)}


def _goes_round(role: str, said: Mapping[str, Word], palette: Mapping[str, Word]) -> bool:
    name, seen = str(said[role]), {role}
    while name in said and name not in palette:
        if name in seen:
            return True
        seen.add(name)
        name = str(said[name])
    return False


def _check_known(form: Form, word: Word, names: Iterable[str]) -> None:
    known = tuple(dict.fromkeys(names))
    if word.text not in known:
        message = f"this brand has no colour ‘{shortened(word.text)}’"
        form.problem("unknown-colour", message, word.position, suggestion(word.text, known))


def _check_complete(
    form: Form, kind: str, given: Mapping[str, Word], wanted: tuple[str, ...], place: Position | None
) -> None:
    missing = [name for name in wanted if name not in given]
    if missing:
        message = f"the brand has no {kind} {_listed(missing)}"
        form.problem(f"missing-{kind}", message, _place(place), f"write  {missing[0]}: …  under  {kind}s:")
    if kind == "slot":
        for name in given.keys() - set(wanted):
            hint = suggestion(name, wanted)
            form.problem("unknown-slot", f"PowerPoint has no theme colour ‘{name}’", given[name].position, hint)


def _place(position: Position | None) -> Position:
    if position is None:
        raise ValueError("a record that was read has a place")
    return position


def _listed(names: list[str]) -> str:
    quoted = [f"‘{name}’" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
