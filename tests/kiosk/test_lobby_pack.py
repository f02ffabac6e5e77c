import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.forum.answers import check_answers
from kiosk.forum.packs import Pack, pack_from_bytes
from kiosk.forum.tallies import counted_cells
from kiosk.pack_files import read_pack_file

LOBBY = Path(__file__).parents[2] / "assets" / "packs" / "lobby.yaml"
TODAY = date(2026, 11, 22)
TOPICS = "한반도, 경제외교·공급망, 공공외교·문화, 재외국민 보호·여권, 개발협력, 기후·환경, 국제기구·인권, 지역외교"
FIELDS = (
    "공공행정, 과학기술, 교육, 교통물류, 국토관리, 기타, 농축수산, 문화관광, "
    "보건의료, 사회복지, 산업고용, 식품건강, 재난안전, 재정금융, 통일외교, 환경기상"
)
HANGUL, KANA, HAN = "[\uac00-\ud7a3]", "[\u3041-\u30ff]", "[\u4e00-\u9fff]"


@pytest.fixture(scope="module")
def lobby() -> Pack:
    return read_pack_file(LOBBY)


def _texts(part: Any, place: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(part, dict) and "ko" in part:
        yield place, part
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from _texts(value, f"{place}.{key}")
    elif isinstance(part, list | tuple):
        for number, value in enumerate(part):
            yield from _texts(value, f"{place}[{number}]")


def test_lobby_pack_comes_back_from_its_bytes(lobby: Pack) -> None:
    assert pack_from_bytes(lobby.canonical()) == lobby


def test_pack_points_editors_to_the_schema_beside_it() -> None:
    assert LOBBY.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=pack.schema.json\n")
    assert LOBBY.with_name("pack.schema.json").exists()


def test_every_kind_of_activity_is_there_and_open(lobby: Pack) -> None:
    kinds = {each.kind for each in lobby.activities if each.is_open(TODAY)}
    assert kinds == {"poll", "opinion", "proposal", "call", "survey", "statements", "seminar", "project"}
    assert [each.kind for each in lobby.activities if not each.is_open(TODAY)] == ["call"]
    assert sum(each.kind == "poll" for each in lobby.activities) >= 2


def test_survey_asks_every_type_but_statements(lobby: Pack) -> None:
    survey = next(each for each in lobby.activities if each.kind == "survey")
    types = {question.type for question in survey.questions}
    assert types == {"single", "multiple", "scale", "rating", "ranking", "number", "text"}
    assert {question.long for question in survey.questions if question.type == "text"} == {True, False}
    assert {question.required for question in survey.questions} == {True, False}


def test_topics_and_fields_are_the_ministry_s_and_the_platform_s(lobby: Pack) -> None:
    assert ", ".join(topic.label["ko"] for topic in lobby.topics) == TOPICS
    proposal = lobby.activity("policy-proposal")
    assert proposal is not None
    field = proposal.question("field")
    assert field is not None
    assert ", ".join(option.label["ko"] for option in field.options) == FIELDS


def test_result_of_a_call_comes_within_a_month_of_its_closing(lobby: Pack) -> None:
    for call in (each for each in lobby.activities if each.kind == "call"):
        assert call.closes is not None
        assert call.result_on is not None
        assert call.closes < call.result_on <= call.closes + timedelta(days=31)


def test_seminar_is_programmed_by_day_in_order_while_it_is_open(lobby: Pack) -> None:
    seminar = next(each for each in lobby.activities if each.kind == "seminar")
    times = [(session.on, session.starts, session.ends or session.starts) for session in seminar.programme]
    assert times == sorted(times)
    assert len({day for day, _, _ in times}) == 2
    assert all(starts < ends and seminar.is_open(day) for day, starts, ends in times)


def test_statements_are_twelve_to_sixteen_and_of_a_length_to_read_standing(lobby: Pack) -> None:
    views = next(each for each in lobby.activities if each.kind == "statements").questions[0]
    assert 12 <= len(views.statements) <= 16
    assert max(len(statement.text["ko"]) for statement in views.statements) <= 50
    assert len({statement.text["ko"] for statement in views.statements}) == len(views.statements)


def test_every_text_is_written_in_the_script_of_its_language(lobby: Pack) -> None:
    strangers = {"ko": f"{KANA}|{HAN}", "en": f"{HANGUL}|{KANA}|{HAN}", "ja": HANGUL, "zh": f"{HANGUL}|{KANA}"}
    wrong = [
        f"{place}.{language}: {words[language]}"
        for place, words in _texts(lobby.model_dump(mode="json"))
        for language, stranger in strangers.items()
        if re.search(stranger.replace("\u30ff", "\u30fa"), words[language])
    ]
    assert wrong == []


def test_korean_sentences_are_polite_and_plain(lobby: Pack) -> None:
    sentences = [
        sentence
        for _, words in _texts(lobby.model_dump(mode="json"))
        for sentence in re.findall(r"[^.?!\n]+[.?!]", words["ko"])
    ]
    assert len(sentences) > 80
    assert [sentence for sentence in sentences if not re.search(r"(요|죠)[.?!]$", sentence)] == []


def test_outcomes_are_marked_as_examples_in_every_language(lobby: Pack) -> None:
    marks = {"ko": "[예시]", "en": "[Example]", "ja": "［例］", "zh": "【示例】"}
    assert len(lobby.outcomes) >= 3
    for outcome in lobby.outcomes:
        for words in (outcome.said, outcome.done):
            assert all(words[language].startswith(mark) for language, mark in marks.items())


def test_seminar_takes_votes_for_others_questions_and_the_tally_counts_them(lobby: Pack) -> None:
    seminar = next(each for each in lobby.activities if each.kind == "seminar")
    votes = seminar.question("votes")
    assert votes is not None
    assert [question.id for question in seminar.questions].index("votes") == 2
    chosen = [option.id for option in votes.options[:2]]
    answers = check_answers(seminar, {"check-in": "first-day", "votes": chosen})
    assert [cell for cell in counted_cells(seminar, answers) if cell[0] == "votes"] == [
        ("votes", each) for each in chosen
    ]
