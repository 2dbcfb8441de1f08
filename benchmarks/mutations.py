"""Damages files in the ways that files get damaged, and in some that only an attacker finds. The same random numbers, the same damage."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from random import Random

ZIP_FORMATS = ("docx", "pptx", "odt", "odp")
OLE_FORMATS = ("doc", "ppt")
MOST_STEPS = 4  # mutations of one file
LARGEST_UNPACKED = 20_000_000  # bytes; a zip bomb is mutated from outside
LONGEST_CHUNK = 2000  # bytes that one mutation moves
RAW_SHARE = 0.25  # of the mutations of a container that hit the container and not a part of it
SWAP_SHARE = 0.5  # of the moved sectors that change places with another
LOST_SHARE, RENAMED_SHARE = 0.06, 0.04  # of the mutated parts of a zip
SECTOR = 512  # bytes, of a compound file
EDGES = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)
NUMBERS = (b"0", b"-1", b"1", b"255", b"65536", b"2147483648", b"-2147483649", b"99999999999999999999", b"1e309", b"nan")

XML_TOKENS = (
    *(b"<", b">", b"/>", b"&", b"&#0;", b"&#xFFFF;", b"&lt;", b"<![CDATA[", b"]]>", b"<!--", b'<!DOCTYPE x [<!ENTITY e "e">]>', b"&e;"),
    *(b"<w:p>", b"</w:p>", b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>", b'<w:br w:type="page"/>', b"<w:t>", b'w:val="99999999999"'),
    *(b"<a:p>", b"</a:p>", b"<p:grpSp>", b"<a:tbl>", b'<a:off x="-9" y="9999999999999"/>', b'r:id="rId999"', b"<text:p>", b"</text:p>"),
    *(b'<text:s text:c="999999999"/>', b"<text:tab/>", b"<text:list><text:list-item>", b"<draw:frame>", b"<table:table>"),
    *(b'table:number-columns-repeated="99999999"', b'svg:width="1e999cm"', b"\xff\xfe", b"\0", b"\xed\xa0\x80"),
)
TOKENS: dict[str, tuple[bytes, ...]] = {
    "pdf": (
        *(b"obj", b"endobj", b"stream\n", b"endstream", b"<<", b">>", b"[", b"]", b"/Kids", b"/Count -1", b"/Length 0", b"/Rotate 45"),
        *(b"BT", b"ET", b"Tj", b"TJ", b"Tf", b"Tm", b"Td", b"q", b"Q", b"cm", b"Do", b"re f", b"W n", b"0 0 0 0 0 0 Tm", b"/ActualText"),
        *(
            b"(",
            b")",
            b"<FEFF",
            b"R",
            b"null",
            b"/MediaBox [0 0 0 0]",
            b"/MediaBox [0 0 1e9 1e9]",
            b"/Encrypt 1 0 R",
            b"/URI (x)",
            b"%%EOF",
        ),
    ),
    "rtf": (
        *(b"{", b"}", b"\\", b"{\\*", b"\\par ", b"\\cell ", b"\\row ", b"\\trowd", b"\\nestcell ", b"\\page ", b"\\sect ", b"\\tab "),
        *(
            b"\\u-1 ?",
            b"\\u55357 ?\\u56832 ?",
            b"\\u99999999 ",
            b"\\uc999999 ",
            b"\\bin9999999 ",
            b"\\bin-5 ",
            b"\\'zz",
            b"\\'e9",
            b"\\f9999",
        ),
        *(
            b"{\\pict\\pngblip ",
            b"{\\field{\\*\\fldinst HYPERLINK ",
            b"{\\fldrslt ",
            b"{\\header ",
            b"{\\shptxt ",
            b"{\\fonttbl",
            b"{\\stylesheet",
        ),
        *(
            b"\\v ",
            b"\\v0 ",
            b"\\deleted ",
            b"\\ansicpg99999 ",
            b"\\fs-99999 ",
            b"\\fcharset300 ",
            b"{\\*\\listtable",
            b"\\plain",
            b"\\pard",
        ),
    ),
    **dict.fromkeys(ZIP_FORMATS, XML_TOKENS),
    **dict.fromkeys(
        OLE_FORMATS,
        (b"\x13HYPERLINK", b"\x14", b"\x15", b"\x07\x07", b"\x0c", b"\0\xd8", b"\xff\xff\xff\xff", b"\x0f\0\xe8\x03", b"\0\0\xa0\x0f"),
    ),
}

Step = Callable[[bytes, Random], bytes]


def mutated(data: bytes, kind: str, other: bytes, chance: Random) -> bytes:
    """The file of this format after one to four mutations; `other` is a file to take pieces from."""
    for _ in range(chance.randint(1, MOST_STEPS)):
        data = _mutated_once(data, kind, other, chance)
    return data


def _mutated_once(data: bytes, kind: str, other: bytes, chance: Random) -> bytes:
    if kind in ZIP_FORMATS and chance.random() > RAW_SHARE:
        return _in_zip(data, kind, other, chance)
    if kind == "pdf" and chance.random() > RAW_SHARE:
        return _in_stream(data, kind, other, chance)
    if kind in OLE_FORMATS and chance.random() > RAW_SHARE:
        return chance.choice(IN_PLACE)(data, chance)
    return _bytes(data, kind, other, chance)


def _bytes(data: bytes, kind: str, other: bytes, chance: Random) -> bytes:
    """One mutation that knows nothing of containers."""
    tokens = TOKENS.get(kind)
    steps: list[Step] = [
        _flip,
        _flip,
        _edge,
        _edge,
        _delete,
        _double,
        _noise,
        _cut,
        _zeros,
        _number,
        lambda data, _: _splice(data, other, chance),
    ]
    if tokens:
        steps += [lambda data, _: _insert(data, chance.choice(tokens), chance)] * 4
    return chance.choice(steps)(data, chance)


def _flip(data: bytes, chance: Random) -> bytes:
    """Some bits are turned."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 4, 16, 64))):
        if out:
            out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def _edge(data: bytes, chance: Random) -> bytes:
    """A number becomes one at the edge of its range."""
    code = chance.choice("BHIQ")
    width = struct.calcsize(code)
    place = chance.randrange(len(data) + 1) // width * width
    number = chance.choice(EDGES) % (1 << 8 * width)
    return data[:place] + struct.pack(chance.choice("<>") + code, number) + data[place + width :]


