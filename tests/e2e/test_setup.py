"""The form of the first time: who leads, how many can answer, and what is wrong."""

from __future__ import annotations

import pytest

from bot.workspace import visible_text
from tests.e2e.places import COLLEAGUES, FIKA, GUEST, LEADER, MANAGER, NIGHT, TEAM
from tests.e2e.reading import Json, ephemerals, keys, says
from tests.e2e.stage import Stage


def ask_for_form(stage: Stage, channel: str = TEAM) -> Json:
    """Start the first dialogue of a channel and return the form, counted."""
    assert stage.karin.command(channel, "/apt start tema3").ok
    return stage.karin.wait_for_view("kanalen kan svara")


def test_the_form_says_how_many_can_answer(stage: Stage) -> None:
    """Twelve of fifteen: not the manager, the guest, the bot."""
    form = ask_for_form(stage)
    assert f"{len(COLLEAGUES)} personer i kanalen kan svara" in visible_text(form)
    assert "fem eller färre" not in visible_text(form)


def test_another_manager_is_counted_again(stage: Stage) -> None:
    """A manager from outside the channel's roster leaves one more who can answer."""
    form = ask_for_form(stage)
    assert stage.karin.choose(form, "", "U0MIRO", action_id="setup.manager").ok
    stage.karin.wait_for_view("13 personer i kanalen kan svara")
    assert stage.karin.choose(form, "", MANAGER, action_id="setup.manager").ok
    stage.karin.wait_for_view("12 personer i kanalen kan svara")


def test_a_small_team_is_told_that_nothing_will_be_shown(stage: Stage) -> None:
    """Five who can answer never get a result, and that is said before they start."""
    form = ask_for_form(stage, NIGHT)
    assert "5 personer i kanalen kan svara" in visible_text(form)
    assert "fem eller färre" in visible_text(form)


@pytest.mark.parametrize("manager", ["U0APTBOT", "U0MIRO", GUEST])
def test_a_manager_who_cannot_be_one_is_refused_in_the_form(stage: Stage, manager: str) -> None:
    """A bot, a guest, or somebody who is not in the channel."""
    form = ask_for_form(stage)
    result = stage.karin.submit(form, {"Teamets chef": manager, "Samtalsledare": [LEADER]})
    assert not result.ok
    assert says(result.errors["manager"], "error-manager-not-member")
    assert stage.karin.view is not None
    assert keys(stage.karin, TEAM) == []


def test_no_dialogue_where_nobody_can_answer(stage: Stage) -> None:
    """A channel with the manager and a guest: the form says so, and nothing starts."""
    for user in COLLEAGUES:
        stage.person(user).leave(TEAM)
    form = ask_for_form(stage)
    assert "Ingen i kanalen kan svara" in visible_text(form)
    result = stage.karin.submit(form, {})
    assert says(result.errors["manager"], "error-nobody-to-answer")


def test_a_team_whose_people_have_left_cannot_start(stage: Stage) -> None:
    """The team is known but only the manager is left: said in private, nothing is posted."""
    stage.set_up()
    stage.ask(MANAGER, "/apt stopp")
    stage.settle()
    for user in COLLEAGUES:
        stage.person(user).leave(TEAM)
    stage.ask(MANAGER, "/apt start tema1")
    stage.wait(
        lambda: says(stage.karin.text(stage.karin.direct), "error-nobody-to-answer"),
        "nothing is said in private",
    )
    assert keys(stage.karin, TEAM) == ["board"]
    assert stage.bot is not None
    assert stage.bot.deps.vault.round_ids() == frozenset()


def test_the_form_handed_in_twice_starts_one_dialogue(stage: Stage) -> None:
    """The same form delivered twice makes one team and one dialogue."""
    form = ask_for_form(stage)
    stage.workspace.fault("retry", times=1)
    assert stage.karin.submit(form, {"Samtalsledare": [LEADER]}).ok
    stage.board()
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board"]


