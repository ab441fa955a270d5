"""Two `aptbot run` on one database: either may die at any time, and the dialogue goes on."""

from __future__ import annotations

from bot.workspace import visible_text
from bot.workspace.polling import wait_until
from tests.e2e.places import COLLEAGUES, MANAGER, TEAM
from tests.e2e.process import BotProcess
from tests.e2e.reading import keys, says
from tests.e2e.stage import PATIENCE, Stage


def connected(stage: Stage, number: int) -> None:
    """Wait until so many processes are connected."""
    wait_until(lambda: stage.workspace.connections == number, PATIENCE, f"not {number} connections")


def test_two_processes_hold_one_dialogue(empty_stage: Stage) -> None:
    """Started at once; requests go to both; one after the other is killed, and is replaced."""
    stage = empty_stage
    both = [BotProcess(stage, processes=2) for _ in range(2)]
    for one in both:
        one.launch()
    try:
        connected(stage, 2)
        board = stage.open_for_answers()
        for number, user in enumerate(COLLEAGUES[:6]):
            if number % 3 == 2:
                stage.settle()
                both[number // 3].kill()
                both[number // 3].launch()
                connected(stage, 2)
            assert stage.answer(user, board).ok
        stage.settle()
        both[0].kill()
        assert says(stage.ask(MANAGER, "/apt stopp"), "reply-over")
        assert "6 av 12 svarade." in visible_text(stage.summary())
        stage.settle()
    finally:
        for one in both:
            one.kill()

    assert keys(stage.karin, TEAM) == ["board"]
    assert keys(stage.karin, stage.karin.direct) == ["summary"]
    assert list((stage.directory / "keys").glob("*.key")) == []
    assert "ERROR" not in both[0].log
    assert "Traceback" not in both[0].log


def test_a_process_that_works_alone_is_not_joined(empty_stage: Stage) -> None:
    """By default a second process says why it does not start, and the first goes on."""
    stage = empty_stage
    first, second = BotProcess(stage), BotProcess(stage, processes=2)
    first.start()
    try:
        second.launch()
        assert second.wait_until_dead() == 1
        assert "Boten körs redan" in second.log
        assert stage.set_up()
    finally:
        first.kill()
