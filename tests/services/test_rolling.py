"""A rolling survey: begun, ended, and beside the dialogues of its team."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.people import PersonKey
from bot.domain.quarter import Quarter
from bot.domain.round import RoundState
from bot.errors import (
    CannotInvite,
    NobodyInvited,
    NoMaterial,
    NoSurvey,
    RollingTheme,
    SurveyRunning,
    SurveyTurning,
    TooManyInvited,
    UnknownTheme,
    UserError,
)
from bot.locales import words
from bot.services import answers, overview, pools, privacy, rolling, sessions
from bot.views.model import Seen, Summary, ThemeList
from bot.views.replies import error
from tests.services.people import (
    ANNA,
    COLLEAGUES,
    KARIN,
    TEMA3,
    team,
)
from tests.services.surveying import (
    LEAVERS,
    OTHER,
    SURVEY,
    TURNS,
    answer,
    answered,
    begin,
    box,
    boxes,
    invite,
    page_text,
    running,
    until,
    with_surveys,
)
from tests.services.world import GIVEN, World

FIRST, SECOND = LEAVERS[:2]
OPEN, CLOSED = RoundState.OPEN, RoundState.CLOSED


# --- beginning and ending ------------------------------------------------------------------


def test_it_opens_a_box_without_a_dialogue(bare: World) -> None:
    """For nobody yet, to the end of the quarter; no message stands in the channel."""
    running(bare)
    round = box(bare)
    assert (round.roster, round.invited, round.theme) == ((), 0, SURVEY)
    assert (round.rolling, round.closes_at) == (Quarter(2026, 1), TURNS[0])
    assert bare.vault.round_ids() == {round.id}
    assert bare.shown() == []
    assert bare.look(lambda tx: tx.sessions.of_round(round.id)) == ()


def test_beginning_twice_is_beginning_once(bare: World) -> None:
    """The second press finds the survey open."""
    running(bare)
    first = box(bare)
    begin(bare)
    assert box(bare) == first
    assert bare.vault.round_ids() == {first.id}


def test_one_survey_at_a_time(bare: World) -> None:
    """Another one is refused by the name of the one that is open."""
    running(bare)
    with pytest.raises(SurveyRunning) as problem:
        begin(bare, OTHER)
    assert problem.value.params == {"title": "Enkät 1, kvartal 1 2026"}
    assert len(bare.vault.round_ids()) == 1


def test_only_surveys_are_begun_so(bare: World) -> None:
    """A dialogue named by a forged button is none."""
    with_surveys(bare)
    with pytest.raises(UnknownTheme):
        begin(bare, TEMA3)
    assert bare.vault.round_ids() == frozenset()


def test_a_survey_is_no_dialogue(bare: World) -> None:
    """It can't be started as one, by whatever way, and is told how it is used."""
    with_surveys(bare)
    with pytest.raises(RollingTheme) as problem:
        sessions.check_start(bare.deps, bare.request(), "sluta/tema1")
    assert problem.value.params == {"title": "Enkät 1"}
    with pytest.raises(RollingTheme):
        sessions.start(bare.deps, bare.request(), SURVEY)
    assert bare.look(lambda tx: tx.sessions.active(team().id)) is None


def test_a_survey_is_never_the_next_dialogue(bare: World) -> None:
    """The menu does not offer it, the list and the preview lead to its page."""
    with_surveys(bare)
    bare.catalogue.known = (bare.catalogue.known[-1],)
    menu = overview.menu(bare.deps, bare.request())
    assert not [b for b in menu.buttons if b.action == "themes.start"]
    listed = overview.themes(bare.deps, bare.request(), "sluta")
    assert isinstance(listed, ThemeList)
    preview = overview.preview(bare.deps, bare.request(), "sluta/tema1")
    for buttons in (listed.themes[0].buttons, preview.buttons):
        actions = {button.action for button in buttons}
        assert "survey.page" in actions
        assert "themes.start" not in actions


def test_where_there_is_none(bare: World) -> None:
    """A workplace without such a file is told so."""
    bare.with_team()
    with pytest.raises(NoMaterial):
        rolling.page(bare.deps, bare.request())


def test_the_page_before_and_after(bare: World) -> None:
    """Managers get something to press, others are told whose it is; nobody sees how many."""
    with_surveys(bare)
    assert "Börja: Enkät 1" in page_text(bare)
    assert "Börja: Enkät 2" in page_text(bare)
    assert "Börja" not in page_text(bare, ANNA)
    begin(bare)
    invite(bare, LEAVERS[:7])
    answer(bare, LEAVERS[:3])
    before = page_text(bare)
    for part in ("kvartal 1 2026", "31 mars", "31 december", "7 personer", "Bjud in", "Sluta"):
        assert part in before
    answer(bare, LEAVERS[3:7])
    answers.withdraw(bare.deps, bare.request(FIRST, "D-me"), box(bare).id)
    assert page_text(bare) == before
    assert "Bjud in någon" not in page_text(bare, ANNA)
    assert "Så skyddas svaren" in page_text(bare, ANNA)


def test_ending_waits_for_the_end_of_the_quarter(bare: World) -> None:
    """A manager can't choose the moment: the box is open until then, and no other follows."""
    answered(bare, 6)
    rolling.stop(bare.deps, bare.request(), team().id)
    assert boxes(bare) == [("2026Q1", OPEN)]
    assert bare.summaries() == []
    assert "Avslutas" in page_text(bare)
    until(bare, TURNS[0])
    assert boxes(bare) == [("2026Q1", CLOSED)]
    assert len(bare.summaries()) == 1
    assert bare.vault.round_ids() == frozenset()


