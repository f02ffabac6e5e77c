"""The way into the staff panel: made on purpose it opens, and 20,000 random touches never make it."""

import random
from collections.abc import Iterable, Iterator

import pytest

from ui.staff.gesture import CLOCKWISE, Gesture, Kind, Spot, Touch, followed

MARK = frozenset({Spot.MARK})
NOWHERE: frozenset[Spot] = frozenset()


def opens(touches: Iterable[Touch]) -> int:
    """Count how often a row of touches makes the gesture."""
    gesture, times = Gesture(), 0
    for touch in touches:
        gesture = followed(gesture, touch)
        times += gesture.done
    return times


def tap(at: float, spot: Spot | None, seconds: float = 0.1, finger: int = 0) -> list[Touch]:
    spots = NOWHERE if spot is None else frozenset({spot})
    return [Touch(at, finger, Kind.DOWN, spots), Touch(at + seconds, finger, Kind.UP, spots)]


def corners(at: float, *spots: Spot, apart: float = 0.5) -> list[Touch]:
    return [touch for place, spot in enumerate(spots) for touch in tap(at + place * apart, spot)]


HOLD = tap(0.0, Spot.MARK, 3.0)


def test_holding_the_mark_and_then_the_four_corners_clockwise_opens() -> None:
    assert opens([*HOLD, *corners(4.0, *CLOCKWISE)]) == 1


def test_it_opens_again_after_it_was_made_and_after_it_went_wrong() -> None:
    wrong = [*HOLD, *tap(4.0, None)]
    again = [Touch(each.at + 20, each.finger, each.kind, each.spots) for each in (*HOLD, *corners(4.0, *CLOCKWISE))]
    assert opens([*wrong, *again]) == 1
    assert opens([*HOLD, *corners(4.0, *CLOCKWISE), *again]) == 2


def test_a_mark_that_lies_in_a_corner_counts_as_both() -> None:
    both = frozenset({Spot.MARK, Spot.TOP_LEFT})
    hold = [Touch(0.0, 0, Kind.DOWN, both), Touch(3.0, 0, Kind.UP, both)]
    first = [Touch(3.5, 0, Kind.DOWN, both), Touch(3.6, 0, Kind.UP, both)]
    assert opens([*hold, *first, *corners(4.0, *CLOCKWISE[1:])]) == 1


@pytest.mark.parametrize(
    "touches",
    [
        [*tap(0.0, Spot.MARK, 2.9), *corners(4.0, *CLOCKWISE)],
        [*tap(0.0, None, 3.5), *corners(4.0, *CLOCKWISE)],
        [*HOLD, *corners(4.0, *reversed(CLOCKWISE))],
        [*HOLD, *corners(4.0, *CLOCKWISE[:3])],
        [*HOLD, *corners(4.0, CLOCKWISE[0], *CLOCKWISE)],
        [*HOLD, *corners(4.0, *CLOCKWISE[:2]), *tap(5.0, None), *corners(5.5, *CLOCKWISE[2:])],
        [*HOLD, *corners(4.0, *CLOCKWISE, apart=1.9)],
        [*HOLD, *corners(9.5, *CLOCKWISE)],
        corners(0.0, *CLOCKWISE),
    ],
    ids=[
        "held too briefly",
        "held beside the mark",
        "counter-clockwise",
        "three corners",
        "a corner twice",
        "something else in between",
        "too slow",
        "too late",
        "without the mark",
    ],
)
def test_anything_else_does_not_open(touches: list[Touch]) -> None:
    assert opens(touches) == 0


def test_a_second_finger_spoils_it() -> None:
    palm = [Touch(1.0, 7, Kind.DOWN, NOWHERE), Touch(1.1, 7, Kind.UP, NOWHERE)]
    assert opens([HOLD[0], *palm, HOLD[1], *corners(4.0, *CLOCKWISE)]) == 0
    assert opens([*HOLD, *corners(4.0, *CLOCKWISE[:2]), *palm, *corners(5.5, *CLOCKWISE[2:])]) == 0


def test_a_finger_that_slides_off_the_mark_or_is_taken_away_spoils_it() -> None:
    slide = [Touch(1.0, 0, Kind.MOVE, NOWHERE), Touch(2.0, 0, Kind.MOVE, MARK)]
    assert opens([HOLD[0], *slide, HOLD[1], *corners(4.0, *CLOCKWISE)]) == 0
    assert opens([HOLD[0], Touch(1.0, 0, Kind.CANCEL), HOLD[1], *corners(4.0, *CLOCKWISE)]) == 0


def test_a_finger_that_trembles_on_the_mark_does_not_spoil_it() -> None:
    tremble = [Touch(1.0 + place / 10, 0, Kind.MOVE, MARK) for place in range(10)]
    assert opens([HOLD[0], *tremble, HOLD[1], *corners(4.0, *CLOCKWISE)]) == 1


def random_play(seed: int, events: int, places: tuple[Spot | None, ...]) -> Iterator[Touch]:
    """The monkey's ways with the glass (tests/ui/monkey_hands.py), and holds and pauses as long as people make them."""
    dice = random.Random(seed)
    now = 0.0

    def somewhere() -> frozenset[Spot]:
        spot = dice.choice(places)
        return NOWHERE if spot is None else frozenset({spot})

    for _ in range(events):
        fingers = range(dice.choices((1, 2, 5, 10), (20, 2, 1, 1))[0])
        now += dice.choice((0.05, 0.3, 1.0, 5.0))
        at = {finger: somewhere() for finger in fingers}
        yield from (Touch(now, finger, Kind.DOWN, at[finger]) for finger in fingers)
        now += dice.choice((0.01, 0.1, 0.5, 3.5))
        if dice.random() < 0.1:
            at = {finger: somewhere() for finger in fingers}
            yield from (Touch(now, finger, Kind.MOVE, at[finger]) for finger in fingers)
        end = Kind.CANCEL if dice.random() < 0.05 else Kind.UP
        yield from (Touch(now, finger, end, at[finger]) for finger in fingers)


@pytest.mark.parametrize("seed", range(5))
def test_twenty_thousand_random_touches_never_open(seed: int) -> None:
    # On a lobby screen the mark and the corners are together a hundredth of the glass; here they are a fifth of it.
    places = (*CLOCKWISE, Spot.MARK, *([None] * 20))
    assert opens(random_play(seed, 20_000, places)) == 0


def test_the_random_play_would_find_the_gesture_where_there_is_nothing_else_to_touch() -> None:
    assert opens(random_play(1, 30_000, (*CLOCKWISE, Spot.MARK))) > 0
