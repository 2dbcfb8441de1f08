import pytest

from resume_parser.evaluation.alike import Value
from resume_parser.evaluation.certainty import by_field, by_group, certainty
from resume_parser.evaluation.facts import Facts, Json, read_facts
from resume_parser.evaluation.scores import Outcome, score


def outcomes(*rows: tuple[float, bool], field: str = "email") -> list[Outcome]:
    return [Outcome(field, value, right) for value, right in rows]


def test_scores_that_are_the_shares_of_right_values_have_no_error() -> None:
    found = certainty(outcomes((0.75, True), (0.75, True), (0.75, True), (0.75, False)))
    assert (found.count, found.right, found.score, found.error) == (4, 0.75, 0.75, 0.0)


def test_the_error_is_the_mean_distance_by_the_size_of_the_bins() -> None:
    found = certainty(outcomes((1.0, True), (1.0, False), (0.2, False), (0.2, False)))
    assert found.error == pytest.approx((2 * 0.5 + 2 * 0.2) / 4)


def test_too_high_and_too_low_scores_do_not_make_up_for_each_other() -> None:
    assert certainty(outcomes((0.9, False), (0.1, True))).error == pytest.approx(0.9)


def test_the_ranking_is_the_share_of_pairs_in_which_the_right_value_scores_higher() -> None:
    assert certainty(outcomes((0.9, True), (0.5, True), (0.5, False), (0.1, False))).ranking == pytest.approx(3.5 / 4)
    assert certainty(outcomes((0.2, True), (0.8, False))).ranking == 0.0
    assert certainty(outcomes((0.9, True))).ranking is None


def test_nothing_found_has_no_bins_and_no_error() -> None:
    assert (certainty([]).bins, certainty([]).error) == ((), 0.0)


def test_fields_and_groups_have_figures_of_their_own() -> None:
    rows = [*outcomes((1.0, True)), *outcomes((0.5, False), field="exp.title"), *outcomes((0.5, True), field="exp.company")]
    assert {name: found.count for name, found in by_field(rows).items()} == {"email": 1, "exp.title": 1, "exp.company": 1}
    assert {name: found.right for name, found in by_group(rows).items()} == {"person": 1.0, "jobs": 0.5}


PROFILE: dict[str, Json] = {
    "info": {"full_name": "Ann Lee", "email": "ann@example.org", "location": {"text": "Leeds"}, "urls": [{"url": "example.org/ann"}]},
    "experiences": [{"title": "Clerk", "company": "Acme", "date_end": "2026-01-15T00:00:00"}, {"title": "Waiter", "company": None}],
    "skills": [{"name": "sorting"}, {"name": "filing"}],
}
SCORES = {
    "info.full_name": 0.9, "info.location": 0.4, "info.urls[0].url": 0.3, "skills[1].name": 0.7, "skills[0].name": 0.6,
    "experiences[0].title": 0.8, "experiences[0].date_end": 0.75, "experiences[1].title": 0.2,
}  # fmt: skip


def test_facts_carry_the_score_of_their_path() -> None:
    facts = read_facts(PROFILE, "2026-01-15", SCORES)
    assert [facts.values[key].score for key in ("full_name", "email", "location")] == [0.9, None, 0.4]  # type: ignore[union-attr]
    assert [value.score for value in (*facts.lists["urls"], *facts.lists["skills"])] == [0.3, 0.6, 0.7]
    job = facts.entries["exp"][0]
    assert job["date_end"] == Value("present")
    assert job["date_end"].score == 0.75


def test_every_found_value_with_a_score_is_judged_once() -> None:
    gold = read_facts({
        "info": {"full_name": "Ann Lee", "location": {"text": "York"}, "urls": []},
        "experiences": [{"title": "Clerk", "company": "Acme", "date_end": "present"}],
        "skills": ["filing", "typing"],
    })  # fmt: skip
    judged = {(one.field, one.score): one.right for one in score(gold, read_facts(PROFILE, "2026-01-15", SCORES)).outcomes}
    assert judged == {
        ("full_name", 0.9): True,
        ("location", 0.4): False,
        ("urls", 0.3): False,
        ("exp.title", 0.8): True,
        ("exp.date_end", 0.75): True,
        ("exp.title", 0.2): False,  # a job that the gold does not have
        ("skills", 0.6): False,
        ("skills", 0.7): True,
    }


def test_an_alike_row_of_a_list_is_right() -> None:
    found = Facts(lists={"skills": (Value("Time managment", score=0.5),)})
    assert score(read_facts({"skills": ["time management"]}), found).outcomes == (Outcome("skills", 0.5, True),)


def test_values_without_a_score_are_not_judged() -> None:
    assert score(read_facts(PROFILE), read_facts(PROFILE)).outcomes == ()
