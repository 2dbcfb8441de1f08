"""Small OpenDocument files for the tests: the XML of a body in, the bytes of an .odt or .odp out."""

from __future__ import annotations

import io
import zipfile

from resume_parser.document import Document
from resume_parser.extractors import odp, odt
from resume_parser.options import Options

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = {
    "office": "office",
    "text": "text",
    "table": "table",
    "draw": "drawing",
    "style": "style",
    "fo": "xsl-fo-compatible",
    "svg": "svg-compatible",
    "presentation": "presentation",
    "meta": "meta",
    "manifest": "manifest",
}
NAMESPACES = (
    " ".join(f'xmlns:{prefix}="{_OASIS}{name}:1.0"' for prefix, name in _NAMES.items()) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_MEDIA = "application/vnd.oasis.opendocument."


def par(inner: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def style(name: str, *, family: str = "paragraph", parent: str = "", inner: str = "", attributes: str = "") -> str:
    """A style; `inner` are its properties."""
    base = f'style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}" style:family="{family}" {base} {attributes}>{inner}</style:style>'


def look(attributes: str) -> str:
    return f"<style:text-properties {attributes}/>"


def layout(attributes: str) -> str:
    return f"<style:paragraph-properties {attributes}/>"


def frame(content: str, attributes: str = "") -> str:
    return f"<draw:frame {attributes}>{content}</draw:frame>"


def box(inner: str, attributes: str = "") -> str:
    return frame(f"<draw:text-box>{inner}</draw:text-box>", attributes)


def open_document(kind: str, body: str, *, automatic: str = "", parts: dict[str, str | bytes] | None = None) -> bytes:
    """The file; `parts` are further members, and replace those that are made here."""
    content = (
        f"<office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body>"
    )
    members: dict[str, str | bytes] = {
        "mimetype": _MEDIA + kind,
        "content.xml": f"<office:document-content {NAMESPACES}>{content}</office:document-content>",
        "META-INF/manifest.xml": manifest(f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MEDIA}{kind}"/>'),
        **(parts or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def manifest(entries: str) -> str:
    return f"<manifest:manifest {NAMESPACES}>{entries}</manifest:manifest>"


def styles_part(common: str = "", automatic: str = "", masters: str = "") -> dict[str, str | bytes]:
    """The member styles.xml."""
    inner = (
        f"<office:styles>{common}</office:styles><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
    )
    return {"styles.xml": f"<office:document-styles {NAMESPACES}>{inner}</office:document-styles>"}


def read_odt(body: str, *, automatic: str = "", parts: dict[str, str | bytes] | None = None) -> Document:
    """The Document of a text with this body."""
    return odt.extract(open_document("text", body, automatic=automatic, parts=parts), Options())


def read_odp(body: str, *, automatic: str = "", parts: dict[str, str | bytes] | None = None) -> Document:
    """The Document of a presentation with these slides."""
    return odp.extract(open_document("presentation", body, automatic=automatic, parts=parts), Options())
