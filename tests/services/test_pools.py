"""Teams that choose to answer together: asked, joined, declined, left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.people import Team
from bot.errors import (
    ManagerOnly,
    NobodyChosen,
    NoInvitation,
    NotAChannel,
    NoTeam,
    PoolBusy,
    PoolFull,
    PoolTaken,
    UnknownTeam,
    UserError,
)
from bot.services import overview, pools, teams
from bot.views.actions import Action
from bot.views.model import Button, Menu, Note
from tests.services.people import ANNA, KARIN, OUTSIDER
from tests.services.pooling import (
    COOKS,
    GARDEN,
    KOKET,
    MANEN,
    MIRO,
    STADET,
    TEAMS,
    begin,
    box_of,
    end,
    manager_of,
    now,
    with_small_teams,
)
from tests.services.world import World


@pytest.fixture
def apart(bare: World) -> World:
    """Give a world of small teams that all answer on their own."""
    return with_small_teams(bare)


def invite(world: World, team: Team, *others: Team) -> tuple[str, ...]:
    """Have the team's manager choose the others; return what is said."""
    request = world.request(manager_of(team), team.channel)
    return pools.invite(world.deps, request, team.id, frozenset(o.id for o in others)).lines


def notes(world: World, team: Team) -> list[Note]:
    """Return what stands in private with the team's manager."""
    return [view for view in world.shown(manager_of(team).user) if isinstance(view, Note)]


def buttons(world: World, team: Team) -> list[Button]:
    """Return what can be pressed in the newest private message of the team's manager."""
    return list(notes(world, team)[-1].buttons)


def value(world: World, team: Team) -> str:
    """Return what the buttons of the newest invitation carry."""
    return buttons(world, team)[0].value


def pooled(world: World) -> set[frozenset[str]]:
    """Return the pools as the names of their teams."""
    by_pool: dict[str, set[str]] = {}
    for each in TEAMS:
        by_pool.setdefault(now(world, each).pool_id, set()).add(each.name)
    return {frozenset(names) for pool_id, names in by_pool.items() if pool_id}


def page(world: World, team: Team) -> Menu:
    """Return the team's page as its manager sees it."""
    return teams.page(world.deps, world.request(manager_of(team), team.channel))


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


# --- forged -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("person", "invitation", "error"),
    [
        (KARIN, f"{KOKET.id} {MANEN.id}", ManagerOnly),
        (OUTSIDER, f"{KOKET.id} {MANEN.id}", ManagerOnly),
        (MIRO, f"{KOKET.id} {GARDEN.id}", NoInvitation),
        (MIRO, f"{STADET.id} {MANEN.id}", NoInvitation),
        (MIRO, f"{MANEN.id} {MANEN.id}", NoInvitation),
        (MIRO, f"gurka {MANEN.id}", NoInvitation),
        (MIRO, KOKET.id, NoInvitation),
        (MIRO, "", NoInvitation),
    ],
)
def test_forged_invitations_are_refused(
    apart: World, person: object, invitation: str, error: type[UserError]
) -> None:
    """Only a manager of the team that was asked decides, and only on what stands."""
    invite(apart, KOKET, MANEN)
    for decide in (pools.join, pools.decline):
        with pytest.raises(error):
            decide(apart.deps, apart.request(person, ""), invitation)  # type: ignore[arg-type]
    assert pooled(apart) == set()
    assert len(buttons(apart, MANEN)) == 2


def test_forged_teams_are_refused(apart: World) -> None:
    """Unknown ones, none at all, oneself alone, and those of another workspace."""
    request = apart.request(KARIN, KOKET.channel)
    apart.with_team(replace(GARDEN, id="abroad", tenant="T2", channel="C-abroad"))
    for chosen, error in (
        ({"gurka"}, UnknownTeam),
        ({"abroad"}, UnknownTeam),
        (set(), NobodyChosen),
        ({KOKET.id}, NobodyChosen),
    ):
        with pytest.raises(error):
            pools.invite(apart.deps, request, KOKET.id, frozenset(chosen))
    with pytest.raises(UnknownTeam):
        pools.form(apart.deps, request, "gurka")
    with pytest.raises(ManagerOnly):
        pools.form(apart.deps, request, MANEN.id)
    assert "abroad" not in dict(pools.form(apart.deps, request, KOKET.id).choices)


