"""Where a text of the XML stands on the page: compared by letters and digits alone, whatever breaks and marks stand between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from resume_parser.locales import fold

MOST = 50  # places of one text
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
        found = list(self.every(text))
        return next((span for span in found if span[0] >= after), found[0] if found else None)

    def nearest(self, text: str, place: int) -> tuple[int, int] | None:
        """The range of a text nearest to an offset; None where it does not stand on the page."""
        return min(self.every(text), key=lambda span: abs(span[0] - place), default=None)

    def every(self, text: str) -> Iterator[tuple[int, int]]:
        """The first ranges of a text; of a long one the start and the end must stand there, whatever is between."""
        key = key_of(text)
        head, tail = (key[:ENDS], key[-ENDS:]) if len(key) > 2 * ENDS else (key, "")
        at, count = self.key.find(head) if head else -1, 0
        while at >= 0 and count < MOST:
            last = self.key.find(tail, at + len(head)) if tail else at
            if last >= 0:
                yield self.offsets[at], self.offsets[last + len(tail or head) - 1] + 1
            at, count = self.key.find(head, at + 1), count + 1


def key_of(text: str) -> str:
    """The folded letters and digits of a text."""
    return "".join(ch for printed in text if printed.isalnum() for ch in fold(printed))
