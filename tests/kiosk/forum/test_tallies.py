import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.forum.packs import Pack, pack_from_bytes, read_pack
from kiosk.forum.submissions import canonical_bytes
from kiosk.forum.tallies import TALLY_COLUMNS, Tally, TallyLine, tally_rows
from tests.real_input.lobby_visits import lobby_pack, lobby_visits
from tests.small_pack import small_pack, small_pack_data
from tests.submissions import poll_submission


def _renamed(version: int) -> Pack:
    data = json.loads(json.dumps(small_pack_data(version)))
    data["activities"][0]["questions"][0]["options"][0]["label"]["ko"] = f"안전 {version}"
    return read_pack(data)


PACKS = {1: small_pack(), 2: _renamed(2), 3: _renamed(3)}


def _pack_of(pack_id: str, version: int) -> Pack | None:
    return PACKS.get(version) if pack_id == "small" else None


def _record(**changes: Any) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(canonical_bytes(poll_submission(**changes)))
    return record


def _survey(**answers: Any) -> dict[str, Any]:
    return {**_record(activity_id="long-survey"), "answers": answers}


def _lines(*records: dict[str, Any], kiosk_id: str = "lobby-1") -> list[TallyLine]:
    tally = Tally(_pack_of)
    for record in records:
        tally.add(kiosk_id, record)
    return tally.lines()


def _counts(lines: list[TallyLine], question: str | None = None) -> dict[tuple[str, str], int]:
    return {
        (line.question_id, line.option_id): line.count
        for line in lines
        if question is None or line.question_id.partition(".")[0] == question
    }


def test_columns_stand_in_the_agreed_order() -> None:
    agreed = "date,kiosk_id,activity_id,question_id,option_id,label,channel,language,count"
    assert ",".join(TALLY_COLUMNS) == agreed


def test_one_poll_gives_these_lines() -> None:
    rows = tally_rows(_lines(_record(answers={"first": "security"}), _record(answers={"first": "economy"})))
    assert rows == [
        ("2026-11-22", "lobby-1", "first-poll", "", "submissions", "무엇이 먼저일까요?", "kiosk", "ko", 2),
        ("2026-11-22", "lobby-1", "first-poll", "first", "economy", "경제", "kiosk", "ko", 1),
        ("2026-11-22", "lobby-1", "first-poll", "first", "security", "안보", "kiosk", "ko", 1),
        ("2026-11-22", "lobby-1", "first-poll", "why", "skipped", "왜요?", "kiosk", "ko", 1),
    ]


@pytest.mark.parametrize(
    ("question", "values", "counts"),
    [
        (
            "some",
            [["security", "culture"], ["culture"]],
            {("some", "security"): 1, ("some", "culture"): 2},
        ),
        (
            "order",
            [["culture", "security"], ["security", "culture"], ["culture"]],
            {
                ("order", "culture.1"): 2,
                ("order", "culture.2"): 1,
                ("order", "security.1"): 1,
                ("order", "security.2"): 1,
            },
        ),
        ("trust", [0, 10, 10.0], {("trust", "0"): 1, ("trust", "10"): 2}),
        ("stars", [5, 5, 1], {("stars", "5"): 2, ("stars", "1"): 1}),
        ("visits", [0, 3, 0.5], {("visits", "0"): 1, ("visits", "3"): 1, ("visits", "0.5"): 1}),
        (
            "views",
            [{"s1": "agree", "s2": "pass"}, {"s1": "disagree"}, {"s1": "agree"}],
            {("views.s1", "agree"): 2, ("views.s1", "disagree"): 1, ("views.s2", "pass"): 1},
        ),
    ],
)
def test_each_type_is_counted_in_its_way(question: str, values: list[Any], counts: dict[tuple[str, str], int]) -> None:
    lines = _lines(*(_survey(**{question: value}) for value in values))
    assert _counts(lines, question) == counts


def test_text_counts_as_answered_and_never_shows() -> None:
    lines = _lines(_record(answers={"first": "security", "why": "한 사람의 말"}))
    assert _counts(lines, "why") == {("why", "answered"): 1}
    assert "한 사람의 말" not in str(lines)


def test_question_without_an_answer_is_skipped_only_where_it_was_asked() -> None:
    asked = _lines(_record(answers={"first": "security"}))
    hidden = _lines(_record(answers={"first": "economy"}))
    assert _counts(asked, "why") == {("why", "skipped"): 1}
    assert _counts(hidden, "why") == {}


def test_answer_to_a_hidden_question_does_not_count() -> None:
    assert _counts(_lines(_record(answers={"first": "economy", "why": "x"})), "why") == {}


def test_submission_without_any_answer_skips_every_question() -> None:
    lines = _lines(_survey())
    assert _counts(lines) == {
        ("", "submissions"): 1,
        **{(each, "skipped"): 1 for each in ("some", "order", "trust", "stars", "visits", "views")},
    }


@pytest.mark.parametrize(
    "changes",
    [{"language": "en"}, {"channel": "paper"}, {"recorded_at": poll_submission().recorded_at.replace(hour=15)}],
)
def test_day_channel_and_language_have_lines_of_their_own(changes: dict[str, Any]) -> None:
    lines = _lines(_record(), _record(**changes))
    assert [line.count for line in lines if line.option_id == "submissions"] == [1, 1]


