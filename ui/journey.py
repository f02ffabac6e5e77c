"""The journey of the visitor who stands there now: the one place that holds where they are and moves them on."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.forum import visits
from kiosk.forum.contact import with_about
from kiosk.forum.ministry_results import MinistryResults
from kiosk.forum.packs import Activity, Pack
from kiosk.forum.seoul import SEOUL, seoul_day
from kiosk.forum.staffing import Closure
from kiosk.forum.submissions import Submission
from kiosk.forum.tallies import TallyLine
from ui import closing, navigation
from ui.closing import Closing, Step
from ui.languages import FIRST_LANGUAGE
from ui.navigation import Apology, Place, Screen
from ui.recorder import Counted, Handed, KeptReceipt, Opening, Recorder
from ui.staff.state import Staff
from ui.visit_ends import end_between
from ui.wall_clock import clock_quality

# A second tap at the place of the button that led here is not meant for the new screen (EN 301 549, 5.8).
_SETTLE_SECONDS = 0.5
_RESTING = (Screen.ATTRACT, Screen.CLOSED)
_NO_PACK = (
    "설치된 콘텐츠 묶음이 없습니다. 직원 화면에서 USB로 설치하십시오.\n"
    "No content pack is installed. Install one from a USB stick in the staff panel."
)


class Journey(QObject):
    """Moves through `ui.navigation` and asks the recorder; `moved` says that anything of it changed."""

    moved = Signal()
    ended = Signal()
    card_left = Signal()  # a paper card was entered or given up: nothing of it may stay
    leave_asked = Signal()

    def __init__(self, recorder: Recorder, read_input: Callable[[], None]) -> None:
        """`read_input` commits what the input method still composes; it runs before anything is read."""
        super().__init__()
        self._recorder = recorder
        self._read_input = read_input
        self._began = self._arrived = 0.0
        self._waiting: Place | None = None
        self.place: Place = navigation.at_attract()
        self.language = FIRST_LANGUAGE
        self.packs: tuple[Pack, ...] = ()
        self._closed: frozenset[str] = frozenset()
        self.participants = 0
        self.counts: dict[str, tuple[TallyLine, ...]] = {}
        self.ministry: dict[str, MinistryResults | None] = {}
        self._sealing_key: bytes | None = None
        self._panel_language = FIRST_LANGUAGE
        self.can_hand_off = False
        self.kept_at = 0.0
        self.closure: Closure | None = None
        recorder.opened.connect(self.take)
        recorder.could_not_open.connect(self.could_not_open)
        recorder.kept.connect(self._on_kept)
        recorder.not_kept.connect(self._on_not_kept)
        recorder.counted.connect(self._on_counted)
        recorder.handed.connect(self._on_handed)
        recorder.withdrawn.connect(self._on_withdrawn)
        recorder.not_withdrawn.connect(self._on_not_withdrawn)

    def today(self) -> date:
        """Return the day in Seoul."""
        return seoul_day(datetime.now(UTC))

    def activities(self) -> list[tuple[Pack, Activity]]:
        """Return every activity of the installed packs, in order; those that staff have closed are closed."""
        return [
            (pack, activity.closed_here() if activity.id in self._closed else activity)
            for pack in self.packs
            for activity in pack.every_activity()
        ]

    @property
    def sealing_key(self) -> bytes | None:
        """The ministry's key, to which contact is sealed; none for a paper card, whose consents were never shown."""
        return self._sealing_key if self.place.staff is None else None

    # What the visitor does

    def start(self, language: str) -> None:
        """Come from the attract screen to home."""
        if self.place.screen is Screen.ATTRACT:
            self.language = language
            self._move(navigation.at_home())

    def choose_language(self, language: str) -> None:
        """Go on in another language, at the same place."""
        self._read_input()
        self.language = language
        self._show(navigation.in_language(self.place, language))

    def open_activity(self, activity_id: str) -> None:
        """Open an activity: its introduction, or its first question."""
        if self.has_settled() and self.place.screen is Screen.HOME:
            for pack, activity in self.activities():
                if activity.id == activity_id:
                    self._began = time.monotonic()
                    is_open = activity.is_open(self.today())
                    self._move(navigation.opened(pack, activity, self.language, is_open=is_open))
                    return

    def begin(self) -> None:
        """Go from the introduction to the first question, where the activity is open today."""
        if self.has_settled() and self.place.intro_of is not None:
            pack, activity = self.place.intro_of
            if activity.is_open(self.today()):
                self._began = time.monotonic()
                self._move(navigation.began(pack, activity, self.language))

    def answer(self, question_id: str, value: Any) -> None:
        """Keep an answer of the visit."""
        self._show(navigation.answered(self.place, question_id, value))

    def go_on(self) -> None:
        """Go to the next question or the review."""
        if self.has_settled():
            self._read_input()
            if self.place.closing.at in closing.CONTACT_FIELDS:
                self._leave_contact_field()
            else:
                self._move(navigation.went_on(self.place, self.sealing_key))

    def go_back(self) -> None:
        """Go to the question before, or home."""
        if self.has_settled():
            self._read_input()
            place = navigation.went_back(self.place, self.sealing_key)
            if place.visit is None and self.has_unsaved_answers():
                self.leave_asked.emit()
            else:
                self._move(place)

    def change(self, question_id: str) -> None:
        """Go from the review to one question."""
        if self.has_settled():
            self._move(navigation.changing(self.place, question_id))

    def change_step(self, step: Step) -> None:
        """Go from the review to what the visitor told of themselves."""
        if self.has_settled():
            self._move(navigation.changing_step(self.place, step))

    def close(self, change: Callable[[Closing], Closing]) -> None:
        """Take something that was chosen or written after the questions."""
        place = navigation.closing_changed(self.place, change(self.place.closing))
        if place.screen is not self.place.screen or place.closing.at != self.place.closing.at:
            self._move(place)
        else:
            self._show(place)

    def leave_as_is(self) -> None:
        """Keep a text that betrays something, as its writer decided."""
        if self.has_settled():
            self._move(navigation.left_as_is(self.place, self.sealing_key))

    def erase_from_text(self) -> None:
        """Erase what a text betrays."""
        if self.has_settled():
            self._move(navigation.erased_from_text(self.place, self.sealing_key))

    def hand_off(self) -> None:
        """Show the code that takes the unfinished visit to the phone."""
        if self.has_settled() and self.place.visit is not None and self.can_hand_off:
            self._read_input()
            place = navigation.handing_off(self.place)
            if place is not self.place and place.visit is not None:
                self._move(place)
                self._recorder.hand_off(place.visit, place.closing.about)

    def withdraw(self) -> None:
        """Take back what was just submitted."""
        if self.place.receipt is not None and not self.place.withdrawn:
            self._recorder.withdraw(self.place.receipt.receipt_id)

    def call_staff(self) -> None:
        """Note that the visitor asks for staff."""
        self._recorder.call_staff(self.place.screen)

    def go_home(self) -> None:
        """Leave what is open for home; an unfinished visit is wiped."""
        if self.has_settled() and not self.place.saving:
            self._move(navigation.left_visit(self.place))

    def submit(self) -> None:
        """Send the answers of a finished visit to the store; what keeps it from being finished is opened instead."""
        visit = self.place.visit
        if not self.has_settled() or visit is None or not navigation.may_submit(self.place):
            return
        self._read_input()
        still_open = navigation.before_submitting(self.place)
        if still_open is not self.place:
            self._move(still_open)
            return
        submission = self.place.submission or self._finished(visit)
        self._show(navigation.submitting(self.place, submission))
        self._recorder.keep(submission, "" if self.place.staff is None else self.place.staff.account)

    def show_results(self, activity_id: str) -> None:
        """Show the results of an activity."""
        for pack, activity in self.activities():
            if activity.id == activity_id:
                self._recorder.count(activity_id)
                self._move(navigation.at_results(pack, activity))
                return

    def show_some_results(self) -> None:
        """Show the results of the first activity that has any to show."""
        countable = countable_activities(self.activities())
        if self.has_settled() and countable:
            self.show_results(countable[0].id)

    def show_outcomes(self) -> None:
        """Show what became of past suggestions."""
        if self.has_settled():
            self._move(navigation.at_outcomes())

    def show_receipt(self) -> None:
        """Go from a poll's result to the receipt."""
        if self.has_settled():
            self._move(navigation.to_receipt(self.place))

    def end(self) -> None:
        """End the visit: all of it is forgotten, and the attract screen returns; after a paper card the panel."""
        if self.place.staff is not None and self.place.visit is not None and not self.place.saving:
            self._move(navigation.left_visit(self.place))
        else:
            self.leave_all()

    def leave_all(self) -> None:
        """Leave visit and panel: the attract screen returns."""
        if self.place.saving:
            return
        self.language = FIRST_LANGUAGE
        self.counts = {}
        self._move(navigation.at_attract(self.closure))
        self.ended.emit()
        self._recorder.open()

    def show_staff(self, staff: Staff) -> None:
        """Show where staff stand in their panel."""
        place = navigation.at_staff(staff)
        self._show(place) if place.screen is self.place.screen else self._move(place)

    def enter_card(self, activity_id: str, language: str) -> None:
        """Let staff type in a paper card, also of an activity that is over or closed here."""
        staff = self.place.staff
        if staff is None or self.place.visit is not None or not self.has_settled():
            return
        for pack in self.packs:
            if activity := pack.activity(activity_id):
                self._began = time.monotonic()
                self._panel_language, self.language = self.language, language
                self._move(replace(navigation.began(pack, activity, language), staff=staff))
                return

    def is_resting(self) -> bool:
        """Tell whether nobody is in a visit, and staff are not in their panel."""
        return self.place.screen in _RESTING

    def look_again(self) -> None:
        """Look for new packs and the count of the day, unless somebody is there."""
        if self.place.screen in (*_RESTING, Screen.OUT_OF_ORDER):
            self._recorder.open()

    def apologise(self, code: str) -> None:
        """Say that something unforeseen happened; called for errors that nobody caught."""
        if self.place.staff is not None and self.place.visit is None:
            self.end()
        if self.place.screen not in (*_RESTING, Screen.OUT_OF_ORDER, Screen.APOLOGY):
            self._move(navigation.not_kept(self.place, Apology(code, saved=self.place.receipt is not None)))

    # What the store answers

    def take(self, opening: Opening) -> None:
        """Take what the store holds: the packs and the count of the day."""
        if self.place.screen in (*_RESTING, Screen.OUT_OF_ORDER):
            # Never in a visit; it is looked for again at the visit's end.
            self.packs, self._closed = opening.packs, opening.closed
        self.participants = opening.participants
        self._sealing_key, self.can_hand_off = opening.sealing_key, opening.can_hand_off
        self.closure = opening.closure
        if not self.packs and self.place.staff is None:
            self._move(navigation.out_of_order(Apology("PACK", saved=True, sentence=_NO_PACK)))
        elif self.place.screen in (*_RESTING, Screen.OUT_OF_ORDER):
            self._move(navigation.at_attract(self.closure))
        else:
            self.moved.emit()

    def could_not_open(self, sentence: str) -> None:
        """Say that nothing can be kept; whoever is in a visit or in the panel is not sent away."""
        if self.place.screen in (*_RESTING, Screen.OUT_OF_ORDER, Screen.HOME):
            self._move(navigation.out_of_order(Apology("STORE", saved=True, sentence=sentence)))

    def _on_kept(self, receipt: KeptReceipt) -> None:
        self.kept_at = time.monotonic()
        place = navigation.kept(self.place, receipt)
        if place.results_of is not None:
            # The result counts the visitor's own answer, so it is read after the commit and before it is shown.
            self._waiting = place
            self._recorder.count(place.results_of[1].id)
            return
        self._move(place)

    def _on_not_kept(self, receipt_id: str, sentence: str) -> None:
        if self.place.submission is not None and self.place.submission.receipt_id == receipt_id:
            self._move(navigation.not_kept(self.place, Apology("SAVE", saved=False, sentence=sentence)))

    def _on_counted(self, counted: Counted) -> None:
        self.counts[counted.activity_id] = counted.lines
        self.ministry[counted.activity_id] = counted.ministry
        if self._waiting is not None:
            place, self._waiting = self._waiting, None
            self._move(place)
        else:
            self.moved.emit()

    def _on_handed(self, handed: Handed) -> None:
        self._show(navigation.handed_off(self.place, handed))

    def _on_withdrawn(self, receipt_id: str) -> None:
        self._move(navigation.withdrawn(self.place, receipt_id))

    def _on_not_withdrawn(self, receipt_id: str, sentence: str) -> None:
        if self.place.receipt is not None and self.place.receipt.receipt_id == receipt_id:
            self._move(navigation.not_kept(self.place, Apology("UNDO", saved=True, sentence=sentence)))

    def _leave_contact_field(self) -> None:
        place = self.place
        checked = closing.checked_field(place.closing)
        if place.visit is None or self.sealing_key is None or checked.problems:
            self._show(navigation.closing_changed(place, checked))
        elif checked.at is closing.CONTACT_FIELDS[-1]:
            activity, language = place.visit.activity, place.visit.language
            after = closing.sealed(activity, checked, self.sealing_key, language, datetime.now(UTC))
            self._move(navigation.closing_changed(place, after))
        else:
            self._move(navigation.went_on(place, self.sealing_key))

    def _finished(self, visit: visits.Visit) -> Submission:
        submission = visits.finish(
            visit,
            recorded_at=datetime.now(UTC),
            duration=round(time.monotonic() - self._began),
            clock=clock_quality(),
        )
        if self.place.staff is not None:
            at = self.place.staff.cards.moment(submission.recorded_at)
            submission = replace(submission, channel="paper", duration=None, recorded_at=at)
        said = self.place.closing
        if said.sealed is not None:
            submission = replace(submission, receipt_id=said.sealed.receipt_id, contact=said.sealed.envelope)
        return with_about(submission, said.about)

    def has_unsaved_answers(self) -> bool:
        """Tell whether leaving would wipe something that the visitor gave."""
        return self.place.visit is not None and self.place.receipt is None and bool(self.place.visit.answers)

    def has_settled(self) -> bool:
        """Tell whether the place has stood long enough for a touch to be meant for it."""
        return time.monotonic() - self._arrived >= _SETTLE_SECONDS

    def _move(self, place: Place) -> None:
        if place != self.place:
            self._arrived = time.monotonic()
        self._show(place)

    def _show(self, place: Place) -> None:
        now = datetime.now(SEOUL)
        if end := end_between(self.place, place, now.hour, round(time.monotonic() - self._began)):
            self._recorder.note_visit_end(now.date(), end)
        card_left = self.place.staff is not None and self.place.visit is not None and place.visit is None
        if card_left and place.staff is not None:
            self.language = self._panel_language
        self.place = place
        self.moved.emit()
        if card_left:
            self.card_left.emit()


def countable_activities(activities: list[tuple[Pack, Activity]]) -> list[Activity]:
    """Return the activities whose answers can be shown as bars: those that ask more than texts."""
    return [
        activity
        for _, activity in activities
        if any(question.type not in ("text", "number", "note") for question in activity.questions)
    ]
