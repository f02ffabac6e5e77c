"""Finding back to the ministry after a clone or a set-back disk: the line is tried, and only a conflict begins anew."""

from datetime import UTC, datetime

from kiosk.store import Store
from sync.uploader.outcomes import Conflict
from sync.uploader.upload import Uploaded, open_upload


def rejoin(store: Store, allow_http: bool) -> tuple[int | None, Uploaded]:
    """Send what waits, in a new epoch where the ministry holds other records at its places.

    Returns how many moved, None where there was no conflict, and what was sent. Raises UploadError where the ministry
    cannot be asked. Whoever calls holds the lease.
    """
    upload = open_upload(store, allow_http)
    try:
        moved = None
        try:
            done = upload.drain()
        except Conflict:
            moved = store.rejoin()
            done = upload.drain()
    finally:
        upload.close()
    store.note_attempt(datetime.now(UTC), f"{done.sent} submissions were uploaded.", None)
    return moved, done
