"""forum-staff pack: what changes is said before it is installed; roll-back; closing and opening."""

import json
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from kiosk.cli_packs import app
from kiosk.store import open_store
from tests.small_pack import small_pack_data


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return _written(tmp_path / "small-1.yaml", 1, "경제")


def _written(path: Path, version: int, word: str) -> Path:
    data = json.loads(json.dumps(small_pack_data(version)))
    data["activities"][0]["questions"][0]["options"][1]["label"]["ko"] = word
    path.write_text(yaml.safe_dump(data, allow_unicode=True))
    return path


def _pack(home: Path, *arguments: object) -> Result:
    done = CliRunner().invoke(app, [*map(str, arguments), "--home", str(home)])
    assert done.exit_code == 0, done.output
    return done


def test_what_a_pack_changes_is_said_before_it_is_installed(home: Path, pack: Path, tmp_path: Path) -> None:
    assert "activity first-poll: new (무엇이 먼저일까요?)" in _pack(home, "install", pack).output
    newer = _written(tmp_path / "small-2.yaml", 2, "돈")
    said = "activity first-poll, question first, option economy: other words (“경제” → “돈”)"
    assert said in _pack(home, "install", "--dry-run", newer).output
    with open_store(home) as store:
        assert [each.version for each in store.packs()] == [1]
    told = json.loads(_pack(home, "install", "--json", newer).output)
    assert (told["installed"], [each["how"] for each in told["changes"]]) == (True, ["reworded"])


def test_a_pack_is_rolled_back_and_what_changes_is_said(home: Path, pack: Path, tmp_path: Path) -> None:
    _pack(home, "install", pack)
    _pack(home, "install", _written(tmp_path / "small-2.yaml", 2, "돈"))
    said = _pack(home, "roll-back", "small").output
    assert "(“돈” → “경제”)" in said
    assert "Visitors see version 1 of “small” again, not 2" in said
    listed = _pack(home, "list").output
    assert "small version 1 (rolled back from 2)" in listed
    assert "small rolled back to 1" in listed


def test_an_activity_is_closed_and_opened(home: Path, pack: Path) -> None:
    _pack(home, "install", pack)
    _pack(home, "close", "first-poll")
    told = json.loads(_pack(home, "list", "--json").output)
    assert told["packs"][0]["activities"] == [
        {"id": "first-poll", "closed": True},
        {"id": "long-survey", "closed": False},
    ]
    assert "“first-poll” was closed already; nothing was changed." in _pack(home, "close", "first-poll").output
    assert "“first-poll” follows its pack again." in _pack(home, "open", "first-poll").output
    assert "first-poll opened" in _pack(home, "list").output
