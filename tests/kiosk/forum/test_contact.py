import json
from dataclasses import replace
from typing import get_args

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.forum.contact import (
    Consent,
    Contact,
    ContactProblem,
    ContactRefusal,
    ContactRefused,
    ContactRejected,
    age_is_known,
    checked_contact,
    is_opinion,
    read_contact,
    why_not_asked,
    why_refused,
    with_about,
    with_contact,
)
from kiosk.forum.errors import ForumError
from kiosk.forum.packs import Activity, ActivityKind, Pack
from kiosk.forum.sealing import SealRejected, unseal
from kiosk.forum.submissions import canonical_bytes
from tests.submissions import poll_submission

KEY = X25519PrivateKey.generate()
PUBLIC = KEY.public_key().public_bytes_raw()
FULL = Consent("ko", contact=True, opinion_link=True, fourteen_or_over=True)
CONTACT = Contact("홍길동", "010-1234-5678", "hong@example.kr")


@pytest.fixture
def poll(pack: Pack) -> Activity:
    return pack.activities[0]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("010-1234-5678", "01012345678"),
        (" 010 1234 5678 ", "01012345678"),
        ("(02) 2100-2114", "0221002114"),
        ("０１０－１２３４－５６７８", "01012345678"),
        ("1588-1234", "15881234"),
        ("+1 (202) 555-0123", "+12025550123"),
        ("+82 10 1234 5678", "+821012345678"),
    ],
)
def test_phone_number_has_one_spelling(written: str, kept: str) -> None:
    assert checked_contact(Contact(phone=written)).phone == kept


@pytest.mark.parametrize("written", ["12345", "010-1234", "전화", "+0 123456789", "010-1234-5678-9999-1111", "119"])
def test_what_is_no_phone_number_is_rejected(written: str) -> None:
    with pytest.raises(ContactRejected) as rejected:
        checked_contact(Contact(phone=written))
    assert rejected.value.problems == (ContactProblem.PHONE,)


@pytest.mark.parametrize("written", ["a@b.kr", "first.last+tag@sub.example.co.kr", " a@b.kr "])
def test_email_address_is_taken(written: str) -> None:
    assert checked_contact(Contact(email=written)).email == written.strip()


@pytest.mark.parametrize(
    "written", ["a@b", "a b@c.kr", "@c.kr", "a@", "a@b..kr", "가@나.한국", "a@" + "b" * 300 + ".kr"]
)
def test_what_is_no_email_address_is_rejected(written: str) -> None:
    with pytest.raises(ContactRejected) as rejected:
        checked_contact(Contact(email=written))
    assert rejected.value.problems == (ContactProblem.EMAIL,)


def test_contact_needs_a_way_to_be_reached() -> None:
    with pytest.raises(ContactRejected) as rejected:
        checked_contact(Contact(name="홍길동", phone="  ", email=""))
    assert rejected.value.problems == (ContactProblem.UNREACHABLE,)


def test_resident_number_is_never_taken_in_any_field() -> None:
    for contact in (
        Contact(name="홍길동 900101-1234567", email="a@b.kr"),
        Contact(phone="900101-1234567", email="a@b.kr"),
        Contact(name="M12345678", email="a@b.kr"),
    ):
        with pytest.raises(ContactRejected) as rejected:
            checked_contact(contact)
        assert ContactProblem.RESIDENT_NUMBER in rejected.value.problems


def test_name_is_printable_and_not_too_long() -> None:
    for name in ("가" * 61, "두\n줄"):
        with pytest.raises(ContactRejected):
            checked_contact(Contact(name=name, email="a@b.kr"))


