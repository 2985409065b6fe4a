"""“Reset slide” in PowerPoint changes nothing: what a slide looks like is its layout’s affair alone."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from subprocess import run
from typing import Protocol
from zipfile import ZipFile

import pytest
from lxml import etree
from PIL import Image, ImageChops

from deckmaker.model.deck import LaidOutDeck

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
KEPT_OF_RUNS = {f"{A}hlinkClick", f"{A}extLst"}
Convert = Callable[[Path, Path], Path]


class Built(Protocol):
    """A deck as it was laid out, and the bytes of its file."""

    @property
    def laid_out(self) -> LaidOutDeck: ...

    @property
    def data(self) -> bytes: ...


EveryKind = Callable[[str], Built]


def reset(slide: bytes) -> tuple[bytes, int]:
    """A slide whose placeholders have no place, size, colour, font or spacing of their own; how much was taken off.

    Stays: what the words mean (bold, language, links, the number at which a list goes on). A table or chart stands in
    a frame that must say where it is.
    """
    root, taken = etree.fromstring(slide), 0
    for shape in (*root.iter(f"{P}sp"), *root.iter(f"{P}pic")):
        if next(shape.iter(f"{P}ph"), None) is None:
            continue
        for look in (*shape.iter(f"{P}spPr"), *shape.iter(f"{A}bodyPr"), *shape.iter(f"{A}lstStyle")):
            taken += len(look) + len(look.attrib)
            look.clear()
        for properties in (*shape.iter(f"{A}rPr"), *shape.iter(f"{A}endParaRPr")):
            for name in set(properties.attrib) - {"lang", "b"}:
                del properties.attrib[name]
                taken += 1
            for child in [child for child in properties if child.tag not in KEPT_OF_RUNS]:
                properties.remove(child)
                taken += 1
        for paragraph in shape.iter(f"{A}pPr"):
            taken += len(paragraph.attrib) + sum(child.tag != f"{A}buAutoNum" for child in paragraph)
            paragraph.attrib.clear()
    return etree.tostring(root), taken


def after_reset(data: bytes) -> tuple[bytes, dict[str, int]]:
    """The file with all of its slides reset, and how much was taken off each."""
    stream, taken = BytesIO(), {}
    with ZipFile(BytesIO(data)) as before, ZipFile(stream, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name.startswith("ppt/slides/slide"):
                content, taken[name] = reset(content)
            after.writestr(name, content)
    return stream.getvalue(), taken


def pages(data: bytes, name: str, soffice: Convert, folder: Path) -> list[Image.Image]:
    (folder / f"{name}.pptx").write_bytes(data)
    pdf = soffice(folder / f"{name}.pptx", folder)
    run(["pdftoppm", "-r", "36", "-png", str(pdf), str(folder / name)], check=True)
    return [Image.open(page).convert("RGB") for page in sorted(folder.glob(f"{name}-*.png"))]


@pytest.fixture(scope="module", params=["", "high-contrast"])
def brand(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_placeholders_of_every_kind_carry_no_look_of_their_own(every_kind: EveryKind, brand: str) -> None:
    made = every_kind(brand)
    _, taken = after_reset(made.data)
    assert len(taken) == len(made.laid_out.frames) > 20
    kinds = {f"ppt/slides/slide{n}.xml": s.kind for n, s in enumerate(made.laid_out.slides, start=1)}
    assert {kinds[name]: count for name, count in taken.items() if count} == {}


def test_a_reset_deck_of_every_kind_looks_the_same(every_kind: EveryKind, soffice: Convert, tmp_path: Path) -> None:
    made = every_kind("")
    stripped, _ = after_reset(made.data)
    before = pages(made.data, "before", soffice, tmp_path)
    after = pages(stripped, "after", soffice, tmp_path)
    assert len(before) == len(after) == len(made.laid_out.frames)
    for number, (one, other) in enumerate(zip(before, after, strict=True), start=1):
        assert ImageChops.difference(one, other).getbbox() is None, f"slide {number} looks otherwise"


def test_the_reset_takes_off_what_somebody_changed_by_hand(every_kind: EveryKind) -> None:
    made = every_kind("")
    with ZipFile(BytesIO(made.data)) as archive:
        slide = archive.read("ppt/slides/slide1.xml")
    changed = slide.replace(b"<p:spPr/>", b'<p:spPr><a:xfrm><a:off x="0" y="0"/></a:xfrm></p:spPr>', 1)
    assert changed != slide
    assert reset(changed)[1] == 1
