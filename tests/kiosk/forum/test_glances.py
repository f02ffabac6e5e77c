import statistics
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kiosk.forum.glances import Glance, median_of_counts
from kiosk.forum.tallies import Tally


@given(st.lists(st.integers(0, 50), min_size=1))
def test_median_of_counts_is_the_median_of_the_values(values: list[int]) -> None:
    assert median_of_counts({each: values.count(each) for each in values}) == statistics.median(values)


def test_hours_and_days_are_those_of_seoul() -> None:
    glance, tally = Glance(), Tally(lambda _pack_id, _version: None)
    record: dict[str, Any] = {
        "activity": "a",
        "language": "ko",
        "channel": "kiosk",
        "clock": "unsure",
        "answers": {"q": "yes"},
    }
    record |= {"pack": "none", "pack_version": 1}
    for at, more, rapid in (("2026-11-21T15:00:00Z", {}, False), ("2026-11-22T14:59:59Z", {"duration": 9}, True)):
        visit = {**record, **more, "recorded_at": at}
        tally.add("lobby", visit, rapid)
        glance.add(visit, rapid)
    glance.add_lines(tally.lines(), tally.rapid_repeat_lines())
    assert glance.by_day == {"2026-11-22": 2}
    assert glance.answered == {("a", "q"): 2}
    assert glance.rapid_answered == {("a", "q"): 1}
    assert glance.by_hour == {0: 1, 23: 1}
    assert (glance.submissions, glance.rapid_repeats["a"], glance.unsure_clock) == (2, 1, 2)
    assert (glance.median_seconds("a"), glance.median_seconds(), glance.median_seconds("b")) == (9, 9, None)
