"""Serving: the socket first, then the workers, then one line that says where."""

import gc
import socket
import ssl
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI

from sync.central.store.errors import CentralError

_BACKLOG = 1024
# New objects before a collection: a batch of 500 records makes several thousand, nearly none of them in a cycle.
_COLLECT_AFTER = 20_000
# Seconds for which a thread that computes may keep the others waiting: the one that talks to everybody is among them.
_SWITCH_AFTER = 0.0005


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens; raises CentralError where the address is taken or not this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio turns Nagle's algorithm off; else every answer waits 40 ms for nothing.
    found = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
    except (OSError, OverflowError) as error:
        found.close()
        raise CentralError(
            f"The server cannot listen on {host} port {port} ({getattr(error, 'strerror', None) or error}); "
            "nothing was started. Choose another --host or --port."
        ) from None
    found.listen(_BACKLOG)
    found.set_inheritable(True)
    return found


def url_of(listener: socket.socket, encrypted: bool = False) -> str:
    """Return the address that a listening socket is reached at."""
    host, port = listener.getsockname()[:2]
    return f"{'https' if encrypted else 'http'}://{f'[{host}]' if ':' in host else host}:{port}"


def serve(
    app: FastAPI, listener: socket.socket, on_ready: Callable[[], None], certificate: tuple[Path, Path] | None = None
) -> None:
    """Serve until a signal ends it; what was being answered is answered first.

    `certificate` is the chain and its private key (PEM) where this server speaks TLS itself.
    """
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=10,
        timeout_keep_alive=75,
        **_tls(certificate),
    )
    _Server(config, on_ready).run(sockets=[listener])


def _tls(certificate: tuple[Path, Path] | None) -> dict[str, Any]:
    if certificate is None:
        return {}
    chain, key = certificate
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(chain, key)
    except (OSError, ssl.SSLError):
        raise CentralError(
            f"{chain} and {key} are no certificate (PEM) and its private key; nothing was started."
        ) from None
    return {"ssl_certfile": str(chain), "ssl_keyfile": str(key)}


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            # What start-up made stays for good: the collector need not look through it again and again.
            gc.collect()
            gc.freeze()
            gc.set_threshold(_COLLECT_AFTER)
            sys.setswitchinterval(_SWITCH_AFTER)
            self._on_ready()
