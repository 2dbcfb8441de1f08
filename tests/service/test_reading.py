"""Retrieval: parsing, indexing, attachments, archive, auth, sources, stored and found profiles."""

from __future__ import annotations

import json
from typing import cast

import pytest

from resume_parser.schema.parsing import Parsing
from resume_parser.schema.profile import Profile
from resume_parser.service.storage.tables import Source
from tests.extractors.test_rtf import photograph
from tests.service.files import FIXTURES, resume
from tests.service.running import Running
from tests.service.test_uploading import refused

NOT_FOUND = "Invalid parameters. Unable to find object: profile"
TEACHER = FIXTURES / "en" / "teacher" / "resume.rtf"
Row = dict[str, object]


def parsed(service: Running, source: Source, **fields: str) -> Row:
    """The profile of a synchronous upload that is indexed."""
    answer = service.parse(source, fields.pop("data", "").encode() or resume(), sync_parsing_indexing="1", **fields)
    return cast(Row, answer.json()["data"]["profile"])


def note(text: str) -> str:
    """A small resume with a text of its own."""
    return rf"{{\rtf1 Ada Marlowe\par ada@example.org\par {text}\par}}"


def search(service: Running, source: Source, **filters: str | int) -> list[object]:
    """The keys that a search finds."""
    answer = service.get("profiles/searching", source_keys=json.dumps([source.key]), **filters).json()
    assert answer["code"] == 200, answer
    return [profile["key"] for profile in answer["data"]["profiles"]]


def listed(service: Running, source: Source, **filters: str | int) -> list[object]:
    """The keys of the stored profiles."""
    return [row["key"] for row in service.get("storing/profiles", source_keys=json.dumps([source.key]), **filters).json()["data"]]


# one profile


def test_parsing_and_profile_are_found_by_key_and_by_reference(service: Running) -> None:
    source = service.source()
    profile = parsed(service, source, reference="r 1/ü")
    for which in ({"key": profile["key"]}, {"reference": "r 1/ü"}):
        parsing = service.get("profile/parsing", source_key=source.key, **which)  # type: ignore[arg-type]
        assert (parsing.status_code, parsing.json()["message"]) == (200, "Profile parsing")
        assert Parsing.model_validate(parsing.json()["data"]).key == profile["key"]
        whole = service.get("profile/indexing", source_key=source.key, **which)  # type: ignore[arg-type]
        assert (whole.status_code, whole.json()["message"]) == (200, "Profile details")
        assert whole.json()["data"] == profile
        files = service.get("profile/indexing/attachments", source_key=source.key, **which).json()  # type: ignore[arg-type]
        assert files["data"] == profile["attachments"]


@pytest.mark.parametrize("path", ["profile/parsing", "profile/indexing", "profile/indexing/attachments"])
def test_an_unknown_profile_is_an_error_without_data(path: str, service: Running) -> None:
    source, other = service.source(), service.source()
    key = str(parsed(service, other, reference="elsewhere")["key"])
    for which in ({"key": "0" * 40}, {"key": key}, {"reference": "elsewhere"}, {"reference": "none"}):
        assert refused(service.get(path, source_key=source.key, **which)) == NOT_FOUND
    assert refused(service.get(path, source_key="0" * 40, key=key)) == "Invalid parameters. Unable to find object: source"
    assert "key or reference" in refused(service.get(path, source_key=source.key))
    assert "source_key" in refused(service.get(path, key=key))


def test_a_profile_that_is_not_parsed_yet_is_not_found(service: Running) -> None:
    source = service.source()
    broken_file = b"%PDF-1.4\nnot really"
    assert service.upload(source, broken_file, reference="r").status_code == 202
    assert refused(service.get("profile/indexing", source_key=source.key, reference="r")) == NOT_FOUND


def test_an_archived_profile_is_kept_and_not_found_by_searches(service: Running) -> None:
    source = service.source()
    key = str(parsed(service, source)["key"])
    archiving = {"source_key": source.key, "key": key, "is_archive": 1}
    answer = service.http.patch("/v1/profile/indexing/archive", json=archiving, headers=service.headers)
    assert (answer.status_code, answer.json()["data"]) == (200, {"key": key})
    profile = service.get("profile/indexing", source_key=source.key, key=key).json()["data"]
    Profile.model_validate(profile)
    assert profile["archive"] == profile["archived_at"] is not None
    assert search(service, source) == []
    assert listed(service, source) == [key]
    service.http.patch("/v1/profile/indexing/archive", json=archiving | {"is_archive": 0}, headers=service.headers)
    assert search(service, source) == [key]
    profile = service.get("profile/indexing", source_key=source.key, key=key).json()["data"]
    assert profile["archive"] is profile["archived_at"] is None


