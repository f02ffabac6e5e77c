"""What may be published of a question's counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.forum.disclosure import FEWEST, shown_counts


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([], []),
        ([9, 0], [None, None]),
        ([10, 0], [10, 0]),
        ([12, 30, 0], [12, 30, 0]),
        ([5, 30, 20], [None, 30, None]),  # 5 could be worked out from the total, so the next smallest goes too
        ([5, 6, 30], [None, None, 30]),
        ([2, 3, 30, 40], [None, None, None, 40]),  # 2 and 3 together are five people
        ([5, 30], [None, None]),
    ],
)
def test_small_counts_are_held_back(counts: list[int], shown: list[int | None]) -> None:
    assert shown_counts(counts) == shown


@given(st.lists(st.integers(0, 60), max_size=8))
def test_nothing_below_ten_is_shown_or_can_be_worked_out_from_the_total(counts: list[int]) -> None:
    shown = shown_counts(counts)
    assert all(count == 0 or count >= FEWEST for count in shown if count is not None)
    held = [count for count, seen in zip(counts, shown, strict=True) if seen is None and count > 0]
    if sum(counts) >= FEWEST and held:
        others = [count for count, seen in zip(counts, shown, strict=True) if seen]
        assert sum(held) >= FEWEST
        assert len(held) >= 2 or not others
