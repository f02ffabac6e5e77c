"""A list for QML over frozen rows: what shows a row is kept, and only what changed in it is drawn again."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

_FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_TOP = QModelIndex()


class Rows(QAbstractListModel):
    """Shows frozen dataclasses of one type; a field `is_open` is the role `isOpen`."""

    def __init__(self, row_type: type, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = [field.name for field in fields(row_type)]
        self._rows: list[Any] = []

    def show(self, rows: Sequence[Any]) -> None:
        """Show these rows from now on."""
        before, after = self._rows, list(rows)
        if len(after) < len(before):
            self.beginRemoveRows(_TOP, len(after), len(before) - 1)
            self._rows = before[: len(after)]
            self.endRemoveRows()
        kept = len(self._rows)
        changed = [place for place in range(kept) if before[place] != after[place]]
        self._rows = after[:kept]
        for place in changed:
            self.dataChanged.emit(self.index(place), self.index(place))
        if len(after) > kept:
            self.beginInsertRows(_TOP, kept, len(after) - 1)
            self._rows = after
            self.endInsertRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's)
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _FIRST_ROLE) -> Any:
        """Return one field of one row."""
        place = role - _FIRST_ROLE
        if not index.isValid() or not 0 <= place < len(self._names):
            return None
        return getattr(self._rows[index.row()], self._names[place])

    def roleNames(self) -> dict[int, Any]:  # noqa: N802 (Qt's)
        """Return the roles by their names in QML."""
        return {_FIRST_ROLE + place: _camel(name).encode() for place, name in enumerate(self._names)}


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)
