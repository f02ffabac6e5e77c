from datetime import datetime
from pathlib import Path

import pytest

from kiosk.forum.errors import ForumError
from kiosk.forum.seoul import SEOUL
from kiosk.settings import read_settings

WEEK = '[hours]\nmonday-friday = "09:00-18:00"\nsaturday = "10:00 - 13:00"\n'


def _home(tmp_path: Path, text: str) -> Path:
    (tmp_path / "kiosk.toml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-20 09:00", True),  # a Friday
        ("2026-11-20 08:59", False),
        ("2026-11-20 17:59", True),
        ("2026-11-20 18:00", False),
        ("2026-11-21 12:59", True),
        ("2026-11-21 13:00", False),
        ("2026-11-22 12:00", False),
    ],
)
def test_the_lobby_is_open_in_its_hours(tmp_path: Path, moment: str, is_open: bool) -> None:
    settings = read_settings(_home(tmp_path, WEEK))
    assert settings.is_open(datetime.fromisoformat(moment).replace(tzinfo=SEOUL)) is is_open


def test_without_a_file_everything_has_a_value(tmp_path: Path) -> None:
    settings = read_settings(tmp_path)
    assert settings.is_open(datetime(2026, 11, 22, 3, tzinfo=SEOUL))
    assert settings.daily.backups == tmp_path / "backups"
    assert (settings.daily.formats, settings.daily.keep_backups) == (("csv", "pdf"), 14)


def test_a_folder_is_the_home_s_unless_it_starts_at_the_root(tmp_path: Path) -> None:
    daily = read_settings(_home(tmp_path, '[daily]\ntallies = "/srv/t"\nbackups = "b"\nkeep_backups = 3')).daily
    assert (daily.tallies, daily.backups, daily.keep_backups) == (Path("/srv/t"), tmp_path / "b", 3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hours = 3", "hours"),
        ('[hours]\nsomeday = "09:00-18:00"', "“someday” is no day"),
        ('[hours]\nfriday-monday = "09:00-18:00"', "runs backwards"),
        ('[hours]\nmonday = "18:00-09:00"', "must be a span such as"),
        ('[hours]\nmonday = "9-18"', "must be a span such as"),
        ("[daily]\nkeep_backups = 0", "daily.keep_backups"),
        ('[daily]\nformats = ["doc"]', "daily.formats"),
        ("[night]\nx = 1", "night"),
        ("[daily", "is not TOML"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ForumError) as caught:
        read_settings(_home(tmp_path, text))
    assert said in str(caught.value)
    assert "kiosk.toml" in str(caught.value)
