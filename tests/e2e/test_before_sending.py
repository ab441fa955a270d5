"""A text that may give somebody away: refused, or asked about before it is sent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.answers import Answers
from bot.slack import draft
from bot.workspace import visible_text
from tests.e2e.forging import forged_submit
from tests.e2e.places import COLLEAGUES, MANAGER, TEAM, TENANT
from tests.e2e.process import BotProcess
from tests.e2e.reading import Json, says, standing
from tests.e2e.stage import GOOD, Stage

WRITER = COLLEAGUES[0]
FIELD = "Vad hjälper dig"
NAMED = "Hittepås lugn hjälper, och att Karin lyssnar."
"""A colleague's surname, inflected, and the manager: names of the sample workspace's people."""

CANARY = "kanariefågel"

QUESTION, RECEIPT = "answer.sure", "receipt"


def shown(text: str) -> dict[str, str | list[str] | None]:
    """Return an answer, by the fields' ids, whose writer says yes to the text being shown."""
    return {"hanterbarhet": "4", "comment": text, "verbatim": ["yes"]}


def hesitation(stage: Stage, board: Json, text: str = NAMED, user: str = WRITER) -> Json:
    """Fill in the form, hand it in, and return the question that is laid on top of it."""
    result = stage.person(user).submit(stage.form(user, board), shown(text))
    assert result.ok, result
    return stage.opened(user, QUESTION)


def value(form: Json, name: str = "comment") -> str:
    """Return what stands in a field of a form."""
    return str(form["state"]["values"][name][name]["value"])


def canary(number: int) -> str:
    """Return a text that nothing else contains."""
    return f"{CANARY}-{number}-zebra"


def found(needle: bytes, directory: Path) -> list[str]:
    """Return the names of the files below the directory that hold the bytes."""
    files = [file for file in directory.rglob("*") if file.is_file()]
    return [file.name for file in files if needle in file.read_bytes()]


def round_of(stage: Stage) -> str:
    """Return the only round's id."""
    assert stage.bot is not None
    (round_id,) = stage.bot.deps.vault.round_ids()
    return round_id


def ballots(stage: Stage) -> int:
    """Return how many ballots lie in the box."""
    assert stage.bot is not None
    round_id = round_of(stage)
    return len(stage.bot.deps.store.read(lambda tx: tx.ballots.all(round_id)))


@pytest.mark.parametrize(
    ("text", "kind", "what"),
    [
        ("Ring mig på 070-174 06 05.", "phone", "070-174 06 05"),
        ("Fråga 19811218-9876.", "identity-number", "19811218-9876"),
        ("Skriv till mig@exempel.se!", "email", "mig@exempel.se"),
        ("Fråga <@U0KARIN> & <!channel>", "several", "<@U0KARIN>, <!channel>"),
    ],
    ids=["phone", "identity", "email", "mentions"],
)
def test_what_points_a_person_out_is_refused_at_the_field(
    stage: Stage, text: str, kind: str, what: str
) -> None:
    """The message names what was found, the form stays as it was, and nothing is kept."""
    board = stage.open_for_answers()
    form = stage.form(WRITER, board)
    result = stage.person(WRITER).submit(form, shown(text))
    assert list(result.errors) == ["comment"]
    assert says(result.errors["comment"], "error-personal-data", kind=kind, found=what)
    kept = stage.opened(WRITER, "answer")
    assert (kept["id"], value(kept)) == (form["id"], text)
    assert kept["state"]["values"]["verbatim"]["verbatim"]["selected_options"]
    assert ballots(stage) == 0
    assert stage.person(WRITER).submit(kept, shown("Lugna morgnar.")).ok
    assert ballots(stage) == 1


def test_warning_tells_what_was_found_and_leads_back(stage: Stage) -> None:
    """**Ändra** uncovers the form with all that was filled in, and a milder text is taken."""
    board = stage.open_for_answers()
    question = hesitation(stage, board, f"{NAMED} Rum 12 är kallt.")
    text = visible_text(question)
    assert says(text, "hesitation-intro")
    assert says(text, "hesitation-names", found="Hittepås, Karin")
    assert says(text, "hesitation-rooms", found="Rum 12")
    assert not says(text, "hesitation-health-why")
    assert NAMED in text
    assert question["close"]["text"] == "Ändra"
    assert question["submit"]["text"] == "Skicka ändå"
    assert ballots(stage) == 0

    person = stage.person(WRITER)
    assert person.close(question).ok
    form = stage.opened(WRITER, "answer")
    assert value(form) == f"{NAMED} Rum 12 är kallt."
    score = form["state"]["values"]["hanterbarhet"]["hanterbarhet"]["selected_option"]
    assert score["value"] == "4"
    assert person.submit(form, {FIELD: "Att någon lyssnar."}).ok
    person.close(stage.opened(WRITER, RECEIPT))
    assert person.views == []
    assert value(stage.form(WRITER, board)) == "Att någon lyssnar."


