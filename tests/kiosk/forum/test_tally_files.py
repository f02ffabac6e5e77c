import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.forum.tallies import TALLY_COLUMNS, TallyLine
from kiosk.forum.tally_files import neutral_cell, tally_csv, tally_file_name, tally_json

LINE = TallyLine("2026-11-22", "lobby-1", "poll", "first", "-1", '=HYPERLINK("x"), 평화', "kiosk", "ko", 3)


def test_csv_holds_the_columns_and_runs_no_formula() -> None:
    assert (
        tally_csv([LINE])
        == (
            "\ufeffdate,kiosk_id,activity_id,question_id,option_id,label,channel,language,count\r\n"
            '2026-11-22,lobby-1,poll,first,-1,"\'=HYPERLINK(""x""), 평화",kiosk,ko,3\r\n'
        ).encode()
    )


def test_json_holds_the_label_as_it_was_written() -> None:
    assert json.loads(tally_json([LINE]))[0]["label"] == '=HYPERLINK("x"), 평화'
    assert list(json.loads(tally_json([LINE]))[0]) == list(TALLY_COLUMNS)


def test_tally_without_lines_is_still_a_file() -> None:
    assert json.loads(tally_json([])) == []
    assert tally_csv([]).decode("utf-8-sig").splitlines() == [",".join(TALLY_COLUMNS)]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+82 2", "'+82 2"),
        ("@name", "'@name"),
        ("\tx", "'\tx"),
        ("＝1", "'＝1"),
        ("-1", "-1"),
        ("-0.5", "-0.5"),
        ("-1+1", "'-1+1"),
        ("평화", "평화"),
        ("", ""),
    ],
)
def test_cell_that_a_spreadsheet_would_run_is_neutralised(cell: str, written: str) -> None:
    assert neutral_cell(cell) == written


_CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)


@given(st.lists(st.builds(TallyLine, *[_CELL] * 8, st.integers(0, 10**6)), max_size=5))
def test_files_read_back_as_the_lines(lines: list[TallyLine]) -> None:
    rows = list(csv.reader(io.StringIO(tally_csv(lines).decode("utf-8-sig"), newline="")))[1:]
    assert [row[:8] for row in rows] == [
        [neutral_cell(getattr(line, each)) for each in TALLY_COLUMNS[:8]] for line in lines
    ]
    assert [TallyLine(**each) for each in json.loads(tally_json(lines))] == lines


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        (date(2026, 11, 22), date(2026, 11, 22), "tally_2026-11-22.csv"),
        (date(2026, 11, 1), date(2026, 11, 30), "tally_2026-11-01_2026-11-30.csv"),
    ],
)
def test_file_is_named_by_its_days(first: date, last: date, name: str) -> None:
    assert tally_file_name(first, last, "csv") == name
