"""Words that a reader of the page cannot see: they stay out of the text and are reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from resume_parser.document import Line, Notice, Page


def visible_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines without hidden words; lines of hidden words only are gone."""
    shown = []
    for line in lines:
        if any(word.hidden for word in line.words):
            words = tuple(word for word in line.words if not word.hidden)
            if not words:
                continue
            line = replace(line, words=words)  # noqa: PLW2901 - the same line, less its hidden words
        if line.words:
            shown.append(line)
    return shown


def hidden_notice(page: Page) -> Notice | None:
    """A notice with the number of hidden words of the page, None if it has none."""
    count = sum(1 for block in page.blocks for line in block.lines for word in line.words if word.hidden)
    if not count:
        return None
    return Notice("hidden_text", f"{count} words that a reader cannot see were left out.", page.number)
