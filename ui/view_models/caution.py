"""What a text seems to betray of its writer: shown before it is sent, for the visitor to decide on."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum import caution, visits
from kiosk.forum.packs import words_in
from ui import words
from ui.journey import Journey
from ui.navigation import Place, Screen
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class SightingRow:
    """One find: what it looks like, and the find between the words around it."""

    kind_words: str
    before: str
    found: str
    after: str


def sighting_rows(place: Place) -> list[SightingRow]:
    """Return what the open text betrays."""
    visit = place.visit
    if visit is None or visit.at is None or place.screen is not Screen.CAUTION:
        return []
    found = caution.sightings(str(visit.answers.get(visit.at, "")))
    return [SightingRow(words.found_words(each.kind), each.before, each.text, each.after) for each in found]


@QmlElement
class CautionViewModel(QObject):
    """What is pointed out, and what to do about it."""

    changed = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._rows = Rows(SightingRow, self)
        self._question = ""

    @Property(QObject, constant=True)
    def sightings(self) -> QObject:
        """What was found."""
        return self._rows

    @Property(str, notify=changed)
    def question(self) -> str:
        """The question whose text it is."""
        return self._question

    @Slot()
    def erase(self) -> None:
        """Erase it and go on."""
        self._journey.erase_from_text()

    @Slot()
    def leave(self) -> None:
        """Leave the text as it is and go on."""
        self._journey.leave_as_is()

    @Slot()
    def goBack(self) -> None:  # noqa: N802 (QML's)
        """Mend the text oneself."""
        self._journey.go_back()

    def refresh(self) -> None:
        """Read the journey anew."""
        place = self._journey.place
        self._rows.show(sighting_rows(place))
        question = None if place.visit is None else visits.current_question(place.visit)
        self._question = (
            "" if question is None or place.visit is None else words_in(question.label, place.visit.language)
        )
        self.changed.emit()
