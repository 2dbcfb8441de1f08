from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from resume_parser.nlp import crf

SHORT, LONG = [["experience", "t=2"]], [["experience", "o=2"], ["experience", "t=2"], ["experience", "p=2"]] * 40


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads that take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_the_odds_of_an_item_add_up_to_one() -> None:
    found = crf.odds(crf.open_model("field_tagger"), LONG)
    assert len(found) == len(LONG)
    assert all(abs(sum(odds.values()) - 1) < 1e-6 for odds in found)


def test_an_empty_chain_has_no_odds() -> None:
    assert crf.odds(crf.open_model("field_tagger"), []) == []


def test_threads_that_share_a_tagger_get_the_odds_of_their_own_chain(hasty: None) -> None:
    tagger = crf.open_model("field_tagger")
    chains = [SHORT, LONG] * 40
    alone = [crf.odds(tagger, chain) for chain in chains]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda chain: crf.odds(tagger, chain), chains)) == alone
