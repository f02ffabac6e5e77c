"""The way through every screen of the touchscreen, by touch, and a kiosk's home with something to show on each."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.forum.packs import Activity, Pack
from kiosk.forum.seoul import seoul_day
from kiosk.forum.visits import answered, begin_visit, finish
from kiosk.pack_files import read_pack_file
from kiosk.store import Enrolment, open_store
from tests.ui.keyboard import Typist
from tests.ui.staff.staffed import staff_pages
from tests.ui.visitor import Visitor
from tests.ui.walking import Walk, answer_questions

LOBBY = Path(__file__).parents[2] / "assets" / "packs" / "lobby.yaml"
LANGUAGES = ("ko", "en", "ja", "zh")
# The day that the sample pack was written for: some of its activities are open then, one is over.
_PACKS_DAY = date(2026, 11, 22)
_WORDS = {"ko": "한반도 평화와 외교", "en": "peace", "ja": "heiwa", "zh": "heping"}

Take = Callable[[str], None]


def tour(visitor: Visitor, language: str, theme: str, take: Take) -> None:
    """Walk through every screen and take a picture of each."""
    begin(visitor, language, theme, take)
    poll(visitor, take)
    opinion(visitor, take)
    statements(visitor, take)
    survey(visitor, take)
    introductions(visitor, take)
    looking(visitor, take)
    sheets(visitor, take)
    troubles(visitor, take)
    if language in ("ko", "en"):  # the languages of the staff
        staff_pages(visitor, language, theme, take)


def pack_of_today() -> Pack:
    """The sample pack with every date moved, so that today is what its day was."""
    moved = seoul_day(datetime.now(UTC)) - _PACKS_DAY
    pack = read_pack_file(LOBBY)
    return pack.model_copy(update={"activities": tuple(_later(each, moved) for each in pack.activities)})


def _later(activity: Activity, by: timedelta) -> Activity:
    days = {name: getattr(activity, name) for name in ("opens", "closes", "result_on")}
    programme = tuple(each.model_copy(update={"on": each.on + by}) for each in activity.programme)
    moved = {name: None if day is None else day + by for name, day in days.items()}
    return activity.model_copy(update={**moved, "programme": programme})


def furnish(home: Path) -> None:
    """A home with the sample pack, the ministry's keys, and enough answers for results to be shown."""
    pack = pack_of_today()
    activity = pack.activity("priorities-2026")
    assert activity is not None
    first, reason = activity.questions[:2]
    key = Ed25519PrivateKey.generate()
    with open_store(home) as store:
        store.install_pack(pack)
        store.save_enrolment(
            Enrolment(
                name="lobby-1",
                central_url="https://forum.example",
                public_url="https://forum.example",
                device_key=key.private_bytes_raw(),
                server_key=key.public_key().public_bytes_raw(),
                sealing_key=X25519PrivateKey.generate().public_key().public_bytes_raw(),
                handoff_key=X25519PrivateKey.generate().public_key().public_bytes_raw(),
            )
        )
        for place in range(37):
            visit = begin_visit(pack, activity, "ko")
            visit = answered(visit, first.id, first.options[place * place % 11 % len(first.options)].id)
            visit = answered(visit, reason.id, reason.options[place * 3 % 7 % len(reason.options)].id)
            store.keep(finish(visit, recorded_at=datetime.now(UTC), duration=30))


def begin(visitor: Visitor, language: str, theme: str, take: Take) -> None:
    """The attract screen and home, in the display that was asked for."""
    for _ in range(LANGUAGES.index(language)):
        visitor.touch("attract.next")
    take("attract")
    visitor.touch(f"start.{language}")
    visitor.wait_for_screen("Home")
    if theme != "standard":
        visitor.touch("accessibility")
        if "large" in theme:
            visitor.touch("largeText")
        if "high-contrast" in theme:
            visitor.touch("highContrast")
        take("display")
        visitor.touch("display.close")
    take("home")


def poll(visitor: Visitor, take: Take) -> None:
    """A poll, its review, its result, the receipt, and taking it back."""
    visitor.touch("activity.priorities-2026")
    visitor.wait_for_screen("Choice")
    visitor.touch("option.peace")
    take("choice")
    visitor.touch("primary")
    visitor.touch("option.future")
    visitor.touch("primary")
    visitor.wait_for_screen("Review")
    take("review")
    visitor.touch("primary")
    visitor.wait_for_screen("Results")
    take("results-after-poll")
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")
    take("thanks")
    visitor.touch("undo")
    visitor.find("undoSheet")
    take("sheet-undo")
    visitor.touch("undoSheet.secondary")
    visitor.wait_for(lambda: visitor.journey.place.withdrawn, "the withdrawal")
    take("thanks-withdrawn")
    visitor.touch("back")
    visitor.wait_for_screen("Home")


