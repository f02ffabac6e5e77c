"""Everything behind the first frame: the journey, the view models, and which of them each screen gets."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from kiosk.forum.packs import Activity
from ui import navigation
from ui.anticipation import likely_next
from ui.closing import Step
from ui.journey import Journey
from ui.navigation import STAFF_SCREENS, Screen
from ui.recorder import Opening, Recorder
from ui.staff.closed import ClosedViewModel
from ui.staff.desk import StaffDesk
from ui.staff.panel import StaffPanelViewModel, staff_models
from ui.stage import Stage
from ui.view_models.apology import ApologyViewModel
from ui.view_models.attract import AttractViewModel
from ui.view_models.caution import CautionViewModel
from ui.view_models.choice import ChoiceViewModel
from ui.view_models.closing import ClosingViewModel
from ui.view_models.contact import ContactViewModel
from ui.view_models.handoff import HandoffViewModel
from ui.view_models.home import HomeViewModel
from ui.view_models.intro import IntroViewModel
from ui.view_models.kiosk import KioskViewModel
from ui.view_models.number import NumberViewModel
from ui.view_models.outcomes import OutcomesViewModel
from ui.view_models.ranking import RankingViewModel
from ui.view_models.results import ResultsViewModel
from ui.view_models.review import ReviewViewModel
from ui.view_models.scale import ScaleViewModel
from ui.view_models.statements import StatementsViewModel
from ui.view_models.step import StepViewModel
from ui.view_models.text import TextViewModel
from ui.view_models.thanks import ThanksViewModel


def commit_composing() -> None:
    """Put the syllable that the input method still composes into its field."""
    QGuiApplication.inputMethod().commit()


def forget_input() -> None:
    """Leave nothing of what was typed in the input method or the clipboard, and put the keyboard away."""
    method = QGuiApplication.inputMethod()
    method.reset()
    method.hide()
    QGuiApplication.clipboard().clear()


_WITH_STEP = frozenset({*navigation.QUESTION_SCREENS, Screen.REVIEW})
_NOBODY = (Screen.ATTRACT, Screen.CLOSED)
_WITH_KIOSK = frozenset({Screen.OUT_OF_ORDER, Screen.CLOSED, *STAFF_SCREENS})


class Session:
    """Joins the frame, the attract screen and the recorder, and shows the screen of every place."""

    def __init__(
        self,
        kiosk: KioskViewModel,
        attract: AttractViewModel,
        recorder: Recorder,
        stage: Stage,
        desk_of: Callable[[Journey], StaffDesk],
    ) -> None:
        self._kiosk, self._attract, self._stage = kiosk, attract, stage
        self.journey = journey = Journey(recorder, commit_composing)
        self._step = StepViewModel(journey)
        self._models: dict[Screen, Any] = {
            Screen.HOME: HomeViewModel(journey),
            Screen.INTRO: IntroViewModel(journey),
            Screen.CHOICE: ChoiceViewModel(journey),
            Screen.RANKING: RankingViewModel(journey),
            Screen.NUMBER: NumberViewModel(journey),
            Screen.TEXT: TextViewModel(journey),
            Screen.STATEMENTS: StatementsViewModel(journey),
            Screen.CAUTION: CautionViewModel(journey),
            Screen.CLOSING: ClosingViewModel(journey),
            Screen.CONTACT: ContactViewModel(journey),
            Screen.REVIEW: ReviewViewModel(journey),
            Screen.HANDOFF: HandoffViewModel(journey),
            Screen.OUTCOMES: OutcomesViewModel(journey),
            Screen.THANKS: ThanksViewModel(journey),
            Screen.RESULTS: ResultsViewModel(journey),
        }
        self._models[Screen.SCALE] = self._models[Screen.RATING] = ScaleViewModel(journey)
        self._models[Screen.APOLOGY] = self._models[Screen.OUT_OF_ORDER] = ApologyViewModel(journey)
        self._models[Screen.THANKS].undo_offered.connect(kiosk.undoOffered)
        self.desk = desk_of(journey)
        self._panel = StaffPanelViewModel(self.desk, journey)
        self._models[Screen.CLOSED] = ClosedViewModel(journey)
        self._models |= staff_models(self.desk, journey)
        kiosk.language_shown.connect(self._models[Screen.CLOSED].refresh)
        self._shown = navigation.where(journey.place)
        journey.moved.connect(self._refresh)
        journey.ended.connect(self._on_ended)
        journey.card_left.connect(self._forget)
        journey.leave_asked.connect(kiosk.leaveAsked)
        kiosk.restyling.connect(stage.forget_hidden)
        kiosk.language_asked.connect(journey.choose_language)
        kiosk.home_asked.connect(journey.go_home)
        kiosk.end_asked.connect(journey.end)
        kiosk.hand_off_asked.connect(journey.hand_off)
        kiosk.staff_asked.connect(journey.call_staff)
        kiosk.undo_asked.connect(journey.withdraw)
        attract.start_asked.connect(journey.start)
        self._prepare()

    def models(self) -> list[QObject]:
        """Return the view models of every screen."""
        return [self._step, self._panel, self.desk, *self._models.values()]

    def opened(self, opening: Opening) -> None:
        """Take what the store held when it was first opened."""
        self.journey.take(opening)

    def out_of_order(self, sentence: str) -> None:
        """The store could not be opened at all."""
        self.journey.could_not_open(sentence)

    def _refresh(self) -> None:
        journey, kiosk, place = self.journey, self._kiosk, self.journey.place
        kiosk.note_touch()  # the keys that move about the on-screen keyboard are seen by nobody else
        here = navigation.where(place)
        arrived = here != self._shown
        if arrived:
            self._stage.leave()
        if arrived and place.screen in _NOBODY:
            # Before the look returns to what it is for everybody, so that nothing else has to follow.
            self._stage.show(place.screen, self._properties(place.screen))
            self._stage.forget_hidden()
        self._attract.show(todays_question(journey), journey.participants)
        kiosk.show_language(journey.language)
        kiosk.show_unsaved(journey.has_unsaved_answers())
        kiosk.show_staff(here=place.staff is not None, card=self._panel.card_words())
        unfinished = (
            place.visit is not None and place.staff is None and place.submission is None and place.receipt is None
        )
        kiosk.show_can_hand_off(journey.can_hand_off and unfinished and place.screen is not Screen.HANDOFF)
        kiosk.show_latin_only(place.closing.at is Step.EMAIL)
        # The screen that is left is not refreshed: it would show the next place for a moment.
        self._step.refresh()
        self._panel.refresh()
        for screen in {self._shown[0], place.screen}:
            if screen in self._models:
                self._models[screen].refresh()
        if not arrived:
            return
        before, self._shown = self._shown[0], here
        if before in _NOBODY and place.screen not in (*_NOBODY, Screen.OUT_OF_ORDER):
            self._attract.rest()
            if place.staff is None:
                kiosk.welcome()
        # A text is never shown in the field of another text, and leaves nothing in its undo stack.
        if before is place.screen and place.screen not in (Screen.TEXT, Screen.CONTACT):
            kiosk.moved.emit(place.forward)
        else:
            self._stage.show(place.screen, self._properties(place.screen))
            kiosk.show_screen(place.screen, forward=place.forward)
        self._prepare()

    def _properties(self, screen: Screen) -> dict[str, QObject]:
        if screen is Screen.ATTRACT:
            return {"kiosk": self._kiosk, "viewModel": self._attract}
        properties: dict[str, QObject] = {"viewModel": self._models[screen]} if screen in self._models else {}
        if screen in _WITH_KIOSK:
            properties["kiosk"] = self._kiosk
        if screen in STAFF_SCREENS:
            properties["panel"] = self._panel
        if screen in _WITH_STEP:
            properties["step"] = self._step
        return properties

    def _prepare(self) -> None:
        screens = likely_next(self.journey.place)
        self._stage.prepare([(screen, partial(self._properties, screen)) for screen in screens])

    def _forget(self) -> None:
        self._stage.forget_writing()
        forget_input()
        for model in self._models.values():
            model.refresh()

    def _on_ended(self) -> None:
        self._forget()
        self._kiosk.farewell()
        self._attract.begin()


def todays_question(journey: Journey) -> dict[str, str]:
    """Return the words of the poll whose turn it is today, of those that are open; else of the first activity."""
    today = journey.today()
    open_now: list[Activity] = [activity for _, activity in journey.activities() if activity.is_open(today)]
    polls = [activity for activity in open_now if activity.kind == "poll"] or open_now
    return dict(polls[today.toordinal() % len(polls)].questions[0].label) if polls else {}
