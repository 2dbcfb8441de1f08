from resume_parser.explaining.tables import explain_text, stage_tables, value_at
from resume_parser.result import Result


def test_there_is_a_table_for_every_stage(result: Result) -> None:
    assert [table.name for table in stage_tables(result)] == ["Lines", "Sections", "Entries", "Entities", "Values", "Run"]
    assert all(len(row.cells) == len(table.columns) for table in stage_tables(result) for row in table.rows)


def test_the_lines_show_their_page_column_size_and_style(result: Result) -> None:
    assert stage_tables(result)[0].rows[1].cells == ("1", "1", "0", "10.0", "bold", "Work history")


def test_the_values_show_what_was_made_of_the_printed_text(result: Result) -> None:
    values = {row.cells[0]: row.cells[1:] for row in stage_tables(result)[4].rows}
    evidence = result.evidence("experiences[0].date_start")
    assert evidence
    assert values["experiences[0].date_start"] == ("2019-01-01T00:00:00", "2019", "1", f"{evidence.score:.2f}")


def test_the_text_names_sections_fields_times_and_warnings(result: Result) -> None:
    text = explain_text(result)
    assert "SECTIONS (nlp): 1" in text
    assert "experience 0" in text
    assert "4.0 ms" in text
    assert "page_limit" in text
    assert "(page 3)" in text


def test_a_long_cell_is_cut_in_the_terminal(result: Result) -> None:
    assert max(map(len, explain_text(result).splitlines())) < 200


def test_the_value_at_a_path_is_found_in_lists_and_objects() -> None:
    data = {"info": {"location": {"text": "Lyon"}}, "skills": [{"name": "sql"}]}
    assert value_at(data, "skills[0].name") == "sql"
    assert value_at(data, "info.location") == "Lyon"
    assert value_at(data, "skills[4].name") == value_at(data, "info.email.x") == ""
