"""A withdrawal, at the kiosk or at the ministry, at any moment: erased on both sides, and the tallies agree."""

import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kiosk.forum.chain import first_link, next_link
from kiosk.store import Store, open_store
from sync.central.central import opened_database
from sync.central.ingest.enrolment import make_code
from sync.central.ingest.withdrawals import withdraw_receipt
from sync.central.results.tally import tally
from sync.central.settings import Settings
from sync.central.store import tables as t
from sync.central.store.database import Database
from sync.protocol.batches import Batch, encode_batch
from sync.protocol.withdrawals import Tombstone, TombstonesRequest
from sync.uploader.client import Line
from sync.uploader.enrolment import enrol
from sync.uploader.outcomes import Conflict, Gap
from sync.uploader.upload import Upload, open_upload
from sync.uploader.withdrawals import Withdrawals
from tests.small_pack import small_pack
from tests.submissions import poll_submission
from tests.sync.server import serving

DAY = date(2026, 11, 22)


@dataclass
class Ministry:
    """A serving central store, and its database opened beside it."""

    url: str
    database: Database


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def ministry(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ministry]:
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres").fresh_database()
    home = tmp_path_factory.mktemp("ministry")
    with (
        serving(home, url) as server,
        opened_database(Settings(home=home, database_url=url)) as database,
    ):
        yield Ministry(server.url, database)


@dataclass
class Kiosk:
    """A kiosk with its line, and every receipt that it ever gave."""

    name: str
    store: Store
    upload: Upload
    withdrawals: Withdrawals
    line: Line
    ministry: Ministry
    receipts: list[str] = field(default_factory=list)

    def keep(self) -> None:
        choice = ("security", "economy", "culture")[len(self.receipts) % 3]
        kept = self.store.keep(poll_submission({"first": choice}))
        self.receipts.append(kept.receipt_id)

    def send(self) -> None:
        self.upload.drain()

    def send_and_lose_the_answer(self) -> None:
        """The ministry commits what waits, and the kiosk never hears of it."""
        if records := self.store.outbox(500):
            before = self.store.chain_before(records[0].epoch, records[0].seq)
            assert before is not None
            self.line.send_pack("small", 1, small_pack().canonical())
            batch = Batch(self.store.device_id, records[0].epoch, records[0].seq, before, records)
            self.line.send_batch(self.server_key(), batch.epoch, encode_batch(batch))

    def server_key(self) -> Ed25519PublicKey:
        enrolment = self.store.enrolment()
        assert enrolment is not None
        return Ed25519PublicKey.from_public_bytes(enrolment.server_key)

    def withdraw_here(self, number: int) -> str:
        receipt_id = self.receipts[number % len(self.receipts)]
        assert self.store.withdraw(receipt_id, datetime.now(UTC))
        return receipt_id

    def withdraw_at_the_ministry(self, number: int) -> str:
        receipt_id = self.receipts[number % len(self.receipts)]
        withdraw_receipt(self.ministry.database, self.store.device_id, receipt_id, datetime.now(UTC))
        return receipt_id

    def hear(self) -> None:
        self.withdrawals.follow_news()

    def settle(self) -> None:
        """Both sides speak until neither has anything to say."""
        self.send()
        self.hear()
        self.send()

    def stored(self) -> list[tuple[int, bytes, bytes | None, bytes | None]]:
        columns = t.record.c
        query = (
            select(columns.seq, columns.commitment, columns.salt, columns.payload)
            .join(t.device, t.device.c.no == columns.device_no)
            .where(t.device.c.device_id == self.store.device_id)
            .order_by(columns.seq)
        )
        with self.ministry.database.reading() as connection:
            return [tuple(row) for row in connection.execute(query)]


@contextmanager
def _kiosk(ministry: Ministry) -> Iterator[Kiosk]:
    name = f"kiosk-{uuid.uuid4().hex[:8]}"
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        enrolment = enrol(store, ministry.url, make_code(ministry.database, name, datetime.now(UTC)), False)
        store.install_pack(small_pack())
        line = Line(ministry.url, store.device_id, Ed25519PrivateKey.from_private_bytes(enrolment.device_key))
        upload, withdrawals = open_upload(store, False), Withdrawals(store, enrolment)
        try:
            yield Kiosk(name, store, upload, withdrawals, line, ministry)
        finally:
            upload.close()
            withdrawals.close()
            line.close()


@pytest.fixture
def kiosk(ministry: Ministry) -> Iterator[Kiosk]:
    with _kiosk(ministry) as opened:
        yield opened


def _check(kiosk: Kiosk, withdrawn: set[str]) -> None:
    ours, theirs = kiosk.store.tally(DAY, DAY), tally(kiosk.ministry.database, DAY, DAY, kiosk.name)
    assert ours == theirs
    left = len(kiosk.receipts) - len(withdrawn)
    assert sum(line.count for line in ours if line.option_id == "submissions") == left
    stored = kiosk.stored()
    assert [payload is None for _, _, _, payload in stored] == [each in withdrawn for each in kiosk.receipts]
    assert all((salt is None) == (payload is None) for _, _, salt, payload in stored)
    chain = first_link(kiosk.store.device_id, 1)
    for seq, commitment, _, _ in stored:
        chain = next_link(chain, seq, commitment)
    assert chain == kiosk.store.chain_before(1, len(kiosk.receipts) + 1)
    assert list(kiosk.store.verify()) == []
    assert kiosk.store.withdrawals_to_send() == []


