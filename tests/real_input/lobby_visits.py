"""Generated visits to the lobby's sample pack: many activities, languages and hours, the same for the same seed."""

import random
import uuid
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from kiosk.forum.answers import asked_questions, is_answered
from kiosk.forum.packs import VOTES, Activity, Pack, Question
from kiosk.forum.seoul import SEOUL
from kiosk.forum.submissions import Channel, Submission
from kiosk.pack_files import read_pack_file

LOBBY = Path(__file__).resolve().parents[2] / "assets" / "packs" / "lobby.yaml"
_TEXTS = ("여권 창구 안내를 크게 써 주세요.", "=1+1", '=HYPERLINK("http://x")', "@청년 외교", "좋아요")
# How busy the lobby is from nine to eighteen o'clock.
_HOURS = {9: 4, 10: 9, 11: 12, 12: 20, 13: 15, 14: 10, 15: 9, 16: 8, 17: 5}
_KINDS = {"poll": 34, "opinion": 12, "statements": 10, "survey": 6}
_KINDS |= {"proposal": 4, "call": 3, "seminar": 8, "project": 3}
_LANGUAGES = {"ko": 82, "en": 10, "zh": 5, "ja": 3}
_CHANNELS: dict[Channel, int] = {"kiosk": 94, "paper": 6}


def lobby_pack() -> Pack:
    """Return the sample pack."""
    return read_pack_file(LOBBY)


def lobby_visits(pack: Pack, day: date, count: int, seed: int = 1, hurried: float = 0.02) -> Iterator[Submission]:
    """Yield a day's submissions in order of time; `hurried` is the share that the same hand sent again at once."""
    chance = random.Random(f"{seed} {day}")
    activities = [each for each in pack.every_activity() if each.is_open(day)]
    weights = [_KINDS[each.kind] for each in activities]
    moments = sorted(timedelta(hours=_drawn(chance, _HOURS), seconds=chance.randrange(3600)) for _ in range(count))
    before: Submission | None = None
    for moment in moments:
        at = datetime.combine(day, time(), SEOUL) + moment
        activity = chance.choices(activities, weights)[0]
        again = before is not None and before.channel == "kiosk" and chance.random() < hurried
        if again and before is not None:
            activity = next(each for each in activities if each.id == before.activity_id)
            at = before.recorded_at + timedelta(seconds=chance.randint(4, 12))
        fast = 6 if again else activity.minutes * 60
        before = Submission(
            receipt_id=str(uuid.UUID(int=chance.getrandbits(128), version=4)),
            pack_id=pack.id,
            pack_version=pack.version,
            activity_id=activity.id,
            language=_drawn(chance, _LANGUAGES),
            channel="kiosk" if again else _drawn(chance, _CHANNELS),
            recorded_at=at,
            answers=_answers(chance, activity),
            duration=max(3, round(chance.lognormvariate(0, 0.5) * fast)),
        )
        yield before


def _answers(chance: random.Random, activity: Activity) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for question in activity.questions:
        asked = any(each.id == question.id for each in asked_questions(activity, answers))
        if asked and (question.required or chance.random() < 0.75) and is_answered(value := _value(chance, question)):
            answers[question.id] = value
    return answers


def _value(chance: random.Random, question: Question) -> Any:
    options = [each.id for each in question.options]
    leaning = [2.0 ** -(place * 7 % (len(options) or 1) / 2) for place in range(len(options))]
    match question.type:
        case "single":
            return chance.choices(options, leaning)[0]
        case "multiple" | "ranking":
            most = min(len(options), question.at_most or len(options))
            return chance.sample(options, chance.randint(1, most))
        case "scale" | "rating":
            low, high = question.bounds
            return round(min(high, max(low, chance.gauss(low + 0.65 * (high - low), (high - low) / 4))))
        case "number":
            return min(int(question.maximum or 99), int(chance.expovariate(0.6)))
        case "text":
            return chance.choice(_TEXTS)
    votes = {}
    for statement in question.statements:
        lean = (hash_of(statement.id) % 60) / 100 + 0.2
        if chance.random() < 0.9:
            votes[statement.id] = chance.choices(VOTES, [lean * 0.85, (1 - lean) * 0.85, 0.15])[0]
    return votes


def hash_of(text: str) -> int:
    """Return a number that is the same in every run."""
    return sum((place + 1) * ord(letter) for place, letter in enumerate(text))


def _drawn(chance: random.Random, weights: dict[Any, int]) -> Any:
    return chance.choices(list(weights), list(weights.values()))[0]
