"""Making a channel a team."""

from __future__ import annotations

import pytest

from bot.domain.people import PersonKey
from bot.errors import (
    ManagerNotMember,
    NotAChannel,
    NotAMember,
    NoThemes,
    NotInChannel,
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


def test_team_is_what_was_asked_for(bare: World) -> None:
    """The team has the channel's name, the people chosen and the installation's terms."""
    bare.terms = Terms(language="en", timezone="Europe/Helsinki")
    team = teams.set_up(bare.deps, bare.request(ANNA), KARIN, frozenset([OMAR, BO]))
    assert (team.name, team.channel) == (CHANNEL.lower(), CHANNEL)
    assert team.managers == {KARIN}
    assert team.facilitators == {OMAR, BO}
    assert (team.language, team.timezone) == ("en", "Europe/Helsinki")
    assert bare.look(lambda tx: tx.teams.at("T1", CHANNEL)) == team


def test_whoever_sets_up_leads_when_nobody_is_chosen(bare: World) -> None:
    """Without samtalsledare the one who asked becomes it, but the manager needs no second role."""
    assert teams.set_up(bare.deps, bare.request(ANNA), KARIN, NOBODY).facilitators == {ANNA}


def test_manager_who_sets_up_alone(bare: World) -> None:
    """A manager who chooses nobody else leads alone."""
    assert teams.set_up(bare.deps, bare.request(KARIN), KARIN, NOBODY).facilitators == NOBODY


def test_bots_and_strangers_do_not_lead(bare: World) -> None:
    """Only people of the channel become samtalsledare."""
    chosen = frozenset([ROBOT, OUTSIDER, OMAR])
    assert teams.set_up(bare.deps, bare.request(ANNA), KARIN, chosen).facilitators == {OMAR}


@pytest.mark.parametrize("chosen", [GUEST, ROBOT, OUTSIDER], ids=lambda key: key.user)
def test_manager_is_somebody_of_the_channel(bare: World, chosen: PersonKey) -> None:
    """A guest, a bot or somebody else can't be the manager."""
    with pytest.raises(ManagerNotMember):
        teams.set_up(bare.deps, bare.request(ANNA), chosen, NOBODY)
    assert bare.look(lambda tx: tx.teams.at("T1", CHANNEL)) is None


def test_bot_can_not_set_up(bare: World) -> None:
    """A bot that presses buttons decides nothing."""
    with pytest.raises(NotAMember):
        teams.set_up(bare.deps, bare.request(ROBOT), KARIN, NOBODY)


def test_set_up_by_another_is_refused(bare: World) -> None:
    """The first set-up holds; other people chosen afterwards are refused."""
    first = teams.set_up(bare.deps, bare.request(ANNA), KARIN, frozenset([OMAR]))
    with pytest.raises(TeamExists):
        teams.set_up(bare.deps, bare.request(BO), BO, frozenset([OMAR]))
    with pytest.raises(TeamExists):
        teams.set_up(bare.deps, bare.request(BO), KARIN, frozenset([BO]))
    assert bare.look(lambda tx: tx.teams.at("T1", CHANNEL)) == first


def test_set_up_of_the_same_by_another_is_the_same_team(bare: World) -> None:
    """Two who choose the same people at once do not disturb each other."""
    first = teams.set_up(bare.deps, bare.request(ANNA), KARIN, frozenset([OMAR]))
    assert teams.set_up(bare.deps, bare.request(BO), KARIN, frozenset([OMAR])) == first


def test_direct_message_is_no_team(bare: World) -> None:
    """A team has a channel, not a private conversation."""
    request = bare.request(channel="D1")
    with pytest.raises(NotAChannel):
        teams.set_up(bare.deps, request, KARIN, NOBODY)
    with pytest.raises(NotAChannel):
        teams.theme_for_setup(bare.deps, request, "tema3")


def test_bot_must_be_in_the_channel(bare: World) -> None:
    """Without the members nothing can be set up or counted."""
    bare.platform.closed = frozenset([CHANNEL])
    with pytest.raises(NotInChannel):
        teams.set_up(bare.deps, bare.request(), KARIN, NOBODY)
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
