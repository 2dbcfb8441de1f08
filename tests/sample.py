"""A small fictional resume as PDF, for the tests that need a whole file and no fixture."""

from __future__ import annotations

from tests.extractors.pdf_file import pdf_of, text_at

LINES = (
    ("F2", "Ada Marlowe"),
    ("F1", "ada.marlowe@example.org"),
    ("F2", "EXPERIENCE"),
    ("F1", "Nurse, Northfield Hospital   2019 - 2021"),
    ("F2", "SKILLS"),
    ("F1", "Triage, Phlebotomy"),
)


def sample_pdf() -> bytes:
    """The resume: a name, an e-mail, one job, two skills."""
    return pdf_of("".join(text_at(5, 90 - 14 * at, text, font=font, size=8) for at, (font, text) in enumerate(LINES)))