@pytest.mark.parametrize("body", [{}, [], {"source_key": 1}, {"source_key": "x", "key": "y", "is_archive": 2}, "text"])
def test_a_bad_archive_request_is_refused(body: object, service: Running) -> None:
    refused(service.http.patch("/v1/profile/indexing/archive", json=body, headers=service.headers))


def test_a_key_is_needed_to_archive_that_may_write(service: Running) -> None:
    headers = {"X-API-KEY": service.key("read"), "X-USER-EMAIL": "a@example.org"}
    refused(service.http.patch("/v1/profile/indexing/archive", json={}, headers=headers), 401)


@pytest.mark.parametrize(
    "path", ["0" * 40 + "/original.pdf", "x/original.pdf", "../original.pdf", "{token}/secret.pdf", "{token}/picture.jpg"]
)
def test_only_the_files_of_a_profile_have_links(path: str, service: Running) -> None:
    link = cast(list[dict[str, str]], parsed(service, service.source())["attachments"])[0]["public_url"]
    token = link.split("/")[-2]
    assert service.http.get(f"/v1/attachments/{path.format(token=token)}").status_code == 404


def test_the_photograph_of_the_candidate_has_a_link(service: Running) -> None:
    jpeg = photograph("JPEG")
    data = rf"{{\rtf1 Ada Marlowe\par ada@example.org\par {{\pict\picwgoal1600\pichgoal2000\jpegblip {jpeg.hex()}}}}}".encode()
    objects = service.parse(service.source(), data).json()["data"]
    assert objects["profile"]["info"]["picture"] == objects["parsing"]["picture"]
    picture = service.http.get(objects["parsing"]["picture"])
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/jpeg")
    assert picture.content == jpeg


# access and sources


@pytest.mark.parametrize("permission", ["read", "write", "all"])
def test_auth_says_what_a_key_may_do(permission: str, service: Running) -> None:
    headers = {"X-API-KEY": service.key(permission), "X-USER-EMAIL": "a@example.org"}
    answer = service.http.get("/v1/auth", headers=headers).json()
    assert (answer["code"], answer["data"]["api_key_permission"]) == (200, permission)


def test_a_source_is_found_by_its_key_and_in_the_list(service: Running) -> None:
    source = service.source()
    answer = service.get("source", key=source.key).json()
    assert (answer["code"], answer["data"]["name"]) == (200, source.name)
    many = service.get("sources", name=source.name).json()
    assert many["data"] == [answer["data"]]
    assert many["meta"] == {"page": 1, "maxPage": 1, "count": 1, "total": 1}
    assert refused(service.get("source", key="0" * 40)) == "Invalid parameters. Unable to find object: source"


# lists


def test_a_list_of_stored_profiles_has_pages(service: Running) -> None:
    source = service.source()
    keys = [parsed(service, source, created_at=f"2020-01-0{day}")["key"] for day in (1, 2, 3)]
    pages = [service.get("storing/profiles", source_keys=json.dumps([source.key]), limit=2, page=page).json() for page in (1, 2, 3)]
    assert [page["meta"] for page in pages] == [
        {"page": at, "maxPage": 2, "count": count, "total": 3} for at, count in ((1, 2), (2, 1), (3, 0))
    ]
    assert [row["key"] for page in pages for row in page["data"]] == keys[::-1]
    assert listed(service, source, order_by="asc") == keys
    assert listed(service, source, created_at_min="2020-01-02", created_at_max="2020-01-02") == [keys[1]]


def test_a_list_gives_rows_or_whole_profiles(service: Running) -> None:
    source = service.source()
    profile = parsed(service, source, reference="r")
    (row,) = service.get("storing/profiles", source_keys=json.dumps([source.key])).json()["data"]
    assert set(row) == {"id", "key", "reference", "source_key", "created_at", "updated_at", "archived_at"}
    (whole,) = service.get("storing/profiles", source_keys=json.dumps([source.key]), return_profile="True").json()["data"]
    assert whole == profile


def test_an_empty_list_has_one_page(service: Running) -> None:
    answer = service.get("storing/profiles", source_keys=json.dumps([service.source().key])).json()
    assert (answer["meta"], answer["data"]) == ({"page": 1, "maxPage": 1, "count": 0, "total": 0}, [])


@pytest.mark.parametrize("path", ["storing/profiles", "profiles/searching"])
@pytest.mark.parametrize(
    "bad",
    [
        {"source_keys": "[]"},
        {"source_keys": "{"},
        {"source_keys": "[1]"},
        {"source_keys": json.dumps(["0" * 40])},
        {"page": 0},
        {"limit": 0},
        {"limit": 1001},
        {"page": "x"},
        {"order_by": "up"},
        {"sort_by": "scoring"},
        {"created_at_min": "x"},
        {"stage": "new"},
        {"name": "\0"},
    ],
)
def test_a_list_refuses_what_it_does_not_understand(path: str, bad: dict[str, str | int], service: Running) -> None:
    refused(service.get(path, **({"source_keys": json.dumps([service.source().key])} | bad)))


