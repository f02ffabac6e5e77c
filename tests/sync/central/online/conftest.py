"""A served central store whose proposals a test moves on as staff would, and the pages of their holders."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from playwright.sync_api import Page, sync_playwright

from kiosk.forum.receipts import receipt_token
from kiosk.forum.submissions import Submission, canonical_bytes, new_receipt_id
from sync.central.central import Central, opened_central
from sync.central.ingest.examine import examine
from sync.central.proposals.deciding import record_event
from sync.central.proposals.intake import bring_up_to_date
from sync.central.review.events import Event
from sync.central.sealing_keys import make_sealing_pair
from sync.central.settings import Settings
from sync.central.store import devices, records
from sync.central.store.packs import keep_pack
from tests.browser import CHROMIUM_ARGUMENTS, chromium_path
from tests.postgres import Postgres
from tests.sync.central.conftest import chained
from tests.sync.central.staff.proposing import proposing_pack, submission_of
from tests.sync.server import serving


@dataclass
class Lobby:
    """A kiosk's record in a served store, and the links that its receipts carry."""

    central: Central
    url: str
    address: str | None
    device_id: str = field(default_factory=new_receipt_id)
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    carried: int = 0

    @cached_property
    def officer_key(self) -> Path:
        """The private half of the sealing key, made when it is first asked for."""
        path = self.central.home / "officer.key"
        make_sealing_pair(self.central.home, path)
        return path

    def arrive(self, submission: Submission, *, confirmed: bool = True) -> str:
        """Let a submission arrive, by the kiosk or by a phone before it; return its receipt's token."""
        now = datetime.now(UTC)
        with self.central.database.writing() as connection:
            head = records.lock_head(connection, self.device_id, 1)
            assert head is not None
            (record,) = chained([canonical_bytes(submission)], head.seq + (1 if confirmed else self._ahead()))
            pack_of = self.central.shelf.packs_of(connection, head.device_no)
            records.add_records(connection, head.device_no, 1, [examine(record, pack_of)], now)
            if confirmed:
                records.advance_head(connection, head.device_no, 1, record.seq, bytes(32), now)
        while not bring_up_to_date(self.central, now):
            pass
        return receipt_token(self.key, self.device_id, submission.receipt_id, submission.language)

    def _ahead(self) -> int:
        self.carried += 1
        return 1000 + self.carried

    def propose(self, days_ago: int = 1, **answers: str) -> tuple[str, str]:
        """Let a proposal arrive; return its id and its receipt's token."""
        submission = submission_of(days_ago=days_ago, **{"title": "여권을 더 빨리", "field": "f0", **answers})
        return submission.receipt_id, self.arrive(submission)

    def events(self, proposal_id: str, *events: Event) -> None:
        """Move a proposal on."""
        for event in events:
            record_event(self.central.database, proposal_id, event, "kim", None, datetime.now(UTC))

    def get(self, token: str, path: str = "", **query: str) -> requests.Response:
        """Open a page of a receipt without a browser."""
        return self.fetch(f"/r/{token}{path}", **query)

    def fetch(self, address: str, **query: str) -> requests.Response:
        """Open any page."""
        return requests.get(f"{self.url}{address}", query, timeout=30, allow_redirects=False)

    def send(self, token: str, path: str, fields: Any, **headers: str) -> requests.Response:
        """Send a form of a receipt's page."""
        return requests.post(f"{self.url}/r/{token}{path}", fields, headers=headers, timeout=30, allow_redirects=False)


@contextmanager
def lobby_of(settings: Settings) -> Iterator[Lobby]:
    with opened_central(settings) as central, serving(settings.home, settings.database_url) as running:
        lobby = Lobby(central, running.url, settings.database_url)
        pack = proposing_pack()
        with central.database.writing() as connection:
            public = lobby.key.public_key().public_bytes_raw()
            devices.enrol(connection, lobby.device_id, "lobby", public, datetime.now(UTC) - timedelta(days=400))
            kiosk = devices.find_device(connection, lobby.device_id)
            assert kiosk is not None
            keep_pack(connection, kiosk.no, pack.id, pack.version, pack.canonical())
        yield lobby


# Both live as long as the session: to start a server for each file would take longer than the tests.
@pytest.fixture(scope="session")
def lobby_on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lobby]:
    with lobby_of(Settings(home=tmp_path_factory.mktemp("online"), database_url=None)) as opened:
        yield opened


@pytest.fixture(scope="session")
def lobby_on_postgresql(tmp_path_factory: pytest.TempPathFactory, postgres: Postgres) -> Iterator[Lobby]:
    address = postgres.fresh_database()
    with lobby_of(Settings(home=tmp_path_factory.mktemp("online"), database_url=address)) as opened:
        yield opened


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def lobby(request: pytest.FixtureRequest) -> Lobby:
    opened: Lobby = request.getfixturevalue(f"lobby_on_{request.param}")
    return opened


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A phone without scripts: every page of a receipt has to work so."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
        yield browser.new_page(locale="ko-KR", viewport={"width": 390, "height": 844}, java_script_enabled=False)
        browser.close()


def heading(answer: requests.Response) -> str:
    """Return the heading of a page."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", answer.text, re.DOTALL)
    assert found is not None, answer.text[:300]
    return found.group(1)
