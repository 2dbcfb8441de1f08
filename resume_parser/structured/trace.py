"""Where a text of the XML stands on the page: compared by letters and digits alone, whatever breaks and marks stand between."""

from __future__ import annotations

from dataclasses import dataclass

from resume_parser.locales import fold

ENDS = 48  # characters of the start and of the end of a long text that must stand on the page


@dataclass(frozen=True, slots=True)
class Trace:
    """The letters and digits of the page with the offset of each in its text."""

    key: str
    offsets: tuple[int, ...]

    @staticmethod
    def of(text: str) -> Trace:
        """The trace of a text."""
        pairs = [(ch, at) for at, printed in enumerate(text) if printed.isalnum() for ch in fold(printed)]
        return Trace("".join(ch for ch, _ in pairs), tuple(at for _, at in pairs))

    def find(self, text: str, after: int = 0) -> tuple[int, int] | None:
        """The range of a text on the page, the first from an offset on, else the first of all; None where it does not stand there."""
        key = key_of(text)
        if not key:
            return None
        if len(key) > 2 * ENDS:
            first, last = self.position(key[:ENDS], after), self.position(key[-ENDS:], after)
            return None if first < 0 or last < first else (self.offsets[first], self.offsets[last + ENDS - 1] + 1)
        at = self.position(key, after)
        return (self.offsets[at], self.offsets[at + len(key) - 1] + 1) if at >= 0 else None

    def position(self, key: str, after: int) -> int:
        """Where a key starts: from an offset of the text on, else anywhere; -1 where it does not stand."""
        low = next((at for at, offset in enumerate(self.offsets) if offset >= after), 0) if after else 0
        found = self.key.find(key, low)
        return found if found >= 0 else self.key.find(key)


def key_of(text: str) -> str:
    """The folded letters and digits of a text."""
    return "".join(ch for printed in text if printed.isalnum() for ch in fold(printed))
