"""A bent wire: a small HTTP server between a real uploader and a real central store, that loses or changes answers."""

import http.client
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Answer:
    """What came back from the central store, or what the wire makes of it."""

    status: int
    headers: dict[str, str]
    body: bytes


# Takes method, path, and the way on to the central store; returns what the uploader gets, or None to cut the line.
Bend = Callable[[str, str, Callable[[], Answer]], Answer | None]
# The same, for a bend that looks into what is sent.
BendBody = Callable[[str, str, bytes, Callable[[], Answer]], Answer | None]


def straight(_method: str, _path: str, on: Callable[[], Answer]) -> Answer | None:
    """Bend nothing."""
    return on()


@dataclass
class Wire:
    """The bend can be changed while the wire runs; `asked` holds what came by, in order."""

    target: str
    url: str = ""
    bend: Bend = straight
    bend_body: BendBody | None = None
    headers: dict[str, str] = field(default_factory=dict)  # of what came by last
    asked: list[tuple[str, str]] = field(default_factory=list)
    came: Event = field(default_factory=Event)

    def forward(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
        """Pass a request on to the central store."""
        parts = urlsplit(self.target)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
        try:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()


@contextmanager
def running_wire(target: str) -> Iterator[Wire]:
    """Run a wire to a central store on a free port of loopback."""
    wire = Wire(target)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _pass(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            wire.asked.append((self.command, self.path))
            wire.came.set()
            headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
            wire.headers = headers

            def on() -> Answer:
                return wire.forward(self.command, self.path, headers, body)

            if wire.bend_body is not None:
                bent = wire.bend_body(self.command, self.path, body, on)
            else:
                bent = wire.bend(self.command, self.path, on)
            if bent is None:
                self.close_connection = True
                return
            self.send_response(bent.status)
            for name, value in bent.headers.items():
                if name.lower() not in ("content-length", "transfer-encoding", "connection", "date", "server"):
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(bent.body)))
            self.end_headers()
            self.wfile.write(bent.body)

        do_GET = do_POST = do_PUT = _pass  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever)
    thread.start()
    wire.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield wire
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
