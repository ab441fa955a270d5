"""The list of commitments with all that may be written: nothing of it is lost in Slack."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bot.domain.commitment import LIMITS, MOST_OPEN, TEXT, Agreed, Commitment, CommitmentState
from bot.locales import LANGUAGES, words
from bot.slack.render import render_message
from bot.views import commitments
from bot.views.model import Sheet
from tests.services.people import team
from tests.slack.checker import message_problems
from tests.slack.test_longest_board import FILLERS

TODAY = date(2026, 3, 2)
LATER = TODAY + timedelta(days=400)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("filler", FILLERS)
def test_each_of_the_longest_commitments_is_read(filler: str, language: str) -> None:
    """Page by page every one that waits stands there whole, and what is closed is told of."""
    fill = FILLERS[filler]
    waiting = [_commitment(number, fill, CommitmentState.DEFERRED) for number in range(MOST_OPEN)]
    closed = [
        _commitment(number, fill, CommitmentState.DONE)
        for number in range(MOST_OPEN, MOST_OPEN + 9)
    ]
    offset, drawn = 0, ""
    while True:
        sheet = commitments.page(
            team(), waiting, closed, TODAY, offset, words(language), leads=True
        )
        message = render_message(sheet)
        assert message_problems(message) == []
        drawn = json.dumps(message, ensure_ascii=False)
        assert '"…"' not in drawn  # what stands in place of all that had no room
        shown = [one for one in waiting if f'"text": "{one.agreed.activity[:6]}' in drawn]
        assert shown == waiting[offset : offset + len(shown)] != []
        rest = _next(sheet)
        if not rest:
            break
        assert rest == offset + len(shown)
        offset = rest
    assert offset + len(shown) == MOST_OPEN


@pytest.mark.parametrize("filler", FILLERS)
def test_longest_closed_ones_are_told_of(filler: str) -> None:
    """Where nothing waits as many as there is room for, and how many there are besides."""
    closed = [_commitment(number, FILLERS[filler], CommitmentState.DROPPED) for number in range(9)]
    sheet = commitments.page(team(), (), closed, TODAY, 0, words("sv"), leads=True)
    message = render_message(sheet)
    assert message_problems(message) == []
    drawn = json.dumps(message, ensure_ascii=False)
    assert '"…"' not in drawn
    told = len(sheet.parts[0].lines)
    assert 0 < told <= commitments.CLOSED
    assert f"{9 - told} till avslutades under året." in sheet.footer


def _commitment(number: int, fill: Callable[[int], str], state: CommitmentState) -> Commitment:
    texts = {field: f"Nr {number:02}: {fill(limit)}"[:limit] for field, limit in LIMITS.items()}
    agreed = Agreed(target=LATER - timedelta(days=1), **texts).checked()
    new = Commitment(id=f"{number:032}", team_id=team().id, agreed=agreed, agreed_on=TODAY)
    return new.followed_up(state, fill(TEXT), LATER, TODAY)


def _next(sheet: Sheet) -> int:
    label = words("sv")("commitments-more"), words("en")("commitments-more")
    more = [each.value for each in sheet.buttons if each.label in label]
    return int(more[0].split(" ")[1]) if more else 0