def test_two_people_set_up_at_once(stage: Stage) -> None:
    """The second form is told that the channel has a team or a dialogue already."""
    first = ask_for_form(stage)
    ali = stage.person("U0ALI")
    assert ali.command(TEAM, "/apt start tema1").ok
    second = ali.wait_for_view("kanalen kan svara")
    assert stage.karin.submit(first, {"Samtalsledare": [LEADER]}).ok
    result = ali.submit(second, {"Teamets chef": "U0ALI"})
    assert says(result.errors["manager"], "error-team-exists")
    stage.board()
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board"]


def test_a_guest_cannot_set_a_team_up(stage: Stage) -> None:
    """A guest is told no, in the form."""
    guest = stage.person(GUEST)
    guest.command(TEAM, "/apt start tema3")
    form = guest.wait_for_view("kanalen kan svara")
    result = guest.submit(form, {"Teamets chef": MANAGER})
    assert says(result.errors["manager"], "error-not-a-member")
    assert keys(stage.karin, TEAM) == []


def test_where_the_bot_is_not_a_member(stage: Stage) -> None:
    """The form opens before the bot knows; handing it in says what to do."""
    assert stage.karin.command(FIKA, "/apt start tema3").ok
    form = stage.karin.wait_for_view("Teamets chef")
    result = stage.karin.submit(form, {})
    assert says(result.errors["manager"], "error-not-in-channel")
    assert stage.karin.invite(FIKA, "aptbot").ok
    assert stage.karin.submit(form, {"Samtalsledare": [LEADER]}).ok
    stage.board(FIKA)


def test_in_a_direct_message(stage: Stage) -> None:
    """A dialogue needs a channel, and that is said."""
    answer = stage.ask(MANAGER, "/apt start tema3", stage.karin.direct)
    assert says(answer, "error-not-a-channel")
    assert stage.karin.view is None


def test_the_bare_command_before_there_is_a_team(stage: Stage) -> None:
    """A newcomer is told that no dialogue has been held yet, and offered the themes."""
    words = stage.ask(MANAGER, "/apt")
    assert says(words, "menu-no-team")
    menu = ephemerals(stage.karin, TEAM)[-1]
    assert stage.karin.press(menu, "Visa alla teman").ok
    programmes = stage.karin.wait_for_message(TEAM, "Välj ett program")
    assert stage.karin.press(programmes, "Visa 10 teman").ok
    stage.karin.wait_for_message(TEAM, "Starta 3")
    assert stage.karin.press(stage.karin.message(TEAM, "Starta 3"), "Starta 3").ok
    stage.karin.wait_for_view("kanalen kan svara")


def test_a_set_up_that_cannot_start_can_be_mended(stage: Stage) -> None:
    """Whoever sets up for others leads as well: the dialogue starts, and no team is half made."""
    ali = stage.person(COLLEAGUES[0])
    assert ali.command(TEAM, "/apt start tema3").ok
    form = ali.wait_for_view("kan svara")
    assert ali.submit(form, {"Teamets chef": MANAGER, "Samtalsledare": [LEADER]}).ok
    board = visible_text(stage.board())
    for user in (MANAGER, LEADER, COLLEAGUES[0]):
        assert f"<@{user}>" in board


def test_a_slow_platform_is_told_in_the_form(stage: Stage) -> None:
    """When reading the channel takes longer than Slack waits, the form says so, and then how."""
    form = ask_for_form(stage)
    stage.workspace.fault("delay", method="conversations.info", seconds=3, times=1)
    assert stage.karin.submit(form, {"Samtalsledare": [LEADER]}).ok
    stage.karin.wait_for_view("Dialogen startar strax")
    stage.karin.wait_for_view("Dialogen visas i kanalen")
    stage.board()


def test_a_rate_limit_at_set_up_is_no_error(stage: Stage) -> None:
    """When Slack asks us to wait, the form says to try again, and trying again works."""
    form = ask_for_form(stage)
    stage.workspace.fault("rate_limit", method="conversations.members", retry_after=1, times=1)
    result = stage.karin.submit(form, {"Samtalsledare": [LEADER]})
    assert says(result.errors["manager"], "reply-failed")

    def again() -> bool:
        return stage.karin.submit(form, {"Samtalsledare": [LEADER]}).ok

    stage.wait(again, "the form is not taken")
    stage.board()
