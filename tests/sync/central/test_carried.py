"""A submission that a visitor's phone delivers while the kiosk is offline, in a real browser, on both databases."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from playwright.sync_api import Page, sync_playwright
from sqlalchemy import select

from kiosk.forum.carrying import carrying_url
from kiosk.forum.chain import ChainedRecord
from kiosk.forum.codes import from_digits, to_digits
from kiosk.forum.receipts import receipt_number
from kiosk.forum.submissions import Submission, canonical_bytes
from sync.central.central import opened_database
from sync.central.results.tally import tally
from sync.central.sealing_keys import handoff_key
from sync.central.settings import Settings
from sync.central.store import tables as t
from sync.central.store.database import Database
from tests.browser import CHROMIUM_ARGUMENTS, chromium_path
from tests.submissions import poll_submission
from tests.sync.central.conftest import Device, chained
from tests.sync.server import CentralProcess


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
        opened = browser.new_page(locale="ko-KR", viewport={"width": 390, "height": 844})
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.on("console", lambda each: complaints.append(each.text) if "Content Security" in each.text else None)
        yield opened
        browser.close()
    assert complaints == []


@pytest.fixture(scope="module")
def database(central: CentralProcess) -> Iterator[Database]:
    home, url = Path(central.environment["FORUM_CENTRAL_HOME"]), central.environment.get("FORUM_DATABASE_URL")
    with opened_database(Settings(home=home, database_url=url)) as opened:
        yield opened


def _link(central: CentralProcess, device: Device, record: ChainedRecord) -> str:
    key = handoff_key(Path(central.environment["FORUM_CENTRAL_HOME"])).public_key().public_bytes_raw()
    url = carrying_url(device.url, record, device.device_id, device.key, key)
    assert url is not None
    return url


def _three() -> tuple[list[Submission], list[ChainedRecord]]:
    said = [poll_submission({"first": "security", "why": f"이유 {number}"}) for number in range(3)]
    return said, chained([canonical_bytes(each) for each in said])


def _rows(database: Database, device: Device) -> list[Any]:
    c = t.record.c
    query = select(c.epoch, c.seq, c.commitment, c.payload, c.receipt_id, c.held)
    with database.reading() as connection:
        no = connection.execute(select(t.device.c.no).where(t.device.c.device_id == device.device_id)).scalar_one()
        return list(connection.execute(query.where(c.device_no == no).order_by(c.epoch, c.seq)))


def _deliver(url: str, **headers: str) -> requests.Response:
    base, _, sealed = url.partition("#")
    return requests.post(
        f"{base}/submission", data={"sealed": sealed}, headers=headers, allow_redirects=False, timeout=30
    )


def test_phone_delivers_while_the_kiosk_is_offline_and_the_upload_confirms_it(
    page: Page, central: CentralProcess, device: Device, database: Database
) -> None:
    said, records = _three()
    page.goto(_link(central, device, records[1]))
    page.wait_for_selector("h1:has-text('외교부에 도착했어요')")
    assert receipt_number(said[1].receipt_id) in page.inner_text("main")
    assert page.get_by_text("증명 파일").count() == 0
    assert "#" not in page.url

    (row,) = _rows(database, device)
    assert (row.seq, row.payload, row.commitment) == (2, records[1].payload, records[1].commitment)
    day = said[1].recorded_at.date()
    assert sum(line.count for line in tally(database, day, day, device.name) if line.option_id == "submissions") == 1

    assert device.send(device.batch(records)).json()["outcomes"] == ["created", "duplicate", "created"]
    assert [row.payload for row in _rows(database, device)] == [record.payload for record in records]
    assert {row.held for row in _rows(database, device)} == {None}
    page.reload()
    assert page.get_by_text("증명 파일").count() == 1


def test_record_alone_in_its_batch_is_confirmed_too_and_a_later_one_goes_on(
    central: CentralProcess, device: Device, database: Database
) -> None:
    _, records = _three()
    for record in (records[0], records[2]):
        assert _deliver(_link(central, device, record)).status_code == 303
    assert device.send(device.batch(records[:1])).json()["outcomes"] == ["duplicate"]
    assert device.send(device.batch(records[1:2], records[:1])).json()["outcomes"] == ["created"]
    assert device.send(device.batch(records[2:], records[:2])).json()["outcomes"] == ["duplicate"]
    assert len(_rows(database, device)) == 3


def test_phone_after_the_upload_and_phone_again_change_nothing(
    page: Page, central: CentralProcess, device: Device, database: Database
) -> None:
    _, records = _three()
    device.send(device.batch(records))
    before = _rows(database, device)
    url = _link(central, device, records[0])
    for _ in range(2):
        assert _deliver(url).status_code == 303
    page.goto(url)
    page.wait_for_selector("h1:has-text('외교부에 도착했어요')")
    assert _rows(database, device) == before


def test_what_is_altered_foreign_or_of_another_kiosk_is_refused_and_nothing_is_stored(
    central: CentralProcess, device: Device, database: Database
) -> None:
    _, records = _three()
    url, other = (_link(central, device, record) for record in records[:2])
    base, _, sealed = url.partition("#")
    envelope = bytearray(from_digits(sealed) or b"")
    envelope[-1] ^= 1
    stranger = Device(central.url, "stranger")
    forged = Device(central.url, "forged", device_id=device.device_id)
    wrong = (
        f"{base}#{to_digits(bytes(envelope))}",
        f"{base}#{other.partition('#')[2]}",
        f"{base}#",
        f"{base}#{'9' * 3000}",
        _link(central, stranger, records[0]),
        _link(central, forged, records[0]),
    )
    for each in wrong:
        answer = _deliver(each)
        assert (answer.status_code, "다시 하실 일은 없어요" in answer.text) == (400, True)
    assert _deliver(url, **{"Sec-Fetch-Site": "cross-site"}).status_code == 400
    assert requests.post(f"{base}/submission", json={"sealed": sealed}, timeout=30).status_code == 415
    assert _rows(database, device) == []


def test_another_record_at_the_place_is_refused_and_the_kiosks_other_one_is_a_conflict(
    central: CentralProcess, device: Device, database: Database
) -> None:
    _, ours = _three()
    _, cloned = _three()
    device.send(device.batch(ours[:1]))
    assert _deliver(_link(central, device, cloned[0])).status_code == 400
    assert _deliver(_link(central, device, cloned[1])).status_code == 303
    for batch in (ours[1:], ours[1:2]):
        refused = device.send(device.batch(batch, ours[:1]))
        assert (refused.status_code, "conflict" in refused.json()["type"]) == (409, True)
    assert [row.commitment for row in _rows(database, device)] == [ours[0].commitment, cloned[1].commitment]


def test_what_the_kiosk_has_sent_at_another_place_since_is_here_for_the_phone_too(
    central: CentralProcess, device: Device, database: Database
) -> None:
    _, ours = _three()
    _, others = _three()
    device.send(device.batch(others[:1]))
    moved = [each._replace(epoch=2, seq=seq) for seq, each in enumerate(ours[:2], 1)]
    assert device.send(device.batch(moved, epoch=2)).json()["outcomes"] == ["created", "created"]
    before = _rows(database, device)
    for taken_or_free in ours[:2]:
        assert _deliver(_link(central, device, taken_or_free)).status_code == 303
    assert _rows(database, device) == before


def test_what_the_phone_brought_ahead_of_its_kiosk_is_confirmed_at_the_place_where_the_kiosk_sends_it_in_the_end(
    page: Page, central: CentralProcess, device: Device, database: Database
) -> None:
    said, ours = _three()
    _, others = _three()
    url = _link(central, device, ours[1])
    assert _deliver(url).status_code == 303
    moved = [each._replace(epoch=2, seq=seq) for seq, each in enumerate(ours[1:], 1)]
    assert device.send(device.batch(moved, epoch=2)).json()["outcomes"] == ["duplicate", "created"]
    assert [(row.epoch, row.seq, row.payload) for row in _rows(database, device)] == [
        (2, seq, each.payload) for seq, each in enumerate(ours[1:], 1)
    ]
    page.goto(url)
    page.wait_for_selector("h1:has-text('외교부에 도착했어요')")
    assert page.get_by_text("증명 파일").count() == 1
    # The store beside which it was kept goes on at the old places.
    assert device.send(device.batch(others)).json()["outcomes"] == ["created"] * 3
    day = said[1].recorded_at.date()
    assert sum(line.count for line in tally(database, day, day, device.name) if line.option_id == "submissions") == 5


def test_what_was_withdrawn_is_not_brought_back_by_the_phone(
    central: CentralProcess, device: Device, database: Database
) -> None:
    _, records = _three()
    urls = [_link(central, device, record) for record in records[:2]]
    # Withdrawn at the link before anything came, and withdrawn after the phone had delivered.
    assert _deliver(urls[1]).status_code == 303
    for url in urls:
        assert requests.post(url.partition("#")[0], timeout=30, allow_redirects=False).status_code == 303
        answer = _deliver(url)
        assert answer.status_code == 303
        assert "철회되었어요" in requests.get(device.url + answer.headers["Location"], timeout=30).text
    assert [(row.seq, row.payload) for row in _rows(database, device)] == [(2, None)]
    assert device.send(device.batch(records)).json()["outcomes"] == ["created", "duplicate", "created"]
    assert device.line().news(device.server_key, 0).withdrawn
    assert [row.payload for row in _rows(database, device)] == [None, None, records[2].payload]


def test_erased_line_in_the_upload_finds_the_words_that_the_phone_brought_until_the_withdrawal_comes(
    central: CentralProcess, device: Device, database: Database
) -> None:
    _, records = _three()
    assert _deliver(_link(central, device, records[0])).status_code == 303
    erased = ChainedRecord(1, 1, None, None, records[0].commitment)
    assert device.send(device.batch([erased, *records[1:]])).json()["outcomes"] == ["duplicate", "created", "created"]
    assert _rows(database, device)[0].payload == records[0].payload


def test_page_of_a_carrying_link_lets_only_our_own_script_run(central: CentralProcess, device: Device) -> None:
    _, records = _three()
    url = _link(central, device, records[0]).partition("#")[0]
    answer = requests.get(url, timeout=30)
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert answer.text.count("<script") == 1
    assert "<script" not in requests.get(url[:-1], timeout=30).text
