"""`kiosk.toml` changed from the panel: only what was changed is written, comments stay, and the whole goes back."""

import os
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from kiosk.forum.errors import ForumError
from kiosk.settings import FILE, ByStaff, by_staff, read_settings
from kiosk.settings_changes import Rewritten, change_settings, differences, put_back

FULL = """# the lobby's own
[hours]                       # as on the door
monday-friday = "09:00-18:00" # without lunch
saturday = "10:00-13:00"      # the guard knows

# its power
[screen]
off = ["true"]

[daily]
backups = "/mnt/backups"  # the second disk
keep_backups = 20
"""
NINE, LONG = (time(9), time(18)), (time(8, 30), time(19))


def write(home: Path, text: str) -> Path:
    (home / FILE).write_text(text, encoding="utf-8")
    return home


def now(home: Path) -> str:
    return (home / FILE).read_text(encoding="utf-8")


def test_a_changed_day_leaves_every_other_line_and_comment_and_the_whole_goes_back(tmp_path: Path) -> None:
    home = write(tmp_path, FULL)
    before = by_staff(read_settings(home))
    wanted = replace(before, hours=(LONG, *[NINE] * 4, None, None), keep_backups=7)
    rewritten = change_settings(home, wanted)
    assert by_staff(read_settings(home)) == wanted
    for kept in ("# the lobby's own", "# as on the door", "# without lunch", "# the guard knows", "# the second disk"):
        assert now(home).count(kept) == 1
    assert now(home).index('monday = "08:30-19:00"') < now(home).index("# its power\n[screen]")
    assert "keep_backups = 7\n" in now(home)
    assert "formats" not in now(home)
    assert differences(before, wanted) == (
        "hours: monday-friday 09:00-18:00, saturday 10:00-13:00 -> monday 08:30-19:00, tuesday-friday 09:00-18:00; "
        "keep_backups: 20 -> 7"
    )
    put_back(home, rewritten)
    assert now(home) == FULL


def test_the_same_days_at_other_hours_change_in_their_own_line(tmp_path: Path) -> None:
    home = write(tmp_path, FULL)
    before = by_staff(read_settings(home))
    change_settings(home, replace(before, hours=(*[LONG] * 5, before.hours[5], None)))  # type: ignore[index]
    changed = FULL.replace('"09:00-18:00" #', '"08:30-19:00" #')
    assert [line.split() for line in now(home).splitlines()] == [line.split() for line in changed.splitlines()]


def test_without_hours_their_lines_stay_as_comments_and_hours_come_back_in_a_line_of_their_own(tmp_path: Path) -> None:
    home = write(tmp_path, FULL)
    off = replace(by_staff(read_settings(home)), hours=None)
    change_settings(home, off)
    assert '# monday-friday = "09:00-18:00" # without lunch' in now(home)
    assert by_staff(read_settings(home)) == off
    on = replace(off, hours=(NINE,) * 7)
    change_settings(home, on)
    assert by_staff(read_settings(home)) == on


def test_a_home_without_the_file_gets_one(tmp_path: Path) -> None:
    wanted = replace(by_staff(read_settings(tmp_path)), hours=(*[NINE] * 5, None, None), formats=("csv", "xlsx"))
    rewritten = change_settings(tmp_path, wanted)
    assert now(tmp_path) == '[hours]\nmonday-friday = "09:00-18:00"\n\n[daily]\nformats = ["csv", "xlsx"]\n'
    put_back(tmp_path, rewritten)
    assert not (tmp_path / FILE).exists()


def test_what_cannot_be_written_is_said_in_one_sentence_and_stays_as_it_is(tmp_path: Path) -> None:
    home = write(tmp_path, FULL)
    wanted = replace(by_staff(read_settings(home)), keep_backups=3)
    (home / f".{FILE}.{os.getpid()}.part").mkdir()  # also root cannot write a file there
    with pytest.raises(ForumError, match=r"could not be written \(Is a directory\).*Check the folder"):
        change_settings(home, wanted)
    assert now(home) == FULL


def test_a_folder_in_the_place_of_the_file_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    for attempt in (
        lambda: change_settings(tmp_path, ByStaff(None, ("csv",), 3)),
        lambda: put_back(tmp_path, Rewritten(None, "")),
    ):
        with pytest.raises(ForumError, match=r"cannot be read \(Is a directory\)"):
            attempt()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[daily", "is not TOML"),
        ('[hours]\nmonday = "9-18"\n', "must be a span"),
        ('hours = {monday = "09:00-10:00"}\n', "in a way that cannot be changed here"),
    ],
)
def test_a_file_that_cannot_be_changed_stays_as_it_is(tmp_path: Path, text: str, said: str) -> None:
    wanted = replace(by_staff(read_settings(tmp_path)), keep_backups=3)
    home = write(tmp_path, text)
    with pytest.raises(ForumError, match=said):
        change_settings(home, wanted)
    assert now(home) == text


def test_what_somebody_changed_meanwhile_is_not_put_back(tmp_path: Path) -> None:
    home = write(tmp_path, FULL)
    rewritten = change_settings(home, replace(by_staff(read_settings(home)), keep_backups=3))
    write(home, now(home) + "# and this\n")
    with pytest.raises(ForumError, match="by somebody else"):
        put_back(home, rewritten)
    assert now(home).endswith("# and this\n")
