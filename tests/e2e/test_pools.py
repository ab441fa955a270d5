"""Two small teams with a manager each answer together, over the wire."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from bot.domain.people import Team
from bot.locales import words
from bot.ports import Tx
from bot.workspace import visible_text
from tests.e2e.forging import forged_press
from tests.e2e.places import ANSWER_STEP, MANAGER, NIGHT, STEPS, STRANGER, TEAM, key
from tests.e2e.reading import Json, ephemerals, of_kind, said_later, says
from tests.e2e.stage import GOOD, Stage

KITCHEN = "C0KOKET"
CHEF = "U0GUSTAV"
"""The manager of the kitchen; the night team's is Karin."""

NIGHT_STAFF = ("U0MIRO", "U0NADJA", "U0OSKAR", "U0PIA", "U0RAFIQ")
COOKS = ("U0CESAR", "U0KALLE")
HIDE = {"Får teamet se samma sammanfattning som chefen?": "Nej"}


def save_team(
    stage: Stage, manager: str, channel: str, more: dict[str, str | list[str] | None] | None = None
) -> Json:
    """Set a team up without a dialogue, through `/apt lag`; return what the form turns into."""
    person = stage.person(manager)
    assert person.command(channel, "/apt lag").ok
    form = person.wait_for_view("kanalen kan svara")
    assert person.submit(form, {"Teamets chef": manager, **(more or {})}).ok
    return stage.opened(manager, "receipt")


def page(stage: Stage, user: str, channel: str) -> Json:
    """Type `/apt lag` and return the private page."""
    assert stage.person(user).command(channel, "/apt lag").ok
    return ephemerals(stage.person(user), channel)[-1]


def invite(stage: Stage, user: str, channel: str, name: str) -> Json:
    """Search for a team in the form and choose it; return what the form turns into."""
    person = stage.person(user)
    assert person.press(page(stage, user, channel), "Svara tillsammans med andra team").ok
    form = stage.opened(user, "pool")
    assert name not in str(form["blocks"])
    assert person.choose(form, "", name, action_id="pool.search").ok
    form = stage.wait(lambda: found_in(person.view, name), "the search shows nothing")
    assert person.submit(form, {"Vilka team": [name]}).ok
    return stage.opened(user, "receipt")


def invitation(stage: Stage, user: str) -> Json:
    """Wait for the invitation in the manager's private messages."""
    person = stage.person(user)
    return person.wait_for_message(person.direct, "vill svara tillsammans med")


def start(stage: Stage, user: str, channel: str) -> Json:
    """Start a dialogue and go to the questions; return its message."""
    stage.ask(user, "/apt start tema3", channel)
    stage.board(channel)
    for _ in range(ANSWER_STEP):
        stage.ask(user, "/apt nästa", channel)
    return stage.board(channel, f"Nu: {STEPS[ANSWER_STEP]}")


@pytest.fixture
def teams(stage: Stage) -> Stage:
    """Both teams, set up and on their own."""
    save_team(stage, MANAGER, NIGHT)
    save_team(stage, CHEF, KITCHEN)
    return stage


@pytest.fixture
def pool(teams: Stage) -> Stage:
    """Both teams, answering together."""
    invite(teams, MANAGER, NIGHT, "#koket")
    chef = teams.person(CHEF)
    assert chef.press(invitation(teams, CHEF), "Gå med").ok
    chef.wait_for_message(chef.direct, "svarar från och med nästa dialog tillsammans med")
    teams.settle()
    return teams


def test_a_team_is_saved_without_a_dialogue(stage: Stage) -> None:
    """The form says what to do next, and nothing stands in the channel."""
    receipt = visible_text(save_team(stage, MANAGER, NIGHT, {**HIDE}))
    for id in ("setup-saved", "setup-saved-start", "setup-saved-pool"):
        assert says(receipt, id)
    assert of_kind(stage.karin, NIGHT, "board") == []
    assert says(visible_text(page(stage, MANAGER, NIGHT)), "team-hidden")


