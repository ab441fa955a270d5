"""Everything beside the dialogue with answers, over the real connection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.workspace import visible_text
from tests.e2e.material import CANARY, LINES, MIRROR_SCORES, OwnStage
from tests.e2e.places import COLLEAGUES, LEADER, MANAGER, TEAM
from tests.e2e.reading import Json, ephemerals, has_button, keys, of_kind, standing

MEMBER = COLLEAGUES[0]
ANSWERS: dict[str, str | list[str] | None] = {
    f"mirror-{number}": score for number, score in enumerate(MIRROR_SCORES)
}


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[OwnStage]:
    """The real bot on a workspace, with dialogue files of its own."""
    with OwnStage(tmp_path).on() as running:
        running.start_bot()
        yield running


def set_up(stage: OwnStage) -> Json:
    """Start the workshop as the first dialogue of the channel, and return its message."""
    return stage.set_up(command="/apt start eftermiddag")


def private(stage: OwnStage, user: str) -> Json:
    """Return the latest of what only this person sees in the channel."""
    return ephemerals(stage.person(user), TEAM)[-1]


def waits_for(stage: OwnStage, user: str, words: str) -> Json:
    """Wait until the latest private answer has these words, and return it."""

    def found() -> bool:
        seen = ephemerals(stage.person(user), TEAM)
        return bool(seen) and words in visible_text(seen[-1])

    stage.wait(found, f"{user} never reads {words}")
    return private(stage, user)


# --- talks --------------------------------------------------------------------------------


def test_a_workshop_runs_to_its_end_without_any_answers(stage: OwnStage) -> None:
    """Film, groups of four to seven, the end; no way to answer, no summary, no key."""
    board = set_up(stage)
    shown = visible_text(board)
    assert "https://film.example/om-oss" in shown
    assert "Läs om oss." in shown
    assert not stage.can_answer(board)
    stage.advance(minutes=30)
    assert "Grupper om 4–7" in visible_text(stage.board(words="Nu: Samtal"))
    stage.advance(minutes=60)
    assert not stage.can_answer(stage.board(words="Nu: Samla ihop"))
    stage.advance(minutes=60)
    ended = visible_text(stage.board(words="Dialogen är slut."))
    assert "sammanfattning" not in ended
    stage.settle()
    assert stage.summaries() == []
    assert keys(stage.karin, TEAM) == ["board"]
    vault = {path.suffix for path in (stage.directory / "keys").rglob("*") if path.is_file()}
    assert ".key" not in vault


def test_leaders_get_unstuck_in_private(stage: OwnStage) -> None:
    """The button stands on the board; who leads reads the advice, a member is told whom to ask."""
    board = set_up(stage)
    assert stage.person(LEADER).press(board, "Fastnat?").ok
    waits_for(stage, LEADER, "Vad menar du?")
    assert stage.person(MEMBER).press(board, "Fastnat?").ok
    waits_for(stage, MEMBER, "Bara teamets chef och samtalsledare")
    assert "Vad menar du?" not in visible_text(private(stage, MEMBER))


def test_preview_tells_length_film_and_what_may_be_changed(stage: OwnStage) -> None:
    """All that somebody preparing needs, in one private answer."""
    shown = stage.ask(MEMBER, "/apt visa eftermiddag")
    for words in ("150 minuter", "https://film.example/om-oss", "Ni får korta filmen."):
        assert words in shown


def test_workshop_survives_a_restart(stage: OwnStage) -> None:
    """What was going on goes on, in the same message."""
    set_up(stage)
    stage.stop_bot()
    stage.start_bot()
    stage.advance(minutes=30)
    stage.board(words="Nu: Samtal")
    assert keys(stage.karin, TEAM) == ["board"]


# --- cards --------------------------------------------------------------------------------


def test_cards_are_drawn_again_and_shown_to_the_group(stage: OwnStage) -> None:
    """The next card takes the place of the last; the group sees the one that is shown."""
    set_up(stage)
    stage.ask(LEADER, "/apt kort")
    person, before = stage.person(LEADER), len(ephemerals(stage.person(LEADER), TEAM))
    for _ in range(2):
        another_card(stage)
    assert len(ephemerals(person, TEAM)) == before
    question = next(q for q in ("i går?", "i dag?") if q in visible_text(private(stage, LEADER)))
    assert person.press(private(stage, LEADER), "Visa för gruppen").ok
    stage.wait(lambda: of_kind(stage.karin, TEAM, "card"), "the group sees no card")
    (card,) = of_kind(stage.karin, TEAM, "card")
    assert question in visible_text(card)
    assert not has_button(card, "card.more")


def another_card(stage: OwnStage) -> None:
    """Press for another card, and wait until it has taken the place of the one before."""
    before = private(stage, LEADER)
    assert stage.person(LEADER).press(before, "Ett till").ok
    was = visible_text(before)
    stage.wait(lambda: visible_text(private(stage, LEADER)) != was, "no other card")


def test_member_draws_for_oneself(stage: OwnStage) -> None:
    """A card without the button for the group, also in the app's home."""
    set_up(stage)
    stage.ask(MEMBER, "/apt kort hanterbarhet")
    assert not has_button(private(stage, MEMBER), "card.show")
    person = stage.person(MEMBER)
    person.home()
    home = person.wait_for_home("Samtalskort")
    assert person.press(home, "Samtalskort").ok
    assert "Ett till" in visible_text(person.wait_for_home("Ett till"))
    assert [kind for kind in keys(stage.karin, TEAM) if kind == "card"] == []


