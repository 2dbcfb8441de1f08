from xml.etree import ElementTree

from benchmarks.calibration import calibration_part, calibration_plot, results
from resume_parser.evaluation.scores import Outcome

RAW = [Outcome("email", 0.95, True), Outcome("email", 0.95, False), Outcome("exp.title", 0.3, True)]
CALIBRATED = [Outcome("email", 0.5, True), Outcome("email", 0.5, False), Outcome("exp.title", 0.9, True)]
DATA = {"machine": {"date": "2026-01-15", "processor": "P", "cores": 2, "python": "3.11"}, **results(RAW, CALIBRATED)}


def test_the_table_has_the_error_before_and_after_calibration_for_all_groups_and_fields() -> None:
    text = "\n".join(calibration_part(DATA))
    assert "| `email` | 0.500 | 0.500 | 0.000 | 0.450 | 0.50 | 2 |" in text
    assert "| `exp.title` | 1.000 | 0.900 | 0.100 | 0.700 | - | 1 |" in text
    assert [line.split(" | ")[0] for line in text.splitlines() if line.startswith("| ")][1:4] == ["| all", "| person", "| jobs"]


def test_the_plot_has_a_dot_for_every_bin_and_the_right_ones_stand_higher() -> None:
    dots = ElementTree.fromstring(calibration_plot(DATA)).findall("{*}circle")
    assert len(dots) == 2 + 1 + 1  # all values have two bins, the two groups one each
    heights = [float(dot.attrib["cy"]) for dot in dots]
    assert heights[1] < heights[0]
