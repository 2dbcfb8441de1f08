"""Which ligature a glyph without a meaning is."""

from __future__ import annotations

import pytest

from resume_parser.extractors.pdf.ligatures import LIGATURES, SUSPECT, ligature

WIDTH_F, WIDTH_I = 0.29, 0.19


@pytest.mark.parametrize(
    ("width", "followers", "expected"),
    [
        (0.45, "ec", "fi"),  # "field", "scientific"
        (0.45, "e", "fi"),
        (0.45, "ue", "fl"),  # "fluent", "reflect"
        (0.55, "e", "ff"),
        (0.74, "c", "ffi"),  # "office"
        (0.74, "u", "ffl"),  # "affluent"
    ],
)
def test_the_width_and_the_next_letters_tell_the_ligature(width: float, followers: str, expected: str) -> None:
    assert ligature(width, WIDTH_F, WIDTH_I, followers) == LIGATURES[expected]


@pytest.mark.parametrize("width", [0.0, 0.25, 1.0])
def test_a_glyph_of_another_width_is_none(width: float) -> None:
    assert ligature(width, WIDTH_F, WIDTH_I, "e") is None


@pytest.mark.parametrize(
    ("text", "suspect"), [("Certi\x11ed", True), ("scha6en", True), (")uss", True), ("co-op", False), ("don't, so: 24", False)]
)
def test_a_sign_inside_a_word_is_suspect(text: str, suspect: bool) -> None:
    assert (SUSPECT.search(text) is not None) == suspect
