"""A proposal's receipt page: it follows every step that staff record, and re-examination can be asked for in time."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest

from kiosk.forum.receipts import receipt_token
from kiosk.forum.submissions import new_receipt_id
from sync.central.ingest.withdrawals import withdraw_receipt
from sync.central.online.adding_words import ADDING_WORDS
from sync.central.online.desk import following_texts
from sync.central.online.file_words import FILE_WORDS
from sync.central.online.following_words import FOLLOWING_WORDS
from sync.central.proposals.reading import dossier
from sync.central.public.words import day_text
from sync.central.review import events as e
from sync.central.review.proposal import Stage
from sync.central.review.words import LANGUAGES
from sync.central.store import contests
from sync.central.store.papers import papers_of
from sync.central.store.proposals import events_of, find_proposal
from tests.sync.central.online.conftest import Lobby, heading
from tests.sync.central.public.contests import CLOSES, contest_pack, hold_contests
from tests.sync.central.public.scenes import Forum, adopted, ago, carried_out, refused, reviewed
from tests.sync.central.staff.proposing import submission_of

_SCRIPT = "<script>document.title='ran'</script>"


def _day(days_ago: int) -> str:
    return day_text(ago(days_ago), "ko")


# What staff record on a proposal of twenty days ago, and what its proposer reads then.
_STEPS: dict[str, tuple[Callable[[], list[e.Event]], tuple[str, ...]]] = {
    "received": (lambda: [], ("제안이 접수되었어요", "결정 기한")),
    "completion-asked": (
        lambda: [e.CompletionAsked(on=ago(15), due=ago(-9), reason=f"어느 공관인지 {_SCRIPT}")],
        ("제안 내용을 보완해 주세요", f"{_day(-9)}까지", "어느 공관인지 &lt;script&gt;", "기한이 멈춰 있어요"),
    ),
    "under-review": (lambda: reviewed(4), ("제안을 심사하고 있어요", "결정 기한")),
    "consulting": (
        lambda: [*reviewed(4), e.OpinionAsked(on=ago(3), body="행정안전부", proposer_told_on=ago(3))],
        ("다른 기관의 의견을 듣고 있어요", "행정안전부", "기한이 멈춰 있어요"),
    ),
    "adopted": (
        lambda: adopted("참 좋습니다."),
        ("제안이 채택되었어요", "참 좋습니다.", f"실시 예정 시기: {_day(-90)}"),
    ),
    "decided, not told yet": (
        lambda: refused("이미 합니다.")[:-1],
        ("이번에는 채택하지 못했어요", "이미 합니다.", "결과를 정식으로 알려 드리는 절차"),
    ),
    "not-adopted": (lambda: refused("이미 합니다."), ("이번에는 채택하지 못했어요", "이미 합니다.", "재심사 요청하기")),
    "carried-out": (
        lambda: carried_out("좋습니다.", "온라인으로 신청할 수 있게 했습니다."),
        ("제안한 일을 실시했어요", "온라인으로 신청할 수 있게 했습니다."),
    ),
    "transferred": (
        lambda: [e.Transferred(on=ago(1), body="법무부", reason="출입국 업무입니다.")],
        ("담당 기관으로 보냈어요", "법무부", "출입국 업무입니다."),
    ),
    "linked": (
        lambda: [e.Linked(on=ago(1), earlier_id=new_receipt_id(), earlier_received_on=ago(50))],
        ("먼저 접수된 같은 제안이 있어요",),
    ),
    "closed": (
        lambda: [
            e.CompletionAsked(on=ago(19), due=ago(5), reason="보완"),
            e.Closed(on=ago(1), ground=e.Closing.NOT_COMPLETED, reason="보완하지 않으셨습니다."),
        ],
        ("제안 처리를 마쳤어요", "보완하지 않으셨습니다."),
    ),
}


@pytest.mark.parametrize("name", _STEPS)
def test_receipt_page_tells_where_the_proposal_stands(lobby: Lobby, name: str) -> None:
    events, told = _STEPS[name]
    proposal_id, token = lobby.propose(days_ago=20, situation=f"비밀스러운 현황 {_SCRIPT}", title=f"제목 {_SCRIPT}")
    lobby.events(proposal_id, *events())
    answer = lobby.get(token, lang="ko")
    assert answer.status_code == 200
    assert heading(answer) == told[0]
    for text in told:
        assert text in answer.text
    assert "비밀스러운" not in answer.text
    assert "<script" not in answer.text
    assert len(answer.content) < 60_000


def test_what_the_ministry_said_before_stays_readable_and_what_is_still_to_come_is_told(lobby: Lobby) -> None:
    proposal_id, token = lobby.propose(days_ago=20)

    def ahead() -> list[str]:
        _, _, after = lobby.get(token, lang="ko").text.partition("앞으로의 단계")
        return re.findall(r"<li><strong>([^<]+)</strong>", after)

    assert ahead() == ["심사", "채택 여부 결정", "결과 통지"]
    lobby.events(proposal_id, *refused("이미 하고 있습니다."))
    assert ahead() == []
    lobby.events(proposal_id, e.ReExaminationAsked(on=ago(0), reason="다시"))
    assert "이미 하고 있습니다." in lobby.get(token, lang="ko").text
    assert ahead() == ["채택 여부 결정", "결과 통지"]

    done_id, done = lobby.propose(days_ago=20)
    lobby.events(done_id, *adopted("비용이 적습니다."))
    page = lobby.get(done, lang="en").text
    assert page.count("비용이 적습니다.") == 1
    assert f"by {day_text(ago(-90), 'en')}" in page
    assert "The Ministry answers in Korean." in page
    lobby.events(done_id, e.CarriedOut(on=ago(0), how="문자를 보냅니다."))
    page = lobby.get(done, lang="ko").text
    assert ("비용이 적습니다." in page, "문자를 보냅니다." in page, "외교부는 한국어로" in page) == (True, True, False)


def test_public_page_of_a_proposal_is_linked_once_there_is_one(lobby: Lobby) -> None:
    proposal_id, token = lobby.propose()
    assert "공개된 모습 보기" not in lobby.get(token, lang="ko").text
    lobby.events(proposal_id, *reviewed())
    (address,) = re.findall(r'href="(/suggestions/[^"]+)">공개된 모습 보기', lobby.get(token, lang="ko").text)
    assert lobby.fetch(address).status_code in (200, 503)  # the first edition may still be counted


def test_every_stage_has_words() -> None:
    for stage in set(Stage) - {Stage.WITHDRAWN}:
        assert {f"head_{stage}", f"lead_{stage}"} <= set(FOLLOWING_WORDS)
    assert all(following_texts(language)["step_notified"] for language in LANGUAGES)


@pytest.mark.parametrize("words", [FOLLOWING_WORDS, ADDING_WORDS, FILE_WORDS], ids=["following", "adding", "files"])
def test_words_are_complete_and_in_their_language(words: Mapping[str, tuple[str, str, str, str]]) -> None:
    for name, four in words.items():
        assert all(text and text == text.strip() for text in four), name
        assert len({tuple(sorted(re.findall(r"\{\w+\}", text))) for text in four}) == 1, name
        assert any("가" <= letter <= "힣" for letter in four[0]), name
        assert not any("가" <= letter <= "힣" for text in four[1:] for letter in text), name
        assert not any("ぁ" <= letter <= "ヿ" for letter in four[1] + four[3]), name


def test_earlier_proposal_that_is_public_is_linked(lobby: Lobby) -> None:
    earlier_id, _ = lobby.propose(days_ago=20)
    proposal_id, token = lobby.propose(days_ago=9)
    lobby.events(proposal_id, e.Linked(on=ago(1), earlier_id=earlier_id, earlier_received_on=ago(20)))
    assert "먼저 접수된 제안 보기" not in lobby.get(token, lang="ko").text
    lobby.events(earlier_id, *reviewed())
    page = lobby.get(token, lang="ko")
    assert "먼저 접수된 제안 보기" in page.text
    assert earlier_id not in page.text


def test_proposer_chooses_whether_the_steps_are_public(lobby: Lobby) -> None:
    proposal_id, token = lobby.propose()
    form = lobby.get(token, "/publicity", lang="ko")
    assert "지금은 과정까지 공개" in form.text
    foreign = lobby.send(token, "/publicity", {"public": "no"}, **{"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 404
    for wish, public in (("no", False), ("no", False), ("yes", True), ("maybe", True)):
        sent = lobby.send(token, "/publicity", {"public": wish})
        assert sent.status_code == 303
        with lobby.central.database.reading() as connection:
            stored = find_proposal(connection, proposal_id)
            events = events_of(connection, proposal_id)
        assert stored is not None
        assert stored.public is public
    assert [each.kind for each in events] == ["received", "publicity-changed", "publicity-changed"]


def test_proposal_that_has_just_arrived_is_followed_at_once(lobby: Lobby) -> None:
    _, token = lobby.propose(days_ago=0)
    assert heading(lobby.get(token)) == "제안이 접수되었어요"
    assert heading(lobby.get(token, lang="en")) == "Your proposal has been received"


def test_re_examination_is_asked_for_within_its_time_and_staff_see_it(lobby: Lobby) -> None:
    proposal_id, token = lobby.propose(days_ago=30)
    lobby.events(proposal_id, *refused("이미 합니다.", 14))
    assert heading(lobby.get(token, "/again")) == "재심사 요청하기"

    sent = lobby.send(token, "/again?lang=ko", {"reason": "우리 동네에는 없어요"})
    assert (sent.status_code, sent.headers["location"]) == (303, f"/r/{token}?lang=ko&done=again")

    page = lobby.get(token, lang="ko", done="again")
    assert (heading(page), "재심사를 요청했어요." in page.text) == ("제안을 다시 심사하고 있어요", True)
    assert "우리 동네" not in page.text
    with lobby.central.database.reading() as connection:
        stored = find_proposal(connection, proposal_id)
        last = events_of(connection, proposal_id)[-1]
        (paper,) = papers_of(connection, proposal_id, "re-examination")
        seen = dossier(connection, proposal_id, ago(0))
    assert stored is not None
    assert seen is not None
    assert seen.requests == [(ago(0), "우리 동네에는 없어요")]
    assert (stored.stage, last.kind, last.staff, paper.content) == (
        "re-examination",
        "re-examination-asked",
        "",
        "우리 동네에는 없어요",
    )
    assert "우리 동네" not in str(last.record)  # an event stays for ever; these words can be taken back
    again = lobby.send(token, "/again", {"reason": "한 번 더"})
    assert (again.status_code, heading(again)) == (409, "재심사를 요청할 수 없어요")

    withdraw_receipt(lobby.central.database, lobby.device_id, proposal_id, datetime.now(UTC))
    with lobby.central.database.reading() as connection:
        assert [each.content for each in papers_of(connection, proposal_id, "re-examination")] == [None]


@pytest.mark.parametrize(
    ("notified", "why"),
    [(30, "까지 요청할 수 있었어요"), (None, "불채택 결과를 알려 드린 뒤에")],
)
def test_re_examination_is_refused_plainly_out_of_its_time(lobby: Lobby, notified: int | None, why: str) -> None:
    proposal_id, token = lobby.propose(days_ago=60)
    lobby.events(proposal_id, *(refused("이미 합니다.", notified) if notified else reviewed(2)))
    for answer in (lobby.get(token, "/again"), lobby.send(token, "/again", {"reason": "다시"})):
        assert (answer.status_code, heading(answer)) == (409, "재심사를 요청할 수 없어요")
        assert why in answer.text
    assert "/again" not in lobby.get(token).text


def test_request_without_a_reason_or_from_elsewhere_changes_nothing(lobby: Lobby) -> None:
    proposal_id, token = lobby.propose(days_ago=9)
    lobby.events(proposal_id, *refused("이미 합니다."))
    empty = lobby.send(token, "/again", {"reason": " "})
    assert (empty.status_code, "이유를 적어 주세요" in empty.text) == (422, True)
    number = lobby.send(token, "/again", {"reason": f"010-1234-5678 {_SCRIPT}"})
    assert (number.status_code, 'name="warned"' in number.text, "<script" in number.text) == (422, True, False)
    foreign = lobby.send(token, "/again", {"reason": "다시"}, **{"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 404
    forged = lobby.send(token[:-4] + "AAAA", "/again", {"reason": "다시"})
    assert forged.status_code == 404
    assert heading(lobby.get(token)) == "이번에는 채택하지 못했어요"
    sent = lobby.send(token, "/again", {"reason": "010-1234-5678", "warned": "1"})
    assert sent.status_code == 303


def test_an_entrant_reads_what_became_of_the_contest(lobby: Lobby) -> None:
    open_one = lobby.get(lobby.arrive(submission_of("contest", title="열린 공모")), lang="ko").text
    assert ("응모 마감 2099년 12월 31일" in open_one, "제안 내용 보태기" in open_one) == (True, True)

    forum = Forum(lobby.central, [contest_pack()], name="contests")
    winning = hold_contests(forum, "평화 자전거길")
    with lobby.central.database.reading() as connection:
        entries = contests.entries_of(connection, "ideas", CLOSES)
    (lost,) = (each.proposal_id for each in entries if each.proposal_id != winning)
    (none,) = forum.arrive([forum.visit("slogan", {"title": "표어"}, days_ago=12)])
    (later,) = forum.arrive([forum.visit("later", {"title": "기다리는 응모작"}, days_ago=12)])
    told = {
        winning: "축하해요! 최우수상 수상작이에요.",
        lost: "이번에는 상을 받지 못했어요.",
        none: "수상작을 뽑지 않았습니다.",
        later: f"결과 발표 {_day(-3)}",
    }
    for receipt_id, sentence in told.items():
        token = receipt_token(forum.key, forum.kiosk, receipt_id, "ko")
        page = lobby.get(token, lang="ko").text
        assert sentence in page
        assert ("공모 결과" in page, "제안 내용 보태기" in page) == (receipt_id != later, False)
        answer = lobby.send(token, "/more?lang=ko", {"q.title": "다른 말"})
        assert (answer.status_code, "공모가 마감되었거나" in answer.text) == (409, True)
