"""Somebody who looks at everything there is about results, as everybody, in every form.

All that anybody can see after a spring is compared with what would be seen had something not
happened that nobody is to see. Each comparison has a control in which it finds something.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.answers import Answers
from bot.domain.programme import Component
from bot.exports import EXPORTS
from bot.services import answers, sessions
from tests.forensics.outputs import SERVER, Seen, different, holding, seen
from tests.forensics.springs import (
    FIRST,
    FIRST_BOX,
    LOOKING,
    OTHERS,
    SECRET_BOX,
    SECRET_BOXES,
    Spring,
    Springs,
    by_everyone,
)
from tests.services.areas import NORA
from tests.services.drafting import TEXT
from tests.services.evaluated import KVARTEN
from tests.services.histories import given
from tests.services.people import (
    ANNA,
    KARIN,
    OMAR,
)
from tests.services.world import World

CANARY = "Kanariefågeln ångrade sig."


def test_everything_is_looked_at(springs: Springs, plain: Seen) -> None:
    """The control of all that follows: each kind of output is there, and the same a second time."""
    world = springs.after(Spring())
    found = seen(world, LOOKING)
    whats = {what for who, what in found if who == KARIN.user}
    assert {f"2026 {kind}" for kind in (*EXPORTS, "png")} <= whats
    assert {"list 0", "2026Q1", "commitments", "commitments xlsx", "hiding 0", "plan"} <= whats
    assert {"round 0", "round 0 alone", "round 2", "protection 3"} <= whats
    assert (NORA.user, "areas") in found
    assert (ANNA.user, "round 2") not in found
    assert holding(found, TEXT) == {(KARIN.user, "messages")}, "a draft was made"
    assert "6 team är med, 1 är inte med" in found[NORA.user, "areas"], "the area was counted"
    assert "Om programmet" in found[ANNA.user, "2026"], "the evaluation is in the year"
    assert different(found, seen(world, LOOKING)) == set()
    assert different(found, plain) == set()


def test_who_took_the_answer_back_was_never_there(springs: Springs, plain: Seen) -> None:
    """An answer unlike all others, changed, and taken back at the last moment: no trace of it."""
    last = Answers(dict.fromkeys(Component, 1), CANARY, ("rutiner", "tid"), verbatim=True)

    def regretting(world: World, round_id: str) -> None:
        by_everyone(FIRST_BOX)(world, round_id)
        for ballot in (given(7), last):
            answers.submit(world.deps, world.request(OMAR), round_id, ballot)
        answers.withdraw(world.deps, world.request(OMAR), round_id)

    def standing(world: World, round_id: str) -> None:
        by_everyone(FIRST_BOX)(world, round_id)
        answers.submit(world.deps, world.request(OMAR), round_id, last)

    assert different(plain, springs.seen_after(Spring(first=regretting))) == set()
    control = springs.seen_after(Spring(first=standing))
    assert {who for who, _ in holding(control, CANARY)} >= {KARIN.user, ANNA.user, SERVER}


def test_a_yes_that_was_taken_back_was_never_given(springs: Springs, plain: Seen) -> None:
    """Whoever first agrees to be quoted and then not, is not; and nothing tells of the change."""

    def hushed(world: World, round_id: str) -> None:
        by_everyone([*FIRST_BOX[:-1], replace(FIRST_BOX[-1], verbatim=False)])(world, round_id)

    def regretting(world: World, round_id: str) -> None:
        by_everyone(FIRST_BOX)(world, round_id)
        hushed(world, round_id)

    never = springs.seen_after(Spring(first=hushed))
    assert different(never, springs.seen_after(Spring(first=regretting))) == set()
    assert holding(never, FIRST[-1]) == set()
    assert holding(plain, FIRST[-1])


def test_what_only_the_manager_sees_is_in_nothing_that_others_see(
    springs: Springs, plain: Seen
) -> None:
    """Whatever came of it, and even whether anything did: nobody else sees a difference.

    Not in the year, the files, the list, the area, what was agreed because of it, or as the new
    manager.
    """
    for secret in SECRET_BOXES.values():
        found = different(plain, springs.seen_after(Spring(secret=secret)))
        assert {who for who, _ in found} & OTHERS == set()
        assert {who for who, _ in found} == {KARIN.user, SERVER}
    shown = [
        springs.seen_after(Spring(secret=secret, secret_is_shown=True))
        for secret in (SECRET_BOX, SECRET_BOXES["other words"])
    ]
    found = different(*shown)
    assert {who for who, _ in found} >= OTHERS, "the control: shared, it is seen by all"


def _ended(world: World, ballots: Sequence[Answers], ending: str) -> Seen:
    """Let one more dialogue be answered like this and come to such an end; look at everything."""
    world.with_team()
    session = world.start(KVARTEN[1])
    by_everyone(ballots)(world, session.round_id)
    if ending == "lost":
        world.vault.destroy(session.round_id)
    if ending == "cancelled":
        sessions.cancel(world.deps, world.request())
    elif ending != "open":
        sessions.stop(world.deps, world.request())
    return seen(world, LOOKING)


@pytest.mark.parametrize("ending", ["open", "cancelled", "lost"])
def test_what_was_not_counted_tells_nothing(springs: Springs, ending: str) -> None:
    """Nobody or all have answered, as long as the box is open, and when it is thrown away."""
    nobody, everybody = (
        _ended(springs.after(Spring()), ballots, ending) for ballots in ((), SECRET_BOX)
    )
    assert different(nobody, everybody) == set()


def test_what_was_counted_is_seen(springs: Springs) -> None:
    """The control of the one above."""
    nobody, everybody = (
        _ended(springs.after(Spring()), ballots, "counted") for ballots in ((), SECRET_BOX)
    )
    assert different(nobody, everybody)


def test_fewer_than_six_are_none(springs: Springs) -> None:
    """Five who agree on everything look like nobody at all, to everybody and the server too."""

    def shared(secret: Sequence[Answers]) -> Seen:
        return springs.seen_after(Spring(secret=secret, secret_is_shown=True))

    nobody = shared(())
    assert different(nobody, shared(SECRET_BOX[:5])) == set()
    assert different(nobody, shared(SECRET_BOX[:6])), "the control"
