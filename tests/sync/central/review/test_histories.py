"""Whatever is tried on a proposal, in whatever order, the state stays one that the decree knows."""

from contextlib import suppress
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sync.central.review.calendar import is_working_day
from sync.central.review.clock import ALLOWED, apply, fold
from sync.central.review.deadlines import Duty, deadline, keep_until
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
from sync.central.review.proposal import UNDECIDED, Proposal, Stage, TransitionRefused
from tests.sync.central.review.cases import COMMITTEE, FAR, START, TO_STAGE, after, sheet

_BODIES = st.sampled_from(["산업통상부", "법무부"])
_REASONS = st.sampled_from(["이유", "다른 이유", "또 다른 이유", ""])
# Ends of the review, tried more rarely.
_ENDS = (Withdrawn, Transferred, Linked, Closed)
_REVIEWERS = st.sampled_from(["kim", "lee", "park", "choi"])


@st.composite
def _event(draw: st.DrawFn, on: date, kinds: list[type[Event]]) -> Event:
    later = on + timedelta(days=draw(st.integers(-2, 60)))
    kind = draw(st.sampled_from(kinds))
    reason = draw(_REASONS)
    match kind.__name__:
        case "Received":
            return Received(on=on, proposal_id="p1")
        case "PublicityChanged":
            return PublicityChanged(on=on, public=draw(st.booleans()))
        case "CompletionAsked":
            return CompletionAsked(on=on, due=later, reason=reason, flaw=draw(st.sampled_from(Flaw)))
        case "Transferred":
            return Transferred(on=on, body=draw(_BODIES), reason=reason)
        case "Linked":
            return Linked(on=on, earlier_id="p0", earlier_received_on=START)
        case "Unlinked":
            return Unlinked(on=on, reason=reason)
        case "Closed":
            filings = draw(st.integers(1, 4))
            return Closed(on=on, ground=draw(st.sampled_from(Closing)), reason=reason, filings=filings, answers=2)
        case "ReviewStarted":
            return ReviewStarted(on=on, committee=draw(st.sampled_from([(), COMMITTEE])))
        case "Scored":
            return Scored(on=on, sheet=sheet(draw(_REVIEWERS), draw(st.integers(0, 5))))
        case "OpinionAsked":
            return OpinionAsked(on=on, body=draw(_BODIES), proposer_told_on=on)
        case "OpinionReceived":
            return OpinionReceived(on=on, body=draw(_BODIES))
        case "OpinionWaived":
            return OpinionWaived(on=on, body=draw(_BODIES), reason=reason)
        case "Adopted":
            return Adopted(on=on, planned_for=later)
        case "Refused":
            return Refused(on=on, reason=reason)
        case "Postponed":
            return Postponed(on=on, planned_for=later, reason=reason)
        case "CarriedOut":
            return CarriedOut(on=on, how="완료")
        case "ReExaminationAsked":
            return ReExaminationAsked(on=on, reason=reason, by=draw(st.sampled_from(AskedBy)))
        case "Completed":
            return Completed(on=on)
        case "Notified":
            return Notified(on=on)
    assert kind is Withdrawn
    return Withdrawn(on=on)


@st.composite
def _histories(draw: st.DrawFn, start: Proposal | None = None) -> list[Event]:
    """Return events to try in turn, from any stage on: mostly of kinds that it allows, else few would go far."""
    tried = list[Event]() if start else list(TO_STAGE[draw(st.sampled_from(Stage))])
    state = start or after(*tried)
    on = state.last_on
    for _ in range(draw(st.integers(0, 15))):
        on += timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 2, 5, 15, 25])))
        allowed = [kind for kind, stages in ALLOWED.items() if state.stage in stages and kind not in _ENDS]
        if state.stage is Stage.CONSULTING:
            allowed += 2 * [OpinionAsked, OpinionReceived]
        anything = not allowed or draw(st.integers(0, 4)) == 0
        tried.append(draw(_event(on, list(ALLOWED) if anything else allowed)))
        state = _next(state, tried[-1]) or state
    return tried


