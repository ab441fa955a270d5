"""What all errors have in common."""

from __future__ import annotations

from typing import ClassVar


def origin(problem: BaseException) -> str:
    """Return what kind of error it is and where it came from, without its words.

    For logs: an error's own words could quote an answer or name a person.
    """
    places = []
    trace = problem.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{type(problem).__name__} at {' > '.join(places[-6:])}"


class AptbotError(Exception):
    """Something went wrong that aptbot knows of."""


class OperatorError(AptbotError):
    """Something that whoever runs the bot has to know of, and often to mend.

    It names a message of the locales and its parameters, to be said in the installation's language
    where it is shown; `str()` is for programmers.
    """

    def __init__(self, id: str, **params: str) -> None:
        """Keep the message's id and its parameters."""
        super().__init__(", ".join([id, *(f"{name}: {value}" for name, value in params.items())]))
        self.id = id
        self.params = params


class UserError(AptbotError):
    """What a person asked for can't be done; the message says why and what to do instead."""

    code: ClassVar[str] = "unknown"

    def __init__(self, **params: str | int) -> None:
        """Keep the parameters of the message `error-<code>`."""
        super().__init__(self.code)
        self.params = params
