import tomllib
from hashlib import sha256

import pytest

from models.calibration.fit import KNOTS, Trial, cut, fitted, rising
from models.calibration.train import FOLDER, knots
from resume_parser.assembly.calibration import EVERY, height
from resume_parser.evaluation.scores import Outcome


def trials(score: float, right: int, wrong: int) -> list[Trial]:
    return [*[Trial(score, True)] * right, *[Trial(score, False)] * wrong]


def test_a_score_gets_the_share_of_its_values_that_is_right() -> None:
    assert fitted([*trials(0.3, 2, 8), *trials(0.9, 9, 1)]) == ((0.3, 0.2), (0.9, 0.9))


def test_shares_that_fall_with_the_score_are_pooled() -> None:
    line = fitted([*trials(0.2, 1, 9), *trials(0.5, 8, 2), *trials(0.7, 6, 4), *trials(0.9, 10, 0)])
    assert line == ((0.2, 0.1), (0.6, 0.7), (0.9, 1.0))


def test_pools_merge_as_far_back_as_needed() -> None:
    assert [pool.right for pool in rising(cut([*trials(0.1, 6, 4), *trials(0.2, 8, 2), *trials(0.3, 1, 9)]))] == [0.5]


def test_equal_scores_are_never_cut_apart_and_knots_are_few() -> None:
    many = [Trial(index / 1000, index % 3 > 0) for index in range(1000)]
    assert len(cut(many)) <= KNOTS
    assert len(cut(trials(0.5, 50, 50))) == 1


def test_a_field_with_few_values_stays_near_the_line_of_all() -> None:
    every = ((0.0, 0.6), (1.0, 0.6))
    assert 0.6 < fitted(trials(0.5, 3, 0), every)[0][1] < 0.7
    assert fitted(trials(0.5, 3000, 0), every)[0][1] > 0.98


def test_fixtures_and_corpus_count_alike_whatever_their_number() -> None:
    fixtures = [Outcome("email", 0.5, True)] * 40
    corpus = [Outcome("email", 0.5, False)] * 4000
    assert height(knots(fixtures, corpus)["email"], 0.5) == pytest.approx(0.5, abs=0.01)


def test_a_field_of_one_side_alone_takes_that_side() -> None:
    lines = knots([Outcome("gender", 0.9, True)] * 50, [Outcome("email", 0.5, False)] * 50)
    assert lines["gender"][0][1] > 0.7
    assert lines["email"][0][1] < 0.3
    assert EVERY in lines


def test_the_card_has_the_size_and_checksum_of_the_weights() -> None:
    card = tomllib.loads((FOLDER / "card.toml").read_text(encoding="utf-8"))
    data = (FOLDER / "weights.toml").read_bytes()
    assert card["bytes"] == len(data)
    assert card["sha256"] == sha256(data).hexdigest()
