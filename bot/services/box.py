"""Opening a closed box: the only place where answers are read to be counted."""

from __future__ import annotations

import random
from collections.abc import Sequence

from bot.domain.ballot import Ballot, unseal
from bot.domain.disclosure import Result, disclose
from bot.domain.round import Round


def open_box(key: bytes, ballots: Sequence[Ballot], round: Round) -> Result | None:
    """Return what may be shown of the ballots, None below the round's threshold.

    Below the threshold nothing is unsealed at all. Raises InvalidTag for a tampered ballot.
    """
    if len(ballots) < round.threshold:
        return None
    return disclose(
        [unseal(key, ballot) for ballot in ballots],
        invited=len(round.roster),
        threshold=round.threshold,
        quote_threshold=round.quote_threshold,
        rng=random.SystemRandom(),
    )
