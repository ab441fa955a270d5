"""Every command, in Swedish and English, in the right state and in the wrong one."""

from __future__ import annotations

import pytest

from bot.workspace import visible_text
from tests.e2e.places import COLLEAGUES, MANAGER, STEPS, STRANGER, TEAM
from tests.e2e.reading import Json, ephemerals, keys, says
from tests.e2e.stage import Stage
from tests.e2e.test_pools import save_team


def test_every_command_in_swedish_and_english(stage: Stage) -> None:
    """Each word does what it says, also without its dots and in capitals."""
    for word in ("hjälp", "help", "HJALP", "?"):
        assert "Så använder du /apt" in stage.ask(MANAGER, f"/apt {word}")
    for word in ("teman", "themes"):
        assert "Femton minuter tillsammans" in stage.ask(MANAGER, f"/apt {word}")
        assert "Det som hjälper oss" in stage.ask(MANAGER, f"/apt {word} tio-teman")
    for word in ("visa 3", "show tema3", "visa det som hjälper"):
        assert "Bara du ser det här" in stage.ask(MANAGER, f"/apt {word}")
    stage.set_up()
    for word in ("status", "läget"):
        assert "steg 1 av 7" in stage.ask(MANAGER, f"/apt {word}")
    for step, word in enumerate(("nästa", "next", "NASTA"), start=1):
        assert STEPS[step] in stage.ask(MANAGER, f"/apt {word}")
    for pause, resume in (("paus", "fortsätt"), ("pause", "resume")):
        assert "Pausad" in stage.ask(MANAGER, f"/apt {pause}")
        assert "går tiden igen" in stage.ask(MANAGER, f"/apt {resume}")
    for word in ("förläng 5", "extend 5", "forlang fem"):
        assert "5 minuter till" in stage.ask(MANAGER, f"/apt {word}")
    assert "Dialogen är slut" in stage.ask(MANAGER, "/apt stop")


