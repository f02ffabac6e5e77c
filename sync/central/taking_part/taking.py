"""One request of somebody who takes part from home, as a page sees it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from fastapi import Response
from fastapi.responses import RedirectResponse

from kiosk.forum.contact import ABOUT_KINDS
from kiosk.forum.packs import words_in
from kiosk.forum.visits import Visit
from sync.central.central import Central
from sync.central.online.desk import following_texts
from sync.central.public.publisher import NotPublishedYet, Publisher
from sync.central.public.words import day_text
from sync.central.results.published import PublishedActivity
from sync.central.review.words import LANGUAGES
from sync.central.taking_part.draft import KEPT_FOR, Draft
from sync.central.taking_part.offered import Offered
from sync.central.taking_part.steps import Step
from sync.central.taking_part.taking_words import TAKING_WORDS
from sync.central.web.pages import form_page

Fields = Sequence[tuple[str, str]]
COOKIE = "forum-visit"


class TakingRefused(Exception):
    """A request that leads to a page with one sentence: `reason` names its words, `values` fill them in."""

    def __init__(self, reason: str, status: int, **values: Any) -> None:
        self.reason, self.status, self.values = reason, status, values
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Taking:
    """A request: `draft` is the visit that its browser has begun, `fields` is None where no form was sent.

    `count_visit` is called before a visit is begun or submitted; it raises TakingRefused where there were too many."""

    central: Central
    publisher: Publisher
    now: datetime
    language: str
    offered: Offered
    key: str
    draft: Draft | None
    query: Mapping[str, str]
    fields: Fields | None
    site: str
    encrypted: bool
    count_visit: Callable[[], None]
    path: Mapping[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where the activity lies."""
        return f"/take-part/{self.offered.activity.id}"

    @property
    def spoken(self) -> str:
        """The pack's language that is nearest to the page's."""
        languages = self.offered.pack.languages
        return self.language if self.language in languages else languages[0]

    @property
    def say(self) -> dict[str, str]:
        """Every text of these pages."""
        return texts(self.language)

    @property
    def visit(self) -> Visit:
        """The visit as `kiosk.forum.visits` knows it."""
        answers = {} if self.draft is None else self.draft.answers
        return Visit(self.offered.pack, self.offered.activity, self.spoken, answers)

    @property
    def begun(self) -> Draft | None:
        """The draft, unless it was submitted."""
        return None if self.draft is None or self.draft.token else self.draft

    @property
    def changing(self) -> bool:
        """Whether one answer is being changed from the review."""
        return bool(self.typed("change") or self.query.get("change"))

    def typed(self, name: str) -> str:
        """Return a field as it was typed, with the line ends of a text, or nothing."""
        return next((value for field, value in self.fields or () if field == name), "").replace("\r\n", "\n").strip()

    def day(self, day: date) -> str:
        """Write a day in the page's language."""
        return day_text(day, self.language)

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        """Return a page with what all of them show."""
        shared: dict[str, Any] = {
            "say": self.say,
            "day": self.day,
            "address": self.address,
            "activity": self.offered.activity,
            "title": words_in(self.offered.activity.title, self.spoken),
            "spoken": self.spoken,
            "typed": self.typed,
            "told": lambda words: words_in(words, self.spoken),
        }
        return form_page(f"taking/{template}", status, self.language, **shared, **values)

    def to(self, path: str = "", **query: str) -> RedirectResponse:
        """Send the browser to another page of this activity."""
        more = "".join(f"&{name}={value}" for name, value in query.items())
        return RedirectResponse(f"{self.address}{path and '/'}{path}?lang={self.language}{more}", 303)

    def to_step(self, step: Step | None, **query: str) -> RedirectResponse:
        """Send the browser to a question; where there is none, to what follows the questions."""
        if self.changing:
            query["change"] = "1"
        return self.to(step.path, **query) if step else self.to_closing()

    def to_closing(self) -> RedirectResponse:
        """Send the browser to what follows the last question: “about you”, or the review."""
        asked = self.offered.activity.kind in ABOUT_KINDS and not self.changing
        return self.to("about" if asked else "review")

    def lost(self) -> RedirectResponse:
        """Send the browser to the beginning, which says that nothing is kept any more."""
        return self.to(lost="1")

    def published(self) -> PublishedActivity | None:
        """Return the activity's results as they are published; None where there are none, or none yet."""
        try:
            return self.publisher.current(0.0).edition.activity(self.offered.activity.id)
        except NotPublishedYet:
            return None

    def hand_key(self, response: Response, key: str) -> None:
        """Let the browser hold a draft's key: for this activity's pages alone, for as long as the draft is kept."""
        response.set_cookie(
            COOKIE,
            key,
            max_age=int(KEPT_FOR.total_seconds()),
            path=self.address,
            httponly=True,
            samesite="lax",
            secure=self.encrypted,
        )

    def take_key(self, response: Response) -> None:
        """Let the browser forget the key."""
        response.delete_cookie(COOKIE, path=self.address, httponly=True, samesite="lax", secure=self.encrypted)


def texts(language: str) -> dict[str, str]:
    """Return every text of taking part, and of the receipt's and the public pages beside it."""
    place = LANGUAGES.index(language)
    ours = {name: four[place] for name, four in TAKING_WORDS.items()}
    # The form of contact is the receipt's; what it says of a receipt is said of a visit here.
    of_a_visit = {
        "contact": ours["contact_row"],
        "contact_lead": ours["contact_offer"],
        "contact_remove_lead": ours["contact_draft_remove"],
        "back": ours["back_to_review"],
    }
    return following_texts(language) | ours | of_a_visit
