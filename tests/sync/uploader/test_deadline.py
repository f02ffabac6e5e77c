"""A server that trickles, byte by byte, does not hold the uploader for ever; one that gets on may take its time."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.forum.submissions import new_receipt_id
from sync.uploader.client import Line
from sync.uploader.deadline import Deadline
from sync.uploader.outcomes import Temporary

HEADERS = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n"


@contextmanager
def _trickling(first: bytes, then: bytes) -> Iterator[str]:
    """Serve one connection: a start at once, and then the same bytes again and again, slowly, until it is cut."""
    over = Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            line, _ = listener.accept()
            with line:
                line.recv(65_536)
                try:
                    line.sendall(first)
                    while not over.wait(0.02):
                        line.sendall(then)
                except OSError:
                    pass  # the uploader has cut it

        thread = Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            over.set()
            thread.join()


@pytest.mark.parametrize(
    ("first", "then"),
    [(b"HTTP/1.1 200 OK\r\nX-A: ", b"b"), (HEADERS, b" "), (b"", b"H")],
    ids=["headers", "body", "start"],
)
def test_an_answer_that_trickles_is_cut_off_and_counts_as_none(first: bytes, then: bytes) -> None:
    key = Ed25519PrivateKey.generate()
    with (
        _trickling(first, then) as url,
        Line(url, new_receipt_id(), key, seconds=0.3) as line,
        pytest.raises(Temporary, match="every record is kept"),
    ):
        line.offered_pack("small", 1)


def test_what_comes_and_what_is_sent_gives_more_time() -> None:
    deadline = Deadline(seconds=10)
    with deadline.exchange(sent=4096 * 5):
        first = deadline._until or 0.0
        deadline.came(4096 * 7)
        assert (deadline._until or 0.0) - first == pytest.approx(7)
    assert deadline._until is None