# --- mirrors ------------------------------------------------------------------------------


def mirrored(stage: OwnStage, user: str) -> Json:
    """Open the mirror, answer, and return the picture."""
    person = stage.person(user)
    assert person.command(TEAM, "/apt spegel").ok
    assert person.submit(stage.opened(user, "mirror"), ANSWERS).ok
    return stage.opened(user, "mirror.picture")


def test_mirror_shows_its_picture_to_one_person(stage: OwnStage) -> None:
    """Answers, ends, closing; before sending it is said where it will lie."""
    picture = visible_text(mirrored(stage, MEMBER))
    assert f"{CANARY} 0 kvittrar? Du svarade 7 av 7" in picture
    for words in ("Det du gav högst", "Något att tänka på", "Välj en sak", "privata chatt"):
        assert words in picture
    assert standing(stage.person(MEMBER), stage.person(MEMBER).direct) == []


def test_every_question_is_to_be_answered(stage: OwnStage) -> None:
    """A form with a gap is not taken, and stays as it is."""
    person = stage.person(MEMBER)
    assert person.command(TEAM, "/apt spegel").ok
    result = person.submit(stage.opened(MEMBER, "mirror"), {**ANSWERS, "mirror-3": None})
    assert not result.ok
    assert list(result.errors) == ["mirror-3"]


def test_picture_is_sent_to_oneself_and_nobody_else(stage: OwnStage) -> None:
    """It comes as a message in one's own conversation; pressing tells so."""
    picture = mirrored(stage, MEMBER)
    person = stage.person(MEMBER)
    assert person.press(picture, "Skicka till mig själv").ok
    assert "✓ Skickat." in visible_text(stage.opened(MEMBER, "receipt"))
    (kept,) = standing(person, person.direct)
    assert CANARY in visible_text(kept)
    assert [user for user in (MANAGER, LEADER) if CANARY in _all(stage, user)] == []


def test_picture_that_cannot_be_sent_is_said_so(stage: OwnStage) -> None:
    """The platform refuses: the picture stays, and nothing is tried behind the person's back."""
    picture = mirrored(stage, MEMBER)
    stage.workspace.fault("error", method="chat.postMessage", error="internal_error", times=5)
    person = stage.person(MEMBER)
    assert person.press(picture, "Skicka till mig själv").ok
    again = person.wait_for_view("Det gick inte att skicka")
    assert f"{CANARY} 0 kvittrar? Du svarade 7 av 7" in visible_text(again)
    assert stage.waiting() == 0
    stage.workspace.forget_faults()
    assert person.press(again, "Skicka till mig själv").ok
    stage.opened(MEMBER, "receipt")
    assert len(standing(person, person.direct)) == 1


