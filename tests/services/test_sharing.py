"""Showing the team what its manager sees: by hand and by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.people import PersonKey, Team
from bot.domain.request import Request
from bot.domain.round import Round
from bot.errors import ManagerOnly, NoResult, NotShared
from bot.locales import words
from bot.services import results, sessions
from bot.services.due import run_due
from bot.views.actions import Action
from tests.services.people import (
    ANNA,
    CHANNEL,
    KARIN,
    OMAR,
    OTHER_CHANNEL,
    key,
    team,
)
from tests.services.sharing import (
    DAY,
    OTHER_MANAGER,
    OURS,
    SV,
    closed,
    comments,
    hide,
    said,
    secret,
    share,
    wanted,
    with_comments,
)
from tests.services.world import GIVEN, World

# --- by hand ------------------------------------------------------------------------------


@pytest.mark.parametrize("answers", [5, 7])
def test_team_sees_exactly_what_the_manager_saw(world: World, answers: int) -> None:
    """What is shared is the manager's summary, word for word, also when too few answered."""
    closed(world, answers)
    (before,) = world.summaries()
    share(world)
    (shared,) = world.summaries(CHANNEL)
    assert shared.model_copy(update=OURS) == before.model_copy(update=OURS)
    assert before.title == f"{shared.title} (#arbetslag-solrosen)"
    assert shared.buttons == ()
    assert shared.footer == before.footer
    assert shared.shared_at is None


def test_shared_once(world: World) -> None:
    """Sharing again, also by another press, shows nothing twice; the manager sees it is done."""
    closed(world)
    for _ in range(2):
        share(world)
        world.work()
    assert len(world.summaries(CHANNEL)) == 1
    (after,) = world.summaries()
    assert _pressable(world) == [Action.COMMIT, Action.PLAN]
    assert SV("summary-shared") in after.footer


@pytest.mark.parametrize("ending", ["open", "closing", "cancelled"])
def test_sharing_what_there_is_not(world: World, ending: str) -> None:
    """Open, not counted yet, cancelled, or made up: there is nothing to share or hide."""
    world.answered(7)
    round_id = world.round().id
    if ending == "closing":
        sessions.stop(world.deps, world.request())
    elif ending == "cancelled":
        sessions.cancel(world.deps, world.request())
    for asked in (round_id, "forged", "../" + round_id, ""):
        with pytest.raises(NoResult):
            results.share(world.deps, world.request(), asked)
        with pytest.raises(NoResult):
            results.hide_form(world.deps, world.request(), asked)
        with pytest.raises(NoResult):
            results.hide(world.deps, world.request(), asked, frozenset(), frozenset())
    assert not world.round().shared


def test_manager_of_another_team_can_not_share_or_hide(world: World) -> None:
    """The round decides whose manager it is, not the channel that the press came from."""
    round = with_comments(world)
    other = replace(team(), id="b", channel=OTHER_CHANNEL, managers=frozenset([ANNA]))
    world.with_team(other)
    request = world.request(ANNA, OTHER_CHANNEL)
    for ask in (results.share, results.hide_form):
        with pytest.raises(ManagerOnly):
            ask(world.deps, request, round.id)
    with pytest.raises(ManagerOnly):
        results.hide(world.deps, request, round.id, frozenset([0]), frozenset())
    assert world.round() == round
    results.share(world.deps, Request(KARIN, "", "from-home"), round.id)
    assert len(world.summaries(CHANNEL)) == 1


def test_samtalsledare_sees_no_result(world: World) -> None:
    """Who leads the talk does not get or share the numbers."""
    closed(world)
    assert world.platform.shown(OMAR.user) == []
    with pytest.raises(ManagerOnly):
        share(world, OMAR)


