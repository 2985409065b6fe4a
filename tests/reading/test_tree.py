"""From bytes to a tree with places, and every file that has none."""

from __future__ import annotations

import time

import pytest
import yaml

from deckmaker.model.diagnostic import Position
from deckmaker.reading import decoding, tree
from deckmaker.reading.tree import Mapping, Node, Scalar, Sequence, read_tree


def root(text: str) -> Node:
    found = read_tree("talk.yaml", text.encode())
    assert found.problems == ()
    assert found.root is not None
    return found.root


def problem(content: bytes) -> str:
    """The first problem as ``line:column code``."""
    found = read_tree("talk.yaml", content)
    assert found.problems
    first = found.problems[0]
    assert first.position is not None
    return f"{first.position.line}:{first.position.column} {first.code}"


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def _each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything here holds with the C library and without it."""
    monkeypatch.setattr(tree, "_LOADER", getattr(yaml, request.param))


def test_every_key_and_value_remembers_its_place() -> None:
    found = root("title: Hello\nslides:\n  - agenda\n  - text:\n      body: Ä ö – x\n")
    assert isinstance(found, Mapping)
    assert [(key.text, str(key.position)) for key, _ in found.entries] == [
        ("title", "talk.yaml:1:1"),
        ("slides", "talk.yaml:2:1"),
    ]
    slides = found.get("slides")
    assert isinstance(slides, Sequence)
    assert [str(item.position) for item in slides.items] == ["talk.yaml:3:5", "talk.yaml:4:5"]


@pytest.mark.parametrize("word", ["NO", "yes", "010", "0x1F", "10:30", "2026-11-03", "1e3", "~", "null", "=", "1_000"])
def test_a_plain_word_stays_the_word_that_was_written(word: str) -> None:
    assert root(word) == Scalar(Position("talk.yaml"), word, "", word)


def test_a_fragment_of_a_text_can_be_found_on_its_line() -> None:
    found = root("note: >-\n  one {a} two\n  three {a} four\n")
    assert isinstance(found, Mapping)
    note = found.get("note")
    assert isinstance(note, Scalar)
    assert str(note.place_of("{a}")) == "talk.yaml:2:7"
    assert str(note.place_of("{a}", 1)) == "talk.yaml:3:9"
    assert note.place_of("{a}", 2) == note.position


def test_places_are_counted_in_characters_not_bytes() -> None:
    found = root('title: "Ünï – {a}"')
    assert isinstance(found, Mapping)
    title = found.get("title")
    assert isinstance(title, Scalar)
    assert str(title.place_of("{a}")) == "talk.yaml:1:15"


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    found = read_tree("talk.yaml", b"\xef\xbb\xbftitle: A\r\nslides: B\r\n")
    assert found.problems == ()
    assert isinstance(found.root, Mapping)
    assert [str(key.position) for key, _ in found.root.entries] == ["talk.yaml:1:1", "talk.yaml:2:1"]


def test_a_line_separator_in_a_text_does_not_shift_the_lines_below() -> None:
    found = root("title: A\u2028B\nslides: C\n")
    assert isinstance(found, Mapping)
    assert [key.position.line for key, _ in found.entries] == [1, 2]


def test_an_alias_repeats_what_it_names() -> None:
    found = root("a: &x [1, 2]\nb: *x\n")
    assert isinstance(found, Mapping)
    assert found.get("a") is found.get("b")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "1:1 empty-file"),
        (b"\n# only a remark\n", "1:1 empty-file"),
        (b"---\n", "1:1 empty-file"),
        (b"title: caf\xe9\n", "1:11 not-utf-8"),
        (b"title: x\nsubtitle: \xff\n", "2:11 not-utf-8"),
        (b"\xef\xbb\xbf{\xff", "1:2 not-utf-8"),
        (b"\xef\xbb\xbf", "1:1 empty-file"),
        ("title: x".encode("utf-16"), "1:1 not-utf-8"),
        ("title: x".encode("utf-16-le"), "1:1 not-utf-8"),
        ("title: x".encode("utf-32"), "1:1 not-utf-8"),
        (b"PK\x03\x04\x14\x00", "1:1 not-text"),
        (b"a" * (decoding.LIMIT + 1), "1:1 file-too-large"),
        (b"title: a\x07b\n", "1:9 control-character"),
        (b"title: a\x0bb\n", "1:9 control-character"),
        (b'title: "a\\x07"\n', "1:8 control-character"),
        (b"title: x\ntitle: y\n", "2:1 duplicate-key"),
        (b"a:\n  b: 1\n  c: 2\n  b: 3\n", "4:3 duplicate-key"),
        (b"[a]: 1\n", "1:1 bad-key"),
        (b"a: *b\n", "1:4 unknown-alias"),
        (b"a: &b [*b]\n", "1:8 alias-in-itself"),
        (b"a: &b\n", "1:4 empty-anchor"),
        (b"a: !!python/object:os.system x\n", "1:4 unknown-tag"),
        (b"a: !x [1]\n", "1:4 unknown-tag"),
        (b"a: 1\n---\nb: 2\n", "2:1 several-documents"),
        (b"slides:\n\t- agenda\n", "2:1 tab"),
        (b"a:\n  b: c\n \td: e\n", "3:2 tab"),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_why(content: bytes, expected: str) -> None:
    assert problem(content) == expected


@pytest.mark.parametrize("opening", [b"[", b"{a: ", b"- ", b"? "])
def test_deep_nesting_is_refused_at_once(opening: bytes) -> None:
    begun = time.perf_counter()
    assert problem(opening * 200_000).endswith("nested-too-deep")
    assert time.perf_counter() - begun < 2


def test_a_bomb_of_aliases_is_refused_without_being_set_off() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    begun = time.perf_counter()
    assert problem("\n".join(lines).encode()).endswith("too-many-repetitions")
    assert time.perf_counter() - begun < 2


def test_several_problems_of_form_come_at_once() -> None:
    found = read_tree("talk.yaml", b"a: 1\na: 2\nb: !x 3\n")
    assert {p.code for p in found.problems} == {"duplicate-key", "unknown-tag"}
    assert found.root is not None


HOSTILE = {
    "spaces": b"a: x" + b" " * 900_000 + b": b",
    "colons": b"a: " + b"b:" * 400_000,
    "marks": b"a: " + b'"' * 900_000,
    "hashes": b"a: x" + b" #y" * 300_000,
    "the same key": b"a: b\n" * 150_000,
    "many keys": b"".join(b"k%d: 1\n" % number for number in range(80_000)),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_takes_no_longer_than_a_large_one(content: bytes, request: pytest.FixtureRequest) -> None:
    if "SafeLoader" in request.node.callspec.id.split("-"):
        content = content[: len(content) // 40]  # PyYAML's own parser takes its time on any file of such a size
    begun = time.perf_counter()
    assert len(read_tree("talk.yaml", content).problems) <= tree.MOST_PROBLEMS
    assert time.perf_counter() - begun < 20
