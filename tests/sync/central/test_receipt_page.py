"""The page behind the QR code, opened in a real browser: arrived, on its way, unknown, in four languages."""

from collections.abc import Callable, Iterator

import pytest
import requests
from playwright.sync_api import Page, sync_playwright

from kiosk.forum.chain import ChainedRecord
from kiosk.forum.receipts import receipt_number, receipt_token, receipt_url
from kiosk.forum.submissions import Submission, canonical_bytes
from sync.protocol.receipt_proofs import read_receipt_proof
from tests.browser import CHROMIUM_ARGUMENTS, chromium_path, follow
from tests.submissions import poll_submission
from tests.sync.central.conftest import Device, chained
from tests.sync.server import CentralProcess


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
        yield browser.new_page(locale="ko-KR", viewport={"width": 390, "height": 844})
        browser.close()


def _link(device: Device, submission: Submission) -> str:
    token = receipt_token(device.key, device.device_id, submission.receipt_id, submission.language)
    return receipt_url(device.url, token)


def _records(*submissions: Submission) -> list[ChainedRecord]:
    return chained([canonical_bytes(each) for each in submissions])


def test_a_receipt_is_on_its_way_before_the_upload_and_has_arrived_after_it(device: Device, page: Page) -> None:
    submission = poll_submission({"first": "security", "why": "비밀스러운 이유"})
    page.goto(_link(device, submission))
    assert page.locator("h1").inner_text() == "외교부로 가는 중이에요"
    assert receipt_number(submission.receipt_id) in page.inner_text("body")

    device.send(device.batch(_records(submission)))
    follow(page.get_by_text("다시 확인하기"))

    assert page.locator("h1").inner_text() == "외교부에 도착했어요"
    told = page.inner_text("main")
    assert receipt_number(submission.receipt_id) in told
    assert "무엇이 먼저일까요?" in told
    assert "한국 시각" in told
    assert "비밀스러운" not in page.content()
    with page.expect_download() as download:
        page.get_by_text("증명 파일 내려받기").click()
    # Whoever has the link may check, and reads nothing.
    proof = read_receipt_proof(download.value.path().read_bytes())
    assert (proof.receipt_id, proof.salt, proof.record) == (submission.receipt_id, None, None)


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("ko", "외교부에 도착했어요"),
        ("en", "It has arrived at the Ministry"),
        ("ja", "外交部に届きました"),
        ("zh", "已送达外交部"),
    ],
)
def test_the_page_speaks_the_visits_language_and_can_be_switched(
    device: Device, page: Page, language: str, heading: str
) -> None:
    submission = poll_submission(language=language)
    device.send(device.batch(_records(submission)))
    page.goto(_link(device, submission))
    assert (page.locator("html").get_attribute("lang"), page.locator("h1").inner_text()) == (language, heading)
    follow(page.get_by_role("link", name="English"))
    assert page.locator("h1").inner_text() == "It has arrived at the Ministry"
    follow(page.get_by_role("link", name="한국어"))
    assert page.locator("h1").inner_text() == "외교부에 도착했어요"


def test_a_link_that_no_kiosk_signed_is_unknown(device: Device, central: CentralProcess, page: Page) -> None:
    submission = poll_submission()
    stranger = Device(central.url, "stranger")
    forged = Device(central.url, "forged", device_id=device.device_id)
    real = _link(device, submission)
    for link in (
        _link(stranger, submission),
        _link(forged, submission),
        real[:-8],
        real + "A" * 300,
        central.url + "/r/%00%ff",
        central.url + "/r/x",
        central.url + "/r/",
        central.url + "/nothing/here",
    ):
        answer = page.goto(link)
        assert answer is not None
        assert (answer.status, page.locator("h1").inner_text()) == (404, "접수증을 찾을 수 없어요")


def test_a_kiosk_cannot_show_another_kiosks_record_as_its_own(new_device: Callable[[], Device], page: Page) -> None:
    one, other = new_device(), new_device()
    submission = poll_submission()
    one.send(one.batch(_records(submission)))
    page.goto(_link(other, submission))
    assert page.locator("h1").inner_text() == "외교부로 가는 중이에요"


@pytest.mark.parametrize("width", [320, 390, 768])
def test_the_page_fits_its_screen_and_runs_nothing(device: Device, page: Page, width: int) -> None:
    submission = poll_submission(language="en")
    page.set_viewport_size({"width": width, "height": 844})
    answer = page.goto(_link(device, submission))
    assert answer is not None
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert len(answer.body()) < 60_000
    assert b"<script" not in answer.body()
    headers = answer.headers
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert (headers["x-robots-tag"], headers["cache-control"]) == ("noindex, nofollow", "no-store")
    assert page.evaluate("getComputedStyle(document.querySelector('.action')).backgroundColor") == "rgb(37, 110, 244)"
    assert page.locator(".action").bounding_box()["height"] >= 44  # type: ignore[index]


def test_the_browsers_language_counts_where_the_link_says_none(central: CentralProcess) -> None:
    def told(accept: str) -> str:
        return requests.get(central.url + "/r/x", headers={"Accept-Language": accept}, timeout=30).text

    assert '<html lang="ja">' in told("fr;q=0.9, ja-JP;q=0.8")
    assert '<html lang="zh">' in told("zh-Hans-CN")
    assert '<html lang="ko">' in told("fr")
    assert '<html lang="en">' in requests.get(central.url + "/r/x?lang=en", timeout=30).text
    assert "<b>" not in requests.get(central.url + "/r/x?lang=<b>", timeout=30).text
