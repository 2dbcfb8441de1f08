import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pydantic import JsonValue, ValidationError

from resume_parser import schema
from resume_parser.schema.parsing import Parsing
from resume_parser.schema.profile import Info, Profile
from resume_parser.schema.response import ErrorResponse, ParsedResponse, parsed_response, queued_response

EXAMPLE = (Path(__file__).parent / "example_201.json").read_text(encoding="utf-8")


@pytest.fixture
def example() -> dict[str, dict[str, dict[str, JsonValue]]]:
    return json.loads(EXAMPLE)


def test_the_example_comes_back_equal_and_in_the_same_order() -> None:
    response = ParsedResponse.model_validate_json(EXAMPLE)
    assert json.dumps(response.model_dump()) == json.dumps(json.loads(EXAMPLE))


def test_the_objects_have_29_27_and_12_keys() -> None:
    assert len(Parsing.model_fields) == 29
    assert len(Profile.model_fields) == 27
    assert len(Info.model_fields) == 12


@pytest.mark.parametrize("name", ["parsing", "profile"])
def test_no_key_may_be_missing(example: dict[str, dict[str, dict[str, JsonValue]]], name: str) -> None:
    model = {"parsing": Parsing, "profile": Profile}[name]
    whole = example["data"][name]
    for key in whole:
        part = {other: value for other, value in whole.items() if other != key}
        with pytest.raises(ValidationError, match="Field required"):
            model.model_validate(part)


@pytest.mark.parametrize("name", ["parsing", "profile"])
def test_an_unknown_key_is_refused(example: dict[str, dict[str, dict[str, JsonValue]]], name: str) -> None:
    model = {"parsing": Parsing, "profile": Profile}[name]
    with pytest.raises(ValidationError, match="Extra inputs"):
        model.model_validate(example["data"][name] | {"extra": 1})


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("key", "no hash"),
        ("experiences", None),
        ("experiences_duration", -1.0),
        ("experiences_duration", float("nan")),
        ("created_at", "2020-01-01"),
        ("attachments", [{"type": "original"}]),
        ("info", None),
        ("text", None),
    ],
)
def test_wrong_profile_values_are_refused(example: dict[str, dict[str, dict[str, JsonValue]]], key: str, wrong: JsonValue) -> None:
    with pytest.raises(ValidationError):
        Profile.model_validate(example["data"]["profile"] | {key: wrong})


def test_tag_values_of_any_json_type_come_back_unchanged(example: dict[str, dict[str, dict[str, JsonValue]]]) -> None:
    tags: JsonValue = [{"name": "blacklist", "value": True}, {"name": "rank", "value": 3}, {"name": "note", "value": "x"}]
    profile = Profile.model_validate(example["data"]["profile"] | {"tags": tags})
    assert profile.model_dump()["tags"] == tags


def test_the_parsed_body_states_the_measured_seconds() -> None:
    data = ParsedResponse.model_validate_json(EXAMPLE).data
    body = parsed_response(data.parsing, data.profile, 7.279723644256592)
    assert body.message == "Profile parsed successfully. Profile extraction finished : 7.279723644256592 seconds."
    assert list(body.model_dump()) == ["code", "message", "data"]


def test_the_queued_body_keeps_the_spelling_of_the_contract() -> None:
    message = "Your profile as been sent successfully to the Parsing Queue."
    assert queued_response().model_dump() == {"code": 202, "message": message, "data": []}


def test_an_error_body_has_no_data() -> None:
    assert ErrorResponse(code=400, message="Invalid source fields").model_dump() == {"code": 400, "message": "Invalid source fields"}


def test_the_json_schemas_are_sound_and_accept_the_example() -> None:
    schemas = schema.json_schema()
    for exported in schemas.values():
        Draft202012Validator.check_schema(exported)
    Draft202012Validator(schemas["ParsedResponse"]).validate(json.loads(EXAMPLE))


def test_every_public_name_can_be_imported() -> None:
    assert all(getattr(schema, name) for name in schema.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="Nothing"):
        _ = schema.Nothing


def test_importing_the_package_does_not_load_pydantic() -> None:
    code = "import sys, resume_parser.schema; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
