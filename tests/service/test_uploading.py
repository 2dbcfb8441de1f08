"""POST /v1/profile/parsing/file: the conformance points of the contract on envelope, gating, parameters and errors."""

from __future__ import annotations

import json
import re
import socket
import time
from contextlib import suppress

import httpx
import pytest

from resume_parser.schema.response import ParsedResponse
from tests.service.files import BY_EXTENSION, broken, resume
from tests.service.running import FILE, Running

MESSAGE = re.compile(r"Profile parsed successfully\. Profile extraction finished : (\d+\.\d+(?:e-\d+)?) seconds\.")
QUEUED = {"code": 202, "message": "Your profile as been sent successfully to the Parsing Queue.", "data": []}


def refused(response: httpx.Response, code: int = 400) -> str:
    """The message of an answer that is an error: status = code, no data, the exact content type."""
    body = response.json()
    assert response.status_code == code
    assert set(body) == {"code", "message"}
    assert body["code"] == code
    assert response.headers["content-type"] == "application/json"
    return str(body["message"])


# envelope


def test_a_synchronous_answer_is_the_envelope_of_the_contract(service: Running) -> None:
    started = time.perf_counter()
    response = service.parse(service.source(), resume(".pdf"))
    elapsed = time.perf_counter() - started
    assert (response.status_code, response.headers["content-type"]) == (201, "application/json")
    body = response.json()
    assert set(body) == {"code", "message", "data"}
    assert set(body["data"]) == {"parsing", "profile"}
    assert body["code"] == 201
    found = MESSAGE.fullmatch(body["message"])
    assert found is not None
    assert elapsed / 4 < float(found[1]) < elapsed
    ParsedResponse.model_validate_json(response.content)  # 29, 27 and 12 keys, and the form of every value
    assert body["data"]["profile"]["key"] == body["data"]["parsing"]["key"]
    assert body["data"]["profile"]["text"] == body["data"]["parsing"]["text"] != ""


def test_an_asynchronous_answer_is_letter_by_letter_that_of_the_contract(service: Running) -> None:
    response = service.upload(service.source(), resume())
    assert (response.status_code, response.headers["content-type"]) == (202, "application/json")
    assert response.json() == QUEUED


# gating


@pytest.mark.parametrize(
    ("mode", "asked", "code"),
    [("off", "0", 202), ("off", "1", 202), ("on", "0", 202), ("on", "1", 201), ("always", "0", 201), ("always", "1", 201)],
)
def test_source_and_caller_decide_together_on_sync(mode: str, asked: str, code: int, service: Running) -> None:
    assert service.upload(service.source(sync=mode), resume(), sync_parsing=asked).status_code == code


def test_the_default_is_asynchronous(service: Running) -> None:
    assert service.upload(service.source(), resume()).status_code == 202


# flags


@pytest.mark.parametrize(("value", "code"), [("1", 201), ("True", 201), ("0", 202), ("False", 202), ("", 202)])
def test_flags_are_0_1_true_or_false(value: str, code: int, service: Running) -> None:
    assert service.upload(service.source(), resume(), sync_parsing=value).status_code == code


@pytest.mark.parametrize("name", ["sync_parsing", "sync_parsing_indexing", "webhook_parsing_sending"])
@pytest.mark.parametrize("value", ["2", "yes", "-1", "null", "1.0"])
def test_any_other_flag_is_refused(name: str, value: str, service: Running) -> None:
    assert name in refused(service.upload(service.source(), resume(), **{name: value}))


# labels, tags, metadatas


def test_labels_tags_and_metadatas_come_back_unchanged(service: Running) -> None:
    labels = [{"job_key": "5c2d", "job_reference": "r", "stage": "new", "stage_timestamp": 1585662186, "rating": 3, "board": {"x": [None]}}]
    tags = [{"name": "a", "value": True}, {"name": "b", "value": 3.5}, {"name": "c", "value": "é\u2028☃"}, {"name": "d", "value": 10**30}]
    rows = {"labels": json.dumps(labels), "tags": json.dumps(tags), "metadatas": json.dumps(tags, ensure_ascii=False)}
    profile = service.parse(service.source(), resume(), **rows).json()["data"]["profile"]
    assert (profile["labels"], profile["tags"], profile["metadatas"]) == (labels, tags, tags)


