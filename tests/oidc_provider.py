"""A small OpenID Connect provider on loopback, in a process of its own, that can be told to lie.

It holds to what the flow needs (OpenID Connect Core, RFC 7636, RFC 9207): the return address of the beginning, PKCE by
S256, codes that work once, the client's secret. `POST /twist` bends the tokens that follow.
"""

import hmac
import json
import secrets
import subprocess
import sys
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from time import time
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode

import requests
import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, RSAKey

from sync.central.web.serving import listening, url_of

CLIENT, SECRET = "forum", "s3cret-of-the-forum"
KIM = {"sub": "u-1", "email": "Kim@mofa.example", "email_verified": True}


def provider_app(issuer: str) -> FastAPI:
    """Return the provider's app."""
    app = FastAPI()
    codes: dict[str, dict[str, str]] = {}
    twist: dict[str, Any] = {}
    rsa, ec = RSAKey.generate_key(2048, {"kid": "rsa"}), ECKey.generate_key("P-256", {"kid": "ec"})
    foreign = RSAKey.generate_key(2048, {"kid": "rsa"})

    @app.post("/twist")
    async def bend(request: Request) -> Response:
        twist.clear()
        twist.update(await request.json())
        return Response(status_code=204)

    @app.get("/.well-known/openid-configuration")
    async def configuration() -> Response:
        if "silent" in twist:
            return Response("<h1>Bad gateway</h1>", 502)
        places = {f"{name}_endpoint": f"{issuer}/{name}" for name in ("authorization", "token")}
        told = {"issuer": twist.get("issuer", issuer), "jwks_uri": f"{issuer}/keys", **places}
        return JSONResponse(
            {**told, "token_endpoint_auth_methods_supported": [twist.get("auth", "client_secret_basic")]}
        )

    @app.get("/keys")
    async def keys() -> Response:
        return JSONResponse(KeySet([rsa, ec]).as_dict(private=False))

    @app.get("/authorization")
    async def authorize(request: Request) -> Response:
        asked = dict(request.query_params)
        right = asked["client_id"] == CLIENT and asked["response_type"] == "code" and "openid" in asked["scope"].split()
        if not (right and asked["code_challenge_method"] == "S256" and len(asked["code_challenge"]) == 43):
            return Response("The request is wrong.", 400)
        hidden = "".join(f'<input type="hidden" name="{k}" value="{escape(v)}">' for k, v in asked.items())
        buttons = '<button name="do" value="yes">Yes, I am Kim</button><button name="do" value="no">Cancel</button>'
        return HTMLResponse(f'<title>Provider</title><form action="/agree">{hidden}{buttons}</form>')

    @app.get("/agree")
    async def agree(request: Request) -> Response:
        asked = dict(request.query_params)
        back, answer = asked["redirect_uri"], {"state": asked["state"], "iss": twist.get("iss", issuer)}
        if asked["do"] == "no":
            return RedirectResponse(f"{back}?{urlencode({**answer, 'error': 'access_denied'})}", 303)
        code = secrets.token_urlsafe()
        codes[code] = asked
        return RedirectResponse(f"{back}?{urlencode({**answer, 'code': code})}", 303)

    @app.post("/token")
    async def token(request: Request) -> Response:
        sent = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        asked = codes.pop(sent.get("code", ""), None)
        challenge = _text(sha256(sent.get("code_verifier", "").encode()).digest())
        if not _is_client(request, sent):
            return JSONResponse({"error": "invalid_client"}, 401)
        if asked is None or asked["redirect_uri"] != sent.get("redirect_uri") or asked["code_challenge"] != challenge:
            return JSONResponse({"error": "invalid_grant"}, 400)
        access, now = secrets.token_urlsafe(), int(time())
        claims = {"iss": issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked.get("nonce")}
        claims |= {**KIM, "at_hash": _text(sha256(access.encode()).digest()[:16]), **twist.get("claims", {})}
        claims = {name: value for name, value in claims.items() if name not in twist.get("without", ())}
        answer = {"access_token": access, "token_type": "Bearer", "id_token": signed(claims)}
        return JSONResponse({name: value for name, value in answer.items() if name not in twist.get("without", ())})

    def signed(claims: dict[str, Any]) -> str:
        match twist.get("alg", "RS256"):
            case "ES256":
                return jwt.encode({"alg": "ES256", "kid": "ec"}, claims, ec)
            case "RS256":
                return jwt.encode({"alg": "RS256", "kid": "rsa"}, claims, foreign if "foreign" in twist else rsa)
            case alg:  # what no library signs: nothing, or the public key taken for a shared secret
                parts = ({"alg": alg, "kid": "rsa"}, claims)
                body = ".".join(_text(json.dumps(part).encode()) for part in parts)
                mac = hmac.digest(rsa.as_pem(private=False), body.encode(), "sha256") if alg == "HS256" else b""
                return f"{body}.{_text(mac)}"

    return app


def _is_client(request: Request, sent: dict[str, str]) -> bool:
    kind, _, given = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "basic":
        return (sent.get("client_id"), sent.get("client_secret")) == (CLIENT, SECRET)
    name, _, secret = b64decode(given).decode().partition(":")
    return (unquote(name), unquote(secret)) == (CLIENT, SECRET)


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass(frozen=True)
class RunningProvider:
    """A provider's process."""

    issuer: str

    def twist(self, **how: Any) -> None:
        """Bend what follows; without anything it is honest again."""
        assert requests.post(f"{self.issuer}/twist", json=how, timeout=10).status_code == 204


@contextmanager
def running_provider() -> Iterator[RunningProvider]:
    """Run a provider until the block ends."""
    with subprocess.Popen([sys.executable, "-m", __name__], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield RunningProvider(process.stdout.readline().strip())
        finally:
            process.terminate()


if __name__ == "__main__":
    with listening("127.0.0.1", 0) as listener:
        # Another site than the forum's, as browsers see it: cookies go along only where they would in earnest.
        address = url_of(listener).replace("127.0.0.1", "localhost")
        sys.stdout.write(address + "\n")
        sys.stdout.flush()
        uvicorn.Server(uvicorn.Config(provider_app(address), log_level="critical")).run(sockets=[listener])
