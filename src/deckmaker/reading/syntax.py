"""What a YAML parser's error means, in the words of a person who writes decks and not YAML."""

from __future__ import annotations

import re
from typing import Any

import yaml

from deckmaker.model.diagnostic import Diagnostic, Position
from deckmaker.model.frozen import frozen

CODE = "yaml"
_KEY = re.compile(r"\s*(?:- +)*([\w-]+):(?=\s|$)\s*(.*?)\s*(?:\s#(?:\s.*)?)?$")
_GLUED = re.compile(r"\s*(?:- +)*([\w-]+):(\S.*?)(?:\s+#.*)?$")
_LONE_WORD = re.compile(r"\s*- +[\w-]+(?=\s*(?:#.*)?$)")
_REMARK = re.compile(r"\s+#.*$")
_NO_BEGINNING = "*&!|>%@`{}[],"
"""Characters that begin something else than a text."""
_LONGEST_LINE = 400
"""Characters of a line that are looked at for what is wrong: no search here may take long on a hostile file."""
_IN_QUOTES = 'put the text in quotes: "…"'


@frozen
class _Place:
    """Where the parser gave up, and the file round it. Lines and columns are counted from 0."""

    file: str
    lines: tuple[str, ...]
    line: int
    column: int

    @property
    def here(self) -> str:
        """The whole line."""
        return self.lines[self.line]

    def above(self, beginning: str = "") -> int | None:
        """The number of the nearest line above that has words, and begins with these."""
        for number in range(self.line - 1, -1, -1):
            words = self.lines[number].strip()
            if words and not words.startswith("#") and words.startswith(beginning):
                return number
        return None

    def at(self, mark: Any) -> _Place:
        """Another place in the same file."""
        return _Place(self.file, self.lines, mark.line, mark.column) if mark is not None else self

    def told(self, message: str, hint: str, line: int | None = None, column: int | None = None) -> Diagnostic:
        """The diagnostic, here or elsewhere."""
        at = self.line if line is None else line
        return Diagnostic(
            CODE, message, Position(self.file, at + 1, (self.column if column is None else column) + 1), hint
        )


def in_plain_words(file: str, text: str, error: yaml.YAMLError) -> Diagnostic:
    """The diagnostic for an error of the parser, at the place where an author would mend it."""
    problem: Any = getattr(error, "problem_mark", None)
    lines = tuple(line[:_LONGEST_LINE] for line in (*text.split("\n"), ""))
    if problem is None:
        hint = "look for quotes, brackets or indentation gone wrong"
        return Diagnostic(CODE, "this file cannot be read as YAML", Position(file), hint)
    place = _Place(file, lines, min(problem.line, len(lines) - 1), problem.column)
    tab = _line_with_a_tab(lines, place.line)
    if tab is not None:
        hint = "use spaces: two for every level"
        column = len(lines[tab]) - len(lines[tab].lstrip(" ")) + 1
        return Diagnostic("tab", "this line is indented with a tab", Position(file, tab + 1, column), hint)
    begun = place.at(getattr(error, "context_mark", None))
    return _explained(place, begun, str(getattr(error, "problem", "")), str(getattr(error, "context", "")))


def _explained(place: _Place, begun: _Place, problem: str, doing: str) -> Diagnostic:
    """``begun`` is where the thing begins that the parser was ``doing`` when it met the problem."""
    mark = begun.here[begun.column : begun.column + 1]
    if "quoted scalar" in doing and "end of stream" in problem:
        hint = f"put the same mark ({mark}) at the end of the text"
        return begun.told("a quotation mark is opened here and never closed", hint)
    if "escape" in problem or "escape" in doing:
        message = "a backslash in a text between double quotes has a meaning of its own"
        return place.told(message, "write two backslashes, or use single quotes")
    if "document start" in problem:
        return _because_of_the_line_above(place) or place.told(
            "text goes on after the line ‘...’, which ends a file", "take that line out"
        )
    if "flow" in doing:
        hint = "close them; if the text itself begins with [ or {, put it in quotes"
        opened = begun if mark and mark in "[{" else place
        return opened.told("square brackets or braces are opened and not closed", hint)
    if "mapping values are not allowed" in problem:
        return _colon(place)
    if "could not find expected ':'" in problem:
        return _no_colon(begun)
    if "block scalar" in doing:
        hint = f"begin the text on the next line, or leave out ‘{mark}’"
        return place.told(f"text stands right after ‘{mark}’", hint)
    if "sequence entries are not allowed" in problem:
        hint = "begin the list on the next line, two spaces further in"
        return place.told("a list begins in the middle of a line", hint)
    if not place.here[: place.column].strip() and (found := _because_of_the_line_above(place)):
        return found
    return _bad_beginning(place) or _after_quotes(place) or _misplaced(place, begun)


