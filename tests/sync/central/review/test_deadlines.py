from dataclasses import replace
from datetime import date, timedelta

import pytest

from sync.central.review.deadlines import (
    Deadline,
    Duty,
    by_urgency,
    deadline,
    deadlines,
    keep_until,
    reminder_due,
)
from sync.central.review.events import (
    CarriedOut,
    Completed,
    Event,
    Linked,
    Notified,
    OpinionAsked,
    OpinionReceived,
    OpinionWaived,
    Postponed,
    ReviewStarted,
    Unlinked,
    Withdrawn,
)
from sync.central.review.proposal import Proposal, Stage
from sync.central.review.terms import THIRTY_DAY_TERMS, Terms, yearly_report_due
from tests.sync.central.review.cases import (
    ADOPTED,
    AGAIN,
    ASKED,
    BODY,
    CONSULTED,
    REFUSED,
    START,
    TO_STAGE,
    TOLD,
    after,
    day,
    reviewed,
)


def _owed(proposal: Proposal, today: date) -> Deadline:
    found = deadline(proposal, today)
    assert found is not None
    return found


def test_a_decision_is_due_a_month_after_receipt() -> None:
    assert _owed(after(), day(9)) == Deadline(Duty.DECIDE, date(2026, 12, 2), stopped=False, days_left=21)


def test_a_decision_is_due_thirty_days_after_receipt_under_the_decree_of_2023() -> None:
    assert _owed(after(terms=THIRTY_DAY_TERMS), START).day == date(2026, 12, 2)
    received_in_december = replace(after(terms=THIRTY_DAY_TERMS), clock_from=date(2026, 12, 3))
    assert _owed(received_in_december, date(2026, 12, 3)).day == date(2027, 1, 4)  # 2 January is a Saturday


def test_a_contests_entry_is_decided_a_month_after_its_closing() -> None:
    assert _owed(after(closes=date(2026, 11, 30)), day(3)).day == date(2026, 12, 30)


def test_a_holiday_declared_later_moves_the_day() -> None:
    terms = Terms(declared=frozenset({date(2026, 12, 2)}))
    assert _owed(after(terms=terms), START).day == date(2026, 12, 3)


# (events, today, day, stopped, days left); nominally due on Wednesday 2 December, day 30.
CLOCKS: dict[str, tuple[tuple[Event, ...], int, int, bool, int]] = {
    "on the day of asking": ((ASKED,), 2, 30, True, 28),
    "while the proposer completes": ((ASKED,), 9, 37, True, 28),
    "on the last day to complete": ((ASKED,), 12, 42, True, 28),  # day 40 is a Saturday
    "when the proposer is late": ((ASKED,), 13, 42, False, 29),
    "after completion": ((ASKED, Completed(on=day(6))), 6, 35, False, 29),  # day 34 is a Sunday
    "after completion on the same day": ((ASKED, Completed(on=day(2))), 3, 30, False, 27),
    "after completion that came late": ((ASKED, Completed(on=day(20))), 20, 42, False, 22),
    "while a body is consulted": ((*reviewed(3), CONSULTED), 10, 36, True, 26),
    "after its answer": ((*reviewed(3), CONSULTED, OpinionReceived(on=day(11), body=BODY)), 12, 37, False, 25),
    "after its opinion is waived": (
        (*reviewed(3), CONSULTED, OpinionWaived(on=day(11), body=BODY, reason="x")),
        12,
        37,
        False,
        25,
    ),
    # Asked on day 4, due on Friday, day 25: 21 days; 30 + 21 = 51.
    "when a body is silent": ((*reviewed(3), CONSULTED), 40, 51, False, 11),
    "with two bodies at once": (
        (
            *reviewed(3),
            CONSULTED,
            OpinionAsked(on=day(6), body="법무부", proposer_told_on=day(6)),
            OpinionReceived(on=day(8), body=BODY),
            OpinionReceived(on=day(11), body="법무부"),
        ),
        12,
        37,
        False,
        25,
    ),
    "with two bodies one after the other": (
        (
            *reviewed(3),
            CONSULTED,
            OpinionReceived(on=day(6), body=BODY),
            OpinionAsked(on=day(10), body="법무부", proposer_told_on=day(6)),
            OpinionReceived(on=day(15), body="법무부"),
        ),
        16,
        37,
        False,
        21,
    ),
    "with two bodies of which one is awaited": (
        (
            *reviewed(3),
            CONSULTED,
            OpinionAsked(on=day(6), body="법무부", proposer_told_on=day(6)),
            OpinionReceived(on=day(8), body=BODY),
        ),
        12,
        38,
        True,
        26,
    ),
    "when a body is asked after the term": (
        (*reviewed(3), OpinionAsked(on=day(31), body=BODY, proposer_told_on=day(31))),
        35,
        30,
        False,
        -5,
    ),
    "after a mistaken link": (
        (Linked(on=day(1), earlier_id="p0", earlier_received_on=START), Unlinked(on=day(9), reason="x")),
        9,
        30,
        False,
        21,
    ),
}


