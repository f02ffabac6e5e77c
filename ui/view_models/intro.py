"""What an activity is, before it starts: how long it takes, from when to when, its rules and its programme."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum.answers import asked_questions
from kiosk.forum.packs import Activity, words_in
from ui import words
from ui.journey import Journey
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_NOTHING_SAID: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule of a call."""

    text: str


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session; `day` is told only at the first one of a day."""

    day: str
    hours: str
    title: str
    speaker: str
    is_today: bool


@dataclass(frozen=True, slots=True)
class IntroState:
    """What is told of an activity; what does not apply is empty."""

    kind: str = ""
    kind_words: str = ""
    title: str = ""
    description: str = ""
    time_words: str = ""
    questions: int = 0
    period: str = ""
    result_day: str = ""
    closed: str = ""


def intro_state(activity: Activity, language: str, today: date) -> IntroState:
    """Return what is told of an activity."""
    return IntroState(
        kind=activity.kind,
        kind_words=words.kind_words(activity.kind),
        title=words_in(activity.title, language),
        description=words_in(activity.description, language) if activity.description else "",
        time_words=words.time_words(activity.minutes),
        questions=len(list(asked_questions(activity, _NOTHING_SAID))),
        period=words.period_words(activity),
        result_day=words.full_day_words(activity.result_on) if activity.result_on else "",
        closed=words.closed_words(activity, today),
    )


def session_rows(activity: Activity, language: str, today: date) -> list[SessionRow]:
    """Return the programme in the order of days and hours."""
    rows: list[SessionRow] = []
    before: date | None = None
    for session in sorted(activity.programme, key=lambda each: (each.on, each.starts)):
        rows.append(
            SessionRow(
                words.weekday_words(session.on) if session.on != before else "",
                f"{session.starts}–{session.ends}" if session.ends else session.starts,
                words_in(session.title, language),
                words_in(session.speaker, language) if session.speaker else "",
                session.on == today,
            )
        )
        before = session.on
    return rows


def rule_rows(activity: Activity, language: str) -> list[RuleRow]:
    """Return the rules, one a line."""
    lines = words_in(activity.rules, language).splitlines() if activity.rules else []
    return [RuleRow(line.strip()) for line in lines if line.strip()]


@QmlElement
class IntroViewModel(QObject):
    """The introduction of one activity."""

    changed = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._state = IntroState()
        self._rules = Rows(RuleRow, self)
        self._sessions = Rows(SessionRow, self)

    @Property(QObject, constant=True)
    def rules(self) -> QObject:
        """The rules of a call."""
        return self._rules

    @Property(QObject, constant=True)
    def sessions(self) -> QObject:
        """The programme of a seminar."""
        return self._sessions

    @Property(bool, notify=changed)
    def hasRules(self) -> bool:  # noqa: N802 (QML's)
        """Whether there are rules."""
        return self._rules.rowCount() > 0

    @Property(bool, notify=changed)
    def hasSessions(self) -> bool:  # noqa: N802 (QML's)
        """Whether there is a programme."""
        return self._sessions.rowCount() > 0

    @Property(str, notify=changed)
    def kind(self) -> str:
        """The kind, which names its icon."""
        return self._state.kind

    @Property(str, notify=changed)
    def kindWords(self) -> str:  # noqa: N802 (QML's)
        """The kind in words."""
        return self._state.kind_words

    @Property(str, notify=changed)
    def title(self) -> str:
        """The title."""
        return self._state.title

    @Property(str, notify=changed)
    def description(self) -> str:
        """What it is about."""
        return self._state.description

    @Property(str, notify=changed)
    def timeWords(self) -> str:  # noqa: N802 (QML's)
        """How long it takes."""
        return self._state.time_words

    @Property(int, notify=changed)
    def questions(self) -> int:
        """How many questions everybody is asked."""
        return self._state.questions

    @Property(str, notify=changed)
    def period(self) -> str:
        """From when to when it is open; may be empty."""
        return self._state.period

    @Property(str, notify=changed)
    def resultDay(self) -> str:  # noqa: N802 (QML's)
        """When the result is announced; may be empty."""
        return self._state.result_day

    @Property(str, notify=changed)
    def closed(self) -> str:
        """Why nobody can take part today; empty where everybody can."""
        return self._state.closed

    @Slot()
    def begin(self) -> None:
        """Begin."""
        self._journey.begin()

    @Slot()
    def goHome(self) -> None:  # noqa: N802 (QML's)
        """Go back to what can be done."""
        self._journey.go_home()

    def refresh(self) -> None:
        """Read the journey anew."""
        journey = self._journey
        if journey.place.intro_of is None:
            return
        _, activity = journey.place.intro_of
        today = journey.today()
        self._state = intro_state(activity, journey.language, today)
        self._rules.show(rule_rows(activity, journey.language))
        self._sessions.show(session_rows(activity, journey.language, today))
        self.changed.emit()
