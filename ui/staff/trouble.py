"""What could not be done, as a value: said in the language that is shown."""

from dataclasses import dataclass

from kiosk.stick_files import StickProblem


@dataclass(frozen=True, slots=True)
class Trouble:
    """What could not be done: a stick's kind of problem with its bytes, or a sentence from below."""

    kind: str
    needed: int = 0
    free: int = 0
    sentence: str = ""


def trouble_of(error: Exception) -> Trouble:
    """Return what to tell of an error."""
    if isinstance(error, StickProblem):
        return Trouble(error.kind, error.needed, error.free)
    return Trouble("other", sentence=str(error))
