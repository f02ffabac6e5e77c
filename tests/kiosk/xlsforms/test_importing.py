from pathlib import Path
from typing import Any

import pytest

from kiosk.pack_files import read_pack_file
from kiosk.xlsforms.importing import NothingImported, Report, Wishes, check_imported, import_form
from kiosk.xlsforms.sheet import XlsFormRejected
from tests.conftest import Run
from tests.kiosk.xlsforms.forms import CHOICES, SETTINGS, SURVEY, Sheet, write_form


def _imported(path: Path, **wishes: Any) -> tuple[dict[str, dict[str, Any]], Report]:
    data, report = import_form(path, Wishes(**wishes))
    check_imported(data)
    return {question["id"]: question for question in data["activities"][0]["questions"]}, report


def _survey(path: Path, *rows: dict[str, str], choices: Sheet = CHOICES) -> Path:
    return write_form(path / "form.xlsx", list(rows), choices, [{"form_title": "T", "form_id": "t"}])


def _ask(kind: str, name: str, **columns: str) -> dict[str, str]:
    return {"type": kind, "name": name, "label::English (en)": f"About {name}", **columns}


def test_a_form_becomes_a_survey_with_its_questions_conditions_and_words(tmp_path: Path) -> None:
    data, _ = import_form(write_form(tmp_path / "form.xlsx"), Wishes())
    pack = check_imported(data)
    (activity,) = pack.activities
    assert (pack.id, pack.version, pack.languages, activity.kind) == ("living", 7, ("ko", "en"), "survey")
    assert activity.title == {"ko": "거주 조사", "en": "거주 조사"}
    questions = {question.id: question for question in activity.questions}
    assert [(each.id, each.type) for each in activity.questions] == [
        ("welcome", "note"),
        ("country", "single"),
        ("city", "single"),
        ("news", "multiple"),
        ("news_other", "text"),
        ("age", "number"),
        ("years", "number"),
        ("order", "ranking"),
        ("trust", "scale"),
        ("why", "text"),
    ]
    assert questions["welcome"].label == {"ko": "어서 오세요", "en": "Welcome"}
    assert questions["country"].required
    assert [(each.id, each.show_if) for each in questions["city"].options] == [
        ("seoul", "country == 'kr'"),
        ("busan", "country == 'kr'"),
        ("tokyo", "country == 'jp'"),
        ("osaka", "country == 'jp'"),
    ]
    assert questions["news"].at_most == 2
    assert questions["news"].options[-1].label == {"ko": "기타", "en": "Other"}
    assert questions["news_other"].show_if == "'other' in news"
    assert (questions["age"].minimum, questions["age"].maximum, questions["age"].whole) == (14, 119, True)
    assert questions["age"].help == {"ko": "자세히\n만 나이", "en": "Details\nIn years"}
    years = questions["years"]
    assert (years.show_if, years.valid_if, years.whole) == ("age >= 18", "years <= age", False)
    assert years.if_invalid == {"ko": "나이보다 길 수 없어요", "en": "Not longer than your age"}
    assert questions["trust"].bounds == (0, 10)
    assert (questions["why"].show_if, questions["why"].long) == ("'tv' in news and trust < 5", True)


def test_what_could_not_be_taken_over_is_named_with_its_row(tmp_path: Path) -> None:
    _, report = _imported(write_form(tmp_path / "form.xlsx"))
    assert [(each.row, each.name, each.type) for each in report.left_out] == [
        (2, "start", "start"),
        (14, "gps", "geopoint"),
        (15, "sure", "select one"),
    ]
    assert not report.stops
    said = "\n".join(report.sentences())
    assert "row 14, geopoint “gps”: the kiosk has no such question." in said
    assert "row 15, select one “sure”: the condition “${gps} != ''”: it depends on “gps”, which was left out." in said
    assert "row 8, integer “age”: its limits are told in the kiosk's own words" in said
    assert "Visitors who chose ja, zh read the survey in “ko”." in said


