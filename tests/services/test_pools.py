"""Teams that choose to answer together: asked, joined, declined, left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.people import Team
from bot.errors import NoInvitation, PoolBusy, PoolFull, PoolTaken
from bot.services import pools
from bot.views.actions import Action
from tests.services.inviting import buttons, invite, notes, page, pooled
from tests.services.people import ANNA, KARIN
from tests.services.pooling import GARDEN, KOKET, MANEN, STADET, begin, end, manager_of, now
from tests.services.world import World


def value(world: World, team: Team) -> str:
    """Return what the buttons of the newest invitation carry."""
    return buttons(world, team)[0].value


def join(world: World, invitation: str, team: Team = MANEN) -> str:
    """Accept an invitation as the team's manager."""
    return pools.join(world.deps, world.request(manager_of(team), ""), invitation).text


def decline(world: World, invitation: str, team: Team = MANEN) -> str:
    """Turn an invitation down as the team's manager."""
    return pools.decline(world.deps, world.request(manager_of(team), ""), invitation).text


def leave(world: World, team: Team) -> str:
    """Have the team leave its pool."""
    request = world.request(manager_of(team), team.channel)
    return pools.leave(world.deps, request, team.id).text


# --- joining ------------------------------------------------------------------------------


def test_teams_of_one_manager_join_at_once(apart: World) -> None:
    """Nobody has to be asked, and nothing is sent to anybody."""
    said = invite(apart, KOKET, STADET)
    assert pooled(apart) == {frozenset({"koket", "stadet"})}
    assert "tillsammans med #stadet" in said[0]
    assert notes(apart, KOKET) == []


def test_another_manager_is_asked_in_private(apart: World) -> None:
    """Nothing is shared until the other manager has said yes."""
    said = invite(apart, KOKET, MANEN)
    assert pooled(apart) == set()
    assert "Chefen för #manen har fått en fråga" in said[0]
    assert "#koket vill svara tillsammans med #manen" in notes(apart, MANEN)[0].text
    assert [b.action for b in buttons(apart, MANEN)] == [Action.POOL_JOIN, Action.POOL_DECLINE]
    assert any("har fått" not in line and "#manen" in line for line in page(apart, KOKET).lines)
    assert any("#koket vill svara" in line for line in page(apart, MANEN).lines)


def test_yes_makes_the_pool_and_is_told(apart: World) -> None:
    """The invitation says what was decided, and who asked is told."""
    invite(apart, KOKET, MANEN)
    said = join(apart, value(apart, MANEN))
    assert pooled(apart) == {frozenset({"koket", "manen"})}
    (asked,) = notes(apart, MANEN)
    assert (asked.text, asked.buttons) == (said, ())
    assert "#manen svarar från och med nästa dialog tillsammans med #koket" in said
    assert [note.text for note in notes(apart, KOKET)] == [said]
    assert "#koket" in page(apart, MANEN).lines[1]


def test_no_leaves_all_as_it_was_and_is_told(apart: World) -> None:
    """The invitation says what was decided, and can't be used any more."""
    invite(apart, KOKET, MANEN)
    invitation = value(apart, MANEN)
    said = decline(apart, invitation)
    assert pooled(apart) == set()
    assert [note.text for note in notes(apart, MANEN)] == [said]
    assert [note.text for note in notes(apart, KOKET)] == [said]
    for late in (join, decline):
        with pytest.raises(NoInvitation):
            late(apart, invitation)


def test_a_new_invitation_is_a_new_message(apart: World) -> None:
    """After a no one may ask again, and the manager sees it as something new."""
    invite(apart, KOKET, MANEN)
    decline(apart, value(apart, MANEN))
    invite(apart, KOKET, MANEN)
    assert [bool(note.buttons) for note in notes(apart, MANEN)] == [False, True]
    join(apart, value(apart, MANEN))
    assert pooled(apart) == {frozenset({"koket", "manen"})}


def test_asked_twice_is_asked_once(apart: World) -> None:
    """A form handed in twice, or a second form, sends no second message."""
    invite(apart, KOKET, MANEN)
    invite(apart, KOKET, MANEN)
    assert len(notes(apart, MANEN)) == 1


def test_the_pool_grows(apart: World) -> None:
    """A third team joins the two; all the others' managers are told, but who did it."""
    invite(apart, KOKET, MANEN)
    join(apart, value(apart, MANEN))
    invite(apart, MANEN, GARDEN)
    assert pooled(apart) == {frozenset({"koket", "manen", "garden"})}
    assert "#garden svarar från" in notes(apart, KOKET)[-1].text
    assert "#garden svarar från" not in notes(apart, MANEN)[-1].text


def test_an_invitation_tells_who_is_in_now(apart: World) -> None:
    """It changes while it waits, when others join or leave."""
    invite(apart, KOKET, MANEN)
    assert "Med i gemenskapen" not in notes(apart, MANEN)[0].text
    invite(apart, KOKET, STADET)
    assert "Med i gemenskapen är redan #stadet" in notes(apart, MANEN)[0].text
    leave(apart, STADET)
    assert notes(apart, MANEN)[0].buttons == ()


