"""What follows the last question, as tables: which steps come, what is dropped, and what is sealed."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.forum.contact import Contact, ContactProblem, ContactRefusal, read_contact
from kiosk.forum.packs import Activity
from kiosk.forum.sealing import unseal
from kiosk.pack_files import read_pack_file
from ui import closing
from ui.closing import AGAIN, NO, YES, Closing, SealedContact, Step

PACK = read_pack_file(Path(__file__).parents[2] / "assets" / "packs" / "lobby.yaml")
# Named in the tests' names, which have to be the same in each process.
MINISTRY = X25519PrivateKey.from_private_bytes(bytes(range(32)))
KEY = MINISTRY.public_key().public_bytes_raw()
AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ABOUT = [Step.AGE, Step.REGION, Step.GENDER]
THIRTIES = {"age_band": "30-39"}
FIELDS = [Step.NAME, Step.PHONE, Step.EMAIL]
ALL_AGREED = {Step.OFFER: YES, Step.OLD_ENOUGH: YES, Step.CONSENT: YES, Step.LINK: YES}


def activity(kind: str) -> Activity:
    return next(each for each in PACK.activities if each.kind == kind)


OPINION, PROJECT, POLL, SURVEY = activity("opinion"), activity("project"), activity("poll"), activity("survey")


def sealed(said: Closing, of: Activity = OPINION) -> Closing:
    return closing.sealed(of, said, KEY, "ko", AT)


SEALED = sealed(Closing(at=Step.EMAIL, said=ALL_AGREED, draft=Contact(phone="010-1234-5678")))


@pytest.mark.parametrize(
    ("of", "said", "key", "expected"),
    [
        (POLL, Closing(), KEY, []),
        (SURVEY, Closing(), KEY, ABOUT),
        (OPINION, Closing(), None, ABOUT),
        (OPINION, Closing(), KEY, [*ABOUT, Step.OFFER]),
        (OPINION, Closing(about={"age_band": "under-14"}, said=ALL_AGREED), KEY, ABOUT),
        (OPINION, Closing(said={Step.OFFER: NO}), KEY, [*ABOUT, Step.OFFER]),
        (OPINION, Closing(said={Step.OFFER: YES}), KEY, [*ABOUT, Step.OFFER, Step.OLD_ENOUGH]),
        (
            OPINION,
            Closing(about={"age_band": "30-39"}, said={Step.OFFER: YES}),
            KEY,
            [*ABOUT, Step.OFFER, Step.CONSENT],
        ),
        (
            OPINION,
            Closing(about={"age_band": "declined"}, said={Step.OFFER: YES}),
            KEY,
            [*ABOUT, Step.OFFER, Step.OLD_ENOUGH],
        ),
        (
            OPINION,
            Closing(said={**ALL_AGREED, Step.LINK: NO}),
            KEY,
            [*ABOUT, Step.OFFER, Step.OLD_ENOUGH, Step.CONSENT, Step.LINK],
        ),
        (
            OPINION,
            Closing(said=ALL_AGREED),
            KEY,
            [*ABOUT, Step.OFFER, Step.OLD_ENOUGH, Step.CONSENT, Step.LINK, *FIELDS],
        ),
        (PROJECT, Closing(said=ALL_AGREED), KEY, [Step.OFFER, Step.OLD_ENOUGH, Step.CONSENT, *FIELDS]),
        (OPINION, SEALED, KEY, [*ABOUT, Step.OFFER]),
    ],
)
def test_steps_follow_from_what_was_said(of: Activity, said: Closing, key: bytes | None, expected: list[Step]) -> None:
    assert closing.steps(of, said, key) == expected


@pytest.mark.parametrize(
    ("said", "can", "refused"),
    [
        (Closing(at=Step.AGE), True, None),
        (Closing(at=Step.OFFER), True, None),
        (Closing(at=Step.OLD_ENOUGH), False, None),
        (Closing(at=Step.CONSENT), False, None),
        (Closing(at=Step.LINK), False, None),
        (Closing(at=Step.OLD_ENOUGH, said={Step.OLD_ENOUGH: NO}), True, ContactRefusal.UNDER_14),
        (Closing(at=Step.CONSENT, said={Step.CONSENT: NO}), True, ContactRefusal.NO_CONSENT),
        (Closing(at=Step.LINK, said={Step.LINK: NO}), True, ContactRefusal.NO_OPINION_CONSENT),
        (Closing(at=Step.CONSENT, said={Step.CONSENT: YES}), True, None),
        (Closing(at=Step.OFFER, said={Step.OFFER: NO}), True, None),
        (Closing(), True, None),
    ],
)
def test_only_consents_need_a_choice_and_a_refusal_is_named(
    said: Closing, can: bool, refused: ContactRefusal | None
) -> None:
    assert (closing.can_go_on(said), closing.refusal(said)) == (can, refused)


@pytest.mark.parametrize(
    ("before", "value", "expected"),
    [
        (Closing(), YES, Closing()),
        (Closing(at=Step.AGE), "30-39", Closing(at=Step.AGE, about={"age_band": "30-39"})),
        (Closing(at=Step.CONSENT), YES, Closing(at=Step.CONSENT, said={Step.CONSENT: YES})),
        (
            Closing(at=Step.OFFER, said=ALL_AGREED, draft=Contact(name="홍")),
            NO,
            Closing(at=Step.OFFER, said={Step.OFFER: NO}),
        ),
        (replace(SEALED, at=Step.OFFER), AGAIN, Closing(at=Step.OFFER, said={Step.OFFER: YES})),
        (
            Closing(at=Step.AGE, said=ALL_AGREED, draft=Contact(name="홍")),
            "under-14",
            Closing(at=Step.AGE, about={"age_band": "under-14"}),
        ),
    ],
)
def test_a_choice_drops_what_no_longer_holds(before: Closing, value: str, expected: Closing) -> None:
    assert closing.chose(OPINION, before, value) == expected


def test_a_visitor_under_fourteen_loses_a_contact_that_is_already_sealed() -> None:
    after = closing.chose(OPINION, replace(SEALED, at=Step.AGE), "under-14")
    assert (after.sealed, after.said, after.draft) == (None, {}, Contact())


def test_declining_the_age_after_agreeing_by_it_drops_the_contact() -> None:
    said = Closing(about={"age_band": "30-39"}, said={Step.OFFER: YES, Step.CONSENT: YES, Step.LINK: YES})
    kept = sealed(replace(said, at=Step.EMAIL, draft=Contact(email="hong@b.kr")))
    assert kept.sealed is not None
    assert closing.chose(OPINION, replace(kept, at=Step.AGE), "declined").sealed is None


@pytest.mark.parametrize(
    ("before", "at"),
    [
        (Closing(at=Step.AGE), Step.REGION),
        (Closing(at=Step.GENDER), Step.OFFER),
        (Closing(at=Step.OFFER, said={Step.OFFER: NO}), None),
        (Closing(at=Step.OFFER, said={Step.OFFER: YES}), Step.OLD_ENOUGH),
        (Closing(at=Step.OLD_ENOUGH, said={Step.OFFER: YES}), Step.OLD_ENOUGH),
        (Closing(at=Step.OLD_ENOUGH, said={Step.OFFER: YES, Step.OLD_ENOUGH: NO}), None),
        (Closing(at=Step.LINK, said=ALL_AGREED), Step.NAME),
        (Closing(at=Step.AGE, changing=True), None),
        (Closing(), None),
    ],
)
def test_next_goes_to_the_step_that_follows(before: Closing, at: Step | None) -> None:
    assert closing.went_on(OPINION, before, KEY).at is at


@pytest.mark.parametrize(
    ("before", "at"),
    [
        (Closing(at=Step.REGION), Step.AGE),
        (Closing(at=Step.NAME, said=ALL_AGREED), Step.LINK),
        (Closing(), Step.OFFER),
        (Closing(at=Step.AGE, changing=True), None),
        (Closing(at=Step.OFFER, changing=True), None),
    ],
)
def test_back_goes_to_the_step_before_or_the_review_that_led_here(before: Closing, at: Step | None) -> None:
    after = closing.went_back(OPINION, before, KEY)
    assert after is not None
    assert after.at is at


def test_back_from_the_first_step_is_the_last_question() -> None:
    assert closing.went_back(OPINION, Closing(at=Step.AGE), KEY) is None


@pytest.mark.parametrize(("key", "at"), [(KEY, Step.OFFER), (None, None)])
def test_leaving_about_you_out_goes_to_what_follows_it(key: bytes | None, at: Step | None) -> None:
    assert closing.passed_about(OPINION, Closing(at=Step.REGION), key).at is at


@pytest.mark.parametrize(
    ("of", "said", "draft", "problems"),
    [
        (OPINION, ALL_AGREED, Contact(), (ContactProblem.UNREACHABLE,)),
        (OPINION, ALL_AGREED, Contact(phone="12"), (ContactProblem.PHONE,)),
        (OPINION, ALL_AGREED, Contact(email="a@"), (ContactProblem.EMAIL,)),
    ],
)
def test_a_contact_that_cannot_be_used_stays_open_with_its_problems(
    of: Activity, said: dict[Step, str], draft: Contact, problems: tuple[ContactProblem, ...]
) -> None:
    after = sealed(Closing(at=Step.EMAIL, said=said, draft=draft), of)
    assert (after.at, after.sealed, after.draft, after.problems) == (Step.EMAIL, None, draft, problems)


@pytest.mark.parametrize("missing", [Step.CONSENT, Step.LINK, Step.OLD_ENOUGH])
def test_without_every_consent_nothing_is_sealed_and_the_draft_is_forgotten(missing: Step) -> None:
    said = {step: value for step, value in ALL_AGREED.items() if step is not missing}
    after = sealed(Closing(at=Step.EMAIL, said=said, draft=Contact(email="hong@b.kr")))
    assert (after.at, after.sealed, after.draft) == (None, None, Contact())


def test_what_is_sealed_opens_for_its_receipt_only_at_the_ministry_and_is_forgotten_here() -> None:
    assert SEALED.sealed is not None
    assert (SEALED.at, SEALED.draft) == (None, Contact())
    assert "1234" not in repr(SEALED)
    opened = read_contact(unseal(MINISTRY, SEALED.sealed.envelope, "contact", SEALED.sealed.receipt_id))
    assert opened["phone"] == "01012345678"
    assert opened["consent"]["opinion_link"] is True


@pytest.mark.parametrize(
    ("at", "text", "problems"),
    [
        (Step.PHONE, "010", (ContactProblem.PHONE,)),
        (Step.PHONE, "010-1234-5678", ()),
        (Step.PHONE, "  ", ()),
        (Step.EMAIL, "hong", (ContactProblem.EMAIL,)),
        (Step.NAME, "홍길동", ()),
    ],
)
def test_a_field_is_checked_alone(at: Step, text: str, problems: tuple[ContactProblem, ...]) -> None:
    after = closing.checked_field(closing.wrote(Closing(at=at), text))
    assert (after.problems, closing.written(after)) == (problems, text)


def test_nothing_is_written_where_no_field_is_open() -> None:
    assert closing.wrote(Closing(at=Step.AGE), "홍") == Closing(at=Step.AGE)


def test_leaving_contact_out_forgets_it_whole() -> None:
    kept = SealedContact("receipt", "envelope", SEALED.sealed.consent) if SEALED.sealed else None
    after = closing.without_contact(Closing(at=Step.NAME, said=ALL_AGREED, draft=Contact(name="홍"), sealed=kept))
    assert after == Closing(said={Step.OFFER: NO})
