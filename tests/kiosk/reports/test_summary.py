from datetime import date
from pathlib import Path
from typing import Any

import yaml

from kiosk.forum.packs import read_pack
from kiosk.forum.tallies import TallyLine
from kiosk.reports.counting import count_days
from kiosk.reports.summary import Count, QuestionSummary, Summary, Totals
from kiosk.store import Store
from tests.real_input.polis import read_conversation
from tests.small_pack import small_pack
from tests.submissions import poll_submission

DAY = date(2026, 11, 22)


def _summary(store: Store) -> Summary:
    totals = Totals()
    for _ in count_days(store, DAY, DAY, totals):
        pass
    return totals.summary(DAY, DAY, store.kiosk_id(), store.packs())


def _survey(store: Store, *answers: dict[str, Any]) -> dict[str, QuestionSummary]:
    store.install_pack(small_pack())
    store.keep_all([poll_submission(each, activity_id="long-survey", channel="paper") for each in answers])
    return {each.id: each for each in _summary(store).activities[0].questions}


def test_options_stand_in_the_pack_s_order_also_those_nobody_chose(store: Store) -> None:
    some = _survey(store, {"some": ["culture", "economy"]}, {"some": ["culture"]}, {"trust": 3})["some"]
    assert [(row.label, row.total.every) for row in some.rows] == [("안보", 0), ("경제", 1), ("문화", 2)]
    assert (some.answered.every, some.skipped.every) == (2, 1)


def test_rankings_scales_and_statements_keep_their_shape(store: Store) -> None:
    questions = _survey(
        store,
        {"order": ["culture", "economy"], "trust": 10, "views": {"s1": "agree", "s2": "pass"}, "visits": 3},
        {"order": ["economy"], "trust": 0, "views": {"s1": "disagree"}, "visits": 4},
    )
    order, trust, views, visits = (questions[each] for each in ("order", "trust", "views", "visits"))
    assert order.parts == ("1순위", "2순위")
    assert [[count.every for count in row.counts] for row in order.rows] == [[0, 0], [1, 1], [1, 0]]
    assert [row.label for row in trust.rows] == [str(step) for step in range(11)]
    assert (trust.mean, trust.median) == (5, 5)
    assert views.parts == ("찬성", "건너뛰기", "반대")
    assert [[count.every for count in row.counts] for row in views.rows] == [[1, 0, 1], [0, 1, 0]]
    assert (visits.mean, visits.median) == (3.5, 3.5)


def test_many_numbers_are_put_together_and_none_is_lost(store: Store) -> None:
    visits = _survey(store, *({"visits": value} for value in range(0, 100, 3)))["visits"]
    assert len(visits.rows) <= 8
    assert sum(row.total.every for row in visits.rows) == len(range(0, 100, 3)) == visits.answered.every


def test_rapid_repeats_are_counted_both_ways(store: Store) -> None:
    store.install_pack(small_pack())
    store.keep_all([poll_submission({"first": "economy"}) for _ in range(12)])
    summary = _summary(store)
    first = summary.activities[0].questions[0]
    assert summary.submissions == Count(12, 1)
    assert first.answered == Count(12, 1)
    assert [row.total for row in first.rows] == [Count(0, 0), Count(12, 1), Count(0, 0)]
    assert first.few


def test_an_activity_whose_pack_is_not_here_is_still_counted() -> None:
    totals = Totals()
    totals.add([TallyLine("2026-11-22", "k", "gone", "", "submissions", "gone", "kiosk", "ko", 4)], [])
    summary = totals.summary(DAY, DAY, "k", [])
    assert [(each.id, each.submissions.every, each.questions) for each in summary.activities] == [("gone", 4, ())]


def test_a_real_conversation_s_votes_are_the_published_columns(store: Store, tmp_path: Path) -> None:
    conversation = read_conversation("brexit-consensus")
    pack = read_pack(yaml.safe_load(conversation.pack))
    store.install_pack(pack)
    views = [json_views["answers"] for json_views in map(yaml.safe_load, conversation.lines)]
    store.keep_all(
        [
            poll_submission(each, pack_id=pack.id, activity_id=pack.activities[0].id, language="en", channel="import")
            for each in views
        ]
    )
    rows = _summary(store).activities[0].questions[0].rows
    found = {
        (statement.id, vote): count.every
        for statement, row in zip(pack.activities[0].questions[0].statements, rows, strict=True)
        for vote, count in zip(("agree", "pass", "disagree"), row.counts, strict=True)
        if count.every
    }
    assert found == conversation.sums
