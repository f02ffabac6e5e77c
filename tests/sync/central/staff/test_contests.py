"""Contests in a real Chromium, on both databases: rules, two rounds of a jury, a tie, awards; and no winner."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from kiosk.forum.packs import Pack, read_pack
from kiosk.forum.submissions import Submission, canonical_bytes
from sync.central.review.scoring import Criterion
from sync.central.staff.permissions import Role
from tests.browser import follow
from tests.sync.central.conftest import Device, chained
from tests.sync.central.staff.proposing import Person, add_person, submission_of, today
from tests.sync.central.staff.test_walk import SignIn, _is_sound
from tests.sync.central.staff.test_walk import browser as browser
from tests.sync.central.staff.test_walk import sign_in as sign_in
from tests.sync.server import CentralProcess

CRITERIA = [each.value for each in Criterion]
ENTRIES = ("평화 자전거길", "외교관 하루 체험", "여권 사진 안내")


def _closed() -> date:
    return today() - timedelta(days=2)


def _pack() -> Pack:
    def both(korean: str, english: str) -> dict[str, str]:
        return {"ko": korean, "en": english}

    def call(name: str, korean: str, english: str) -> dict[str, object]:
        question = {"id": "title", "type": "text", "max_length": 500, "label": both("제목", "Title")}
        opens, closes = str(_closed() - timedelta(days=30)), str(_closed())
        title = both(korean, english)
        return {"id": name, "kind": "call", "title": title, "opens": opens, "closes": closes, "questions": [question]}

    return read_pack(
        {
            "id": "contests",
            "version": 1,
            "languages": ["ko", "en"],
            "title": both("공모", "Contests"),
            "activities": [
                call("peace-idea", "공공외교 아이디어 공모", "Ideas for public diplomacy"),
                call("slogan", "표어 공모", "A slogan"),
            ],
        }
    )


def _entry(title: str, days_ago: int = 5) -> Submission:
    return replace(submission_of("peace-idea", days_ago=days_ago, title=title), pack_id="contests", pack_version=1)


@pytest.fixture
def announced(device: Device) -> Device:
    pack = _pack()
    with device.line() as line:
        line.send_pack(pack.id, pack.version, pack.canonical())
    entries = [*(_entry(title) for title in ENTRIES), _entry("늦은 응모", days_ago=0)]
    records = chained([canonical_bytes(each) for each in entries])
    assert device.send(device.batch(records)).status_code == 200
    return device


def _look(page: Page) -> None:
    """Hold a page against what a checker would find first, and in both languages against axe."""
    _is_sound(page)
    address = page.url.partition("?")[0]
    for language in ("en", "ko"):
        page.goto(f"{address}?lang={language}")
        assert Axe().run(page).response["violations"] == [], page.url


def _score(page: Page, title: str, mark: int) -> None:
    follow(page.get_by_role("link", name=title))
    for group in page.get_by_role("group").all():
        group.get_by_label(str(mark)).check()
    page.get_by_role("button", name="점수 저장").click()
    expect(page.get_by_role("status")).to_contain_text("점수를 저장했어요")


def _post_scores(page: Page, address: str, marks: dict[str, int]) -> None:
    """Score as the form does, without turning the pages."""
    page.goto(address)
    token = page.locator("input[name=token]").first.get_attribute("value") or ""
    for title, mark in marks.items():
        entry = page.get_by_role("link", name=title).get_attribute("href")
        form: dict[str, str | float | bool] = {"token": token, **dict.fromkeys(CRITERIA, str(mark))}
        assert page.request.post(f"{page.url.partition('/staff')[0]}{entry}", form=form).status == 200


def _begin(page: Page, button: str) -> None:
    page.get_by_label("lee").check()
    page.get_by_label("park").check()
    page.get_by_role("button", name=button).click()
    expect(page.get_by_role("status")).to_have_text("기록했어요.")


def test_a_contest_goes_from_its_rules_to_its_awards(
    central: CentralProcess, announced: Device, sign_in: SignIn, browser: Browser
) -> None:
    # The pages are the same on both databases: axe reads them on one.
    look = _is_sound if "FORUM_DATABASE_URL" in central.environment else _look
    kim = sign_in(add_person(central, "kim", Role.PUBLISHER))
    lee, park = (sign_in(_juror(central, name)) for name in ("lee", "park"))
    address = f"{central.url}/staff/contests/peace-idea"
    for _ in range(50):
        kim.goto(address)
        if kim.get_by_role("link", name=ENTRIES[0]).count():
            break
    assert kim.get_by_role("link", name="늦은 응모").count() == 0
    kim.get_by_label("결과 발표일").fill(str(_closed()))
    kim.get_by_role("button", name="규정 저장").click()
    expect(kim.get_by_role("alert")).to_contain_text("발표일은 마감 뒤여야")
    kim.get_by_label("결과 발표일").fill(str(today()))
    kim.get_by_label("2차 심사에 올릴 편수").fill("2")
    kim.get_by_role("button", name="규정 저장").click()
    expect(kim.get_by_role("status")).to_have_text("기록했어요.")
    look(kim)

    kim.get_by_label("lee").check()
    kim.get_by_role("button", name="1차 심사 시작").click()
    expect(kim.get_by_role("alert")).to_contain_text("두 명 이상")
    _begin(kim, "1차 심사 시작")
    lee.goto(address)
    _score(lee, ENTRIES[0], 5)
    look(lee)
    kim.goto(address)
    assert re.findall(r"\d / 3", kim.locator(".side .facts").first.inner_text()) == ["1 / 3", "0 / 3"]
    for juror in (lee, park):
        _post_scores(juror, address, dict(zip(ENTRIES, (5, 4, 2), strict=True)))
    kim.goto(address)
    expect(kim.get_by_text("2차에 오를 응모작 2건")).to_be_visible()
    expect(kim.get_by_label("park")).to_be_checked()
    _begin(kim, "2차 심사 시작")
    assert kim.get_by_role("columnheader", name="순위").count() == 0
    for juror in (lee, park):
        _post_scores(juror, address, dict.fromkeys(ENTRIES[:2], 5))

    kim.goto(address)
    expect(kim.get_by_role("heading", name="최우수상: 점수가 같아요")).to_be_visible()
    look(kim)
    kim.get_by_label(ENTRIES[0]).select_option("2")
    kim.get_by_label(ENTRIES[1]).select_option("1")
    kim.get_by_label("사유").fill("더 널리 쓰여요")
    follow(kim.get_by_role("button", name="순서 저장"))
    kim.get_by_role("button", name="수상작 확정").click()
    expect(kim.locator(".awards div").first).to_contain_text(ENTRIES[1])
    expect(kim.locator(".awards div").nth(1)).to_contain_text(ENTRIES[0])
    look(kim)
    kim.goto(f"{central.url}/staff/contests")
    look(kim)

    slogan = f"{central.url}/staff/contests/slogan"
    kim.goto(slogan)
    kim.get_by_label("결과 발표일").fill(str(today()))
    follow(kim.get_by_role("button", name="규정 저장"))
    kim.get_by_role("button", name="수상작 없음").click()
    expect(kim.get_by_text("기준에 이른 응모작이 없어요.")).to_be_visible()


def _juror(central: CentralProcess, name: str) -> Person:
    return add_person(central, name, Role.REVIEWER, citizen=True)
