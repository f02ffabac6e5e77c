"""Choosing one option, or several."""

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
class OptionRow:
    """One option; `is_full` says that no more may be chosen."""

    key: str
    label: str
    is_chosen: bool
    is_full: bool


def chosen_keys(value: Any) -> list[str]:
    """Return the options of an answer, one or several."""
    return [value] if isinstance(value, str) else list(value or [])


def option_rows(question: Question, value: Any, language: str) -> list[OptionRow]:
    """Return the options as they are shown."""
    chosen = chosen_keys(value)
    full = question.type == "multiple" and question.at_most is not None and len(chosen) >= question.at_most
    return [
        OptionRow(option.id, words_in(option.label, language), option.id in chosen, full and option.id not in chosen)
        for option in question.options
    ]


def after_choosing(question: Question, value: Any, key: str) -> str | list[str] | None:
    """Return the answer after an option was touched: one is taken, several are taken and given back."""
    if question.type == "single":
        return key
    chosen = chosen_keys(value)
    if key in chosen:
        return [each for each in chosen if each != key] or None
    if question.at_most is not None and len(chosen) >= question.at_most:
        return chosen
    order = [option.id for option in question.options]
    return sorted([*chosen, key], key=order.index)


@QmlElement
class ChoiceViewModel(QObject):
    """The options of a single or multiple question."""

    changed = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._options = Rows(OptionRow, self)
        self._several, self._at_most = False, 0

    @Property(QObject, constant=True)
    def options(self) -> QObject:
        """The options."""
        return self._options

    @Property(bool, notify=changed)
    def several(self) -> bool:
        """Whether more than one may be chosen."""
        return self._several

    @Property(int, notify=changed)
    def atMost(self) -> int:  # noqa: N802 (QML's)
        """How many may be chosen; 0 has no limit."""
        return self._at_most

    @Slot(str)
    def choose(self, key: str) -> None:
        """Take an option, or give it back."""
        visit = self._journey.place.visit
        question = None if visit is None else visits.current_question(visit)
        if visit is not None and question is not None:
            self._journey.answer(question.id, after_choosing(question, visit.answers.get(question.id), key))

    def refresh(self) -> None:
        """Read the journey anew."""
        visit = self._journey.place.visit
        question = None if visit is None else visits.current_question(visit)
        if visit is None or question is None or question.type not in ("single", "multiple"):
            self._options.show([])
            return
        self._options.show(option_rows(question, visit.answers.get(question.id), visit.language))
        self._several, self._at_most = question.type == "multiple", question.at_most or 0
        self.changed.emit()
