"""What staff decide about content: bringing a pack, other days for an activity, an earlier version, publishing."""

from datetime import date, datetime, time

from fastapi import Response
from sqlalchemy import Connection

from kiosk.forum.errors import PackRejected
from kiosk.forum.pack_faults import Fault, faults_of
from kiosk.forum.packs import Pack, pack_from_bytes
from kiosk.forum.seoul import SEOUL, seoul_day
from sync.central.publishing import brought_back, check_publishable, checked_file, standing, stored_pack, with_days
from sync.central.staff.content_pages import content_page, draft_number, draft_page, pack_page
from sync.central.staff.content_words import not_offered
from sync.central.staff.desk import Ask
from sync.central.staff.pages import message_page, redirect
from sync.central.staff.words import say
from sync.central.store import offered_packs
from sync.central.store.access import Access, note_access
from sync.central.store.offered_packs import Draft, OfferedVersion, PackNotOffered, offer_pack


def upload_pack(ask: Ask) -> Response:
    """Check a file, and keep a sound pack to be looked at; of one with faults nothing is kept."""
    if not ask.file:
        return content_page(ask, 422, [Fault("", "", say(ask.language, "no-file"))])
    try:
        pack = checked_file(ask.file)
    except PackRejected as error:
        return content_page(ask, 422, faults_of(ask.language, error.problems, "pack"))
    with ask.central.database.reading() as connection:
        refused = _refused(ask, connection, pack)
    return content_page(ask, 409, [Fault("", "", refused)]) if refused else _kept(ask, pack)


def change_days(ask: Ask) -> Response:
    """Make a draft in which one activity of the pack in force opens and closes on other days."""
    with ask.central.database.reading() as connection:
        found = standing(connection, ask.path["pack_id"], ask.now)
        pack = stored_pack(connection, found.in_force) if found and found.in_force else None
        activity = pack.activity(ask.typed("activity")) if pack else None
        if found is None or pack is None or activity is None:
            return message_page(ask.shown, 404, "unknown", "unknown-lead")
        opens, closes = (_typed_day(ask.typed(name)) for name in ("opens", "closes"))
        problem = None
        if any(ask.typed(name).strip() and not day for name, day in (("opens", opens), ("closes", closes))):
            problem = say(ask.language, "no-such-day")
        elif opens and closes and opens > closes:
            problem = say(ask.language, "closes-before")
        elif (opens, closes) == (activity.opens, activity.closes):
            problem = say(ask.language, "same-days")
        if problem:
            return pack_page(ask, 422, problem)
        changed = with_days(pack, activity.id, opens, closes, found.next_version)
        refused = _refused(ask, connection, changed)
    return pack_page(ask, 409, refused) if refused else _kept(ask, changed)


def decide_version(ask: Ask) -> Response:
    """Take a planned version back, or make a draft that brings an earlier one back."""
    with ask.central.database.reading() as connection:
        found = standing(connection, ask.path["pack_id"], ask.now)
        named = [each for each in found.versions if str(each.version) == ask.path["version"]] if found else []
        pack = stored_pack(connection, named[0]) if named else None
    if found is None or pack is None:
        return message_page(ask.shown, 404, "unknown", "unknown-lead")
    [of] = named
    if ask.typed("do") == "take-back":
        return _taken_back(ask, of)
    if of.offered_at > ask.now or of == found.in_force:
        return pack_page(ask, 409, say(ask.language, "not-earlier"))
    again = brought_back(pack, found.next_version)
    with ask.central.database.reading() as connection:
        refused = _refused(ask, connection, again)
    return pack_page(ask, 409, refused) if refused else _kept(ask, again, of.version)


def decide_draft(ask: Ask) -> Response:
    """Publish a draft at once or from a day on, or throw it away."""
    publishes, begins = ask.typed("do") == "publish", None
    if publishes and ask.typed("when") == "day":
        begins = _day_to_come(ask)
        if begins is None:
            return draft_page(ask, 422, say(ask.language, "day-to-come"))
    with ask.central.database.writing() as connection:
        draft = offered_packs.find_draft(connection, draft_number(ask) or 0, lock=True)
        if draft is None:
            return message_page(ask.shown, 404, "no-draft", "no-draft-lead")
        problem = _publish(ask, connection, draft, begins) if publishes else None
        if problem is None:
            offered_packs.remove_draft(connection, draft.no)
            _note(ask, connection, _what(publishes, begins), draft, begins)
    if problem:
        return draft_page(ask, 409, problem)
    if not publishes:
        return redirect("/staff/content?done=discarded")
    return redirect(f"/staff/content/packs/{draft.pack_id}?done={'planned' if begins else 'published'}")


def _publish(ask: Ask, connection: Connection, draft: Draft, begins: datetime | None) -> str | None:
    """Offer a draft to the kiosks; the sentence that says why not, or None where it is."""
    found = standing(connection, draft.pack_id, ask.now)
    if ask.typed("against") != (str(found.in_force.version) if found and found.in_force else ""):
        return say(ask.language, "moved-on")
    problem = _refused(ask, connection, pack_from_bytes(draft.canonical))
    if problem is None:
        offer_pack(
            connection,
            draft.pack_id,
            draft.version,
            draft.canonical,
            ask.now,
            by=ask.signed_in.account.name,
            begins=begins,
            restores=draft.restores,
        )
    return problem


def _taken_back(ask: Ask, of: OfferedVersion) -> Response:
    with ask.central.database.writing() as connection:
        gone = offered_packs.take_back(connection, of.pack_id, of.version, ask.now)
        if gone:
            _note(ask, connection, "pack-plan-taken-back", of, of.offered_at)
    if not gone:
        return pack_page(ask, 409, say(ask.language, "in-force-already"))
    return redirect(f"/staff/content/packs/{of.pack_id}?done=taken-back")


def _kept(ask: Ask, pack: Pack, restores: int | None = None) -> Response:
    with ask.central.database.writing() as connection:
        number = offered_packs.add_draft(
            connection, pack.id, pack.version, pack.canonical(), ask.signed_in.account.name, ask.now, restores
        )
    return redirect(f"/staff/content/drafts/{number}")


def _refused(ask: Ask, connection: Connection, pack: Pack) -> str | None:
    """Say why a pack cannot be published as things are now, or None."""
    try:
        fresh = check_publishable(connection, pack, ask.now)
    except PackNotOffered as error:
        return not_offered(ask.language, error)
    return None if fresh else say(ask.language, "published-already", n=pack.version)


def _note(ask: Ask, connection: Connection, what: str, of: Draft | OfferedVersion, begins: datetime | None) -> None:
    told = f"{of.pack_id} {of.version}"
    told += f", from {seoul_day(begins)}" if begins else ""
    told += f", as {of.restores}" if of.restores else ""
    note_access(connection, Access(ask.now, ask.signed_in.account.name, what, None, told))


def _what(publishes: bool, begins: datetime | None) -> str:
    if not publishes:
        return "pack-draft-discarded"
    return "pack-planned" if begins else "pack-published"


def _day_to_come(ask: Ask) -> datetime | None:
    """Return the first moment in Seoul of the day that was typed, where it is still to come."""
    day = _typed_day(ask.typed("day"))
    return datetime.combine(day, time(), SEOUL) if day and day > seoul_day(ask.now) else None


def _typed_day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return None
    return day if 2000 <= day.year < 2200 else None
