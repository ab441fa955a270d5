"""Another manager: handed over or asked for, and what becomes of what is open."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from bot.domain.people import Person, PersonKey, Team
from bot.domain.round import Round
from bot.errors import (
    AlreadyManager,
    FacilitatorNotMember,
    ManagerAnswers,
    ManagerNotMember,
    ManagerOnly,
    NobodyToAnswer,
    NoInvitation,
    NotAllowed,
    NotForYou,
    NotInChannel,
    OnlyMembers,
    RequestOver,
    RequestWaiting,
    UnknownTeam,
    UserError,
)
from bot.ports import Tx
from bot.services import (
    answers,
    applying,
    handing_over,
    occasions,
    pools,
    results,
    rolling,
    sessions,
    teams,
)
from bot.views.actions import Action
from bot.views.model import Board, Menu, Note
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
    key,
    team,
)
from tests.services.planned import draft, march, occasions_of, planned
from tests.services.pooling import MANEN, MIRO, with_small_teams
from tests.services.surveying import LEAVERS, running
from tests.services.world import GIVEN, World

NEW, ADMIN = key("nya"), key("admin")
"""Somebody who has come to the channel lately, and one who looks after the bot."""


@pytest.fixture
def here(bare: World) -> World:
    """Give a team with a plan's worth of people, and an admin."""
    bare.admins = frozenset([ADMIN, ADMIN._replace(tenant="T2")])
    return bare.with_team()


def arrive(world: World, *people: PersonKey) -> None:
    """Let people join the channel, after everything that has been opened."""
    came = tuple(Person(each, each.user.title()) for each in people)
    world.platform.channels = {**world.platform.channels, CHANNEL: (*in_channel(), *came)}


def hand_over(
    world: World,
    new: PersonKey | None,
    actor: PersonKey = KARIN,
    facilitators: frozenset[PersonKey] = frozenset([OMAR]),
    *,
    leaves: bool = True,
    id: str = "",
) -> None:
    """Hand the team over."""
    request = world.request(actor, id=id)
    handing_over.hand_over(world.deps, request, team().id, new, facilitators, leaves=leaves)


def now(world: World) -> Team:
    """Return the team as it is."""
    found = world.look(lambda tx: tx.teams.get(team().id))
    assert found is not None
    return found


def stop_as(world: World, person: PersonKey) -> None:
    """End the dialogue as whoever leads now, and let all that follows happen."""
    sessions.stop(world.deps, world.request(person))
    world.work()


def ask(world: World, person: PersonKey = ANNA) -> str:
    """Ask to become the manager; return what the request is called."""
    applying.ask(world.deps, world.request(person), team().id)
    found = world.look(lambda tx: tx.requests.of_team(team().id))
    assert found is not None
    return found.id


def page(world: World, person: PersonKey) -> Menu:
    """Return the team's page."""
    return teams.page(world.deps, world.request(person))


def actions(view: Menu | Note) -> set[str]:
    """Return what can be pressed."""
    return {button.action for button in view.buttons}


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
    assert "Ska jag öppna" in here.notes(KARIN.user)[-1]
    before = occasions_of(here, plan)
    hand_over(here, ANNA, facilitators=frozenset())
    assert occasions_of(here, plan) == before
    assert "Ska jag öppna" in here.notes(ANNA.user)[-1]
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


def test_asked_and_approved(here: World) -> None:
    """Managers and admins are asked; the first yes counts, and all messages say so."""
    asked = ask(here)
    assert [actions(note) for note in notes_of(here, KARIN, ADMIN)] == [
        {Action.MANAGER_YES, Action.MANAGER_NO}
    ] * 2
    assert "väntar på svar" in " ".join(page(here, BO).lines)
    applying.answer(here.deps, here.request(ADMIN), asked, yes=True)
    assert now(here).managers == {ANNA}
    assert all("har fått en ny chef" in note.text for note in notes_of(here, KARIN, ADMIN, ANNA))
    assert "Du är nu chef" in here.notes(ANNA.user)[-1]
    late = applying.answer(here.deps, here.request(KARIN), asked, yes=False)
    assert "har fått en ny chef" in late.text
    assert now(here).managers == {ANNA}


def notes_of(world: World, *people: PersonKey) -> list[Note]:
    """Return the first note that stands with each."""
    return [cast(Note, world.shown(each.user)[0]) for each in people]


def test_asked_and_refused(here: World) -> None:
    """The asker is told in a new message, and may ask again."""
    asked = ask(here)
    applying.answer(here.deps, here.request(KARIN), asked, yes=False)
    assert now(here).managers == {KARIN}
    assert "svaret var nej" in here.notes(ANNA.user)[-1]
    assert applying.answer(here.deps, here.request(ADMIN), asked, yes=True).buttons == ()
    assert now(here).managers == {KARIN}
    assert ask(here) != asked


def test_taken_back(here: World) -> None:
    """Then nobody can say yes to it."""
    asked = ask(here)
    assert actions(page(here, ANNA)) == {Action.MANAGER_WITHDRAW}
    applying.withdraw(here.deps, here.request(ANNA), asked)
    assert "tillbakadragen" in here.notes(KARIN.user)[-1]
    applying.answer(here.deps, here.request(KARIN), asked, yes=True)
    assert now(here).managers == {KARIN}
    assert Action.MANAGER_ASK in actions(page(here, ANNA))


