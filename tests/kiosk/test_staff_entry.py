"""Entering with a PIN: misses lock, a restart does not unlock, and all of it stands in a log that nobody changes."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.forum.errors import ForumError
from kiosk.forum.staffing import Closure, Role
from kiosk.staff_entry import enter, hashed_pin
from kiosk.store import Store, StoreError, open_store

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PIN = "482913"


@pytest.fixture
def staffed(store: Store) -> Store:
    store.staff.add("jisu", Role.MANAGER, hashed_pin(PIN), "test", NOON)
    return store


def missed(store: Store, times: int) -> None:
    for _ in range(times):
        assert enter(store, "jisu", "000001", NOON).role is None


def test_the_right_pin_enters_with_its_role(staffed: Store) -> None:
    assert enter(staffed, "jisu", PIN, NOON).role is Role.MANAGER
    assert enter(staffed, "nobody", PIN, NOON).role is None


def test_a_pin_is_stored_as_an_argon2id_hash_only(staffed: Store) -> None:
    tried = staffed.staff.begin_try("jisu", NOON)
    assert tried is not None
    assert tried.pin_hash is not None
    assert tried.pin_hash.startswith("$argon2id$")
    assert PIN not in tried.pin_hash


def test_five_misses_lock_and_the_right_pin_does_not_open_before_the_lock_ends(staffed: Store) -> None:
    missed(staffed, 4)
    assert enter(staffed, "jisu", "000001", NOON).locked_for == timedelta(seconds=15)
    early = enter(staffed, "jisu", PIN, NOON + timedelta(seconds=14))
    assert (early.role, early.locked_for) == (None, timedelta(seconds=1))
    assert enter(staffed, "jisu", PIN, NOON + timedelta(seconds=15)).role is Role.MANAGER


def test_each_miss_after_a_lock_locks_twice_as_long_until_the_pin_was_right(staffed: Store) -> None:
    missed(staffed, 5)
    again = NOON + timedelta(seconds=15)
    assert enter(staffed, "jisu", "000001", again).locked_for == timedelta(seconds=30)
    assert enter(staffed, "jisu", PIN, again + timedelta(seconds=30)).role is Role.MANAGER
    missed(staffed, 4)  # none of the earlier ones counts any more


def test_a_restart_does_not_unlock(home: Path) -> None:
    with open_store(home) as store:
        store.staff.add("jisu", Role.MANAGER, hashed_pin(PIN), "test", NOON)
        missed(store, 5)
    with open_store(home) as store:
        assert enter(store, "jisu", PIN, NOON + timedelta(seconds=1)).locked_for == timedelta(seconds=14)


def test_a_miss_counts_although_the_power_fails_before_the_pin_was_looked_at(staffed: Store) -> None:
    for _ in range(5):
        staffed.staff.begin_try("jisu", NOON)  # and nothing after it
    assert enter(staffed, "jisu", PIN, NOON).locked_for == timedelta(seconds=15)


def test_a_clock_that_is_set_back_by_years_locks_for_no_longer_than_the_lock(staffed: Store) -> None:
    missed(staffed, 5)
    before = NOON - timedelta(days=3000)
    assert enter(staffed, "jisu", PIN, before).locked_for == timedelta(seconds=15)
    assert enter(staffed, "jisu", PIN, before + timedelta(seconds=15)).role is Role.MANAGER


def test_every_entry_miss_and_change_is_logged(staffed: Store) -> None:
    missed(staffed, 5)
    enter(staffed, "jisu", PIN, NOON + timedelta(seconds=1))
    staffed.staff.set_pin("jisu", hashed_pin("739215"), "forum-staff", NOON)
    enter(staffed, "jisu", "739215", NOON)
    staffed.staff.close(Closure("maintenance"), "jisu", NOON)
    staffed.staff.open("jisu", NOON)
    staffed.staff.remove("jisu", "forum-staff", NOON)
    done = [(each.account, each.deed) for each in reversed(staffed.staff.log(100))]
    assert done == [
        ("test", "account-added"),
        *[("jisu", "missed")] * 5,
        ("jisu", "locked"),
        ("forum-staff", "account-pin"),
        ("jisu", "entered"),
        ("jisu", "closed"),
        ("jisu", "opened"),
        ("forum-staff", "account-removed"),
    ]
    assert PIN not in str(staffed.staff.log(100))


@pytest.mark.parametrize("change", ["UPDATE staff_log SET account = 'other'", "DELETE FROM staff_log"])
def test_nothing_changes_what_was_logged(staffed: Store, change: str) -> None:
    with pytest.raises(StoreError), staffed._writing() as connection:
        connection.exec_driver_sql(change)
    assert staffed.staff.log(1)[0].account == "test"


def test_an_account_is_added_once_and_only_one_that_is_there_is_changed(staffed: Store) -> None:
    with pytest.raises(ForumError, match="already"):
        staffed.staff.add("jisu", Role.ATTENDANT, hashed_pin(PIN), "test", NOON)
    with pytest.raises(ForumError, match="no account “minho”"):
        staffed.staff.remove("minho", "test", NOON)
    with pytest.raises(ForumError, match="no account “minho”"):
        staffed.staff.set_pin("minho", "", "test", NOON)
    assert [each.name for each in staffed.staff.accounts()] == ["jisu"]


def test_out_of_service_stays_until_it_is_ended(home: Path) -> None:
    with open_store(home) as store:
        assert store.staff.closure() is None
        store.staff.close(Closure("maintenance"), "jisu", NOON)
        store.staff.close(Closure("finished"), "jisu", NOON)
    with open_store(home) as store:
        closure = store.staff.closure()
        assert closure is not None
        assert closure.reason == "finished"
        store.staff.open("jisu", NOON)
        assert store.staff.closure() is None
