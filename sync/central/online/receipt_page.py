"""The page of a receipt: arrived, on its way or withdrawn; a proposal's receipt has a page that follows it."""

from fastapi import Request, Response

from sync.central.online.desk import DONE, following_texts
from sync.central.online.receipt import VisitorReceipt
from sync.central.online.words import WORDS, moment_text
from sync.central.web.pages import form_page


def receipt_page(request: Request, receipt: VisitorReceipt, language: str, token: str) -> Response:
    """Return the page of a real receipt; where its link may carry the submission, our one script delivers that."""
    if receipt.withdrawn:
        return form_page("withdrawn.html", 200, language, number=receipt.number)
    came, say = receipt.arrived_at, following_texts(language)
    done = request.query_params.get("done", "")
    return form_page(
        "receipt.html",
        200,
        language,
        script=receipt.carries,
        deliver=f"/r/{token}/submission?lang={language}" if receipt.carries else None,
        receipt=receipt,
        address=f"/r/{token}",
        say=say,
        done=say[f"done_{done}"] if done in DONE else None,
        title=receipt.title_in(language),
        came=None if came is None else moment_text(WORDS[language], came),
        came_machine=None if came is None else came.isoformat(timespec="seconds"),
    )
