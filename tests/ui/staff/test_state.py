"""Where staff stand, as a table of what leads where."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.forum.staffing import Deed, Role
from kiosk.usb_sticks import Stick
from ui.staff import state
from ui.staff.state import Export, Page, Period, Staff
from ui.staff.trouble import Trouble

DOOR = state.at_the_door(("jisu", "minho"))


def stick(device: str) -> Stick:
    return Stick(device, Path("/media") / device, device, 100, 50, True)


def test_the_only_account_is_chosen_and_of_several_none() -> None:
    assert state.at_the_door(("jisu",)).account == "jisu"
    assert DOOR.account == ""


def test_a_pin_is_tried_only_with_an_account_enough_digits_and_no_lock() -> None:
    ready = replace(state.chose(DOOR, "jisu"), pin="482913")
    assert state.can_enter(ready)
    for not_yet in (
        replace(ready, account=""),
        replace(ready, pin="48291"),
        replace(ready, checking=True),
        replace(ready, locked_seconds=1),
        state.entered(ready, Role.MANAGER),
    ):
        assert not state.can_enter(not_yet)


@pytest.mark.parametrize("pin", ["4829134829134", "48291a", "４８"])
def test_what_is_no_digit_or_too_long_is_not_taken(pin: str) -> None:
    assert state.typed(replace(DOOR, pin="48"), pin).pin == "48"


def test_another_account_and_a_miss_begin_the_pin_anew() -> None:
    typed = replace(DOOR, account="jisu", pin="4829", missed=True, locked_seconds=9)
    assert state.chose(typed, "minho") == replace(DOOR, account="minho")
    assert state.chose(typed, "nobody") == typed
    missed = state.not_entered(replace(typed, checking=True), timedelta(milliseconds=14_200))
    assert (missed.pin, missed.missed, missed.locked_seconds, missed.checking) == ("", True, 15, False)


def test_nothing_of_the_pin_goes_inside() -> None:
    inside = state.entered(replace(DOOR, account="jisu", pin="482913"), Role.ATTENDANT)
    assert (inside.pin, inside.page, inside.account) == ("", Page.TODAY, "jisu")


def test_nobody_turns_a_page_at_the_door_and_an_attendant_only_to_what_the_role_may_see() -> None:
    assert state.turned_to(DOOR, Page.EXPORT) == DOOR
    inside = state.entered(DOOR, Role.ATTENDANT)
    for page in (Page.EXPORT, Page.MACHINE, Page.TESTS):
        assert state.turned_to(inside, page).page is page
    assert state.turned_to(inside, Page.ENTRY) == inside
    assert not DOOR.may(Deed.TALLY)


def test_an_export_on_its_way_stays_when_the_page_is_turned_and_what_was_said_of_one_that_ended_goes() -> None:
    inside = state.entered(DOOR, Role.MANAGER)
    running = replace(inside, export=Export(stage="pdf"))
    assert state.turned_to(running, Page.MACHINE).export.stage == "pdf"
    ended = replace(inside, export=Export(trouble=Trouble("gone")))
    assert state.turned_to(ended, Page.MACHINE).export.trouble is None


def test_the_first_stick_is_chosen_and_another_only_when_it_is_gone() -> None:
    one, two = stick("8:1"), stick("8:2")
    found = state.with_sticks(Export(), (one, two))
    assert found.chosen == "8:1"
    assert state.with_sticks(replace(found, chosen="8:2"), (one, two)).chosen == "8:2"
    assert state.with_sticks(replace(found, chosen="8:2"), (one,)).chosen == "8:1"
    gone = state.with_sticks(found, ())
    assert (gone.chosen, gone.stick, state.can_export(gone)) == ("", None, False)
    assert state.can_export(found)
    assert not state.can_export(replace(found, stage="writing"))


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period.TODAY, date(2026, 3, 1), date(2026, 3, 1)),
        (Period.YESTERDAY, date(2026, 2, 28), date(2026, 2, 28)),
        (Period.WEEK, date(2026, 2, 23), date(2026, 3, 1)),
        (Period.MONTH, date(2026, 3, 1), date(2026, 3, 1)),
    ],
)
def test_a_period_is_days_in_a_row_that_end_today_at_the_latest(period: Period, first: date, last: date) -> None:
    assert state.days_of(period, date(2026, 3, 1)) == (first, last)


def test_staff_without_a_role_may_do_nothing() -> None:
    assert not any(Staff().may(deed) for deed in Deed)
