"""Wishes for themes: kept, taken back, told of from three on, and forgotten."""

from __future__ import annotations

import pytest

from bot.domain.people import PersonKey
from bot.domain.programme import ThemeRef
from bot.errors import (
    LeadsAlready,
    NotAChannel,
    NotAllowed,
    NoTeam,
    NothingPlanned,
    OccasionOver,
    OnlyMembers,
    RollingTheme,
    UnknownTheme,
    UserError,
)
from bot.services import sessions, wishes, year
from bot.views.actions import Action
from bot.views.model import Sheet
from tests.services.people import (
    ANNA,
    BO,
    COLLEAGUES,
    GUEST,
    KARIN,
    OMAR,
    OUTSIDER,
    ROBOT,
    TEMA3,
    team,
)
from tests.services.planned import THEMES, march, occasions_of, planned
from tests.services.surveying import SURVEY, with_surveys
from tests.services.world import World

TEMA2, TEMA7 = THEMES[1], THEMES[3]


@pytest.fixture
def here(bare: World) -> World:
    """Give a team that has held nothing."""
    return bare.with_team()


def wish(world: World, count: int, ref: ThemeRef = TEMA3) -> None:
    """Let so many colleagues wish for the theme."""
    for person in COLLEAGUES[:count]:
        wishes.wish(world.deps, world.request(person), ref)


def wanted(world: World, person: PersonKey = KARIN) -> dict[str, list[str]]:
    """Return what the plan's page says is wished for, and what can be pressed there."""
    sheet = year.page(world.deps, world.request(person))
    return {
        part.heading.removeprefix("Önskat: "): [button.value for button in part.buttons]
        for part in sheet.parts
        if part.heading.startswith("Önskat: ")
    }


def own(world: World, person: PersonKey) -> tuple[set[str], set[str]]:
    """Return what a person's page offers to take back, and to wish for."""
    sheet = wishes.page(world.deps, world.request(person))
    every = [button for part in sheet.parts for button in part.buttons]
    by = {
        action: {button.value for button in every if button.action == action}
        for action in (Action.WISH_BACK, Action.WISH)
    }
    return by[Action.WISH_BACK], by[Action.WISH]


@pytest.mark.parametrize("count", range(8))
def test_three_are_told_of_and_no_number_ever(here: World, count: int) -> None:
    """Below three nothing at all; from three on the same words however many there are."""
    wish(here, count)
    sheet = year.page(here.deps, here.request(KARIN))
    member = year.page(here.deps, here.request(ANNA))
    for each in (sheet, member):
        assert each.model_dump_json().count("Önskat") == (1 if count >= 3 else 0)
    if count >= 3:
        said = [part for part in sheet.parts if part.heading.startswith("Önskat")]
        wish(here, 12)
        more = year.page(here.deps, here.request(KARIN)).parts
        assert [part for part in more if part.heading.startswith("Önskat")] == said


def test_a_wish_counts_once_for_each_person_and_theme(here: World) -> None:
    """Twice by one is one; two themes are two."""
    for _ in range(5):
        wish(here, 2)
    assert wanted(here) == {}
    wish(here, 3, TEMA2)
    assert list(wanted(here)) == ["2. Det vi är bra på 2"]
    assert own(here, ANNA)[0] == {str(TEMA2), str(TEMA3)}


def test_taken_back(here: World) -> None:
    """One's own alone; twice is no error, nor without any."""
    wish(here, 3)
    for _ in range(2):
        wishes.take_back(here.deps, here.request(ANNA), TEMA3)
    wishes.take_back(here.deps, here.request(OMAR), TEMA3)
    assert wanted(here) == {}
    assert own(here, ANNA)[0] == set()
    assert own(here, BO)[0] == {str(TEMA3)}


def test_the_page_offers_what_is_left(here: World) -> None:
    """The own wishes can be taken back, the others of the programme be wished for."""
    assert own(here, ANNA) == (set(), {f"kvarten/tema{n}" for n in (1, 2, 3)})
    wish(here, 1)
    assert own(here, ANNA) == ({str(TEMA3)}, {f"kvarten/tema{n}" for n in (1, 2)})
    assert own(here, BO) == (set(), {f"kvarten/tema{n}" for n in (1, 2, 3)})


@pytest.mark.parametrize("person", [KARIN, OMAR])
def test_whoever_leads_chooses_instead(here: World, person: PersonKey) -> None:
    """Their wishes would tell them how many of the three are others'."""
    for attempt in (
        lambda: wishes.wish(here.deps, here.request(person), TEMA3),
        lambda: wishes.page(here.deps, here.request(person)),
    ):
        with pytest.raises(LeadsAlready):
            attempt()


@pytest.mark.parametrize("person", [GUEST, ROBOT, OUTSIDER, ANNA._replace(tenant="T2")])
def test_puppets_do_not_count(here: World, person: PersonKey) -> None:
    """Only full members of the channel do."""
    with pytest.raises((OnlyMembers, NoTeam)):
        wishes.wish(here.deps, here.request(person), TEMA3)


