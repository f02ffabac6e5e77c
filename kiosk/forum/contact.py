"""Contact and consent: what a visitor who wants an answer leaves, checked, agreed to, and sealed when it is written.

Anonymous is the default. Contact may be attached only with consent to the notice of `kiosk.forum.consent_words`
(개인정보 보호법 제15조 제2항: purpose, items, retention, the right to refuse), never under 14 (제22조의2: a guardian's
consent cannot be verified at a kiosk), and to an opinion only with its own, separate consent, for a political opinion
that is linked to a person is sensitive data (제23조).
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

import rfc8785

from kiosk.forum.errors import ForumError
from kiosk.forum.packs import Activity, ActivityKind
from kiosk.forum.personal_data import PersonalData, find_personal_data
from kiosk.forum.seoul import utc_text
from kiosk.forum.submissions import Submission, about_problem

NOTICE_VERSION = 1
# After which activities visitors are asked about themselves, and may leave contact.
ABOUT_KINDS: frozenset[ActivityKind] = frozenset({"opinion", "proposal", "call", "survey", "statements"})
CONTACT_KINDS: frozenset[ActivityKind] = frozenset({"opinion", "proposal", "call", "project"})
# What a visitor says in every other kind may show a political opinion.
_NO_OPINION: frozenset[ActivityKind] = frozenset({"project"})
_LONGEST_NAME = 60
_LONGEST_EMAIL = 254
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,6}[A-Za-z]{2,24}")
_PHONE_SIGNS = re.compile(r"[\s().·-]+")
# Korean: mobile and landline with its 0, or a nationwide 15xx/16xx/18xx number; foreign: + and 8 to 15 digits (E.164).
_PHONE = re.compile(r"0\d{8,11}|1[568]\d{6}|\+[1-9]\d{7,14}")
# The sealed length tells nothing about what was left out.
_PADDED_TO = 256


class ContactProblem(StrEnum):
    """What can be wrong with a contact; the words for each are in `consent_words`."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    UNREACHABLE = "unreachable"
    RESIDENT_NUMBER = "resident-number"


class ContactRefusal(StrEnum):
    """Why no contact may be asked for, or kept."""

    NO_KEY = "no-key"
    UNDER_14 = "under-14"
    NO_CONSENT = "no-consent"
    NO_OPINION_CONSENT = "no-opinion-consent"
    AGE_UNKNOWN = "age-unknown"


class ContactRejected(ForumError):
    """A contact breaks a rule; `problems` names each field that does."""

    def __init__(self, problems: tuple[ContactProblem, ...]) -> None:
        self.problems = problems
        super().__init__(f"The contact cannot be kept as it is ({', '.join(problems)}); mend these fields.")


class ContactRefused(ForumError):
    """Contact may not be kept with this submission; the submission itself may."""

    def __init__(self, reason: ContactRefusal) -> None:
        self.reason = reason
        super().__init__(f"No contact may be kept here ({reason}); the submission can be kept without it.")


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach a visitor; every part is optional, but there must be a way."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None
    wants_answer: bool = True


@dataclass(frozen=True, slots=True)
class Consent:
    """What a visitor agreed to, on which notice and in which language."""

    language: str
    contact: bool
    opinion_link: bool = False
    fourteen_or_over: bool = False
    notice_version: int = NOTICE_VERSION


def is_opinion(kind: ActivityKind) -> bool:
    """Tell whether contact beside this kind of activity links an opinion to a person."""
    return kind not in _NO_OPINION


def why_not_asked(sealing_key: bytes | None, about: Mapping[str, str]) -> ContactRefusal | None:
    """Return why no contact fields may be shown at all, or None where they may."""
    if sealing_key is None:
        return ContactRefusal.NO_KEY
    return ContactRefusal.UNDER_14 if about.get("age_band") == "under-14" else None


def age_is_known(about: Mapping[str, str]) -> bool:
    """Tell whether “about you” says the age; where not, the consent screen asks to confirm 14 or over."""
    return about.get("age_band", "declined") != "declined"


