"""Visits that ended without a submission: where, when, and after how long; counts, and nothing of any visitor."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VisitEnds:
    """So many visits of one hour ended at one step; `outcome` is abandoned or phone, `seconds` of all together."""

    hour: int
    activity_id: str
    language: str
    step: str
    outcome: str
    visits: int
    seconds: int
