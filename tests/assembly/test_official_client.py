"""The official Python client accepts our Profile: its schemas and its evaluation sheet."""

import pytest
from hrflow.schemas import HrFlowProfile
from hrflow.utils.evaluation import profile as evaluation
from pydantic import JsonValue

from tests.assembly.resume import assembled, whole


def as_client_reads(profile: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """The Profile with file sizes as text, which is what the client's schema asks for."""
    rows = [row | {"file_size": str(row["file_size"])} for row in profile["attachments"]]  # type: ignore[union-attr, operator, index, call-overload]
    return profile | {"attachments": rows}


@pytest.mark.parametrize("result", [whole(), assembled()], ids=["full", "empty"])
def test_the_schemas_of_the_client_accept_the_profile(result: object) -> None:
    profile = as_client_reads(result.profile.model_dump())  # type: ignore[attr-defined]
    read = HrFlowProfile.model_validate(profile)
    assert read.info.full_name == profile["info"]["full_name"]  # type: ignore[index, call-overload]
    assert len(read.experiences or []) == len(profile["experiences"])  # type: ignore[arg-type]


def test_the_evaluation_of_the_client_counts_our_fields() -> None:
    profile = whole().profile.model_dump()
    evaluation.ProfileEvaluation.from_profile(profile)
    assert evaluation.InfoEvaluation.from_profile(profile).full_name == 1
    assert evaluation.ExperienceEvaluation.from_profile(profile).score == 1
    assert evaluation.EducationEvaluation.from_profile(profile).school == 1
    assert evaluation.OtherEvaluation.from_profile(profile).skills == 3


def test_the_evaluation_of_the_client_runs_on_an_empty_profile() -> None:
    profile = assembled().profile.model_dump()
    assert evaluation.InfoEvaluation.from_profile(profile).score == 0
    assert evaluation.ExperienceEvaluation.from_profile(profile).count == 0
    assert evaluation.EducationEvaluation.from_profile(profile).count == 0
    assert evaluation.OtherEvaluation.from_profile(profile).skills == 0
