"""Staff in a real Chromium, on both databases: from the sign-in to the decision, and what visitors wrote stays text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from kiosk.forum.submissions import canonical_bytes
from sync.central.central import opened_central
from sync.central.staff.permissions import Role
from sync.central.store import accounts
from tests.browser import CHROMIUM_ARGUMENTS, chromium_path, follow
from tests.sync.central.conftest import Device, chained
from tests.sync.central.staff.proposing import (
    Person,
    add_person,
    proposing_pack,
    settings_of,
    submission_of,
    thought,
    today,
)
from tests.sync.server import CentralProcess

SCRIPT = "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\">"
SignIn = Callable[[Person], Page]
# What an accessibility checker would find first, asked of the page itself.
AUDIT = """() => {
  const named = e => (e.labels && e.labels.length) || e.getAttribute('aria-label') || e.textContent.trim();
  const problems = [];
  if (!document.documentElement.lang) problems.push('no language');
  if (document.querySelectorAll('h1').length !== 1) problems.push('not one h1');
  if (!document.querySelector('main')) problems.push('no main');
  for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea, button, a[href], summary'))
    if (!named(e)) problems.push('nameless: ' + e.outerHTML.slice(0, 80));
  for (const e of document.querySelectorAll('svg')) if (!e.closest('[aria-hidden]')) problems.push('svg is spoken');
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  if (new Set(ids).size !== ids.length) problems.push('an id twice');
  for (const e of document.querySelectorAll('th')) if (!e.scope) problems.push('th without scope');
  if (document.scrollingElement.scrollWidth > innerWidth) problems.push('scrolls sideways at ' + innerWidth);
  if (document.querySelector('script, [style], [onclick]')) problems.push('script or style inside');
  return problems;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def sign_in(browser: Browser, central: CentralProcess) -> Iterator[SignIn]:
    contexts = []

    def call(person: Person) -> Page:

        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ko-KR")
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{central.url}/staff")
        page.get_by_label("계정 이름").fill(person.name)
        page.get_by_label("비밀번호").fill(person.password)
        page.get_by_label("인증 번호 6자리").fill(person.code())
        page.get_by_role("button", name="로그인").click()
        expect(page.get_by_role("heading", name="제안 접수함")).to_be_visible()
        return page

    yield call
    for context in contexts:
        context.close()


@pytest.fixture
def proposing(device: Device) -> Device:
    pack = proposing_pack()
    with device.line() as line:
        line.send_pack(pack.id, pack.version, pack.canonical())
    submissions = [
        submission_of(title=f"여권을 더 빨리 {SCRIPT}", situation=f"{SCRIPT} 010-1234-5678", improvement="=1+1"),
        thought(SCRIPT),
        replace(submission_of(title=SCRIPT), pack_version=9),
    ]
    records = chained([canonical_bytes(each) for each in submissions])
    assert device.send(device.batch(records)).status_code == 200
    return device


def _open(page: Page, central: CentralProcess) -> None:
    """Find the proposal by search, once it has been taken in."""
    found = page.get_by_role("link", name="여권을 더 빨리").first
    for _ in range(50):
        page.goto(f"{central.url}/staff?q=여권+빨리&stage=received")
        if found.count():
            break
    follow(found)


def _record(page: Page, action: str) -> None:
    page.get_by_role("button", name=f"{action} 기록하기").click()


def _form(page: Page, action: str) -> None:
    page.locator("summary", has_text=re.compile(f"^{action}$")).click()


def _is_sound(page: Page) -> None:
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(AUDIT) == [], page.url
    page.set_viewport_size({"width": 1280, "height": 900})


def test_staff_walk_from_sign_in_to_decision(
    central: CentralProcess, proposing: Device, sign_in: SignIn, browser: Browser
) -> None:
    kim = sign_in(add_person(central, "kim", Role.ADMINISTRATOR))
    lee, park = (sign_in(add_person(central, name, Role.REVIEWER)) for name in ("lee", "park"))
    _open(kim, central)
    address = kim.url
    _form(kim, "심사 시작")
    _record(kim, "심사 시작")
    expect(kim.get_by_role("status")).to_have_text("기록했어요: 심사 시작")

    _form(kim, "채택")
    _record(kim, "채택")
    expect(kim.get_by_role("alert")).to_contain_text("두 명 이상")
    _is_sound(kim)
    follow(kim.get_by_role("link", name="English"))
    assert (kim.url.partition("?")[0], kim.locator(".badge").count()) == (address.partition("?")[0], 1)
    kim.goto(f"{central.url}/staff?q=여권&stage=received")
    follow(kim.get_by_role("link", name="한국어"))
    expect(kim.get_by_role("searchbox")).to_have_value("여권")
    kim.goto(address)

    for page, score in ((lee, "4"), (park, "5")):
        page.goto(address)
        assert page.locator("summary", has_text=re.compile("^채택$")).count() == 0
        _form(page, "심사 채점")
        for criterion in ("실시 가능성", "창의성", "효율성·효과성", "적용 범위", "계속성"):
            page.get_by_role("group", name=criterion).get_by_label(score).check()
        _record(page, "심사 채점")
        expect(page.get_by_role("status")).to_have_text("기록했어요: 심사 채점")

    lee.goto(address)
    _form(lee, "의견조회")
    lee.get_by_label("기관", exact=True).first.fill("행정안전부")
    _record(lee, "의견조회")
    link = lee.get_by_label("기관에 보낼 링크").input_value()
    outside = browser.new_context(java_script_enabled=False, locale="ko-KR")
    body = outside.new_page()
    body.goto(link)
    body.get_by_label("의견").first.fill("찬성합니다")
    body.get_by_label("작성자").fill("여권과")
    body.get_by_role("button", name="의견 보내기").click()
    expect(body.get_by_text("의견을 받았어요")).to_be_visible()
    outside.close()

    kim.goto(address)
    _form(kim, "채택")
    _record(kim, "채택")
    expect(kim.get_by_role("status")).to_have_text("기록했어요: 채택")
    _form(kim, "결과 통지")
    _record(kim, "결과 통지")
    in_half_a_year = today() + timedelta(days=180)
    expect(kim.get_by_text(str(in_half_a_year)).first).to_be_visible()

    kim.locator("summary", has_text="원문 열람").click()
    kim.get_by_label("열람 사유").fill("연락처 확인")
    kim.get_by_role("button", name="원문 열람").click()
    expect(kim.get_by_text("010-1234-5678")).to_be_visible()
    assert kim.title() != "ran"
    kim.goto(f"{central.url}/staff/log")
    expect(kim.get_by_role("cell", name="원문 열람")).to_be_visible()
    expect(kim.get_by_text("연락처 확인")).to_be_visible()


def test_what_visitors_wrote_stays_text_on_every_page(
    central: CentralProcess, proposing: Device, sign_in: SignIn
) -> None:
    page = sign_in(add_person(central, "choi", Role.ADMINISTRATOR))
    _open(page, central)
    visited = [
        page.url,
        *(f"{central.url}/staff{path}" for path in ("", "/additions", "/devices", "/held", "/log", "/account")),
    ]
    for address in visited:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200
        policy = answer.header_value("content-security-policy") or ""
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert page.title() != "ran"
        assert page.locator("main script, main img").count() == 0
        _is_sound(page)
        page.goto(f"{address}?lang=en")
        assert page.evaluate("document.documentElement.lang") == "en"
        page.goto(f"{address}?lang=ko")


def test_a_form_from_elsewhere_changes_nothing(central: CentralProcess, proposing: Device, sign_in: SignIn) -> None:
    page = sign_in(add_person(central, "seo", Role.PUBLISHER))
    _open(page, central)
    events = page.locator("ol.timeline li")
    before = events.count()
    action = f"{page.url.partition('?')[0]}/events/transferred"
    form = {"on": str(today()), "body": "산업통상부", "reason": "소관", "seen": "1"}
    for token in ({}, {"token": "x" * 32}):
        answer = page.request.post(action, form={**form, **token})
        assert answer.status == 403
    page.reload()
    assert before
    assert events.count() == before


def test_who_was_signed_out_while_writing_keeps_the_words_and_comes_back(
    central: CentralProcess, proposing: Device, sign_in: SignIn
) -> None:
    han = add_person(central, "han", Role.REVIEWER)
    page = sign_in(han)
    _open(page, central)
    address = page.url
    _form(page, "이송")
    page.get_by_label("기관", exact=True).first.fill("행정안전부")
    page.locator("#transferred-reason").fill("오래 적은 사유예요")
    with opened_central(settings_of(central)) as opened, opened.database.writing() as connection:
        account = accounts.account_named(connection, "han")
        assert account is not None
        accounts.end_sessions_of(connection, account.no)
    _record(page, "이송")
    expect(page.get_by_role("heading", level=1)).to_have_text("기록하지 못했어요")
    assert [each.input_value() for each in page.get_by_role("textbox").all()] == ["오래 적은 사유예요", "행정안전부"]
    _is_sound(page)
    follow(page.get_by_role("link", name="다시 로그인"))
    expect(page.get_by_role("status")).to_contain_text("로그인 시간이 지났어요")
    page.get_by_label("계정 이름").fill(han.name)
    page.get_by_label("비밀번호").fill(han.password)
    page.get_by_label("인증 번호 6자리").fill(han.code(ahead=1))
    follow(page.get_by_role("button", name="로그인"))
    assert page.url == address
    expect(page.locator(".badge").first).to_have_text("접수")


def test_a_role_that_may_not_is_told_so_and_a_stranger_is_sent_to_the_sign_in(
    central: CentralProcess, proposing: Device, sign_in: SignIn, browser: Browser
) -> None:
    page = sign_in(add_person(central, "yoon", Role.VIEWER))
    answer = page.goto(f"{central.url}/staff/log")
    assert answer is not None
    assert answer.status == 403
    expect(page.get_by_role("heading")).to_have_text("이 일을 할 권한이 없어요")
    _open(page, central)
    assert page.locator("details").count() == 0
    cookies = {cookie["name"]: cookie for cookie in page.context.cookies()}
    assert {"httpOnly": True, "secure": True, "sameSite": "Strict"}.items() <= cookies["__Host-forum-staff"].items()
    stranger = browser.new_page()
    stranger.goto(page.url)
    expect(stranger.get_by_role("heading", name="로그인")).to_be_visible()
    _is_sound(stranger)
    stranger.close()
