"""Which visits end without a submission, told by two places that follow one another; nothing of the visitor in it."""

from kiosk.forum.visit_ends import VisitEnds
from ui.navigation import Place, Screen


def end_between(before: Place, after: Place, hour: int, seconds: int) -> VisitEnds | None:
    """Return the end of the visit that was open before and is not any more, or None where none ended so.

    A visit that went to the phone is not given up: its code was on the screen when it was left. A paper card that
    staff type in is no visit.
    """
    visit = before.visit
    if (
        visit is None
        or before.staff is not None
        or before.receipt is not None
        or before.saving
        or after.visit is not None
    ):
        return None
    to_phone = before.screen is Screen.HANDOFF
    return VisitEnds(
        hour=hour,
        activity_id=visit.activity.id,
        language=visit.language,
        step=_step(before),
        outcome="phone" if to_phone else "abandoned",
        visits=1,
        seconds=seconds,
    )


def _step(place: Place) -> str:
    """Name where the visit stood: a question's id, a step after the questions, or the screen of the very end."""
    visit = place.visit
    if visit is not None and visit.at is not None:
        return visit.at
    return place.closing.at or ("review" if place.screen is Screen.REVIEW else place.screen.lower())