def test_ending_with_too_few_deletes_unread(bare: World) -> None:
    """As the page said: there is no other quarter to wait for."""
    answered(bare, 5)
    rolling.stop(bare.deps, bare.request(), team().id)
    until(bare, TURNS[0])
    assert boxes(bare) == [("2026Q1", CLOSED)]
    (summary,) = bare.summaries()
    assert "Färre än 6" in summary.taking_part
    assert bare.vault.round_ids() == frozenset()


def test_what_was_to_end_can_go_on(bare: World) -> None:
    """Taken up again before the end, it is the same box, which then goes on as before."""
    answered(bare, 5)
    rolling.stop(bare.deps, bare.request(), team().id)
    begin(bare)
    assert not box(bare).ending
    until(bare, TURNS[0])
    assert boxes(bare) == [("2026Q1", OPEN)]


def test_to_stop_where_nothing_is_open(bare: World) -> None:
    """An old button shows the page as it is."""
    with_surveys(bare)
    assert rolling.stop(bare.deps, bare.request(), team().id).buttons


# --- beside dialogues ----------------------------------------------------------------------


def test_the_team_has_its_own_dialogues_meanwhile(bare: World) -> None:
    """A dialogue is started, answered and closed, and the survey's box is not touched."""
    answered(bare, 3)
    survey = box(bare)
    session = bare.start()
    for person in COLLEAGUES[:6]:
        answers.submit(bare.deps, bare.request(person), session.round_id, GIVEN)
    bare.stop()
    assert box(bare) == survey
    assert len(bare.summaries()) == 1
    assert "Enkät" not in privacy.page(bare.deps, bare.request(ANNA)).intro


def test_the_team_is_not_busy_for_months(bare: World) -> None:
    """Who answers together with whom can be changed while the survey is open."""
    running(bare)
    assert not bare.look(lambda tx: pools.busy(tx, [team()]))
    assert pools.form(bare.deps, bare.request(), team().id).team_id == team().id


def test_the_pages_about_anonymity(bare: World) -> None:
    """To the invited, and in the channel: the survey's own terms; to others it is none."""
    running(bare)
    invite(bare, [FIRST])
    id = box(bare).id
    for request in (bare.request(FIRST, "D-me"), bare.request(ANNA)):
        page = privacy.page(bare.deps, request, id)
        told = page.model_dump_json()
        assert "Enkät 1, kvartal 1 2026" in page.intro
        for part in ("#arbetslag-solrosen", "31 mars", "31 december", "minst 6"):
            assert part in told
        assert "dialog" not in told
        seen = privacy.preview(bare.deps, request, id)
        assert isinstance(seen, Seen)
        assert seen.note == words("sv")("seen-sample-note")
    outsider = privacy.page(bare.deps, bare.request(SECOND, "D-me"), id)
    assert "Enkät" not in outsider.model_dump_json()


@pytest.mark.parametrize("reader", [ANNA, KARIN, FIRST])
def test_in_the_channel_of_a_survey_its_terms_are_told(bare: World, reader: PersonKey) -> None:
    """Where there are no dialogues, and to all alike: also to who is not invited."""
    running(bare)
    invite(bare, [FIRST])
    page = privacy.page(bare.deps, bare.request(reader))
    told = page.model_dump_json()
    assert "Enkät 1, kvartal 1 2026" in page.intro
    assert "nästa dialog" not in told
    assert "bjudit in dig" not in told
    assert page == privacy.page(bare.deps, bare.request(KARIN))
    assert page.buttons[0].value == box(bare).id
    assert isinstance(privacy.preview(bare.deps, bare.request(reader)), Seen)
    rolling.stop(bare.deps, bare.request(), team().id)
    assert "Enkät 1" in privacy.page(bare.deps, bare.request(reader)).intro  # till the quarter ends


@pytest.mark.parametrize("reader", [ANNA, KARIN, FIRST])
def test_the_terms_of_a_survey_that_has_ended_are_told(bare: World, reader: PersonKey) -> None:
    """There is no next dialogue in its channel, so the box that was counted is what is asked of."""
    running(bare)
    invite(bare, LEAVERS[:6])
    answer(bare, LEAVERS[:6])
    id = box(bare).id
    rolling.stop(bare.deps, bare.request(), team().id)
    until(bare, TURNS[0])
    page = privacy.page(bare.deps, bare.request(reader))
    assert page.intro == "Det här gällde ”Enkät 1, kvartal 1 2026”. Den är stängd."
    assert "nästa dialog" not in page.model_dump_json()
    assert page.buttons[0].value == id
    assert isinstance(privacy.preview(bare.deps, bare.request(reader)), Seen)


def test_an_error_is_said_in_words() -> None:
    """Every error of surveys has words in both languages."""
    problems: list[UserError] = [
        RollingTheme(title="Enkät"),
        NoSurvey(),
        SurveyRunning(title="Enkät"),
        SurveyTurning(),
        NobodyInvited(),
        TooManyInvited(most=20),
        *(CannotInvite(kind=kind, names="Bo") for kind in ("bot", "guest", "manager")),
        CannotInvite(kind="unknown", names=""),
        NoMaterial(kind="survey"),
    ]
    for language in ("sv", "en"):
        said = [error(problem, words(language)).text for problem in problems]
        assert len(set(said)) == len(problems)


def test_summaries_in_english(bare: World) -> None:
    """The quarter is said in the team's language."""
    with_surveys(bare).store.write(lambda tx: tx.teams.save(replace(team(), language="en")))
    begin(bare)
    invite(bare, LEAVERS[:6])
    answer(bare, LEAVERS[:6])
    until(bare, TURNS[0])
    (summary,) = [view for view in bare.shown(KARIN.user) if isinstance(view, Summary)]
    assert summary.title.endswith("Survey 1, quarter 1 2026 (#arbetslag-solrosen)")
