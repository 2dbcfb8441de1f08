from dataclasses import replace

import pytest

from resume_parser.entities import Entity, Entry
from resume_parser.nlp.rating import INCOMPLETE, LONG_ITEM, NO_ROLE, UNKNOWN_ITEM, YEAR_ONLY, Lines, form, rated, rated_entry, roles_of
from resume_parser.nlp.reading import LineView, views
from tests.nlp.page import document_of


def lines_of(text: str, *roles: dict[str, float]) -> list[LineView]:
    """The lines of a sketch as the line tagger would see them."""
    return [replace(line, roles=odds) for line, odds in zip(views(document_of(text)), roles, strict=True)]


def entity(label: str, value: str, start: int = 0, score: float = 1.0) -> Entity:
    return Entity(label, start, start + len(value), value, value, score)


def test_a_value_is_as_sure_as_its_line_has_the_role_for_it() -> None:
    lines = Lines(lines_of("Ann Lee\nLeeds", {"name": 1.0}, {"contact": 0.25}))
    assert rated(entity("name", "Ann Lee", score=0.9), lines, roles_of("name")).score == pytest.approx(0.9)
    assert rated(entity("location", "Leeds", 8), lines, roles_of("location")).score == pytest.approx(NO_ROLE + (1 - NO_ROLE) * 0.25)
    assert rated(entity("name", "Leeds", 8), lines, roles_of("name")).score == pytest.approx(NO_ROLE)


def test_without_a_tagger_the_score_of_the_reader_stays() -> None:
    assert rated(entity("name", "Ann Lee", score=0.7), Lines(lines_of("Ann Lee", {})), roles_of("name")).score == pytest.approx(0.7)


def test_words_that_ocr_hardly_read_make_a_value_less_sure() -> None:
    (line,) = lines_of("Ann Lee", {})
    pieces = tuple(replace(piece, word=replace(piece.word, confidence=0.5)) for piece in line.pieces)
    assert rated(entity("name", "Ann Lee"), Lines([replace(line, pieces=pieces)]), ()).score == pytest.approx(0.5)


def test_the_values_of_a_full_entry_are_surer() -> None:
    lines = Lines(lines_of("Clerk Acme 2019-03", {"job": 1.0}))
    full = (entity("title", "Clerk"), entity("company", "Acme", 6), entity("date_start", "2019-03", 11))
    scores = [rated_entry(Entry("experience", 0, 18, full[:count]), lines).fields[0].score for count in (3, 2, 1)]
    assert scores == pytest.approx([1.0, INCOMPLETE, INCOMPLETE**2])


def test_years_alone_unknown_and_long_items_are_less_sure() -> None:
    assert form(entity("date_start", "2019-03")) == 1.0
    assert form(entity("date_start", "2019")) == YEAR_ONLY
    assert form(entity("skill", "Python")) == 1.0
    assert form(entity("skill", "Zaffrology")) == UNKNOWN_ITEM
    assert form(entity("interest", "long walks in the hills at night")) == LONG_ITEM
