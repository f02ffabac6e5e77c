"""What follows the questions: about you, whether an answer is wanted, and the consents, one choice a screen."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum.about_words import ABOUT_WORDS, about_choices
from kiosk.forum.consent_words import CONSENT_WORDS, notice_kind
from kiosk.forum.packs import Activity
from ui import closing, words
from ui.closing import ABOUT_STEPS, AGAIN, NO, YES, Closing, Step
from ui.journey import Journey
from ui.view_models.choice import OptionRow
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class NoticePartRow:
    """One of the four things that a consent tells."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class ClosingState:
    """One screen; `place` of `total` counts the parts of “about you”, and is 0 elsewhere."""

    title: str = ""
    detail: str = ""
    remark: str = ""
    place: int = 0
    total: int = 0
    about_you: bool = False
    answered: bool = False
    can_go_on: bool = False
    changing: bool = False


def closing_state(said: Closing, activity: Activity, language: str) -> ClosingState:
    """Return what is shown at the open step."""
    spoken, about = CONSENT_WORDS.get(language, CONSENT_WORDS["en"]), ABOUT_WORDS.get(language, ABOUT_WORDS["en"])
    title = detail = ""
    match said.at:
        case Step.AGE | Step.REGION | Step.GENDER:
            title, detail = f"{about.title}\n{about.questions[said.at]}", about.why
        case Step.OFFER:
            title = words.offer_title()
            detail = spoken.sealed if said.sealed is not None else words.offer_detail()
        case Step.OLD_ENOUGH:
            title, detail = words.old_enough_title(), words.old_enough_detail()
        case Step.CONSENT:
            title = spoken.notices[notice_kind(activity.kind)].title
        case Step.LINK:
            title = spoken.notices["opinion-link"].title
    refusal = closing.refusal(said)
    about_you = said.at in ABOUT_STEPS
    return ClosingState(
        title=title,
        detail=detail,
        remark="" if refusal is None else spoken.refusals[refusal],
        place=ABOUT_STEPS.index(said.at) + 1 if said.at in ABOUT_STEPS else 0,
        total=len(ABOUT_STEPS) if about_you else 0,
        about_you=about_you,
        answered=closing.chosen(said) is not None,
        can_go_on=closing.can_go_on(said),
        changing=said.changing,
    )


def closing_options(said: Closing, language: str) -> list[OptionRow]:
    """Return the choices of the open step."""
    spoken = CONSENT_WORDS.get(language, CONSENT_WORDS["en"])
    match said.at:
        case Step.AGE | Step.REGION | Step.GENDER:
            choices = about_choices(language if language in ABOUT_WORDS else "en", said.at)
        case Step.OFFER if said.sealed is not None:
            choices = [(YES, words.offer_words("sealed")), *((each, words.offer_words(each)) for each in (AGAIN, NO))]
        case Step.OFFER:
            choices = [(each, words.offer_words(each)) for each in (NO, YES)]
        case Step.OLD_ENOUGH:
            choices = [(each, words.old_enough_words(each)) for each in (YES, NO)]
        case Step.CONSENT | Step.LINK:
            choices = [(YES, spoken.agree), (NO, spoken.disagree)]
        case _:
            choices = []
    chosen = closing.chosen(said)
    return [OptionRow(key, label, key == chosen, False) for key, label in choices]


def notice_parts(said: Closing, activity: Activity, language: str) -> list[NoticePartRow]:
    """Return the four things that the open consent tells; nothing elsewhere."""
    if said.at not in (Step.CONSENT, Step.LINK):
        return []
    spoken = CONSENT_WORDS.get(language, CONSENT_WORDS["en"])
    notice = spoken.notices[notice_kind(activity.kind) if said.at is Step.CONSENT else "opinion-link"]
    return [
        NoticePartRow(spoken.purpose, notice.purpose),
        NoticePartRow(spoken.items, notice.items),
        NoticePartRow(spoken.retention, notice.retention),
        NoticePartRow(spoken.refusal, notice.refusal),
    ]


@QmlElement
class ClosingViewModel(QObject):
    """One choice after the questions."""

    changed = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._state = ClosingState()
        self._options = Rows(OptionRow, self)
        self._parts = Rows(NoticePartRow, self)

    @Property(QObject, constant=True)
    def options(self) -> QObject:
        """The choices."""
        return self._options

    @Property(QObject, constant=True)
    def parts(self) -> QObject:
        """What a consent tells."""
        return self._parts

    @Property(str, notify=changed)
    def title(self) -> str:
        """The question."""
        return self._state.title

    @Property(str, notify=changed)
    def detail(self) -> str:
        """Why it is asked; may be empty."""
        return self._state.detail

    @Property(str, notify=changed)
    def remark(self) -> str:
        """What follows from the choice; may be empty."""
        return self._state.remark

    @Property(int, notify=changed)
    def place(self) -> int:
        """Which part of “about you” this is, from 1; 0 elsewhere."""
        return self._state.place

    @Property(int, notify=changed)
    def total(self) -> int:
        """How many parts there are; 0 elsewhere."""
        return self._state.total

    @Property(bool, notify=changed)
    def aboutYou(self) -> bool:  # noqa: N802 (QML's)
        """Whether this is a part of “about you”."""
        return self._state.about_you

    @Property(bool, notify=changed)
    def answered(self) -> bool:
        """Whether something is chosen."""
        return self._state.answered

    @Property(bool, notify=changed)
    def canGoOn(self) -> bool:  # noqa: N802 (QML's)
        """Whether “next” can be taken."""
        return self._state.can_go_on

    @Property(bool, notify=changed)
    def changing(self) -> bool:
        """Whether the visitor came back from the review."""
        return self._state.changing

    @Slot(str)
    def choose(self, key: str) -> None:
        """Take a choice."""
        visit = self._journey.place.visit
        if visit is not None:
            self._journey.close(lambda said: closing.chose(visit.activity, said, key))

    @Slot()
    def skipAll(self) -> None:  # noqa: N802 (QML's)
        """Leave all of “about you” out."""
        visit, key = self._journey.place.visit, self._journey.sealing_key
        if visit is not None and self._journey.has_settled():
            self._journey.close(lambda said: closing.passed_about(visit.activity, said, key))

    @Slot()
    def goOn(self) -> None:  # noqa: N802 (QML's)
        """Go to the next step or the review."""
        self._journey.go_on()

    @Slot()
    def goBack(self) -> None:  # noqa: N802 (QML's)
        """Go to the step before."""
        self._journey.go_back()

    def refresh(self) -> None:
        """Read the journey anew."""
        place = self._journey.place
        if place.visit is None or place.closing.at is None:
            self._options.show([])
            self._parts.show([])
            self._state = ClosingState()
        else:
            activity, language = place.visit.activity, place.visit.language
            self._options.show(closing_options(place.closing, language))
            self._parts.show(notice_parts(place.closing, activity, language))
            self._state = closing_state(place.closing, activity, language)
        self.changed.emit()
