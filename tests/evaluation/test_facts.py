from resume_parser.evaluation.alike import Value
from resume_parser.evaluation.facts import NOTHING, read_facts


def test_a_key_that_is_not_there_is_not_scored_and_null_means_none() -> None:
    facts = read_facts({"info": {"email": None}})
    assert facts.values == {"email": None}
    assert facts.lists == {}
    assert facts.entries == {}


def test_a_profile_and_a_gold_object_give_the_same_place() -> None:
    gold = {"info": {"location": {"text": "69003 Lyon", "city": "Lyon", "postcode": "69003", "country": "FRA"}}}
    profile = {"info": {"location": {"text": "69003 Lyon", "lat": None, "lng": None, "gmaps": None, "fields": {"city": "Lyon"}}}}
    assert read_facts(gold).values == read_facts(profile).values == {"location": Value("69003 Lyon", city="Lyon")}


def test_a_location_without_text_and_city_is_none() -> None:
    assert read_facts({"info": {"location": {"text": None, "fields": {"city": None}}}}).values == {"location": None}


def test_the_city_of_a_place_in_one_text_stands_before_the_first_comma() -> None:
    entries = read_facts({"experiences": [{"location": "Lyon, France"}]}).entries["exp"]
    assert entries[0]["location"] == Value("Lyon, France", city="Lyon")


def test_rows_may_be_texts_or_objects_and_links_have_their_own_key() -> None:
    facts = read_facts({"info": {"urls": ["a.org", {"type": "github", "url": "b.org"}]}, "skills": [{"name": "sql"}, "python"]})
    assert [row.text for row in facts.lists["urls"]] == ["a.org", "b.org"]
    assert [row.text for row in facts.lists["skills"]] == ["sql", "python"]


def test_an_end_on_the_reference_day_means_present() -> None:
    data = {"experiences": [{"date_start": "2026-01-15T00:00:00", "date_end": "2026-01-15T00:00:00"}]}
    entry = read_facts(data, "2026-01-15").entries["exp"][0]
    assert entry["date_end"] == Value("present")
    assert entry["date_start"] != Value("present")


def test_anything_but_an_object_gives_no_facts() -> None:
    assert read_facts([1, 2]) == read_facts("text") == NOTHING
