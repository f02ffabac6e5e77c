"""Which screen follows: a frozen place and pure functions that return the next one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kiosk.forum import caution, visits
from kiosk.forum.packs import Activity, Pack, QuestionType
from kiosk.forum.staffing import Closure
from kiosk.forum.submissions import Submission
from kiosk.forum.visits import Visit
from ui import closing
from ui.closing import Closing, Step
from ui.recorder import Handed, KeptReceipt

if TYPE_CHECKING:
    from ui.staff.state import Staff


class Screen(StrEnum):
    """The screens, by the name of their QML file without “Screen”."""

    ATTRACT = "Attract"
    HOME = "Home"
    INTRO = "Intro"
    CHOICE = "Choice"
    SCALE = "Scale"
    RATING = "Rating"
    RANKING = "Ranking"
    NUMBER = "Number"
    TEXT = "Text"
    STATEMENTS = "Statements"
    NOTE = "Note"
    CAUTION = "Caution"
    CLOSING = "Closing"
    CONTACT = "Contact"
    REVIEW = "Review"
    HANDOFF = "Handoff"
    THANKS = "Thanks"
    RESULTS = "Results"
    OUTCOMES = "Outcomes"
    APOLOGY = "Apology"
    OUT_OF_ORDER = "OutOfOrder"
    CLOSED = "Closed"
    STAFF_ENTRY = "StaffEntry"
    STAFF_TODAY = "StaffToday"
    STAFF_EXPORT = "StaffExport"
    STAFF_CARDS = "StaffCards"
    STAFF_CONTENT = "StaffContent"
    STAFF_INSTALL = "StaffInstall"
    STAFF_PEOPLE = "StaffPeople"
    STAFF_NAME = "StaffName"
    STAFF_PIN = "StaffPin"
    STAFF_SETTINGS = "StaffSettings"
    STAFF_MACHINE = "StaffMachine"
    STAFF_MESSAGE = "StaffMessage"
    STAFF_TESTS = "StaffTests"


_OF_TYPE: dict[QuestionType, Screen] = {
    "single": Screen.CHOICE,
    "multiple": Screen.CHOICE,
    "scale": Screen.SCALE,
    "rating": Screen.RATING,
    "ranking": Screen.RANKING,
    "number": Screen.NUMBER,
    "text": Screen.TEXT,
    "statements": Screen.STATEMENTS,
    "note": Screen.NOTE,
}


def question_screen(question_type: QuestionType) -> Screen:
    """Return the screen that asks a type of question."""
    return _OF_TYPE[question_type]


QUESTION_SCREENS = frozenset(_OF_TYPE.values())
STAFF_SCREENS = frozenset(each for each in Screen if each.startswith("Staff"))
# A poll is over sooner than an introduction is read; opinions and statements say on their tile all there is to say.
_INTRODUCED = frozenset({"proposal", "call", "survey", "seminar", "project"})


@dataclass(frozen=True, slots=True)
class Apology:
    """What an error screen says: whether the answers were saved, a code for staff, and a sentence from below."""

    code: str
    saved: bool
    sentence: str = ""


@dataclass(frozen=True)
class Place:
    """Where the touchscreen stands.

    `visit` is there from the first question to the thanks. `submission` is there once the visitor submitted: it is made
    once, so that trying again keeps the same receipt. `accepted` holds the texts that the visitor left as they are when
    told what they betray. With `staff` a visit is a paper card that they type in. `forward` is the direction of travel.
    """

    screen: Screen
    visit: Visit | None = None
    closing: Closing = field(default_factory=Closing)
    accepted: frozenset[tuple[str, str]] = frozenset()
    handed: Handed | None = None
    submission: Submission | None = None
    saving: bool = False
    receipt: KeptReceipt | None = None
    withdrawn: bool = False
    intro_of: tuple[Pack, Activity] | None = None
    results_of: tuple[Pack, Activity] | None = None
    apology: Apology | None = None
    closure: Closure | None = None
    staff: Staff | None = None
    forward: bool = True


def at_attract(closure: Closure | None = None) -> Place:
    """Nobody is here; `closure` tells visitors why, where staff have put the kiosk out of service."""
    return Place(Screen.ATTRACT if closure is None else Screen.CLOSED, closure=closure, forward=False)


def at_staff(staff: Staff) -> Place:
    """Somebody of the staff is here, and no visitor."""
    return Place(Screen(f"Staff{staff.page.title()}"), staff=staff)


def left_visit(place: Place) -> Place:
    """The visit is over or given up: home follows, and after a paper card the panel."""
    return at_home(forward=False) if place.staff is None else replace(at_staff(place.staff), forward=False)


def at_home(*, forward: bool = True) -> Place:
    """A visitor chooses what to take part in."""
    return Place(Screen.HOME, forward=forward)


def out_of_order(apology: Apology) -> Place:
    """Nothing can be kept, so nothing is asked."""
    return Place(Screen.OUT_OF_ORDER, apology=apology)


def opened(pack: Pack, activity: Activity, language: str, *, is_open: bool) -> Place:
    """The visitor chose an activity: its introduction where it has one, else its first question."""
    if activity.kind in _INTRODUCED or not is_open:
        return Place(Screen.INTRO, intro_of=(pack, activity))
    return began(pack, activity, language)


def began(pack: Pack, activity: Activity, language: str) -> Place:
    """The visitor begins an activity."""
    return _standing(Place(Screen.HOME, visits.begin_visit(pack, activity, language)))


def answered(place: Place, question_id: str, value: Any) -> Place:
    """The visitor answered a question; the screen stays."""
    if place.visit is None or place.submission is not None:
        return place
    return replace(place, visit=visits.answered(place.visit, question_id, value))


def in_language(place: Place, language: str) -> Place:
    """The same place in another language."""
    return place if place.visit is None else replace(place, visit=replace(place.visit, language=language))


def went_on(place: Place, sealing_key: bytes | None) -> Place:
    """The visitor pressed next."""
    visit = place.visit
    if visit is None or place.submission is not None:
        return place
    if place.screen in (Screen.CAUTION, Screen.HANDOFF):
        return place
    if visit.at is None:
        return _standing(place, closing=closing.went_on(visit.activity, place.closing, sealing_key))
    if visits.problem_here(visit) is None and caution.is_suspicious_here(visit, place.accepted):
        return replace(place, screen=Screen.CAUTION, forward=True)
    after = visits.went_on(visit)
    if after == visit:
        return place
    if after.at is None and not visit.changing:
        return _standing(place, visit=after, closing=closing.began(visit.activity, place.closing, sealing_key))
    return _standing(place, visit=after)


def went_back(place: Place, sealing_key: bytes | None) -> Place:
    """The visitor pressed back: the screen before, or home."""
    if place.saving or place.submission is not None:
        return place
    visit = place.visit
    if visit is None:
        return at_home(forward=False)
    if place.screen in (Screen.CAUTION, Screen.HANDOFF):
        return _standing(place, forward=False, handed=None)
    if visit.at is None:
        before = closing.went_back(visit.activity, place.closing, sealing_key)
        if before is not None:
            return _standing(place, forward=before.at is None, closing=before)
        place = replace(place, closing=replace(place.closing, at=None, changing=False))
    earlier = visits.went_back(visit)
    return left_visit(place) if earlier is None else _standing(place, forward=earlier.at is None, visit=earlier)


def changing(place: Place, question_id: str) -> Place:
    """The visitor wants to change one answer from the review."""
    if place.visit is None or place.screen is not Screen.REVIEW or place.saving:
        return place
    return _standing(place, forward=False, visit=visits.change(place.visit, question_id))


def changing_step(place: Place, step: Step) -> Place:
    """The visitor wants to change what they told of themselves, from the review."""
    if place.visit is None or place.screen is not Screen.REVIEW or place.saving:
        return place
    return _standing(place, forward=False, closing=closing.changing(place.closing, step))


def closing_changed(place: Place, after: Closing) -> Place:
    """Something was chosen or written after the questions; moves where `after` stands elsewhere."""
    if place.visit is None or place.submission is not None:
        return place
    return replace(place, closing=after) if after.at == place.closing.at else _standing(place, closing=after)


def left_as_is(place: Place, sealing_key: bytes | None) -> Place:
    """The visitor was told what a text betrays, and leaves it as it is."""
    visit = place.visit
    if visit is None or visit.at is None or place.screen is not Screen.CAUTION:
        return place
    accepted = place.accepted | {(visit.at, str(visit.answers.get(visit.at)))}
    return went_on(_standing(place, accepted=accepted), sealing_key)


def erased_from_text(place: Place, sealing_key: bytes | None) -> Place:
    """The visitor was told what a text betrays, and has it erased; an empty text that must be answered stays open."""
    visit = place.visit
    if visit is None or visit.at is None or place.screen is not Screen.CAUTION:
        return place
    text = caution.erased(str(visit.answers.get(visit.at)))
    return went_on(_standing(place, visit=visits.answered(visit, visit.at, text)), sealing_key)


def may_submit(place: Place) -> bool:
    """Tell whether the answers may be sent from here: from the review, or again after they could not be saved."""
    if place.visit is None or place.saving or place.receipt is not None:
        return False
    return place.screen is Screen.REVIEW or (place.screen is Screen.APOLOGY and place.submission is not None)


def before_submitting(place: Place) -> Place:
    """The place where something has to be answered or decided before the answers may be sent: else the same place."""
    visit = place.visit
    if visit is None or place.submission is not None:
        return place
    unfinished = visits.unfinished(visit)
    if unfinished is not None:
        return _standing(place, visit=visits.change(visit, unfinished))
    suspicious = caution.suspicious_question(visit, place.accepted)
    if suspicious is None:
        return place
    return replace(place, screen=Screen.CAUTION, visit=visits.change(visit, suspicious), forward=True)


def handing_off(place: Place) -> Place:
    """The visitor wants to go on with the phone; the code follows."""
    if place.visit is None or place.submission is not None or place.screen is Screen.HANDOFF:
        return place
    return replace(place, screen=Screen.HANDOFF, handed=None, forward=True)


def handed_off(place: Place, handed: Handed) -> Place:
    """The code is there, or it is known that there is none."""
    return replace(place, handed=handed) if place.screen is Screen.HANDOFF else place


def submitting(place: Place, submission: Submission) -> Place:
    """The answers are on their way to the store; no thanks yet."""
    return replace(place, submission=submission, saving=True)


def kept(place: Place, receipt: KeptReceipt) -> Place:
    """The store has committed: the result of a poll comes at once, every other activity is thanked."""
    if place.visit is None or place.submission is None or place.submission.receipt_id != receipt.receipt_id:
        return place
    visit = place.visit
    if place.staff is not None:
        return at_staff(place.staff.after_card(receipt, visit.activity))
    if visit.activity.kind == "poll":
        return Place(Screen.RESULTS, visit, submission=place.submission, receipt=receipt, results_of=_whose(visit))
    return Place(Screen.THANKS, visit, submission=place.submission, receipt=receipt)


def not_kept(place: Place, apology: Apology) -> Place:
    """The store could not keep the answers; they are still here, and can be sent again."""
    return replace(place, screen=Screen.APOLOGY, saving=False, apology=apology, forward=True)


def to_receipt(place: Place) -> Place:
    """From the result of a poll to the receipt."""
    return place if place.receipt is None else replace(place, screen=Screen.THANKS, forward=True)


def withdrawn(place: Place, receipt_id: str) -> Place:
    """The store has erased what was just submitted: the thanks turn into a word about that; no answer is left here."""
    if place.receipt is None or place.receipt.receipt_id != receipt_id or place.visit is None:
        return place
    empty = visits.begin_visit(place.visit.pack, place.visit.activity, place.visit.language)
    return Place(Screen.THANKS, empty, receipt=place.receipt, withdrawn=True)


def at_results(pack: Pack, activity: Activity) -> Place:
    """Results, from home."""
    return Place(Screen.RESULTS, results_of=(pack, activity))


def at_outcomes() -> Place:
    """What became of past suggestions, from home."""
    return Place(Screen.OUTCOMES)


def where(place: Place) -> tuple[Screen, str | None, Step | None]:
    """Return what tells one place from another for somebody who looks at it."""
    return place.screen, None if place.visit is None else place.visit.at, place.closing.at


def _whose(visit: Visit) -> tuple[Pack, Activity]:
    return visit.pack, visit.activity


def _standing(place: Place, *, forward: bool = True, **changes: Any) -> Place:
    """Return the place with the screen that its visit stands at."""
    place = replace(place, forward=forward, **changes)
    question = None if place.visit is None else visits.current_question(place.visit)
    if question is not None:
        return replace(place, screen=_OF_TYPE[question.type])
    step = place.closing.at
    if step is None:
        return replace(place, screen=Screen.REVIEW)
    return replace(place, screen=Screen.CONTACT if step in closing.CONTACT_FIELDS else Screen.CLOSING)
