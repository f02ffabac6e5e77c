"""The beginning of an activity, and its questions: one a page, in the order that `kiosk.forum.visits` decides."""

from dataclasses import replace
from typing import Any

from fastapi import Response

from kiosk.forum import caution, visits
from kiosk.forum.answers import answer_problem, is_answered
from kiosk.forum.packs import Activity, Question
from kiosk.forum.seoul import seoul_day
from kiosk.forum.visits import Visit
from sync.central.online.form_answers import answer_of
from sync.central.online.handoff_words import HANDOFF_WORDS
from sync.central.taking_part.draft import Draft, begin_draft, change_draft, new_draft
from sync.central.taking_part.steps import (
    Step,
    first_open,
    has_problem,
    place_of,
    step_after,
    step_after_question,
    step_at,
    step_before,
    steps,
)
from sync.central.taking_part.taking import Taking

# Told about before they begin, as at the kiosk; the others begin with their first question.
_INTRODUCED = frozenset({"proposal", "call", "survey", "seminar", "project"})


def start_page(taking: Taking) -> Response:
    """Show what an activity is, and where this browser stands in it; a poll shows its first question at once."""
    begun, order = taking.begun, steps(taking.visit)
    if taking.draft is None and taking.offered.activity.kind not in _INTRODUCED:
        return _question(taking, order[0], notice=taking.say["lost"] if taking.query.get("lost") else "")
    going_on = first_open(taking.visit) if begun else None
    return taking.page(
        "start.html",
        lost=taking.draft is None and bool(taking.query.get("lost")),
        resume=None if begun is None else going_on.path if going_on else "review",
        again=taking.draft is not None and begun is None,
        first=order[0].path,
        minutes=minutes_text(taking.offered.activity, taking.say),
        period=period_text(taking.offered.activity, taking),
        sessions=_sessions(taking.offered.activity),
    )


def question_page(taking: Taking) -> Response:
    """Show a question, or take its answer and lead on."""
    path = "/".join(taking.path[part] for part in ("question_id", "statement_id") if part in taking.path)
    if taking.fields is not None:
        return _take(taking, f"q/{path}")
    anew = taking.query.get("anew") and not taking.begun
    seen = replace(taking, draft=None) if anew else taking
    if seen.draft is not None and seen.draft.token:
        return taking.to("sent")
    step = step_at(seen.visit, f"q/{path}")
    if step is None:
        return taking.to_step(first_open(seen.visit)) if seen.draft else taking.lost()
    if seen.draft is None and step != steps(seen.visit)[0]:
        return taking.lost()
    return _question(seen, step, anew=bool(anew))


def _take(taking: Taking, path: str) -> Response:
    if taking.draft is not None and taking.draft.token and not taking.typed("anew"):
        return taking.to("sent")
    draft = taking.begun
    if draft is None:
        return _begin(taking, path)
    step = step_at(taking.visit, path)
    if step is None:
        return taking.to_step(first_open(taking.visit))
    kept = change_draft(taking.central.database, taking.key, taking.now, lambda fresh: _with(taking, fresh, step))
    if kept is None:
        return _begin(taking, path)
    return _lead_on(replace(taking, draft=kept), step)


def _begin(taking: Taking, path: str) -> Response:
    """Begin a visit with its first answer; where an older one is lost, keep at least the answer that just came."""
    fresh = new_draft(taking.offered)
    begun = replace(taking, draft=fresh)
    first = steps(begun.visit)[0]
    question = taking.offered.activity.question(path.split("/")[1])
    if question is None:
        return taking.lost()
    step = first if first.path == path else Step(question)
    draft = _with(taking, fresh, step)
    taking.count_visit()
    key = begin_draft(taking.central.database, draft, taking.now)
    begun = replace(taking, draft=draft, key=key)
    response = _lead_on(begun, step) if step == first else begun.to(first.path, kept="1")
    taking.hand_key(response, key)
    return response


def _with(taking: Taking, draft: Draft, step: Step) -> Draft:
    """Return the draft with what the form says about a question."""
    question, visit = step.question, Visit(taking.offered.pack, taking.offered.activity, taking.spoken, draft.answers)
    if question.type == "note":
        return draft
    if step.statement is None:
        value = answer_of(question, taking.fields or ())
    else:
        before = draft.answers.get(question.id)
        vote = taking.typed("vote")
        value = {**(before if isinstance(before, dict) else {}), **({step.statement.id: vote} if vote else {})}
    if taking.typed("go") == "erase" and isinstance(value, str):
        value = caution.erased(value)
    changed = draft.answered(question.id, visits.answered(visit, question.id, value).answers)
    if taking.typed("go") == "keep":
        changed = replace(changed, accepted=(*changed.accepted, question.id))
    return changed


