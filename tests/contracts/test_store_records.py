"""What every store promises of teams, sessions, themes, rounds and ballots."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from datetime import timedelta
from functools import partial

import pytest

from bot.domain import session as sessions
from bot.domain.ballot import Ballot
from bot.domain.disclosure import Result
from bot.domain.people import Team
from bot.domain.programme import Script, ThemeRef
from bot.domain.quarter import Quarter
from bot.domain.round import Round, RoundState
from bot.domain.session import Session, SessionState
from bot.errors import SessionRunning, StoreError, TeamExists
from bot.ports import Store, Tx
from tests.contracts.conftest import OpenStore
from tests.contracts.store_samples import (
    MINUTE,
    NOW,
    REF,
    ballot,
    full_round,
    full_session,
    person,
    programme,
    result,
    round_,
    session,
    team,
    theme,
    with_round,
)


def save_team(store: Store, one: Team) -> None:
    """Save the team in a transaction of its own."""
    store.write(lambda tx: tx.teams.save(one))


def save_session(store: Store, one: Session) -> None:
    """Save the session in a transaction of its own."""
    store.write(lambda tx: tx.sessions.save(one))


def save_round(store: Store, one: Round) -> None:
    """Save the round in a transaction of its own."""
    store.write(lambda tx: tx.rounds.save(one))


def put(store: Store, one: Ballot, box: str = "r1") -> None:
    """Put the ballot into the box in a transaction of its own."""
    store.write(lambda tx: tx.ballots.put(box, one))


# --- teams ----------------------------------------------------------------------------------


def test_a_team_is_found_by_id_and_channel(store: Store) -> None:
    """A team comes back as it was saved, by its id and by where it meets."""
    store.write(lambda tx: tx.teams.save(team()))

    assert store.read(lambda tx: tx.teams.get("team1")) == team()
    assert store.read(lambda tx: tx.teams.at("T1", "C-team1")) == team()
    assert store.read(lambda tx: tx.teams.at("T2", "C-team1")) is None


def test_a_team_is_replaced_with_its_people(store: Store) -> None:
    """Saved again, a team has only the people of the latest saving."""
    later = replace(
        team(),
        name="Solrosen",
        managers=frozenset({person("nils")}),
        facilitators=frozenset(),
    )
    store.write(lambda tx: tx.teams.save(team()))
    store.write(lambda tx: tx.teams.save(later))

    assert store.read(lambda tx: tx.teams.get("team1")) == later
    assert store.read(lambda tx: tx.teams.managed_by(person("karin"))) == ()


def test_one_channel_is_one_team(store: Store) -> None:
    """A second team in a channel is refused; the first stays."""
    store.write(lambda tx: tx.teams.save(team()))

    with pytest.raises(TeamExists):
        store.write(lambda tx: tx.teams.save(replace(team("other"), channel="C-team1")))
    assert store.read(lambda tx: tx.teams.at("T1", "C-team1")) == team()


def test_the_teams_that_somebody_leads(store: Store) -> None:
    """Managers and facilitators find their teams, by name, each once."""
    karin = frozenset({person("karin")})
    both = replace(team("b"), name="Cedern", facilitators=karin)
    led = replace(team("a"), name="björken", managers=frozenset(), facilitators=karin)
    others = replace(team("c"), managers=frozenset())
    for one in (led, both, others):
        save_team(store, one)

    assert store.read(lambda tx: tx.teams.managed_by(person("karin"))) == (led, both)


def test_teams_of_a_workspace_and_of_a_pool(store: Store) -> None:
    """By name; an empty pool id is no pool, and another workspace's teams are not among them."""
    b = replace(team("team1"), name="B", pool_id="p1")
    a = replace(team("team2"), name="a", pool_id="p1", team_sees=False)
    alone, abroad = team("team3"), replace(team("team4"), tenant="T2", pool_id="p2")
    for one in (b, a, alone, abroad):
        save_team(store, one)

    assert store.read(lambda tx: tx.teams.of_tenant("T1")) == (a, alone, b)
    assert store.read(lambda tx: tx.teams.pooled("p1")) == (a, b)
    assert store.read(lambda tx: tx.teams.pooled("")) == ()
    assert store.read(lambda tx: tx.teams.every()) == (a, alone, abroad, b)