def test_who_is_sure_gets_the_receipt_and_no_old_form_beneath(stage: Stage) -> None:
    """**Skicka ändå** keeps the answer just as it was written, and closing closes all."""
    board = stage.open_for_answers()
    text = f'{NAMED}\n"Så" & <så> 👍 ' + "å" * 500
    person = stage.person(WRITER)
    assert person.submit(hesitation(stage, board, text)).ok
    receipt = stage.opened(WRITER, RECEIPT)
    assert says(visible_text(receipt), "receipt-answered")
    assert ballots(stage) == 1
    assert person.close(receipt).ok
    assert person.views == []
    again = stage.form(WRITER, board)
    assert value(again) == text
    assert again["state"]["values"]["verbatim"]["verbatim"]["selected_options"]


def test_sure_answers_are_counted_and_shown(stage: Stage) -> None:
    """Ten who were sure are ten answers, and their words stand in the summary."""
    board = stage.open_for_answers()
    for number, user in enumerate(COLLEAGUES[:10]):
        question = hesitation(stage, board, f"Rum {number} är kallt.", user)
        assert stage.person(user).submit(question).ok
        assert stage.person(user).close(stage.opened(user, RECEIPT)).ok
    stage.ask(MANAGER, "/apt stopp")
    text = visible_text(stage.summary())
    assert "10 av 12 svarade." in text
    assert all(f"Rum {number} är kallt." in text for number in range(10))


def test_nobody_is_troubled_for_words_that_are_never_shown(stage: Stage) -> None:
    """Without the writer's yes, or in a team that is too small, a name is no matter."""
    board = stage.open_for_answers()
    assert stage.answer(WRITER, board, {**GOOD, FIELD: NAMED}).ok
    small = stage.open_for_answers("C0MANEN")
    assert stage.answer("U0MIRO", small, {**GOOD, FIELD: NAMED}).ok


def test_the_question_speaks_the_teams_language(stage: Stage) -> None:
    """A team that works in English is asked, and refused, in English."""
    board = stage.open_for_answers()
    assert stage.bot is not None
    store = stage.bot.deps.store
    team = store.read(lambda tx: tx.teams.at(TENANT, TEAM))
    assert team is not None
    store.write(lambda tx: tx.teams.save(replace(team, language="en")))
    question = hesitation(stage, board)
    assert question["title"]["text"] == "Read it once more"
    assert "Names: Hittepås, Karin" in visible_text(question)
    assert stage.person(WRITER).close(question).ok
    form = stage.opened(WRITER, "answer")
    result = stage.person(WRITER).submit(form, shown("070-174 06 05"))
    assert result.errors["comment"].startswith("The text seems to hold a phone number: 070-174")


def test_the_dialogue_may_end_between_the_question_and_the_yes(stage: Stage) -> None:
    """It is told in place of the question, nothing is kept, and the text is still beneath."""
    board = stage.open_for_answers()
    question = hesitation(stage, board)
    stage.ask(MANAGER, "/apt stopp")
    person = stage.person(WRITER)
    assert person.submit(question).ok
    told = stage.opened(WRITER, RECEIPT)
    assert says(visible_text(told), "error-round-closed")
    assert person.close(told).ok
    assert value(stage.opened(WRITER, "answer")) == NAMED
    assert says(visible_text(stage.summary()), "summary-too-few", threshold=6)


