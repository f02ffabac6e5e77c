"""What follows the last question: about you, contact, the review, submitting, the thanks, and leaving."""

from dataclasses import dataclass, replace
from typing import Any

from fastapi import Response
from fastapi.responses import RedirectResponse

from kiosk.forum import caution, visits
from kiosk.forum.about_words import ABOUT_PARTS, ABOUT_WORDS, about_choices
from kiosk.forum.answers import asked_with_answers, is_answered
from kiosk.forum.consent_words import CONSENT_WORDS
from kiosk.forum.contact import ABOUT_KINDS, CONTACT_KINDS, Consent, ContactRefusal, why_not_asked, why_refused
from kiosk.forum.packs import Activity, Question, words_in
from kiosk.forum.receipts import read_receipt_token, receipt_number, receipt_url
from kiosk.forum.submissions import DECLINED
from sync.central.online.contact_form import contact_values, sealed_by_form
from sync.central.online.handoff_words import HANDOFF_WORDS
from sync.central.online.storing import store_submission
from sync.central.public.views import LENGTH, QuestionView, question_views
from sync.central.store.withdrawals import is_withdrawn
from sync.central.taking_part.draft import Draft, change_draft, forget_draft
from sync.central.taking_part.steps import step_of, steps
from sync.central.taking_part.taking import Taking


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the review: what was asked, what was answered, and where it is changed."""

    label: str
    answer: str
    path: str


def about_page(taking: Taking) -> Response:
    """Ask for age, region and gender, each of which may be declined, or keep them."""
    draft = taking.begun
    if draft is None:
        return _gone(taking)
    if taking.offered.activity.kind not in ABOUT_KINDS:
        return taking.to("review")
    if taking.fields is None:
        words = ABOUT_WORDS[taking.language]
        parts = [(part, words.questions[part], about_choices(taking.language, part)) for part in ABOUT_PARTS]
        return taking.page("about.html", about=words, parts=parts, said=draft.about, last=steps(taking.visit)[-1].path)
    chosen = {
        part: value for part, values in ABOUT_PARTS.items() if (value := taking.typed(part)) in (*values, DECLINED)
    }
    activity = taking.offered.activity
    kept = change_draft(taking.central.database, taking.key, taking.now, lambda fresh: _about(fresh, activity, chosen))
    if kept is None:
        return taking.lost()
    return taking.to("about") if taking.typed("lang") else taking.to("review")


def _about(draft: Draft, activity: Activity, about: dict[str, str]) -> Draft:
    """Return the draft with what the visitor told; a contact that the new age does not allow is dropped."""
    consent = Consent("", contact=True, opinion_link=True, fourteen_or_over=draft.fourteen)
    allowed = draft.contact is None or not why_refused(activity, about, consent)
    return replace(draft, about=about, contact=draft.contact if allowed else None)


def contact_page(taking: Taking) -> Response:
    """Show the consent screens and the fields, or keep a contact sealed, or take it back."""
    draft, activity, key = taking.begun, taking.offered.activity, taking.central.sealing_key
    if draft is None:
        return _gone(taking)
    if activity.kind not in CONTACT_KINDS:
        return taking.to("review")
    if refused := why_not_asked(key, draft.about):
        say, words = taking.say, CONSENT_WORDS[taking.language]
        why = say["contact_no_key"] if refused is ContactRefusal.NO_KEY else words.refusals[refused]
        return taking.page("contact_refused.html", 409, head=say["no_contact"], why=why)
    if taking.typed("remove"):
        return _with_contact(taking, None, fourteen=False)
    values: dict[str, Any] = {
        **contact_values(activity, draft.about, taking.language),
        "present": draft.contact is not None,
        "receipt": taking.address,
        "back_to": f"{taking.address}/review",
    }
    if taking.fields is None or key is None or taking.typed("lang"):
        return taking.page("contact.html", problems=[], **values)
    sent = sealed_by_form(taking.typed, activity, draft.about, taking.language, key, draft.receipt_id, taking.now)
    if sent.sealed is None:
        return taking.page("contact.html", 422, problems=sent.problems, **values)
    return _with_contact(taking, sent.sealed, fourteen=sent.fourteen_or_over)


def _with_contact(taking: Taking, sealed: str | None, *, fourteen: bool) -> Response:
    database = taking.central.database
    kept = change_draft(
        database, taking.key, taking.now, lambda fresh: replace(fresh, contact=sealed, fourteen=fourteen)
    )
    return taking.lost() if kept is None else taking.to("review")


def review_page(taking: Taking) -> Response:
    """Show every answer, each one tap from being changed, or submit them."""
    draft = taking.begun
    if draft is None:
        return _gone(taking)
    if taking.fields is not None:
        return _submit(taking, draft)
    activity, visit = taking.offered.activity, taking.visit
    rows = [
        Row(words_in(question.label, taking.spoken), answer_text(taking, question, value), step.path)
        for question, value in asked_with_answers(activity, visit.answers)
        if question.type != "note" and (step := step_of(visit, question.id))
    ]
    about = ABOUT_WORDS[taking.language]
    if activity.kind in ABOUT_KINDS:
        labels = [dict(about_choices(taking.language, part)) for part in ABOUT_PARTS]
        told = [
            label[draft.about[part]] for part, label in zip(ABOUT_PARTS, labels, strict=True) if part in draft.about
        ]
        rows.append(Row(about.title, " · ".join(told), "about"))
    return taking.page(
        "review.html",
        rows=rows,
        blank=not any(map(is_answered, visit.answers.values())) or taking.query.get("blank"),
        contact=activity.kind in CONTACT_KINDS and why_not_asked(taking.central.sealing_key, draft.about) is None,
        sealed=draft.contact is not None,
        before="about" if activity.kind in ABOUT_KINDS else steps(visit)[-1].path,
    )


def answer_text(taking: Taking, question: Question, value: Any) -> str:
    """Say an answer in words; nothing where there is none."""
    labels = {each.id: words_in(each.label, taking.spoken) for each in question.options}
    match value:
        case None:
            return ""
        case dict():
            return taking.say["votes_cast"].format(n=len(value), total=len(question.statements))
        case list() if question.type == "ranking":
            rank = HANDOFF_WORDS[taking.language].rank
            return "\n".join(f"{rank.format(n=n)} {labels.get(each, each)}" for n, each in enumerate(value, 1))
        case list():
            return "\n".join(labels.get(str(each), str(each)) for each in value)
        case str():
            return labels.get(value, value)
        case _:
            return f"{value:g}"


def _submit(taking: Taking, draft: Draft) -> Response:
    """Store the visit once, however often it is sent; what still keeps it from that is shown where it stands."""
    visit = taking.visit
    if taking.typed("lang"):
        return taking.to("review")
    if not any(is_answered(value) for _, value in asked_with_answers(visit.activity, visit.answers)):
        return taking.to("review", blank="1")
    open_question = visits.unfinished(visit) or caution.suspicious_question(visit, draft.left_as_they_are)
    if open_question:
        step = step_of(visit, open_question)
        return taking.to(step.path if step else "review", told="1", change="1")
    taking.count_visit()
    finished = visits.finish(visit, recorded_at=taking.now, duration=None, channel="online")
    submission = replace(finished, receipt_id=draft.receipt_id, about=dict(draft.about), contact=draft.contact)
    token = store_submission(taking.central, submission, visit.pack, taking.language, taking.now)
    kept = {
        question.id: value
        for question, value in asked_with_answers(visit.activity, visit.answers)
        if value is not None and question.type not in ("text", "number")
    }
    change_draft(taking.central.database, taking.key, taking.now, lambda fresh: fresh.submitted(token, kept))
    return taking.to("sent")


def sent_page(taking: Taking) -> Response:
    """Thank for a visit: the receipt's number and address, and the results so far with the visitor's own answer."""
    draft = taking.draft
    if draft is None or draft.token is None:
        return taking.to("review") if draft else taking.to()
    link = read_receipt_token(draft.token)
    with taking.central.database.reading() as connection:
        if is_withdrawn(connection, link.device_id, link.receipt_id):
            return RedirectResponse(f"/r/{draft.token}?lang={taking.language}", 303)
    published = taking.published() if taking.offered.activity.kind in ("poll", "statements", "survey") else None
    views: list[tuple[QuestionView, frozenset[str]]] = []
    if published:
        ids = [each.question_id for each in published.questions]
        views = [
            (view, _own(draft, question_id))
            for view, question_id in zip(question_views(published, taking.language), ids, strict=True)
            if view.bars
        ]
    return taking.page(
        "sent.html",
        number=receipt_number(draft.receipt_id),
        receipt=receipt_url("", draft.token) + f"?lang={taking.language}",
        link=receipt_url(taking.site, draft.token),
        shows_results=taking.offered.activity.kind == "poll" or bool(views),
        published=published,
        views=views,
        LENGTH=LENGTH,
    )


def _own(draft: Draft, question_id: str) -> frozenset[str]:
    """Return which of a published question's cells are the visitor's own."""
    question, _, statement = question_id.partition(".")
    value = draft.answers.get(question)
    match value:
        case dict():
            return frozenset({value[statement]} if statement in value else ())
        case list():
            return frozenset({*value, f"{value[0]}.1"})
        case None:
            return frozenset()
        case _:
            return frozenset({f"{value:g}" if isinstance(value, int | float) else value})


def leave_page(taking: Taking) -> Response:
    """Ask before what was begun is erased, or erase it; after submitting, only this browser forgets."""
    if taking.fields is None:
        if taking.begun is None:
            return taking.to()
        return taking.page("leave.html")
    forget_draft(taking.central.database, taking.key)
    told = "left" if taking.begun else "forgotten"
    response = RedirectResponse(f"/take-part?lang={taking.language}&told={told}", 303)
    taking.take_key(response)
    return response


def _gone(taking: Taking) -> Response:
    return taking.to("sent") if taking.draft else taking.lost()
