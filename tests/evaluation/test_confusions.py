from resume_parser.evaluation.confusions import NOTHING_KNOWN, confusions
from resume_parser.evaluation.facts import Json, read_facts

GOLD: dict[str, Json] = {
    "info": {"full_name": "Ann Lee"},
    "experiences": [
        {"title": "Clerk", "company": "Acme Ltd", "location": {"text": "Leeds"}, "description": "Sorted the post.\nAnswered the phone."}
    ],
    "educations": [{"title": "BA History", "school": "York College"}],
    "skills": ["filing"],
}


def read_as(**job: Json) -> tuple[tuple[str, str], ...]:
    """The confusions of one found job."""
    return confusions(read_facts(GOLD), read_facts({"experiences": [dict(job)]}))


def test_right_values_are_no_confusion_even_in_another_entry() -> None:
    assert read_as(title="clerk", company="Acme Ltd.") == ()


def test_a_title_read_as_a_company_and_the_other_way_round_is_named() -> None:
    assert read_as(title="Acme Ltd", company="Clerk") == (("exp.company", "exp.title"), ("exp.title", "exp.company"))


def test_a_place_and_a_sentence_of_the_description_are_named() -> None:
    assert read_as(title="Sorted the post", company="Leeds") == (("exp.description", "exp.title"), ("exp.location", "exp.company"))


def test_a_degree_a_skill_and_the_name_are_named() -> None:
    assert read_as(title="BA History", company="Filing") == (("edu.title", "exp.title"), ("skills", "exp.company"))
    assert read_as(title="Ann Lee") == (("full_name", "exp.title"),)


def test_what_the_gold_does_not_have_is_other_text() -> None:
    assert read_as(title="Page 1 of 2") == ((NOTHING_KNOWN, "exp.title"),)


def test_a_degree_read_as_a_school_is_named() -> None:
    found = read_facts({"educations": [{"title": "York College", "school": "BA History"}]})
    assert confusions(read_facts(GOLD), found) == (("edu.school", "edu.title"), ("edu.title", "edu.school"))


def test_entries_that_the_gold_does_not_speak_of_are_not_looked_at() -> None:
    assert confusions(read_facts({"info": {}}), read_facts({"experiences": [{"title": "Clerk"}]})) == ()
