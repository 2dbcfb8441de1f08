from copy import deepcopy

import pytest

from resume_parser.evaluation.facts import NOTHING, Json, read_facts
from resume_parser.evaluation.scores import FIELDS, Count, Mistake, Scored, add_up, core, score

GOLD: dict[str, Json] = {
    "text_language": "fr",
    "info": {
        "full_name": "Zoé Martin",
        "email": "zoe@example.org",
        "phone": "+33612345678",
        "gender": None,
        "location": {"text": "69003 Lyon", "city": "Lyon"},
        "urls": ["example.org/zoe"],
    },
    "experiences": [
        {"title": "Vendeuse", "company": "Halle Bleue", "date_start": "2019-03", "date_end": "present"},
        {"title": "Caissière", "company": "Panier Vert", "date_start": "2016", "date_end": "2018"},
    ],
    "educations": [{"title": "BTS commerce", "school": "Lycée Jules Verne", "date_start": None, "date_end": "2015"}],
    "skills": [{"name": "encaissement"}, {"name": "inventaire"}],
}


def scored(change: str, value: Json) -> Scored:
    """The score of the gold with one part replaced, for example "experiences.0.title"."""
    found = deepcopy(GOLD)
    *parents, last = change.split(".")
    node: Json = found
    for key in parents:
        node = node[int(key)] if isinstance(node, list) else node[key]  # type: ignore[index]
    node[int(last) if isinstance(node, list) else last] = value  # type: ignore[index]
    return score(read_facts(GOLD), read_facts(found))


def wrong(result: Scored) -> dict[str, Count]:
    return {name: counts.soft for name, counts in result.fields.items() if counts.soft.false or counts.soft.missed}


def test_the_gold_against_itself_has_no_mistake_and_a_core_of_one() -> None:
    result = score(read_facts(GOLD), read_facts(GOLD))
    assert result.mistakes == ()
    assert wrong(result) == {}
    assert core(result.fields) == core(result.fields, soft=False) == 1.0


def test_nothing_found_misses_every_gold_value_and_no_more() -> None:
    result = score(read_facts(GOLD), NOTHING)
    assert sum(counts.soft.false for counts in result.fields.values()) == 0
    assert result.fields["exp.title"].soft == Count(missed=2)
    assert result.fields["gender"].soft == Count()
    assert core(result.fields) == 0.0


def test_a_wrong_value_is_one_false_and_one_missed() -> None:
    result = scored("info.full_name", "Curriculum Vitae")
    assert wrong(result) == {"full_name": Count(0, 1, 1)}
    assert result.mistakes == (Mistake("full_name", "Zoé Martin", "Curriculum Vitae"),)


def test_a_value_where_the_gold_has_none_is_false() -> None:
    assert wrong(scored("info.gender", "female")) == {"gender": Count(false=1)}


def test_a_value_that_the_gold_does_not_speak_of_is_not_counted() -> None:
    result = scored("info.summary", "Vendeuse polyvalente")
    assert "summary" not in result.fields


def test_one_wrong_date_makes_the_whole_entry_wrong() -> None:
    result = scored("experiences.0.date_start", "2019-04-01T00:00:00")
    assert wrong(result) == {"exp.date_start": Count(1, 1, 1), "exp.all_right": Count(1, 1, 1)}


def test_entries_in_another_order_are_still_right() -> None:
    assert isinstance(GOLD["experiences"], list)
    assert wrong(scored("experiences", GOLD["experiences"][::-1])) == {}


def test_title_and_company_the_wrong_way_round_are_paired_and_both_wrong() -> None:
    swapped: Json = {"title": "Halle Bleue", "company": "Vendeuse", "date_start": "2019-03", "date_end": "present"}
    result = scored("experiences.0", swapped)
    assert wrong(result) == {"exp.title": Count(1, 1, 1), "exp.company": Count(1, 1, 1), "exp.all_right": Count(1, 1, 1)}


def test_an_entry_that_the_gold_does_not_have_is_false_in_every_value() -> None:
    assert isinstance(GOLD["experiences"], list)
    extra: Json = {"title": "Bénévole", "company": None, "date_start": "2001", "date_end": None}
    result = scored("experiences", [*GOLD["experiences"], extra])
    assert wrong(result) == {"exp.title": Count(2, 1, 0), "exp.date_start": Count(2, 1, 0), "exp.all_right": Count(2, 1, 0)}


def test_an_empty_entry_is_not_held_against_the_parser() -> None:
    assert isinstance(GOLD["experiences"], list)
    assert wrong(scored("experiences", [*GOLD["experiences"], {"title": None, "company": None, "description": "x"}])) == {}


def test_list_rows_are_counted_once_whatever_their_order() -> None:
    result = scored("skills", [{"name": "Inventaire"}, {"name": "INVENTAIRE"}, {"name": "excel"}])
    assert wrong(result) == {"skills": Count(1, 1, 1)}
    assert {(mistake.gold, mistake.found) for mistake in result.mistakes} == {("encaissement", ""), ("", "excel")}


def test_a_list_row_with_a_typing_error_is_soft_right_and_exact_wrong() -> None:
    counts = scored("skills", [{"name": "inventaire"}, {"name": "encaisement"}]).fields["skills"]
    assert counts.soft == Count(hits=2)
    assert counts.exact == Count(1, 1, 1)


@pytest.mark.parametrize(
    ("count", "expected"), [(Count(), (0, 0, 0)), (Count(1, 1, 0), (0.5, 1, 2 / 3)), (Count(2, 0, 2), (1, 0.5, 2 / 3))]
)
def test_precision_recall_and_f1_follow_from_the_counts(count: Count, expected: tuple[float, float, float]) -> None:
    assert (count.precision, count.recall, count.f1) == pytest.approx(expected)


def test_the_counts_of_files_add_up_in_the_order_of_the_reports() -> None:
    total = add_up([score(read_facts(GOLD), read_facts(GOLD)), score(read_facts(GOLD), NOTHING)])
    assert total["exp.title"].soft == Count(2, 0, 2)
    assert list(total) == [name for name in FIELDS if name in total]
    assert "exp.company" in FIELDS
    assert "edu.school" in FIELDS
    assert "exp.school" not in FIELDS
