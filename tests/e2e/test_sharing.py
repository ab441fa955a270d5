"""When the team sees the result, and what the manager may take out of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.ports import Tx
from bot.workspace import visible_text
from tests.e2e.forging import forged_press, forged_submit
from tests.e2e.places import COLLEAGUES, LEADER, MANAGER, TEAM
from tests.e2e.process import BotProcess
from tests.e2e.reading import Json, every_word, has_button, keys, of_kind, says
from tests.e2e.stage import Stage
from tests.e2e.test_results import content

DAY = 24 * 60
"""Minutes until a summary is shared by itself."""


def closed(stage: Stage, answers: int = 12) -> Json:
    """Hold a dialogue in which all who answer let their words be shown; return the summary."""
    board = stage.open_for_answers()
    stage.answer_all(board, answers, consent=True)
    stage.ask(MANAGER, "/apt stopp")
    summary = stage.summary()
    stage.settle()
    return summary


def words_of(number: int) -> str:
    """Return what the colleague of this number wrote."""
    return f"Mening nummer {number} av alla."


def hide(stage: Stage, *numbers: int) -> None:
    """Hide what these colleagues wrote, and nothing else, through the form."""
    assert stage.karin.press(stage.summary(), "Dölj en kommentar").ok
    form = stage.opened(MANAGER, "hide")
    chosen = [words_of(number) for number in numbers]
    result = stage.karin.submit(form, {"hidden": list(chosen)})
    assert result.ok, result
    receipt = stage.opened(MANAGER, "receipt")
    assert says(visible_text(receipt), "hide-done", count=len(numbers))
    stage.karin.close(receipt, clear=True)
    stage.settle()


def shared(stage: Stage) -> Json:
    """Wait for the summary in the team's channel and return it."""
    stage.wait(lambda: of_kind(stage.karin, TEAM, "shared"), "not shared")
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board", "shared"]
    return of_kind(stage.karin, TEAM, "shared")[0]


def seen_by_the_team(stage: Stage) -> set[int]:
    """Return the numbers of the colleagues whose words anybody but the manager can read."""
    text = every_word(stage.workspace, COLLEAGUES)
    return {number for number in range(12) if words_of(number) in text}


@pytest.mark.parametrize("answers", [5, 6])
def test_shared_by_itself_after_a_day(stage: Stage, answers: int) -> None:
    """A manager who does nothing can't keep it from the team."""
    summary = closed(stage, answers)
    assert says(visible_text(summary), "summary-shares-itself")
    stage.advance(minutes=DAY - 5)
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board"]
    stage.advance(minutes=6)
    shared(stage)
    after = stage.summary()
    assert says(visible_text(after), "summary-shared")
    assert not has_button(after, "result.share")


def test_shared_at_the_next_start(empty_stage: Stage, process: BotProcess) -> None:
    """A bot that was off when it was due shares when it comes back, once."""
    stage = empty_stage
    closed(stage, 6)
    process.kill()
    stage.clock.advance(minutes=3 * DAY)
    stage.start_bot()
    shared(stage)
    stage.stop_bot()
    stage.start_bot()
    shared(stage)


def test_killed_right_after_sharing(empty_stage: Stage, process: BotProcess) -> None:
    """Pressed and killed at once: the next bot shows it, once."""
    stage = empty_stage
    summary = closed(stage, 6)
    assert stage.karin.press(summary, "Dela nu").ok
    process.kill()
    stage.start_bot()
    shared(stage)
    stage.advance(minutes=2 * DAY)
    shared(stage)


def test_hidden_before_sharing(stage: Stage) -> None:
    """The team never gets it, and is told; the manager keeps it, marked in words."""
    closed(stage)
    hide(stage, 3, 7)
    assert words_of(3) in visible_text(stage.summary())
    assert "Dolda för teamet" in visible_text(stage.summary())
    assert stage.karin.press(stage.summary(), "Dela nu").ok
    message = shared(stage)
    assert says(visible_text(message), "summary-hidden", count=2, pooled="no")
    assert words_of(3) not in str(message)
    assert seen_by_the_team(stage) == set(range(12)) - {3, 7}


