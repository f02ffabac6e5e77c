"""One field of a contact: written here, sealed after the last one, and never shown back."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum.consent_words import CONSENT_WORDS
from ui import closing
from ui.closing import CONTACT_FIELDS, Closing, Step
from ui.journey import Journey

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_MOST = {Step.NAME: 60, Step.PHONE: 20, Step.EMAIL: 254}


@dataclass(frozen=True, slots=True)
class ContactState:
    """The open field; `problem` says what is wrong with it."""

    kind: str = ""
    place: int = 1
    label: str = ""
    optional: str = ""
    sealed: str = ""
    problem: str = ""
    most: int = 60
    empty: bool = True


def contact_state(said: Closing, language: str) -> ContactState:
    """Return what is shown of the open field."""
    if said.at not in CONTACT_FIELDS:
        return ContactState()
    spoken = CONSENT_WORDS.get(language, CONSENT_WORDS["en"])
    return ContactState(
        kind=said.at.value,
        place=CONTACT_FIELDS.index(said.at) + 1,
        label={Step.NAME: spoken.name, Step.PHONE: spoken.phone, Step.EMAIL: spoken.email}[said.at],
        optional=spoken.optional,
        sealed=spoken.sealed,
        problem=" ".join(spoken.problems[each] for each in said.problems),
        most=_MOST[said.at],
        empty=not closing.written(said).strip(),
    )


@QmlElement
class ContactViewModel(QObject):
    """The field of a contact that stands open."""

    changed = Signal()
    problemFound = Signal()  # noqa: N815 (QML's) the field has to be mended: it is written in again

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._state = ContactState()

    @Property(str, notify=changed)
    def kind(self) -> str:
        """Which field: name, phone or email."""
        return self._state.kind

    @Property(int, notify=changed)
    def place(self) -> int:
        """Which field this is, from 1."""
        return self._state.place

    @Property(int, constant=True)
    def total(self) -> int:
        """How many fields there are."""
        return len(CONTACT_FIELDS)

    @Property(str, notify=changed)
    def label(self) -> str:
        """What is written here."""
        return self._state.label

    @Property(str, notify=changed)
    def optional(self) -> str:
        """That it need not be written."""
        return self._state.optional

    @Property(str, notify=changed)
    def sealed(self) -> str:
        """What happens with it."""
        return self._state.sealed

    @Property(str, notify=changed)
    def problem(self) -> str:
        """What is wrong with it; may be empty."""
        return self._state.problem

    @Property(int, notify=changed)
    def most(self) -> int:
        """The most characters."""
        return self._state.most

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """Whether nothing is written."""
        return self._state.empty

    @Property(str, notify=changed)
    def initial(self) -> str:
        """What was written before the field was opened again, as long as it is not sealed."""
        return closing.written(self._journey.place.closing)

    @Slot(str, str)
    def write(self, text: str, composing: str) -> None:
        """Keep what is written; what is still `composing` counts as written."""
        self._journey.close(lambda said: closing.wrote(said, (text + composing)[: self._state.most]))

    @Slot()
    def goOn(self) -> None:  # noqa: N802 (QML's)
        """Go to the next field; after the last one all are sealed."""
        self._journey.go_on()

    @Slot()
    def goBack(self) -> None:  # noqa: N802 (QML's)
        """Go to the field before."""
        self._journey.go_back()

    @Slot()
    def leaveOut(self) -> None:  # noqa: N802 (QML's)
        """Submit without any contact."""
        if self._journey.has_settled():
            self._journey.close(closing.without_contact)

    def refresh(self) -> None:
        """Read the journey anew."""
        place = self._journey.place
        state = ContactState() if place.visit is None else contact_state(place.closing, place.visit.language)
        if state == self._state:
            return
        mend = state.problem != "" and not self._state.problem
        self._state = state
        self.changed.emit()
        if mend:
            self.problemFound.emit()
