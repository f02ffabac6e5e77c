"""A real proxy on loopback between the uploader and the central store that fails as networks do, as a seed decides."""

import http.client
import socket
import struct
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from random import Random
from typing import BinaryIO, Literal, get_args

Fault = Literal[
    "none",
    "lost-before",  # the server never sees the request
    "lost-after",  # the server commits, the answer is dropped
    "request-cut",  # the server sees half of the request
    "answer-cut",  # the client sees half of the answer
    "duplicated",  # the server sees the request twice
    "reordered",  # the client gives up; the request arrives after a later one
    "repeated-answer",  # the answer to an earlier request comes instead
    "altered-answer",  # one byte of the answer is another one
    "altered-request",  # one byte of the request's body is another one
    "captive-portal",  # 200 with HTML
    "moved",  # a redirect to somewhere else
    "slow",  # the answer comes in crumbs
    "reset-before",
    "reset-after",
    "busy",  # 503 or 429 with Retry-After, or 502 from a proxy
    "too-large",  # 413 from a proxy that takes less
    "not-allowed",  # 403 from a proxy
]
FAULTS: tuple[Fault, ...] = get_args(Fault)
_PORTAL = b"<!doctype html><title>Free Wi-Fi</title><p>Welcome! Press OK to go online.</p>"
# Long enough to keep a half-open connection from lasting, short enough for a test.
_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class _Request:
    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def head(self) -> bytes:
        lines = [f"HTTP/1.1 {self.status} {http.client.responses.get(self.status, '')}"]
        lines += [f"{name}: {value}" for name, value in self.headers if name.lower() != "content-length"]
        return "\r\n".join([*lines, f"Content-Length: {len(self.body)}", "", ""]).encode("latin-1")


class _Dropped(Exception):
    """The connection ends here, without an answer."""


