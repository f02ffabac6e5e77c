"""The forms of the review's events: which fields each has, and the event that a filled form means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar, get_args

from kiosk.forum.errors import ForumError
from sync.central.review import events as e
from sync.central.review.calendar import period_end
from sync.central.review.clock import ALLOWED
from sync.central.review.events import AskedBy, Closing, Event, Flaw
from sync.central.review.proposal import Proposal, Stage
from sync.central.review.review_rules import last_day_to_ask_completion
from sync.central.review.scoring import HIGHEST, LOWEST, Criterion, Member, Sheet
from sync.central.staff.permissions import Role, may_record

Form = Mapping[str, list[str]]
_LONGEST = 4000
_Choice = TypeVar("_Choice", bound=StrEnum)
_KINDS: Mapping[str, type[Event]] = {get_args(each.__annotations__["kind"])[0]: each for each in get_args(Event)}


class FormRejected(ForumError):
    """A form lacks something or says what cannot be read; nothing was changed. `field` names where."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(f"“{field}” is empty or cannot be read; nothing was recorded. Fill it in and record again.")


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `kind` says how it is shown, as the template of the forms has it."""

    name: str
    kind: str
    choices: type[StrEnum] | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What a form may need to know besides what was typed."""

    account: str
    citizens: Mapping[str, bool]
    earlier: Callable[[str], tuple[str, date] | None]


_DAY = Field("on", "day")
_REASON = Field("reason", "long")
# In the order in which they are offered; the first that is possible is the usual next step.
FIELDS: Mapping[type[Event], tuple[Field, ...]] = MappingProxyType(
    {
        e.ReviewStarted: (Field("members", "members", optional=True), _DAY),
        e.Scored: (Field("scores", "scores"), Field("remark", "long", optional=True), _DAY),
        e.Adopted: (Field("planned-for", "day"), Field("reason", "long", optional=True), _DAY),
        e.Refused: (_REASON, _DAY),
        e.Notified: (_DAY,),
        e.CarriedOut: (Field("how", "long"), _DAY),
        e.Postponed: (Field("planned-for", "day"), _REASON, _DAY),
        e.ReExaminationAsked: (Field("by", "choice", AskedBy), _REASON, _DAY),
        e.Completed: (_DAY,),
        e.CompletionAsked: (Field("flaw", "choice", Flaw), _REASON, Field("due-day", "day"), _DAY),
        e.OpinionAsked: (Field("body", "line"), Field("proposer-told-on", "day"), _DAY),
        e.OpinionReceived: (Field("body", "waiting"), _DAY),
        e.OpinionWaived: (Field("body", "waiting"), _REASON, _DAY),
        e.Transferred: (Field("body", "line"), _REASON, _DAY),
        e.Linked: (Field("earlier", "line"), _DAY),
        e.Unlinked: (_REASON, _DAY),
        e.Closed: (
            Field("ground", "choice", Closing),
            _REASON,
            Field("filings", "number"),
            Field("answers", "number"),
            _DAY,
        ),
        e.PublicityChanged: (Field("public", "publicity"), _DAY),
        e.Withdrawn: (Field("sure", "sure"), _DAY),
    }
)


def kind_named(name: str) -> type[Event] | None:
    """Return the event of a name that staff may know."""
    found = _KINDS.get(name)
    return found if found in FIELDS else None


def name_of(kind: type[Event]) -> str:
    """Return an event's name."""
    return next(name for name, each in _KINDS.items() if each is kind)


def offered(stage: Stage, role: Role) -> list[type[Event]]:
    """Return the events that may happen in a stage and that a role may record, the usual next step first."""
    return [kind for kind in FIELDS if stage in ALLOWED[kind] and may_record(role, kind)]


def offered_now(state: Proposal, role: Role, today: date) -> list[type[Event]]:
    """Return what is offered on a proposal's page: without what its day has passed for, or waits for a step before."""
    decision = state.decision
    not_now: tuple[type[Event], ...] = ()
    if decision and decision.notified_on is None:
        not_now = (e.CarriedOut, e.Postponed, e.ReExaminationAsked)
    elif decision:
        not_now = (e.Notified,)
    elif state.stage is Stage.RE_EXAMINATION and state.review_started_on is None:
        not_now = (e.Scored, e.OpinionAsked, e.Adopted, e.Refused)
    elif today > last_day_to_ask_completion(state):
        not_now = (e.CompletionAsked,)
    return [kind for kind in offered(state.stage, role) if kind not in not_now]


def suggestions(state: Proposal, today: date) -> dict[str, str]:
    """Return what fields hold before anybody types."""
    planned = state.decision.planned_for if state.decision else None
    return {
        "on": today.isoformat(),
        "due-day": period_end(today, state.terms.ask_completion_within, state.terms.declared).isoformat(),
        "planned-for": (planned or today + timedelta(days=180)).isoformat(),
        "proposer-told-on": today.isoformat(),
        "filings": "1",
        "answers": "0",
    }


