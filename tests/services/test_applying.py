"""Another manager: asked for by somebody of the team, and answered, taken back or run out."""

from __future__ import annotations

from typing import cast

import pytest

from bot.domain.people import Person, PersonKey
from bot.errors import (
    AlreadyManager,
    NotForYou,
    NotInChannel,
    OnlyMembers,
    RequestOver,
    RequestWaiting,
)
from bot.services import applying
from bot.views.actions import Action
from bot.views.model import Menu, Note
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
from tests.services.succeeding import ADMIN, arrive, hand_over, now, page
from tests.services.world import World


def ask(world: World, person: PersonKey = ANNA) -> str:
    """Ask to become the manager; return what the request is called."""
    applying.ask(world.deps, world.request(person), team().id)
    found = world.look(lambda tx: tx.requests.of_team(team().id))
    assert found is not None
    return found.id


def actions(view: Menu | Note) -> set[str]:
    """Return what can be pressed."""
    return {button.action for button in view.buttons}


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
