"""What a submission says that staff have to read: a proposal's title and parts, or a visitor's addition."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.forum.packs import Activity, Question, words_in
from kiosk.forum.personal_data import masked
from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import Submission
from sync.central.store.papers import Paper

PROPOSING = frozenset({"proposal", "call"})
# Free texts that others may see once a person has read them, and opinions, which may become proposals.
ADDING = frozenset({"statements", "seminar", "opinion"})
_TITLE_LETTERS = 80


@dataclass(frozen=True, slots=True)
class Part:
    """One text under its question's label, in Korean and English."""

    question_id: str
    label: dict[str, str]
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A proposal's words, and the field or topic that its visitor chose."""

    title: str
    parts: tuple[Part, ...]
    topic: str | None

    @property
    def whole(self) -> str:
        """Everything that was written, for searching and comparing."""
        return "\n".join((self.title, *(part.text for part in self.parts)))


@dataclass(frozen=True, slots=True)
class Added:
    """What a proposer added on a day, by question."""

    on: date
    words: Mapping[str, str]


def added_of(papers: Iterable[Paper]) -> list[Added]:
    """Return what a proposal's papers added, oldest first."""
    return [Added(seoul_day(each.written_at), json.loads(each.content)) for each in papers if each.content]


def wording(submission: Submission, activity: Activity, added: Sequence[Added] = (), *, mask: bool = True) -> Wording:
    """Return a proposal's words, masked unless told otherwise; a text without a title is titled by its beginning.

    What was added stands after the part that it completes, under a label with its day.
    """
    texts = [(question, text) for question, text in _texts(submission, activity) if text.strip()]
    by_question = {question.id: text for question, text in texts}
    written = [
        Part(question.id, label, text)
        for question in activity.questions
        if question.id != "title"
        for label, text in (
            (_label(question), by_question.get(question.id, "")),
            *((_label(question, each.on), _storable(each.words.get(question.id, ""))) for each in added),
        )
        if text
    ]
    shown = [Part(each.question_id, each.label, masked(each.text)) for each in written] if mask else written
    title = next((text for question, text in texts if question.id == "title"), None)
    if title is None:
        title = " ".join(next((text for _, text in texts), "–").split())
        title = title if len(title) <= _TITLE_LETTERS else title[: _TITLE_LETTERS - 1] + "…"
    return Wording(masked(title) if mask else title, tuple(shown), _topic(submission, activity))


def additions(submission: Submission, activity: Activity) -> list[Part]:
    """Return the free texts of a visit to statements, a seminar or an opinion, masked."""
    return [
        Part(question.id, _label(question), masked(text))
        for question, text in _texts(submission, activity)
        if text.strip() and not question.id.startswith("closing")
    ]


def _texts(submission: Submission, activity: Activity) -> Iterable[tuple[Question, str]]:
    for question in activity.questions:
        answer = submission.answers.get(question.id)
        if question.type == "text" and isinstance(answer, str):
            yield question, _storable(answer)


def _storable(text: str) -> str:
    # PostgreSQL's texts hold neither of these; what was really written stays in the record.
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def _topic(submission: Submission, activity: Activity) -> str | None:
    for question in activity.questions:
        answer = submission.answers.get(question.id)
        if question.type == "single" and question.id in ("field", "topic") and isinstance(answer, str):
            return answer[:64]
    return None


def _label(question: Question, added: date | None = None) -> dict[str, str]:
    mark = {"ko": f" ({added} 보완)", "en": f" (added {added})"} if added else {"ko": "", "en": ""}
    return {language: words_in(dict(question.label), language) + mark[language] for language in mark}