def opinion(visitor: Visitor, take: Take) -> None:
    """An opinion with everything that may follow the text: personal data in it, about you, contact, the phone."""
    visitor.touch("activity.open-opinion")
    visitor.wait_for_screen("Choice")
    take("topics")
    visitor.touch("option.peninsula")
    visitor.touch("primary")
    visitor.wait_for_screen("Text")
    take("text-empty")
    visitor.type(_WORDS[visitor.journey.language])
    take("text")
    # Apart from the word before: a number that touches a Latin letter is no telephone number.
    Typist(visitor).type(" 010-1234-5678")
    visitor.touch("primary")
    visitor.wait_for_screen("Caution")
    take("caution")
    visitor.touch("primary")
    for step in ("age_band", "region", "gender"):
        wait_for_step(visitor, step)
        take(f"about-{step}")
        visitor.touch("primary")
    for step in ("offer", "old-enough", "consent", "link"):
        wait_for_step(visitor, step)
        visitor.touch("option.no")
        take(f"contact-{step}")
        visitor.touch("option.yes")
        visitor.touch("primary")
    wait_for_step(visitor, "name")
    take("contact-name")
    visitor.touch("primary")
    wait_for_step(visitor, "phone")
    visitor.type("010")
    visitor.touch("primary")
    visitor.find("problem")
    take("contact-phone")
    visitor.type("12345678")
    visitor.touch("primary")
    wait_for_step(visitor, "email")
    take("contact-email")
    visitor.touch("primary")
    visitor.wait_for_screen("Review")
    take("review-opinion")
    visitor.touch("toPhone")
    visitor.find("handoffCode")
    take("handoff")
    visitor.touch("primary")
    visitor.wait_for_screen("Review")
    leave(visitor, take)


def leave(visitor: Visitor, take: Take | None = None) -> None:
    """Go home from an activity that has answers."""
    visitor.touch("home")
    visitor.find("leaveSheet.secondary")
    if take is not None:
        take("sheet-leave")
    visitor.touch("leaveSheet.secondary")
    visitor.wait_for_screen("Home")


def wait_for_step(visitor: Visitor, step: str) -> None:
    """Wait until a step after the questions stands open."""
    visitor.wait_for(lambda: visitor.journey.place.closing.at == step, f"the step {step}")


def statements(visitor: Visitor, take: Take) -> None:
    """Other people's statements."""
    visitor.touch("activity.thoughts-on-diplomacy")
    visitor.wait_for_screen("Statements")
    visitor.touch("vote.agree")
    take("statements")
    leave(visitor)


def survey(visitor: Visitor, take: Take) -> None:
    """Every other type of question that the sample pack's survey asks."""
    visitor.touch("activity.diplomacy-and-you-2026")
    visitor.wait_for_screen("Intro")
    take("intro")
    visitor.touch("primary")
    visitor.wait_for_screen("Scale")
    seen: set[str] = set()

    def look() -> None:
        name = visitor.screen.lower()
        if name not in seen:
            seen.add(name)
            take(f"survey-{name}")

    answer_questions(visitor, Walk(), "peace", look)
    visitor.touch("skipAll")
    visitor.wait_for_screen("Review")
    take("survey-review")
    leave(visitor)


def introductions(visitor: Visitor, take: Take) -> None:
    """What is told before a call, a seminar and a project, and of a call that is over."""
    for activity_id, name in (
        ("call-consular-2026", "intro-call"),
        ("open-forum-2026-12", "intro-seminar"),
        ("neighborhood-diplomats", "intro-project"),
        ("call-culture-2026", "intro-closed"),
    ):
        visitor.touch(f"activity.{activity_id}")
        visitor.wait_for_screen("Intro")
        take(name)
        visitor.touch("home")
        visitor.wait_for_screen("Home")


def looking(visitor: Visitor, take: Take) -> None:
    """Results, those that too few people answered, and what became of suggestions."""
    visitor.touch("showResults")
    visitor.wait_for_screen("Results")
    take("results")
    visitor.touch("results.next")
    take("results-too-few")
    visitor.touch("back")
    visitor.wait_for_screen("Home")
    visitor.touch("showOutcomes")
    visitor.wait_for_screen("Outcomes")
    take("outcomes")
    visitor.touch("back")
    visitor.wait_for_screen("Home")


def sheets(visitor: Visitor, take: Take) -> None:
    """The sheets over every screen."""
    for opener, sheet, closer in (
        ("language", "languages", "languages.close"),
        ("accessibility", "display", "display.close"),
        ("staff", "staffSheet", "staffSheet.primary"),
    ):
        visitor.touch(opener)
        visitor.find(sheet)
        take(f"sheet-{sheet}")
        visitor.touch(closer)
    visitor.kiosk.kiosk.ask_whether_anyone_is_here()  # nobody waits three minutes for the countdown
    visitor.find("idleSheet.primary")
    take("sheet-idle")
    visitor.touch("idleSheet.primary")


def troubles(visitor: Visitor, take: Take) -> None:
    """The honest screens, each after what leads to it in earnest; at the end nobody is there."""
    visitor.journey.apologise("ValueError-12")
    visitor.wait_for_screen("Apology")
    take("apology")
    visitor.touch("primary")
    visitor.wait_for_screen("Attract")
    visitor.journey.could_not_open("The key does not open the store; nothing was changed.")
    visitor.wait_for_screen("OutOfOrder")
    take("out-of-order")
    visitor.kiosk.recorder.open()
    visitor.wait_for_screen("Attract")
