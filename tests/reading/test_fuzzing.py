"""Whatever the bytes, reading ends soon, in a deck or in diagnostics with a place; never in another exception."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.model.diagnostic import DeckError, Diagnostic
from deckmaker.reading.brand import read_brand
from deckmaker.reading.library import _read
from deckmaker.workspace import Workspace

READ = Callable[[str | bytes], tuple[Any, tuple[Diagnostic, ...]]]
DAWN = (Workspace.bundled("brand") / "_brand.yml").read_bytes()
SPEC = b"""\
title: "Why {leaking-boats}"
subtitle: Because # a remark
audience: mps
nation: wales
date: 3 November 2026
formats: [pptx, pdf]
notes: yes
lengths: [30, 60]
start: 09:30
rules: {same-title: off}
waivers:
  - {code: too-much-text, date: 2026-11-03, reason: Looked at., slide: 12}
slides:
  - agenda
  - message: 1
    headline: 'A boat''s way'
    keep-for: [60]
    audience: [mps]
  - statistic: {statistic: leaking-boats, graphic: one-in-n}
  - quotation: water-is-patient
    form: short
  - text:
      headline: Words
      points: &points
        - One {boats-under-bridges}
        - Two
    notes: |
      Say this.

      And that.
  - text: {headline: Again, points: *points}
"""

PIECES = [
    b"{", b"}", b"[", b"]", b": ", b":", b"- ", b"-", b"\n", b"\n  ", b"\t", b"#", b" #x", b'"', b"'", b"&a ",
    b"*a", b"!", b"!!int",
    b"|", b">", b"%", b"@", b"`", b"---\n",
    b"...\n", b"? ", b"<<: ", b"\x00", b"\x07", b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xa8",
    b"\\x00", b"\\uD800", b"{{", b"}}", b"{x}", b"010", b"yes", b"9" * 400, b"soon", b"\xc2\x85", b"\r",
    b"  ", b",", b"~", b"1e999",
]  # fmt: skip
quick = settings(max_examples=300, deadline=10_000, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def mutated(draw: st.DrawFn, original: bytes) -> bytes:
    """The text with a few pieces put in, cut out, doubled or moved."""
    content = original
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 30)))
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=4))
        match draw(st.integers(0, 3)):
            case 0:
                content = content[:start] + piece + content[start:]
            case 1:
                content = content[:start] + content[end:]
            case 2:
                content = content[:end] + content[start:end] + content[end:]
            case _:
                content = content[:start] + piece + content[end:]
    return content


def assert_told(problems: tuple[Diagnostic, ...]) -> None:
    assert problems
    assert len(problems) < 500
    for problem in problems:
        assert problem.position is not None
        assert problem.position.line >= 1
        assert problem.position.column >= 1
        assert problem.message
        assert len(problem.message) < 1000


@quick
@given(content=mutated(SPEC) | st.binary(max_size=200))
def test_a_mutated_spec_is_a_deck_or_is_told(spec: READ, content: bytes) -> None:
    keys, problems = spec(content)
    if keys is None or problems:
        assert_told(problems)


@quick
@given(content=st.lists(st.sampled_from(PIECES), max_size=60).map(b"".join))
def test_pieces_of_yaml_in_any_order_are_told(spec: READ, content: bytes) -> None:
    keys, problems = spec(content)
    if keys is None or problems:
        assert_told(problems)


@quick
@given(content=mutated(DAWN))
def test_a_mutated_brand_is_a_theme_or_is_told(content: bytes) -> None:
    def nothing(name: str) -> bytes:
        raise FileNotFoundError(name)

    brand, problems = read_brand("_brand.yml", content, nothing)
    if brand is None:
        assert_told(problems)
    else:
        assert all(brand.theme.value(role) for role in brand.theme.roles)


@quick
@given(data=st.data())
def test_a_mutated_library_is_sound_or_is_told(library_files: dict[str, bytes], data: st.DataObject) -> None:
    files = dict(library_files)
    name = data.draw(st.sampled_from(sorted(files)))
    files[name] = data.draw(mutated(files[name]))
    try:
        _read.__wrapped__(tuple(files.items()))
    except DeckError as error:
        assert_told(error.diagnostics)