def _delete(data: bytes, chance: Random) -> bytes:
    start, end = _range(data, chance)
    return data[:start] + data[end:]


def _double(data: bytes, chance: Random) -> bytes:
    """A piece stands there many times."""
    start, end = _range(data, chance)
    return data[:start] + data[start:end] * chance.choice((2, 2, 3, 10, 200)) + data[end:]


def _noise(data: bytes, chance: Random) -> bytes:
    start, end = _range(data, chance)
    return data[:start] + chance.randbytes(end - start) + data[end:]


def _zeros(data: bytes, chance: Random) -> bytes:
    start, end = _range(data, chance)
    return data[:start] + bytes(end - start) + data[end:]


def _cut(data: bytes, chance: Random) -> bytes:
    """The end is missing."""
    return data[: chance.randrange(len(data) + 1)]


def _number(data: bytes, chance: Random) -> bytes:
    """A number in digits becomes another."""
    start = chance.randrange(len(data) + 1)
    found = re.compile(rb"-?\d+").search(data, start)
    return data if found is None else data[: found.start()] + chance.choice(NUMBERS) + data[found.end() :]


def _splice(data: bytes, other: bytes, chance: Random) -> bytes:
    """A piece of another file of the format."""
    start, end = _range(other, chance)
    return _insert(data, other[start:end], chance)


def _insert(data: bytes, piece: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    return data[:place] + piece * chance.choice((1, 1, 1, 2, 500)) + data[place:]


def _range(data: bytes, chance: Random) -> tuple[int, int]:
    """Start and end of a piece."""
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.randint(1, chance.choice((4, 64, LONGEST_CHUNK))))


def _sectors(data: bytes, chance: Random) -> bytes:
    """Sectors of a compound file change places, or one is copied over another."""
    count = max(1, len(data) // SECTOR)
    one, two = (chance.randrange(count) * SECTOR for _ in range(2))
    out = bytearray(data)
    out[two : two + SECTOR] = data[one : one + SECTOR]
    if chance.random() < SWAP_SHARE:
        out[one : one + SECTOR] = data[two : two + SECTOR]
    return bytes(out)


# What keeps every sector of a compound file where its tables say.
IN_PLACE: tuple[Step, ...] = (_flip, _edge, _noise, _zeros, _sectors)


def _in_zip(data: bytes, kind: str, other: bytes, chance: Random) -> bytes:
    """A part of the container is mutated, lost or renamed; the container itself stays sound."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            bomb = sum(member.file_size for member in archive.infolist()) > LARGEST_UNPACKED
            parts = {} if bomb else {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError, RuntimeError, struct.error):
        return _bytes(data, kind, other, chance)
    if not parts:
        return _bytes(data, kind, other, chance)
    weights = [3 if name.endswith((".xml", ".rels")) else 1 for name in parts]
    name = chance.choices(list(parts), weights)[0]
    act = chance.random()
    if act < LOST_SHARE:
        del parts[name]
    elif act < LOST_SHARE + RENAMED_SHARE:
        target = chance.choice(list(parts))
        parts[target] = parts.pop(name)
    else:
        parts[name] = _bytes(parts[name], kind, parts[chance.choice(list(parts))], chance)
    return _zipped(parts)


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED, 1)
    return out.getvalue()


def _in_stream(data: bytes, kind: str, other: bytes, chance: Random) -> bytes:
    """A packed stream of a PDF is unpacked, mutated and packed again."""
    streams = list(re.finditer(rb"stream\r?\n(.*?)endstream", data, re.DOTALL))
    if not streams:
        return _bytes(data, kind, other, chance)
    found = chance.choice(streams)
    try:
        content = zlib.decompressobj().decompress(found[1], 1_000_000)
    except zlib.error:
        return _bytes(data, kind, other, chance)
    packed = zlib.compress(_bytes(content, kind, content, chance), 1)
    return data[: found.start(1)] + packed + b"\n" + data[found.end(1) :]
