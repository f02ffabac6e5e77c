from dataclasses import replace
from datetime import date, timedelta

import pytest

from sync.central.review.clock import ALLOWED, apply, fold, receive
from sync.central.review.events import (
    Adopted,
    AskedBy,
    CarriedOut,
    Closed,
    Closing,
    Completed,
    CompletionAsked,
    Event,
    Flaw,
    Linked,
    Notified,
    OpinionAsked,
    OpinionReceived,
    OpinionWaived,
    Postponed,
    PublicityChanged,
    Received,
    ReExaminationAsked,
    Refused,
    ReviewStarted,
    Scored,
    Transferred,
    Unlinked,
    Withdrawn,
    event_of_record,
    event_record,
)
from sync.central.review.proposal import Stage, TransitionRefused
from sync.central.review.scoring import Member, Sheet
from tests.sync.central.review.cases import (
    ADOPTED,
    AGAIN,
    ASKED,
    BODY,
    COMMITTEE,
    CONSULTED,
    EVENTS,
    FAR,
    LATE,
    REFUSED,
    START,
    TO_STAGE,
    TOLD,
    after,
    day,
    reviewed,
    sheet,
)

S = Stage
# Where an allowed event leads; a code in quotes: the stage allows it, and another rule refuses the sample event.
BECOMES: dict[tuple[Stage, type[Event]], Stage | str] = {
    **{(stage, PublicityChanged): stage for stage in Stage if stage is not S.WITHDRAWN},
    **{(stage, Withdrawn): S.WITHDRAWN for stage in Stage if stage is not S.WITHDRAWN},
    **{(stage, Transferred): S.TRANSFERRED for stage in (S.RECEIVED, S.COMPLETION_ASKED, S.UNDER_REVIEW, S.CONSULTING)},
    **{(stage, Linked): S.LINKED for stage in (S.RECEIVED, S.COMPLETION_ASKED, S.UNDER_REVIEW, S.CONSULTING, S.LINKED)},
    **{(stage, Closed): S.CLOSED for stage in (S.RECEIVED, S.COMPLETION_ASKED, S.UNDER_REVIEW)},
    (S.RECEIVED, CompletionAsked): "too-late-to-ask",
    (S.UNDER_REVIEW, CompletionAsked): "too-late-to-ask",
    (S.COMPLETION_ASKED, Completed): S.RECEIVED,
    (S.LINKED, Unlinked): S.RECEIVED,
    (S.RECEIVED, ReviewStarted): S.UNDER_REVIEW,
    (S.UNDER_REVIEW, ReviewStarted): S.UNDER_REVIEW,
    (S.RE_EXAMINATION, ReviewStarted): S.RE_EXAMINATION,
    (S.UNDER_REVIEW, Scored): S.UNDER_REVIEW,
    (S.CONSULTING, Scored): S.CONSULTING,
    (S.RE_EXAMINATION, Scored): "review-not-started",
    (S.UNDER_REVIEW, OpinionAsked): S.CONSULTING,
    (S.CONSULTING, OpinionAsked): S.CONSULTING,
    (S.RE_EXAMINATION, OpinionAsked): "review-not-started",
    (S.CONSULTING, OpinionReceived): S.UNDER_REVIEW,
    (S.CONSULTING, OpinionWaived): S.UNDER_REVIEW,
    (S.UNDER_REVIEW, Adopted): S.ADOPTED,
    (S.CONSULTING, Adopted): S.ADOPTED,  # the consulted body is silent beyond its three weeks
    (S.RE_EXAMINATION, Adopted): "committee-needed",
    (S.UNDER_REVIEW, Refused): S.NOT_ADOPTED,
    (S.CONSULTING, Refused): S.NOT_ADOPTED,
    (S.RE_EXAMINATION, Refused): "committee-needed",
    (S.ADOPTED, Notified): S.ADOPTED,
    (S.NOT_ADOPTED, Notified): "already-notified",
    (S.ADOPTED, Postponed): "not-notified",
    (S.ADOPTED, CarriedOut): "not-notified",
    (S.NOT_ADOPTED, ReExaminationAsked): "too-late-to-ask-again",
}


