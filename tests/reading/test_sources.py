"""What a deck is made of is read from the disk, and everything wrong with it comes at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.discovery import Features
from deckmaker.model.diagnostic import DeckError
from deckmaker.reading import build, read
from deckmaker.reading.library import FILES
from deckmaker.workspace import Workspace

FEATURES = Features()
DAWN = (Workspace.bundled("brand") / "_brand.yml").read_text(encoding="utf-8")


def write(workspace: Workspace, name: str, text: str) -> str:
    path = workspace.path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def problems_of(workspace: Workspace, name: str) -> list[str]:
    sources = read(name, workspace, FEATURES)
    with pytest.raises(DeckError) as caught:
        build(name, sources, FEATURES)
    return [f"{d.position} {d.code}" for d in caught.value.diagnostics]


@pytest.mark.parametrize("spec", Workspace().standard_specs())
def test_every_standard_deck_can_be_read(spec: str) -> None:
    workspace = Workspace()
    deck = build(spec, read(spec, workspace, FEATURES), FEATURES)
    assert deck.slides
    stem = Path(spec).stem
    assert deck.name in (stem, f"{stem}-{deck.page}")


def test_without_a_brand_of_ones_own_the_deck_takes_the_usual_one(workspace: Workspace) -> None:
    name = write(workspace, "decks/talk.yaml", "title: A\nslides: [title]\n")
    deck = build(name, read(name, workspace, FEATURES), FEATURES)
    assert (deck.theme.name, deck.name) == ("dawn", "talk")


@pytest.mark.parametrize(
    ("brand", "file"),
    [
        ("", "brand/_brand.yml"),
        ("dusk", "brand/dusk/_brand.yml"),
        ("brands/dusk.yml", "brands/dusk.yml"),
        ("../dusk.yml", "dusk.yml"),
    ],
)
def test_a_brand_is_found_by_name_or_path(workspace: Workspace, brand: str, file: str) -> None:
    write(workspace, file, DAWN.replace("name: dawn", "name: dusk"))
    name = write(workspace, "decks/talk.yaml", f"title: A\nbrand: {brand}\nslides: [title]\n")
    assert build(name, read(name, workspace, FEATURES), FEATURES).theme.name == "dusk"


@pytest.mark.parametrize("brand", ["dusk", "brands/dusk.yml"])
def test_an_unknown_brand_is_told_at_its_line(workspace: Workspace, brand: str) -> None:
    name = write(workspace, "decks/talk.yaml", f"title: A\nbrand: {brand}\nslides: [title]\n")
    assert problems_of(workspace, name) == ["decks/talk.yaml:2:8 unknown-brand"]


def test_problems_of_spec_and_brand_come_at_once(workspace: Workspace) -> None:
    write(workspace, "brand/_brand.yml", DAWN.replace("focus: coral", "focus: korall"))
    name = write(workspace, "decks/talk.yaml", "title: A\nlength: soon\nslides: [titel]\n")
    line = DAWN[: DAWN.index("focus: coral")].count("\n") + 1
    assert problems_of(workspace, name) == [
        f"brand/_brand.yml:{line}:14 unknown-colour",
        "decks/talk.yaml:2:9 wrong-value",
        "decks/talk.yaml:3:10 unknown-kind",
    ]


def test_a_file_too_large_is_not_even_read_whole(workspace: Workspace) -> None:
    workspace.path("decks/talk.yaml").write_bytes(b"a" * 50_000_000)
    sources = read("decks/talk.yaml", workspace, FEATURES)
    assert len(sources.files["decks/talk.yaml"]) < 1_100_000
    assert problems_of(workspace, "decks/talk.yaml") == ["decks/talk.yaml:1:1 file-too-large"]


def test_every_file_that_a_deck_depends_on_is_listed(workspace: Workspace) -> None:
    write(workspace, "brand/logo.png", "")
    workspace.path("brand/logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    write(workspace, "brand/_brand.yml", DAWN.replace("typography:", "logo: {path: logo.png, alt: A}\ntypography:"))
    write(workspace, "deckmaker.yaml", "defaults: {presenter: A}\n")
    write(workspace, "decks/parts/part.yaml", "slides: [closing]\n")
    name = write(workspace, "decks/talk.yaml", "title: A\nslides: [title, {include: parts/part.yaml}]\n")
    files = {Path(file).name for file in read(name, workspace, FEATURES).files}
    assert files == {
        "talk.yaml", "_brand.yml", "logo.png", "sources.yaml", "statistics.yaml", "quotations.yaml", "messages.yaml",
        "diagrams.yaml", "deckmaker.yaml", "part.yaml",
    }  # fmt: skip


def test_a_missing_spec_is_no_mistake_of_the_author(workspace: Workspace) -> None:
    with pytest.raises(FileNotFoundError):
        read("decks/none.yaml", workspace, FEATURES)


def test_nothing_is_built_from_an_unsound_library(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in FILES:
        write(workspace, f"library/{file}", (Workspace.library() / file).read_text(encoding="utf-8"))
    write(workspace, "library/quotations.yaml", "a-quotation: {parts: Words}\n")
    monkeypatch.setattr(Workspace, "library", staticmethod(lambda: workspace.path("library")))
    name = write(workspace, "decks/talk.yaml", "title: A {camhs-under-twos}\nslides:\n  - quotation: xyz\n  - titel\n")
    said = problems_of(workspace, name)
    assert "library/quotations.yaml:1:1 missing-key" in said
    assert [one for one in said if one.startswith("decks/")] == ["decks/talk.yaml:4:5 unknown-kind"]
