"""The page in a real browser: it follows what is written, leads to what is wrong, and asks nobody else for anything."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from tests.preview.conftest import SPEC, Running

from deckmaker.workspace import Workspace

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BROKEN = SPEC.replace("- section: The end", "- secton: The end")


@pytest.fixture
def page(browser: Browser, preview: Running) -> Iterator[Page]:
    """The page of the deck of four slides, drawn; it must have no fault and ask nothing of any other machine."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    opened = context.new_page()
    faults: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: faults.append(message.text))
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("dialog", lambda dialog: faults.append(dialog.message))
    context.on("request", lambda request: asked.append(request.url))
    opened.goto(preview.address)
    drawn(opened, 4)
    yield opened
    assert faults == []
    assert asked
    here = urlsplit(preview.address)
    assert all(urlsplit(url).netloc == here.netloc and urlsplit(url).path.startswith(here.path) for url in asked)
    context.close()


def drawn(page: Page, count: int) -> None:
    """Waits until so many slides have their pictures."""
    page.wait_for_function(
        "(count) => { const all = [...document.querySelectorAll('#thumbnails img')];"
        " return all.length === count && all.every((one) => one.complete && one.naturalWidth > 0); }",
        arg=count,
    )


def shown(page: Page) -> str:
    """The address of the large picture, as soon as it is that of the slide that is chosen."""
    page.wait_for_function(
        "() => { const one = document.querySelector('#picture'); return one.src.endsWith(one.dataset.wants); }"
    )
    return str(page.locator("#picture").get_attribute("src"))


def state(page: Page) -> str:
    return page.locator("#state").inner_text()


def now(page: Page) -> str:
    return page.locator("#number").input_value()


def test_every_slide_is_shown_with_its_title_and_its_words(page: Page) -> None:
    assert page.locator("#thumbnails li").count() == 4
    assert page.locator("h1").inner_text() == "A talk"
    assert state(page) == "Up to date, 4 slides"
    page.keyboard.press("ArrowRight")
    assert page.locator("#stage h2").inner_text() == "What helps"
    alternative = page.get_by_role("img", name="Another point")
    assert alternative.count() == 1
    assert page.locator("#picture").evaluate("image => image.naturalWidth / image.naturalHeight") == pytest.approx(
        16 / 9, 0.01
    )
    assert page.locator("#lines li").count() == 11
    assert page.locator(".is-of-slide").all_inner_texts() != []
    assert page.locator("img:not([alt])").count() == 0
    assert page.locator("html").get_attribute("lang") == "en-GB"


def test_one_changed_word_changes_one_picture_without_loading_the_page_again(
    page: Page, preview: Running, talk: Path
) -> None:
    page.evaluate("window.stays = true")
    page.keyboard.press("ArrowRight")
    before = [str(one.get_attribute("src")) for one in page.locator("#thumbnails img").all()]
    large = shown(page)
    talk.write_text(SPEC.replace("Another point", "Another thing"), encoding="utf-8")
    page.wait_for_function("(old) => document.querySelector('#picture').getAttribute('src') !== old", arg=large)
    drawn(page, 4)
    page.wait_for_function(
        "(old) => document.querySelectorAll('#thumbnails img')[1].getAttribute('src') !== old", arg=before[1]
    )
    after = [str(one.get_attribute("src")) for one in page.locator("#thumbnails img").all()]
    assert [old == new for old, new in zip(before, after, strict=True)] == [True, False, True, True]
    assert preview.view.pictures.drawn == 5
    assert page.evaluate("window.stays")
    assert "Another thing" in str(page.locator("#picture").get_attribute("alt"))


def test_the_page_goes_to_the_slide_that_is_edited_unless_it_is_told_to_stay(page: Page, talk: Path) -> None:
    talk.write_text(SPEC.replace("Nobody asks", "No one asks"), encoding="utf-8")
    page.wait_for_function("() => document.querySelector('#number').value === '3'")
    page.get_by_label("Follow what I edit").uncheck()
    talk.write_text(SPEC.replace("A first point", "One point"), encoding="utf-8")
    page.wait_for_function("() => document.querySelector('#lines').textContent.includes('One point')")
    drawn(page, 4)
    assert now(page) == "3"