def test_it_runs_out(here: World) -> None:
    """After fourteen days, also when the bot was away at that moment."""
    asked = ask(here)
    here.later(days=13, hours=23)
    assert here.look(lambda tx: tx.requests.get(asked)) is not None
    here.clock.pass_by(hours=2)
    applying.answer(here.deps, here.request(KARIN), asked, yes=True)
    assert now(here).managers == {KARIN}
    assert "Ingen svarade" in here.notes(ANNA.user)[-1]
    again = ask(here)
    here.later(days=15)
    assert here.look(lambda tx: tx.requests.get(again)) is None


def test_one_at_a_time(here: World) -> None:
    """Asking twice is one request; another must wait for its answer."""
    assert ask(here) == ask(here)
    with pytest.raises(RequestWaiting):
        ask(here, BO)
    assert actions(page(here, BO)) == set()


def test_nobody_approves_the_own_request(here: World) -> None:
    """Not even one who looks after the bot; and only managers and admins may answer."""
    arrive(here, ADMIN)
    asked = ask(here, ADMIN)
    elsewhere = ADMIN._replace(tenant="T2")
    for person in (ADMIN, ANNA, OMAR, GUEST, OUTSIDER, ROBOT, elsewhere):
        for yes in (True, False):
            with pytest.raises(NotForYou):
                applying.answer(here.deps, here.request(person), asked, yes=yes)
    assert actions(notes_of(here, ADMIN)[0]) == {Action.MANAGER_WITHDRAW}
    for person in (KARIN, BO):
        with pytest.raises(NotForYou):
            applying.withdraw(here.deps, here.request(person), asked)
    assert now(here).managers == {KARIN}


@pytest.mark.parametrize("person", [GUEST, ROBOT, OUTSIDER, ANNA._replace(tenant="T2")])
def test_only_full_members_ask(here: World, person: PersonKey) -> None:
    """And those who are not are told so; nothing is asked of anybody."""
    with pytest.raises(OnlyMembers):
        ask(here, person)
    assert here.notes(KARIN.user) == here.notes(ADMIN.user) == []


def test_a_manager_need_not_ask(here: World) -> None:
    """The page offers to hand over instead."""
    with pytest.raises(AlreadyManager):
        ask(here, KARIN)
    assert Action.HAND_OVER in actions(page(here, KARIN))
    assert Action.MANAGER_ASK not in actions(page(here, KARIN))


@pytest.mark.parametrize("left", ["gone", "guest"])
def test_removed_from_the_channel_meanwhile(here: World, left: str) -> None:
    """A yes to somebody who is gone, or a guest by now, changes nothing and ends the request."""
    asked = ask(here)
    others = tuple(each for each in in_channel() if each.key != ANNA)
    back = (Person(ANNA, "Anna", is_guest=True),) if left == "guest" else ()
    here.platform.channels = {CHANNEL: (*others, *back)}
    told = applying.answer(here.deps, here.request(KARIN), asked, yes=True)
    assert "inte längre med i kanalen" in told.text
    assert now(here).managers == {KARIN}
    assert here.look(lambda tx: tx.requests.of_team(team().id)) is None


def test_the_manager_changed_meanwhile(here: World) -> None:
    """What was asked of the old manager holds no more."""
    asked = ask(here)
    hand_over(here, BO)
    assert "gäller inte längre" in here.notes(KARIN.user)[0]
    assert "har fått en annan chef" in here.notes(ANNA.user)[-1]
    applying.answer(here.deps, here.request(KARIN), asked, yes=True)
    assert now(here).managers == {BO}


def test_handed_over_to_the_one_who_asked(here: World) -> None:
    """The form says yes as well as the button."""
    ask(here)
    hand_over(here, ANNA)
    assert "har fått en ny chef" in here.notes(KARIN.user)[0]
    assert "Du är nu chef" in here.notes(ANNA.user)[-1]


def test_a_forged_request(here: World) -> None:
    """A name that no request has is answered in words."""
    for forged in ("forged", "x/told", "../manager"):
        with pytest.raises(RequestOver):
            applying.answer(here.deps, here.request(), forged, yes=True)
        with pytest.raises(RequestOver):
            applying.withdraw(here.deps, here.request(), forged)


def test_the_bot_was_removed_from_the_channel(here: World) -> None:
    """Then it can't be told who is in it, and the request waits."""
    asked = ask(here)
    here.platform.closed = frozenset([CHANNEL])
    with pytest.raises(NotInChannel):
        applying.answer(here.deps, here.request(KARIN), asked, yes=True)
    assert here.look(lambda tx: tx.requests.get(asked)) is not None


def test_without_admins_the_managers_answer(here: World) -> None:
    """An admin of before can't answer any more once the settings name nobody."""
    here.admins = frozenset()
    asked = ask(here)
    assert here.notes(ADMIN.user) == []
    with pytest.raises(NotForYou):
        applying.answer(here.deps, here.request(ADMIN), asked, yes=True)
    applying.answer(here.deps, here.request(KARIN), asked, yes=True)
    assert now(here).managers == {ANNA}


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