def test_hidden_after_sharing_and_shown_again(stage: Stage) -> None:
    """The message in the channel is changed where it stands, to and fro."""
    summary = closed(stage)
    assert stage.karin.press(summary, "Dela nu").ok
    before = shared(stage)
    assert seen_by_the_team(stage) == set(range(12))
    hide(stage, 0)
    after = shared(stage)
    assert after["ts"] == before["ts"]
    assert seen_by_the_team(stage) == set(range(1, 12))
    assert words_of(0) not in str(after)
    hide(stage)
    assert content(shared(stage)) == content(before)


def test_hidden_and_left_to_time(stage: Stage) -> None:
    """What was hidden stays hidden when the summary is shared by itself."""
    closed(stage)
    hide(stage, 11)
    stage.advance(minutes=DAY + 1)
    shared(stage)
    assert seen_by_the_team(stage) == set(range(11))


def test_a_choice_made_meanwhile_is_not_taken_back(stage: Stage) -> None:
    """The form was opened before another comment was hidden: both are hidden in the end."""
    closed(stage)
    assert stage.karin.press(stage.summary(), "Dölj en kommentar").ok
    form = stage.opened(MANAGER, "hide")
    for number in ("0", "1"):
        assert forged_submit(stage.workspace, MANAGER, filled(form, number)).ok
    stage.settle()
    assert stage.karin.press(stage.summary(), "Dela nu").ok
    shared(stage)
    assert len(seen_by_the_team(stage)) == 10


def test_forged_hiding(stage: Stage) -> None:
    """Others than the manager, and numbers that there are not, change nothing."""
    summary = closed(stage)
    round_id = summary["blocks"][0]["block_id"].split("/")[1]
    assert stage.karin.press(summary, "Dölj en kommentar").ok
    form = stage.opened(MANAGER, "hide")
    for user, value in ((LEADER, "0"), (MANAGER, "12"), (MANAGER, "-1"), (MANAGER, "gurka")):
        outcome = forged_submit(stage.workspace, user, filled(form, value))
        assert outcome.payload["response_action"] == "errors"
    assert forged_press(stage.workspace, LEADER, summary, "result.hide", round_id).ok
    assert says(stage.said(0), "error-manager-only")
    assert stage.person(LEADER).view is None
    stage.settle()
    assert visible_text(stage.summary()) == visible_text(summary)
    # A control: the same way with a number that there is.
    assert forged_submit(stage.workspace, MANAGER, filled(form, "0")).ok
    stage.settle()
    assert visible_text(stage.summary()) != visible_text(summary)


def filled(form: Json, value: str) -> Json:
    """Return the form as handed in with one comment chosen."""
    option = {"text": {"type": "plain_text", "text": "x"}, "value": value}
    state = {"type": "multi_static_select", "selected_options": [option]}
    return {**form, "state": {"values": {"hidden": {"hidden": state}}}}


def test_what_only_the_manager_sees(stage: Stage) -> None:
    """Settled at the opening: no button, a forged one is refused, and time does nothing."""
    stage.set_up()
    bot = stage.bot
    assert bot is not None
    bot.deps.store.write(keep_from_the_team)
    stage.go_to(4)
    stage.answer_all(stage.board(), 12, consent=True)
    stage.ask(MANAGER, "/apt stopp")
    summary = stage.summary()
    stage.settle()
    assert says(visible_text(summary), "summary-only-manager")
    assert not has_button(summary, "result.share")
    assert not has_button(summary, "result.hide")
    round_id = summary["blocks"][0]["block_id"].split("/")[1]
    for number, action in enumerate(("result.share", "result.hide")):
        assert forged_press(stage.workspace, MANAGER, summary, action, round_id).ok
        assert says(stage.said(number), "error-not-shared")
    stage.advance(minutes=2 * DAY)
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board"]
    assert seen_by_the_team(stage) == set()


def keep_from_the_team(tx: Tx) -> None:
    """Have the open round be one that was opened for its manager alone."""
    team = tx.teams.at("T0SOLGLANTAN", TEAM)
    assert team is not None
    (round,) = tx.rounds.open_of(team.id)
    tx.rounds.save(replace(round, team_sees=False))
