"""forum-kiosk: builds the touchscreen, shows its first frame at once, and loads everything else behind it."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from shiboken6 import delete

from kiosk.clock_jumps import ClockWatch, note_clock_jump
from kiosk.forum.errors import ForumError
from kiosk.home import default_home
from ui.languages import FIRST_LANGUAGE, LANGUAGES, Interpreter
from ui.process import milliseconds_since_start, proportional_set_size
from ui.qr_picture import PROVIDER, QrPictures
from ui.recorder import Opening, Recorder
from ui.screen_size import ScreenSize, parse_screen_size
from ui.staff.roots import Roots
from ui.stage import Stage
from ui.touch_guard import TouchGuard
from ui.view_models.attract import AttractViewModel
from ui.view_models.kiosk import COUNTDOWN_SECONDS, IDLE_SECONDS, KioskViewModel

if TYPE_CHECKING:
    from ui.journey import Journey
    from ui.night import Night
    from ui.session import Session
    from ui.staff.gate import StaffGate

QML = Path(__file__).parent / "qml"
# How often a kiosk that nobody uses looks for new packs.
_LOOK_AGAIN_MS = 60_000
# The first frame does not wait for the log.
_LOG_AFTER_MS = 2_000
DEFAULT_SCREEN = "1080x1920@32in"
# How the event loop ends where staff asked for a new start.
RESTART = 75


@dataclass(frozen=True, slots=True)
class Settings:
    """How the kiosk was started."""

    home: Path
    screen: ScreenSize
    windowed: bool = False
    language: str = FIRST_LANGUAGE
    report_first_frame: bool = False
    idle_seconds: int = IDLE_SECONDS
    countdown_seconds: int = COUNTDOWN_SECONDS
    try_again_seconds: int = 10
    awake_seconds: float = 120
    reduced_motion: bool = False
    roots: Roots = field(default_factory=Roots)


class Kiosk(QObject):
    """The running touchscreen: window, frame, attract screen and store; close it to end all of them in order."""

    _failed = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self._failed.connect(self._tell_failure, Qt.ConnectionType.QueuedConnection)
        self.interpreter = Interpreter()
        self.kiosk = KioskViewModel(
            idle_seconds=settings.idle_seconds,
            countdown_seconds=settings.countdown_seconds,
            calm=settings.reduced_motion,
        )
        self.attract = AttractViewModel()
        self.guard = TouchGuard(locked=not settings.windowed)
        self.guard.activity.connect(self.kiosk.note_touch)
        self.guard.by_keys.connect(self.kiosk.note_keys)
        # Only after the finger is up: a sheet that closed under it would let the touch through to what lies below.
        self.guard.lifted.connect(self.kiosk.stay, Qt.ConnectionType.QueuedConnection)
        self.recorder = Recorder(settings.home)
        self.recorder.opened.connect(self._on_first_opened)
        self.recorder.opened.connect(self._forget_told)
        self.recorder.could_not_open.connect(self._on_could_not_open)
        self.session: Session | None = None
        self.night: Night | None = None
        self.gate: StaffGate | None = None
        self._try_again = QTimer(self, singleShot=True, interval=settings.try_again_seconds * 1000)
        self._try_again.timeout.connect(self.recorder.open)
        self._look_again = QTimer(self, interval=_LOOK_AGAIN_MS)
        self.clock_watch = ClockWatch()
        self._told = ""

        self.engine = QQmlApplicationEngine()
        self.engine.addImageProvider(PROVIDER, QrPictures())
        self.engine.addImportPath(str(QML))
        self.kiosk.language_shown.connect(self._speak)
        self.attract.turn_came.connect(self.kiosk.show_language)
        self.engine.setInitialProperties(
            {
                "kiosk": self.kiosk,
                "pixelsPerMm": settings.screen.pixels_per_mm,
                "width": settings.screen.width,
                "height": settings.screen.height,
            }
        )
        self.engine.load(QUrl.fromLocalFile(str(QML / "Forum" / "Main.qml")))
        if not self.engine.rootObjects():
            raise RuntimeError("The touchscreen's window could not be built; see the messages above.")
        self.window = window = cast(QQuickWindow, self.engine.rootObjects()[0])
        window.installEventFilter(self.guard)
        window.frameSwapped.connect(self._on_first_frame)
        self.stage = Stage(self.engine, cast(QQuickItem, window.findChild(QQuickItem, "stage")))
        self.kiosk.show_language(settings.language)
        self.stage.show("Attract", {"kiosk": self.kiosk, "viewModel": self.attract})
        self.kiosk.show_screen("Attract", forward=True)
        if settings.windowed or QGuiApplication.platformName() == "offscreen":
            window.show()
        else:
            window.showFullScreen()

    def close(self) -> None:
        """Close the store, then the window with its engine, then the view models."""
        if self.session is not None and self.gate is not None:
            self.gate.close()
            self.session.desk.close()
        self.recorder.close()
        if self.night is not None:
            self.night.close()
        for holder in (self, self.kiosk, self.attract, *(self.session.models() if self.session else ())):
            for timer in holder.findChildren(QTimer):
                timer.stop()
        self.window.removeEventFilter(self.guard)
        QGuiApplication.inputMethod().hide()  # while it is up it takes the arrows, also from the next window
        self.window.close()
        self.stage.close()
        delete(self.window)
        delete(self.engine)
        self.interpreter.speak(FIRST_LANGUAGE)  # the next kiosk of this process begins in its own

    def apologise(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an error that nobody caught: report its kind and place, tell the visitor honestly, and go on.

        Its message may hold what a visitor wrote, and goes nowhere. It may come from the store's thread, and from the
        middle of a change of screens: the visitor is told after that.
        """
        from kiosk.crash_reports import places, write_crash_report

        code = f"{kind.__name__}-{traceback.extract_tb(trace)[-1].lineno if trace else 0}"
        try:
            where = str(write_crash_report(self.settings.home, "forum-kiosk", error, trace, datetime.now(UTC)))
        except ForumError as unwritten:
            where = str(unwritten)
        said = [f"Unforeseen error {code}; the kiosk goes on. Report: {where}", *places(trace)]
        sys.stderr.write("\n  ".join(said) + "\n")
        self._failed.emit(code)

    def _tell_failure(self, code: str) -> None:
        if self.session is not None:
            self.session.journey.apologise(code)

    def _on_first_frame(self) -> None:
        self.window.frameSwapped.disconnect(self._on_first_frame)
        self._report("first_frame_ms", "pss_kb")
        self.attract.begin()
        self.recorder.open()

    def _on_first_opened(self, opening: Opening) -> None:
        self.recorder.opened.disconnect(self._on_first_opened)
        self._build_session().opened(opening)
        self._report("ready_ms", "settled_kb")

    def _report(self, moment: str, memory: str) -> None:
        """Print, for `make bench`, the time since the process began and the memory that it holds."""
        if self.settings.report_first_frame:
            figures = {moment: round(milliseconds_since_start()), memory: proportional_set_size()}
            sys.stdout.write(json.dumps(figures) + "\n")
            sys.stdout.flush()

    def _on_could_not_open(self, sentence: str) -> None:
        if sentence != self._told:  # the same every few seconds would fill the log too
            sys.stderr.write(f"{sentence}\n")
        self._told = sentence
        if self.session is None:
            self.recorder.opened.disconnect(self._on_first_opened)
            self._build_session().out_of_order(sentence)
        self._try_again.start()

    def _forget_told(self) -> None:
        self._told = ""

    def _build_session(self) -> Session:
        from ui.session import Session
        from ui.staff.desk import StaffDesk
        from ui.staff.gate import StaffGate

        def desk_of(journey: Journey) -> StaffDesk:
            return StaffDesk(journey, self.settings.home, self.settings.roots)

        session = Session(self.kiosk, self.attract, self.recorder, self.stage, desk_of)
        self.session = session
        self.gate = StaffGate(self.window, self.settings.screen.pixels_per_mm, session.desk.may_open)
        self.gate.opened.connect(session.desk.open, Qt.ConnectionType.QueuedConnection)
        self.guard.activity.connect(session.desk.note_touch)
        session.desk.restart_asked.connect(self._restart, Qt.ConnectionType.QueuedConnection)
        self._keep_hours()
        session.desk.settings_changed.connect(self._keep_hours)
        self.guard.lifted.connect(self._light_up, Qt.ConnectionType.QueuedConnection)
        self._look_again.timeout.connect(session.journey.look_again)
        self._look_again.timeout.connect(self._watch_clock)
        self._look_again.start()
        return session

    def _keep_hours(self) -> None:
        """Go by the opening hours as they are now."""
        from ui.night import night_of

        if self.session is None:
            return
        if self.night is not None:
            self.night.touched()
            self.night.close()
        self.night = night_of(
            self.settings.home, self.engine, self.window, self.session.journey.is_resting, self.settings.awake_seconds
        )

    def _light_up(self) -> None:
        if self.night is not None:
            self.night.touched()

    def _watch_clock(self) -> None:
        jump = self.clock_watch.look()
        if jump is None:
            return
        sys.stderr.write(f"The clock jumped by {jump.by}, from {jump.expected} to {jump.shown}.\n")
        try:
            note_clock_jump(self.settings.home, jump)
        except ForumError as unwritten:
            sys.stderr.write(f"{unwritten}\n")

    def _restart(self) -> None:
        QGuiApplication.exit(RESTART)

    def _speak(self, code: str) -> None:
        self.interpreter.speak(code)
        self.engine.retranslate()


