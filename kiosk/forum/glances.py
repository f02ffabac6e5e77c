"""A period at a glance: how many took part, when, in which language, and how long it took them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from kiosk.forum.seoul import seoul_hour_of_text
from kiosk.forum.tallies import SUBMISSIONS, TallyLine

_Number = TypeVar("_Number", int, float)


class Glance:
    """Counts submissions by hour, day, activity, language and channel; hours and days are Seoul's, never finer."""

    def __init__(self) -> None:
        self.by_hour: Counter[int] = Counter()
        self.by_day: Counter[str] = Counter()
        self.by_activity: Counter[str] = Counter()
        self.by_language: Counter[str] = Counter()
        self.by_channel: Counter[str] = Counter()
        self.rapid_repeats: Counter[str] = Counter()
        # People who answered a question, by (activity, question): a record holds only answers to questions asked.
        self.answered: Counter[tuple[str, str]] = Counter()
        self.rapid_answered: Counter[tuple[str, str]] = Counter()
        self.unsure_clock = 0
        self._durations: defaultdict[str, Counter[int]] = defaultdict(Counter)

    def add(self, record: Mapping[str, Any], rapid_repeat: bool) -> None:
        """Count what a tally's lines do not tell of one submission, given as its parsed canonical JSON."""
        activity_id = record["activity"]
        self.by_hour[seoul_hour_of_text(record["recorded_at"])] += 1
        for question_id in record["answers"]:
            self.answered[activity_id, question_id] += 1
        if rapid_repeat:
            self.rapid_answered.update((activity_id, question_id) for question_id in record["answers"])
        if record["clock"] != "good":
            self.unsure_clock += 1
        if (duration := record.get("duration")) is not None:
            self._durations[activity_id][duration] += 1

    def add_lines(self, lines: Iterable[TallyLine], rapid_repeat_lines: Iterable[TallyLine]) -> None:
        """Count what the lines of the same submissions tell."""
        for line in lines:
            if (line.question_id, line.option_id) == SUBMISSIONS:
                self.by_day[line.date] += line.count
                self.by_activity[line.activity_id] += line.count
                self.by_language[line.language] += line.count
                self.by_channel[line.channel] += line.count
        for line in rapid_repeat_lines:
            if (line.question_id, line.option_id) == SUBMISSIONS:
                self.rapid_repeats[line.activity_id] += line.count

    def told(self) -> dict[str, Any]:
        """Return, as JSON's own types, what `add` has counted."""
        return {
            "by_hour": sorted(self.by_hour.items()),
            "answered": sorted((*key, count) for key, count in self.answered.items()),
            "rapid_answered": sorted((*key, count) for key, count in self.rapid_answered.items()),
            "unsure_clock": self.unsure_clock,
            "durations": sorted((activity, sorted(each.items())) for activity, each in self._durations.items()),
        }

    def add_told(self, told: Mapping[str, Any]) -> None:
        """Count what another glance has told."""
        self.by_hour.update(dict(told["by_hour"]))
        self.answered.update({(activity, question): count for activity, question, count in told["answered"]})
        self.rapid_answered.update(
            {(activity, question): count for activity, question, count in told["rapid_answered"]}
        )
        self.unsure_clock += told["unsure_clock"]
        for activity, durations in told["durations"]:
            self._durations[activity].update(dict(durations))

    @property
    def submissions(self) -> int:
        """How many submissions there are in all."""
        return self.by_activity.total()

    def median_seconds(self, activity_id: str | None = None) -> float | None:
        """Return the median duration in seconds of one activity, or of all; None where nobody was timed."""
        chosen = [self._durations[activity_id]] if activity_id else list(self._durations.values())
        return median_of_counts(sum(chosen, Counter()))


def median_of_counts(counts: Mapping[_Number, int]) -> float | None:
    """Return the median of values, given how often each occurs; None where there are none."""
    total = sum(counts.values())
    if total == 0:
        return None
    middle = ((total - 1) // 2, total // 2)
    found: list[float] = []
    passed = 0
    for value, count in sorted(counts.items()):
        passed += count
        while len(found) < 2 and middle[len(found)] < passed:
            found.append(value)
        if len(found) == 2:
            break
    return sum(found) / 2
