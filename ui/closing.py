"""What follows the last question: about you, then contact; a frozen state and pure functions that return the next one.

Anonymous is the default. Whoever wants an answer agrees first, leaves contact, and what they left is sealed at once:
after that nothing here can show it again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from kiosk.forum.contact import (
    ABOUT_KINDS,
    CONTACT_KINDS,
    Consent,
    Contact,
    ContactProblem,
    ContactRefusal,
    ContactRejected,
    age_is_known,
    checked_contact,
    is_opinion,
    sealed_contact,
    why_not_asked,
    why_refused,
)
from kiosk.forum.packs import Activity
from kiosk.forum.submissions import new_receipt_id


class Step(StrEnum):
    """One screen each; the first three are parts of `about`, the last three are fields of a contact."""

    AGE = "age_band"
    REGION = "region"
    GENDER = "gender"
    OFFER = "offer"
    OLD_ENOUGH = "old-enough"
    CONSENT = "consent"
    LINK = "link"
    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"


ABOUT_STEPS = (Step.AGE, Step.REGION, Step.GENDER)
CONTACT_FIELDS = (Step.NAME, Step.PHONE, Step.EMAIL)
YES, NO, AGAIN = "yes", "no", "again"


@dataclass(frozen=True)
class SealedContact:
    """A contact that only the ministry can open, the receipt that it is bound to, and what was agreed to."""

    receipt_id: str
    envelope: str
    consent: Consent


@dataclass(frozen=True)
class Closing:
    """Where the visitor stands after the questions; `at` is None before them and on the review."""

    at: Step | None = None
    changing: bool = False
    about: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[Step, str] = field(default_factory=dict)
    draft: Contact = field(default_factory=Contact)
    problems: tuple[ContactProblem, ...] = ()
    sealed: SealedContact | None = None


def steps(activity: Activity, closing: Closing, sealing_key: bytes | None) -> list[Step]:
    """Return the steps of an activity after what was said so far, in order."""
    found = list(ABOUT_STEPS) if activity.kind in ABOUT_KINDS else []
    if activity.kind not in CONTACT_KINDS or why_not_asked(sealing_key, closing.about):
        return found
    found.append(Step.OFFER)
    if closing.sealed is not None or closing.said.get(Step.OFFER) != YES:
        return found
    asked = [] if age_is_known(closing.about) else [Step.OLD_ENOUGH]
    asked += [Step.CONSENT, Step.LINK] if is_opinion(activity.kind) else [Step.CONSENT]
    for step in asked:
        found.append(step)
        if closing.said.get(step) != YES:
            return found
    return [*found, *CONTACT_FIELDS]


def chosen(closing: Closing) -> str | None:
    """Return what is chosen at the open step."""
    if closing.at in ABOUT_STEPS:
        return closing.about.get(closing.at)
    return None if closing.at is None else closing.said.get(closing.at)


def chose(activity: Activity, closing: Closing, value: str) -> Closing:
    """Take a choice at the open step; what no longer holds after it is dropped."""
    if closing.at is None:
        return closing
    if closing.at in ABOUT_STEPS:
        return _still_allowed(activity, replace(closing, about={**closing.about, closing.at.value: value}))
    if closing.at is Step.OFFER and value != YES:
        # “No” drops a contact; “again” drops it to be written anew, with its consents.
        return replace(closing, said={Step.OFFER: YES if value == AGAIN else NO}, draft=Contact(), sealed=None)
    return replace(closing, said={**closing.said, closing.at: value})


def refusal(closing: Closing) -> ContactRefusal | None:
    """Return why no contact is taken after what is chosen at the open step, or None."""
    if closing.at is None or closing.said.get(closing.at) != NO:
        return None
    return {
        Step.OLD_ENOUGH: ContactRefusal.UNDER_14,
        Step.CONSENT: ContactRefusal.NO_CONSENT,
        Step.LINK: ContactRefusal.NO_OPINION_CONSENT,
    }.get(closing.at)


def can_go_on(closing: Closing) -> bool:
    """Tell whether “next” can be taken: only a consent and the age before it need a choice."""
    return closing.at not in (Step.OLD_ENOUGH, Step.CONSENT, Step.LINK) or chosen(closing) is not None


def began(activity: Activity, closing: Closing, sealing_key: bytes | None) -> Closing:
    """Go to the first step, or the review where there is none."""
    order = steps(activity, closing, sealing_key)
    return replace(closing, at=order[0] if order else None, changing=False)


def went_on(activity: Activity, closing: Closing, sealing_key: bytes | None) -> Closing:
    """Go to the next step or the review."""
    order = steps(activity, closing, sealing_key)
    if closing.at is None or not can_go_on(closing):
        return closing
    if closing.changing and closing.at in ABOUT_STEPS:
        return replace(closing, at=None, changing=False)
    after = order[order.index(closing.at) + 1 :] if closing.at in order else []
    return replace(closing, at=after[0] if after else None, changing=closing.changing and bool(after), problems=())


def went_back(activity: Activity, closing: Closing, sealing_key: bytes | None) -> Closing | None:
    """Go to the step before; None where that is the last question."""
    order = steps(activity, closing, sealing_key)
    if closing.changing and closing.at in (*ABOUT_STEPS, Step.OFFER):
        return replace(closing, at=None, changing=False)
    place = len(order) if closing.at is None else order.index(closing.at) if closing.at in order else 0
    return replace(closing, at=order[place - 1], problems=()) if place else None


def passed_about(activity: Activity, closing: Closing, sealing_key: bytes | None) -> Closing:
    """Leave all that is still open of “about you” out."""
    after = [each for each in steps(activity, closing, sealing_key) if each not in ABOUT_STEPS]
    return replace(closing, at=after[0] if after and not closing.changing else None, changing=False)


def changing(closing: Closing, step: Step) -> Closing:
    """Go from the review to one step."""
    return replace(closing, at=step, changing=True)


def wrote(closing: Closing, text: str) -> Closing:
    """Keep what is written in the open field until it is sealed."""
    match closing.at:
        case Step.NAME:
            draft = replace(closing.draft, name=text)
        case Step.PHONE:
            draft = replace(closing.draft, phone=text)
        case Step.EMAIL:
            draft = replace(closing.draft, email=text)
        case _:
            return closing
    return replace(closing, draft=draft, problems=())


def written(closing: Closing) -> str:
    """Return what is written in the open field."""
    of: Mapping[Step | None, str | None] = {
        Step.NAME: closing.draft.name,
        Step.PHONE: closing.draft.phone,
        Step.EMAIL: closing.draft.email,
    }
    return of.get(closing.at) or ""


def without_contact(closing: Closing) -> Closing:
    """Go to the review without any contact."""
    return replace(closing, at=None, changing=False, said={Step.OFFER: NO}, draft=Contact(), problems=(), sealed=None)


def checked_field(closing: Closing) -> Closing:
    """Say what is wrong with the open field alone, so that it is mended where it was written."""
    text = written(closing)
    if not text.strip():
        return closing
    try:
        checked_contact(wrote(replace(closing, draft=Contact()), text).draft)
    except ContactRejected as error:
        found = tuple(each for each in error.problems if each is not ContactProblem.UNREACHABLE)
        return replace(closing, problems=found)
    return closing


def sealed(activity: Activity, closing: Closing, sealing_key: bytes, language: str, at: datetime) -> Closing:
    """Seal the draft and forget it; where something is wrong with it, say what and keep it open."""
    try:
        contact = checked_contact(closing.draft)
    except ContactRejected as error:
        return replace(closing, problems=error.problems)
    consent = Consent(
        language=language,
        contact=closing.said.get(Step.CONSENT) == YES,
        opinion_link=closing.said.get(Step.LINK) == YES,
        fourteen_or_over=closing.said.get(Step.OLD_ENOUGH) == YES,
    )
    if why_refused(activity, closing.about, consent):
        return without_contact(closing)
    receipt_id = new_receipt_id()
    envelope = sealed_contact(sealing_key, receipt_id, contact, consent, at)
    return replace(
        closing, at=None, changing=False, draft=Contact(), sealed=SealedContact(receipt_id, envelope, consent)
    )


def _still_allowed(activity: Activity, closing: Closing) -> Closing:
    """Drop a contact that the new age does not allow; a visitor who then declines their age is asked again."""
    if closing.about.get("age_band") == "under-14":
        return replace(closing, said={}, draft=Contact(), sealed=None)
    if closing.sealed is not None and why_refused(activity, closing.about, closing.sealed.consent):
        return replace(closing, said={}, draft=Contact(), sealed=None)
    return closing
