"""Small PDF files written by hand: content streams on pages of 200 by 100 points with the standard fonts."""

from __future__ import annotations

WIDTH, HEIGHT = 200, 100
FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Helvetica-Oblique"}


def text_at(x: float, y: float, text: str, *, font: str = "F1", size: float = 10, before: str = "") -> str:
    """Operators that print a text with its baseline at (x, y) from the bottom left."""
    return f"BT {before} /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n"


def font_without_meaning(code: int, glyph: str, number: int) -> str:
    """The font /F9, whose object of this number maps a code to itself though its encoding names a glyph for it."""
    encoding = f"<< /Type /Encoding /Differences [{code} /{glyph}] >>"
    return f"/F9 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding {encoding} /ToUnicode {number} 0 R >>"


def useless_map(code: int) -> str:
    """A ToUnicode table that maps a code to itself."""
    table = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
    table += f"1 begincodespacerange <00> <ff> endcodespacerange\n1 beginbfchar <{code:02x}> <{code:04x}> endbfchar\n"
    table += "endcmap CMapName currentdict /CMap defineresource pop end end"
    return f"<< /Length {len(table)} >>\nstream\n{table}\nendstream"


def pdf_of(
    *pages: str, link: tuple[int, int, int, int] | None = None, extra: str = "", font: str = "", objects_after: tuple[str, ...] = ()
) -> bytes:
    """A PDF with these content streams.

    `link` is the rectangle of a hyperlink on every page, `extra` more page entries, `font` a further font, `objects_after` what follows
    the pages; the first of them has the number 3 + 2 * the number of pages.
    """
    fonts = " ".join(f"/{key} << /Type /Font /Subtype /Type1 /BaseFont /{name} >>" for key, name in FONTS.items()) + font
    kids = " ".join(f"{3 + 2 * at} 0 R" for at in range(len(pages)))
    annotation = ""
    if link:
        box = " ".join(map(str, link))
        annotation = f"/Annots [<< /Type /Annot /Subtype /Link /Rect [{box}] /A << /S /URI /URI (https://ada.example.org) >> >>]"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} /MediaBox [0 0 {WIDTH} {HEIGHT}] >>",
    ]
    for at, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /Resources << /Font << {fonts} >> >> /Contents {4 + 2 * at} 0 R {annotation} {extra} >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects.extend(objects_after)
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    count = len(objects) + 1
    trailer = f"trailer << /Size {count} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    tail = f"xref\n0 {count}\n0000000000 65535 f \n{table}{trailer}"
    return out + tail.encode("latin-1")