@dataclass
class FaultProxy:
    """A listening proxy; each request meets one fault, drawn from `likely` or the next of `planned`."""

    upstream: tuple[str, int]
    random: Random
    likely: dict[Fault, float] = field(default_factory=lambda: {"none": 1.0})
    planned: list[Fault] = field(default_factory=list)
    seen: Counter[Fault] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._stray: list[_Request] = []
        self._earlier: list[tuple[str, _Answer]] = []
        self._open: set[socket.socket] = set()
        self._closing = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        threading.Thread(target=self._accept, name="fault-proxy", daemon=True).start()

    @property
    def url(self) -> str:
        """The address that a kiosk sends to."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def clear(self) -> None:
        """Let every request through from now on; what was held back arrives now, late."""
        with self._lock:
            self.likely, self.planned = {"none": 1.0}, []
            late, self._stray = self._stray, []
        for request in late:
            with suppress(OSError, http.client.HTTPException):
                self._forward(request)

    def forget(self) -> None:
        """Drop what was held back and every answer seen, as between two kiosks."""
        with self._lock:
            self._stray, self._earlier = [], []

    def close(self) -> None:
        """End every connection."""
        self._closing.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            for each in self._open:
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            connection.settimeout(_SECONDS)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._open.add(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            with (
                connection,
                connection.makefile("rb") as reader,
                suppress(OSError, _Dropped, http.client.HTTPException),
            ):
                while (request := _read_request(reader)) is not None:
                    self._meet(connection, request)
        finally:
            with self._lock:
                self._open.discard(connection)

    def _draw(self) -> Fault:
        with self._lock:
            if self.planned:
                fault = self.planned.pop(0)
            else:
                fault = self.random.choices(list(self.likely), list(self.likely.values()))[0]
            self.seen[fault] += 1
            return fault

    def _meet(self, connection: socket.socket, request: _Request) -> None:
        fault = self._draw()
        made = self._made_up(fault)
        if made is not None:
            connection.sendall(made.head() + made.body)
        elif fault == "lost-before":
            raise _Dropped
        elif fault == "reset-before":
            _reset(connection)
        elif fault == "reordered":
            with self._lock:
                self._stray.append(request)
            raise _Dropped
        elif fault == "request-cut":
            self._forward_half(request)
            raise _Dropped
        else:
            self._answer(connection, fault, request)
            self._let_stray_arrive()

    def _made_up(self, fault: Fault) -> _Answer | None:
        """Return an answer that never came from the server, where the fault is one."""
        html = [("Content-Type", "text/html; charset=utf-8")]
        if fault == "captive-portal":
            return _Answer(200, html, _PORTAL)
        if fault == "moved":
            return _Answer(302, [*html, ("Location", "http://127.0.0.1:9/login")], _PORTAL)
        if fault == "busy":
            return _Answer(self.random.choice((502, 503, 429)), [*html, ("Retry-After", "1")], b"busy")
        if fault == "too-large":
            return _Answer(413, html, b"<h1>413 Request Entity Too Large</h1>")
        if fault == "not-allowed":
            return _Answer(403, html, b"<h1>403 Forbidden</h1>")
        return None

    def _answer(self, connection: socket.socket, fault: Fault, request: _Request) -> None:
        if fault == "altered-request" and request.body:
            request = _Request(request.method, request.target, request.headers, self._altered(request.body))
        answer = self._forward(request)
        if fault == "duplicated":
            answer = self._forward(request)
        if fault == "lost-after":
            raise _Dropped
        if fault == "reset-after":
            _reset(connection)
        if fault == "repeated-answer":
            with self._lock:
                same = [each for target, each in self._earlier if target == request.target]
            answer = self.random.choice(same) if same else answer
        with self._lock:
            self._earlier = [*self._earlier[-20:], (request.target, answer)]
        if fault == "altered-answer" and answer.body:
            answer = _Answer(answer.status, answer.headers, self._altered(answer.body))
        if fault == "answer-cut":
            connection.sendall(answer.head() + answer.body[: len(answer.body) // 2])
            raise _Dropped
        whole = answer.head() + answer.body
        if fault == "slow":
            for start in range(0, len(whole), 64):
                connection.sendall(whole[start : start + 64])
                self._closing.wait(0.002)
        else:
            connection.sendall(whole)

    def _altered(self, body: bytes) -> bytes:
        place = self.random.randrange(len(body))
        return body[:place] + bytes([body[place] ^ (1 << self.random.randrange(8))]) + body[place + 1 :]

    def _let_stray_arrive(self) -> None:
        with self._lock:
            late, self._stray = self._stray[:1], self._stray[1:]
        for request in late:
            self._forward(request)

    def _forward(self, request: _Request) -> _Answer:
        server = http.client.HTTPConnection(*self.upstream, timeout=_SECONDS)
        try:
            server.putrequest(request.method, request.target, skip_host=True, skip_accept_encoding=True)
            for name, value in request.headers:
                server.putheader(name, value)
            server.endheaders(request.body or None)
            answer = server.getresponse()
            return _Answer(answer.status, _kept(answer.getheaders()), answer.read())
        finally:
            server.close()

    def _forward_half(self, request: _Request) -> None:
        lines = [
            f"{request.method} {request.target} HTTP/1.1",
            *(f"{name}: {value}" for name, value in request.headers),
        ]
        whole = "\r\n".join([*lines, "", ""]).encode("latin-1") + request.body
        with socket.create_connection(self.upstream, timeout=_SECONDS) as server:
            server.sendall(whole[: len(whole) - max(1, len(request.body) // 2)])


@contextmanager
def proxying(upstream: tuple[str, int], seed: int) -> Iterator[FaultProxy]:
    """Run a proxy until the block ends."""
    proxy = FaultProxy(upstream, Random(seed))
    try:
        yield proxy
    finally:
        proxy.close()


def _kept(headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in headers if name.lower() not in ("transfer-encoding", "connection")]


def _read_request(reader: BinaryIO) -> _Request | None:
    first = reader.readline(65_536).decode("latin-1").split()
    if len(first) != 3:
        return None
    headers: list[tuple[str, str]] = []
    while line := reader.readline(65_536).decode("latin-1").rstrip("\r\n"):
        name, _, value = line.partition(":")
        headers.append((name, value.strip()))
    length = next((int(value) for name, value in headers if name.lower() == "content-length"), 0)
    return _Request(first[0], first[1], headers, reader.read(length))


def _reset(connection: socket.socket) -> None:
    """End a connection with RST instead of FIN."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
    raise _Dropped
