"""One serving central store for each database and test module, and kiosks that speak its protocol directly."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.forum.chain import ChainedRecord, commitment, first_link, new_salt, next_link
from kiosk.forum.submissions import canonical_bytes, new_receipt_id
from sync.central.central import opened_database
from sync.central.ingest.enrolment import make_code
from sync.central.settings import Settings
from sync.protocol.batches import BATCH_TYPE, Batch, encode_batch
from sync.protocol.encoding import from_text
from sync.protocol.signatures import signature_headers
from sync.uploader.client import Line
from tests.postgres import Postgres
from tests.small_pack import small_pack
from tests.submissions import poll_submission
from tests.sync.server import CentralProcess, serving


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def central(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CentralProcess]:
    address = None
    if request.param == "postgresql":
        server: Postgres = request.getfixturevalue("postgres")
        address = server.fresh_database()
    with serving(tmp_path_factory.mktemp("central"), address) as running:
        yield running


def enrolment_code(central: CentralProcess, name: str) -> str:
    settings = Settings(
        home=Path(central.environment["FORUM_CENTRAL_HOME"]), database_url=central.environment.get("FORUM_DATABASE_URL")
    )
    with opened_database(settings) as database:
        return make_code(database, name, datetime.now(UTC))


@dataclass
class Device:
    """A kiosk as the wire sees it: keys, and a chain that a test can bend."""

    url: str
    name: str
    device_id: str = field(default_factory=new_receipt_id)
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    server_key: Ed25519PublicKey = field(init=False)

    def line(self) -> Line:
        return Line(self.url, self.device_id, self.key)

    def enrol(self, code: str) -> None:
        with self.line() as line:
            self.server_key = Ed25519PublicKey.from_public_bytes(from_text(line.enrol(code).server_key, 32))
            pack = small_pack()
            line.send_pack(pack.id, pack.version, pack.canonical())

    def records(self, count: int, first: int = 1) -> list[ChainedRecord]:
        payloads = [canonical_bytes(poll_submission()) for _ in range(count)]
        return chained(payloads, first)

    def batch(self, records: list[ChainedRecord], after: list[ChainedRecord] | None = None, epoch: int = 1) -> Batch:
        chain = first_link(self.device_id, epoch)
        for record in after or []:
            chain = next_link(chain, record.seq, record.commitment)
        return Batch(self.device_id, epoch, records[0].seq, chain, records)

    def post(self, body: bytes, **headers: str) -> requests.Response:
        """Send a body to the batches as it is, rightly signed."""
        target = f"/v1/devices/{self.device_id}/batches"
        signed = signature_headers(self.key, self.device_id, "POST", target, body)
        sent = {"Content-Type": BATCH_TYPE, "Content-Encoding": "gzip", **signed, **headers}
        return requests.post(self.url + target, data=body, headers=sent, timeout=30)

    def send(self, batch: Batch) -> requests.Response:
        return self.post(encode_batch(batch))


def chained(payloads: list[bytes], first: int = 1, epoch: int = 1) -> list[ChainedRecord]:
    salts = [new_salt() for _ in payloads]
    return [
        ChainedRecord(epoch, seq, salt, payload, commitment(salt, payload))
        for seq, (salt, payload) in enumerate(zip(salts, payloads, strict=True), first)
    ]


@pytest.fixture
def new_device(central: CentralProcess) -> Callable[[], Device]:
    """Make enrolled kiosks, each with a name of its own."""

    def make() -> Device:
        device = Device(central.url, f"kiosk-{new_receipt_id()}")
        device.enrol(enrolment_code(central, device.name))
        return device

    return make


@pytest.fixture
def device(new_device: Callable[[], Device]) -> Device:
    return new_device()
