"""Packs before they are published: checked, compared with what is in force, with other days, or brought back."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import Connection

from kiosk.forum.errors import PackRejected
from kiosk.forum.packs import Pack, pack_from_bytes, read_pack
from kiosk.pack_files import read_pack_bytes
from sync.central.store.offered_packs import (
    OfferedVersion,
    PackNotOffered,
    check_offer,
    offered_bytes,
    versions_of,
)
from sync.protocol.messages import MOST_PACK_BYTES

FILE = "pack"


@dataclass(frozen=True, slots=True)
class Standing:
    """One pack as it is published: every version, newest first; which one is in force, and which one is planned."""

    pack_id: str
    versions: tuple[OfferedVersion, ...]
    in_force: OfferedVersion | None
    planned: OfferedVersion | None

    @property
    def next_version(self) -> int:
        """The smallest version that may be published next."""
        return self.versions[0].version + 1


def standings(connection: Connection, at: datetime) -> list[Standing]:
    """Return every pack that is published or planned, by name."""
    found: dict[str, list[OfferedVersion]] = {}
    for each in versions_of(connection):
        found.setdefault(each.pack_id, []).append(each)
    return [_standing(pack_id, versions, at) for pack_id, versions in found.items()]


def standing(connection: Connection, pack_id: str, at: datetime) -> Standing | None:
    """Return one pack as it is published, or None where it never was."""
    versions = versions_of(connection, pack_id)
    return _standing(pack_id, versions, at) if versions else None


def checked_file(content: bytes) -> Pack:
    """Return the pack of an uploaded file; raises PackRejected with one sentence for each fault."""
    pack = read_pack_bytes(content, FILE)
    if len(pack.canonical()) > MOST_PACK_BYTES:
        raise PackRejected([f"{FILE}: is larger than the {MOST_PACK_BYTES:,} bytes that a kiosk takes; divide it."])
    return pack


def check_publishable(connection: Connection, pack: Pack, at: datetime) -> bool:
    """Tell whether a pack would be new; raises PackNotOffered where the kiosks would not take it beside the others."""
    mine = {each.id for each in pack.activities}
    for other in standings(connection, at):
        for place in (other.in_force, other.planned):
            if place is None or other.pack_id == pack.id:
                continue
            clash = mine & {each.id for each in stored_pack(connection, place).activities}
            if clash:
                raise PackNotOffered(
                    "clash",
                    f"The activity “{min(clash)}” is in the pack “{other.pack_id}” already; nothing was published. "
                    "Give the activity another id.",
                    activity=min(clash),
                    pack=other.pack_id,
                )
    return check_offer(connection, pack.id, pack.version, sha256(pack.canonical()).digest(), at)


def stored_pack(connection: Connection, of: OfferedVersion) -> Pack:
    """Return the pack of a version."""
    canonical = offered_bytes(connection, of.pack_id, of.version, of.offered_at)
    if canonical is None:
        raise LookupError(f"{of.pack_id} {of.version}")
    return pack_from_bytes(canonical)


def with_days(pack: Pack, activity_id: str, opens: date | None, closes: date | None, version: int) -> Pack:
    """Return a pack in which one activity opens and closes on other days; raises PackRejected."""
    data = pack.model_dump(mode="json", exclude_defaults=True)
    for each in data["activities"]:
        if each["id"] == activity_id:
            days = {"opens": opens, "closes": closes}
            each |= {name: day.isoformat() if day else None for name, day in days.items()}
    return read_pack({**data, "version": version})


def brought_back(pack: Pack, version: int) -> Pack:
    """Return an earlier pack as a new version: a kiosk takes no version that is smaller than the one it has."""
    return pack.model_copy(update={"version": version})


def _standing(pack_id: str, versions: list[OfferedVersion], at: datetime) -> Standing:
    in_force = next((each for each in versions if each.offered_at <= at), None)
    planned = versions[0] if versions[0].offered_at > at else None
    return Standing(pack_id, tuple(versions), in_force, planned)
