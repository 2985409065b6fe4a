"""What was built before, from what: so that a deck of which nothing changed need not be made again.

A record is found by the spec and by what was asked for. It holds for as long as every file that went in, every file
that came out and deckmaker itself have the content that they had; no time stamp counts. A record that cannot be read
is none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from deckmaker.memory import digest, digest_of, fingerprint, forget_oldest
from deckmaker.model.frozen import frozen
from deckmaker.model.told import Told, told_again
from deckmaker.workspace import MachineError, Workspace

_FORM = 2
"""Goes up when records get another form."""
_MOST = 2_000
"""Records kept; the oldest go first."""
_SETTINGS = "deckmaker.yaml"


@frozen(kw_only=True)
class Made:
    """What one spec became: what is told of its decks, the digests of what was read and of what was written.

    ``review_days`` are those of the evidence in its decks: what is told changes on the day after each of them.
    """

    told: tuple[Told, ...]
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]
    review_days: frozenset[date] = frozenset()


@frozen
class Looked:
    """What a look at the records gave: what was told then, or the ``reason`` why the spec has to be built."""

    told: tuple[Told, ...] = ()
    reason: str = ""


@frozen
class BuildRecords:
    """The records of one workspace; ``asked`` are the options of the command, as text, but the ``day`` by which the
    age of evidence is judged: a record of another day holds unless some evidence was to be reviewed between the two.
    """

    workspace: Workspace
    asked: str
    day: date

    def look(self, spec: str) -> Looked:
        """What was made of the spec, if all is as it was."""
        try:
            record = json.loads(self._path(spec).read_bytes())
        except FileNotFoundError:
            return Looked(reason="it was not built before, or not with these options")
        except (OSError, ValueError):
            return Looked(reason="the record of its last build cannot be read")
        try:
            if record["for"] != self._path(spec).name:
                return Looked(reason="the record of its last build is that of another")
            reason = next(self._changes(record), "")
            return Looked(reason=reason) if reason else Looked(tuple(told_again(one) for one in record["told"]))
        except (KeyError, TypeError, ValueError, AttributeError):
            return Looked(reason="the record of its last build is damaged")

    def keep(self, spec: str, made: Made) -> None:
        """Remembers what was made. Where the cache cannot be written, nothing is remembered."""
        path = self._path(spec)
        inputs = {_SETTINGS: "", **made.inputs}
        record = {
            "form": _FORM,
            "for": path.name,
            "deckmaker": fingerprint(),
            "day": self.day.isoformat(),
            "review-days": sorted(one.isoformat() for one in made.review_days),
            "inputs": inputs,
            "folders": {folder: self._listing(folder) for folder in self._folders(spec, inputs)},
            "outputs": dict(made.outputs),
            "told": [one.as_data() for one in made.told],
        }
        with suppress(MachineError, OSError):
            self.workspace.save({path.name: json.dumps(record).encode()}, path.parent)
            forget_oldest(path.parent, _MOST)

    def forget(self, spec: str) -> None:
        """There is no record of the spec any more."""
        with suppress(OSError):
            self._path(spec).unlink(missing_ok=True)

    def _changes(self, record: Mapping[str, Any]) -> Iterator[str]:
        """Why a record does not hold any more."""
        if record["form"] != _FORM or record["deckmaker"] != fingerprint():
            yield "deckmaker or a package that it needs has changed"
        first, last = sorted((record["day"], self.day.isoformat()))
        if any(first <= day < last for day in record["review-days"]):
            yield f"the age of its evidence was judged by {record['day']}"
        for name, then in record["inputs"].items():
            if self._digest(name) != then:
                yield f"{name} has changed"
        for folder, listing in record["folders"].items():
            if self._listing(folder) != listing:
                yield f"there are other files in {folder}"
        for name, then in record["outputs"].items():
            now = self._digest(name)
            if now != then:
                yield f"{name} is gone" if not now else f"{name} is not as it was written"

    def _digest(self, name: str) -> str:
        """Digest of a file's content; nothing where there is none."""
        try:
            return digest(self.workspace.read(name))
        except (FileNotFoundError, MachineError):
            return ""

    def _folders(self, spec: str, inputs: Mapping[str, str]) -> list[str]:
        """Folders in which a new file could change the deck: those of brands, and of an author's own evidence."""
        own = {str(PurePosixPath(name).parent) for name in inputs if not PurePosixPath(name).is_absolute()}
        own -= {str(PurePosixPath(spec).parent), "."}
        brands = {self.workspace.name(folder) for folder in self.workspace.brand_folders()}
        return sorted(own | brands)

    def _listing(self, folder: str) -> str:
        """Digest of the names in a folder and in the folders directly in it."""
        names: list[str] = []
        with suppress(OSError):
            for path in self.workspace.path(folder).iterdir():
                names.append(path.name)
                if path.is_dir():
                    names.extend(f"{path.name}/{inner.name}" for inner in path.iterdir())
        return digest_of("\n".join(sorted(names)))

    def _path(self, spec: str) -> Path:
        name = digest_of(f"{self.workspace.path(spec).resolve()}\n{self.workspace.root}\n{self.asked}")
        return self.workspace.cache / "builds" / f"{name}.json"
