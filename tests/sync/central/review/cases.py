"""Proposals in every stage, and one event of every kind, for the tests of the review."""

from datetime import date, timedelta

from sync.central.review.clock import apply, receive
from sync.central.review.events import (
    Adopted,
    CarriedOut,
    Closed,
    Closing,
    Completed,
    CompletionAsked,
    Event,
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
)
from sync.central.review.proposal import Proposal, Stage
from sync.central.review.scoring import Member, Sheet
from sync.central.review.terms import FORUM_TERMS, Terms

START = date(2026, 11, 2)  # a Monday
FAR = date(2040, 1, 1)
BODY = "산업통상부"
COMMITTEE = (Member("kim", citizen=False), Member("lee", citizen=True), Member("park", citizen=True))


def day(after: int) -> date:
    """Return the day so many days after the receipt."""
    return START + timedelta(days=after)


def sheet(reviewer: str, score: int = 4) -> Sheet:
    """Return a sheet with the same score for each criterion."""
    return Sheet(reviewer, score, score, score, score, score)


def after(*events: Event, terms: Terms = FORUM_TERMS, closes: date | None = None) -> Proposal:
    """Return a proposal received on START after these events."""
    proposal = receive(Received(on=START, proposal_id="p1", contest_closes=closes), FAR, terms)
    for event in events:
        proposal = apply(proposal, event, FAR)
    return proposal


def reviewed(on: int, committee: tuple[Member, ...] = ()) -> tuple[Event, ...]:
    """Return the events of a review by enough reviewers, all on one day."""
    return (
        ReviewStarted(on=day(on), committee=committee),
        Scored(on=day(on), sheet=sheet("kim")),
        Scored(on=day(on), sheet=sheet("lee")),
    )


ASKED = CompletionAsked(on=day(2), due=day(12), reason="기대효과가 없습니다")
CONSULTED = OpinionAsked(on=day(4), body=BODY, proposer_told_on=day(3))
ADOPTED = Adopted(on=day(10), planned_for=day(200))
REFUSED = Refused(on=day(10), reason="예산이 없습니다")
TOLD = Notified(on=day(11))
AGAIN = ReExaminationAsked(on=day(20), reason="예산이 생겼습니다")

TO_STAGE: dict[Stage, tuple[Event, ...]] = {
    Stage.RECEIVED: (),
    Stage.COMPLETION_ASKED: (ASKED,),
    Stage.UNDER_REVIEW: reviewed(3),
    Stage.CONSULTING: (*reviewed(3), CONSULTED),
    Stage.ADOPTED: (*reviewed(3), ADOPTED),
    Stage.NOT_ADOPTED: (*reviewed(3), REFUSED, TOLD),
    Stage.CARRIED_OUT: (*reviewed(3), ADOPTED, TOLD, CarriedOut(on=day(30), how="창구를 열었습니다")),
    Stage.RE_EXAMINATION: (*reviewed(3), REFUSED, TOLD, AGAIN),
    Stage.TRANSFERRED: (Transferred(on=day(1), body=BODY, reason="소관이 다릅니다"),),
    Stage.LINKED: (Linked(on=day(1), earlier_id="p0", earlier_received_on=day(-1)),),
    Stage.CLOSED: (ASKED, Closed(on=day(13), ground=Closing.NOT_COMPLETED, reason="보완하지 않았습니다")),
    Stage.WITHDRAWN: (Withdrawn(on=day(1)),),
}

# Late enough to follow every stage above; each is without fault where its stage allows it at all.
LATE = 40
EVENTS: dict[type[Event], Event] = {
    type(event): event
    for event in (
        Received(on=day(LATE), proposal_id="p1"),
        PublicityChanged(on=day(LATE), public=False),
        CompletionAsked(on=day(LATE), due=day(LATE + 7), reason="보완"),
        Completed(on=day(LATE)),
        Transferred(on=day(LATE), body=BODY, reason="소관"),
        Linked(on=day(LATE), earlier_id="p0", earlier_received_on=START),
        Unlinked(on=day(LATE), reason="다른 내용"),
        Closed(on=day(LATE), ground=Closing.REPEATED, reason="반복", filings=3, answers=2),
        ReviewStarted(on=day(LATE), committee=COMMITTEE),
        Scored(on=day(LATE), sheet=sheet("lee")),
        OpinionAsked(on=day(LATE), body="문화체육관광부", proposer_told_on=day(LATE)),
        OpinionReceived(on=day(LATE), body=BODY),
        OpinionWaived(on=day(LATE), body=BODY, reason="회신이 없습니다"),
        Adopted(on=day(LATE), planned_for=day(300)),
        Refused(on=day(LATE), reason="예산"),
        Notified(on=day(LATE)),
        Postponed(on=day(LATE), planned_for=day(400), reason="입찰이 늦어졌습니다"),
        CarriedOut(on=day(LATE), how="완료"),
        ReExaminationAsked(on=day(LATE), reason="다시"),
        Withdrawn(on=day(LATE)),
    )
}
