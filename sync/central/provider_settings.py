"""The ministry's own provider of identities, where there is one: off unless its address is told."""

from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlsplit

from sync.central.settings import Settings
from sync.central.store.errors import CentralError

# How long a person may take at the provider.
REQUEST_LIFE = timedelta(minutes=10)
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Provider:
    """An OpenID Connect provider; `claim` is what names an account there, `name` what the button calls it."""

    issuer: str
    client_id: str
    secret: str = field(repr=False)
    claim: str
    name: str


def provider_of(settings: Settings) -> Provider | None:
    """Return the provider of the settings, or None without one; raises CentralError where they are not complete."""
    issuer = settings.oidc_issuer
    if not issuer:
        return None
    address = urlsplit(issuer)
    if not address.hostname or not (address.scheme == "https" or address.hostname in _HERE):
        raise CentralError(f"FORUM_OIDC_ISSUER is no https address: {issuer}; nothing was started. Mend it.")
    if not settings.oidc_client_id or settings.oidc_secret_file is None:
        raise CentralError(
            "FORUM_OIDC_ISSUER needs FORUM_OIDC_CLIENT_ID and FORUM_OIDC_SECRET_FILE beside it; nothing was started."
        )
    try:
        secret = settings.oidc_secret_file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        secret = ""
    if not (secret and secret.isascii()):
        raise CentralError(
            f"{settings.oidc_secret_file} holds no client secret that this user can read; nothing was started. "
            "Write the secret that the provider gave into it."
        )
    name = settings.oidc_name or address.hostname
    return Provider(issuer, settings.oidc_client_id, secret, settings.oidc_claim, name)


def as_linked(claim: str, value: str) -> str:
    """Return a claim's value as it is linked: an e-mail address in small letters."""
    return (value.strip().lower() if claim == "email" else value)[:320]
