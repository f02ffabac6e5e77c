"""What the export page does: finding sticks, and writing the tally to one of them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kiosk.forum.staffing import Deed
from kiosk.stick_export import OnStick, export_to_stick
from kiosk.store import Store
from kiosk.usb_sticks import Stick, find_sticks
from ui.staff import state
from ui.staff.state import Period
from ui.staff.trouble import trouble_of

if TYPE_CHECKING:
    from ui.staff.desk import StaffDesk


class ExportDesk:
    """The tally to a USB stick."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk
        self._stop = threading.Event()

    def look_for_sticks(self) -> None:
        """Find the sticks that are plugged in."""

        def found(sticks: list[Stick]) -> None:
            if self._desk.staff is not None and not self._desk.staff.export.stage:
                self._change(lambda export: state.with_sticks(export, tuple(sticks)))

        desk = self._desk
        desk.backroom.do(
            lambda: find_sticks(desk.home, desk.roots.mounts, desk.roots.devices), found, desk.tell_trouble
        )

    def choose_period(self, period: Period) -> None:
        """Choose the days to export."""
        self._change(lambda export: replace(export, period=period, done=None, trouble=None))

    def choose_stick(self, device: str) -> None:
        """Choose the stick to write to."""
        self._change(lambda export: replace(export, chosen=device, done=None, trouble=None))

    def start(self) -> None:
        """Write the tally of the chosen days to the chosen stick."""
        staff = self._desk.staff
        stick = None if staff is None else staff.export.stick
        if staff is None or stick is None or not staff.may(Deed.TALLY) or not state.can_export(staff.export):
            return
        days = state.days_of(staff.export.period, self._desk.journey.today())
        self._stop.clear()
        self._change(lambda export: replace(export, stage="counting", share=0.0, done=None, trouble=None))

        def task(store: Store) -> OnStick:
            done = export_to_stick(store, stick, *days, tell=self._tell, stopped=self._stop.is_set)
            store.staff.note(staff.account, "exported", done.folder, datetime.now(UTC))
            return done

        self._desk.do(task, self._on_done, self._on_not_done)

    def stop(self) -> None:
        """Stop the export; nothing of it is left on the stick."""
        self._stop.set()

    def _tell(self, stage: str, share: float) -> None:
        self._desk.backroom.tell(self._on_told, (stage, share))

    def _on_told(self, told: tuple[str, float]) -> None:
        self._change(lambda export: replace(export, stage=told[0], share=told[1]) if export.stage else export)

    def _on_done(self, done: OnStick) -> None:
        self._change(lambda export: replace(export, stage="", done=done))

    def _on_not_done(self, error: Exception) -> None:
        self._change(lambda export: replace(export, stage="", trouble=trouble_of(error)))

    def _change(self, change: Callable[[state.Export], state.Export]) -> None:
        self._desk.change(lambda staff: replace(staff, export=change(staff.export)))
