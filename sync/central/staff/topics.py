"""The words of fields, topics and activities, as the kiosks' packs have them."""

from sqlalchemy import Connection

from kiosk.forum.packs import Activity, words_in
from sync.central.store.packs import PackShelf, newest_packs


def activities(connection: Connection, shelf: PackShelf, device_no: int) -> dict[str, Activity]:
    """Return a kiosk's activities by id, each in its newest version."""
    found: dict[str, Activity] = {}
    for pack in newest_packs(connection, shelf, device_no):
        for activity in pack.every_activity():
            found.setdefault(activity.id, activity)
    return found


def topic_label(activity: Activity | None, topic: str | None, language: str) -> str:
    """Return the words of a chosen field or topic; its id where nobody knows them, nothing where none was chosen."""
    if not topic:
        return ""
    if activity:
        for question in activity.questions:
            for option in question.options:
                if question.id in ("field", "topic") and option.id == topic:
                    return words_in(dict(option.label), language)
    return topic


def activity_label(activity: Activity | None, activity_id: str, language: str) -> str:
    """Return an activity's title, or its id where nobody knows it."""
    return words_in(dict(activity.title), language) if activity else activity_id
