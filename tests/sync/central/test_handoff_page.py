"""A visit begun at the kiosk and finished on a phone, and a submission withdrawn there, in a real browser."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import requests
from playwright.sync_api import Page, sync_playwright
from sqlalchemy import select

from kiosk.forum.handoff import Handoff, handoff_of, handoff_url
from kiosk.forum.packs import Activity, Pack
from kiosk.forum.receipts import receipt_number, receipt_token
from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import Submission, canonical_bytes, submission_from_bytes
from kiosk.forum.visits import answered, begin_visit, change
from sync.central.central import opened_database
from sync.central.results.tally import tally
from sync.central.sealing_keys import handoff_key
from sync.central.settings import Settings
from sync.central.store import tables as t
from sync.central.store.database import Database
from tests.browser import CHROMIUM_ARGUMENTS, chromium_path
from tests.small_pack import small_pack
from tests.submissions import poll_submission
from tests.sync.central.conftest import Device, chained
from tests.sync.server import CentralProcess

PACK = small_pack()
POLL, SURVEY = PACK.activities


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
        opened = browser.new_page(locale="ko-KR", viewport={"width": 390, "height": 844})
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.on("console", lambda each: complaints.append(each.text) if "Content Security" in each.text else None)
        yield opened
        browser.close()
    assert complaints == []


@pytest.fixture(scope="module")
def database(central: CentralProcess) -> Iterator[Database]:
    home, url = Path(central.environment["FORUM_CENTRAL_HOME"]), central.environment.get("FORUM_DATABASE_URL")
    with opened_database(Settings(home=home, database_url=url)) as opened:
        yield opened


Hand = Callable[..., tuple[Handoff, str]]


@pytest.fixture
def hand(central: CentralProcess, device: Device) -> Hand:
    """Hand a visit over as the kiosk would: hand({question: answer}, activity) gives the handoff and its link."""
    key = handoff_key(Path(central.environment["FORUM_CENTRAL_HOME"])).public_key().public_bytes_raw()

    def over(
        answers: dict[str, Any], activity: Activity = POLL, pack: Pack = PACK, at: str | None = None
    ) -> tuple[Handoff, str]:
        visit = begin_visit(pack, activity, "ko")
        for question, value in answers.items():
            visit = answered(visit, question, value)
        handoff = handoff_of(visit if at is None else change(visit, at), {"age_band": "20-29"})
        return handoff, handoff_url(device.url, handoff, device.device_id, device.key, key)

    return over


def _stored(database: Database, receipt_id: str) -> list[Submission]:
    with database.reading() as connection:
        rows = connection.execute(select(t.record.c.payload).where(t.record.c.receipt_id == receipt_id)).scalars()
        return [submission_from_bytes(payload) for payload in rows]


def _post(url: str, fields: dict[str, Any], **headers: str) -> requests.Response:
    base, _, sealed = url.partition("#")
    return requests.post(
        f"{base}visit", data={"sealed": sealed, **fields}, headers=headers, allow_redirects=False, timeout=30
    )


def test_visit_is_finished_on_the_phone_as_it_was_left_at_the_kiosk(page: Page, hand: Hand, database: Database) -> None:
    handoff, url = hand({"first": "security", "why": "한반도"})
    page.goto(url)
    page.wait_for_selector("h1:has-text('무엇이 먼저일까요?')")
    assert page.locator("input[value=security]").is_checked()
    assert page.locator("[name='q.why']").input_value() == "한반도"

    page.locator("[name='q.why']").fill("한반도의 평화 <b>&amp;")
    page.get_by_text("제출하기").click()

    page.wait_for_selector("h1:has-text('외교부에 도착했어요')")
    assert receipt_number(handoff.receipt_id) in page.inner_text("main")
    (submission,) = _stored(database, handoff.receipt_id)
    assert (submission.channel, submission.language, submission.answers, dict(submission.about)) == (
        "phone",
        "ko",
        {"first": "security", "why": "한반도의 평화 <b>&amp;"},
        {"age_band": "20-29"},
    )
    today = seoul_day(datetime.now(UTC))
    assert {line.channel for line in tally(database, today, today, "phone")} == {"phone"}


def test_finishing_twice_is_one_submission_with_one_receipt(hand: Hand, database: Database) -> None:
    handoff, url = hand({"first": "economy"})
    answers = [_post(url, {"shown": "first", "q.first": choice}) for choice in ("economy", "culture")]
    assert [each.status_code for each in answers] == [303, 303]
    assert len({each.headers["location"] for each in answers}) == 1
    (submission,) = _stored(database, handoff.receipt_id)
    assert submission.answers == {"first": "economy"}


def test_what_keeps_a_visit_from_being_sent_is_listed_at_the_top_with_a_way_there(page: Page, hand: Hand) -> None:
    _, url = hand({"first": "security"})
    page.goto(url)
    page.wait_for_selector("form.visit")
    page.locator("[name='q.why']").fill("010-1234-5678")
    with page.expect_navigation():
        page.get_by_role("button", name="제출하기").click()
    told = page.get_by_role("alert")
    assert told.inner_text().split("\n")[0] == "아직 제출하지 않았어요. 아래를 확인해 주세요."
    told.get_by_role("link", name="왜요?").click()
    assert page.url.endswith("#q.why")
    assert "전화번호" in page.locator("fieldset[id='q.why'] .wrong").inner_text()
    assert page.locator("[name='q.why']").input_value() == "010-1234-5678"


def test_visit_opens_with_a_way_to_where_it_was_left(page: Page, hand: Hand) -> None:
    _, url = hand({"some": ["security"]}, SURVEY, at="order")
    page.goto(url)
    page.wait_for_selector("form.visit")
    page.get_by_role("link", name="멈추신 곳으로 바로 가기").click()
    assert "여기까지 하셨어요" in page.locator("fieldset:target").inner_text()


def test_link_without_its_fragment_says_what_to_do(page: Page, central: CentralProcess) -> None:
    page.goto(f"{central.url}/h/?lang=ko")
    assert "QR 코드를 다시 찍어 주세요" in page.inner_text("main")


def test_every_type_of_question_can_be_answered_without_a_script(hand: Hand, database: Database) -> None:
    handoff, url = hand({"stars": 2}, SURVEY)
    first = _post(url, {})
    assert first.status_code == 200
    shown = re.search(r'name="shown" value="([^"]*)"', first.text)
    assert shown is not None
    assert shown.group(1) == "some order trust stars visits views"
    done = _post(
        url,
        {
            "shown": shown.group(1),
            "q.some": ["security", "culture"],
            "q.order.1": "economy",
            "q.order.2": "",
            "q.order.3": "security",
            "q.trust": "0",
            "q.stars": "5",
            "q.visits": "3",
            "q.views.s1": "agree",
            "q.views.s2": "pass",
            "language": "en",
        },
    )
    assert done.status_code == 303, done.text
    (submission,) = _stored(database, handoff.receipt_id)
    assert submission.language == "en"
    assert submission.answers == {
        "some": ["security", "culture"],
        "order": ["economy", "security"],
        "trust": 0,
        "stars": 5,
        "visits": 3,
        "views": {"s1": "agree", "s2": "pass"},
    }


@pytest.mark.parametrize(
    ("activity", "fields", "told"),
    [
        (POLL, {"shown": "first"}, "꼭 답해 주세요."),
        (POLL, {"shown": "first", "q.first": "nothing-like-it"}, "답을 다시 확인해 주세요."),
        (POLL, {"shown": "first", "q.first": "security"}, "질문이 더 생겼어요"),
        (POLL, {"shown": "first why", "q.first": "security", "q.why": "010-1234-5678로 주세요"}, "꼭 필요하지 않으면"),
        (SURVEY, {"shown": "visits", "q.visits": "many"}, "답을 다시 확인해 주세요."),
        (SURVEY, {"shown": "visits", "q.visits": "nan"}, "답을 다시 확인해 주세요."),
        (SURVEY, {"shown": "visits", "q.visits": "1e999"}, "답을 다시 확인해 주세요."),
        (SURVEY, {"shown": "order", "q.order.1": "economy", "q.order.2": "economy"}, "답을 다시 확인해 주세요."),
    ],
)
def test_what_keeps_a_visit_from_being_submitted_is_told_and_nothing_is_lost(
    hand: Hand, database: Database, activity: Activity, fields: dict[str, str], told: str
) -> None:
    handoff, url = hand({}, activity)
    answer = _post(url, fields)
    assert (answer.status_code, told in answer.text) == (422, True)
    assert _stored(database, handoff.receipt_id) == []


def test_number_that_looks_personal_is_pointed_out_once(hand: Hand, database: Database) -> None:
    handoff, url = hand({})
    fields = {"shown": "first why", "q.first": "security", "q.why": "010-1234-5678로 주세요"}
    warned = _post(url, fields)
    assert 'name="warned" value="why"' in warned.text
    assert _post(url, {**fields, "warned": "why"}).status_code == 303
    assert len(_stored(database, handoff.receipt_id)) == 1


def test_link_that_is_not_ours_or_form_that_is_none_changes_nothing(
    hand: Hand, device: Device, database: Database, central: CentralProcess
) -> None:
    handoff, url = hand({"first": "economy"})
    fields = {"shown": "first", "q.first": "economy"}
    base, _, sealed = url.partition("#")
    flipped = sealed[:60] + str((int(sealed[60]) + 1) % 10) + sealed[61:]
    for wrong in (flipped, sealed[:-17], "", "0" * 400, "9" * 5000, "한글"):
        assert _post(f"{base}#{wrong}", fields).status_code == 400
    assert _post(url, fields, **{"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert _post(url, {**fields, "q.why": "가" * 50_000}).status_code == 413
    assert requests.post(f"{base}visit", json={"sealed": sealed}, timeout=30).status_code == 415
    assert requests.post(f"{base}visit", data=b"a=%FF", headers={"Content-Type": "application/x-www-form-urlencoded"},
                         timeout=30).status_code == 400  # fmt: skip
    newer = small_pack(version=7)
    assert _post(hand({"first": "economy"}, newer.activities[0], newer)[1], fields).status_code == 404
    assert _stored(database, handoff.receipt_id) == []


def test_form_can_be_switched_to_another_language_with_its_answers(page: Page, hand: Hand) -> None:
    _, url = hand({"first": "security"})
    page.goto(url)
    page.wait_for_selector("[name='q.why']")
    page.locator("[name='q.why']").fill("peace")
    page.get_by_role("button", name="English").click()
    page.wait_for_selector("button:has-text('Send')")
    assert page.locator("h1").inner_text() == "What comes first?"
    assert page.locator("[name='q.why']").input_value() == "peace"
    assert page.locator("html").get_attribute("lang") == "en"


def test_second_code_opens_in_the_same_tab(page: Page, hand: Hand) -> None:
    for activity, heading in ((POLL, "무엇이 먼저일까요?"), (SURVEY, "설문")):
        page.goto(hand({}, activity)[1])
        page.wait_for_selector(f"h1:has-text('{heading}')")


def test_page_without_a_fragment_says_what_to_do_and_sends_nothing(page: Page, device: Device) -> None:
    page.goto(f"{device.url}/h/")
    assert page.locator("h1").inner_text() == "이어서 열고 있어요"
    assert page.url == f"{device.url}/h/"


def test_submission_is_withdrawn_by_the_receipt_and_its_words_are_gone(
    page: Page, device: Device, database: Database
) -> None:
    submission = poll_submission({"first": "security", "why": "지울 말"})
    device.send(device.batch(chained([canonical_bytes(submission)])))
    token = receipt_token(device.key, device.device_id, submission.receipt_id, "ko")
    page.goto(f"{device.url}/r/{token}")
    page.get_by_text("제출 철회하기").click()
    assert page.locator("h1").inner_text() == "제출하신 내용을 철회할까요?"
    assert len(_stored(database, submission.receipt_id)) == 1

    page.get_by_role("button", name="철회하고 지우기").click()

    page.wait_for_selector("h1:has-text('철회되었어요')")
    with database.reading() as connection:
        row = connection.execute(select(t.record).where(t.record.c.receipt_id == submission.receipt_id)).one()
    assert (row.payload, row.salt, row.activity_id, row.day) == (None, None, None, None)
    assert row.commitment is not None
    page.goto(f"{device.url}/r/{token}")
    assert page.locator("h1").inner_text() == "철회되었어요"


def test_receipt_on_its_way_can_be_withdrawn_and_a_forged_or_foreign_request_withdraws_nothing(
    device: Device, database: Database
) -> None:
    submission = poll_submission()
    token = receipt_token(device.key, device.device_id, submission.receipt_id, "ko")
    url = f"{device.url}/r/{token}"
    foreign = requests.post(url, headers={"Sec-Fetch-Site": "cross-site"}, timeout=30, allow_redirects=False)
    assert foreign.status_code == 404
    assert requests.post(url[:-3] + "AAA", timeout=30, allow_redirects=False).status_code == 404
    assert "외교부로 가는 중이에요" in requests.get(url, timeout=30).text

    assert requests.post(url, timeout=30, allow_redirects=False).status_code == 303

    assert "철회되었어요" in requests.get(url, timeout=30).text
    device.send(device.batch(chained([canonical_bytes(submission)])))
    assert "철회되었어요" in requests.get(url, timeout=30).text
