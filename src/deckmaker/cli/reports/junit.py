"""The report as JUnit XML, which build servers show as tests: a suite for each deck, a case for each rule.

An error is a failure. A warning, a note and what is waived stand in the words of a case that passes; a rule that the
settings switch off is a case that was skipped. There are no times, since the same input gives the same bytes. What
several decks share stands in the suite of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as Xml

from deckmaker.cli.reports.collected import Collected
from deckmaker.model.diagnostic import Diagnostic
from deckmaker.model.told import LetStand, Told
from deckmaker.workspace import MachineError

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def written(collected: Collected) -> bytes:
    """The whole report."""
    rules = sorted(check.code for check in collected.features.checks.values())
    top = Xml.Element("testsuites", name="deckmaker")
    for deck in collected.decks:
        _suite(top, deck.name, list(_cases(deck, rules if deck.is_judged else (), collected)))
    shared = [one.diagnostic for one in collected.findings if not one.decks]
    if shared:
        codes = dict.fromkeys(one.code for one in shared)
        _suite(
            top, "all decks", [_case("all decks", code, [d for d in shared if d.code == code], ()) for code in codes]
        )
    if collected.refusals:
        _suite(top, "the machine", [_refused(number, one) for number, one in enumerate(collected.refusals, start=1)])
    _count(top)
    Xml.indent(top)
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n'
    return head + Xml.tostring(top, encoding="unicode").encode("utf-8") + b"\n"


def _cases(deck: Told, rules: Iterable[str], collected: Collected) -> Iterator[Xml.Element]:
    found = list(dict.fromkeys(deck.diagnostics))
    codes = dict.fromkeys((*rules, *(one.code for one in found), *(one.diagnostic.code for one in deck.let_stand)))
    for code in codes:
        case = _case(
            deck.name, code, [one for one in found if one.code == code],
            [one for one in deck.let_stand if one.diagnostic.code == code],
        )  # fmt: skip
        case.set("file", _clean(collected.address(deck.spec)))
        if code in deck.rules_off:
            Xml.SubElement(case, "skipped", message="the settings switch this rule off")
        yield case


def _case(deck: str, code: str, found: Iterable[Diagnostic], let_stand: Iterable[LetStand]) -> Xml.Element:
    case = Xml.Element("testcase", classname=_clean(deck), name=_clean(code), time="0")
    errors = [one for one in found if one.stops_the_build]
    remarks = [f"{one.severity}: {_told(one)}" for one in found if not one.stops_the_build]
    remarks.extend(f"waived on {one.day}, {one.reason}: {_told(one.diagnostic)}" for one in let_stand)
    if errors:  # one for all of them, since several readers look at the first only
        first, more = errors[0], len(errors) - 1
        failure = Xml.SubElement(case, "failure", type=_clean(code))
        failure.set("message", _clean(first.message + (f" (and {more} more)" if more else "")))
        failure.text = _clean("\n".join(_told(one) for one in errors))
    if remarks:
        Xml.SubElement(case, "system-out").text = _clean("\n".join(remarks))
    return case


def _refused(number: int, error: MachineError) -> Xml.Element:
    case = Xml.Element("testcase", classname="the machine", name=f"refusal {number}", time="0")
    Xml.SubElement(case, "error", type="refused", message=_clean(str(error))).text = _clean(error.hint)
    return case


def _suite(top: Xml.Element, name: str, cases: list[Xml.Element]) -> None:
    suite = Xml.SubElement(top, "testsuite", name=_clean(name))
    suite.extend(cases)
    _count(suite)
    suite.set("time", "0")


def _count(element: Xml.Element) -> None:
    """Says how many cases there are below an element, and how many of them went wrong or were skipped."""
    for name, what in {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}.items():
        element.set(name, str(sum(1 for _ in element.iter(what))))


def _told(one: Diagnostic) -> str:
    place = f"{one.position}: " if one.position else ""
    return f"{place}{one.message}" + (f" (hint: {one.hint})" if one.hint else "")


def _clean(words: str) -> str:
    """The words without characters that XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", words)
