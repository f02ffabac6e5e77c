"""What a new version of a pack changes for visitors, before anybody accepts it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeVar

from kiosk.forum.packs import Activity, Pack, Question, words_in

How = Literal["added", "removed", "changed", "reworded", "moved"]
_SAID: dict[How, str] = {
    "added": "new",
    "removed": "no longer there",
    "changed": "changed",
    "reworded": "other words",
    "moved": "in another order",
}


@dataclass(frozen=True, slots=True)
class PackChange:
    """One change: of what (a path such as “activity first-poll, question why”), how, and what exactly."""

    of: str
    how: How
    detail: str = ""

    @property
    def path(self) -> list[tuple[str, str]]:
        """What changed, from the outside in: each part's kind and its id, which is empty for what has none."""
        return [(kind, part_id) for kind, _, part_id in (each.partition(" ") for each in self.of.split(", "))]

    def __str__(self) -> str:
        return f"{self.of}: {_SAID[self.how]}{f' ({self.detail})' if self.detail else ''}"


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Part = TypeVar("_Part", bound=_Named)
_WORDS = frozenset(
    {"label", "title", "description", "help", "rules", "text", "low", "high", "if_invalid", "said", "done"}
)


def pack_changes(before: Pack | None, after: Pack) -> list[PackChange]:
    """Return what a visitor will find otherwise, in the pack's order; everything is new where there was no pack."""
    if before is None:
        return [_added("activity", each, after) for each in after.activities]
    changes: list[PackChange] = []
    if before.languages != after.languages:
        changes.append(
            PackChange("languages", "changed", f"{', '.join(before.languages)} → {', '.join(after.languages)}")
        )
    if before.title != after.title:
        changes.append(PackChange("title", "reworded", _words(before.title, after.title)))
    changes += _parts("topic", before.topics, after.topics, after)
    for old, new in _pairs(before.activities, after.activities):
        if old is None and new is not None:
            changes.append(_added("activity", new, after))
        elif new is None and old is not None:
            changes.append(PackChange(f"activity {old.id}", "removed", words_in(old.title, before.languages[0])))
        elif old is not None and new is not None:
            changes += _of_activity(old, new, after)
    changes += _order("activities", before.activities, after.activities)
    changes += _parts("outcome", before.outcomes, after.outcomes, after)
    return changes


def _of_activity(old: Activity, new: Activity, pack: Pack) -> Iterator[PackChange]:
    name = f"activity {new.id}"
    yield from _fields(name, old, new, without="questions")
    for before, after in _pairs(old.questions, new.questions):
        if before is None and after is not None:
            yield _added(f"{name}, question", after, pack)
        elif after is None and before is not None:
            yield PackChange(f"{name}, question {before.id}", "removed", words_in(before.label, pack.languages[0]))
        elif before is not None and after is not None:
            yield from _of_question(f"{name}, question {after.id}", before, after, pack)
    yield from _order(f"{name}, questions", old.questions, new.questions)


def _of_question(name: str, old: Question, new: Question, pack: Pack) -> Iterator[PackChange]:
    yield from _fields(name, old, new, without="options")
    yield from _parts(f"{name}, option", old.options, new.options, pack)
    yield from _order(f"{name}, options", old.options, new.options)


def _parts(name: str, old: tuple[_Part, ...], new: tuple[_Part, ...], pack: Pack) -> Iterator[PackChange]:
    for before, after in _pairs(old, new):
        if before is None and after is not None:
            yield _added(name, after, pack)
        elif after is None and before is not None:
            yield PackChange(f"{name} {before.id}", "removed")
        elif before is not None and after is not None:
            yield from _fields(f"{name} {after.id}", before, after)


def _fields(name: str, old: Any, new: Any, without: str = "") -> Iterator[PackChange]:
    """Name the fields that differ; texts in all languages together."""
    for field in type(new).model_fields:
        before, after = getattr(old, field), getattr(new, field)
        if field == without or before == after:
            continue
        if field in _WORDS and isinstance(before, Mapping) and isinstance(after, Mapping):
            yield PackChange(name, "reworded", _words(before, after))
        elif isinstance(before, tuple | Mapping) or isinstance(after, Mapping):
            yield PackChange(name, "changed", field)
        else:
            yield PackChange(name, "changed", f"{field}: {_shown(before)} → {_shown(after)}")


def _order(name: str, old: tuple[_Part, ...], new: tuple[_Part, ...]) -> Iterator[PackChange]:
    both = {each.id for each in old} & {each.id for each in new}
    if [each.id for each in old if each.id in both] != [each.id for each in new if each.id in both]:
        yield PackChange(name, "moved")


def _pairs(old: tuple[_Part, ...], new: tuple[_Part, ...]) -> Iterator[tuple[_Part | None, _Part | None]]:
    """Yield parts of the same id together, in the new order, then those that are gone."""
    before, after = {each.id: each for each in old}, {each.id: each for each in new}
    for part_id, part in after.items():
        yield before.get(part_id), part
    for part_id, part in before.items():
        if part_id not in after:
            yield part, None


def _added(name: str, part: Any, pack: Pack) -> PackChange:
    words = next((getattr(part, field) for field in ("title", "label", "text", "said") if hasattr(part, field)), None)
    return PackChange(f"{name} {part.id}", "added", words_in(words, pack.languages[0]) if words else "")


def _words(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    changed = next((code for code in after if before.get(code) != after[code]), next(iter(after)))
    return f"“{before.get(changed, '')}” → “{after[changed]}”"


def _shown(value: Any) -> str:
    return "none" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
