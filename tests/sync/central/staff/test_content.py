"""Publishing content: brought, checked, compared, published, planned, undone; the walk in a real Chromium.

The rules are held to on SQLite, and the walk goes over PostgreSQL.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import requests
import yaml
from fastapi import Response
from playwright.sync_api import FilePayload, Page, expect

from kiosk.forum.packs import Pack, pack_from_bytes, read_pack
from kiosk.forum.seoul import SEOUL, seoul_day
from sync.central.central import Central
from sync.central.publishing import standing
from sync.central.staff.content_deciding import change_days, decide_draft, decide_version, upload_pack
from sync.central.staff.content_pages import show_content, show_draft, show_pack
from sync.central.staff.permissions import Role
from sync.central.store.access import accesses
from sync.central.store.offered_packs import DRAFT_LIFE, drafts, offer, offer_pack, offered_bytes
from sync.protocol.offers import Offer
from tests.postgres import Postgres
from tests.small_pack import small_pack_data
from tests.sync.central.staff.proposing import add_person, proposing_pack
from tests.sync.central.staff.test_contests import _look
from tests.sync.central.staff.test_pages import MakeAsk, _text
from tests.sync.central.staff.test_pages import ask as ask
from tests.sync.central.staff.test_walk import SignIn
from tests.sync.central.staff.test_walk import browser as browser
from tests.sync.central.staff.test_walk import sign_in as sign_in
from tests.sync.server import CentralProcess, serving

NOW = datetime.now(UTC)
TODAY = seoul_day(NOW)
TOMORROW = TODAY + timedelta(days=1)
Bring = Callable[..., Response]


@pytest.fixture
def database_url() -> None:
    return None


@pytest.fixture(scope="module")
def central(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CentralProcess]:
    with serving(tmp_path_factory.mktemp("content"), postgres.fresh_database()) as running:
        yield running


def _yaml(version: int, change: Callable[[dict[str, Any]], object] = lambda data: None) -> bytes:
    data = small_pack_data(version)
    change(data)
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()


def _reworded(data: dict[str, Any]) -> None:
    data["activities"][0]["title"]["ko"] = "무엇부터 할까요?"


@pytest.fixture
def bring(ask: MakeAsk) -> Bring:
    """Bring a file, and publish it unless told; `when` and `day` are the form's."""

    def call(file: bytes, *, publish: bool = True, **form: str) -> Response:
        answer = upload_pack(replace(ask(), file=file))
        if not publish or answer.status_code != 303:
            return answer
        return _decide(ask, answer, form)

    return call


def _decide(ask: MakeAsk, kept: Response, form: dict[str, str]) -> Response:
    """Do as the page of a draft does: it sends the version that was compared with."""
    path = {"number": kept.headers["Location"].rpartition("/")[2]}
    page = _text(show_draft(ask(path)))
    against = re.findall(r'name="against" value="(\d*)"', page)
    assert len(against) == 1
    return decide_draft(ask(path, {"do": "publish", "when": "now", "against": against[0], **form}))


def _offered(central: Central, at: datetime | None = None) -> dict[str, int]:
    with central.database.reading() as connection:
        return {each.id: each.version for each in offer(connection, at or datetime.now(UTC)).packs}


def _published(central: Central, version: int) -> Pack:
    with central.database.reading() as connection:
        canonical = offered_bytes(connection, "small", version, datetime.now(UTC))
    assert canonical is not None
    return pack_from_bytes(canonical)


def _noted(central: Central) -> list[tuple[str, str, str]]:
    with central.database.reading() as connection:
        return [(each.who, each.what, each.reason) for each in accesses(connection)]


def test_of_a_broken_file_every_fault_is_named_and_nothing_is_kept(opened: Central, ask: MakeAsk, bring: Bring) -> None:
    def break_it(data: dict[str, Any]) -> None:
        del data["title"]["en"]
        data["activities"][0]["questions"][0]["type"] = "singel"
        data["activities"][0]["opens"], data["activities"][0]["closes"] = "2026-12-31", "2026-12-01"

    answer = bring(_yaml(1, break_it))
    told = _text(answer)
    assert answer.status_code == 422
    assert "en 글이 빠져 있어요" in told
    assert "“singel”" in told
    assert "activities[0].questions[0].type" in told
    assert bring(b"\xff\xfe").status_code == 422
    assert bring(b"id: [").status_code == 422
    assert upload_pack(ask()).status_code == 422
    with opened.database.reading() as connection:
        assert drafts(connection) == []
    assert _offered(opened) == {}


