"""The slides of a workshop: what people see, what facilitators read, and when everything happens."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deckmaker.discovery import Features
from deckmaker.layout.run_sheet import clock_words, minutes_per_slide, run_sheet, spoken_words
from deckmaker.model.deck import Clock, LaidOutDeck
from deckmaker.model.frame import Frame, TextItem
from deckmaker.model.text import Paragraph, Run, Text
from deckmaker.pipeline import check

FEATURES = Features()
LaidOut = Callable[[str], LaidOutDeck]
KINDS = ("activity", "discussion", "poll", "case-example", "break", "learning-outcomes", "evaluation")
WORKSHOP = "title: A morning\nkind: workshop\nstart: 09:30\nlength: 60\nslides:\n"


def indented(example: str) -> str:
    first, *rest = example.splitlines()
    return "\n".join([f"  - {first}", *(f"    {line}" for line in rest)]) + "\n"


def workshop(*slides: str, head: str = WORKSHOP) -> str:
    return head + "".join(indented(slide) for slide in slides)


def shown(frame: Frame) -> dict[str, str]:
    return {item.placeholder: str(item.text) for item in frame.items if isinstance(item, TextItem)}


def headings(frame: Frame) -> list[str]:
    return [str(paragraph) for paragraph in frame.notes.paragraphs if paragraph.heading]


def below(frame: Frame, heading: str) -> list[str]:
    """The paragraphs of the notes under a heading."""
    found: list[str] = []
    inside = False
    for paragraph in frame.notes.paragraphs:
        if paragraph.heading:
            inside = str(paragraph) == heading
        elif inside:
            found.append(str(paragraph))
    return found


ACTIVITY = FEATURES.slides["activity"].example


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_builds_without_error_in_a_workshop_and_in_a_talk(kind: str, laid_out: LaidOut) -> None:
    for head in (WORKSHOP, "title: A talk\nslides:\n"):
        made = laid_out(workshop("section: One", FEATURES.slides[kind].example, head=head))
        assert [d.message for d in check(made, FEATURES) if d.stops_the_build] == []


def test_an_activity_shows_its_minutes_its_groups_its_steps_and_what_comes_of_it(laid_out: LaidOut) -> None:
    (frame,) = laid_out(workshop(ACTIVITY)).frames
    seen = shown(frame)
    assert seen["tag"] == "Activity"
    assert seen["facts"] == "15 minutes · groups of 4"
    assert [seen[f"marker-{n}"] for n in (1, 2, 3)] == ["1", "2", "3"]
    assert seen["row-3"].startswith("Circle one gap")
    assert seen["outcome"] == "One gap that your group takes back to work"
    assert seen["materials"] == "You need: one large sheet and pens for each group"


@pytest.mark.parametrize(
    ("written", "words"),
    [("4", "groups of 4"), ("3-4", "groups of 3–4"), ("3 to 4", "groups of 3–4"), ("pairs", "pairs")],
)
def test_group_sizes_are_written_as_people_say_them(written: str, words: str, laid_out: LaidOut) -> None:
    (frame,) = laid_out(workshop(ACTIVITY.replace("group-size: 4", f"group-size: {written}"))).frames
    assert shown(frame)["facts"] == f"15 minutes · {words}"


@pytest.mark.parametrize("key", ["minutes", "group-size", "steps", "outcome"])
def test_an_activity_without_what_people_ask_first_is_refused(key: str, workspace: object, laid_out: LaidOut) -> None:
    from deckmaker.model.diagnostic import DeckError

    lines = [line for line in ACTIVITY.splitlines() if not line.startswith(f"{key}:")]
    kept = [line for line in lines if not (key == "steps" and line.startswith("  - "))]
    with pytest.raises(DeckError) as refused:
        laid_out(workshop("\n".join(kept)))
    assert [(d.code, f"‘{key}’" in d.message) for d in refused.value.diagnostics] == [("missing-key", True)]


def test_facilitator_notes_stand_under_headings_with_the_time_of_day(laid_out: LaidOut) -> None:
    made = laid_out(workshop("discussion: {question: Who?, minutes: 10, ask: And why?, do: Listen.}", ACTIVITY))
    first, second = made.frames
    assert "09:30–09:40 (10 minutes)" in headings(first)
    assert below(first, "Ask") == ["And why?"]
    assert below(first, "Do") == ["Listen."]
    assert below(second, "09:40–09:55 (15 minutes)") == ["In groups of 4"]
    assert below(second, "You need") == ["one large sheet and pens for each group"]
    assert below(second, "Say") == ["We are looking for what is there before we look for what is missing."]
    assert below(second, "If short of time") == ["Leave out the second step."]
    assert headings(second).index("Say") < headings(second).index("If short of time")


def test_notes_of_the_authors_own_stand_before_the_facilitators(laid_out: LaidOut) -> None:
    (frame,) = laid_out(workshop("break: {minutes: 15, notes: Open the windows., do: Stay in the room.}")).frames
    assert str(frame.notes.paragraphs[0]) == "Open the windows."
    assert below(frame, "Do") == ["Stay in the room."]


def test_follow_up_questions_are_in_the_notes_and_not_on_the_slide(laid_out: LaidOut) -> None:
    (frame,) = laid_out(workshop(FEATURES.slides["discussion"].example)).frames
    assert below(frame, "Follow-up questions") == ["Who would notice first?", "And whom could they tell?"]
    assert "Who would notice first?" not in " ".join(shown(frame).values())


def test_a_break_says_when_to_be_back_or_else_how_long_it_is(laid_out: LaidOut) -> None:
    timed = laid_out(workshop("discussion: {question: Who?, minutes: 40}", "break: 20"))
    assert shown(timed.frames[1])["title"] == "Back at 10:30"
    assert shown(timed.frames[1])["kind"] == "Break · 20 minutes"
    untimed = laid_out(workshop("break", head="title: A morning\nkind: workshop\nslides:\n"))
    assert shown(untimed.frames[0])["title"] == "Time for a break"
    assert shown(untimed.frames[0])["kind"] == "15 minutes"


def test_an_agenda_works_out_times_and_leads_to_its_sections(laid_out: LaidOut) -> None:
    made = laid_out(
        workshop(
            "agenda", "section: Welcome", "discussion: {question: Who?, minutes: 20}", "break: 10",
            "section: What next", "discussion: {question: How?, minutes: 30}",
        )
    )  # fmt: skip
    seen = shown(made.frames[0])
    rows = [(seen[f"time-{n}"], seen[f"part-{n}"]) for n in range(1, 5)]
    assert rows == [("09:30", "Welcome"), ("09:50", "Break"), ("10:00", "What next"), ("10:30", "Finish")]
    leads = {
        run.text: run.leads_to
        for item in made.frames[0].items
        if isinstance(item, TextItem) and item.placeholder.startswith("part-")
        for run in item.text.runs
    }
    assert leads == {"Welcome": "Welcome", "Break": "", "What next": "What next", "Finish": ""}


def test_a_workshop_has_times_even_where_no_slide_gives_its_minutes(laid_out: LaidOut) -> None:
    made = laid_out(workshop("agenda", "section: One", "text: {headline: Look, body: Here.}", "section: Two"))
    seen = shown(made.frames[0])
    assert [seen[f"time-{n}"] for n in (1, 2, 3)] == ["09:30", "09:31", "09:31"]


def test_without_a_start_the_agenda_of_a_workshop_gives_minutes(laid_out: LaidOut) -> None:
    head = "title: A morning\nkind: workshop\nslides:\n"
    made = laid_out(
        workshop("agenda", "section: Welcome", "discussion: {question: Who?, minutes: 20}", "break: 10",
                 "section: What next", "discussion: {question: How?, minutes: 30}", head=head)
    )  # fmt: skip
    seen = shown(made.frames[0])
    assert [seen[f"time-{n}"] for n in (1, 2, 3)] == ["20 min", "10 min", "30 min"]


def test_the_agenda_of_a_talk_has_no_times_and_leads_to_its_sections(laid_out: LaidOut) -> None:
    made = laid_out("title: A talk\nstart: 10:00\nslides:\n  - agenda\n  - section: One\n  - section: Two\n")
    assert shown(made.frames[0])["parts"] == "One\nTwo"
    (parts,) = (i for i in made.frames[0].items if isinstance(i, TextItem) and i.placeholder == "parts")
    assert [run.leads_to for run in parts.text.runs] == ["One", "Two"]


def test_an_agenda_of_many_timed_rows_goes_on_on_a_second_slide(laid_out: LaidOut) -> None:
    made = laid_out(workshop("agenda", *(f"section: Part {letter}" for letter in "ABCDEFGHIJ")))
    titles = [frame.title for frame in made.frames if "times" in frame.layout]
    assert titles == ["What we will do (1 of 2)", "What we will do (2 of 2)"]
    assert [d for d in check(made, FEATURES) if d.stops_the_build] == []


def test_an_invented_case_says_so_in_view_and_one_with_a_source_shows_it(laid_out: LaidOut) -> None:
    example = FEATURES.slides["case-example"].example
    (invented,) = laid_out(workshop(example)).frames
    assert "Invented for training" in shown(invented)["facts"]
    (sourced,) = laid_out(workshop(f"{example}\nsource: A serious case review of 2018")).frames
    assert "Invented" not in " ".join(shown(sourced).values())
    assert shown(sourced)["source"] == "A serious case review of 2018"


def test_answers_of_a_poll_have_letters(laid_out: LaidOut) -> None:
    (frame,) = laid_out(workshop(FEATURES.slides["poll"].example)).frames
    seen = shown(frame)
    assert [seen[f"marker-{n}"] for n in (1, 2, 3)] == ["A", "B", "C"]
    assert seen["facts"] == "3 minutes · show of hands"


def test_content_notes_are_shown_on_the_outcomes_and_told_in_the_notes(laid_out: LaidOut) -> None:
    note = "We speak about domestic violence"
    made = laid_out(
        workshop(
            "agenda", "section: One", FEATURES.slides["learning-outcomes"].example,
            f"discussion: {{question: Who?, minutes: 10, content-note: {note}}}",
        )
    )  # fmt: skip
    assert shown(made.frames[2])["care"].replace("\u00a0", " ") == f"Please note: {note}."
    assert "care" not in shown(made.frames[0])
    assert below(made.frames[3], "Content note") == [note]


def test_without_outcomes_the_agenda_shows_content_notes(laid_out: LaidOut) -> None:
    note = "We speak about domestic violence"
    made = laid_out(
        workshop("agenda", "section: One", f"discussion: {{question: Who?, minutes: 10, content-note: {note}}}")
    )
    assert shown(made.frames[0])["care"] == f"Please note: {note}."


@pytest.mark.parametrize("address", ["https://example.org/form", "example.org/form"])
def test_the_link_of_an_evaluation_is_shown_without_its_scheme(address: str, laid_out: LaidOut) -> None:
    (frame,) = laid_out(workshop(f"evaluation: {{questions: [What helped?, What next?], link: {address}}}")).frames
    (item,) = (i for i in frame.items if isinstance(i, TextItem) and i.placeholder == "link")
    assert [(run.text, run.link) for run in item.text.runs] == [("example.org/form", "https://example.org/form")]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_steps_of_any_number_and_of_some_length_fit(count: int, laid_out: LaidOut) -> None:
    step = "Write down what you saw in the room in plain words that a parent could bear"
    steps = "".join(f"\n  - {step}" for _ in range(count))
    headline = "Find words for a worry about a parent and a baby whom you have only met once so far"
    made = laid_out(
        workshop(f"activity: {headline}\nminutes: 20\ngroup-size: 4\noutcome: A first sentence\nsteps:{steps}")
    )
    assert [d.message for d in check(made, FEATURES) if d.stops_the_build] == []
    assert len([key for key in shown(made.frames[0]) if key.startswith("row-")]) == count


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_answers_of_any_number_fit(count: int, laid_out: LaidOut) -> None:
    options = "".join(f"\n  - To somebody who would see the two of them together, number {n}" for n in range(count))
    made = laid_out(
        workshop(f"poll: Where would you send a family with a baby in distress, today or tomorrow?\noptions:{options}")
    )
    assert [d.message for d in check(made, FEATURES) if d.stops_the_build] == []


def test_the_run_sheet_adds_up_and_estimates_what_is_not_said(laid_out: LaidOut) -> None:
    notes = "word " * 200
    made = laid_out(workshop("title", f"text: {{headline: One, body: Two, notes: {notes}}}", "break: 10", "message: 1"))
    turns = run_sheet(made.deck)
    assert [turn.minutes for turn in turns[:3]] == [0, 2, 10]
    assert [turn.after for turn in turns] == [0, 0, 2, 12]
    assert [turn.is_estimated for turn in turns] == [False, True, False, True]
    assert turns[3].minutes == max(1, -(-made.deck.library.messages["1"].talking_points.word_count // 130))


def test_minutes_of_a_talk_are_those_of_its_notes_or_its_slides_own(laid_out: LaidOut) -> None:
    notes = "word " * 65
    made = laid_out(
        f"title: A talk\nslides:\n  - text: {{headline: One, body: Two, notes: {notes}}}\n"
        "  - discussion: {question: Who?, minutes: 5, say: Talk.}\n"
    )
    assert minutes_per_slide(made) == (0.5, 5.0)


def test_what_is_said_is_counted_and_nothing_else() -> None:
    def paragraph(words: str, *, heading: bool = False) -> Paragraph:
        return Paragraph((Run(words),), heading=heading)

    notes = Text(
        (
            paragraph("one two"),
            paragraph("Say", heading=True),
            paragraph("three"),
            paragraph("Do", heading=True),
            paragraph("not said"),
            paragraph("Sources", heading=True),
            paragraph("not said either"),
        )
    )
    assert spoken_words(notes) == 3


def test_times_of_day_have_four_digits() -> None:
    assert [clock_words(Clock(minutes)) for minutes in (5, 9 * 60, 13 * 60 + 45)] == ["00:05", "09:00", "13:45"]


def test_what_people_need_may_be_written_as_a_list(laid_out: LaidOut) -> None:
    listed = ACTIVITY.replace("materials: one large sheet and pens for each group", "materials: [paper, pens]")
    assert listed != ACTIVITY
    (frame,) = laid_out(workshop(listed)).frames
    assert shown(frame)["materials"] == "You need: paper, pens"
    assert below(frame, "You need") == ["paper, pens"]
