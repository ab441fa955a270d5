"""Watching the chat: nothing that anybody can see follows an answer but the writer's receipt."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from slack_sdk import WebClient

from bot.views.actions import Action
from bot.workspace import visible_text
from bot.workspace.world import ApiCall
from tests.e2e.forging import forged_submit
from tests.e2e.places import COLLEAGUES, EVERYBODY, LEADER, MANAGER, TEAM
from tests.e2e.reading import Json, of_kind, says
from tests.e2e.stage import Stage
from tests.forensics.sights import Sight, is_direct, sight, words_in
from tests.forensics.story import AGREED, SILENT, STAYING, WITHDRAWER, Act, Story, canary, given

AT_ONCE = 50


def followed(act: Act) -> list[str]:
    """Return what followed an act: calls of the platform, and conversations that look otherwise."""
    changed = [
        where
        for where in {**act.before, **act.after}
        if repr(act.before.get(where)) != repr(act.after.get(where))
    ]
    return [call.method for call in act.calls] + changed


def test_nothing_follows_an_answer(story: Story) -> None:
    """No message, edit, reaction or call; in no conversation does a single sign change."""
    *answers, withdrawal = story.acts
    assert {act.user for act in answers} == {*STAYING, WITHDRAWER}
    assert withdrawal.user == WITHDRAWER
    assert [followed(act) for act in answers] == [[]] * len(answers)


def test_the_writer_alone_is_called_for(story: Story) -> None:
    """All calls while the box is open draw somebody's own form; none is seen by another.

    To take an answer back is a press, not a form: its receipt has to be drawn by a call.
    """
    assert {call.method for call in story.calls} <= {"views.open", "views.update"}
    withdrawn = story.acts[-1]
    assert withdrawn.user == WITHDRAWER
    assert followed(withdrawn) == ["views.update"]
    (update,) = withdrawn.calls
    assert update.args["view_id"] == withdrawn.receipt["id"]


LEAKS: dict[str, Callable[[WebClient, Json], object]] = {
    "an edited counter": lambda client, board: client.chat_update(
        channel=TEAM, ts=board["ts"], text="3 har svarat"
    ),
    "a message": lambda client, _: client.chat_postMessage(channel=TEAM, text="En till!"),
    "a private word": lambda client, _: client.chat_postEphemeral(
        channel=TEAM, user=MANAGER, text="En till!"
    ),
    "a direct message": lambda client, _: client.chat_postMessage(channel=MANAGER, text="En till!"),
    "a reaction": lambda client, board: client.reactions_add(
        channel=TEAM, timestamp=board["ts"], name="tada"
    ),
}


@pytest.mark.parametrize("leak", LEAKS)
def test_a_bot_that_tells_is_caught(stage: Stage, leak: str) -> None:
    """The control: anything that a bot might do on a submit is seen, as call and in the chat."""
    board = stage.open_for_answers()
    stage.settle()
    before, called = sight(stage.workspace), len(stage.workspace.calls)
    assert stage.answer(STAYING[0], board).ok
    LEAKS[leak](WebClient(stage.workspace.bot_token, stage.workspace.api_url), board)
    calls = [c for c in stage.workspace.calls[called:] if c.method != "views.open"]
    told = followed(Act(STAYING[0], before, sight(stage.workspace), calls, {}))
    assert len(told) == 2
    assert "." in told[0]
    assert TEAM in told[1] or is_direct(told[1])


def test_nobody_gets_a_private_message_during_a_round(story: Story) -> None:
    """Nobody is reminded in a dialogue: all direct messages stay, and nobody is called upon."""
    for act in story.acts:
        assert [where for where in act.after if is_direct(where)] == []
    assert [call for call in story.calls if _is_private(call)] == []


def _is_private(call: ApiCall) -> bool:
    return call.method in {"chat.postMessage", "chat.postEphemeral", "conversations.open"}


def test_receipts_tell_nothing_of_the_answer(story: Story) -> None:
    """Whoever wrote one word or five hundred letters is sent the very same receipt."""
    receipts = {_content(act.receipt) for act in story.acts[:-1]}
    assert len(receipts) == 1
    lengths = {len(str(given(user)["Vad hjälper dig"])) for user in STAYING}
    assert max(lengths) > 10 * min(lengths)
    assert _content(story.acts[-1].receipt) not in receipts  # the control: another receipt differs


def _content(receipt: Json) -> str:
    return json.dumps([receipt["title"], [_bare(block) for block in receipt["blocks"]]])


def _bare(block: Json) -> Json:
    return {name: value for name, value in block.items() if name != "block_id"}


def test_the_first_form_is_the_same_for_all(stage: Stage) -> None:
    """What is drawn for one who has not answered tells nothing of those who have."""
    board = stage.open_for_answers()
    first = stage.form(COLLEAGUES[0], board)
    assert stage.answer(COLLEAGUES[1], board).ok
    again = stage.form(COLLEAGUES[2], board)
    assert _content(first) == _content(again)
    mine = stage.form(COLLEAGUES[1], board)
    assert _content(mine) != _content(first)  # the control: one's own answer shows


def test_results_stand_in_the_managers_conversation_alone(story: Story) -> None:
    """Before anything is shared no channel, and nobody else's messages, hold a word of it."""
    shown = [canary(user) for user in AGREED]
    direct = story.summary["channel"]
    assert is_direct(direct)
    assert all(word in words_in(story.seen_closed, direct) for word in shown)
    others = [where for where in story.seen_closed if where != direct]
    assert TEAM in others
    assert [where for where in others if _tells(story.seen_closed, where, shown)] == []