def test_what_is_published_is_what_was_shown_and_stands_in_the_log(opened: Central, ask: MakeAsk, bring: Bring) -> None:
    kept = bring(_yaml(1), publish=False)
    assert _offered(opened) == {}
    assert _decide(ask, kept, {}).headers["Location"] == "/staff/content/packs/small?done=published"
    assert _offered(opened) == {"small": 1}
    again = bring(_yaml(2, _reworded), publish=False)
    told = _text(show_draft(ask({"number": again.headers["Location"].rpartition("/")[2]})))
    assert "“무엇이 먼저일까요?” → “무엇부터 할까요?”" in told
    assert "지금 게시된 1판과 견줬어요" in told
    _decide(ask, again, {})
    assert dict(_published(opened, 2).activities[0].title)["ko"] == "무엇부터 할까요?"
    assert _noted(opened)[-2:] == [("kim", "pack-published", "small 1"), ("kim", "pack-published", "small 2")]


def test_a_version_that_is_not_newer_or_an_activity_of_another_pack_is_refused(opened: Central, bring: Bring) -> None:
    bring(_yaml(2))
    older = bring(_yaml(2, _reworded))
    assert older.status_code == 409
    assert "version을 3(으)로" in _text(older)
    same = bring(_yaml(2))
    assert "2판은 이미 게시되어 있어요" in _text(same)

    def rename(data: dict[str, Any]) -> None:
        data["id"] = "other"

    clash = bring(_yaml(1, rename))
    assert clash.status_code == 409
    assert "이미 묶음 “small”에 있어요" in _text(clash)
    assert _offered(opened) == {"small": 2}


def test_a_planned_version_is_nobodys_before_midnight_in_seoul(opened: Central, ask: MakeAsk, bring: Bring) -> None:
    bring(_yaml(1))
    for day in (TODAY.isoformat(), "2026-02-30", ""):
        assert bring(_yaml(2), when="day", day=day).status_code == 422
    done = bring(_yaml(2, _reworded), when="day", day=TOMORROW.isoformat())
    assert done.headers["Location"].endswith("done=planned")
    begins = datetime.combine(TOMORROW, time(), SEOUL)
    assert _offered(opened, begins - timedelta(seconds=1)) == {"small": 1}
    assert _offered(opened, begins) == {"small": 2}
    with opened.database.reading() as connection:
        assert offered_bytes(connection, "small", 2, begins - timedelta(seconds=1)) is None
        assert offered_bytes(connection, "small", 2, begins) is not None
    assert _noted(opened)[-1] == ("kim", "pack-planned", f"small 2, from {TOMORROW}")
    # Nothing may come between: the plan would undo it.
    assert "예약을 먼저 취소해" in _text(bring(_yaml(3)))
    back = ask({"pack_id": "small", "version": "2"}, {"do": "take-back"})
    assert decide_version(back).headers["Location"].endswith("done=taken-back")
    assert _offered(opened, begins) == {"small": 1}
    assert _noted(opened)[-1] == ("kim", "pack-plan-taken-back", f"small 2, from {TOMORROW}")
    assert decide_version(ask({"pack_id": "small", "version": "1"}, {"do": "take-back"})).status_code == 409
    assert _offered(opened) == {"small": 1}


def test_a_polls_days_change_in_a_new_version_and_nothing_else_does(
    opened: Central, ask: MakeAsk, bring: Bring
) -> None:
    bring(_yaml(1))
    before = _published(opened, 1)

    def days(opens: str, closes: str, activity: str = "first-poll") -> Response:
        return change_days(ask({"pack_id": "small"}, {"activity": activity, "opens": opens, "closes": closes}))

    assert days("2026-13-01", "").status_code == 422
    assert days("2027-01-02", "2027-01-01").status_code == 422
    assert days("", "").status_code == 422
    assert days("2027-01-01", "", "no-such").status_code == 404
    _decide(ask, days("2027-01-01", "2027-01-31"), {})
    after = _published(opened, 2)
    poll = after.activity("first-poll")
    assert poll is not None
    assert (poll.opens, poll.closes) == (date(2027, 1, 1), date(2027, 1, 31))
    first = after.activities[0].model_copy(update={"opens": None, "closes": None})
    assert after.model_copy(update={"version": 1, "activities": (first, *after.activities[1:])}) == before
    told = _text(show_pack(ask({"pack_id": "small"})))
    assert "여는 날: 없음 → 2027-01-01" in told


def test_an_earlier_version_comes_back_as_a_new_one(opened: Central, ask: MakeAsk, bring: Bring) -> None:
    bring(_yaml(1))
    bring(_yaml(2, _reworded))
    assert decide_version(ask({"pack_id": "small", "version": "2"}, {"do": "restore"})).status_code == 409
    _decide(ask, decide_version(ask({"pack_id": "small", "version": "1"}, {"do": "restore"})), {})
    assert _published(opened, 3) == _published(opened, 1).model_copy(update={"version": 3})
    assert _noted(opened)[-1] == ("kim", "pack-published", "small 3, as 1")
    assert "1판을 되돌림" in _text(show_pack(ask({"pack_id": "small"})))


