"""The XML namespaces of OpenDocument as prefixes of lxml tags, from odfpy's list."""

from __future__ import annotations

from odf.namespaces import DRAWNS, FONS, OFFICENS, PRESENTATIONNS, STYLENS, SVGNS, TABLENS, TEXTNS, XLINKNS

DRAW = f"{{{DRAWNS}}}"
FO = f"{{{FONS}}}"
OFFICE = f"{{{OFFICENS}}}"
PRESENTATION = f"{{{PRESENTATIONNS}}}"
STYLE = f"{{{STYLENS}}}"
SVG = f"{{{SVGNS}}}"
TABLE = f"{{{TABLENS}}}"
TEXT = f"{{{TEXTNS}}}"
XLINK = f"{{{XLINKNS}}}"
