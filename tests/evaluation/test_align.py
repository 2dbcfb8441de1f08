from itertools import permutations
from random import Random

import pytest

from resume_parser.evaluation.align import best_pairs


def total(matrix: list[list[float]], pairs: dict[int, int]) -> float:
    return sum(matrix[row][column] for row, column in pairs.items())


def test_the_best_pairing_beats_the_greedy_one() -> None:
    assert best_pairs([[0.9, 0.8], [0.8, 0.1]], 0.0) == {0: 1, 1: 0}


def test_pairs_below_the_floor_are_left_out() -> None:
    assert best_pairs([[0.9, 0.0], [0.0, 0.2]], 0.3) == {0: 0}


def test_no_rows_or_no_columns_give_no_pairs() -> None:
    assert best_pairs([], 0.3) == {}
    assert best_pairs([[], []], 0.3) == {}


def test_more_rows_than_columns_leave_the_worst_row_alone() -> None:
    assert best_pairs([[0.2], [0.9], [0.5]], 0.0) == {1: 0}


@pytest.mark.parametrize("seed", range(12))
def test_no_other_pairing_has_a_higher_total(seed: int) -> None:
    random = Random(seed)
    rows, columns = random.randint(1, 5), random.randint(5, 6)
    matrix = [[random.choice((0.0, 0.25, 0.5, random.random())) for _ in range(columns)] for _ in range(rows)]
    best = max(sum(matrix[row][column] for row, column in enumerate(order)) for order in permutations(range(columns), rows))
    assert total(matrix, best_pairs(matrix, 0.0)) == pytest.approx(best)


def test_large_lists_agree_with_scipy() -> None:
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    random = Random(7)
    matrix = [[random.random() for _ in range(31)] for _ in range(40)]
    rows, columns = linear_sum_assignment(-np.array(matrix))
    expected = sum(matrix[row][column] for row, column in zip(rows, columns, strict=True))
    assert total(matrix, best_pairs(matrix, 0.0)) == pytest.approx(expected)
