"""A graphic as a group of shapes that can be edited: every mark, in theme colours, with the words on the group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from subprocess import run
from typing import Any, assert_never

import pytest
from PIL import Image, ImageChops
from pptx.presentation import Presentation as PresentationType

from deckmaker.discovery import Features
from deckmaker.fonts import LINE_HEIGHT, measure, widths
from deckmaker.layout.lay_out import lay_out
from deckmaker.model.colour import Colour
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import Box, GraphicItem
from deckmaker.model.picture import Circle, Drawn, Label, Mark, Picture, Rectangle, Segment, Symbol
from deckmaker.outputs.pptx.integrity import problems
from deckmaker.outputs.pptx.native_shapes import live_size

Build = Callable[[LaidOutDeck], bytes]
Opened = Callable[[bytes], PresentationType]
Convert = Callable[[Path, Path], Path]
FOCUS, REST, INK = Colour("focus"), Colour("secondary"), Colour("ink")
MARKS: tuple[Mark, ...] = (
    Circle(x=50, y=50, radius=30, fill=FOCUS),
    Circle(x=150, y=50, radius=30, outline=REST, outline_width=4),
    Rectangle(box=Box(200, 20, 60, 60), fill=FOCUS, radius=12),
    Segment(x1=10, y1=200, x2=110, y2=120, colour=INK, width=3),
    Segment(x1=120, y1=120, x2=220, y2=200, colour=INK, width=3),
    Symbol(icon="baby", box=Box(250, 110, 60, 60), colour=FOCUS),
    Label(x=200, y=240, words="Left & <first>", size=20, colour=INK, width=140),
    Label(x=200, y=270, words="in the middle", size=20, colour=INK, width=125, align="centre", bold=True),
    Label(x=200, y=300, words="right", size=20, colour=INK, width=50, align="right"),
)


def native(deck: LaidOutDeck, ground: str = "cream", marks: tuple[Mark, ...] = MARKS) -> LaidOutDeck:
    """The sample deck with its graphic as shapes."""
    frame = deck.frames[1]
    items = tuple(
        replace(
            item,
            native=True,
            picture=replace(item.picture, marks=marks),
            graphic=replace(item.graphic, ground=Colour(ground)),
        )
        if isinstance(item, GraphicItem)
        else item
        for item in frame.items
    )
    return replace(deck, frames=(deck.frames[0], replace(frame, items=items), *deck.frames[2:]))


@pytest.fixture
def group(sample_deck: LaidOutDeck, build: Build, opened: Opened) -> Any:
    """The group on the second slide."""
    data = build(native(sample_deck))
    assert problems(data) == ()
    (found,) = [shape for shape in opened(data).slides[1].shapes if shape.shape_type == 6]
    return found


def geometry(shape: Any) -> str:
    """``ellipse``, ``line`` …, ``icon`` for a free form, ``words`` for a text box."""
    if shape.element.tag.endswith("}sp") and shape.element.nvSpPr.cNvSpPr.get("txBox"):
        return "words"
    preset = next(shape.element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}prstGeom"), None)
    return "icon" if preset is None else str(preset.get("prst"))


def test_every_mark_is_a_shape_in_drawing_order(group: Any) -> None:
    assert [geometry(shape) for shape in group.shapes] == [
        *("ellipse", "ellipse", "roundRect", "line", "line", "icon", "words", "words", "words")
    ]


def test_shapes_stand_where_the_marks_do_and_outlines_stay_inside(group: Any, sample_deck: LaidOutDeck) -> None:
    place = sample_deck.layouts[1].placeholder("graphic").box
    solid, ring, *_ = group.shapes
    assert (solid.left.pt - place.x, solid.top.pt - place.y, solid.width.pt) == pytest.approx((20, 20, 60), abs=0.01)
    assert (ring.left.pt - place.x, ring.width.pt, ring.line.width.pt) == pytest.approx((122, 56, 4), abs=0.01)
    rising, falling = [shape for shape in group.shapes if geometry(shape) == "line"]
    assert (rising.begin_y > rising.end_y, falling.begin_y > falling.end_y) == (True, False)


def test_a_group_is_as_large_as_its_members(group: Any) -> None:
    left, top = (min(getattr(shape, side) for shape in group.shapes) for side in ("left", "top"))
    right = max(shape.left + shape.width for shape in group.shapes)
    bottom = max(shape.top + shape.height for shape in group.shapes)
    assert (group.left, group.top) == (left, top)
    assert (group.width, group.height) == pytest.approx((right - left, bottom - top), abs=2)


def test_the_words_for_people_who_do_not_see_it_are_on_the_group_alone(group: Any) -> None:
    assert group.element.nvGrpSpPr.cNvPr.get("descr") == '42% of "areas" & more'
    described = [shape.element.xpath("./*[1]/p:cNvPr")[0] for shape in group.shapes]
    assert len(described) == len(MARKS)
    assert all(not about.get("descr") for about in described)
    decorative = [about for about in described if "decorative" in "".join(child.tag for child in about.iter())]
    assert len(decorative) == sum(not isinstance(mark, Label) for mark in MARKS)


def test_words_are_theme_text_on_the_labels_baseline_with_its_alignment(group: Any, sample_deck: LaidOutDeck) -> None:
    place, theme = sample_deck.layouts[1].placeholder("graphic").box, sample_deck.deck.theme
    boxes = [shape for shape in group.shapes if geometry(shape) == "words"]
    labels = [mark for mark in MARKS if isinstance(mark, Label)]
    assert [box.text_frame.text for box in boxes] == [label.words for label in labels]
    for box, label in zip(boxes, labels, strict=True):
        (run,) = box.text_frame.paragraphs[0].runs
        size = run.font.size.pt
        assert size == live_size(label, theme) >= label.size
        assert run.font.name == "+mn-lt"
        assert run.font.bold == label.bold
        assert box.text_frame.word_wrap is False
        descent = widths("Carlito", "bold" if label.bold else "regular").descent
        baseline = box.top.pt - place.y + (LINE_HEIGHT - descent) * size
        assert baseline == pytest.approx(label.y, abs=0.01)
        at = {"left": 0.0, "centre": 0.5, "right": 1.0}[label.align]
        assert box.left.pt - place.x + at * box.width.pt == pytest.approx(label.x, abs=0.01)
        assert box.width.pt == pytest.approx(measure(theme.live)(label.words, size, bold=label.bold), abs=0.01)


@pytest.mark.parametrize("ground", ["cream", "plum"])
def test_every_colour_is_the_themes(ground: str, sample_deck: LaidOutDeck, build: Build, opened: Opened) -> None:
    (made,) = [s for s in opened(build(native(sample_deck, ground))).slides[1].shapes if s.shape_type == 6]
    space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    assert list(made.element.iter(f"{space}srgbClr")) == []
    assert len(list(made.element.iter(f"{space}schemeClr"))) >= len(MARKS)
    first = next(made.element.iter(f"{space}schemeClr")).get("val")
    assert first == {"cream": "accent2", "plum": "accent6"}[ground]


def test_a_graphic_without_marks_makes_a_group_that_is_found(sample_deck: LaidOutDeck, build: Build) -> None:
    with pytest.raises(AssertionError, match="a group without members"):
        build(native(sample_deck, marks=()))


def shape_count(marks: tuple[Mark, ...]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for mark in marks:
        match mark:
            case Circle():
                name = "ellipse"
            case Rectangle():
                name = "roundRect" if mark.radius else "rect"
            case Segment():
                name = "line"
            case Symbol():
                name = "icon"
            case Label():
                name = "words"
            case _:
                assert_never(mark)
        counts[name] = counts.get(name, 0) + 1
    return counts


SPEC = "title: A deck\nslides:\n  - title\n  - statistic: {}\n    graphic: {{kind: {}, native: true}}\n  - references\n"
KINDS = [
    ("camhs-under-twos", "proportion-grid"),
    ("disorganised-attachment-around", "icon-array"),
    ("disorganised-attachment-around", "one-in-n"),
    ("two-of-three-risks", "dots"),
    ("two-of-three-risks", "nested-counts"),
    ("annual-cost-per-child", "range-bar"),
    ("nurturing-care-return", "return-coins"),
    ("exclusions-change", "change"),
    ("first-1001-days", "timeline"),
]


@pytest.mark.parametrize(("statistic", "kind"), KINDS, ids=[kind for _, kind in KINDS])
def test_every_kind_of_shapes_is_whole_in_the_file(
    statistic: str, kind: str, laid_out: Callable[[str], LaidOutDeck], build: Build, opened: Opened
) -> None:
    deck = lay_out(laid_out(SPEC.format(statistic, kind)).deck, Features())
    (item,) = [item for item in deck.frames[1].items if isinstance(item, GraphicItem)]
    assert item.native
    (made,) = [shape for shape in opened(build(deck)).slides[1].shapes if shape.shape_type == 6]
    counts: dict[str, int] = {}
    for shape in made.shapes:
        counts[geometry(shape)] = counts.get(geometry(shape), 0) + 1
    assert counts == shape_count(item.picture.marks)
    assert made.element.nvGrpSpPr.cNvPr.get("descr") == item.alternative_text


def test_libreoffice_draws_the_shapes_where_the_picture_has_them(
    sample_deck: LaidOutDeck, build: Build, soffice: Convert, tmp_path: Path
) -> None:
    """Without words, which are set in another font, the two differ in the outlines' soft edges only."""
    from deckmaker.drawing.render import render
    from deckmaker.outputs.pptx import OUTPUT

    marks = tuple(mark for mark in MARKS if not isinstance(mark, Label))
    shapes = native(sample_deck, marks=marks)
    frame = shapes.frames[1]
    items = tuple(replace(i, native=False) if isinstance(i, GraphicItem) else i for i in frame.items)
    drawn_one = replace(shapes, frames=(shapes.frames[0], replace(frame, items=items), *shapes.frames[2:]))

    def draw(picture: Picture, ground: Colour) -> Drawn:
        from deckmaker.drawing.colours import on_ground

        return render(on_ground(picture, ground, sample_deck.deck.theme), sample_deck.deck.theme)

    pages = []
    for name, deck in (("shapes", shapes), ("picture", drawn_one)):
        (data,) = OUTPUT.render(deck, draw).values()
        (tmp_path / f"{name}.pptx").write_bytes(data)
        pdf = soffice(tmp_path / f"{name}.pptx", tmp_path)
        run(["pdftoppm", "-r", "72", "-f", "2", "-l", "2", "-png", str(pdf), str(tmp_path / name)], check=True)
        (page,) = tmp_path.glob(f"{name}*.png")
        pages.append(Image.open(page).convert("L"))
    box = sample_deck.layouts[1].placeholder("graphic").box
    place = (round(box.x), round(box.y), round(box.right), round(box.bottom))
    one, other = (page.crop(place) for page in pages)
    apart = ImageChops.difference(one, other).point(lambda value: 255 if value > 120 else 0)
    drawn = ImageChops.difference(one, Image.new("L", one.size, one.getpixel((2, 2))))
    inked = sum(drawn.histogram()[60:])
    assert inked > 5000
    assert apart.histogram()[255] < inked * 0.02
