"""A feature is a file: one of each family, in a folder that nobody else knows of, works with no other edit."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from deckmaker.discovery import CONSTANTS, Features
from deckmaker.pipeline import Result, build_deck, check_deck
from deckmaker.workspace import Workspace

TOYS = {
    "slides/shout.py": '''
        """One sentence, large."""
        from deckmaker.model.frozen import frozen
        from typing import ClassVar

        from deckmaker.layout.grid import foot, headline, picture
        from deckmaker.model.colour import Colour
        from deckmaker.model.deck import Slide
        from deckmaker.model.evidence import Statistic
        from deckmaker.model.feature import Content, SlideKind
        from deckmaker.model.frame import Box, Graphic
        from deckmaker.model.layout import Layout
        from deckmaker.model.text import Text


        @frozen(kw_only=True)
        class ShoutSlide(Slide):
            """A sentence and a statistic."""

            main: ClassVar[str] = "sentence"
            sentence: Text
            about: Statistic


        LAYOUT = Layout(
            name="shout",
            title="Shout",
            ground=Colour("cream"),
            placeholders=(headline(), picture("graphic", Box(54, 140, 300, 300)), *foot()),
        )


        def fill(slide, page):
            graphic = Graphic(kind="one-dot", subject=slide.about, ground=Colour("cream"))
            texts = {"title": slide.sentence, "source": page.source_line(slide.about.cite)}
            return (Content(layouts=("shout",), texts=texts, graphics={"graphic": graphic}),)


        SLIDE = SlideKind(slide=ShoutSlide, layouts=(LAYOUT,), fill=fill, example="shout: Now!")
    ''',
    "graphics/one_dot.py": '''
        """A single dot, to see whether graphics are found."""
        from deckmaker.model.colour import Colour
        from deckmaker.model.feature import GraphicKind
        from deckmaker.model.picture import Circle, Picture


        def draw(graphic, width, height, measure):
            dot = Circle(x=width / 2, y=height / 2, radius=min(width, height) / 4, fill=Colour("focus"))
            return Picture(width=width, height=height, marks=(dot,))


        GRAPHIC = GraphicKind(
            title="One dot",
            refuses=lambda statistic: "",
            draw=draw,
            describe=lambda graphic: "One dot for " + graphic.statistic.id,
        )
    ''',
    "outputs/words.py": '''
        """The words of a deck as plain text, with the size of its graphics."""
        from deckmaker.model.feature import OutputKind
        from deckmaker.model.frame import GraphicItem


        def render(laid_out, draw):
            lines = []
            for frame in laid_out.frames:
                lines.append(frame.title)
                for item in frame.items:
                    if isinstance(item, GraphicItem):
                        drawn = draw(item.picture, item.graphic.ground)
                        lines.append(f"{item.alternative_text}: {drawn.svg.count(b'<svg')}, {drawn.png[1:4].decode()}")
            return {f"{laid_out.deck.name}.txt": "\\n".join(lines).encode()}


        OUTPUT = OutputKind(title="Words", render=render)
    ''',
    "checks/no_shouting.py": '''
        """No exclamation marks."""
        from deckmaker.model.diagnostic import Diagnostic, Severity
        from deckmaker.model.feature import Check


        def find(laid_out):
            for frame, slide in zip(laid_out.frames, laid_out.slides, strict=True):
                if "!" in frame.title:
                    yield Diagnostic("no-shouting", f"‘{frame.title}’ shouts", slide.position)


        CHECK = Check(
            code="no-shouting", severity=Severity.ERROR, what="An exclamation mark.", why="It shouts.",
            example="Now!", instead="Say it calmly.", find=find,
        )
    ''',
}
SPEC = """\
title: A toy
slides:
  - title
  - shout: {sentence}
    about: camhs-under-twos
