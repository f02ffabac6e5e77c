"""A number, typed on a pad of digits."""

import re

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum import visits
from kiosk.forum.answers import answer_problem
from kiosk.forum.packs import Question
from ui.journey import Journey

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

MOST_DIGITS = 9


_TYPED = re.compile(r"-?(\d*|\d+\.\d*)")


def number_of(typed: str) -> int | float | None:
    """Return the number that was typed; None where nothing was."""
    return None if typed in ("", "-") else float(typed) if "." in typed else int(typed)


def may_be_negative(question: Question) -> bool:
    """Tell whether a number below zero is taken."""
    return question.minimum is None or question.minimum < 0


def bounds_words(question: Question) -> tuple[str, str]:
    """Return the lowest and highest number as text; empty where there is no bound."""
    return tuple("" if bound is None else f"{bound:,g}" for bound in (question.minimum, question.maximum))  # type: ignore[return-value]


@QmlElement
class NumberViewModel(QObject):
    """The number of one question, as digits."""

    changed = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._digits, self._low, self._high, self._fits = "", "", "", True
        self._whole, self._negative = True, False

    @Property(str, notify=changed)
    def digits(self) -> str:
        """What is typed so far."""
        return self._digits

    @Property(int, constant=True)
    def most(self) -> int:
        """The most digits."""
        return MOST_DIGITS

    @Property(str, notify=changed)
    def low(self) -> str:
        """The lowest number that is taken; may be empty."""
        return self._low

    @Property(str, notify=changed)
    def high(self) -> str:
        """The highest number that is taken; may be empty."""
        return self._high

    @Property(bool, notify=changed)
    def fits(self) -> bool:
        """Whether what is typed lies between them."""
        return self._fits

    @Property(bool, notify=changed)
    def whole(self) -> bool:
        """Whether only a whole number is taken."""
        return self._whole

    @Property(bool, notify=changed)
    def negative(self) -> bool:
        """Whether a number below zero is taken."""
        return self._negative

    @Slot(str)
    def type(self, digits: str) -> None:
        """Take the digits as they are now, with a point among them or a minus before them where the question allows."""
        question = self._question()
        if question is None or not _TYPED.fullmatch(digits):
            return
        if not (question.whole and "." in digits) and not (digits.startswith("-") and not may_be_negative(question)):
            self._digits = digits
            self._journey.answer(question.id, number_of(digits))

    def refresh(self) -> None:
        """Read the journey anew."""
        question, visit = self._question(), self._journey.place.visit
        if question is None or visit is None:
            self._digits = ""
        else:
            value = visit.answers.get(question.id)
            if value != number_of(self._digits):  # a point that was just typed changes no number, and stays
                self._digits = "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
            self._low, self._high = bounds_words(question)
            self._negative = may_be_negative(question)
            self._fits, self._whole = value is None or answer_problem(question, value) is None, question.whole
        self.changed.emit()

    def _question(self) -> Question | None:
        visit = self._journey.place.visit
        question = None if visit is None else visits.current_question(visit)
        return question if question is not None and question.type == "number" else None