def test_a_duplicated_json_key_is_accepted(service: Running) -> None:
    labels = '[{"job_key": "a", "job_key": "b", "stage": "new"}]'
    assert service.parse(service.source(), resume(), labels=labels).json()["data"]["profile"]["labels"] == [
        {"job_key": "b", "stage": "new"}
    ]


@pytest.mark.parametrize("name", ["labels", "tags", "metadatas"])
@pytest.mark.parametrize("value", ["[]", "null", ""])
def test_empty_rows_are_an_empty_list(name: str, value: str, service: Running) -> None:
    assert service.parse(service.source(), resume(), **{name: value}).json()["data"]["profile"][name] == []


@pytest.mark.parametrize("name", ["labels", "tags", "metadatas"])
@pytest.mark.parametrize(
    "value", ["[", "{}", "0", '"a"', "[1]", "[NaN]", '[{"a": NaN}]', '[{"a": 1e999}]', '[{"a": "\\ud800"}]', "[" * 5000]
)
def test_bad_rows_are_refused(name: str, value: str, service: Running) -> None:
    assert name in refused(service.parse(service.source(), resume(), **{name: value}))


# created_at


@pytest.mark.parametrize(
    ("given", "answered"),
    [
        ("2020-03-31T20:03:06+0000", "2020-03-31T20:03:06+0000"),
        ("2020-03-31T20:03:06+02:00", "2020-03-31T18:03:06+0000"),
        ("2020-03-31T20:03:06Z", "2020-03-31T20:03:06+0000"),
        ("2020-03-31T20:03:06.25", "2020-03-31T20:03:06+0000"),
        ("2020-03-31", "2020-03-31T00:00:00+0000"),
    ],
)
def test_created_at_is_that_of_the_request(given: str, answered: str, service: Running) -> None:
    source = service.source()
    profile = service.parse(source, resume(), created_at=given).json()["data"]["profile"]
    assert profile["created_at"] == answered
    assert service.get("profile/indexing", source_key=source.key, key=profile["key"]).json()["data"]["created_at"] == answered


@pytest.mark.parametrize("value", ["yesterday", "31/03/2020", "2020-13-01", "0001-01-01", "9999-12-31T23:59:59-10:00"])
def test_a_bad_date_is_refused(value: str, service: Running) -> None:
    assert "created_at" in refused(service.parse(service.source(), resume(), created_at=value))


# reference


@pytest.mark.parametrize("name", ["reference", "profile_reference"])
def test_a_reference_comes_back_and_is_unique_in_its_source(name: str, service: Running) -> None:
    source = service.source()
    assert service.parse(source, resume(), **{name: "réf 1"}).json()["data"]["profile"]["reference"] == "réf 1"
    for sync in ("0", "1"):
        message = refused(service.upload(source, resume(), sync_parsing=sync, **{name: "réf 1"}))
        assert message == "Cannot create profile with this reference: réf 1. Already used!"


def test_a_reference_is_taken_from_the_moment_that_its_file_is_queued(service: Running) -> None:
    source = service.source()
    assert service.upload(source, resume(), reference="a").status_code == 202
    assert "Already used!" in refused(service.upload(source, resume(), reference="a"))


def test_the_same_reference_in_another_source_is_fine(service: Running) -> None:
    assert service.parse(service.source(), resume(), reference="a").status_code == 201
    assert service.parse(service.source(), resume(), reference="a").status_code == 201


def test_the_same_file_twice_makes_two_profiles(service: Running) -> None:
    source = service.source()
    keys = {service.parse(source, resume()).json()["data"]["profile"]["key"] for _ in range(2)}
    assert len(keys) == 2


