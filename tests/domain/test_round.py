"""A round's terms and the one way it goes; and times of what is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from itertools import product

import pytest

from bot.domain.due import Due, DueKind
from bot.domain.round import QUOTE_THRESHOLDS, THRESHOLD, Round, RoundState
from tests.domain.builders import NOON, REF

OPEN = Round(
    id="r1",
    team_ids=("t1",),
    theme=REF,
    theme_version="v1",
    opened_at=NOON,
    roster=(),
    invited=0,
    quote_threshold=10,
)
ALLOWED = {
    (RoundState.OPEN, RoundState.CLOSING),
    (RoundState.OPEN, RoundState.VOIDED),
    (RoundState.CLOSING, RoundState.CLOSED),
    (RoundState.CLOSING, RoundState.VOIDED),
}


@pytest.mark.parametrize(("state", "to"), list(product(RoundState, RoundState)), ids=str)
def test_one_way(state: RoundState, to: RoundState) -> None:
    """A round goes open → closing → closed or is voided; every other step is refused."""
    before = replace(OPEN, state=state)
    if (state, to) in ALLOWED:
        assert before.to(to) == replace(OPEN, state=to)
        return
    with pytest.raises(ValueError, match="can't be"):
        before.to(to)


def test_threshold_is_never_lowered() -> None:
    """A round that would show fewer than six answers can't be made; a stricter one can."""
    assert THRESHOLD == 6
    assert OPEN.threshold == 6
    assert replace(OPEN, threshold=7).threshold == 7
    with pytest.raises(ValueError, match="threshold"):
        replace(OPEN, threshold=5)


@pytest.mark.parametrize("quotes", [0, 5, 31])
def test_quote_threshold_out_of_range(quotes: int) -> None:
    """Comments are shown from 6 to 30 answers, as the organisation chose."""
    with pytest.raises(ValueError, match="quote threshold"):
        replace(OPEN, quote_threshold=quotes)
    assert (QUOTE_THRESHOLDS[0], QUOTE_THRESHOLDS[-1]) == (6, 30)


@pytest.mark.parametrize("zone", [None, timezone(timedelta(hours=1))], ids=["naive", "local"])
def test_only_utc(zone: timezone | None) -> None:
    """A round or a due time that is not in UTC is refused."""
    wrong = datetime(2026, 3, 2, 12, tzinfo=zone)
    with pytest.raises(ValueError, match="not in UTC"):
        replace(OPEN, opened_at=wrong)
    with pytest.raises(ValueError, match="not in UTC"):
        Due(DueKind.SESSION_TICK, "s1", "0", wrong)