def test_what_is_chosen_in_the_form_stays_when_it_is_counted_anew(stage: Stage) -> None:
    """Another manager is counted again; the choice of who sees the summary is kept."""
    karin = stage.karin
    assert karin.command(NIGHT, "/apt start tema3").ok
    form = karin.wait_for_view("5 personer i kanalen kan svara")
    assert says(visible_text(form), "setup-small")
    assert says(visible_text(form), "setup-small-start")
    assert not says(visible_text(form), "channel-public")
    assert karin.choose(form, "", "U0MIRO", action_id="setup.manager").ok
    form = karin.wait_for_view("5 personer i kanalen kan svara")
    assert karin.submit(form, {"Teamets chef": "U0MIRO", **HIDE}).ok
    stage.board(NIGHT)
    assert says(visible_text(page(stage, MANAGER, NIGHT)), "team-hidden")


def test_a_channel_that_all_can_read_is_warned_of(stage: Stage) -> None:
    """In a public channel all of the workplace reads what is shared: one is told before."""
    assert stage.karin.command("C0ALLMANT", "/apt start tema3").ok
    form = stage.karin.wait_for_view("personer i kanalen kan svara")
    assert says(visible_text(form), "channel-public")


def test_the_page_for_a_colleague(teams: Stage) -> None:
    """Who leads, who sees, with whom one answers; to press, only to ask for the role oneself."""
    shown = page(teams, "U0MIRO", NIGHT)
    said = visible_text(shown)
    assert says(said, "team-sees")
    assert says(said, "team-alone")
    assert not says(said, "channel-public")
    assert says(said, "team-footer")
    assert "Karin" in said or MANAGER in said
    pressable = [block["elements"] for block in shown["blocks"] if block["type"] == "actions"]
    assert [button["text"]["text"] for row in pressable for button in row] == [
        words("sv")("request-button")
    ]


def test_the_manager_decides_who_sees(teams: Stage) -> None:
    """The button asks first, and the answer is the page as it is then."""
    before = len(said_later(teams.workspace))
    button = "Bara chefen ser sammanfattningen"
    assert teams.karin.press(page(teams, MANAGER, NIGHT), button).ok
    assert says(teams.said(before), "team-hidden")


def test_no_is_told_to_whoever_asked(teams: Stage) -> None:
    """The invitation says that it was turned down, to both."""
    said = visible_text(invite(teams, MANAGER, NIGHT, "#koket"))
    assert says(said, "pool-now-invited", teams="#koket")
    chef = teams.person(CHEF)
    assert chef.press(invitation(teams, CHEF), "Nej tack").ok
    for person in (chef, teams.karin):
        person.wait_for_message(person.direct, "#koket har tackat nej")
    assert says(visible_text(page(teams, MANAGER, NIGHT)), "team-alone")


def test_forged_presses_change_nothing(teams: Stage) -> None:
    """Others than the manager who was asked are refused in words."""
    invite(teams, MANAGER, NIGHT, "#koket")
    message = invitation(teams, CHEF)
    elements = [e for b in message["blocks"] if b["type"] == "actions" for e in b["elements"]]
    value = str(elements[0]["value"])
    inviting, invited = value.split(" ")
    board = {**message, "channel": TEAM}
    for user, action, text, id in (
        (STRANGER, "pool.join", value, "error-manager-only"),
        (MANAGER, "pool.join", value, "error-manager-only"),
        (MANAGER, "pool.decline", value, "error-manager-only"),
        (CHEF, "pool.join", f"{invited} {inviting}", "error-manager-only"),
        (CHEF, "pool.join", "gurka", "error-no-invitation"),
        (CHEF, "pool.leave", inviting, "error-manager-only"),
        (CHEF, "pool.leave", "gurka", "error-unknown-team"),
        (CHEF, "pool.open", inviting, "error-manager-only"),
        (STRANGER, "team.sees", f"{inviting} no", "error-manager-only"),
        (CHEF, "team.sees", "gurka", "reply-failed"),
    ):
        before = len(said_later(teams.workspace))
        assert forged_press(teams.workspace, user, board, action, text).ok
        assert says(teams.said(before), id), (user, action, text)
    assert says(visible_text(page(teams, MANAGER, NIGHT)), "team-alone")