def test_either_manager_can_share(bare: World) -> None:
    """Two managers get the same, and see what the other has done."""
    bare.with_team(replace(team(), managers=frozenset([KARIN, OTHER_MANAGER])))
    with_comments(bare)
    hide(bare, 0, actor=OTHER_MANAGER)
    share(bare)
    assert bare.summaries() == bare.summaries(OTHER_MANAGER.user)


# --- only the manager ---------------------------------------------------------------------


def test_what_only_the_manager_sees_is_never_shared(world: World) -> None:
    """There is no button; a forged one is refused; time changes nothing."""
    round = secret(world)
    (summary,) = world.summaries()
    assert _pressable(world) == [Action.COMMIT, Action.PLAN]
    assert SV("summary-only-manager") in summary.footer
    with pytest.raises(NotShared):
        share(world)
    with pytest.raises(NotShared):
        results.hide_form(world.deps, world.request(), round.id)
    with pytest.raises(NotShared):
        results.hide(world.deps, world.request(), round.id, frozenset(), frozenset())
    results.share_in_time(world.deps, round.id)
    world.later(hours=30 * DAY)
    assert world.round() == round
    assert world.summaries(CHANNEL) == []


@pytest.mark.parametrize("then", [True, False])
def test_terms_are_those_of_the_opening(world: World, then: bool) -> None:
    """A team that changes its mind meanwhile changes nothing of a round that is open."""
    world.with_team(replace(team(), team_sees=then)).answered(7)
    world.with_team(replace(team(), team_sees=not then))
    world.stop()
    world.later(hours=DAY)
    assert world.round().shared is then
    assert len(world.summaries(CHANNEL)) == then


# --- by itself ----------------------------------------------------------------------------


@pytest.mark.parametrize("answers", [0, 5, 7])
def test_shared_by_itself_after_a_day(world: World, answers: int) -> None:
    """If the manager does nothing the team sees it at the time that was said, not before."""
    round = closed(world, answers)
    (summary,) = world.summaries()
    assert summary.shared_at is not None
    assert round.closed_at is not None
    assert summary.shared_at.at == round.closed_at + timedelta(hours=24)
    world.later(hours=DAY, seconds=-1)
    assert world.summaries(CHANNEL) == []
    world.later(seconds=1)
    (shared,) = world.summaries(CHANNEL)
    assert shared.model_copy(update=OURS) == summary.model_copy(update=OURS)
    (after,) = world.summaries()
    assert SV("summary-shared") in after.footer
    assert after.shared_at is None


def test_shared_by_itself_at_the_next_start(world: World) -> None:
    """A bot that was off when it was due shares as soon as it is on."""
    closed(world)
    world.clock.pass_by(hours=5 * DAY)
    world.restart()
    assert len(world.summaries(CHANNEL)) == 1


def test_not_shared_by_itself_after_a_manual_share(world: World) -> None:
    """What the manager has shared is not touched again, and nothing is due any more."""
    round = closed(world)
    share(world)
    world.work()
    calls = list(world.platform.calls)
    world.clock.pass_by(hours=2 * DAY)
    assert run_due(world.deps) == 0
    for _ in range(2):
        results.share_in_time(world.deps, round.id)
        world.work()
    assert world.platform.calls == calls


@pytest.mark.parametrize("state", ["open", "closing", "voided", "unknown"])
def test_time_shares_nothing_that_is_not_closed(world: World, state: str) -> None:
    """A stray due thing shares neither an open round nor one that never had a result."""
    world.answered(7)
    round_id = "unknown" if state == "unknown" else world.round().id
    if state == "closing":
        sessions.stop(world.deps, world.request())
    elif state == "voided":
        sessions.cancel(world.deps, world.request())
    results.share_in_time(world.deps, round_id)
    assert not world.round().shared
    assert wanted(world) is None


def test_what_was_hidden_stays_hidden_when_time_shares(world: World) -> None:
    """A manager who hides a comment and leaves it at that."""
    with_comments(world)
    hide(world, 3)
    world.later(hours=DAY)
    assert comments(world)[3] not in said(world)
    assert comments(world)[2] in said(world)


