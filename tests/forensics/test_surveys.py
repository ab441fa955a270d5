"""A rolling survey as the one sees it who invites, and the one who has every file.

Whoever invites chooses who may answer, which no dialogue's manager does. What that gives, and what
stands against it, is tried here; what nothing stands against is shown, too.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.answers import SCALE, Answers
from bot.domain.disclosure import ComponentResult, disclose
from bot.domain.programme import Component
from bot.domain.round import THRESHOLD
from bot.services import answers
from tests.forensics.evidence import files, find
from tests.forensics.rounds import RealWorld, real_world
from tests.services.people import KARIN
from tests.services.surveying import (
    LEAVERS,
    TURNS,
    answer,
    box,
    invite,
    page_text,
    running,
    until,
)
from tests.services.world import World

NAMES = [person.user for person in LEAVERS[:7]]
COMPONENT = Component.MEANINGFULNESS
PUPPETS = (1, 3, 4, 5, 7)
"""What the five accounts of one hand answer."""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[RealWorld]:
    """A survey that has been begun, on real files with real keys."""
    made = real_world(tmp_path)
    running(made)
    yield made
    made.store.close()


def seen(world: World) -> tuple[object, ...]:
    """Return all that the manager can see of the survey."""
    receipt = invite(world, [LEAVERS[0]])
    private = [view.model_dump_json() for view in world.shown(KARIN.user)]
    return receipt, page_text(world), private, world.notes(), world.summaries()


def by_counting(world: World) -> int:
    """Return what a page would tell that counted the answers."""
    return len(world.look(lambda tx: tx.ballots.all(box(world).id)))


def test_who_was_invited_is_in_no_file_after_the_close(world: RealWorld) -> None:
    """Neither the list nor a private message is left to say who left that quarter."""
    invite(world, LEAVERS[:7])
    answer(world, LEAVERS[:6])
    world.work()
    until(world, TURNS[0])
    world.work()
    assert find(NAMES, files(world.directory)) == {}


def test_who_is_invited_is_found_while_the_box_is_open(world: RealWorld) -> None:
    """The control: the same search finds the list while it is needed."""
    invite(world, LEAVERS[:7])
    answer(world, LEAVERS[:6])
    world.work()
    assert find(NAMES, files(world.directory)).keys() == set(NAMES)


def test_whoever_invites_sees_nobody_answer(world: RealWorld) -> None:
    """However often somebody is invited again: before, after the answer, and after it is gone."""
    invite(world, LEAVERS[:7])
    before = seen(world)
    answer(world, LEAVERS[:5])
    assert seen(world) == before
    request = world.request(LEAVERS[0], "D-me")
    answers.withdraw(world.deps, request, box(world).id)
    assert seen(world) == before


def test_a_page_that_counts_would_tell(world: RealWorld) -> None:
    """The control: what must not be shown does change with each answer."""
    invite(world, LEAVERS[:7])
    before = by_counting(world)
    answer(world, LEAVERS[:1])
    assert by_counting(world) != before


def test_the_turn_tells_one_bit(tmp_path: Path) -> None:
    """Fewer than six are fewer than six: none, one and five look the same to the manager."""
    told = {count: _after_the_turn(tmp_path / str(count), count) for count in (0, 1, 5)}
    assert len(set(told.values())) == 1


def test_six_do_look_different(tmp_path: Path) -> None:
    """The control: the bit that publishing tells is seen by the same eyes."""
    five, six = (_after_the_turn(tmp_path / str(count), count) for count in (5, 6))
    assert five != six


def _after_the_turn(directory: Path, count: int) -> str:
    world = real_world(directory)
    running(world)
    invite(world, LEAVERS[:7])
    answer(world, LEAVERS[:count])
    until(world, TURNS[0])
    shown = repr((world.notes(), world.summaries(), page_text(world)))
    world.store.close()
    return shown


def test_one_alone_each_quarter_is_never_shown(world: RealWorld) -> None:
    """Inviting one person a quarter gives nothing: after a year they are deleted unread."""
    for turn, person in zip(TURNS[:4], LEAVERS[:4], strict=True):
        invite(world, [person])
        answer(world, [person])
        until(world, turn)
    (summary,) = world.summaries()
    assert summary.components == ()
    assert "Färre än 6" in summary.taking_part


def published(values: tuple[int, ...]) -> ComponentResult:
    """Return what is published of these answers to one question."""
    given = [Answers({COMPONENT: value}) for value in values]
    result = disclose(given, len(values), THRESHOLD, 10, random.Random(0))
    assert result is not None
    return result.components[0]


def test_five_accounts_of_one_hand_would_tell() -> None:
    """The control: whoever knows five of six learns of the sixth. So puppets must not get in.

    Guests, bots and the survey's managers don't (tests/services/test_rolling_invitations.py); real
    accounts of real people do, and the threat model says so.
    """
    each = {published((*PUPPETS, value)) for value in SCALE}
    assert len(each) > 1
