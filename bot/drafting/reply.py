"""What a language model answered, taken apart. All of it is a stranger's text."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.domain.claims import MOST_CLAIMS, Claim, Support
from bot.errors import DraftFailed

_MOST_READ = 4 * MOST_CLAIMS
"""More claims than this are not looked at: some are dropped, but not all of a flood."""


class _Strict(BaseModel):
    """What else is said beside the fields is left unread; no value is made into another type."""

    model_config = ConfigDict(strict=True, extra="ignore", hide_input_in_errors=True)


class _Message(_Strict):
    content: str


class _Choice(_Strict):
    message: _Message


class _Completion(_Strict):
    choices: Annotated[list[_Choice], Field(min_length=1)]


class _Support(_Strict):
    comment: int
    quote: str


class _Claim(_Strict):
    text: str
    support: list[_Support]


class _Claims(_Strict):
    claims: list[object]


def claims_in(body: bytes) -> tuple[Claim, ...]:
    """Return the claims in the body of an answer; one that is no claim is left out.

    Raises DraftFailed.
    """
    try:
        content = _Completion.model_validate_json(body).choices[0].message.content
        # Many models put their answer into a fence, or a sentence before it.
        found = content[content.find("{") : content.rfind("}") + 1]
        raw = _Claims.model_validate_json(found).claims
    except ValidationError:
        raise DraftFailed("the answer is not in the form that was asked for") from None
    return tuple(claim for each in raw[:_MOST_READ] if (claim := _claim(each)))


def _claim(raw: object) -> Claim | None:
    try:
        read = _Claim.model_validate(raw)
    except ValidationError:
        return None
    support = tuple(Support(each.comment, each.quote) for each in read.support)
    return Claim(" ".join(read.text.split()), support)
