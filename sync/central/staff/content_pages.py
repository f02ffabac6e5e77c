"""The content's pages: which packs are in force, one pack with its activities' days, and a draft before it goes out."""

from dataclasses import dataclass
from datetime import date

from fastapi import Response
from sqlalchemy import Connection

from kiosk.forum.pack_changes import pack_changes
from kiosk.forum.pack_faults import Fault
from kiosk.forum.packs import Activity, Pack, pack_from_bytes, words_in
from kiosk.forum.seoul import seoul_day
from sync.central.publishing import Standing, check_publishable, standing, standings, stored_pack
from sync.central.staff.content_changes import ChangeGroup, change_groups
from sync.central.staff.content_words import not_offered
from sync.central.staff.desk import Ask
from sync.central.staff.pages import message_page, page
from sync.central.staff.words import say
from sync.central.store import devices, offered_packs, reports
from sync.central.store.offered_packs import OfferedVersion, PackNotOffered

_DONE = frozenset({"published", "planned", "taken-back", "discarded"})
_VERSIONS_TOLD = 12


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity of a pack, and whether it is open on a day."""

    activity: Activity
    title: str
    state: str


def show_content(ask: Ask) -> Response:
    """Show every pack that is published or planned, what waits to be published, and the way to bring a file."""
    return content_page(ask)


def content_page(ask: Ask, status: int = 200, faults: list[Fault] | None = None) -> Response:
    """Return the page of all packs, with what is wrong with the file that was brought."""
    with ask.central.database.reading() as connection:
        found = [(each, _title(ask, connection, each)) for each in standings(connection, ask.now)]
        waiting = [
            (each, words_in(pack_from_bytes(each.canonical).title, ask.language))
            for each in offered_packs.drafts(connection)
        ]
    return page(ask.shown, "content.html", status, found=found, waiting=waiting, faults=faults or [], done=_done(ask))


def show_pack(ask: Ask) -> Response:
    """Show one pack: its activities with their days, and every version that was published."""
    return pack_page(ask)


def pack_page(ask: Ask, status: int = 200, problem: str | None = None) -> Response:
    """Return the page of one pack, with why something was not done."""
    with ask.central.database.reading() as connection:
        found = standing(connection, ask.path["pack_id"], ask.now)
        if found is None:
            return message_page(ask.shown, 404, "unknown", "unknown-lead")
        newest = found.in_force or found.versions[0]
        pack = stored_pack(connection, newest)
        told = [(each, _changes(ask, connection, found, each)) for each in found.versions[:_VERSIONS_TOLD]]
        having, kiosks = _kiosks_with(connection, newest)
    return page(
        ask.shown,
        "content-pack.html",
        status,
        of=found,
        title=words_in(pack.title, ask.language),
        rows=activity_rows(pack, seoul_day(ask.now), ask.language),
        told=told,
        older=found.versions[_VERSIONS_TOLD:],
        having=having,
        kiosks=kiosks,
        typed={name: values[0] for name, values in ask.form.items()},
        problem=problem,
        done=_done(ask),
    )


def show_draft(ask: Ask) -> Response:
    """Show what a draft would change."""
    return draft_page(ask)


def draft_page(ask: Ask, status: int = 200, problem: str | None = None) -> Response:
    """Return the page of one draft, with why it was not published."""
    number = draft_number(ask)
    with ask.central.database.reading() as connection:
        draft = offered_packs.find_draft(connection, number) if number else None
        if draft is None:
            return message_page(ask.shown, 404, "no-draft", "no-draft-lead")
        pack = pack_from_bytes(draft.canonical)
        found = standing(connection, draft.pack_id, ask.now)
        before = found.in_force if found else None
        old = stored_pack(connection, before) if before else None
        changes = pack_changes(old, pack)
        fault = _fault(ask, connection, pack)
    return page(
        ask.shown,
        "content-draft.html",
        status,
        draft=draft,
        before=before,
        title=words_in(pack.title, ask.language),
        groups=change_groups(ask.language, changes, pack, old),
        count=len(changes),
        rows=activity_rows(pack, seoul_day(ask.now), ask.language),
        pack=pack,
        fault=fault,
        typed={name: values[0] for name, values in ask.form.items()},
        problem=problem,
    )


def activity_rows(pack: Pack, today: date, language: str) -> list[ActivityRow]:
    """Return a pack's activities with their state: open, to come or over."""
    return [ActivityRow(each, words_in(each.title, language), state_of(each, today)) for each in pack.activities]


def state_of(activity: Activity, today: date) -> str:
    """Return whether an activity is open, to come or over on a day in Seoul."""
    if activity.is_open(today):
        return "open"
    return "to-come" if activity.opens and today < activity.opens else "over"


def draft_number(ask: Ask) -> int | None:
    """Return the number of the draft that the address names."""
    text = ask.path["number"]
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _fault(ask: Ask, connection: Connection, pack: Pack) -> str | None:
    """Say why a draft cannot be published as things are now, or None."""
    try:
        fresh = check_publishable(connection, pack, ask.now)
    except PackNotOffered as error:
        return not_offered(ask.language, error)
    return None if fresh else say(ask.language, "published-already", n=pack.version)


def _changes(ask: Ask, connection: Connection, found: Standing, of: OfferedVersion) -> list[ChangeGroup]:
    place = found.versions.index(of)
    before = stored_pack(connection, found.versions[place + 1]) if place + 1 < len(found.versions) else None
    pack = stored_pack(connection, of)
    return change_groups(ask.language, pack_changes(before, pack), pack, before)


def _kiosks_with(connection: Connection, of: OfferedVersion) -> tuple[int, int]:
    """Return how many kiosks say that they have a version, of how many in use."""
    told = reports.reports(connection)
    in_use = [each for each in devices.every_device(connection) if each.retired_at is None]
    name = f"{of.pack_id} {of.version}"
    return sum(name in told[each.no].body.get("packs", ()) for each in in_use if each.no in told), len(in_use)


def _title(ask: Ask, connection: Connection, found: Standing) -> str:
    return words_in(stored_pack(connection, found.in_force or found.versions[0]).title, ask.language)


def _done(ask: Ask) -> str | None:
    done = ask.query.get("done", "")
    return say(ask.language, f"done-{done}") if done in _DONE else None