def test_a_broken_spec_leaves_the_picture_and_each_finding_leads_to_its_line(page: Page, talk: Path) -> None:
    page.keyboard.press("End")
    large = shown(page)
    page.keyboard.press("Home")
    talk.write_text(BROKEN, encoding="utf-8")
    finding = page.locator("#problems li")
    finding.wait_for()
    assert state(page) == "1 error: nothing can be built yet"
    assert "secton" in finding.inner_text()
    assert "unknown-kind" in finding.inner_text()
    assert "Hint: did you mean ‘section’" in finding.inner_text()
    assert page.locator("#thumbnails img").count() == 4
    assert page.locator("#kept").is_visible()
    link = finding.get_by_role("link", name="decks/talk.yaml:11:5")
    link.focus()
    page.keyboard.press("Enter")
    line = page.locator("#line-11")
    assert "is-marked" in str(line.get_attribute("class"))
    assert line.locator("mark").inner_text() == "secton:"
    assert line.evaluate("row => row === document.activeElement")
    assert now(page) == "4"
    assert shown(page) == large
    talk.write_text(SPEC, encoding="utf-8")
    finding.wait_for(state="detached")
    assert state(page) == "Up to date, 4 slides"
    assert page.locator("#kept").is_hidden()
    assert page.locator("mark, .is-marked").count() == 0
    assert page.get_by_text("Nothing to mend.").is_visible()


def test_a_line_far_down_is_brought_into_view(page: Page, talk: Path) -> None:
    long = SPEC.replace("slides:\n", "slides:\n" + "  # a remark\n" * 300)
    talk.write_text(long.replace("- section: The end", "- secton: The end"), encoding="utf-8")
    page.locator("#problems a").click()
    line = page.locator("#line-311")
    box, room = line.bounding_box(), page.locator("#lines").bounding_box()
    assert box is not None
    assert room is not None
    assert room["y"] <= box["y"] <= room["y"] + room["height"] - box["height"]


def test_a_line_of_the_source_leads_to_its_slide(page: Page) -> None:
    page.locator("#line-9 code").click()
    assert now(page) == "3"
    assert page.locator(".is-of-slide .number").all_inner_texts() == ["7", "8", "9", "10"]


def test_keys_and_numbers_turn_the_slides(page: Page) -> None:
    keys = (
        ("ArrowRight", "2"),
        ("ArrowDown", "3"),
        ("ArrowLeft", "2"),
        ("End", "4"),
        ("ArrowRight", "4"),
        ("Home", "1"),
        ("PageDown", "2"),
    )
    for key, place in keys:
        page.keyboard.press(key)
        assert now(page) == place, key
    page.keyboard.press("4")
    page.wait_for_function("() => document.querySelector('#number').value === '4'")
    page.get_by_label("Number of the slide").fill("3")
    page.keyboard.press("Enter")
    assert page.locator("#stage h2").inner_text() == "What stands in the way"
    page.get_by_role("button", name="Slide before").click()
    assert now(page) == "2"
    page.get_by_role("button", name="3 What stands in the way").click()
    assert page.locator("[aria-current=true]").inner_text().startswith("3")
    assert page.url.endswith("#3")
    page.reload()
    drawn(page, 4)
    assert now(page) == "3"


def test_notes_can_be_read(page: Page) -> None:
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    page.get_by_text("Speaker notes").click()
    assert page.get_by_text("Say this slowly.", exact=True).is_visible()


def test_an_included_file_and_a_brand_are_followed(
    page: Page, preview: Running, talk: Path, workspace: Workspace
) -> None:
    part = talk.with_name("part.yaml")
    part.write_text("slides:\n  - section: One part\n", encoding="utf-8")
    talk.write_text(SPEC + "  - include: part.yaml\n", encoding="utf-8")
    drawn(page, 5)
    part.write_text("slides:\n  - section: Another part\n", encoding="utf-8")
    page.get_by_role("heading", name="Another part").wait_for()
    assert page.locator("#file").input_value() == "decks/part.yaml"
    before = [str(one.get_attribute("src")) for one in page.locator("#thumbnails img").all()]
    brand = shutil.copytree(workspace.bundled("brand"), workspace.root / "brand") / "_brand.yml"
    text = brand.read_text(encoding="utf-8")
    brand.write_text(text.replace("#4b2352", "#3b1342").replace("#4B2352", "#3B1342"), encoding="utf-8")
    page.wait_for_function(
        "(old) => document.querySelector('#thumbnails img').getAttribute('src') !== old", arg=before[0]
    )
    assert preview.view.pictures.drawn > 7


