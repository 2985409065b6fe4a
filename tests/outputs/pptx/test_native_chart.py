"""Charts that can be edited: their numbers, their words, their data sheet, and nothing of the theme's left out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import warnings
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from PIL import Image
from pptx.presentation import Presentation as PresentationType

from deckmaker.model.colour import Colour
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import Chart, GraphicItem, Series
from deckmaker.outputs.pptx.integrity import problems
from deckmaker.outputs.pptx.native_chart import label_format

Build = Callable[[LaidOutDeck], bytes]
Opened = Callable[[bytes], PresentationType]
Convert = Callable[[Path, Path], Path]
CHART, SHEET = "ppt/charts/chart1.xml", "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"
WORDS = 'Children of mothers & fathers with "worries"'
BARS = Chart(
    kind="bars",
    categories=(WORDS, "Children of others"),
    series=(Series(name="Children, in each group", values=(57.5, 43), colours=(Colour("series"),)),),
    labels=("57.5%", "an estimated 43%", "around 15%"),
    number_format='General"%"',
    most=100,
    reference=("All children", 15),
)
PARTS = Chart(
    kind="stacked",
    categories=("All areas",),
    series=(
        Series(name="Took no referrals", values=(42,), colours=(Colour("focus"),)),
        Series(name="Other areas", values=(58,), colours=(Colour("rest"),)),
    ),
    labels=("around 42%",),
    number_format='General"%"',
)
DOTS = Chart(
    kind="dots",
    categories=("2004", "2017"),
    series=(
        Series(name="Girls", values=(1200, 1900), colours=(Colour("focus"),)),
        Series(name="Boys", values=(800, 1000), colours=(Colour("series"),)),
    ),
    labels=("1,200", "nearly 1,900", "800", "around 1,000"),
    number_format="#,##0",
)


def with_chart(deck: LaidOutDeck, chart: Chart | None, ground: str = "cream") -> LaidOutDeck:
    """The sample deck with its graphic as a chart, or as shapes."""
    frame = deck.frames[1]
    items = tuple(
        replace(item, native=True, chart=chart, graphic=replace(item.graphic, ground=Colour(ground)))
        if isinstance(item, GraphicItem)
        else item
        for item in frame.items
    )
    theme = replace(deck.deck.theme, roles={**deck.deck.theme.roles, "rest": "lilac"})
    frames = (deck.frames[0], replace(frame, items=items), *deck.frames[2:])
    return replace(deck, deck=replace(deck.deck, theme=theme), frames=frames)


@pytest.fixture
def made(sample_deck: LaidOutDeck, build: Build) -> Callable[..., bytes]:
    """The file of the sample deck with a chart."""
    return lambda chart, ground="cream": build(with_chart(sample_deck, chart, ground))


def entry(data: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def the_chart(presentation: PresentationType) -> Any:
    (frame,) = [shape for shape in presentation.slides[1].shapes if shape.has_chart]
    return frame


def test_the_bars_come_back_as_numbers_with_their_names_and_the_reference_as_a_row(
    made: Callable[..., bytes], opened: Opened
) -> None:
    frame = the_chart(opened(made(BARS)))
    (plot,) = frame.chart.plots
    assert list(plot.categories) == [*BARS.categories, "All children"]
    assert [(series.name, tuple(series.values)) for series in plot.series] == [
        ("Children, in each group", (57.5, 43, 15))
    ]
    assert frame.chart.value_axis.minimum_scale == 0
    assert frame.chart.value_axis.maximum_scale == 100
    assert not frame.chart.has_legend
    assert not frame.chart.has_title
    assert not frame.chart.value_axis.has_major_gridlines


def test_parts_and_dots_come_back_with_a_legend_of_their_series(made: Callable[..., bytes], opened: Opened) -> None:
    for chart in (PARTS, DOTS):
        shown = the_chart(opened(made(chart))).chart
        (plot,) = shown.plots
        assert [tuple(series.values) for series in plot.series] == [series.values for series in chart.series]
        assert [series.name for series in plot.series] == [series.name for series in chart.series]
        assert shown.has_legend


def test_a_chart_stands_in_its_place_with_its_words_and_leaves_no_empty_placeholder(
    made: Callable[..., bytes], opened: Opened, sample_deck: LaidOutDeck
) -> None:
    presentation = opened(made(BARS))
    frame = the_chart(presentation)
    place = sample_deck.layouts[1].placeholder("graphic").box
    assert (frame.left.pt, frame.top.pt, frame.width.pt, frame.height.pt) == pytest.approx(
        (place.x, place.y, place.width, place.height)
    )
    assert frame.element.nvGraphicFramePr.cNvPr.get("descr") == '42% of "areas" & more'
    assert frame.name == "Graphic"
    kinds = [str(shape.placeholder_format.type) for shape in presentation.slides[1].placeholders]
    assert kinds
    assert all("PICTURE" not in kind for kind in kinds)


@pytest.mark.parametrize("ground", ["cream", "plum"])
@pytest.mark.parametrize("chart", [BARS, PARTS, DOTS], ids=lambda chart: chart.kind)
def test_every_colour_is_the_themes_every_font_too_and_nothing_is_small(
    chart: Chart, ground: str, made: Callable[..., bytes]
) -> None:
    xml = entry(made(chart, ground), CHART).decode()
    assert "srgbClr" not in xml
    assert "sysClr" not in xml
    colours = re.findall(r'<a:schemeClr val="(\w+)"', xml)
    assert len(colours) > 4
    assert all(re.fullmatch(r"dk[12]|lt[12]|accent[1-6]", colour) for colour in colours)
    assert set(re.findall(r'typeface="([^"]+)"', xml)) == {"+mn-lt"}
    sizes = [int(size) for size in re.findall(r' sz="(\d+)"', xml)]
    assert sizes
    assert all(size >= 1800 for size in sizes)
    assert '<c:roundedCorners val="0"/>' in xml
    assert '<c:autoTitleDeleted val="1"/>' in xml


def test_colours_on_a_dark_ground_are_those_of_pictures_there(made: Callable[..., bytes]) -> None:
    light, dark = (entry(made(PARTS, ground), CHART).decode() for ground in ("cream", "plum"))
    focus = re.compile(r'<c:idx val="0"/>.*?<c:spPr><a:solidFill><a:schemeClr val="(\w+)"')
    (on_light,), (on_dark,) = focus.findall(light), focus.findall(dark)
    assert (on_light, on_dark) == ("accent2", "accent6")


def test_the_rest_is_outlined_and_not_filled(made: Callable[..., bytes]) -> None:
    xml = entry(made(PARTS), CHART).decode()
    assert '<c:idx val="1"/>' in xml
    after = xml.split('<c:order val="1"/>')[1]
    assert re.search(r"</c:tx><c:spPr><a:noFill/><a:ln w=\"27940\"><a:solidFill>", after)


@pytest.mark.parametrize(
    ("words", "value", "pattern"),
    [
        ("57%", 57, 'General"%"'),
        ("an estimated 43%", 43, '"an estimated "General"%"'),
        ("2.5 times", 2.5, 'General" times"'),
        ("£11,030", 11030, '"£"#,##0'),
        ("£16m", 16_000_000, ""),
        ("at least 15", 5, ""),
    ],
)
def test_a_label_is_a_number_format_that_keeps_its_hedge(words: str, value: float, pattern: str) -> None:
    assert label_format(words, value) == pattern


def test_every_figure_beside_a_bar_is_read_from_the_data_sheet(made: Callable[..., bytes]) -> None:
    xml = entry(made(BARS), CHART).decode()
    formats = re.findall(r'<c:dLbl><c:idx val="(\d)"/><c:numFmt formatCode="([^"]*)"', xml)
    assert formats == [
        ("0", "General&quot;%&quot;"),
        ("1", "&quot;an estimated &quot;General&quot;%&quot;"),
        ("2", "&quot;around &quot;General&quot;%&quot;"),
    ]
    assert "<c:rich>" not in xml


def test_the_hedges_of_every_series_stand_beside_its_dots(made: Callable[..., bytes]) -> None:
    xml = entry(made(DOTS), CHART).decode()
    formats = re.findall(r'<c:dLbl><c:idx val="(\d)"/><c:numFmt formatCode="([^"]*)"', xml)
    assert [place for place, _ in formats] == ["0", "1", "0", "1"]
    assert ["nearly" in pattern for _, pattern in formats] == [False, True, False, False]
    assert ["around" in pattern for _, pattern in formats] == [False, False, False, True]


def test_words_that_no_number_format_gives_are_written_out(made: Callable[..., bytes]) -> None:
    chart = replace(BARS, labels=("about half", "", ""))
    xml = entry(made(chart), CHART).decode()
    assert re.findall("<a:t>([^<]*)</a:t>", xml) == ["about half"]


def sheet_cells(data: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(entry(data, SHEET))) as book:
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    strings = ["".join(text.itertext()) for text in shared.iter(f"{space}si")]
    return {
        cell.get("r", ""): strings[int(cell.findtext(f"{space}v") or 0)]
        if cell.get("t") == "s"
        else cell.findtext(f"{space}v") or ""
        for cell in sheet.iter(f"{space}c")
    }


def test_the_data_sheet_holds_what_the_chart_shows(made: Callable[..., bytes]) -> None:
    data = made(DOTS)
    cells = sheet_cells(data)
    assert cells == {
        **{"B1": "Girls", "C1": "Boys", "A2": "2004", "A3": "2017"},
        **{"B2": "1200", "C2": "800", "B3": "1900", "C3": "1000"},
    }
    xml = entry(data, CHART).decode()
    ranges = re.findall(r"<c:f>([^<]+)</c:f>", xml)
    assert ranges == [
        *("Sheet1!$B$1", "Sheet1!$A$2:$A$3", "Sheet1!$B$2:$B$3"),
        *("Sheet1!$C$1", "Sheet1!$A$2:$A$3", "Sheet1!$C$2:$C$3"),
    ]


def test_the_data_sheet_has_no_clock_in_it(made: Callable[..., bytes]) -> None:
    with ZipFile(BytesIO(entry(made(BARS), SHEET))) as book:
        assert {info.date_time for info in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        about = book.read("docProps/core.xml").decode()
    dates = re.findall(r"\d{4}-\d\d-\d\dT", about)
    assert dates
    assert set(dates) == {"1980-01-01T"}


def test_two_dots_are_joined_and_more_are_not(made: Callable[..., bytes]) -> None:
    joined = '<c:spPr><a:ln w="38100" cap="rnd">'
    assert re.findall(r'<c:symbol val="(\w+)"', entry(made(DOTS), CHART).decode()) == ["circle", "diamond"]
    assert entry(made(DOTS), CHART).decode().count(joined) == 2
    groups = replace(DOTS, categories=("a", "b", "c"), series=(replace(DOTS.series[0], values=(1, 2, 3)),), labels=())
    assert joined not in entry(made(groups), CHART).decode()


def test_a_figure_too_wide_for_its_part_stands_above_it(made: Callable[..., bytes]) -> None:
    def shares(*values: int) -> Chart:
        series = tuple(replace(each, values=(value,)) for each, value in zip(PARTS.series, values, strict=True))
        return replace(PARTS, series=series, labels=(f"{values[0]}%",))

    lifted = re.compile(r'<c:dLbl><c:idx val="0"/><c:layout><c:manualLayout><c:x val="0"/><c:y val="-0\.\d+"/>')
    assert lifted.search(entry(made(shares(4, 96)), CHART).decode())
    assert not lifted.search(entry(made(shares(90, 10)), CHART).decode())


@pytest.mark.parametrize("chart", [BARS, PARTS, DOTS], ids=lambda chart: chart.kind)
def test_the_open_xml_rules_find_nothing_in_a_chart(chart: Chart, made: Callable[..., bytes], tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from openxml_audit import validate_pptx

        (tmp_path / "chart.pptx").write_bytes(made(chart))
        result = validate_pptx(str(tmp_path / "chart.pptx"))
    assert [str(error) for error in result.errors] == []


FAULTS = [
    (CHART, '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>', "", "0 workbooks, not 1"),
    (CHART, '<c:ptCount val="3"/>', '<c:ptCount val="2"/>', "points that are not among 2"),
    ("ppt/slides/slide2.xml", 'r:id="rId', 'r:id="rId1" r:link="rId', "a frame for a chart leads to"),
    ("[Content_Types].xml", "officedocument.spreadsheetml.sheet", "other", "is no workbook"),
]


@pytest.mark.parametrize(("name", "old", "new", "words"), FAULTS, ids=[fault[3] for fault in FAULTS])
def test_a_fault_planted_in_a_chart_is_found(
    name: str, old: str, new: str, words: str, made: Callable[..., bytes]
) -> None:
    data, stream = made(BARS), BytesIO()
    assert problems(data) == ()
    with ZipFile(BytesIO(data)) as before, ZipFile(stream, "w") as after:
        for each in before.namelist():
            content = before.read(each)
            if each == name:
                start = content.find(b"<c:chart ") if each.endswith("slide2.xml") else 0
                assert old.encode() in content[start:]
                content = content[:start] + content[start:].replace(old.encode(), new.encode(), 1)
            after.writestr(each, content)
    assert any(words in problem for problem in problems(stream.getvalue()))


_PROGRAM = """
import hashlib, runpy, sys
tests = runpy.run_path(sys.argv[1])
made = runpy.run_path(sys.argv[2])
charts = [tests[name] for name in ("BARS", "PARTS", "DOTS")]
decks = [tests["with_chart"](made["sample"](), chart) for chart in charts]
print(hashlib.sha256(b"".join(made["rendered"](deck) for deck in decks)).hexdigest())
"""


def _digest(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo" if seed == "1" else "UTC"}
    environment["PYTHONPATH"] = os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path if entry)
    command = [sys.executable, "-c", _PROGRAM, __file__, str(Path(__file__).with_name("conftest.py"))]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


def test_two_processes_write_the_same_charts() -> None:
    one = _digest("1")
    assert len(one.strip()) == 64
    assert one == _digest("2")


def test_libreoffice_draws_the_bars_in_proportion(made: Callable[..., bytes], soffice: Convert, tmp_path: Path) -> None:
    (tmp_path / "chart.pptx").write_bytes(made(BARS))
    pdf = soffice(tmp_path / "chart.pptx", tmp_path)
    subprocess.run(["pdftoppm", "-r", "72", "-f", "2", "-l", "2", "-png", str(pdf), str(tmp_path / "page")], check=True)
    (page,) = tmp_path.glob("page*.png")
    image = Image.open(page).convert("RGB")
    plum, coral = (0x4B, 0x23, 0x52), (0xC4, 0x47, 0x2D)
    lengths = {plum: 0, coral: 0}
    for y in range(150, 460):
        for colour in lengths:
            row = [x for x in range(560, 920) if image.getpixel((x, y)) == colour]
            lengths[colour] = max(lengths[colour], len(row))
    assert lengths[coral] > 5
    assert lengths[plum] / lengths[coral] == pytest.approx(57.5 / 15, rel=0.1)