def _no_colon(begun: _Place) -> Diagnostic:
    if glued := _GLUED.match(begun.here):
        return _no_space(begun, glued, begun.line)
    word = _short(_REMARK.sub("", begun.here))
    return begun.told(
        f"there is no colon after ‘{word}’", "write a key, a colon, a space and its value:  title: My talk"
    )


def _colon(place: _Place) -> Diagnostic:
    """A colon where no key can be: in a text, or because of the line above."""
    key = _KEY.match(place.here)
    if key and place.column > key.end(1) and key[2][:1] not in ('"', "'"):
        return place.told(
            f"the text of ‘{key[1]}’ has a colon in it", f"put it in quotes:  {key[1]}: {_quoted(key[2])}"
        )
    found = _because_of_the_line_above(place)
    return found or place.told("a colon stands where none can be", "if it belongs to the text, put the text in quotes")


def _because_of_the_line_above(place: _Place) -> Diagnostic | None:
    """A line that would be right, were it not for the one above it."""
    above = place.above()
    if above is None:
        return None
    line = place.lines[above]
    if glued := _GLUED.match(line):
        return _no_space(place, glued, above)
    key = _KEY.match(place.here)
    if key is None or _indent(place.here) <= _indent(line):
        return None
    if word := _LONE_WORD.match(line):
        said = word[0].strip()
        return place.told(f"‘{said}’ has keys below it but no colon", f"write  {said}:", above, word.end())
    message = f"‘{key[1]}’ is indented further than the line above, which has a value of its own"
    return place.told(message, "begin both at the same column", column=_indent(place.here))


def _no_space(place: _Place, glued: re.Match[str], line: int) -> Diagnostic:
    """A key that runs into its value: ‘title:Why’."""
    message = f"there is no space after the colon of ‘{glued[1]}’"
    return place.told(message, f"write  {glued[1]}: {_short(glued[2])}", line, glued.end(1))


def _bad_beginning(place: _Place) -> Diagnostic | None:
    """A text that begins with a character which has a meaning of its own."""
    key = _KEY.match(place.here)
    if key and key[2][:1] and key[2][:1] in _NO_BEGINNING and place.column >= key.start(2):
        hint = f"put it in quotes:  {key[1]}: {_quoted(key[2])}"
        return place.told(f"a text cannot begin with ‘{key[2][0]}’", hint, column=key.start(2))
    first = place.here[place.column : place.column + 1]
    if first and first in _NO_BEGINNING:
        return place.told(f"a text cannot begin with ‘{first}’", _IN_QUOTES)
    return None


def _after_quotes(place: _Place) -> Diagnostic | None:
    """Text that goes on after its closing quotation mark."""
    before = place.here[: place.column].rstrip()
    message = "text goes on after its closing quotation mark"
    if before.endswith('"'):
        return place.told(message, "put the whole text in quotes, and use ‘single’ quotation marks inside")
    if before.endswith("'"):
        return place.told(message, 'the apostrophe ends the text: put "double" quotes round all of it')
    if before.endswith(("}", "]")):
        return place.told("text goes on after a closing bracket", _IN_QUOTES)
    return None


def _misplaced(place: _Place, begun: _Place) -> Diagnostic:
    """A line that fits neither the list nor the keys above it."""
    if place.here[: place.column].strip():
        return place.told("this cannot be understood here", _IN_QUOTES)
    is_entry = place.here.lstrip().startswith("- ")
    other = place.above("- ") if is_entry else None
    line, column = (other, _indent(place.lines[other])) if other is not None else (begun.line, begun.column)
    if (line, column) == (place.line, place.column) or column == place.column:
        message = "this line does not fit what stands above it"
    else:
        message = (
            f"this line begins at column {place.column + 1}, but line {line + 1}, which it belongs to, at {column + 1}"
        )
    return place.told(message, "begin all slides of the list, and all keys of one slide, at the same column")


def _line_with_a_tab(lines: tuple[str, ...], last: int) -> int | None:
    """The line, at the error or just above it, that is indented with a tab."""
    for number in range(last, max(last - 3, -1), -1):
        line = lines[number]
        if "\t" in line[: len(line) - len(line.lstrip())] and line.strip():
            return number
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _quoted(words: str) -> str:
    """The words between double quotes, cut where they are long."""
    inner = words[1:] if words[:1] in ('"', "'") else words
    return f'"{_short(inner)}"'


def _short(words: str) -> str:
    words = words.strip().replace('"', "'")
    return words if len(words) <= 50 else words[:49].rstrip() + "…"
