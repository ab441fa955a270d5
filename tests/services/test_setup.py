"""Making a channel a team."""

from __future__ import annotations

import pytest

from bot.domain.people import Person, PersonKey, Team
from bot.domain.programme import ThemeRef
from bot.errors import (
    AptbotError,
    ManagerNotMember,
    NobodyToAnswer,
    NotAChannel,
    NotAMember,
    NoThemes,
    NotInChannel,
    PlatformDown,
    TeamExists,
    UnknownTheme,
)
from bot.services import teams
from bot.services.deps import Terms
from tests.services.people import (
    ANNA,
    BO,
    CHANNEL,
    GUEST,
    KARIN,
    MEMBERS,
    OMAR,
    OUTSIDER,
    ROBOT,
    TEMA3,
)
from tests.services.world import World

NOBODY: frozenset[PersonKey] = frozenset()
NO_THEME = ThemeRef(programme="x", theme="y")


def set_up(
    world: World, asking: PersonKey, manager: PersonKey, leaders: frozenset[PersonKey]
) -> Team:
    """Set the channel's team up, let its dialogue begin, and return the team."""
    session = teams.set_up(world.deps, world.request(asking), TEMA3, manager, leaders)
    assert session is not None
    world.begun(session)
    team = world.look(lambda tx: tx.teams.at("T1", CHANNEL))
    assert team is not None
    return team


def test_team_is_what_was_asked_for(bare: World) -> None:
    """The team has the channel's name, the people chosen and the installation's terms."""
    bare.terms = Terms(language="en", timezone="Europe/Helsinki")
    team = set_up(bare, ANNA, KARIN, frozenset([OMAR, BO]))
    assert (team.name, team.channel) == (CHANNEL.lower(), CHANNEL)
    assert team.managers == {KARIN}
    assert team.facilitators == {OMAR, BO, ANNA}
    assert (team.language, team.timezone) == ("en", "Europe/Helsinki")
    assert bare.look(lambda tx: tx.teams.at("T1", CHANNEL)) == team


def test_whoever_sets_up_leads_too(bare: World) -> None:
    """The one who asked becomes samtalsledare: the dialogue that starts must have one there."""
    assert set_up(bare, ANNA, KARIN, NOBODY).facilitators == {ANNA}


def test_manager_who_sets_up_alone(bare: World) -> None:
    """The manager needs no second role."""
    assert set_up(bare, KARIN, KARIN, NOBODY).facilitators == NOBODY


def test_only_full_members_lead(bare: World) -> None:
    """A bot, a guest and somebody from elsewhere do not become samtalsledare."""
    chosen = frozenset([ROBOT, OUTSIDER, GUEST, OMAR])
    assert set_up(bare, ANNA, KARIN, chosen).facilitators == {OMAR, ANNA}


def test_set_up_takes_on_the_first_dialogue(bare: World) -> None:
    """Team and dialogue are written down together, and the dialogue begins."""
    set_up(bare, ANNA, KARIN, NOBODY)
    assert bare.board().title == "3. Det vi är bra på 3"
    assert bare.session().started_by == ANNA


def test_nothing_is_left_of_a_set_up_that_fails(bare: World) -> None:
    """When nobody could answer there is no team either: other people can be chosen."""
    everybody = bare.platform.channels
    bare.platform.channels = {CHANNEL: (Person(KARIN, "Karin"), Person(GUEST, "G", is_guest=True))}
    with pytest.raises(NobodyToAnswer):
        teams.set_up(bare.deps, bare.request(KARIN), TEMA3, KARIN, NOBODY)
    bare.platform.channels = everybody
    with pytest.raises(UnknownTheme):
        teams.set_up(bare.deps, bare.request(KARIN), NO_THEME, KARIN, NOBODY)
    assert bare.look(lambda tx: tx.teams.at("T1", CHANNEL)) is None
    assert set_up(bare, ANNA, BO, NOBODY).managers == {BO}


@pytest.mark.parametrize("chosen", [GUEST, ROBOT, OUTSIDER], ids=lambda key: key.user)
def test_manager_is_somebody_of_the_channel(bare: World, chosen: PersonKey) -> None:
    """A guest, a bot or somebody else can't be the manager."""
    with pytest.raises(ManagerNotMember):
        teams.set_up(bare.deps, bare.request(ANNA), TEMA3, chosen, NOBODY)
    assert bare.look(lambda tx: tx.teams.at("T1", CHANNEL)) is None


def test_bot_can_not_set_up(bare: World) -> None:
    """A bot that presses buttons decides nothing."""
    with pytest.raises(NotAMember):
        teams.set_up(bare.deps, bare.request(ROBOT), TEMA3, KARIN, NOBODY)


def test_set_up_by_another_is_refused(bare: World) -> None:
    """The first set-up holds; other people chosen afterwards are refused."""
    first = set_up(bare, ANNA, KARIN, frozenset([OMAR]))
    for manager, leader in ((BO, OMAR), (KARIN, BO)):
        with pytest.raises(TeamExists):
            teams.set_up(bare.deps, bare.request(BO), TEMA3, manager, frozenset([leader]))
    assert bare.look(lambda tx: tx.teams.at("T1", CHANNEL)) == first


