"""The logo of a brand: of the files that it names, the one for light backgrounds and the one for dark ones."""

from __future__ import annotations

from deckmaker.model.diagnostic import Position
from deckmaker.model.theme import Wordmark
from deckmaker.reading.brand_file import Logo, LogoFile, LogoPair, Word, Words
from deckmaker.reading.brand_fonts import Load
from deckmaker.reading.decoding import shortened
from deckmaker.reading.form import Form
from deckmaker.reading.image_content import Flaw, checked

_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def wordmark_of(form: Form, words: Words, logo: Logo | None, load: Load) -> Wordmark:
    """The words set in type and, where the brand names files, its logos."""
    typed = Wordmark(words=words.words, subline=words.subline)
    pair = _pair(form, logo) if logo else None
    if logo is None or pair is None:
        return typed
    light = _file(pair.light, logo)
    dark = _file(pair.dark, logo) if pair.dark else None
    if not (light.alt or (dark and dark.alt) or logo.alt):
        hint = "write  alt: …  with the words that the logo shows"
        place = light.path.position
        form.problem("missing-alt", "the logo has no words for people who do not see it", place, hint)
    return Wordmark(
        words=words.words,
        subline=words.subline,
        image=_picture(form, light.path, load),
        image_on_dark=_picture(form, dark.path, load) if dark else b"",
        alternative_text=light.alt or (dark.alt if dark else "") or logo.alt,
    )


def _pair(form: Form, logo: Logo) -> LogoPair | None:
    """Which logos are meant: those of medium size, for the foot of a slide is small and a title no poster."""
    chosen = logo.medium or logo.large or logo.small
    if chosen is None and logo.path is not None:
        return LogoPair(light=logo.path)
    if chosen is None:
        hint = "write  path: logo.png  and  alt: …  or  medium: …  with the name of an image"
        form.problem("missing-key", "‘logo’ names no file", logo.position or Position(""), hint)
    return chosen


def _file(word: Word, logo: Logo) -> LogoFile:
    """The image of that name, or else the file of that name."""
    return logo.images.get(word.text) or LogoFile(path=word)


def _picture(form: Form, path: Word, load: Load) -> bytes:
    """The bytes of a picture that can be shown; none where there is a problem with it."""
    try:
        content = load(path.text)
    except FileNotFoundError:
        hint = "the path begins at the folder of the brand file; leave ‘logo’ out to have the name set in type"
        form.problem("missing-file", f"there is no logo file ‘{shortened(path.text)}’", path.position, hint)
        return b""
    if not content.startswith(_STARTS):
        message = f"‘{shortened(path.text)}’ is no PNG or JPEG picture"
        form.problem("bad-logo", message, path.position, "save it as PNG")
        return b""
    found = checked(path.text, content)
    if isinstance(found, Flaw):
        form.problem("bad-logo", f"the logo ‘{shortened(path.text)}’ {found.message}", path.position, found.hint)
        return b""
    return found.content
