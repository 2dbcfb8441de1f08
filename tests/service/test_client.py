"""The official Python client, version 4.3.0 and unchanged, against a running service."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest
from hrflow.schemas import HrFlowProfile
from hrflow.utils.evaluation import profile as evaluation
from hrflow.utils.searching import is_valid_for_searching
from hrflow.utils.storing import get_all_profiles

from tests.service.files import BY_EXTENSION, FIXTURES, resume
from tests.service.running import Receiver, Running, wait_for


def as_client_reads(profile: dict[str, object]) -> dict[str, object]:
    """The Profile with file sizes as text, which is what the client's schema asks for."""
    rows = [row | {"file_size": str(row["file_size"])} for row in profile["attachments"]]  # type: ignore[attr-defined]
    return profile | {"attachments": rows, "labels": []}


def test_the_client_is_the_version_of_the_contract() -> None:
    assert version("hrflow") == "4.3.0"


@pytest.mark.parametrize("extension", BY_EXTENSION)
def test_the_client_uploads_every_format_synchronously(extension: str, service: Running) -> None:
    source, client = service.source(), service.client("write")
    with BY_EXTENSION[extension].open("rb") as file:
        answer = client.profile.parsing.add_file(source_key=source.key, profile_file=file, sync_parsing=1)
    assert answer["code"] == 201, answer["message"]
    profile = answer["data"]["profile"]
    assert profile["text"]
    assert profile["info"]["full_name"]
    assert HrFlowProfile.model_validate(as_client_reads(profile)).info.full_name == profile["info"]["full_name"]
    assert is_valid_for_searching(as_client_reads(profile))
    evaluation.ProfileEvaluation.from_profile(profile)


@pytest.mark.parametrize("extension", BY_EXTENSION)
def test_the_client_uploads_every_format_asynchronously(extension: str, service: Running) -> None:
    source, client = service.source(), service.client()
    answer = client.profile.parsing.add_file(
        source_key=source.key, profile_file=BY_EXTENSION[extension].read_bytes(), profile_file_name=f"CV{extension.upper()}", reference="r"
    )
    assert answer == {"code": 202, "message": "Your profile as been sent successfully to the Parsing Queue.", "data": []}
    wait_for(lambda: client.profile.storing.get(source_key=source.key, reference="r")["code"] == 200, seconds=120)
    parsing = client.profile.parsing.get(source_key=source.key, reference="r")
    assert (parsing["code"], parsing["data"]["file_name"]) == (200, f"CV{extension.upper()}")
    (found,) = client.profile.searching.list(source_keys=[source.key])["data"]["profiles"]
    assert found["key"] == parsing["data"]["key"]


def test_the_client_gets_a_profile_by_key_and_by_reference(service: Running) -> None:
    source, client = service.source(sync="always"), service.client()
    profile = client.profile.parsing.add_file(source_key=source.key, profile_file=resume(), reference="r")["data"]["profile"]
    for which in ({"key": profile["key"]}, {"reference": "r"}):
        assert client.profile.storing.get(source_key=source.key, **which)["data"] == profile
        assert client.profile.parsing.get(source_key=source.key, **which)["data"]["key"] == profile["key"]
        assert client.profile.attachment.list(source_key=source.key, **which)["data"] == profile["attachments"]
    missing = client.profile.storing.get(source_key=source.key, key="0" * 40)
    assert missing == {"code": 400, "message": "Invalid parameters. Unable to find object: profile"}


def test_the_client_sends_labels_tags_metadatas_and_dates(service: Running) -> None:
    source, client = service.source(sync="always"), service.client()
    rows = [{"name": "blacklist", "value": True}]
    answer = client.profile.parsing.add_file(
        source_key=source.key, profile_file=resume(), created_at="2020-01-01T00:00:00", labels=[{"stage": "new"}], tags=rows, metadatas=rows
    )
    profile = answer["data"]["profile"]
    assert (profile["labels"], profile["tags"], profile["metadatas"]) == ([{"stage": "new"}], rows, rows)
    assert profile["created_at"] == "2020-01-01T00:00:00+0000"


