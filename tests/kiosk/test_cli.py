import csv
import io
import json
import os
from pathlib import Path

import pytest
import yaml

from kiosk.forum.errors import ForumError
from kiosk.store import open_store
from tests.conftest import Run
from tests.small_pack import small_pack_data
from tests.tallies import tally_contents

# Takes from root the right to write where the modes of files forbid it, so that a test means the same for everyone.
AS_ORDINARY = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()


@pytest.fixture
def installed(home: Path, tmp_path: Path, run: Run) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(yaml.safe_dump(small_pack_data(), allow_unicode=True))
    assert run("forum-staff", "pack", "install", path).code == 0
    return path


def _lines(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "cards.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_good_lines_are_kept_and_bad_ones_named(installed: Path, tmp_path: Path, run: Run) -> None:
    file = _lines(
        tmp_path,
        '{"answers": {"first": "economy"}, "language": "ko"}',
        '{"answers": {"first": "nothing"}}',
        "not json",
        '{"answers": {"second": "economy"}}',
        "",
        '{"answers": {"first": "economy", "why": "hidden"}}',
        '{"answers": {"first": "security", "why": "한반도"}, "language": "en", "recorded_at": "2026-11-01T09:00:00"}',
        '{"answers": {"first": "economy"}, "language": "fr"}',
        '{"answers": {"first": "economy"}, "recorded_at": "2999-01-01"}',
        '{"answers": {"first": "economy"}, "about": {"age_band": "ancient"}}',
        '{"answers": {"first": "security", "why": "\\ud800"}}',
    )
    done = run("forum-staff", "record", "--activity", "first-poll", "--channel", "paper", file)
    printed = json.loads(done.out)
    assert done.code == 1
    assert printed["recorded"] == 2
    assert [each["line"] for each in printed["rejected"]] == [2, 3, 4, 6, 8, 9, 10, 11]
    assert "no question “second”" in printed["rejected"][2]["reason"]
    assert done.err.splitlines()[:2] == [
        "2번째 줄: “무엇이 먼저일까요?”에는 선택지 “nothing”이(가) 없습니다.",
        "Line 2: “first” has no option “nothing”.",
    ]
    assert "기록 2건, 기록하지 못한 줄 8개.\nRecorded: 2. Not recorded: 8.\n" in done.err
    assert "Traceback" not in done.err


def test_rejected_lines_go_to_a_file_of_their_own(installed: Path, tmp_path: Path, run: Run) -> None:
    file = _lines(tmp_path, '{"answers": {"first": "economy"}}', '{"answers": {"first": "x"}}', '{"answers": {}}')
    run("forum-staff", "record", "--activity", "first-poll", "--rejected-to", tmp_path / "mend.jsonl", file)
    assert (tmp_path / "mend.jsonl").read_text().splitlines() == ['{"answers": {"first": "x"}}', '{"answers": {}}']


def test_interrupted_import_goes_on_where_it_stopped(
    installed: Path, home: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kiosk import intake

    monkeypatch.setattr(intake, "_LINES_A_TRANSACTION", 2)
    file = _lines(tmp_path, *['{"answers": {"first": "economy"}}'] * 7)

    def pull_the_plug(lines: int) -> None:
        if lines >= 4:
            raise KeyboardInterrupt

    with open_store(home) as store:
        with pytest.raises(KeyboardInterrupt):
            intake.record_file(store, file, "first-poll", "import", pull_the_plug)
        assert store.pending() == 4
        again = intake.record_file(store, file, "first-poll", "import")
        assert (again.recorded, again.resumed_after) == (3, 4)
        assert store.pending() == 7


def test_the_same_file_counts_once_unless_told_again(installed: Path, home: Path, tmp_path: Path, run: Run) -> None:
    file = _lines(tmp_path, *['{"answers": {"first": "economy"}}'] * 3)
    command = ("forum-staff", "record", "--activity", "first-poll")
    assert run(*command, file).code == 0
    refused = run(*command, file)
    assert (refused.code, refused.out) == (1, "")
    assert "recorded before" in refused.err
    with open_store(home) as store:
        assert store.pending() == 3
    assert run(*command, "--again", file).code == 0
    with open_store(home) as store:
        assert store.pending() == 6


def test_import_onto_a_full_disk_says_how_far_it_got_and_goes_on_later(
    installed: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kiosk import intake

    monkeypatch.setattr(intake, "_LINES_A_TRANSACTION", 100)
    file = _lines(tmp_path, *['{"answers": {"first": "economy"}}'] * 1000)
    with open_store(home) as store:
        pages = store._connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        store._connection.exec_driver_sql(f"PRAGMA max_page_count = {int(pages) + 40}")
        with pytest.raises(
            ForumError, match=r"Of this file [1-9]00 submissions are recorded; run the same command again"
        ):
            intake.record_file(store, file, "first-poll", "import")
        store._connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
        intake.record_file(store, file, "first-poll", "import")
        assert store.pending() == 1000


def test_unknown_activity_offers_those_there_are(installed: Path, tmp_path: Path, run: Run) -> None:
    done = run("forum-staff", "record", "--activity", "no-such", _lines(tmp_path, "{}"))
    assert done.code == 1
    assert "first-poll" in done.err
    assert done.err.startswith("이 키오스크에는 활동 “no-such”이(가) 없습니다.")
    assert done.err.count("\n") == 2


def test_tally_files_are_the_same_bytes_each_time(installed: Path, tmp_path: Path, run: Run) -> None:
    file = _lines(tmp_path, *['{"answers": {"first": "economy"}, "recorded_at": "2026-11-20T12:00:00"}'] * 3)
    run("forum-staff", "record", "--activity", "first-poll", "--channel", "import", file)
    contents = []
    for name in ("one", "two"):
        done = run(
            "forum-staff", "tally", "--from", "2026-11-20", "--to", "2026-11-20", "--format", "csv,json",
            "--out", tmp_path / name, "--json",
        )  # fmt: skip
        assert json.loads(done.out)["submissions"] == 3
        contents.append(tally_contents(tmp_path / name))
    assert contents[0] == contents[1]
    rows = list(csv.DictReader(io.StringIO(contents[0][0].decode("utf-8-sig"))))
    assert {(row["question_id"], row["option_id"], row["label"], row["count"]) for row in rows} == {
        ("", "submissions", "무엇이 먼저일까요?", "3"),
        ("first", "economy", "경제", "3"),
    }
    assert json.loads(contents[0][1]) == [{**row, "count": int(row["count"])} for row in rows]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("id: small\n", "languages"),
        ("id: [unclosed\n", "YAML"),
        ("- just\n- a list\n", "no pack"),
        ("\ttabs: bad\n", "YAML"),
    ],
)
def test_broken_pack_names_file_and_mend(change: str, words: str, home: Path, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(change)
    done = run("forum-staff", "pack", "check", path)
    assert done.code == 1
    assert str(path) in done.err
    assert words in done.err
    assert "Traceback" not in done.err


def test_broken_pack_names_line_and_path(home: Path, tmp_path: Path, run: Run) -> None:
    data = small_pack_data()
    del data["activities"][0]["questions"][0]["options"][1]["label"]["en"]
    path = tmp_path / "broken.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
    done = run("forum-staff", "pack", "check", path)
    line = path.read_text().splitlines().index("    - id: economy") + 2
    assert f"{path}:{line}: activities[0].questions[0].options[1].label: is missing in en" in done.err


def test_days_the_wrong_way_round_are_a_usage_error(home: Path, run: Run) -> None:
    done = run("forum-staff", "tally", "--from", "2026-11-22", "--to", "2026-11-20")
    assert done.code == 2
    assert "after" in done.err


def test_read_only_home_is_one_sentence(installed: Path, home: Path, run: Run) -> None:
    for path in home.iterdir():
        path.chmod(0o400)
    home.chmod(0o500)
    done = run("forum-staff", "status", through=AS_ORDINARY)
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert "nothing was changed" in done.err


def test_tally_to_a_folder_that_cannot_be_written_is_one_sentence(installed: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "file").write_text("in the way")
    done = run("forum-staff", "tally", "--out", tmp_path / "file")
    assert done.code == 1
    assert "nothing half-written was left" in done.err


def test_status_and_check_speak_json(installed: Path, run: Run) -> None:
    status = json.loads(run("forum-staff", "status", "--json").out)
    assert (status["submissions"], status["pending"]) == (0, 0)
    assert json.loads(run("forum-staff", "check", "--json").out) == {"submissions": 0, "problems": []}
