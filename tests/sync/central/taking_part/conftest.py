"""A served central store that has published packs, and people who take part in them from home."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import requests
from sqlalchemy import select

from kiosk.forum.packs import Pack, read_pack
from kiosk.forum.receipts import read_receipt_token
from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import Submission, submission_from_bytes
from sync.central.central import Central, opened_central
from sync.central.sealing_keys import make_sealing_pair
from sync.central.settings import Settings
from sync.central.store import tables as t
from sync.central.store.offered_packs import offer_pack
from sync.central.store.visitor_tables import draft
from tests.postgres import Postgres
from tests.small_pack import small_pack, small_pack_data
from tests.sync.central.staff.proposing import proposing_pack
from tests.sync.server import serving


def seasonal_pack(version: int = 1) -> Pack:
    """Return polls that are over, to come, and changed from version to version, with what else a page can show."""
    today = seoul_day(datetime.now(UTC))
    poll = small_pack_data()["activities"][0]
    both = {"ko": f"{version}판", "en": f"Version {version}"}
    asking = {"id": "age", "type": "number", "label": both, "minimum": 1, "maximum": 120, "valid_if": "age >= 18",
              "if_invalid": {"ko": "어른만 답해요.", "en": "Only for adults."}}  # fmt: skip
    session = {"id": "a", "on": str(today), "starts": "14:00", "ends": "15:00", "title": both, "speaker": both}
    return read_pack(
        {
            "id": "seasonal",
            "version": version,
            "languages": ["ko", "en"],
            "title": both,
            "activities": [
                {**poll, "id": "over", "closes": str(today - timedelta(days=1))},
                {**poll, "id": "coming", "opens": str(today + timedelta(days=1))},
                {
                    "id": "changing",
                    "kind": "seminar",
                    "title": both,
                    "programme": [session],
                    "questions": [{"id": "read", "type": "note", "label": both}, asking],
                },
            ],
        }
    )


@dataclass
class Ministry:
    """A served store, and what a test may see of it."""

    central: Central
    url: str

    @cached_property
    def officer_key(self) -> Path:
        """The private half of the sealing key, made when it is first asked for."""
        path = self.central.home / "officer.key"
        make_sealing_pair(self.central.home, path)
        return path

    def publish(self, pack: Pack) -> None:
        with self.central.database.writing() as connection:
            offer_pack(connection, pack.id, pack.version, pack.canonical(), datetime.now(UTC))

    def records(self) -> dict[str, Submission]:
        """Return every stored submission by its receipt."""
        with self.central.database.reading() as connection:
            rows = connection.execute(select(t.record.c.payload).where(t.record.c.payload.is_not(None))).scalars()
            return {each.receipt_id: each for each in map(submission_from_bytes, rows)}

    def is_held(self, receipt_id: str) -> bool:
        """Tell whether a record lies held for review."""
        with self.central.database.reading() as connection:
            query = select(t.record.c.held).where(t.record.c.receipt_id == receipt_id)
            return connection.execute(query).scalar_one() is not None

    def drafts(self) -> list[bytes]:
        with self.central.database.reading() as connection:
            return list(connection.execute(select(draft.c.content)).scalars())

    def let_drafts_expire(self) -> None:
        with self.central.database.writing() as connection:
            connection.execute(draft.update().values(kept_until=datetime.now(UTC) - timedelta(seconds=1)))


@dataclass
class Guest:
    """Somebody at home: a browser that takes cookies and follows where it is sent, as far as a test can see."""

    ministry: Ministry
    session: requests.Session = field(default_factory=requests.Session)
    follows: bool = True

    def get(self, path: str, **headers: str) -> requests.Response:
        return self.session.get(f"{self.ministry.url}/take-part{path}", headers=headers, timeout=30)

    def send(self, path: str, fields: Any, **headers: str) -> requests.Response:
        url = f"{self.ministry.url}/take-part{path}"
        return self.session.post(
            url, fields or {"sent": "1"}, headers=headers, timeout=30, allow_redirects=self.follows
        )

    def answer(self, activity: str, **answers: Any) -> requests.Response:
        """Answer questions one after the other; return the page after the last."""
        page = self.get(f"/{activity}")
        for question, value in answers.items():
            page = self.send(f"/{activity}/q/{question}", {f"q.{question}": value, "go": "next"})
        return page

    def submit(self, activity: str) -> str:
        """Submit, and return the receipt's id."""
        return receipt_of(self.send(f"/{activity}/review", {}))

    def sent(self, activity: str) -> Submission:
        """Submit, and return what was stored."""
        receipt_id = self.submit(activity)
        return self.ministry.records()[receipt_id]


def receipt_of(page: requests.Response) -> str:
    found = re.search(r"/r/([A-Za-z0-9_-]+)", page.text)
    assert found is not None, heading(page)
    return read_receipt_token(found.group(1)).receipt_id


def heading(page: requests.Response) -> str:
    """Return what a page is headed by, without what stands small in it."""
    found = re.search(r"<h1[^>]*>(.*?)(?: <small.*?)?</h1>", page.text, re.DOTALL)
    assert found is not None, page.text[:300]
    return unescape(found.group(1))


def alert(page: requests.Response) -> str:
    """Return the text of what a page warns of or tells, or nothing."""
    found = re.search(r'role="(?:alert|status)"[^>]*>(.*?)</(?:p|div)>', page.text, re.DOTALL)
    return re.sub(r"<[^>]+>", "", unescape(found.group(1))) if found else ""


@contextmanager
def ministry_of(settings: Settings) -> Iterator[Ministry]:
    with opened_central(settings) as central, serving(settings.home, settings.database_url) as running:
        opened = Ministry(central, running.url)
        assert opened.officer_key.exists()
        for pack in (small_pack(), proposing_pack(), seasonal_pack()):
            opened.publish(pack)
        yield opened


@pytest.fixture(scope="session")
def ministry_on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ministry]:
    with ministry_of(Settings(home=tmp_path_factory.mktemp("home"), database_url=None)) as opened:
        yield opened


@pytest.fixture(scope="session")
def ministry_on_postgresql(tmp_path_factory: pytest.TempPathFactory, postgres: Postgres) -> Iterator[Ministry]:
    address = postgres.fresh_database()
    with ministry_of(Settings(home=tmp_path_factory.mktemp("home"), database_url=address)) as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgresql"])
def ministry(request: pytest.FixtureRequest) -> Ministry:
    opened: Ministry = request.getfixturevalue(f"ministry_on_{request.param}")
    return opened


@pytest.fixture
def guest(ministry_on_sqlite: Ministry) -> Guest:
    return Guest(ministry_on_sqlite)
