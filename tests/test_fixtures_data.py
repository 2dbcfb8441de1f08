"""The fixtures themselves: complete, well formed, and their gold is what the pages show."""

from __future__ import annotations

import html
import json
import re
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from resume_parser.evaluation.facts import ENTRY_LISTS, INFO_KEYS, LIST_KEYS, read_facts

FIXTURES = Path(__file__).parent.parent / "fixtures"
LEAST_CASES = {"de": 3, "en": 3, "es": 3, "fr": 3, "it": 1, "pt": 1, "nl": 3, "pl": 3, "sv": 3, "da": 2}  # in each split
LEAST_FILES = 2  # of each format in each split
FILES = {"case.toml", "gold.json", "resume.doc", "resume.docx", "resume.json", "resume.odt", "resume.pdf", "resume.rtf"}
SLIDE_FILES = {"resume.odp", "resume.ppt", "resume.pptx"}
SETTINGS = {"split", "language", "trade", "design_pdf", "design_docx"}
OPTIONAL = {"design_pptx", "pictures"}
PICTURES = {"bmp", "jpeg", "jpg", "png", "scan.pdf"}
UNPRINTED = ("phone", "date_birth", "gender", "location")  # normalised in the gold, or an object
DATE = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2]))?|present")
PRINTED_DOCX = "office"  # the PDF takes the design of the DOCX
MAX_BYTES = 23 * 1024 * 1024

CASES = sorted(path for language in LEAST_CASES for path in (FIXTURES / language).iterdir() if path.is_dir())
each_case = pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}-{path.name}")


def _settings(case: Path) -> dict:
    return tomllib.loads((case / "case.toml").read_text(encoding="utf-8"))


def _gold(case: Path) -> dict:
    return json.loads((case / "gold.json").read_text(encoding="utf-8"))


def _packed(text: str) -> str:
    """The text without case, white space and hyphens."""
    return re.sub(r"[\s\u00ad\u2010\ufffe\x02-]+", "", text).casefold()


def _pdf_text(path: Path) -> str:
    """The words of the pages and the addresses behind them."""
    import pypdfium2

    links = b" ".join(re.findall(rb"/URI\s*\(([^)]*)\)", path.read_bytes())).decode("ascii")
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in document) + links
    finally:
        document.close()


def _docx_text(path: Path) -> str:
    """The words of the body, head and foot and the addresses behind them."""
    import docx

    document = docx.Document(str(path))
    section = document.sections[0]
    parts = [document.element.body, section.header._element, section.footer._element]
    links = "".join(relation.target_ref for relation in document.part.rels.values() if relation.is_external)
    return "".join(node.text or "" for part in parts for node in part.iter() if node.tag.endswith("}t")) + links


