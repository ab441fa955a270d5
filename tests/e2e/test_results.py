"""What is shown of the answers, to whom, and how often."""

from __future__ import annotations

import json
import re

import pytest

from bot.workspace import visible_text
from tests.e2e.places import COLLEAGUES, EVERYBODY, LEADER, MANAGER, TEAM
from tests.e2e.reading import (
    Json,
    ephemerals,
    every_word,
    has_button,
    keys,
    of_kind,
    says,
)
from tests.e2e.stage import GOOD, Stage


@pytest.mark.parametrize("answers", [0, 1, 5])
def test_under_six_nothing_is_shown_anywhere(stage: Stage, answers: int) -> None:
    """No number and no word, to the manager or the team; the same for none as for five."""
    summary = stage.close_with(answers, consent=True)
    assert not has_button(summary, "result.hide")
    assert stage.karin.press(summary, "Dela nu").ok
    stage.wait(lambda: of_kind(stage.karin, TEAM, "shared"), "not shared")
    stage.settle()
    shared = of_kind(stage.karin, TEAM, "shared")[0]
    assert content(shared) == content(summary)
    text = visible_text(shared)
    assert says(text, "summary-too-few", threshold=6)
    numbers = set(re.findall(r"\d+", text)) - {"3"}  # the theme's own number
    assert numbers == {"6"}
    everything = every_word(stage.workspace, EVERYBODY)
    assert "Mening nummer" not in everything
    assert "Mittersta svaret" not in everything
    assert not re.search(
        r"\b\d+ (av 12|svar\b|har svarat|svarade)", everything.replace("6 har", "")
    )


@pytest.mark.parametrize("answers", [6, 9])
def test_from_six_medians_but_neither_words_nor_distribution(stage: Stage, answers: int) -> None:
    """Six to nine: bands and medians; everybody's yes does not show a single comment."""
    text = visible_text(stage.close_with(answers, consent=True))
    assert f"{answers} av 12 svarade." in text
    assert "Mittersta svaret: 5, på skalan 1–7" in text
    assert "▇" not in text
    assert "Mening nummer" not in text
    assert says(text, "held-comments-too-few", quotes=10)
    assert says(text, "held-distribution-too-few")


def test_from_ten_words_of_those_who_agreed(stage: Stage) -> None:
    """Ten answers: the distribution, and the comments of the writers who said yes, no others."""
    board = stage.open_for_answers()
    for number, user in enumerate(COLLEAGUES[:10]):
        given: dict[str, str | list[str] | None] = {
            **GOOD,
            "Vad hjälper dig": f"Mening nummer {number} av alla.",
            "verbatim": ["yes"] if number < 4 else [],
        }
        assert stage.answer(user, board, given).ok
    stage.ask(MANAGER, "/apt stopp")
    text = visible_text(stage.summary())
    assert "10 av 12 svarade." in text
    assert "▇" in text
    shown = {number for number in range(10) if f"Mening nummer {number} " in text}
    assert shown == {0, 1, 2, 3}


def test_a_withdrawn_answer_is_not_counted(stage: Stage) -> None:
    """Six answered and one took it back: nothing is shown."""
    board = stage.open_for_answers()
    stage.answer_all(board, 6)
    person = stage.person(COLLEAGUES[2])
    assert person.press(stage.form(person.id, board), "Ta bort mitt svar").ok
    stage.opened(person.id, "receipt")
    stage.ask(MANAGER, "/apt stopp")
    assert says(visible_text(stage.summary()), "summary-too-few", threshold=6)


def test_the_summary_is_seen_by_the_manager_alone(stage: Stage) -> None:
    """Before it is shared nobody else sees one word of it."""
    stage.close_with(12, consent=True)
    others = tuple(user for user in EVERYBODY if user != MANAGER)
    everything = every_word(stage.workspace, others)
    assert "Mittersta svaret" not in everything
    assert "Mening nummer" not in everything
    assert "av 12 svarade" not in everything


