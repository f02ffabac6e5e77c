"""Proposals out of records, on both databases: taken in once, searched, compared, moved on, consulted and erased."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError

from kiosk.forum.receipts import receipt_number
from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import Submission, new_receipt_id
from sync.central.central import Central
from sync.central.ingest.withdrawals import withdraw_receipt
from sync.central.proposals.consulting import OpinionClosed, answer, ask_opinion, find_by_token, opinion_token
from sync.central.proposals.deciding import ProposalChanged, record_event
from sync.central.proposals.intake import bring_up_to_date
from sync.central.proposals.reading import dossier
from sync.central.proposals.searching import pairs_of, search_of
from sync.central.review.events import Adopted, Linked, OpinionAsked, Refused, ReviewStarted, Transferred
from sync.central.review.proposal import Stage, TransitionRefused
from sync.central.store import inbox, intake, proposals
from sync.central.store import review_tables as t
from sync.central.store.inbox import Filter
from tests.submissions import poll_submission
from tests.sync.central.staff.conftest import KIOSK, Arrive
from tests.sync.central.staff.proposing import submission_of, thought, today

LONG = "해외에서 여권을 잃어버린 국민이 가까운 영사관에서 하루 안에 긴급여권을 받을 수 있도록 절차를 줄여 주세요. " * 3


def _now() -> datetime:
    return datetime.now(UTC)


def _found(central: Central, query: str = "", **wanted: object) -> list[str]:
    search = search_of(query)
    pairs = tuple({pair for term in search.terms for pair in pairs_of(term)})
    narrowed = Filter(terms=search.terms, pairs=pairs, ids=search.ids, **wanted)  # type: ignore[arg-type]
    with central.database.reading() as connection:
        rows = inbox.listed(connection, narrowed, "urgent", today(), 50).rows
        assert inbox.Counted(len(rows)) == inbox.count(connection, narrowed, today())
    return [row.title for row in rows]


def test_a_record_becomes_one_proposal_however_often_it_is_read(opened: Central, arrive: Arrive) -> None:
    arrive(submission_of(title="하나", situation="내용"))
    with opened.database.writing() as connection:
        connection.execute(delete(t.intake))
    while not bring_up_to_date(opened, _now()):
        pass
    assert _found(opened) == ["하나"]


def test_every_proposal_is_found_among_polls_that_are_passed_over(opened: Central, arrive: Arrive) -> None:
    polls = [poll_submission() for _ in range(30)]
    proposed = [submission_of(title=f"제안 {number}", situation="내용") for number in range(22)]
    arrive(*polls[:25], proposed[0], *polls[25:], *proposed[1:], poll_submission())
    with opened.database.reading() as connection:
        assert intake.unread(connection, []) == []
    assert sorted(_found(opened)) == sorted(f"제안 {number}" for number in range(22))


def test_the_inbox_shows_first_what_is_due_first_and_masks_personal_data(opened: Central, arrive: Arrive) -> None:
    arrive(
        submission_of(days_ago=2, title="둘째 010-1234-5678", situation="hong@example.com"),
        submission_of(days_ago=40, title="늦은 것", situation="내용"),
        submission_of("contest", days_ago=3, title="공모", situation="내용"),
    )
    assert _found(opened) == ["늦은 것", "둘째 [전화번호]", "공모"]
    assert _found(opened, due="overdue") == ["늦은 것"]
    with opened.database.reading() as connection:
        texts = connection.execute(select(t.proposal.c.search_text)).scalars().all()
    assert not any("hong" in text or "1234" in text for text in texts)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("여권", True),
        ("재외국민보호", True),
        ("재외 국민", True),
        ("권", True),
        ("여권을 영사관", True),
        ("긴급여권%", True),
        ("여권 관세", False),
        ("영사관이", False),
    ],
)
def test_search_finds_korean_words_inside_others_and_across_spaces(
    opened: Central, arrive: Arrive, query: str, found: bool
) -> None:
    arrive(submission_of(title="재외 국민 보호", situation="영사관에서 긴급여권을 바로 주세요"))
    assert _found(opened, query) == (["재외 국민 보호"] if found else [])


def test_a_receipt_number_finds_its_proposal(opened: Central, arrive: Arrive) -> None:
    one = submission_of(title="하나", situation="내용")
    arrive(one, submission_of(title="둘", situation="내용"))
    assert _found(opened, receipt_number(one.receipt_id).lower()) == ["하나"]


def test_the_same_text_told_again_is_found_and_linked_to_the_earlier_one(opened: Central, arrive: Arrive) -> None:
    earlier = submission_of(days_ago=5, title="긴급여권", situation=LONG)
    later = submission_of(days_ago=1, title="긴급 여권", situation=LONG + " 부탁드려요.")
    arrive(earlier, later, submission_of(title="다른 것", situation="관세를 낮춰 주세요. " * 9))
    with opened.database.reading() as connection:
        found = dossier(connection, later.receipt_id, today())
    assert found is not None
    assert [each.proposal_id for each in found.similar] == [earlier.receipt_id]
    event = Linked(on=today(), earlier_id=earlier.receipt_id, earlier_received_on=found.similar[0].received_on)
    record_event(opened.database, later.receipt_id, event, "kim", 1, _now())
    with opened.database.reading() as connection:
        kept = dossier(connection, earlier.receipt_id, today())
        assert kept is not None
        assert [same[0] for same in kept.same] == [later.receipt_id]
        assert inbox.overview(connection).stages == {Stage.RECEIVED: 2, Stage.LINKED: 1}


def _linked(opened: Central, later: Submission, earlier: Submission) -> None:
    event = Linked(on=today(), earlier_id=earlier.receipt_id, earlier_received_on=seoul_day(earlier.recorded_at))
    record_event(opened.database, later.receipt_id, event, "kim", None, _now())


def _stages(opened: Central, *filings: Submission) -> list[tuple[str, str | None]]:
    with opened.database.reading() as connection:
        found = [proposals.find_proposal(connection, each.receipt_id) for each in filings]
    return [(each.stage, each.earlier_id) for each in found if each]


def test_duplicates_hang_on_one_filing_never_on_one_another(opened: Central, arrive: Arrive) -> None:
    first, second, third = (submission_of(title=str(number), situation="내용") for number in range(3))
    arrive(first, second, third)
    _linked(opened, third, second)
    for later, earlier in ((second, third), (first, third)):
        with pytest.raises(TransitionRefused, match="a duplicate itself"):
            _linked(opened, later, earlier)
    _linked(opened, second, first)
    assert _stages(opened, first, second, third) == [
        (Stage.RECEIVED, None), (Stage.LINKED, first.receipt_id), (Stage.LINKED, first.receipt_id),
    ]  # fmt: skip


def test_duplicates_are_reviewed_again_once_the_earlier_one_is_withdrawn(opened: Central, arrive: Arrive) -> None:
    first, second, third = (submission_of(title=str(number), situation="내용") for number in range(3))
    arrive(first, second, third)
    _linked(opened, second, first)
    withdraw_receipt(opened.database, KIOSK, first.receipt_id, _now())
    bring_up_to_date(opened, _now())
    assert _stages(opened, first, second) == [(Stage.WITHDRAWN, None), (Stage.RECEIVED, None)]
    with pytest.raises(TransitionRefused, match="was withdrawn"):
        _linked(opened, third, first)


def test_an_event_is_refused_with_nothing_changed_where_the_clock_or_another_person_was_first(
    opened: Central, arrive: Arrive
) -> None:
    one = submission_of(title="하나", situation="내용")
    arrive(one)
    with pytest.raises(TransitionRefused):
        record_event(opened.database, one.receipt_id, Refused(on=today(), reason="예산"), "kim", 1, _now())
    record_event(opened.database, one.receipt_id, ReviewStarted(on=today()), "kim", 1, _now())
    moved = Transferred(on=today(), body="산업통상부", reason="소관")
    with pytest.raises(ProposalChanged):
        record_event(opened.database, one.receipt_id, moved, "lee", 1, _now())
    with opened.database.reading() as connection:
        found = dossier(connection, one.receipt_id, today())
    assert found is not None
    assert [event.kind for event in found.events] == ["received", "review-started"]
    assert found.stored.stage == found.state.stage == Stage.UNDER_REVIEW


def test_the_database_itself_keeps_events_from_being_changed(opened: Central, arrive: Arrive) -> None:
    arrive(submission_of(title="하나", situation="내용"))
    for statement in (update(t.proposal_event).values(staff="x"), delete(t.proposal_event)):
        with pytest.raises(DBAPIError, match="append-only"), opened.database.writing() as connection:
            connection.execute(statement)


def test_a_consulted_body_answers_once_through_its_own_link(opened: Central, arrive: Arrive) -> None:
    one = submission_of(title="하나", situation="내용")
    arrive(one)
    record_event(opened.database, one.receipt_id, ReviewStarted(on=today()), "kim", 1, _now())
    asked = OpinionAsked(on=today(), body="행정안전부", proposer_told_on=today())
    moved = ask_opinion(opened, one.receipt_id, asked, "kim", 2, _now())
    assert moved.state.stage is Stage.CONSULTING
    token = opinion_token(opened, one.receipt_id, "행정안전부", moved.seq)
    assert find_by_token(opened, token).body == "행정안전부"
    answer(opened, token, "여권과", "찬성합니다", _now())
    with opened.database.reading() as connection:
        found = dossier(connection, one.receipt_id, today())
    assert found is not None
    assert (found.state.stage, found.opinions[0].answer) == (Stage.UNDER_REVIEW, "찬성합니다")
    with pytest.raises(OpinionClosed):
        answer(opened, token, "여권과", "아니요", _now())
    with pytest.raises(OpinionClosed):
        find_by_token(opened, token[:-1])


def test_withdrawing_erases_the_words_at_once_and_the_steps_stay(opened: Central, arrive: Arrive) -> None:
    one = submission_of(title="지울 제안", situation=LONG)
    added = thought("지울 생각")
    arrive(one, added)
    for each in (one, added):
        withdraw_receipt(opened.database, KIOSK, each.receipt_id, _now())
    assert _found(opened, "지울") == []
    bring_up_to_date(opened, _now())
    with opened.database.reading() as connection:
        found = dossier(connection, one.receipt_id, today())
        assert intake.additions(connection, "waiting", None, 0, 9) == []
        assert connection.execute(select(t.proposal_band)).all() == []
    assert found is not None
    assert (found.stored.title, found.stored.parts, found.state.stage) == ("", [], Stage.WITHDRAWN)
    with pytest.raises(TransitionRefused, match="withdrawn"):
        record_event(opened.database, one.receipt_id, Adopted(on=today(), planned_for=today()), "kim", None, _now())


def test_additions_wait_for_a_person_and_hold_no_personal_data(opened: Central, arrive: Arrive) -> None:
    arrive(thought("전화 주세요 010-1234-5678"), submission_of("voice", opinion="  "))
    with opened.database.reading() as connection:
        rows = intake.additions(connection, "waiting", None, 0, 9)
    assert [(row.kind, row.text) for row in rows] == [("statements", "전화 주세요 [전화번호]")]


def test_a_payload_that_no_kiosk_writes_stops_nothing(opened: Central, arrive: Arrive) -> None:
    lists = submission_of()
    lists.answers["title"] = ["여러", "개"]
    arrive(lists, submission_of(title="\x00빈"), submission_of(title="다음", situation="내용"))
    assert "다음" in _found(opened)


def test_a_day_of_receipt_is_never_later_than_the_arrival(opened: Central, arrive: Arrive) -> None:
    arrive(submission_of(days_ago=-300, title="앞선 시계", situation="내용", receipt_id=new_receipt_id()))
    with opened.database.reading() as connection:
        days: list[date] = list(connection.execute(select(t.proposal.c.received_on)).scalars())
    assert days == [today()]
