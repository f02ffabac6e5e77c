import json
from pathlib import Path

from kiosk.store import open_store
from tests.conftest import Run
from tests.submissions import poll_submission


def test_backup_and_restore_speak_korean_and_english(home: Path, tmp_path: Path, run: Run) -> None:
    with open_store(home) as store:
        store.keep(poll_submission())
    words = tmp_path / "words"
    words.write_text("아주 긴 암호문 하나와 둘\n", encoding="utf-8")
    done = run("forum-staff", "backup", tmp_path / "stick", "--passphrase-file", words)
    assert done.code == 0
    korean, english = done.out.splitlines()
    assert "제출 1건" in korean
    assert "1 submissions" in english
    file = next((tmp_path / "stick").iterdir())
    refused = run("forum-staff", "restore", file, "--passphrase-file", words)
    assert refused.code == 1
    assert "--replace" in refused.err
    assert len(refused.err.splitlines()) == 2
    restored = run("forum-staff", "restore", file, "--passphrase-file", words, "--replace", "--json")
    printed = json.loads(restored.out)
    assert {**printed, "before": None} == {"submissions": 1, "epoch": 2, "beyond": 0, "before": None}
    assert run("forum-staff", "check").code == 0


def test_a_backup_to_a_place_that_cannot_be_written_leaves_nothing(home: Path, tmp_path: Path, run: Run) -> None:
    open_store(home).close()
    (tmp_path / "file").touch()
    done = run("forum-staff", "backup", tmp_path / "file")
    assert done.code == 1
    assert "Traceback" not in done.err
    assert (tmp_path / "file").is_file()
