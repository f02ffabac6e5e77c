"""What must never pass in silence: a cloned kiosk, one that was set back, a ministry that lost records, a hole."""

import random
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from kiosk.forum.errors import ForumError
from kiosk.last_good import copy_when_due
from kiosk.store import open_store
from kiosk.store import tables as kiosk_tables
from kiosk.store.engine import LAST_GOOD_FILE
from sync.central.results.device_states import device_states
from sync.central.store import tables as t
from sync.uploader.outcomes import Conflict, UploadError
from sync.uploader.rejoining import rejoin
from sync.uploader.upload import open_upload
from tests.faults.central_thread import CentralThread, serving_thread
from tests.faults.fault_proxy import proxying
from tests.faults.world import World
from tests.submissions import poll_submission


@pytest.fixture
def central(tmp_path: Path, database_url: str | None) -> Iterator[CentralThread]:
    with serving_thread(tmp_path / "central", database_url) as running:
        yield running


@pytest.fixture
def world(tmp_path: Path, central: CentralThread) -> Iterator[World]:
    with proxying(central.address, 1) as proxy:
        made = World(tmp_path, central, proxy, random.Random(1), "kiosk")
        yield made
        made.close()


def _drained(home: Path) -> int:
    """Upload and return how many still wait; raises UploadError."""
    with open_store(home) as store:
        upload = open_upload(store, allow_http=False)
        try:
            upload.drain()
        finally:
            upload.close()
        return store.pending()


def test_two_kiosks_with_one_identity_are_told_apart_and_the_second_keeps_its_records(world: World) -> None:
    world.thank(3)
    world.upload()
    world.close()
    twin = world.folder / "twin"
    shutil.copytree(world.home, twin)
    for home in (world.home, twin):
        with open_store(home) as store:
            store.keep_all([poll_submission() for _ in range(2)])
    assert _drained(world.home) == 0
    for _ in range(2):
        with pytest.raises(Conflict, match="cloned"):
            _drained(twin)
    with open_store(twin) as store:
        assert store.pending() == 2
    world.open()


def test_the_second_of_two_finds_back_in_a_new_epoch_and_every_submission_of_both_is_there_once(
    world: World, central: CentralThread
) -> None:
    world.thank(3)
    world.upload()
    world.close()
    twin = world.folder / "twin"
    shutil.copytree(world.home, twin)
    ours, theirs, later = ([poll_submission() for _ in range(2)] for _ in range(3))
    for home, submissions in ((world.home, ours), (twin, theirs)):
        with open_store(home) as store:
            store.keep_all(submissions)
            copy_when_due(store)
    assert _drained(world.home) == 0
    with pytest.raises(Conflict):
        _drained(twin)
    # The ministry's staff see it, also after the other one has said that all is well.
    assert _drained(world.home) == 0
    assert _conflict(central)
    with open_store(twin) as store, open_store(twin) as touchscreen:
        assert store.status().stopped == "conflict"
        assert rejoin(store, allow_http=False)[0] == 2
        touchscreen.keep_all(later)
        assert [each.epoch for each in touchscreen.outbox()] == [store.epoch] * 2
        assert list(store.verify()) == []
        assert store.status().stopped == ""
        assert not (twin / LAST_GOOD_FILE).exists()
        assert rejoin(store, allow_http=False)[0] is None
    assert not _conflict(central)
    world.open()
    world.thank(1)
    world.upload()
    assert world.store.pending() == 0
    with central.database.reading() as connection:
        there = list(connection.execute(select(t.record.c.receipt_id)).scalars())
    promised = [*world.promises.thanked, *(each.receipt_id for each in (*ours, *theirs, *later))]
    assert sorted(there) == sorted(promised)


def test_what_the_ministry_has_already_is_not_counted_again_when_a_kiosk_finds_back(world: World) -> None:
    world.thank(2)
    world.image()  # here they wait; the ministry gets them from the store that comes after
    world.thank(1)
    world.upload()
    world.set_back()
    world.thank(2)
    world.withdraw(newest=True)
    world.upload()
    assert "forum-sync rejoin" in world.said[-1]
    assert world.rejoin() == 4
    assert world.settle() == []


def _conflict(central: CentralThread) -> bool:
    (state,) = device_states(central.database, datetime.now(UTC), timedelta(days=1))
    return "CLONED" in state.sentence()


def test_a_store_that_was_set_back_by_hand_is_noticed_before_anything_is_sent(world: World) -> None:
    world.thank(3)
    world.upload()
    world.close()
    shutil.copytree(world.home, world.folder / "image")
    with open_store(world.home) as store:
        store.keep_all([poll_submission() for _ in range(4)])
    assert _drained(world.home) == 0
    shutil.rmtree(world.home)
    shutil.copytree(world.folder / "image", world.home)
    with open_store(world.home) as store:
        store.keep_all([poll_submission() for _ in range(2)])
    with pytest.raises(Conflict):
        _drained(world.home)
    world.open()
    assert world.store.pending() == 2


def test_a_restored_backup_sends_what_it_still_holds_and_all_that_follows(world: World) -> None:
    world.thank(3)
    world.upload()
    world.thank(2)
    world.back_up()
    world.thank(3)
    world.upload()
    world.restore()
    world.thank(2)
    assert world.settle() == []
    assert len(world.promises.thanked) == 10


def test_a_restored_backup_that_the_ministry_never_saw_the_end_of_sends_all_it_holds(world: World) -> None:
    world.thank(2)
    world.back_up()
    world.thank(2)
    world.restore()
    world.thank(1)
    world.back_up()
    world.upload()
    world.thank(1)
    world.restore()
    assert world.settle() == []


def test_a_ministry_that_lost_acknowledged_records_gets_them_again_or_staff_are_told(
    world: World, central: CentralThread
) -> None:
    world.thank(6)
    world.upload()
    with central.database.writing() as connection:
        chain = world.store.chain_before(1, 4)
        connection.execute(delete(t.record).where(t.record.c.seq > 3))
        connection.execute(update(t.chain_head).values(seq=3, chain=chain))
    world.thank(1)
    world.end_uploader()
    told = ""
    try:
        _drained(world.home)
    except UploadError as error:
        told = str(error)
    with central.database.reading() as connection:
        there = list(connection.execute(select(t.record.c.seq).order_by(t.record.c.seq)).scalars())
    assert there == [1, 2, 3, 4, 5, 6, 7] or "up to 3 only" in told


def test_a_hole_in_the_kiosks_store_is_named_and_nothing_is_sent_over_it(world: World) -> None:
    world.thank(5)
    hole = kiosk_tables.submission.c.seq == 3
    ids = select(kiosk_tables.submission.c.id).where(hole)
    world.connection.execute(delete(kiosk_tables.outbox).where(kiosk_tables.outbox.c.submission_id.in_(ids)))
    world.connection.execute(delete(kiosk_tables.submission).where(hole))
    assert any("3 to 3 of epoch 1 are missing" in each for each in world.store.verify())
    with pytest.raises(ForumError):
        _drained(world.home)
    assert world.store.pending() >= 2