# searching


def test_a_search_finds_profiles_by_words(service: Running) -> None:
    source = service.source()
    first = parsed(service, source, data=note("Infirmiere, Lyon Hospital"))["key"]
    second = parsed(service, source, data=note("Teacher, Lyon School"))["key"]
    assert search(service, source, text_keywords="LYÓN") == [second, first]
    assert search(service, source, text_keywords='["lyon", "hospital"]') == [first]
    assert search(service, source, text_keywords='["nowhere"]') == []
    assert search(service, source, text_keywords="[]") == [second, first]


def test_a_search_finds_profiles_by_name_reference_tags_and_dates(service: Running) -> None:
    source = service.source()
    tags = json.dumps([{"name": "active", "value": True}, {"name": "level", "value": 3}])
    first = parsed(service, source, data=note("x"), reference="a", tags=tags, created_at="2020-01-01")["key"]
    second = parsed(service, source, data=TEACHER.read_text(encoding="latin-1"), created_at="2021-01-01")["key"]
    assert search(service, source, name="marlowe") == [first]
    assert search(service, source, reference="a") == [first]
    assert search(service, source, tags_included='[{"name": "active", "value": true}, {"name": "level", "value": 3}]') == [first]
    assert search(service, source, tags_included='[{"name": "active", "value": false}]') == []
    assert search(service, source, created_at_min="2020-06-01") == [second]
    assert search(service, source, order_by="asc") == [first, second]


def test_a_search_finds_nothing_of_other_sources(service: Running) -> None:
    parsed(service, service.source())
    assert search(service, service.source()) == []


def test_a_profile_is_indexed_only_where_the_caller_or_the_queue_does_it(service: Running) -> None:
    source = service.source()
    service.parse(source, resume())
    assert search(service, source) == []
    service.upload(source, resume(), reference="queued")
    key = service.wait_for_profile(source, reference="queued").json()["data"]["key"]
    assert search(service, source) == [key]


def test_new_content_replaces_the_words_of_a_profile(service: Running) -> None:
    source = service.source()
    key = str(parsed(service, source, data=note("Welder"))["key"])
    parsed(service, source, data=note("Florist"), key=key)
    assert search(service, source, text_keywords="welder") == []
    assert search(service, source, text_keywords="florist") == [key]


def test_new_content_that_is_not_indexed_is_not_found_by_the_old_words(service: Running) -> None:
    source = service.source()
    key = str(parsed(service, source, data=note("Welder"))["key"])
    service.parse(source, note("Florist").encode(), key=key)
    assert search(service, source) == []


@pytest.mark.parametrize("value", ["[1]", "[[]]", "{", '[{"value": 1}]', '{"name": "a"}'])
def test_a_search_refuses_filters_that_are_no_tags(value: str, service: Running) -> None:
    refused(service.get("profiles/searching", source_keys=json.dumps([service.source().key]), tags_included=value))


# operation


def test_health_readiness_and_metrics(service: Running) -> None:
    parsed(service, service.source())
    assert service.http.get("/health").json() == {"code": 200, "message": "up"}
    assert service.http.get("/ready").json() == {"code": 200, "message": "ready"}
    metrics = service.http.get("/metrics").text
    assert 'resume_parser_requests_total{method="POST",route="/v1/profile/parsing/file",status="201"}' in metrics
    assert 'resume_parser_parses_total{outcome="parsed"}' in metrics
    assert 'resume_parser_uploads{state="queued"}' in metrics


def test_unknown_paths_and_methods_are_errors_of_the_same_form(service: Running) -> None:
    refused(service.http.get("/v1/unknown"), 404)
    refused(service.http.delete("/v1/sources"), 405)


def test_answers_keep_browsers_careful(service: Running) -> None:
    for response in (service.http.get("/health"), service.http.get("/v1/sources"), service.http.get("/nowhere")):
        assert response.headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in response.headers["content-security-policy"]
        assert response.headers["cache-control"] == "no-store"
        assert "server" not in response.headers


def test_no_log_line_holds_text_of_a_resume_or_a_key(service: Running) -> None:
    parsed(service, service.source(), data=note("Quixotic"), reference="secret-reference")
    log = service.log.read_text(encoding="utf-8")
    lines = [json.loads(line) for line in log.splitlines()]
    assert {"request", "worker_started"} <= {line["event"] for line in lines}
    for secret in ("Quixotic", "Marlowe", "ada@example.org", "secret-reference", service.headers["X-API-KEY"]):
        assert secret not in log