def prepare_environment() -> None:
    """Choose Qt's own keyboard, and keep its remarks about itself out of the log; before the application is made."""
    os.environ["QT_IM_MODULE"] = "qtvirtualkeyboard"
    os.environ["QT_VIRTUALKEYBOARD_DESKTOP_DISABLE"] = "1"
    os.environ["QT_VIRTUALKEYBOARD_STYLE"] = "forum"
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
    # Qt's keyboard redeclares a property of its own base, and its sounds look for a PipeWire that need not be there.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.qml.propertyCache.append=false;qt.multimedia.symbolsresolver=false")


def read_arguments(arguments: Sequence[str]) -> Settings:
    """Read the command line; ends the process with exit status 2 where it is wrong."""
    parser = argparse.ArgumentParser(prog="forum-kiosk", description="Open the touchscreen of the open forum.")
    parser.add_argument("--home", type=Path, help="the kiosk's directory (else FORUM_HOME)")
    parser.add_argument("--windowed", action="store_true", help="in a window that can be closed, for developers")
    parser.add_argument("--screen", default=DEFAULT_SCREEN, help="pixels and diagonal (default: %(default)s)")
    parser.add_argument("--language", default=FIRST_LANGUAGE, choices=[each.code for each in LANGUAGES])
    parser.add_argument("--reduced-motion", action="store_true", help="nothing on the screen moves by itself")
    parser.add_argument("--report-first-frame", action="store_true", help="print time and memory as a line of JSON")
    given = parser.parse_args(arguments)
    try:
        screen = parse_screen_size(given.screen)
    except ForumError as error:
        parser.error(str(error))
    return Settings(
        given.home or default_home(),
        screen,
        given.windowed,
        given.language,
        given.report_first_frame,
        reduced_motion=given.reduced_motion,
    )