def test_two_teams_share_one_result(pool: Stage) -> None:
    """Each has its dialogue; the managers of both get the same summary when the last is over."""
    night = start(pool, MANAGER, NIGHT)
    assert "#koket" in visible_text(night)
    for user in NIGHT_STAFF:
        assert pool.answer(user, night).ok
    assert says(pool.ask(MANAGER, "/apt stopp", NIGHT), "pool-reply-over")
    night = pool.board(NIGHT, "Dialogen är slut för ert team.")
    assert pool.can_answer(night)
    assert pool.answer("U0PIA", night, {**GOOD, "Hanterbarhet": "7"}).ok
    pool.settle()
    assert pool.summaries() == []

    kitchen = start(pool, CHEF, KITCHEN)
    assert "#natt-manen" in visible_text(kitchen)
    for user in COOKS:
        assert pool.answer(user, kitchen).ok
    pool.ask(CHEF, "/apt stopp", KITCHEN)
    pool.board(KITCHEN, "Den gemensamma lådan är stängd.")
    assert not pool.can_answer(pool.board(NIGHT, "Den gemensamma lådan är stängd."))
    chef = pool.person(CHEF)
    for person in (pool.karin, chef):
        person.wait_for_message(person.direct, "7 av 7 svarade.")
    pool.settle()


def test_everybody_reads_in_the_words_of_the_own_team(pool: Stage) -> None:
    """One team speaks English: its form, errors, page, receipt and way back are English, too."""
    boards = {"sv": start(pool, CHEF, KITCHEN), "en": start(pool, MANAGER, NIGHT)}
    speak_english(pool, MANAGER)
    for (language, board), user in zip(boards.items(), ("U0KALLE", "U0PIA"), strict=True):
        w, person = words(language), pool.person(user)
        form = pool.form(user, board)
        assert title_of(form) == w("answer-title")
        assert person.submit(form, {}).errors == {"comment": w("error-empty-answer")}
        assert person.press(form, w("privacy-button")).ok
        page = pool.opened(user, "privacy")
        assert title_of(page) == w("privacy-title")
        person.close(page)
        assert person.submit(form, {w("component-hanterbarhet"): "4"}).ok
        receipt = pool.opened(user, "receipt")
        assert title_of(receipt) == w("receipt-title")
        person.close(receipt, clear=True)
        assert person.press(pool.form(user, board), w("answer-withdraw")).ok
        pool.settle()
        assert title_of(pool.opened(user, "receipt")) == w("receipt-withdrawn-title")


def speak_english(stage: Stage, manager: str) -> None:
    """Let the manager's team speak English."""
    assert stage.bot is not None
    store = stage.bot.deps.store
    (team,) = store.read(lambda tx: tx.teams.managed_by(key(manager)))
    store.write(lambda tx: tx.teams.save(replace(team, language="en")))


def title_of(view: Json) -> str:
    """Return the heading of a form."""
    return str(view["title"]["text"])


def test_cancel_says_what_is_true_of_a_shared_box(pool: Stage) -> None:
    """Answers stay; asked before, told after, and seen in the channel."""
    board = start(pool, MANAGER, NIGHT)
    assert pool.answer("U0PIA", board).ok
    asked = pool.ask(MANAGER, "/apt avbryt", NIGHT)
    assert says(asked, "pool-ask-cancel")
    before = len(said_later(pool.workspace))
    assert pool.karin.press(ephemerals(pool.karin, NIGHT)[-1], "Avbryt dialogen").ok
    assert says(pool.said(before), "pool-reply-cancelled")
    board = pool.board(NIGHT, "Dialogen avbröts för ert team.")
    assert pool.can_answer(board)
    form = pool.form("U0PIA", board)
    assert "Lugna morgnar." in str(form)


