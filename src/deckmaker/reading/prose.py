"""An author's words: paragraphs, with figures of the library where they are named in braces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from deckmaker.model.diagnostic import Position
from deckmaker.model.evidence import Statistic
from deckmaker.model.figures import phrase
from deckmaker.model.text import Paragraph, Run, Text
from deckmaker.reading.form import TEXT, UNREAD, Form, Unread
from deckmaker.reading.tree import Node, Scalar

Unknown = Callable[[Form, Scalar], Unread]
"""Notes that there is no statistic of that name."""

_BRACE = re.compile(r"\{\{|\}\}|\{[^{}\n]*\}|[{}]")
_LITERAL_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
_ENDS_A_SENTENCE = re.compile(r"[.!?]['’”\")]{0,2}\s$")


def read_text(
    form: Form, node: Node, name: str, statistics: Mapping[str, Statistic], unknown: Unknown
) -> Text | Unread:
    """The text of a node. A blank line begins a paragraph, ``{statistic-id}`` becomes the figure with its hedge."""
    text = form.word(node, name, TEXT)
    if isinstance(text, Unread) or not isinstance(node, Scalar):
        return UNREAD
    prose = _Prose(form, node, statistics, unknown)
    paragraphs = [tuple(prose.runs(words)) for words in _paragraphs(node.style, text)]
    if prose.is_wrong:
        return UNREAD
    return Text(tuple(Paragraph(runs) for runs in paragraphs), position=node.position, raw=node.raw)


def _paragraphs(style: str, text: str) -> list[str]:
    """YAML has folded single line ends away, but in a text after ‘|’, where a blank line is what counts."""
    parts = _LITERAL_PARAGRAPH.split(text) if style == "|" else text.split("\n")
    return [line for line in (" ".join(part.split()) for part in parts) if line]


class _Prose:
    """One text while it is read. ``counts`` tells the second ``{id}`` from the first, for its place in the file."""

    def __init__(self, form: Form, node: Scalar, statistics: Mapping[str, Statistic], unknown: Unknown) -> None:
        self.form, self.node, self.statistics, self.unknown = form, node, statistics, unknown
        self.counts: Counter[str] = Counter()
        self.is_wrong = False

    def runs(self, words: str) -> Iterator[Run]:
        """The runs of one paragraph."""
        written: list[str] = []
        at = 0
        for brace in _BRACE.finditer(words):
            found = brace[0]
            written.append(words[at : brace.start()])
            at = brace.end()
            if found in ("{{", "}}"):
                written.append(found[0])
            elif statistic := self._statistic(found):
                if any(written):
                    yield Run("".join(written))
                written = []
                begins = at == len(found) or _ENDS_A_SENTENCE.search(words[max(brace.start() - 4, 0) : brace.start()])
                yield Run(_capital(phrase(statistic)) if begins else phrase(statistic), figure=statistic)
            self.counts[found] += 1
        rest = "".join((*written, words[at:]))
        if rest:
            yield Run(rest)

    def _statistic(self, found: str) -> Statistic | None:
        name = found[1:-1].strip()
        if name in self.statistics:
            return self.statistics[name]
        self.is_wrong = True
        if len(found) == 1:
            hint = f"a figure is named between two braces, {{like-this}}; for a brace itself write ‘{found * 2}’"
            self.form.problem("lone-brace", f"there is a ‘{found}’ without its partner", self._place(found), hint)
        elif not name:
            hint = "write the name of a figure between them, {like-this}; for braces themselves write ‘{{}}’"
            self.form.problem("lone-brace", "there is nothing between these braces", self._place(found), hint)
        else:
            self.unknown(self.form, Scalar(self._place(found), name))
        return None

    def _place(self, found: str) -> Position:
        return self.node.place_of(found, self.counts[found])


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
