"""The form of consent and contact, of a receipt's page and a visit from home: read, agreed to, sealed at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kiosk.forum.consent_words import CONSENT_WORDS, NoticeKind, notice_kind
from kiosk.forum.contact import (
    Consent,
    Contact,
    ContactRejected,
    age_is_known,
    checked_contact,
    is_opinion,
    sealed_contact,
    why_refused,
)
from kiosk.forum.packs import Activity


@dataclass(frozen=True, slots=True)
class SentContact:
    """What became of a form: a sealed contact, or the sentences that say what is wrong with it."""

    sealed: str | None
    fourteen_or_over: bool
    problems: tuple[str, ...] = ()


def contact_values(activity: Activity, about: Mapping[str, str], language: str) -> dict[str, Any]:
    """Return what the template shows: the notices to agree to, and whether the age is asked."""
    words = CONSENT_WORDS[language]
    asked: list[NoticeKind] = [notice_kind(activity.kind)]
    if is_opinion(activity.kind):
        asked.append("opinion-link")
    return {
        "consent": words,
        "notices": [(name, words.notices[name]) for name in asked],
        "asks_age": not age_is_known(about),
    }


def sealed_by_form(
    typed: Callable[[str], str],
    activity: Activity,
    about: Mapping[str, str],
    language: str,
    sealing_key: bytes,
    receipt_id: str,
    now: datetime,
) -> SentContact:
    """Seal what was typed into the form, for this receipt alone, or say what is wrong."""
    words = CONSENT_WORDS[language]
    consent = Consent(
        language,
        contact=bool(typed(f"agree.{notice_kind(activity.kind)}")),
        opinion_link=bool(typed("agree.opinion-link")),
        fourteen_or_over=bool(typed("fourteen")),
    )
    contact = Contact(typed("name"), typed("phone"), typed("email"), bool(typed("answer")))
    if refused := why_refused(activity, about, consent):
        return SentContact(None, consent.fourteen_or_over, (words.refusals[refused],))
    try:
        sealed = sealed_contact(sealing_key, receipt_id, checked_contact(contact), consent, now)
    except ContactRejected as error:
        told = tuple(words.problems[each] for each in error.problems)
        return SentContact(None, consent.fourteen_or_over, told)
    return SentContact(sealed, consent.fourteen_or_over)
