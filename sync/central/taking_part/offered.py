"""What can be taken part in from home: the activities of the packs that the ministry has published to its kiosks."""

from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock

from kiosk.forum.packs import Activity, Pack, pack_from_bytes
from sync.central.store.database import Database
from sync.central.store.offered_packs import offer, offered_bytes

_MOST_KEPT = 32


@dataclass(frozen=True, slots=True)
class Offered:
    """An activity and the pack that it comes from."""

    pack: Pack
    activity: Activity


class OfferedPacks:
    """The published packs of one database, each parsed once; usable from many threads."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = Lock()
        self._parsed: dict[tuple[str, int], Pack] = {}

    def newest(self) -> list[Offered]:
        """Return every activity of the newest version of each published pack, open or not, in the packs' order."""
        with self._database.reading() as connection:
            places = [(each.id, each.version) for each in offer(connection, datetime.now(UTC)).packs]
        packs = [pack for place in places if (pack := self._pack(*place))]
        return [Offered(pack, activity) for pack in packs for activity in pack.every_activity()]

    def find(self, activity_id: str) -> Offered | None:
        """Return an activity as it is offered now."""
        return next((each for each in self.newest() if each.activity.id == activity_id), None)

    def as_begun(self, pack_id: str, version: int, activity_id: str) -> Offered | None:
        """Return an activity with the very words that a visit was begun in: a published version stays for good."""
        pack = self._pack(pack_id, version)
        activity = pack.activity(activity_id) if pack else None
        return Offered(pack, activity) if pack and activity else None

    def _pack(self, pack_id: str, version: int) -> Pack | None:
        # What was published under a version never changes, so its place is as good as its content.
        place = (pack_id, version)
        pack = self._parsed.get(place)
        if pack is None:
            with self._database.reading() as connection:
                canonical = offered_bytes(connection, *place, datetime.now(UTC))
            if canonical is None:
                return None
            pack = pack_from_bytes(canonical)
            with self._lock:
                if len(self._parsed) >= _MOST_KEPT:
                    self._parsed.clear()
                self._parsed[place] = pack
        return pack
