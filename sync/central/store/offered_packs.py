"""The packs that are offered to the kiosks: which version from which day, by whom, and what is looked at before."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import Connection, and_, delete, func, insert, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kiosk.forum.seoul import seoul_day
from sync.central.store import log_tables as l
from sync.central.store import tables as t
from sync.central.store.errors import CentralError
from sync.protocol.offers import Offer, OfferedPack

# A draft that nobody published is thrown away after this.
DRAFT_LIFE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class OfferedVersion:
    """One version of a pack that is, was or will be offered; `offered_at` is when the kiosks get it.

    `by` is empty where the command line of an earlier release offered it; `restores` is the version whose words it has.
    """

    pack_id: str
    version: int
    digest: bytes
    offered_at: datetime
    by: str
    decided_at: datetime | None
    restores: int | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A checked pack that is not published."""

    no: int
    pack_id: str
    version: int
    canonical: bytes
    restores: int | None
    by: str
    made_at: datetime


class PackNotOffered(CentralError):
    """A pack may not be offered in place of what is offered; `reason` is a code, and the numbers are its own."""

    def __init__(self, reason: str, sentence: str, **values: object) -> None:
        self.reason, self.values = reason, values
        super().__init__(sentence)


def check_offer(connection: Connection, pack_id: str, version: int, digest: bytes, at: datetime) -> bool:
    """Tell whether this version would be new; raises PackNotOffered where a newer, another or a later one is there."""
    newest = next(iter(versions_of(connection, pack_id)), None)
    if newest is None:
        return True
    if newest.offered_at > at:
        day = seoul_day(newest.offered_at)
        raise PackNotOffered(
            "planned",
            f"“{pack_id}” version {newest.version} is planned for {day}; nothing was changed. "
            "Take the plan back first.",
            n=newest.version,
            day=day,
        )
    if (newest.version, newest.digest) == (version, digest):
        return False
    if newest.version >= version:
        raise PackNotOffered(
            "not-newer",
            f"“{pack_id}” is offered as version {newest.version}; nothing was changed. "
            f"Give the changed pack version {newest.version + 1}.",
            n=newest.version,
            next=newest.version + 1,
        )
    return True


def offer_pack(
    connection: Connection,
    pack_id: str,
    version: int,
    canonical: bytes,
    at: datetime,
    *,
    by: str = "forum-central",
    begins: datetime | None = None,
    restores: int | None = None,
) -> bool:
    """Offer a pack, at once or when it begins; False where this very one is offered. Raises PackNotOffered."""
    digest = sha256(canonical).digest()
    if not check_offer(connection, pack_id, version, digest, at):
        return False
    kind = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
    connection.execute(kind(t.pack).values(digest=digest, canonical=canonical).on_conflict_do_nothing())
    values = {"digest": digest, "offered_at": begins or at, "by": by, "decided_at": at, "restores": restores}
    row = kind(l.offered_pack).values(pack_id=pack_id, version=version, **values).on_conflict_do_nothing()
    if connection.execute(row.returning(l.offered_pack.c.version)).one_or_none() is None:
        # Somebody else published it between the look and the writing.
        return check_offer(connection, pack_id, version, digest, at)
    return True


def offer(connection: Connection, at: datetime) -> Offer:
    """Return the newest version of each pack that is offered at this moment, by name."""
    c = l.offered_pack.c
    newest = (
        select(c.pack_id, func.max(c.version).label("version")).where(c.offered_at <= at).group_by(c.pack_id).subquery()
    )
    rows = connection.execute(
        select(c.pack_id, c.version, c.digest)
        .join(newest, and_(newest.c.pack_id == c.pack_id, newest.c.version == c.version))
        .order_by(c.pack_id)
    )
    return Offer(packs=[OfferedPack(id=row.pack_id, version=row.version, digest=row.digest.hex()) for row in rows])


def offered_bytes(connection: Connection, pack_id: str, version: int, at: datetime) -> bytes | None:
    """Return the canonical bytes of a pack that is or was offered at this moment; of a planned one nothing."""
    c = l.offered_pack.c
    return connection.execute(
        select(t.pack.c.canonical)
        .join(l.offered_pack, c.digest == t.pack.c.digest)
        .where(c.pack_id == pack_id, c.version == version, c.offered_at <= at)
    ).scalar_one_or_none()


def versions_of(connection: Connection, pack_id: str | None = None) -> list[OfferedVersion]:
    """Return every version of a pack, or of all, planned ones too: by name, newest first."""
    c = l.offered_pack.c
    columns = [c[name] for name in OfferedVersion.__slots__]
    query = select(*columns).order_by(c.pack_id, c.version.desc())
    if pack_id is not None:
        query = query.where(c.pack_id == pack_id)
    return [OfferedVersion(*row) for row in connection.execute(query)]


def take_back(connection: Connection, pack_id: str, version: int, at: datetime) -> bool:
    """Remove a planned version that no kiosk has been offered yet; False where there is none."""
    c = l.offered_pack.c
    gone = delete(l.offered_pack).where(c.pack_id == pack_id, c.version == version, c.offered_at > at)
    return connection.execute(gone.returning(c.version)).one_or_none() is not None


def add_draft(
    connection: Connection, pack_id: str, version: int, canonical: bytes, by: str, at: datetime, restores: int | None
) -> int:
    """Keep a pack to be looked at, and return its number; old ones go."""
    connection.execute(delete(l.pack_draft).where(l.pack_draft.c.made_at < at - DRAFT_LIFE))
    values = {"pack_id": pack_id, "version": version, "canonical": canonical, "restores": restores}
    row = insert(l.pack_draft).values(**values, by=by, made_at=at).returning(l.pack_draft.c.no)
    return int(connection.execute(row).scalar_one())


def drafts(connection: Connection) -> list[Draft]:
    """Return what waits to be published, newest first."""
    columns = [l.pack_draft.c[name] for name in Draft.__slots__]
    return [Draft(*row) for row in connection.execute(select(*columns).order_by(l.pack_draft.c.no.desc()))]


def find_draft(connection: Connection, no: int, *, lock: bool = False) -> Draft | None:
    """Return one draft, held until the transaction ends where `lock` says so."""
    query = select(*(l.pack_draft.c[name] for name in Draft.__slots__)).where(l.pack_draft.c.no == no)
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    return None if row is None else Draft(*row)


def remove_draft(connection: Connection, no: int) -> None:
    """Throw a draft away."""
    connection.execute(delete(l.pack_draft).where(l.pack_draft.c.no == no))
