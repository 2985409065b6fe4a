"""A small deck, placed by hand, that uses everything the PowerPoint output knows."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from io import BytesIO
from re import findall

import pytest
from PIL import Image
from pptx import Presentation
from pptx.presentation import Presentation as PresentationType

from deckmaker.discovery import Features
from deckmaker.drawing.store import CachedDraw
from deckmaker.layout.lay_out import lay_out
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, LaidOutDeck, Slide
from deckmaker.model.evidence import Citation, Library, Source, Statistic, Unit, Value
from deckmaker.model.frame import (
    Box,
    Frame,
    Graphic,
    GraphicItem,
    IconItem,
    ImageItem,
    ShapeItem,
    TextItem,
    TextStyle,
)
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import IconPlace, Layout, Placeholder, Role
from deckmaker.model.links import WebAddress
from deckmaker.model.picture import Drawn, Picture
from deckmaker.model.scope import Audience, Nation
from deckmaker.model.text import Paragraph, Run, Text, plain
from deckmaker.model.theme import FontChoice, Theme, Wordmark
from deckmaker.model.ways_to_draw import Drawing
from deckmaker.outputs.pptx import OUTPUT
from deckmaker.reading import build as build_deck
from deckmaker.reading import read
from deckmaker.workspace import Workspace

PALETTE = {
    "ink": "#2B1B2E",
    "plum": "#4B2352",
    "coral": "#C4472D",
    "teal": "#0F6B6B",
    "stone": "#6B5D6E",
    "ochre": "#B88400",
    "lilac": "#93809C",
    "marigold": "#F2B33D",
    "cream": "#FFFAF3",
    "white": "#FFFFFF",
    "sand": "#F7EBDD",
    "mist": "#E3F0EE",
    "blush": "#FBE4DC",
    "haze": "#EEE6F0",
    "hairline": "#D9CCD8",
    "orchid": "#C9B3D1",
    "plum-halo": "#5E3466",
}
THEME = Theme(
    name="Dawn & day",
    palette=PALETTE,
    roles={
        "title": "plum",
        "secondary": "stone",
        "focus": "coral",
        "on-dark": "cream",
        "secondary-on-dark": "orchid",
        "focus-on-dark": "marigold",
    },
    slots={
        "dk1": "ink",
        "lt1": "cream",
        "dk2": "stone",
        "lt2": "sand",
        "accent1": "plum",
        "accent2": "coral",
        "accent3": "teal",
        "accent4": "ochre",
        "accent5": "lilac",
        "accent6": "marigold",
        "hlink": "teal",
        "folHlink": "plum",
    },
    series=("plum", "coral", "teal", "ochre", "lilac"),
    dark=frozenset({"plum", "teal", "coral", "ink"}),
    live=FontChoice(family="Calibri", measured_as="Carlito"),
    drawn=FontChoice(family="Lato", measured_as="Lato"),
    wordmark=Wordmark(words="Parent-Infant", subline="— FOUNDATION —"),
    organisation="Parent-Infant Foundation",
)
NUMBER = Placeholder(
    name="number",
    role=Role.SLIDE_NUMBER,
    box=Box(752, 496, 40, 20),
    style=TextStyle(size=12, colour=Colour("secondary"), align="right"),
)


def place(name: str, box: Box, size: float, role: Role = Role.BODY, **look: object) -> Placeholder:
    style = replace(TextStyle(size=size, colour=Colour("ink")), **look)  # type: ignore[arg-type]
    return Placeholder(name=name, role=role, box=box, style=style, prompt=f"Prompt of {name}")


def title(colour: str = "title", size: float = 34) -> Placeholder:
    return place("title", Box(54, 40, 640, 90), size, Role.TITLE, bold=True, colour=Colour(colour))


DISC = ShapeItem(name="Large circle", kind="ellipse", box=Box(570, -158, 744, 744), fill=Colour("plum-halo"))
OPENING = Layout(
    name="title",
    title="Title",
    ground=Colour("plum"),
    placeholders=(
        title("on-dark", 60),
        place("subtitle", Box(54, 328, 500, 66), 26, Role.SUBTITLE, colour=Colour("secondary-on-dark")),
        place("details", Box(54, 402, 500, 50), 18, colour=Colour("on-dark")),
    ),
    decoration=(DISC,),
    wordmark=Box(54, 478, 120, 38),
    rule=False,
)
LIST = Layout(
    name="list",
    title="List",
    ground=Colour("cream"),
    placeholders=(
        title(),
        place(
            "points",
            Box(54, 146, 400, 300),
            24,
            marker="bullet",
            marker_colour=Colour("focus"),
            indent=26.0,
            space_after=12.0,
        ),
        Placeholder(name="graphic", role=Role.PICTURE, box=Box(474, 140, 432, 330), prompt="Picture"),
        place("source", Box(54, 490, 690, 34), 12, Role.SOURCE, colour=Colour("secondary")),
        NUMBER,
    ),
    decoration=(
        ShapeItem(
            name="Panel",
            kind="rectangle",
            box=Box(460, 130, 460, 350),
            fill=Colour("haze"),
            outline=Colour("hairline"),
            outline_width=1,
            radius=8,
        ),
    ),
    icons=(IconPlace(name="icon", box=Box(850, 40, 46, 46), colour=Colour("coral")),),
    wordmark=Box(806, 491, 100, 32),
)
REFERENCES = Layout(
    name="references",
    title="References",
    ground=Colour("mist"),
    placeholders=(
        title(),
        place("references", Box(54, 146, 852, 300), 18, marker="number", indent=36.0, space_after=9.0),
        NUMBER,
    ),
    wordmark=Box(806, 491, 100, 32),
)

HOGG = Source(id="hogg", title="Rare Jewels", short="Hogg, Rare Jewels (2019)", author="Hogg, S", year="2019")
WAVE = Source(
    id="wave",
    title="Age of opportunity",
    short="Wave (2013)",
    publisher="Wave Trust",
    link=WebAddress("https://example.org/a b"),
)
STATISTIC = Statistic(
    id="toy",
    values=(Value(value=42),),
    unit=Unit.PERCENT,
    counted="areas",
    base="of areas",
    predicate="took no referrals",
    phrase="{figure}",
    place="England",
    period="2019",
    population="areas",
    printed="42%",
    cite=(Citation(source=HOGG),),
    messages=(5,),
    drawing=Drawing(default="toy"),
)


@frozen(kw_only=True)
class ToySlide(Slide):
    """A slide that cites."""

    cite: tuple[Citation, ...] = ()


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + b"\x0f\x6b\x6b" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def draw(picture: Picture, ground: Colour) -> Drawn:
    width, height = picture.width, picture.height
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><path d="M0 0L9 9"/></svg>'
    return Drawn(svg=svg.encode(), png=png(round(width), round(height)))


def text_item(layout: Layout, name: str, text: Text) -> TextItem:
    found = layout.placeholder(name)
    assert found.style is not None
    return TextItem(placeholder=name, box=found.box, text=text, style=found.style)


POINTS = Text(
    (
        Paragraph(
            (Run("Babies "), Run("cannot wait", bold=True), Run(" & <neither> can we\x00 "), Run("[1]", cites=HOGG))
        ),
        Paragraph(
            (
                Run("Dechrau’n deg", language="cy-GB"),
                Run(", and ", language="en-GB"),
                Run("a link", link="https://example.org"),
            )
        ),
        Paragraph((Run("In coral", colour="focus"), Run(" and\na second line"))),
    )
)
NOTES = Text(
    (
        Paragraph((Run("Say"),), heading=True),
        Paragraph((Run("Slowly: "), Run("42%", bold=True))),
        Paragraph((Run("[1] ", cites=HOGG), Run("Rare Jewels", link="https://example.org/jewels")), bullet=True),
    )
)


def _frame(layout: Layout, heading: str, *items: object, **more: object) -> Frame:
    return Frame(
        layout=layout.name,
        ground=layout.ground,
        width=960,
        height=540,
        title=heading,
        items=(text_item(layout, "title", plain(heading)), *items),  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


def sample() -> LaidOutDeck:
    """Four slides: opening, a list with a graphic, a photograph, references."""
    picture = LIST.placeholder("graphic").box
    source = Text((Paragraph((Run("Source: Hogg "), Run("[1]", cites=HOGG), Run("."))),))
    frames = (
        _frame(OPENING, "Why babies matter", text_item(OPENING, "subtitle", plain("A case")), DISC),
        _frame(
            LIST,
            "Babies cannot wait",
            text_item(LIST, "points", POINTS),
            GraphicItem(
                placeholder="graphic",
                box=picture,
                graphic=Graphic(kind="toy", subject=STATISTIC, ground=Colour("cream")),
                picture=Picture(width=picture.width, height=picture.height, marks=()),
                alternative_text='42% of "areas" & more',
            ),
            text_item(LIST, "source", source),
            IconItem(icon="baby", box=Box(850, 40, 46, 46), colour=Colour("coral")),
            notes=NOTES,
            section="The case",
        ),
        _frame(
            LIST,
            "A photograph",
            ImageItem(placeholder="graphic", box=picture, image=png(40, 10), alternative_text=""),
            ShapeItem(name="Bar", kind="rectangle", box=Box(54, 300, 100, 4), fill=Colour("coral")),
            notes=plain("Only this."),
            section="The case",
        ),
        _frame(
            REFERENCES,
            "Where this comes from",
            text_item(
                REFERENCES,
                "references",
                Text(
                    (
                        Paragraph((Run(HOGG.reference, link=HOGG.link),), number=1),
                        Paragraph((Run(WAVE.reference, link=WAVE.link),), number=2),
                    )
                ),
            ),
            section="Sources",
        ),
    )
    slides = (
        ToySlide(kind="title"),
        ToySlide(kind="text", cite=(Citation(source=HOGG), Citation(source=WAVE))),
        ToySlide(kind="text"),
        ToySlide(kind="references"),
    )
    deck = Deck(
        name="sample",
        title=plain("Why babies matter"),
        subtitle=plain("A case for & against"),
        slides=slides,
        theme=THEME,
        library=Library(sources={}, statistics={}, quotations={}, messages={}),
        audience=Audience.COMMISSIONERS,
        nation=Nation.ENGLAND,
        presenter="Ada Lovelace",
        date=date(2025, 3, 4),
    )
    return LaidOutDeck(deck=deck, frames=frames, slides=slides, layouts=(OPENING, LIST, REFERENCES))


def rendered(laid_out: LaidOutDeck) -> bytes:
    (data,) = OUTPUT.render(laid_out, draw).values()
    return data


@pytest.fixture
def sample_deck() -> LaidOutDeck:
    """A deck with a bit of everything, placed by hand."""
    return sample()


@pytest.fixture
def build() -> Callable[[LaidOutDeck], bytes]:
    """The bytes of a deck's file, its graphics drawn as plain rectangles."""
    return rendered


