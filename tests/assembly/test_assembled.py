import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_parser.assembly import Request, SourceFile, assemble
from resume_parser.assembly.selection import ENTRY_SINGLES, NAMED, SINGLES
from resume_parser.document import Document
from resume_parser.entities import Annotations, Entity, Entry
from resume_parser.errors import OptionsError
from resume_parser.options import Options
from tests.assembly.resume import OPTIONS, SOURCE, assembled, entity, make_annotations, make_document, whole

LISTS = ("skills", "languages", "certifications", "courses", "tasks", "interests")


def job(*fields: Entity) -> Entry:
    return Entry("experience", 0, 0, fields)


def test_the_info_holds_the_first_value_of_each_label() -> None:
    info = assembled(entity("email", "nora@example.org"), entity("email", "other", "other@example.org")).profile.info
    assert info.email == "nora@example.org"


def test_the_parsing_holds_every_value_once_and_in_order() -> None:
    found = [entity("email", value) for value in ("b@example.org", "a@example.org", "b@example.org")]
    phones = [entity("phone", "+33 6", "+33612345678"), entity("phone", "06", "+33612345678")]
    parsing = assembled(*found, *phones).parsing
    assert parsing.emails == ["b@example.org", "a@example.org"]
    assert parsing.phones == ["+33612345678"]


def test_the_person_has_a_full_first_and_last_name() -> None:
    result = whole()
    assert [person.model_dump() for person in result.parsing.persons] == [
        {"full_name": "Nora Exemple", "first_name": "Nora", "last_name": "Exemple"}
    ]
    assert (result.profile.info.full_name, result.profile.info.first_name) == ("Nora Exemple", "Nora")


def test_a_full_name_is_joined_from_its_parts_when_only_they_are_known() -> None:
    assert assembled(entity("first_name", "Nora"), entity("last_name", "Exemple")).profile.info.full_name == "Nora Exemple"


def test_a_second_name_takes_only_the_parts_printed_inside_it() -> None:
    names = (Entity("name", 0, 12, "Nora Exemple", "Nora Exemple"), Entity("name", 20, 26, "N. Exe", "N. Exe"))
    parts = (Entity("first_name", 0, 4, "Nora", "Nora"), Entity("last_name", 23, 26, "Exe", "Exe"))
    second = assembled(*names, *parts).parsing.persons[1]
    assert second.model_dump() == {"full_name": "N. Exe", "first_name": None, "last_name": "Exe"}


def test_nothing_found_gives_complete_objects_of_nulls_and_empty_lists() -> None:
    result = assemble(Document("txt", (), 0), Annotations("en"), SOURCE, OPTIONS)
    info = result.profile.info.model_dump()
    assert info.pop("urls") == []
    fields = info["location"].pop("fields")
    assert info.pop("location") == {"text": None, "lat": None, "lng": None, "gmaps": None}
    assert len(fields) == 21
    assert {*fields.values(), *info.values()} == {None}
    assert result.parsing.persons == []
    assert (result.profile.experiences_duration, result.profile.experiences) == (0.0, [])
    assert len(result.evidence) == 0


def test_names_of_skills_are_lower_case_joined_and_unique() -> None:
    found = [entity("skill", "Machine\nLearning"), entity("skill", "SQL"), entity("skill", "machine learning", level="expert")]
    assert [(skill.name, skill.type, skill.value) for skill in assembled(*found).profile.skills] == [
        ("machine learning", "hard", None),
        ("sql", "hard", None),
    ]


def test_a_blank_value_is_no_value() -> None:
    result = assembled(entity("skill", " "), entity("email", "", ""), entity("summary", "\n"))
    assert result.profile.skills == []
    assert result.parsing.emails == []
    assert result.profile.info.summary is None


def test_a_link_of_an_unknown_network_is_from_resume() -> None:
    found = [entity("url", "https://a.example", kind="myspace"), entity("url", "https://b.example", kind="github")]
    assert [(url.type, url.url) for url in assembled(*found).profile.info.urls] == [
        ("from_resume", "https://a.example"),
        ("github", "https://b.example"),
    ]


