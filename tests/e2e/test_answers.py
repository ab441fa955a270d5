"""The anonymous form: its promise, giving, changing, withdrawing, and what it refuses."""

from __future__ import annotations

from bot.workspace import visible_text
from tests.e2e.forging import forged_submit
from tests.e2e.places import COLLEAGUES, MANAGER, TEAM
from tests.e2e.reading import Json, has_button, says, standing
from tests.e2e.stage import GOOD, Stage

WRITER = COLLEAGUES[0]


def filled(form: Json) -> dict[str, str]:
    """Return what the form is filled in with, by block."""
    found: dict[str, str] = {}
    for block in form["blocks"]:
        element = block.get("element") or {}
        option = element.get("initial_option") or {}
        value = option.get("value") or element.get("initial_value")
        if value:
            found[block["block_id"]] = value
    return found


def test_the_promise_is_read_first(stage: Stage) -> None:
    """Three lines: who sees it, what happens to words, what nobody can promise."""
    board = stage.open_for_answers()
    form = stage.form(WRITER, board)
    text = visible_text(form)
    assert says(text, "answer-promise-who", threshold=6, invited=12, sees="words")
    assert says(text, "answer-promise-words", quotes=10, small="no")
    assert says(text, "answer-promise-sealed", few="no")
    assert text.index("raderas svaren och nyckeln") < text.index("Meningsfullhet")
    for word in ("Meningsfullhet", "Hanterbarhet", "Begriplighet"):
        assert word in text


def test_a_small_team_is_told_that_nothing_is_shown(stage: Stage) -> None:
    """In a team of five, the form says that neither numbers nor words are ever shown."""
    board = stage.open_for_answers("C0MANEN")
    text = visible_text(stage.form("U0MIRO", board))
    assert says(text, "answer-promise-nothing", invited=5)
    assert says(text, "answer-promise-no-words", quotes=10)
    assert not says(text, "answer-verbatim")


def test_answer_change_and_withdraw(stage: Stage) -> None:
    """An answer comes back filled in, can be changed, and can be taken back for good."""
    board = stage.open_for_answers()
    person = stage.person(WRITER)
    assert filled(stage.form(WRITER, board)) == {}
    person.close(stage.opened(WRITER, "answer"))
    assert stage.answer(WRITER, board).ok

    form = stage.form(WRITER, board)
    assert filled(form) == {
        "meningsfullhet": "5",
        "hanterbarhet": "4",
        "begriplighet": "6",
        "comment": GOOD["Vad hjälper dig"],
    }
    assert person.submit(form, {"Meningsfullhet": "2", "Vad hjälper dig": "Något annat."}).ok
    person.close(stage.opened(WRITER, "receipt"))

    form = stage.form(WRITER, board)
    assert filled(form)["meningsfullhet"] == "2"
    assert filled(form)["comment"] == "Något annat."
    assert person.press(form, "Ta bort mitt svar").ok
    assert says(visible_text(stage.opened(WRITER, "receipt")), "receipt-withdrawn")
    person.close(stage.opened(WRITER, "receipt"))
    assert filled(stage.form(WRITER, board)) == {}


def test_an_empty_answer_is_refused_and_the_form_stays(stage: Stage) -> None:
    """Nothing filled in: an error at the text, and the form is still there."""
    board = stage.open_for_answers()
    form = stage.form(WRITER, board)
    result = stage.person(WRITER).submit(form, {"Vad hjälper dig": "   "})
    assert says(result.errors["comment"], "error-empty-answer")
    assert stage.opened(WRITER, "answer")["id"] == form["id"]
    assert stage.person(WRITER).submit(form, dict(GOOD)).ok


def test_a_text_that_is_too_long_is_refused_by_the_page_and_by_the_bot(stage: Stage) -> None:
    """The page stops at the limit; a page that does not is stopped by the bot."""
    board = stage.open_for_answers()
    form = stage.form(WRITER, board)
    result = stage.person(WRITER).submit(form, {"Vad hjälper dig": "å" * 601})
    assert "comment" in result.errors
    state = {"comment": {"comment": {"type": "plain_text_input", "value": "å" * 601}}}
    outcome = forged_submit(stage.workspace, WRITER, {**form, "state": {"values": state}})
    assert says(outcome.payload["errors"]["comment"], "error-text-too-long", limit=600)
    assert stage.person(WRITER).submit(form, {"Vad hjälper dig": "å" * 600}).ok


