"""What the walk over an RTF file prints: characters with their look, paragraphs, pages and table cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count

from resume_parser.errors import LimitExceededError
from resume_parser.extractors.flow.lines import Look
from resume_parser.extractors.flow.paragraphs import why_hidden
from resume_parser.extractors.portrait import Candidate
from resume_parser.extractors.rtf.characters import DEFAULT_ENCODING, Characters, Font
from resume_parser.extractors.rtf.source import Source
from resume_parser.extractors.rtf.state import BODY_OUTLINE, CODE, MARK, MUTE, State
from resume_parser.extractors.rtf.story import Manner, Story
from resume_parser.extractors.rtf.tables import StyleSheet, is_white
from resume_parser.options import Options

_LINE_END = re.compile("[\u2028\u2029]")


@dataclass(slots=True)
class Section:
    """A section of the body."""

    page: int = 0  # where its text begins, 0 = it has none yet
    new_page: bool = True
    title_page: bool = False  # its first page has its own header


class Printer:
    """The state of a reading, and the control words that print; the attributes tell afterwards what it met."""

    def __init__(self, source: Source, options: Options) -> None:
        self.page = 1
        self.declared_pages = 0
        self.facing_pages = False
        self.sections = [Section()]
        self.running: list[Story] = []
        self.pictures: list[Candidate] = []
        self._source, self._options = source, options
        self._position = 0
        self._characters = Characters(bytewise=source.bytewise)
        self._encoding = DEFAULT_ENCODING
        self._fonts: Mapping[int, Font] = {}
        self._default_font = 0
        self._colors: list[int] = []
        self._styles = StyleSheet({})
        self._prints_marks = "\\listtext" in source.text or "\\pntext" in source.text
        self._ground = "\\shpfblwtxt1" in source.text or "\\*\\background" in source.text  # white text may be readable
        self._next_table = count().__next__
        self.body = Story("body", self._next_table)
        self._state = State(self.body)
        self._stack: list[State] = []
        self._fresh = True  # nothing printed since the page began
        self._row_open = False
        self._painted: list[bool] = []  # cells of the row with a colour behind them
        self._paints = False
        self._length = 0
        self._looks: dict[tuple[float, bool, bool, int, str | None, str], Look] = {}

    def _read_run(self, run: str) -> None:
        state = self._state
        if state.sink != MUTE:
            font = self._fonts.get(self._default_font if state.font < 0 else state.font) or Font(encoding=self._encoding)
            self._put(self._characters.read(run, font, state.replacements))

    def _put(self, text: str) -> None:
        """Sends characters where the group sends its text."""
        state = self._state
        if not text or state.sink == MUTE or state.deleted:
            return
        if state.sink == CODE and state.opened_field is not None:
            state.opened_field.code.append(text)
        elif state.sink == MARK:
            state.story.mark = state.story.mark or not text.isspace()
        else:
            self._print(text)

    def _print(self, text: str) -> None:
        self._begin()
        if self.page > self._options.max_pages:
            return
        self._length += len(text)
        if self._length > self._options.max_characters:
            raise LimitExceededError(
                f"The RTF file has more than {self._options.max_characters} characters of text. Send the resume alone.", stage="extraction"
            )
        state = self._state
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
        return self._colors[index] if 0 < index < len(self._colors) else 0

    def _is_shaded(self, state: State) -> bool:
        """True if a colour lies behind the characters; that of boxes and headers is not resolved and counts as one."""
        if self._ground or state.story is not self.body:
            return True
        if any(index > 0 and not is_white(self._color(index)) for index in (state.ground, state.paint)):
            return True
        column = state.story.column
        return bool(self._depth(state)) and column < len(self._painted) and self._painted[column]

    # paragraphs and pages --------------------------------------------------------------------------------

    def _begin(self) -> None:
        """The paragraph meets its first text, box or end: now its page is known."""
        story = self._state.story
        if story.begun or story is not self.body:
            return
        story.begun = True
        section = self.sections[-1]
        if not section.page:
            if section.new_page and len(self.sections) > 1:
                self._turn()
            section.page = self.page
        if self._state.page_break and not self._fresh:
            self._turn()

    def _turn(self) -> None:
        self.page += 1
        self._fresh = True

    def _depth(self, state: State) -> int:
        """How many tables the paragraph stands in; some writers mark the row alone."""
        return state.depth or int(self._row_open)

    def _manner(self, state: State) -> Manner:
        outline = state.outline
        level = self._styles.level(state.style) if outline is None else outline + 1 if 0 <= outline < BODY_OUTLINE else 0
        listed = level == 0 and self._is_listed(state)
        shaded = state.paint > 0 and not is_white(self._color(state.paint))
        return Manner(self._styles.name(state.style), level, listed, state.before, state.after, state.contextual, shaded)

    def _is_listed(self, state: State) -> bool:
        """True if the paragraph prints a list mark: writers that print marks for old readers print them in every list."""
        if state.story.mark is not None:
            return state.story.mark
        if state.number is not None:
            return state.number > 0 and not self._prints_marks
        return self._styles.listed(state.style)

    def _end_paragraph(self, value: int | None) -> None:
        self._begin()
        self._state.story.end_paragraph(self._manner(self._state), self._depth(self._state))

    def _end_section(self, value: int | None) -> None:
        if self._state.story is self.body:
            if self.body.begun:
                self._end_paragraph(None)
            self.sections.append(Section())

    def _break_page(self, value: int | None) -> None:
        self._begin()
        self._state.story.builder.end_line()
        if self._state.story is self.body:
            self._turn()

    def _break_page_softly(self, value: int | None) -> None:
        if self._state.story is self.body and not self._fresh:
            self._turn()

    def _break_line(self, value: int | None) -> None:
        self._state.story.builder.end_line()

    def _tab(self, value: int | None) -> None:
        self._state.story.builder.tab()

    # tables ----------------------------------------------------------------------------------------------

    def _open_row(self, value: int | None) -> None:
        self._row_open, self._painted, self._paints = True, [], False

    def _paint_cell(self, value: int | None) -> None:
        self._paints = True

    def _define_cell(self, value: int | None) -> None:
        self._painted.append(self._paints)
        self._paints = False

    def _end_cell(self, value: int | None) -> None:
        self._begin()
        self._state.story.end_cell(self._manner(self._state), 1)

    def _end_nested_cell(self, value: int | None) -> None:
        self._begin()
        self._state.story.end_cell(self._manner(self._state), max(self._state.depth, 2))

    def _end_row(self, value: int | None) -> None:
        if self._state.story.pending:
            self._end_cell(None)
        self._state.story.end_row(1)
        self._row_open = False

    def _end_nested_row(self, value: int | None) -> None:
        self._state.story.end_row(max(self._state.depth, 2))
