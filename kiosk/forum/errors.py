"""The one family of errors whose message is a plain sentence for people."""


class ForumError(Exception):
    """Something could not be done; the message says what happened, what was kept and what to do."""


class PackRejected(ForumError):
    """A content pack breaks a rule; `problems` holds one sentence for each, with its path, and `places` the paths."""

    def __init__(self, problems: list[str], places: list[tuple[int | str, ...]] | None = None) -> None:
        self.problems = problems
        self.places = places or [() for _ in problems]
        super().__init__("\n".join(problems))


class AnswersRejected(ForumError):
    """Answers break a rule of their activity; `problems` maps a question id to one sentence."""

    def __init__(self, problems: dict[str, str]) -> None:
        self.problems = problems
        super().__init__("; ".join(problems.values()))


class ConditionRejected(ForumError):
    """A show_if expression is not in the small language that conditions are written in."""
