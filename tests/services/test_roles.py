"""Who may do what: every role against every use case that changes something."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from bot.domain.people import PersonKey
from bot.domain.programme import Language
from bot.domain.request import Request
from bot.domain.session import SessionState
from bot.errors import ManagerAnswers, ManagerOnly, NotAllowed, NotAMember, NotOnRoster, UserError
from bot.services import (
    answers,
    cards,
    checklists,
    invitations,
    mirrors,
    opening,
    overview,
    pools,
    privacy,
    results,
    rounds,
    sessions,
    settling,
    teams,
    watching,
)
from bot.services.deps import Terms
from tests.services.conftest import NewWorld
from tests.services.people import ANNA, CHANNEL, GUEST, KARIN, OMAR, OUTSIDER, ROBOT, TEMA3, team
from tests.services.pooling import MANEN, MIRO, with_small_teams
from tests.services.world import GIVEN, World

UseCase = Callable[[World, Request], object]
Refused = type[UserError]

ROLES: dict[str, PersonKey] = {
    "manager": KARIN,
    "samtalsledare": OMAR,
    "member": ANNA,
    "guest": GUEST,
    "outsider": OUTSIDER,
    "bot": ROBOT,
}


def _started(world: World) -> World:
    """Begin with a dialogue in which six and the samtalsledare have answered."""
    world.with_team().answered(6).answer(OMAR, GIVEN)
    return world


def _paused(world: World) -> World:
    _started(world)
    sessions.pause(world.deps, world.request())
    return world


def _closed(world: World) -> World:
    _started(world).stop()
    return world


def _commented(world: World) -> World:
    """End a dialogue whose comments are shown word for word."""
    world.terms = Terms(quote_threshold=6)
    return _closed(world)


def _empty(world: World) -> World:
    return world


def _team(world: World) -> World:
    return world.with_team()


def _beside_others(world: World) -> World:
    return with_small_teams(world.with_team())


def _invited(world: World) -> World:
    """Have another team's manager ask the team to answer together."""
    _beside_others(world)
    request = world.request(MIRO, MANEN.channel)
    pools.invite(world.deps, request, MANEN.id, frozenset([team().id]))
    return world


def _pooled(world: World) -> World:
    _invited(world)
    pools.join(world.deps, world.request(), INVITATION)
    return world


CARD = "extra/lek/0"
"""A card of the tests' only deck."""

INVITATION = f"{MANEN.id} {team().id}"

LEADERS: dict[str, Refused] = dict.fromkeys(("member", "guest", "outsider", "bot"), NotAllowed)
ON_ROSTER: dict[str, Refused] = {
    **dict.fromkeys(("guest", "outsider", "bot"), NotOnRoster),
    "manager": ManagerAnswers,
}
MANAGER: dict[str, Refused] = dict.fromkeys(ROLES.keys() - {"manager"}, ManagerOnly)
WHO_SETS_UP: dict[str, Refused] = dict.fromkeys(("guest", "bot", "outsider"), NotAMember)

POOL_TABLE: dict[str, tuple[Callable[[World], World], UseCase, dict[str, Refused]]] = {
    "teams.show_to_team": (
        _team,
        lambda w, r: teams.show_to_team(w.deps, r, team().id, sees=False),
        MANAGER,
    ),
    "teams.speak": (
        _team,
        lambda w, r: teams.speak(w.deps, r, team().id, Language.LATTLAST),
        MANAGER,
    ),
    "pools.invite": (
        _beside_others,
        lambda w, r: pools.invite(w.deps, r, team().id, frozenset([MANEN.id])),
        MANAGER,
    ),
    "pools.join": (_invited, lambda w, r: pools.join(w.deps, r, INVITATION), MANAGER),
    "pools.decline": (_invited, lambda w, r: pools.decline(w.deps, r, INVITATION), MANAGER),
    "pools.leave": (_pooled, lambda w, r: pools.leave(w.deps, r, team().id), MANAGER),
}

TABLE: dict[str, tuple[Callable[[World], World], UseCase, dict[str, Refused]]] = {
    "teams.set_up": (
        _empty,
        lambda w, r: teams.set_up(w.deps, r, TEMA3, KARIN, frozenset([OMAR])),
        WHO_SETS_UP,
    ),
    "sessions.start": (_team, lambda w, r: sessions.start(w.deps, r, TEMA3), LEADERS),
    "sessions.next_step": (_started, lambda w, r: sessions.next_step(w.deps, r), LEADERS),
    "sessions.pause": (_started, lambda w, r: sessions.pause(w.deps, r), LEADERS),
    "sessions.resume": (_paused, lambda w, r: sessions.resume(w.deps, r), LEADERS),
    "sessions.extend": (_started, lambda w, r: sessions.extend(w.deps, r, 5), LEADERS),
    "sessions.stop": (_started, lambda w, r: sessions.stop(w.deps, r), LEADERS),
    "sessions.cancel": (_started, lambda w, r: sessions.cancel(w.deps, r), LEADERS),
    "answers.submit": (
        _started,
        lambda w, r: answers.submit(w.deps, r, w.round().id, GIVEN),
        ON_ROSTER,
    ),
    "answers.withdraw": (
        _started,
        lambda w, r: answers.withdraw(w.deps, r, w.round().id),
        ON_ROSTER,
    ),
    "results.share": (_closed, lambda w, r: results.share(w.deps, r, w.round().id), MANAGER),
    "results.hide": (
        _commented,
        lambda w, r: results.hide(w.deps, r, w.round().id, frozenset([0]), frozenset()),
        MANAGER,
    ),
    "cards.show": (_team, lambda w, r: cards.show(w.deps, r, CARD), LEADERS),
    **POOL_TABLE,
}
"""For each use case: what happens before, how it is asked for, and who is refused with what."""

