"""How fast staff find a proposal among a million made from the real petitions, on PostgreSQL.

It takes over an hour to make them on two busy cores, most of it for the index of pairs, so it is run by hand:
`python -m tests.benchmarks.million`; a database's address and a home after it keep them, to be used again. 20,000 texts
are mixed from the sentences of the petitions and go through the program's own code for what it keeps of words. Each
then stands for fifty proposals, with another place in the title, another day, activity and history; a proposal's
fingerprint is its text's, so that everyone has fifty near duplicates. Histories and what the inbox sorts by come from
the clock's own rules.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg

from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import new_receipt_id
from sync.central.central import Central, opened_central
from sync.central.proposals.folding import NEWEST_TERMS, folded, state_of
from sync.central.proposals.intake import kept_words
from sync.central.review.events import (
    Adopted,
    Closed,
    Closing,
    CompletionAsked,
    Event,
    Notified,
    Received,
    Refused,
    ReviewStarted,
    Scored,
    Transferred,
    event_record,
)
from sync.central.review.scoring import Sheet
from sync.central.settings import Settings
from sync.central.store import devices
from sync.central.store.packs import keep_pack
from sync.central.store.proposals import Folded, StoredEvent
from sync.central.store.urgency import urgency
from tests.benchmarks.figures import Figure, table
from tests.benchmarks.inbox import Timed, measure
from tests.benchmarks.million_texts import variations
from tests.postgres import running_postgres
from tests.sync.central.staff.proposing import proposing_pack

ROWS = 1_000_000
TEXTS = 20_000
_WORKERS = 2
_TABLES = ("proposal", "proposal_band", "proposal_event")
_PLACES = tuple(
    f"{city} {part}"
    for city in ("서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종", "경기", "강원")
    for part in ("중구", "동구", "서구", "남구", "북구")
)
Row = tuple[Any, ...]


def measured(address: str, home: Path) -> list[Figure]:
    """Fill the database where it is empty, and return the 95th percentiles beside reading as many rows by their ids."""
    with (
        opened_central(Settings(home=home, database_url=address)) as central,
        psycopg.connect(address, autocommit=True) as database,
    ):
        if database.execute("SELECT 1 FROM proposal LIMIT 1").fetchone() is None:
            load(central, address, ROWS)
        timed = measure(central)
        floor = _floor(database)
    name = "reading 41 rows by their ids"
    return [Figure(f"{each.name}, p95", each.percentile(0.95), "ms", floor.percentile(0.95), name) for each in timed]


def _floor(database: psycopg.Connection[Row]) -> Timed:
    found = []
    for number in range(60):
        ids = [row[0] for row in database.execute(_SOME, (f"{number:02x}000000-0000-0000-0000-000000000000",))]
        began = time.perf_counter()
        database.execute("SELECT proposal_id, title, stage, due_on FROM proposal WHERE proposal_id = ANY(%s)", (ids,))
        found.append((time.perf_counter() - began) * 1000)
    return Timed("floor", found)


def load(central: Central, address: str, rows: int) -> None:
    """Fill a fresh central database with so many proposals."""
    with central.database.writing() as connection:
        kiosk, pack = new_receipt_id(), proposing_pack()
        devices.enrol(connection, kiosk, "lobby", bytes(32), datetime.now(UTC))
        found = devices.find_device(connection, kiosk)
        if found is None:
            raise RuntimeError("the kiosk is not there")
        keep_pack(connection, found.no, pack.id, pack.version, pack.canonical())
    with psycopg.connect(address, autocommit=True) as database:
        _keep_sources(database)
        again = _without_indexes(database)
        with ThreadPoolExecutor(_WORKERS) as pool:
            list(pool.map(lambda part: _fill(address, rows, found.no, part), range(_WORKERS)))
            list(pool.map(lambda statement: _run(address, statement), again))
        database.execute("VACUUM (ANALYZE)")


def texts(seed: int) -> list[Row]:
    """Return one worker's share of the texts, as the store keeps them."""
    found = []
    for words in variations(seed, TEXTS // _WORKERS):
        kept = kept_words(words)
        parts = json.dumps(kept.parts, ensure_ascii=False)
        found.append(
            (kept.title, words.topic, parts, kept.search_text, kept.pairs, kept.fingerprint, list(set(kept.bands)))
        )
    return found


def histories(today: date) -> Iterator[tuple[date, Folded, list[dict[str, Any]]]]:
    """Yield days of receipt with what the clock makes of them: open ones of two months, decided ones of four years."""
    for age in range(60):
        on = today - timedelta(days=age)
        started = ReviewStarted(on=on)
        asked = CompletionAsked(on=on, due=on + timedelta(days=30), reason="예산")
        ways: tuple[tuple[Event, ...], ...] = ((), (), (started,), (started,), (asked,))
        for way in ways:
            yield _history(on, way, today)
    for age in range(60, 1560, 5):
        on = today - timedelta(days=age)
        then = on + timedelta(days=20)
        started, told = ReviewStarted(on=on), Notified(on=then)
        scores = tuple(Scored(on=then, sheet=Sheet(who, 3, 3, 3, 3, 3)) for who in ("kim", "lee"))
        planned = Adopted(on=then, planned_for=then + timedelta(days=90))
        refused = Refused(on=then, reason="예산")
        moved = Transferred(on=on, body="행정안전부", reason="소관")
        closed = Closed(on=then, ground=Closing.REPEATED, reason="반복", filings=3, answers=2)
        ways = ((started, *scores, refused, told), (moved,), (closed,))
        for way in ways:
            yield _history(on, way, today)
        if age % 50 == 0:
            yield _history(on, (started, *scores, planned, told), today)


def _history(on: date, more: tuple[Event, ...], today: date) -> tuple[date, Folded, list[dict[str, Any]]]:
    records = [event_record(each) for each in (Received(on=on, proposal_id=new_receipt_id()), *more)]
    now = datetime.now(UTC)
    events = [
        StoredEvent(number, date.fromisoformat(each["on"]), each["kind"], each, "", now)
        for number, each in enumerate(records, 1)
    ]
    return on, folded(state_of(events, NEWEST_TERMS, today), len(events), today), records


def _keep_sources(database: psycopg.Connection[Row]) -> None:
    database.execute(
        "CREATE UNLOGGED TABLE made_text (no serial, title text, topic text, parts json, search_text text,"
        " pairs bigint[], fingerprint bytea, bands bigint[])"
    )
    database.execute("CREATE UNLOGGED TABLE made_history (no serial, received_on date, folded json, events json)")
    with ProcessPoolExecutor(_WORKERS) as pool, database.cursor() as cursor:
        for share in pool.map(texts, range(_WORKERS)):
            columns = "title, topic, parts, search_text, pairs, fingerprint, bands"
            with cursor.copy(f"COPY made_text ({columns}) FROM STDIN") as copy:
                for row in share:
                    copy.write_row(row)
        with cursor.copy("COPY made_history (received_on, folded, events) FROM STDIN") as copy:
            for on, kept, events in histories(seoul_day(datetime.now(UTC))):
                values = {name: getattr(kept, name) for name in Folded.__slots__}
                values |= {"urgency": urgency(kept.lane, kept.due_on)}
                copy.write_row((on, json.dumps(values, default=str), json.dumps(events)))
    database.execute("ANALYZE made_text")
    database.execute("ANALYZE made_history")


def _without_indexes(database: psycopg.Connection[Row]) -> list[str]:
    """Drop the indexes of the tables to be filled; return what makes them again."""
    again = []
    for filled in _TABLES:
        database.execute(f"ALTER TABLE {filled} SET UNLOGGED")
        for name, what in database.execute(
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE contype = 'p' AND conrelid = %s::regclass",
            (filled,),
        ).fetchall():
            database.execute(f"ALTER TABLE {filled} DROP CONSTRAINT {name}")
            again.append(f"ALTER TABLE {filled} ADD CONSTRAINT {name} {what}")
        for name, what in database.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s", (filled,)
        ).fetchall():
            database.execute(f"DROP INDEX {name}")
            again.append(what)
    # The longest first, so that the workers end together.
    return sorted(again, key=lambda each: ("USING gin" not in each, "proposal_band" not in each))


