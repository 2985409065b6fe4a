"""Picture files that authors name: found beside the file that names them, never outside, never trusted."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from deckmaker.discovery import Features
from deckmaker.model.deck import Deck, Image
from deckmaker.model.diagnostic import DeckError, Diagnostic
from deckmaker.outputs.pptx.media import file_ending, size_of
from deckmaker.reading import build, images, read
from deckmaker.reading.image_content import Checked, checked
from deckmaker.workspace import Workspace

Run = Callable[..., Result]
FEATURES = Features()
SLIDE = "  - image: {}\n    headline: A headline\n    alternative-text: What it shows\n    credit: Zoë Hill\n"


def picture(kind: str = "PNG", size: tuple[int, int] = (60, 40), mode: str = "RGB") -> bytes:
    made = BytesIO()
    Pillow.new(mode, size, 1 if mode == "P" else 120).save(made, kind)
    return made.getvalue()


def header_only(width: int, height: int) -> bytes:
    """A small PNG that says that it is very large."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def put(workspace: Workspace, name: str, content: bytes | str) -> None:
    path = workspace.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def spec_of(*names: str) -> str:
    return "title: A\nslides:\n" + "".join(SLIDE.format(name) for name in names)


def deck_of(workspace: Workspace, spec: str) -> Deck:
    put(workspace, "decks/talk.yaml", spec)
    return build("decks/talk.yaml", read("decks/talk.yaml", workspace, FEATURES), FEATURES)


def problem_with(workspace: Workspace, spec: str) -> Diagnostic:
    with pytest.raises(DeckError) as caught:
        deck_of(workspace, spec)
    (problem,) = caught.value.diagnostics
    assert problem.hint
    return problem


def shown(deck: Deck) -> list[Image]:
    found = [getattr(slide, "image", None) for slide in deck.slides]
    return [image for image in found if isinstance(image, Image)]


@pytest.mark.parametrize(("name", "kind"), [("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.jpeg", "JPEG"), ("A.GIF", "GIF")])
def test_a_picture_beside_the_deck_is_read_with_its_size(workspace: Workspace, name: str, kind: str) -> None:
    put(workspace, f"decks/{name}", picture(kind))
    (image,) = shown(deck_of(workspace, spec_of(name)))
    assert (image.name, image.width, image.height) == (name, 60, 40)
    assert size_of(image.content) == (60, 40)
    assert str(image.position) == "decks/talk.yaml:3:12"


def test_a_picture_is_found_from_the_file_that_names_it(workspace: Workspace) -> None:
    put(workspace, "decks/parts/pictures/a.png", picture())
    put(workspace, "decks/parts/one.yaml", "slides:\n" + SLIDE.format("pictures/a.png"))
    deck = deck_of(workspace, "title: A\nslides:\n  - include: parts/one.yaml\n  - include: parts/one.yaml\n")
    assert len(shown(deck)) == 2


def test_keys_under_the_kind_name_a_picture_as_well(workspace: Workspace) -> None:
    put(workspace, "decks/a.png", picture())
    spec = (
        "title: A\nslides:\n  - image:\n      image: a.png\n      headline: H\n      decorative: yes\n      credit: Z\n"
    )
    assert len(shown(deck_of(workspace, spec))) == 1


def test_the_files_are_among_those_that_a_deck_is_made_of(workspace: Workspace) -> None:
    put(workspace, "decks/a.png", picture())
    put(workspace, "decks/talk.yaml", spec_of("a.png", "./a.png"))
    sources = read("decks/talk.yaml", workspace, FEATURES)
    assert sources.files["decks/a.png"] == picture()
    assert sources.beside.count("decks/a.png") == 1


def test_building_reads_nothing_from_the_disk(workspace: Workspace) -> None:
    put(workspace, "decks/a.png", picture())
    put(workspace, "decks/talk.yaml", spec_of("a.png"))
    sources = read("decks/talk.yaml", workspace, FEATURES)
    (workspace.root / "decks" / "a.png").unlink()
    assert len(shown(build("decks/talk.yaml", sources, FEATURES))) == 1


