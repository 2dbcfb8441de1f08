from xml.etree import ElementTree

from benchmarks import plots, readme
from benchmarks.accuracy import results, table
from resume_parser.evaluation.facts import NOTHING, Json, read_facts
from resume_parser.evaluation.scores import score
from resume_parser.evaluation.summary import Case, CaseScore, Summary

GOLD = read_facts({"info": {"full_name": "Ann Lee", "email": "ann@example.org"}})
SUMMARY = Summary(
    (CaseScore(Case("en/clerk", "en", "pdf"), score(GOLD, GOLD)), CaseScore(Case("fr/clerk", "fr", "docx"), score(GOLD, NOTHING))),
    "2026-01-15",
)
STAGE: Json = {"ms": 2.0, "ratio": 1.5}
SPEED: dict[str, Json] = {
    "machine": {"date": "2026-01-15", "processor": "P", "cores": 2, "python": "3.11"},
    "reference_ms": 1.25,
    "formats": {"pdf": {"files": 3, "pages": 3, "stages": dict.fromkeys((*readme.STAGES, "whole"), STAGE)}},
    "import": {"ms": 12.0, "loaded": []},
    "first_parse": {"pdf": {"cpu_s": 1.5, "peak_mb": 210.0}},
}


def test_the_accuracy_part_has_a_row_per_format_and_per_field() -> None:
    text = "\n".join(readme.accuracy_part(results(SUMMARY)))
    assert "| pdf | 1.000 (1.000) | 1.000 (1.000) | - |" in text
    assert "| `email` | 0.667 | 1.000 | 0.000 | 2 |" in text


def test_the_speed_part_gives_milliseconds_and_ratio_of_each_stage() -> None:
    text = "\n".join(readme.speed_part(SPEED))
    assert "| pdf | 3 |" + " 2.0 ms (1.5x) |" * 5 in text
    assert "packages that it loads: none" in text
    assert "| pdf | 1.50 s | 210 MB |" in text


def test_the_printed_table_has_a_dash_where_nothing_is_asked() -> None:
    lines = list(table(Summary((SUMMARY.rows[0],), "2026-01-15")))
    assert lines[2].split() == ["full_name", "1.000", "1.000", "1.000", "1.000"]


def test_the_plots_are_well_formed_drawings_with_one_bar_per_value() -> None:
    bars = ElementTree.fromstring(plots.bar_plot("A & B", ("pdf", "docx"), {"email": (1.0, None), "phone": (0.5, 0.25)}))
    ground_and_legend = 1 + 2
    assert len(bars.findall(".//{*}rect")) == ground_and_legend + 3
    stacks = ElementTree.fromstring(readme.speed_plot(SPEED))
    assert stacks.findall("{*}text")[-1].text == "8.0 ms"