@pytest.mark.parametrize("kind", list(ALLOWED), ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("stage", list(Stage))
def test_every_event_in_every_stage_does_what_the_table_says(stage: Stage, kind: type[Event]) -> None:
    proposal = after(*TO_STAGE[stage])
    assert proposal.stage is stage
    expected = BECOMES.get((stage, kind))
    if isinstance(expected, Stage):
        assert apply(proposal, EVENTS[kind], FAR).stage is expected
        return
    with pytest.raises(TransitionRefused) as refusal:
        apply(proposal, EVENTS[kind], FAR)
    assert refusal.value.code == (expected or ("withdrawn" if stage is S.WITHDRAWN else "not-in-this-stage"))
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)


def test_the_table_names_every_allowed_pair_and_no_other() -> None:
    assert set(BECOMES) == {(stage, kind) for kind, stages in ALLOWED.items() for stage in stages}
    assert set(EVENTS) == set(ALLOWED)
    assert set(TO_STAGE) == set(Stage)


_CITIZENS_TOO_FEW = (Member("kim", citizen=False), Member("lee", citizen=False), Member("park", citizen=True))
REFUSALS: dict[str, tuple[tuple[Event, ...], Event, str]] = {
    "completion asked on the day after the seventh": (
        (),
        CompletionAsked(on=day(8), due=day(20), reason="x"),
        "too-late-to-ask",
    ),
    "completion due at once": ((), CompletionAsked(on=day(2), due=day(2), reason="x"), "no-time-to-complete"),
    "completion without a reason": ((), CompletionAsked(on=day(2), due=day(9), reason=" "), "no-reason"),
    "closing on the last day to complete": (
        (ASKED,),
        Closed(on=day(12), ground=Closing.NOT_COMPLETED, reason="x"),
        "still-time-to-complete",
    ),
    "closing as not completed what nobody asked to complete": (
        (),
        Closed(on=day(12), ground=Closing.NOT_COMPLETED, reason="x"),
        "no-completion-asked",
    ),
    "closing as a petition what has another flaw": (
        (ASKED,),
        Closed(on=day(13), ground=Closing.CIVIL_PETITION, reason="x"),
        "not-a-petition",
    ),
    "closing the second filing": (
        (),
        Closed(on=day(1), ground=Closing.REPEATED, reason="x", filings=2, answers=2),
        "not-repeated",
    ),
    "closing the third filing after one answer": (
        (),
        Closed(on=day(1), ground=Closing.REPEATED, reason="x", filings=3, answers=1),
        "not-repeated",
    ),
    "transfer to nobody": ((), Transferred(on=day(1), body=" ", reason="x"), "no-body"),
    "transfer without a reason": ((), Transferred(on=day(1), body=BODY, reason=""), "no-reason"),
    "link to itself": ((), Linked(on=day(1), earlier_id="p1", earlier_received_on=START), "linked-to-itself"),
    "link to a later filing": ((), Linked(on=day(3), earlier_id="p2", earlier_received_on=day(1)), "earlier-is-later"),
    "committee with too few citizens": (
        (),
        ReviewStarted(on=day(1), committee=_CITIZENS_TOO_FEW),
        "committee",
    ),
    "committee that names somebody twice": (
        (),
        ReviewStarted(on=day(1), committee=(Member("a", citizen=True), Member("a", citizen=True))),
        "committee",
    ),
    "score beyond the scale": (
        (ReviewStarted(on=day(1)),),
        Scored(on=day(1), sheet=Sheet("kim", 1, 2, 3, 4, 6)),
        "scores",
    ),
    "score of somebody outside of the committee": (
        (ReviewStarted(on=day(1), committee=COMMITTEE),),
        Scored(on=day(1), sheet=sheet("choi")),
        "not-a-member",
    ),
    "opinion asked before the proposer is told": (
        reviewed(1),
        OpinionAsked(on=day(2), body=BODY, proposer_told_on=day(3)),
        "proposer-not-told",
    ),
    "opinion asked twice": ((*reviewed(3), CONSULTED), replace(CONSULTED, on=day(5)), "already-asked"),
    "answer of a body that was not asked": (
        (*reviewed(3), CONSULTED),
        OpinionReceived(on=day(5), body="법무부"),
        "not-asked",
    ),
    "opinion waived without a reason": (
        (*reviewed(3), CONSULTED),
        OpinionWaived(on=day(5), body=BODY, reason=""),
        "no-reason",
    ),
    "decision while a body may still answer": ((*reviewed(3), CONSULTED), ADOPTED, "opinion-awaited"),
    "decision by one reviewer": (
        (ReviewStarted(on=day(1)), Scored(on=day(1), sheet=sheet("kim"))),
        ADOPTED,
        "scores",
    ),
    "decision by one reviewer who scored twice": (
        (ReviewStarted(on=day(1)), Scored(on=day(1), sheet=sheet("kim")), Scored(on=day(1), sheet=sheet("kim", 5))),
        ADOPTED,
        "scores",
    ),
    "decision by a minority of a committee": (
        reviewed(1, tuple(Member(name, citizen=True) for name in ("kim", "lee", "park", "choi"))),
        ADOPTED,
        "scores",
    ),
    "adoption planned for the past": (reviewed(1), Adopted(on=day(10), planned_for=day(9)), "planned-day"),
    "adoption planned beyond the three years of keeping": (
        reviewed(1),
        Adopted(on=date(2026, 11, 12), planned_for=date(2029, 11, 13)),
        "planned-day",
    ),
    "refusal without a reason": (reviewed(1), Refused(on=day(10), reason=""), "no-reason"),
    "postponement to the past": (
        (*reviewed(1), ADOPTED, TOLD),
        Postponed(on=day(20), planned_for=day(20), reason="x"),
        "planned-day",
    ),
    "postponement to the same day": (
        (*reviewed(1), ADOPTED, TOLD),
        Postponed(on=day(20), planned_for=day(200), reason="x"),
        "planned-day",
    ),
    "postponement without a reason": (
        (*reviewed(1), ADOPTED, TOLD),
        Postponed(on=day(20), planned_for=day(201), reason=""),
        "no-reason",
    ),
    "re-examination before the refusal is notified": (
        (*reviewed(1), REFUSED),
        replace(AGAIN, on=day(12)),
        "not-notified",
    ),
    "re-examination on the day after the last": (
        (*reviewed(1), REFUSED, Notified(on=day(11))),  # fifteen days later is Saturday 28 November: Monday counts
        replace(AGAIN, on=day(29)),
        "too-late-to-ask-again",
    ),
    "re-examination asked a second time": (
        (
            *TO_STAGE[S.RE_EXAMINATION],
            *reviewed(21, COMMITTEE),
            Refused(on=day(22), reason="x"),
            Notified(on=day(22)),
        ),
        replace(AGAIN, on=day(23)),
        "asked-before",
    ),
    "step before the one before": (reviewed(3), ReviewStarted(on=day(2)), "out-of-order"),
    "step of tomorrow": ((), Withdrawn(on=FAR + timedelta(days=1)), "in-future"),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_an_impossible_step_is_refused_with_one_sentence(case: str) -> None:
    before, event, code = REFUSALS[case]
    with pytest.raises(TransitionRefused) as refusal:
        apply(after(*before), event, FAR)
    assert refusal.value.code == code
    assert str(refusal.value).endswith(".")


ACCEPTED: dict[str, tuple[tuple[Event, ...], Event, Stage]] = {
    "completion asked on the seventh day": (
        (),
        CompletionAsked(on=day(7), due=day(20), reason="x"),
        S.COMPLETION_ASKED,
    ),
    "late completion that nobody closed": ((ASKED,), Completed(on=day(30)), S.RECEIVED),
    "completion in a review": ((*reviewed(2), ASKED), Completed(on=day(5)), S.UNDER_REVIEW),
    "closing after the last day to complete": (
        (ASKED,),
        Closed(on=day(13), ground=Closing.NOT_COMPLETED, reason="x"),
        S.CLOSED,
    ),
    "petition that was not completed": (
        (replace(ASKED, flaw=Flaw.CIVIL_PETITION),),
        Closed(on=day(13), ground=Closing.CIVIL_PETITION, reason="x"),
        S.CLOSED,
    ),
    "second of two opinions": (
        (*reviewed(3), CONSULTED, OpinionAsked(on=day(5), body="법무부", proposer_told_on=day(5))),
        OpinionReceived(on=day(6), body=BODY),
        S.CONSULTING,
    ),
    "decision with a committee of exactly half citizens": (
        reviewed(1, (Member("kim", citizen=False), Member("lee", citizen=True))),
        ADOPTED,
        S.ADOPTED,
    ),
    "new planned day": (
        (*reviewed(1), ADOPTED, TOLD),
        Postponed(on=day(201), planned_for=day(300), reason="x"),
        S.ADOPTED,
    ),
    "carrying out": ((*reviewed(1), ADOPTED, TOLD), CarriedOut(on=day(90), how="x"), S.CARRIED_OUT),
    "re-examination on the last day": ((*reviewed(1), REFUSED, TOLD), replace(AGAIN, on=day(28)), S.RE_EXAMINATION),
    "re-examination of what was carried out after all": (
        (*reviewed(1), REFUSED, TOLD),
        ReExaminationAsked(on=day(700), reason="x", by=AskedBy.PROPOSER_SEEING_IT_DONE),
        S.RE_EXAMINATION,
    ),
    "adoption after a committee's re-examination": (
        (*TO_STAGE[S.RE_EXAMINATION], *reviewed(21, COMMITTEE)),
        Adopted(on=day(22), planned_for=day(100)),
        S.ADOPTED,
    ),
    "own re-examination without a committee": (
        (*reviewed(1), REFUSED, TOLD, replace(AGAIN, by=AskedBy.OWN_INITIATIVE), *reviewed(21)),
        Adopted(on=day(22), planned_for=day(100)),
        S.ADOPTED,
    ),
}


@pytest.mark.parametrize("case", ACCEPTED)
def test_a_step_at_the_edge_of_a_rule_is_taken(case: str) -> None:
    before, event, stage = ACCEPTED[case]
    assert apply(after(*before), event, FAR).stage is stage


@pytest.mark.parametrize("event", list(EVENTS.values()), ids=lambda event: event.kind)
def test_an_event_survives_its_record(event: Event) -> None:
    assert event_of_record(event_record(event)) == event


def test_stored_events_add_up_to_the_same_state() -> None:
    events = (Received(on=START, proposal_id="p1"), *TO_STAGE[S.RE_EXAMINATION])
    stored = [event_record(event) for event in events]
    assert fold((event_of_record(record) for record in stored), FAR) == after(*TO_STAGE[S.RE_EXAMINATION])


def test_events_without_a_receipt_are_refused() -> None:
    with pytest.raises(TransitionRefused):
        fold((Withdrawn(on=START),), FAR)


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (Received(on=day(1), proposal_id="p1"), "in-future"),
        (Received(on=START, proposal_id="p1", contest_closes=day(-1)), "contest-closed"),
    ],
)
def test_a_receipt_that_cannot_be_is_refused(event: Received, code: str) -> None:
    with pytest.raises(TransitionRefused) as refusal:
        receive(event, START)
    assert refusal.value.code == code


def test_a_new_committee_keeps_only_its_own_members_sheets() -> None:
    proposal = after(*reviewed(1), ReviewStarted(on=day(2), committee=COMMITTEE))
    assert [each.reviewer for each in proposal.sheets] == ["kim", "lee"]
    proposal = after(*reviewed(1), ReviewStarted(on=day(2), committee=(Member("lee", citizen=True),)))
    assert [each.reviewer for each in proposal.sheets] == ["lee"]


def test_the_sample_events_come_after_every_stage() -> None:
    assert all(after(*events).last_on <= day(LATE) for events in TO_STAGE.values())
