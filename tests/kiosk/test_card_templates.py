"""The empty sheet for paper cards: what its lists offer is taken, in Korean, for every activity of the sample pack."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kiosk.card_templates import Column, card_columns, write_card_sheet
from kiosk.forum.about_words import about_choices
from kiosk.forum.errors import ForumError
from kiosk.forum.submissions import submission_from_bytes
from kiosk.intake import record_file
from kiosk.store import open_store
from tests.conftest import Run
from tests.ui.tour import pack_of_today


def _filled(column: Column, day: date) -> object:
    """What somebody would write who takes the first of each list."""
    if column.name == "받은 날":
        return day.isoformat()
    if column.whole:
        return column.whole[0]
    if column.choices:
        return "; ".join(column.choices[:2]) if column.help else column.choices[0]
    return None


@pytest.mark.parametrize("activity_id", ["priorities-2026", "thoughts-on-diplomacy", "diplomacy-and-you-2026"])
def test_a_sheet_that_is_filled_from_its_lists_is_recorded_whole(home: Path, tmp_path: Path, activity_id: str) -> None:
    pack = pack_of_today()
    activity = pack.activity(activity_id)
    assert activity is not None
    path = write_card_sheet(tmp_path / "cards.xlsx", pack, activity)
    columns = card_columns(pack, activity)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]] == [each.name for each in columns]
    day = datetime.now(UTC).date() - timedelta(days=1)
    for place, column in enumerate(columns, 1):
        sheet.cell(2, place, _filled(column, day))
    book.save(path)
    with open_store(home) as store:
        store.install_pack(pack)
        done = record_file(store, path, activity_id, "paper", by="kim")
        assert (done.recorded, done.rejected) == (1, [])
        (kept,) = map(submission_from_bytes, store.records(day - timedelta(days=1), day + timedelta(days=1)))
    assert kept.language == "ko"
    assert kept.about == {part: about_choices("ko", part)[0][0] for part in ("age_band", "region", "gender")}
    first = next(each for each in activity.answerable if each.type in ("single", "scale", "statements"))
    match first.type:
        case "single":
            assert kept.answers[first.id] == first.options[0].id
        case "scale":
            assert kept.answers[first.id] == first.bounds[0]
        case "statements":
            assert kept.answers[first.id] == dict.fromkeys((each.id for each in first.statements), "agree")


def test_each_list_stands_on_the_cells_below_its_question(tmp_path: Path) -> None:
    pack = pack_of_today()
    activity = pack.activity("priorities-2026")
    assert activity is not None
    book = load_workbook(write_card_sheet(tmp_path / "cards.xlsx", pack, activity))
    rules = {str(each.sqref).split(":")[0]: each for each in book.worksheets[0].data_validations.dataValidation}
    assert (rules["C2"].type, rules["C2"].formula1) == ("list", "'목록'!$C$1:$C$6")
    assert [cell.value for cell in book["목록"]["C"]][:1] == [card_columns(pack, activity)[2].choices[0]]
    assert book["목록"].sheet_state == "hidden"


def test_an_activity_that_is_not_there_or_a_place_that_cannot_be_written_is_one_sentence(
    home: Path, tmp_path: Path, run: Run
) -> None:
    with open_store(home) as store:
        store.install_pack(pack_of_today())
    done = run("forum-staff", "card-sheet", "--home", home, "--activity", "nope", tmp_path / "cards.xlsx")
    assert (done.code, "There is no activity “nope”" in done.err) == (1, True)
    assert not (tmp_path / "cards.xlsx").exists()
    activity = pack_of_today().activity("priorities-2026")
    assert activity is not None
    (tmp_path / "file").touch()
    with pytest.raises(ForumError, match="could not be written"):
        write_card_sheet(tmp_path / "file" / "cards.xlsx", pack_of_today(), activity)
