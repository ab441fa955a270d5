"""A process that dies anywhere while an occasion is announced, begun, missed or changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.domain.plan import OccasionState, Opening
from bot.domain.request import Request
from bot.services import occasions, planning
from bot.services.deps import Deps
from tests.services.conftest import NewWorld
from tests.services.people import CHANNEL, KARIN
from tests.services.planned import (
    NINE,
    TEAM,
    announced,
    boards,
    draft,
    march,
    moment,
    occasions_of,
    planned,
    posted,
    reports,
    states,
    text_of,
)
from tests.services.test_crashes import Act, Look, _walk, _work
from tests.services.world import World

PLANNED, ASKED, HELD = OccasionState.PLANNED, OccasionState.ASKED, OccasionState.HELD
MISSED, SKIPPED = OccasionState.MISSED, OccasionState.SKIPPED
REQUEST = Request(KARIN, CHANNEL, "once-more")


def prepared(make_world: NewWorld, opening: Opening, day: int, at: str) -> World:
    """Return a world with the Tuesdays from 10 March planned, asleep until that moment."""
    world = make_world().with_team()
    planned(world, draft(opening=opening, first=date(2026, 3, 10)))
    if (day, at) > (9, "09:00"):
        march(world, 9, "09:00")
    world.clock.at = moment(3, day, at)
    return world


def by_the_clock(_: World, deps: Deps) -> None:
    """Do what is due."""
    _work(deps)


def first_of(world: World) -> str:
    """Return the id of the first occasion."""
    (plan,) = world.look(lambda tx: tx.plans.of_team(TEAM))
    return occasions_of(world, plan)[0].id


def all_states(world: World) -> list[OccasionState]:
    """Return how the occasions stand."""
    (plan,) = world.look(lambda tx: tx.plans.of_team(TEAM))
    return states(world, plan)


def walked(world: World, kind: str) -> int:
    """Return how many messages of a kind were posted; none twice."""
    keys = posted(world, kind)
    assert len(set(keys)) == len(keys)
    return len(keys)


def nothing(_: World) -> None:
    """Look at nothing."""


def by_request(ask: Callable[[World, Deps], object], look: Look) -> tuple[Act, Look]:
    """Return what a person asks for, and the look at it after asking again."""

    def act(world: World, deps: Deps) -> None:
        ask(world, deps)
        _work(deps)

    def after(world: World) -> None:
        ask(world, world.deps)
        world.work()
        look(world)

    return act, after


def test_announced_once(make_world: NewWorld) -> None:
    """One message, wherever it dies."""

    def after(world: World) -> None:
        assert len(announced(world)) == walked(world, "occasion") == 1
        world.later(hours=20)
        assert len(announced(world)) == 1

    points = _walk(
        lambda: prepared(make_world, Opening.ASK, 9, "09:00"), by_the_clock, nothing, after
    )
    assert {"dues.claim", "messages.want", "dues.done", "messages.sent"} <= set(points)


@pytest.mark.parametrize("opening", Opening)
def test_begun_once(make_world: NewWorld, opening: Opening) -> None:
    """Asked about in one message, or begun in one dialogue: with its state, or not at all."""
    begun = {Opening.ASK: ASKED, Opening.AUTO: HELD}[opening]

    def left(world: World) -> None:
        asked = world.look(lambda tx: tx.messages.get(f"open/{first_of(world)}/20260310T0800/omar"))
        started = world.look(lambda tx: tx.sessions.active(TEAM) or _planned(world))
        state = all_states(world)[0]
        assert (asked is not None) is (state is ASKED)
        assert (started is not None) is (state is HELD)

    def after(world: World) -> None:
        assert all_states(world)[0] is begun
        assert len(boards(world)) == walked(world, "board") == (opening is Opening.AUTO)
        assert walked(world, "open") == (opening is Opening.ASK)
        assert reports(world) == []

    points = _walk(lambda: prepared(make_world, opening, 10, "09:00"), by_the_clock, left, after)
    assert {"occasions.save", "dues.cancel", "dues.done"} <= set(points)


def _planned(world: World) -> object:
    """Return the dialogue that was taken on and has not begun."""
    (plan,) = world.look(lambda tx: tx.plans.of_team(TEAM))
    first = occasions_of(world, plan)[0]
    return world.look(lambda tx: tx.sessions.get(first.session_id))


@pytest.mark.parametrize("opening", Opening)
def test_missed_once(make_world: NewWorld, opening: Opening) -> None:
    """One report, whether nobody opened it or the bot was away."""

    def scene() -> World:
        world = prepared(make_world, opening, 10, "09:00")
        if opening is Opening.ASK:
            world.work()
        world.clock.pass_by(minutes=31)
        return world

    def left(world: World) -> None:
        told = world.look(lambda tx: tx.messages.get(f"missed/{TEAM}/2026-03-10/{KARIN.user}"))
        assert (told is not None) is (all_states(world)[0] is MISSED)

    def after(world: World) -> None:
        assert all_states(world)[0] is MISSED
        assert len(reports(world)) == walked(world, "missed") == 1
        assert boards(world) == []

    _walk(scene, by_the_clock, left, after)


def test_opened_once(make_world: NewWorld) -> None:
    """Pressed again after the crash: one dialogue."""

    def scene() -> World:
        world = prepared(make_world, Opening.ASK, 10, "09:00")
        world.work()
        return world

    def look(world: World) -> None:
        assert all_states(world)[0] is HELD
        assert len(boards(world)) == walked(world, "board") == 1
        assert walked(world, "open") == 1

    def left(world: World) -> None:
        assert (_planned(world) is not None) is (all_states(world)[0] is HELD)

    act, after = by_request(
        lambda world, deps: occasions.open_now(deps, REQUEST, first_of(world)), look
    )
    points = _walk(scene, act, left, after)
    assert {"sessions.add", "occasions.save", "messages.want"} <= set(points)


def test_moved_once(make_world: NewWorld) -> None:
    """Asked again after the crash: one announcement, at its new time, and one question then."""

    def look(world: World) -> None:
        (sheet,) = announced(world)
        assert "torsdag 12 mars" in text_of(sheet)
        march(world, 11, "09:00")
        march(world, 12, "09:00")
        assert all_states(world)[0] is ASKED
        assert walked(world, "open") == walked(world, "occasion") == 1
        assert reports(world) == []

    def left(world: World) -> None:
        (plan,) = world.look(lambda tx: tx.plans.of_team(TEAM))
        first = world.look(lambda tx: tx.occasions.get(first_of(world)))
        assert first is not None
        assert first.day in (date(2026, 3, 10), date(2026, 3, 12))
        assert plan.themes[0] == draft().themes[0]

    act, after = by_request(
        lambda world, deps: planning.change(
            deps, REQUEST, first_of(world), date(2026, 3, 12), NINE, None
        ),
        look,
    )
    points = _walk(lambda: prepared(make_world, Opening.ASK, 9, "10:00"), act, left, after)
    assert {"occasions.save", "dues.cancel", "dues.schedule"} <= set(points)


def test_skipped_once(make_world: NewWorld) -> None:
    """Asked again after the crash: one more at the end, not two."""

    def look(world: World) -> None:
        assert all_states(world) == [SKIPPED, *[PLANNED] * 5]
        assert "Inställd" in text_of(announced(world)[0])
        march(world, 10, "12:00")
        assert walked(world, "open") == 0

    def left(world: World) -> None:
        now = all_states(world)
        assert (len(now) == 6) is (now[0] is SKIPPED)

    act, after = by_request(lambda world, deps: planning.skip(deps, REQUEST, first_of(world)), look)
    points = _walk(lambda: prepared(make_world, Opening.ASK, 9, "10:00"), act, left, after)
    assert {"occasions.add", "dues.cancel", "messages.want"} <= set(points)


def test_resumed_once(make_world: NewWorld) -> None:
    """Asked again after the crash: what passed is skipped once, and the rest comes."""

    def scene() -> World:
        world = prepared(make_world, Opening.AUTO, 9, "10:00")
        planning.pause(world.deps, world.request(), TEAM)
        march(world, 10, "12:00")
        return world

    def look(world: World) -> None:
        assert all_states(world) == [SKIPPED, *[PLANNED] * 5]
        march(world, 17, "09:00")
        assert all_states(world)[1] is HELD
        assert len(boards(world)) == 1
        assert reports(world) == []

    def left(world: World) -> None:
        (plan,) = world.look(lambda tx: tx.plans.of_team(TEAM))
        assert plan.paused is (all_states(world)[0] is PLANNED)

    act, after = by_request(lambda _, deps: planning.resume(deps, REQUEST, TEAM), look)
    points = _walk(scene, act, left, after)
    assert {"plans.save", "occasions.save", "dues.schedule"} <= set(points)


def test_the_walk_finds_what_is_done_by_halves(make_world: NewWorld) -> None:
    """The control: a question in a transaction of its own is found to be without its state."""

    def by_halves(world: World, deps: Deps) -> None:
        first = first_of(world)
        occasion = world.look(lambda tx: tx.occasions.get(first))
        assert occasion is not None
        deps.store.write(lambda tx: tx.occasions.save(occasion.to(ASKED)))
        _work(deps)

    def after(world: World) -> None:
        assert walked(world, "open") == 1

    with pytest.raises(AssertionError):
        _walk(lambda: prepared(make_world, Opening.ASK, 10, "09:00"), by_halves, nothing, after)
