"""Reads how much rules weigh and what is waived. What keeps a deck true can be neither lowered nor waived."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NewType, get_args

from deckmaker.model.diagnostic import Severity
from deckmaker.model.feature import Check
from deckmaker.model.settings import Level, RuleCode, Waiver
from deckmaker.reading import tree
from deckmaker.reading.decoding import shortened
from deckmaker.reading.form import UNREAD, Form, Reader, Unread
from deckmaker.reading.tree import Node, Scalar
from deckmaker.reading.wording import suggestion

Rules = NewType("Rules", dict[str, Level])
"""How much rules weigh, by their codes."""
LEVELS: tuple[Level, ...] = get_args(Level)
_WEIGHT = {level: weight for weight, level in enumerate(reversed(LEVELS))}
_WHERE = "‘deckmaker check --list’ shows all of them"


def rule_readers(checks: Iterable[Check]) -> dict[Any, Reader]:
    """What reads the codes of rules, and their levels."""
    known = {check.code: check for check in checks}

    def read_rules(form: Form, node: Node, name: str) -> Any:
        if not isinstance(node, tree.Mapping):
            message = f"{name} should be codes of rules with their levels, one a line"
            return form.problem("wrong-value", message, node.position, "write  too-much-text: warning")
        levels = {key.text: _level(form, key, value, known) for key, value in node.entries}
        return UNREAD if UNREAD in levels.values() else levels

    def read_waived_code(form: Form, node: Node, name: str) -> Any:
        code = form.word(node, name, "the code of a rule")
        if isinstance(code, Unread) or not isinstance(node, Scalar):
            return UNREAD
        if code not in known:
            return _unknown(form, node, tuple(known))
        if known[code].of_truth and known[code].severity is Severity.ERROR:
            message = f"‘{code}’ is a rule of truth: nobody can waive what it finds"
            return form.problem("rule-of-truth", message, node.position, known[code].instead)
        return code

    return {Rules: read_rules, RuleCode: read_waived_code}


def note_repeated_waivers(form: Form, waivers: Iterable[Waiver]) -> None:
    """A problem for each waiver that says what an earlier one says."""
    seen: set[tuple[str, str, str]] = set()
    for one in waivers:
        same = (one.code, one.deck, one.slide)
        if same in seen and one.position is not None:
            message = f"‘{one.code}’ is waived twice for the same"
            form.problem("duplicate", message, one.position, "keep one of the two, or say of which ‘slide’ it speaks")
        seen.add(same)


def _level(form: Form, key: Scalar, value: Node, known: dict[str, Check]) -> Any:
    check = known.get(key.text)
    level = form.read(Level, value, f"the level of ‘{key.text}’")
    if check is None:
        return _unknown(form, key, tuple(known))
    if not isinstance(level, Unread) and check.of_truth and _WEIGHT[level] < _WEIGHT[check.severity.value]:
        message = f"‘{check.code}’ is a rule of truth: it stays at least at ‘{check.severity}’"
        return form.problem("rule-of-truth", message, value.position, "take this line out, and mend what it finds")
    return level


def _unknown(form: Form, word: Scalar, codes: tuple[str, ...]) -> Unread:
    hint = suggestion(word.text, codes) or _WHERE
    return form.problem("unknown-rule", f"there is no rule ‘{shortened(word.text)}’", word.position, hint)
