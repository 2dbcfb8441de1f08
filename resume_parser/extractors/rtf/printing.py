"""What the walk prints: characters with their look, paragraphs, table cells, and the pages that breaks begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count

from resume_parser.errors import LimitExceededError
from resume_parser.extractors.flow.lines import Look
from resume_parser.extractors.flow.paragraphs import is_white, why_hidden
from resume_parser.extractors.rtf.state import BODY_OUTLINE, State
from resume_parser.extractors.rtf.story import Manner, Story
from resume_parser.extractors.rtf.tables import StyleSheet
from resume_parser.options import Options

_LINE_END = re.compile("[\u2028\u2029]")


@dataclass(slots=True)
class Section:
    """A section of the body."""

    page: int = 0  # where its text begins, 0 = it has none yet
    new_page: bool = True
    title_page: bool = False  # its first page has its own header


class Printer:
    """Puts text into the story of a state; `structure` holds the control words that end lines, paragraphs, cells and pages."""

    def __init__(self, text: str, options: Options) -> None:
        self.page = 1
        self.sections = [Section()]
        self.colors: list[int] = []
        self.styles = StyleSheet({})
        self.next_table = count().__next__
        self.body = Story("body", self.next_table)
        self._options = options
        self._prints_marks = "\\listtext" in text or "\\pntext" in text
        self._ground = "\\shpfblwtxt1" in text or "\\*\\background" in text  # white text may be readable
        self._fresh = True  # nothing printed since the page began
        self._row_open = False
        self._painted: list[bool] = []  # cells of the row with a colour behind them
        self._paints = False
        self._length = 0
        self._looks: dict[tuple[float, bool, bool, int, str | None, str], Look] = {}
        self.structure: Mapping[str, Callable[[State], None]] = {
            "par": self._end_paragraph,
            "sect": self._end_section,
            "page": self._break_page,
            "softpage": self._break_page_softly,
            **dict.fromkeys(("line", "lbr", "column"), self._break_line),
            "tab": self._tab,
            "cell": self._end_cell,
            "nestcell": self._end_nested_cell,
            "row": self._end_row,
            "nestrow": self._end_nested_row,
            "trowd": self._open_row,
            **dict.fromkeys(("clcbpat", "clshdng"), self._paint_cell),
            "cellx": self._define_cell,
        }

    def print(self, state: State, text: str) -> None:
        """Characters as the state prints them, on pages that are read."""
        self.begin(state)
        if self.page > self._options.max_pages:
            return
        self._length += len(text)
        if self._length > self._options.max_characters:
            raise LimitExceededError(
                f"The RTF file has more than {self._options.max_characters} characters of text. Send the resume alone.", stage="extraction"
            )
        first, *more = _LINE_END.split(text.upper() if state.caps else text)
        look, builder = self._look(state), state.story.builder
        builder.add(first, look, self.page)
        for line in more:
            builder.end_line()
            builder.add(line, look, self.page)
        self._fresh = self._fresh and text.isspace()

    def _look(self, state: State) -> Look:
        color = self._color(state.color)
        shaded = is_white(color) and self._is_shaded(state)
        hidden = why_hidden(state.size, color, vanish=state.vanish, shaded=shaded)
        key = (state.size, state.bold, state.italic, color, state.link, hidden)
        if key not in self._looks:
            self._looks[key] = Look(*key)
        return self._looks[key]

    def _color(self, index: int) -> int:
        return self.colors[index] if 0 < index < len(self.colors) else 0

    def _is_shaded(self, state: State) -> bool:
        """True if a colour lies behind the characters; that of boxes and headers is not resolved and counts as one."""
        if self._ground or state.story is not self.body:
            return True
        if any(index > 0 and not is_white(self._color(index)) for index in (state.ground, state.paint)):
            return True
        column = state.story.column
        return bool(self._depth(state)) and column < len(self._painted) and self._painted[column]

    # paragraphs and pages --------------------------------------------------------------------------------

    def begin(self, state: State) -> None:
        """The paragraph meets its first text, box or end: now its page is known."""
        story = state.story
        if story.begun or story is not self.body:
            return
        story.begun = True
        section = self.sections[-1]
        if not section.page:
            if section.new_page and len(self.sections) > 1:
                self._turn()
            section.page = self.page
        if state.page_break and not self._fresh:
            self._turn()

    def _turn(self) -> None:
        self.page += 1
        self._fresh = True

    def _depth(self, state: State) -> int:
        """How many tables the paragraph stands in; some writers mark the row alone."""
        return state.depth or int(self._row_open)

    def _manner(self, state: State) -> Manner:
        outline = state.outline
        level = self.styles.level(state.style) if outline is None else outline + 1 if 0 <= outline < BODY_OUTLINE else 0
        listed = level == 0 and self._is_listed(state)
        shaded = state.paint > 0 and not is_white(self._color(state.paint))
        return Manner(self.styles.name(state.style), level, listed, state.before, state.after, state.contextual, shaded)

    def _is_listed(self, state: State) -> bool:
        """True if the paragraph prints a list mark: writers that print marks for old readers print them in every list."""
        if state.story.mark is not None:
            return state.story.mark
        if state.number is not None:
            return state.number > 0 and not self._prints_marks
        return self.styles.listed(state.style)

    def complete(self, state: State) -> None:
        """Ends a last paragraph that has no end of its own."""
        if state.story.pending:
            self._end_paragraph(state)

    def _end_paragraph(self, state: State) -> None:
        self.begin(state)
        state.story.end_paragraph(self._manner(state), self._depth(state))

    def _end_section(self, state: State) -> None:
        if state.story is self.body:
            if self.body.begun:
                self._end_paragraph(state)
            self.sections.append(Section())

    def _break_page(self, state: State) -> None:
        self.begin(state)
        state.story.builder.end_line()
        if state.story is self.body:
            self._turn()

    def _break_page_softly(self, state: State) -> None:
        if state.story is self.body and not self._fresh:
            self._turn()

    def _break_line(self, state: State) -> None:
        state.story.builder.end_line()

    def _tab(self, state: State) -> None:
        state.story.builder.tab()

    # tables ----------------------------------------------------------------------------------------------

    def _open_row(self, state: State) -> None:
        self._row_open, self._painted, self._paints = True, [], False

    def _paint_cell(self, state: State) -> None:
        self._paints = True

    def _define_cell(self, state: State) -> None:
        self._painted.append(self._paints)
        self._paints = False

    def _end_cell(self, state: State) -> None:
        self.begin(state)
        state.story.end_cell(self._manner(state), 1)

    def _end_nested_cell(self, state: State) -> None:
        self.begin(state)
        state.story.end_cell(self._manner(state), max(state.depth, 2))

    def _end_row(self, state: State) -> None:
        if state.story.pending:
            self._end_cell(state)
        state.story.end_row(1)
        self._row_open = False

    def _end_nested_row(self, state: State) -> None:
        state.story.end_row(max(state.depth, 2))
