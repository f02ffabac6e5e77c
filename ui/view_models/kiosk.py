"""The frame around every screen: which one is shown, how it is displayed, and whether anyone is still there."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.languages import FIRST_LANGUAGE, LANGUAGES, LATIN_KEYBOARD, language
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

IDLE_SECONDS = 180  # VVSG 2.0: 120 to 300 s; the ministry's notice: at least 120 s
COUNTDOWN_SECONDS = 45
# How long the word about a call stays on a screen that nobody takes part at.
_CALL_TOLD_SECONDS = 20


@dataclass(frozen=True, slots=True)
class KioskState:
    """What the frame shows; `seconds_left` is 0 while nobody has to be asked.

    `calm` is without movement, which a kiosk may be from the start. `by_keys`: the visitor goes by the keypad.
    """

    language: str = FIRST_LANGUAGE
    large_text: bool = False
    high_contrast: bool = False
    calm: bool = False
    calm_from_start: bool = False
    by_keys: bool = False
    seconds_left: int = 0
    anyone_here: bool = False
    unsaved: bool = False
    can_hand_off: bool = False
    latin_only: bool = False
    staff_called: bool = False
    staff_here: bool = False
    card: str = ""
    screen: str = ""


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """One language of the choice."""

    code: str
    name: str
    is_chosen: bool


def after_visit(state: KioskState) -> KioskState:
    """Return every setting to its default (VVSG 2.0, 7.1-O: reset between visitors)."""
    return KioskState(screen=state.screen, calm=state.calm_from_start, calm_from_start=state.calm_from_start)


def a_second_later(state: KioskState) -> KioskState:
    """Count down by one."""
    return replace(state, seconds_left=max(0, state.seconds_left - 1))


@QmlElement
class KioskViewModel(QObject):
    """The frame's state; other parts of the application listen to its signals."""

    changed = Signal()
    moved = Signal(bool)  # another screen, or another question on the same one, forward
    cleared = Signal()  # a visit ended: nothing of it may stay on the screen
    leaveAsked = Signal()  # noqa: N815 (QML's) the way back would wipe answers
    undoOffered = Signal()  # noqa: N815 (QML's) the visitor wants to take back what was submitted
    callTold = Signal()  # noqa: N815 (QML's) somebody called for staff, and is told so
    restyling = Signal()  # everything is about to look different
    language_asked = Signal(str)
    language_shown = Signal(str)
    home_asked = Signal()
    end_asked = Signal()
    hand_off_asked = Signal()
    staff_asked = Signal()
    undo_asked = Signal()

    def __init__(
        self, *, idle_seconds: int = IDLE_SECONDS, countdown_seconds: int = COUNTDOWN_SECONDS, calm: bool = False
    ) -> None:
        super().__init__()
        self._state = KioskState(calm=calm, calm_from_start=calm)
        self._countdown_seconds = countdown_seconds
        self._languages = Rows(LanguageRow, self)
        self._quiet = QTimer(self, singleShot=True, interval=idle_seconds * 1000)
        self._quiet.timeout.connect(self.ask_whether_anyone_is_here)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._count_down)
        self._told = QTimer(self, singleShot=True, interval=_CALL_TOLD_SECONDS * 1000)
        self._told.timeout.connect(self._forget_call)
        self._fill()

    @Property(str, notify=changed)
    def language(self) -> str:
        """The code of the language that is shown."""
        return self._state.language

    @Property(str, notify=changed)
    def languageName(self) -> str:  # noqa: N802 (QML's)
        """The language in itself."""
        return language(self._state.language).name

    @Property(str, notify=changed)
    def keyboardLocale(self) -> str:  # noqa: N802 (QML's)
        """The locale of the on-screen keyboard."""
        return LATIN_KEYBOARD if self._state.latin_only else language(self._state.language).keyboard

    @Property(QObject, constant=True)
    def languages(self) -> QObject:
        """The languages to choose from."""
        return self._languages

    @Property(bool, notify=changed)
    def largeText(self) -> bool:  # noqa: N802 (QML's)
        """Whether everything is shown at 200 %."""
        return self._state.large_text

    @Property(bool, notify=changed)
    def highContrast(self) -> bool:  # noqa: N802 (QML's)
        """Whether the high-contrast theme is shown."""
        return self._state.high_contrast

    @Property(bool, notify=changed)
    def calm(self) -> bool:
        """Whether nothing moves by itself."""
        return self._state.calm

    @Property(bool, notify=changed)
    def byKeys(self) -> bool:  # noqa: N802 (QML's)
        """Whether the visitor goes by the keypad, so that the focus has to be seen."""
        return self._state.by_keys

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:  # noqa: N802 (QML's)
        """Seconds until the visit ends by itself; 0 while nobody has to be asked."""
        return self._state.seconds_left

    @Property(int, constant=True)
    def countdownSeconds(self) -> int:  # noqa: N802 (QML's)
        """How long the countdown is."""
        return self._countdown_seconds

    @Property(bool, notify=changed)
    def anyoneHere(self) -> bool:  # noqa: N802 (QML's)
        """Whether a visitor is between the attract screen and the end."""
        return self._state.anyone_here

    @Property(bool, notify=changed)
    def unsaved(self) -> bool:
        """Whether leaving would wipe answers."""
        return self._state.unsaved

    @Property(bool, notify=changed)
    def canHandOff(self) -> bool:  # noqa: N802 (QML's)
        """Whether there is an unfinished visit that can go to a phone."""
        return self._state.can_hand_off

    @Property(bool, notify=changed)
    def staffCalled(self) -> bool:  # noqa: N802 (QML's)
        """Whether this visitor called for staff."""
        return self._state.staff_called

    @Property(bool, notify=changed)
    def staffHere(self) -> bool:  # noqa: N802 (QML's)
        """Whether somebody of the staff is here, and may write."""
        return self._state.staff_here

    @Property(str, notify=changed)
    def card(self) -> str:
        """What stands over a paper card while staff type it in; empty otherwise."""
        return self._state.card

    @Property(str, notify=changed)
    def screen(self) -> str:
        """The name of the screen that is shown."""
        return self._state.screen

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:  # noqa: N802 (QML's)
        """Show everything in this language."""
        self.restyling.emit()
        self.language_asked.emit(code)

    @Slot()
    def toggleLargeText(self) -> None:  # noqa: N802 (QML's)
        """Switch between 100 % and 200 %."""
        self.restyling.emit()
        self._show(replace(self._state, large_text=not self._state.large_text))

    @Slot()
    def toggleHighContrast(self) -> None:  # noqa: N802 (QML's)
        """Switch between the standard and the high-contrast theme."""
        self.restyling.emit()
        self._show(replace(self._state, high_contrast=not self._state.high_contrast))

    @Slot()
    def toggleCalm(self) -> None:  # noqa: N802 (QML's)
        """Switch movement off or on."""
        self._show(replace(self._state, calm=not self._state.calm))

    @Slot()
    def goHome(self) -> None:  # noqa: N802 (QML's)
        """Leave what is open."""
        self.home_asked.emit()

    @Slot()
    def startOver(self) -> None:  # noqa: N802 (QML's)
        """End the visit: wipe everything and start anew."""
        self.end_asked.emit()

    @Slot()
    def handOff(self) -> None:  # noqa: N802 (QML's)
        """Take the unfinished visit to the phone."""
        self.hand_off_asked.emit()

    @Slot()
    def callStaff(self) -> None:  # noqa: N802 (QML's)
        """Ask for staff; on a screen that nobody takes part at, the word about it goes away by itself."""
        self._show(replace(self._state, staff_called=True))
        self.staff_asked.emit()
        self.callTold.emit()
        if not self._state.anyone_here:
            self._told.start()

    @Slot()
    def undo(self) -> None:
        """Take back what was just submitted."""
        self.undo_asked.emit()

    @Slot()
    def stay(self) -> None:
        """Somebody is still here: the countdown ends, and the quiet starts over."""
        if self._state.anyone_here:
            self._quiet.start()
            if self._state.seconds_left:
                self._second.stop()
                self._show(replace(self._state, seconds_left=0))

    # What the application tells the frame

    @property
    def state(self) -> KioskState:
        """What the frame shows now."""
        return self._state

    def note_touch(self) -> None:
        """Somebody touched the screen or pressed a key: the quiet starts over."""
        if self._state.anyone_here and not self._state.seconds_left:
            self._quiet.start()

    def ask_whether_anyone_is_here(self) -> None:
        """Begin the countdown, after whose end the visit is wiped."""
        if self._state.anyone_here:
            self._show(replace(self._state, seconds_left=self._countdown_seconds))
            self._second.start()

    def note_keys(self, by_keys: bool) -> None:
        """Say whether the visitor goes by the keypad or touches the screen."""
        self._show(replace(self._state, by_keys=by_keys))

    def show_screen(self, name: str, *, forward: bool) -> None:
        """Say which screen is shown from now on."""
        self._show(replace(self._state, screen=name))
        self.moved.emit(forward)

    def show_unsaved(self, unsaved: bool) -> None:
        """Say whether leaving would wipe answers."""
        self._show(replace(self._state, unsaved=unsaved))

    def show_can_hand_off(self, can: bool) -> None:
        """Say whether there is an unfinished visit that can go to a phone."""
        self._show(replace(self._state, can_hand_off=can))

    def show_staff(self, *, here: bool, card: str) -> None:
        """Say whether staff are here, and what stands over the paper card that they type in."""
        self._show(replace(self._state, staff_here=here, card=card))

    def show_latin_only(self, only: bool) -> None:
        """Say whether what is written now has Latin letters only, such as an e-mail address."""
        self._show(replace(self._state, latin_only=only))

    def show_language(self, code: str) -> None:
        """Show another language."""
        if code != self._state.language:
            self._show(replace(self._state, language=code))
            self.language_shown.emit(code)

    def welcome(self) -> None:
        """A visitor came."""
        self._told.stop()
        self._show(replace(self._state, anyone_here=True))
        self._quiet.start()

    def farewell(self) -> None:
        """The visitor is gone: settings return to their defaults, and the screen forgets."""
        self._quiet.stop()
        self._second.stop()
        self.show_language(FIRST_LANGUAGE)
        self._show(after_visit(self._state))
        self.cleared.emit()

    def _count_down(self) -> None:
        self._show(a_second_later(self._state))
        if not self._state.seconds_left:
            self._second.stop()
            self.end_asked.emit()

    def _forget_call(self) -> None:
        self._show(replace(self._state, staff_called=False))
        self.cleared.emit()

    def _show(self, state: KioskState) -> None:
        if state != self._state:
            self._state = state
            self._fill()
            self.changed.emit()

    def _fill(self) -> None:
        shown = self._state.language
        self._languages.show([LanguageRow(each.code, each.name, each.code == shown) for each in LANGUAGES])