@pytest.mark.parametrize("reference", ["x" * 501, "a\0b", "a\nb"])
def test_a_reference_that_no_index_could_hold_is_refused(reference: str, service: Running) -> None:
    assert "reference" in refused(service.parse(service.source(), resume(), reference=reference))


# key


def test_the_key_of_a_profile_gives_it_new_content_and_makes_no_second_record(service: Running) -> None:
    source = service.source()
    first = service.parse(source, resume(".rtf"), reference="a", created_at="2020-01-01").json()["data"]["profile"]
    second = service.parse(source, BY_EXTENSION[".rtf"].parent.parent.joinpath("teacher/resume.rtf").read_bytes(), key=first["key"])
    profile = second.json()["data"]["profile"]
    assert (profile["key"], profile["id"], profile["reference"]) == (first["key"], first["id"], "a")
    assert profile["created_at"] == first["created_at"]
    assert profile["info"]["full_name"] != first["info"]["full_name"]
    listed = service.get("storing/profiles", source_keys=json.dumps([source.key])).json()
    assert listed["meta"]["total"] == 1
    assert service.http.get(first["attachments"][0]["public_url"]).status_code == 404


def test_a_key_may_come_with_its_own_reference_but_not_with_that_of_another(service: Running) -> None:
    source = service.source()
    key = service.parse(source, resume(), reference="a").json()["data"]["profile"]["key"]
    service.parse(source, resume(), reference="b")
    assert service.parse(source, resume(), key=key, reference="a").status_code == 201
    assert "Already used!" in refused(service.parse(source, resume(), key=key, reference="b"))
    assert service.parse(source, resume(), key=key, reference="c").json()["data"]["profile"]["reference"] == "c"


def test_an_unknown_key_is_refused(service: Running) -> None:
    source, other = service.source(), service.source()
    key = service.parse(other, resume()).json()["data"]["profile"]["key"]
    for unknown in ("0" * 40, key, "x", "'"):
        assert refused(service.parse(source, resume(), key=unknown)) == "Invalid parameters. Unable to find object: profile"


# source


@pytest.mark.parametrize("key", ["", "0" * 40, "x", "a\0b"])
def test_an_unknown_or_missing_source_has_invalid_source_fields(key: str, service: Running) -> None:
    assert refused(service.upload(key, resume())) == "Invalid source fields"


def test_a_form_without_a_source_has_invalid_source_fields(service: Running) -> None:
    response = service.http.post(FILE, headers=service.headers, files={"file": ("a.rtf", resume())})
    assert refused(response) == "Invalid source fields"


# authorisation


@pytest.mark.parametrize("key", ["", "42", "ask_" + "0" * 32, "askw_" + "F" * 32, "askr_" + "0" * 31, "ask_" + "é" * 32])
def test_an_invalid_key_is_named_in_the_refusal(key: str, service: Running) -> None:
    headers = {"X-API-KEY": key.encode(), "X-USER-EMAIL": b"a@example.org"}
    response = service.http.post(FILE, headers=headers, files={"file": ("a.rtf", resume())})
    message = refused(response, 401)
    assert message == f"Unauthorized. Invalid secret key: {key.encode().decode('latin-1')} for permission: write"


def test_a_missing_key_is_refused(service: Running) -> None:
    response = service.http.post(FILE, headers={"X-USER-EMAIL": "a@example.org"}, files={"file": ("a.rtf", resume())})
    assert refused(response, 401) == "Unauthorized. Invalid secret key:  for permission: write"


def test_a_read_only_key_may_not_write(service: Running) -> None:
    key = service.key("read")
    headers = {"X-API-KEY": key, "X-USER-EMAIL": "a@example.org"}
    response = service.http.post(FILE, headers=headers, files={"file": ("a.rtf", resume())})
    assert refused(response, 401) == f"Unauthorized. Invalid secret key: {key} for permission: write"


def test_a_write_only_key_may_not_read(service: Running) -> None:
    key = service.key("write")
    response = service.http.get("/v1/sources", headers={"X-API-KEY": key, "X-USER-EMAIL": "a@example.org"})
    assert refused(response, 401) == f"Unauthorized. Invalid secret key: {key} for permission: read"


