"""Contests (공모): what packs announce, what came in, and what the ministry has recorded so far."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from kiosk.forum.packs import Activity
from kiosk.forum.seoul import seoul_day
from sync.central.review.contest_clock import (
    ContestEvent,
    ContestState,
    contest_apply,
    contest_event,
    contest_fold,
    contest_record,
)
from sync.central.review.contests import Phase
from sync.central.review.proposal import Stage
from sync.central.store import contests as store
from sync.central.store import devices
from sync.central.store.access import Access, note_access
from sync.central.store.contests import ContestMoved, Entry, StoredStep
from sync.central.store.database import Database
from sync.central.store.packs import PackShelf, newest_packs

# What the ministry need not score: another body has it, an earlier filing says the same, or it was taken back.
_OUT = frozenset({Stage.WITHDRAWN, Stage.LINKED, Stage.TRANSFERRED, Stage.CLOSED})
_TRIES = 5


@dataclass(frozen=True, slots=True)
class ContestFile:
    """One contest: its announcement, everything that came in for it, its events and what they add up to."""

    activity: Activity
    entries: tuple[Entry, ...]
    steps: tuple[StoredStep, ...]
    state: ContestState

    @property
    def to_score(self) -> tuple[str, ...]:
        """The entries that a first round would have."""
        return tuple(each.proposal_id for each in self.entries if each.stage not in _OUT)

    def entry(self, proposal_id: str) -> Entry | None:
        """Return one entry."""
        return next((each for each in self.entries if each.proposal_id == proposal_id), None)


def calls(connection: Connection, shelf: PackShelf) -> dict[str, Activity]:
    """Return every call that some kiosk's newest packs have, by id; the newest version of each."""
    found: dict[str, tuple[int, Activity]] = {}
    for device in devices.every_device(connection):
        for pack in newest_packs(connection, shelf, device.no):
            for activity in pack.every_activity():
                if activity.kind == "call" and found.get(activity.id, (0, activity))[0] <= pack.version:
                    found[activity.id] = (pack.version, activity)
    return {activity_id: activity for activity_id, (_, activity) in found.items()}


def phase_of(activity: Activity, today: date) -> Phase:
    """Return where a call's period stands; one without a last day stays open."""
    if activity.opens and today < activity.opens:
        return Phase.ANNOUNCED
    return Phase.UNDER_REVIEW if activity.closes and today > activity.closes else Phase.OPEN


def contest_file(connection: Connection, shelf: PackShelf, activity_id: str) -> ContestFile | None:
    """Return one contest, or None where no pack announces it."""
    activity = calls(connection, shelf).get(activity_id)
    return file_of(connection, activity) if activity else None


def record_step(
    database: Database,
    activity: Activity,
    make: Callable[[ContestFile], ContestEvent],
    staff: str,
    now: datetime,
) -> None:
    """Record what `make` says of a contest as it stands at that moment; durable when this returns.

    Raises ContestRefused or ContestMoved with nothing changed. Two of a jury who score at once do not meet: the
    database's key decides who comes first, and the other is recorded after.
    """
    for left in reversed(range(_TRIES)):
        try:
            with database.writing() as connection:
                found = file_of(connection, activity)
                event = make(found)
                contest_apply(found.state, event, seoul_day(now))
                step = StoredStep(len(found.steps) + 1, event.on, event.kind, contest_record(event), staff, now)
                store.add_step(connection, activity.id, step)
                note_access(connection, Access(now, staff, f"contest {event.kind}"[:32], None, activity.id))
            return
        except ContestMoved:
            if not left:
                raise


def file_of(connection: Connection, activity: Activity) -> ContestFile:
    """Return the contest that a call announces."""
    entries = store.entries_of(connection, activity.id, activity.closes or date.max)
    steps = store.steps_of(connection, activity.id)
    gone = frozenset(each.proposal_id for each in entries if each.stage == Stage.WITHDRAWN)
    state = contest_fold((contest_event(each.record) for each in steps), gone)
    return ContestFile(activity, tuple(entries), tuple(steps), state)
