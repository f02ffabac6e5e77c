"""What the content pages do: what visitors are asked, from the next visit on; everything is logged with who did it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kiosk.forum.packs import Pack
from kiosk.forum.staffing import Deed
from kiosk.stick_packs import OnThisStick, packs_on
from kiosk.store import Store
from kiosk.usb_sticks import find_sticks
from ui.staff.state import Content, ContentDone, Page
from ui.staff.trouble import trouble_of

if TYPE_CHECKING:
    from ui.staff.desk import StaffDesk

# What takes each deed back.
_UNDO = {"closed": "opened", "opened": "closed", "rolled-back": "installed", "installed": "rolled-back"}


class ContentDesk:
    """Packs and activities."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def read(self) -> None:
        """Read what is in force."""
        self._desk.do(_in_force, lambda read: self._change(lambda content: read(content)), self._fail)

    def look_for_packs(self) -> None:
        """Look for packs, where other sticks are plugged in than before."""
        desk, staff = self._desk, self._desk.staff
        known = None if staff is None else staff.content.sticks

        def look(store: Store) -> tuple[tuple[str, ...], list[OnThisStick]] | None:
            sticks = find_sticks(desk.home, desk.roots.mounts, desk.roots.devices)
            devices = tuple(each.device for each in sticks)
            return None if devices == known else (devices, packs_on(store, sticks))

        def found(seen: tuple[tuple[str, ...], list[OnThisStick]] | None) -> None:
            if seen is not None:
                only = 0 if len(seen[1]) == 1 else -1
                self._change(lambda content: replace(content, sticks=seen[0], found=tuple(seen[1]), chosen=only))

        desk.do(look, found, self._fail)

    def look_at(self, place: int) -> None:
        """Look at one of the packs that were found; -1 looks at none."""
        self._change(lambda content: replace(content, chosen=place))

    def accept(self) -> None:
        """Install the pack that is looked at."""
        staff = self._desk.staff
        found = None if staff is None else staff.content.looked_at
        if found is not None and found.pack is not None and found.refused is None:
            pack = found.pack
            self._desk.turn_to(Page.CONTENT)
            self._act(
                "installed", pack.id, lambda store, by: _install(store, pack, by), undoable=found.shown is not None
            )

    def roll_back(self, pack_id: str) -> None:
        """Show the version before the present one."""
        self._act("rolled-back", pack_id, lambda store, by: _roll_back(store, pack_id, by))

    def switch(self, activity_id: str) -> None:
        """Close an activity that staff have not closed, or let it follow its days again."""
        staff = self._desk.staff
        if staff is not None:
            self._switch(activity_id, "opened" if activity_id in staff.content.closed else "closed")

    def undo(self) -> None:
        """Take back what was done last."""
        staff = self._desk.staff
        done = None if staff is None else staff.content.done
        if done is None or not done.undo:
            return
        if done.undo in ("opened", "closed"):
            self._switch(done.subject, done.undo)
        elif done.undo == "rolled-back":
            self.roll_back(done.subject)
        else:
            self._act("installed", done.subject, lambda store, by: _show_newest(store, done.subject, by))

    def _switch(self, activity_id: str, deed: str) -> None:
        def switch(store: Store, by: str) -> str:
            (store.content.open if deed == "opened" else store.content.close)(activity_id, by)
            return activity_id

        self._act(deed, activity_id, switch)

    def _act(self, deed: str, subject: str, task: Callable[[Store, str], str], *, undoable: bool = True) -> None:
        """Do something with the content and log what the task says; one thing at a time."""
        staff = self._desk.staff
        if staff is None or not staff.may(Deed.CONTENT) or staff.content.doing:
            return
        self._change(lambda content: replace(content, doing=True, done=None, trouble=None))

        def work(store: Store) -> Callable[[Content], Content]:
            store.staff.note(staff.account, f"content-{deed}", task(store, staff.account), datetime.now(UTC))
            return _in_force(store)

        def then(read: Callable[[Content], Content]) -> None:
            done = ContentDone(deed, subject, _UNDO[deed] if undoable else "")
            self._change(lambda content: replace(read(content), doing=False, done=done))

        self._desk.do(work, then, self._fail)

    def _fail(self, error: Exception) -> None:
        self._change(lambda content: replace(content, doing=False, trouble=trouble_of(error)))

    def _change(self, change: Callable[[Content], Content]) -> None:
        self._desk.change(lambda staff: replace(staff, content=change(staff.content)))


def _in_force(store: Store) -> Callable[[Content], Content]:
    in_force, closed = tuple(store.content.in_force()), store.content.closed()
    return lambda content: replace(content, in_force=in_force, closed=closed)


def _install(store: Store, pack: Pack, by: str) -> str:
    store.content.install(pack, by)
    return f"{pack.id} {pack.version}"


def _show_newest(store: Store, pack_id: str, by: str) -> str:
    return _install(store, next(each for each in store.content.newest() if each.id == pack_id), by)


def _roll_back(store: Store, pack_id: str, by: str) -> str:
    before, now = store.content.roll_back(pack_id, by)
    return f"{pack_id} {before} -> {now}"
