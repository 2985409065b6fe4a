"""Notes as HTML."""

from __future__ import annotations

from html import escape

from deckmaker.drawing.text_data import address
from deckmaker.model.text import Paragraph, Run, Text


def notes_html(notes: Text, language: str, *, heading: int) -> str:
    """Headings of that level, paragraphs and lists."""
    parts: list[str] = []
    is_list = False
    for paragraph in notes.paragraphs:
        entry = paragraph.bullet and not paragraph.heading
        if entry != is_list:
            parts.append("<ul>" if entry else "</ul>")
            is_list = entry
        tag = f"h{heading}" if paragraph.heading else "li" if entry else "p"
        parts.append(f"<{tag}>{_runs(paragraph, language)}</{tag}>")
    return "".join(parts) + ("</ul>" if is_list else "")


def _runs(paragraph: Paragraph, language: str) -> str:
    return "".join(_run(run, language) for run in paragraph.runs)


def _run(run: Run, language: str) -> str:
    words = escape(run.text)
    if run.bold:
        words = f"<b>{words}</b>"
    if run.language and run.language != language:
        words = f'<span lang="{escape(run.language)}">{words}</span>'
    if run.link:
        words = f'<a href="{escape(address(run))}" rel="noreferrer noopener" target="_blank">{words}</a>'
    return words