@pytest.mark.parametrize("case", CLOCKS)
def test_the_clock_counts_what_the_decree_counts(case: str) -> None:
    events, today, due, stopped, left = CLOCKS[case]
    assert _owed(after(*events), day(today)) == Deadline(Duty.DECIDE, day(due), stopped, left)


def test_a_consultation_before_a_contest_closes_stops_no_clock() -> None:
    review = (ReviewStarted(on=day(1)), OpinionAsked(on=day(1), body=BODY, proposer_told_on=day(1)))
    entry = after(*review, OpinionReceived(on=day(10), body=BODY), closes=day(20))
    assert _owed(entry, day(15)).day == _owed(after(closes=day(20)), day(15)).day
    awaited = _owed(after(*review, closes=day(20)), day(5))
    assert not awaited.stopped


def test_a_re_examination_starts_the_clock_anew() -> None:
    assert _owed(after(*TO_STAGE[Stage.RE_EXAMINATION]), day(25)).day == date(2026, 12, 22)


@pytest.mark.parametrize(
    ("events", "what", "due"),
    [
        ((*reviewed(3), ADOPTED), Duty.NOTIFY, day(30)),
        ((*reviewed(3), REFUSED), Duty.NOTIFY, day(30)),
        ((*reviewed(3), ADOPTED, TOLD), Duty.CARRY_OUT, day(200)),
        (
            (*reviewed(3), ADOPTED, TOLD, Postponed(on=day(190), planned_for=day(300), reason="x")),
            Duty.CARRY_OUT,
            day(300),
        ),
    ],
)
def test_what_is_owed_after_a_decision(events: tuple[Event, ...], what: Duty, due: date) -> None:
    owed = _owed(after(*events), day(12))
    assert (owed.what, owed.day) == (what, due)


@pytest.mark.parametrize(
    "stage",
    [Stage.NOT_ADOPTED, Stage.CARRIED_OUT, Stage.TRANSFERRED, Stage.LINKED, Stage.CLOSED, Stage.WITHDRAWN],
)
def test_nothing_is_owed_when_all_is_done(stage: Stage) -> None:
    assert deadline(after(*TO_STAGE[stage]), day(40)) is None


def test_everything_that_is_awaited_is_listed_with_the_most_urgent_first() -> None:
    found = deadlines(after(*reviewed(3), CONSULTED), day(10))
    assert [(each.what, each.who, each.day) for each in found] == [
        (Duty.ANSWER, BODY, day(25)),
        (Duty.DECIDE, None, day(36)),
    ]
    told = deadlines(after(*reviewed(3), REFUSED, TOLD), day(20))
    assert [each.what for each in told] == [Duty.ASK_AGAIN, Duty.ERASE]
    assert Duty.ASK_AGAIN not in {each.what for each in deadlines(after(*reviewed(3), REFUSED, TOLD), day(29))}
    assert [each.what for each in deadlines(after(ASKED), day(3))] == [Duty.COMPLETE, Duty.DECIDE]
    fresh = [[each.what for each in deadlines(after(), day(number))] for number in (7, 8)]
    assert fresh == [[Duty.ASK_COMPLETION, Duty.DECIDE], [Duty.DECIDE]]