"""


def without_margin(text: str) -> str:
    return "\n".join(line.removeprefix("        ") for line in text.splitlines())


@pytest.fixture
def features(tmp_path_factory: pytest.TempPathFactory) -> Features:
    place = tmp_path_factory.mktemp("toys")
    for name, content in TOYS.items():
        (place / name).parent.mkdir()
        (place / name).write_text(without_margin(content), encoding="utf-8")
    for loaded in [name for name in sys.modules if name.startswith("deckmaker_features_")]:
        del sys.modules[loaded]
    return Features(places=(place,))


def built(workspace: Workspace, features: Features, sentence: str) -> Result:
    workspace.save({"toy.yaml": SPEC.format(sentence=sentence).encode()}, "decks")
    return build_deck("decks/toy.yaml", workspace, features, formats=("words",))


def test_a_slide_kind_a_graphic_and_an_output_work_by_being_files(workspace: Workspace, features: Features) -> None:
    result = built(workspace, features, "Babies cannot wait")
    assert result.errors == ()
    assert result.files == ("output/toy.txt",)
    assert workspace.read("output/toy.txt").decode().splitlines() == [
        "A toy",
        "Babies cannot wait",
        "One dot for camhs-under-twos: 1, PNG",
    ]


def test_a_check_works_by_being_a_file_and_stops_the_deck(workspace: Workspace, features: Features) -> None:
    result = built(workspace, features, "Babies cannot wait!")
    assert [(problem.code, str(problem.position)) for problem in result.errors] == [
        ("no-shouting", "decks/toy.yaml:4:5")
    ]
    assert result.files == ()
    assert not workspace.exists("output/toy.txt")


def test_a_toy_slide_becomes_powerpoint_with_its_own_layout(workspace: Workspace, features: Features) -> None:
    from pptx import Presentation

    workspace.save({"toy.yaml": SPEC.format(sentence="Babies cannot wait").encode()}, "decks")
    result = build_deck("decks/toy.yaml", workspace, features, formats=("pptx",))
    assert result.files == ("output/toy.pptx",)
    slide = Presentation(str(workspace.path("output/toy.pptx"))).slides[1]
    assert slide.slide_layout.name == "Shout"
    assert slide.shapes.title is not None
    assert slide.shapes.title.text_frame.text == "Babies cannot wait"


def test_names_are_found_without_loading_any_file(features: Features) -> None:
    found = {family: set(features.names(family)) - set(Features().names(family)) for family in CONSTANTS}
    assert found == {"slides": {"shout"}, "graphics": {"one-dot"}, "outputs": {"words"}, "checks": {"no-shouting"}}
    assert not [name for name in sys.modules if name.startswith("deckmaker_features_")]


def test_without_the_place_nothing_of_it_is_known() -> None:
    assert "shout" not in Features().slides


def test_the_files_of_an_authors_folder_are_never_loaded(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    evil = "from pathlib import Path\nPath('trace').write_text('run')\nraise SystemExit('run')\n"
    for folder in (".", "decks"):
        for family, constant in CONSTANTS.items():
            workspace.save({f"{family}/evil.py": f"{evil}{constant} = None\n".encode()}, folder)
        workspace.save({"evil.py": evil.encode(), "conftest.py": evil.encode(), "yaml.py": evil.encode()}, folder)
    workspace.save({"talk.yaml": b"title: Talk\nslides:\n  - title\n  - evil\n"}, "decks")
    monkeypatch.chdir(workspace.root)
    result = check_deck("decks/talk.yaml", workspace, Features())
    assert [str(problem.position) for problem in result.errors] == ["decks/talk.yaml:4:5"]
    assert "evil" not in Features().slides
    assert not Path("trace").exists()


@pytest.mark.parametrize("family", CONSTANTS)
def test_every_file_of_a_family_ends_with_its_constant(family: str) -> None:
    features = Features()
    names = features.names(family)
    assert names
    assert all(features.load(family, name) is not None for name in names)


def test_two_folders_may_have_a_file_of_the_same_name(tmp_path: Path) -> None:
    made = 'from deckmaker.model.feature import OutputKind\nOUTPUT = OutputKind(title="{}", render=lambda *_: {{}})\n'
    for name in ("here", "there"):
        (tmp_path / name / "outputs").mkdir(parents=True)
        (tmp_path / name / "outputs" / "loud.py").write_text(made.format(name), encoding="utf-8")
    titles = [Features((tmp_path / name,)).output("loud").title for name in ("here", "there")]
    assert titles == ["here", "there"]


def test_a_file_that_cannot_be_loaded_is_tried_again_from_its_beginning(tmp_path: Path) -> None:
    (tmp_path / "outputs").mkdir()
    broken = tmp_path / "outputs" / "broken.py"
    broken.write_text("OUTPUT = 1\nraise OSError('not now')\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(OSError, match="not now"):
            Features((tmp_path,)).output("broken")
