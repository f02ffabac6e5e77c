"""After every visit nothing of what was typed is left: in objects, the keyboard, the clipboard, the log or any file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.pack_files import read_pack_file
from tests.ui.conftest import LOBBY
from tests.ui.remains import CONTACT, IN_ACTIVITY, TYPED, WAYS


@pytest.mark.timeout(600)
def test_nothing_that_was_typed_is_left_after_a_visit_however_it_ended(tmp_path: Path) -> None:
    asked = {
        activity.id
        for activity in read_pack_file(LOBBY).activities
        if any(question.type == "text" for question in activity.questions)
    }
    done = visits_that_left_nothing(tmp_path)
    assert done[: len(TYPED)] == list(zip(TYPED, WAYS, strict=True))
    assert {what for what, _ in done} == {*TYPED, *asked, *CONTACT}


def visits_that_left_nothing(tmp_path: Path) -> list[tuple[str, str]]:
    """Let visitors write in a process of its own, and return what they wrote in and how they ended."""
    home, temporary = tmp_path / "person", tmp_path / "temporary"
    home.mkdir()
    temporary.mkdir()
    surroundings = {
        name: value for name, value in os.environ.items() if not name.startswith("XDG_") and name != "FORUM_HOME"
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.remains", str(home / "kiosk")],
        env={**surroundings, "HOME": str(home), "TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        timeout=580,
    )
    assert done.returncode == 0, done.stderr
    visits = [json.loads(line) for line in done.stdout.splitlines()]
    assert {str(each["ended"]): each["found"] for each in visits if each["found"]} == {}

    written = {each["written"] for each in visits} | set(TYPED.values()) | {IN_ACTIVITY, *CONTACT.values()}
    assert all(written)
    assert not [words for words in written if words in done.stderr]
    left = [path for folder in (home, temporary) for path in folder.rglob("*") if path.is_file()]
    assert home / "kiosk" / "forum.db" in left  # it holds every word, encrypted
    opened = {path for each in visits for path in map(Path, each["open"]) if path.is_file()}
    assert [
        (str(path), words) for path in {*left, *opened} for words in written if _holds(path.read_bytes(), words)
    ] == []
    return [(what, way) for each in visits for what, way in each["ended"]]


def _holds(content: bytes, words: str) -> bool:
    return any(words.encode(encoding) in content for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