def test_the_e_mail_is_required(service: Running) -> None:
    headers = {"X-API-KEY": service.key()}
    assert "X-USER-EMAIL" in refused(service.http.post(FILE, headers=headers, files={"file": ("a.rtf", resume())}), 401)
    assert "X-USER-EMAIL" in refused(service.http.get("/v1/auth", headers=headers), 401)


def test_the_key_is_checked_before_the_body_is_read(service: Running) -> None:
    response = service.http.post(FILE, content=b"no form at all", headers={"Content-Type": "multipart/form-data; boundary=x"})
    refused(response, 401)


# the file


@pytest.mark.parametrize(
    "case", ["pdf-empty", "pdf-encrypted", "pdf-noise", "docx-encrypted", "odt-truncated", "docx-zip-bomb", "ppt-empty", "html-named-txt"]
)
def test_a_file_that_cannot_be_parsed_is_refused_with_a_clear_sentence(case: str, service: Running) -> None:
    source = service.source()
    name, data = broken(case)
    message = refused(service.parse(source, data, name))
    assert len(message) > 20
    assert message.endswith(".")
    assert service.get("storing/profiles", source_keys=json.dumps([source.key])).json()["meta"]["total"] == 0


@pytest.mark.parametrize(("name", "data"), [("a.pdf", b""), ("a.txt", b"just text"), ("a.xyz", b"\0\1\2"), ("a.pdf", b"no pdf")])
def test_a_file_of_no_known_format_is_refused_at_once(name: str, data: bytes, service: Running) -> None:
    assert "file" in refused(service.upload(service.source(), data, name)).lower()


def test_a_form_without_a_file_is_refused(service: Running) -> None:
    response = service.http.post(FILE, headers=service.headers, data={"source_key": service.source().key})
    assert "file" in refused(response)


def test_a_text_field_named_file_is_no_file(service: Running) -> None:
    response = service.http.post(FILE, headers=service.headers, data={"source_key": service.source().key, "file": "text"})
    assert "file" in refused(response)


@pytest.mark.parametrize(
    "name", ["resume.PDF", "resume.docx", "resume", "résumé ☃.pdf", "../../etc/passwd", "a" * 300 + ".pdf", "a\tb.pdf"]
)
def test_content_wins_over_the_name(name: str, service: Running) -> None:
    parsing = service.parse(service.source(), resume(".pdf"), name).json()["data"]["parsing"]
    assert "Harriet" in parsing["text"]
    assert "/" not in parsing["file_name"]


def test_content_wins_over_the_declared_type(service: Running) -> None:
    source = service.source()
    for name in ("content_type", "profile_content_type"):
        assert service.parse(source, resume(".docx"), "resume.pdf", **{name: "image/png"}).status_code == 201
    files = {"file": ("resume.pdf", resume(".docx"), "application/pdf")}
    response = service.http.post(FILE, headers=service.headers, data={"source_key": source.key, "sync_parsing": "1"}, files=files)
    assert response.json()["data"]["profile"]["attachments"][0]["extension"] == ".docx"


def raw_form(service: Running, *parts: bytes) -> httpx.Response:
    """The answer to a form written by hand."""
    body = b"".join(b"--X\r\nContent-Disposition: form-data; " + part + b"\r\n" for part in parts) + b"--X--\r\n"
    return service.http.post(FILE, headers=service.headers | {"Content-Type": "multipart/form-data; boundary=X"}, content=body)


def test_a_file_name_may_be_raw_utf_8(service: Running) -> None:
    fields = (b'name="source_key"\r\n\r\n' + service.source().key.encode(), b'name="sync_parsing"\r\n\r\n1')
    response = raw_form(service, *fields, 'name="file"; filename="Lebenslauf Jürgen Groß.rtf"\r\n\r\n'.encode() + resume())
    assert response.json()["data"]["parsing"]["file_name"] == "Lebenslauf Jürgen Groß.rtf"