# --- a pool of teams ----------------------------------------------------------------------


def mate() -> Team:
    """Return another team, with a manager, a channel and a language of its own."""
    return replace(
        team(),
        id="team-blaklinten",
        channel=OTHER_CHANNEL,
        name="arbetslag-blaklinten",
        language="en",
        managers=frozenset([OTHER_MANAGER]),
    )


def pooled(world: World, managers: frozenset[PersonKey] = frozenset([OTHER_MANAGER])) -> Round:
    """Return a closed round that two teams have answered together."""
    with_comments(world)
    world.with_team(replace(mate(), managers=managers))
    readers = tuple(sorted(team().managers | managers))
    together = replace(world.round(), team_ids=(team().id, mate().id), readers=readers)
    world.store.write(lambda tx: tx.rounds.save(together))
    return together


@pytest.mark.parametrize("by", ["karin", "kim", "time"])
def test_pool_is_shared_with_all_its_teams(world: World, by: str) -> None:
    """Either manager, or the time, shows it in both channels, each in its own language."""
    pooled(world)
    if by == "time":
        world.later(hours=DAY)
    else:
        share(world, key(by))
    ((own,), (other,)) = world.summaries(CHANNEL), world.summaries(OTHER_CHANNEL)
    assert own.taking_part != other.taking_part
    assert len(own.comments) == len(other.comments)


def test_hidden_for_all_the_teams(world: World) -> None:
    """What one manager hides is hidden in both channels, and both managers see it."""
    pooled(world)
    share(world)
    hide(world, 2, actor=OTHER_MANAGER)
    for channel in (CHANNEL, OTHER_CHANNEL):
        assert comments(world)[2] not in said(world, channel)
        assert comments(world)[3] in said(world, channel)
    for manager in (KARIN, OTHER_MANAGER):
        assert comments(world)[2] in said(world, manager.user)
    assert hidden_heading("sv") in said(world, KARIN.user)
    assert hidden_heading("en") in said(world, OTHER_MANAGER.user)


def hidden_heading(language: str) -> str:
    """Return what stands over hidden comments, without the name of the subject."""
    return words(language)("summary-hidden-heading", count=1, about="none", subject="")


def test_manager_of_two_teams_of_a_pool_gets_one_summary(world: World) -> None:
    """Nobody gets the same twice, nor a message that changes to and fro."""
    pooled(world, frozenset([KARIN]))
    share(world)
    assert len(world.summaries()) == 1
    calls = list(world.platform.calls)
    share(world)
    world.work()
    assert world.platform.calls == calls


def test_confirm_says_where_it_goes(world: World) -> None:
    """Before sharing, the manager of a pool is told that all its teams will see it."""
    pooled(world)
    hide(world, 1)
    (summary,) = world.summaries()
    confirm = summary.buttons[0].confirm
    assert confirm is not None
    assert confirm.text.startswith(SV("summary-share-text-pool"))
    assert SV("summary-share-text-hidden", count=1) in confirm.text


def test_hide_form_is_offered_to_both_sides_of_sharing(world: World) -> None:
    """The way to hide stands in the summary before and after."""
    with_comments(world)
    assert _pressable(world) == [Action.SHARE, Action.HIDE, Action.COMMIT, Action.PLAN]
    share(world)
    assert _pressable(world) == [Action.HIDE, Action.COMMIT, Action.PLAN]


def _pressable(world: World) -> list[str]:
    (summary,) = world.summaries()
    return [button.action for button in summary.buttons]


def test_result_too_few_is_told_to_the_team_without_numbers(world: World) -> None:
    """Kindly, and the same for none as for five."""
    closed(world, 5)
    share(world)
    (shared,) = world.summaries(CHANNEL)
    assert shared.taking_part == SV("summary-too-few", threshold=6)
    assert shared.footer == SV("summary-too-few-why")
    assert GIVEN.comment not in said(world)
