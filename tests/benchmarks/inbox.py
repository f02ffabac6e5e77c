"""How fast staff find a proposal among the real petitions, on PostgreSQL, as the server itself answers."""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import canonical_bytes, new_receipt_id
from sync.central.central import Central, opened_central
from sync.central.ingest.examine import examine
from sync.central.proposals.intake import bring_up_to_date
from sync.central.proposals.reading import dossier
from sync.central.settings import Settings
from sync.central.staff.desk import Ask
from sync.central.staff.inbox_page import show_inbox
from sync.central.staff.permissions import Role
from sync.central.store import devices, inbox, records
from sync.central.store.accounts import Account, Session
from sync.central.store.inbox import Filter
from sync.central.store.packs import keep_pack
from tests.postgres import running_postgres
from tests.sync.central.conftest import chained
from tests.sync.central.staff.proposing import PETITIONS, petitions, proposing_pack

QUERIES = ("여권", "외교", "일자리", "국민 청원", "재난 안전", "어린이집", "북한", "미세먼지", "최저임금", "불법 촬영")
_ROUNDS = 60


@dataclass(frozen=True)
class Timed:
    """Milliseconds of many answers of one kind."""

    name: str
    milliseconds: list[float]

    def percentile(self, share: float) -> float:
        """Return the time within which this share of the answers came."""
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def load(central: Central) -> float:
    """Let the petitions arrive and be taken in; return the milliseconds that each took to take in."""
    pack, kiosk, now = proposing_pack(), new_receipt_id(), datetime.now(UTC)
    with central.database.writing() as connection:
        devices.enrol(connection, kiosk, "lobby", bytes(32), now)
        head = records.lock_head(connection, kiosk, 1)
        if head is None:
            raise RuntimeError("the kiosk is not there")
        keep_pack(connection, head.device_no, pack.id, pack.version, pack.canonical())
        fresh = chained([canonical_bytes(each) for each in petitions()])
        pack_of = central.shelf.packs_of(connection, head.device_no)
        records.add_records(connection, head.device_no, 1, [examine(each, pack_of) for each in fresh], now)
        records.advance_head(connection, head.device_no, 1, fresh[-1].seq, bytes(32), now)
    began = time.perf_counter()
    while not bring_up_to_date(central, now, 10):
        pass
    return (time.perf_counter() - began) * 1000 / len(fresh)


def measure(central: Central) -> list[Timed]:
    """Return how long the inbox, searching and looking for duplicates take, the page's text included."""
    now = datetime.now(UTC)
    account = Account(1, "bench", Role.REVIEWER, False, "", b"", 0, 0, None, None)
    session = Session(b"", account, "t" * 32, now, now)

    def ask(**query: str) -> Ask:
        return Ask(central, now, "ko", session, {}, query, {}, "f" * 32)

    # Far apart, so that every page and every proposal is another one.
    with central.database.reading() as connection:
        rows = inbox.listed(connection, Filter(), "newest", seoul_day(now), _ROUNDS * 25).rows[::25]
    places = [f"{each.received_on.toordinal()}.{each.proposal_id}" for each in rows]

    def look(number: int) -> object:
        with central.database.reading() as connection:
            return dossier(connection, rows[number].proposal_id, seoul_day(now))

    return [
        _timed("inbox", lambda number: show_inbox(ask(after=places[number], order="newest"))),
        _timed("inbox, one field", lambda number: show_inbox(ask(topic=f"f{number % 17}"))),
        _timed("search", lambda number: show_inbox(ask(q=QUERIES[number % len(QUERIES)]))),
        _timed("duplicates", look),
    ]


def _timed(name: str, work: Callable[[int], object]) -> Timed:
    work(0)
    found = []
    for number in range(_ROUNDS):
        began = time.perf_counter()
        work(number)
        found.append((time.perf_counter() - began) * 1000)
    return Timed(name, found)


def main() -> None:
    """Print the figures."""
    if not PETITIONS.exists():
        sys.exit("The real petitions are not here; nothing was measured.")
    with running_postgres() as server, tempfile.TemporaryDirectory() as home:
        settings = Settings(home=Path(home), database_url=server.fresh_database())
        with opened_central(settings) as central:
            each = load(central)
            sys.stdout.write(f"take in one proposal: {each:.1f} ms\n")
            for timed in measure(central):
                median, most = timed.percentile(0.5), timed.percentile(0.95)
                sys.stdout.write(f"{timed.name}: median {median:.0f} ms, p95 {most:.0f} ms\n")


if __name__ == "__main__":
    main()
