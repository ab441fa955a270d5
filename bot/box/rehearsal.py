"""Opening a box of made-up answers before there are real ones.

A round that can't be counted costs everybody's answers. What keeps every box from being opened (a
server that may start no process, too little memory, a part that is missing) shows here first.
"""

from __future__ import annotations

from datetime import UTC, datetime

from bot.domain.answers import Answers
from bot.domain.ballot import new_key, seal
from bot.domain.people import PersonKey
from bot.domain.programme import Component, ThemeRef
from bot.domain.round import THRESHOLD, Round
from bot.errors import BoxFailed, origin
from bot.ports import BoxOpener

NOBODY = tuple(PersonKey("made-up", "made-up", str(number)) for number in range(THRESHOLD))
"""As many as there must be for anything to be opened."""

ANSWER = Answers(dict.fromkeys(Component, 4))


def rehearse(open_box: BoxOpener) -> None:
    """Open a box of made-up answers as at the close of a round.

    Raises BoxFailed when it can't be opened, or is not counted as it should.
    """
    key = new_key()
    try:
        result = open_box(key, [seal(key, person, ANSWER) for person in NOBODY], _round())
    except BoxFailed:
        raise
    except Exception as problem:  # noqa: BLE001 - whatever it is, no box could be opened
        raise BoxFailed(f"failed: {origin(problem)}") from None
    if result is None or result.answered != len(NOBODY):
        raise BoxFailed("was not counted as it should")


def _round() -> Round:
    return Round(
        id="rehearsal",
        team_ids=("rehearsal",),
        theme=ThemeRef(programme="rehearsal", theme="rehearsal"),
        theme_version="",
        opened_at=datetime.min.replace(tzinfo=UTC),
        roster=NOBODY,
        invited=len(NOBODY),
        quote_threshold=THRESHOLD,
    )
