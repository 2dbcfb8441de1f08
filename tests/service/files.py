"""Resumes for the tests of the service: fixtures of every format, and hostile ones."""

from __future__ import annotations

from pathlib import Path

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
NURSE = FIXTURES / "en" / "nurse"

BY_EXTENSION = {
    extension: NURSE / f"resume{extension}" for extension in (".pdf", ".docx", ".doc", ".odt", ".odp", ".rtf", ".ppt", ".pptx", ".png")
}
BY_EXTENSION |= {
    ".jpg": FIXTURES / "en" / "forklift_operator" / "resume.jpg",
    ".jpeg": FIXTURES / "es" / "production_engineer" / "resume.jpeg",
    ".bmp": FIXTURES / "en" / "librarian" / "resume.bmp",
}
FAST = {extension: path for extension, path in BY_EXTENSION.items() if extension not in (".png", ".jpg", ".jpeg", ".bmp")}


def resume(extension: str = ".rtf") -> bytes:
    """The bytes of a resume of this format."""
    return BY_EXTENSION[extension].read_bytes()


def broken(case: str) -> tuple[str, bytes]:
    """Name and bytes of a damaged file."""
    path = next(path for path in sorted((FIXTURES / "broken" / case).iterdir()) if path.name != "case.toml")
    return path.name, path.read_bytes()
