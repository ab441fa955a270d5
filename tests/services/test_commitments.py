"""Commitments as they are read: who reads the list, where, in which order, and what it offers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.commitment import MOST_OPEN, CommitmentState
from bot.domain.people import PersonKey
from bot.errors import NotAChannel, NotAllowed, NoTeam, TargetPassed, UnknownTeam
from bot.services import commitment_forms, commitments, overview
from bot.views.actions import Action
from bot.views.commitments import CLOSED, NO_ORIGIN, PAGE, REOPENED
from bot.views.model import Menu, Sheet, Summary
from tests.services.committing import DAY, OTHER, TODAY, add, agreed, follow_up, kept, page, said
from tests.services.people import ANNA, CHANNEL, KARIN, OMAR, OTHER_CHANNEL, OUTSIDER, key, team
from tests.services.surveying import TURNS, answered, until
from tests.services.world import World


def actions(sheet: Sheet) -> list[str]:
    """Return what can be pressed."""
    every = [button for part in sheet.parts for button in part.buttons]
    return [button.action for button in (*every, *sheet.buttons)]


# --- the list -------------------------------------------------------------------------------


def test_empty_list_tells_what_it_is_for(world: World) -> None:
    """Those who lead can begin; there is no table of nothing."""
    assert "Inget åtagande väntar just nu." in said(page(world))
    assert actions(page(world)) == [Action.COMMIT]
    assert actions(page(world, ANNA)) == []


def test_anybody_in_the_channel_reads_and_those_who_lead_act(world: World) -> None:
    """The same words for all; buttons for the manager and the samtalsledare."""
    add(world, agreed(how="Vid bytet.", resources="En tavla", follow_up="Vi frågar."))
    for actor in (KARIN, OMAR):
        assert actions(page(world, actor)) == [
            Action.COMMITMENT_FOLLOW_UP,
            Action.COMMITMENT_EDIT,
            Action.COMMIT,
            Action.COMMITMENTS_FILE,
        ]
    assert actions(page(world, ANNA)) == [Action.COMMITMENTS_FILE]
    for actor in (KARIN, ANNA):
        told = said(page(world, actor))
        for words in (
            "Ett åtagande är på gång.",
            "Tio minuter för överlämning",
            "Klart senast måndag 30 mars · Ansvarig: Alla",
            "Så gör vi: Vid bytet.",
            "Det behövs: En tavla",
            "Uppföljning: Vi frågar.",
        ):
            assert words in told
    assert "Bara den som leder teamet kan skriva" in said(page(world, ANNA))


def test_list_is_read_in_the_channel_of_a_team(world: World) -> None:
    """In private, and where no team is, it is said what to do."""
    with pytest.raises(NotAChannel):
        commitments.page(world.deps, world.request(channel="D1"))
    with pytest.raises(NoTeam):
        commitments.page(world.deps, world.request(channel="C-nobody"))


def test_what_waits_is_ordered_by_its_day_and_what_is_late_says_so(world: World) -> None:
    """The earliest day first; late is a word, from the day after."""
    for activity, days in (("Sist", 30), ("Först", 1), ("Mitt", 2)):
        add(world, agreed(activity=activity, target=TODAY + days * DAY))
    world.clock.pass_by(days=2)
    sheet = page(world)
    assert [part.heading for part in sheet.parts] == ["Först", "Mitt", "Sist"]
    assert "3 åtaganden är på gång. Ett är försenat." in sheet.intro
    assert sheet.parts[0].text == "Försenat: skulle ha varit klart tisdag 3 mars · Ansvarig: Alla"
    assert sheet.parts[1].text.startswith("Klart senast onsdag 4 mars")


def test_today_is_the_day_of_the_team(bare: World) -> None:
    """Just after midnight in its own zone the day has passed there, and nowhere else yet."""
    bare.clock.at = datetime(2026, 3, 2, 22, 30, tzinfo=UTC)  # 23.30 in Stockholm, 00.30 in Finland
    finnish = replace(OTHER, timezone="Europe/Helsinki")
    bare.with_team().with_team(finnish)
    here, there = bare.request(), bare.request(key("kim"), OTHER_CHANNEL)
    commitment_forms.add(bare.deps, here, team().id, NO_ORIGIN, agreed(target=TODAY))
    with pytest.raises(TargetPassed):
        commitment_forms.add(bare.deps, there, finnish.id, NO_ORIGIN, agreed(target=TODAY))
    (one,) = kept(bare)
    assert one.agreed_on == TODAY
    bare.clock.pass_by(minutes=29)
    assert "försenat" not in said(page(bare))
    bare.clock.pass_by(minutes=1)
    assert "Det är försenat." in said(page(bare))


def test_closed_ones_of_the_last_year_follow(world: World) -> None:
    """With their outcome in words and the way to take back a mistake; older ones are gone."""
    done = follow_up(world, add(world), CommitmentState.DONE)
    follow_up(world, add(world, agreed(activity="Ny tavla")), CommitmentState.DROPPED, "För dyrt.")
    told = said(page(world))
    assert "✓ Tio minuter för överlämning (klart 2 mars 2026): Det gick bra." in told
    assert "✗ Ny tavla (avskrivet 2 mars 2026): För dyrt." in told
    assert actions(page(world)).count(Action.COMMITMENT_FOLLOW_UP) == 2
    assert Action.COMMITMENT_FOLLOW_UP not in actions(page(world, ANNA))
    assert follow_up(world, done, CommitmentState.OPEN).waiting
    world.clock.pass_by(days=366)
    assert "Ny tavla" not in said(page(world))


def test_list_is_limited_to_what_fits_and_can_be_paged(world: World) -> None:
    """All that wait are reached, each once, and the closed ones come last."""
    for number in range(CLOSED + 2):
        follow_up(world, add(world, agreed(activity=f"Förr {number}")), CommitmentState.DONE, "")
    for number in range(MOST_OPEN):
        add(
            world,
            agreed(activity=f"Sak {number:02} " + "x" * 100, how="y" * 500, follow_up="z" * 500),
        )
    found, offset, closed = [], 0, 0
    while True:
        sheet = commitments.page_of(world.deps, world.request(ANNA), team().id, offset)
        waiting = [part.heading for part in sheet.parts if part.heading.startswith("Sak")]
        assert 0 < len(waiting) <= PAGE
        assert len(said(sheet)) < 9_000
        found += waiting
        closed += said(sheet).count("Förr")
        more = [each for each in sheet.buttons if each.action == Action.COMMITMENTS]
        if not more:
            break
        assert "till visas inte här" in sheet.footer
        offset = int(more[0].value.split(" ")[1])
    assert len(found) == len(set(found)) == MOST_OPEN
    assert closed == CLOSED
    assert "2 till avslutades under året." in sheet.footer
    assert actions(page(world)).count(Action.COMMITMENTS) == 1
    last = commitments.page_of(world.deps, world.request(), team().id, offset)
    assert sum(each.label.startswith("Ändra läge") for p in last.parts for each in p.buttons) == (
        REOPENED
    )


@pytest.mark.parametrize("offset", [-1, 1, 10_000])
def test_page_that_is_not_there_is_the_nearest(world: World, offset: int) -> None:
    """What was done meanwhile leaves no empty page."""
    add(world)
    sheet = commitments.page_of(world.deps, world.request(), team().id, offset)
    assert "Tio minuter" in said(sheet)


def test_list_elsewhere_is_for_those_who_lead(world: World) -> None:
    """In private those who lead read it, others only in its channel."""
    add(world)
    for actor, channel in ((KARIN, ""), (OMAR, "D1"), (ANNA, CHANNEL)):
        request = world.request(actor, channel)
        assert "Tio minuter" in said(commitments.page_of(world.deps, request, team().id))
    for actor, channel in ((ANNA, ""), (OUTSIDER, "C-else")):
        with pytest.raises(NotAllowed):
            commitments.page_of(world.deps, world.request(actor, channel), team().id)
    with pytest.raises(UnknownTeam):
        commitments.page_of(world.deps, world.request(), "team-x")


# --- where it is offered --------------------------------------------------------------------


def test_menu_tells_how_many_are_to_be_followed_up(world: World) -> None:
    """From the day itself, and no number where there is none."""

    def label(actor: PersonKey) -> str:
        menu = overview.menu(world.deps, world.request(actor))
        assert isinstance(menu, Menu)
        (button,) = (each for each in menu.buttons if each.action == Action.COMMITMENTS)
        return button.label

    assert label(ANNA) == label(KARIN) == "Åtaganden"
    one = add(world, agreed(target=TODAY + DAY))
    add(world, agreed(target=TODAY + 2 * DAY))
    assert label(KARIN) == "Åtaganden"
    world.clock.pass_by(days=1)
    assert label(KARIN) == "Åtaganden (1 att följa upp)"
    world.clock.pass_by(days=1)
    assert label(ANNA) == "Åtaganden (2 att följa upp)"
    follow_up(world, one, CommitmentState.DONE)
    assert label(KARIN) == "Åtaganden (1 att följa upp)"


def _offered(summary: Summary) -> str:
    (button,) = (each for each in summary.buttons if each.action == Action.COMMIT)
    assert button.label == "Gör ett åtagande"
    return button.value


@pytest.mark.parametrize("answers", [2, 6, 12])
@pytest.mark.parametrize("sees", [True, False])
def test_managers_summary_offers_a_commitment(world: World, answers: int, sees: bool) -> None:
    """However many have answered and whoever sees it; the team's copy has no such button."""
    world.with_team(replace(team(), team_sees=sees))
    world.answered(answers)
    world.stop()
    (summary,) = world.summaries()
    team_id, origin = _offered(summary).split(" ")
    form = commitment_forms.form(world.deps, world.request(), team_id, origin)
    assert any("Upprepa inte enskilda kommentarer" in line for line in form.intro)
    shared = [each for each in world.shown() if isinstance(each, Summary)]
    assert not any(each.buttons for each in shared)
    assert add(world, origin=origin).round_id == world.round().id


@pytest.mark.parametrize("answers", [2, 6])
def test_summary_of_a_survey_offers_one_too(world: World, answers: int) -> None:
    """The exit survey's at the end of its quarter, or, with too few, when it is over at last."""
    answered(world, answers)
    turns = iter(TURNS)
    while not (summaries := world.summaries()):
        until(world, next(turns))
    team_id, origin = _offered(summaries[0]).split(" ")
    form = commitment_forms.form(world.deps, world.request(), team_id, origin)
    assert form.meta == f"{team_id} {origin}"
    what = agreed(target=world.clock.now().date() + DAY)
    assert add(world, what, origin=origin).round_id == origin.removeprefix("round:")
