"""What of a picture file goes into a deck: the picture, and nothing of who took it where."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageChops, PngImagePlugin

from deckmaker.reading.image_content import Checked, Flaw, checked

SECRET = b"Garden Lane 7"
ORIENTATION, ARTIST, GPS = 0x0112, 0x013B, 0x8825


def picture(mode: str = "RGB") -> Image.Image:
    """Wider than high, its left half darker."""
    image = Image.new("RGB", (60, 40), (230, 210, 190))
    image.paste((90, 40, 80), (0, 0, 30, 40))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **more: object) -> bytes:
    made = BytesIO()
    image.save(made, kind, **more)
    return made.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    made = Image.Exif()
    made[ORIENTATION], made[ARTIST] = orientation, SECRET.decode()
    made.get_ifd(GPS)[1] = "N"
    return made


def taken(name: str, content: bytes) -> Checked:
    found = checked(name, content)
    assert isinstance(found, Checked), found
    return found


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def with_text() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", SECRET.decode())
    return info


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", saved(picture(), "JPEG", exif=exif(), comment=SECRET)),
        ("a.jpg", saved(picture(), "JPEG", exif=exif(), comment=SECRET, progressive=True)),
        ("a.png", saved(picture(), "PNG", pnginfo=with_text(), exif=exif())),
        ("a.gif", saved(picture("P"), "GIF", comment=SECRET)),
    ],
)
def test_nothing_is_told_of_who_took_a_picture_and_where(name: str, content: bytes) -> None:
    assert SECRET in content
    lean = taken(name, content).content
    assert SECRET not in lean
    assert not opened(lean).getexif()


@pytest.mark.parametrize(
    ("name", "kind", "mode"), [("a.jpg", "JPEG", "RGB"), ("a.png", "PNG", "RGBA"), ("a.gif", "GIF", "P")]
)
def test_the_picture_itself_stays_as_it_is(name: str, kind: str, mode: str) -> None:
    content = saved(picture(mode), kind)
    before, after = opened(content).convert("RGB"), opened(taken(name, content).content).convert("RGB")
    assert ImageChops.difference(before, after).getbbox() is None


def test_colour_profiles_are_kept() -> None:
    profile = b"profile " * 20
    lean = taken("a.jpg", saved(picture(), "JPEG", icc_profile=profile, exif=exif())).content
    assert opened(lean).info["icc_profile"] == profile


def test_what_follows_a_picture_in_its_file_is_left_out() -> None:
    for name, kind in (("a.jpg", "JPEG"), ("a.png", "PNG")):
        assert SECRET not in taken(name, saved(picture(), kind) + SECRET).content


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_photograph_that_lies_on_its_side_is_put_upright(orientation: int) -> None:
    found = taken("a.jpg", saved(picture(), "JPEG", quality=95, exif=exif(orientation)))
    upright = opened(found.content)
    assert upright.size == (found.width, found.height) == ((60, 40) if orientation < 5 else (40, 60))
    assert not upright.getexif()
    if orientation == 6:  # a quarter turn clockwise: the left half is on top then
        grey = upright.convert("L").tobytes()
        assert grey[5 * 40 + 20] < 120 < grey[55 * 40 + 20]


def test_the_colours_of_print_become_those_of_a_screen() -> None:
    assert opened(taken("a.jpg", saved(picture("CMYK"), "JPEG")).content).mode == "RGB"


def test_a_picture_that_moves_is_refused() -> None:
    frames = [picture("P"), Image.new("P", (60, 40), 3)]
    found = checked("a.gif", saved(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    assert isinstance(found, Flaw)
    assert found.code == "moving-picture"


def test_the_same_file_gives_the_same_bytes() -> None:
    content = saved(picture(), "JPEG", exif=exif(6))
    assert taken("a.jpg", content).content == taken("a.jpg", content).content
