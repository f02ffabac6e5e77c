"""`forum-central report`, of a forum that nobody has come to yet."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.sync.central.public.scenes import ago


@pytest.fixture
def central_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FORUM_CENTRAL_HOME", str(tmp_path / "central"))
    monkeypatch.delenv("FORUM_DATABASE_URL", raising=False)
    return tmp_path / "central"


def test_the_command_writes_a_report_even_where_there_is_nothing_to_tell(
    central_home: Path, run: Run, tmp_path: Path
) -> None:
    year = ago(1).year
    done = run("forum-central", "report", year, "--out", tmp_path, "--json")
    assert (done.code, done.err) == (0, "")
    told = json.loads(done.out)
    assert date.fromisoformat(told["as_of"]) in (ago(1), ago(2))
    (file,) = told["files"]
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    assert "제안이 10건이 되지 않아 수를 싣지 않습니다." in " ".join(text.split())
