"""A visit from home over HTTP: what is asked, what is kept and for how long, and what is stored, once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from http.cookiejar import Cookie, CookieJar
from typing import cast

import pytest

from kiosk.forum.contact import read_contact
from kiosk.forum.sealing import unseal
from kiosk.forum.seoul import seoul_day
from sync.central.proposals.intake import bring_up_to_date
from sync.central.results.tally import tally
from sync.central.sealing_keys import read_private_key
from sync.central.store.proposals import find_proposal
from tests.sync.central.taking_part.conftest import Guest, Ministry, alert, heading, receipt_of, seasonal_pack


def test_poll_from_home_is_stored_on_a_channel_of_its_own(ministry: Ministry) -> None:
    guest, before = Guest(ministry), ministry.records()
    assert heading(guest.get("/first-poll")) == "무엇이 먼저일까요?"
    assert heading(guest.answer("first-poll", first="security", why="한반도 <b>")) == "이대로 제출할까요?"
    assert ministry.records() == before

    receipt_id = guest.submit("first-poll")

    stored = ministry.records()[receipt_id]
    assert (stored.channel, stored.language, stored.pack_version) == ("online", "ko", 1)
    assert stored.answers == {"first": "security", "why": "한반도 <b>"}
    assert ministry.is_held(receipt_id) is False
    today = seoul_day(datetime.now(UTC))
    lines = tally(ministry.central.database, today, today)
    assert {(line.kiosk_id, line.channel) for line in lines} == {("online", "online")}
    assert "한반도 &lt;b&gt;" not in guest.get("/first-poll/sent").text


def test_submitting_often_and_at_once_is_one_record_with_one_receipt(ministry: Ministry) -> None:
    guest, before = Guest(ministry), len(ministry.records())
    guest.answer("first-poll", first="economy")
    with ThreadPoolExecutor(4) as pool:
        pages = list(pool.map(lambda _: guest.send("/first-poll/review", {}), range(4)))
    again = guest.send("/first-poll/q/first", {"q.first": "culture", "go": "next"})
    assert len({receipt_of(page) for page in (*pages, again)}) == 1
    assert len(ministry.records()) == before + 1
    assert ministry.records()[receipt_of(again)].answers == {"first": "economy"}


def test_one_may_take_part_again_after_being_told_that_it_counts_again(guest: Guest) -> None:
    guest.answer("first-poll", first="economy")
    first = guest.submit("first-poll")
    assert "한 번 더 세어져요" in guest.get("/first-poll").text
    others = Guest(guest.ministry)
    others.answer("first-poll", first="economy")
    others.submit("first-poll")
    assert "보내신 답은 접수되어 있어요" in alert(others.send("/first-poll/leave", {}))
    assert "한 번 더" not in others.get("/first-poll").text
    guest.send("/first-poll/q/first", {"q.first": "culture", "go": "next", "anew": "1"})
    second = guest.submit("first-poll")
    assert first != second
    assert guest.ministry.records()[second].answers == {"first": "culture"}


def test_what_is_not_submitted_lies_there_encrypted_and_leaves_no_trace_when_erased(ministry: Ministry) -> None:
    guest, before = Guest(ministry), set(ministry.drafts())
    guest.answer("voice", opinion="비밀스러운 의견")
    (kept,) = set(ministry.drafts()) - before
    assert "비밀스러운".encode() not in kept
    (cookie,) = cookies_of(guest)
    assert cookie.value is not None
    assert cookie.value.encode() not in kept
    assert (cookie.path, cookie.has_nonstandard_attr("HttpOnly")) == ("/take-part/voice", True)
    assert "지울까요" in heading(guest.get("/voice/leave"))
    left = guest.send("/voice/leave", {"x": ""})
    assert "지웠어요" in alert(left)
    assert kept not in ministry.drafts()
    assert not cookies_of(guest)


def test_every_type_of_question_is_answered_one_page_each(guest: Guest) -> None:
    page = guest.answer("long-survey", some=["security", "culture"])
    assert "2 / 7" in page.text
    page = guest.send(
        "/long-survey/q/order", {"q.order.1": "economy", "q.order.2": "", "q.order.3": "security", "go": "next"}
    )
    for question, value in (("trust", "0"), ("stars", "5"), ("visits", "3")):
        page = guest.send(f"/long-survey/q/{question}", {f"q.{question}": value, "go": "next"})
    assert heading(page) == "하나"
    guest.send("/long-survey/q/views/s1", {"vote": "agree"})
    page = guest.send("/long-survey/q/views/s2", {"vote": "pass"})
    assert heading(page) == "어떤 분이신가요?"
    page = guest.send("/long-survey/about", {"age_band": "30-39", "region": "declined", "gender": "no such"})
    assert "30대 · 답하지 않음" in page.text
    assert "1순위 경제\n2순위 안보" in page.text
    stored = guest.sent("long-survey")
    assert stored.answers == {
        "some": ["security", "culture"],
        "order": ["economy", "security"],
        "trust": 0,
        "stars": 5,
        "visits": 3,
        "views": {"s1": "agree", "s2": "pass"},
    }
    assert dict(stored.about) == {"age_band": "30-39", "region": "declined"}


def test_back_change_and_skip_logic_lead_as_at_the_kiosk(guest: Guest) -> None:
    page = guest.answer("first-poll", first="security")
    assert (heading(page), "2 / 2" in page.text) == ("왜요?", True)
    back = guest.send("/first-poll/q/why", {"q.why": "쓰다 만 말", "go": "back"})
    assert (heading(back), 'value="security" checked' in back.text) == ("무엇이 먼저일까요?", True)
    assert "쓰다 만 말" in guest.get("/first-poll/q/why").text
    review = guest.send("/first-poll/q/first", {"q.first": "security", "go": "next", "change": "1"})
    assert "쓰다 만 말" in review.text
    review = guest.send("/first-poll/q/first", {"q.first": "economy", "go": "next", "change": "1"})
    assert (heading(review), "쓰다 만 말" in review.text) == ("이대로 제출할까요?", False)
    assert heading(guest.get("/first-poll/q/why")) == "이대로 제출할까요?"
    assert guest.sent("first-poll").answers == {"first": "economy"}


@pytest.mark.parametrize(
    ("activity", "question", "fields", "told"),
    [
        ("first-poll", "first", {}, "꼭 답해 주세요."),
        ("first-poll", "first", {"q.first": "nothing-like-it"}, "답을 다시 확인해 주세요."),
        ("long-survey", "visits", {"q.visits": "many"}, "숫자로 써 주세요."),
        ("long-survey", "visits", {"q.visits": "nan"}, "숫자로 써 주세요."),
        ("long-survey", "visits", {"q.visits": "1e999"}, "숫자로 써 주세요."),
        ("long-survey", "order", {"q.order.1": "economy", "q.order.2": "economy"}, "한 가지를 두 번"),
        ("long-survey", "views/s1", {"vote": "perhaps"}, "답을 다시 확인해 주세요."),
        ("idea", "title", {"q.title": "가" * 5001}, "5000자까지"),
        ("changing", "age", {"q.age": "200"}, "1부터 120 사이"),
        ("changing", "age", {"q.age": "17"}, "어른만 답해요."),
    ],
)
def test_answer_that_breaks_a_rule_is_told_where_it_stands_and_kept(
    guest: Guest, activity: str, question: str, fields: dict[str, str], told: str
) -> None:
    first = {"long-survey": "some", "idea": "title", "changing": "read"}.get(activity)
    if first:
        guest.send(f"/{activity}/q/{first}", {"go": "next"})
    page = guest.send(f"/{activity}/q/{question}", {**fields, "go": "next"})
    assert told in alert(page)
    typed = next(iter(fields.values()), "")
    assert typed in page.text or typed in ("nothing-like-it", "perhaps", "economy")
    blocked = guest.send(f"/{activity}/review", {})
    assert told in alert(blocked) or "아직 답하신 것이 없어요" in alert(blocked)


def test_number_that_looks_personal_is_pointed_out_and_can_be_erased_or_left(guest: Guest) -> None:
    page = guest.answer("voice", opinion="전화 010-1234-5678 주세요")
    assert "<mark>010-1234-5678</mark>" in page.text
    assert "꼭 필요하지 않으면" in alert(guest.send("/voice/review", {}))
    page = guest.send("/voice/q/opinion", {"q.opinion": "전화 010-1234-5678 주세요", "go": "erase"})
    assert heading(page) == "어떤 분이신가요?"
    assert "010-1234" not in guest.get("/voice/q/opinion").text
    guest.send("/voice/q/opinion", {"q.opinion": "메일 hong@example.kr", "go": "keep"})
    assert guest.sent("voice").answers == {"opinion": "메일 hong@example.kr"}


_AGREED = {"agree.proposal": "1", "agree.opinion-link": "1"}


def test_contact_is_sealed_when_it_is_written_and_goes_with_an_age_that_forbids_it(ministry: Ministry) -> None:
    guest = Guest(ministry)
    guest.answer("idea", title="여권을 더 빨리", situation="", improvement="", field="f0")
    assert "연락처 남기기" in guest.get("/idea/review").text
    contact = {**_AGREED, "fourteen": "1", "name": "홍길동", "email": "hong@example.kr", "answer": "1"}
    assert "동의" in alert(guest.send("/idea/contact", {**contact, "agree.opinion-link": ""}))
    switched = guest.send("/idea/contact", {**contact, "lang": "en"})
    assert (heading(switched), 'value="hong@example.kr"' in switched.text) == ("Contact details", True)
    assert "암호로 잠가 두었어요" not in guest.get("/idea/review").text
    page = guest.send("/idea/contact", contact)
    assert (heading(page), "암호로 잠가 두었어요" in page.text) == ("이대로 제출할까요?", True)
    assert "hong@example.kr" not in page.text + guest.get("/idea/contact").text
    page = guest.send("/idea/about", {"age_band": "under-14"})
    assert "암호로" not in page.text
    assert heading(guest.get("/idea/contact")) == "지금은 연락처를 받을 수 없어요"
    guest.send("/idea/about", {"age_band": "20-29"})
    guest.send("/idea/contact", contact)

    receipt_id = guest.submit("idea")

    stored = ministry.records()[receipt_id]
    assert stored.contact is not None
    key = read_private_key(ministry.officer_key)
    opened = read_contact(unseal(key, stored.contact, "contact", receipt_id))
    assert (opened["name"], opened["email"], opened["consent"]["opinion_link"]) == ("홍길동", "hong@example.kr", True)
    while not bring_up_to_date(ministry.central, datetime.now(UTC)):
        pass
    with ministry.central.database.reading() as connection:
        proposal = find_proposal(connection, receipt_id)
    assert proposal is not None
    assert (proposal.title, proposal.channel) == ("여권을 더 빨리", "online")


def test_contact_can_be_taken_back_before_submitting(guest: Guest) -> None:
    guest.answer("voice", opinion="의견")
    guest.send(
        "/voice/contact", {"agree.answer": "1", "agree.opinion-link": "1", "fourteen": "1", "phone": "01012345678"}
    )
    page = guest.send("/voice/contact", {"remove": "1"})
    assert "암호로" not in page.text
    assert guest.sent("voice").contact is None


def test_visit_that_has_expired_says_so_and_keeps_the_answer_that_just_came(ministry: Ministry) -> None:
    guest, before = Guest(ministry), len(ministry.records())
    guest.answer("first-poll", first="security")
    ministry.let_drafts_expire()
    assert "제출된 것은 없으니" in alert(guest.get("/first-poll/q/why"))
    page = guest.send("/first-poll/q/why", {"q.why": "새로 쓴 말", "go": "next"})
    assert (heading(page), "남겨 두었어요" in alert(page)) == ("무엇이 먼저일까요?", True)
    guest.send("/first-poll/q/first", {"q.first": "security", "go": "next"})
    assert "새로 쓴 말" in guest.get("/first-poll/q/why").text
    ministry.let_drafts_expire()
    assert "제출된 것은 없으니" in alert(guest.send("/first-poll/review", {}))
    assert len(ministry.records()) == before
    Guest(ministry).answer("first-poll", first="culture")
    assert len(ministry.drafts()) == 1


def test_browser_without_cookies_is_told_that_nothing_was_sent(guest: Guest) -> None:
    guest.follows = False
    for answer in ("economy", "security"):
        sent = guest.send("/first-poll/q/first", {"q.first": answer, "go": "next"})
        guest.session.cookies.clear()
        where = sent.headers["location"].removeprefix("/take-part")
        assert "쿠키를 받지 않았을 수 있어요" in alert(guest.get(where))


@pytest.mark.parametrize(
    ("activity", "status", "head"),
    [
        ("over", 410, "참여 기간이 끝났어요"),
        ("coming", 404, "아직 열리지 않았어요"),
        ("nothing", 404, "찾으시는 활동이 없어요"),
        ("%00", 404, "찾으시는 활동이 없어요"),
    ],
)
def test_what_is_not_open_takes_nothing(guest: Guest, activity: str, status: int, head: str) -> None:
    before = len(guest.ministry.records())
    for page in (
        guest.get(f"/{activity}"),
        guest.send(f"/{activity}/q/first", {"q.first": "economy"}),
        guest.send(f"/{activity}/review", {}),
    ):
        assert (page.status_code, heading(page)) == (status, head)
    assert len(guest.ministry.records()) == before


def test_visit_goes_on_in_the_words_in_which_it_was_begun(guest: Guest) -> None:
    guest.send("/changing/q/read", {"go": "next"})
    guest.ministry.publish(seasonal_pack(2))
    assert heading(Guest(guest.ministry).get("/changing")) == "2판"
    page = guest.get("/changing/q/age")
    assert heading(page) == "1판"
    guest.send("/changing/q/age", {"q.age": "40", "go": "next"})
    receipt_id = guest.submit("changing")
    stored = guest.ministry.records()[receipt_id]
    assert (stored.pack_version, stored.answers) == (1, {"age": 40})
    assert guest.ministry.is_held(receipt_id) is False


def test_forms_of_another_site_or_of_no_kind_change_nothing(guest: Guest) -> None:
    before, drafts = len(guest.ministry.records()), len(guest.ministry.drafts())
    fields = {"q.first": "economy", "go": "next"}
    foreign = guest.send("/first-poll/q/first", fields, **{"Sec-Fetch-Site": "cross-site"})
    assert (foreign.status_code, heading(foreign)) == (403, "받을 수 없는 요청이에요")
    assert (
        guest.send("/first-poll/q/first", b"a=%FF", **{"Content-Type": "application/x-www-form-urlencoded"}).status_code
        == 400
    )
    assert guest.send("/first-poll/q/first", b"{}", **{"Content-Type": "application/json"}).status_code == 415
    long = guest.send("/first-poll/q/first", {"q.first": "가" * 50_000})
    assert (long.status_code, heading(long)) == (413, "글이 너무 길어요")
    assert guest.send("/first-poll/q/nothing", fields).status_code == 200
    assert (len(guest.ministry.records()), len(guest.ministry.drafts())) == (before, drafts)


def test_nothing_answered_is_nothing_to_submit(guest: Guest) -> None:
    guest.answer("long-survey", some=[])
    page = guest.send("/long-survey/review", {})
    assert (heading(page), "아직 답하신 것이 없어요" in alert(page)) == ("이대로 제출할까요?", True)
    assert "제출하기" not in page.text


def test_language_is_the_one_asked_for_or_the_browsers_and_changes_with_what_is_written(guest: Guest) -> None:
    assert heading(guest.get("/first-poll", **{"Accept-Language": "ja,en"})) == "무엇이 먼저일까요?"
    assert "次へ" in guest.get("/first-poll", **{"Accept-Language": "ja,en"}).text
    guest.answer("first-poll", first="security")
    page = guest.send("/first-poll/q/why?lang=ko", {"q.why": "half a", "lang": "en"})
    assert (heading(page), "half a" in page.text) == ("Why?", True)
    guest.send("/first-poll/q/why?lang=en", {"q.why": "a whole one", "go": "next"})
    receipt_id = receipt_of(guest.send("/first-poll/review?lang=en", {}))
    assert guest.ministry.records()[receipt_id].language == "en"


def test_one_connection_may_send_much_but_not_without_end(guest: Guest) -> None:
    def begin(address: str) -> int:
        fields = {"q.first": "economy"}
        other = Guest(guest.ministry, follows=False)
        page = other.send("/first-poll/q/first", fields, **{"X-Forwarded-For": address})
        if page.status_code == 429:
            assert 0 < int(page.headers["Retry-After"]) <= 600
            assert "그대로 있어요" in page.text
        return page.status_code

    assert {begin("203.0.113.9") for _ in range(120)} == {303}
    assert begin("203.0.113.9") == 429
    assert begin("203.0.113.10") == 303


def test_list_shows_what_is_open_what_comes_and_what_is_over(guest: Guest) -> None:
    page = guest.get("?lang=en")
    parts = page.text.split("<h2")
    assert len(parts) == 4
    assert 'href="/take-part/first-poll?lang=en"' in parts[1]
    assert ("Opens on" in parts[2], "Closed on" in parts[3]) == (True, True)
    assert "/take-part/coming" not in page.text
    assert "/take-part/over" not in page.text
    assert 'href="/take-part?lang=en"' in requests_get(guest, "/?lang=en")


def requests_get(guest: Guest, path: str) -> str:
    for _ in range(20):
        page = guest.session.get(f"{guest.ministry.url}{path}", timeout=30)
        if page.status_code == 200:
            break
    return page.text


def cookies_of(guest: Guest) -> list[Cookie]:
    return [cookie for cookie in cast(CookieJar, guest.session.cookies)]