def test_a_spec_that_is_deleted_written_again_or_saved_by_renaming_is_followed(page: Page, talk: Path) -> None:
    talk.unlink()
    page.wait_for_function("() => document.querySelector('#state').textContent.includes('decks/talk.yaml')")
    assert page.locator("#thumbnails img").count() == 4
    talk.write_text(SPEC, encoding="utf-8")
    page.wait_for_function("() => document.querySelector('#state').textContent.startsWith('Up to date')")
    aside = talk.with_suffix(".tmp")
    aside.write_text(SPEC + "  - closing\n", encoding="utf-8")
    aside.replace(talk)
    drawn(page, 5)


def test_words_of_an_author_are_words_on_the_page_and_run_nowhere(page: Page, talk: Path) -> None:
    evil = "</script><img src=x onerror=alert(1)><b>"
    talk.write_text(
        f"title: '{evil}'\nslides:\n  - section: '{evil}'\n    notes: '{evil}'\n  - '{evil}'\n", encoding="utf-8"
    )
    page.locator("#problems li").first.wait_for()
    talk.write_text(f"title: '{evil}'\nslides:\n  - section: '{evil}'\n    notes: '{evil}'\n", encoding="utf-8")
    page.get_by_role("heading", level=1, name=evil).wait_for()
    drawn(page, 1)
    assert page.locator("#stage h2").inner_text() == evil
    assert page.locator("b, main script, img[onerror]").count() == 0


def test_a_deck_that_is_broken_from_the_start_says_so(
    browser: Browser, talk: Path, running: Callable[[], Running]
) -> None:
    talk.write_text("title: [\n", encoding="utf-8")
    preview = running()
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(preview.address)
        page.locator("#problems li").first.wait_for()
        assert page.locator("#picture").is_hidden()
        assert page.locator("#lines li").count() == 1
        talk.write_text(SPEC, encoding="utf-8")
        drawn(page, 4)


def test_several_decks_are_listed_and_each_has_its_page(
    browser: Browser, talk: Path, running: Callable[[], Running]
) -> None:
    talk.with_name("other.yaml").write_text(SPEC.replace("A talk", "Another talk"), encoding="utf-8")
    preview = running()
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(preview.address)
        assert page.get_by_role("link").all_inner_texts() == ["other", "talk"]
        page.get_by_role("link", name="other").click()
        drawn(page, 4)
        assert page.locator("h1").inner_text() == "Another talk"
        page.get_by_role("link", name="All decks").click()
        page.get_by_role("link", name="talk").click()
        page.get_by_role("heading", level=1, name="A talk").wait_for()


def test_when_deckmaker_ends_the_page_says_so_and_keeps_the_pictures(
    browser: Browser, talk: Path, running: Callable[[], Running]
) -> None:
    preview = running()
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(preview.address)
        drawn(page, 4)
        preview.end()
        page.wait_for_function("() => document.querySelector('#state').textContent.startsWith('deckmaker has stopped')")
        assert page.locator("#thumbnails img").count() == 4


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_nothing_sticks_out_and_letters_stand_out_in_light_and_dark(
    browser: Browser, talk: Path, running: Callable[[], Running], width: int
) -> None:
    talk.write_text(BROKEN, encoding="utf-8")
    preview = running()
    for scheme in ("light", "dark"):
        with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
            page = context.new_page()
            page.goto(preview.address)
            page.locator("#problems a").click()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.get_by_role("heading", name="Findings (1)").count() == 1
            found: list[dict[str, Any]] = page.evaluate(CONTRASTS)
            assert len(found) > 10
            assert [one for one in found if one["contrast"] < 4.5] == []


CONTRASTS = """() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const linear = (one) => one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4;
    const [r, g, b] = numbers(colour).map((one) => linear(one / 255));
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (numbers(colour)[3] !== 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  return [...document.querySelectorAll("h1, h2, p, a, .label, .number, code, mark, label, option, button span")]
    .filter((one) => one.textContent.trim() && one.offsetParent)
    .map((one) => {
      const [a, b] = [light(getComputedStyle(one).color), light(behind(one))].sort((x, y) => y - x);
      return { words: one.textContent.slice(0, 40), contrast: (a + .05) / (b + .05) };
    });
}"""
