"""Visitors complete every activity of the sample pack by touch, in each language, and what they said is stored."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from PySide6.QtGui import QGuiApplication

from kiosk.forum.contact import ABOUT_KINDS, CONTACT_KINDS, read_contact
from kiosk.forum.packs import Pack
from kiosk.forum.receipts import receipt_number
from kiosk.forum.sealing import unseal
from kiosk.forum.submissions import Submission, submission_from_bytes
from kiosk.pack_files import read_pack_file
from kiosk.store import Enrolment, open_store
from tests.ui.visitor import Visitor, visiting
from tests.ui.walking import WORDS, Walk, answer_questions, decline_contact, tell_about_oneself

LOBBY = Path(__file__).parents[2] / "assets" / "packs" / "lobby.yaml"
OTHERS = ("en", "ja", "zh")
# Each language tells something else of itself; what is not named is skipped.
ABOUT = {
    "ko": {"age_band": "30-39", "region": "seoul", "gender": "female"},
    "en": {"age_band": "declined", "region": "abroad"},
    "ja": {"region": "declined", "gender": "declined"},
    "zh": {},
}


def always_open(pack: Pack) -> Pack:
    """The sample pack without the days that it is open on: this test is not over when the contests are."""
    activities = [activity.model_copy(update={"opens": None, "closes": None}) for activity in pack.activities]
    return pack.model_copy(update={"activities": tuple(activities)})


PACK = always_open(read_pack_file(LOBBY))
# Each activity in Korean and in one other language in turn; in all by hand: FORUM_EVERY_LANGUAGE=1 make test ARGS=…
VISITS = [
    (activity.id, language)
    for place, activity in enumerate(PACK.activities)
    for language in ("ko", *(OTHERS if os.environ.get("FORUM_EVERY_LANGUAGE") else (OTHERS[place % 3],)))
]


@dataclass(frozen=True)
class Lobby:
    """A visitor before a kiosk that the ministry gave its keys, and the key that opens what is sealed to it."""

    visitor: Visitor
    sealing_key: X25519PrivateKey

    def arrive(self) -> Visitor:
        """Come to the attract screen, whatever the visitor before left open."""
        visitor = self.visitor
        if visitor.screen != "Attract":
            visitor.touch("startOver")
            if visitor.sees("startOverSheet"):
                visitor.touch("startOverSheet.secondary")
        visitor.wait_for_screen("Attract")
        return visitor

    def newest(self) -> Submission:
        """Return what the store kept last."""
        today = self.visitor.journey.today()
        with open_store(self.visitor.kiosk.settings.home) as store:
            return submission_from_bytes(list(store.records(today - timedelta(days=1), today))[-1])


def enrolled_home(home: Path, sealing_key: X25519PrivateKey) -> Path:
    """A home with the pack, enrolled, with both of the ministry's keys."""
    key = Ed25519PrivateKey.generate()
    with open_store(home) as store:
        store.install_pack(PACK)
        store.save_enrolment(
            Enrolment(
                name="lobby-1",
                central_url="https://forum.example",
                public_url="https://forum.example",
                device_key=key.private_bytes_raw(),
                server_key=key.public_key().public_bytes_raw(),
                sealing_key=sealing_key.public_key().public_bytes_raw(),
                handoff_key=X25519PrivateKey.generate().public_key().public_bytes_raw(),
            )
        )
    return home


@pytest.fixture(scope="module")
def lobby(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lobby]:
    """One kiosk for all visitors, one after another, as in a lobby."""
    sealing_key = X25519PrivateKey.generate()
    with visiting(enrolled_home(tmp_path_factory.mktemp("lobby") / "kiosk", sealing_key)) as visitor:
        yield Lobby(visitor, sealing_key)


