"""A suggestion as the public sees it: masked words, and its way through the statute's steps by days."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kiosk.forum.personal_data import masked
from sync.central.public.addresses import Addresses
from sync.central.public.suggestion_words import PART_NAMES
from sync.central.review.proposal import Stage
from sync.central.review.words import LANGUAGES
from sync.central.store.proposals import StoredEvent, StoredProposal

# A person has read it and the review goes on or has ended. What nobody has read yet, what is being completed, taken
# back, or closed as no proposal is counted, and not shown.
SHOWN_STAGES = (
    Stage.UNDER_REVIEW,
    Stage.CONSULTING,
    Stage.ADOPTED,
    Stage.CARRIED_OUT,
    Stage.NOT_ADOPTED,
    Stage.RE_EXAMINATION,
    Stage.TRANSFERRED,
    Stage.LINKED,
)
SHOWN = tuple(stage.value for stage in SHOWN_STAGES)
# Steps that are the public's business; scores, members, and what the proposer wished about publicity are not.
STEPS = (
    "received", "completion-asked", "completed", "review-started", "opinion-asked", "opinion-received",
    "opinion-waived", "transferred", "linked", "unlinked", "adopted", "refused", "postponed", "carried-out",
    "re-examination-asked",
)  # fmt: skip
# The day on which a part was added, at the end of its label.
_ADDED = re.compile(r" \([^()]*\d{4}-\d\d-\d\d[^()]*\)$")


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its kind, its day, and what the ministry said: the reason, what was done, a body, a planned day."""

    kind: str
    on: date
    said: str = ""
    body: str = ""
    planned_for: date | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the public sees of one proposal; `parts` are (label by language, text).

    Where its proposer opted out (`public` is false), that is the title and the result alone (art. 7).
    """

    public_id: str
    kind: str
    language: str
    received_on: date
    stage: Stage
    title: str
    parts: tuple[tuple[dict[str, str], str], ...]
    steps: tuple[Step, ...]
    public: bool = True

    def last(self, *kinds: str) -> Step | None:
        """Return the newest step of these kinds."""
        return next((step for step in reversed(self.steps) if step.kind in kinds), None)

    @property
    def decision(self) -> Step | None:
        """The decision that holds now, or None before one, or while it is examined again."""
        if self.stage not in (Stage.ADOPTED, Stage.CARRIED_OUT, Stage.NOT_ADOPTED):
            return None
        return self.last("adopted", "refused")

    @property
    def planned_for(self) -> date | None:
        """The planned day of carrying out (실시 예정 시기), postponements included."""
        step = self.last("adopted", "postponed") if self.stage in (Stage.ADOPTED, Stage.CARRIED_OUT) else None
        return step.planned_for if step else None

    @property
    def done(self) -> Step | None:
        """What was carried out."""
        return self.last("carried-out") if self.stage is Stage.CARRIED_OUT else None


def suggestion(stored: StoredProposal, events: Sequence[StoredEvent], addresses: Addresses) -> Suggestion:
    """Return what the public sees of a proposal; everything that a person wrote is masked."""
    steps = tuple(_step(event.record, event) for event in events if event.kind in STEPS)
    if not stored.public:
        steps = tuple(Step(step.kind, step.on) for step in steps if step.kind in ("adopted", "refused"))[-1:]
    return Suggestion(
        public_id=addresses.public_id(stored.proposal_id),
        kind=stored.kind,
        language=stored.language,
        received_on=stored.received_on,
        stage=shown_stage(stored.stage, stored.public),
        title=masked(stored.title),
        parts=tuple((_heading(part), masked(part["text"])) for part in stored.parts if stored.public),
        steps=steps,
        public=stored.public,
    )


def shown_stage(stage: str, public: bool) -> Stage:
    """Return the stage that the public sees: where only the result is public, what came after it is not."""
    return Stage.ADOPTED if stage == Stage.CARRIED_OUT and not public else Stage(stage)


def _heading(part: Mapping[str, Any]) -> dict[str, str]:
    """Return what stands above a part: the decree's name for it instead of the question that a visitor was asked."""
    label, names = dict(part["label"]), PART_NAMES.get(part["question_id"])
    if names is None:
        return label
    added = {language: _ADDED.search(text) for language, text in label.items()}
    marks = {language: found.group() if found else "" for language, found in added.items()}
    return {
        language: name + marks.get(language, marks.get("en", ""))
        for language, name in zip(LANGUAGES, names, strict=True)
    }


def _step(record: dict[str, Any], event: StoredEvent) -> Step:
    # A request for re-examination is in the proposer's words, and may tell who that is.
    said = "" if event.kind == "re-examination-asked" else record.get("how") or record.get("reason") or ""
    planned = record.get("planned_for")
    return Step(
        event.kind,
        event.on,
        masked(said),
        masked(record.get("body") or ""),
        date.fromisoformat(planned) if planned else None,
    )
