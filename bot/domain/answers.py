"""What one person answers in a round."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import TypeAdapter

from bot.domain.programme import Component
from bot.domain.texts import seen
from bot.errors import EmptyAnswer, TextTooLong, TooManyTags

SCALE = range(1, 8)
"""The steps of the scale."""

COMMENT_LIMIT = 600
"""The longest comment, in characters."""

TAG_LIMIT = 2
"""How many tags a comment may carry."""


@dataclass(frozen=True)
class Answers:
    """One ballot: numbers 1–7 (a question may be left out), a comment, tags and consent.

    `verbatim` is the writer's yes to the comment being shown word for word.
    """

    scores: Mapping[Component, int] = field(default_factory=dict)
    comment: str = ""
    tags: tuple[str, ...] = ()
    verbatim: bool = False

    def checked(self) -> Answers:
        """Return the answers tidied: no space around, no control characters, no tag twice.

        Raises EmptyAnswer, TextTooLong, TooManyTags and, for a number off the scale, ValueError.
        """
        comment = seen(_printable(self.comment).strip())
        tags = tuple(dict.fromkeys(self.tags))
        if not self.scores and not comment:
            raise EmptyAnswer
        if any(score not in SCALE for score in self.scores.values()):
            raise ValueError("a score is out of the scale")
        if len(comment) > COMMENT_LIMIT:
            raise TextTooLong(limit=COMMENT_LIMIT)
        if len(tags) > TAG_LIMIT:
            raise TooManyTags(limit=TAG_LIMIT)
        return Answers(dict(self.scores), comment, tags, self.verbatim and bool(comment))


def _printable(text: str) -> str:
    """Return the text without control characters and halves of characters, which no store takes."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"})


_adapter = TypeAdapter(Answers)


def to_bytes(answers: Answers) -> bytes:
    """Return the answers as bytes, to be sealed."""
    return _adapter.dump_json(answers)


def from_bytes(data: bytes) -> Answers:
    """Return the answers that `to_bytes` wrote."""
    return _adapter.validate_json(data)
