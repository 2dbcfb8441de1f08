"""PowerPoint files built by hand: the records of a .ppt, and the compound file around its streams."""

from __future__ import annotations

import struct

SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SMALL = 4096  # streams below live elsewhere, so ours are padded to it
_PLAIN, ENCRYPTED = 0xE391C05F, 0xF3D1C4DF


def atom(kind: int, content: bytes = b"", instance: int = 0) -> bytes:
    """A record that holds no records."""
    return struct.pack("<HHI", instance << 4, kind, len(content)) + content


def box(kind: int, *children: bytes, instance: int = 0) -> bytes:
    """A record that holds records."""
    content = b"".join(children)
    return struct.pack("<HHI", instance << 4 | 0xF, kind, len(content)) + content


def text(characters: str, *, kind: int = 4, style: bytes = b"") -> bytes:
    """A text: its header, its characters and their runs."""
    return atom(0x0F9F, struct.pack("<I", kind)) + atom(0x0FA0, characters.encode("utf-16-le")) + (atom(0x0FA1, style) if style else b"")


def shape(content: bytes, place: tuple[int, int, int, int], *more: bytes, child: bool = False) -> bytes:
    """A shape with text at left, top, right, bottom (576 units per inch); `child` = in the coordinates of its group."""
    left, top, right, bottom = place
    anchor = atom(0xF00F, struct.pack("<4i", *place)) if child else atom(0xF010, struct.pack("<4h", top, left, right, bottom))
    return box(0xF004, atom(0xF00A, struct.pack("<II", 1, 0)), *more, anchor, box(0xF00D, content))


def group(place: tuple[int, int, int, int], space: tuple[int, int, int, int], *members: bytes, table: bool = False) -> bytes:
    """A group at a place whose members count in a space of their own."""
    left, top, right, bottom = place
    options = atom(0xF122, struct.pack("<HI", 0x39F, 1), instance=1) if table else b""
    anchor = atom(0xF010, struct.pack("<4h", top, left, right, bottom))
    head = box(0xF004, atom(0xF009, struct.pack("<4i", *space)), atom(0xF00A, struct.pack("<II", 1, 1)), options, anchor)
    return box(0xF003, head, *members)


def slide(*shapes: bytes, hidden: bool = False) -> bytes:
    """A slide with these shapes."""
    show = atom(0x03F9, struct.pack("<iIBBHH", 0, 0, 0, 0, 4 if hidden else 0, 0))
    patriarch = box(0xF004, atom(0xF009, bytes(16)), atom(0xF00A, struct.pack("<II", 1, 5)))
    return box(0x03EE, atom(0x03EF, bytes(24)), show, box(0x040C, box(0xF002, box(0xF003, patriarch, *shapes))))


def ppt_streams(*slides: bytes, outline: bytes = b"", more: bytes = b"") -> dict[str, bytes]:
    """The streams of a presentation; `outline` = the texts in the list of slides, behind the first slide."""
    entries = b"".join(
        atom(0x03F3, struct.pack("<IIiII", number, 0, 0, 255 + number, 0)) + (outline if number == 2 else b"")
        for number in range(2, len(slides) + 2)
    )
    document = box(0x03E8, atom(0x03E9, struct.pack("<2i", 5760, 4320)), more, box(0x0FF0, entries))
    stream, offsets = b"", []
    for record in (document, *slides):
        offsets.append(len(stream))
        stream += record
    directory = len(stream)
    stream += atom(0x1772, struct.pack(f"<I{len(offsets)}I", len(offsets) << 20 | 1, *offsets))
    edit = len(stream)
    stream += atom(0x0FF5, struct.pack("<IIIIIIHH", 0, 0, 0, directory, 1, 0, 0, 0))
    return {"PowerPoint Document": stream, "Current User": current_user(edit)}


def current_user(edit: int, token: int = _PLAIN) -> bytes:
    """The stream that names the last save."""
    return atom(0x0FF6, struct.pack("<III", 20, token, edit) + bytes(12))


def ppt_file(*slides: bytes, outline: bytes = b"", more: bytes = b"") -> bytes:
    """A whole .ppt file."""
    return compound_file(ppt_streams(*slides, outline=outline, more=more))


def compound_file(streams: dict[str, bytes]) -> bytes:
    """A compound file with streams in its root."""
    padded = {name: content.ljust(max(_SMALL, -(-len(content) // SECTOR) * SECTOR), b"\0") for name, content in streams.items()}
    chain, body, starts = [_FAT, _END], b"", {}
    for name, content in padded.items():
        starts[name] = len(chain)
        count = len(content) // SECTOR
        chain += [*range(len(chain) + 1, len(chain) + count), _END]
        body += content
    assert len(chain) <= SECTOR // 4, "one sector of the table is enough for a test"
    table = struct.pack("<128I", *chain, *[_FREE] * (SECTOR // 4 - len(chain)))
    names = list(padded)
    entries = [_entry("Root Entry", 5, _FREE, 1, _END, 0)]
    for index, name in enumerate(names):
        right = index + 2 if index + 1 < len(names) else _FREE
        entries.append(_entry(name, 2, right, _FREE, starts[name], len(padded[name])))
    folder = b"".join(entries).ljust(SECTOR, b"\0")
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, _SMALL, _END, 0, _END, 0, 0)
    )
    return header + struct.pack("<108I", *[_FREE] * 108) + table + folder + body


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    """One entry of the directory."""
    spelled = (name + "\0").encode("utf-16-le")
    return spelled.ljust(64, b"\0") + struct.pack("<HBBIII16xI16xIQ", len(spelled), kind, 1, _FREE, right, child, 0, start, size)
