"""Who may do what: every role against every use case that changes something."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import ModuleType
from typing import Any

import pytest

from bot.domain.adaptation import mark, proposed
from bot.domain.continuity import wish_token
from bot.domain.people import PersonKey
from bot.domain.periods import ReportPeriod
from bot.domain.plan import Plan
from bot.domain.programme import Language
from bot.domain.request import Request
from bot.domain.session import SessionState
from bot.errors import (
    AlreadyManager,
    LeadsAlready,
    ManagerAnswers,
    ManagerOnly,
    NoResults,
    NotAllowed,
    NotAMember,
    NotForYou,
    NotOnRoster,
    OnlyMembers,
    UserError,
)
from bot.ports import Tx
from bot.services import (
    adaptations,
    agenda,
    answers,
    applying,
    areas,
    boxes,
    calendars,
    cards,
    checklists,
    drafts,
    handing_over,
    history,
    invitations,
    mirrors,
    occasions,
    opening,
    overview,
    planning,
    pools,
    privacy,
    reminders,
    results,
    rolling,
    rounds,
    sessions,
    settling,
    succession,
    teams,
    watching,
    wishes,
    year,
    yearfile,
)
from bot.services.deps import Terms
from bot.views.adaptation import Opened
from tests.services.conftest import NewWorld
from tests.services.people import ANNA, CHANNEL, GUEST, KARIN, OMAR, OUTSIDER, ROBOT, TEMA3, team
from tests.services.planned import NINE, THEMES, draft, march, occasions_of, planned
from tests.services.pooling import MANEN, MIRO, with_small_teams
from tests.services.surveying import LEAVERS, SURVEY, running, with_surveys
from tests.services.world import GIVEN, WISH_SECRET, World

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


def _planned(world: World) -> World:
    """Begin with a plan whose first occasion has been announced."""
    planned(world.with_team())
    return world


def _resting(world: World) -> World:
    _planned(world)
    planning.pause(world.deps, world.request(), team().id)
    return world


def _asked(world: World) -> World:
    """Begin when those who lead have been asked whether to open the first occasion."""
    _planned(world)
    march(world, 3, "09:00")
    return world


def _requested(world: World) -> World:
    """Begin when somebody of the team has asked to become its manager."""
    _team(world)
    applying.ask(world.deps, world.request(ANNA), team().id)
    return world


def _requested_id(world: World) -> str:
    """Return the name of the request, also of one that is over."""
    found = [each for each in _everything(world) if each.startswith("manager/")]
    return found[0].split("/")[1]


def _everything(world: World) -> list[str]:
    world.work()
    return [message.key for message in world.platform.standing.values()]


def _wish(world: World, token: bytes) -> None:
    world.store.write(lambda tx: tx.wishes.put(team().id, TEMA3, token, date(2026, 3, 1)))


def _wished(world: World) -> World:
    """Begin when everybody wishes for a theme: each role can take one back."""
    _team(world)
    for person in ROLES.values():
        _wish(world, wish_token(WISH_SECRET, team().id, TEMA3, person))
    return world


def _plan(world: World) -> Plan:
    (plan,) = world.look(lambda tx: tx.plans.of_team(team().id))
    return plan


def _occasion(world: World) -> str:
    return occasions_of(world, _plan(world))[0].id


def _write(world: World, request: Request) -> object:
    """Write of the only dialogue that all was as it was meant."""
    session = world.session()
    opened = Opened(session.id, session.team_id, mark(None))
    return adaptations.write(world.deps, request, opened, proposed(session))


THIS_YEAR = ReportPeriod(2026)

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
    "teams.keep_open": (
        _team,
        lambda w, r: teams.keep_open(w.deps, r, team().id, 2),
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

SURVEY_TABLE: dict[str, tuple[Callable[[World], World], UseCase, dict[str, Refused]]] = {
    "rolling.start": (
        with_surveys,
        lambda w, r: rolling.start(w.deps, r, team().id, SURVEY),
        MANAGER,
    ),
    "rolling.invite": (
        running,
        lambda w, r: rolling.invite(w.deps, r, team().id, frozenset(LEAVERS[:2])),
        MANAGER,
    ),
    "rolling.stop": (running, lambda w, r: rolling.stop(w.deps, r, team().id), MANAGER),
}

PLAN_TABLE: dict[str, tuple[Callable[[World], World], UseCase, dict[str, Refused]]] = {
    "planning.save": (_team, lambda w, r: planning.save(w.deps, r, team().id, draft()), LEADERS),
    "year.save": (_team, lambda w, r: year.save(w.deps, r, team().id, draft()), LEADERS),
    "planning.change": (
        _planned,
        lambda w, r: planning.change(w.deps, r, _occasion(w), date(2026, 3, 5), NINE, THEMES[1]),
        LEADERS,
    ),
    "planning.skip": (_planned, lambda w, r: planning.skip(w.deps, r, _occasion(w)), LEADERS),
    "planning.pause": (_planned, lambda w, r: planning.pause(w.deps, r, team().id), LEADERS),
    "planning.resume": (_resting, lambda w, r: planning.resume(w.deps, r, team().id), LEADERS),
    "planning.drop": (_planned, lambda w, r: planning.drop(w.deps, r, _plan(w).id), LEADERS),
    "planning.add_one": (_planned, lambda w, r: planning.add_one(w.deps, r, _plan(w).id), LEADERS),
    "occasions.open_now": (
        _asked,
        lambda w, r: occasions.open_now(w.deps, r, _occasion(w)),
        LEADERS,
    ),
}

CONTINUITY_TABLE: dict[str, tuple[Callable[[World], World], UseCase, dict[str, Refused]]] = {
    "handing_over.hand_over": (
        _team,
        lambda w, r: handing_over.hand_over(
            w.deps, r, team().id, ANNA, frozenset([OMAR]), leaves=True
        ),
        MANAGER,
    ),
    "applying.ask": (
        _team,
        lambda w, r: applying.ask(w.deps, r, team().id),
        {**dict.fromkeys(("guest", "outsider", "bot"), OnlyMembers), "manager": AlreadyManager},
    ),
    "applying.answer": (
        _requested,
        lambda w, r: applying.answer(w.deps, r, _requested_id(w), yes=True),
        dict.fromkeys(ROLES.keys() - {"manager"}, NotForYou),
    ),
    "applying.withdraw": (
        _requested,
        lambda w, r: applying.withdraw(w.deps, r, _requested_id(w)),
        dict.fromkeys(ROLES.keys() - {"member"}, NotForYou),
    ),
    "wishes.wish": (
        _team,
        lambda w, r: wishes.wish(w.deps, r, TEMA3),
        {
            **dict.fromkeys(("guest", "outsider", "bot"), OnlyMembers),
            **dict.fromkeys(("manager", "samtalsledare"), LeadsAlready),
        },
    ),
    "wishes.take_back": (_wished, lambda w, r: wishes.take_back(w.deps, r, TEMA3), {}),
    "wishes.take_next": (
        _planned,
        lambda w, r: wishes.take_next(w.deps, r, _occasion(w), THEMES[3]),
        LEADERS,
    ),
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
    "answers.add_tags": (
        _started,
        lambda w, r: answers.add_tags(w.deps, r, w.round().id, ("tid",)),
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
    "adaptations.write": (_closed, _write, LEADERS),
    "calendars.renew": (_team, lambda w, r: calendars.renew(w.deps, r, team().id, 0), LEADERS),
    "reminders.switch": (_team, lambda w, r: reminders.switch(w.deps, r, on=False), {}),
    "cards.show": (_team, lambda w, r: cards.show(w.deps, r, CARD), LEADERS),
    **POOL_TABLE,
    **SURVEY_TABLE,
    **PLAN_TABLE,
    **CONTINUITY_TABLE,
}
"""For each use case: what happens before, how it is asked for, and who is refused with what."""

READ_ONLY = {
    "areas.page",
    "agenda.wished",
    "handing_over.form",
    "succession.told",
    "wishes.find",
    "wishes.page",
    "adaptations.form",
    "adaptations.refill",
    "adaptations.show",
    "adaptations.unwritten",
    "agenda.announcement",
    "agenda.held_themes",
    "agenda.known_theme",
    "agenda.known_themes",
    "agenda.leaders",
    "agenda.question",
    "agenda.queue",
    "agenda.theme_of",
    "agenda.themes_out",
    "answers.open_form",
    "calendars.current",
    "calendars.page",
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
    "rolling.form",
    "rolling.page",
    "teams.page",
    "results.hide_form",
    "history.asked_period",
    "history.development",
    "history.file",
    "history.page",
    "history.shown",
    "overview.back",
    "overview.help_text",
    "overview.home",
    "overview.menu",
    "overview.moved",
    "overview.preview",
    "overview.starting",
    "overview.status",
    "overview.themes",
    "planning.check",
    "privacy.page",
    "privacy.preview",
    "reminders.shown",
    "teams.window",
    "sessions.check_start",
    "teams.open_to_all",
    "teams.roster_size",
    "teams.setup_form",
    "teams.theme_for_setup",
    "year.change_form",
    "year.changed",
    "year.form",
    "year.page",
    "year.page_of",
    "year.pick_form",
    "year.shown",
    "year.skipped",
    "year.themes_from",
    "year.understand",
}
BY_THE_CLOCK = {
    "areas.count",
    "areas.is_covered",
    "areas.watch",
    "agenda.hand_over",
    "applying.overtake",
    "applying.run_out",
    "succession.change",
    "wishes.forget",
    "calendars.subscribed",
    "agenda.announce",
    "agenda.answer",
    "agenda.ask",
    "agenda.fall_through",
    "agenda.hold",
    "agenda.hold_at",
    "agenda.miss",
    "agenda.refresh",
    "agenda.schedule",
    "agenda.unschedule",
    "boxes.of_person",
    "boxes.of_team",
    "reminders.forget",
    "reminders.plan",
    "reminders.remind",
    "invitations.ask",
    "invitations.end",
    "invitations.end_all",
    "invitations.mates_of",
    "invitations.refresh",
    "invitations.tell",
    "invitations.together",
    "invitations.told",
    "pools.busy",
    "rounds.close",
    "rounds.show",
    "rounds.sweep",
    "rounds.tell_managers",
    "rounds.void",
    "occasions.announce",
    "occasions.begin",
    "occasions.found",
    "occasions.unopened",
    "drafts.is_promised",
    "drafts.make",
    "drafts.withdraw",
    "rounds.readers_of",
    "opening.begin",
    "planning.make",
    "planning.remove",
    "rolling.turn",
    "sessions.require_dialogue",
    "history.export",
    "results.managed",
    "results.share_in_time",
    "sessions.plan",
    "sessions.tick",
    "settling.deadline",
    "settling.reader_of",
    "settling.settle",
    "settling.show_boards",
    "settling.teams_of",
    "yearfile.apply",
    "settling.tell_of_void",
}
"""What nobody can ask for in the chat."""

ONCE = {"sessions.cancel", "planning.drop"}
"""What is gone when it is asked for again; the person is told so."""


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
        adaptations,
        agenda,
        answers,
        areas,
        applying,
        boxes,
        calendars,
        cards,
        checklists,
        drafts,
        handing_over,
        history,
        invitations,
        mirrors,
        occasions,
        opening,
        overview,
        planning,
        pools,
        privacy,
        reminders,
        results,
        rolling,
        rounds,
        sessions,
        settling,
        succession,
        teams,
        watching,
        wishes,
        year,
        yearfile,
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
    log = world.look(lambda tx: tx.adaptations.of_team("team-solrosen"))
    survey = world.look(lambda tx: tx.rounds.survey_of("team-solrosen"))
    quiet = world.look(lambda tx: tx.quiet.among(ROLES.values()))
    year = world.look(_year)
    wished = world.look(lambda tx: [_wishes_of(tx, person) for person in ROLES.values()])
    request = world.look(lambda tx: tx.requests.of_team("team-solrosen"))
    rest = (shown, asked, log, survey, quiet, year, wished, request)
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
    _closed(other)
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