def test_invitations_into_a_pool(store: Store) -> None:
    """An invitation stands until it is taken back, once however often it is made."""
    for id in ("team1", "team2", "team3"):
        save_team(store, team(id))
    for invited in ("team3", "team2", "team2"):
        store.write(partial(_invite, invited=invited))

    assert store.read(lambda tx: tx.teams.invited("team1")) == ("team2", "team3")
    assert store.read(lambda tx: tx.teams.invited("team2")) == ()
    assert store.read(lambda tx: tx.teams.inviting("team2")) == ("team1",)
    assert store.read(lambda tx: tx.teams.inviting("team1")) == ()
    store.write(lambda tx: tx.teams.uninvite("team1", "team2"))
    store.write(lambda tx: tx.teams.uninvite("team2", "team1"))
    assert store.read(lambda tx: tx.teams.invited("team1")) == ("team3",)
    assert store.read(lambda tx: tx.teams.inviting("team2")) == ()


def _invite(tx: Tx, invited: str) -> None:
    tx.teams.invite("team1", invited)


# --- sessions -------------------------------------------------------------------------------


def test_a_session_comes_back_as_it_was(store: Store) -> None:
    """Running, paused and ended sessions keep every field."""
    store.write(lambda tx: tx.teams.save(team()))
    running = session()
    paused = sessions.pause(running, NOW + timedelta(seconds=61, microseconds=7))
    ended = replace(sessions.stop(paused, NOW + MINUTE), last_request="req-9")

    store.write(lambda tx: tx.sessions.add(running))
    assert store.read(lambda tx: tx.sessions.get("s1")) == running
    for later in (paused, ended):
        save_session(store, later)
        assert store.read(lambda tx: tx.sessions.get("s1")) == later
    assert store.read(lambda tx: tx.sessions.get("s2")) is None


@pytest.mark.parametrize("full", [full_session(), full_round()], ids=["session", "round"])
def test_no_field_is_left_out(store: Store, full: Session | Round) -> None:
    """A record in which no field has its default value comes back whole."""
    defaults = {field.name: field.default for field in fields(full)}
    assert not [name for name, default in defaults.items() if getattr(full, name) == default]
    save_team(store, team())

    if isinstance(full, Session):
        save_session(store, full)
        assert store.read(lambda tx: tx.sessions.get(full.id)) == full
    else:
        save_round(store, full)
        assert store.read(lambda tx: tx.rounds.get(full.id)) == full


def test_a_team_has_one_active_session(store: Store) -> None:
    """A second one is refused while the first runs or is paused, and welcome afterwards."""
    store.write(lambda tx: tx.teams.save(team()))
    first = session()
    store.write(lambda tx: tx.sessions.add(first))
    for state in (first, sessions.pause(first, NOW)):
        save_session(store, state)
        with pytest.raises(SessionRunning):
            store.write(lambda tx: tx.sessions.add(session("s2")))
        assert store.read(lambda tx: tx.sessions.active("team1")) == state

    store.write(lambda tx: tx.sessions.save(sessions.cancel(first, NOW)))
    assert store.read(lambda tx: tx.sessions.active("team1")) is None
    store.write(lambda tx: tx.sessions.add(session("s2")))
    assert store.read(lambda tx: tx.sessions.active("team1")) == session("s2")


def test_of_many_starts_one_wins(open_store: OpenStore) -> None:
    """Twenty people in two processes start at once: one session, nineteen told."""
    stores = (open_store(), open_store())
    stores[0].write(lambda tx: tx.teams.save(team()))

    def start(number: int) -> bool:
        try:
            stores[number % 2].write(lambda tx: tx.sessions.add(session(f"s{number}")))
        except SessionRunning:
            return False
        return True

    with ThreadPoolExecutor(20) as pool:
        assert sum(pool.map(start, range(20))) == 1


def test_the_sessions_that_have_ended(store: Store) -> None:
    """Ended ones come the latest first; cancelled and running ones are left out."""
    store.write(lambda tx: tx.teams.save(team()))
    early = sessions.stop(session("early"), NOW)
    late = sessions.stop(session("late"), NOW + MINUTE)
    cancelled = sessions.cancel(session("no"), NOW)
    for one in (early, late, cancelled, session("running")):
        save_session(store, one)

    assert store.read(lambda tx: tx.sessions.ended("team1")) == (late, early)


