"""The inbox: what is due first, filters, search, and how many stand where."""

import uuid
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from fastapi import Response
from sqlalchemy import Connection

from kiosk.forum.packs import Activity
from kiosk.forum.seoul import seoul_day
from sync.central.proposals.intake import bring_up_to_date
from sync.central.proposals.searching import Search, pairs_of, search_of
from sync.central.review.proposal import Stage
from sync.central.staff.desk import Ask
from sync.central.staff.pages import page, redirect
from sync.central.staff.topics import activities, activity_label, topic_label
from sync.central.store import inbox as store
from sync.central.store.inbox import Counted, Due, Filter, Listed, Order, Overview, Place
from sync.central.store.urgency import urgency

ON_A_PAGE = 40
_DUE: tuple[Due, ...] = ("overdue", "week", "stopped", "none")
_FIELDS = ("q", "stage", "topic", "activity", "due", "order")


@dataclass(frozen=True, slots=True)
class Row:
    """One line as it is shown."""

    of: Listed
    stage: Stage
    topic: str
    activity: str
    days_left: int | None


def show_inbox(ask: Ask) -> Response:
    """Show the inbox; what has arrived since is taken in first."""
    bring_up_to_date(ask.central, ask.now)
    today = seoul_day(ask.now)
    asked = {name: ask.query.get(name, "")[:200] for name in _FIELDS}
    wanted = _filter(asked)
    order: Order = "newest" if asked["order"] == "newest" else "urgent"
    after, before = (_place(ask.query.get(name, ""), order) for name in ("after", "before"))
    backwards = before is not None
    is_narrowed = wanted != Filter()
    with ask.central.database.reading() as connection:
        seen = ask.central.overviews.get(lambda: store.overview(connection), ask.now)
        dues = store.due_counts(connection, today)
        counted = store.count(connection, wanted, today) if is_narrowed else Counted(seen.everything)
        found = store.listed(
            connection, wanted, order, today, ON_A_PAGE + 1, before or after, backwards=backwards, counted=counted
        )
        choices, known = _choices(ask, connection, seen)
    if not found.rows and (after or before):
        return redirect(_address(asked))
    rows = found.rows[-ON_A_PAGE:] if backwards else found.rows[:ON_A_PAGE]
    more = len(found.rows) > ON_A_PAGE
    return page(
        ask.shown,
        "inbox.html",
        rows=[_row(each, known, ask.language, today) for each in rows],
        asked=asked,
        found=counted,
        before=_text(store.place_of(rows[0], order)) if rows and (more if backwards else after) else "",
        after=_text(store.place_of(rows[-1], order)) if rows and (more or backwards) else "",
        looked_until=_text(found.looked_until) if found.looked_until and not backwards else "",
        is_narrowed=is_narrowed,
        everything=seen.everything,
        unique=seen.everything - seen.stages.get(Stage.LINKED, 0),
        stages=_bars(seen.stages),
        every_stage=list(Stage),
        dues=dues,
        due_kinds=_DUE,
        n_of=lambda counted: f"{counted.number:,}" + ("" if counted.is_all else "+"),
        choices=choices,
        with_=lambda **changes: _address(asked, **changes),
    )


def _place(text: str, order: Order) -> Place | None:
    """Return the place that an address names; None for anything else."""
    key, _, proposal_id = text.partition(".")
    try:
        number = int(key)
        most = urgency(2, None) if order == "urgent" else date.max.toordinal()
        return Place(number, str(uuid.UUID(proposal_id))) if 0 < number <= most else None
    except ValueError:
        return None


def _text(place: Place) -> str:
    return f"{place.key}.{place.proposal_id}"


def _filter(asked: dict[str, str]) -> Filter:
    search: Search = search_of(asked["q"])
    stages = (asked["stage"],) if asked["stage"] in set(Stage) else ()
    wanted = Filter(
        stages=stages,
        topic=asked["topic"] or None,
        activity_id=asked["activity"] or None,
        due=asked["due"] if asked["due"] in _DUE else None,
    )
    pairs = {pair for term in search.terms for pair in pairs_of(term)}
    return replace(wanted, terms=search.terms, pairs=tuple(sorted(pairs)), ids=search.ids)


def _choices(
    ask: Ask, connection: Connection, seen: Overview
) -> tuple[dict[str, list[tuple[str, str]]], dict[tuple[int, str], Activity]]:
    """Return the options of the two filters, and the activities by kiosk that name them."""
    known: dict[tuple[int, str], Activity] = {}
    topics: dict[str, str] = {}
    titles: dict[str, str] = {}
    by_device: dict[int, dict[str, Activity]] = {}
    for activity_id, topic, device_no in seen.topics:
        if device_no not in by_device:
            by_device[device_no] = activities(connection, ask.central.shelf, device_no)
            known |= {(device_no, each): activity for each, activity in by_device[device_no].items()}
        activity = by_device[device_no].get(activity_id)
        titles[activity_id] = activity_label(activity, activity_id, ask.language)
        if topic:
            topics[topic] = topic_label(activity, topic, ask.language)
    return {"topic": sorted(topics.items(), key=_second), "activity": sorted(titles.items(), key=_second)}, known


def _second(pair: tuple[str, str]) -> str:
    return pair[1]


def _row(listed: Listed, known: dict[tuple[int, str], Activity], language: str, today: date) -> Row:
    activity = known.get((listed.device_no, listed.activity_id)) or next(
        (each for (_, activity_id), each in known.items() if activity_id == listed.activity_id), None
    )
    days = listed.days_left if listed.lane == 1 else (listed.due_on - today).days if listed.due_on else None
    return Row(
        listed,
        Stage(listed.stage),
        topic_label(activity, listed.topic, language),
        activity_label(activity, listed.activity_id, language),
        days,
    )


def _bars(stages: dict[str, int]) -> list[dict[str, Any]]:
    """Return each stage with its count and its place, in thousandths, on a bar of all."""
    whole = sum(stages.values()) or 1
    bars: list[dict[str, Any]] = []
    x = 0.0
    for stage in Stage:
        number = stages.get(stage, 0)
        width = 1000 * number / whole
        bars.append({"stage": stage, "count": number, "x": round(x, 1), "width": round(width, 1)})
        x += width
    return bars


def _address(asked: dict[str, str], **changes: object) -> str:
    fields = {**asked, **{name: str(value) for name, value in changes.items()}}
    kept = {name: value for name, value in fields.items() if value}
    return "/staff" + ("?" + urlencode(kept) if kept else "")
