"""Whether a restored log is whole, and may go on: hashed anew, and held against every checkpoint it ever signed."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from kiosk.forum.errors import ForumError
from sync.central.store import public_log as store
from sync.central.store.database import Database
from sync.central.store.errors import CentralError
from sync.protocol.checkpoints import Checkpoint, read_checkpoint
from sync.protocol.merkle import Frontier, append
from sync.protocol.notes import VerifierKey


@dataclass(frozen=True, slots=True)
class Continuation:
    """How a restored log goes on: up to this published note and further, or anew under another name."""

    published: str | None = None
    new_name: str | None = None


def check_reach(goes_on: Continuation, name: str | None, key: str | None, size: int) -> None:
    """Before anything is read back: check that the log of a backup reaches the published note; raises CentralError."""
    if goes_on.published is not None and name is not None and key is not None:
        _published(goes_on.published, VerifierKey(name, bytes.fromhex(key)), size)


def checked_log(database: Database, goes_on: Continuation) -> int:
    """Hash the whole log and hold it against its checkpoints; return its size. Raises CentralError where it is not so.

    The log of each checkpoint is a beginning of the log of the next (RFC 9162 §2.1.4): that is shown here from the
    entries themselves.
    """
    with database.reading() as connection:
        state = store.log_state(connection)
        if state is None:
            return 0
        key = VerifierKey(state.origin, state.public_key)
        signed = [read_checkpoint(note, key) for note in store.every_note(connection)]
        if goes_on.published is not None:
            signed.append(_published(goes_on.published, key, state.frontier.size))
        roots = dict(_roots(connection, sorted({each.size for each in signed} | {state.frontier.size})))
    for each in signed:
        if roots.get(each.size) != each.root:
            raise CentralError(
                f"The restored log contradicts the checkpoint over {each.size} entries; it must not be served, "
                "and got no keys. Empty the database and restore another backup."
            )
    if roots[state.frontier.size] != state.frontier.root():
        raise CentralError(
            "The restored log's entries are not those of its frontier; it got no keys. Empty the database and restore "
            "another backup."
        )
    return state.frontier.size


def _published(note: str, key: VerifierKey, size: int) -> Checkpoint:
    try:
        found = read_checkpoint(note, key)
    except ForumError as error:
        raise CentralError(f"That is no checkpoint of this log; nothing was changed. {error}") from None
    if found.size > size:
        raise CentralError(
            f"The log went on to {found.size} entries after this backup of {size}: under its name it would tell two "
            "histories. Nothing was changed. Restore a later backup, or this one with --new-log NAME."
        )
    return found


def _roots(connection: Connection, sizes: list[int]) -> Iterator[tuple[int, bytes]]:
    frontier = Frontier()
    for size in sizes:
        while frontier.size < size:
            entries = store.entries(connection, frontier.size, min(size, frontier.size + 20_000))
            if not entries:
                return
            frontier, _ = append(frontier, entries)
        yield size, frontier.root()
