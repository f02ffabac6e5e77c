"""Going on with a kiosk's unfinished visit on a phone: the link is opened, the form is read, the visit is submitted.

No account and no cookie: every request brings the sealed link again, and whoever holds it may finish this one visit,
once. The receipt id was made at the kiosk, so the database's own uniqueness makes a second finish the same submission.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.forum.answers import (
    Answers,
    asked_questions,
    check_answers,
    problems,
    without_skipped,
)
from kiosk.forum.errors import ForumError
from kiosk.forum.handoff import Handoff, HandoffRejected, open_handoff, read_handoff_token
from kiosk.forum.packs import Activity, Pack, Question
from kiosk.forum.personal_data import find_personal_data
from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import Submission
from sync.central.central import Central
from sync.central.online.form_answers import answer_of
from sync.central.online.storing import store_submission
from sync.central.store.devices import keys_of
from sync.central.store.online import pack_with_digest


class PackNotHere(ForumError):
    """The kiosk has not sent its questions yet; the visit can be finished there, or here a little later."""


class ActivityClosed(ForumError):
    """The activity is over."""


@dataclass(frozen=True, slots=True)
class OpenVisit:
    """A visit that a kiosk of ours really handed over, with the pack that it was begun in."""

    handoff: Handoff
    pack: Pack
    activity: Activity


@dataclass(frozen=True, slots=True)
class FormState:
    """What the phone's form shows: the asked questions with their answers, and what keeps it from being submitted."""

    answers: Answers
    questions: tuple[Question, ...]
    problems: Mapping[str, str]
    appeared: frozenset[str]
    personal: frozenset[str]

    @property
    def is_ready(self) -> bool:
        """Tell whether it may be submitted as it is."""
        return not (self.problems or self.appeared or self.personal)


def open_visit(central: Central, digits: str, now: datetime) -> OpenVisit:
    """Open a link's fragment; raises HandoffRejected, PackNotHere or ActivityClosed."""
    sealed = read_handoff_token(digits)
    with central.database.reading() as connection:
        keys = keys_of(connection, sealed.device_id)
        if not any(sealed.verify(Ed25519PublicKey.from_public_bytes(key)) for key in keys):
            raise HandoffRejected("No kiosk of ours made this link; scan the code at the kiosk again.")
        handoff = open_handoff(central.handoff_key, sealed)
        pack = pack_with_digest(connection, handoff.pack_id, handoff.pack_version, handoff.pack_digest)
    if pack is None:
        raise PackNotHere("The kiosk's questions have not arrived here yet; finish there, or try again later.")
    activity = pack.activity(handoff.activity_id)
    if activity is None:
        raise HandoffRejected("The link names no activity of its pack; finish at the kiosk.")
    if not activity.is_open(seoul_day(now)):
        raise ActivityClosed("This activity is over; nothing was submitted.")
    return OpenVisit(handoff, pack, activity)


def begun(visit: OpenVisit) -> FormState:
    """Return the form as the visitor left the kiosk."""
    answers = without_skipped(visit.activity, visit.handoff.answers)
    return FormState(answers, tuple(asked_questions(visit.activity, answers)), {}, frozenset(), frozenset())


def read_form(visit: OpenVisit, fields: Sequence[tuple[str, str]]) -> FormState:
    """Return the form as it came back; a problem is `required` or `wrong`.

    A question that an answer opened appears before anything is submitted; a number that looks personal is pointed out
    once.
    """
    first = dict(reversed(fields))
    shown = set(first.get("shown", "").split())
    given: dict[str, Any] = dict(visit.handoff.answers)
    for question in visit.activity.questions:
        if question.id in shown:
            given[question.id] = answer_of(question, fields)
    answers = without_skipped(visit.activity, given)
    asked = tuple(asked_questions(visit.activity, answers))
    warned = set(first.get("warned", "").split())
    return FormState(
        answers,
        asked,
        {
            question_id: "required" if problem == "required" else "wrong"
            for question_id, problem in problems(visit.activity, answers).items()
            if question_id in shown
        },
        frozenset(each.id for each in asked if each.id not in shown),
        frozenset(
            each.id
            for each in asked
            if each.id not in warned and each.type == "text" and find_personal_data(str(answers.get(each.id, "")))
        ),
    )


def submit(central: Central, visit: OpenVisit, answers: Answers, language: str, now: datetime) -> str:
    """Store a finished visit, durable when this returns, and return its receipt's token; once, however often asked.

    Raises AnswersRejected where a rule is broken.
    """
    handoff, pack = visit.handoff, visit.pack
    submission = Submission(
        receipt_id=handoff.receipt_id,
        pack_id=pack.id,
        pack_version=pack.version,
        activity_id=visit.activity.id,
        language=language if language in pack.languages else pack.languages[0],
        channel="phone",
        recorded_at=now,
        answers=check_answers(visit.activity, answers),
        about=handoff.about,
    )
    return store_submission(central, submission, pack, language, now)