def _keep_log(home: Path) -> None:
    from kiosk.log_files import keep_log

    keep_log(home, "forum-kiosk")


def main() -> None:
    """Run the touchscreen until the process is told to end."""
    settings = read_arguments(sys.argv[1:])
    if not any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")):
        sys.stderr.write(
            "There is no screen to open the kiosk on; nothing was changed. Use “make run”, or set DISPLAY.\n"
        )
        sys.exit(1)
    prepare_environment()
    application = QGuiApplication(sys.argv[:1])
    application.setApplicationName("forum-kiosk")
    application.setQuitOnLastWindowClosed(settings.windowed)
    kiosk = Kiosk(settings)
    sys.excepthook = kiosk.apologise
    QTimer.singleShot(_LOG_AFTER_MS, lambda: _keep_log(settings.home))
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: application.exit())  # quit() would ask the locked window, which refuses
    # Python sees a signal only when it runs: once in a while it does.
    breath = QTimer(interval=250)
    breath.timeout.connect(lambda: None)
    breath.start()
    status = application.exec()
    kiosk.close()
    if status == RESTART:
        os.execv(sys.executable, [sys.executable, "-m", "ui.app", *sys.argv[1:]])  # noqa: S606 (our own program)
    sys.exit(status)


if __name__ == "__main__":
    main()
