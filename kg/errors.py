"""What can go wrong, in words for the person who has to put it right."""

from __future__ import annotations


class KgError(Exception):
    """A message for the user: what, where, what to do.  `exit_code` is what the command ends with."""

    exit_code = 1


class UsageProblem(KgError):
    """The command was asked for something that does not exist."""

    exit_code = 2


class InputProblem(KgError):
    """An input that cannot be read; `code` is stable and documented in README.md."""

    exit_code = 3

    def __init__(self, code: str, where: str, what: str, advice: str) -> None:
        self.code = code
        self.where = where
        self.what = what
        self.advice = advice
        super().__init__(f"{where}: {what} ({code}). {advice}")


class NothingRead(InputProblem):
    """None of the files could be used: `problems`, one a file, come before that."""

    def __init__(self, problems: list[str], advice: str) -> None:
        super().__init__("E-NOTHING", "", "none of the files could be used", advice)
        self.args = (
            " ".join((" | ".join(problems), f"None of the files could be used ({self.code}).", advice)).strip(),
        )


class StoreProblem(KgError):
    """A store that is missing, busy, damaged or of another version."""

    exit_code = 5