@pytest.mark.parametrize(
    ("row", "named"),
    [
        (_ask("geopoint", "gps", required="yes"), "row 2, geopoint “gps”: the kiosk has no such question."),
        (_ask("image", "photo", required="true()"), "row 2, photo “photo”: the kiosk has no such question."),
        (_ask("date", "day", required="${ok} = 'yes'"), "row 2, date “day”: the kiosk has no such question."),
        (_ask("integer", "n", constraint=". mod 2 = 0"), "row 2, constraint “n”: “. mod 2 = 0”: it reckons"),
        (_ask("text", "t", constraint="regex(., '(?=a)')"), "row 2, constraint “t”: “regex(., '(?=a)')”: the pattern"),
        (
            _ask("text", "t", required="yes", relevant="today() > '2026-01-01'"),
            "row 2, text “t”: the condition “today() > '2026-01-01'”: today() has no counterpart here.",
        ),
    ],
)
def test_nothing_is_imported_where_the_survey_would_ask_something_else_unless_told_to(
    tmp_path: Path, row: dict[str, str], named: str
) -> None:
    path = _survey(tmp_path, row, _ask("select_one yn", "ok"))
    with pytest.raises(NothingImported) as caught:
        import_form(path, Wishes())
    assert caught.value.report is not None
    assert named in caught.value.report.sentences()[0]
    questions, report = _imported(path, leave_out=True)
    assert "ok" in questions
    assert named in report.sentences()[0]


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        (
            [_ask("calculate", "c", calculation="1 + 1")],
            "row 3, calculate “c”: a value that is reckoned, and not asked.",
        ),
        (
            [_ask("begin_repeat", "child"), _ask("text", "name"), {"type": "end_repeat"}],
            "row 4, text “name”: it is asked anew in each turn of the repeat “child”.",
        ),
        ([_ask("text", "t", calculation="${ok}")], "row 3, text “t”: its answer is reckoned, and not asked."),
        ([_ask("select_one_from_file a.csv", "c")], "“c”: its choices come from outside the form."),
        ([_ask("select_one one", "c")], "row 3, select one “c”: it has fewer than two choices."),
        (
            [_ask("text", "t", relevant="selected(${ok}, 'maybe')")],
            "row 3, text “t”: the condition “selected(${ok}, 'm",
        ),
    ],
)
def test_what_is_not_asked_here_is_left_out_and_named(tmp_path: Path, rows: list[dict[str, str]], named: str) -> None:
    one = {"list_name": "one", "name": "only", "label::English (en)": "Only"}
    path = _survey(tmp_path, _ask("select_one yn", "ok"), *rows, choices=[*CHOICES, one])
    questions, report = _imported(path)
    assert list(questions) == ["ok"]
    assert any(named in each for each in report.sentences()), report.sentences()


@pytest.mark.parametrize(
    ("parameters", "appearance", "expected"),
    [
        ("start=1 end=5 step=1", "", ("scale", 1, 5, None)),
        ("start=1 end=5 step=1", "rating", ("rating", None, None, None)),
        ("", "", ("scale", 1, 10, None)),
        ("start=0 end=100 step=5", "", ("number", 0, 100, True)),
        ("start=0 end=1 step=0.1", "", ("number", 0, 1, False)),
    ],
)
def test_a_range_is_a_scale_where_the_screen_has_room_for_its_steps(
    tmp_path: Path, parameters: str, appearance: str, expected: tuple[Any, ...]
) -> None:
    questions, report = _imported(_survey(tmp_path, _ask("range", "r", parameters=parameters, appearance=appearance)))
    got = questions["r"]
    assert (got["type"], got.get("minimum"), got.get("maximum"), got.get("whole")) == expected
    assert any("steps of" in each for each in report.sentences()) == (expected[0] == "number")


