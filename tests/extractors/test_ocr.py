"""From the table of the engine to lines: sizes, baselines, bullets, icons, languages."""

from __future__ import annotations

import os

import pytest

from resume_parser.errors import MissingDependencyError
from resume_parser.extractors.ocr import engine
from resume_parser.extractors.ocr.languages import language_of
from resume_parser.extractors.ocr.noise import cleaned, readable
from resume_parser.extractors.ocr.reader import with_addresses
from resume_parser.extractors.ocr.runs import Run, aligned, make_run, runs_of, settled
from resume_parser.extractors.ocr.table import Token, tokens_of
from resume_parser.extractors.pdf import extract, scanned
from resume_parser.options import Options
from tests.extractors.pdf_file import HEIGHT, WIDTH, pdf_of, text_at

EM, BASELINE = 30.0, 100.0
PICTURE = f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"


def token(text: str, left: float = 0.0, *, rise: float = 0.72, fall: float = 0.0, width: float = 60.0, confidence: float = 0.96) -> Token:
    """A word whose ink reaches from `rise` to `-fall` em above the baseline."""
    return Token(text, confidence, (1, 1, 1), left, BASELINE - rise * EM, left + width, BASELINE + fall * EM)


def texts(run: Run) -> list[str]:
    return [token.text for token in run.tokens]


def test_the_table_gives_the_words_and_leaves_out_lines_and_blanks() -> None:
    rows = [
        "level\tpage",
        "4\t1\t1\t1\t1\t0\t5\t6\t7\t8\t-1\t",
        "5\t1\t1\t2\t3\t1\t10\t20\t30\t40\t91.5\tNurse",
        "5\t1\t1\t2\t3\t2\t1\t2\t3\t4\t90\t ",
    ]
    (found,) = tokens_of("\n".join(rows))
    assert found == Token("Nurse", 0.915, (1, 2, 3), 10, 20, 40, 60)


def test_words_with_and_without_ascenders_have_one_size_and_baseline() -> None:
    run = make_run([token("are", rise=0.52), token("Apply", rise=0.72, fall=0.21), token("Head")], 1.0)
    assert (run.em, run.baseline) == (pytest.approx(EM), pytest.approx(BASELINE))


def test_a_heading_in_larger_letters_with_an_f_stays_larger() -> None:
    assert make_run([token("Profil")], EM / 1.2).em == pytest.approx(EM)


def test_signs_that_the_engine_confuses_are_set_right_where_no_word_is_spelled_so() -> None:
    kept = readable([token("https:/example.org"), token("Cl/CD", 80.0), token("lT-Leiter", 160.0), token("Al", 240.0), token("del", 320.0)])
    assert [word.text for word in kept] == ["https://example.org", "CI/CD", "IT-Leiter", "Al", "del"]


def test_a_line_falls_apart_at_wide_gaps_and_at_another_size() -> None:
    small = Token("small", 0.9, (1, 1, 1), 400.0, BASELINE - 0.36 * EM, 440.0, BASELINE)
    runs = runs_of([token("Left"), token("Right", 200.0), token("Large", 330.0), small], EM)
    assert [texts(run) for run in runs] == [["Left"], ["Right"], ["Large"], ["small"]]


def test_sizes_that_differ_by_the_roughness_of_the_ink_are_one_also_on_the_next_page() -> None:
    known: list[float] = []
    words = (token("word"),)
    runs = settled([Run(words, 30.0, 0.0), Run(words, 30.9, 50.0), Run(words, 60.0, 90.0)], 0.36, known)
    assert runs[0].em == runs[1].em < runs[2].em
    (again,) = settled([Run(words, 29.2, 0.0)], 0.36, known)
    assert again.em == runs[0].em


def test_cells_of_a_row_stand_on_one_baseline() -> None:
    first, second, below = aligned([Run((token("a"),), EM, 100.0), Run((token("b"),), EM, 102.0), Run((token("c"),), EM, 140.0)])
    assert first.baseline == second.baseline != below.baseline


def test_a_spot_before_the_text_is_a_bullet_whatever_it_was_read_as() -> None:
    spot = Token("e", 0.9, (1, 1, 1), 0.0, BASELINE - 0.45 * EM, 8.0, BASELINE - 0.15 * EM)
    assert texts(cleaned(Run((spot, token("Built", 30.0)), EM, BASELINE))) == ["•", "Built"]


def test_a_small_letter_on_the_baseline_is_none() -> None:
    assert texts(cleaned(Run((token("e", rise=0.52, width=14.0), token("Desarrollo", 30.0)), EM, BASELINE))) == ["e", "Desarrollo"]


def test_icons_before_the_text_are_dropped_and_a_bar_before_small_letters_is_a_letter() -> None:
    assert texts(cleaned(Run((token("&", rise=0.9, confidence=0.5), token("+33", 40.0)), EM, BASELINE))) == ["+33"]
    assert texts(cleaned(Run((token("|", width=4.0), token("am", 20.0, rise=0.52)), EM, BASELINE))) == ["I", "am"]


def test_lines_of_noise_are_dropped_and_addresses_of_low_confidence_stay() -> None:
    kept = readable([token("a.b@example.com", confidence=0.34)])
    assert [word.text for word in kept] == ["a.b@example.com"]
    assert readable([token("xq", confidence=0.4), token("~", 80.0, confidence=0.2)]) == []


def test_the_small_words_tell_the_language_and_addresses_are_kept_from_the_first_reading() -> None:
    french = [
        "Responsable",
        "de",
        "la",
        "gestion",
        "des",
        "stocks",
        "et",
        "de",
        "la",
        "qualité",
        "dans",
        "une",
        "équipe",
        "avec",
        "les",
        "clients",
        "pour",
        "le",
        "site",
    ]
    installed = frozenset({"eng", "fra"})
    assert language_of(french, installed) == "fra"
    assert language_of(french, frozenset({"eng"})) is None
    assert (
        language_of(["Responsible", "for", "the", "stock", "and", "the", "quality", "of", "a", "team", "with", "clients"], installed)
        is None
    )
    assert with_addresses([token("aOb.com", width=61.0)], [token("a@b.com")])[0].text == "a@b.com"


def test_the_program_is_started_with_one_thread_and_the_environment_of_this_process_stays() -> None:
    from pytesseract import pytesseract

    assert engine.program() is not None
    assert pytesseract.environ["OMP_THREAD_LIMIT"] == os.environ.get("OMP_THREAD_LIMIT", "1")
    assert pytesseract.environ["PATH"] == os.environ["PATH"]


def test_a_scan_without_an_engine_is_an_error_and_beside_pages_of_text_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanned, "find_engine", lambda: None)
    monkeypatch.setattr(engine, "find_engine", lambda: None)
    with pytest.raises(MissingDependencyError, match="apt-get install"):
        extract(pdf_of(PICTURE), Options())
    mixed = extract(pdf_of(text_at(10, 50, "A page of text with enough words"), PICTURE), Options())
    assert [(notice.code, notice.page) for notice in mixed.notices] == [("needs_ocr", 2)]
    assert [page.needs_ocr for page in mixed.pages] == [False, True]
