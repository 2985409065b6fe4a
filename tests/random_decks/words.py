"""Random words that an author might write: few and many, English and Welsh, with characters that cause trouble."""

from __future__ import annotations

from hypothesis import strategies as st

COMMON = (
    "babies", "need", "people", "who", "hold", "them", "in", "mind", "and", "answer", "when", "they", "call",
    "because", "early", "care", "shapes", "how", "we", "feel", "learn", "love", "later", "on", "every", "parent",
    "wants", "to", "do", "well", "but", "some", "carry", "more", "than", "others", "can", "see", "so", "ask",
    "is", "near", "what", "helps", "where", "go", "why", "it", "matters", "then", "listen", "again", "with",
    "warmth", "before", "you", "plan", "services", "together", "this", "year", "at", "home", "or", "the", "clinic",
)  # fmt: skip
LONG = (
    "psychotherapeutically", "intergenerational", "relationship-based", "commissioning", "multi-disciplinary",
    "parent–infant", "health/social-care", "neurodevelopmental", "responsibilities", "counter-productive",
)  # fmt: skip
WELSH = (
    "babanod", "rhieni", "perthynas", "gwasanaethau", "blynyddoedd", "cynnar", "teuluoedd", "tŷ", "ŵyr", "dŵr", "sgîl",
    "Llywodraeth", "ymarferwyr", "Llanfairpwllgwyngyll", "môr", "ffïol", "â", "yw",
)  # fmt: skip
TROUBLE = (
    "&", "<b>", "a<b>c", "{{x}}", "#tag", "key:", "- dash", "*star*", "`tick`", "@you", "!", "|", ">", "\\n", "C:\\dir",
    "%", "“well”", "‘so’", "baby’s", "it's", '"so"', "…", "—", "Dr\u00a0Hill", "soft\u00adhyphen", "Zoë", "naïve",
    "Ångström", "e.g.", "(perhaps)", "and/or", "]]>", "&amp;", "yes", "null", "~", "fe\u0301e", "A4",
)  # fmt: skip
UNKNOWN = ("😀", "漢字", "שלום", "\u200bx", "ﬁ", "👩‍👧")
"""Letters that the brand's fonts do not have, and signs without a width."""
FIRST = (
    "Morning", "Harbour", "Kettle", "Lantern", "Willow", "Pebble", "Button", "Garden", "Thunder", "Blanket", "Sparrow",
    "Window", "Ribbon", "Orchard", "Puddle", "Candle",
)  # fmt: skip
"""What the headline of slide n begins with, so that each has a title of its own."""

word = st.sampled_from(COMMON * 6 + LONG * 2 + WELSH * 2 + TROUBLE + UNKNOWN[:2])
odd_word = st.sampled_from(UNKNOWN + TROUBLE)
seldom = st.integers(0, 299).map(lambda number: number == 141)
"""True about once in three hundred times: once in some ten decks."""


@st.composite
def words(draw: st.DrawFn, low: int, high: int) -> str:
    """So many words; seldom far more of them, so that they have no room."""
    count = draw(st.integers(low, high)) * (6 if draw(seldom) else 1)
    said = draw(st.lists(word, min_size=count, max_size=count))
    if draw(seldom):
        said[draw(st.integers(0, count - 1))] = draw(odd_word)
    return " ".join(said)


@st.composite
def sentence(draw: st.DrawFn, low: int, high: int, figures: tuple[str, ...] = ()) -> str:
    """A sentence, at times with a figure of the library by its name."""
    said = draw(words(low, high))
    if figures and draw(st.integers(0, 9)) == 7:
        said = f"{said}, {{{draw(st.sampled_from(figures))}}}"
    return said[:1].upper() + said[1:] + draw(st.sampled_from(("", ".", ".", "?")))


@st.composite
def paragraphs(draw: st.DrawFn, most: int, figures: tuple[str, ...] = ()) -> str:
    """One to so many paragraphs of a few sentences, for notes."""
    parts = draw(st.lists(sentence(6, 24, figures), min_size=1, max_size=most))
    return "\n\n".join(parts)


def sentences(low: int, high: int, fewest: int, most: int) -> st.SearchStrategy[list[str]]:
    """A list of sentences."""
    return st.lists(sentence(low, high), min_size=fewest, max_size=most)
