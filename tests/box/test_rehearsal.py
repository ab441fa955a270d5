"""The box of made-up answers that is opened before there are real ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.box.opener import ChildBoxOpener
from bot.box.rehearsal import rehearse
from bot.domain.ballot import Ballot
from bot.domain.disclosure import Result
from bot.domain.round import Round
from bot.errors import BoxFailed, UnreadableBallot
from tests.box.processes import DIES
from tests.fakes import InProcessBox


def test_a_box_that_can_be_opened_passes() -> None:
    """Through the real process, and without one."""
    rehearse(ChildBoxOpener())
    rehearse(InProcessBox())


def test_a_process_that_fails_is_told() -> None:
    """It dies, or can't be started at all."""
    with pytest.raises(BoxFailed):
        rehearse(DIES)
    with pytest.raises(BoxFailed):
        rehearse(ChildBoxOpener(program=("-c", "import sys; sys.exit(3)")))


def test_whatever_goes_wrong_is_told() -> None:
    """An answer that can't be unsealed, or none, or too few: none is a box that works."""

    def unreadable(key: bytes, ballots: Sequence[Ballot], round: Round) -> Result | None:
        raise UnreadableBallot

    def silent(key: bytes, ballots: Sequence[Ballot], round: Round) -> Result | None:
        return None

    def forgetful(key: bytes, ballots: Sequence[Ballot], round: Round) -> Result | None:
        result = InProcessBox()(key, ballots, round)
        return replace(result, answered=result.answered - 1) if result else None

    for opener in (unreadable, silent, forgetful):
        with pytest.raises(BoxFailed):
            rehearse(opener)
