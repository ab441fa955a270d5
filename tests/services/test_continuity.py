"""Another manager: handed over, and what becomes of what is open and planned."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.people import Person, PersonKey
from bot.domain.round import Round
from bot.errors import (
    FacilitatorNotMember,
    ManagerAnswers,
    ManagerNotMember,
    ManagerOnly,
    NobodyToAnswer,
    NoInvitation,
    NotAllowed,
    UnknownTeam,
    UserError,
)
from bot.ports import Tx
from bot.services import answers, handing_over, occasions, pools, results, rolling, sessions, teams
from bot.views.model import Board
from tests.services.people import (
    ANNA,
    BO,
    CHANNEL,
    GUEST,
    KARIN,
    OMAR,
    OUTSIDER,
    ROBOT,
    in_channel,
    team,
)
from tests.services.planned import draft, march, occasions_of, planned
from tests.services.pooling import MANEN, MIRO, with_small_teams
from tests.services.succeeding import NEW, arrive, hand_over, now, page
from tests.services.surveying import LEAVERS, running
from tests.services.world import GIVEN, World


def stop_as(world: World, person: PersonKey) -> None:
    """End the dialogue as whoever leads now, and let all that follows happen."""
    sessions.stop(world.deps, world.request(person))
    world.work()


# --- handing over ---------------------------------------------------------------------------


def test_a_new_manager_takes_over(here: World) -> None:
    """At once, everywhere; both are told, and the one who left can do nothing more."""
    hand_over(here, ANNA)
    assert now(here).managers == {ANNA}
    assert now(here).facilitators == {OMAR}
    assert "Du är nu chef för #arbetslag-solrosen" in here.notes(ANNA.user)[-1]
    assert here.notes(KARIN.user) == []
    assert ANNA in page(here, BO).people[0].people
    with pytest.raises(ManagerOnly):
        teams.show_to_team(here.deps, here.request(KARIN), team().id, sees=False)
    teams.show_to_team(here.deps, here.request(ANNA), team().id, sees=False)


def test_beside_the_manager(here: World) -> None:
    """Without the tick there are two, and either can leave later."""
    hand_over(here, ANNA, leaves=False)
    assert now(here).managers == {KARIN, ANNA}
    hand_over(here, ANNA)
    assert now(here).managers == {ANNA}
    assert "Vilka som är chefer" in here.notes(ANNA.user)[-1]


def test_the_form_changes_who_leads_talks(here: World) -> None:
    """The manager stays when nobody new is chosen, tick or not; who left the channel just goes."""
    here.platform.channels = {
        CHANNEL: tuple(each for each in in_channel() if each.key != OMAR),
    }
    hand_over(here, None, facilitators=frozenset([OMAR, BO, KARIN]))
    assert now(here).facilitators == {BO}
    assert now(here).managers == {KARIN}


@pytest.mark.parametrize(
    ("new", "facilitators", "problem"),
    [
        (GUEST, frozenset(), ManagerNotMember),
        (ROBOT, frozenset(), ManagerNotMember),
        (OUTSIDER, frozenset(), ManagerNotMember),
        (ANNA._replace(tenant="T2"), frozenset(), ManagerNotMember),
        (ANNA, frozenset([GUEST]), FacilitatorNotMember),
        (ANNA, frozenset([ROBOT]), FacilitatorNotMember),
        (None, frozenset([OUTSIDER]), FacilitatorNotMember),
    ],
)
def test_puppets_are_refused(
    here: World,
    new: PersonKey | None,
    facilitators: frozenset[PersonKey],
    problem: type[UserError],
) -> None:
    """No guest, no bot, nobody from outside or elsewhere, whatever a forged form says."""
    before = now(here)
    with pytest.raises(problem):
        hand_over(here, new, facilitators=facilitators)
    assert now(here) == before


def test_a_channel_without_anybody_to_answer(here: World) -> None:
    """A team of managers alone has nobody who could answer."""
    two = tuple(each for each in in_channel() if each.key in (KARIN, ANNA))
    here.platform.channels = {CHANNEL: two}
    with pytest.raises(NobodyToAnswer):
        hand_over(here, ANNA, facilitators=frozenset(), leaves=False)
    hand_over(here, ANNA, facilitators=frozenset())


def test_a_team_that_is_not_there(here: World) -> None:
    """A forged form names no team."""
    with pytest.raises(UnknownTeam):
        handing_over.hand_over(here.deps, here.request(), "forged", ANNA, frozenset(), leaves=True)


def test_delivered_twice(here: World) -> None:
    """The second time is no error for one who is no manager any more."""
    for _ in range(2):
        hand_over(here, ANNA, id="same")
    assert len(here.notes(ANNA.user)) == 1
    with pytest.raises(ManagerOnly):
        hand_over(here, BO)


# --- what is open ---------------------------------------------------------------------------


def test_who_could_answer_never_gets_the_result(here: World) -> None:
    """Six have answered, the new manager among them: who was the manager at the opening reads it.

    The box shows the new name, and the next box is the new manager's.
    """
    here.answered(6)
    hand_over(here, ANNA)
    assert {ANNA} in [set(each.people) for each in here.board().people]
    answers.withdraw(here.deps, here.request(ANNA), here.round().id)
    here.answer(ANNA, GIVEN)
    stop_as(here, ANNA)
    assert here.summaries(ANNA.user) == []
    assert len(here.summaries(KARIN.user)) == 1
    here.later(hours=25)
    assert here.summaries(ANNA.user) == []
    assert len(here.summaries(CHANNEL)) == 1


def test_who_came_later_gets_the_result(here: World) -> None:
    """Not on the list: there is nothing that the new manager would know too much of."""
    here.answered(6)
    arrive(here, NEW)
    hand_over(here, NEW)
    with pytest.raises(ManagerAnswers):
        here.answer(NEW, GIVEN)
    stop_as(here, NEW)
    assert len(here.summaries(NEW.user)) == 1
    assert here.summaries(KARIN.user) == []


def test_a_change_back_and_forth_gives_nothing(here: World) -> None:
    """Through a helper to one who answered: still nobody of the list reads."""
    here.answered(6)
    arrive(here, NEW)
    hand_over(here, NEW)
    hand_over(here, ANNA, actor=NEW)
    hand_over(here, BO, actor=ANNA)
    stop_as(here, BO)
    assert [len(here.summaries(each.user)) for each in (KARIN, NEW, ANNA, BO)] == [0, 1, 0, 0]


def test_what_was_published_stays_with_whom_it_was_given(here: World) -> None:
    """A new manager can't hide, share or see what only the earlier one had; sharing goes on."""
    here.answered(7)
    here.stop()
    hand_over(here, ANNA)
    for attempt in (results.hide_form, results.share):
        with pytest.raises(ManagerOnly):
            attempt(here.deps, here.request(ANNA), here.round().id)
    here.later(hours=25)
    assert here.summaries(ANNA.user) == []
    assert len(here.summaries(CHANNEL)) == 1
    assert len(here.summaries(KARIN.user)) == 1


