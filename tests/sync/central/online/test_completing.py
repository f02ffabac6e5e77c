"""A proposer completes a proposal from the phone, until its review begins; the record's own bytes never change."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from sync.central.ingest.withdrawals import withdraw_receipt
from sync.central.proposals.completing import CompletionClosed, complete
from sync.central.proposals.reading import Dossier, dossier
from sync.central.proposals.searching import search_of
from sync.central.review import events as e
from sync.central.review.proposal import Stage
from sync.central.store import inbox
from sync.central.store.access import payload_of_receipt
from sync.central.store.inbox import Filter
from sync.central.store.papers import papers_of
from tests.sync.central.online.conftest import Lobby, heading
from tests.sync.central.public.scenes import ago, refused, reviewed
from tests.sync.central.staff.proposing import proposing_pack

_SCRIPT = "<script>document.title='ran'</script>"


def _seen(lobby: Lobby, proposal_id: str) -> Dossier:
    with lobby.central.database.reading() as connection:
        found = dossier(connection, proposal_id, ago(0))
    assert found is not None
    return found


def _record(lobby: Lobby, proposal_id: str) -> bytes | None:
    with lobby.central.database.reading() as connection:
        return payload_of_receipt(connection, proposal_id)


def test_what_is_added_stands_in_the_staffs_version_and_the_record_stays(lobby: Lobby) -> None:
    proposal_id, token = lobby.propose(situation="창구가 너무 멀어요")
    before = _record(lobby, proposal_id)
    form = lobby.get(token, "/more", lang="ko")
    assert (heading(form), form.text.count("<textarea")) == ("제안 내용 보태기", 2)
    assert ("창구가" in form.text, form.text.count("이미 쓰신 글이 있어요")) == (False, 1)

    words = {"q.improvement": f"구청마다 <b>키오스크</b>를 {_SCRIPT} 010-1234-5678", "q.situation": "", "warned": "1"}
    sent = lobby.send(token, "/more?lang=ko", words)
    assert (sent.status_code, sent.headers["location"]) == (303, f"/r/{token}?lang=ko&done=more")
    lobby.send(token, "/more", {"q.situation": "버스도 없어요"})

    assert "보탠 내용을 잘 받았어요." in lobby.get(token, lang="ko", done="more").text
    seen = _seen(lobby, proposal_id)
    assert seen.state.stage is Stage.RECEIVED
    assert [(part["label"]["ko"], part["text"]) for part in seen.stored.parts] == [
        ("현황·문제점", "창구가 너무 멀어요"),
        (f"현황·문제점 ({ago(0)} 보완)", "버스도 없어요"),
        (f"개선방안 ({ago(0)} 보완)", f"구청마다 <b>키오스크</b>를 {_SCRIPT} [전화번호]"),
    ]
    assert _record(lobby, proposal_id) == before
    with lobby.central.database.reading() as connection:
        terms = Filter(terms=search_of("구청마다 버스").terms)
        found = inbox.listed(connection, terms, "newest", ago(0), 9).rows
    assert proposal_id in [row.proposal_id for row in found]


def test_completion_that_staff_asked_for_is_answered_and_the_clock_runs_on(lobby: Lobby) -> None:
    proposal_id, token = lobby.propose(days_ago=6)
    lobby.events(proposal_id, e.CompletionAsked(on=ago(4), due=ago(-7), reason="어느 공관인지 적어 주세요."))
    page = lobby.get(token, lang="ko")
    assert f'class="action" href="/r/{token}/more?lang=ko"' in page.text
    assert "어느 공관인지 적어 주세요." in lobby.get(token, "/more").text
    owed = _seen(lobby, proposal_id).owed
    assert owed is not None
    assert owed.stopped

    assert lobby.send(token, "/more", {"q.situation": "도쿄예요"}).status_code == 303

    seen = _seen(lobby, proposal_id)
    assert (seen.state.stage, seen.events[-1].kind, seen.events[-1].staff) == (Stage.RECEIVED, "completed", "")
    assert seen.owed is not None
    assert not seen.owed.stopped
    # Four days in which the proposer was waited for do not count.
    assert (seen.owed.day - owed.day).days == 0
    assert heading(lobby.get(token)) == "제안이 접수되었어요"


@pytest.mark.parametrize("after", ["review", "decision"])
def test_nothing_is_added_once_the_review_has_begun(lobby: Lobby, after: str) -> None:
    proposal_id, token = lobby.propose(days_ago=9)
    lobby.events(proposal_id, *(reviewed() if after == "review" else refused("이미 합니다.")))
    for answer in (lobby.get(token, "/more"), lobby.send(token, "/more", {"q.situation": "늦은 말"})):
        assert (answer.status_code, heading(answer)) == (409, "이제는 내용을 보탤 수 없어요")
    activity = proposing_pack().activities[0]
    with pytest.raises(CompletionClosed):  # the review may begin while the form is being filled in
        complete(lobby.central, proposal_id, activity, {"situation": "늦은 말"}, datetime.now(UTC))
    assert "늦은 말" not in str(_seen(lobby, proposal_id).stored.parts)
    assert "/more" not in lobby.get(token).text


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"q.situation": "  "}, "적어도 한 칸은"),
        ({"q.title": "다른 제목"}, "적어도 한 칸은"),
        ({"q.situation": "가" * 5001}, "내용이 너무 길어요"),
        ({"q.situation": f"010-1234-5678 {_SCRIPT}"}, "전화번호"),
    ],
)
def test_what_cannot_be_added_is_told_and_nothing_is_lost(lobby: Lobby, fields: dict[str, str], told: str) -> None:
    proposal_id, token = lobby.propose()
    answer = lobby.send(token, "/more", fields)
    assert (answer.status_code, told in answer.text, _SCRIPT in answer.text) == (422, True, False)
    foreign = lobby.send(token, "/more", {"q.situation": "남의 말"}, **{"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 404
    assert _seen(lobby, proposal_id).stored.parts == []


def test_several_at_once_are_all_added_and_a_withdrawal_among_them_erases_everything(lobby: Lobby) -> None:
    activity, now = proposing_pack().activities[0], datetime.now(UTC)
    for withdraws in (False, True):
        proposal_id, _ = lobby.propose()

        def add(number: int, proposal_id: str = proposal_id, withdraws: bool = withdraws) -> None:
            if withdraws and number == 3:
                withdraw_receipt(lobby.central.database, lobby.device_id, proposal_id, now)
            with suppress(CompletionClosed):
                complete(lobby.central, proposal_id, activity, {"situation": f"말 {number}"}, now)

        with ThreadPoolExecutor(6) as several:
            list(several.map(add, range(6)))
        with lobby.central.database.reading() as connection:
            kept = [each.content for each in papers_of(connection, proposal_id, "words") if each.content]
        assert len(kept) == (0 if withdraws else 6)
        assert len(_seen(lobby, proposal_id).stored.parts) == len(kept)


def test_what_was_added_is_erased_with_a_withdrawal_and_never_rewritten(lobby: Lobby) -> None:
    proposal_id, token = lobby.propose()
    lobby.send(token, "/more", {"q.situation": "지울 말"})
    for statement in (
        "UPDATE visitor_paper SET content = 'x'",
        "UPDATE visitor_paper SET content = NULL, no = 9",
        "DELETE FROM visitor_paper",
    ):
        with pytest.raises(DatabaseError, match="append-only"), lobby.central.database.engine.begin() as connection:
            connection.execute(text(statement))
    withdraw_receipt(lobby.central.database, lobby.device_id, proposal_id, datetime.now(UTC))
    with lobby.central.database.reading() as connection:
        kept = connection.execute(text("SELECT content FROM visitor_paper WHERE content LIKE '%지울 말%'")).all()
    assert kept == []
    answer = lobby.send(token, "/more", {"q.situation": "또"})
    assert (answer.status_code, lobby.get(token, "/more").status_code) == (404, 404)