def test_nobody_joins_or_leaves_while_the_box_is_open(pool: Stage) -> None:
    """The page says so, and an old page's button is refused."""
    old = page(pool, MANAGER, NIGHT)
    start(pool, CHEF, KITCHEN)
    before = len(said_later(pool.workspace))
    assert pool.karin.press(old, "Lämna gemenskapen").ok
    assert "är öppen för svar" in pool.said(before)
    shown = page(pool, MANAGER, NIGHT)
    assert says(visible_text(shown), "team-busy")
    assert "Lämna gemenskapen" not in visible_text(shown)


def test_leaving_is_told_to_the_others(pool: Stage) -> None:
    """The other manager gets a private message, and both pages say so."""
    assert pool.karin.press(page(pool, MANAGER, NIGHT), "Lämna gemenskapen").ok
    chef = pool.person(CHEF)
    chef.wait_for_message(chef.direct, "#natt-manen har lämnat gemenskapen")
    assert says(visible_text(page(pool, CHEF, KITCHEN)), "team-alone")


def test_the_form_without_a_choice_is_answered_in_the_form(teams: Stage) -> None:
    """Handed in before anything was found, it says what to do, at the field that is there."""
    assert teams.karin.press(page(teams, MANAGER, NIGHT), "Svara tillsammans med andra team").ok
    form = teams.opened(MANAGER, "pool")
    assert says(visible_text(form), "pool-none")
    outcome = teams.karin.submit(form, {})
    assert list(outcome.errors) == ["pool-search"]


def test_a_team_is_searched_for_among_many(teams: Stage) -> None:
    """Beyond a hundred teams one types a part of the name, and the form shows what fits."""
    add_many_teams(teams)
    karin = teams.karin
    assert karin.press(page(teams, MANAGER, NIGHT), "Svara tillsammans med andra team").ok
    form = teams.opened(MANAGER, "pool")
    assert "#koket" not in str(form)
    assert karin.choose(form, "", "KOK", action_id="pool.search").ok
    form = teams.wait(lambda: found_in(karin.view, "#koket"), "the search shows nothing")
    assert "#avdelning-1" not in str(form)
    assert karin.submit(form, {"Vilka team": ["#koket"]}).ok
    assert says(visible_text(teams.opened(MANAGER, "receipt")), "pool-now-invited", teams="#koket")


def add_many_teams(stage: Stage) -> None:
    """Put more teams into the store than Slack takes as choices."""
    assert stage.bot is not None
    store = stage.bot.deps.store
    (night,) = store.read(lambda tx: tx.teams.managed_by(key(MANAGER)))
    for number in range(120):
        other = replace(night, id=f"x{number}", channel=f"CX{number}", name=f"avdelning-{number}")
        store.write(partial(_save, team=other))


def _save(tx: Tx, team: Team) -> None:
    tx.teams.save(team)


def found_in(view: Json | None, name: str) -> Json:
    """Return the form if it has this choice, else nothing."""
    return view if view is not None and f"'{name}'" in str(view["blocks"]) else {}


def test_a_search_that_comes_too_late_is_told_so(teams: Stage) -> None:
    """A box was opened while the form stood there: the form says it."""
    add_many_teams(teams)
    assert teams.karin.press(page(teams, MANAGER, NIGHT), "Svara tillsammans med andra team").ok
    form = teams.opened(MANAGER, "pool")
    teams.ask(MANAGER, "/apt start tema3", NIGHT)
    teams.board(NIGHT)
    assert teams.karin.choose(form, "", "KOK", action_id="pool.search").ok
    said = visible_text(teams.opened(MANAGER, "receipt"))
    assert says(said, "error-pool-busy", team="#natt-manen")
