"""Who proposed together (주제안자, 부제안자) and with which shares: sealed to the ministry's key when it is written."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import rfc8785

from kiosk.forum.errors import ForumError
from kiosk.forum.personal_data import find_personal_data
from kiosk.forum.sealing import seal
from kiosk.forum.seoul import utc_text

MOST_PROPOSERS = 5
WHOLE = 100
LONGEST_NAME = 60
NOTICE_VERSION = 1
# The sealed length tells nothing about how many there are.
_PADDED_TO = 1024


class ProposersProblem(StrEnum):
    """What can be wrong with the proposers."""

    ALONE = "alone"
    NAME = "name"
    SHARE = "share_wrong"
    SUM = "sum"
    TWICE = "twice"


class ProposersRejected(ForumError):
    """The proposers break a rule; nothing was kept."""

    def __init__(self, problem: ProposersProblem) -> None:
        self.problem = problem
        super().__init__(f"The proposers cannot be kept as they are ({problem}); mend them.")


@dataclass(frozen=True, slots=True)
class Proposer:
    """One proposer's name and share in whole percent."""

    name: str
    share: int


def checked_proposers(typed: Sequence[tuple[str, str]]) -> tuple[Proposer, ...]:
    """Return the proposers of typed names and shares, the main one first; raises ProposersRejected.

    Empty rows are left out. There are at least two, each has a name and a share, and the shares are 100 together.
    """
    rows = [(unicodedata.normalize("NFKC", name).strip(), share.strip().rstrip("%").strip()) for name, share in typed]
    filled = [(name, share) for name, share in rows if name or share]
    if len(filled) < 2 or not rows[0][0]:
        raise ProposersRejected(ProposersProblem.ALONE)
    for name, _ in filled:
        if not name or len(name) > LONGEST_NAME or not name.isprintable() or find_personal_data(name):
            raise ProposersRejected(ProposersProblem.NAME)
    if not all(share.isascii() and share.isdecimal() and 0 < int(share[:4]) < WHOLE for _, share in filled):
        raise ProposersRejected(ProposersProblem.SHARE)
    found = tuple(Proposer(name, int(share)) for name, share in filled)
    if sum(each.share for each in found) != WHOLE:
        raise ProposersRejected(ProposersProblem.SUM)
    if len({each.name for each in found}) < len(found):
        raise ProposersRejected(ProposersProblem.TWICE)
    return found


def sealed_proposers(
    sealing_key: bytes, receipt_id: str, proposers: Sequence[Proposer], language: str, at: datetime
) -> str:
    """Seal checked proposers, who have all agreed, so that it opens for this receipt alone."""
    content: dict[str, Any] = {
        "v": 1,
        "proposers": [{"name": each.name, "share": each.share} for each in proposers],
        "consent": {"notice": NOTICE_VERSION, "language": language, "all_agreed": True, "at": utc_text(at)},
    }
    plain = rfc8785.dumps(content)
    return seal(sealing_key, plain.ljust(-(-len(plain) // _PADDED_TO) * _PADDED_TO), "proposers", receipt_id)
