"""Commitments over the real connection: written, read, followed up; who may not is told so."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.commitment import Commitment, CommitmentState
from bot.locales import words
from bot.workspace import visible_text
from tests.e2e.forging import forged_command, forged_press, forged_submit
from tests.e2e.places import COLLEAGUES, GUEST, LEADER, MANAGER, NIGHT, STRANGER, TEAM, key
from tests.e2e.reading import Json, ephemerals, keys, said_later, says, standing
from tests.e2e.stage import Stage
from tests.e2e.test_pools import save_team

MEMBER = COLLEAGUES[0]
ACTIVITY, NOTE = "Vad ska vi göra?", "Hur gick det?"
HANDOVER = "Tio minuter för överlämning"
ZONE = ZoneInfo("Europe/Stockholm")

Answers = dict[str, str | list[str] | None]
DONE: Answers = {"Hur är läget?": "Klart", NOTE: "Det gick bra."}


@pytest.fixture
def team(stage: Stage) -> Stage:
    """The team with its manager and its samtalsledare, and no dialogue."""
    save_team(stage, MANAGER, TEAM, {"Samtalsledare": [LEADER]})
    stage.karin.close(stage.opened(MANAGER, "receipt"), clear=True)
    return stage


def today(stage: Stage) -> date:
    """Return the team's day."""
    return stage.clock.now().astimezone(ZONE).date()


def whole(stage: Stage) -> Answers:
    """Return all that must be there, to be done today."""
    return {
        ACTIVITY: HANDOVER,
        "Ansvarig roll": "Alla",
        "Klart senast": today(stage).isoformat(),
        "Vad är det till för?": "Utveckla",
    }


def kept(stage: Stage) -> tuple[Commitment, ...]:
    """Return the team's commitments."""
    assert stage.bot is not None
    (team,) = stage.bot.deps.store.read(lambda tx: tx.teams.managed_by(key(MANAGER)))
    return stage.bot.deps.store.read(lambda tx: tx.commitments.of_team(team.id))


def page(stage: Stage, user: str = MANAGER, typed: str = "/apt åtaganden") -> Json:
    """Type the command and return the private answer."""
    stage.ask(user, typed)
    return ephemerals(stage.person(user), TEAM)[-1]


def form(stage: Stage, label: str, form: str, user: str = MANAGER) -> Json:
    """Press what the list shows, and return the form that opens."""
    assert stage.person(user).press(page(stage, user), label).ok
    return stage.opened(user, form)


def hand_in(stage: Stage, view: Json, given: Answers, user: str = MANAGER) -> str:
    """Hand a form in, close what it turns into, and return what that says."""
    result = stage.person(user).submit(view, given)
    assert result.ok, result.errors
    receipt = stage.opened(user, "receipt")
    stage.person(user).close(receipt, clear=True)
    return visible_text(receipt)


def filled(stage: Stage, view: Json) -> Json:
    """Return the form as it is delivered when all that must be there is filled in."""
    given = DONE if view["callback_id"] == "commitment.follow-up" else whole(stage)
    return {**view, "state": {"values": stage.karin.fill(view, given)}}


def agree(stage: Stage, activity: str = HANDOVER) -> Commitment:
    """Write one down as in a meeting: only what is to be done."""
    view = form(stage, "Gör ett åtagande", "commitment")
    assert "✓ Sparat" in hand_in(stage, view, {ACTIVITY: activity})
    return kept(stage)[-1]


def test_from_the_first_to_what_became_of_it(team: Stage) -> None:
    """Written with one line, read by a member, changed and followed up by the other leader."""
    assert "Inget åtagande väntar" in visible_text(page(team))
    one = agree(team)
    assert (one.agreed.role, one.state) == ("Alla", CommitmentState.OPEN)
    shown = visible_text(page(team, MEMBER))
    assert HANDOVER in shown
    assert "Ansvarig: Alla" in shown
    assert "Följ upp" not in shown

    edit = form(team, "Ändra", "commitment.edit", LEADER)
    assert HANDOVER in str(edit["blocks"])
    hand_in(team, edit, {ACTIVITY: "Tjugo minuter", "Hur gör vi?": "Vid bytet.\nStående."}, LEADER)
    shown = visible_text(page(team, MEMBER, "/apt åtagande"))
    assert "Tjugo minuter" in shown
    assert "Så gör vi: Vid bytet." in shown

    follow = form(team, "Följ upp", "commitment.follow-up", LEADER)
    said = hand_in(team, follow, {"Hur är läget?": "Klart", NOTE: "Det gick bra."}, LEADER)
    assert "✓ Klart: Tjugo minuter." in said
    assert "Det gick bra." in visible_text(page(team, MEMBER, "/apt commitments"))
    assert keys(team.karin, TEAM) == []


