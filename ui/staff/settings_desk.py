"""What the page of settings does: `kiosk.toml` is read, changed as a whole, and put back; the store logs who did it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from kiosk.forum.staffing import Deed
from kiosk.settings import ByStaff, by_staff, read_settings
from kiosk.store import Store
from ui.staff import settings_state
from ui.staff.settings_state import Settings
from ui.staff.trouble import Trouble

if TYPE_CHECKING:
    from kiosk.settings_changes import Rewritten
    from ui.staff.desk import StaffDesk

_Result = TypeVar("_Result")


class SettingsDesk:
    """The kiosk's settings, as far as staff change them here."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def read(self) -> None:
        """Read what the file says."""
        home = self._desk.home

        def then(kept: ByStaff) -> None:
            self.change(lambda settings: settings_state.read(settings, kept))

        self._desk.do(lambda _store: by_staff(read_settings(home)), then, self._fail)

    def change(self, change: Callable[[Settings], Settings]) -> None:
        """Change what is wanted; nothing is written yet."""
        self._desk.change(lambda staff: replace(staff, settings=change(staff.settings)))

    def save(self) -> None:
        """Write what was changed."""
        staff = self._desk.staff
        if staff is None or not settings_state.is_changed(staff.settings):
            return
        home, kept, wanted = self._desk.home, staff.settings.kept, staff.settings.wanted

        def save(store: Store, by: str) -> Rewritten:
            from kiosk.settings_changes import change_settings, differences

            rewritten = change_settings(home, wanted)
            store.staff.note(by, "settings", "" if kept is None else differences(kept, wanted), datetime.now(UTC))
            return rewritten

        self._act(save, lambda settings, rewritten: replace(settings, done="saved", rewritten=rewritten))

    def undo(self) -> None:
        """Put the file back as it was before what was saved last."""
        staff = self._desk.staff
        if staff is None or staff.settings.rewritten is None:
            return
        home, rewritten = self._desk.home, staff.settings.rewritten

        def undo(store: Store, by: str) -> None:
            from kiosk.settings_changes import put_back

            put_back(home, rewritten)
            store.staff.note(by, "settings-undone", "", datetime.now(UTC))

        self._act(undo, lambda settings, _nothing: replace(settings, done="undone", rewritten=None))

    def _act(self, task: Callable[[Store, str], _Result], done: Callable[[Settings, _Result], Settings]) -> None:
        """Do something with the file, where the role may; one thing at a time."""
        staff = self._desk.staff
        if staff is None or not staff.may(Deed.SETTINGS) or staff.settings.doing:
            return
        home = self._desk.home
        self.change(lambda settings: replace(settings, doing=True, done="", trouble=None))

        def work(store: Store) -> tuple[_Result, ByStaff]:
            result = task(store, staff.account)
            return result, by_staff(read_settings(home))

        def then(did: tuple[_Result, ByStaff]) -> None:
            self.change(lambda settings: done(settings_state.read(settings, did[1]), did[0]))
            self._desk.settings_changed.emit()

        self._desk.do(work, then, self._fail)

    def _fail(self, error: Exception) -> None:
        """Whatever is wrong with the file, it stays as it is, and so does what is wanted."""
        trouble = Trouble("settings", sentence=str(error))
        self.change(lambda settings: replace(settings, doing=False, trouble=trouble))