@pytest.mark.parametrize(
    ("about", "consent", "reason"),
    [
        ({}, FULL, None),
        ({"age_band": "20-29"}, replace(FULL, fourteen_or_over=False), None),
        ({"age_band": "under-14"}, FULL, ContactRefusal.UNDER_14),
        ({}, replace(FULL, fourteen_or_over=False), ContactRefusal.AGE_UNKNOWN),
        ({"age_band": "declined"}, replace(FULL, fourteen_or_over=False), ContactRefusal.AGE_UNKNOWN),
        ({}, replace(FULL, contact=False), ContactRefusal.NO_CONSENT),
        ({}, replace(FULL, opinion_link=False), ContactRefusal.NO_OPINION_CONSENT),
    ],
)
def test_contact_is_kept_only_with_every_consent(
    poll: Activity, about: dict[str, str], consent: Consent, reason: ContactRefusal | None
) -> None:
    assert why_refused(poll, about, consent) == reason
    submission = with_about(poll_submission(), about)
    if reason is None:
        assert with_contact(submission, poll, CONTACT, consent, PUBLIC).contact
    else:
        with pytest.raises(ContactRefused) as refused:
            with_contact(submission, poll, CONTACT, consent, PUBLIC)
        assert refused.value.reason == reason


def test_interest_in_a_project_is_no_opinion_and_everything_else_may_be(poll: Activity) -> None:
    assert {kind for kind in get_args(ActivityKind) if not is_opinion(kind)} == {"project"}
    project = poll.model_copy(update={"kind": "project"})
    assert why_refused(project, {}, replace(FULL, opinion_link=False)) is None


def test_fields_are_not_shown_without_the_ministrys_key_or_under_14() -> None:
    assert why_not_asked(None, {}) == ContactRefusal.NO_KEY
    assert why_not_asked(PUBLIC, {"age_band": "under-14"}) == ContactRefusal.UNDER_14
    assert why_not_asked(PUBLIC, {"age_band": "14-19"}) is None
    assert why_not_asked(PUBLIC, {}) is None
    assert [age_is_known(about) for about in ({}, {"age_band": "declined"}, {"age_band": "14-19"})] == [
        False,
        False,
        True,
    ]


def test_sealed_contact_opens_for_the_ministry_and_this_receipt_alone(poll: Activity) -> None:
    submission = with_contact(poll_submission(), poll, CONTACT, FULL, PUBLIC)
    assert submission.contact is not None
    opened = read_contact(unseal(KEY, submission.contact, "contact", submission.receipt_id))
    assert opened == {
        "name": "홍길동",
        "phone": "01012345678",
        "email": "hong@example.kr",
        "wants_answer": True,
        "consent": {
            "notice": 1,
            "language": "ko",
            "contact": True,
            "opinion_link": True,
            "fourteen_or_over": True,
            "at": "2026-11-22T03:00:00Z",
        },
    }
    with pytest.raises(SealRejected):
        unseal(KEY, submission.contact, "contact", poll_submission().receipt_id)


def test_record_shows_nothing_of_the_contact_not_even_its_length(poll: Activity) -> None:
    full = with_contact(poll_submission(), poll, CONTACT, FULL, PUBLIC)
    short = with_contact(poll_submission(), poll, Contact(email="a@b.kr"), FULL, PUBLIC)
    assert full.contact is not None
    assert short.contact is not None
    assert len(full.contact) == len(short.contact)
    record = canonical_bytes(full)
    assert json.loads(record)["contact"] == full.contact
    for word in ("홍길동", "01012345678", "hong@example.kr"):
        assert word.encode() not in record


def test_without_the_key_no_contact_is_kept(poll: Activity) -> None:
    with pytest.raises(ContactRefused):
        with_contact(poll_submission(), poll, CONTACT, FULL, None)


def test_about_is_checked_when_it_is_put_in() -> None:
    assert with_about(poll_submission(), {"age_band": "14-19", "gender": "declined"}).about == {
        "age_band": "14-19",
        "gender": "declined",
    }
    with pytest.raises(ForumError):
        with_about(poll_submission(), {"age_band": "13"})


@pytest.mark.parametrize("plain", [b"", b"[]", b"{}", b'{"v":2}', b"[" * 100_000])
def test_what_is_no_contact_is_refused(plain: bytes) -> None:
    with pytest.raises(ForumError):
        read_contact(plain)
