"""Which screens a visitor may need next, the likeliest first: they are built before they are asked for."""

from kiosk.forum.contact import ABOUT_KINDS, CONTACT_KINDS
from kiosk.forum.packs import Activity
from ui.navigation import Place, Screen, question_screen

# Home and the attract screen are never far: every screen leads there.
ALWAYS = (Screen.HOME, Screen.ATTRACT)
_FROM_HOME = (Screen.CHOICE, Screen.INTRO, Screen.STATEMENTS, Screen.RESULTS, Screen.OUTCOMES)


def likely_next(place: Place) -> list[Screen]:
    """Return the screens to have ready at a place, without the one that is shown."""
    return [screen for screen in dict.fromkeys((*_onward(place), *ALWAYS)) if screen is not place.screen]


def _onward(place: Place) -> list[Screen]:
    match place.screen:
        case Screen.ATTRACT | Screen.OUT_OF_ORDER:
            return []
        case Screen.HOME:
            return list(_FROM_HOME)
        case Screen.THANKS | Screen.OUTCOMES | Screen.APOLOGY:
            return []
        case Screen.RESULTS:
            return [] if place.visit is None else [Screen.THANKS]
        case Screen.INTRO if place.intro_of is not None:
            return _in_activity(place.intro_of[1])
    if place.visit is None:
        return []
    activity = place.visit.activity
    if place.visit.at is None:
        after = [Screen.RESULTS, Screen.THANKS] if activity.kind == "poll" else [Screen.THANKS]
        return [Screen.REVIEW, *after, *_in_activity(activity)]
    return _in_activity(activity)


def _in_activity(activity: Activity) -> list[Screen]:
    asked = [question_screen(question.type) for question in activity.questions]
    about = [Screen.CLOSING] if activity.kind in ABOUT_KINDS | CONTACT_KINDS else []
    contact = [Screen.CONTACT] if activity.kind in CONTACT_KINDS else []
    return [*asked, *about, Screen.REVIEW, *contact]
