"""Parts are wired as python-pptx would wire them, which searches each time: held against it, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx import Presentation
from pptx.opc.package import Part as SlowPart
from pptx.opc.packuri import PackURI
from pptx.package import Package
from tests.outputs.pptx.conftest import draw

from deckmaker.model.deck import LaidOutDeck
from deckmaker.outputs.pptx.deck_file import deck_file
from deckmaker.outputs.pptx.package import reachable
from deckmaker.outputs.pptx.parts import RT, Part, Wired, relative

Asked = tuple[Wired, Part | str, str, str]
"""Where a relationship starts, where it leads, its kind, and the identifier that it was given."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    """Every relationship that is asked for, in its order."""
    found: list[Asked] = []
    relate = Wired.relate_to

    def heard(start: Wired, target: Part | str, kind: str) -> str:
        name = relate(start, target, kind)
        found.append((start, target, kind, name))
        return name

    monkeypatch.setattr(Wired, "relate_to", heard)
    monkeypatch.setattr("deckmaker.outputs.pptx.package.Parts.part_company", lambda parts: None)
    return found


def slowly(asked: list[Asked]) -> bytes:
    """The same parts, made and wired by python-pptx."""
    package = Package("")
    made: dict[Part, SlowPart] = {}

    def slow(part: Part) -> SlowPart:
        if part not in made:
            made[part] = SlowPart(PackURI(part.name), part.content_type, package, part.blob)
        return made[part]

    for start, target, kind, name in asked:
        source = slow(start) if isinstance(start, Part) else package
        if isinstance(target, Part):
            assert source.relate_to(slow(target), kind) == name
        else:
            assert source.relate_to(target, kind, is_external=True) == name
    file = BytesIO()
    package.save(file)
    return file.getvalue()


def canonical(archive: ZipFile) -> Iterator[tuple[str, object]]:
    """Name and content of each entry; of content types, which have no order, the lines."""
    for name in archive.namelist():
        content = archive.read(name)
        if name == "[Content_Types].xml":
            lines = (tuple(sorted(one.attrib.items())) for one in etree.fromstring(content))
            yield name, sorted(line for line in lines if dict(line).get("Extension") not in _BY_ENDING)
        elif name.endswith(".rels"):
            yield name, etree.tostring(etree.fromstring(content), method="c14n")
        else:
            yield name, content


_BY_ENDING = {"png", "svg", "jpeg", "gif", "xml", "rels", "xlsx", "fntdata"}
"""Endings whose type may stand once for all of them."""


def test_every_part_and_every_relationship_is_as_python_pptx_makes_it(
    sample_deck: LaidOutDeck, asked: list[Asked]
) -> None:
    quick = deck_file(sample_deck, draw)
    assert len(asked) >= 30
    with ZipFile(BytesIO(quick)) as ours, ZipFile(BytesIO(slowly(asked))) as theirs:
        own, slow = dict(canonical(ours)), dict(canonical(theirs))
        assert own.keys() == slow.keys()
        for name in own.keys() - {"[Content_Types].xml"}:
            assert own[name] == slow[name], name
    opened = Presentation(BytesIO(quick))
    assert len(opened.slides) == len(sample_deck.frames)


def test_the_type_of_every_part_is_as_python_pptx_reads_it(sample_deck: LaidOutDeck, asked: list[Asked]) -> None:
    quick = deck_file(sample_deck, draw)
    stated = {
        part.name: part.content_type
        for start, target, *_ in asked
        for part in (start, target)
        if isinstance(part, Part)
    }
    read = {str(part.partname): part.content_type for part in Package.open(BytesIO(quick)).iter_parts()}
    assert read == stated


@pytest.mark.parametrize(
    ("name", "base", "written"),
    [
        ("/ppt/slides/slide1.xml", "/ppt", "slides/slide1.xml"),
        ("/ppt/media/image1.png", "/ppt/slides", "../media/image1.png"),
        ("/ppt/slides/slide2.xml", "/ppt/slides", "slide2.xml"),
        ("/customXml/item1.xml", "/ppt", "../customXml/item1.xml"),
        ("/ppt/presentation.xml", "/", "ppt/presentation.xml"),
    ],
)
def test_a_relationship_names_a_part_from_where_it_starts(name: str, base: str, written: str) -> None:
    assert relative(name, base) == written == PackURI(name).relative_ref(base)


def test_the_same_relationship_is_made_once_and_found_without_a_search() -> None:
    start, end = Part("/a/one.xml", "t"), Part("/a/two.xml", "t")
    assert start.relate_to(end, RT.SLIDE) == start.relate_to(end, RT.SLIDE) == "rId1"
    assert start.relate_to(end, RT.IMAGE) == "rId2"
    assert start.relate_to("https://example.org", RT.HYPERLINK) == "rId3"


def test_a_chain_as_long_as_the_longest_deck_is_followed() -> None:
    package = Wired("/")
    chain = [Part(f"/ppt/slides/slide{number}.xml", "t") for number in range(5000)]
    package.relate_to(chain[0], RT.SLIDE)
    for one, other in pairwise(chain):
        one.relate_to(other, RT.SLIDE)
    assert set(reachable(package)) == set(chain)
