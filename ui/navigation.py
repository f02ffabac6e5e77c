"""Which screen follows: a frozen place and pure functions that return the next one."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from kiosk.forum import visits
from kiosk.forum.packs import Activity, Pack, QuestionType
from kiosk.forum.submissions import Submission
from kiosk.forum.visits import Visit
from ui.recorder import KeptReceipt


class Screen(StrEnum):
    """The screens, by the name of their QML file without “Screen”."""

    ATTRACT = "Attract"
    HOME = "Home"
    CHOICE = "Choice"
    SCALE = "Scale"
    RATING = "Rating"
    RANKING = "Ranking"
    NUMBER = "Number"
    TEXT = "Text"
    STATEMENTS = "Statements"
    REVIEW = "Review"
    THANKS = "Thanks"
    RESULTS = "Results"
    APOLOGY = "Apology"
    OUT_OF_ORDER = "OutOfOrder"


_OF_TYPE: dict[QuestionType, Screen] = {
    "single": Screen.CHOICE,
    "multiple": Screen.CHOICE,
    "scale": Screen.SCALE,
    "rating": Screen.RATING,
    "ranking": Screen.RANKING,
    "number": Screen.NUMBER,
    "text": Screen.TEXT,
    "statements": Screen.STATEMENTS,
}
QUESTION_SCREENS = frozenset(_OF_TYPE.values())


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
    once, so that trying again keeps the same receipt. `forward` is the direction of travel.
    """

    screen: Screen
    visit: Visit | None = None
    submission: Submission | None = None
    saving: bool = False
    receipt: KeptReceipt | None = None
    results_of: tuple[Pack, Activity] | None = None
    apology: Apology | None = None
    forward: bool = True


def at_attract() -> Place:
    """Nobody is here."""
    return Place(Screen.ATTRACT, forward=False)


def at_home(*, forward: bool = True) -> Place:
    """A visitor chooses what to take part in."""
    return Place(Screen.HOME, forward=forward)


def out_of_order(apology: Apology) -> Place:
    """Nothing can be kept, so nothing is asked."""
    return Place(Screen.OUT_OF_ORDER, apology=apology)


def began(pack: Pack, activity: Activity, language: str) -> Place:
    """The visitor opened an activity."""
    return _in_visit(visits.begin_visit(pack, activity, language), forward=True)


def answered(place: Place, question_id: str, value: Any) -> Place:
    """The visitor answered a question; the screen stays."""
    if place.visit is None or place.submission is not None:
        return place
    return replace(place, visit=visits.answered(place.visit, question_id, value))


def in_language(place: Place, language: str) -> Place:
    """The same place in another language."""
    return place if place.visit is None else replace(place, visit=replace(place.visit, language=language))


def went_on(place: Place) -> Place:
    """The visitor pressed next."""
    if place.visit is None or place.visit.at is None:
        return place
    visit = visits.went_on(place.visit)
    return place if visit == place.visit else _in_visit(visit, forward=True)


def went_back(place: Place) -> Place:
    """The visitor pressed back: the question before, or home."""
    if place.saving or place.submission is not None:
        return place
    visit = None if place.visit is None else visits.went_back(place.visit)
    return at_home(forward=False) if visit is None else _in_visit(visit, forward=visit.at is None)


def changing(place: Place, question_id: str) -> Place:
    """The visitor wants to change one answer from the review."""
    if place.visit is None or place.screen is not Screen.REVIEW or place.saving:
        return place
    return _in_visit(visits.change(place.visit, question_id), forward=False)


def submitting(place: Place, submission: Submission) -> Place:
    """The answers are on their way to the store; no thanks yet."""
    return replace(place, submission=submission, saving=True)


def kept(place: Place, receipt: KeptReceipt) -> Place:
    """The store has committed: the result of a poll comes at once, every other activity is thanked."""
    if place.visit is None or place.submission is None or place.submission.receipt_id != receipt.receipt_id:
        return place
    visit = place.visit
    if visit.activity.kind == "poll":
        return Place(Screen.RESULTS, visit, place.submission, receipt=receipt, results_of=(visit.pack, visit.activity))
    return Place(Screen.THANKS, visit, place.submission, receipt=receipt)


def not_kept(place: Place, apology: Apology) -> Place:
    """The store could not keep the answers; they are still here, and can be sent again."""
    return replace(place, screen=Screen.APOLOGY, saving=False, apology=apology, forward=True)


def to_receipt(place: Place) -> Place:
    """From the result of a poll to the receipt."""
    return place if place.receipt is None else replace(place, screen=Screen.THANKS, forward=True)


def at_results(pack: Pack, activity: Activity) -> Place:
    """Results, from home."""
    return Place(Screen.RESULTS, results_of=(pack, activity))


def _in_visit(visit: Visit, *, forward: bool) -> Place:
    question = visits.current_question(visit)
    return Place(Screen.REVIEW if question is None else _OF_TYPE[question.type], visit, forward=forward)