# --- the form and the page ----------------------------------------------------------------


def test_many_teams_are_searched(apart: World) -> None:
    """One types a part of the name; what was ticked stays, and Slack's hundred are not passed."""
    for number in range(120):
        apart.with_team(
            replace(GARDEN, id=f"x{number}", channel=f"C-x{number}", name=f"Lag-{number}")
        )
    request = apart.request(KARIN, KOKET.channel)
    form = pools.form(apart.deps, request, KOKET.id, "lag")
    assert (len(form.choices), bool(form.search_label)) == (100, True)
    found = pools.form(apart.deps, request, KOKET.id, "lag-11", frozenset(["x5", "gurka"]))
    names = {name for _, name in found.choices}
    assert names == {"#Lag-5", "#Lag-11", *(f"#Lag-11{n}" for n in range(10))}
    assert found.chosen == ("x5",)
    assert pools.form(apart.deps, request, KOKET.id, "zzz").choices == ()


@pytest.mark.parametrize(
    ("search", "names"),
    [
        ("", {"#stadet"}),
        ("  ", {"#stadet"}),
        ("ma", set()),
        ("st", {"#stadet"}),
        ("#ma", set()),
        ("MAN", {"#manen"}),
        ("#manen ", {"#manen"}),
        ("sta", {"#stadet"}),
    ],
)
def test_only_own_teams_are_listed(apart: World, search: str, names: set[str]) -> None:
    """The names of others' channels may tell something: they are found, not shown to anybody."""
    form = pools.form(apart.deps, apart.request(KARIN, KOKET.channel), KOKET.id, search)
    assert {name for _, name in form.choices} == names
    assert form.search_label
    assert form.submit
    assert bool(form.nobody) is not bool(names)


def test_the_page_is_for_everybody_but_changed_by_the_manager(apart: World) -> None:
    """A colleague reads the same and can only say that the manager is another now."""
    own, other = page(apart, KOKET), teams.page(apart.deps, apart.request(COOKS[0], KOKET.channel))
    assert own.lines == other.lines
    assert own.people == other.people
    assert [button.action for button in other.buttons] == [Action.MANAGER_ASK]
    assert other.footer


def test_the_page_needs_a_team(apart: World) -> None:
    """Nowhere else is there anything to show."""
    with pytest.raises(NotAChannel):
        teams.page(apart.deps, apart.request(KARIN, "D1"))
    with pytest.raises(NoTeam):
        teams.page(apart.deps, apart.request(KARIN, "C-nowhere"))


def test_an_open_round_keeps_its_terms(apart: World) -> None:
    """What the manager changes holds from the next dialogue on."""
    begin(apart, KOKET)
    request = apart.request(KARIN, KOKET.channel)
    menu = teams.show_to_team(apart.deps, request, KOKET.id, sees=False)
    assert menu.lines[0] == "Bara chefen ser sammanfattningen."
    assert box_of(apart, KOKET).team_sees is True
    end(apart, KOKET)
    begin(apart, KOKET)
    assert box_of(apart, KOKET).team_sees is False


def test_the_page_tells_when_another_team_hides_the_summary(apart: World) -> None:
    """The strictest setting holds for all, and everybody may read whose it is."""
    invite(apart, KOKET, STADET)
    request = apart.request(KARIN, STADET.channel)
    teams.show_to_team(apart.deps, request, STADET.id, sees=False)
    assert "för så har #stadet valt" in page(apart, KOKET).lines[1]


def test_the_menu_tells_with_whom_one_answers(apart: World) -> None:
    """`/apt` says it too, when no dialogue is going on."""
    request = apart.request(COOKS[0], KOKET.channel)
    assert "#stadet" not in " ".join(overview.menu(apart.deps, request).lines)
    invite(apart, KOKET, STADET)
    assert "tillsammans med #stadet" in " ".join(overview.menu(apart.deps, request).lines)
