"""Small Word files for the tests: the XML of a body in, the bytes of a .docx out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from resume_parser.document import Block, Document, Line
from resume_parser.extractors.docx import extract
from resume_parser.options import Options

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*inner: str, properties: str = "") -> str:
    """A paragraph of runs; plain words become one run."""
    runs = "".join(text if text.startswith("<") else run(text) for text in inner)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def word_file(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    links: dict[str, str] | None = None,
    parts: Mapping[str, str | bytes] | None = None,
    app: str = "",
) -> bytes:
    """The file; `parts` by relationship id: headers and footers (header1 ...), and pictures (bytes) that all of them may show."""
    rows: list[str] = []
    members: dict[str, str | bytes] = {"[Content_Types].xml": _TYPES}
    pictures = {key: content for key, content in (parts or {}).items() if isinstance(content, bytes)}
    shown = "".join(f'<Relationship Id="{key}" Type="{OFFICE}/image" Target="media/{key}.png"/>' for key in pictures)
    members |= {f"word/media/{key}.png": data for key, data in pictures.items()}
    for key, url in (links or {}).items():
        rows.append(f'<Relationship Id="{key}" Type="{OFFICE}/hyperlink" Target="{url}" TargetMode="External"/>')
    inner = {"styles": styles, "numbering": numbering, **(parts or {})}
    for key, xml in inner.items():
        if xml and key not in pictures:
            kind = key.rstrip("0123456789")
            tag = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
            rows.append(f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{key}.xml"/>')
            members[f"word/{key}.xml"] = f"<w:{tag} {NAMESPACES}>{xml}</w:{tag}>"
            if shown:
                members[f"word/_rels/{key}.xml.rels"] = _rels(shown)
    members["word/document.xml"] = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    members["word/_rels/document.xml.rels"] = _rels("".join(rows) + shown)
    top = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    if app:
        top += f'<Relationship Id="rId2" Type="{OFFICE}/extended-properties" Target="docProps/app.xml"/>'
        members["docProps/app.xml"] = (
            f'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">{app}</Properties>'
        )
    members["_rels/.rels"] = _rels(top)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def read(body: str, **parts: object) -> Document:
    """The Document of a file with this body."""
    return extract(word_file(body, **parts), Options())  # type: ignore[arg-type]


def block_texts(document: Document) -> list[str]:
    """The text of every block, its lines parted by " / "."""
    return [" / ".join(text(line) for line in block.lines) for page in document.pages for block in page.blocks]


def every_block(document: Document) -> list[Block]:
    return [block for page in document.pages for block in page.blocks]


def text(line: Line) -> str:
    """The words of a line with what stands between them."""
    return "".join((word.gap if index else "") + word.text for index, word in enumerate(line.words))


def _rels(rows: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
