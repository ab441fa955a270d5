"""The manager's summary in Slack, what is pressed in it, and the question after an answer."""

from __future__ import annotations

from bot.workspace import visible_text
from tests.e2e.places import COLLEAGUES, MANAGER, TEAM
from tests.e2e.reading import Json, ephemerals, says
from tests.e2e.stage import GOOD, Stage

WRITER = COLLEAGUES[0]
ABOUT_HOURS: dict[str, str | list[str] | None] = {
    **GOOD,
    "Vad hjälper dig": "Att schemat kommer i tid.",
}
HOURS = "Arbetstid och schema"


def guessed(stage: Stage) -> tuple[Json, Json]:
    """Have somebody answer without a subject; return the dialogue and the question that comes."""
    board = stage.open_for_answers()
    assert stage.person(WRITER).submit(stage.form(WRITER, board), ABOUT_HOURS).ok
    return board, stage.opened(WRITER, "answer.tags")


def chosen(form: Json) -> list[str]:
    """Return the subjects that are chosen in a form."""
    names = ("tags", "guess")
    block = next(each for each in form["blocks"] if each["block_id"] in names)
    return [each["text"]["text"] for each in block["element"].get("initial_options", ())]


def test_a_guess_is_saved_by_its_writer(stage: Stage) -> None:
    """The answer is kept, the guess is chosen, and one press adds it."""
    board, question = guessed(stage)
    assert says(visible_text(question), "receipt-answered")
    assert chosen(question) == [HOURS]
    person = stage.person(WRITER)
    assert person.submit(question, {}).ok
    person.close(stage.opened(WRITER, "receipt"), clear=True)
    form = stage.form(WRITER, board)
    assert chosen(form) == [HOURS]
    assert "schemat" in str(form)


def test_a_guess_that_is_closed_is_not_there(stage: Stage) -> None:
    """Closing it leaves the answer as it was sent, and no form beneath."""
    board, question = guessed(stage)
    person = stage.person(WRITER)
    person.close(question, clear=True)
    assert person.view is None
    form = stage.form(WRITER, board)
    assert chosen(form) == []
    assert "schemat" in str(form)


def test_a_guess_after_the_answer_is_taken_back(stage: Stage) -> None:
    """The question of an answer that is gone says so, at its field."""
    board, question = guessed(stage)
    stage.person(WRITER).close(question, clear=True)
    form = stage.form(WRITER, board)
    assert stage.person(WRITER).press(form, "Ta bort mitt svar").ok
    stage.opened(WRITER, "receipt")
    result = stage.person(WRITER).submit(question, {})
    assert not result.ok


def test_the_plan_opens_from_the_summary(stage: Stage) -> None:
    """In the private conversation the button opens the form of the team that the round was of.

    With something planned it shows the plan.
    """
    board = stage.open_for_answers()
    stage.answer_all(board, 7)
    stage.ask(MANAGER, "/apt stopp")
    summary = stage.summary()
    stage.settle()
    assert "Prata vidare om" in visible_text(summary)
    assert stage.karin.press(stage.summaries()[-1], "Planera nästa").ok
    form = stage.opened(MANAGER, "plan")
    assert not ephemerals(stage.karin, stage.karin.direct)
    assert stage.karin.submit(form, {}).ok
    assert stage.karin.submit(stage.opened(MANAGER, "plan.sure"), {}).ok
    stage.karin.close(stage.opened(MANAGER, "receipt"))
    assert stage.karin.press(stage.summaries()[-1], "Planera nästa").ok
    shown = stage.wait(lambda: ephemerals(stage.karin, stage.karin.direct), "no plan")
    assert "#arbetslag-solrosen" in visible_text(shown[-1])


def test_the_evaluation_is_started_by_its_name(stage: Stage) -> None:
    """It is a theme like all others: its questions are about the programme."""
    stage.set_up(TEAM, command="/apt start utvärdering")
    assert "Utvärdering av programmet" in visible_text(stage.board())
    stage.next()
    stage.next()
    form = stage.form(WRITER, stage.board(words="Nu: Svara för dig själv"))
    assert "Hur stor nytta har du haft av programmet?" in visible_text(form)