def _zip_text(path: Path) -> str:
    """The text and the addresses of the parts that hold text."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"content\.xml|styles\.xml|ppt/slides/slide\d+\.xml", name)]
        xml = "".join(archive.read(name).decode() for name in names)
    links = "".join(re.findall(r'xlink:href="([^"]*)"', xml))
    return html.unescape(re.sub(r"<[^>]*>", "", xml) + links)


def _rtf_text(path: Path) -> str:
    """The text, its escapes resolved and its control words left out."""
    found = re.sub(r"\\u(-?\d+)\s?((\\'\w\w){1,2}|\?)?", lambda match: chr(int(match[1]) % 65536), path.read_text(encoding="ascii"))
    found = re.sub(r"\\'(\w\w)", lambda match: bytes.fromhex(match[1]).decode("cp1252", "replace"), found.replace("\\_", "-"))
    return re.sub(r"\\[a-z]+-?\d* ?|[{}\r\n]", "", found)


def _ole_text(path: Path) -> str:
    """Every way to read the bytes as text: a paragraph stands in one piece, of one or two bytes a letter."""
    data = path.read_bytes()
    return "".join((data.decode("cp1252", "replace"), data.decode("utf-16-le", "replace"), data[1:].decode("utf-16-le", "replace")))


READERS = {
    "pdf": _pdf_text,
    "docx": _docx_text,
    "doc": _ole_text,
    "odt": _zip_text,
    "rtf": _rtf_text,
    "pptx": _zip_text,
    "ppt": _ole_text,
    "odp": _zip_text,
}


def _printed(gold: dict) -> Iterator[str]:
    """Every text of the gold that the page must show."""
    info = gold["info"]
    yield from (info[key] for key in INFO_KEYS if key not in UNPRINTED and info[key])
    yield from info["urls"]  # printed, or behind a word
    yield from (info["location"][key] for key in ("text", "city", "postcode") if info["location"][key])
    for key, org in ENTRY_LISTS.values():
        for row in gold[key]:
            yield from (row[name] for name in ("title", org, "location") if row[name])
            yield from (row["description"] or "").split("\n")
            yield from (row[name][:4] for name in ("date_start", "date_end") if row[name] and row[name] != "present")
    for key in LIST_KEYS:
        yield from (row["name"] for row in gold[key])
    yield from (row["level"] for key in ("languages", "skills") for row in gold[key] if row["level"])


@each_case
def test_a_case_has_all_its_files_and_settings(case: Path) -> None:
    settings = _settings(case)

    slides = SLIDE_FILES if "design_pptx" in settings else set()
    pictures = {f"resume.{kind}" for kind in settings.get("pictures", ())}
    assert {path.name for path in case.iterdir()} == FILES | slides | pictures
    assert set(settings) - OPTIONAL == SETTINGS
    assert set(settings.get("pictures", ())) <= PICTURES
    assert settings["language"] == case.parent.name
    assert settings["split"] in {"dev", "test"}


@each_case
def test_the_gold_has_every_scored_field_and_well_formed_dates(case: Path) -> None:
    gold = _gold(case)
    facts = read_facts(gold)

    assert {*INFO_KEYS, "text_language"} == set(facts.values)
    assert {*LIST_KEYS, "urls"} == set(facts.lists)
    assert all(facts.entries[kind] for kind in ENTRY_LISTS)
    dates = [row[name] for key, _ in ENTRY_LISTS.values() for row in gold[key] for name in ("date_start", "date_end") if row[name]]
    assert [date for date in dates if not DATE.fullmatch(date)] == []


@each_case
@pytest.mark.parametrize("kind", READERS)
def test_every_text_of_the_gold_is_on_the_page(case: Path, kind: str) -> None:
    path = case / f"resume.{kind}"
    if path.exists():
        page = _packed(READERS[kind](path))
        assert [text for text in _printed(_gold(case)) if _packed(text) not in page] == []


@each_case
def test_the_tables_of_a_word_file_are_tables_in_rtf(case: Path) -> None:
    with zipfile.ZipFile(case / "resume.docx") as archive:
        rows = len(re.findall(rb"<w:tr[ >]", archive.read("word/document.xml")))
    assert len(re.findall(r"\\trowd\b", (case / "resume.rtf").read_text(encoding="ascii"))) >= rows


@each_case
def test_a_picture_shows_the_whole_resume(case: Path) -> None:
    import pypdfium2

    if set(_settings(case).get("pictures", ())) - {"scan.pdf"}:
        with pypdfium2.PdfDocument(case / "resume.pdf") as document:
            assert len(document) == 1


@pytest.mark.parametrize("split", ["dev", "test"])
@pytest.mark.parametrize("kind", sorted({*READERS, *PICTURES}))
def test_both_splits_hold_files_of_each_format(kind: str, split: str) -> None:
    cases = [case for case in CASES if _settings(case)["split"] == split]

    assert sum((case / f"resume.{kind}").exists() for case in cases) >= LEAST_FILES


@pytest.mark.parametrize("split", ["dev", "test"])
@pytest.mark.parametrize(("language", "least"), LEAST_CASES.items())
def test_both_splits_hold_cases_of_each_language(language: str, least: int, split: str) -> None:
    cases = [case for case in CASES if case.parent.name == language and _settings(case)["split"] == split]

    assert len(cases) >= least


@pytest.mark.parametrize("kind", ["design_pdf", "design_docx", "design_pptx"])
def test_no_design_serves_both_splits(kind: str) -> None:
    used = {split: {case[kind] for case in map(_settings, CASES) if case["split"] == split and kind in case} for split in ("dev", "test")}

    assert used["dev"] & used["test"] <= {PRINTED_DOCX}


def test_the_fixtures_stay_small() -> None:
    assert sum(path.stat().st_size for case in CASES for path in case.iterdir()) < MAX_BYTES
