"""``deckmaker diff``: what changed between two files, or since a git revision."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from pptx import Presentation

from deckmaker.auditing.difference import difference
from deckmaker.auditing.seen import SeenDeck, SeenParagraph, SeenRun, SeenShape, SeenSlide
from deckmaker.model.manifest import Claimed, Manifest
from deckmaker.workspace import Workspace

Run = Callable[..., Result]
OLD = """
title: A talk
slides:
  - title
  - text: "Hello everybody, and welcome"
    headline: We begin
  - statistic: camhs-under-twos
  - quotation: easier-to-build-strong-children
  - closing
"""
NEW = """
title: A talk
slides:
  - title
  - quotation: easier-to-build-strong-children
  - text: "Hello everybody, {camhs-under-twos} and welcome"
    headline: We begin
  - message: 9
  - closing
"""


@pytest.fixture
def files(workspace: Workspace, deckmaker: Run) -> tuple[str, str]:
    for name, spec in (("old", OLD), ("new", NEW)):
        (workspace.root / "decks" / f"{name}.yaml").write_text(spec, encoding="utf-8")
        assert deckmaker("build", name, "-q").exit_code == 0
    return "output/old.pptx", "output/new.pptx"


def test_added_removed_moved_and_changed_slides_are_told(files: tuple[str, str], deckmaker: Run) -> None:
    result = deckmaker("diff", *files, "--json")
    assert result.exit_code == 0
    told = {(one["what"], (one["old"] or {}).get("number"), (one["new"] or {}).get("number"))
            for one in json.loads(result.stdout)["decks"][0]["slides"]}  # fmt: skip
    assert told == {("removed", 3, None), ("added", None, 4), ("moved", 4, 2), ("changed", 2, 3)}


def test_texts_and_figures_before_and_after_are_told(files: tuple[str, str], deckmaker: Run) -> None:
    output = deckmaker("diff", *files).output
    assert "- Hello everybody, and welcome" in output
    assert "+ Hello everybody, 42% of " in output
    assert "figures: none → 42%" in output
    assert "4 slides differ, 2 unchanged" in output


def test_a_reference_more_does_not_change_every_slide_after_it(workspace: Workspace, deckmaker: Run) -> None:
    kept = "  - message: 1\n  - statistic: camhs-under-twos\n  - references\n"
    specs = {"old": kept, "new": "  - statistic: babies-in-need\n" + kept}
    for name, slides in specs.items():
        (workspace.root / "decks" / f"{name}.yaml").write_text(f"title: A\nslides:\n{slides}", encoding="utf-8")
        assert deckmaker("build", name, "-q").exit_code == 0
    told = deckmaker("diff", "output/old.pptx", "output/new.pptx").output
    assert "2 slides differ, 2 unchanged" in told
    assert "references have other numbers: [1] → [2]," in told
    (deck,) = json.loads(deckmaker("diff", "output/old.pptx", "output/new.pptx", "--json").stdout)["decks"]
    assert deck["renumbered"][0] == {"old": 1, "new": 2}
    assert [slide["what"] for slide in deck["slides"]] == ["added", "changed"]


def test_a_mark_that_cites_another_work_by_the_same_number_is_a_change() -> None:
    def deck(*works: str) -> SeenDeck:
        mark = SeenParagraph((SeenRun("So it is [1]"),))
        claimed = Claimed(number=1, id=1, identity="a", kind="text", title="", citations=tuple(enumerate(works, 1)))
        manifest = Manifest(deck="a", version="1", brand="", library="", slides=(claimed,), records=())
        shape = SeenShape(name="Body", paragraphs=(mark,))
        slide = SeenSlide(number=1, id=1, layout="", shapes=(shape,))
        return SeenDeck(file="a", slides=(slide,), manifest=manifest)

    assert difference(deck("one"), deck("one"))[0].what == "unchanged"
    assert difference(deck("one"), deck("other"))[0].changes[0].before == "So it is [1, before]"
    assert difference(deck("one"), deck("other", "one"))[0].changes[0].before == "So it is [2]"


def test_a_deck_does_not_differ_from_itself(files: tuple[str, str], deckmaker: Run) -> None:
    assert deckmaker("diff", files[0], "old").output == "no difference in 6 slides\n".replace("6", "5")


def test_decks_without_manifests_are_matched_by_their_words(
    files: tuple[str, str], workspace: Workspace, deckmaker: Run
) -> None:
    for name in ("one", "two"):
        presentation = Presentation()
        for title in ("First", "Second", name):
            slide = presentation.slides.add_slide(presentation.slide_layouts[1])
            slide.shapes.title.text, slide.placeholders[1].text_frame.text = title, f"words of the slide, {title}"
        presentation.save(str(workspace.root / f"{name}.pptx"))
    output = deckmaker("diff", "one.pptx", "two.pptx").output
    assert "changed  slide 3  two" in output
    assert "1 slide differs, 2 unchanged" in output


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    found = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name, *more: None if "office" in name else found(name, *more))
    yield


@pytest.mark.usefixtures("no_office")
def test_without_libreoffice_the_page_has_words_and_says_so(
    files: tuple[str, str], workspace: Workspace, deckmaker: Run
) -> None:
    result = deckmaker("diff", *files, "--html", "pages/changes.html")
    assert result.exit_code == 0
    assert "LibreOffice or pdftoppm is not installed here" in result.output
    page = (workspace.root / "pages" / "changes.html").read_text(encoding="utf-8")
    assert "words in place of pictures" in page
    assert "<ins>42%" in page
    assert "<img" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_the_page_shows_both_slides_side_by_side(
    files: tuple[str, str], workspace: Workspace, deckmaker: Run, soffice: object
) -> None:
    assert deckmaker("diff", *files, "--html", "changes.html").exit_code == 0
    page = (workspace.root / "changes.html").read_text(encoding="utf-8")
    assert page.count('<img src="data:image/png;base64,') == 6
    assert 'alt="Slide 2 before: We begin"' in page


def git(folder: Path, *arguments: str) -> None:
    names = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, env=environment)


def test_a_deck_is_held_against_what_it_was_at_a_revision(workspace: Workspace, deckmaker: Run) -> None:
    spec = workspace.root / "decks" / "talk.yaml"
    spec.write_text(OLD, encoding="utf-8")
    git(workspace.root, "init", "-q")
    git(workspace.root, "add", "-A")
    git(workspace.root, "commit", "-q", "-m", "old")
    git(workspace.root, "tag", "v1")
    spec.write_text(NEW, encoding="utf-8")
    for old in ("HEAD", "git:v1:decks/talk.yaml"):
        result = deckmaker("diff", old, "talk")
        assert result.exit_code == 0, result.output
        assert "4 slides differ, 2 unchanged" in result.output
    assert deckmaker("diff", "git:v1:decks/other.yaml", "talk").exit_code == 2
    assert spec.read_text(encoding="utf-8") == NEW
    assert not (workspace.root / "output").exists()


@pytest.mark.parametrize("old", ["no-such-thing", "git:HEAD", "git:HEAD:decks/a.yaml", "--help-me", "-x"])
def test_what_is_neither_file_nor_deck_nor_revision_is_wrong_usage(
    files: tuple[str, str], deckmaker: Run, old: str
) -> None:
    assert deckmaker("diff", old, files[1]).exit_code == 2


# specs that make several presentations

TALKS = """
title: A talk
lengths: [5, 30]
slides:
  - title
  - text: "{words}"
    headline: We begin
  - text: For those who have the time
    headline: More of it
    keep-for: [30]
