"""The packs of a store, which version of each is shown, and which activities staff have closed."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, func, insert, select

from kiosk.forum.errors import ForumError
from kiosk.forum.packs import Activity, Pack, pack_from_bytes
from kiosk.forum.seoul import utc_text
from kiosk.store import tables as t
from kiosk.store.part import StorePart

What = Literal["rolled back", "shown newest", "closed", "opened"]
_NEWEST = (
    select(t.pack.c.pack_id, func.max(t.pack.c.version))
    .group_by(t.pack.c.pack_id)
    .order_by(func.min(t.pack.c.installed_at), t.pack.c.pack_id)
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What staff decided, when (RFC 3339 in UTC) and by whom; `subject` is a pack or an activity."""

    at: str
    by: str
    what: What
    subject: str
    shown: int | None = None
    newest: int | None = None


@dataclass(frozen=True, slots=True)
class InForce:
    """A pack that visitors see: since when it is here (RFC 3339 in UTC), and the versions around it.

    `before` is the version that a roll-back would show; `newest` is another one where it was rolled back.
    """

    pack: Pack
    installed_at: str
    before: int | None
    newest: int


class PackRefused(ForumError):
    """A pack may not replace what is here: `why` is “older”, “same-version” or “activity-elsewhere”.

    `here` is the version that is here, or the pack that has the activity `activity` already.
    """

    def __init__(self, why: str, here: str, sentence: str, activity: str = "") -> None:
        self.why, self.here, self.activity = why, here, activity
        super().__init__(sentence)