def _lead_on(taking: Taking, step: Step) -> Response:
    visit, go = taking.visit, taking.typed("go")
    if taking.typed("lang"):
        return taking.to_step(step)
    if go == "back":
        before = step_before(visit, step)
        return taking.to("review") if taking.changing else taking.to(before.path) if before else taking.to()
    here = replace(visit, at=step.question.id)
    if has_problem(visit, step):
        return taking.to_step(step, told="1")
    if taking.draft and caution.is_suspicious_here(here, taking.draft.left_as_they_are):
        return taking.to_step(step, told="1")
    follow = step_after_question if go == "enough" else step_after
    return taking.to_step(follow(visit, step, changing=taking.changing))


def _question(taking: Taking, step: Step, *, anew: bool = False, notice: str = "") -> Response:
    question, order = step.question, steps(taking.visit)
    value: Any = taking.visit.answers.get(question.id, "")
    told = bool(taking.query.get("told"))
    problem = has_problem(taking.visit, step) if told else None
    here = replace(taking.visit, at=question.id)
    decided = taking.draft.left_as_they_are if taking.draft else frozenset()
    suspicious = told and not problem and caution.is_suspicious_here(here, decided)
    if taking.query.get("kept"):
        notice = taking.say["lost_kept"]
    return taking.page(
        "question.html",
        question=question,
        statement=step.statement,
        value=value,
        vote=value.get(step.statement.id) if step.statement and isinstance(value, dict) else None,
        problem=_problem_words(taking, question, value, problem) if problem else None,
        sightings=caution.sightings(value) if suspicious else [],
        action=f"{taking.address}/{step.path}",
        place=place_of(order, step),
        total=len(order),
        is_first=step == order[0],
        begun=taking.begun is not None,
        introduces=step == order[0] and not taking.begun and taking.offered.activity.kind not in _INTRODUCED,
        anew=anew,
        changing=taking.changing,
        notice=notice,
        minutes=minutes_text(taking.offered.activity, taking.say),
        period=period_text(taking.offered.activity, taking),
    )


def _problem_words(taking: Taking, question: Question, value: Any, problem: str) -> str:
    """Say what is wrong with an answer, and how to mend it."""
    say, more = taking.say, HANDOFF_WORDS[taking.language]
    if problem == "required" or not is_answered(value):
        return more.required
    if not answer_problem(question, value) and question.if_invalid:
        return question.if_invalid.get(taking.spoken, more.wrong)
    if question.type == "ranking" and isinstance(value, list) and len(set(value)) < len(value):
        return say["rank_twice"]
    if question.type == "number" and question.minimum is not None and question.maximum is not None:
        return say["number_between"].format(low=f"{question.minimum:g}", high=f"{question.maximum:g}")
    if question.type == "number" and isinstance(value, str):
        return say["number_wanted"]
    if question.type == "multiple" and question.at_most:
        return more.at_most.format(n=question.at_most)
    if question.type == "text" and len(str(value)) > question.max_length:
        return more.characters.format(n=question.max_length)
    return more.wrong


def minutes_text(activity: Activity, say: dict[str, str]) -> str:
    """Say how long it takes."""
    return say["half_minute"] if activity.minutes < 1 else say["minutes"].format(n=f"{activity.minutes:g}")


def period_text(activity: Activity, taking: Taking) -> str:
    """Say until when it is open, or from when."""
    say, today = taking.say, seoul_day(taking.now)
    if activity.opens and today < activity.opens:
        return say["opens_on"].format(day=taking.day(activity.opens))
    if activity.closes is None:
        return say["always_open"]
    return say["open_until"].format(day=taking.day(activity.closes))


def _sessions(activity: Activity) -> list[tuple[Any, bool]]:
    """Return the programme in its order, each session with whether it is the first of its day."""
    order = sorted(activity.programme, key=lambda each: (each.on, each.starts))
    return [(each, place == 0 or order[place - 1].on != each.on) for place, each in enumerate(order)]