def test_forged_numbers_and_tags_are_refused(stage: Stage) -> None:
    """Numbers off the scale, no numbers, and too many tags never get into the box."""
    board = stage.open_for_answers()
    form = stage.form(WRITER, board)
    for value in ("0", "8", "-1", "5.5", "gurka", ""):
        option = {"selected_option": {"value": value}}
        state = {"meningsfullhet": {"meningsfullhet": option}}
        outcome = forged_submit(stage.workspace, WRITER, {**form, "state": {"values": state}})
        assert outcome.payload["response_action"] == "errors", value
    tags = [{"value": name} for name in ("a", "b", "c")]
    many: Json = {
        "comment": {"comment": {"value": "Hej."}},
        "tags": {"tags": {"selected_options": tags}},
    }
    outcome = forged_submit(stage.workspace, WRITER, {**form, "state": {"values": many}})
    assert says(outcome.payload["errors"]["tags"], "error-too-many-tags", limit=2)
    stage.person(WRITER).close(form)
    assert filled(stage.form(WRITER, board)) == {}


def test_a_submit_after_the_close_keeps_the_form(stage: Stage) -> None:
    """The dialogue ended while somebody wrote: the text stays, with an error."""
    board = stage.open_for_answers()
    form = stage.form(WRITER, board)
    stage.ask(MANAGER, "/apt stopp")
    result = stage.person(WRITER).submit(form, {"Vad hjälper dig": "Det här tog tid att skriva."})
    assert says(result.errors["comment"], "error-round-closed")
    kept = stage.opened(WRITER, "answer")
    assert kept["state"]["values"]["comment"]["comment"]["value"] == "Det här tog tid att skriva."


def test_a_withdrawal_after_the_close_says_that_it_is_too_late(stage: Stage) -> None:
    """The button in an old form tells that the dialogue is over."""
    board = stage.open_for_answers()
    assert stage.answer(WRITER, board).ok
    form = stage.form(WRITER, board)
    stage.ask(MANAGER, "/apt stopp")
    assert stage.person(WRITER).press(form, "Ta bort mitt svar").ok
    assert says(visible_text(stage.opened(WRITER, "receipt")), "error-round-closed")


def test_the_button_after_the_close(stage: Stage) -> None:
    """An old drawing of **Svara anonymt** opens nothing and says why."""
    board = stage.open_for_answers()
    stage.ask(MANAGER, "/apt stopp")
    board_now = stage.board(words="Dialogen är slut.")
    assert not has_button(board_now, "answer.open")
    stage.settle()
    stage.workspace.forget_calls()
    assert not stage.person(WRITER).press(board, "Svara anonymt").ok  # the message has changed


def test_nothing_follows_a_submit_but_its_acknowledgement(stage: Stage) -> None:
    """No call of any kind, no edit, no reaction: who watches sees nothing."""
    board = stage.open_for_answers()
    stage.settle()
    form = stage.form(WRITER, board)
    before_channel = standing(stage.karin, TEAM)
    before = len(stage.workspace.calls)
    assert stage.person(WRITER).submit(form, dict(GOOD)).ok
    stage.settle()
    stage.ask(MANAGER, "/apt status")
    assert stage.workspace.calls[before:] == []
    assert standing(stage.karin, TEAM) == before_channel


def test_one_person_has_one_answer_however_often_it_is_sent(stage: Stage) -> None:
    """Six submits by one person are one answer: nothing is shown."""
    board = stage.open_for_answers()
    for number in range(1, 7):
        assert stage.answer(WRITER, board, {"Meningsfullhet": str(number)}).ok
    stage.ask(MANAGER, "/apt stopp")
    assert says(visible_text(stage.summary()), "summary-too-few", threshold=6)
