"""What everything that opens a box promises."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.box.opener import ChildBoxOpener
from bot.domain.answers import Answers
from bot.domain.ballot import NONCE_BYTES, PADDED_BYTES, PID_BYTES, Ballot, _derive, new_key
from bot.domain.disclosure import HeldBack
from bot.domain.programme import Component
from bot.errors import UnreadableBallot
from bot.ports import BoxOpener
from tests.box.boxes import answers, box, round_
from tests.domain.builders import LONGEST
from tests.fakes import InProcessBox

KEY = bytes(range(32))
HOSTILE = "kanarie \"'\\ {}\n\t% \U0001f33b åäö <!channel> \x7f\u2028 null"
"""What breaks a text that is put together carelessly."""


@pytest.fixture(params=["child", "in-process"])
def open_box(request: pytest.FixtureRequest) -> BoxOpener:
    """Give one opener of each kind."""
    return ChildBoxOpener() if request.param == "child" else InProcessBox()


def test_whole_box_is_counted(open_box: BoxOpener) -> None:
    """Every ballot counts once; without its roster, too, the round tells how many could answer."""
    result = open_box(KEY, box(KEY, answers(7)), replace(round_(invited=9), roster=()))
    assert result is not None
    assert (result.answered, result.invited) == (7, 9)
    assert [component.component for component in result.components] == list(Component)
    assert {component.median for component in result.components} == {5}


@pytest.mark.parametrize("threshold", [6, 8])
def test_threshold_is_the_rounds_own(open_box: BoxOpener, threshold: int) -> None:
    """One answer fewer than the round's threshold gives nothing, one more a result."""
    round = round_(threshold=threshold)
    assert open_box(KEY, box(KEY, answers(threshold - 1)), round) is None
    assert open_box(KEY, box(KEY, answers(threshold)), round) is not None


def test_too_few_are_not_unsealed(open_box: BoxOpener) -> None:
    """Below the threshold nobody finds out that a ballot can't be opened, or that there is none."""
    assert open_box(KEY, [Ballot(b"0" * PID_BYTES, b"nonsense")] * 5, round_()) is None
    assert open_box(KEY, [], round_()) is None


def test_words_come_from_the_rounds_own_number(open_box: BoxOpener) -> None:
    """Comments are shown from the number of answers that was promised when the round opened."""
    ballots = box(KEY, answers(8))
    shown = open_box(KEY, ballots, round_(quote_threshold=8))
    held = open_box(KEY, ballots, round_(quote_threshold=9))
    assert shown is not None
    assert held is not None
    assert (sum(len(group.comments) for group in shown.comments), held.comments) == (8, ())
    assert HeldBack.COMMENTS_TOO_FEW in held.held_back


def test_hostile_words_come_out_as_they_went_in(open_box: BoxOpener) -> None:
    """No sign in an answer ends, changes or breaks the result."""
    given = [Answers(comment=HOSTILE, verbatim=True)] * 10
    result = open_box(KEY, box(KEY, given), round_())
    assert result is not None
    assert [group.comments for group in result.comments] == [(HOSTILE,) * 10]


def test_order_tells_nothing(open_box: BoxOpener) -> None:
    """Twenty comments stand in another order each time: the same twice is one in 10^18."""
    ballots, round = box(KEY, answers(20)), round_()
    first, second = (open_box(KEY, ballots, round) for _ in range(2))
    assert first is not None
    assert second is not None
    assert first.comments != second.comments
    assert sorted(first.comments[0].comments) == sorted(second.comments[0].comments)


def test_large_box_of_the_longest_answers(open_box: BoxOpener) -> None:
    """Five hundred of the longest answers get through, in whole."""
    given = [replace(LONGEST, tags=()) for _ in range(500)]
    result = open_box(KEY, box(KEY, given), round_(invited=500))
    assert result is not None
    assert result.answered == 500
    assert [group.comments for group in result.comments] == [(LONGEST.comment,) * 500]


@pytest.mark.parametrize("sealed", [b"", b"short", b"x" * (NONCE_BYTES + PADDED_BYTES + 16)])
def test_one_damaged_ballot_leaves_no_result(open_box: BoxOpener, sealed: bytes) -> None:
    """Among good ballots a single one that does not open is told, never left out."""
    ballots = [*box(KEY, answers(9)), Ballot(b"0" * PID_BYTES, sealed)]
    with pytest.raises(UnreadableBallot):
        open_box(KEY, ballots, round_())


@pytest.mark.parametrize("plain", [b'{"scores": "kanarie"}', b"kanarie \xff", b""])
def test_ballot_without_an_answer_in_it(open_box: BoxOpener, plain: bytes) -> None:
    """What opens and holds no answer is as unreadable, and the error does not quote it."""
    own = b"0" * PID_BYTES
    sealed = AESGCM(_derive(KEY, b"seal")).encrypt(
        bytes(NONCE_BYTES), plain.ljust(PADDED_BYTES), own
    )
    with pytest.raises(UnreadableBallot) as caught:
        open_box(KEY, [Ballot(own, bytes(NONCE_BYTES) + sealed)] * 6, round_())
    assert "kanarie" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_another_rounds_key_opens_nothing(open_box: BoxOpener) -> None:
    """A ballot opens with the key that it was sealed with, and no other."""
    with pytest.raises(UnreadableBallot):
        open_box(new_key(), box(KEY, answers(6)), round_())


def test_swapped_ballots_open_nothing(open_box: BoxOpener) -> None:
    """A ballot is bound to its pid: two that changed places are found out."""
    first, second, *rest = box(KEY, answers(6))
    swapped = [Ballot(first.pid, second.sealed), Ballot(second.pid, first.sealed), *rest]
    with pytest.raises(UnreadableBallot):
        open_box(KEY, swapped, round_())
