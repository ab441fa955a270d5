"""Who may do what: every role against every use case that changes something."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.continuity import wish_token
from bot.domain.people import PersonKey
from bot.domain.periods import ReportPeriod
from bot.domain.session import SessionState
from bot.errors import ManagerOnly, NoResults
from bot.ports import Tx
from bot.services import answers, history, results, sessions
from tests.services.conftest import NewWorld
from tests.services.people import CHANNEL, TEMA3, team
from tests.services.roles.dialogues import closed, commented, started
from tests.services.roles.functions import BY_THE_CLOCK, READ_ONLY, every_function
from tests.services.roles.table import ONCE, TABLE
from tests.services.roles.who import MANAGER, ON_ROSTER, ROLES, Refused, UseCase
from tests.services.world import WISH_SECRET, World

THIS_YEAR = ReportPeriod(2026)


def test_every_use_case_is_in_a_table() -> None:
    """No use case is without an answer to who may do it."""
    assert every_function() == TABLE.keys() | READ_ONLY | BY_THE_CLOCK


def _snapshot(world: World) -> tuple[Any, ...]:
    """Return all that a use case could have changed."""
    shown = (world.shown(), world.summaries(), world.notes())
    session = world.look(lambda tx: tx.sessions.active("team-solrosen"))
    team = world.look(lambda tx: tx.teams.at("T1", CHANNEL))
    kept = world.look(lambda tx: tx.rounds.get(session.round_id)) if session else None
    box = world.look(lambda tx: tx.ballots.all(kept.id)) if kept else ()
    asked = world.look(lambda tx: tx.teams.invited(team.id)) if team else ()
    log = world.look(lambda tx: tx.adaptations.of_team("team-solrosen"))
    survey = world.look(lambda tx: tx.rounds.survey_of("team-solrosen"))
    quiet = world.look(lambda tx: tx.quiet.among(ROLES.values()))
    year = world.look(_year)
    wished = world.look(lambda tx: [_wishes_of(tx, person) for person in ROLES.values()])
    request = world.look(lambda tx: tx.requests.of_team("team-solrosen"))
    agreed = world.look(lambda tx: tx.commitments.of_team("team-solrosen"))
    rest = (shown, asked, log, survey, quiet, year, wished, request, agreed)
    return session, team, kept, box, world.vault.round_ids(), rest


def _wishes_of(tx: Tx, person: PersonKey) -> object:
    return tx.wishes.among(team().id, [wish_token(WISH_SECRET, team().id, TEMA3, person)])


def _year(tx: Tx) -> object:
    plans = tx.plans.of_team("team-solrosen")
    return plans, [tx.occasions.of_plan(plan.id) for plan in plans]


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
    world = started(make_world())
    request, round_id = world.request(ROLES[role]), world.round().id
    if role in ON_ROSTER:
        with pytest.raises(ON_ROSTER[role]):
            answers.open_form(world.deps, request, round_id)
    else:
        assert answers.open_form(world.deps, request, round_id).round_id == round_id


@pytest.mark.parametrize("role", ROLES)
def test_role_meets_the_hide_form(make_world: NewWorld, role: str) -> None:
    """The form with all comments opens for the manager alone."""
    world = commented(make_world())
    request, round_id = world.request(ROLES[role]), world.round().id
    if role in MANAGER:
        with pytest.raises(MANAGER[role]):
            results.hide_form(world.deps, request, round_id)
    else:
        assert results.hide_form(world.deps, request, round_id).round_id == round_id


def _not_shared(world: World) -> World:
    """Hold a dialogue whose result the team is not to see."""
    world.with_team(replace(team(), team_sees=False)).answered(6)
    world.stop()
    return world


READS: dict[str, tuple[UseCase, Refused]] = {
    "history.page": (lambda w, r: history.page(w.deps, r), NoResults),
    "history.shown": (lambda w, r: history.shown(w.deps, r, w.round().id), ManagerOnly),
    "history.development": (lambda w, r: history.development(w.deps, r, THIS_YEAR), NoResults),
    "history.file": (lambda w, r: history.file(w.deps, r, THIS_YEAR), NoResults),
}
"""The ways to read results: what others than managers are told while nothing is shared."""


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("way", READS)
def test_role_meets_results(make_world: NewWorld, way: str, role: str) -> None:
    """What is for the manager is read by nobody else; what is shared, by whoever is there."""
    read, refused = READS[way]
    world = _not_shared(make_world())
    request = world.request(ROLES[role])
    if role in MANAGER:
        with pytest.raises(refused) as problem:
            read(world, request)
        assert type(problem.value) is refused
    else:
        assert read(world, request)
    other = make_world()
    closed(other)
    results.share(other.deps, other.request(), other.round().id)
    assert read(other, other.request(ROLES[role]))


@pytest.mark.parametrize("use_case", TABLE)
def test_request_delivered_twice_counts_once(make_world: NewWorld, use_case: str) -> None:
    """What a platform delivers twice is done once, and the second time is no error."""
    before, ask, refused = TABLE[use_case]
    world = before(make_world())
    who = next(key for role, key in ROLES.items() if role not in refused)
    request = world.request(who)
    ask(world, request)
    if use_case not in ONCE:
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