def _fill(address: str, rows: int, device_no: int, part: int) -> None:
    numbers: dict[str, Any] = {"part": part, "workers": _WORKERS, "rows": rows, "texts": TEXTS, "device": device_no}
    numbers |= {"terms": NEWEST_TERMS, "places": list(_PLACES)}
    with psycopg.connect(address, autocommit=True) as database:
        database.execute("SET synchronous_commit = off")
        for statement in (_PROPOSALS, _BANDS, _EVENTS):
            database.execute(_NUMBERED + statement, numbers)


def _run(address: str, statement: str) -> None:
    with psycopg.connect(address, autocommit=True) as database:
        database.execute("SET maintenance_work_mem = '1200MB'")
        database.execute(statement)


_SOME = "SELECT proposal_id FROM proposal WHERE proposal_id > %s ORDER BY proposal_id LIMIT 41"
_NUMBERED = """
WITH made AS (
    SELECT n, md5('proposal ' || n)::uuid AS proposal_id, 1 + n % %(texts)s AS text_no,
           1 + (n::bigint * 7919 %% (SELECT count(*) FROM made_history))::int AS history_no,
           (%(places)s::text[])[1 + n / %(texts)s %% 50] AS place
    FROM generate_series(%(part)s, %(rows)s - 1, %(workers)s) n
)
""".replace("n % %(texts)s", "n %% %(texts)s")
_PROPOSALS = """
INSERT INTO proposal (proposal_id, device_no, activity_id, kind, topic, language, channel, title, parts, search_text,
    pairs, fingerprint, terms, received_on, seq, stage, public, lane, urgency, duty, due_on, days_left, keep_until,
    folded_on)
SELECT made.proposal_id, %(device)s, CASE WHEN n %% 100 = 0 THEN 'contest' ELSE 'idea' END,
    CASE WHEN n %% 100 = 0 THEN 'call' ELSE 'proposal' END, t.topic, 'ko', 'kiosk', place || ' ' || t.title, t.parts,
    replace(place, ' ', '') || t.search_text, t.pairs || ARRAY(
        SELECT ascii(substr(s.text, i, 1))::bigint << 21 | ascii(substr(s.text, i + 1, 1))
        FROM (SELECT replace(place, ' ', '') || left(t.search_text, 1) AS text) s,
            generate_series(1, length(s.text) - 1) i
    ), t.fingerprint, %(terms)s, h.received_on, f.seq, f.stage, f.public, f.lane, f.urgency, f.duty, f.due_on,
    f.days_left, f.keep_until, f.folded_on
FROM made JOIN made_text t ON t.no = text_no JOIN made_history h ON h.no = history_no,
    json_to_record(h.folded) AS f(seq int, stage text, public bool, lane int, urgency int, duty text, due_on date,
        days_left int, keep_until date, folded_on date)
"""
_BANDS = """
INSERT INTO proposal_band (band, proposal_id)
SELECT band, made.proposal_id FROM made JOIN made_text t ON t.no = text_no, unnest(t.bands) AS band
"""
_EVENTS = """
INSERT INTO proposal_event (proposal_id, seq, "on", kind, record, staff, recorded_at)
SELECT made.proposal_id, e.seq, (e.record->>'on')::date, e.record->>'kind', e.record, '', now()
FROM made JOIN made_history h ON h.no = history_no, json_array_elements(h.events) WITH ORDINALITY AS e(record, seq)
"""


def main(arguments: list[str]) -> None:
    """Print the figures of a database and home that are kept, or of ones that are made for them."""
    with ExitStack() as stack:
        if arguments:
            address, home = arguments
        else:
            address = stack.enter_context(running_postgres()).fresh_database()
            home = stack.enter_context(tempfile.TemporaryDirectory())
        sys.stdout.write(table(measured(address, Path(home))) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
