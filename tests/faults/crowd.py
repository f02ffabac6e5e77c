"""Many HTTP clients in one thread, with as little work for each answer as can be: the server is what is measured.

A client is a generator. It yields the bytes of a whole request, or seconds to wait, or None where its connection is to
be cut; for a request it is sent the answer.
"""

import selectors
import socket
import time
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from heapq import heappop, heappush
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.protocol.batches import BATCH_TYPE
from sync.protocol.signatures import signature_headers

_HEAD_END = b"\r\n\r\n"
_PIECE = 262_144


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and after how many seconds; `retry_after` is None where the server did not say."""

    status: int
    retry_after: float | None
    body: bytes
    seconds: float


Client = Generator[bytes | float | None, Answer | None, None]


class NoAnswer(Exception):
    """A server closed a connection without answering, or said nothing for too long."""


def batch_request(device_id: str, key: Ed25519PrivateKey | None, body: bytes) -> bytes:
    """Return the bytes of a batch's whole request; without a key it is not signed."""
    target = f"/v1/devices/{device_id}/batches"
    headers = {"Host": "central", "Content-Type": BATCH_TYPE, "Content-Encoding": "gzip"}
    if key is not None:
        headers |= signature_headers(key, device_id, "POST", target, body)
    lines = [f"POST {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, f"Content-Length: {len(body)}\r\n\r\n"]).encode() + body


class _Connection:
    """One client's connection, opened where it is needed, and what has arrived on it."""

    def __init__(self, client: Client, address: tuple[str, int]) -> None:
        self.client = client
        self._address = address
        self._socket: socket.socket | None = None
        self._arrived = b""
        self._sent_at = 0.0

    def send(self, request: bytes, selector: selectors.BaseSelector) -> None:
        """Send a request and wait for its answer; it fits into the socket's buffers, so that this does not block."""
        if self._socket is None:
            self._socket = socket.create_connection(self._address, 60)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            selector.register(self._socket, selectors.EVENT_READ, self)
        self._sent_at = time.perf_counter()
        self._socket.sendall(request)

    def read(self) -> Answer | None:
        """Take what has arrived; return the answer once it is whole. Raises NoAnswer."""
        assert self._socket is not None
        piece = self._socket.recv(_PIECE)
        if not piece:
            raise NoAnswer("the server closed the connection")
        self._arrived += piece
        end = self._arrived.find(_HEAD_END)
        if end < 0:
            return None
        head = self._arrived[:end].lower().split(b"\r\n")
        fields = dict(line.split(b": ", 1) for line in head[1:])
        begin = end + len(_HEAD_END)
        length = int(fields.get(b"content-length", b"0"))
        if len(self._arrived) < begin + length:
            return None
        body, self._arrived = self._arrived[begin : begin + length], b""
        wait = fields.get(b"retry-after")
        spent = time.perf_counter() - self._sent_at
        return Answer(int(head[0].split()[1]), None if wait is None else float(wait), body, spent)

    def close(self, selector: selectors.BaseSelector) -> None:
        """Cut the connection; the next request opens another."""
        if self._socket is not None:
            selector.unregister(self._socket)
            self._socket.close()
            self._socket, self._arrived = None, b""


def let_talk(url: str, clients: Iterable[Client], silence: float = 60) -> None:
    """Run clients to their ends, all at once; raises NoAnswer where the server leaves one without an answer."""
    parts = urlsplit(url)
    address = (parts.hostname or "", parts.port or 80)
    waiting: list[tuple[float, int, _Connection]] = []
    talking = 0
    with selectors.DefaultSelector() as selector:

        def go_on(connection: _Connection, answer: Answer | None) -> None:
            nonlocal talking
            try:
                wanted = connection.client.send(answer)
                while wanted is None:
                    connection.close(selector)
                    wanted = next(connection.client)
            except StopIteration:
                connection.close(selector)
                return
            if isinstance(wanted, bytes):
                connection.send(wanted, selector)
                talking += 1
            else:
                heappush(waiting, (time.monotonic() + wanted, id(connection), connection))

        for client in clients:
            go_on(_Connection(client, address), None)
        while talking or waiting:
            patience = max(0.0, waiting[0][0] - time.monotonic()) if waiting else silence
            ready = selector.select(min(patience, silence)) if talking else []
            if not talking:
                time.sleep(patience)
            elif not ready and patience >= silence:
                raise NoAnswer(f"{talking} clients were not answered within {silence} seconds")
            for key, _ in ready:
                if (answer := key.data.read()) is not None:
                    talking -= 1
                    go_on(key.data, answer)
            while waiting and waiting[0][0] <= time.monotonic():
                go_on(heappop(waiting)[2], None)
