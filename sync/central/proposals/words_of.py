"""What a submission says that staff have to read: a proposal's title and parts, or a visitor's addition."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.forum.packs import Activity, Question, words_in
from kiosk.forum.personal_data import masked
from kiosk.forum.submissions import Submission

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


def wording(submission: Submission, activity: Activity, *, mask: bool = True) -> Wording:
    """Return a proposal's words, masked unless told otherwise; a text without a title is titled by its beginning."""
    texts = [(question, text) for question, text in _texts(submission, activity) if text.strip()]
    shown = [
        Part(question.id, _label(question), masked(text) if mask else text)
        for question, text in texts
        if question.id != "title"
    ]
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
            # PostgreSQL's texts hold neither of these; what was really written stays in the record.
            plain = answer.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
            yield question, plain


def _topic(submission: Submission, activity: Activity) -> str | None:
    for question in activity.questions:
        answer = submission.answers.get(question.id)
        if question.type == "single" and question.id in ("field", "topic") and isinstance(answer, str):
            return answer[:64]
    return None


def _label(question: Question) -> dict[str, str]:
    return {language: words_in(dict(question.label), language) for language in ("ko", "en")}
