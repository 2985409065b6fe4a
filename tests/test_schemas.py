"""The JSON Schemas by which editors complete and check what people write: up to date, and right about what is right."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from deckmaker.discovery import Features
from deckmaker.reading.schema import schemas

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "src" / "deckmaker" / "schemas"
FILES = tuple(
    sorted(
        (*(ROOT / "decks").glob("*.yaml"), *(ROOT / "src/deckmaker/library").glob("*.yaml"), ROOT / "brand/_brand.yml")
    )
)


class AsWritten(yaml.SafeLoader):
    """Reads dates as the texts that they are written as, which is how a JSON Schema knows them."""


AsWritten.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def content(words: str) -> Any:
    """What JSON would hold: every key a text."""
    return json.loads(json.dumps(yaml.load(words, Loader=AsWritten)))  # noqa: TID251 – a SafeLoader


def validator(name: str) -> Draft7Validator:
    schema = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def test_every_schema_is_up_to_date() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    assert len(there) >= 7
    assert there == schemas(Features()), "run: python scripts/make_schemas.py"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_names_its_schema_and_keeps_to_it(path: Path) -> None:
    words = path.read_text(encoding="utf-8")
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", words)
    assert named is not None
    schema = (path.parent / named[1]).resolve()
    assert schema.parent == FOLDER
    assert [error.message for error in validator(schema.name).iter_errors(content(words))] == []


@pytest.mark.parametrize("kind", Features().slides)
def test_the_example_of_every_kind_of_slide_keeps_to_the_schema(kind: str) -> None:
    example = Features().slides[kind].example.replace("\n", "\n    ")
    deck = content(f"title: A deck\nslides:\n  - {example}\n")
    assert [error.message for error in validator("deck.schema.json").iter_errors(deck)] == []


@pytest.mark.parametrize(
    "words",
    [
        "title: A deck\nslides: [title]\nsubtitel: x\n",
        "title: A deck\nslides:\n  - mesage: 1\n",
        "title: A deck\nslides:\n  - message: 1\n    headlin: x\n",
        "title: A deck\nslides: title\n",
        "slides: [title]\n",
        "title: A deck\nslides: [titel]\n",
        "title: A deck\naudience: doctors\nslides: [title]\n",
    ],
)
def test_what_deckmaker_refuses_the_schema_refuses_too(words: str) -> None:
    assert list(validator("deck.schema.json").iter_errors(content(words)))
