"""HTML: one file, nothing from outside, words as words; held against a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from deckmaker.drawing.store import CachedDraw
from deckmaker.fonts import measure
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.theme import FontChoice
from deckmaker.outputs.html import OUTPUT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SPEC = """\
title: "A deck & <script>alert(1)</script>"
slides:
  - title
  - agenda
  - section: One part
  - message: 1
    notes: "A note with </script><img src=x onerror=alert(2)> & more"
  - statistic: camhs-under-twos
  - table: A table with a headline
    rows:
      - [What, Where]
      - [One thing, Here]
      - [Another, There]
  - text:
      headline: Three points in a list
      points: ["</section><b>One</b>", Another point, A third point]
  - references
  - closing
"""


@pytest.fixture
def made(laid_out: Callable[[str], LaidOutDeck]) -> LaidOutDeck:
    return laid_out(SPEC)


@pytest.fixture
def content(made: LaidOutDeck) -> str:
    ((name, data),) = OUTPUT.render(made, CachedDraw(made.deck.theme)).items()
    assert name == "deck.html"
    return data.decode()


@pytest.fixture
def page(browser: Browser, content: str, tmp_path: Path) -> Iterator[Page]:
    (tmp_path / "deck.html").write_text(content, encoding="utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    opened = context.new_page()
    faults: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: faults.append(message.text))
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("dialog", lambda dialog: faults.append(dialog.message))
    context.on("request", lambda request: asked.append(request.url))
    opened.goto((tmp_path / "deck.html").as_uri())
    yield opened
    assert faults == []
    assert all(url.startswith(("file:", "data:")) for url in asked)
    context.close()


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def elements(content: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Elements()
    parser.feed(content)
    return parser.found


def test_nothing_is_loaded_from_anywhere_and_no_element_brings_style_or_script(content: str) -> None:
    for tag, attributes in elements(content):
        assert tag not in {"iframe", "object", "embed", "base"}
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        if tag in ("img", "script", "source", "video"):
            assert (attributes.get("src") or "data:").startswith("data:")
        assert tag != "link"
    policy = next(a["content"] or "" for t, a in elements(content) if a.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert len(re.findall("<script", content)) == 1


def test_the_same_deck_gives_the_same_bytes(made: LaidOutDeck) -> None:
    draw = CachedDraw(made.deck.theme)
    assert OUTPUT.render(made, draw) == OUTPUT.render(made, draw)


def test_titles_are_headings_and_every_picture_has_words_or_is_decoration(page: Page, made: LaidOutDeck) -> None:
    titles = [" ".join(t.split()) for t in page.locator("main [id^=title-]").all_text_contents()]
    assert titles == [" ".join(frame.title.split()) for frame in made.frames]
    assert page.locator("h1").count() == 1
    assert page.locator("main img:not([alt])").count() == 0
    assert page.locator('main img[alt*="42%"]').count() == 1
    assert page.locator("main table th[scope=col]").count() == 2
    assert page.locator("main li").count() >= 3


def test_keys_turn_the_slides(page: Page, made: LaidOutDeck) -> None:
    last = len(made.frames)

    def now() -> str:
        return page.locator(".now").inner_text()

    page.keyboard.press("p")
    assert page.locator(".slide:visible").count() == 1
    for key, place in (("ArrowRight", 2), (" ", 3), ("ArrowLeft", 2), ("End", last), ("ArrowRight", last), ("Home", 1)):
        page.keyboard.press(key)
        assert now() == str(place), key
        assert page.locator(f"#slide-{place}").is_visible()
    assert "1 of" in page.locator("[role=status]").inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".slide:visible").count() == last


def test_links_lead_to_slides(page: Page, made: LaidOutDeck) -> None:
    kinds = [slide.kind for slide in made.slides]
    page.keyboard.press("p")
    page.keyboard.press("ArrowRight")
    page.locator("#slide-2 a").first.click()
    page.wait_for_function(f"() => document.querySelector('.now').textContent === '{kinds.index('section') + 1}'")


def test_the_speaker_view_shows_notes_and_clock_and_turns_the_slides_of_both(page: Page) -> None:
    page.keyboard.press("p")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    with page.context.expect_page() as opening:
        page.keyboard.press("s")
    speaker = opening.value
    speaker.wait_for_selector(".speaks")
    assert "A note with </script><img src=x" in speaker.locator("#slide-4 .notes").inner_text()
    assert re.fullmatch(r"\d\d:\d\d", speaker.locator(".clock").inner_text())
    speaker.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.now').textContent === '5'")
    page.keyboard.press("ArrowLeft")
    speaker.wait_for_function("() => document.querySelector('.now').textContent === '4'")


def test_lines_stand_where_the_pdf_has_them(page: Page) -> None:
    """The title of a slide is as wide as it was measured, and on one line of its own."""
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    page.set_viewport_size({"width": 960, "height": 540})
    page.keyboard.press("p")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    box = page.locator("#title-4 .l span").first.bounding_box()
    assert box is not None
    wide = measure(FontChoice(family="Calibri", measured_as="Carlito"))(
        "The first 1001 days shape a lifetime", 34, bold=True
    )
    assert abs(box["width"] - wide) < 3
    assert abs(box["x"] - 54) < 1


def test_text_view_fits_a_phone(browser: Browser, content: str, tmp_path: Path) -> None:
    (tmp_path / "deck.html").write_text(content, encoding="utf-8")
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, color_scheme="dark")
    phone = context.new_page()
    phone.goto((tmp_path / "deck.html").as_uri())
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    phone.get_by_role("button", name="Text").click()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    sizes = phone.eval_on_selector_all(
        ".page p, .page h2, .page h3, .page li", "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert len(sizes) > 20
    assert min(sizes) >= 16
    context.close()


def test_a_screen_reader_hears_headings_words_lists_tables_and_what_pictures_show(
    page: Page, made: LaidOutDeck
) -> None:
    told = page.locator("main").aria_snapshot()
    levels = [int(level) for level in re.findall(r"heading .*\[level=(\d)\]", told)]
    assert len(levels) > len(made.frames)
    assert levels[0] == 2
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert 'heading "The first 1001 days shape a lifetime" [level=3]' in told
    assert 'heading "Fastest growth" [level=4]' in told
    assert re.search(r'img ".*42%.*"', told)
    assert 'columnheader "What"' in told
    assert told.count("- listitem:") >= 3
    assert "•" not in told


def test_every_slide_shows_its_number_and_the_place_among_all(page: Page, made: LaidOutDeck) -> None:
    assert "4" in [one.strip() for one in page.locator("#slide-4 .page > [aria-hidden=true]").all_inner_texts()]
    page.keyboard.press("p")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert page.locator(".place").inner_text() == f"4 / {len(made.frames)}"


def test_a_finger_turns_the_slides_and_finds_the_way_back(browser: Browser, content: str, tmp_path: Path) -> None:
    (tmp_path / "deck.html").write_text(content, encoding="utf-8")
    context = browser.new_context(viewport={"width": 390, "height": 664}, has_touch=True, is_mobile=True)
    phone = context.new_page()
    phone.goto((tmp_path / "deck.html").as_uri())
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.get_by_role("button", name="Present").tap()
    swipe = """([from, to]) => {
      const at = (x) => new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 300 });
      dispatchEvent(new TouchEvent("touchstart", { touches: [at(from)], changedTouches: [at(from)] }));
      dispatchEvent(new TouchEvent("touchend", { touches: [], changedTouches: [at(to)] }));
    }"""
    phone.evaluate(swipe, [300, 60])
    phone.evaluate(swipe, [300, 60])
    phone.evaluate(swipe, [60, 300])
    assert phone.locator(".slide:visible").get_attribute("id") == "slide-2"
    box = phone.locator("#slide-2 .page").bounding_box()
    assert box is not None
    assert abs(box["width"] - 390) < 1
    phone.touchscreen.tap(200, 600)
    phone.get_by_role("button", name="All slides").tap()
    assert phone.locator(".slide:visible").count() > 2
    context.close()


def test_where_no_window_may_open_the_speaker_view_stands_in_this_one(page: Page) -> None:
    page.evaluate("window.open = () => null")
    page.evaluate("location.hash = '#slide-4'")
    page.wait_for_function("document.querySelector('.now').textContent === '4'")
    page.keyboard.press("s")
    assert page.locator("#slide-4 .notes").is_visible()
    assert page.locator("#slide-5").is_visible()
    assert page.locator(".clock").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".clock").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_prints_dark_on_white(scheme: Any, browser: Browser, content: str, tmp_path: Path) -> None:
    (tmp_path / "deck.html").write_text(content, encoding="utf-8")
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto((tmp_path / "deck.html").as_uri())
    page.keyboard.press("t")
    page.emulate_media(media="print", color_scheme=scheme)
    colours = page.eval_on_selector_all(
        "main .page p, main h2", "all => [...new Set(all.map(one => getComputedStyle(one).color))]"
    )
    assert colours == ["rgb(34, 26, 36)"]
    context.close()


def test_printing_gives_a_page_for_every_slide(page: Page, made: LaidOutDeck, tmp_path: Path) -> None:
    from pypdf import PdfReader

    page.pdf(path=str(tmp_path / "printed.pdf"), prefer_css_page_size=True)
    printed = PdfReader(tmp_path / "printed.pdf")
    assert len(printed.pages) == len(made.frames)
    assert [round(float(side)) for side in printed.pages[0].mediabox[2:]] == [960, 540]