def event_of_form(kind: type[Event], form: Form, context: Context) -> Event:
    """Return the event that a form means; raises FormRejected."""
    on = _day(form, "on")
    return _BUILD[kind](on, form, context)


def _completion(on: date, form: Form, _: Context) -> Event:
    flaw = _choice(form, "flaw", Flaw)
    return e.CompletionAsked(on=on, due=_day(form, "due-day"), reason=_text(form, "reason"), flaw=flaw)


def _linked(on: date, form: Form, context: Context) -> Event:
    found = context.earlier(_text(form, "earlier"))
    if found is None:
        raise FormRejected("earlier")
    return e.Linked(on=on, earlier_id=found[0], earlier_received_on=found[1])


def _closed(on: date, form: Form, _: Context) -> Event:
    return e.Closed(
        on=on,
        ground=_choice(form, "ground", Closing),
        reason=_text(form, "reason"),
        filings=_number(form, "filings"),
        answers=_number(form, "answers"),
    )


def _review(on: date, form: Form, context: Context) -> Event:
    named = [name for name in form.get("members", []) if name in context.citizens]
    return e.ReviewStarted(on=on, committee=tuple(Member(name, context.citizens[name]) for name in named))


def _scored(on: date, form: Form, context: Context) -> Event:
    scores = {each.value: _number(form, each.value, LOWEST, HIGHEST) for each in Criterion}
    return e.Scored(on=on, sheet=Sheet(reviewer=context.account, remark=_text(form, "remark", True), **scores))


def _consult(on: date, form: Form, _: Context) -> Event:
    return e.OpinionAsked(on=on, body=_text(form, "body")[:200], proposer_told_on=_day(form, "proposer-told-on"))


def _withdrawn(on: date, form: Form, _: Context) -> Event:
    _text(form, "sure")  # it erases what a citizen wrote: nobody does that by a slip
    return e.Withdrawn(on=on)


_BUILD: Mapping[type[Event], Callable[[date, Form, Context], Event]] = MappingProxyType(
    {
        e.ReviewStarted: _review,
        e.Scored: _scored,
        e.CompletionAsked: _completion,
        e.Linked: _linked,
        e.Closed: _closed,
        e.OpinionAsked: _consult,
        e.Completed: lambda on, form, _: e.Completed(on=on),
        e.Notified: lambda on, form, _: e.Notified(on=on),
        e.Withdrawn: _withdrawn,
        e.Refused: lambda on, form, _: e.Refused(on=on, reason=_text(form, "reason")),
        e.Unlinked: lambda on, form, _: e.Unlinked(on=on, reason=_text(form, "reason")),
        e.CarriedOut: lambda on, form, _: e.CarriedOut(on=on, how=_text(form, "how")),
        e.OpinionReceived: lambda on, form, _: e.OpinionReceived(on=on, body=_text(form, "body")),
        e.PublicityChanged: lambda on, form, _: e.PublicityChanged(on=on, public=_text(form, "public") == "yes"),
        e.Transferred: lambda on, form, _: e.Transferred(on=on, body=_text(form, "body"), reason=_text(form, "reason")),
        e.OpinionWaived: lambda on, form, _: e.OpinionWaived(
            on=on, body=_text(form, "body"), reason=_text(form, "reason")
        ),
        e.Adopted: lambda on, form, _: e.Adopted(
            on=on, planned_for=_day(form, "planned-for"), reason=_text(form, "reason", True)
        ),
        e.Postponed: lambda on, form, _: e.Postponed(
            on=on, planned_for=_day(form, "planned-for"), reason=_text(form, "reason")
        ),
        e.ReExaminationAsked: lambda on, form, _: e.ReExaminationAsked(
            on=on, reason=_text(form, "reason"), by=_choice(form, "by", AskedBy)
        ),
    }
)


def _text(form: Form, name: str, may_be_empty: bool = False) -> str:
    text = (form.get(name) or [""])[0].replace("\x00", "").replace("\r\n", "\n").strip()[:_LONGEST]
    if not text and not may_be_empty:
        raise FormRejected(name)
    return text


def _day(form: Form, name: str) -> date:
    try:
        found = date.fromisoformat(_text(form, name))
    except ValueError:
        raise FormRejected(name) from None
    if not 1990 <= found.year < 2100:
        raise FormRejected(name)
    return found


def _number(form: Form, name: str, least: int = 0, most: int = 999) -> int:
    text = _text(form, name)
    if not (text.isascii() and text.isdecimal() and len(text) < 4 and least <= int(text) <= most):
        raise FormRejected(name)
    return int(text)


def _choice(form: Form, name: str, choices: type[_Choice]) -> _Choice:
    try:
        return choices(_text(form, name))
    except ValueError:
        raise FormRejected(name) from None