@pytest.mark.parametrize(("value", "expected"), [("male", "male"), ("female", "female"), ("other", None), ("", None)])
def test_gender_is_one_of_two_words_or_null(value: str, expected: str | None) -> None:
    result = assembled(entity("gender", "x", value))
    assert result.profile.info.gender == result.parsing.gender == expected


def test_a_birth_date_has_a_zone_in_the_profile_and_none_in_the_parsing() -> None:
    result = assembled(entity("date_birth", "09/08/1990", "1990-08-09"))
    assert result.profile.info.date_birth == "1990-08-09T00:00:00+0000"
    assert result.parsing.date_birth.model_dump() == {"iso8601": "1990-08-09T00:00:00", "text": "09/08/1990", "timestamp": 650160000}


def test_the_location_fills_both_shapes() -> None:
    result = whole()
    profile, parsing = result.profile.info.location, result.parsing.location
    assert profile.fields == parsing.geojson
    assert (profile.fields.city, profile.fields.country, profile.fields.text) == ("Lyon", "FRA", "Lyon, France")
    assert (profile.lat, profile.lng) == (parsing.lat, parsing.lng) == (45.76, 4.84)


def test_a_location_without_parts_keeps_its_text() -> None:
    location = assembled(entity("location", "Lyon, France")).profile.info.location
    assert (location.text, location.fields.text, location.fields.city) == ("Lyon, France", "Lyon, France", None)


def test_an_entry_without_fields_is_an_object_of_nulls() -> None:
    experience = assembled(entries=(job(),)).profile.experiences[0].model_dump()
    assert [experience[key] for key in ("title", "company", "description", "date_start", "date_end")] == [None] * 5
    assert [experience[key] for key in LISTS] == [[]] * 6
    assert experience["location"]["text"] is None


def test_the_dates_of_a_job_follow_the_contract() -> None:
    result = whole()
    profile, parsing = result.profile.experiences[0], result.parsing.experiences[0]
    assert (profile.date_start, profile.date_end) == ("2019-03-01T00:00:00", "2023-06-20T00:00:00")
    assert parsing.date_end is not None
    assert parsing.date_end.text == "Present"
    degree = result.profile.educations[0]
    assert (degree.date_start, degree.date_end) == (
        "2011-01-01T00:00:00",
        "2013-12-31T00:00:00",
    )


def test_the_durations_are_those_of_the_entries() -> None:
    result = whole()
    assert (result.profile.experiences_duration, result.profile.educations_duration) == (4.306849315068493, 3.0)
    assert result.parsing.experiences_duration == result.profile.experiences_duration


def test_a_missing_or_impossible_end_is_null() -> None:
    for fields in ((entity("date_start", "2011"),), (entity("date_start", "2011"), entity("date_end", "2013", "2013-14"))):
        result = assembled(entries=(job(*fields),))
        assert result.parsing.experiences[0].date_end is None
        assert result.profile.experiences[0].date_end is None
        assert result.profile.experiences_duration == 0.0


def test_entries_keep_the_order_of_the_document() -> None:
    entries = (job(entity("title", "b")), Entry("education", 0, 0, (entity("title", "c"),)), job(entity("title", "a")))
    assert [row.title for row in assembled(entries=entries).profile.experiences] == ["b", "a"]


def test_skills_of_an_entry_stay_in_the_entry() -> None:
    result = assembled(entries=(job(entity("skill", "Python")),))
    assert [skill.name for skill in result.profile.experiences[0].skills] == ["python"]
    assert result.profile.skills == []


def test_the_same_bytes_and_day_give_the_same_objects() -> None:
    one, two = whole(), whole()
    assert one.parsing == two.parsing
    assert one.profile == two.profile


def test_keys_depend_on_the_bytes() -> None:
    other = assemble(make_document(), make_annotations(), SourceFile.of(b"other", extension="pdf"), OPTIONS)
    assert other.profile.key != whole().profile.key


def test_keys_have_their_form_and_are_all_different() -> None:
    entries = (*make_annotations().entries, job(), job())
    result = assemble(make_document(), replace(make_annotations(), entries=entries), SOURCE, OPTIONS)
    rows = [*result.profile.experiences, *result.profile.educations]
    keys = [result.profile.key, result.parsing.content_uid, *[row.key for row in rows]]
    assert all(re.fullmatch("[0-9a-f]{40}", key) for key in keys)
    uids = [row.content_uid for row in [*result.parsing.experiences, *result.parsing.educations]]
    assert len({*keys, *uids}) == len(keys) + len(uids)