def test_a_draft_that_was_compared_with_another_version_is_looked_at_again(
    opened: Central, ask: MakeAsk, bring: Bring
) -> None:
    bring(_yaml(1))
    kept = bring(_yaml(3, _reworded), publish=False)
    bring(_yaml(2))
    path = {"number": kept.headers["Location"].rpartition("/")[2]}
    refused = decide_draft(ask(path, {"do": "publish", "when": "now", "against": "1"}))
    assert refused.status_code == 409
    assert "다시 확인해 주세요" in _text(refused)
    assert _offered(opened) == {"small": 2}
    assert _decide(ask, kept, {}).status_code == 303
    assert decide_draft(ask(path, {"do": "publish", "when": "now", "against": "3"})).status_code == 404


def test_a_draft_is_thrown_away_by_hand_or_after_a_week(opened: Central, ask: MakeAsk, bring: Bring) -> None:
    kept = bring(_yaml(1), publish=False)
    path = {"number": kept.headers["Location"].rpartition("/")[2]}
    assert decide_draft(ask(path, {"do": "discard"})).headers["Location"] == "/staff/content?done=discarded"
    assert _noted(opened)[-1][1:] == ("pack-draft-discarded", "small 1")
    assert show_draft(ask(path)).status_code == 404
    bring(_yaml(1), publish=False)
    upload_pack(replace(ask(later=DRAFT_LIFE + timedelta(seconds=1)), file=_yaml(2)))
    with opened.database.reading() as connection:
        assert [each.version for each in drafts(connection)] == [2]
    assert _offered(opened) == {}


def test_what_the_command_line_published_stands_beside_it(opened: Central, ask: MakeAsk) -> None:
    pack = proposing_pack()
    with opened.database.writing() as connection:
        offer_pack(connection, pack.id, pack.version, pack.canonical(), datetime.now(UTC))
    assert "명령줄" in _text(show_content(ask()))
    with opened.database.reading() as connection:
        found = standing(connection, "proposing", datetime.now(UTC))
    assert found is not None
    assert found.next_version == 2
    assert read_pack(pack.model_dump(mode="json", exclude_defaults=True)) == pack


def _bring_here(page: Page, central: CentralProcess, content: bytes) -> None:
    page.goto(f"{central.url}/staff/content")
    file: FilePayload = {"name": "pack.yaml", "mimeType": "application/yaml", "buffer": content}
    page.get_by_label("콘텐츠 묶음 파일").set_input_files(file)
    page.get_by_role("button", name="올려서 검사하기").click()


def _served(central: CentralProcess) -> dict[str, int]:
    statement = requests.get(f"{central.url}/v1/packs", timeout=10).json()["statement"]
    return {each.id: each.version for each in Offer.model_validate_json(statement).packs}


def test_a_pack_goes_from_a_file_to_the_kiosks_and_back(central: CentralProcess, sign_in: SignIn) -> None:
    kim = sign_in(add_person(central, "kim", Role.PUBLISHER))
    kim.get_by_role("link", name="콘텐츠").click()
    expect(kim.get_by_text("아직 게시한 콘텐츠가 없어요")).to_be_visible()
    _bring_here(kim, central, b"<b>not a pack</b>" + b" " * 5_300_000)
    expect(kim.get_by_role("heading", name="파일이 너무 커요")).to_be_visible()
    _bring_here(kim, central, _yaml(1).replace(b"type: single", b"type: <b>singel"))
    expect(kim.get_by_role("alert")).to_contain_text("“<b>singel”")
    assert _served(central) == {}
    _bring_here(kim, central, _yaml(1))
    kim.get_by_role("button", name="게시하기").click()
    expect(kim.get_by_role("status")).to_have_text("게시했어요. 키오스크가 곧 받아요.")
    assert _served(central) == {"small": 1}

    kim.locator("summary", has_text="기간 바꾸기").first.click()
    kim.get_by_label("닫는 날").first.fill("2031-03-31")
    kim.get_by_role("button", name="확인하러 가기").first.click()
    expect(kim.get_by_text("닫는 날: 없음 → 2031-03-31")).to_be_visible()
    _look(kim)
    kim.get_by_label("정한 날 0시부터").check()
    kim.get_by_label("게시하는 날").fill(TOMORROW.isoformat())
    kim.get_by_role("button", name="게시하기").click()
    expect(kim.get_by_role("status")).to_contain_text("예약했어요")
    assert _served(central) == {"small": 1}
    assert requests.get(f"{central.url}/v1/packs/small/2", timeout=10).status_code == 404
    _look(kim)
    kim.get_by_role("button", name="예약 취소").click()
    expect(kim.get_by_role("status")).to_contain_text("예약을 취소했어요")

    _bring_here(kim, central, _yaml(2, _reworded))
    kim.get_by_role("button", name="게시하기").click()
    kim.get_by_role("button", name="이 판으로 되돌리기").click()
    kim.get_by_role("button", name="게시하기").click()
    expect(kim.get_by_text("3판 · 1판을 되돌림").first).to_be_visible()
    assert _served(central) == {"small": 3}
    kim.goto(f"{central.url}/staff/content")
    _look(kim)
