"""Forums that the public pages are tested on: visitors' answers of past days, and proposals at every step."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.forum.packs import Pack
from kiosk.forum.seoul import SEOUL, seoul_day
from kiosk.forum.submissions import Channel, Submission, canonical_bytes, new_receipt_id
from sync.central.central import Central
from sync.central.ingest.examine import examine
from sync.central.proposals.deciding import record_event
from sync.central.proposals.intake import bring_up_to_date
from sync.central.review.events import (
    Adopted,
    CarriedOut,
    Event,
    Notified,
    Refused,
    ReviewStarted,
    Scored,
)
from sync.central.review.scoring import Sheet
from sync.central.store import devices, records
from sync.central.store.packs import keep_pack
from tests.sync.central.conftest import chained


@dataclass
class Forum:
    """A central store with one kiosk, into which visits of past days arrive."""

    central: Central
    packs: list[Pack]
    kiosk: str = field(default_factory=new_receipt_id)
    name: str = "lobby"
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    def __post_init__(self) -> None:
        with self.central.database.writing() as connection:
            public = self.key.public_key().public_bytes_raw()
            devices.enrol(connection, self.kiosk, self.name, public, datetime.now(UTC))
            found = devices.find_device(connection, self.kiosk)
            assert found is not None
            for pack in self.packs:
                keep_pack(connection, found.no, pack.id, pack.version, pack.canonical())

    def visit(
        self,
        activity: str,
        answers: dict[str, Any],
        days_ago: int = 1,
        language: str = "ko",
        channel: Channel = "kiosk",
        receipt_id: str | None = None,
    ) -> Submission:
        """Return a visit at noon in Seoul, some days ago."""
        pack = next(each for each in self.packs if each.activity(activity))
        noon = datetime.now(SEOUL).replace(hour=12, minute=0, second=0, microsecond=0)
        return Submission(
            receipt_id=receipt_id or new_receipt_id(),
            pack_id=pack.id,
            pack_version=pack.version,
            activity_id=activity,
            language=language,
            channel=channel,
            recorded_at=noon - timedelta(days=days_ago),
            answers=answers,
        )

    def arrive(self, visits: Iterable[Submission]) -> list[str]:
        """Let visits arrive as the ingest stores them, take proposals in, and return the receipts."""
        now, known = datetime.now(UTC), list(visits)
        with self.central.database.writing() as connection:
            head = records.lock_head(connection, self.kiosk, 1)
            assert head is not None
            fresh = chained([canonical_bytes(each) for each in known], head.seq + 1)
            pack_of = self.central.shelf.packs_of(connection, head.device_no)
            records.add_records(connection, head.device_no, 1, [examine(each, pack_of) for each in fresh], now)
            records.advance_head(connection, head.device_no, 1, fresh[-1].seq, bytes(32), now)
        while not bring_up_to_date(self.central, now):
            pass
        return [each.receipt_id for each in known]

    def poll(self, counts: dict[str, int], days_ago: int = 1, **changes: Any) -> None:
        """Let so many visits to the small pack's poll arrive."""
        self.arrive(
            self.visit("first-poll", {"first": option}, days_ago, **changes)
            for option, count in counts.items()
            for _ in range(count)
        )

    def events(self, proposal_id: str, *events: Event) -> None:
        """Record events of a proposal."""
        for event in events:
            record_event(self.central.database, proposal_id, event, "min-su.kim", None, datetime.now(UTC))


def ago(days: int) -> date:
    """Return the day in Seoul some days ago."""
    return seoul_day(datetime.now(UTC)) - timedelta(days=days)


def reviewed(days_ago: int = 1) -> list[Event]:
    """Return the events of a review by two people."""
    on = ago(days_ago)
    sheets = [Sheet(name, 4, 4, 4, 4, 4) for name in ("min-su.kim", "ji-woo.lee")]
    return [ReviewStarted(on=on), *(Scored(on=on, sheet=sheet) for sheet in sheets)]


def adopted(reason: str, days_ago: int = 1) -> list[Event]:
    """Return the events of a review that adopts."""
    on = ago(days_ago)
    return [*reviewed(days_ago), Adopted(on=on, planned_for=ago(-90), reason=reason), Notified(on=on)]


def refused(reason: str, days_ago: int = 1) -> list[Event]:
    """Return the events of a review that does not adopt."""
    return [*reviewed(days_ago), Refused(on=ago(days_ago), reason=reason), Notified(on=ago(days_ago))]


def carried_out(reason: str, how: str, days_ago: int = 1) -> list[Event]:
    """Return the events of a proposal that was adopted and done."""
    return [*adopted(reason, days_ago), CarriedOut(on=ago(days_ago), how=how)]