def test_the_client_uploads_a_folder(tmp_path: Path, service: Running) -> None:
    for extension in (".pdf", ".docx"):
        (tmp_path / f"a{extension}").write_bytes(resume(extension))
    (tmp_path / "bad.pdf").write_bytes(b"no pdf")
    source, client = service.source(), service.client()
    result = client.profile.parsing.add_folder(source_key=source.key, dir_path=str(tmp_path), sync_parsing=1)
    assert sorted(Path(name).name for name in result["success"]) == ["a.docx", "a.pdf"]
    assert [Path(name).name for name in result["fail"]] == ["bad.pdf"]


def test_the_client_lists_archives_and_searches(service: Running) -> None:
    source, client = service.source(sync="always"), service.client()
    keys = [client.profile.parsing.add_file(source_key=source.key, profile_file=resume())["data"]["profile"]["key"] for _ in range(3)]
    assert [profile["key"] for profile in get_all_profiles(client, source.key)] == keys[::-1]
    assert client.profile.storing.list(source_keys=[source.key], limit=2)["meta"] == {"page": 1, "maxPage": 2, "count": 2, "total": 3}
    assert client.profile.storing.archive(source_key=source.key, key=keys[0])["data"]["key"] == keys[0]
    found = client.profile.searching.list(source_keys=[source.key], text_keywords=["nurse"], limit=10, page=1)
    assert [profile["key"] for profile in found["data"]["profiles"]] == keys[:0:-1]
    assert client.profile.searching.list(source_keys=["0" * 40])["message"] == "Invalid parameters. Unable to find object: source"


def test_the_client_reads_auth_and_sources(service: Running) -> None:
    source, client = service.source(), service.client("read")
    assert client.auth.get()["data"]["api_key_permission"] == "read"
    assert client.source.get(key=source.key)["data"]["key"] == source.key
    assert client.source.list(name=source.name)["meta"]["total"] == 1
    refusal = client.profile.parsing.add_file(source_key=source.key, profile_file=resume())
    assert refusal["code"] == 401
    assert refusal["message"] == f"Unauthorized. Invalid secret key: {client.auth_header['X-API-KEY']} for permission: write"


def test_the_webhook_handler_of_the_client_verifies_our_events(service: Running, receiver: Receiver) -> None:
    source = service.source(webhook=receiver.url, events="parse")
    client = service.client(webhook_secret=source.webhook_secret)
    calls: list[tuple[str, object]] = []
    client.webhooks.setHandler("profile.parse.success", lambda event: calls.append((event["type"], event["profile"]["reference"])))
    client.webhooks.setHandler("profile.parse.error", lambda event: calls.append((event["type"], event["profile"]["reference"])))
    client.profile.parsing.add_file(source_key=source.key, profile_file=resume(), reference="good")
    encrypted = FIXTURES / "broken" / "pdf-encrypted" / "resume.pdf"
    client.profile.parsing.add_file(source_key=source.key, profile_file=encrypted.read_bytes(), reference="bad")
    wait_for(lambda: len(receiver.events) == 2)
    for headers, _ in receiver.events:
        client.webhooks.handle(headers)
    assert sorted(calls) == [("profile.parse.error", "bad"), ("profile.parse.success", "good")]
    client.webhook_secret = "another"
    with pytest.raises(ValueError, match="invalid signature"):
        client.webhooks.handle(receiver.events[0][0])


@pytest.mark.parametrize("case", ["pdf", "docx", "doc", "odt", "rtf", "pptx", "ppt", "odp"])
def test_page_ten_is_read_and_page_eleven_is_not(case: str, service: Running) -> None:
    (path,) = FIXTURES.joinpath("broken", f"{case}-twelve-{'slides' if case in ('pptx', 'ppt', 'odp') else 'pages'}").glob("resume.*")
    with path.open("rb") as file:
        answer = service.client().profile.parsing.add_file(source_key=service.source(sync="always").key, profile_file=file)
    parsing = answer["data"]["parsing"]
    assert (parsing["total_pages"], parsing["processed_pages"]) == (12, 10)
    text = str(answer).lower()
    assert "markerpage10" in text
    assert "markerpage11" not in text
    assert "markerpage12" not in text