def test_the_parsing_describes_the_file() -> None:
    parsing = whole().parsing
    assert (parsing.file_name, parsing.file_size, parsing.content_uid) == ("nora.pdf", SOURCE.size, SOURCE.data_sha1)
    assert (parsing.total_pages, parsing.processed_pages) == (2, 2)


def test_no_more_pages_are_processed_than_the_limit() -> None:
    parsing = assemble(replace(make_document(), total_pages=14), make_annotations(), SOURCE, OPTIONS).parsing
    assert (parsing.total_pages, parsing.processed_pages) == (14, 10)


def test_the_attachments_are_the_original_and_the_resume() -> None:
    rows = whole().profile.attachments
    assert [row.type for row in rows] == ["original", "resume"]
    assert {row.alt for row in rows} == {SOURCE.data_sha1}
    assert rows[0].public_url == f"file:///{whole().profile.key}/original.pdf"
    assert rows[0].extension == ".pdf"


def test_a_file_without_a_name_is_called_resume() -> None:
    assert SourceFile.of(b"x", extension=".DOCX").file_name == "resume.docx"


def test_a_file_name_that_is_no_valid_text_can_still_be_written() -> None:
    source = SourceFile.of(b"x", extension="pdf", file_name="cv\udce9.pdf")
    parsing = assemble(make_document(), make_annotations(), source, OPTIONS).parsing
    assert '"file_name":"cv?.pdf"' in parsing.model_dump_json()


def test_an_empty_level_is_null() -> None:
    assert assembled(entity("language", "French", level="")).profile.languages[0].value is None


def test_text_and_lists_are_the_same_in_both_objects() -> None:
    result = whole()
    assert result.profile.text == result.parsing.text == make_document().text
    assert [getattr(result.profile, name) for name in LISTS] == [getattr(result.parsing, name) for name in LISTS]


def test_the_rows_of_the_request_come_back_unchanged() -> None:
    tag, metadata = {"name": "x", "value": True}, {"name": "m", "value": 1}
    request = Request(reference="r1", labels=({"stage": "yes"},), tags=(tag,), metadatas=(metadata,))
    profile = whole(request=request).profile
    assert (profile.reference, profile.labels, profile.tags) == ("r1", [{"stage": "yes"}], [tag])
    assert profile.metadatas == [metadata]


def test_the_creation_date_is_that_of_the_request_or_the_reference_date() -> None:
    assert whole().profile.created_at == "2023-06-20T00:00:00+0000"
    given_date = Request(created_at=datetime.fromisoformat("2020-01-01T02:00:00+02:00"))
    assert whole(request=given_date).profile.created_at == "2020-01-01T00:00:00+0000"
    assert whole(request=Request(created_at=datetime(2020, 1, 1, tzinfo=UTC))).profile.updated_at == "2023-06-20T00:00:00+0000"


def test_without_a_reference_date_the_stage_refuses_to_work() -> None:
    with pytest.raises(OptionsError, match="reference_date"):
        assemble(make_document(), make_annotations(), SOURCE, Options())


LABELS = (*SINGLES, *NAMED, *ENTRY_SINGLES, "url", "unknown")
OFFSETS = st.integers(-1, 300)
WORDS = st.text(max_size=9)
ENTITIES = st.builds(Entity, st.sampled_from(LABELS), OFFSETS, OFFSETS, WORDS, WORDS, kind=st.text(max_size=3))


@given(st.lists(ENTITIES, max_size=12), st.sampled_from(["experience", "education", "other"]))
def test_no_entities_make_it_fail(found: list[Entity], kind: str) -> None:
    result = assembled(*found, entries=(Entry(kind, 0, 5, tuple(found)),))
    assert result.profile.text == make_document().text
    assert all(result.evidence[path].text == item.text for path, item in result.evidence.items())


def test_another_reference_date_moves_only_the_present() -> None:
    later = assemble(make_document(), make_annotations(), SOURCE, Options(reference_date=date(2024, 6, 20)))
    assert later.profile.experiences[0].date_end == "2024-06-20T00:00:00"
    assert later.profile.key == whole().profile.key
