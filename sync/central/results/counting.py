"""Counting people's answers to each activity in one pass over the records, by the tally's own rules."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from kiosk.forum.packs import Activity, Pack
from kiosk.forum.seoul import seoul_day_of_text
from kiosk.forum.tallies import Cell, counted_cells
from sync.central.ingest.examine import UNREADABLE
from sync.central.store import devices
from sync.central.store.database import Database
from sync.central.store.packs import PackShelf
from sync.central.store.showing import records_page

# So many different answers to one activity are remembered; a poll has few.
_REMEMBERED = 2_000
_PAGE = 2_000
# What counting can raise for a payload that no kiosk of ours writes.
_UNCOUNTABLE = (KeyError, TypeError, ValueError, AttributeError, ArithmeticError)


@dataclass(slots=True)
class ActivityCounts:
    """What was counted of one activity; its words are those of the newest pack that any kiosk sent."""

    pack: Pack
    activity: Activity
    submissions: int = 0
    days: set[str] = field(default_factory=set)
    cells: Counter[Cell] = field(default_factory=Counter)
    answered: Counter[str] = field(default_factory=Counter)
    channels: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)


def count_activities(database: Database, shelf: PackShelf, through: date) -> dict[str, ActivityCounts]:
    """Count every activity's submissions through a day in Seoul, included; one whose pack never came is left out."""
    found: dict[str, ActivityCounts] = {}
    with database.reading() as connection:
        packs_of = {each.no: shelf.every_pack_of(connection, each.no) for each in devices.every_device(connection)}
    for packs in packs_of.values():
        for pack in packs.values():
            for activity in pack.every_activity():
                known = found.get(activity.id)
                if known is None or pack.version > known.pack.version:
                    found[activity.id] = ActivityCounts(pack, activity)
    counters = {number: _Counter(packs, found) for number, packs in packs_of.items()}
    after = 0
    while True:
        # A page at a time: no kiosk waits for a long look at the records.
        with database.reading() as connection:
            page = records_page(connection, after, through, _PAGE)
        for record in page:
            if record.held != UNREADABLE and record.device_no in counters:
                counters[record.device_no].add(json.loads(record.payload))
        if len(page) < _PAGE:
            return found
        after = page[-1].entry


class _Counter:
    """Counts one kiosk's records with the packs that this kiosk sent; the same answers are worked out once."""

    def __init__(self, packs: Mapping[tuple[str, int], Pack], found: Mapping[str, ActivityCounts]) -> None:
        self._packs = packs
        self._found = found
        self._day = lru_cache(maxsize=4096)(seoul_day_of_text)
        self._known: dict[tuple[str, int, str], dict[str, tuple[list[Cell], set[str]]]] = {}

    def add(self, content: Mapping[str, Any]) -> None:
        """Count one record, or leave it out where it holds what no kiosk of ours writes."""
        try:
            key = (content["pack"], content["pack_version"], content["activity"])
            pack = self._packs.get(key[:2])
            activity = pack.activity(key[2]) if pack else None
            if activity is None:
                return
            cells, answered = self._cells(key, activity, content["answers"])
            day = self._day(content["recorded_at"])
        except _UNCOUNTABLE:
            return
        counts = self._found[activity.id]
        counts.submissions += 1
        counts.days.add(day)
        counts.cells.update(cells)
        counts.answered.update(answered)
        counts.channels[content["channel"]] += 1
        counts.languages[content["language"]] += 1

    def _cells(
        self, key: tuple[str, int, str], activity: Activity, answers: Mapping[str, Any]
    ) -> tuple[list[Cell], set[str]]:
        known = self._known.setdefault(key, {})
        said = repr(answers)
        found = known.get(said)
        if found is None:
            cells = counted_cells(activity, answers)
            found = cells, {question for question, option in cells[1:] if option != "skipped"}
            if len(known) < _REMEMBERED:
                known[said] = found
        return found
