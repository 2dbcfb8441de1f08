"""Detection by content, the limits, and the one place that turns errors of other packages into ours."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from resume_parser import formats
from resume_parser.document import Block as TextBlock
from resume_parser.document import Document, Line, Page, Word
from resume_parser.errors import (
    CorruptFileError,
    EmptyFileError,
    EncryptedFileError,
    ExtractionError,
    InputError,
    LimitExceededError,
    MissingDependencyError,
    UnsupportedFormatError,
)
from resume_parser.options import Options

OPTIONS = Options()
PDF = b"%PDF-1.7\n1 0 obj\n"
BMP = b"BM" + bytes(12) + (40).to_bytes(4, "little")


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def compound(*entries: str) -> bytes:
    directory = b"".join((entry + "\0").encode("utf-16-le").ljust(128, b"\0") for entry in entries)
    return formats.OLE_MAGIC.ljust(512, b"\0") + directory


CONTENTS = [
    ("pdf", PDF),
    ("pdf", b"\r\n" * 500 + PDF),
    ("docx", zipped(word__document=b"")),
    ("docx", zipped(**{"[Content_Types].xml": b"x.wordprocessingml.document.main+xml"})),
    ("pptx", zipped(ppt__presentation=b"")),
    ("odt", zipped(mimetype=b"application/vnd.oasis.opendocument.text")),
    ("odp", zipped(mimetype=b"application/vnd.oasis.opendocument.presentation")),
    ("doc", compound("Root Entry", "WordDocument")),
    ("doc", compound("Root Entry", "WORDDOCUMENT")),
    ("doc", compound("Root Entry", "WordDocument", "PowerPoint Document")),
    ("ppt", compound("Root Entry", "PowerPoint Document")),
    ("rtf", b"{\\rtf1\\ansi}"),
    ("png", b"\x89PNG\r\n\x1a\n\0\0"),
    ("jpg", b"\xff\xd8\xff\xe0"),
    ("bmp", BMP),
]


@pytest.fixture
def extractor(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[bytes, Options], Document]], None]:
    """Puts a function in the place of every extractor."""

    def install(extract: Callable[[bytes, Options], Document]) -> None:
        monkeypatch.setattr(formats, "import_module", lambda path: SimpleNamespace(extract=extract))

    return install


def document(text: str) -> Document:
    return Document("pdf", (Page(1, None, None, (TextBlock((Line((Word(text),), 1),)),)),), 1)


@pytest.mark.parametrize(("expected", "data"), CONTENTS)
@pytest.mark.parametrize("file_name", [None, "resume", "RESUME.PDF", "resume.xyz", "resume.jpeg"])
def test_the_content_tells_the_format_whatever_the_name(expected: str, data: bytes, file_name: str | None) -> None:
    assert formats.detect(data, file_name).name == expected


def test_the_directory_of_a_zip_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped(mimetype=b"application/vnd.oasis.opendocument.presentation")
    opened: list[zipfile.ZipFile] = []
    usual = zipfile.ZipFile
    monkeypatch.setattr(zipfile, "ZipFile", lambda file: opened.append(usual(file)) or opened[-1])
    assert formats.detect(data).name == "odp"
    assert len(opened) == 1


def test_a_pdf_behind_bytes_that_begin_like_a_zip_is_a_pdf() -> None:
    with pytest.raises(CorruptFileError):
        formats.extract(b"PK\x03\x04 " + PDF, None, OPTIONS)


def test_the_twelve_extensions_are_known() -> None:
    extensions = {extension for row in formats.FORMATS for extension in row.extensions}
    assert extensions == {".pdf", ".docx", ".pptx", ".odt", ".odp", ".doc", ".ppt", ".rtf", ".png", ".jpg", ".jpeg", ".bmp"}


def test_an_empty_file_is_said_to_be_empty() -> None:
    with pytest.raises(EmptyFileError):
        formats.detect(b"", "resume.pdf")


def test_a_word_file_with_a_password_is_said_to_be_encrypted() -> None:
    with pytest.raises(EncryptedFileError):
        formats.detect(compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), "resume.docx")


@pytest.mark.parametrize("data", [b"just text", b"<html></html>", b"BM is a car maker", compound("Workbook"), zipped(xl__workbook=b"")])
def test_other_content_is_unsupported_and_the_message_lists_what_is(data: bytes) -> None:
    with pytest.raises(UnsupportedFormatError, match=r"\.pdf, \.docx.*save it as PDF") as caught:
        formats.detect(data, "resume.PDF")
    unread = {extension for row in formats.FORMATS if row.extractor is None for extension in row.extensions}
    assert not unread & set(re.findall(r"\.[a-z]+", str(caught.value)))


def test_half_a_zip_that_claims_to_be_word_is_corrupt() -> None:
    with pytest.raises(CorruptFileError):
        formats.detect(zipped(word__document=b"x" * 500)[:60], "resume.DOCX")


def test_half_a_zip_that_claims_nothing_is_unsupported() -> None:
    with pytest.raises(UnsupportedFormatError):
        formats.detect(zipped(holiday=b"x" * 500)[:60], "photos.zip")


def test_a_zip_whose_members_begin_before_it_is_a_typed_error() -> None:
    data = zipped(mimetype=b"x" * 500, holiday=b"y" * 500)
    with pytest.raises(InputError):
        formats.detect(data[:30] + data[100:], "resume.odt")


def test_a_known_format_without_an_extractor_is_refused_with_the_formats_that_are_read() -> None:
    row = next((row for row in formats.FORMATS if row.extractor is None), None)
    if row is None:
        pytest.skip("every format has its extractor")
    data = next(data for name, data in CONTENTS if name == row.name)
    with pytest.raises(UnsupportedFormatError, match=rf"{row.name.upper()} file.*\.pdf"):
        formats.extract(data, None, OPTIONS)


def test_a_file_above_the_size_limit_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(LimitExceededError, match="limit of 10"):
        formats.extract(b"just text of no format", None, Options(max_file_bytes=10))


def test_the_sum_of_the_unpacked_members_is_limited() -> None:
    data = zipped(word__document=bytes(range(256)) * 40, word__styles=bytes(range(256)) * 40)
    with pytest.raises(LimitExceededError, match="unpacks to 20480 bytes"):
        formats.extract(data, None, Options(max_unpacked_bytes=20_000))


def test_a_member_packed_too_tightly_is_refused() -> None:
    with pytest.raises(LimitExceededError, match="200 times"):
        formats.extract(zipped(word__document=bytes(3_000_000)), None, OPTIONS)


def test_more_text_than_the_limit_is_refused(extractor: Callable[[Callable[[bytes, Options], Document]], None]) -> None:
    extractor(lambda data, options: document("x" * 30))
    with pytest.raises(LimitExceededError, match="31 characters"):
        formats.extract(PDF, None, Options(max_characters=30))


def test_a_name_of_another_format_gives_a_notice(extractor: Callable[[Callable[[bytes, Options], Document]], None]) -> None:
    extractor(lambda data, options: document("x"))
    assert [notice.code for notice in formats.extract(PDF, "resume.DOCX", OPTIONS).notices] == ["format_mismatch"]
    assert formats.extract(PDF, "resume.PDF", OPTIONS).notices == ()


@pytest.mark.parametrize(
    ("declared", "notices"),
    [("application/msword", 1), ("IMAGE/PNG; charset=binary", 1), ("application/pdf", 0), ("application/octet-stream", 0), ("", 0)],
)
def test_a_declared_type_of_another_format_gives_a_notice(
    declared: str, notices: int, extractor: Callable[[Callable[[bytes, Options], Document]], None]
) -> None:
    extractor(lambda data, options: document("x"))
    assert len(formats.extract(PDF, None, OPTIONS, declared).notices) == notices


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        (zipfile.BadZipFile("Nadia"), CorruptFileError),
        (KeyError("Nadia"), ExtractionError),
        (RecursionError("Nadia"), ExtractionError),
        (MemoryError("Nadia"), LimitExceededError),
        (ModuleNotFoundError("Nadia", name="pypdfium2"), MissingDependencyError),
    ],
)
def test_an_error_of_another_package_becomes_ours_without_its_words(
    raised: Exception, expected: type[Exception], extractor: Callable[[Callable[[bytes, Options], Document]], None]
) -> None:
    def fail(data: bytes, options: Options) -> Document:
        raise raised

    extractor(fail)
    with pytest.raises(expected) as caught:
        formats.extract(PDF, "resume.pdf", OPTIONS)
    assert "Nadia" not in str(caught.value)
    assert caught.value.file_name == "resume.pdf"  # type: ignore[attr-defined]


def test_an_error_of_ours_passes_with_the_file_name(extractor: Callable[[Callable[[bytes, Options], Document]], None]) -> None:
    def fail(data: bytes, options: Options) -> Document:
        raise EncryptedFileError("locked", stage="extraction")

    extractor(fail)
    with pytest.raises(EncryptedFileError) as caught:
        formats.extract(PDF, "resume.pdf", OPTIONS)
    assert caught.value.file_name == "resume.pdf"