def test_the_round_of_the_dialogue_that_was_over_last(store: Store) -> None:
    """Of a cancelled one, too; neither of one that goes on nor of another team's."""

    def latest(name: str) -> Round | None:
        return store.read(lambda tx: tx.rounds.latest_of(name))

    for name in ("team1", "team2"):
        save_team(store, team(name))
    for id in ("r1", "r2", "r3"):
        save_round(store, round_(id))
    save_session(store, replace(session("s0"), round_id="r3"))
    assert latest("team1") is None
    for number, end in enumerate((sessions.stop, sessions.cancel), start=1):
        held = replace(session(f"s{number}"), round_id=f"r{number}")
        save_session(store, end(held, NOW + number * MINUTE))
        assert latest("team1") == round_(f"r{number}")
    assert latest("team2") is None


# --- themes ---------------------------------------------------------------------------------


def test_a_script_is_kept_by_version(store: Store) -> None:
    """The very text that was run stays, also when the file has changed since."""
    old, new = (Script.of(programme(), theme(title)) for title in ("Gammal", "Ny"))

    def keep(one: Script) -> None:
        store.write(lambda tx: tx.scripts.keep(one))

    for one in (old, new, old):
        keep(one)

    assert store.read(lambda tx: tx.scripts.get(old.version)) == old
    assert store.read(lambda tx: tx.scripts.get(new.version)) == new


def test_a_version_that_was_never_kept_is_an_error(store: Store) -> None:
    """Nobody may go on with a text that is not there."""
    with pytest.raises(StoreError):
        store.read(lambda tx: tx.scripts.get("nothing"))


# --- rounds ---------------------------------------------------------------------------------


def test_a_round_comes_back_as_it_was(store: Store) -> None:
    """By its id, with its roster in order and its teams."""
    with_round(store)
    later = replace(round_(), state=RoundState.CLOSING, shared=True)

    assert store.read(lambda tx: tx.rounds.get("r1")) == round_()
    store.write(lambda tx: tx.rounds.save(later))
    assert store.read(lambda tx: tx.rounds.get("r1")) == later
    assert store.read(lambda tx: tx.rounds.get("r2")) is None


def test_open_rounds_of_a_team(store: Store) -> None:
    """Those that are open, the earliest first; those of a pool for each of its teams."""
    with_round(store)
    save_team(store, team("team2"))
    pooled = replace(round_("r2"), team_ids=("team1", "team2"), opened_at=NOW + MINUTE)
    save_round(store, pooled)
    save_round(store, replace(round_("r3"), state=RoundState.CLOSED))

    assert store.read(lambda tx: tx.rounds.open_of("team1")) == (round_("r1"), pooled)
    assert store.read(lambda tx: tx.rounds.open_of("team2")) == (pooled,)
    assert store.read(lambda tx: tx.rounds.open_of("team3")) == ()


def test_the_box_that_a_pool_has_open_for_a_theme(store: Store) -> None:
    """For that theme alone, while it is open, and never the box of a single team."""
    with_round(store)
    save_team(store, team("team2"))
    pooled = replace(
        round_("r2"), team_ids=("team1", "team2"), closes_at=NOW + MINUTE, opened_at=NOW + MINUTE
    )
    save_round(store, pooled)
    other = ThemeRef(programme=REF.programme, theme="another")

    assert store.read(lambda tx: tx.rounds.shared_by("team2", REF)) == pooled
    assert store.read(lambda tx: tx.rounds.shared_by("team1", REF)) == pooled
    assert store.read(lambda tx: tx.rounds.shared_by("team1", other)) is None
    save_round(store, replace(pooled, state=RoundState.CLOSING))
    assert store.read(lambda tx: tx.rounds.shared_by("team1", REF)) is None


def test_sessions_of_a_round(store: Store) -> None:
    """Each dialogue that the box is open for, the earliest first; none for an empty id."""
    save_team(store, team("team1"))
    save_team(store, team("team2"))
    first = replace(session("s1"), round_id="r1")
    later = replace(
        session("s2"), team_id="team2", round_id="r1", started_at=first.started_at + MINUTE
    )
    for one in (later, first):
        save_session(store, one)
    save_session(store, replace(session("s3"), round_id="", state=SessionState.CANCELLED))

    assert store.read(lambda tx: tx.sessions.of_round("r1")) == (first, later)
    assert store.read(lambda tx: tx.sessions.of_round("")) == ()


