"""Counting a closed box: the only place where answers are read to be counted."""

from __future__ import annotations

import random
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag

from bot.domain.answers import Answers
from bot.domain.ballot import Ballot, unseal
from bot.domain.disclosure import Result, disclose
from bot.errors import UnreadableBallot


def count(
    key: bytes,
    ballots: Sequence[Ballot],
    *,
    invited: int,
    threshold: int,
    quote_threshold: int,
    rng: random.Random,
) -> Result | None:
    """Return what may be shown of the ballots, None when they are fewer than `threshold`.

    `invited` is the size of the roster; `rng` shuffles the comments. Below the threshold nothing
    is unsealed at all. Raises UnreadableBallot if one can't be opened with the key.
    """
    if len(ballots) < threshold:
        return None
    answers = [_opened(key, ballot) for ballot in ballots]
    return disclose(answers, invited, threshold, quote_threshold, rng)


def _opened(key: bytes, ballot: Ballot) -> Answers:
    try:
        return unseal(key, ballot)
    except (InvalidTag, ValueError):
        # Without its cause, which could quote an answer.
        raise UnreadableBallot from None
