import pytest

from resume_parser import resources
from resume_parser.assembly.calibration import field_of, height, probability
from resume_parser.evaluation.scores import FIELDS
from tests.assembly.resume import assembled, entity

KNOTS = ((0.2, 0.1), (0.6, 0.5), (0.8, 0.9))


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("info.full_name", "full_name"),
        ("info.urls[2].url", "urls"),
        ("skills[13].name", "skills"),
        ("experiences[0].company", "exp.company"),
        ("educations[1].courses[0].name", "edu.courses"),
    ],
)
def test_a_path_of_the_profile_belongs_to_a_field(path: str, field: str) -> None:
    assert field_of(path) == field


@pytest.mark.parametrize(("raw", "expected"), [(0.0, 0.1), (0.2, 0.1), (0.4, 0.3), (0.7, 0.7), (0.8, 0.9), (1.0, 0.9)])
def test_the_line_is_straight_between_its_knots_and_level_beyond_them(raw: float, expected: float) -> None:
    assert height(KNOTS, raw) == pytest.approx(expected)


def test_every_shipped_line_rises_and_gives_probabilities() -> None:
    lines = resources.calibration()
    assert {"all", "full_name", "exp.title", "edu.school", "skills"} <= set(lines) <= {"all", *FIELDS}
    for line in lines.values():
        raws, chances = zip(*line, strict=True)
        assert list(raws) == sorted(set(raws))
        assert list(chances) == sorted(chances)
        assert all(0 <= value <= 1 for value in (*raws, *chances))


def test_a_field_without_a_line_of_its_own_has_that_of_all_fields() -> None:
    assert probability("experiences[0].tasks[3].name", 0.5) == pytest.approx(height(resources.calibration()["all"], 0.5))


def test_the_score_of_the_evidence_is_the_probability_and_the_raw_score_stays() -> None:
    evidence = assembled(entity("email", "nora@example.org", score=0.4)).evidence
    assert evidence["info.email"].score == pytest.approx(probability("info.email", 0.4))
    assert evidence.raw_scores() == {"info.email": 0.4}
