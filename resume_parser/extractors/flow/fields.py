"""Fields of Word in all its formats: their code, their result, where a link leads, what is printed for some codes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from resume_parser.extractors.flow.symbols import symbol

_LINK_FIELD = re.compile(r'^\s*HYPERLINK\s+(?:"([^"]+)"|([^\s"\\]+))', re.IGNORECASE)
# EQ \o(\s\up 9(above),base) prints its base, SYMBOL 183 \f "Symbol" one character
_OVERSTRIKE = re.compile(r"^\s*EQ\b.*,\s*([^,()]*)\)\s*$", re.IGNORECASE | re.DOTALL)
_SYMBOL_FIELD = re.compile(r'^\s*SYMBOL\s+(\d{1,5})\b(?:.*?\\f\s*"?([^"\\]+))?', re.IGNORECASE | re.DOTALL)


def field_link(code: str) -> str | None:
    """The URL of a HYPERLINK field; None for another field or a place in the file."""
    found = _LINK_FIELD.match(code)
    return None if found is None else found[1] or found[2]


def printed(code: str) -> str:
    """What the code of a field prints, whatever its result; "" for most, whose result is printed."""
    overstrike = _OVERSTRIKE.match(code)
    if overstrike:
        return overstrike[1]
    sign = _SYMBOL_FIELD.match(code)
    return "" if sign is None else symbol((sign[2] or "").strip(), f"{int(sign[1]):x}")


@dataclass(slots=True)
class Field:
    """An open field: its code first, then its result."""

    code: list[str] = field(default_factory=list)
    link: str | None = None
    in_result: bool = False
    silent: bool = False  # its code was printed in place of its result


@dataclass(slots=True)
class Fields:
    """The fields that are open where a story is read, the innermost last."""

    _open: list[Field] = field(default_factory=list)

    @property
    def hide(self) -> bool:
        """True inside a code, and inside a result that is not printed."""
        return any(one.silent or not one.in_result for one in self._open)

    @property
    def link(self) -> str | None:
        """The target of the innermost link around this place, None if there is none."""
        return next((one.link for one in reversed(self._open) if one.link), None)

    def begin(self) -> None:
        """A field begins with its code."""
        self._open.append(Field())

    def add_code(self, text: str) -> None:
        """Characters of the code; those of a result inside a code are lost."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].code.append(text)

    def begin_result(self) -> str:
        """The code has ended: what is printed in place of the result, "" where the result is."""
        if not self._open:
            return ""
        innermost = self._open[-1]
        code = "".join(innermost.code)
        innermost.link, innermost.in_result = field_link(code), True
        instead = "" if self.hide else printed(code)
        innermost.silent = bool(instead)
        return instead

    def end(self) -> str:
        """The field has ended: what its code prints, "" where it had a result."""
        ended = self._open.pop() if self._open else None
        return "" if ended is None or ended.in_result or self.hide else printed("".join(ended.code))

    def end_paragraph(self) -> None:
        """A code that has not ended hides nothing after its paragraph."""
        self._open = [one for one in self._open if one.in_result]