def test_forged_yes_is_no_way_round_the_check(stage: Stage) -> None:
    """The draft that comes back is checked as if it came for the first time."""
    board = stage.open_for_answers()
    question = hesitation(stage, board)
    round_id = round_of(stage)
    forged = {
        "error-personal-data": draft.dump(round_id, "", Answers({}, "Ring 070-174 06 05")),
        "error-empty-answer": draft.dump(round_id, "", Answers()),
        "error-text-too-long": draft.dump(round_id, "", Answers({}, "å" * 601)),
        "error-round-closed": draft.dump("0" * 32, "", Answers({}, "Hej")),
        "reply-failed": f"{round_id} AAAA",
    }
    said: dict[str, str | int] = {"kind": "phone", "found": "070-174 06 05", "limit": 600}
    wanted = {"error-personal-data": ("kind", "found"), "error-text-too-long": ("limit",)}
    for id, metadata in forged.items():
        outcome = forged_submit(stage.workspace, WRITER, {**question, "private_metadata": metadata})
        assert outcome.payload["response_action"] == "update", id
        shown_instead = outcome.payload["view"]
        params = {name: said[name] for name in wanted.get(id, ())}
        assert says(visible_text(shown_instead), id, **params), id
        assert not shown_instead.get("clear_on_close"), "the text beneath would be lost"
    assert ballots(stage) == 0


def test_another_persons_draft_becomes_ones_own_answer_only(stage: Stage) -> None:
    """Who hands in somebody else's draft answers for nobody but oneself."""
    board = stage.open_for_answers()
    question = hesitation(stage, board)
    outcome = forged_submit(stage.workspace, MANAGER, question)
    assert says(visible_text(outcome.payload["view"]), "error-manager-answers")
    assert ballots(stage) == 0
    assert forged_submit(stage.workspace, COLLEAGUES[1], question).ok
    assert value(stage.form(COLLEAGUES[1], board)) == NAMED
    stage.person(WRITER).close(question, clear=True)
    assert stage.form(WRITER, board)["state"]["values"]["comment"]["comment"]["value"] is None


def test_nothing_in_the_channel_tells_of_the_question(stage: Stage) -> None:
    """No call, no message: who hesitated is nobody's business."""
    board = stage.open_for_answers()
    stage.settle()
    form = stage.form(WRITER, board)
    before, seen = len(stage.workspace.calls), standing(stage.karin, TEAM)
    person = stage.person(WRITER)
    assert person.submit(form, shown(NAMED)).ok
    assert person.close(stage.opened(WRITER, QUESTION)).ok
    assert not person.submit(stage.opened(WRITER, "answer"), shown("070-174 06 05")).ok
    assert person.submit(stage.opened(WRITER, "answer"), shown(NAMED)).ok
    assert person.submit(stage.opened(WRITER, QUESTION)).ok
    stage.settle()
    assert stage.workspace.calls[before:] == []
    assert standing(stage.karin, TEAM) == seen


def test_nothing_of_the_draft_is_kept(empty_stage: Stage, process: BotProcess) -> None:
    """With DEBUG logging: a draft stands in no file and in no log, whether it was sent or not."""
    board = empty_stage.open_for_answers()
    person = empty_stage.person(WRITER)
    question = hesitation(empty_stage, board, f"Gustav {canary(1)}")
    assert canary(1) in visible_text(question)
    carried = question["private_metadata"].rpartition(" ")[2]
    assert person.close(question).ok
    form = empty_stage.opened(WRITER, "answer")
    assert not person.submit(form, shown(f"{canary(2)} 070-174 06 05")).ok
    assert person.close(form, clear=True).ok
    sent = hesitation(empty_stage, board, f"Gustav {canary(3)}", COLLEAGUES[1])
    assert empty_stage.person(COLLEAGUES[1]).submit(sent).ok
    also_carried = sent["private_metadata"].rpartition(" ")[2]
    empty_stage.settle()

    for needle in (CANARY, "zebra", carried, also_carried, "070-174", "Gustav"):
        assert found(needle.encode(), empty_stage.directory) == [], needle
        assert needle not in process.log, needle
    assert process.stop() == 0
    assert found(CANARY.encode(), empty_stage.directory) == []
    assert found(carried.encode(), empty_stage.directory) == []


def test_the_search_for_the_draft_can_find(empty_stage: Stage, process: BotProcess) -> None:
    """The control: the files are those that the bot writes, and are searched through."""
    empty_stage.open_for_answers()
    assert found(b"arbetslag-solrosen", empty_stage.directory) != []
    assert found(b"bot.bootstrap.running: connected", empty_stage.directory) == ["log.txt"]
