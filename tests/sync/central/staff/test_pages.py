"""The pages of staff that change or show something beside the walk: duplicates, moderation, kiosks, the own account."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape
from urllib.parse import parse_qsl

import pytest
import yaml
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from kiosk.forum.receipts import receipt_number
from kiosk.forum.submissions import new_receipt_id
from sync.central.central import Central
from sync.central.ingest.enrolment import enrol
from sync.central.ingest.examine import CLOSED, RECEIPT_REPEATED, RULES_BROKEN, UNKNOWN_PACK, UNREADABLE
from sync.central.staff.account_pages import change_password
from sync.central.staff.addition_pages import decide_addition, show_additions
from sync.central.staff.credentials import is_password
from sync.central.staff.desk import Ask
from sync.central.staff.device_pages import change_device, enrol_device, show_devices
from sync.central.staff.device_words import DEVICE_WORDS
from sync.central.staff.held_page import show_held
from sync.central.staff.inbox_page import ON_A_PAGE, show_inbox
from sync.central.staff.log_page import show_log
from sync.central.staff.permissions import Role
from sync.central.staff.proposal_pages import record, show_beside, show_original, show_proposal
from sync.central.store import accounts, devices, intake, reports, showing
from sync.central.store.access import Access, accesses, note_access
from sync.central.store.accounts import Session
from sync.central.store.errors import DatabaseUnavailable
from sync.protocol.encoding import to_text
from sync.protocol.messages import EnrolRequest
from tests.sync.central.staff.conftest import KIOSK, Arrive
from tests.sync.central.staff.proposing import add_person_to, submission_of, thought, today
from tests.sync.central.staff.test_proposals import LONG

MakeAsk = Callable[..., Ask]


@pytest.fixture
def ask(opened: Central) -> MakeAsk:
    person = add_person_to(opened, "kim", Role.ADMINISTRATOR)
    with opened.database.reading() as connection:
        account = accounts.account_named(connection, "kim")
    assert account is not None

    def make(
        path: dict[str, str] | None = None, form: dict[str, str] | None = None, later: timedelta = timedelta()
    ) -> Ask:
        now = datetime.now(UTC) + later
        session = Session(b"s", account, "t" * 32, now, now)
        typed = {name: [value.replace("{password}", person.password)] for name, value in (form or {}).items()}
        return Ask(opened, now, "ko", session, path or {}, {}, typed, "f" * 32)

    return make


def _text(response: object) -> str:
    return bytes(response.body).decode()  # type: ignore[attr-defined]


def test_similar_proposals_stand_side_by_side_and_the_later_is_linked_to_the_earlier(
    opened: Central, arrive: Arrive, ask: MakeAsk
) -> None:
    earlier = submission_of(days_ago=5, title="먼저 온 것", situation=LONG)
    later = submission_of(days_ago=1, title="나중 온 것", situation=LONG + "부탁드려요.")
    arrive(earlier, later)
    shown = _text(show_beside(ask({"proposal_id": earlier.receipt_id, "other_id": later.receipt_id})))
    assert shown.index("먼저 온 것") < shown.index("나중 온 것")
    number = shown.partition('name="earlier" value="')[2][:11]
    form = {"on": today().isoformat(), "earlier": number, "seen": "1"}
    assert record(ask({"proposal_id": later.receipt_id, "kind": "linked"}, form)).status_code == 303
    assert "동일제안 1건 연결" in _text(show_inbox(ask()))
    assert "먼저 온 것" in _text(show_proposal(ask({"proposal_id": later.receipt_id})))


def test_a_form_that_lacks_something_is_shown_again_with_what_was_typed(
    opened: Central, arrive: Arrive, ask: MakeAsk
) -> None:
    one = submission_of(title="하나", situation="내용")
    arrive(one)
    path = {"proposal_id": one.receipt_id, "kind": "transferred"}
    answer = record(ask(path, {"on": today().isoformat(), "body": "산업통상부 <b>", "reason": " ", "seen": "1"}))
    assert answer.status_code == 422
    assert "빈칸을 채워 주세요: 사유" in _text(answer)
    assert "산업통상부 &lt;b&gt;" in _text(answer)
    no_day = record(ask(path, {"on": "", "body": "산업통상부", "reason": "소관이에요", "seen": "1"}))
    assert no_day.status_code == 422
    assert "빈칸을 채워 주세요: 날짜" in _text(no_day)
    no_score = record(ask({**path, "kind": "scored"}, {"on": today().isoformat(), "seen": "1"}))
    assert "빈칸을 채워 주세요: " in _text(no_score)
    unknown = record(ask({"proposal_id": one.receipt_id, "kind": "received"}, {}))
    assert unknown.status_code == 404


def test_staff_erase_a_proposal_only_after_saying_that_its_proposer_asked(
    opened: Central, arrive: Arrive, ask: MakeAsk
) -> None:
    one = submission_of(title="지울 제안", situation="내용")
    arrive(one)
    path, form = {"proposal_id": one.receipt_id, "kind": "withdrawn"}, {"on": today().isoformat(), "seen": "1"}
    assert record(ask(path, form)).status_code == 422
    assert "지울 제안" in _text(show_proposal(ask(path)))
    assert record(ask(path, {**form, "sure": "yes"})).status_code == 303
    assert "지울 제안" not in _text(show_proposal(ask(path)))


def test_a_withdrawal_that_breaks_off_is_not_recorded_either(opened: Central, arrive: Arrive, ask: MakeAsk) -> None:
    one = submission_of(title="지울 제안", situation="내용")
    arrive(one)
    path, form = {"proposal_id": one.receipt_id, "kind": "withdrawn"}, {"on": today().isoformat(), "seen": "1"}
    with opened.database.writing() as connection:
        connection.execute(text("ALTER TABLE withdrawal RENAME TO elsewhere"))
    with pytest.raises((DBAPIError, DatabaseUnavailable)):
        record(ask(path, {**form, "sure": "yes"}))
    with opened.database.writing() as connection:
        connection.execute(text("ALTER TABLE elsewhere RENAME TO withdrawal"))
    shown = _text(show_proposal(ask(path)))
    assert ("지울 제안" in shown, "취하되어" in shown) == (True, False)
    assert record(ask(path, {**form, "sure": "yes"})).status_code == 303


def test_an_addition_is_shown_only_once_somebody_has_said_so(opened: Central, arrive: Arrive, ask: MakeAsk) -> None:
    arrive(thought("작은 나라도"))
    with opened.database.reading() as connection:
        number = intake.additions(connection, "waiting", "statements", 0, 9)[0].no
    assert decide_addition(ask({"number": str(number)}, {"state": "promoted"})).status_code == 404
    assert decide_addition(ask({"number": str(number)}, {"state": "shown"})).status_code == 303
    with opened.database.reading() as connection:
        assert [row.decided_by for row in intake.additions(connection, "shown", None, 0, 9)] == ["kim"]
        assert showing.shown_thoughts(connection, "thoughts", 9) == [("ko", "작은 나라도")]
    assert "작은 나라도" not in _text(show_additions(ask()))
    decide_addition(ask({"number": str(number)}, {"state": "waiting"}))
    with opened.database.reading() as connection:
        assert showing.shown_thoughts(connection, "thoughts", 9) == []


def test_an_addition_is_not_let_through_without_a_reason_which_is_shown_and_logged(
    opened: Central, arrive: Arrive, ask: MakeAsk
) -> None:
    arrive(thought("싸게 팝니다"))
    with opened.database.reading() as connection:
        number = str(intake.additions(connection, "waiting", "statements", 0, 9)[0].no)
    assert decide_addition(ask({"number": number}, {"state": "hidden"})).status_code == 422
    assert decide_addition(ask({"number": number}, {"state": "hidden", "why": "advertising"})).status_code == 303
    hidden = replace(ask(), query={"state": "hidden"})
    assert "사유: 광고·홍보" in _text(show_additions(hidden))
    assert "own-thought: 광고·홍보" in _text(show_log(ask()))
    assert decide_addition(ask({"number": number}, {"state": "waiting"})).status_code == 303
    assert "싸게 팝니다" in _text(show_additions(ask()))


def test_thoughts_that_were_let_through_can_be_put_into_a_pack(opened: Central, arrive: Arrive, ask: MakeAsk) -> None:
    arrive(thought('줄을\n바꾸고 "따옴표": #도 쓴 생각'))
    with opened.database.reading() as connection:
        number = str(intake.additions(connection, "waiting", "statements", 0, 9)[0].no)
    decide_addition(ask({"number": number}, {"state": "shown"}))
    shown = _text(show_additions(replace(ask(), query={"state": "shown"})))
    lines = unescape(shown.partition("<textarea")[2].partition(">")[2].partition("</textarea>")[0])
    assert yaml.safe_load(lines) == [{"id": f"added-{number}", "text": {"ko": '줄을 바꾸고 "따옴표": #도 쓴 생각'}}]


def test_an_opinion_becomes_a_proposal_on_demand(opened: Central, arrive: Arrive, ask: MakeAsk) -> None:
    arrive(submission_of("voice", opinion="영사 콜센터를 늘려 주세요"))
    with opened.database.reading() as connection:
        number = intake.additions(connection, "waiting", "opinion", 0, 9)[0].no
    decide_addition(ask({"number": str(number)}, {"state": "promoted"}))
    assert "영사 콜센터를 늘려 주세요" in _text(show_inbox(ask()))


def test_a_kiosk_is_silent_after_a_day_until_it_is_retired(opened: Central, arrive: Arrive, ask: MakeAsk) -> None:
    arrive(submission_of(title="하나", situation="내용"))
    assert "소식 없음" not in _text(show_devices(ask(later=timedelta(hours=23))))
    assert "소식 없음" in _text(show_devices(ask(later=timedelta(hours=25))))
    change_device(ask({"device_id": KIOSK}, {"state": "retired"}))
    late = _text(show_devices(ask(later=timedelta(hours=25))))
    assert "소식 없음" not in late
    assert "사용 종료" in late


def test_the_page_of_kiosks_tells_what_waits_lacks_and_went_wrong(
    opened: Central, arrive: Arrive, ask: MakeAsk
) -> None:
    arrive(submission_of(title="하나", situation="내용"))
    body = {"at": "", "version": "1.2.3", "epoch": 1, "last_seq": 14, "pending": 7, "confirmed": 4, "quarantined": 2}
    more = {"disk_free": 300 * 2**20, "disk_total": 2**36, "pack_problem": "<b>서명이 달라요"}
    lost = {"lost": [{"epoch": 2, "first_seq": 5, "last_seq": 6}, {"epoch": 2, "first_seq": 9, "last_seq": None}]}
    with opened.database.writing() as connection:
        found = devices.find_device(connection, KIOSK)
        assert found is not None
        reports.keep_report(connection, found.no, ask().now, -90.0, body | more | lost | {"conflict": True})
    told = " ".join(_text(show_devices(ask())).split())
    for words in (
        "이 기록 뒤의 것이 없을 수 있어요: epoch 2, 8.",
        "같은 이름의 다른 저장소가 기록을 보내고 있어요",
        "버전 1.2.3",
        "시계가 -90초",
        "300 MiB",
        "새 콘텐츠를 받지 못했어요. &lt;b&gt;서명이 달라요",
    ):
        assert words in told
    figures = re.findall(r'<td class="figure">.*?</td>', told)
    assert [re.sub(r"<[^>]*>", "", each).split()[-1] for each in figures] == ["1", "7", "5", "2", "0"]


def test_a_code_made_on_the_page_enrols_a_kiosk_of_that_name_once(opened: Central, ask: MakeAsk) -> None:
    def made(name: str) -> tuple[int, str]:
        answer = enrol_device(ask(form={"name": name}))
        return answer.status_code, unescape(_text(answer))

    status, page = made("2층 안내대")
    code = re.search(r"forum-sync enrol --central \S* --code (\S+)</code>", page)
    assert (status, bool(code)) == (200, True)
    assert code is not None
    request = EnrolRequest(device_id=new_receipt_id(), device_key=to_text(bytes(32)), code=code.group(1))
    assert enrol(opened.database, request, ask().now) == "2층 안내대"
    assert made("2층 안내대")[0] == 409
    assert made(" =cmd")[0] == 422
    assert code.group(1) not in _text(show_devices(ask()))
    with opened.database.reading() as connection:
        assert [(row.what, row.reason) for row in accesses(connection)] == [("device code", "2층 안내대")]


def test_the_log_is_narrowed_to_a_person_or_a_receipt(opened: Central, arrive: Arrive, ask: MakeAsk) -> None:
    one = submission_of(title="하나", situation="내용")
    arrive(one)
    show_original(ask({"proposal_id": one.receipt_id}, {"reason": "확인 <b>"}))
    with opened.database.writing() as connection:
        note_access(connection, Access(ask().now, "lee", "attachment 2", new_receipt_id(), ""))

    def seen(**query: str) -> list[tuple[str, str]]:
        return re.findall(r"</time></td><td>(\w+)</td><td>([^<]*)<", _text(show_log(replace(ask(), query=query))))

    original, file = ("kim", "원문 열람"), ("lee", "붙인 파일 2번 내려받음")
    assert seen() == [file, original]
    assert seen(who="kim") == seen(number=receipt_number(one.receipt_id).lower()) == [original]
    assert seen(number="없는 번호") == seen(who="nobody") == []
    # Where what a line is about is no proposal, its number leads nowhere.
    assert re.findall('href="/staff/proposals/([^"]*)"', _text(show_log(ask()))) == [one.receipt_id]


def test_records_that_are_held_are_listed_with_why_newest_first_and_masked(
    opened: Central, arrive: Arrive, ask: MakeAsk
) -> None:
    reasons = {UNREADABLE, UNKNOWN_PACK, CLOSED, RULES_BROKEN, RECEIPT_REPEATED}
    assert {f"held-{each}" for each in reasons} <= set(DEVICE_WORDS)
    odd = replace(submission_of(title="<b>전화 010-1234-5678"), pack_version=9)
    arrive(submission_of(title="평범한 제안"), odd, b"no JSON")
    shown = _text(show_held(ask()))
    assert re.findall("<h2>([^<]*)</h2>", shown) == ["읽을 수 없는 기록이에요", "모르는 콘텐츠 판의 답이에요"]
    assert "&lt;b&gt;전화" in shown
    assert not re.search("1234-5678|평범한 제안", shown)
    arrive(*(b"%d" % number for number in range(49)))
    first = _text(show_held(ask()))
    [before] = re.findall(r'rel="next" href="\?before=(\d+)"', first)
    rest = _text(show_held(replace(ask(), query={"before": before})))
    assert [page.count("<article") for page in (first, rest)] == [50, 1]
    assert ("&lt;b&gt;전화" in first, "&lt;b&gt;전화" in rest, 'rel="next"' in rest) == (False, True, False)
    assert '<a href="/staff/held">51</a>' in _text(show_devices(ask()))


def test_a_password_changes_only_with_the_present_one(opened: Central, ask: MakeAsk) -> None:
    fresh = "새로운-비밀번호-열두자-이상"
    assert change_password(ask(form={"present-password": "x", "new-password": fresh})).status_code == 422
    assert change_password(ask(form={"present-password": "{password}", "new-password": "short"})).status_code == 422
    assert change_password(ask(form={"present-password": "{password}", "new-password": fresh})).status_code == 200
    with opened.database.reading() as connection:
        account = accounts.account_named(connection, "kim")
    assert account is not None
    assert is_password(account.password_hash, fresh)


def _shown_titles(page: str) -> list[str]:
    return re.findall(r'<td class="what"><a href="/staff/proposals/[^"]*">([^<]*)</a>', page)


def test_pages_of_the_inbox_follow_one_another_both_ways(opened: Central, arrive: Arrive, ask: MakeAsk) -> None:
    everything = [f"제안 {number}" for number in range(2 * ON_A_PAGE + 1)]
    arrive(*(submission_of(title=title, situation="내용") for title in everything))

    def turned(page: str, way: str) -> str:
        [link] = re.findall(rf'rel="{way}" href="/staff\?([^"]*)"', page)
        return _text(show_inbox(replace(ask(), query=dict(parse_qsl(unescape(link))))))

    first = _text(show_inbox(ask()))
    second = turned(first, "next")
    last = turned(second, "next")
    pages = [_shown_titles(each) for each in (first, second, last)]
    assert [len(each) for each in pages] == [ON_A_PAGE, ON_A_PAGE, 1]
    assert sorted(title for each in pages for title in each) == sorted(everything)
    back = turned(last, "prev")
    again = turned(back, "prev")
    assert [_shown_titles(each) for each in (again, back)] == pages[:2]
    ends = [('rel="prev"' in each, 'rel="next"' in each) for each in (first, second, last, back, again)]
    assert ends == [(False, True), (True, True), (True, False), (True, True), (False, True)]


@pytest.mark.parametrize("order", ["urgent", "newest"])
def test_an_address_that_names_nothing_shows_the_whole_inbox(
    opened: Central, arrive: Arrive, ask: MakeAsk, order: str
) -> None:
    arrive(submission_of(title="하나", situation="내용"))
    place = f"{{}}.{KIOSK}"
    for odd in (
        {"stage": "no-such"}, {"due": "no-such"}, {"order": "no-such"},
        *({"after": place.format(key)} for key in ("99999999999999999999999", "-1", "x")), {"before": "1.x"},
    ):  # fmt: skip
        assert _shown_titles(_text(show_inbox(replace(ask(), query={"order": order, **odd})))) == ["하나"], odd
    beyond = show_inbox(replace(ask(), query={"order": "newest", "after": place.format(1)}))
    assert beyond.headers["Location"] == "/staff?order=newest"


def test_a_search_has_to_find_every_one_of_its_first_eight_words(opened: Central, arrive: Arrive, ask: MakeAsk) -> None:
    words = ["여권", "영사", "관세", "기후", "청소년", "교류", "절차", "안내"]
    arrive(submission_of(title="하나", situation=" ".join(words)))

    def found(typed: list[str]) -> list[str]:
        return _shown_titles(_text(show_inbox(replace(ask(), query={"q": " ".join(typed)}))))

    assert found([*words, "없는말"]) == ["하나"]
    assert found([*words[:7], "없는말"]) == []