def _next(state: Proposal, event: Event) -> Proposal | None:
    with suppress(TransitionRefused):
        return apply(state, event, FAR)
    return None


def _taken(tried: list[Event]) -> tuple[list[Event], list[Proposal]]:
    events: list[Event] = [Received(on=START, proposal_id="p1")]
    states = [after()]
    for event in tried:
        following = _next(states[-1], event)
        if following:
            states.append(following)
            events.append(event)
    return events, states


def _is_legal(state: Proposal) -> bool:
    awaited = {stop.body for stop in state.open_stops}
    decision = state.decision
    return all(
        (
            (state.stage is Stage.COMPLETION_ASKED) == (None in awaited),
            (state.stage is Stage.CONSULTING) == bool(awaited - {None}),
            len(awaited) == len(state.open_stops),
            state.stage not in UNDECIDED or decision is None,
            state.stage not in {Stage.ADOPTED, Stage.CARRIED_OUT} or (decision is not None and decision.adopted),
            state.stage is not Stage.NOT_ADOPTED or (decision is not None and not decision.adopted),
            decision is None or decision.adopted == (decision.planned_for is not None),
            decision is None or decision.adopted or bool(decision.reason),
            decision is None or len({each.reviewer for each in state.sheets}) >= state.terms.reviewers_at_least,
            (state.stage is Stage.TRANSFERRED) == (state.transferred_to is not None) or state.stage is Stage.WITHDRAWN,
            (state.stage is Stage.LINKED) == (state.earlier_id is not None) or state.stage is Stage.WITHDRAWN,
            (state.stage is Stage.CLOSED) == (state.closing is not None) or state.stage is Stage.WITHDRAWN,
            state.carried_out_on is None or state.stage in {Stage.CARRIED_OUT, Stage.WITHDRAWN},
            2 * sum(member.citizen for member in state.committee) >= len(state.committee),
            all(stop.began <= (stop.ended or FAR) for stop in state.stops),
            (keep_until(state) is None) == (state.stage in UNDECIDED),
        )
    )


@given(_histories())
@settings(max_examples=150, deadline=None)
def test_no_sequence_of_events_reaches_an_illegal_state(tried: list[Event]) -> None:
    events, states = _taken(tried)
    assert all(_is_legal(state) for state in states)
    assert fold([event_of_record(event_record(event)) for event in events], FAR) == states[-1]


@given(_histories(), st.integers(0, 12) | st.integers(0, 120))
@settings(max_examples=150, deadline=None)
def test_a_stopped_clock_never_counts_down_and_a_running_one_always_does(tried: list[Event], later: int) -> None:
    state = _taken(tried)[1][-1]
    today = state.last_on + timedelta(days=later)
    now, then = deadline(state, today), deadline(state, today + timedelta(days=1))
    if now is None or then is None:
        assert now is then
        return
    assert is_working_day(now.day) or now.what is Duty.CARRY_OUT
    if now.stopped and then.stopped:
        assert then.days_left == now.days_left
    elif not now.stopped:
        assert not then.stopped
        assert (then.day, then.days_left) == (now.day, now.days_left - 1)


@given(_histories())
@settings(max_examples=100, deadline=None)
def test_a_decision_is_never_due_before_the_term_without_stops(tried: list[Event]) -> None:
    for state in _taken(tried)[1]:
        owed = deadline(state, state.last_on)
        if owed and owed.what is Duty.DECIDE:
            assert owed.day > state.clock_from + timedelta(days=27)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_what_is_withdrawn_stays_withdrawn(data: st.DataObject) -> None:
    state = _taken(data.draw(_histories()))[1][-1]
    withdrawn = _next(state, Withdrawn(on=state.last_on)) or state
    assert withdrawn.stage is Stage.WITHDRAWN
    assert deadline(withdrawn, FAR) is None
    assert all(_next(withdrawn, event) is None for event in data.draw(_histories(withdrawn)))
