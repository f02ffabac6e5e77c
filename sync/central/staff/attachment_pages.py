"""Attachments as staff get them: noted before they are handed out, as a download that no browser runs or shows."""

import uuid

from fastapi import Response

from kiosk.forum.receipts import receipt_number
from sync.central.proposals.attachments import EXTENSIONS
from sync.central.staff.desk import Ask
from sync.central.staff.pages import message_page
from sync.central.store.access import Access, note_access
from sync.central.store.attachments import attachment_bytes


def download_file(ask: Ask) -> Response:
    """Hand out one attachment, after noting who reads it."""
    try:
        proposal_id, number = str(uuid.UUID(ask.path["proposal_id"])), int(ask.path["number"][:3])
    except ValueError:
        return message_page(ask.shown, 404, "unknown", "unknown-lead")
    with ask.central.database.writing() as connection:
        found = attachment_bytes(connection, proposal_id, number)
        if found is None:
            return message_page(ask.shown, 404, "unknown", "unknown-lead")
        reader = ask.signed_in.account.name
        note_access(connection, Access(ask.now, reader, f"attachment {number}", proposal_id, ""))
    attachment, content = found
    name = f"{receipt_number(proposal_id)}-{number}.{EXTENSIONS[attachment.media]}"
    return Response(
        content,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
        },
        media_type=attachment.media,
    )
