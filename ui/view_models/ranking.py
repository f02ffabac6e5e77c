"""Ranking by taps: the first tap is first, a tap on a ranked option takes it out again."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum import visits
from kiosk.forum.packs import Question, words_in
from ui.journey import Journey
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class RankedRow:
    """One option; `place` counts from 1, and is 0 while it is not ranked."""

    key: str
    label: str
    place: int
    is_full: bool


def ranked_rows(question: Question, value: Any, language: str) -> list[RankedRow]:
    """Return the options with their places."""
    order = list(value or [])
    full = question.at_most is not None and len(order) >= question.at_most
    return [
        RankedRow(
            option.id,
            words_in(option.label, language),
            order.index(option.id) + 1 if option.id in order else 0,
            full and option.id not in order,
        )
        for option in question.options
    ]


def after_ranking(question: Question, value: Any, key: str) -> list[str] | None:
    """Return the order after an option was touched."""
    order = list(value or [])
    if key in order:
        return [each for each in order if each != key] or None
    if question.at_most is not None and len(order) >= question.at_most:
        return order
    return [*order, key]


@QmlElement
class RankingViewModel(QObject):
    """The options of a ranking."""

    changed = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._options = Rows(RankedRow, self)
        self._at_most = 0

    @Property(QObject, constant=True)
    def options(self) -> QObject:
        """The options."""
        return self._options

    @Property(int, notify=changed)
    def atMost(self) -> int:  # noqa: N802 (QML's)
        """How many are ranked; 0 ranks all."""
        return self._at_most

    @Slot(str)
    def choose(self, key: str) -> None:
        """Rank an option next, or take it out."""
        visit = self._journey.place.visit
        question = None if visit is None else visits.current_question(visit)
        if visit is not None and question is not None:
            self._journey.answer(question.id, after_ranking(question, visit.answers.get(question.id), key))

    def refresh(self) -> None:
        """Read the journey anew."""
        visit = self._journey.place.visit
        question = None if visit is None else visits.current_question(visit)
        if visit is None or question is None or question.type != "ranking":
            self._options.show([])
            return
        self._options.show(ranked_rows(question, visit.answers.get(question.id), visit.language))
        self._at_most = question.at_most or 0
        self.changed.emit()
