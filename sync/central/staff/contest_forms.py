"""The forms of a contest's steps, and the event that a filled form means."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from sync.central.proposals.contests import ContestFile
from sync.central.review.contest_clock import (
    Awarded,
    ContestEvent,
    EntryScored,
    RoundBegun,
    RulesSet,
    TieBroken,
    entries_of_next_round,
)
from sync.central.review.contests import Contest, ContestRefused, Prize
from sync.central.review.scoring import HIGHEST, LOWEST, Criterion, Member, Sheet
from sync.central.staff.event_forms import Form, FormRejected

PRIZES = 5
# What the form holds before anybody types: eight awards, as usual.
USUAL_PRIZES = ((1, "1", "4"), (2, "2", "3.5"), (3, "5", "3"))


def step_of_form(step: str, found: ContestFile, form: Form, citizens: Mapping[str, bool], today: date) -> ContestEvent:
    """Return the event that a form means; raises FormRejected, or ContestRefused where there is no such step."""
    match step:
        case "rules":
            return _rules(found, form, today)
        case "round":
            named = [name for name in form.get("members", []) if name in citizens]
            jury = tuple(Member(name, citizens[name]) for name in named)
            return RoundBegun(on=today, jury=jury, entries=entries_of_next_round(found.state, found.to_score))
        case "tie":
            prize, tied = _text(form, "prize"), dict(found.state.outcome.ties)
            places = {each: _number(form, f"place-{each}", 1, 99) for each in tied.get(prize, ())}
            order = tuple(sorted(places, key=lambda each: places[each]))
            if len(set(places.values())) < len(places):
                raise ContestRefused("Put each of the tied entries in its place, once.", "tie-order")
            return TieBroken(on=today, prize=prize, order=order, reason=_text(form, "reason"))
        case "award":
            return Awarded(on=today, awards=found.state.outcome.awards)
    raise ContestRefused("There is no such step.", "stage")


def score_of_form(entry: str, form: Form, reviewer: str, today: date) -> EntryScored:
    """Return the scores that a form means; raises FormRejected."""
    scores = {each.value: _number(form, each.value, LOWEST, HIGHEST) for each in Criterion}
    remark = (form.get("remark") or [""])[0].replace("\x00", "").strip()[:4000]
    return EntryScored(on=today, entry=entry, sheet=Sheet(reviewer=reviewer, remark=remark, **scores))


def _rules(found: ContestFile, form: Form, today: date) -> RulesSet:
    closes = found.activity.closes
    if closes is None:
        raise ContestRefused("The call has no last day; publish its pack with one.", "rules")
    try:
        result_on = date.fromisoformat(_text(form, "result-day"))
    except ValueError:
        raise FormRejected("result-day") from None
    prizes = tuple(
        Prize(name, _number(form, f"places-{number}", 1, 99), _mark(form, f"least-mark-{number}"))
        for number in range(1, PRIZES + 1)
        if (name := (form.get(f"prize-{number}") or [""])[0].strip()[:60])
    )
    if not prizes:
        raise FormRejected("prize")
    return RulesSet(
        on=today,
        contest=Contest(
            id=found.activity.id,
            opens=found.activity.opens or closes,
            closes=closes,
            result_on=result_on,
            second_round_places=_number(form, "second-places", 1, 999),
            prizes=prizes,
        ),
    )


def _text(form: Form, name: str) -> str:
    text = (form.get(name) or [""])[0].replace("\x00", "").strip()[:4000]
    if not text:
        raise FormRejected(name.partition("-")[0] if name.startswith("place-") else name)
    return text


def _number(form: Form, name: str, least: int, most: int) -> int:
    text = _text(form, name)
    if not (text.isascii() and text.isdecimal() and len(text) < 4 and least <= int(text) <= most):
        raise FormRejected(name)
    return int(text)


def _mark(form: Form, name: str) -> Fraction:
    text = _text(form, name).replace(",", ".")
    try:
        mark = Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise FormRejected(name) from None
    if not LOWEST <= mark <= HIGHEST or len(text) > 5:
        raise FormRejected(name)
    return mark
