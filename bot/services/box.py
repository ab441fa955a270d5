"""Opening a closed box: the only place where answers are read to be counted."""

from __future__ import annotations

import random
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag

from bot.domain.answers import Answers
from bot.domain.ballot import Ballot, unseal
from bot.domain.disclosure import Result, disclose
from bot.domain.round import Round
from bot.errors import UnreadableBallot


def open_box(key: bytes, ballots: Sequence[Ballot], round: Round) -> Result | None:
    """Return what may be shown of the ballots, None below the round's threshold.

    Below the threshold nothing is unsealed at all. Raises UnreadableBallot if one can't be opened.
    """
    if len(ballots) < round.threshold:
        return None
    return disclose(
        [_opened(key, ballot) for ballot in ballots],
        invited=len(round.roster),
        threshold=round.threshold,
        quote_threshold=round.quote_threshold,
        rng=random.SystemRandom(),
    )


def _opened(key: bytes, ballot: Ballot) -> Answers:
    try:
        return unseal(key, ballot)
    except (InvalidTag, ValueError):
        # Without its cause, which could quote an answer.
        raise UnreadableBallot from None
