"""A day at a glance: what finished comes from the submissions, what did not from the counts, and no word of anybody."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.day_overview import read_day
from kiosk.forum.packs import Pack
from kiosk.forum.seoul import seoul_day
from kiosk.forum.visit_ends import VisitEnds
from kiosk.forum.visits import answered, begin_visit, finish
from kiosk.store import Store

# 2026-11-22 in Seoul, 10:30 and, in UTC, the day before.
MORNING = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
DAY = seoul_day(MORNING)


@pytest.fixture
def filled(store: Store, pack: Pack) -> Store:
    store.install_pack(pack)
    activity = pack.activities[0]
    visit = answered(begin_visit(pack, activity, "en"), activity.questions[0].id, activity.questions[0].options[0].id)
    for hours, seconds in ((0, 20), (0, 40), (5, 90), (24, 500)):
        store.keep(finish(visit, recorded_at=MORNING + timedelta(hours=hours), duration=seconds))
    for end in (
        VisitEnds(10, activity.id, "ko", activity.questions[0].id, "abandoned", 1, 12),
        VisitEnds(10, activity.id, "ko", activity.questions[0].id, "abandoned", 1, 8),
        VisitEnds(20, activity.id, "ja", "consent", "abandoned", 1, 60),
        VisitEnds(11, "gone-since", "ko", "first", "phone", 1, 30),
    ):
        store.visit_ends.add(DAY, end)
    store.visit_ends.add(DAY + timedelta(days=1), VisitEnds(9, activity.id, "ko", "review", "abandoned", 7, 70))
    return store


def test_finished_abandoned_and_gone_to_the_phone_are_counted_for_the_day_in_seoul(filled: Store) -> None:
    day = read_day(filled, DAY)
    assert (day.finished, day.abandoned, day.to_phone, day.visits) == (3, 3, 1, 7)
    assert day.median_seconds == 40


def test_every_opening_hour_is_there_and_others_where_somebody_came(filled: Store) -> None:
    hours = {part.key: (part.finished, part.left) for part in read_day(filled, DAY).hours}
    assert list(hours) == [str(hour) for hour in range(9, 21)]
    assert (hours["10"], hours["11"], hours["15"], hours["20"], hours["9"]) == ((2, 2), (0, 1), (1, 0), (0, 1), (0, 0))


def test_activities_and_languages_come_with_the_largest_first_and_an_unknown_one_by_its_id(
    filled: Store, pack: Pack
) -> None:
    day = read_day(filled, DAY)
    assert [(each.key, each.finished, each.left) for each in day.activities] == [
        (pack.activities[0].id, 3, 3),
        ("gone-since", 0, 1),
    ]
    assert day.activities[0].words == dict(pack.activities[0].title)
    languages = [(each.key, each.finished, each.left) for each in day.languages]
    assert languages == [
        ("en", 3, 0),
        ("ko", 0, 3),
        ("ja", 0, 1),
    ]


def test_steps_name_the_packs_question_and_the_most_given_up_comes_first(filled: Store, pack: Pack) -> None:
    given_up = read_day(filled, DAY).given_up
    assert [(each.step, each.visits) for each in given_up] == [(pack.activities[0].questions[0].id, 2), ("consent", 1)]
    assert given_up[0].words == dict(pack.activities[0].questions[0].label)
    assert given_up[1].words == {}


def test_a_day_without_anybody_is_empty_and_not_an_error(store: Store) -> None:
    day = read_day(store, DAY)
    assert (day.visits, day.median_seconds, day.activities, day.given_up) == (0, None, (), ())


def test_visits_that_end_alike_are_one_row_of_counts(filled: Store) -> None:
    ends = filled.visit_ends.of_day(DAY)
    assert [(each.hour, each.visits, each.seconds) for each in ends] == [(10, 2, 20), (11, 1, 30), (20, 1, 60)]