def _all(stage: OwnStage, user: str) -> str:
    person = stage.person(user)
    return "\n".join(person.text(channel["id"]) for channel in person.channels())


# --- checklists ---------------------------------------------------------------------------


def test_ticks_stand_in_the_message(stage: OwnStage) -> None:
    """Ticked in both blocks, they are counted and stand there still; a new list is empty."""
    stage.ask(MEMBER, "/apt checklista eftermiddag")
    person = stage.person(MEMBER)
    for label, done in (("Sak 1 att göra", 1), (f"Sak {LINES - 1} att göra", 2)):
        tick(stage, label)
        waits_for(stage, MEMBER, f"{done} av {LINES} klara.")
    assert len(ephemerals(person, TEAM)) == 1
    assert ticked(private(stage, MEMBER)) == {"1", str(LINES - 1)}
    stage.ask(MEMBER, "/apt checklista eftermiddag")
    assert ticked(private(stage, MEMBER)) == set()


def tick(stage: OwnStage, label: str) -> None:
    """Tick a line of the latest checklist, as a person would."""
    message = private(stage, MEMBER)
    for block in message["blocks"]:
        for element in block.get("elements", ()):
            options = element.get("options", ())
            chosen = [o for o in options if o["text"]["text"] == label]
            if chosen:
                value = {"type": "checkboxes", "selected_options": chosen}
                assert stage.person(MEMBER)._act(message, block, element, value).ok


def ticked(message: Json) -> set[str]:
    """Return the values that stand ticked in a message."""
    return {
        option["value"]
        for block in message["blocks"]
        for element in block.get("elements", ())
        for option in element.get("initial_options", ())
    }


# --- programmes, language, files ----------------------------------------------------------


def test_programme_is_listed_with_cards_and_mirror(stage: OwnStage) -> None:
    """The only programme shows its themes at once."""
    shown = stage.ask(MEMBER, "/apt teman")
    assert "1. En eftermiddag · 150\u00a0min" in shown
    assert "Prov" in shown


def test_manager_chooses_the_language_of_the_texts(stage: OwnStage) -> None:
    """From the next message on; a member finds no button for it."""
    set_up(stage)
    stage.ask(MANAGER, "/apt lag")
    assert stage.karin.press(private(stage, MANAGER), "Engelska texter").ok
    waits_for(stage, MANAGER, "The texts of the dialogues are in English.")
    assert "Talk" in stage.ask(MANAGER, "/apt next") or stage.board(words="Now: ")
    stage.ask(MEMBER, "/apt lag")
    assert not has_button(private(stage, MEMBER), "team.language")


def test_mistake_in_a_file_is_told_and_mending_too(stage: OwnStage) -> None:
    """The last good version stays in use; a good file is live at once."""
    file = stage.dialogues / "prov" / "eftermiddag.yaml"
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("minutes: 30", "minutes: 31"), encoding="utf-8")
    told = waits_in_private(stage, "Fel i dialogfilerna")
    assert "prov/eftermiddag.yaml" in told
    assert "150 minuter" in stage.ask(MEMBER, "/apt visa eftermiddag")
    file.write_text(good.replace("En eftermiddag", "En förmiddag"), encoding="utf-8")
    assert "En förmiddag" in stage.ask(MEMBER, "/apt visa eftermiddag")
    waits_in_private(stage, "Nu är alla dialogfiler rätt igen.")


def waits_in_private(stage: OwnStage, words: str) -> str:
    """Wait until the manager's own conversation has these words, moving the clock on."""

    def found() -> str:
        stage.advance(seconds=1)
        text = stage.karin.text(stage.karin.direct)
        return text if words in text else ""

    return stage.wait(found, f"nobody is told {words}")
