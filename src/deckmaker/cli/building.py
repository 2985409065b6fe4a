"""Builds one spec, in all the decks that it makes, here or in another process, and gives back what there is to tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial
from importlib import import_module
from typing import TYPE_CHECKING

from deckmaker.build_records import BuildRecords, Made
from deckmaker.cli.specs import Planned, planned
from deckmaker.model.frozen import frozen
from deckmaker.model.told import Told
from deckmaker.workspace import MachineError, Workspace

if TYPE_CHECKING:
    from deckmaker.discovery import Features

Progress = Callable[[str, str], None]
"""Hears the name of a deck and the stage that begins."""


@frozen(kw_only=True)
class Asked:
    """The options of a command that change what is made or told."""

    folder: str
    formats: tuple[str, ...]
    length: int | None
    as_of: date
    strict: bool
    picture_size: tuple[int, int] | None = None


@frozen
class Built:
    """What came of one spec: what to tell of each of its decks, and what the machine refused."""

    told: tuple[Told, ...]
    refusals: tuple[MachineError, ...] = ()


def records_of(workspace: Workspace, asked: Asked) -> BuildRecords:
    """The records of builds with the same options, whatever the day."""
    return BuildRecords(workspace, repr(replace(asked, as_of=date.min)), asked.as_of)


@cache
def _features() -> Features:
    """Found once in each process."""
    from deckmaker.discovery import Features

    return Features()


def build_spec(
    decks: Sequence[tuple[str, int | None, str]],
    asked: Asked,
    workspace: Workspace,
    progress: Progress = lambda deck, stage: None,
) -> Built:
    """Makes the decks of one spec, each given as spec, length and name, and remembers it if all went well."""
    from deckmaker.cli.telling import told
    from deckmaker.pipeline import build_deck

    features = _features()
    tellings: list[Told] = []
    refusals: list[MachineError] = []
    inputs: dict[str, str] = {}
    outputs: dict[str, str] = {}
    review_days: set[date] = set()
    changed = False  # while it was read, so that nobody knows whether all the decks are of one state of the files
    for spec, length, name in decks:
        try:
            result = build_deck(
                spec,
                workspace,
                features,
                folder=asked.folder,
                length=length,
                formats=asked.formats,
                as_of=asked.as_of,
                strict=asked.strict,
                picture_size=asked.picture_size,
                tell=partial(progress, name),
            )
        except MachineError as error:
            refusals.append(error)
            continue
        tellings.append(told(result, name))
        changed = changed or any(inputs.get(name, digest) != digest for name, digest in result.inputs.items())
        inputs.update(result.inputs)
        outputs.update(result.outputs)
        review_days.update(result.review_days)
    records, spec = records_of(workspace, asked), decks[0][0]
    changed = changed or planned((spec,), asked.length, workspace) != tuple(Planned(*deck) for deck in decks)
    if changed or refusals or any(one.errors for one in tellings):
        records.forget(spec)
    else:
        made = Made(told=tuple(tellings), inputs=inputs, outputs=outputs, review_days=frozenset(review_days))
        records.keep(spec, made)
    return Built(tuple(tellings), tuple(refusals))


def build_side_by_side(
    specs: Sequence[Sequence[tuple[str, int | None, str]]], asked: Asked, workspace: Workspace, jobs: int
) -> Iterator[Built]:
    """The same for several specs in so many processes; what comes of them is given back in their order."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    from deckmaker.cli.processes import ctrl_c_waits, follow_the_first

    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
    if "fork" in methods:
        import_module("deckmaker.pipeline")  # once, before the processes part
    portable = Workspace(workspace.root, dict(workspace.environment))
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=follow_the_first)
    try:
        with ctrl_c_waits():
            waiting = [pool.submit(build_spec, decks, asked, portable) for decks in specs]
        for one in waiting:
            yield one.result()
    finally:  # also after Ctrl-C: no further deck is begun, those that are being made are waited for
        pool.shutdown(cancel_futures=True)
