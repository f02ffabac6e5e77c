"""What the page of paper cards does: typing one in on the visitor's own screens, and taking the last one back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from kiosk.forum.errors import ForumError
from kiosk.forum.staffing import Deed
from kiosk.store import Store
from ui.staff import state
from ui.staff.state import Cards
from ui.staff.trouble import trouble_of

if TYPE_CHECKING:
    from ui.staff.desk import StaffDesk


class CardsDesk:
    """Paper cards."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk
        self._second = QTimer(desk, interval=1000)
        self._second.timeout.connect(self._count_down)
        desk.journey.card_left.connect(self.read)

    def read(self) -> None:
        """Count the cards of today."""
        today = self._desk.journey.today()
        self._desk.do(lambda store: store.staff.cards_entered(today), self._on_counted, self._fail)
        staff = self._desk.staff
        if staff is not None and staff.cards.undo_seconds:
            self._second.start()

    def turn_day(self, days: int) -> None:
        """Say that the next card is of so many days later or earlier."""
        self._desk.change(lambda staff: state.with_card_day(staff, days, self._desk.journey.today()))

    def choose_language(self, language: str) -> None:
        """Say in which language the next card is written."""
        self._desk.change(lambda staff: replace(staff, cards=replace(staff.cards, language=language)))

    def begin(self, activity_id: str) -> None:
        """Type in a card of an activity."""
        staff = self._desk.staff
        if staff is not None and staff.may(Deed.CARDS):
            self._second.stop()
            self._desk.change(lambda now: replace(now, cards=replace(now.cards, last=None, undo_seconds=0)))
            self._desk.journey.enter_card(activity_id, staff.cards.language or self._desk.journey.language)

    def undo(self) -> None:
        """Take back the card that was entered last; nothing of it stays."""
        staff = self._desk.staff
        if staff is None or staff.cards.last is None or not staff.cards.undo_seconds or not staff.may(Deed.CARDS):
            return
        receipt_id, by = staff.cards.last.receipt_id, staff.account
        today = self._desk.journey.today()
        self._second.stop()
        self._desk.change(lambda now: replace(now, cards=replace(now.cards, undo_seconds=0)))

        def task(store: Store) -> int:
            if not store.withdraw(receipt_id, datetime.now(UTC), card_of=by):
                raise ForumError("The store does not hold this card; nothing was changed.")
            return store.staff.cards_entered(today)

        def then(entered: int) -> None:
            self._desk.change(lambda now: replace(now, cards=replace(now.cards, undone=True, entered=entered)))

        self._desk.do(task, then, self._fail)

    def _count_down(self) -> None:
        def later(cards: Cards) -> Cards:
            return replace(cards, undo_seconds=max(0, cards.undo_seconds - 1))

        self._desk.change(lambda staff: replace(staff, cards=later(staff.cards)))
        if self._desk.staff is None or not self._desk.staff.cards.undo_seconds:
            self._second.stop()

    def _on_counted(self, entered: int) -> None:
        self._desk.change(lambda staff: replace(staff, cards=replace(staff.cards, entered=entered)))

    def _fail(self, error: Exception) -> None:
        self._desk.change(lambda staff: replace(staff, cards=replace(staff.cards, trouble=trouble_of(error))))
