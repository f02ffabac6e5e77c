"""Published XLSForms become surveys, and visitors take them by touch from the first question to the last."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.forum.submissions import submission_from_bytes
from kiosk.store import open_store
from kiosk.xlsforms.importing import Wishes, check_imported, import_form
from tests.ui.conftest import qapp_cls
from tests.ui.surveying import take_survey
from tests.ui.visitor import visiting

__all__ = ["qapp_cls"]

# SOURCES.md beside the forms names where each comes from, and its licence.
FORMS = [Path(__file__).with_name("xlsforms"), *map(Path, filter(None, [os.environ.get("FORUM_XLSFORMS")]))]
PUBLISHED = sorted(path for folder in FORMS for path in folder.glob("*.xls*") if not path.name.startswith("~"))
# By touch the smallest; all of them by hand: FORUM_EVERY_FORM=1 make test ARGS=tests/real_input/test_xlsforms.py
TOUCHED = sorted(PUBLISHED, key=lambda path: path.stat().st_size)[: None if os.environ.get("FORUM_EVERY_FORM") else 1]


def test_every_published_form_is_imported_and_what_is_left_out_is_named() -> None:
    assert len(PUBLISHED) >= 10
    for path in PUBLISHED:
        data, report = import_form(path, Wishes(leave_out=True))
        pack = check_imported(data)
        assert len(pack.activities[0].answerable) == report.questions > 0, path.name
        assert all(each.row > 1 and each.reason for each in (*report.left_out, *report.changed)), path.name


@pytest.mark.parametrize("path", TOUCHED, ids=[path.stem for path in TOUCHED])
def test_a_published_form_is_taken_by_touch_from_the_first_question_to_the_last(
    qapp: QGuiApplication, tmp_path: Path, path: Path
) -> None:
    pack = check_imported(import_form(path, Wishes(leave_out=True))[0])
    home = tmp_path / "kiosk"
    with open_store(home) as store:
        store.install_pack(pack)
    with visiting(home) as visitor:
        given = take_survey(visitor, pack.activities[0].id)
        today = visitor.journey.today()
    with open_store(home) as store:
        (kept,) = store.records(today - timedelta(days=1), today)
    assert submission_from_bytes(kept).answers == given
