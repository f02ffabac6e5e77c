"""What is due when, by whom: deadlines with stopped clocks, their order of urgency, reminders, and how long to keep."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sync.central.review.calendar import is_working_day, last_day, working_day_from
from sync.central.review.decision_rules import last_day_to_ask_again
from sync.central.review.events import AskedBy
from sync.central.review.proposal import UNDECIDED, Proposal, Stage, Stop
from sync.central.review.review_rules import last_day_to_ask_completion

REMIND_DAYS_BEFORE = (7, 3, 1, 0)
_MAY_ASK_COMPLETION = frozenset({Stage.RECEIVED, Stage.UNDER_REVIEW})


class Duty(StrEnum):
    """What has to be done by a day; the first four are the ministry's."""

    DECIDE = "decide"
    NOTIFY = "notify"
    CARRY_OUT = "carry-out"
    ERASE = "erase"
    COMPLETE = "complete"  # the proposer's
    ANSWER = "answer"  # a consulted body's
    ASK_AGAIN = "ask-again"  # the proposer's right
    ASK_COMPLETION = "ask-completion"  # the ministry's right


_RIGHTS = frozenset({Duty.ASK_AGAIN, Duty.ASK_COMPLETION})


@dataclass(frozen=True, slots=True)
class Deadline:
    """The day by which something is due.

    Of a stopped clock, `day` is the day that would hold if the clock ran on today, and `days_left` stands still.
    `days_left` is in calendar days, negative when overdue; `who` names a consulted body.
    """

    what: Duty
    day: date
    stopped: bool
    days_left: int
    who: str | None = None


def deadline(proposal: Proposal, today: date) -> Deadline | None:
    """Return what the ministry owes next on a proposal, or None where it owes nothing."""
    decision = proposal.decision
    if proposal.stage in UNDECIDED:
        return _decision_deadline(proposal, today)
    if decision is None or proposal.stage not in {Stage.ADOPTED, Stage.NOT_ADOPTED}:
        return None
    if decision.notified_on is None:
        nominal, _ = _decision_day(proposal, decision.on)
        return _running(Duty.NOTIFY, working_day_from(nominal, proposal.terms.declared), today)
    if decision.planned_for:
        return _running(Duty.CARRY_OUT, decision.planned_for, today)
    return None


def deadlines(proposal: Proposal, today: date) -> tuple[Deadline, ...]:
    """Return everything that is awaited on a proposal, from whomever, the most urgent first."""
    owed = deadline(proposal, today)
    found = [owed] if owed else []
    for stop in proposal.open_stops:
        what = Duty.COMPLETE if stop.body is None else Duty.ANSWER
        found.append(_running(what, stop.due, today, stop.body))
    if proposal.stage in _MAY_ASK_COMPLETION and today <= last_day_to_ask_completion(proposal):
        found.append(_running(Duty.ASK_COMPLETION, last_day_to_ask_completion(proposal), today))
    ask_until = last_day_to_ask_again(proposal, AskedBy.PROPOSER)
    if ask_until and today <= ask_until:
        found.append(_running(Duty.ASK_AGAIN, ask_until, today))
    kept = keep_until(proposal)
    if kept:
        found.append(_running(Duty.ERASE, kept, today))
    return by_urgency(found)


def by_urgency(found: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Return deadlines with the most urgent first: running clocks before stopped ones, then by what is left."""
    return tuple(sorted(found, key=urgency))


def urgency(of: Deadline) -> tuple[bool, int, str]:
    """Return the key that orders deadlines by urgency."""
    return of.stopped, of.days_left, of.what.value


def reminder_due(of: Deadline, last_reminded: date | None, today: date, declared: Iterable[date] = ()) -> bool:
    """Tell whether somebody is to be reminded today: seven, three and one days before, on the day, and when overdue.

    A reminder that a server slept through is made up for; after the day, every working day has one; a stopped clock
    and a right have none.
    """
    if of.stopped or of.what in _RIGHTS or last_reminded == today:
        return False
    if today > of.day:
        return is_working_day(today, frozenset(declared))
    reminders = [of.day - timedelta(days=before) for before in REMIND_DAYS_BEFORE]
    return any(day <= today and (last_reminded is None or last_reminded < day) for day in reminders)


def keep_until(proposal: Proposal) -> date | None:
    """Return the last day on which a proposal is kept, or None while it is open.

    Art. 22: adopted three years, not adopted two years, from the decision. Of proposals that were transferred, linked
    or closed the decree says nothing; they are kept like those not adopted. A withdrawn one is erased at once.
    """
    if proposal.stage is Stage.WITHDRAWN:
        return proposal.ended_on
    if proposal.stage in UNDECIDED:
        return None
    terms = proposal.terms
    if proposal.decision:
        return last_day(
            proposal.decision.on, terms.keep_adopted if proposal.decision.adopted else terms.keep_not_adopted
        )
    return last_day(proposal.ended_on or proposal.last_on, terms.keep_not_adopted)


def _decision_deadline(proposal: Proposal, today: date) -> Deadline:
    nominal, stopped = _decision_day(proposal, today)
    day = working_day_from(nominal, proposal.terms.declared)
    if stopped:
        return Deadline(Duty.DECIDE, day, True, (nominal - today).days)
    return _running(Duty.DECIDE, day, today)


def _decision_day(proposal: Proposal, today: date) -> tuple[date, bool]:
    """Return the last day to decide, before any holiday is considered, and whether the clock stands still today.

    Days in which a completion or an opinion was awaited do not count (art. 6(2), 9(4)), once where several were at the
    same time. What is asked after the term has run out does not open it again.
    """
    nominal = last_day(proposal.clock_from, proposal.terms.decide_within)
    stopped = False
    for began, ended, is_open in _stopped_times(proposal, today):
        if began > working_day_from(nominal, proposal.terms.declared):
            break
        nominal += ended - began
        stopped = stopped or is_open
    return nominal, stopped


def _stopped_times(proposal: Proposal, today: date) -> list[tuple[date, date, bool]]:
    """Return the times in which the clock stood still as (began, ended, still so today), in order, without overlap."""
    merged: list[tuple[date, date, bool]] = []
    for stop in sorted(proposal.stops, key=lambda each: each.began):
        began, ended = max(stop.began, proposal.clock_from), _stopped_through(stop, today)
        is_open = stop.ended is None and began <= today <= stop.due
        if ended < began or (ended == began and not is_open):
            continue
        if merged and began <= merged[-1][1]:
            former = merged.pop()
            merged.append((former[0], max(former[1], ended), former[2] or is_open))
        else:
            merged.append((began, ended, is_open))
    return merged


def _stopped_through(stop: Stop, today: date) -> date:
    return min(stop.ended or today, stop.due, today)


def _running(what: Duty, day: date, today: date, who: str | None = None) -> Deadline:
    return Deadline(what, day, False, (day - today).days, who)
