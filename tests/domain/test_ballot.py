"""The sealed ballot: what goes in comes out, to the one with the key, and to nobody else."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.answers import COMMENT_LIMIT, Answers
from bot.domain.ballot import (
    KEY_BYTES,
    NONCE_BYTES,
    PADDED_BYTES,
    PID_BYTES,
    Ballot,
    new_key,
    pid,
    seal,
    unseal,
)
from bot.domain.people import PersonKey
from tests.domain.builders import LONGEST, answers, keys, people

KEY = bytes(range(32))
ANNA, BO = (PersonKey("slack", "T1", user) for user in ("U-anna", "U-bo"))
SEALED_BYTES = NONCE_BYTES + PADDED_BYTES + 16


@given(keys, people, answers)
def test_round_trip(key: bytes, person: PersonKey, given_answers: Answers) -> None:
    """Any answers come out of the box as they went in, and every ballot has one size."""
    ballot = seal(key, person, given_answers)
    assert unseal(key, ballot) == given_answers
    assert ballot.pid == pid(key, person)
    assert (len(ballot.pid), len(ballot.sealed)) == (PID_BYTES, SEALED_BYTES)


@pytest.mark.parametrize(
    "character", ["\U0001f33b", "\u0001", "\u2028", '"', "\\", " ", "\n", "å", "\U0010ffff"]
)
def test_longest_comment(character: str) -> None:
    """The longest comment of any character fits, in the same size as the empty answer."""
    longest = Answers(LONGEST.scores, character * COMMENT_LIMIT, LONGEST.tags, verbatim=True)
    ballot = seal(KEY, ANNA, longest)
    assert unseal(KEY, ballot) == longest
    assert len(ballot.sealed) == len(seal(KEY, ANNA, Answers()).sealed) == SEALED_BYTES


def test_too_long_is_refused() -> None:
    """What does not fit is refused, never cut and never sealed in another size."""
    with pytest.raises(ValueError, match="do not fit"):
        seal(KEY, ANNA, Answers(comment="x" * PADDED_BYTES))


@given(keys, keys, people, people)
def test_pid_tells_nothing_across_rounds(
    key: bytes, other_key: bytes, person: PersonKey, other: PersonKey
) -> None:
    """The pid is the person's own in the round, and another in another round."""
    assume(key != other_key)
    assert pid(key, person) == pid(key, person)
    assert pid(key, person) != pid(other_key, person)
    assert (pid(key, person) == pid(key, other)) is (person == other)


def test_pid_is_not_readable_without_the_key() -> None:
    """Neither the person nor a plain hash of the person stands in the ballot."""
    ballot = seal(KEY, ANNA, Answers(comment="kanariefågel"))
    whole = ballot.pid + ballot.sealed
    assert not any(canary in whole for canary in (b"U-anna", b"kanarie", b"slack/", KEY[:8]))
    assert ballot.pid != hashlib.sha256(str(ANNA).encode()).digest()[:PID_BYTES]


@given(st.integers(0, SEALED_BYTES - 1), st.integers(1, 255))
def test_tampering_is_noticed(place: int, change: int) -> None:
    """A ballot with one byte changed anywhere is refused."""
    ballot = seal(KEY, ANNA, LONGEST)
    body = bytearray(ballot.sealed)
    body[place] ^= change
    with pytest.raises(InvalidTag):
        unseal(KEY, ballot._replace(sealed=bytes(body)))


BROKEN: dict[str, Callable[[Ballot], Ballot]] = {
    "another person's": lambda b: b._replace(pid=pid(KEY, BO)),
    "cut": lambda b: b._replace(sealed=b.sealed[:-1]),
    "longer": lambda b: b._replace(sealed=b.sealed + b"\x00"),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_moved_or_cut_ballots_are_refused(broken: Callable[[Ballot], Ballot]) -> None:
    """A ballot can't be moved to another person nor be made shorter or longer."""
    with pytest.raises(InvalidTag):
        unseal(KEY, broken(seal(KEY, ANNA, LONGEST)))


@given(keys)
def test_wrong_key(key: bytes) -> None:
    """Another round's key opens nothing."""
    assume(key != KEY)
    with pytest.raises(InvalidTag):
        unseal(key, seal(KEY, ANNA, LONGEST))


def test_sealing_twice_differs() -> None:
    """The same answers look different every time: a change of mind can't be told from none."""
    sealed = {seal(KEY, ANNA, LONGEST).sealed for _ in range(50)}
    assert len(sealed) == 50
    assert len({one[:NONCE_BYTES] for one in sealed}) == 50


def test_new_keys() -> None:
    """Keys are long and never the same."""
    drawn = {new_key() for _ in range(100)}
    assert len(drawn) == 100
    assert {len(key) for key in drawn} == {KEY_BYTES}