@pytest.fixture(scope="session")
def data() -> bytes:
    """The sample deck's file."""
    return rendered(sample())


@pytest.fixture
def presentation(data: bytes) -> PresentationType:
    """The sample deck, opened again."""
    return Presentation(BytesIO(data))


@pytest.fixture
def opened() -> Callable[[bytes], PresentationType]:
    """Opens a file's bytes."""
    return lambda content: Presentation(BytesIO(content))


@pytest.fixture
def logo() -> bytes:
    """A picture file, three times as wide as high."""
    return png(30, 10)


@dataclass(frozen=True)
class Built:
    """A deck as it was laid out, and the bytes of its file."""

    laid_out: LaidOutDeck
    data: bytes


def _indented(example: str) -> str:
    first, *rest = example.splitlines()
    return "\n".join([f"  - {first}", *(f"    {line}" for line in rest)])


@pytest.fixture(scope="session")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Built]:
    """A deck of a brand with every kind of slide, from their own examples, and editable graphics of both sorts."""
    features = Features()
    folder = tmp_path_factory.mktemp("every-kind")
    examples = [kind.example for kind in features.slides.values()]
    for name in {name for example in examples for name in findall(r"[\w/-]+\.(?:png|jpe?g)", example)}:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (1200, 900), "#0F6B6B").save(folder / name)
    native = [
        f"statistic: {name}\ngraphic: {{native: true}}\nheadline: Figures on {name.replace('-', ' ')}"
        for name in ("babies-needing-specialised-help", "disorganised-attachment-groups")
    ]

    @cache
    def made(brand: str) -> Built:
        slides = "\n".join(map(_indented, ("section: A part of the deck", *examples, *native)))
        (folder / f"{brand}.yaml").write_text(f"title: A deck\nbrand: {brand}\nslides:\n{slides}\n", encoding="utf-8")
        workspace = Workspace(folder)
        laid_out = lay_out(build_deck(f"{brand}.yaml", read(f"{brand}.yaml", workspace, features), features), features)
        (data,) = OUTPUT.render(laid_out, CachedDraw(laid_out.deck.theme, folder / "cache")).values()
        return Built(laid_out, data)

    return made
