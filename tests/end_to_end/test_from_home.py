"""Taking part from home, with scripts and without: from the list to the ministry's tally, its log and its inbox."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from kiosk.forum.receipts import read_receipt_token
from kiosk.forum.seoul import seoul_day
from sync.central.central import opened_central
from sync.central.proposals.intake import bring_up_to_date
from sync.central.proposals.reading import dossier
from sync.central.settings import Settings
from tests.browser import CHROMIUM_ARGUMENTS, chromium_path
from tests.conftest import Run
from tests.small_pack import small_pack
from tests.sync.central.staff.proposing import proposing_pack
from tests.sync.server import CentralProcess, serving
from tests.tallies import tally_contents


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "central"


@pytest.fixture
def ministry(run: Run, tmp_path: Path, home: Path) -> Iterator[CentralProcess]:
    """A served ministry that has published its packs by its own command."""
    with serving(home, None) as running:
        for pack in (small_pack(), proposing_pack()):
            path = tmp_path / f"{pack.id}.yaml"
            path.write_bytes(pack.canonical())
            assert run("forum-central", "publish", str(path), FORUM_CENTRAL_HOME=str(home)).code == 0
        yield running


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest) -> Iterator[Page]:
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
        context = browser.new_context(
            viewport={"width": 320, "height": 640}, locale="ko-KR", java_script_enabled=request.param
        )
        opened = context.new_page()
        opened.on("console", lambda each: complaints.append(each.text) if each.type == "error" else None)
        yield opened
        browser.close()
    assert complaints == []


def _says(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def _says_at_last(page: Page, heading: str) -> None:
    """A busy server takes proposals in bit by bit: who looks again sees it."""
    for _ in range(20):
        if page.get_by_role("heading", level=1).inner_text() == heading:
            return
        page.reload()
    _says(page, heading)


def test_poll_and_proposal_from_home_reach_the_tally_the_log_and_the_inbox(
    page: Page, ministry: CentralProcess, run: Run, tmp_path: Path, home: Path
) -> None:
    page.goto(f"{ministry.url}/take-part")
    page.get_by_role("link", name="무엇이 먼저일까요?").click()
    page.get_by_text("안보").click()
    page.get_by_role("button", name="다음").click()
    expect(page.get_by_text("2 / 2")).to_be_visible()
    page.reload()
    page.get_by_label("왜요?").fill("평화가 먼저예요")
    page.get_by_role("button", name="다음").click()
    _says(page, "이대로 제출할까요?")
    page.go_back()
    expect(page.get_by_label("왜요?")).to_have_value("평화가 먼저예요")
    page.go_forward()
    page.get_by_role("button", name="제출하기").click()
    _says(page, "고맙습니다. 잘 받았어요")
    page.go_back()
    _says(page, "고맙습니다. 잘 받았어요")
    link = page.locator(".address").inner_text()

    out = tmp_path / "tally"
    environment = {"FORUM_CENTRAL_HOME": str(home)}
    told = run("forum-central", "tally", "--format", "csv,json", "--out", str(out), **environment)
    assert (told.code, told.err) == (0, "")
    counted = json.loads(tally_contents(out)[1])
    lines = counted if isinstance(counted, list) else counted["lines"]
    chosen = [each for each in lines if each["option_id"] == "security"]
    assert [(each["kiosk_id"], each["channel"], each["count"]) for each in chosen] == [("online", "online", 1)]

    page.get_by_role("link", name="내 접수 페이지 열기").click()
    _says(page, "외교부에 도착했어요")
    page.get_by_role("link", name="공개 기록에서 확인하기").click()
    _says(page, "공개 기록에 담겨 있어요")
    page.goto(link)
    page.get_by_role("link", name="제출 철회하기").click()
    page.get_by_role("button", name="철회하고 지우기").click()
    _says(page, "철회되었어요")

    page.goto(f"{ministry.url}/take-part/idea")
    page.get_by_role("link", name="시작하기").click()
    page.get_by_label("제목").fill("여권을 집에서 받게 해 주세요")
    for _ in range(4):
        page.get_by_role("button", name="다음").click()
    _says(page, "어떤 분이신가요?")
    page.get_by_label("나이").select_option("60-69")
    page.get_by_role("button", name="다음").click()
    page.get_by_role("button", name="제출하기").click()
    link = page.locator(".address").inner_text()
    page.get_by_role("link", name="내 접수 페이지 열기").click()
    _says_at_last(page, "제안이 접수되었어요")
    expect(page.get_by_role("link", name=re.compile("국민제안접수증"))).to_be_visible()
    now = datetime.now(UTC)
    with opened_central(Settings(home=home, database_url=None)) as central:
        while not bring_up_to_date(central, now):
            pass
        with central.database.reading() as connection:
            seen = dossier(connection, read_receipt_token(link.rpartition("/")[2]).receipt_id, seoul_day(now))
    assert seen is not None
    assert (seen.stored.title, seen.stored.channel) == ("여권을 집에서 받게 해 주세요", "online")