@pytest.mark.parametrize(("activity_id", "language"), VISITS)
def test_an_activity_is_completed_by_touch_and_stored_field_by_field(
    lobby: Lobby, activity_id: str, language: str
) -> None:
    visitor, walk = lobby.arrive(), Walk()
    activity = PACK.activity(activity_id)
    assert activity is not None
    visitor.touch("start" if language == "ko" else f"start.{language}")
    visitor.wait_for_screen("Home")
    visitor.touch(f"activity.{activity_id}")
    visitor.wait_for(lambda: visitor.screen != "Home", "the activity")
    if visitor.screen == "Intro":
        visitor.touch("primary")
        visitor.wait_for(lambda: visitor.screen != "Intro", "the first question")
    answer_questions(visitor, walk, WORDS[language])
    if activity.kind in ABOUT_KINDS:
        tell_about_oneself(visitor, walk, **ABOUT[language])
    if activity.kind in CONTACT_KINDS:
        decline_contact(visitor)
    visitor.wait_for_screen("Review")
    visitor.touch("primary")
    if activity.kind == "poll":
        visitor.wait_for_screen("Results")
        visitor.touch("primary")
    visitor.wait_for_screen("Thanks")
    receipt = visitor.journey.place.receipt
    assert receipt is not None

    stored = lobby.newest()
    assert (stored.receipt_id, receipt_number(stored.receipt_id)) == (receipt.receipt_id, receipt.number)
    assert stored.answers == walk.answers
    assert dict(stored.about) == walk.about
    assert (stored.pack_id, stored.pack_version, stored.activity_id) == (PACK.id, PACK.version, activity_id)
    assert (stored.language, stored.channel, stored.contact) == (language, "kiosk", None)
    assert stored.duration is not None
    assert 0 <= stored.duration < 120
    assert abs(stored.recorded_at - datetime.now(UTC)) < timedelta(minutes=2)

    visitor.touch("primary")
    visitor.wait_for_screen("Attract")


def test_contact_with_its_consents_is_sealed_so_that_only_the_ministry_opens_it(lobby: Lobby) -> None:
    visitor = lobby.arrive()
    write_an_opinion(visitor, "답을 기다려요")
    want_an_answer(visitor)
    visitor.touch("primary")  # no name
    wait_for_step(visitor, "phone")
    visitor.type("010")
    visitor.touch("primary")
    visitor.find("problem")
    visitor.type("12345678")
    visitor.touch("primary")
    wait_for_step(visitor, "email")
    visitor.type("hong")
    visitor.touch("at")
    visitor.type("b.kr")
    visitor.touch("primary")
    visitor.wait_for_screen("Review")
    assert "12345678" not in visitor.everything_written()
    assert "12345678" not in repr(visitor.journey.place)
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")

    stored = lobby.newest()
    assert stored.contact is not None
    assert visitor.journey.place.receipt is not None
    assert stored.receipt_id == visitor.journey.place.receipt.receipt_id
    opened = read_contact(unseal(lobby.sealing_key, stored.contact, "contact", stored.receipt_id))
    consent = opened.pop("consent")
    assert opened == {"name": None, "phone": "01012345678", "email": "hong@b.kr", "wants_answer": True}
    assert {key: consent[key] for key in ("contact", "opinion_link", "fourteen_or_over", "language")} == {
        "contact": True,
        "opinion_link": True,
        "fourteen_or_over": True,
        "language": "ko",
    }
    visitor.touch("primary")
    visitor.wait_for_screen("Attract")


@pytest.mark.parametrize("said", ["under-14", "no", "not agreed"])
def test_no_contact_field_is_shown_under_fourteen_or_without_consent(lobby: Lobby, said: str) -> None:
    visitor = lobby.arrive()
    write_an_opinion(visitor, "안녕")
    if said == "under-14":
        tell_about_oneself(visitor, Walk(), age_band="under-14")
    else:
        tell_about_oneself(visitor, Walk())
        wait_for_step(visitor, "offer")
        visitor.touch("option.yes")
        visitor.touch("primary")
        wait_for_step(visitor, "old-enough")
        visitor.touch("option.no" if said == "no" else "option.yes")
        if said == "not agreed":
            visitor.touch("primary")
            wait_for_step(visitor, "consent")
            visitor.touch("option.no")
        visitor.find("refusal")
        visitor.touch("primary")
    visitor.wait_for_screen("Review")
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")
    stored = lobby.newest()
    assert stored.contact is None
    assert stored.answers["opinion"] == "안녕"
    visitor.touch("primary")
    visitor.wait_for_screen("Attract")


def write_an_opinion(visitor: Visitor, text: str) -> None:
    """From the attract screen to what follows the last question."""
    visitor.wait_for_screen("Attract")
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.touch("activity.open-opinion")
    visitor.touch("option.peninsula")
    visitor.touch("primary")
    visitor.wait_for_screen("Text")
    visitor.type(text)
    visitor.touch("primary")
    visitor.wait_for_screen("Closing")


def want_an_answer(visitor: Visitor) -> None:
    """Skip “about you”, want an answer, and agree to everything."""
    visitor.touch("skipAll")
    for step in ("offer", "old-enough", "consent", "link"):
        wait_for_step(visitor, step)
        visitor.touch("option.yes")
        visitor.touch("primary")
    wait_for_step(visitor, "name")


def wait_for_step(visitor: Visitor, step: str) -> None:
    """Wait until a step after the questions stands open."""
    visitor.wait_for(lambda: visitor.journey.place.closing.at == step, f"the step {step}")