def test_a_box_that_must_be_ticked_has_one_option(tmp_path: Path) -> None:
    questions, _ = _imported(_survey(tmp_path, _ask("acknowledge", "seen", required="yes")))
    assert questions["seen"]["options"] == [{"id": "ok", "label": {"en": "OK"}}]


def test_names_that_no_id_can_have_are_changed_and_conditions_follow(tmp_path: Path) -> None:
    choices = [{"list_name": "c", "name": name, "label::English (en)": name} for name in ("A.b", "a_b", "SKIPPED", "1")]
    rows = [_ask("select_one c", "Q.1"), _ask("text", "not", relevant="${Q.1} = 'SKIPPED' or ${Q.1} = 1")]
    questions, _ = _imported(_survey(tmp_path, *rows, choices=choices))
    assert [each["id"] for each in questions["q-1"]["options"]] == ["a-b", "a_b", "skipped-2", "1"]
    assert questions["q-not"]["show_if"] == "q-1 == 'skipped-2' or q-1 == '1'"


def test_a_missing_text_is_replaced_by_another_language_and_counted(tmp_path: Path) -> None:
    survey = [{key: text for key, text in row.items() if "Welcome" not in text} for row in SURVEY]
    questions, report = _imported(write_form(tmp_path / "form.xlsx", survey))
    assert questions["welcome"]["label"] == {"ko": "어서 오세요", "en": "어서 오세요"}
    assert "Missing in “en”: 1 of the texts; those of another language stand in." in report.remarks


@pytest.mark.parametrize(
    ("label", "told", "language", "guessed"),
    [
        ("나이", None, "ko", True),
        ("年齢は?", "ja", "ja", False),
        ("ねんれい", None, "ja", True),
        ("Age", None, "en", True),
    ],
)
def test_a_form_without_languages_is_read_and_that_is_said(
    tmp_path: Path, label: str, told: str | None, language: str, guessed: bool
) -> None:
    path = write_form(tmp_path / "form.xlsx", [{"type": "integer", "name": "age", "label": label}], [], [])
    questions, report = _imported(path, language=told)
    assert questions["age"]["label"] == {language: label}
    assert any("does not say its language" in each for each in report.remarks) == guessed


@pytest.mark.parametrize(
    ("survey", "said"),
    [
        ([{"type": "select_one nowhere", "name": "a", "label": "A"}], "List name not in choices sheet: nowhere"),
        ([{"type": "text", "name": "a b", "label": "A"}], "names may contain letters"),
        ([{"type": "text", "name": "a", "label": "A", "relevant": "${b} = 1"}], "b"),
    ],
)
def test_a_form_that_does_not_work_is_refused_with_the_reason(tmp_path: Path, survey: Sheet, said: str) -> None:
    with pytest.raises(XlsFormRejected, match=r"is no XLSForm that works") as caught:
        import_form(write_form(tmp_path / "form.xlsx", survey, CHOICES, SETTINGS), Wishes())
    assert said in str(caught.value)


def test_staff_import_a_form_into_a_pack(tmp_path: Path, run: Run) -> None:
    form, pack = write_form(tmp_path / "form.xlsx"), tmp_path / "living.yaml"
    done = run("forum-staff", "pack", "import-xlsform", form, "--out", pack, "--closes", "2099-12-31")
    assert (done.code, done.err) == (0, "")
    assert "Left out: row 14, geopoint “gps”" in done.out
    assert "9 questions in ko, en" in done.out
    again = run("forum-staff", "pack", "import-xlsform", form, "--out", pack)
    assert (again.code, "is there already" in again.err) == (2, True)
    assert str(read_pack_file(pack).activities[0].closes) == "2099-12-31"


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 20, b"PK\x03\x04 torn", b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
@pytest.mark.parametrize("name", ["form.xlsx", "form.xls"])
def test_a_file_that_is_no_spreadsheet_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(XlsFormRejected, match=r"othing was imported"):
        import_form(tmp_path / name, Wishes())