def test_what_can_not_be_wished_for(here: World) -> None:
    """Neither a survey nor a theme that is not there, nor anything outside a team."""
    with_surveys(here)
    cases: list[tuple[ThemeRef, str, type[UserError]]] = [
        (SURVEY, "", RollingTheme),
        (ThemeRef(programme="kvarten", theme="forged"), "", UnknownTheme),
        (TEMA3, "D-anna", NotAChannel),
        (TEMA3, "C-elsewhere", NoTeam),
    ]
    for ref, channel, problem in cases:
        request = here.request(ANNA, channel) if channel else here.request(ANNA)
        with pytest.raises(problem):
            wishes.wish(here.deps, request, ref)


def test_forgotten_when_the_theme_has_been_held(here: World) -> None:
    """Not when it was cancelled; and other themes' wishes stay."""
    wish(here, 3)
    wish(here, 3, TEMA2)
    here.start()
    sessions.cancel(here.deps, here.request())
    here.work()
    assert len(wanted(here)) == 2
    here.start()
    here.stop()
    assert list(wanted(here)) == ["2. Det vi är bra på 2"]


def test_forgotten_within_twelve_months(here: World) -> None:
    """By the clock, without anybody doing anything; later wishes stay."""
    wish(here, 2)
    here.later(days=60)
    wish(here, 4, TEMA2)
    here.later(days=310)
    assert own(here, ANNA)[0] == {str(TEMA2)}
    here.later(days=60)
    assert own(here, ANNA)[0] == set()


def test_said_anew_it_lasts_longer(here: World) -> None:
    """The month is that of the last time."""
    wish(here, 1)
    here.later(days=100)
    wish(here, 1)
    here.later(days=300)
    assert own(here, ANNA)[0] == {str(TEMA3)}


def test_the_next_occasion_takes_it(here: World) -> None:
    """With one press of whoever leads; others see no button."""
    plan = planned(here)
    wish(here, 3)
    first = occasions_of(here, plan)[0].id
    assert wanted(here) == {"3. Det vi är bra på 3": [f"{first} {TEMA3}"]}
    assert wanted(here, ANNA) == {"3. Det vi är bra på 3": []}
    shown = wishes.take_next(here.deps, here.request(OMAR), first, TEMA3)
    assert isinstance(shown, Sheet)
    assert occasions_of(here, plan)[0].theme == TEMA3
    with pytest.raises(NotAllowed):
        wishes.take_next(here.deps, here.request(ANNA), first, TEMA2)


def test_forged_buttons_take_nothing(here: World) -> None:
    """No such occasion, no such theme, a survey, one that is over."""
    plan = planned(with_surveys(here))
    first = occasions_of(here, plan)[0]
    request = here.request(KARIN)
    with pytest.raises(NothingPlanned):
        wishes.take_next(here.deps, request, "forged", TEMA3)
    with pytest.raises(UnknownTheme):
        wishes.take_next(here.deps, request, first.id, ThemeRef(programme="x", theme="y"))
    with pytest.raises(RollingTheme):
        wishes.take_next(here.deps, request, first.id, SURVEY)
    march(here, 3, "09:00")
    here.start()
    with pytest.raises(OccasionOver):
        wishes.take_next(here.deps, here.request(), first.id, TEMA2)


def test_nothing_to_press_without_an_occasion(here: World) -> None:
    """Without a plan it is told all the same."""
    wish(here, 3, TEMA7)
    assert list(wanted(here).values()) == [[]]


def test_what_has_been_held_is_not_offered_for_the_next(here: World) -> None:
    """It would give way to the queue again: then there is nothing to press."""
    planned(here)
    here.start()
    here.stop()
    wish(here, 3)
    assert list(wanted(here).values()) == [[]]


def test_the_question_at_the_time_tells_of_it(here: World) -> None:
    """Whoever is asked to open sees what is wished for, but not the very theme of the occasion."""
    planned(here)
    wish(here, 3, TEMA2)
    wish(here, 3, THEMES[0])
    wish(here, 2, TEMA7)
    march(here, 3, "09:00")
    (asked,) = here.notes(OMAR.user)
    assert "Önskat av minst 3 i teamet: 2. Det vi är bra på 2." in asked
    assert "på 1" in asked.split("Önskat")[0]
    assert "på 7" not in asked


def test_the_reply_says_what_is_kept(here: World) -> None:
    """Truthfully, with the way to take it back."""
    note = wishes.wish(here.deps, here.request(ANNA), TEMA3)
    assert "hemliga nyckel" in note.text
    assert [button.action for button in note.buttons] == [Action.WISH_BACK]


def test_a_wish_is_told_to_nobody(here: World) -> None:
    """No message in any conversation follows on it."""
    planned(here)
    here.work()
    before = list(here.platform.calls)
    wish(here, 5)
    here.work()
    posted = [call for call in here.platform.calls[len(before) :] if call[0] != "members"]
    assert posted == []


def test_another_team_knows_nothing(here: World) -> None:
    """A wish is the team's."""
    wish(here, 3)
    assert here.look(lambda tx: tx.wishes.wanted("other", 1)) == ()
    assert here.look(lambda tx: tx.wishes.wanted(team().id, 1)) == (TEMA3,)
