"""Paper cards from a spreadsheet, by the rules of the touchscreen; each bad row is named, and who entered them kept."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from kiosk.forum.errors import ForumError
from kiosk.forum.submissions import Submission, submission_from_bytes
from kiosk.intake import Recorded, record_file
from kiosk.store import Store, open_store
from tests.small_pack import small_pack

SURVEY = ["some", "순서", "trust", "stars", "visits", "views.s1", "views.s2", "language", "recorded_at", "age_band"]


@pytest.fixture
def store(home: Path) -> Any:
    with open_store(home) as opened:
        opened.install_pack(small_pack())
        yield opened


def _xlsx(path: Path, *rows: Sequence[Any]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


def _record(store: Store, path: Path, activity: str = "first-poll", by: str = "kim") -> Recorded:
    return record_file(store, path, activity, "paper", by=by)


def _kept(store: Store) -> list[Submission]:
    return [submission_from_bytes(each) for each in store.records(date(2026, 1, 1), date(2099, 1, 1))]


def test_every_type_of_question_is_typed_by_id_or_by_words(store: Store, tmp_path: Path) -> None:
    row = [
        "안보; culture",
        "문화\nEconomy",
        7,
        4.0,
        "1,200",
        "찬성",
        "pass",
        "en",
        datetime(2026, 11, 1, 9, 30),
        "30-39",
    ]
    done = _record(store, _xlsx(tmp_path / "cards.xlsx", SURVEY, row), "long-survey")
    assert (done.recorded, done.rejected) == (1, [])
    (kept,) = _kept(store)
    assert kept.answers == {
        "some": ["security", "culture"],
        "order": ["culture", "economy"],
        "trust": 7,
        "stars": 4,
        "visits": 1200,
        "views": {"s1": "agree", "s2": "pass"},
    }
    assert (kept.language, kept.channel, kept.about) == ("en", "paper", {"age_band": "30-39"})
    assert kept.recorded_at == datetime(2026, 11, 1, 0, 30, tzinfo=UTC)


def test_good_rows_are_kept_and_each_bad_one_is_named_by_its_row(store: Store, tmp_path: Path) -> None:
    path = _xlsx(
        tmp_path / "cards.xlsx", ["first", "why"], ["안보", "한반도"], ["미래"], [None, None], ["경제", "x"], ["문화"]
    )
    done = _record(store, path)
    assert done.recorded == 2
    assert done.rejected == [
        {
            "line": 3,
            "reason": "“first” has no option “미래”.",
            "reason_ko": "“무엇이 먼저일까요?”에는 선택지 “미래”이(가) 없습니다.",
        },
        {
            "line": 5,
            "reason": "“why” is not asked after these answers; leave it out.",
            "reason_ko": "이렇게 답하면 “왜요?”은(는) 묻지 않습니다. 지우십시오.",
        },
    ]


def test_who_entered_the_cards_is_in_the_staff_log(store: Store, tmp_path: Path) -> None:
    _record(store, _xlsx(tmp_path / "cards.xlsx", ["first"], ["안보"], ["x"]), by="lee")
    (noted,) = store.staff.log(10)
    assert (noted.account, noted.deed) == ("lee", "record")
    assert noted.detail.startswith("first-poll paper: 1 recorded, 1 rejected, file ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_is_read_as_spreadsheets_of_all_kinds_save_it(
    store: Store, tmp_path: Path, encoding: str, separator: str
) -> None:
    path = tmp_path / "cards.csv"
    path.write_bytes(f'first{separator}why\r\n안보{separator}"평화, 그리고"\r\n'.encode(encoding))
    assert _record(store, path).recorded == 1
    assert _kept(store)[0].answers == {"first": "security", "why": "평화, 그리고"}


def test_the_same_sheet_counts_once(store: Store, tmp_path: Path) -> None:
    path = _xlsx(tmp_path / "cards.xlsx", ["first"], ["안보"])
    _record(store, path)
    with pytest.raises(ForumError, match="recorded before"):
        _record(store, path)
    assert len(_kept(store)) == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("cards.csv", "frist\n안보\n".encode(), "has a column “frist”, which is no question of “first-poll”"),
        ("cards.csv", b"first,first\na,b\n", "has the column “first” twice"),
        ("cards.csv", b"", "is empty"),
        ("cards.csv", b"first\n\xff\xff\xff\n", "neither UTF-8 nor CP949"),
        ("cards.xlsx", b"no workbook", "is no .xlsx workbook"),
    ],
)
def test_a_sheet_that_cannot_be_understood_is_refused_whole(
    store: Store, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ForumError) as caught:
        _record(store, tmp_path / name)
    assert said in str(caught.value)
    assert "nothing was recorded" in str(caught.value)
    assert str(caught.value).splitlines()[0].count("기록하지 않았습니다") == 1
    assert _kept(store) == []
