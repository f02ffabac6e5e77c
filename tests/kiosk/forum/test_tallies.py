import json
from collections import Counter
from datetime import date
from typing import Any

from kiosk.forum.packs import Pack, read_pack
from kiosk.forum.submissions import canonical_bytes
from kiosk.forum.tallies import Tally, TallyLine
from tests.real_input.lobby_visits import lobby_pack, lobby_visits
from tests.small_pack import small_pack, small_pack_data
from tests.submissions import poll_submission


def _tally(packs: dict[int, Pack], *records: dict[str, Any]) -> Tally:
    tally = Tally(lambda _pack_id, version: packs.get(version))
    for record in records:
        rapid = record.pop("rapid", False)
        tally.add("lobby", json.loads(canonical_bytes(poll_submission(**record))), rapid)
    return tally


def _counts(lines: list[TallyLine]) -> dict[tuple[str, str], int]:
    counts: Counter[tuple[str, str]] = Counter()
    for line in lines:
        counts[line.question_id, line.option_id] += line.count
    return dict(counts)


def test_every_type_of_question_counts_as_it_should() -> None:
    answers = {
        "some": ["economy", "culture"],
        "order": ["culture", "security"],
        "trust": 7,
        "stars": 3,
        "visits": 2.0,
        "views": {"s1": "agree", "s2": "pass"},
    }
    tally = _tally({1: small_pack()}, {"activity_id": "long-survey", "answers": answers})
    assert {(line.question_id, line.option_id, line.label) for line in tally.lines()} == {
        ("", "submissions", "설문"),
        ("some", "economy", "경제"),
        ("some", "culture", "문화"),
        ("order", "culture.1", "문화"),
        ("order", "security.2", "안보"),
        ("trust", "7", "신뢰"),
        ("stars", "3", "별점"),
        ("visits", "2", "방문"),
        ("views.s1", "agree", "하나"),
        ("views.s2", "pass", "둘"),
    }


def test_asked_and_not_answered_is_skipped_and_not_asked_is_nothing() -> None:
    tally = _tally({1: small_pack()}, {"answers": {"first": "security"}}, {"answers": {"first": "economy"}})
    assert _counts(tally.lines())["why", "skipped"] == 1


def test_one_line_of_two_versions_has_the_newer_label() -> None:
    data = small_pack_data(version=2)
    data["activities"][0]["questions"][0]["options"][0]["label"]["ko"] = "가장 이른 이름"
    packs = {1: small_pack(), 2: read_pack(data)}
    for order in ((1, 2), (2, 1)):
        lines = _tally(packs, *({"pack_version": version} for version in order)).lines()
        assert [(line.label, line.count) for line in lines if line.question_id == "first"] == [("가장 이른 이름", 2)]


def test_an_unknown_pack_counts_submissions_by_the_bare_id() -> None:
    assert _tally({}, {}).lines() == [
        TallyLine("2026-11-22", "lobby", "first-poll", "", "submissions", "first-poll", "kiosk", "ko", 1)
    ]


def test_rapid_repeats_stay_in_the_lines_and_are_counted_apart() -> None:
    tally = _tally(
        {1: small_pack()}, {"answers": {"first": "economy"}}, {"answers": {"first": "economy"}, "rapid": True}
    )
    assert _counts(tally.lines()) == {("", "submissions"): 2, ("first", "economy"): 2}
    assert _counts(tally.rapid_repeat_lines()) == {("", "submissions"): 1, ("first", "economy"): 1}


def test_days_counted_apart_are_the_lines_of_all_days_counted_at_once() -> None:
    pack = lobby_pack()
    days = [
        [json.loads(canonical_bytes(each)) for each in lobby_visits(pack, date(2026, 11, day), 150)] for day in (10, 11)
    ]
    apart: list[TallyLine] = []
    together = Tally(lambda _pack_id, _version: pack)
    for records in days:
        alone = Tally(lambda _pack_id, _version: pack)
        for record in records:
            alone.add("lobby", record)
            together.add("lobby", record)
        apart += alone.lines()
    assert apart == together.lines()
