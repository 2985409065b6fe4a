"""Kinds and sizes of picture files."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from deckmaker.outputs.pptx.media import file_ending, size_of


@pytest.mark.parametrize(("kind", "ending"), [("PNG", "png"), ("JPEG", "jpeg"), ("GIF", "gif")])
def test_kind_and_size_are_read_from_the_file(kind: str, ending: str) -> None:
    stream = BytesIO()
    Image.new("RGB", (37, 21)).save(stream, kind)
    assert file_ending(stream.getvalue()) == ending
    assert size_of(stream.getvalue()) == (37, 21)


@pytest.mark.parametrize("image", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\x00\x04", b"\xff\xd8\xff"])
def test_a_file_that_is_no_whole_picture_is_refused(image: bytes) -> None:
    with pytest.raises(ValueError, match=r"picture|JPEG"):
        size_of(image)
