"""The OpenAPI document against the running service: no failure of ours, no answer that the document does not name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from resume_parser.service.app import create_app
from tests.service.backends import backend_settings
from tests.service.running import Running

EXAMPLES = 40  # per operation
OPERATIONS = [result.ok() for result in schemathesis.openapi.from_dict(create_app().openapi()).get_all_operations()]
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(scope="session")
def documented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A service of its own: its profiles are none of the other tests'."""
    with backend_settings("embedded", tmp_path_factory.mktemp("documented")) as chosen:
        running = Running(chosen)
        try:
            running.start()
            yield running
        finally:
            running.close()


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_every_answer_is_documented_and_none_is_a_failure_of_ours(operation: APIOperation, documented: Running) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def check(case: schemathesis.Case) -> None:
        response = case.call(base_url=documented.url, headers=documented.headers)
        case.validate_response(response, checks=CHECKS)

    check()


def test_the_document_names_every_path_with_an_example_of_the_form(documented: Running) -> None:
    document = documented.http.get("/openapi.json").json()
    assert {"/v1/profile/parsing/file", "/v1/profiles/searching", "/v1/storing/profiles", "/health"} <= set(document["paths"])
    upload = document["paths"]["/v1/profile/parsing/file"]["post"]
    assert {"201", "202", "400", "401", "413", "429", "503"} <= set(upload["responses"])
    form = upload["requestBody"]["content"]["multipart/form-data"]["schema"]
    assert {"profile_reference", "profile_content_type", "webhook_parsing_sending"} <= set(form["properties"])
    assert "example" in str(form)
    examples = {code: upload["responses"][code]["content"]["application/json"].get("example") for code in ("202", "400", "401")}
    assert examples["400"] == {"code": 400, "message": "Invalid source fields"}
    assert examples["202"]["data"] == []
    assert upload["responses"]["401"]["content"]["application/json"]["schema"]["$ref"].endswith("/ErrorResponse")