def test_an_open_survey_follows_the_same_rule(here: World) -> None:
    """A box of months holds nobody up: who is on its list can't read it, others do at once."""
    running(here)
    rolling.invite(here.deps, here.request(), team().id, frozenset(LEAVERS[:6]))
    members = (*in_channel(), Person(LEAVERS[0], "Slutar"), Person(NEW, "Ny"))
    here.platform.channels = {**here.platform.channels, CHANNEL: members}
    hand_over(here, LEAVERS[0])
    assert survey(here).readers == (KARIN,)
    with pytest.raises(UserError):
        rolling.invite(here.deps, here.request(LEAVERS[0]), team().id, frozenset([KARIN]))
    hand_over(here, NEW, actor=LEAVERS[0])
    assert survey(here).readers == (NEW,)


def survey(world: World) -> Round:
    """Return the open box of the survey."""
    found = world.look(lambda tx: tx.rounds.survey_of(team().id))
    assert found is not None
    return found


# --- what is planned, and asked ------------------------------------------------------------


def test_the_plan_goes_on_and_its_questions_come_along(here: World) -> None:
    """The plan is the same; what was asked of the old ones is asked of the new."""
    plan = planned(here, draft())
    hand_over(here, None, facilitators=frozenset())
    march(here, 3, "09:00")
    assert "Ska jag starta" in here.notes(KARIN.user)[-1]
    before = occasions_of(here, plan)
    hand_over(here, ANNA, facilitators=frozenset())
    assert occasions_of(here, plan) == before
    assert "Ska jag starta" in here.notes(ANNA.user)[-1]
    assert "Någon annan leder teamet nu" in here.notes(KARIN.user)[-1]
    with pytest.raises(NotAllowed):
        occasions.open_now(here.deps, here.request(KARIN), before[0].id)
    march(here, 3, "10:00")
    hand_over(here, BO, actor=ANNA, facilitators=frozenset())
    shown = here.shown(BO.user)
    assert any("inte blev av" in getattr(view, "title", "") for view in shown)
    occasions.open_now(here.deps, here.request(BO), before[0].id)


def test_an_invitation_that_waits_comes_along(bare: World) -> None:
    """Another team has asked to answer together: the new manager answers."""
    world = with_small_teams(bare.with_team())
    pools.invite(world.deps, world.request(MIRO, MANEN.channel), MANEN.id, frozenset([team().id]))
    value = f"{MANEN.id} {team().id}"
    hand_over(world, ANNA)
    assert "gäller inte längre" in world.notes(KARIN.user)[-1]
    with pytest.raises(ManagerOnly):
        pools.join(world.deps, world.request(KARIN), value)
    assert any("vill svara tillsammans" in each for each in world.notes(ANNA.user))
    pools.join(world.deps, world.request(ANNA), value)
    with pytest.raises(NoInvitation):
        pools.join(world.deps, world.request(ANNA), "forged team")


# --- asking for it --------------------------------------------------------------------------


def test_boards_of_boxes_that_stay_open_tell_the_new_name(here: World) -> None:
    """Also after the dialogue."""
    here.store.write(lambda tx: tx.teams.save(replace(team(), answer_days=2)))
    here.answered(6)
    here.stop()
    hand_over(here, ANNA)
    board = next(view for view in here.shown() if isinstance(view, Board))
    assert any(ANNA in each.people for each in board.people)


def test_who_leads_is_written_once(here: World) -> None:
    """A request that fails leaves nothing behind."""

    def everything(tx: Tx) -> object:
        return tx.teams.get(team().id), tx.requests.of_team(team().id)

    before = here.look(everything)
    for successor, actor in ((GUEST, KARIN), (ANNA, BO)):
        with pytest.raises(UserError):
            hand_over(here, successor, actor=actor)
    assert here.look(everything) == before
