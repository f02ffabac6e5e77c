import csv
import io
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import openpyxl
import pytest

from kiosk.forum.errors import ForumError
from kiosk.forum.packs import read_pack
from kiosk.forum.tally_files import tally_csv, tally_json
from kiosk.reports.tally_export import export_tally
from kiosk.store import Store, open_store
from tests.real_input.lobby_visits import lobby_pack, lobby_visits
from tests.small_pack import small_pack_data
from tests.submissions import poll_submission

FIRST, LAST = date(2026, 11, 16), date(2026, 11, 17)
ALL = ("csv", "json", "xlsx", "pdf")


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two days of visits."""
    home = tmp_path_factory.mktemp("visited") / "kiosk"
    pack = lobby_pack()
    with open_store(home) as store:
        store.install_pack(pack)
        for day in (FIRST, LAST):
            store.keep_all(list(lobby_visits(pack, day, 300, hurried=0.1)))
    return home


@pytest.fixture
def full(visited: Path) -> Iterator[Store]:
    with open_store(visited) as store:
        yield store


def _csv_rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def _pdf_text(path: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True, text=True)
    return done.stdout


def test_files_written_day_by_day_are_the_files_of_all_lines_at_once(full: Store, tmp_path: Path) -> None:
    export_tally(full, FIRST, LAST, ("csv", "json"), tmp_path)
    lines = full.tally(FIRST, LAST)
    assert (tmp_path / "tally_2026-11-16_2026-11-17.csv").read_bytes() == tally_csv(lines)
    assert (tmp_path / "tally_2026-11-16_2026-11-17.json").read_bytes() == tally_json(lines)


def test_a_period_without_submissions_gives_whole_files_too(full: Store, tmp_path: Path) -> None:
    done = export_tally(full, date(2025, 1, 1), date(2025, 1, 2), ALL, tmp_path)
    assert done.submissions == 0
    assert done.files[0].read_bytes() == tally_csv([])
    assert done.files[1].read_bytes() == tally_json([])
    assert "이 기간에 들어온 제출이 없습니다" in _pdf_text(done.files[3])


def test_the_same_tally_gives_the_same_bytes_in_every_format(full: Store, tmp_path: Path) -> None:
    one = export_tally(full, LAST, LAST, ALL, tmp_path / "one")
    two = export_tally(full, LAST, LAST, ALL, tmp_path / "two")
    assert [path.read_bytes() for path in one.files] == [path.read_bytes() for path in two.files]


def test_totals_are_those_that_duckdb_counts_in_the_raw_records(full: Store, tmp_path: Path) -> None:
    raw = tmp_path / "raw.jsonl"
    raw.write_bytes(b"\n".join(full.records(FIRST, LAST)))
    counting = duckdb.connect()
    lines = f"SELECT unnest(string_split(content, chr(10)))::JSON AS r FROM read_text('{raw}')"
    counting.execute(f"CREATE TABLE records AS {lines}")
    counted: Counter[tuple[str, ...]] = Counter()
    path = export_tally(full, FIRST, LAST, ["csv"], tmp_path).files[0]
    for day, _, activity, question, option, _, channel, language, count in _csv_rows(path)[1:]:
        counted[day, activity, question, option, channel, language] += int(count)
    group = (
        "strftime((r->>'recorded_at')::TIMESTAMP + INTERVAL 9 HOUR, '%Y-%m-%d'), (r->>'activity'), "
        "{question}, {option}, (r->>'channel'), (r->>'language')"
    )
    queries = [
        ("''", "'submissions'", "records WHERE true"),
        ("'first'", "(r->>'$.answers.first')", "records WHERE (r->>'$.answers.first') IS NOT NULL"),
        (
            "'views.' || v",
            "json_extract_string(r, '$.answers.views.\"' || v || '\"')",
            "(SELECT r, unnest(json_keys(r, '$.answers.views')) AS v FROM records) WHERE true",
        ),
    ]
    for question, option, source in queries:
        columns = group.format(question=question, option=option)
        expected = counting.execute(f"SELECT {columns}, count(*) FROM {source} GROUP BY ALL").fetchall()
        assert expected
        for *key, count in expected:
            assert counted[tuple(key)] == count
    submissions = sum(count for key, count in counted.items() if key[2:4] == ("", "submissions"))
    views = sum(count for key, count in counted.items() if key[2].startswith("views."))
    every_vote = "SELECT count(*) FROM (SELECT unnest(json_keys(r, '$.answers.views')) FROM records)"
    assert (submissions, views) == (600, counting.execute(every_vote).fetchall()[0][0])


def test_the_workbook_s_long_sheet_is_the_csv_and_its_readable_sheet_adds_up(full: Store, tmp_path: Path) -> None:
    done = export_tally(full, FIRST, LAST, ("csv", "xlsx"), tmp_path)
    book = openpyxl.load_workbook(done.files[1])
    assert book.sheetnames == ["한눈에", "그래프", "활동별 집계", "원자료"]
    rows = [[str(cell) if cell is not None else "" for cell in row] for row in book["원자료"].values]
    assert rows == [[cell.removeprefix("'") for cell in row] for row in _csv_rows(done.files[0])]
    readable = list(book["활동별 집계"].values)
    assert readable[0][:7] == ("활동", "종류", "문항", "유형", "선택지", "구분", "응답 수")
    assert sum(row[6] for row in readable if row[4] == "제출") == done.submissions == 600
    assert sum(row[8] for row in readable if row[4] == "제출") < 600
    assert len(book["한눈에"]._charts) == 4
    assert len(book["그래프"]._charts) >= 10


def test_no_cell_of_the_workbook_is_a_formula(full: Store, tmp_path: Path) -> None:
    data = small_pack_data()
    data["activities"][0]["title"]["ko"] = '=HYPERLINK("http://example.org")'
    data["activities"][0]["questions"][0]["options"][1]["label"]["ko"] = "=1+1"
    full.install_pack(read_pack(data))
    full.keep(poll_submission({"first": "economy"}))
    path = export_tally(full, date(2026, 11, 22), date(2026, 11, 22), ["xlsx"], tmp_path).files[0]
    cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row]
    assert {cell.value for cell in cells} >= {"=1+1", '=HYPERLINK("http://example.org")'}
    assert {cell.data_type for cell in cells if isinstance(cell.value, str)} <= {"s", "inlineStr"}


def test_the_pdf_has_a_page_for_each_activity_and_both_counts(full: Store, tmp_path: Path) -> None:
    path = export_tally(full, LAST, LAST, ["pdf"], tmp_path).files[0]
    pages = _pdf_text(path).split("\f")
    assert all(
        words in pages[0] for words in ("열린포럼 일일 집계", "2026년 11월 17일(화)", "표본이 아님", "300건", "담당")
    )
    assert "어떤 외교가 가장 중요할까요?" in pages[1]
    first = Counter(
        json.loads(record)["answers"]["first"] for record in full.records(LAST, LAST) if b'"first":' in record
    )
    line = next(line for line in pages[1].splitlines() if "한반도의 평화" in line)
    assert line.split()[2] == str(first["peace"])
    assert "반복 제외" in pages[1]


def test_the_pdf_says_hours_and_never_minutes_of_a_clock(full: Store, tmp_path: Path) -> None:
    text = _pdf_text(export_tally(full, LAST, LAST, ["pdf"], tmp_path).files[0])
    assert re.search(r"\d{1,2}:\d{2}", text) is None


def test_the_pdf_embeds_its_fonts_as_subsets_and_is_tagged(full: Store, tmp_path: Path) -> None:
    path = export_tally(full, LAST, LAST, ["pdf"], tmp_path).files[0]
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True, text=True).stdout.splitlines()[2:]
    assert len(fonts) == 2
    assert all("NotoSansCJKkr" in font and font.split()[-5:-2] == ["yes", "yes", "yes"] for font in fonts)
    told = subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True, text=True).stdout
    assert re.search(r"Tagged: +yes", told)


def test_nothing_is_left_where_one_format_cannot_be_written(full: Store, tmp_path: Path) -> None:
    (tmp_path / "tally_2026-11-17.json").mkdir()
    (tmp_path / "tally_2026-11-17.json" / "in the way").touch()
    with pytest.raises(ForumError, match="could not be written"):
        export_tally(full, LAST, LAST, ("json", "csv"), tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path.is_file() and path.name.startswith(".")] == []
