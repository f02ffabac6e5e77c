"""What is a PIN, how long misses lock, and who may do what."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.forum.staffing import (
    LONGEST_MESSAGE,
    Deed,
    Role,
    is_account_name,
    lock_after,
    may,
    own_message,
    pin_problem,
    removal_fault,
    still_locked,
)

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize("pin", ["482913", "204518", "19840517", "930275118264"])
def test_a_pin_of_six_to_twelve_digits_is_taken(pin: str) -> None:
    assert pin_problem(pin) is None


@pytest.mark.parametrize("pin", ["", "48291", "4829134829134", "48291a", "４８２９１３", " 482913", "-482913"])
def test_anything_but_six_to_twelve_digits_is_refused(pin: str) -> None:
    problem = pin_problem(pin)
    assert problem is not None
    assert "6 to 12 digits" in problem


@pytest.mark.parametrize(
    "pin", ["000000", "123456", "654321", "890123", "246802", "121212", "123123", "111222", "112211", "12341234123412"]
)
def test_what_anybody_would_try_first_is_refused(pin: str) -> None:
    assert pin_problem(pin) is not None


def test_the_fifth_miss_locks_for_fifteen_seconds_and_each_further_one_for_twice_as_long() -> None:
    locks = [lock_after(misses).total_seconds() for misses in range(10)]
    assert locks == [0, 0, 0, 0, 0, 15, 30, 60, 120, 240]
    assert lock_after(10_000) == timedelta(hours=1)


def test_a_lock_runs_down_with_the_clock_and_not_when_it_is_set_back() -> None:
    assert still_locked(5, NOON, NOON + timedelta(seconds=5)) == timedelta(seconds=10)
    assert still_locked(5, NOON, NOON + timedelta(seconds=15)) == timedelta()
    assert still_locked(5, NOON, NOON - timedelta(days=3)) == timedelta(seconds=15)
    assert still_locked(4, NOON, NOON) == timedelta()
    assert still_locked(5, None, NOON) == timedelta()


def test_an_attendant_sees_and_restarts_and_only_a_manager_changes_content_accounts_and_settings() -> None:
    only_managers = {deed for deed in Deed if not may(Role.ATTENDANT, deed)}
    assert only_managers == {Deed.CONTENT, Deed.ACCOUNTS, Deed.SETTINGS}
    assert all(may(Role.MANAGER, deed) for deed in Deed)


@pytest.mark.parametrize(
    ("name", "good"), [("지수", True), ("desk.2", True), ("", False), ("A", False), ("a" * 17, False)]
)
def test_an_account_name_is_short_and_lower_case(name: str, good: bool) -> None:
    assert is_account_name(name) is good


def test_nobody_removes_themselves_or_the_last_manager() -> None:
    roles = {"jisu": Role.MANAGER, "minho": Role.ATTENDANT}
    assert removal_fault(roles, "minho", "jisu") is None
    assert removal_fault(roles, "jisu", "jisu") == "oneself"
    assert removal_fault(roles, "jisu", "minho") == "last-manager"
    assert removal_fault({**roles, "sumin": Role.MANAGER}, "sumin", "jisu") is None


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  오후 2시에\n다시 열어요 ", "오후 2시에 다시 열어요"),
        ("\u202e거꾸로\x00 글\u200b", "거꾸로 글"),
        ("가" * 100, "가" * LONGEST_MESSAGE),
        (" \n\t", ""),
    ],
)
def test_a_message_of_ones_own_is_one_plain_line_whatever_was_typed(typed: str, shown: str) -> None:
    assert own_message(typed) == shown