def test_a_picture_that_is_missing_is_named_with_the_nearest_there_is(workspace: Workspace) -> None:
    put(workspace, "decks/family.png", picture())
    problem = problem_with(workspace, spec_of("famly.png"))
    assert (problem.code, str(problem.position)) == ("missing-file", "decks/talk.yaml:3:12")
    assert "family.png" in problem.hint


@pytest.mark.parametrize(
    "name",
    ["../secret.png", "/etc/passwd", "parts/../../secret.png", r"..\secret.png", r"C:\secret.png", r"\\host\a.png"],
)
def test_a_path_that_climbs_out_of_the_folder_is_refused(workspace: Workspace, name: str) -> None:
    put(workspace, "secret.png", picture())
    assert problem_with(workspace, spec_of(f"'{name}'")).code in ("outside", "missing-file")


@pytest.mark.parametrize("name", ["https://example.org/a.png", "file:///etc/passwd", "'data:image/png;base64,AAAA'"])
def test_an_address_is_no_file(workspace: Workspace, name: str) -> None:
    problem = problem_with(workspace, spec_of(name))
    assert problem.code == "outside"
    assert "address" in problem.message


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only some people make links")
def test_a_link_out_of_the_folder_is_not_followed(workspace: Workspace) -> None:
    put(workspace, "secret.png", picture())
    (workspace.root / "decks" / "a.png").symlink_to(workspace.root / "secret.png")
    assert problem_with(workspace, spec_of("a.png")).code == "outside"


@pytest.mark.parametrize("name", ["x" * 300 + ".png", "a/" * 300 + "b.png", "'a\\0b.png'", "parts"])
def test_a_name_that_no_picture_has_is_told_as_missing(workspace: Workspace, name: str) -> None:
    (workspace.root / "decks" / "parts").mkdir()
    assert problem_with(workspace, spec_of(name)).code in ("missing-file", "outside")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>', "an SVG drawing"),
        (b"title: A\n", "is no picture"),
        (b"", "is no picture"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "WebP"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "HEIC"),
        (b"%PDF-1.7", "PDF"),
        (picture()[:60], "damaged"),
        (picture("JPEG")[:200], "damaged"),
        (header_only(60_000, 60_000), "50,000,000"),
        (header_only(8_000, 7_000), "50,000,000"),
        (header_only(1, 4_000), "no picture to look at"),
    ],
    ids=lambda value: value.replace(" ", "-") if isinstance(value, str) else "",
)  # fmt: skip
def test_a_file_that_is_no_picture_to_show_is_refused_in_plain_words(
    workspace: Workspace, content: bytes, said: str
) -> None:
    put(workspace, "decks/a.png" if not content.startswith(b"\xff\xd8") else "decks/a.jpg", content)
    problem = problem_with(workspace, spec_of("a.jpg" if content.startswith(b"\xff\xd8") else "a.png"))
    assert said in problem.message
    assert str(problem.position) == "decks/talk.yaml:3:12"


def test_a_file_that_is_too_large_is_not_read_to_its_end(workspace: Workspace) -> None:
    with (workspace.root / "decks" / "a.png").open("wb") as file:
        file.write(picture())
        file.truncate(25_000_000)
    problem = problem_with(workspace, spec_of("a.png"))
    assert problem.code == "picture-too-large"
    assert "20 MB" in problem.message
    assert len(read("decks/talk.yaml", workspace, FEATURES).files["decks/a.png"]) == 20_000_001


def test_pictures_that_are_too_large_together_are_told(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "MOST_BYTES", 250)
    for name in ("a.png", "b.png", "c.png"):
        put(workspace, f"decks/{name}", picture(size=(60, 40 + ord(name[0]))))
    with pytest.raises(DeckError) as caught:
        deck_of(workspace, spec_of("a.png", "b.png", "c.png"))
    assert {one.code for one in caught.value.diagnostics} == {"picture-too-large"}


def test_every_wrong_picture_is_told_at_once(workspace: Workspace) -> None:
    put(workspace, "decks/a.png", b"no picture")
    with pytest.raises(DeckError) as caught:
        deck_of(workspace, spec_of("a.png", "b.png", "../c.png"))
    assert [one.code for one in caught.value.diagnostics] == ["no-picture", "missing-file", "outside"]