def checked_contact(contact: Contact) -> Contact:
    """Return a contact in its one spelling; raises ContactRejected."""
    name = unicodedata.normalize("NFC", contact.name or "").strip()
    phone = _PHONE_SIGNS.sub("", unicodedata.normalize("NFKC", contact.phone or ""))
    email = unicodedata.normalize("NFKC", contact.email or "").strip()
    problems: list[ContactProblem] = []
    if len(name) > _LONGEST_NAME or not name.isprintable():
        problems.append(ContactProblem.NAME)
    if phone and not _PHONE.fullmatch(phone):
        problems.append(ContactProblem.PHONE)
    if email and (len(email) > _LONGEST_EMAIL or not _EMAIL.fullmatch(email) or ".." in email):
        problems.append(ContactProblem.EMAIL)
    if not phone and not email:
        problems.append(ContactProblem.UNREACHABLE)
    if any(map(_holds_forbidden_number, (name, contact.phone or ""))):
        problems.append(ContactProblem.RESIDENT_NUMBER)
    if problems:
        raise ContactRejected(tuple(problems))
    return Contact(name or None, phone or None, email or None, contact.wants_answer)


def why_refused(activity: Activity, about: Mapping[str, str], consent: Consent) -> ContactRefusal | None:
    """Return why a contact may not be kept beside this activity, or None where it may."""
    if about.get("age_band") == "under-14":
        return ContactRefusal.UNDER_14
    if not age_is_known(about) and not consent.fourteen_or_over:
        return ContactRefusal.AGE_UNKNOWN
    if not consent.contact:
        return ContactRefusal.NO_CONSENT
    if is_opinion(activity.kind) and not consent.opinion_link:
        return ContactRefusal.NO_OPINION_CONSENT
    return None


def with_about(submission: Submission, about: Mapping[str, str]) -> Submission:
    """Return the submission with what the visitor told of themselves; raises ForumError where it is none."""
    if problem := about_problem(dict(about)):
        raise ForumError(f"{problem}; nothing was changed.")
    return replace(submission, about=dict(about))


def with_contact(
    submission: Submission, activity: Activity, contact: Contact, consent: Consent, sealing_key: bytes | None
) -> Submission:
    """Return the submission with its contact sealed to the ministry's key; put `about` in before.

    Raises ContactRejected where the contact is wrong, and ContactRefused where it may not be kept.
    """
    if sealing_key is None:
        raise ContactRefused(ContactRefusal.NO_KEY)
    if reason := why_refused(activity, submission.about, consent):
        raise ContactRefused(reason)
    sealed = sealed_contact(
        sealing_key, submission.receipt_id, checked_contact(contact), consent, submission.recorded_at
    )
    return replace(submission, contact=sealed)


def sealed_contact(sealing_key: bytes, receipt_id: str, contact: Contact, consent: Consent, at: datetime) -> str:
    """Seal a checked contact, with what was agreed to and when, so that it opens for this receipt alone."""
    from kiosk.forum.sealing import seal  # needed by few visits: the kiosk starts without it

    content: dict[str, Any] = {
        "v": 1,
        "name": contact.name,
        "phone": contact.phone,
        "email": contact.email,
        "wants_answer": contact.wants_answer,
        "consent": {
            "notice": consent.notice_version,
            "language": consent.language,
            "contact": consent.contact,
            "opinion_link": consent.opinion_link,
            "fourteen_or_over": consent.fourteen_or_over,
            "at": utc_text(at),
        },
    }
    plain = rfc8785.dumps(content)
    return seal(sealing_key, plain.ljust(-(-len(plain) // _PADDED_TO) * _PADDED_TO), "contact", receipt_id)


def read_contact(plain: bytes) -> dict[str, Any]:
    """Read an unsealed contact as {name, phone, email, wants_answer, consent}; raises ForumError."""
    try:
        content = json.loads(plain)
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict) or content.get("v") != 1:
        raise ForumError("The opened envelope holds no contact that this program knows; it was left as it is.")
    return {key: value for key, value in content.items() if key != "v"}


def _holds_forbidden_number(text: str) -> bool:
    forbidden = (PersonalData.RESIDENT_NUMBER, PersonalData.PASSPORT_NUMBER)
    return any(found.kind in forbidden for found in find_personal_data(text))
