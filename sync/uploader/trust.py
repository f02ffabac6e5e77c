"""Whom the line believes by TLS: this machine's authorities, or the one that was named at enrolment and no other."""

import ssl
from pathlib import Path
from typing import Any

from requests.adapters import HTTPAdapter

from kiosk.reports.whole_files import write_whole
from sync.uploader.outcomes import UploadError

AUTHORITY_FILE = "ministry-ca.pem"


class AuthorityUnreadable(UploadError):
    """The file of the pinned authority holds no certificate."""


class Trusting(HTTPAdapter):
    """Checks every server against one TLS context, and adds no other list of authorities to it."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        """Open connections with this context."""
        super().init_poolmanager(*arguments, **options, ssl_context=self._context)

    def proxy_manager_for(self, proxy: Any, **options: Any) -> Any:
        """Open connections through a proxy with this context."""
        return super().proxy_manager_for(proxy, **options, ssl_context=self._context)

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Leave the check to the context, which requires it."""


def trusted(authority: Path | None) -> ssl.SSLContext:
    """Return the context that trusts a pinned authority, or this machine's; raises AuthorityUnreadable."""
    if authority is None:
        return ssl.create_default_context()
    try:
        return ssl.create_default_context(cafile=authority)
    except (OSError, ssl.SSLError):
        raise AuthorityUnreadable(
            f"{authority} holds no certificate (PEM) that can be read, so nothing was sent and everything is kept. "
            "Give the authority's own certificate."
        ) from None


def authority_of(home: Path) -> Path | None:
    """Return the kiosk's pinned authority, or None where it trusts the machine's."""
    path = home / AUTHORITY_FILE
    return path if path.exists() else None


def keep_authority(home: Path, authority: Path | None) -> None:
    """Pin an authority from now on, or none; raises ForumError where it cannot be kept."""
    kept = home / AUTHORITY_FILE
    if authority is None:
        kept.unlink(missing_ok=True)
    elif authority.resolve() != kept.resolve():
        write_whole(kept, authority.read_bytes())
