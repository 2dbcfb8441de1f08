"""The walk over the groups and control words of an RTF file: stories of paragraphs with their look, page and cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from resume_parser.errors import LimitExceededError
from resume_parser.extractors.flow.fields import Field, field_link, printed
from resume_parser.extractors.flow.paragraphs import Paragraph, Scope
from resume_parser.extractors.portrait import Candidate
from resume_parser.extractors.rtf.characters import DEFAULT_ENCODING, Characters, Font, page_encoding
from resume_parser.extractors.rtf.destinations import BOXES, CHARACTERS, MARKS, MUTED, RUNNING, is_skipped
from resume_parser.extractors.rtf.pictures import picture
from resume_parser.extractors.rtf.printing import Printer
from resume_parser.extractors.rtf.source import TOKEN, Source
from resume_parser.extractors.rtf.state import CODE, MARK, MUTE, PROPERTIES, TEXT, State
from resume_parser.extractors.rtf.story import Story
from resume_parser.extractors.rtf.tables import read_colors, read_fonts, read_styles
from resume_parser.options import Options

DEEPEST_BOX = 10  # text boxes in text boxes
MOST_RUNNING = 1_000  # headers and footers; a section has at most six
DEEPEST_GROUP = 1_000  # groups in groups; Word writes below 30
MOST_TOKENS = 3_000_000  # control words, braces and runs: a resume has 5,000, and a million take about a second
_PAGES = re.compile(r"\\nofpages(\d{1,6})")
_FILE_CODE_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_SAME_PAGE = ("sbknone", "sbkcol")


class Walk:
    """Reads a file once; the attributes tell afterwards what it met."""

    def __init__(self, source: Source, options: Options) -> None:
        self.declared_pages = 0
        self.facing_pages = False
        self.running: list[Story] = []
        self.pictures: list[Candidate] = []
        self._source = source
        self._position = 0
        self._characters = Characters(bytewise=source.bytewise)
        self._encoding = DEFAULT_ENCODING
        self._fonts: Mapping[int, Font] = {}
        self._default_font = 0
        self.printer = Printer(source.text, options)
        self._state = State(self.printer.body)
        self._stack: list[State] = []
        self._settings: Mapping[str, Callable[[int | None], None]] = {
            "s": self._take_style,
            "bin": self._skip_binary,
            "ansicpg": self._set_code_page,
            "deff": self._set_default_font,
            "facingp": self._set_facing,
            "titlepg": self._set_title_page,
            "sectd": self._reset_section,
            **dict.fromkeys(_SAME_PAGE, self._join_section),
        }
        self._groups: Mapping[str, Callable[[], None]] = {
            "fonttbl": self._read_fonts,
            "colortbl": self._read_colors,
            "stylesheet": self._read_styles,
            "info": self._read_info,
            "pict": self._read_picture,
            "upr": self._skip_old_text,
            "field": self._open_field,
            "fldinst": self._open_code,
            "fldrslt": self._open_result,
            **dict.fromkeys(BOXES, self._open_box),
            **dict.fromkeys(MARKS, self._open_mark),
            **dict.fromkeys(MUTED, self._mute),
        }

        self._known = frozenset((*PROPERTIES, *CHARACTERS, *self.printer.structure, *self._settings, *_FILE_CODE_PAGES))

    def read(self) -> None:
        """Reads to the end of the outer group, or of a file that is cut off."""
        opening = starred = False  # the group has just begun, with a star
        text, match, tokens = self._source.text, TOKEN.match, 0
        while (token := match(text, self._position)) is not None and tokens < MOST_TOKENS:
            tokens += 1
            self._position = token.end()
            run, word, digits, brace, sign = token.groups()
            if brace == "{":
                self._open_group()
                opening, starred = True, False
                continue
            if run is not None:
                self._read_run(run)
                if run.isspace():  # a line end of the source, or a space before the kind of the group
                    continue
            elif brace and not self._close_group():
                break
            elif word:
                if not (opening and self._read_group(word, starred)) and word in self._known:
                    self._read_word(word, int(digits) if digits else None)
            elif sign == "*":
                starred = True
                continue
            elif sign in ("\n", "\r"):  # an old form of \par
                self._read_word("par", None)
            opening = starred = False
        self._finish(tokens)

    def _finish(self, tokens: int) -> None:
        if tokens >= MOST_TOKENS:
            raise LimitExceededError(
                f"The RTF file has more than {MOST_TOKENS} control words. Send the resume alone, saved as PDF or DOCX.", stage="extraction"
            )
        while self._stack:
            self._close_group()

    # groups ----------------------------------------------------------------------------------------------

    def _open_group(self) -> None:
        self._stack.append(self._state)
        self._state = self._state.copy()
        if len(self._stack) > DEEPEST_GROUP:
            self._skip()

    def _close_group(self) -> bool:
        """Ends a group; False once the outer one has ended: what follows is no part of the document."""
        if not self._stack:
            return False
        closed, self._state = self._state, self._stack.pop()
        if closed.story is not self._state.story:
            self._close_story(closed)
        elif not self._stack:
            self.printer.complete(closed)
        return bool(self._stack)

    def _close_story(self, closed: State) -> None:
        self.printer.complete(closed)
        story = closed.story
        if story.parent is None:
            self.running.append(story)
        else:
            story.parent.boxes.extend((*story.paragraphs, Paragraph((), Scope(story.part))))

    def _read_group(self, word: str, starred: bool) -> bool:
        """Takes the first control word of a group as its kind; False if it is a word like any other."""
        if word in RUNNING:
            self._open_running(*RUNNING[word])
        elif word in self._groups:
            self._groups[word]()
        elif is_skipped(word, starred=starred):
            self._skip()
        else:
            return False
        return True

    def _group_text(self) -> str:
        """The source of the rest of the group, which is not walked."""
        start = self._position
        self._skip()
        return self._source.text[start : self._position]

    def _skip(self) -> None:
        self._position = self._source.group_end(self._position)

    def _read_fonts(self) -> None:
        self._fonts = read_fonts(self._group_text(), self._encoding)

    def _read_colors(self) -> None:
        self.printer.colors = read_colors(self._group_text())

    def _read_styles(self) -> None:
        start, entries = self._position, []
        end = self._source.group_end(start)
        while (start := self._source.text.find("{", start, end) + 1) > 0:
            stop = self._source.group_end(start)
            entries.append(self._source.text[start:stop])
            start = stop
        self.printer.styles, self._position = read_styles(iter(entries)), end

    def _read_info(self) -> None:
        found = _PAGES.search(self._group_text())
        self.declared_pages = int(found[1]) if found else 0

    def _read_picture(self) -> None:
        self.printer.begin(self._state)
        start = self._position
        self._skip()
        candidate = picture(self._source, start, self._position, self.printer.page)
        if candidate is not None:
            self.pictures.append(candidate)

    def _skip_old_text(self) -> None:
        """{\\upr{for old readers}{\\*\\ud{the same in Unicode}}}."""
        brace = self._source.text.find("{", self._position)
        self._position = len(self._source.text) if brace < 0 else self._source.group_end(brace + 1) + 1

    def _open_running(self, part: str, variant: str) -> None:
        if len(self.running) >= MOST_RUNNING:
            self._skip()
            return
        self._open_story(Story(part, self.printer.next_table, None, len(self.printer.sections) - 1, variant))

    def _open_box(self) -> None:
        self.printer.begin(self._state)
        outer = self._state.story
        if outer.depth >= DEEPEST_BOX:
            self._skip()
            return
        self._open_story(Story("box" if outer.part == "body" else outer.part, self.printer.next_table, outer))

    def _open_story(self, story: Story) -> None:
        state = self._state
        state.story, state.sink, state.opened_field, state.link = story, TEXT, None, None
        state.plain()
        state.default_paragraph()

    def _open_mark(self) -> None:
        self._state.story.mark = bool(self._state.story.mark)
        self._state.sink = MARK

    def _mute(self) -> None:
        self._state.sink = MUTE

    def _open_field(self) -> None:
        self._state.opened_field = Field()

    def _open_code(self) -> None:
        if self._state.opened_field is None:
            self._state.opened_field = Field()
        self._state.sink = CODE

    def _open_result(self) -> None:
        opened = self._state.opened_field
        code = "".join(opened.code) if opened else ""
        self._state.link = field_link(code) or self._state.link
        instead = printed(code)
        if instead:
            self._put(instead)
            self._skip()

    # control words ---------------------------------------------------------------------------------------

    def _read_word(self, word: str, value: int | None) -> None:
        if word in PROPERTIES:
            PROPERTIES[word](self._state, value)
        elif word in self.printer.structure:
            if self._state.sink == TEXT:
                self.printer.structure[word](self._state)
        elif word in CHARACTERS:
            self._put(CHARACTERS[word])
        elif word in self._settings:
            self._settings[word](value)
        elif word in _FILE_CODE_PAGES:
            self._encoding = _FILE_CODE_PAGES[word]

    def _take_style(self, value: int | None) -> None:
        self._state.style = value or 0
        style = self.printer.styles.get(self._state.style)
        if style is not None:
            self._state.take(style.state)

    def _skip_binary(self, value: int | None) -> None:
        self._position = self._source.after_binary(self._position, value or 0)

    def _set_code_page(self, value: int | None) -> None:
        self._encoding = page_encoding(value or 0) or self._encoding

    def _set_default_font(self, value: int | None) -> None:
        self._default_font = value or 0

    def _set_facing(self, value: int | None) -> None:
        self.facing_pages = value != 0

    def _set_title_page(self, value: int | None) -> None:
        self.printer.sections[-1].title_page = value != 0

    def _reset_section(self, value: int | None) -> None:
        self.printer.sections[-1].new_page, self.printer.sections[-1].title_page = True, False

    def _join_section(self, value: int | None) -> None:
        self.printer.sections[-1].new_page = False

    # text ------------------------------------------------------------------------------------------------

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
            self.printer.print(state, text)
