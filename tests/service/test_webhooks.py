"""Webhooks: when they are sent, what they say, how they are signed, where they may go, how they are sent again."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from resume_parser.service.context import Service
from resume_parser.service.settings import Settings
from resume_parser.service.storage.tables import DELIVERED, GIVEN_UP, PENDING, Event, Source
from resume_parser.service.webhooks import delivery
from resume_parser.service.webhooks.signing import SIGNATURE_HEADER, signature
from resume_parser.service.webhooks.targets import TargetError, find_target, is_public
from tests.service.files import broken, resume
from tests.service.running import Receiver, Running, wait_for
from tests.service.test_storage import NOW, source


def test_an_event_says_which_profile_was_parsed(service: Running, receiver: Receiver) -> None:
    owner = service.source(webhook=receiver.url)
    service.upload(owner, resume(), reference="r")
    wait_for(lambda: receiver.events)
    profile = service.wait_for_profile(owner, reference="r").json()["data"]
    headers, body = receiver.events[0]
    event = json.loads(body)
    assert set(event) == {"type", "origin", "message", "profile"}
    assert (event["type"], event["origin"]) == ("profile.parsing.success", "api")
    assert {name: profile[name] for name in event["profile"]} == event["profile"]
    assert headers["Content-Type"] == "application/json"
    assert body.isascii()
    assert headers[SIGNATURE_HEADER] == signature(body.decode(), owner.webhook_secret)
    assert urlsafe_b64decode(headers[SIGNATURE_HEADER].split(".")[1]) == body


@pytest.mark.parametrize("case", ["pdf-encrypted", "pdf-truncated", "docx-truncated", "rtf-empty", "odt-without-content"])
def test_a_queued_file_always_ends_in_a_success_or_an_error(case: str, service: Running, receiver: Receiver) -> None:
    owner = service.source(webhook=receiver.url)
    name, data = broken(case)
    response = service.upload(owner, data, name, reference="r")
    if response.status_code == 400:  # known to be bad at once
        return
    wait_for(lambda: receiver.events)
    (event,) = receiver.bodies()
    assert event["type"] in ("profile.parsing.success", "profile.parsing.error")
    assert event["profile"]["reference"] == "r"  # type: ignore[index]


def test_a_failed_upload_frees_its_reference(service: Running, receiver: Receiver) -> None:
    owner = service.source(webhook=receiver.url)
    service.upload(owner, broken("pdf-encrypted")[1], reference="r")
    wait_for(lambda: receiver.events)
    assert receiver.bodies()[0]["type"] == "profile.parsing.error"
    assert service.parse(owner, resume(), reference="r").status_code == 201


def test_a_key_that_is_parsed_again_gives_an_update(service: Running, receiver: Receiver) -> None:
    owner = service.source(webhook=receiver.url)
    key = service.parse(owner, resume()).json()["data"]["profile"]["key"]
    service.upload(owner, resume(".pdf"), key=key)
    wait_for(lambda: receiver.events)
    (event,) = receiver.bodies()
    assert (event["type"], event["profile"]["key"]) == ("profile.parsing.update", key)  # type: ignore[index]


def test_a_failed_update_leaves_the_profile_as_it_was(service: Running, receiver: Receiver) -> None:
    owner = service.source(webhook=receiver.url)
    profile = service.parse(owner, resume()).json()["data"]["profile"]
    service.upload(owner, broken("pdf-encrypted")[1], key=profile["key"])
    wait_for(lambda: receiver.events)
    assert receiver.bodies()[0]["type"] == "profile.parsing.error"
    assert service.get("profile/indexing", source_key=owner.key, key=profile["key"]).json()["data"] == profile
    assert service.http.get(profile["attachments"][0]["public_url"]).content == resume()


def test_a_synchronous_upload_is_told_only_when_asked(service: Running, receiver: Receiver) -> None:
    owner = service.source(webhook=receiver.url)
    service.parse(owner, resume(), reference="untold")
    service.parse(owner, resume(), reference="told", webhook_parsing_sending="1")
    service.parse(owner, broken("pdf-encrypted")[1], reference="refused", webhook_parsing_sending="1")
    wait_for(lambda: len(receiver.events) == 2)
    told = {event["profile"]["reference"]: event["type"] for event in receiver.bodies()}  # type: ignore[index]
    assert told == {"told": "profile.parsing.success", "refused": "profile.parsing.error"}


def test_the_notification_comes_once_and_before_the_profile_is_indexed(service: Running, receiver: Receiver) -> None:
    owner = service.source(webhook=receiver.url)
    seen: list[tuple[int, int]] = []

    def look() -> None:
        parsed = service.get("profile/parsing", source_key=owner.key, reference="r").status_code
        found = service.get("profiles/searching", source_keys=json.dumps([owner.key])).json()["meta"]["total"]
        seen.append((parsed, found))

    receiver.on_event = look
    service.upload(owner, resume(), reference="r", webhook_parsing_sending="1")
    wait_for(lambda: service.get("profiles/searching", source_keys=json.dumps([owner.key])).json()["meta"]["total"] == 1)
    assert seen == [(200, 0)]


def test_a_target_that_is_down_gets_the_event_when_it_is_back(service: Running) -> None:
    receiver = Receiver(status=500)
    with receiver.open():
        owner = service.source(webhook=receiver.url)
        service.upload(owner, resume(), reference="r")
        wait_for(lambda: receiver.events)
        key = service.wait_for_profile(owner, reference="r").json()["data"]["key"]
        wait_for(lambda: service.get("profiles/searching", source_keys=json.dumps([owner.key])).json()["meta"]["total"] == 1)
    receiver.status, receiver.events = 200, []
    with receiver.open():
        wait_for(lambda: receiver.events)
    assert receiver.bodies()[0]["profile"]["key"] == key  # type: ignore[index]


# one delivery, without a running service


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Service]:
    made = Service(Settings(home=tmp_path, allow_private_webhooks=True, webhook_seconds=0.5, webhook_backoff_seconds=8))
    made.database.migrate()
    yield made
    made.close()


def add_event(service: Service, url: str) -> int:
    with service.database.write() as session:
        owner: Source = source()
        owner.webhook_url = url
        row = Event(source=owner, payload="{}", state=PENDING, next_at=NOW, created_at=NOW)
        session.add(row)
    return row.id


def event_of(service: Service, number: int) -> Event:
    with service.database.read() as session:
        return session.get_one(Event, number)


def test_an_event_is_delivered_once(alone: Service, receiver: Receiver) -> None:
    number = add_event(alone, receiver.url)
    delivery.deliver(alone, number)
    delivery.deliver(alone, number)
    assert len(receiver.events) == 1
    assert event_of(alone, number).state == DELIVERED


@pytest.mark.parametrize("status", [199 + 101, 404, 500])
def test_a_failed_attempt_is_made_again_later_and_later(status: int, alone: Service, receiver: Receiver) -> None:
    receiver.status = status
    number = add_event(alone, receiver.url)
    waits = []
    for _ in range(3):
        delivery.deliver(alone, number)
        event = event_of(alone, number)
        waits.append((event.next_at - delivery.now()).total_seconds())
        with alone.database.write() as session:
            session.get_one(Event, number).next_at = NOW
    assert len(receiver.events) == 3
    assert event_of(alone, number).state == PENDING
    assert 5 < waits[0] < 10 < waits[1] < 20 < waits[2] < 40


def test_an_event_is_given_up_after_the_last_attempt(alone: Service, receiver: Receiver) -> None:
    receiver.status = 500
    number = add_event(alone, receiver.url)
    with alone.database.write() as session:
        session.get_one(Event, number).attempts = delivery.MAX_ATTEMPTS - 1
    delivery.deliver(alone, number)
    assert event_of(alone, number).state == GIVEN_UP


def test_a_redirect_is_not_followed(alone: Service, receiver: Receiver) -> None:
    receiver.status = 302
    number = add_event(alone, receiver.url)
    delivery.deliver(alone, number)
    assert len(receiver.events) == 1
    assert event_of(alone, number).state == PENDING


def test_private_targets_are_refused_unless_allowed(tmp_path: Path, receiver: Receiver) -> None:
    strict = Service(Settings(home=tmp_path))
    strict.database.migrate()
    number = add_event(strict, receiver.url)
    delivery.deliver(strict, number)
    assert receiver.events == []
    with strict.database.read() as session:
        assert session.scalars(select(Event.state)).one() == PENDING
    strict.close()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://localhost:80/",
        "http://0.0.0.0/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fe80::1%25eth0]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://224.0.0.1/",
        "http://user@127.0.0.1/",
        "ftp://8.8.8.8/",
        "http:///x",
        "http://no-such-host.invalid/",
    ],
)
def test_what_is_not_on_the_public_internet_is_no_target(url: str) -> None:
    with pytest.raises(TargetError):
        find_target(url, allow_private=False)


def test_a_public_address_is_a_target() -> None:
    target = find_target("https://8.8.8.8:8443/hook?a=b", allow_private=False)
    assert (target.url, target.host, target.server_name) == ("https://8.8.8.8:8443/hook?a=b", "8.8.8.8:8443", "8.8.8.8")
    assert is_public("2001:4860:4860::8888")
    assert not is_public("2002:7f00:1::")


def test_the_request_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.getaddrinfo", lambda *_args, **_named: [(2, 1, 6, "", ("93.184.216.34", 443))])
    target = find_target("https://example.org/hook", allow_private=False)
    assert (target.url, target.host, target.server_name) == ("https://93.184.216.34/hook", "example.org", "example.org")


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_args, **_named: rows)
    with pytest.raises(TargetError, match="not a public address"):
        find_target("http://example.org/", allow_private=False)
