"""A visit: one person's way through one activity, as a frozen state and functions that return the next one.

The steps are the asked questions in order, then the review. Nothing here knows a screen: the touchscreen draws what
`step` says. A visit holds what was answered so far; only `finish` turns it into a submission.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from kiosk.forum.answers import (
    Answers,
    answer_problem,
    asked_questions,
    check_answers,
    is_answered,
    problems,
    without_skipped,
)
from kiosk.forum.packs import Activity, Pack, Question, words_in
from kiosk.forum.submissions import Channel, Clock, Submission, new_receipt_id


@dataclass(frozen=True)
class Visit:
    """Where a visitor stands; `at` is a question's id, or None on the review; `changing` came back from the review."""

    pack: Pack
    activity: Activity
    language: str
    answers: Answers = field(default_factory=dict)
    at: str | None = None
    changing: bool = False


@dataclass(frozen=True)
class Progress:
    """“2 / 5”: the question that stands open, from 1, and how many are asked with the answers so far."""

    place: int
    total: int


def begin_visit(pack: Pack, activity: Activity, language: str) -> Visit:
    """Start at the first question."""
    return Visit(pack, activity, language, at=activity.questions[0].id)


def current_question(visit: Visit) -> Question | None:
    """Return the question that stands open, with the options that are offered now, or None on the review."""
    asked = asked_questions(visit.activity, visit.answers)
    return next((question for question in asked if question.id == visit.at), None)


def progress(visit: Visit) -> Progress:
    """Return how far the visit is."""
    asked = _asked(visit)
    return Progress(asked.index(visit.at) + 1 if visit.at in asked else len(asked), len(asked))


def answered(visit: Visit, question_id: str, value: Any) -> Visit:
    """Keep an answer, or take it back where the value is none."""
    answers = dict(visit.answers)
    if is_answered(value):
        answers[question_id] = value
    else:
        answers.pop(question_id, None)
    return replace(visit, answers=answers)


def problem_here(visit: Visit) -> str | None:
    """Return why “next” cannot be taken yet: `required`, the sentence of a broken rule, or None."""
    return None if visit.at is None else problems(visit.activity, visit.answers).get(visit.at)


def breaks_condition(visit: Visit) -> str | None:
    """Return what the pack says of an open answer that only its condition refuses; empty where it says nothing.

    None where the answer is accepted, or there is none, or something else is wrong with it.
    """
    question = current_question(visit)
    value = None if question is None else visit.answers.get(question.id)
    if question is None or not is_answered(value) or answer_problem(question, value) or not problem_here(visit):
        return None
    return words_in(question.if_invalid, visit.language) if question.if_invalid else ""


def unfinished(visit: Visit) -> str | None:
    """Return the first asked question that keeps the visit from being finished, or None: for the review's “submit”.

    “Back” leads a changing visitor to the review past a question that the change opened or an answer it broke.
    """
    return next(iter(problems(visit.activity, visit.answers)), None)


def went_on(visit: Visit) -> Visit:
    """Go to the next question or the review; stays where the open question still has a problem.

    A visitor who came from the review goes straight back to it, unless a change opened a question that must be answered
    or broke an answer.
    """
    if visit.at is None or problem_here(visit):
        return visit
    asked = _asked(visit)
    after = asked[asked.index(visit.at) + 1 :] if visit.at in asked else []
    if visit.changing:
        wrong = problems(visit.activity, visit.answers)
        after = [each for each in after if each in wrong]
    return replace(visit, at=after[0] if after else None, changing=visit.changing and bool(after))


def went_back(visit: Visit) -> Visit | None:
    """Go to the question before, or None where there is none: the visitor leaves the activity."""
    if visit.changing:
        return replace(visit, at=None, changing=False)
    asked = _asked(visit)
    if visit.at is None:
        return replace(visit, at=asked[-1])
    place = asked.index(visit.at)
    return replace(visit, at=asked[place - 1]) if place else None


def change(visit: Visit, question_id: str) -> Visit:
    """Go from the review to one question."""
    return replace(visit, at=question_id, changing=True)


def finish(
    visit: Visit, *, recorded_at: datetime, duration: int | None, channel: Channel = "kiosk", clock: Clock = "good"
) -> Submission:
    """Turn the visit into a submission with a fresh receipt id; raises AnswersRejected where a rule is broken."""
    return Submission(
        receipt_id=new_receipt_id(),
        pack_id=visit.pack.id,
        pack_version=visit.pack.version,
        activity_id=visit.activity.id,
        language=visit.language,
        channel=channel,
        recorded_at=recorded_at,
        answers=check_answers(visit.activity, without_skipped(visit.activity, visit.answers)),
        duration=duration,
        clock=clock,
    )


def _asked(visit: Visit) -> list[str]:
    return [question.id for question in asked_questions(visit.activity, visit.answers)]
