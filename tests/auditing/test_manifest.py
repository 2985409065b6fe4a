"""Every deck of ours carries a sound manifest of what it claims, and the same deck carries the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from openxml_audit import validate_pptx
from pptx import Presentation

from deckmaker.auditing.finding import Finding
from deckmaker.auditing.read_deck import read_deck
from deckmaker.discovery import Features
from deckmaker.drawing.store import CachedDraw
from deckmaker.layout.lay_out import lay_out
from deckmaker.model.deck import Deck, LaidOutDeck
from deckmaker.model.diagnostic import Position
from deckmaker.model.manifest import library_digest, record_digest
from deckmaker.outputs.pptx.deck_file import deck_file
from deckmaker.outputs.pptx.integrity import problems
from deckmaker.outputs.pptx.manifest import manifest_of

NATIVE = """
title: Charts and shapes
slides:
  - statistic: disorganised-attachment-groups
    graphic: {kind: comparison-bars, native: true}
  - statistic: disorganised-attachment-at-least
    graphic: {kind: one-in-n, native: true}
"""


def test_what_is_read_back_is_what_was_meant(deck: Deck, built: bytes) -> None:
    assert read_deck("talk.pptx", built).manifest == manifest_of(lay_out(deck, Features()))


def test_the_same_deck_gives_the_same_bytes(deck: Deck, built: bytes) -> None:
    assert deck_file(lay_out(deck, Features()), CachedDraw(deck.theme)) == built


def test_the_file_with_its_manifest_is_sound(built: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert problems(built) == ()
    file = tmp_path_factory.mktemp("sound") / "talk.pptx"
    file.write_bytes(built)
    assert validate_pptx(str(file)).is_valid
    with ZipFile(BytesIO(built)) as archive:
        names = archive.namelist()
        assert b"customXmlProperties+xml" in archive.read("[Content_Types].xml")
    assert {"customXml/item1.xml", "customXml/itemProps1.xml", "customXml/_rels/item1.xml.rels"} <= set(names)


def test_it_outlives_being_saved_by_another_program(built: bytes) -> None:
    stream = BytesIO()
    Presentation(BytesIO(built)).save(stream)
    assert read_deck("talk.pptx", stream.getvalue()).manifest == read_deck("talk.pptx", built).manifest


def test_it_tells_what_each_slide_shows_names_and_cites(deck: Deck) -> None:
    slides = manifest_of(lay_out(deck, Features())).slides
    assert [slide.identity for slide in slides[1:5]] == [
        "message/9", "statistic/camhs-under-twos", "statistic/disorganised-attachment-at-least",
        "quotation/easier-to-build-strong-children",
    ]  # fmt: skip
    assert [slide.id for slide in slides] == list(range(256, 264))
    uses = {(one.family, one.id, one.use) for one in slides[2].uses}
    assert {("statistic", "camhs-under-twos", "shows"), ("source", "hogg-2019", "cites")} <= uses
    assert ("statistic", "camhs-under-twos", "names") in {(one.family, one.id, one.use) for one in slides[5].uses}
    figure = next(one for one in slides[2].texts if one.place == "figure")
    assert (figure.words, figure.figures) == ("42%", ("camhs-under-twos",))


def test_no_two_slides_have_one_identity(laid_out: Callable[[str], LaidOutDeck]) -> None:
    spec = "title: Twice\nslides:\n  - statistic: camhs-under-twos\n  - statistic: camhs-under-twos\n"
    names = [slide.identity for slide in manifest_of(laid_out(spec)).slides]
    assert names == ["statistic/camhs-under-twos", "statistic/camhs-under-twos#2"]


def test_a_digest_depends_on_what_a_record_says_and_not_on_where_it_is_written(deck: Deck) -> None:
    record = deck.library.statistics["camhs-under-twos"]
    assert record_digest(replace(record, position=Position("elsewhere.yaml", 9))) == record_digest(record)
    assert record_digest(replace(record, place="Wales")) != record_digest(record)
    backwards = dict(reversed([*deck.library.statistics.items()]))
    assert library_digest(replace(deck.library, statistics=backwards)) == library_digest(deck.library)
    fewer = {name: one for name, one in deck.library.statistics.items() if one is not record}
    assert library_digest(replace(deck.library, statistics=fewer)) != library_digest(deck.library)


def test_charts_and_shapes_that_can_be_edited_are_held_against_their_numbers(
    laid_out: Callable[[str], LaidOutDeck], audit: Callable[[bytes], tuple[Finding, ...]]
) -> None:
    made = laid_out(NATIVE)
    built = deck_file(made, CachedDraw(made.deck.theme))
    assert [one.code for one in audit(built)] == []
    stream = BytesIO()
    with ZipFile(BytesIO(built)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "ppt/charts/chart1.xml":
                assert content.count(b"<c:v>57</c:v>") == 1
                content = content.replace(b"<c:v>57</c:v>", b"<c:v>75</c:v>")
            new.writestr(name, content)
    (found,) = audit(stream.getvalue())
    assert (found.code, found.slides) == ("figure-changed", (1,))
    assert "in the chart" in found.message
