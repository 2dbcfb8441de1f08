"""Small readers of XML and of the HTML inside it: elements by local name, text without tags, dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCKS = frozenset({"p", "li", "br", "div", "ul", "ol", "h1", "h2", "h3"})  # elements that start a line of their own
ISO = re.compile(r"((?:19|20)\d\d)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
PRESENT = "present"


def name_of(node: _Element) -> str:
    """The local name of an element, "" for comments."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def children(node: _Element | None, *path: str) -> Iterator[_Element]:
    """The elements at the end of a path of local names, in order; every element of each name is followed."""
    if node is None:
        return
    for child in node:
        if name_of(child) == path[0]:
            if len(path) == 1:
                yield child
            else:
                yield from children(child, *path[1:])


def child(node: _Element | None, *path: str) -> _Element | None:
    """The first element at the end of a path, None where there is none."""
    return next(children(node, *path), None)


def text(node: _Element | None, *path: str) -> str:
    """The text of the first element at the end of a path, white space as single spaces; "" where there is none."""
    found = child(node, *path) if path else node
    return " ".join("".join(map(str, found.itertext())).split()) if found is not None else ""


def texts(node: _Element | None, *path: str) -> tuple[str, ...]:
    """The texts of all elements at the end of a path that have one."""
    return tuple(shown for found in children(node, *path) if (shown := text(found)))


def plain(node: _Element | None, *path: str) -> str:
    """The text of an element that holds HTML: one line per paragraph and list item, without tags."""
    found = child(node, *path) if path else node
    if found is None:
        return ""
    reader = Plain()
    reader.feed("".join(map(str, found.itertext())))
    reader.close()
    lines = (" ".join(line.split()).lstrip("•- ") for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line)


class Plain(HTMLParser):
    """Collects the text of HTML with line breaks where blocks start and end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block starts a line."""
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """A block ends a line."""
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Text as it stands."""
        self.parts.append(data)


def iso(printed: str) -> str:
    """A date as "2019", "2019-03" or "2019-03-14"; "" for anything else."""
    found = ISO.match(printed.strip())
    return "-".join(part for part in found.groups() if part) if found else ""


def commonest(values: Sequence[str]) -> str:
    """The value that stands most often, the first of several; "" for none."""
    return Counter(values).most_common(1)[0][0] if values else ""
