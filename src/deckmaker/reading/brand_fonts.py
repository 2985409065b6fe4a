"""The fonts of a brand: families that can be measured and drawn, with the files that the brand brings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import TypeAlias

from deckmaker.fonts import FontError, facts, families, is_installed
from deckmaker.model.theme import FontChoice, FontFile, FontStyles
from deckmaker.reading.brand_file import BrandFile, Font, FontPath, FontUse, Word
from deckmaker.reading.form import Form
from deckmaker.reading.wording import suggestion

Load: TypeAlias = Callable[[str], bytes]
"""The bytes of a file that lies beside the brand file. Raises ``FileNotFoundError``."""

LARGEST = 8_000_000
"""Bytes of a font file: those for Latin, Greek and Cyrillic have a tenth of that."""
_NEEDED = "".join(map(chr, range(0x20, 0x7F))) + "£€‘’“”–—…•×ŴŵŶŷÂâÊêÎîÔôÛûÄäËëÏïÖöÉé"
"""What a deck is bound to need: plain letters and digits, what typesetting adds, and the accents of Welsh."""


def font_choices(form: Form, written: BrandFile, load: Load) -> tuple[FontChoice, FontChoice]:
    """The fonts of live and of drawn text."""
    extras, typography = written.defaults.deckmaker, written.typography
    own = {font.family: styles for font in typography.fonts if (styles := _styles(form, font, load))}
    live, drawn = _choice(form, extras.live, written, own), _choice(form, extras.drawn, written, own)
    for stated in (typography.base, typography.headings):
        if stated is not None and stated.family.text != live.family:
            hint = f"write  family: {live.family}  or change  live:  under  defaults: deckmaker:"
            message = f"‘{stated.family}’ is not the family of live text, ‘{live.family}’"
            form.problem("unknown-font", message, stated.family.position, hint)
    if drawn.files is None and drawn.family in {font.family for font in typography.fonts if font.source == "system"}:
        _check_installed(form, extras.drawn.family)
    if live.embed:
        _check_licence(form, extras.live, live.files)
    if drawn.embed:
        hint = "take ‘embed’ away here: pictures hold the outlines of their letters"
        form.problem("wrong-value", "drawn text needs no font in the file", extras.drawn.family.position, hint)
    return live, drawn


def _choice(form: Form, use: FontUse, written: BrandFile, own: Mapping[str, FontStyles]) -> FontChoice:
    names = tuple(font.family for font in written.typography.fonts)
    if use.family.text not in names:
        message = f"‘{use.family}’ is not among the fonts of this brand"
        form.problem("unknown-font", message, use.family.position, suggestion(use.family.text, names))
    ruler = use.measured_as or use.family
    known = families()
    if ruler.text not in known and ruler.text not in names_with_files(written):
        message = f"deckmaker does not know how wide the letters of ‘{ruler}’ are"
        hint = (
            f"name a font of the same widths:  measured-as: …  (known are {', '.join(known)}), "
            "or give the font’s files:  source: file  and  files:"
        )
        form.problem("unknown-font", message, ruler.position, hint)
    if not 0.5 <= use.scale <= 2:
        message = f"a scale of {use.scale:g} is not between 0.5 and 2"
        form.problem("wrong-value", message, use.family.position, "1 is the size of live text")
    return FontChoice(
        family=use.family.text,
        measured_as=ruler.text,
        scale=use.scale,
        ruler=own.get(ruler.text),
        files=own.get(use.family.text),
        embed=use.embed,
    )


def names_with_files(written: BrandFile) -> tuple[str, ...]:
    """The families whose files the brand brings, sound or not."""
    return tuple(font.family for font in written.typography.fonts if font.source == "file")


def _styles(form: Form, font: Font, load: Load) -> FontStyles | None:
    """The regular and the bold file of a family; nothing for one without files, or with a problem."""
    if font.position is None:
        raise ValueError("a record that was read has a place")
    if font.source == "system":
        if font.files:
            form.problem("wrong-value", f"‘{font.family}’ has files", font.position, "write  source: file")
        return None
    found: dict[bool, FontFile | None] = {}
    for path in font.files:
        if path.style == "normal":
            bold = path.weight in ("bold", "700")
            found[bold] = _file(form, font, path, bold, load)
    missing = [words for bold, words in ((False, "normal"), (True, "bold")) if bold not in found]
    if missing:
        message = f"‘{font.family}’ has no file of the weight {' and none of the weight '.join(missing)}"
        hint = "write under  files:  an entry  {path: fonts/NAME.ttf, weight: bold}  for each"
        form.problem("missing-file", message, font.position, hint)
    regular, heavy = found.get(False), found.get(True)
    return FontStyles(regular=regular, bold=heavy) if regular and heavy else None


def _file(form: Form, font: Font, path: FontPath, bold: bool, load: Load) -> FontFile | None:
    place = path.path.position
    try:
        content = load(path.path.text)
    except FileNotFoundError:
        hint = "the path begins at the folder of the brand file"
        form.problem("missing-file", f"there is no font file ‘{path.path}’", place, hint)
        return None
    if len(content) > LARGEST:
        message = f"‘{path.path}’ is larger than {LARGEST // 1_000_000} MB"
        form.problem("bad-font", message, place, "take the font’s file for European languages")
        return None
    file = FontFile(path.path.text, sha256(content).hexdigest(), content)
    try:
        said = facts(file)
    except FontError as error:
        hint = "take a TrueType file (.ttf) of this one style, not one for the web, a collection or a variable font"
        form.problem("bad-font", str(error), place, hint)
        return None
    if said.family != font.family:
        message = f"the font in ‘{path.path}’ is called ‘{said.family}’, not ‘{font.family}’"
        form.problem("bad-font", message, place, f"write  family: {said.family}  or name another file")
        return None
    if said.bold is not bold:
        message = f"the font in ‘{path.path}’ is {'bold' if said.bold else 'not bold'}"
        form.problem("bad-font", message, place, "write  weight: bold  beside the bold file, and only there")
        return None
    lacking = said.widths.lacks(_NEEDED)
    if lacking:
        message = f"the font in ‘{path.path}’ has no {' '.join(lacking[:12])}"
        form.problem("bad-font", message, place, "decks need these characters: take a fuller file, or another font")
        return None
    return file


def _check_installed(form: Form, family: Word) -> None:
    if not is_installed(family.text):
        name = family.text.lower().replace(" ", "-")
        hint = f"install the package fontpkg-{name}, or give the font’s files:  source: file  and  files:"
        form.problem("missing-font", f"no file of the font ‘{family}’ is there to draw with", family.position, hint)


def _check_licence(form: Form, use: FontUse, files: FontStyles | None) -> None:
    if files is None:
        hint = "give the font’s files:  source: file  and  files: ; or take ‘embed’ away"
        form.problem("missing-font", f"no file of ‘{use.family}’ is there to embed", use.family.position, hint)
        return
    for file in (files.regular, files.bold):
        because = facts(file).no_embedding
        if because:
            message = f"‘{file.name}’ cannot be embedded: {because}"
            form.problem("no-embedding", message, use.family.position, "take ‘embed’ away, or take another font")