@pytest.mark.parametrize(
    ("typed", "error", "params"),
    [
        ("strat tema3", "unknown-command", {"word": "strat", "nearest": "start"}),
        ("nsäta", "unknown-command", {"word": "nsäta", "nearest": "nästa"}),
        ("bläckfisk", "unknown-command", {"word": "bläckfisk", "nearest": "none"}),
        ("start temm3", "unknown-theme", {"word": "temm3", "nearest": "tema3"}),
        ("visa hanterbrhet", "unknown-theme", {"word": "hanterbrhet", "nearest": "tema3"}),
        ("visa gurka", "unknown-theme", {"word": "gurka", "nearest": "none"}),
        ("förläng", "bad-minutes", {"low": 1, "high": 30}),
        ("förläng 99", "bad-minutes", {"low": 1, "high": 30}),
        ("förläng -3", "bad-minutes", {"low": 1, "high": 30}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_not_understood_says_what_to_do(
    stage: Stage, typed: str, error: str, params: dict[str, str | int]
) -> None:
    """An unknown word, theme or number gets a clear answer, in private."""
    answer = stage.ask(MANAGER, f"/apt {typed}")
    assert says(answer, f"error-{error}", **params), answer


@pytest.mark.parametrize("typed", ["nästa", "paus", "fortsätt", "förläng 5", "stopp", "avbryt"])
def test_without_a_dialogue(stage: Stage, typed: str) -> None:
    """Before the first set-up, and after a dialogue, it is said that none is going on."""
    assert says(stage.ask(MANAGER, f"/apt {typed}"), "error-no-team")
    stage.set_up()
    stage.ask(MANAGER, "/apt stopp")
    assert says(stage.ask(MANAGER, f"/apt {typed}"), "error-no-session")


def test_status_without_a_dialogue(stage: Stage) -> None:
    """It is no mistake to ask: the answer says what comes."""
    assert says(stage.ask(MANAGER, "/apt status"), "error-no-team")
    stage.set_up()
    stage.ask(MANAGER, "/apt stopp")
    assert says(stage.ask(MANAGER, "/apt status"), "status-nothing")


def test_in_the_wrong_state(stage: Stage) -> None:
    """Pause twice, resume what runs, start what has started."""
    stage.set_up()
    assert says(stage.ask(MANAGER, "/apt fortsätt"), "error-not-paused")
    stage.ask(MANAGER, "/apt paus")
    assert says(stage.ask(MANAGER, "/apt paus"), "error-already-paused")
    assert says(stage.ask(MANAGER, "/apt start tema1"), "error-session-running")
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board"]


def test_in_a_direct_message(stage: Stage) -> None:
    """What needs a team says where to go; what does not is answered."""
    direct = stage.karin.direct
    for typed in ("status", "nästa", "paus", "stopp", "avbryt"):
        assert says(stage.ask(MANAGER, f"/apt {typed}", direct), "error-not-a-channel")
    assert "Så använder du /apt" in stage.ask(MANAGER, "/apt hjälp", direct)
    assert "Femton minuter tillsammans" in stage.ask(MANAGER, "/apt teman", direct)
    assert "Ett till" in stage.ask(MANAGER, "/apt kort", direct)
    assert "Checklist" in stage.ask(MANAGER, "/apt checklista", direct)
    assert stage.ask(MANAGER, "/apt", direct)


def test_the_bare_command_shows_what_fits(stage: Stage) -> None:
    """Before, during and after a dialogue, with the buttons that fit the person."""
    board = stage.open_for_answers()
    stage.ask(MANAGER, "/apt")
    menu = visible_text(ephemerals(stage.karin, TEAM)[-1])
    for words in ("steg 5 av 7", "Nästa steg", "Paus", "Stopp", "Avbryt dialogen"):
        assert words in menu
    assert "Svara anonymt" not in menu
    assert "Nästa steg" not in stage.ask("U0ALI", "/apt")
    ali = stage.person("U0ALI")
    assert ali.press(ephemerals(ali, TEAM)[-1], "Svara anonymt").ok
    stage.opened("U0ALI", "answer")
    assert stage.can_answer(board)
    stage.ask(MANAGER, "/apt stopp")
    after = stage.ask(MANAGER, "/apt")
    assert "Senast: 3." in after
    assert says(stage.ask("U0ALI", "/apt"), "menu-idle-member")


def test_replies_are_seen_by_nobody_else(stage: Stage) -> None:
    """Everything that is typed is answered in private."""
    stage.set_up()
    for typed in ("", "hjälp", "teman", "visa 1", "status", "paus", "gurka"):
        stage.ask(MANAGER, f"/apt {typed}".strip())
    assert ephemerals(stage.person("U0ALI"), TEAM) == []
    assert keys(stage.karin, TEAM) == ["board"]


def test_a_second_dialogue_after_the_first(stage: Stage) -> None:
    """The team is known: the next start needs no form and has a message of its own."""
    stage.set_up()
    stage.ask(MANAGER, "/apt stopp")
    assert "Startar" in stage.ask(MANAGER, "/apt start tema1")
    stage.wait(lambda: keys(stage.karin, TEAM) == ["board", "board"], "no second dialogue")
    stage.settle()
    assert "klart" not in visible_text(stage.board())


def test_the_home_knows_whom_it_is_for(stage: Stage) -> None:
    """The app's home names the teams that the reader leads, to them alone."""
    stage.set_up()
    stage.karin.home()
    assert "#arbetslag-solrosen" in visible_text(stage.karin.wait_for_home("Team du leder"))
    stranger = stage.person(STRANGER)
    stranger.home()
    assert "solrosen" not in visible_text(stranger.wait_for_home("räknas svaren ihop"))


def test_menu_leads_to_the_plan_and_the_results(stage: Stage) -> None:
    """Whoever types `/apt` in a team's channel finds both, a member too."""
    stage.karin.close(save_team(stage, "U0KARIN", TEAM), clear=True)
    for user in ("U0KARIN", COLLEAGUES[0]):
        for label, words in (("Planen", "Plan för"), ("Resultat", "inga resultat")):
            stage.ask(user, "/apt")
            person = stage.person(user)
            assert person.press(person.message(TEAM, "Vad vill du göra?"), label).ok
            person.wait_for_message(TEAM, words)


def test_every_button_of_the_home_works(stage: Stage) -> None:
    """Programmes, themes, a preview and the help open in the home, each with the way back."""
    karin = stage.karin
    karin.home()

    def shown(words: str) -> Json:
        def found() -> Json | None:
            view = karin.home_view
            return view if view and words in visible_text(view) else None

        view = stage.wait(found, f"the home does not show {words!r}")
        assert view is not None
        return view

    for label, words in (("Visa alla teman", "Välj ett program"), ("Hjälp", "/apt förläng")):
        assert karin.press(shown("Hej!"), label).ok
        assert karin.press(shown(words), "Tillbaka").ok
    assert karin.press(shown("Hej!"), "Visa alla teman").ok
    assert karin.press(shown("Välj ett program"), "Visa 10 teman och utvärderingen").ok
    assert karin.press(shown("Det som hjälper oss"), "Visa 3").ok
    assert karin.press(shown("Så går det till"), "Tillbaka").ok
    shown("Hej!")
