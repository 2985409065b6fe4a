"""Reports for programs: whole, valid, the same for the same input, and alone on standard output."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from click.testing import Result
from jsonschema import Draft7Validator

from deckmaker import pipeline
from deckmaker.cli.reports import FORMS
from deckmaker.cli.reports.collected import Finding, findings
from deckmaker.discovery import Features
from deckmaker.model.diagnostic import Diagnostic, Position
from deckmaker.model.told import LetStand, Told
from deckmaker.workspace import MachineError, Workspace

Run = Callable[..., Result]
MACHINE_FORMS = FORMS[1:]
SCHEMA = Path(__file__).parents[2] / "src/deckmaker/cli/reports/report.schema.json"
TALK = """\
title: A talk
lengths: [5, 30]
waivers:
  - {code: missing-references, date: 2026-11-03, reason: "On paper: 100%, all of it"}
slides:
  - title
  - message: 1
  - text: {headline: "Fares: up, 100%", points: [One, "Some 37% of babies"]}
"""
BAD = "title: Bad\nslides:\n  - title\n  - mesage: 1\n"
GOOD = "title: Good\nslides:\n  - title\n  - message: 1\n  - references\n"


@pytest.fixture
def decks(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    for name, words in {"bad": BAD, "good": GOOD, "talk": TALK}.items():
        (workspace.root / "decks" / f"{name}.yaml").write_text(words, encoding="utf-8")
    return workspace


def refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise MachineError("the disk is full", "make room, 10% at least")

    monkeypatch.setattr(Workspace, "save", refused)


# what all forms have in common


@pytest.mark.parametrize("form", MACHINE_FORMS)
def test_a_report_stands_alone_on_standard_output_and_is_the_same_every_time(
    decks: Workspace, deckmaker: Run, form: str
) -> None:
    first, second = (deckmaker("check", "--report", form) for _ in range(2))
    assert first.exit_code == 1
    assert first.stdout_bytes == second.stdout_bytes
    assert "unsourced-figure" in first.stdout
    assert "no problems" not in first.stdout
    assert "unsourced-figure" not in first.stderr
    assert " errors in 3 decks" in first.stderr


@pytest.mark.parametrize("form", MACHINE_FORMS)
def test_a_built_deck_and_one_of_which_nothing_has_changed_give_the_same_report(
    decks: Workspace, deckmaker: Run, form: str
) -> None:
    first, second = (deckmaker("build", "good", "--report", form) for _ in range(2))
    assert first.exit_code == 0
    assert first.stdout_bytes == second.stdout_bytes
    assert not re.search(r"\d\.\d s\b", first.stdout)
    assert (decks.root / "output" / "good.pptx").is_file()


@pytest.mark.parametrize("form", MACHINE_FORMS)
def test_beside_a_report_in_a_file_people_are_told_as_usual(decks: Workspace, deckmaker: Run, form: str) -> None:
    plain = deckmaker("check")
    filed = deckmaker("check", "--report", form, "--report-file", "reports/found.txt")
    assert (filed.exit_code, filed.stdout, filed.stderr) == (plain.exit_code, plain.stdout, plain.stderr)
    assert decks.read("reports/found.txt") == deckmaker("check", "--report", form).stdout_bytes


@pytest.mark.parametrize("form", MACHINE_FORMS)
def test_what_the_machine_refuses_is_in_the_report(
    decks: Workspace, deckmaker: Run, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch)
    result = deckmaker("build", "good", "--report", form, "--jobs", "1")
    assert result.exit_code == 3
    assert "the disk is full" in result.stdout.lower()
    assert "error: the disk is full" in result.stderr


def test_a_refusal_that_ends_the_command_leaves_a_whole_report(
    decks: Workspace, deckmaker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise MachineError("decks/good.yaml is not there any more")

    monkeypatch.setattr(pipeline, "check_deck", gone)
    result = deckmaker("check", "good", "--report", "json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["refusals"] == [{"message": "decks/good.yaml is not there any more", "hint": ""}]


def test_a_report_file_that_cannot_be_written_is_the_machines_refusal(decks: Workspace, deckmaker: Run) -> None:
    (decks.root / "reports").write_bytes(b"a file")
    result = deckmaker("check", "good", "--report", "json", "--report-file", "reports/found.json")
    assert result.exit_code == 3
    assert "reports/found.json cannot be written" in result.stderr


def test_a_file_without_a_form_is_wrong_usage(decks: Workspace, deckmaker: Run) -> None:
    result = deckmaker("check", "--report-file", "found.json")
    assert result.exit_code == 2
    assert "--report json" in result.output


@pytest.mark.parametrize("instead", [["--list"], ["--explain", "talk-length"]])
def test_where_nothing_is_checked_there_is_no_report(deckmaker: Run, instead: list[str]) -> None:
    assert deckmaker("check", *instead, "--report", "json").exit_code == 2
    assert deckmaker("check", *instead).exit_code == 0


def test_several_processes_make_the_same_report(decks: Workspace, deckmaker: Run) -> None:
    one, two = (deckmaker("build", "--force", "--report", "json", "--jobs", jobs) for jobs in ("1", "2"))
    assert one.stdout_bytes == two.stdout_bytes


def test_what_a_deck_has_twice_is_told_once_with_the_name_of_the_deck_once() -> None:
    one, other = Diagnostic("some-code", "something"), Diagnostic("other-code", "something")
    waived = LetStand(diagnostic=other, day="2026-11-03", reason="Known.", position=Position("deckmaker.yaml", 2))
    decks = [
        Told(spec=f"decks/{name}.yaml", name=name, diagnostics=(one, one), let_stand=(waived, waived))
        for name in ("a", "b")
    ]
    assert findings(decks, [one]) == (Finding(one, ("a", "b")), Finding(other, ("a", "b"), waived))


# JSON


def report(deckmaker: Run, *arguments: str) -> Any:
    data = json.loads(deckmaker(*arguments, "--report", "json").stdout)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    assert [error.message for error in Draft7Validator(schema).iter_errors(data)] == []
    return data


def test_json_tells_every_finding_once_with_all_its_decks(decks: Workspace, deckmaker: Run) -> None:
    data = report(deckmaker, "check")
    assert [deck["name"] for deck in data["decks"]] == ["bad", "good", "talk-5", "talk-30"]
    found = {finding["code"]: finding for finding in data["findings"] if finding["severity"] == "error"}
    assert found["unknown-kind"]["place"] == {"file": "decks/bad.yaml", "line": 4, "column": 5}
    assert found["unsourced-figure"]["decks"] == ["talk-5", "talk-30"]
    as_written = [json.dumps(finding, sort_keys=True) for finding in data["findings"]]
    assert len(as_written) == len(set(as_written))
    (waived,) = [finding for finding in data["findings"] if finding["waived"]]
    assert waived["code"] == "missing-references"
    assert waived["waived"] == {
        "date": "2026-11-03",
        "reason": "On paper: 100%, all of it",
        "place": {"file": "decks/talk.yaml", "line": 4, "column": 5},
    }


def test_json_of_a_build_names_the_files_and_of_a_refusal_the_hint(
    decks: Workspace, deckmaker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert report(deckmaker, "build", "good")["decks"][0]["files"] == ["output/good.pptx"]
    refuse(monkeypatch)
    data = report(deckmaker, "build", "good", "--force", "--jobs", "1")
    assert data["refusals"] == [{"message": "the disk is full", "hint": "make room, 10% at least"}]


def test_json_has_what_belongs_to_no_deck_alone(decks: Workspace, deckmaker: Run) -> None:
    settings = 'waivers:\n  - {code: same-title, date: 2026-11-03, reason: "None, in the end"}\n'
    (decks.root / "deckmaker.yaml").write_text(settings, encoding="utf-8")
    for name in ("bad", "talk"):
        (decks.root / "decks" / f"{name}.yaml").unlink()
    (unused,) = [one for one in report(deckmaker, "check")["findings"] if one["code"] == "unused-waiver"]
    assert unused["decks"] == []
    assert unused["place"]["file"] == "deckmaker.yaml"


def test_the_schema_refuses_what_is_no_report() -> None:
    schema = Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert list(schema.iter_errors({"version": 2}))
    assert list(schema.iter_errors({"version": 1, "deckmaker": "1", "decks": [], "findings": [{}], "refusals": []}))


# GitHub


def annotated(output: str) -> list[tuple[str, dict[str, str], str]]:
    """Commands, properties and words, read as GitHub's runner reads them."""
    found = []
    for line in output.splitlines():
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert match is not None, line
        pairs = (pair.split("=", 1) for pair in match[2].split(","))
        undone = {name: value.replace("%2C", ",").replace("%3A", ":") for name, value in pairs}
        plain = {name: value.replace("%0A", "\n").replace("%25", "%") for name, value in undone.items()}
        found.append((match[1], plain, match[3].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")))
    return found


def test_github_annotations_stand_on_their_lines_and_nothing_in_them_is_a_command(
    decks: Workspace, deckmaker: Run
) -> None:
    found = annotated(deckmaker("check", "talk", "--report", "github").stdout)
    command, properties, words = next(one for one in found if one[1]["title"] == "unsourced-figure")
    assert command == "error"
    assert {name: properties[name] for name in ("file", "line")} == {"file": "decks/talk.yaml", "line": "8"}
    assert int(properties["col"]) > 1
    assert "%" in words
    assert "\nHint: " in words
    waived = next(one for one in found if one[1]["title"] == "missing-references (waived)")
    assert waived[0] == "notice"
    assert waived[2].endswith("Waived on 2026-11-03: On paper: 100%, all of it")


def test_github_properties_keep_commas_colons_and_line_breaks(deckmaker: Run, workspace: Workspace) -> None:
    name = "a,b%.yaml"
    (workspace.root / "decks" / name).write_text(BAD, encoding="utf-8")
    output = deckmaker("check", f"decks/{name}", "--report", "github").stdout
    assert "file=decks/a%2Cb%25.yaml,line=4,col=5," in output
    assert annotated(output)[0][1]["file"] == f"decks/{name}"


def test_github_annotations_count_files_from_the_top_of_the_repository(decks: Workspace, deckmaker: Run) -> None:
    top = Workspace(decks.root, {**decks.environment, "GITHUB_WORKSPACE": str(decks.root.parent)})
    from click.testing import CliRunner

    from deckmaker.cli.program import deckmaker as command

    result = CliRunner().invoke(command, ["check", "bad", "--report", "github"], obj=top)
    assert annotated(result.stdout)[0][1]["file"] == f"{decks.root.name}/decks/bad.yaml"


# SARIF


def _object(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


def _list(items: Any, least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least}


TEXT = {"type": "string", "minLength": 1}
MESSAGE = _object(["text"], text=TEXT, markdown=TEXT)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
NUMBER = {"type": "integer", "minimum": 1}
LOCATION = _object(
    ["physicalLocation"],
    physicalLocation=_object(
        ["artifactLocation", "region"],
        artifactLocation=_object(
            ["uri"], uri={"type": "string", "pattern": "^[A-Za-z0-9._~:/%()'!*-]+$"}, uriBaseId={"const": "%SRCROOT%"}
        ),
        region=_object(["startLine"], startLine=NUMBER, startColumn=NUMBER),
    ),
)
SARIF = _object(
    ["version", "runs"],
    **{"$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"}},
    runs=_list(
        _object(
            ["tool", "results"],
            tool=_object(
                ["driver"],
                driver=_object(
                    ["name", "rules"],
                    name=TEXT,
                    version=TEXT,
                    rules=_list(
                        _object(
                            ["id", "shortDescription"],
                            id=TEXT,
                            shortDescription=MESSAGE,
                            fullDescription=MESSAGE,
                            help=MESSAGE,
                            defaultConfiguration=_object(["level"], level=LEVEL),
                        )
                    ),
                ),
            ),
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            invocations=_list(
                _object(
                    ["executionSuccessful"],
                    executionSuccessful={"type": "boolean"},
                    toolExecutionNotifications=_list(_object(["message"], level=LEVEL, message=MESSAGE)),
                )
            ),
            results=_list(
                _object(
                    ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints", "suppressions"],
                    ruleId=TEXT,
                    ruleIndex={"type": "integer", "minimum": 0},
                    level=LEVEL,
                    message=MESSAGE,
                    locations=_list(LOCATION),
                    partialFingerprints={"type": "object", "additionalProperties": TEXT, "minProperties": 1},
                    suppressions=_list(
                        _object(
                            ["kind", "justification"],
                            kind={"enum": ["inSource", "external"]},
                            status={"enum": ["accepted", "underReview", "rejected"]},
                            justification=TEXT,
                            location=LOCATION,
                        )
                    ),
                    properties={"type": "object"},
                )
            ),
        ),
        1,
    ),
)
"""Of the standard's own schema what a report uses; the whole of it is far larger than the report."""


def sarif(deckmaker: Run, *arguments: str) -> Any:
    data = json.loads(deckmaker(*arguments, "--report", "sarif").stdout)
    assert [error.message for error in Draft7Validator(SARIF).iter_errors(data)] == []
    (run,) = data["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules))
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    return run


def test_sarif_has_every_rule_with_its_help_and_every_finding(decks: Workspace, deckmaker: Run) -> None:
    run = sarif(deckmaker, "check")
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    checks = Features().checks.values()
    assert checks
    for check in checks:
        words = rules[check.code]["help"]["text"]
        assert all(part in words for part in (check.what, check.why, check.example, check.instead))
    bad = next(result for result in run["results"] if result["ruleId"] == "unknown-kind")
    assert bad["level"] == "error"
    assert bad["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "decks/bad.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 4, "startColumn": 5},
    }
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_sarif_says_who_waived_what_and_why(decks: Workspace, deckmaker: Run) -> None:
    results = sarif(deckmaker, "check", "talk")["results"]
    (waived,) = [result for result in results if result["suppressions"]]
    (suppression,) = waived["suppressions"]
    assert suppression["kind"] == "inSource"
    assert suppression["justification"] == "2026-11-03: On paper: 100%, all of it"
    assert suppression["location"]["physicalLocation"]["region"]["startLine"] == 4


def test_a_finding_keeps_its_fingerprint_when_lines_move_and_no_two_share_one(decks: Workspace, deckmaker: Run) -> None:
    spec = decks.root / "decks" / "talk.yaml"
    twice = TALK + '  - text: {headline: Again, points: ["Some 37% of babies"]}\n' * 2
    spec.write_text(twice, encoding="utf-8")
    before = [result["partialFingerprints"] for result in sarif(deckmaker, "check", "talk")["results"]]
    spec.write_text("# a remark\n\n" + twice, encoding="utf-8")
    after = [result["partialFingerprints"] for result in sarif(deckmaker, "check", "talk")["results"]]
    assert len(before) >= 4
    assert before == after
    assert len({str(one) for one in before}) == len(before)


def test_sarif_addresses_are_escaped(deckmaker: Run, workspace: Workspace) -> None:
    (workspace.root / "decks" / "a b é.yaml").write_text(BAD, encoding="utf-8")
    (result,) = sarif(deckmaker, "check", "decks/a b é.yaml")["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "decks/a%20b%20%C3%A9.yaml"


def test_sarif_tells_that_the_machine_refused(
    decks: Workspace, deckmaker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch)
    (invocation,) = sarif(deckmaker, "build", "good", "--jobs", "1")["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"].startswith("The disk is full. Make room")


# JUnit


def junit(deckmaker: Run, *arguments: str) -> Xml.Element:
    top = Xml.fromstring(deckmaker(*arguments, "--report", "junit").stdout_bytes)
    assert top.tag == "testsuites"
    for suite in (top, *top):
        for name, what in {"tests": "testcase", "failures": "failure", "errors": "error"}.items():
            assert suite.get(name) == str(len(list(suite.iter(what))))
    cases = list(top.iter("testcase"))
    assert cases
    assert all(case.get("name") and case.get("classname") and case.get("time") == "0" for case in cases)
    assert all({child.tag for child in case} <= {"failure", "error", "system-out"} for case in cases)
    return top


def test_junit_has_a_suite_for_each_deck_and_a_case_for_each_rule(decks: Workspace, deckmaker: Run) -> None:
    suites = {suite.get("name"): suite for suite in junit(deckmaker, "check")}
    assert list(suites) == ["bad", "good", "talk-5", "talk-30"]
    codes = sorted(check.code for check in Features().checks.values())
    assert [case.get("name") for case in suites["good"]] == codes
    assert suites["good"].get("failures") == "0"
    (failure,) = suites["talk-5"].iter("failure")
    assert failure.get("type") == "unsourced-figure"
    assert "decks/talk.yaml:8:" in str(failure.text)


def test_junit_calls_no_deck_tested_that_could_not_be_read(decks: Workspace, deckmaker: Run) -> None:
    (suite,) = junit(deckmaker, "check", "bad")
    assert [case.get("name") for case in suite] == ["unknown-kind"]
    assert suite.get("failures") == "1"


def test_junit_lets_what_is_waived_pass_and_tells_it(decks: Workspace, deckmaker: Run) -> None:
    suite = junit(deckmaker, "check", "talk", "--length", "5")[0]
    case = next(case for case in suite if case.get("name") == "missing-references")
    assert [child.tag for child in case] == ["system-out"]
    assert "waived on 2026-11-03" in str(case[0].text)


def test_junit_counts_a_refusal_as_an_error(decks: Workspace, deckmaker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch)
    top = junit(deckmaker, "build", "good", "--jobs", "1")
    (error,) = top.iter("error")
    assert error.get("message") == "the disk is full"


@pytest.mark.parametrize("form", MACHINE_FORMS)
def test_no_character_of_an_author_breaks_a_report(deckmaker: Run, workspace: Workspace, form: str) -> None:
    words = 'title: T\nslides:\n  - title\n  - "mes\\u0007age\\uFFFF]]>&<\\u2028::error::x": 1\n'
    (workspace.root / "decks" / "odd.yaml").write_text(words, encoding="utf-8")
    result = deckmaker("check", "odd", "--report", form)
    assert result.exit_code == 1
    match form:
        case "json" | "sarif":
            json.loads(result.stdout)
        case "junit":
            Xml.fromstring(result.stdout_bytes)
        case _:
            assert all(line.startswith("::error file=decks/odd.yaml") for line in result.stdout.splitlines() if line)


def test_junit_calls_a_rule_that_is_switched_off_skipped_and_json_names_it(
    workspace: Workspace, deckmaker: Run
) -> None:
    spec = "title: A talk\nrules: {breaks: 'off', same-title: 'off'}\nslides:\n  - title\n  - message: 1\n"
    (workspace.root / "decks" / "talk.yaml").write_text(spec, encoding="utf-8")
    for _ in range(2):  # the second time from what was remembered
        top = Xml.fromstring(deckmaker("build", "talk", "--report", "junit").stdout_bytes)
        skipped = [str(case.get("name")) for case in top.iter("testcase") if case.find("skipped") is not None]
        assert skipped == ["breaks", "same-title"]
        assert [suite.get("skipped") for suite in (top, *top)] == ["2", "2"]
    (deck,) = json.loads(deckmaker("check", "talk", "--report", "json").stdout)["decks"]
    assert deck["rules_off"] == ["breaks", "same-title"]


# what audit, diff and impact tell


@pytest.mark.parametrize("command", ["audit", "diff", "impact"])
def test_what_is_told_of_finished_decks_is_as_its_schema_says(
    workspace: Workspace, deckmaker: Run, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(schema: Any) -> Any:
        """The schema with no further keys allowed, so that none can be told without being documented."""
        if isinstance(schema, list):
            return [closed(one) for one in schema]
        if not isinstance(schema, dict):
            return schema
        inner = {key: closed(one) for key, one in schema.items()}
        return inner | {"additionalProperties": False} if schema.get("type") == "object" else inner

    new = GOOD.replace("message: 1", "message: 2\n  - statistic: camhs-under-twos")
    for name, words in {"old": GOOD, "new": new}.items():
        (workspace.root / "decks" / f"{name}.yaml").write_text(words, encoding="utf-8")
    if command == "audit":
        assert deckmaker("build", "new", "-q").exit_code == 0
    monkeypatch.setattr(Workspace, "standard_specs", lambda self: ())
    asked = {"audit": ["output/new.pptx"], "diff": ["old", "new"], "impact": ["camhs-under-twos"]}[command]
    told = deckmaker(command, *asked, "--report", "json")
    assert told.exit_code == 0, told.output
    assert told.stdout == deckmaker(command, *asked, "--json").stdout
    data = json.loads(told.stdout)
    schema = json.loads(deckmaker("schema", command).stdout)
    Draft7Validator.check_schema(schema)
    assert list(Draft7Validator(closed(schema)).iter_errors(data)) == []
    assert data.get("findings") or data.get("slides") or data["decks"][0]["slides"]