_NUMBERS = st.integers(0, 9)
_STEPS = st.lists(
    st.one_of(
        st.just(("keep", 0)),
        st.just(("keep", 0)),
        st.just(("send", 0)),
        st.just(("lose", 0)),
        st.just(("hear", 0)),
        st.tuples(st.just("here"), _NUMBERS),
        st.tuples(st.just("there"), _NUMBERS),
    ),
    max_size=14,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=_STEPS)
def test_tallies_agree_after_any_order_of_keeping_sending_losing_and_withdrawing(
    ministry: Ministry, steps: list[tuple[str, int]]
) -> None:
    with _kiosk(ministry) as kiosk:
        withdrawn: set[str] = set()
        kiosk.keep()
        for step, number in steps:
            match step:
                case "keep":
                    kiosk.keep()
                case "send":
                    kiosk.send()
                case "lose":
                    kiosk.send_and_lose_the_answer()
                case "hear":
                    kiosk.hear()
                case "here":
                    withdrawn.add(kiosk.withdraw_here(number))
                case "there":
                    withdrawn.add(kiosk.withdraw_at_the_ministry(number))
        kiosk.settle()
        _check(kiosk, withdrawn)


def test_withdrawn_before_the_upload_goes_as_its_commitment_alone(kiosk: Kiosk) -> None:
    kiosk.keep()
    kiosk.keep()
    withdrawn = kiosk.withdraw_here(0)
    kiosk.send()
    _check(kiosk, {withdrawn})


def test_withdrawn_after_the_upload_is_erased_at_the_ministry(kiosk: Kiosk) -> None:
    kiosk.keep()
    kiosk.send()
    withdrawn = kiosk.withdraw_here(0)
    kiosk.send()
    _check(kiosk, {withdrawn})


def test_withdrawn_while_the_answer_was_lost_is_erased_although_it_had_arrived(kiosk: Kiosk) -> None:
    kiosk.keep()
    kiosk.send_and_lose_the_answer()
    withdrawn = kiosk.withdraw_here(0)
    kiosk.send()
    _check(kiosk, {withdrawn})


def test_withdrawn_at_the_ministry_before_it_arrived_is_erased_on_both_sides(kiosk: Kiosk) -> None:
    kiosk.keep()
    withdrawn = kiosk.withdraw_at_the_ministry(0)
    kiosk.settle()
    _check(kiosk, {withdrawn})


def test_what_is_erased_does_not_come_back_when_it_is_sent_again(kiosk: Kiosk) -> None:
    kiosk.keep()
    records = kiosk.store.outbox()
    kiosk.send()
    withdrawn = kiosk.withdraw_here(0)
    kiosk.send()
    batch = Batch(kiosk.store.device_id, 1, 1, first_link(kiosk.store.device_id, 1), records)
    receipt, _ = kiosk.line.send_batch(kiosk.server_key(), 1, encode_batch(batch))
    assert receipt.through_seq == 1
    _check(kiosk, {withdrawn})


def test_tombstone_for_another_record_or_for_none_erases_nothing(kiosk: Kiosk) -> None:
    kiosk.keep()
    kiosk.send()
    (_, commitment, _, _), *_ = kiosk.stored()
    right = Tombstone(seq=1, commitment=commitment.hex(), receipt_id=kiosk.receipts[0])
    for wrong, error in (
        (right.model_copy(update={"commitment": "00" * 32}), Conflict),
        (right.model_copy(update={"receipt_id": str(uuid.uuid4())}), Conflict),
        (right.model_copy(update={"seq": 2}), Gap),
    ):
        with pytest.raises(error):
            kiosk.line.send_withdrawals(kiosk.server_key(), TombstonesRequest(epoch=1, withdrawn=[wrong]))
    _check(kiosk, set())


def test_news_bring_the_ministrys_newest_sealing_key(kiosk: Kiosk) -> None:
    enrolment = kiosk.store.enrolment()
    assert enrolment is not None
    kiosk.store.keep_ministry_keys(bytes(32), bytes(32))
    kiosk.hear()
    again = kiosk.store.enrolment()
    assert again is not None
    assert (again.sealing_key, again.handoff_key) == (None, enrolment.handoff_key)


def test_installed_packs_go_up_before_any_record_so_that_a_phone_can_go_on(kiosk: Kiosk) -> None:
    kiosk.send()
    with kiosk.ministry.database.reading() as connection:
        query = select(t.device_pack.c.pack_id).join(t.device, t.device.c.no == t.device_pack.c.device_no)
        assert list(connection.execute(query.where(t.device.c.device_id == kiosk.store.device_id)).scalars()) == [
            "small"
        ]