def test_set_up_delivered_twice_is_one(bare: World) -> None:
    """The same form handed in twice makes one team and one dialogue."""
    request = bare.request(ANNA)
    first, again = (teams.set_up(bare.deps, request, TEMA3, KARIN, NOBODY) for _ in range(2))
    assert first == again
    assert len(bare.shown()) == 1


def test_direct_message_is_no_team(bare: World) -> None:
    """A team has a channel, not a private conversation."""
    request = bare.request(channel="D1")
    with pytest.raises(NotAChannel):
        teams.set_up(bare.deps, request, TEMA3, KARIN, NOBODY)
    with pytest.raises(NotAChannel):
        teams.theme_for_setup(bare.deps, request, "tema3")


def test_bot_must_be_in_the_channel(bare: World) -> None:
    """Without the members nothing can be set up or counted."""
    bare.platform.closed = frozenset([CHANNEL])
    with pytest.raises(NotInChannel):
        teams.set_up(bare.deps, bare.request(), TEMA3, KARIN, NOBODY)
    with pytest.raises(NotInChannel):
        teams.roster_size(bare.deps, CHANNEL, KARIN)


def test_theme_is_known_before_the_form_opens(bare: World) -> None:
    """What is to be started is found, or doubted, before anything is asked."""
    assert teams.theme_for_setup(bare.deps, bare.request(), "3") == TEMA3
    with pytest.raises(UnknownTheme):
        teams.theme_for_setup(bare.deps, bare.request(), "nonsens")
    bare.catalogue.known = ()
    with pytest.raises(NoThemes):
        teams.theme_for_setup(bare.deps, bare.request(), "3")


def test_roster_is_counted_without_the_chosen_manager(bare: World) -> None:
    """The count is of those who could answer with this manager."""
    assert teams.roster_size(bare.deps, CHANNEL, KARIN) == MEMBERS + 1
    assert teams.roster_size(bare.deps, CHANNEL, OUTSIDER) == MEMBERS + 2


@pytest.mark.parametrize(("count", "warned"), [(None, False), (0, False), (5, True), (6, False)])
def test_small_team_is_warned(bare: World, count: int | None, warned: bool) -> None:
    """Five or fewer are told that they never get a result; nobody at all is another matter."""
    form = teams.setup_form(bare.deps, TEMA3, KARIN, count, "meta")
    assert bool(form.warning) is warned
    assert form.meta == "meta"


@pytest.mark.parametrize("sees", [True, False])
def test_team_is_saved_without_a_dialogue(bare: World, sees: bool) -> None:
    """Without a theme nothing starts; what the team sees is as it was chosen, once."""
    request = bare.request(ANNA)
    for _ in range(2):
        made = teams.set_up(bare.deps, request, None, KARIN, NOBODY, team_sees=sees)
        assert made is None
    team = bare.look(lambda tx: tx.teams.at("T1", CHANNEL))
    assert team is not None
    assert (team.team_sees, team.pool_id) == (sees, "")
    assert team.facilitators == {ANNA}
    assert bare.look(lambda tx: tx.sessions.active(team.id)) is None
    assert bare.shown() == []
    with pytest.raises(TeamExists):
        teams.set_up(bare.deps, request, None, KARIN, NOBODY, team_sees=not sees)


def test_form_without_a_theme_starts_nothing(bare: World) -> None:
    """It says so, and its button saves."""
    form = teams.setup_form(bare.deps, None, KARIN, 12, "meta")
    assert form.submit == "Spara"
    assert "Ingen dialog startar än" in form.intro
    assert teams.setup_form(bare.deps, TEMA3, KARIN, 12, "meta").submit == "Spara och starta"


@pytest.mark.parametrize("public", [True, False])
def test_a_channel_that_is_open_to_all_is_warned_of(bare: World, public: bool) -> None:
    """Anybody may read what is shared there, and join before a dialogue: said before, and after."""
    bare.platform.public = frozenset([CHANNEL] if public else [])
    found = teams.open_to_all(bare.deps, CHANNEL)
    assert found is public
    warning = teams.setup_form(bare.deps, TEMA3, KARIN, 12, "meta", public=found).warning
    assert ("En privat kanal" in warning) is public
    teams.set_up(bare.deps, bare.request(KARIN), None, KARIN, NOBODY)
    page = teams.page(bare.deps, bare.request(ANNA))
    assert any("En privat kanal" in line for line in page.lines) is public
    (team,) = bare.look(lambda tx: tx.teams.managed_by(KARIN))
    changed = teams.show_to_team(bare.deps, bare.request(KARIN), team.id, sees=False)
    assert any("En privat kanal" in line for line in changed.lines) is public


@pytest.mark.parametrize("problem", [NotInChannel(), PlatformDown("down")])
def test_the_page_stands_when_the_channel_can_not_be_asked_about(
    world: World, problem: AptbotError
) -> None:
    """It is a warning beside: without it the rest is as useful."""
    world.platform.public = frozenset([CHANNEL])
    world.platform.fail("open_to_all", problem)
    page = teams.page(world.deps, world.request(ANNA))
    assert not any("En privat kanal" in line for line in page.lines)
