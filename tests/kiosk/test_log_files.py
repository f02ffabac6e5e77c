import logging
from pathlib import Path

from kiosk.log_files import FOLDER, MOST_FILES, keep_log


def test_a_log_never_grows_beyond_its_bounds_and_keeps_the_newest_lines(home: Path) -> None:
    root = logging.getLogger()
    before = list(root.handlers)
    handler = keep_log(home, "forum-kiosk", most_bytes=2_000)
    try:
        for number in range(500):
            logging.getLogger("kiosk.test").warning("line %d", number)
            logging.getLogger("kiosk.test").info("not kept")
    finally:
        for each in set(root.handlers) - set(before):
            root.removeHandler(each)
            each.close()
    assert handler is not None
    files = sorted((home / FOLDER).iterdir())
    assert len(files) == MOST_FILES
    assert all(path.stat().st_size <= 2_000 for path in files)
    newest = (home / FOLDER / "forum-kiosk.log").read_text()
    assert newest.endswith("WARNING kiosk.test: line 499\n")
    assert "not kept" not in newest


def test_a_home_without_room_for_a_log_is_no_reason_not_to_start(home: Path) -> None:
    home.mkdir(parents=True, exist_ok=True)
    (home / FOLDER).write_text("in the way")
    assert keep_log(home, "forum-kiosk") is None