def test_menu_leads_to_the_list(team: Stage) -> None:
    """With how many are to be followed up, once the day has come."""
    agree(team)
    menu = page(team, MEMBER, "/apt")
    before = len(said_later(team.workspace))
    assert team.person(MEMBER).press(menu, "Åtaganden").ok
    assert HANDOVER in team.said(before)
    team.advance(minutes=60 * 24 * 40)
    assert "Åtaganden (1 att följa upp)" in visible_text(page(team, MEMBER, "/apt"))
    assert "Försenat: skulle ha varit klart" in visible_text(page(team))


def test_bad_input_is_said_at_its_field(team: Stage) -> None:
    """Blank, too early, with a telephone number; mended, the same form is kept."""
    good = whole(team)
    view = form(team, "Gör ett åtagande", "commitment")
    yesterday = (today(team) - timedelta(1)).isoformat()
    for given, field, said in (
        ({ACTIVITY: "   "}, "activity", "Skriv vad ni ska göra."),
        ({ACTIVITY: HANDOVER, "Ansvarig roll": " "}, "role", "Skriv vilken roll"),
        ({**good, "Klart senast": yesterday}, "target", "tidigast i dag"),
        ({**good, "Hur gör vi?": "Ring 070-174 06 05"}, "how", "070-174 06 05"),
        ({**good, ACTIVITY: "Fråga anna@exempel.se"}, "activity", "anna@exempel.se"),
    ):
        result = team.karin.submit(view, given)
        assert list(result.errors) == [field]
        assert said in result.errors[field]
    assert kept(team) == ()
    hand_in(team, view, {**good, "Hur gör vi?": ""})

    follow = form(team, "Följ upp", "commitment.follow-up")
    for given, field, said in (
        ({"Hur är läget?": "Avskrivet"}, "note", "Skriv varför."),
        ({"Hur är läget?": "Uppskjutet", NOTE: " "}, "note", "Skriv varför."),
        ({"Hur är läget?": "Uppskjutet", NOTE: "Ont om tid.", "Ny dag": yesterday}, "target",
         "tidigast i dag"),
        ({"Hur är läget?": "Klart", NOTE: "Ring 070-174 06 05"}, "note", "070-174 06 05"),
    ):  # fmt: skip
        result = team.karin.submit(follow, given)
        assert list(result.errors) == [field]
        assert said in result.errors[field]
    assert kept(team)[0].changes == ()
    later: Answers = {"Ny dag": (today(team) + timedelta(9)).isoformat(), NOTE: "Ont om tid."}
    assert "Uppskjutet till" in hand_in(team, follow, {"Hur är läget?": "Uppskjutet", **later})


@pytest.mark.parametrize("day", ["2027-02-31", "9999-12-31", "0001-01-01", "31/2", ""])
def test_day_that_is_none_is_said_at_its_field(team: Stage, day: str) -> None:
    """Whatever a client lets people choose or type, in a new one and in one that is corrected."""
    new = form(team, "Gör ett åtagande", "commitment")
    assert at_day(team, new, day) == {"target": words("sv")("error-target-passed")}
    agree(team)
    edit = form(team, "Ändra", "commitment.edit")
    assert at_day(team, edit, day) == {"target": words("sv")("error-target-passed")}


def at_day(stage: Stage, view: Json, day: str) -> dict[str, str]:
    """Hand the form in, all filled in, with this day, and return what is said of it."""
    given = filled(stage, view)
    given["state"]["values"]["target"]["target"]["selected_date"] = day
    outcome = forged_submit(stage.workspace, MANAGER, given)
    errors: dict[str, str] = outcome.payload["errors"]
    return errors


def test_two_at_once_and_the_later_is_told(team: Stage) -> None:
    """At the first field, so that the text stays; what the first wrote stands."""
    agree(team)
    first = form(team, "Ändra", "commitment.edit")
    second = form(team, "Följ upp", "commitment.follow-up", LEADER)
    hand_in(team, first, {ACTIVITY: "Tjugo minuter"})
    result = team.person(LEADER).submit(second, {"Hur är läget?": "Klart"})
    assert "Någon annan har ändrat åtagandet" in result.errors["state"]
    (one,) = kept(team)
    assert (one.agreed.activity, one.state) == ("Tjugo minuter", CommitmentState.OPEN)