def _tells(seen: Sight, where: str, words: list[str]) -> bool:
    text = words_in(seen, where)
    return any(word in text for word in [*words, "av 12 svarade", "Mittersta svaret"])


def test_what_is_shared_is_found_in_the_channel(stage: Stage) -> None:
    """The control: once shared, the same search finds it in the team's channel."""
    board = stage.open_for_answers()
    stage.answer_all(board, 6)
    stage.ask(MANAGER, "/apt stopp")
    assert not _tells(sight(stage.workspace), TEAM, [])
    stage.karin.press(stage.summary(), action_id=Action.SHARE.value)
    stage.wait(lambda: of_kind(stage.karin, TEAM, "shared"), "not shared")
    assert _tells(sight(stage.workspace), TEAM, [])


def test_a_late_answer_is_refused_in_words(story: Story) -> None:
    """One more answer after the close: a plain no, and what was shown stays as it was.

    That the files stay as well is seen in test_files.
    """
    assert says(story.late, "error-round-closed")


def test_fifty_submits_at_once_are_one_answer(stage: Stage) -> None:
    """One person on fifty lines at the same moment: one ballot; five others do not make it six."""
    board = stage.open_for_answers()
    form = stage.form(STAYING[0], board)
    values = {"meningsfullhet": {"meningsfullhet": {"selected_option": {"value": "5"}}}}
    ready = {**form, "state": {"values": values}}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        submits = [
            pool.submit(forged_submit, stage.workspace, STAYING[0], ready) for _ in range(AT_ONCE)
        ]
        outcomes = [one.result() for one in submits]
    assert [one.reason for one in outcomes if not one.ok] == []
    assert {one.payload["response_action"] for one in outcomes} == {"update"}
    assert ballots(stage) == 1
    for user in STAYING[1:5]:
        assert stage.answer(user, board).ok
    assert ballots(stage) == 5  # the control: another person is another ballot
    stage.ask(MANAGER, "/apt stopp")
    assert says(visible_text(stage.summary()), "summary-too-few", threshold=6)


def ballots(stage: Stage) -> int:
    """Return how many ballots lie in the only open box."""
    assert stage.bot is not None
    deps = stage.bot.deps
    (round_id,) = deps.vault.round_ids()
    return len(deps.store.read(lambda tx: tx.ballots.all(round_id)))


def test_nobody_sees_how_many_have_answered(stage: Stage) -> None:
    """With none and with eleven answers, everybody's page, status and home read the same."""
    board = stage.open_for_answers()
    stage.settle()

    def seen() -> list[str]:
        pages = [stage.person(user).text(TEAM) for user in EVERYBODY if _sits_there(stage, user)]
        told = [stage.ask(user, "/apt status") for user in (MANAGER, LEADER)]
        return [*pages, *told, _home(stage, MANAGER), _home(stage, SILENT)]

    first = seen()  # the private answers to it stand on two of the pages from now on
    before = seen()
    for user in COLLEAGUES[:11]:
        assert stage.answer(user, board).ok
    stage.settle()
    after = seen()
    assert after[-4:] == before[-4:] == first[-4:]
    unread = [place for place, page in enumerate(first[:-4]) if page == before[place]]
    assert len(unread) == len(first) - 4 - 2
    assert [after[place] for place in unread] == [before[place] for place in unread]


def _home(stage: Stage, user: str) -> str:
    """Return what the app's home says once it has been drawn anew."""
    drawn = len(stage.workspace.calls_of("views.publish"))
    person = stage.person(user)
    assert person.home().ok
    stage.wait(lambda: len(stage.workspace.calls_of("views.publish")) > drawn, "no home")
    stage.wait(lambda: person.home_view is not None, "no home")
    return visible_text(person.home_view or {})


def _sits_there(stage: Stage, user: str) -> bool:
    return any(channel["id"] == TEAM for channel in stage.person(user).channels())
