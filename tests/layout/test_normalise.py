"""Clean characters, bullets and letter-spaced words."""

from __future__ import annotations

import pytest

from resume_parser.document import Word
from resume_parser.layout.normalise import clean_text, clean_words, join_spaced_letters, mark_bullet


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("ﬁnance", "finance"),
        ("ＡＢＣ", "ABC"),
        ("zero\u200bwidth", "zerowidth"),
        ("soft\u00adware", "software"),
        ("e\u0301", "é"),
        ("f¨ur", "für"),
    ],
)
def test_compatibility_forms_and_invisible_characters_are_resolved(printed: str, read: str) -> None:
    assert clean_text(printed) == read


@pytest.mark.parametrize("text", ["“quoted”", "m²", "C++", "naïve", "½", "don’t"])
def test_ordinary_characters_stay_as_printed(text: str) -> None:
    assert clean_text(text) == text


def test_a_no_break_space_cuts_a_word_in_two() -> None:
    assert [word.text for word in clean_words([Word("10\u00a0000")])] == ["10", "000"]


def test_an_icon_between_words_becomes_a_wide_gap() -> None:
    words = clean_words([Word("555-0123"), Word("\uf0e2"), Word("Springfield")])
    assert [(word.text, word.gap) for word in words] == [("555-0123", " "), ("Springfield", "\t")]


@pytest.mark.parametrize("glyph", ["•", "▪", "◦", "‣", "·", "–", "*", "\uf0b7", "§"])
def test_list_glyphs_become_bullets(glyph: str) -> None:
    words, bullet = mark_bullet(clean_words([Word(glyph), Word("Built")]))
    assert bullet
    assert [word.text for word in words] == ["•", "Built"]


def test_a_bullet_glued_to_its_text_is_a_word_of_its_own() -> None:
    words, bullet = mark_bullet(clean_words([Word("•Built"), Word("things")]))
    assert bullet
    assert [word.text for word in words] == ["•", "Built", "things"]


@pytest.mark.parametrize("texts", [["–", "2020"], ["–", "heden"], ["–", "present"], ["o", "mejor"], ["-5"], ["C", "level"]])
def test_dashes_before_years_and_ordinary_words_are_no_bullets(texts: list[str]) -> None:
    assert not mark_bullet([Word(text) for text in texts])[1]


def test_a_letter_before_a_tab_is_a_bullet_of_a_symbol_font() -> None:
    assert mark_bullet([Word("o"), Word("Built", gap="\t")])[1]


def test_letter_spaced_words_are_joined() -> None:
    words = [Word(letter) for letter in "SKILLS"]
    assert [word.text for word in join_spaced_letters(words)] == ["SKILLS"]


def test_initials_are_not_joined() -> None:
    words = [Word("J"), Word("R"), Word("R"), Word("Tolkien")]
    assert [word.text for word in join_spaced_letters(words)] == ["J", "R", "R", "Tolkien"]


def test_a_hyphen_written_in_two_characters_is_one() -> None:
    assert clean_text("on-\u2010campus") == "on-campus"
    assert clean_text("on\u2010campus") == "on-campus"
