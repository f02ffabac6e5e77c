"""Going on with a kiosk's unfinished visit on a phone: the link is opened, the form is read, the visit is submitted.

No account and no cookie: every request brings the sealed link again, and whoever holds it may finish this one visit,
once. The receipt id was made at the kiosk, so the database's own uniqueness makes a second finish the same submission.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.forum.answers import (
    Answers,
    answer_problem,
    asked_questions,
    check_answers,
    is_answered,
    without_skipped,
)
from kiosk.forum.chain import ChainedRecord, commitment, first_link, new_salt, next_link
from kiosk.forum.errors import ForumError
from kiosk.forum.handoff import Handoff, HandoffRejected, open_handoff, read_handoff_token
from kiosk.forum.packs import Activity, Pack, Question
from kiosk.forum.personal_data import find_personal_data
from kiosk.forum.receipts import receipt_token
from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import Submission, canonical_bytes
from sync.central.central import Central
from sync.central.ingest.examine import examine
from sync.central.store import records
from sync.central.store.devices import keys_of
from sync.central.store.online import PHONE_EPOCH, is_stored, pack_with_digest, phone_device
from sync.central.store.packs import PackClash, keep_pack


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
    first: dict[str, str] = dict(reversed(fields))
    shown = set(first.get("shown", "").split())
    given: dict[str, Any] = dict(visit.handoff.answers)
    for question in visit.activity.questions:
        if question.id in shown:
            given[question.id] = _value(question, fields, first)
    answers = without_skipped(visit.activity, given)
    asked = tuple(asked_questions(visit.activity, answers))
    warned = set(first.get("warned", "").split())
    return FormState(
        answers,
        asked,
        {each.id: problem for each in asked if each.id in shown and (problem := _problem(each, answers.get(each.id)))},
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
    payload, salt = canonical_bytes(submission), new_salt()
    with central.database.writing() as connection:
        device_no, device_id = phone_device(connection, central.server_key.public_key().public_bytes_raw(), now)
        head = records.lock_head(connection, device_id, PHONE_EPOCH)
        if head is not None and not is_stored(connection, submission.receipt_id):
            with suppress(PackClash):  # then the record is held for review: its words are another kiosk's
                keep_pack(connection, device_no, pack.id, pack.version, pack.canonical())
            record = ChainedRecord(PHONE_EPOCH, head.seq + 1, salt, payload, commitment(salt, payload))
            examined = examine(record, central.shelf.packs_asked_for(connection, device_no))
            if records.add_record(connection, device_no, PHONE_EPOCH, examined, now):
                before = head.chain or first_link(device_id, PHONE_EPOCH)
                chain = next_link(before, record.seq, record.commitment)
                records.advance_head(connection, device_no, PHONE_EPOCH, record.seq, chain, now)
    return receipt_token(central.server_key, device_id, submission.receipt_id, language)


def _value(question: Question, fields: Iterable[tuple[str, str]], first: Mapping[str, str]) -> Any:
    name = f"q.{question.id}"
    match question.type:
        case "multiple":
            return [value for field, value in fields if field == name]
        case "ranking":
            ranked = (first.get(f"{name}.{rank}", "") for rank in range(1, len(question.options) + 1))
            return [value for value in ranked if value]
        case "statements":
            votes = {each.id: first.get(f"{name}.{each.id}", "") for each in question.statements}
            return {statement: vote for statement, vote in votes.items() if vote}
        case "number" | "scale" | "rating":
            return _number(first.get(name, "").strip())
        case "text":
            return first.get(name, "").replace("\r\n", "\n")
        case _:
            return first.get(name, "")


def _number(text: str) -> Any:
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if number.is_integer() else number


def _problem(question: Question, value: Any) -> str | None:
    if not is_answered(value):
        return "required" if question.required else None
    return "wrong" if answer_problem(question, value) else None
