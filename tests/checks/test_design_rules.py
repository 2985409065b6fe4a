"""The rules of design that a check can hold: each finds its breach, at its place, and passes what is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from deckmaker.discovery import Features
from deckmaker.fonts import LINE_HEIGHT
from deckmaker.model.colour import Colour
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import AnySlideKind
from deckmaker.model.frame import FrameItem, GraphicItem, TextItem
from deckmaker.model.layout import Layout, Role
from deckmaker.model.picture import Circle, Label, Mark, Rectangle
from deckmaker.model.text import Text

FEATURES = Features()
Found = Callable[[str, str], tuple[Diagnostic, ...]]
LaidOut = Callable[[str], LaidOutDeck]
HEAD = "title: A deck\nslides:\n  - title\n"
SHARE = HEAD + "  - statistic: camhs-under-twos\n    graphic: proportion-grid\n  - references\n"


def text(headline: str = "Babies cannot wait", points: str = "[One, Two]", more: str = "") -> str:
    return f"{HEAD}  - text:\n      headline: {headline}\n      points: {points}\n{more}"


@pytest.mark.parametrize(
    ("check", "wrong", "line", "severity"),
    [
        ("topic-headline", text("Key statistics"), 5, "note"),
        ("topic-headline", text("Background"), 5, "note"),
        ("topic-headline", text("The evidence"), 5, "note"),
        ("too-many-words", HEAD + f"  - text: {'many words ' * 21}\n    headline: Too much\n", 4, "warning"),
        ("long-list", text(points="[One, Two, Three, Four, Five]"), 6, "warning"),
        ("long-list", text(points="[One]"), 6, "warning"),
        ("capitals", text("Babies CANNOT wait"), 5, "warning"),
        ("capitals", text("GIVE BABIES A START"), 5, "warning"),
        ("capitals", text("A GOOD START BRINGS PROMISE"), 5, "warning"),
        ("capitals", text(more="    notes: This is VERY important.\n"), 7, "warning"),
        ("fact-only-in-notes", text(more="    notes: And {camhs-under-twos}.\n"), 7, "note"),
        ("figure-without-source", HEAD + "  - section: Why {camhs-under-twos} matters\n", 4, "warning"),
        ("figure-without-source", HEAD + "  - text: \"{camhs-under-twos}\"\n    headline: H\n    source: A book\n", 4,
         "warning"),
    ],
)  # fmt: skip
def test_a_breach_is_found_at_its_place(check: str, wrong: str, line: int, severity: str, found: Found) -> None:
    (one,) = found(check, wrong)
    assert (one.code, one.severity.value) == (check, severity)
    assert one.position is not None
    assert one.position.line == line
    assert one.hint


@pytest.mark.parametrize(
    ("check", "right"),
    [
        ("topic-headline", text("Babies cannot wait")),
        ("topic-headline", text("The evidence is strong")),
        ("topic-headline", HEAD + "  - section: Background\n"),
        ("topic-headline", text("What needs to change?")),
        ("too-many-words", HEAD + f"  - text: {'many words ' * 20}\n    headline: Enough\n"),
        ("too-many-words", HEAD + "  - message: 4\n"),
        ("long-list", text(points="[One, Two, Three, Four]")),
        ("capitals", text("NHS and CAMHS teams see few babies")),
        ("capitals", text("IAPT, CAMHS and the DHSC")),
        ("capitals", text("NHS CYP MH HEE programme")),
        ("fact-only-in-notes", SHARE.replace("  - references", "    notes: Of {camhs-under-twos}.\n  - references")),
        ("figure-without-source", SHARE),
        ("figure-without-source", HEAD + '  - text: "{camhs-under-twos}"\n    headline: H\n'),
        ("figure-without-scope", SHARE),
        ("figure-without-scope", HEAD + "  - section: Why {camhs-under-twos} matters\n"),
        ("one-in-n", HEAD + "  - statistic: disorganised-attachment-at-least\n    graphic: one-in-n\n"),
        ("many-colours", SHARE),
        ("colour-alone", SHARE),
        ("small-type", SHARE),
        ("reading-order", SHARE),
        ("no-title", SHARE),
    ],
)
def test_what_is_right_is_no_problem(check: str, right: str, found: Found) -> None:
    assert found(check, right) == ()


Order = Callable[[Iterable[FrameItem]], Iterable[FrameItem]]


def changed(made: LaidOutDeck, change: Callable[[FrameItem], FrameItem], order: Order = tuple) -> LaidOutDeck:
    """The deck with other items on its pages."""
    frames = (replace(frame, items=tuple(order([change(item) for item in frame.items]))) for frame in made.frames)
    return replace(made, frames=tuple(frames))


def codes(check: str, made: LaidOutDeck) -> list[tuple[str, int]]:
    told = list(FEATURES.checks[check].find(made))
    assert all(one.severity is FEATURES.checks[check].severity for one in told)
    return [(one.code, one.position.line) for one in told if one.position]


def with_marks(*marks: Mark) -> Callable[[FrameItem], FrameItem]:
    """Puts these marks into every graphic, in place of its own."""

    def change(item: FrameItem) -> FrameItem:
        return replace(item, picture=replace(item.picture, marks=marks)) if isinstance(item, GraphicItem) else item

    return change


def circles(*colours: str) -> tuple[Circle, ...]:
    return tuple(Circle(x=20.0 * n, y=20, radius=8, fill=Colour(colour)) for n, colour in enumerate(colours))


def test_five_colours_of_data_are_too_many_and_rests_do_not_count(deck: LaidOut) -> None:
    made = deck(SHARE)
    many = with_marks(*circles("plum", "coral", "teal", "ochre", "focus"))
    few = with_marks(*circles("plum", "coral", "teal", "focus", "rest", "coin"))
    assert codes("many-colours", changed(made, many)) == [("many-colours", 4)]
    assert codes("many-colours", changed(made, few)) == []


def test_a_rest_that_is_solid_is_told_from_what_is_counted_by_colour_alone(deck: LaidOut) -> None:
    made = deck(SHARE)
    ring = Circle(x=50, y=20, radius=8, outline=Colour("rest"), outline_width=2)
    assert codes("colour-alone", changed(made, with_marks(*circles("focus", "rest")))) == [("colour-alone", 4)]
    assert codes("colour-alone", changed(made, with_marks(*circles("focus"), ring))) == []


def test_a_shape_that_stands_for_something_stands_out_from_what_lies_behind_it(deck: LaidOut) -> None:
    coin = Circle(x=100, y=100, radius=90, fill=Colour("coin"))
    made = changed(deck(SHARE), with_marks(coin, Circle(x=100, y=100, radius=20, fill=Colour("focus"))))
    assert list(FEATURES.checks["contrast"].find(made)) == []
    like_the_focus = {**made.deck.theme.palette, "white": "#B8432B"}
    theme = replace(made.deck.theme, palette=like_the_focus)
    told = FEATURES.checks["contrast"].find(replace(made, deck=replace(made.deck, theme=theme)))
    assert [one.message.partition(" is ")[0] for one in told] == [
        "a shape in the graphic (‘focus’) of this statistic slide"
    ]


def test_type_that_is_too_small_is_found_in_texts_and_in_graphics(deck: LaidOut) -> None:
    def small(item: FrameItem) -> FrameItem:
        if isinstance(item, TextItem) and item.placeholder == "title":
            return replace(item, style=replace(item.style, size=17.0))
        return item

    label = Label(x=0, y=20, words="42%", size=11, colour=Colour("ink"), width=30)
    made = deck(SHARE)
    assert ("small-type", 4) in codes("small-type", changed(made, small))
    assert codes("small-type", changed(made, with_marks(label))) == [("small-type", 4)]


def test_what_is_read_before_the_title_or_after_the_source_is_found(deck: LaidOut) -> None:
    made = deck(SHARE)
    wrong = codes("reading-order", changed(made, lambda item: item, lambda items: reversed(list(items))))
    assert ("reading-order", 4) in wrong


def test_one_in_seven_alone_is_found(deck: LaidOut) -> None:
    made = deck(HEAD + "  - statistic: disorganised-attachment-at-least\n    graphic: one-in-n\n")

    def alone(item: FrameItem) -> FrameItem:
        if isinstance(item, GraphicItem):
            kept = (m for m in item.picture.marks if not (isinstance(m, Label) and "100" in m.words))
            return replace(item, picture=replace(item.picture, marks=tuple(kept)))
        if isinstance(item, TextItem) and ("100" in str(item.text) or "%" in str(item.text)):
            return replace(item, text=replace(item.text, paragraphs=()))
        return item

    assert codes("one-in-n", made) == []
    assert codes("one-in-n", changed(made, alone)) == [("one-in-n-alone", 4)]


def test_a_figure_whose_page_has_lost_its_place_and_its_year_is_found(deck: LaidOut) -> None:
    def lost(item: FrameItem) -> FrameItem:
        is_scope = isinstance(item, TextItem) and ("England" in str(item.text) or "2019" in str(item.text))
        return replace(item, text=Text()) if is_scope and isinstance(item, TextItem) else item

    made = changed(changed(deck(SHARE), lost), with_marks())
    (found,) = FEATURES.checks["figure-without-scope"].find(made)
    assert "does not say: " in found.message
    assert "England" in found.message
    assert "2019" in found.message


def test_a_page_without_words_for_a_title_is_found(deck: LaidOut) -> None:
    made = deck(SHARE)
    first, *rest = made.frames
    bare = replace(made, frames=(replace(first, title=" "), *rest))
    assert codes("no-title", bare) == [("no-title", 3)]
    layouts = tuple(replace(one, placeholders=one.placeholders[1:]) for one in made.layouts)
    assert len(codes("no-title", replace(made, layouts=layouts))) == len(made.frames)


# what layouts keep by themselves


def layouts(*roles: Role) -> list[tuple[AnySlideKind, Layout]]:
    found = [
        (kind, layout)
        for name, kind in FEATURES.slides.items()
        if name != "infographic-summary"
        for layout in kind.layouts
        if {place.role for place in layout.placeholders} >= set(roles)
    ]
    assert len(found) > 20
    return found


def test_no_layout_sets_type_below_eighteen_points_but_source_lines_and_numbers() -> None:
    for _, layout in layouts():
        for place in layout.placeholders:
            if place.style is not None:
                small = place.role in (Role.SOURCE, Role.SLIDE_NUMBER)
                assert place.style.size >= (12 if small else 18), f"{layout.name}: {place.name}"
                assert place.role is not Role.SOURCE or place.style.size <= 14, layout.name


SAY_A_POINT = ("comparison", "flow", "message", "nation-strip", "statistic", "table", "text", "timeline", "two-columns",
               "two-statistics")  # fmt: skip


def test_headlines_have_two_lines_at_most_and_28_to_40_points() -> None:
    seen = []
    for name in SAY_A_POINT:
        for layout in FEATURES.slides[name].layouts:
            (title,) = [place for place in layout.placeholders if place.role is Role.TITLE]
            assert title.style is not None
            seen.append(title.style.size)
            assert title.box.height < 3 * title.style.size * LINE_HEIGHT, layout.name
            is_beside_a_figure = name == "statistic" and any(
                place.style is not None and place.style.size > 100 for place in layout.placeholders
            )
            assert 28 <= title.style.size <= 40 or is_beside_a_figure, layout.name
    assert len(seen) > 50


def test_all_text_is_left_aligned_but_tags_markers_and_slide_numbers() -> None:
    for _, layout in layouts():
        for place in layout.placeholders:
            if place.style is not None and place.style.align != "left":
                assert place.role is Role.SLIDE_NUMBER or place.name.startswith(("tag", "marker")), layout.name


def test_every_layout_lists_its_title_first_and_its_source_after_all_but_the_number() -> None:
    for _, layout in layouts(Role.TITLE):
        roles = [place.role for place in layout.placeholders]
        assert roles[0] is Role.TITLE, layout.name
        if Role.SOURCE in roles:
            assert set(roles[roles.index(Role.SOURCE) :]) <= {Role.SOURCE, Role.SLIDE_NUMBER}, layout.name


def test_in_every_graphic_the_rest_is_drawn_as_rings_and_what_counts_is_solid(laid_out: LaidOut) -> None:
    library = laid_out("title: A deck\nslides: [title]\n").deck.library
    asked = [(name, kind) for name, one in library.statistics.items() for kind in one.drawing.allowed]
    slides = "".join(f"  - statistic: {name}\n    graphic: {kind}\n" for name, kind in asked)
    made = laid_out(f"title: A deck\nslides:\n{slides}")
    rests = [
        mark
        for frame in made.frames
        for item in frame.items
        if isinstance(item, GraphicItem)
        for mark in item.picture.marks
        if isinstance(mark, Circle | Rectangle) and "rest" in (mark.fill, mark.outline)
    ]
    assert len(rests) > 100
    assert all(mark.outline == Colour("rest") and mark.fill != Colour("rest") for mark in rests)
    for check in ("colour-alone", "many-colours", "small-type", "one-in-n", "reading-order"):
        assert [one.message for one in FEATURES.checks[check].find(made)] == []


def test_every_rule_has_a_level_that_it_uses_and_words_in_four_parts() -> None:
    for check in FEATURES.checks.values():
        assert isinstance(check.severity, Severity)
        assert all((check.what, check.why, check.example, check.instead)), check.code
