"""With whom a team answers, as forms and pages show it; what is forged is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import (
    ManagerOnly,
    NobodyChosen,
    NoInvitation,
    NotAChannel,
    NoTeam,
    UnknownTeam,
    UserError,
)
from bot.services import overview, pools, teams
from bot.views.actions import Action
from tests.services.inviting import buttons, invite, page, pooled
from tests.services.people import KARIN, OUTSIDER
from tests.services.pooling import COOKS, GARDEN, KOKET, MANEN, MIRO, STADET, begin, box_of, end
from tests.services.world import World

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
