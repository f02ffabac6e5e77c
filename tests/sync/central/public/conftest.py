"""One forum for each database, seen by the public: built once, served by a real server."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
import requests

from sync.central.central import opened_central
from sync.central.ingest.withdrawals import withdraw_receipt
from sync.central.review.events import PublicityChanged, ReviewStarted
from sync.central.settings import Settings
from tests.postgres import Postgres
from tests.small_pack import small_pack
from tests.sync.central.public.contests import contest_pack, hold_contests
from tests.sync.central.public.scenes import Forum, adopted, ago, carried_out, refused
from tests.sync.central.staff.proposing import proposing_pack
from tests.sync.server import CentralProcess, serving

SCRIPT = "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\">"
# Each is a text of a proposal that nobody outside may ever see.
HIDDEN = {
    "unread": "숨은 글 하나",
    "not public": "숨은 글 둘",
    "undecided, not public": "숨은 글 넷",
    "withdrawn": "숨은 글 셋",
    "a personal number": "010-1234-5678",
    "an address": "proposer@example.com",
}


@dataclass(frozen=True)
class Scene:
    """A served forum, and which proposals lie in it."""

    server: CentralProcess
    settings: Settings
    receipts: dict[str, str]

    @property
    def url(self) -> str:
        return self.server.url


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def scene(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    address = None
    if request.param == "postgresql":
        server: Postgres = request.getfixturevalue("postgres")
        address = server.fresh_database()
    with served(Settings(home=tmp_path_factory.mktemp("public"), database_url=address)) as opened:
        yield opened


@contextmanager
def served(settings: Settings) -> Iterator[Scene]:
    """Fill a forum and serve it until the block ends."""
    with opened_central(settings) as central:
        receipts = fill(Forum(central, [small_pack(), proposing_pack(), contest_pack()]))
    with serving(settings.home, settings.database_url) as running:
        # The first edition may take longer than one request waits.
        for _ in range(60):
            if requests.get(running.url, timeout=60).status_code == 200:
                break
        yield Scene(running, settings, receipts)


def fill(forum: Forum) -> dict[str, str]:
    """Let visits of past days arrive, some of today, and proposals take every way; return the proposals' receipts."""
    forum.poll({"security": 40, "economy": 25, "culture": 4}, days_ago=3)
    forum.poll({"culture": 10}, days_ago=0)
    choices = ["security", "economy"]
    survey = {"some": choices, "order": choices, "trust": 7, "stars": 4, "visits": 2, "views": {"s1": "agree"}}
    forum.arrive(forum.visit("long-survey", survey, language="en", channel="phone") for _ in range(12))
    forum.arrive(forum.visit("thoughts", {"views": {"s1": "pass"}}) for _ in range(5))

    def propose(title: str, situation: str = "그렇습니다", **more: str) -> str:
        visit = forum.visit("idea", {"title": title, "situation": situation, "field": "f0", **more}, days_ago=9)
        return forum.arrive([visit])[0]

    receipts = {
        "done": propose(f"여권을 더 빨리 {SCRIPT}", f"{SCRIPT} 010-1234-5678 \x0b끝", improvement="=1+1"),
        "adopted": propose("=HYPERLINK(0)", "전화 010-1234-5678"),
        "refused": propose("로비에 의자를"),
        "unread": propose(HIDDEN["unread"]),
        "not public": propose("제목과 결과만 남는 제안", HIDDEN["not public"]),
        "undecided, not public": propose(HIDDEN["undecided, not public"]),
        "withdrawn": propose(HIDDEN["withdrawn"]),
    }
    forum.events(receipts["done"], *carried_out("좋은 제안입니다. proposer@example.com", f"바꾸었습니다 {SCRIPT}", 2))
    forum.events(receipts["adopted"], *adopted("=2+2", 2))
    forum.events(receipts["refused"], *refused("이미 하고 있습니다.", 2))
    hidden = receipts["not public"]
    forum.events(hidden, *carried_out("숨은 글 둘", "숨은 글 둘", 2), PublicityChanged(on=ago(1), public=False))
    undecided = receipts["undecided, not public"]
    forum.events(undecided, ReviewStarted(on=ago(3)), PublicityChanged(on=ago(1), public=False))
    forum.events(receipts["withdrawn"], *adopted("숨은 글 셋", 2))
    others = [forum.visit("idea", {"title": f"제안 {number}"}, days_ago=9) for number in range(20)]
    for receipt_id in forum.arrive(others):
        forum.events(receipt_id, ReviewStarted(on=ago(3)))
    receipts["winning"] = hold_contests(forum, f"평화 자전거길 {SCRIPT}")
    withdraw_receipt(forum.central.database, forum.kiosk, receipts["withdrawn"], datetime.now(UTC))
    return receipts
