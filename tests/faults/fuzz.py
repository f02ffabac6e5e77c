"""A central store's API fuzzed from its own description, signed as by a kiosk.

Schemathesis draws requests that follow the description, and others that break it; batches are drawn from true ones that
are bent, bombs included. Whatever comes is answered in time, and never by an error of the server.
`python -m tests.faults.fuzz --examples 500` is the long form.
"""

import argparse
import json
import sys
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import hypothesis
import requests
import schemathesis
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st
from schemathesis.core.result import Err

from kiosk.forum.chain import ChainedRecord, commitment, first_link
from kiosk.forum.submissions import canonical_bytes, new_receipt_id
from sync.protocol.batches import BATCH_TYPE, Batch, encode_batch
from sync.protocol.signatures import signature_headers
from sync.uploader.client import Line
from tests.small_pack import small_pack
from tests.submissions import poll_submission
from tests.sync.server import CentralProcess, serving

# Seconds in which every answer comes, also on a machine that does much else.
_IN_TIME = 20
_BOMB = zlib.compress(bytes(20_000_000), 9, 31)
_DESCRIPTION = "/v1/openapi.json"
_MODES = schemathesis.GenerationMode
_Case = schemathesis.Case[Any]


@dataclass
class Fuzzed:
    """How many requests each operation was sent, what was answered, and the longest wait in seconds."""

    requests: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    longest: float = 0.0


class Kiosk:
    """An enrolled kiosk that signs whatever it is given."""

    def __init__(self, central: CentralProcess, code: str) -> None:
        self.device_id, self._key = new_receipt_id(), Ed25519PrivateKey.generate()
        pack = small_pack()
        with Line(central.url, self.device_id, self._key) as line:
            line.enrol(code)
            line.send_pack(pack.id, pack.version, pack.canonical())

    def signed(self, request: requests.PreparedRequest) -> None:
        """Sign a request as it stands."""
        body = request.body.encode() if isinstance(request.body, str) else request.body
        headers = signature_headers(self._key, self.device_id, request.method or "", request.path_url, body or None)
        request.headers.update(headers)


def bent_batches(device_id: str) -> st.SearchStrategy[bytes]:
    """Return bodies for batches: true ones, bent ones, and what is none at all."""
    salt, payload = bytes(16), canonical_bytes(poll_submission())
    record = ChainedRecord(1, 1, salt, payload, commitment(salt, payload))
    true = encode_batch(Batch(device_id, 1, 1, first_link(device_id, 1), [record]))
    plain = zlib.decompress(true, 31)
    lines = plain.split(b"\n")
    header = json.loads(lines[0])
    values = st.none() | st.integers() | st.text(max_size=40) | st.sampled_from([[], {}, 2**70, -1, 0, "\x00"])
    headers = st.dictionaries(st.sampled_from(sorted(header)), values).map(
        lambda changed: json.dumps(header | changed).encode()
    )
    rows = st.lists(st.sampled_from(lines[1:]) | st.binary(max_size=80), max_size=4)
    texts = st.builds(lambda first, rest: b"\n".join([first, *rest]), headers, rows)
    cut = st.integers(0, len(true)).map(lambda end: true[:end])
    return st.one_of(
        texts.map(lambda text: zlib.compress(text, 1, 31)),
        st.binary(max_size=60).map(lambda raw: zlib.compress(plain + raw, 1, 31)),
        st.just(true),
        cut,
        st.binary(max_size=60),
        st.sampled_from([_BOMB, true + true, true + b"x"]),
    )


def fuzz(central: CentralProcess, code: str, examples: int, seed: int) -> Fuzzed:
    """Send so many requests to each operation; raises AssertionError with the smallest one that the server fails at."""
    kiosk, done = Kiosk(central, code), Fuzzed()
    schemathesis.openapi.media_type(BATCH_TYPE, bent_batches(kiosk.device_id))
    description = requests.get(central.url + _DESCRIPTION, timeout=_IN_TIME).json()
    schema = schemathesis.openapi.from_dict(description)
    with requests.Session() as session:
        for found in schema.get_all_operations():
            if isinstance(found, Err):
                raise ValueError(f"the description is wrong: {found.err()}")
            operation = found.ok()
            drawn = operation.as_strategy(_MODES.POSITIVE) | operation.as_strategy(_MODES.NEGATIVE)

            def send(case: _Case, ours: bool, signed: bool) -> None:
                if ours and "device_id" in (case.path_parameters or {}):
                    case.path_parameters["device_id"] = kiosk.device_id
                request = requests.Request(**_arguments(case, central.url)).prepare()
                if request.headers.get("Content-Type") == BATCH_TYPE:
                    request.headers["Content-Encoding"] = "gzip"
                if signed:
                    kiosk.signed(request)
                begun = time.monotonic()
                answer = session.send(request, timeout=_IN_TIME, allow_redirects=False)
                done.longest = max(done.longest, time.monotonic() - begun)
                done.statuses[answer.status_code] += 1
                done.requests[f"{case.method} {case.path}"] += 1
                assert answer.status_code < 500, (
                    f"{case.as_curl_command()} was answered {answer.status_code}: {answer.text[:300]}"
                )

            _each(examples, seed, drawn, send)
    return done


def _arguments(case: _Case, url: str) -> dict[str, object]:
    found = case.as_transport_kwargs(base_url=url)
    return {name: found.get(name) for name in ("method", "url", "headers", "params", "data", "json", "cookies")}


def _each(examples: int, seed: int, drawn: st.SearchStrategy[_Case], send: Callable[..., None]) -> None:
    settings = hypothesis.settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    often = st.sampled_from((True, True, True, False))
    hypothesis.seed(seed)(settings(hypothesis.given(case=drawn, ours=often, signed=often)(send)))()


def main() -> int:
    """Fuzz a fresh central store; exit status 1 where the server failed at anything."""
    from tests.benchmarks.upload import code_for
    from tests.postgres import running_postgres

    parser = argparse.ArgumentParser(prog="python -m tests.faults.fuzz", description=__doc__)
    parser.add_argument("--examples", type=int, default=500, help="requests to each operation")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        running_postgres() as postgres,
        serving(Path(folder) / "central", postgres.fresh_database()) as central,
    ):
        done = fuzz(central, code_for(central, "fuzz"), wanted.examples, wanted.seed)
    for operation, count in sorted(done.requests.items()):
        sys.stdout.write(f"{count:7,}  {operation}\n")
    sys.stdout.write(f"{done.requests.total():,} requests: {dict(sorted(done.statuses.items()))}; ")
    sys.stdout.write(f"the longest wait was {done.longest:.2f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