def test_sharing_shows_exactly_the_same_once(stage: Stage) -> None:
    """The team sees the manager's blocks without the button, however often it is pressed."""
    summary = stage.close_with(12, consent=True)
    for _ in range(2):
        stage.karin.press(summary, "Dela nu")
    stage.wait(lambda: of_kind(stage.karin, TEAM, "shared"), "not shared")
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board", "shared"]
    shared = of_kind(stage.karin, TEAM, "shared")[0]
    assert content(shared) == content(summary)
    titles = [visible_text(each).splitlines()[0] for each in (summary, shared)]
    assert titles[0] == f"{titles[1]} (#arbetslag-solrosen)"
    after = stage.summaries()
    assert len(after) == 1
    assert not has_button(after[0], "result.share")
    assert says(visible_text(after[0]), "summary-shared")
    assert content(of_kind(stage.person(LEADER), TEAM, "shared")[0]) == content(summary)


def content(message: Json) -> list[Json]:
    """Return what the message shows, without names of blocks and what is for the manager alone.

    That is the buttons, when it is shared, and in the title which team it is about.
    Each conversation has the picture as a file of its own; tests/e2e/test_pictures.py compares it.
    """
    names = {"block_id", "slack_file", "image_url"}
    return [
        {name: value for name, value in block.items() if name not in names}
        for block in message["blocks"]
        if block["type"] not in {"header", "actions"} and '"date"' not in json.dumps(block)
    ]


def test_sharing_after_the_next_dialogue_shares_the_right_one(stage: Stage) -> None:
    """An old summary's button shares that summary."""
    summary = stage.close_with(6)
    stage.ask(MANAGER, "/apt start tema1")
    stage.wait(lambda: len(of_kind(stage.karin, TEAM, "board")) == 2, "no second dialogue")
    assert stage.karin.press(summary, "Dela nu").ok
    stage.wait(lambda: of_kind(stage.karin, TEAM, "shared"), "not shared")
    assert content(of_kind(stage.karin, TEAM, "shared")[0]) == content(summary)


@pytest.mark.parametrize("ending", ["stopp", "time", "avbryt"])
def test_how_a_dialogue_ends_decides_what_becomes_of_the_answers(stage: Stage, ending: str) -> None:
    """Stopped and run out are counted alike; cancelled leaves nothing."""
    board = stage.open_for_answers()
    stage.answer_all(board, 6)
    if ending == "time":
        stage.advance(minutes=20)
    else:
        stage.ask(MANAGER, f"/apt {ending}")
    if ending == "avbryt":
        asked = ephemerals(stage.karin, TEAM)[-1]
        assert stage.karin.press(asked, "Avbryt dialogen").ok
    stage.board(words="Dialogen avbröts" if ending == "avbryt" else "Dialogen är slut")
    stage.settle()
    assert list(stage.directory.glob("keys/**/*.key")) == []
    assert stage.bot is not None
    assert stage.bot.deps.vault.round_ids() == frozenset()
    if ending == "avbryt":
        assert keys(stage.karin, stage.karin.direct) == []
    else:
        assert "6 av 12 svarade." in visible_text(stage.summary())


def test_two_teams_at_once_do_not_mix(stage: Stage) -> None:
    """Two dialogues at the same time, each with its own box and its own summary."""
    day = stage.open_for_answers()
    night = stage.open_for_answers("C0MANEN")
    stage.answer_all(day, 6)
    for user in ("U0MIRO", "U0NADJA"):
        assert stage.answer(user, night).ok
    stage.ask(MANAGER, "/apt stopp", "C0MANEN")
    stage.wait(lambda: len(stage.summaries()) == 1, "no summary")
    assert says(visible_text(stage.summaries()[0]), "summary-too-few", threshold=6)
    assert stage.can_answer(stage.board())
    stage.ask(MANAGER, "/apt stopp")
    stage.wait(lambda: len(stage.summaries()) == 2, "no second summary")
    assert "6 av 12 svarade." in visible_text(stage.summaries()[1])
    assert ephemerals(stage.person("U0MIRO"), "C0MANEN") == []
