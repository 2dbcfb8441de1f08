from time import process_time

import pytest

from benchmarks.speed import STAGES, Timing, figures, fresh, milliseconds, table

FAST = Timing("pdf", 1, dict.fromkeys(STAGES, 4.0), 2.0)
SLOW = Timing("pdf", 3, dict.fromkeys(STAGES, 12.0), 3.0)


def test_the_ratio_compares_with_the_reference_of_the_same_file() -> None:
    assert FAST.ratios == dict.fromkeys(STAGES, 2.0)


def test_the_figures_are_the_medians_of_the_files() -> None:
    assert figures([FAST, SLOW]) == {"files": 2, "pages": 4, "stages": {stage: {"ms": 8.0, "ratio": 3.0} for stage in STAGES}}


def test_milliseconds_are_those_of_the_processor() -> None:
    def busy(data: bytes) -> None:
        end = process_time() + 0.01
        while process_time() < end:
            pass

    assert milliseconds(busy, b"", repeats=3) == pytest.approx(10, rel=0.5)


def test_a_fresh_process_gives_numbers_and_lists() -> None:
    assert fresh('import sys; print(\'{"ms": 2.0, "loaded": ["a"]}\')') == {"ms": 2.0, "loaded": ["a"]}


def test_the_table_has_a_row_per_format() -> None:
    data = {"formats": {"pdf": figures([FAST])}, "reference_ms": 2.0, "import": {}, "first_parse": {}}
    assert table(data)[1].split()[:4] == ["pdf", "1", "4.0", "ms"]
