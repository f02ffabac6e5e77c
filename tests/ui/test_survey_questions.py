"""What surveys bring besides questions: notes, numbers with a point, options that follow from answers, conditions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.forum.packs import Pack, read_pack
from kiosk.forum.submissions import submission_from_bytes
from kiosk.store import open_store
from kiosk.xlsforms.importing import Wishes, check_imported, import_form
from tests.kiosk.xlsforms.forms import write_form
from tests.ui.surveying import take_survey
from tests.ui.visitor import Visitor, visiting
from tests.ui.walking import stay_anonymous


def _words(korean: str, english: str) -> dict[str, str]:
    return {"ko": korean, "en": english}


def _pack() -> Pack:
    countries = [{"id": each, "label": _words(each, each)} for each in ("korea", "japan")]
    cities = [
        {"id": city, "label": _words(city, city), "show_if": f"country == '{country}'"}
        for city, country in (("seoul", "korea"), ("busan", "korea"), ("tokyo", "japan"))
    ]
    questions = [
        {"id": "welcome", "type": "note", "label": _words("설문에 오신 것을 환영합니다.", "Welcome to the survey.")},
        {"id": "country", "type": "single", "label": _words("나라", "Country"), "options": countries, "required": True},
        {"id": "city", "type": "single", "label": _words("도시", "City"), "options": cities},
        {
            "id": "hours",
            "type": "number",
            "label": _words("며칠?", "How many days?"),
            "whole": False,
            "valid_if": "hours > 0.5",
            "if_invalid": _words("반나절보다 길어야 해요.", "It must be more than half a day."),
        },
        {"id": "degrees", "type": "number", "label": _words("몇 도?", "How warm?"), "minimum": -20, "maximum": 40},
        {
            "id": "code",
            "type": "text",
            "label": _words("기호", "Code"),
            "valid_if": "matches(code, '[A-Za-z]{3}')",
            "if_invalid": _words("영문 세 글자로 적어 주세요.", "Please write three letters."),
        },
    ]
    activity = {"id": "trip", "kind": "survey", "title": _words("여행", "Trips"), "questions": questions}
    return read_pack(
        {
            "id": "trips",
            "version": 1,
            "languages": ["ko", "en"],
            "title": _words("여행", "Trips"),
            "activities": [activity],
        }
    )


@pytest.fixture
def visitor(qapp: QGuiApplication, tmp_path: Path) -> Iterator[Visitor]:
    home = tmp_path / "kiosk"
    with open_store(home) as store:
        store.install_pack(_pack())
    with visiting(home, language="en") as someone:
        yield someone


def refused(visitor: Visitor) -> str | None:
    return str(visitor.find("refused").property("text")) if visitor.sees("refused") else None


def test_a_survey_is_read_filtered_and_held_to_its_conditions(visitor: Visitor) -> None:
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.touch("language")
    visitor.touch("language.en")
    visitor.touch("activity.trip")
    visitor.wait_for_screen("Intro")
    visitor.touch("primary")
    visitor.wait_for_screen("Note")
    visitor.touch("primary")
    visitor.wait_for_screen("Choice")
    visitor.touch("option.korea")
    visitor.touch("primary")
    visitor.wait_for(lambda: visitor.place_name()[1] == "city", "the cities")
    assert visitor.sees("option.busan")
    assert not visitor.sees("option.tokyo")
    visitor.touch("option.busan")
    visitor.touch("primary")
    visitor.wait_for_screen("Number")
    assert not visitor.find("digit..").isEnabled()
    for digit in ("-", "0", ".", "5", "-"):
        visitor.touch(f"digit.{digit}")
    visitor.wait_for(lambda: refused(visitor) == "It must be more than half a day.", "why not")
    assert not visitor.find("primary").isEnabled()
    visitor.touch("digit.1")
    visitor.wait_for(lambda: refused(visitor) is None, "an accepted answer")
    visitor.touch("primary")
    visitor.wait_for(lambda: visitor.place_name()[1] == "degrees", "the degrees")
    assert not visitor.sees("digit..")
    for digit in ("-", "1", "back", "2", "-", "5"):
        visitor.touch(f"digit.{digit}")
    visitor.kiosk.kiosk.toggleLargeText()
    visitor.picture()  # everything has another place then
    visitor.touch("digit.back")
    visitor.touch("digit.-")
    visitor.kiosk.kiosk.toggleLargeText()
    visitor.picture()
    visitor.touch("primary")
    visitor.wait_for_screen("Text")
    visitor.type("ab")
    visitor.wait_for(lambda: refused(visitor) == "Please write three letters.", "why not")
    visitor.type("c")
    visitor.wait_for(lambda: refused(visitor) is None, "an accepted answer")
    visitor.touch("primary")
    stay_anonymous(visitor)
    assert not visitor.sees("change.welcome")
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")
    today = visitor.journey.today()
    with open_store(visitor.kiosk.settings.home) as store:
        (kept,) = [submission_from_bytes(each).answers for each in store.records(today, today)]
    assert kept == {"country": "korea", "city": "busan", "hours": 0.51, "degrees": -2, "code": "Abc"}


def test_an_imported_form_is_taken_from_its_first_question_to_its_last(qapp: QGuiApplication, tmp_path: Path) -> None:
    home = tmp_path / "kiosk"
    with open_store(home) as store:
        store.install_pack(check_imported(import_form(write_form(tmp_path / "form.xlsx"), Wishes())[0]))
    with visiting(home) as visitor:
        given = take_survey(visitor, "living")
        today = visitor.journey.today()
    assert list(given) == ["country", "city", "news", "age", "years", "order", "trust", "why"]
    with open_store(home) as store:
        assert [submission_from_bytes(each).answers for each in store.records(today, today)] == [given]
