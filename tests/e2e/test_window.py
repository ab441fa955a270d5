"""Answering after the meeting, and being reminded of it, over the wire."""

from __future__ import annotations

from bot.workspace import visible_text
from tests.e2e.places import COLLEAGUES, EVERYBODY, TEAM
from tests.e2e.reading import ephemerals, has_button, of_kind, says
from tests.e2e.stage import Stage
from tests.e2e.windowing import (
    choose_window,
    hold,
    monday,
    next_day,
    reminded,
    reminder,
    same_day,
)

ALI = COLLEAGUES[0]


def test_who_missed_the_meeting_answers_afterwards(stage: Stage) -> None:
    """From the choice of the manager to the summary on the next day at six."""
    monday(stage)
    choose_window(stage)
    board = hold(stage)
    assert "Svara senast" in visible_text(board)
    assert stage.summaries() == []
    for user in COLLEAGUES[:6]:
        assert stage.answer(user, board).ok
    stage.settle()
    assert stage.board() == board
    assert "Öppen för svar till tisdag" in stage.ask(COLLEAGUES[6], "/apt status")
    offered = ephemerals(stage.person(COLLEAGUES[6]), TEAM)[-1]
    assert stage.answer(COLLEAGUES[6], offered).ok
    assert has_button(offered, "privacy.open")
    next_day(stage, 17, 59)
    assert stage.can_answer(stage.board())
    assert stage.summaries() == []
    same_day(stage, 18)
    assert "7 av 12 svarade" in visible_text(stage.summary())
    closed = stage.board(words="Lådan är stängd")
    assert not stage.can_answer(closed)
    assert len(of_kind(stage.karin, TEAM, "board")) == 1


def test_everybody_is_reminded_alike(stage: Stage) -> None:
    """All on the roster, whether they have answered or not; never the manager or a guest."""
    monday(stage)
    choose_window(stage)
    board = hold(stage)
    for user in COLLEAGUES[:5]:
        assert stage.answer(user, board).ok
    next_day(stage, 9, 59)
    assert reminded(stage, *EVERYBODY) == {}
    same_day(stage, 10)
    found = reminded(stage, *EVERYBODY)
    assert set(found) == set(COLLEAGUES)
    assert len(set(found.values())) == 1
    assert "Har du redan svarat behöver du inte göra något." in found[ALI]
    assert stage.answer(COLLEAGUES[5], reminder(stage, COLLEAGUES[5])).ok
    assert reminded(stage, *EVERYBODY) == found
    same_day(stage, 18)
    assert "6 av 12 svarade" in visible_text(stage.summary())
    assert reminded(stage, *EVERYBODY) == found


def test_reminders_are_turned_off_and_on(stage: Stage) -> None:
    """In the message itself, for that person alone; the next box reminds all the others."""
    monday(stage)
    choose_window(stage)
    hold(stage)
    next_day(stage, 10)
    ali = stage.person(ALI)
    assert ali.press(reminder(stage, ALI), "Inga fler påminnelser").ok
    ali.wait_for_message(ali.direct, "Du får inga fler påminnelser")
    assert len([m for m in ali.messages(ali.direct) if "Svara senast" in visible_text(m)]) == 1
    others = reminded(stage, *COLLEAGUES[1:])
    assert not any("Du får inga" in said for said in others.values())
    assert ali.home().ok
    home = ali.wait_for_home("Du får inga påminnelser.")
    hold(stage)
    next_day(stage, 10)
    second = {
        user: len(of_kind(stage.person(user), stage.person(user).direct, "remind"))
        for user in COLLEAGUES[:2]
    }
    assert second[COLLEAGUES[1]] == 2
    assert len([m for m in ali.messages(ali.direct) if "Svara senast" in visible_text(m)]) == 1
    assert ali.press(home, "Slå på påminnelser").ok
    stage.wait(lambda: not has_button(ali.home_view or {"blocks": []}, "reminders.switch"), "home")


def test_pressed_when_it_is_closed(stage: Stage) -> None:
    """The reminder stands there still; what is pressed in it is answered in words."""
    monday(stage)
    choose_window(stage)
    hold(stage)
    next_day(stage, 10)
    old = reminder(stage, ALI)
    same_day(stage, 18)
    ali = stage.person(ALI)
    assert ali.press(old, "Svara anonymt").ok
    ali.wait_for_message(ali.direct, "Det går inte att svara längre")
    assert ali.press(old, "Så skyddas svaren").ok
    page = stage.opened(ALI, "privacy")
    assert says(visible_text(page), "privacy-intro-next")
    ali.close(page, clear=True)
    assert ali.press(reminder(stage, ALI), "Inga fler påminnelser").ok
    ali.wait_for_message(ali.direct, "Slå på påminnelser")