class Content(StorePart):
    """One store's packs."""

    def __init__(
        self,
        connection: Connection,
        reading: Callable[[], AbstractContextManager[None]],
        writing: Callable[[], AbstractContextManager[Connection]],
    ) -> None:
        super().__init__(connection, reading, writing)
        self._packs: dict[tuple[str, int], Pack] = {}

    def install(self, pack: Pack, by: str = "") -> bool:
        """Install a pack; False where this very version is shown. Raises ForumError where it may not replace.

        The newest version, installed once more after a roll-back, is shown again.
        """
        known = self.check(pack)
        if known is not None:
            return self._show_newest(known, by)
        at = utc_text(datetime.now(UTC))
        with self._writing() as connection:
            connection.execute(
                insert(t.pack).values(
                    pack_id=pack.id, version=pack.version, canonical=pack.canonical(), installed_at=at
                )
            )
        return True

    def check(self, pack: Pack) -> Pack | None:
        """Tell whether a pack could be installed: return it where it is here already, raise PackRefused if not."""
        for other in self.newest():
            if other.id == pack.id:
                if other.version == pack.version and other.canonical() == pack.canonical():
                    return other
                if pack.version <= other.version:
                    raise PackRefused(
                        "older" if pack.version < other.version else "same-version",
                        str(other.version),
                        f"The pack “{pack.id}” is installed as version {other.version}; version {pack.version} does "
                        f"not replace it, and nothing was changed. Give the changed pack version {other.version + 1}.",
                    )
            elif clash := {a.id for a in other.activities} & {a.id for a in pack.activities}:
                raise PackRefused(
                    "activity-elsewhere",
                    other.id,
                    f"The activity “{min(clash)}” is in the installed pack “{other.id}” already; nothing was changed. "
                    "Give the activity another id.",
                    min(clash),
                )
        return None

    def in_force(self) -> list[InForce]:
        """Return what visitors see, and what a roll-back would show."""
        newest = {each.id: each.version for each in self.newest()}
        return [InForce(pack, self._installed_at(pack), self._before(pack), newest[pack.id]) for pack in self.shown()]

    def newest(self) -> list[Pack]:
        """Return the newest version of each pack, in the order in which the packs first came."""
        with self._reading():
            rows = self._connection.execute(_NEWEST).all()
        return [found for pack_id, version in rows if (found := self.pack(pack_id, version))]

    def shown(self) -> list[Pack]:
        """Return the version of each pack that visitors see, in the order in which the packs first came."""
        rolled_back = {
            (each.subject, each.newest): each.shown
            for each in self._last_of("rolled back", "shown newest")
            if each.what == "rolled back"
        }
        return [
            self.pack(each.id, rolled_back.get((each.id, each.version)) or each.version) or each
            for each in self.newest()
        ]

    def pack(self, pack_id: str, version: int) -> Pack | None:
        """Return one version of a pack."""
        if (pack_id, version) not in self._packs:
            with self._reading():
                canonical = self._connection.execute(
                    select(t.pack.c.canonical).where(t.pack.c.pack_id == pack_id, t.pack.c.version == version)
                ).scalar_one_or_none()
            if canonical is None:
                return None
            self._packs[pack_id, version] = pack_from_bytes(canonical)
        return self._packs[pack_id, version]

    def activity(self, activity_id: str) -> tuple[Pack, Activity] | None:
        """Return an activity of the packs that are shown, and its pack."""
        for pack in self.shown():
            if activity := pack.activity(activity_id):
                return pack, activity
        return None

    def roll_back(self, pack_id: str, by: str) -> tuple[int, int]:
        """Show the version before the one that is shown, until a newer one comes; return (before, now)."""
        shown = next((each for each in self.shown() if each.id == pack_id), None)
        if shown is None:
            known = ", ".join(each.id for each in self.newest()) or "none"
            raise ForumError(
                f"There is no pack “{pack_id}” on this kiosk; installed are: {known}. Nothing was changed."
            )
        before = self._before(shown)
        if before is None:
            raise ForumError(f"Version {shown.version} of “{pack_id}” is the first here; nothing was changed.")
        newest = next(each.version for each in self.newest() if each.id == pack_id)
        self._decide("rolled back", pack_id, by, shown=before, newest=newest)
        return shown.version, before

    def close(self, activity_id: str, by: str) -> bool:
        """Close an activity until it is opened again; False where it was closed already."""
        return self._switch(activity_id, by, "closed")

    def open(self, activity_id: str, by: str) -> bool:
        """Let an activity follow the days of its pack again; False where it did."""
        return self._switch(activity_id, by, "opened")

    def closed(self) -> frozenset[str]:
        """Return the activities that staff have closed."""
        return frozenset(each.subject for each in self._last_of("closed", "opened") if each.what == "closed")

    def decisions(self) -> list[Decision]:
        """Return everything that was decided, the first first."""
        c = t.content_decision.c
        query = select(c.at, c.by, c.what, c.subject, c.shown, c.newest).order_by(c.id)
        with self._reading():
            return [Decision(*row) for row in self._connection.execute(query)]

    def _before(self, pack: Pack) -> int | None:
        c = t.pack.c
        query = select(func.max(c.version)).where(c.pack_id == pack.id, c.version < pack.version)
        with self._reading():
            before: int | None = self._connection.execute(query).scalar_one()
        return before

    def _installed_at(self, pack: Pack) -> str:
        c = t.pack.c
        query = select(c.installed_at).where(c.pack_id == pack.id, c.version == pack.version)
        with self._reading():
            at: str = self._connection.execute(query).scalar_one()
        return at

    def _switch(self, activity_id: str, by: str, what: What) -> bool:
        if self.activity(activity_id) is None:
            known = ", ".join(activity.id for pack in self.shown() for activity in pack.activities) or "none"
            raise ForumError(f"There is no activity “{activity_id}” here; there are: {known}. Nothing was changed.")
        if (activity_id in self.closed()) == (what == "closed"):
            return False
        self._decide(what, activity_id, by)
        return True

    def _show_newest(self, pack: Pack, by: str) -> bool:
        if any(each.id == pack.id and each.version == pack.version for each in self.shown()):
            return False
        self._decide("shown newest", pack.id, by, shown=pack.version, newest=pack.version)
        return True

    def _decide(self, what: What, subject: str, by: str, **versions: int) -> None:
        at = utc_text(datetime.now(UTC))
        with self._writing() as connection:
            connection.execute(insert(t.content_decision).values(at=at, by=by, what=what, subject=subject, **versions))

    def _last_of(self, *kinds: What) -> list[Decision]:
        """Return the last decision of these kinds about each subject."""
        return list({each.subject: each for each in self.decisions() if each.what in kinds}.values())