"""
PAGES = """
title: What babies need
kind: infographic
pages: {pages}
panels:
  - message: 1
  - message: 4
  - statistic: camhs-under-twos
"""


def decks_of(result: Result) -> dict[str, list[str]]:
    assert result.exit_code == 0, result.output
    decks = json.loads(result.stdout)["decks"]
    return {deck["deck"]: [slide["what"] for slide in deck["slides"]] for deck in decks}


def test_all_lengths_of_a_deck_are_compared(workspace: Workspace, deckmaker: Run) -> None:
    spec = workspace.root / "decks" / "talk.yaml"
    spec.write_text(TALKS.replace("{words}", "Hello"), encoding="utf-8")
    git(workspace.root, "init", "-q")
    git(workspace.root, "add", "-A")
    git(workspace.root, "commit", "-q", "-m", "old")
    spec.write_text(TALKS.replace("{words}", "Good day").replace("For those", "For all those"), encoding="utf-8")
    assert decks_of(deckmaker("diff", "HEAD", "talk", "--json")) == {"talk-30": ["changed"] * 2, "talk-5": ["changed"]}
    told = deckmaker("diff", "HEAD", "talk", "--html", "changes.html").output
    assert [line for line in told.splitlines() if line.startswith("talk")] == ["talk-30", "talk-5"]
    page = (workspace.root / "changes.html").read_text(encoding="utf-8")
    assert page.count("<h2 class=deck>") == 2
    spec.write_text(spec.read_text(encoding="utf-8").replace("[5, 30]", "[30, 60]"), encoding="utf-8")
    assert decks_of(deckmaker("diff", "HEAD", "talk", "--json")) == {
        "talk-60": ["added"] * 2, "talk-30": ["changed"] * 2, "talk-5": ["removed"] * 2,
    }  # fmt: skip


def test_one_file_is_held_against_the_deck_that_it_was_built_from(workspace: Workspace, deckmaker: Run) -> None:
    spec = workspace.root / "decks" / "talk.yaml"
    spec.write_text(TALKS.replace("{words}", "Hello"), encoding="utf-8")
    assert deckmaker("build", "talk", "-q").exit_code == 0
    (workspace.root / "output" / "talk-5.pptx").rename(workspace.root / "last-year.pptx")
    told = deckmaker("diff", "last-year.pptx", "talk")
    assert told.exit_code == 0
    assert "last-year.pptx is held against talk-5; the same spec also makes talk-30" in told.stderr
    assert told.stdout == "no difference in 2 slides\n"


def test_all_pages_of_an_infographic_are_compared(workspace: Workspace, deckmaker: Run) -> None:
    spec = workspace.root / "decks" / "poster.yaml"
    spec.write_text(PAGES.replace("{pages}", "[a4, a3]"), encoding="utf-8")
    other = workspace.root / "decks" / "other.yaml"
    other.write_text(PAGES.replace("{pages}", "[a4, a3]").replace("message: 4", "message: 2"), encoding="utf-8")
    git(workspace.root, "init", "-q")
    git(workspace.root, "add", "-A")
    git(workspace.root, "commit", "-q", "-m", "old")
    spec.write_text(other.read_text(encoding="utf-8"), encoding="utf-8")
    found = decks_of(deckmaker("diff", "HEAD", "poster", "--json"))
    assert found == {"poster-a4": ["changed"], "poster-a3": ["changed"]}