READ_ONLY = {
    "answers.open_form",
    "cards.card",
    "checklists.show",
    "checklists.ticked",
    "mirrors.ask",
    "mirrors.picture",
    "mirrors.questions",
    "overview.stuck",
    "answers.words_for",
    "overview.ask_cancel",
    "overview.over",
    "pools.form",
    "teams.page",
    "results.hide_form",
    "overview.back",
    "overview.help_text",
    "overview.home",
    "overview.menu",
    "overview.moved",
    "overview.preview",
    "overview.starting",
    "overview.status",
    "overview.themes",
    "privacy.page",
    "privacy.preview",
    "sessions.check_start",
    "teams.open_to_all",
    "teams.roster_size",
    "teams.setup_form",
    "teams.theme_for_setup",
}
BY_THE_CLOCK = {
    "invitations.ask",
    "invitations.end",
    "invitations.end_all",
    "invitations.mates_of",
    "invitations.refresh",
    "invitations.tell",
    "invitations.together",
    "invitations.told",
    "pools.busy",
    "pools.managed_team",
    "rounds.close",
    "rounds.show",
    "rounds.sweep",
    "rounds.tell_managers",
    "rounds.void",
    "opening.begin",
    "results.managed",
    "results.share_in_time",
    "sessions.plan",
    "sessions.tick",
    "settling.deadline",
    "settling.settle",
    "settling.show_boards",
    "settling.teams_of",
    "settling.tell_of_void",
}
"""What nobody can ask for."""


def _functions(module: ModuleType) -> set[str]:
    short = module.__name__.rpartition(".")[2]
    return {
        f"{short}.{name}"
        for name, value in vars(module).items()
        if inspect.isfunction(value)
        and value.__module__ == module.__name__
        and not name.startswith("_")
    }


def test_every_use_case_is_in_a_table() -> None:
    """No use case is without an answer to who may do it."""
    modules = (
        answers,
        cards,
        checklists,
        invitations,
        mirrors,
        opening,
        overview,
        pools,
        privacy,
        results,
        rounds,
        sessions,
        settling,
        teams,
        watching,
    )
    every = set().union(*map(_functions, modules))
    assert every == TABLE.keys() | READ_ONLY | BY_THE_CLOCK


def _snapshot(world: World) -> tuple[Any, ...]:
    """Return all that a use case could have changed."""
    shown = (world.shown(), world.summaries(), world.notes())
    session = world.look(lambda tx: tx.sessions.active("team-solrosen"))
    team = world.look(lambda tx: tx.teams.at("T1", CHANNEL))
    kept = world.look(lambda tx: tx.rounds.get(session.round_id)) if session else None
    box = world.look(lambda tx: tx.ballots.all(kept.id)) if kept else ()
    asked = world.look(lambda tx: tx.teams.invited(team.id)) if team else ()
    return session, team, kept, box, world.vault.round_ids(), (shown, asked)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("use_case", TABLE)
def test_role_meets_use_case(make_world: NewWorld, use_case: str, role: str) -> None:
    """Who may do it changes something; who may not is told why, and nothing at all changes."""
    before, ask, refused = TABLE[use_case]
    world = before(make_world())
    was = _snapshot(world)
    request = world.request(ROLES[role])
    if role in refused:
        with pytest.raises(refused[role]) as problem:
            ask(world, request)
        assert type(problem.value) is refused[role]
        assert _snapshot(world) == was
    else:
        ask(world, request)
        assert _snapshot(world) != was


@pytest.mark.parametrize("role", ROLES)
def test_role_meets_the_form(make_world: NewWorld, role: str) -> None:
    """The anonymous form opens for those on the roster alone."""
    world = _started(make_world())
    request, round_id = world.request(ROLES[role]), world.round().id
    if role in ON_ROSTER:
        with pytest.raises(ON_ROSTER[role]):
            answers.open_form(world.deps, request, round_id)
    else:
        assert answers.open_form(world.deps, request, round_id).round_id == round_id


@pytest.mark.parametrize("role", ROLES)
def test_role_meets_the_hide_form(make_world: NewWorld, role: str) -> None:
    """The form with all comments opens for the manager alone."""
    world = _commented(make_world())
    request, round_id = world.request(ROLES[role]), world.round().id
    if role in MANAGER:
        with pytest.raises(MANAGER[role]):
            results.hide_form(world.deps, request, round_id)
    else:
        assert results.hide_form(world.deps, request, round_id).round_id == round_id


@pytest.mark.parametrize("use_case", TABLE)
def test_request_delivered_twice_counts_once(make_world: NewWorld, use_case: str) -> None:
    """What a platform delivers twice is done once, and the second time is no error."""
    before, ask, refused = TABLE[use_case]
    world = before(make_world())
    who = next(key for role, key in ROLES.items() if role not in refused)
    request = world.request(who)
    ask(world, request)
    if use_case != "sessions.cancel":
        once = _without_sealing(world)
        ask(world, request)
        assert _without_sealing(world) == once


def _without_sealing(world: World) -> object:
    """Return the snapshot with the ballots' ids only: sealing the same twice never looks alike."""
    session, team, kept, box, keys, shown = _snapshot(world)
    return session, team, kept, [ballot.pid for ballot in box], keys, shown


def test_cancel_delivered_twice_cancels_nothing_else(world: World) -> None:
    """A repeated cancel finds the cancelled dialogue or nothing, never the next one."""
    first = world.start()
    request = world.request()
    sessions.cancel(world.deps, request, first.id)
    world.work()
    second = world.start()
    assert sessions.cancel(world.deps, request, first.id).state is SessionState.CANCELLED
    now = world.look(lambda tx: tx.sessions.get(second.id))
    assert now is not None
    assert now.active
