"""A retired kiosk may drain what it holds, and neither enrol nor begin an epoch before it is brought back."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests

from kiosk.forum.carrying import carrying_url
from kiosk.forum.chain import ChainedRecord
from kiosk.forum.submissions import canonical_bytes
from sync.central.central import opened_database
from sync.central.sealing_keys import handoff_key
from sync.central.settings import Settings
from sync.central.store import devices
from sync.central.store.database import Database
from sync.uploader.outcomes import Refused
from tests.submissions import poll_submission
from tests.sync.central.conftest import Device, chained, enrolment_code
from tests.sync.server import CentralProcess

Retire = Callable[[Device, bool], None]


@pytest.fixture
def retire(central: CentralProcess) -> Iterator[Retire]:
    home, url = Path(central.environment["FORUM_CENTRAL_HOME"]), central.environment.get("FORUM_DATABASE_URL")
    with opened_database(Settings(home=home, database_url=url)) as database:
        yield lambda device, retired: _retire(database, device, retired)


def _retire(database: Database, device: Device, retired: bool) -> None:
    with database.writing() as connection:
        found = devices.find_device(connection, device.device_id)
        assert found is not None
        devices.retire(connection, found.no, datetime.now(UTC) if retired else None)


def _of_epoch(count: int, epoch: int) -> list[ChainedRecord]:
    return chained([canonical_bytes(poll_submission()) for _ in range(count)], epoch=epoch)


def _problem(answer: requests.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].rpartition(":")[2]


def test_a_retired_kiosk_drains_its_epoch_and_begins_no_other(device: Device, retire: Retire) -> None:
    records, fresh = device.records(4), _of_epoch(1, 2)
    assert device.send(device.batch(records[:2])).status_code == 200
    retire(device, True)
    assert device.send(device.batch(records[2:], records[:2])).json()["outcomes"] == ["created", "created"]
    assert _problem(device.send(device.batch(fresh, epoch=2))) == (403, "retired")
    retire(device, False)
    assert device.send(device.batch(fresh, epoch=2)).json()["outcomes"] == ["created"]


def test_a_phone_delivers_for_a_retired_kiosk_only_what_it_took_before(
    central: CentralProcess, device: Device, retire: Retire
) -> None:
    key = handoff_key(Path(central.environment["FORUM_CENTRAL_HOME"])).public_key().public_bytes_raw()
    records, fresh = device.records(2), _of_epoch(1, 2)
    device.send(device.batch(records[:1]))
    retire(device, True)
    codes = []
    for record in (records[1], fresh[0]):
        url = carrying_url(device.url, record, device.device_id, device.key, key)
        assert url is not None
        base, _, sealed = url.partition("#")
        answer = requests.post(f"{base}/submission", data={"sealed": sealed}, timeout=30, allow_redirects=False)
        codes.append(answer.status_code)
    assert codes == [303, 403]


def test_a_retired_kiosk_does_not_enrol_anew_until_it_is_brought_back(
    central: CentralProcess, device: Device, retire: Retire
) -> None:
    code = enrolment_code(central, device.name)
    retire(device, True)
    with device.line() as line, pytest.raises(Refused, match="retired"):
        line.enrol(code)
    retire(device, False)
    device.enrol(code)
