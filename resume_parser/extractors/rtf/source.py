"""The source of an RTF file: its characters, its tokens, and where a group ends."""

from __future__ import annotations

import re

_RUN = r"(?:[^\\{}]|\\'[0-9a-fA-F]{2}|\\[~_\-\\{}]|\\u-?\d{1,10} ?)+"
TOKEN = re.compile(rf"({_RUN})|\\([a-zA-Z]{{1,32}})(-?\d{{1,10}})?[ ]?|([{{}}])|\\(.?)", re.DOTALL)
_EDGE = re.compile(r"[{}\\](?:(?<=\\)(?:bin(\d{1,10}) ?|.))?", re.DOTALL)  # begins with one set: such searches are fast
_PARAGRAPH = "\\par"


class Source:
    """The text of a file; `bytewise` is True where each character stands for one byte of the code page in force."""

    def __init__(self, data: bytes) -> None:
        self.text, self.bytewise = _decoded(data)
        self._last_paragraph: int | None = None

    def group_end(self, position: int) -> int:
        """Where the brace stands that closes the group around `position`; the end of the text where none does."""
        depth = 1
        while (edge := _EDGE.search(self.text, position)) is not None:
            position = edge.end()
            if edge[1]:
                position = self.after_binary(position, int(edge[1]))
            elif edge[0] == "{":
                depth += 1
            elif edge[0] == "}":
                depth -= 1
                if not depth:
                    return edge.start()
        return len(self.text)

    def after_binary(self, position: int, count: int) -> int:
        """Where the text goes on after `count` bytes of binary data; a count beyond the file is not believed if text follows."""
        if position + count <= len(self.text):
            return position + max(count, 0)
        if self._last_paragraph is None:
            self._last_paragraph = self.text.rfind(_PARAGRAPH)
        return position if self._last_paragraph >= position else len(self.text)


def _decoded(data: bytes) -> tuple[str, bool]:
    """RTF is ASCII; bytes above are UTF-8 where all of them are, else characters of the code page in force."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not data.isascii():
        try:
            return data.decode("utf-8"), False
        except UnicodeDecodeError:
            pass
    return data.decode("latin-1"), True
