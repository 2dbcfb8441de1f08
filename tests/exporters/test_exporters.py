import json

import pytest

from resume_parser.errors import OptionsError
from resume_parser.exporters import EXPORT_FORMATS, export
from resume_parser.exporters.json_resume import to_json_resume
from resume_parser.schema.profile import Profile
from tests.assembly.resume import assembled, entity, whole


@pytest.fixture(scope="module")
def profile() -> Profile:
    return whole().profile


def test_a_json_resume_uses_the_keys_of_its_schema(profile: Profile) -> None:
    resume = json.loads(export(profile, "json-resume"))
    assert resume == {
        "basics": {
            "name": "Nora Exemple",
            "email": "nora@example.org",
            "phone": "+33612345678",
            "url": "https://nora.example.org",
            "location": {"address": "Lyon, France", "city": "Lyon"},
            "profiles": [],
        },
        "work": [
            {
                "name": "Exemple SA",
                "location": "Lyon, France",
                "position": "Data engineer",
                "startDate": "2019-03-01",
                "endDate": "2023-06-20",
                "summary": "Built the batch pipelines in Python",
                "highlights": ["built the batch"],
            }
        ],
        "education": [
            {
                "institution": "Université Test",
                "studyType": "Master informatique",
                "startDate": "2011-01-01",
                "endDate": "2013-12-31",
                "courses": ["informatique"],
            }
        ],
        "certificates": [],
        "skills": [{"name": "python"}, {"name": "sql"}, {"name": "teamwork"}],
        "languages": [{"language": "french", "fluency": "native"}],
        "interests": [],
        "meta": {"version": "v1.0.0"},
    }


def test_a_network_link_becomes_an_account() -> None:
    found = assembled(entity("url", "https://www.linkedin.com/in/nora-exemple/", kind="linkedin")).profile
    (account,) = to_json_resume(found).basics.profiles
    assert (account.network, account.username) == ("LinkedIn", "nora-exemple")


def test_an_hr_open_candidate_has_a_person_and_one_profile(profile: Profile) -> None:
    candidate = json.loads(export(profile, "hr-open"))
    assert candidate["person"] == {
        "name": {"formattedName": "Nora Exemple", "given": "Nora", "family": "Exemple"},
        "communication": {
            "address": [{"formattedAddress": "Lyon, France", "city": "Lyon"}],
            "phone": [{"formattedNumber": "+33612345678"}],
            "email": [{"address": "nora@example.org"}],
            "web": [{"url": "https://nora.example.org", "name": "from_resume"}],
        },
    }
    (found,) = candidate["profiles"]
    assert found["employment"][0]["organization"] == {"name": "Exemple SA"}
    assert found["employment"][0]["positionHistories"][0]["title"] == "Data engineer"
    assert found["education"][0]["educationDegrees"] == [{"name": "Master informatique"}]
    assert found["qualifications"][0] == {"competencyName": "python"}


def test_plain_text_reads_like_a_resume(profile: Profile) -> None:
    assert export(profile, "text") == (
        "Nora Exemple\n"
        "nora@example.org | +33612345678 | Lyon, France | https://nora.example.org\n\n"
        "EXPERIENCE\n\n"
        "2019-03 - 2023-06  Data engineer, Exemple SA, Lyon, France\n"
        "Built the batch pipelines in Python\n\n"
        "EDUCATION\n\n"
        "2011-01 - 2013-12  Master informatique, Université Test\n\n"
        "Skills: python, sql, teamwork\n"
        "Languages: french (native)\n"
    )


def test_the_hrflow_export_is_the_profile_itself(profile: Profile) -> None:
    assert json.loads(export(profile, "hrflow")) == profile.model_dump()


@pytest.mark.parametrize("name", EXPORT_FORMATS)
def test_an_empty_profile_can_be_exported(name: str) -> None:
    empty = export(assembled().profile, name)
    assert "null" not in empty or name == "hrflow"
    assert "None" not in empty


def test_an_unknown_export_names_the_known_ones(profile: Profile) -> None:
    with pytest.raises(OptionsError, match="json-resume, hr-open, text"):
        export(profile, "xml")