def test_the_first_of_two_files_and_of_two_fields_wins(service: Running) -> None:
    source = service.source()
    response = raw_form(
        service,
        b'name="source_key"\r\n\r\n' + source.key.encode(),
        b'name="source_key"\r\n\r\nother',
        b'name="sync_parsing"\r\n\r\n1',
        b'name="sync_parsing"\r\n\r\n0',
        b'name="file"; filename="first.rtf"\r\n\r\n' + resume(),
        b'name="file"; filename="second.pdf"\r\n\r\n' + resume(".pdf"),
    )
    assert response.json()["data"]["parsing"]["file_name"] == "first.rtf"


def test_a_chunked_body_is_read(service: Running) -> None:
    request = service.http.build_request(
        "POST",
        FILE,
        headers=service.headers,
        data={"source_key": service.source().key, "sync_parsing": "1"},
        files={"file": ("a", resume())},
    )
    body, content_type = request.read(), request.headers["Content-Type"]
    chunks = (body[at : at + 1000] for at in range(0, len(body), 1000))
    response = service.http.post(FILE, content=chunks, headers=service.headers | {"Content-Type": content_type})
    assert response.status_code == 201


@pytest.mark.parametrize("body", [b"", b"--X", b"--X\r\n\r\n", b"--X\r\nContent-Disposition: form-data\r\n\r\nx\r\n--X--", b"x" * 1000])
def test_a_body_that_is_no_form_is_refused(body: bytes, service: Running) -> None:
    response = service.http.post(FILE, content=body, headers=service.headers | {"Content-Type": "multipart/form-data; boundary=X"})
    refused(response)


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", "multipart/form-data", ""])
def test_another_content_type_is_refused(content_type: str, service: Running) -> None:
    refused(service.http.post(FILE, content=b"{}", headers=service.headers | {"Content-Type": content_type}))


def test_a_body_above_the_limit_is_refused_before_it_is_read(service: Running) -> None:
    head = f"POST {FILE} HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000\r\n"
    with socket.create_connection(("127.0.0.1", service.port), timeout=10) as connection:
        connection.sendall(f"{head}\r\n".encode())
        assert connection.recv(1000).startswith(b"HTTP/1.1 413 ")


def test_a_chunked_body_above_the_limit_is_refused(service: Running) -> None:
    head = b'--X\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    chunks = (head if at == 0 else bytes(1_000_000) for at in range(60))
    headers = service.headers | {"Content-Type": "multipart/form-data; boundary=X"}
    with suppress(httpx.WriteError):  # the answer came and the connection closed while we were still sending
        refused(service.http.post(FILE, content=chunks, headers=headers), 413)


# objects


def test_the_attachments_are_the_original_and_the_resume(service: Running) -> None:
    data = resume(".pdf")
    profile = service.parse(service.source(), data).json()["data"]["profile"]
    assert [row["type"] for row in profile["attachments"]] == ["original", "resume"]
    for row in profile["attachments"]:
        assert (row["file_size"], row["extension"]) == (len(data), ".pdf")
        response = service.http.get(row["public_url"])
        assert response.content == data
        assert response.headers["content-type"] == "application/pdf"
        assert response.headers["content-disposition"].startswith("attachment")


def test_the_source_stands_in_the_profile(service: Running) -> None:
    source = service.source()
    profile = service.parse(source, resume()).json()["data"]["profile"]
    assert profile["source_key"] == profile["source"]["key"] == source.key
    assert all(isinstance(profile["source"][name], str) for name in ("name", "type", "subtype", "environment"))


def test_the_same_file_gives_the_same_objects_but_for_keys_and_dates(service: Running) -> None:
    source = service.source()
    first, second = (service.parse(source, resume(".pdf")).json()["data"]["parsing"] for _ in range(2))
    assert first | {"key": ""} == second | {"key": ""}
    assert re.fullmatch(r"[0-9a-f]{40}", first["key"])
