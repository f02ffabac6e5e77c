"""The receipt of a proposal (국민제안접수증) as a PDF: number, title, days, terms, and the QR of the receipt's link."""

from pathlib import Path
from typing import Any

import qrcode
from fastapi import Response

from kiosk.forum.errors import ForumError
from kiosk.forum.packs import words_in
from kiosk.forum.receipts import receipt_url
from kiosk.forum.seoul import seoul_day
from sync.central.online.desk import Ask
from sync.central.online.standing import Standing, standing_of
from sync.central.public.words import day_text
from sync.central.review.calendar import period_end
from sync.central.typesetting import typeset

_TEMPLATE = Path(__file__).with_name("certificate.typ")
_CHANNELS = {
    "kiosk": "로비 키오스크",
    "phone": "휴대전화",
    "online": "온라인",
    "paper": "접수카드",
    "import": "외부 접수",
}


def certificate(ask: Ask) -> Response:
    """Return the PDF; whoever holds it holds the link, as with the paper receipt."""
    standing = standing_of(ask.central, ask.held, ask.now)
    if standing is None:
        return ask.back()
    try:
        pdf = typeset(_TEMPLATE, "certificate", _content(ask, standing))
    except ForumError:  # where its font is not installed
        return ask.page("refused.html", 503, head=ask.say["no_certificate"], why=ask.say["no_certificate_lead"])
    return Response(
        pdf,
        headers={
            "Content-Disposition": f'attachment; filename="receipt-{ask.held.number}.pdf"',
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "X-Robots-Tag": "noindex, nofollow",
        },
        media_type="application/pdf",
    )


def _content(ask: Ask, standing: Standing) -> dict[str, Any]:
    state = standing.state
    counted_from = state.contest_closes or state.received_on
    decide_by = period_end(counted_from, state.terms.decide_within, state.terms.declared)
    link = receipt_url(ask.origin, ask.token)
    contest = state.contest_closes is not None
    return {
        "number": ask.held.number,
        "title": standing.stored.title,
        "activity": words_in(dict(ask.held.activity.title), "ko"),
        "channel": _CHANNELS.get(standing.stored.channel, standing.stored.channel),
        "received": day_text(state.received_on, "ko"),
        "decide_by": day_text(decide_by, "ko"),
        "counted": "공모 마감일부터" if contest else "접수한 날부터",
        "public": "과정까지 공개" if state.public else "제목과 결과만 공개",
        "issued": day_text(seoul_day(ask.now), "ko"),
        "code": _code(link),
    }


def _code(link: str) -> str:
    drawn = qrcode.QRCode(border=0, error_correction=qrcode.ERROR_CORRECT_M)
    drawn.add_data(link)
    rows = drawn.get_matrix()
    dots = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    size = len(rows)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{dots}"/></svg>'