def test_a_list_where_one_picture_should_be_is_told(workspace: Workspace) -> None:
    put(workspace, "decks/a.png", picture())
    assert problem_with(workspace, spec_of("[a.png]")).code == "wrong-value"


def test_a_logo_needs_the_name_of_the_partner(workspace: Workspace) -> None:
    put(workspace, "decks/logo.png", picture())
    problem = problem_with(workspace, "title: A\npartner-logo: logo.png\nslides: [title]\n")
    assert (problem.code, str(problem.position)) == ("missing-key", "decks/talk.yaml:2:1")
    problem = problem_with(workspace, "title: A\npartner: Somebody\nslides: [title]\n")
    assert problem.code == "missing-key"
    deck = deck_of(workspace, "title: A\npartner-logo: logo.png\npartner: Somebody\nslides: [title]\n")
    assert deck.partner_logo is not None
    assert deck.partner_logo.width == 60


def test_another_picture_of_the_same_name_is_built_anew(deckmaker: Run, workspace: Workspace) -> None:
    put(workspace, "decks/a.png", picture())
    put(workspace, "decks/talk.yaml", spec_of("a.png"))
    first = deckmaker("build", "talk")
    assert first.exit_code == 0, first.output
    assert "nothing has changed" in deckmaker("build", "talk").output
    put(workspace, "decks/a.png", picture(size=(80, 40)))
    assert "nothing has changed" not in deckmaker("build", "talk").output


def test_a_path_as_windows_writes_it_is_told_how_to_write_it(workspace: Workspace) -> None:
    put(workspace, "decks/pictures/a.png", picture())
    assert "pictures/photo.jpg" in problem_with(workspace, spec_of(r"pictures\a.png")).hint


def test_the_pictures_of_a_deck_come_with_its_copy(deckmaker: Run, workspace: Workspace) -> None:
    put(workspace, "theirs/pictures/a.png", picture())
    put(workspace, "theirs/talk.yaml", spec_of("pictures/a.png"))
    made = deckmaker("new", "mine", "--from", "theirs/talk.yaml")
    assert "decks/pictures/a.png  came with it" in made.output
    assert workspace.read("decks/pictures/a.png") == picture()
    assert deckmaker("build", "mine").exit_code == 0


def test_a_deck_without_pictures_does_not_load_what_decodes_them(workspace: Workspace) -> None:
    put(workspace, "decks/talk.yaml", "title: A\nslides: [title]\n")
    program = (
        "import sys; from pathlib import Path; from deckmaker.discovery import Features\n"
        "from deckmaker.reading import build, read; from deckmaker.workspace import Workspace\n"
        "features = Features(); sources = read('decks/talk.yaml', Workspace(Path(sys.argv[1])), features)\n"
        "build('decks/talk.yaml', sources, features); print('PIL' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(workspace.root)], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "False"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([picture(), picture("JPEG"), picture("GIF", mode="P")]),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=6),
    st.integers(0, 40),
)
def test_what_is_taken_can_be_shown_however_a_file_was_damaged(
    content: bytes, changes: list[tuple[int, int]], cut: int
) -> None:
    damaged = bytearray(content[: len(content) - cut])
    for place, value in changes:
        damaged[place % len(damaged)] = value
    for name in ("a.png", "a.jpg", "a.gif"):
        found = checked(name, bytes(damaged))
        if isinstance(found, Checked):
            assert size_of(found.content) == (found.width, found.height)
            assert file_ending(found.content) in ("png", "jpeg", "gif")


def test_no_named_file_lies_outside_the_folder(tmp_path: Path) -> None:
    names = [part for name in ("a.png", "../a.png", "/a.png", "x/../../a.png") for part in (name, f"./{name}")]
    workspace = Workspace(tmp_path)
    put(workspace, "a.png", picture())
    put(workspace, "decks/talk.yaml", spec_of(*(f"'{name}'" for name in names)))
    sources = read("decks/talk.yaml", workspace, FEATURES)
    outside = [name for name in sources.files if name.endswith(".png")]
    assert outside == []
