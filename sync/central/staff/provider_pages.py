"""Signing in by the provider: going there, and coming back with its word."""

import secrets
from hashlib import sha256

from fastapi import Response

from sync.central.provider_settings import REQUEST_LIFE, Provider
from sync.central.staff.account_pages import refusal_of, sign_in_page
from sync.central.staff.desk import NEXT_COOKIE, PROVIDER_COOKIE, SESSION_COOKIE, Ask
from sync.central.staff.pages import message_page, page, redirect
from sync.central.staff.provider import (
    ProviderRefused,
    ProviderUnreachable,
    address_at,
    fresh_request,
    identity_of,
)
from sync.central.staff.signing_in import SignInRefused, sign_in_by_provider
from sync.central.staff.words import say
from sync.central.store import identities
from sync.central.store.access import Access, note_access
from sync.central.store.identities import Identity

_BACK = "/staff/sign-in/return"


def go_to_provider(ask: Ask) -> Response:
    """Send the browser to the provider, and remember that it went."""
    provider = ask.central.provider
    if provider is None:
        return message_page(ask.shown, 404, "unknown", "unknown-lead")
    state, browser, request = secrets.token_urlsafe(32), secrets.token_urlsafe(32), fresh_request(ask.now)
    try:
        address = address_at(provider, ask.origin + _BACK, state, request)
    except ProviderUnreachable:
        return sign_in_page(ask, 503, say(ask.language, "provider-silent", name=provider.name))
    with ask.central.database.writing() as connection:
        identities.keep_request(connection, _digest(state), _digest(browser), request, ask.now - REQUEST_LIFE)
    ask.cookies[PROVIDER_COOKIE] = browser
    return redirect(address)


def come_back(ask: Ask) -> Response:
    """Sign in whom the provider vouches for, or say in one sentence why not."""
    provider = ask.central.provider
    if provider is None:
        return message_page(ask.shown, 404, "unknown", "unknown-lead")
    done = _vouched(ask, provider)
    if isinstance(done, Response):
        return done
    signed = sign_in_by_provider(ask.central, done, ask.now)
    if isinstance(signed, SignInRefused):
        return sign_in_page(ask, 403, refusal_of(ask, signed, "provider-unknown"))
    ask.cookies.update({SESSION_COOKIE: signed.cookie, NEXT_COOKIE: None})
    answer = page(ask.shown, "signed-in.html")
    # The session's cookie goes along only with visits that begin here, so that this page, not the provider, leads on.
    answer.headers["Refresh"] = f"0; url={ask.next_page}"
    return answer


def _vouched(ask: Ask, provider: Provider) -> Identity | Response:
    state, browser = _digest(ask.query.get("state", "")), _digest(ask.provider_cookie)
    with ask.central.database.writing() as connection:
        request = identities.take_request(connection, state, browser)
    if request is None or ask.now - request.began_at >= REQUEST_LIFE:
        return _refused(ask, "provider-state", "provider: not begun here, or too long ago")
    ask.cookies[PROVIDER_COOKIE] = None
    # RFC 9207: another provider's answer is not this one's.
    if ask.query.get("iss", provider.issuer) != provider.issuer:
        return _refused(ask, "provider-word", "provider: another issuer")
    if "code" not in ask.query:
        return _refused(ask, "provider-no", "provider: " + ask.query.get("error", "no code")[:64])
    try:
        return identity_of(provider, ask.origin + _BACK, ask.query["code"], request, ask.now)
    except ProviderUnreachable:
        return sign_in_page(ask, 503, say(ask.language, "provider-silent", name=provider.name))
    except ProviderRefused as error:
        return _refused(ask, "provider-word", f"provider: {error} {error.__cause__ or ''}".strip()[:300])


def _refused(ask: Ask, word: str, reason: str) -> Response:
    with ask.central.database.writing() as connection:
        note_access(connection, Access(ask.now, "?", "sign-in-refused", None, reason))
    return sign_in_page(ask, 403, say(ask.language, word))


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()
