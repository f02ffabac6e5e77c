"""The tests of the machine's parts: colours over the whole screen, every place of the glass, and a tone."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.staff.desk import StaffDesk
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

# What shows dead or stuck pixels, stains and uneven light; the last one is a grid, which shows what is bent.
COLOURS = ("#ffffff", "#000000", "#ff0000", "#00ff00", "#0000ff", "#808080", "grid")
# About a fingertip each on a lobby screen.
ACROSS, DOWN = 12, 20


@dataclass(frozen=True, slots=True)
class CellRow:
    """One place of the glass."""

    key: int
    is_touched: bool


def touched_cells(touched: frozenset[int], x: float, y: float, across: int, down: int) -> frozenset[int]:
    """Add the place at these shares (0 to 1) of the glass."""
    column, row = min(across - 1, max(0, int(x * across))), min(down - 1, max(0, int(y * down)))
    return touched | {row * across + column}


@QmlElement
class StaffTestsViewModel(QObject):
    """Which test is on, and how far it is."""

    changed = Signal()

    def __init__(self, desk: StaffDesk) -> None:
        super().__init__()
        self._desk = desk
        self._colour = -1
        self._touching = False
        self._touched: frozenset[int] = frozenset()
        self._told = ""
        self._cells = Rows(CellRow, self)

    @Property(str, notify=changed)
    def colour(self) -> str:
        """The colour of the whole screen, or “grid”; empty while the screen is not tested."""
        return COLOURS[self._colour] if self._colour >= 0 else ""

    @Property(bool, notify=changed)
    def touching(self) -> bool:
        """Whether the glass is tested."""
        return self._touching

    @Property(int, constant=True)
    def across(self) -> int:
        """How many places beside one another."""
        return ACROSS

    @Property(int, constant=True)
    def down(self) -> int:
        """How many places under one another."""
        return DOWN

    @Property(int, notify=changed)
    def untouched(self) -> int:
        """How many places were not touched yet."""
        return ACROSS * DOWN - len(self._touched)

    @Property(bool, notify=changed)
    def lowerDone(self) -> bool:  # noqa: N802 (QML's)
        """Whether every place of the lower half was touched: the way out moves there, off the upper one."""
        return set(range(ACROSS * DOWN // 2, ACROSS * DOWN)) <= self._touched

    @Property(QObject, constant=True)
    def cells(self) -> QObject:
        """The places of the glass."""
        return self._cells

    @Property(str, notify=changed)
    def told(self) -> str:
        """What came of the last test: screen, touched, missed, sounded, silent; empty before."""
        return self._told

    @Slot()
    def testScreen(self) -> None:  # noqa: N802 (QML's)
        """Begin with the first colour."""
        self._show(colour=0)

    @Slot()
    def nextColour(self) -> None:  # noqa: N802 (QML's)
        """Go on to the next colour; after the last one the test is over."""
        over = self._colour + 1 == len(COLOURS)
        self._show(colour=-1 if over else self._colour + 1, told="screen" if over else "")

    @Slot()
    def testTouch(self) -> None:  # noqa: N802 (QML's)
        """Begin with no place touched."""
        self._touched = frozenset()
        self._show(touching=True)

    @Slot(float, float)
    def touchAt(self, x: float, y: float) -> None:  # noqa: N802 (QML's)
        """The glass felt a finger at these shares of its width and height."""
        self._touched = touched_cells(self._touched, x, y, ACROSS, DOWN)
        done = len(self._touched) == ACROSS * DOWN
        self._show(touching=self._touching and not done, told="touched" if done else "")

    @Slot()
    def endTouch(self) -> None:  # noqa: N802 (QML's)
        """End before every place was touched."""
        self._show(told="missed")

    @Slot()
    def testSound(self) -> None:  # noqa: N802 (QML's)
        """Play a tone."""
        from ui.staff.sound import play_tone  # Qt's sound is loaded only where somebody wants to hear it

        self._show(told="sounded" if play_tone(self) else "silent")

    def refresh(self) -> None:
        """Read the desk anew: a test ends with the page."""
        if self._desk.staff is None:
            self._touched = frozenset()
            self._show()
        self.changed.emit()

    def _show(self, *, colour: int = -1, touching: bool = False, told: str = "") -> None:
        self._colour, self._touching, self._told = colour, touching, told
        cells = range(ACROSS * DOWN) if touching else ()
        self._cells.show([CellRow(cell, cell in self._touched) for cell in cells])
        self.changed.emit()