def test_both_asked_each_other(apart: World) -> None:
    """One yes settles both invitations."""
    invite(apart, KOKET, MANEN)
    invite(apart, MANEN, KOKET)
    join(apart, value(apart, MANEN))
    assert all(note.buttons == () for each in (KOKET, MANEN) for note in notes(apart, each))
    assert pooled(apart) == {frozenset({"koket", "manen"})}


def test_a_team_is_in_one_pool_at_most(apart: World) -> None:
    """Who has joined some can't be chosen by others, nor use what others had asked."""
    apart.with_team(replace(now(apart, STADET), managers=frozenset([ANNA])))
    invite(apart, KOKET, MANEN)
    apart.store.write(lambda tx: tx.teams.invite(STADET.id, MANEN.id))
    join(apart, value(apart, MANEN))
    with pytest.raises(NoInvitation):
        join(apart, f"{STADET.id} {MANEN.id}")
    request = apart.request(ANNA, STADET.channel)
    with pytest.raises(PoolTaken):
        pools.invite(apart.deps, request, STADET.id, frozenset([MANEN.id]))
    found = [pools.form(apart.deps, request, STADET.id, name) for name in ("#manen", "#garden")]
    assert [form.choices for form in found] == [(), ((GARDEN.id, "#garden"),)]


def test_a_pool_has_room_for_twelve(apart: World) -> None:
    """Twelve answer together; a thirteenth is refused, and then nobody joins."""
    more = [
        replace(STADET, id=f"extra-{number:02}", channel=f"C-extra{number}", name=f"extra{number}")
        for number in range(12)
    ]
    for each in more:
        apart.with_team(each)
    with pytest.raises(PoolFull) as full:
        invite(apart, KOKET, *more)
    assert full.value.params == {"most": 12}
    assert now(apart, KOKET).pool_id == ""
    invite(apart, KOKET, *more[:11])
    pool_id = now(apart, KOKET).pool_id
    assert len(apart.look(lambda tx: tx.teams.pooled(pool_id))) == 12
    with pytest.raises(PoolFull):
        invite(apart, KOKET, more[11])


# --- leaving ------------------------------------------------------------------------------


def test_a_pool_of_one_is_none(apart: World) -> None:
    """When one of two leaves, the other answers on its own, too, and is told."""
    invite(apart, KOKET, MANEN)
    join(apart, value(apart, MANEN))
    said = leave(apart, KOKET)
    assert pooled(apart) == set()
    assert notes(apart, MANEN)[-1].text == said
    assert "#koket har lämnat" in said


def test_the_others_stay_together(apart: World) -> None:
    """Of three, two are left."""
    invite(apart, KOKET, STADET, MANEN)
    join(apart, value(apart, MANEN))
    leave(apart, STADET)
    assert pooled(apart) == {frozenset({"koket", "manen"})}


def test_to_leave_nothing_is_no_error(apart: World) -> None:
    """A button of an old page changes nothing."""
    assert "#koket" in leave(apart, KOKET)
    assert pooled(apart) == set()


def test_what_a_team_asked_goes_when_it_leaves(apart: World) -> None:
    """Whoever was asked by a team that left the pool is told that it holds no more."""
    invite(apart, KOKET, STADET, MANEN)
    leave(apart, KOKET)
    assert "gäller inte längre" in notes(apart, MANEN)[0].text
    with pytest.raises(NoInvitation):
        join(apart, f"{KOKET.id} {MANEN.id}")


# --- while a box is open ------------------------------------------------------------------


def test_nothing_changes_while_a_box_is_open(apart: World) -> None:
    """Neither joining nor leaving, for the team or those it answers with; then again."""
    invite(apart, KOKET, STADET)
    invite(apart, KOKET, MANEN)
    begin(apart, STADET)
    invitation = value(apart, MANEN)
    for change in (
        lambda: leave(apart, KOKET),
        lambda: join(apart, invitation),
        lambda: invite(apart, KOKET, GARDEN),
        lambda: pools.form(apart.deps, apart.request(KARIN, KOKET.channel), KOKET.id),
    ):
        with pytest.raises(PoolBusy):
            change()
    assert pooled(apart) == {frozenset({"koket", "stadet"})}
    menu = page(apart, KOKET)
    assert not {Action.POOL, Action.POOL_LEAVE} & {button.action for button in menu.buttons}
    assert any("En låda är öppen" in line for line in menu.lines)
    for each in (STADET, KOKET):
        if each is KOKET:
            begin(apart, each)
        end(apart, each)
    join(apart, invitation)
    assert pooled(apart) == {frozenset({"koket", "stadet", "manen"})}


def test_a_team_in_the_middle_of_its_own_dialogue_joins_later(apart: World) -> None:
    """Its own box keeps its terms; the answer is yes when that is closed."""
    invite(apart, KOKET, MANEN)
    begin(apart, MANEN)
    with pytest.raises(PoolBusy) as busy:
        join(apart, value(apart, MANEN))
    assert busy.value.params == {"team": "#manen"}
    end(apart, MANEN)
    join(apart, value(apart, MANEN))