def test_form_delivered_twice_adds_one(team: Stage) -> None:
    """What Slack delivers again is taken as the same."""
    view = form(team, "Gör ett åtagande", "commitment")
    for _ in range(2):
        outcome = forged_submit(team.workspace, MANAGER, filled(team, view))
        assert outcome.payload["response_action"] == "update"
    assert len(kept(team)) == 1


@pytest.mark.parametrize("answers", [2, 6])
def test_summary_leads_to_a_commitment(stage: Stage, answers: int) -> None:
    """Also when too few have answered; the form asks not to repeat comments."""
    stage.answer_all(stage.open_for_answers(), answers)
    stage.ask(MANAGER, "/apt stopp")
    assert stage.karin.press(stage.summary(), "Gör ett åtagande").ok
    view = stage.opened(MANAGER, "commitment")
    assert "Upprepa inte enskilda kommentarer" in visible_text(view)
    hand_in(stage, view, {ACTIVITY: HANDOVER})
    assert kept(stage)[0].round_id
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board"]


def test_members_and_strangers_only_read(team: Stage) -> None:
    """Every button and every form of those who lead is refused; a stranger reads nothing."""
    one = agree(team)
    shown, standing_before = page(team), standing(team.karin, TEAM)
    new = form(team, "Gör ett åtagande", "commitment")
    edit = form(team, "Ändra", "commitment.edit")
    follow = form(team, "Följ upp", "commitment.follow-up")
    for user in (MEMBER, GUEST, STRANGER):
        for action, value in (
            ("commitment.new", f"{one.team_id} -"),
            ("commitment.edit", one.id),
            ("commitment.follow-up", one.id),
        ):
            before = len(said_later(team.workspace))
            assert forged_press(team.workspace, user, shown, action, value).ok
            assert says(team.said(before), "error-not-allowed"), (user, action)
            assert team.person(user).view is None
        for view in (new, edit, follow):
            outcome = forged_submit(team.workspace, user, filled(team, view))
            (told,) = outcome.payload["errors"].values()
            assert says(told, "error-not-allowed"), (user, view["callback_id"])
    elsewhere = {**shown, "channel": NIGHT}
    before = len(said_later(team.workspace))
    assert forged_press(team.workspace, STRANGER, elsewhere, "commitments.list", one.team_id).ok
    assert says(team.said(before), "error-not-allowed")
    assert kept(team) == (one,)
    assert standing(team.karin, TEAM) == standing_before


def test_leader_of_another_team_writes_nothing_here(team: Stage) -> None:
    """Nor with this team's values in a form of their own, nor of this team's dialogue."""
    one = agree(team)
    save_team(team, STRANGER, NIGHT)
    shown = page(team)
    for action, value in (
        ("commitment.new", f"{one.team_id} -"),
        ("commitment.edit", one.id),
        ("commitment.follow-up", one.id),
        ("commitments.list", one.team_id),
    ):
        before = len(said_later(team.workspace))
        assert forged_press(team.workspace, STRANGER, {**shown, "channel": NIGHT}, action, value).ok
        assert says(team.said(before), "error-not-allowed"), action
    assert HANDOVER not in forged_command(team.workspace, STRANGER, NIGHT, "åtaganden")
    assert kept(team) == (one,)


@pytest.mark.parametrize(
    ("form_", "meta"),
    [
        ("commitment", ""),
        ("commitment", "gurka -"),
        ("commitment", "{team} gurka"),
        ("commitment", "{team} session:gurka"),
        ("commitment.edit", "gurka"),
        ("commitment.edit", "gurka {team} x"),
        ("commitment.follow-up", "a b c d"),
        ("commitment.follow-up", "gurka {team} x"),
    ],
)
def test_forged_forms_do_no_harm(team: Stage, form_: str, meta: str) -> None:
    """Metadata that the bot never made is answered in the form, and nothing changes."""
    one = agree(team)
    label = {"commitment": "Gör ett åtagande", "commitment.edit": "Ändra"}.get(form_, "Följ upp")
    view = form(team, label, form_)
    forged = filled(team, view)
    for own in (
        {**forged, "private_metadata": meta.replace("{team}", one.team_id)},
        {**view, "state": {"values": {}}},
    ):
        outcome = forged_submit(team.workspace, MANAGER, own)
        assert outcome.payload["response_action"] == "errors"
    assert kept(team) == (one,)
    assert forged_submit(team.workspace, MANAGER, forged).payload["response_action"] == "update"
    assert kept(team) != (one,)
