"""The talk with the ministry's provider of identities (OpenID Connect): authorization code, PKCE, state and nonce."""

import secrets
from datetime import datetime
from typing import Any

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from kiosk.forum.errors import ForumError
from sync.central.provider_settings import Provider, as_linked
from sync.central.store.identities import Identity, ProviderRequest

_SCOPE = "openid email"
# Signatures by a key pair only: never none, and never a secret that both sides hold.
_ALGORITHMS = ["RS256", "PS256", "ES256"]
_TIMEOUT = (3.05, 5.0)
_LEEWAY_SECONDS = 60


class ProviderUnreachable(ForumError):
    """The provider does not answer, or not as one."""


class ProviderRefused(ForumError):
    """The provider did not vouch for anybody, or what it sent is not its word to us about this sign-in."""


def fresh_request(now: datetime) -> ProviderRequest:
    """Return the secrets of a new sign-in."""
    return ProviderRequest(secrets.token_urlsafe(32), secrets.token_urlsafe(48), now)


def address_at(provider: Provider, back: str, state: str, request: ProviderRequest) -> str:
    """Return the provider's address that a browser is sent to; raises ProviderUnreachable."""
    endpoint = _described(provider)["authorization_endpoint"]
    with _session(provider, back) as session:
        address, _ = session.create_authorization_url(
            endpoint, state=state, nonce=request.nonce, code_verifier=request.verifier
        )
    return str(address)


def identity_of(provider: Provider, back: str, code: str, request: ProviderRequest, now: datetime) -> Identity:
    """Exchange a code for the provider's word about a person; raises ProviderUnreachable and ProviderRefused."""
    described = _described(provider)
    method = "client_secret_basic"
    if method not in described.get("token_endpoint_auth_methods_supported", (method,)):
        method = "client_secret_post"
    try:
        with _session(provider, back, method) as session:
            answer = session.fetch_token(
                described["token_endpoint"],
                code=code,
                code_verifier=request.verifier,
                timeout=_TIMEOUT,
                allow_redirects=False,
            )
    except OAuthError as error:
        raise ProviderRefused(f"The provider took the code back ({error.error}); nobody was signed in.") from None
    except (requests.RequestException, ValueError) as error:
        raise _unreachable(provider) from error
    keys = _fetched(provider, described["jwks_uri"])
    return _identity(provider, answer, keys, request.nonce, now)


def _identity(provider: Provider, answer: dict[str, Any], keys: Any, nonce: str, now: datetime) -> Identity:
    refused = ProviderRefused("The provider's word is not signed for this sign-in; nobody was signed in.")
    try:
        token = jwt.decode(answer["id_token"], KeySet.import_key_set(keys), algorithms=_ALGORITHMS)
        claims = CodeIDToken(
            token.claims,
            token.header,
            {
                "iss": {"essential": True, "value": provider.issuer},
                "aud": {"essential": True, "value": provider.client_id},
            },
            {"nonce": nonce, "client_id": provider.client_id, "access_token": answer.get("access_token")},
        )
        claims.validate(int(now.timestamp()), _LEEWAY_SECONDS)
    except (JoseError, KeyError, ValueError, TypeError) as error:
        raise refused from error
    subject, value = claims["sub"], claims.get(provider.claim)
    if provider.claim == "email" and claims.get("email_verified") is not True:
        raise ProviderRefused("The provider has not verified the e-mail address; nobody was signed in.")
    if not (isinstance(subject, str) and isinstance(value, str) and subject and value):
        raise refused
    return Identity(provider.issuer, provider.claim, as_linked(provider.claim, value), subject[:255])


def _session(provider: Provider, back: str, method: str = "client_secret_basic") -> Any:
    return OAuth2Session(
        provider.client_id,
        provider.secret,
        scope=_SCOPE,
        redirect_uri=back,
        code_challenge_method="S256",
        token_endpoint_auth_method=method,
    )


def _described(provider: Provider) -> dict[str, Any]:
    described = _fetched(provider, provider.issuer.rstrip("/") + "/.well-known/openid-configuration")
    parts = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    if described.get("issuer") != provider.issuer or not all(isinstance(described.get(part), str) for part in parts):
        raise _unreachable(provider)
    return described


def _fetched(provider: Provider, address: str) -> dict[str, Any]:
    try:
        answer = requests.get(address, timeout=_TIMEOUT, allow_redirects=False)
        answer.raise_for_status()
        found = answer.json()
    except (requests.RequestException, ValueError) as error:
        raise _unreachable(provider) from error
    if not isinstance(found, dict):
        raise _unreachable(provider)
    return found


def _unreachable(provider: Provider) -> ProviderUnreachable:
    return ProviderUnreachable(f"“{provider.name}” does not answer; nobody was signed in. Try again, or by password.")
