"""The web page in a real browser without a window: Chromium from Debian's packages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.service.files import NURSE, broken, resume
from tests.service.running import Running
from tests.service.test_uploading import refused

EXPLAINING = "/v1/profile/explaining"


@pytest.fixture
def page() -> Iterator[Page]:
    program = shutil.which("chromium")
    if program is None:
        message = "Chromium is not installed: apt-get install chromium"
        if os.environ.get("RESUME_PARSER_REQUIRE_SERVERS"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        opened = browser.new_page()
        opened.set_default_timeout(60_000)
        yield opened
        browser.close()


def test_a_dropped_file_is_shown_with_its_values_boxed_beside_the_profile(page: Page, service: Running) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(service.url)
    page.fill("#key", service.headers["X-API-KEY"])
    page.set_input_files("#file", NURSE / "resume.pdf")
    view = page.frame_locator("#view")
    expect(view.locator("h1")).to_have_text("Harriet Okonjo-Wells", timeout=60_000)
    picture = view.locator("figure.page img").first
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") > 500
    assert view.locator(".value").count() > 20
    view.get_by_role("button", name="Profile").click()  # the script of the view runs
    expect(view.locator("#tab-Profile")).to_be_visible()
    expect(view.locator("#tab-Profile")).to_contain_text('"full_name": "Harriet Okonjo-Wells"')
    assert complaints == []


def test_a_refusal_is_shown_in_its_words(page: Page, service: Running, tmp_path: Path) -> None:
    page.goto(service.url)
    page.fill("#key", "ask_wrong")
    page.set_input_files("#file", NURSE / "resume.pdf")
    expect(page.locator("#state.bad")).to_have_text("Unauthorized. Invalid secret key: ask_wrong for permission: write")
    page.fill("#key", service.headers["X-API-KEY"])
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"no pdf")
    page.set_input_files("#file", bad)
    expect(page.locator("#state.bad")).to_contain_text("Supported are", timeout=60_000)


def test_the_page_may_run_no_script_but_its_own(service: Running) -> None:
    policy = service.http.get("/").headers["content-security-policy"]
    assert "script-src 'self' 'sha256-" in policy
    assert "frame-ancestors 'none'" in policy
    assert service.http.get("/page/page.js").headers["content-type"].startswith("text/javascript")
    refused(service.http.get("/page/index.html"))


def test_explaining_gives_a_page_and_stores_nothing(service: Running) -> None:
    answer = service.http.post(EXPLAINING, headers=service.headers, files={"file": ("a.rtf", resume())})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["content-security-policy"].startswith("sandbox allow-scripts;")
    assert "Harriet" in answer.text


def test_explaining_refuses_what_cannot_be_parsed_and_who_may_not(service: Running) -> None:
    name, data = broken("pdf-encrypted")
    assert "password" in refused(service.http.post(EXPLAINING, headers=service.headers, files={"file": (name, data)}))
    refused(service.http.post(EXPLAINING, files={"file": ("a.rtf", resume())}), 401)
    refused(service.http.post(EXPLAINING, headers=service.headers, data={"file": "text"}))
