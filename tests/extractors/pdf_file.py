"""Small PDF files written by hand: content streams on pages of 200 by 100 points with the standard fonts."""

from __future__ import annotations

WIDTH, HEIGHT = 200, 100
FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Helvetica-Oblique"}


def text_at(x: float, y: float, text: str, *, font: str = "F1", size: float = 10, before: str = "") -> str:
    """Operators that print a text with its baseline at (x, y) from the bottom left."""
    return f"BT {before} /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n"


def pdf_of(*pages: str, link: tuple[int, int, int, int] | None = None, extra: str = "") -> bytes:
    """A PDF with these content streams; `link` is the rectangle of a hyperlink on every page, `extra` more page entries."""
    fonts = " ".join(f"/{key} << /Type /Font /Subtype /Type1 /BaseFont /{name} >>" for key, name in FONTS.items())
    kids = " ".join(f"{3 + 2 * at} 0 R" for at in range(len(pages)))
    annotation = ""
    if link:
        box = " ".join(map(str, link))
        annotation = f"/Annots [<< /Type /Annot /Subtype /Link /Rect [{box}] /A << /S /URI /URI (https://ada.example.org) >> >>]"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    for at, content in enumerate(pages):
        box = f"/MediaBox [0 0 {WIDTH} {HEIGHT}]"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {box} /Resources << /Font << {fonts} >> >> /Contents {4 + 2 * at} 0 R {annotation} {extra} >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    count = len(objects) + 1
    trailer = f"trailer << /Size {count} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    tail = f"xref\n0 {count}\n0000000000 65535 f \n{table}{trailer}"
    return out + tail.encode("latin-1")
