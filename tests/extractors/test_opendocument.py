"""The OpenDocument package: what is read of a damaged one, what is refused, and that odfpy never prints."""

from __future__ import annotations

import io
import zipfile

import pytest

from resume_parser.document import Document
from resume_parser.errors import CorruptFileError, EncryptedFileError
from resume_parser.extractors.odt import extract
from resume_parser.extractors.opendocument.about import MOST_BYTES, declared_pages, encrypted_parts
from resume_parser.formats import detect
from resume_parser.options import Options
from tests.extractors.opendocument_file import NAMESPACES, manifest, open_document, par, styles_part
from tests.extractors.word_file import block_texts

BODY = par("Nadia Berger")
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def read(**parts: str | bytes) -> Document:
    """The Document of a text with further members, whose names have _ for . and __ for /."""
    members = {name.replace("__", "/").replace("_", "."): data for name, data in parts.items()}
    return extract(open_document("text", BODY, parts=members), Options())


def entry(name: str, inner: str = "") -> str:
    return f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml">{inner}</manifest:file-entry>'


def meta(inner: str) -> bytes:
    return f"<office:document-meta {NAMESPACES}><office:meta>{inner}</office:meta></office:document-meta>".encode()


def without(name: str) -> bytes:
    """A sound file less one member."""
    out, data = io.BytesIO(), open_document("text", BODY)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
    return out.getvalue()


def test_only_parts_with_encryption_data_are_encrypted() -> None:
    xml = manifest(entry("/") + entry("content.xml", "<manifest:encryption-data/>") + entry("styles.xml"))
    assert encrypted_parts(xml.encode()) == {"content.xml"}
    assert encrypted_parts(manifest(entry("content.xml")).encode()) == frozenset()


@pytest.mark.parametrize("name", ["content.xml", "encrypted-package"])
def test_a_file_that_needs_a_password_is_refused(name: str) -> None:
    data = manifest(entry(name, '<manifest:encryption-data manifest:checksum="x"/>'))
    parts: dict[str, str | bytes] = {"META-INF/manifest.xml": data, "content.xml": b"\x93\x11 noise"}
    with pytest.raises(EncryptedFileError):
        extract(open_document("text", BODY, parts=parts), Options())


def test_an_encrypted_picture_does_not_cost_the_text() -> None:
    data = manifest(entry("Pictures/a.png", "<manifest:encryption-data/>"))
    assert block_texts(extract(open_document("text", BODY, parts={"META-INF/manifest.xml": data}), Options())) == ["Nadia Berger"]


def test_the_page_count_is_read_from_the_metadata() -> None:
    assert declared_pages(meta('<meta:document-statistic meta:page-count="3"/>')) == 3
    assert declared_pages(meta('<meta:document-statistic meta:page-count="many"/>')) == 0
    assert declared_pages(meta("")) == 0


@pytest.mark.parametrize(
    "xml", [b"", b"<a", b"\xff\xfe\x00", b"<a></b>", (BOMB + "<x>&b;</x>").encode(), b"<a>" + b" " * MOST_BYTES + b"</a>"]
)
def test_damaged_or_hostile_metadata_say_nothing_and_print_nothing(xml: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    assert (declared_pages(xml), encrypted_parts(xml)) == (0, frozenset())
    assert declared_pages(meta("<meta:document-statistic/>")[:-20]) == 0
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_a_file_whose_other_parts_are_damaged_is_read() -> None:
    assert block_texts(read(styles_xml="<office:", meta_xml="<", **{"META-INF__manifest_xml": "<<"})) == ["Nadia Berger"]


@pytest.mark.parametrize("name", ["META-INF/manifest.xml", "mimetype"])
def test_a_file_without_its_manifest_or_mimetype_is_read(name: str) -> None:
    data = without(name)
    assert detect(data).name == "odt"
    assert block_texts(extract(data, Options())) == ["Nadia Berger"]


def test_a_wrong_check_sum_of_the_styles_does_not_cost_the_text() -> None:
    marker = b"uniquestylename"
    members = styles_part(f'<style:style style:name="{marker.decode()}" style:family="text"/>')
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(open_document("text", BODY, parts=members))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new,
    ):
        for member in old.namelist():
            new.writestr(member, old.read(member))
    data = out.getvalue()
    assert block_texts(extract(data.replace(marker, marker[::-1], 1), Options())) == ["Nadia Berger"]


@pytest.mark.parametrize("content", ["", "<office:document-content", BOMB * 2, "plain text"])
def test_a_file_whose_content_cannot_be_read_is_refused_without_its_text(content: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CorruptFileError) as caught:
        read(content_xml=content)
    assert "plain" not in str(caught.value)
    assert capsys.readouterr().out == ""


def test_entities_of_the_content_are_not_resolved() -> None:
    content = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><office:document-content {NAMESPACES}><office:body><office:text>'
    content += "<text:p>Nadia &e; Berger</text:p></office:text></office:body></office:document-content>"
    assert block_texts(read(content_xml=content)) == ["Nadia Berger"]


def test_a_repeated_id_is_no_damage() -> None:
    twice = '<text:p xml:id="a">Nadia</text:p><text:p xml:id="a">Berger</text:p>'
    assert block_texts(extract(open_document("text", twice), Options())) == ["Nadia / Berger"]


def test_the_media_type_tells_texts_from_presentations() -> None:
    assert detect(open_document("text", "")).name == "odt"
    assert detect(open_document("presentation", "")).name == "odp"
