"""Attachments of a proposal from a phone: cleaned, kept, listed without their content, and taken back."""

from fastapi import Response

from kiosk.forum.seoul import seoul_day
from sync.central.online.desk import Ask
from sync.central.online.standing import standing_of
from sync.central.proposals.attachments import (
    MOST_ATTACHMENTS,
    AttachmentProblem,
    AttachmentRejected,
    cleaned,
)
from sync.central.store import attachments, papers

# Files taken back count, too: a receipt's link is no place to store things.
_MOST_EVER = 30
_KINDS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WebP", "application/pdf": "PDF"}


def files_page(ask: Ask) -> Response:
    """List what is attached, to be taken back at any time, and add a file until the review begins."""
    standing = standing_of(ask.central, ask.held, ask.now)
    if standing is None:
        return ask.back()
    is_open = standing.is_completable
    if ask.upload is None and (is_open or has_files(ask)):
        return _page(ask, is_open=is_open)
    if ask.upload is None or not is_open:
        return ask.page("refused.html", 409, head=ask.say["no_files"], why=ask.say["no_more_lead"])
    try:
        if ask.too_large:
            raise AttachmentRejected(AttachmentProblem.LARGE)
        _keep(ask, ask.upload)
    except AttachmentRejected as error:
        return _page(ask, error.problem)
    return ask.back("files", "/files")


def remove_file(ask: Ask) -> Response:
    """Take back one attachment, at any time."""
    number = ask.typed("number")
    if number.isascii() and number.isdecimal() and len(number) < 4:
        with ask.central.database.writing() as connection:
            if papers.hold_receipt(connection, ask.held.receipt_id) is not None:
                attachments.remove_attachments(connection, ask.held.receipt_id, int(number))
        return ask.back("file_removed", "/files" if has_files(ask) else "")
    return ask.back()


def has_files(ask: Ask) -> bool:
    """Tell whether anything is attached."""
    with ask.central.database.reading() as connection:
        return bool(attachments.attachments_of(connection, ask.held.receipt_id))


def _keep(ask: Ask, content: bytes) -> None:
    receipt_id = ask.held.receipt_id
    clean = cleaned(content)
    with ask.central.database.writing() as connection:
        if papers.hold_receipt(connection, receipt_id) is None:
            return
        there = attachments.attachments_of(connection, receipt_id)
        if len(there) >= MOST_ATTACHMENTS or attachments.ever_attached(connection, receipt_id) >= _MOST_EVER:
            raise AttachmentRejected(AttachmentProblem.MANY)
        attachments.add_attachment(connection, receipt_id, clean.media, clean.content, ask.now)


def _page(ask: Ask, problem: AttachmentProblem | None = None, *, is_open: bool = True) -> Response:
    with ask.central.database.reading() as connection:
        there = attachments.attachments_of(connection, ask.held.receipt_id)
    return ask.page(
        "files.html",
        422 if problem else 200,
        problem=ask.say[f"file_{problem}"] if problem else None,
        files=[(each.no, _KINDS[each.media], _size(each.size), ask.day(seoul_day(each.added_at))) for each in there],
        is_open=is_open,
        done=ask.done,
        room=len(there) < MOST_ATTACHMENTS,
        accepted=",".join(_KINDS),
    )


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{max(1, round(size / 1000))} kB"