def test_labels_are_in_the_first_language_also_after_canonical_bytes() -> None:
    again = pack_from_bytes(small_pack().canonical())
    tally = Tally(lambda _pack_id, _version: again)
    tally.add("lobby-1", _record(language="en"))
    assert {line.label for line in tally.lines()} == {"무엇이 먼저일까요?", "안보", "왜요?"}


def _label(lines: list[TallyLine], kiosk_id: str) -> set[str]:
    return {line.label for line in lines if line.option_id == "security" and line.kiosk_id == kiosk_id}


def test_label_is_the_newest_version_s() -> None:
    records = [_record(pack_version=version) for version in (2, 3, 1)]
    lines = _lines(*records)
    assert _label(lines, "lobby-1") == {"안전 3"}
    assert [line.count for line in lines if line.option_id == "security"] == [3]


def test_line_of_one_kiosk_is_the_same_beside_a_kiosk_with_a_newer_pack() -> None:
    alone = _lines(_record(pack_version=1))
    tally = Tally(_pack_of)
    tally.add("lobby-1", _record(pack_version=1))
    tally.add("lobby-2", _record(pack_version=3))
    assert [line for line in tally.lines() if line.kiosk_id == "lobby-1"] == alone


def test_record_of_an_unknown_pack_counts_as_a_submission() -> None:
    unknown = _record(pack_version=9)
    assert tally_rows(_lines(unknown)) == [
        ("2026-11-22", "lobby-1", "first-poll", "", "submissions", "first-poll", "kiosk", "ko", 1)
    ]
    labels = {line.label for line in _lines(_record(), unknown) if line.option_id == "submissions"}
    assert labels == {"무엇이 먼저일까요?"}


_OPTIONS = st.lists(st.sampled_from(["security", "economy", "culture"]), unique=True)
_POLL = st.fixed_dictionaries({"first": st.sampled_from(["security", "economy"]), "why": st.sampled_from(["", "x"])})
_SURVEY = st.fixed_dictionaries(
    {
        "some": _OPTIONS,
        "order": _OPTIONS,
        "trust": st.integers(0, 10),
        "views": st.dictionaries(st.sampled_from(["s1", "s2"]), st.sampled_from(["agree", "disagree", "pass"])),
    }
)
_RECORDS = st.lists(
    st.builds(
        lambda answers, version, language, hour: _record(
            activity_id="first-poll" if "first" in answers else "long-survey",
            answers=answers,
            pack_version=version,
            language=language,
            recorded_at=poll_submission().recorded_at.replace(hour=hour),
        ),
        _POLL | _SURVEY,
        st.sampled_from([1, 2, 3, 9]),
        st.sampled_from(["ko", "en"]),
        st.sampled_from([3, 15]),
    ),
    max_size=8,
)


@given(_RECORDS, st.randoms(use_true_random=False))
def test_tally_does_not_depend_on_the_order_of_records(records: list[dict[str, Any]], random: Any) -> None:
    shuffled = [*records]
    random.shuffle(shuffled)
    assert _lines(*records) == _lines(*shuffled)


@given(_RECORDS)
def test_every_record_is_a_submission_and_every_single_choice_or_skip_one_count(records: list[dict[str, Any]]) -> None:
    lines = _lines(*records)
    assert lines == sorted(lines)
    assert sum(line.count for line in lines if line.option_id == "submissions") == len(records)
    polls = [each for each in records if each["activity"] == "first-poll" and each["pack_version"] != 9]
    assert sum(line.count for line in lines if line.question_id == "first") == len(polls)


def test_rapid_repeats_stay_in_the_lines_and_are_counted_apart() -> None:
    tally = Tally(_pack_of)
    tally.add("lobby-1", _record(answers={"first": "economy"}))
    tally.add("lobby-1", _record(answers={"first": "economy"}), rapid_repeat=True)
    assert [line.count for line in tally.lines()] == [2, 2]
    assert [line.count for line in tally.rapid_repeat_lines()] == [1, 1]


def test_days_counted_apart_are_the_lines_of_all_days_counted_at_once() -> None:
    pack = lobby_pack()
    together = Tally(lambda _pack_id, _version: pack)
    apart: list[TallyLine] = []
    for day in (10, 11):
        alone = Tally(lambda _pack_id, _version: pack)
        for visit in lobby_visits(pack, date(2026, 11, day), 150):
            record = json.loads(canonical_bytes(visit))
            alone.add("lobby-1", record)
            together.add("lobby-1", record)
        apart += alone.lines()
    assert apart == together.lines()


def test_a_note_has_no_line() -> None:
    data = small_pack_data()
    note = {"id": "welcome", "type": "note", "label": {"ko": "어서 오세요", "en": "Welcome"}}
    data["activities"][0]["questions"].insert(0, note)
    tally = Tally(lambda _pack, _version: read_pack(data))
    tally.add("lobby-1", _record(answers={"first": "economy"}))
    assert "welcome" not in str(tally.lines())