def test_rounds_by_state(store: Store) -> None:
    """Any of the states asked for, the earliest opened first."""
    with_round(store)
    closing = replace(round_("r0"), state=RoundState.CLOSING, opened_at=NOW + MINUTE)
    closed = replace(round_("r2"), state=RoundState.CLOSED)
    for one in (closing, closed):
        save_round(store, one)

    states = (RoundState.OPEN, RoundState.CLOSING)
    assert store.read(lambda tx: tx.rounds.in_state(*states)) == (round_(), closing)
    assert store.read(lambda tx: tx.rounds.in_state(RoundState.VOIDED)) == ()
    assert store.read(lambda tx: tx.rounds.in_state()) == ()


@pytest.mark.parametrize("published", [result(), None], ids=["shown", "too few"])
def test_a_result_is_published_once(store: Store, published: Result | None) -> None:
    """What was published comes back, and a second publishing is refused whatever it says."""
    with_round(store)

    def publish(what: Result | None) -> None:
        store.write(lambda tx: tx.rounds.publish("r1", what))

    assert store.read(lambda tx: tx.rounds.result("r1")) is None
    publish(published)

    for again in (result(), None):
        with pytest.raises(StoreError, match="published already"):
            publish(again)
    assert store.read(lambda tx: tx.rounds.result("r1")) == published


# --- ballots --------------------------------------------------------------------------------


def test_one_person_has_one_ballot(store: Store) -> None:
    """A later ballot takes the place of the earlier; a withdrawn one is gone."""
    with_round(store)
    store.write(lambda tx: tx.ballots.put("r1", ballot(1, b"a")))
    store.write(lambda tx: tx.ballots.put("r1", ballot(1, b"b")))

    assert store.read(lambda tx: tx.ballots.get("r1", ballot(1).pid)) == ballot(1, b"b")
    assert list(store.read(lambda tx: tx.ballots.all("r1"))) == [ballot(1, b"b")]
    for _ in range(2):
        store.write(lambda tx: tx.ballots.remove("r1", ballot(1).pid))
        assert store.read(lambda tx: tx.ballots.get("r1", ballot(1).pid)) is None


def test_a_box_tells_no_order(store: Store) -> None:
    """Ballots come in the order of their ids, whatever the order they were put in."""
    with_round(store)
    for number in (5, 1, 4, 2, 3):
        put(store, ballot(number))

    assert list(store.read(lambda tx: tx.ballots.all("r1"))) == [ballot(n) for n in range(1, 6)]


def test_clearing_a_box_leaves_the_others(store: Store) -> None:
    """Only the round that closed loses its ballots."""
    with_round(store)
    store.write(lambda tx: tx.rounds.save(round_("r2")))
    for box in ("r1", "r2"):
        put(store, ballot(1), box)

    store.write(lambda tx: tx.ballots.clear("r1"))

    assert list(store.read(lambda tx: tx.ballots.all("r1"))) == []
    assert list(store.read(lambda tx: tx.ballots.all("r2"))) == [ballot(1)]


def test_closed_rounds_of_a_team(store: Store) -> None:
    """The latest first, those it shared with others and of surveys too; no other state or team."""
    for name in ("team1", "team2"):
        save_team(store, team(name))
    done = RoundState.CLOSED
    first = replace(round_("r1"), state=done, closed_at=NOW)
    shared = replace(
        round_("r2"), team_ids=("team1", "team2"), state=done, closed_at=NOW + 2 * MINUTE
    )
    survey = replace(
        round_("r3"),
        state=done,
        closes_at=NOW + MINUTE,
        closed_at=NOW + MINUTE,
        rolling=Quarter(2026, 1),
    )
    open_, void = round_("r4"), replace(round_("r5"), state=RoundState.VOIDED)
    other = replace(round_("r6"), team_ids=("team2",), state=done, closed_at=NOW)
    for one in (first, shared, survey, open_, void, other):
        save_round(store, one)

    assert store.read(lambda tx: tx.rounds.closed_of("team1")) == (shared, survey, first)
    assert store.read(lambda tx: tx.rounds.closed_of("team2")) == (shared, other)
    assert store.read(lambda tx: tx.rounds.closed_of("none")) == ()
