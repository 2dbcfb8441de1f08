"""Real PDF files of the pages that the typesetter made, with the standard fonts."""

from __future__ import annotations

from collections.abc import Sequence

from models.corpus.designs.metrics import FACES, face, heights
from models.corpus.designs.runs import Style
from models.corpus.designs.tagged import Tagged
from models.corpus.designs.typeset import Sheet
from resume_parser.document import Box, Document, Page, Word

NAMES = [name for faces in FACES.values() for name in faces]
ENCODING = "cp1252"


def printable(document: Document) -> bool:
    """All characters are in the encoding of the standard fonts."""
    text = "".join(word.text for line in document.all_lines() for word in line.words)
    return text.encode(ENCODING, "ignore").decode(ENCODING) == text


def pdf_file(document: Document, sheet: Sheet | None = None) -> bytes:
    """A PDF that prints every word of an unarranged document at its place; a sheet gives the dark grounds behind it."""
    fonts = " ".join(
        f"/F{at} << /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>" for at, name in enumerate(NAMES)
    )
    shades = sheet.shades if sheet else []
    pages = [content(page, [(box, color) for number, box, color in shades if number == page.number - 1]) for page in document.pages]
    kids = " ".join(f"{3 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()]
    for at, (page, stream) in enumerate(zip(document.pages, pages, strict=True)):
        size = f"[0 0 {page.width} {page.height}]"
        entry = f"<< /Type /Page /Parent 2 0 R /MediaBox {size} /Resources << /Font << {fonts} >> >> /Contents {4 + 2 * at} 0 R >>"
        objects += [entry.encode(), b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream"]
    return joined(objects)


def content(page: Page, shades: Sequence[tuple[Box, int]]) -> bytes:
    """The operators that print a page."""
    height = page.height or 0.0
    parts = [f"{fill(color)} {box.x0} {height - box.bottom} {box.width} {box.height} re f" for box, color in shades]
    for line in (line for block in page.blocks for line in block.lines):
        spaced = len(line.words) > 1 and all(len(word.text) == 1 for word in line.words)
        parts += [operators(word, height, "" if spaced else " ") for word in line.words[:-1]] + [operators(line.words[-1], height)]
    return "\n".join(parts).encode("ascii")


def operators(word: Word, height: float, after: str = "") -> str:
    """The operators that print a word and a space after it."""
    family = word.font if isinstance(word, Tagged) else "Helvetica"
    style = Style(word.size, word.bold, word.italic, family=family)
    box = word.box or Box(0, 0, 0, 0)
    base = height - (box.bottom - heights(style)[1])
    text = (word.text + after).encode(ENCODING, "replace").hex()
    return f"{fill(word.color)} BT /F{NAMES.index(face(style))} {style.size} Tf 1 0 0 1 {box.x0:.3f} {base:.3f} Tm <{text}> Tj ET"


def fill(color: int) -> str:
    """The operator that sets the colour."""
    return " ".join(f"{(color >> shift & 0xFF) / 255:.4f}" for shift in (16, 8, 0)) + " rg"


def joined(objects: Sequence[bytes]) -> bytes:
    """The objects as a file."""
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + trailer