def test_overdue_goes_before_due_and_both_before_a_stopped_clock() -> None:
    stopped = Deadline(Duty.DECIDE, day(1), stopped=True, days_left=1)
    overdue = Deadline(Duty.DECIDE, day(-2), stopped=False, days_left=-2)
    soon = Deadline(Duty.CARRY_OUT, day(3), stopped=False, days_left=3)
    assert by_urgency([stopped, soon, overdue]) == (overdue, soon, stopped)


@pytest.mark.parametrize(
    ("days_before", "last_reminded", "due"),
    [
        (8, None, False),
        (7, None, True),
        (7, 7, False),
        (6, 7, False),
        (6, None, True),  # nobody was reminded yesterday
        (3, 7, True),
        (2, 3, False),
        (1, 3, True),
        (0, 1, True),
        (-1, 0, True),
        (-1, -1, False),
        (-4, -1, False),  # Sunday 6 December
        (-5, -1, True),
    ],
)
def test_reminders_come_on_their_days_once(days_before: int, last_reminded: int | None, due: bool) -> None:
    of = Deadline(Duty.DECIDE, day(30), stopped=False, days_left=days_before)
    last = None if last_reminded is None else of.day - timedelta(days=last_reminded)
    assert reminder_due(of, last, of.day - timedelta(days=days_before)) is due


@pytest.mark.parametrize(
    "of",
    [
        Deadline(Duty.DECIDE, day(30), True, 0),
        Deadline(Duty.ASK_AGAIN, day(30), False, 0),
        Deadline(Duty.ASK_COMPLETION, day(30), False, 0),
    ],
    ids=["stopped", "right", "ministry's right"],
)
def test_nobody_is_reminded_of_a_stopped_clock_or_of_a_right(of: Deadline) -> None:
    assert not reminder_due(of, None, day(30))


@pytest.mark.parametrize(
    ("stage", "kept"),
    [
        (Stage.ADOPTED, date(2029, 11, 12)),
        (Stage.CARRIED_OUT, date(2029, 11, 12)),
        (Stage.NOT_ADOPTED, date(2028, 11, 12)),
        (Stage.TRANSFERRED, date(2028, 11, 3)),
        (Stage.LINKED, date(2028, 11, 3)),
        (Stage.CLOSED, date(2028, 11, 15)),
        (Stage.WITHDRAWN, date(2026, 11, 3)),
        (Stage.RECEIVED, None),
        (Stage.COMPLETION_ASKED, None),
        (Stage.UNDER_REVIEW, None),
        (Stage.CONSULTING, None),
        (Stage.RE_EXAMINATION, None),
    ],
)
def test_a_proposal_is_kept_for_as_long_as_the_decree_says(stage: Stage, kept: date | None) -> None:
    assert keep_until(after(*TO_STAGE[stage])) == kept


def test_withdrawal_after_adoption_ends_the_keeping() -> None:
    assert keep_until(after(*reviewed(3), ADOPTED, TOLD, Withdrawn(on=day(50)))) == day(50)


def test_the_report_on_a_year_is_due_on_the_last_of_january() -> None:
    assert yearly_report_due(2026) == date(2027, 1, 31)


def test_a_second_refusal_is_notified_within_the_second_term() -> None:
    again = after(*reviewed(1), REFUSED, Notified(on=day(11)), AGAIN)
    assert _owed(again, day(20)).days_left == 30
    done = after(*reviewed(3), ADOPTED, TOLD, CarriedOut(on=day(90), how="x"))
    assert deadlines(done, day(91))[0].what is Duty.ERASE
