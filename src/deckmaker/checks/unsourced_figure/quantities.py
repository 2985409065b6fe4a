"""Finds the figures in a sentence, in digits or in words, and leaves alone what only looks like one.

First everything is blanked out that is no claim about the world: years, dates, times, ages, numbered things, links.
What is left is searched for quantities. When in doubt a number in digits is a figure, a small number in words is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from deckmaker.model.frozen import frozen

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_SMALL = f"{_ONES}|ten|eleven|twelve"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_LARGE = f"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:{_TENS})(?:[- ](?:{_ONES}))?"
_WORD = f"(?:{_LARGE}|{_SMALL})"
_DIGITS = r"\d+(?:[.,]\d+)*"
_NUMBER = f"(?:{_DIGITS}|{_WORD})"
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:1[89]|20)\d\d"
_YEARS = rf"{_YEAR}(?:\s?[–/-]\s?(?:{_YEAR}|\d\d))?s?"
_TO = r"\s?(?:–|-|to|and|or)\s?"
_COUNTED = (
    "babies|infants|children|toddlers|pupils|families|parents|mothers|fathers|women|men|people|adults|carers|teams|"
    "services|areas|days|weeks|months|years|pounds|dollars|births|deaths|cases"
)
_LABELS = (
    "step|message|chapter|slide|part|page|pages|section|figure|table|question|point|item|stage|phase|level|room|act|"
    "article|appendix|note|number|no\\.|version|tier|day|week|session|module|group|key stage|year|table|option|line|"
    "objective|goal|aim|recommendation|action|paragraph|para|clause|schedule|annex|box|exercise|handout|tranche|wave|"
    "strand|workstream|milestone|band|ward|kpi|edm|motion|radio"
)
_MEETINGS = (
    "review|check(?:-up)?|contact|visit|appointment|assessment|scan|follow-up|milestone|course|programme|plan|strategy|"
    "project|pilot|trial|contract"
)
_FEW_THINGS = (
    "questions?|things?|steps?|ways?|points?|reasons?|ideas?|asks?|messages?|parts?|slides?|activit(?:y|ies)|"
    "priorit(?:y|ies)|examples?|lessons?|tips?|actions?|sections?|chapters?|pages?"
)
_FRACTIONS = "half|halves|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth"
_HEDGE = (
    "at least|at most|up to|around|about|nearly|almost|approximately|some|over|more than|less than|fewer than|under|"
    "only|on average|an average of|roughly|as many as|as few as"
)


@cache
def _pattern(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in alternatives), re.IGNORECASE)


NO_FIGURES = (
    (
        r"https?://\S+|\bwww\.\S+",
        r"(?<!\S)\S{1,80}@\S{1,80}\.\w+",
        r"\b[\w-]{1,60}\.(?:org|com|gov|nhs|ac|co)\b\S*",
    ),
    (r"(?<![\d£$€])(?:\+|\b0)\d[\d ()-]{7,}\d\b",),  # telephone
    (r"\b(?:the\s)?(?:first\s)?(?:1,?001|thousand and one)\s(?:critical\s)?days\b",),
    (
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\b(?:,?\s{_YEAR})?",
        rf"\b{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?\b(?!%)(?:,?\s{_YEAR})?",
        rf"\b{_MONTH}\.?,?\s{_YEARS}\b",
        rf"\b{_YEAR}-\d\d-\d\d\b",
        r"\b\d{1,2}/\d{1,2}/\d{2,4}\b",
    ),
    (
        rf"\b(?:in|since|by|from|until|till|of|for|during|between|to|and|before|after|through|early|late|mid|spring|"
        rf"summer|autumn|winter|year|census|act)[\s-]{_YEARS}\b(?!\s(?:{_COUNTED})\b)(?![,.]?\d|%)",
        rf"\({_YEARS}\)",
        rf"(?<![\d£$€.,]){_YEAR}\s?[–/-]\s?(?:{_YEAR}|\d\d)\b(?!%)",
        rf"(?<![\d£$€.,])\b{_YEARS}(?=[\s]*(?:[.,;:)?!]|$))(?![,.]\d)",
    ),
    (
        r"\b\d{1,2}[:.]\d\d\s?(?:am|pm)?\b(?!%)(?=\s|[–-]|$|[,;)!?]|\.(?:\s|$))(?<=:\d\d)",
        r"\b\d{1,2}(?:[:.]\d\d)?\s?(?:[–-]\s?\d{1,2}(?:[:.]\d\d)?\s?)?(?:am|pm|a\.m\.|p\.m\.|o[’']clock)\b",
        r"\bhalf past\b",
        r"\bat (?:[1-9]|1[0-2])(?=\s*(?:[.;)!?]|$|,(?!\d)|on\b|for lunch\b))(?![.,]\d)",  # twelve o’clock
        r"\bhalf (?:an? )?(?:hour|day|term)s?\b|\b(?:a )?half-(?:day|hour|term)s?\b|\b(?:first|second) half\b",
        r"\b(?:a|three) quarters? of an hour\b",
        rf"\b(?:for|in|within|after|takes?)\s{_NUMBER}\s?(?:min(?:ute)?s?)\b",
        rf"\b{_NUMBER}[\s-](?:min(?:ute)?s?)\seach\b|\b{_NUMBER}-min(?:ute)?\b",
        rf"\b(?:you(?:[’']ll| will)? have|spend|allow|leave|set aside|give (?:[a-z’']+\s){{0,3}}?|take (?:[a-z’']+\s)?)"
        rf"\s?{_NUMBER}\s?min(?:ute)?s?\b(?!\s(?:less|more|fewer)\b)",
        rf"\b{_NUMBER}\s?min(?:ute)?s?(?=\s?[:)]|\s(?:in (?:pairs|threes|fours|groups|silence)|together|alone|"
        r"before the|for (?:this|each|questions))\b)",
        rf"\b(?:into|form|make)\s{_NUMBER}\s(?:groups|tables)\b(?: of {_NUMBER}\b)?",
        rf"\b(?:groups?|tables) of {_NUMBER}(?:{_TO}{_NUMBER})?\b(?:, {_NUMBER}\s?min(?:ute)?s?\b)?",
        r"\b24/7\b",
    ),
    (
        rf"\b(?:under|over|below|above)[\s-](?:(?:the )?age of )?(?:{_SMALL}|\d{{1,2}})s?\b"
        rf"(?!\s?%|\s(?:per cent|percent|in|out|{_COUNTED})\b|[\d.,]*\d)",
        rf"\b(?:aged?s?|ages?)\s(?:of\s|from\s|between\s)?{_NUMBER}(?:{_TO}{_NUMBER})?\b(?!\s?%)",
        rf"\b{_NUMBER}(?:{_TO}{_NUMBER})?[\s-](?:day|week|month|year)s?[\s-]olds?\b",
        rf"\b{_NUMBER}(?:{_TO}{_NUMBER})?[\s-](?:day|week|month|year)[\s-](?:{_MEETINGS})s?\b",  # the 6–8 week review
        r"(?<![\d£$€.,])\b0\s?(?:–|-|to)\s?\d{1,2}s?\b(?!\s?%|[.,]\d|\s(?:per cent|percent)\b)",
    ),
    (rf"\b(?:{_LABELS})\s(?:{_NUMBER})(?:{_TO}{_NUMBER})*\b(?!\s?%|[.,]\d|\s(?:{_COUNTED})\b)",),
    (r"\b\d+(?:st|nd|rd|th)\b", r"(?:^|(?<=\n))\s*\d{1,2}[.)]\s"),
    (rf"\b(?:[1-9]|1[0-2])\s(?:[a-z-]+\s)?(?:{_FEW_THINGS})\b",),
    (r"\b[A-Za-z][A-Za-z-]{0,20}\d[\w-]*\b", r"\b\d[A-Z]{2}\b"),  # A4, COVID-19
)
"""What is no claim about the world, and is blanked out before figures are looked for; earlier ones first."""

FIGURES = (
    # one in seven, 9 out of 10
    rf"\b{_NUMBER}\s(?:in(?:\severy)?|out\sof(?:\severy)?|of\severy|for\severy)\s"
    rf"(?:(?:a|one)\s)?(?:hundred|thousand|million|{_NUMBER})\b",
    # forty-two per cent, 42%, 50 percentage points
    rf"\b{_NUMBER}(?:\s?(?:–|-|to)\s?{_NUMBER})?\s?(?:%|per\s?cent(?:age points?)?\b)",
    # a third of, two-thirds, half of all
    rf"\b(?:one|an?)[\s-](?:{_FRACTIONS})\s(?:of|as)\b",
    rf"\b(?:{_NUMBER})[\s-](?:thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths|hundredths)\b",
    r"\bhalf\s(?:of|the|all|our|those|these|their|a million|as)\b",
    rf"\b(?:{_HEDGE})\s(?:a\s)?(?:half|third|quarter)\b",
    # twice as many, three times more likely, tenfold, doubled
    r"\b(?:twice|double|triple|thrice)\s(?:as|the|more|that)\b",
    rf"\b{_NUMBER}\stimes\s(?:as|more|less|the|higher|lower|likelier|greater|larger)\b",
    rf"\b(?:{_SMALL}|{_DIGITS})[-\s]?fold\b",
    r"\b(?:doubled|tripled|trebled|quadrupled|halved)\b",
    # hundreds, thousands, dozens
    rf"(?:[£$€]\s?)?(?:\b{_NUMBER}\s|\ba\s|\bseveral\s)?\b(?:hundred|thousand|million|billion|trillion)s?\b",
    r"\b(?:dozens|scores)\sof\b|\b(?:a|two|three)\sdozen\b",
    # thirteen and more, in words
    rf"\b(?:{_LARGE})\b(?!-?(?:first|second|third|\w+th)\b)",
    # at least seven babies, wait two years
    rf"\b(?:{_HEDGE})\s(?:{_SMALL.removeprefix('one|')})\s(?=(?:[a-z-]+\s)?(?:{_COUNTED})\b)",
    rf"\bwait(?:s|ed|ing)?\s(?:for\s|up\sto\s)?(?:{_SMALL.removeprefix('one|')})\s(?:weeks|months|years)\b",
    # any other number in digits
    rf"(?:[£$€]\s?)?(?<![\w.,]){_DIGITS}(?:\s?(?:–|-|to)\s?(?:[£$€]\s?)?{_DIGITS})?(?:\s?(?:%|k\b|m\b|bn\b))?",
)


_MAY_HAVE_ONE = re.compile(
    r"\d|%|\b(?:one (?:times|per)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|halved|thirds?|"
    r"quarters?|twice|thrice|doubled?|tripled?|trebled|quadrupled|dozens?|scores|(?:fif|six|seven|eigh|nin|ten)ths?|"
    rf"{_TENS})\b|teen\b|fold\b|hundred|thousand|illion",
    re.IGNORECASE,
)
"""Quick to look for: what every figure has at least one of. Beside “one” there always is another."""


_NO_WORD = re.compile(r"\S{60,}|\s{60,}")
"""Longer than any figure: left out, so that no search takes long on a hostile text."""


@frozen
class Quantity:
    """A figure as typed: its words, and its value where it is plain. ``one_in`` is N where it reads “1 in N”.

    ``at`` is the place of its first character in the text.
    """

    words: str
    value: float | None = None
    is_percent: bool = False
    one_in: int | None = None
    at: int = 0


PLANNED = (
    rf"(?<!\bevery )\b{_NUMBER}[\s-]?min(?:ute)?s?\b(?!\s(?:less|more|fewer)\b)",
    r"(?<=[a-z], )\d{1,2}(?=, (?!\d|and\b))",  # Leo’s mother, 24, went back to work
    r"\b\d{1,2}:\d{1,2}(?=\s(?:ratio|staffing)\b)",
)
"""What is no figure either where somebody plans a session: minutes to take, ages in a story, people a table."""


def quantities(text: str, *, planned: bool = False) -> Iterator[Quantity]:
    """The figures that somebody typed in a text, in order. ``planned`` texts tell people what to do and how long."""
    if not _MAY_HAVE_ONE.search(text):
        return
    left = _NO_WORD.sub(lambda found: "\ufffc" * len(found[0]), text)
    for alternatives in (*NO_FIGURES, PLANNED) if planned else NO_FIGURES:
        left = _pattern(alternatives).sub(lambda found: "\ufffc" * len(found[0]), left)
    for found in _pattern(FIGURES).finditer(left):
        words = text[found.start() : found.end()]
        yield replace(_measured(words.strip()), at=found.start() + len(words) - len(words.lstrip()))


_VALUES = {word: number for number, word in enumerate(f"zero|{_SMALL}".split("|"))}
_VALUES.update({word: 13 + n for n, word in enumerate(_LARGE.split("|(")[0].split("|"))})
_VALUES.update({word: 20 + 10 * n for n, word in enumerate(_TENS.split("|"))})


_PAIR = rf"({_NUMBER})\s(?:in|out of|of|for)(?: every| a)?\s({_NUMBER}|hundred)"
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


def _measured(words: str) -> Quantity:
    low = words.casefold()
    pair = re.fullmatch(_PAIR, low)
    if pair:
        first, second = _value(pair[1]), 100 if pair[2] == "hundred" else _value(pair[2])
        if first == 1 and second and second == int(second):
            return Quantity(words, one_in=int(second))
        return Quantity(words, first, is_percent=True) if second == 100 else Quantity(words)
    number = re.search(rf"({_NUMBER})(?: ({'|'.join(_SCALES)}))?", low)
    if not number or re.search("third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|fold", low):
        return Quantity(words)
    value = _value(number[1])
    scale = _SCALES.get(number[2] or "", 1)
    return Quantity(words, None if value is None else value * scale, is_percent="%" in low or "cent" in low)


def _value(word: str) -> float | None:
    if word[0].isdigit():
        plain = word.replace(",", "")
        return float(plain) if plain.count(".") <= 1 else None
    parts = re.split(r"[- ]", word)
    return float(sum(_VALUES[part] for part in parts)) if all(part in _VALUES for part in parts) else None
