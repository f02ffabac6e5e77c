"""What is published cannot be undone: fewer than ten people are told neither by one page nor by two days' pages."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.forum.disclosure import FEWEST
from sync.central.results.counting import ActivityCounts
from sync.central.results.published import (
    PublishedActivity,
    next_publication,
    published_activity,
    shown_choices,
    shown_parts,
)
from tests.small_pack import small_pack

DAY = date(2026, 11, 21)
_counts = st.lists(st.integers(0, 40), min_size=2, max_size=6)


def _held_together(parts: list[int], shown: list[int | None]) -> list[int]:
    return [part for part, told in zip(parts, shown, strict=True) if told is None]


@given(_counts, st.integers(0, 30))
def test_nothing_below_ten_is_shown_or_the_difference_of_what_is_shown(chosen: list[int], silent: int) -> None:
    people = sum(chosen) + silent
    answered, shown = shown_parts(chosen, people)
    if answered:
        assert answered >= FEWEST
        assert people - answered == 0 or people - answered >= FEWEST
    for told, count in zip(shown, chosen, strict=True):
        assert told is None or (told == count and (told == 0 or told >= FEWEST))
    # From those who answered (a neighbouring question may tell how many), and from everybody.
    held = [count for count in _held_together(chosen, shown) if count]
    assert (len(held) >= 2 and sum(held) >= FEWEST) or all(count >= FEWEST for count in held) or sum(chosen) < FEWEST
    in_all = _held_together([*chosen, silent], [*shown, None if answered is None else silent])
    assert not any(in_all) or sum(in_all) >= FEWEST or people < FEWEST


@given(_counts, st.integers(0, 30), st.data())
def test_of_choices_that_go_together_neither_those_who_chose_nor_the_others_are_few(
    chosen: list[int], silent: int, data: st.DataObject
) -> None:
    answered = data.draw(st.integers(max(chosen), max(sum(chosen), max(chosen))))
    people = answered + silent
    told, shown = shown_choices(chosen, answered, people)
    for count in (count for count in shown if count is not None):
        assert all(part == 0 or part >= FEWEST for part in (count, answered - count, people - count))
    assert told is None or told == 0 or all(part == 0 or part >= FEWEST for part in (told, people - told))


@pytest.mark.parametrize(
    ("chosen", "people", "answered", "shown"),
    [
        ([40, 25, 12], 77, 77, [40, 25, 12]),
        ([40, 25, 4], 69, 69, [40, None, None]),  # 4 alone could be worked out from 69
        ([40, 25, 12], 80, None, [40, 25, None]),  # three people said nothing
        ([50, 7, 25], 96, 82, [50, None, None]),  # another statement may tell the 82
        ([3, 2], 100, None, [None, None]),
        ([0, 0], 20, 0, [None, None]),
        ([20, 0], 20, 20, [20, 0]),
    ],
)
def test_counts_of_a_question(chosen: list[int], people: int, answered: int | None, shown: list[int | None]) -> None:
    assert shown_parts(chosen, people) == (answered, shown)


def _published(people: int, through: date = DAY) -> PublishedActivity | None:
    pack = small_pack()
    activity = pack.activity("first-poll")
    assert activity is not None
    counts = ActivityCounts(pack, activity, people, {"2026-11-20"})
    counts.cells["first", "security"] = people
    counts.answered["first"] = people
    counts.channels["kiosk"] = counts.languages["ko"] = people
    return published_activity(counts, through)


@pytest.mark.parametrize(("people", "is_published"), [(9, False), (10, True)])
def test_an_activity_is_published_from_ten_people_on(people: int, is_published: bool) -> None:
    assert (_published(people) is not None) is is_published


def test_figures_stay_until_ten_more_have_taken_part() -> None:
    before = _published(40)
    assert before is not None
    for more in range(1, 10):
        assert next_publication(before, _published(40 + more)) == before
        assert next_publication(before, _published(40 - more)) == before
    later = replace(before, people=50)
    assert next_publication(before, later) == later
    assert next_publication(before, None) is None
    assert next_publication(None, before) == before
