"""The thinnest whole way: attract, home, poll, review, thanks, with real touches and a real store."""

from kiosk.forum.submissions import submission_from_bytes
from kiosk.store import open_store
from tests.ui.visitor import Visitor


def test_a_poll_answered_by_touch_is_in_the_store_when_the_visitor_is_thanked(visitor: Visitor) -> None:
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.touch("activity.priorities-2026")
    visitor.wait_for_screen("Choice")
    visitor.touch("option.peace")
    visitor.touch("primary")
    visitor.touch("option.future")
    visitor.touch("primary")
    visitor.wait_for_screen("Review")
    visitor.touch("change.first")
    visitor.wait_for_screen("Choice")
    visitor.touch("option.climate")
    visitor.touch("primary")
    visitor.wait_for_screen("Review")
    visitor.touch("primary")
    visitor.wait_for_screen("Results")
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")

    with open_store(visitor.kiosk.settings.home) as store:
        (record,) = store.records(visitor.journey.today(), visitor.journey.today())
    submission = submission_from_bytes(record)
    assert submission.answers == {"first": "climate", "reason": "future"}
    assert (submission.language, submission.channel) == ("ko", "kiosk")
    assert visitor.journey.place.receipt is not None
    assert submission.receipt_id == visitor.journey.place.receipt.receipt_id

    visitor.touch("primary")
    visitor.wait_for_screen("Attract")
    assert visitor.journey.place.visit is None
