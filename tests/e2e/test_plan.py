"""`/apt plan` over the wire: planned in words and by choosing, changed, paused and taken away."""

from __future__ import annotations

import copy
from datetime import timedelta
from pathlib import Path

import pytest

from bot.content import load
from bot.domain.plan import Occasion, Plan
from bot.views.year import MOST_AHEAD
from bot.workspace import visible_text
from tests.e2e.forging import forged_press, forged_submit
from tests.e2e.places import COLLEAGUES, MANAGER, NIGHT, key
from tests.e2e.reading import Json, ephemerals, said_later, says
from tests.e2e.stage import Stage
from tests.e2e.test_pools import save_team

WHEN = "När ses ni?"
(PROGRAMME,) = (
    each
    for each in load(Path(__file__).parents[2] / "dialogues").programmes
    if each.id == "tio-teman"
)
COUNT = len(PROGRAMME.dialogues)
"""How many dialogues the programme has that a team begins with."""
MEMBER = "U0PIA"
"""A member of the night team."""


@pytest.fixture
def night(stage: Stage) -> Stage:
    """The night team, with Karin as its manager and nothing planned."""
    save_team(stage, MANAGER, NIGHT)
    return stage


def page(stage: Stage, user: str = MANAGER) -> Json:
    """Type `/apt plan` and return the private page."""
    assert stage.person(user).command(NIGHT, "/apt plan").ok
    return ephemerals(stage.person(user), NIGHT)[-1]


def text_of(stage: Stage, user: str = MANAGER) -> str:
    """Return what the page says."""
    return visible_text(page(stage, user))


def fill(stage: Stage, given: dict[str, str | list[str] | None]) -> dict[str, str]:
    """Fill in the form of a plan, and return its errors."""
    assert stage.karin.press(page(stage), "Planera").ok
    return stage.karin.submit(stage.opened(MANAGER, "plan"), given).errors


def save(stage: Stage) -> str:
    """Save what was understood; return what it turns into."""
    assert stage.karin.submit(stage.opened(MANAGER, "plan.sure"), {}).ok
    receipt = stage.opened(MANAGER, "receipt")
    stage.karin.close(receipt, clear=True)
    return visible_text(receipt)


def plan_tuesdays(stage: Stage) -> None:
    """Plan every other Tuesday in words."""
    assert fill(stage, {WHEN: "varannan tisdag 13.30"}) == {}
    assert f"{COUNT} dialoger" in save(stage)


def plans(stage: Stage) -> tuple[Plan, ...]:
    """Return the team's plans."""
    assert stage.bot is not None
    (team,) = stage.bot.deps.store.read(lambda tx: tx.teams.managed_by(key(MANAGER)))
    return stage.bot.deps.store.read(lambda tx: tx.plans.of_team(team.id))


def occasions(stage: Stage) -> tuple[Occasion, ...]:
    """Return the occasions of the only plan."""
    (plan,) = plans(stage)
    assert stage.bot is not None
    return stage.bot.deps.store.read(lambda tx: tx.occasions.of_plan(plan.id))


def test_planned_in_words(night: Stage) -> None:
    """What was understood is said back with five dates before anything is saved."""
    assert "Det finns inget planerat." in text_of(night)
    assert fill(night, {WHEN: "varannan tisdag 13.30"}) == {}
    understood = visible_text(night.opened(MANAGER, "plan.sure"))
    assert f"Varannan tisdag kl 13:30, {COUNT} gånger" in understood
    assert understood.count("Tisdag ") == 5
    assert f"och {COUNT - 5} till, den sista tisdag" in understood
    assert plans(night) == ()
    assert f"{COUNT} dialoger, den första tisdag" in save(night)
    days = [each.day for each in occasions(night)]
    assert len(days) == COUNT
    assert {day.weekday() for day in days} == {1}
    assert f"{COUNT} dialoger är planerade." in text_of(night, MEMBER)


def test_planned_by_choosing(night: Stage) -> None:
    """Everything can be chosen in lists, without writing a word."""
    first = (night.clock.now() + timedelta(days=30)).date()
    given: dict[str, str | list[str] | None] = {
        "Hur ofta?": "Var fjärde vecka",
        "Första dagen": first.isoformat(),
        "Klockan": "08:15",
        "Hur många gånger?": "2 gånger",
        "Då ses vi inte": [],
        "När det är dags": "Låt dialogen starta av sig själv",
    }
    assert fill(night, given) == {}
    understood = visible_text(night.opened(MANAGER, "plan.sure"))
    assert "Var fjärde " in understood
    assert f"{COUNT - 3} teman och utvärderingen av programmet ryms inte" in understood
    save(night)
    assert [each.day for each in occasions(night)] == [first, first + timedelta(days=28)]
    assert {each.at.isoformat() for each in occasions(night)} == {"08:15:00"}


@pytest.mark.parametrize(
    ("given", "field", "words"),
    [
        ({WHEN: "varannan gurka"}, "when", "Jag förstår inte när du menar"),
        ({WHEN: "varannan tisdag halv två"}, "when", "Menar du"),
        ({WHEN: "2 mars 2020 09:00"}, "when", "har redan varit"),
        ({WHEN: "tisdag 31 februari 09:00"}, "when", "finns inte i kalendern"),
        ({"Andra veckor": "8, 99"}, "weeks", "Jag förstår inte vilka veckor"),
        ({WHEN: "tisdagar 9:00", "Andra veckor": "1–53"}, "weeks", "Det blir inga dagar kvar"),
        ({WHEN: "tisdagar 9:00", "Sluta senast": "2020-01-01"}, "until", "Det blir inga dagar"),
        ({"Hur ofta?": "En gång", "Första dagen": "2020-01-07"}, "first", "har redan"),
    ],
    ids=str,
)
def test_what_is_wrong_is_said_at_its_field(
    night: Stage, given: dict[str, str | list[str] | None], field: str, words: str
) -> None:
    """The form stays as it was filled in, with what to do next to what is wrong."""
    errors = fill(night, given)
    assert list(errors) == [field]
    assert words in errors[field]
    assert "`" not in errors[field]
    assert plans(night) == ()


def test_saved_twice_is_saved_once(night: Stage) -> None:
    """A form that is delivered again makes no second plan, and gets the same answer."""
    fill(night, {WHEN: "varannan tisdag 13.30"})
    sure = copy.deepcopy(night.opened(MANAGER, "plan.sure"))
    save(night)
    again = forged_submit(night.workspace, MANAGER, sure)
    assert f"✓ Sparat: {COUNT} dialoger" in str(again.payload)
    assert len(plans(night)) == 1


def test_moved_and_given_a_theme(night: Stage) -> None:
    """The next one is moved from its button; its theme comes off the queue."""
    plan_tuesdays(night)
    old = occasions(night)[0]
    assert night.karin.press(page(night), "Flytta eller byt tema").ok
    form = night.opened(MANAGER, "occasion")
    errors = night.karin.submit(form, {"Ny dag": "2020-01-07"}).errors
    assert "har redan" in errors["day"]
    new = old.day + timedelta(days=1)
    given: dict[str, str | list[str] | None] = {"Ny dag": new.isoformat(), "Klockan": "10:00"}
    assert night.karin.submit(form, {**given, "Tema": "3. Det som hjälper oss"}).ok
    assert "✓ Dialogen är nu onsdag" in visible_text(night.opened(MANAGER, "receipt"))
    night.karin.close(night.opened(MANAGER, "receipt"), clear=True)
    moved = next(each for each in occasions(night) if each.id == old.id)
    assert (moved.day, moved.at.isoformat()) == (new, "10:00:00")
    shown = text_of(night)
    assert "(flyttad från tisdag" in shown
    assert shown.count("3. Det som hjälper oss") == 1


def test_skipped_on_the_page(night: Stage) -> None:
    """The page changes at once; the series gets one more at its end."""
    plan_tuesdays(night)
    assert night.karin.press(page(night), "Hoppa över").ok
    night.wait(lambda: "Inställda" in text_of(night), "nothing was skipped")
    assert f"{COUNT} dialoger är planerade." in text_of(night)
    assert len(occasions(night)) == COUNT + 1


def test_a_later_one_is_picked(night: Stage) -> None:
    """Skipped or changed from the form, since it has no buttons of its own."""
    plan_tuesdays(night)
    last = occasions(night)[-1]
    assert night.karin.press(page(night), "Ändra en senare dialog").ok
    form = night.opened(MANAGER, "plan.pick")
    assert night.karin.submit(form, {"Vilken dialog?": last.id}).ok
    change = night.opened(MANAGER, "occasion")
    night.karin.close(change, clear=True)
    assert night.karin.press(page(night), "Ändra en senare dialog").ok
    form = night.opened(MANAGER, "plan.pick")
    given: dict[str, str | list[str] | None] = {"Vad vill du göra?": "Hoppa över"}
    assert night.karin.submit(form, given).ok
    assert "hoppas över" in visible_text(night.opened(MANAGER, "receipt"))
    assert occasions(night)[MOST_AHEAD].state == "skipped"


def test_paused_resumed_and_taken_away(night: Stage) -> None:
    """Each from the page, which shows at once what came of it."""
    plan_tuesdays(night)
    assert night.karin.press(page(night), "Pausa planen").ok
    night.wait(lambda: "Planen är pausad." in text_of(night), "it is not paused")
    assert night.karin.press(page(night), "Starta planen igen").ok
    night.wait(lambda: f"{COUNT} dialoger är planerade." in text_of(night), "it does not go on")
    (drop,) = [
        element["text"]["text"]
        for block in page(night)["blocks"]
        for element in block.get("elements", ())
        if element.get("action_id") == "plan.drop"
    ]
    assert night.karin.press(page(night), drop).ok
    night.wait(lambda: "Det finns inget planerat." in text_of(night), "it is still there")
    assert plans(night) == ()


def test_a_member_reads_and_changes_nothing(night: Stage) -> None:
    """The page has no buttons for a member, and forged presses are refused in words."""
    plan_tuesdays(night)
    shown = {**page(night, MEMBER), "channel": NIGHT}
    assert "Bara den som leder teamet kan ändra planen." in visible_text(shown)
    (plan,) = plans(night)
    first = occasions(night)[0]
    for user in (MEMBER, COLLEAGUES[0]):
        for action, value in (
            ("plan.new", plan.team_id),
            ("plan.pick", plan.team_id),
            ("plan.pause", plan.team_id),
            ("plan.resume", plan.team_id),
            ("plan.drop", plan.id),
            ("plan.more", plan.id),
            ("plan.skip", first.id),
            ("occasion.move", first.id),
            ("occasion.open", first.id),
        ):
            before = len(said_later(night.workspace))
            assert forged_press(night.workspace, user, shown, action, value).ok
            assert says(night.said(before), "error-not-allowed"), (user, action)
    assert (plan,) == plans(night)
    assert occasions(night)[0] == first


def test_values_that_no_page_sends(night: Stage) -> None:
    """Whatever a button or a form carries, somebody is told what is wrong, and nothing changes."""
    plan_tuesdays(night)
    (plan,) = plans(night)
    shown = {**page(night), "channel": NIGHT}
    for action, id in (
        ("plan.new", "error-unknown-team"),
        ("plan.pick", "error-unknown-team"),
        ("plan.pause", "error-unknown-team"),
        ("plan.drop", "error-unknown-plan"),
        ("plan.more", "error-unknown-plan"),
        ("plan.skip", "error-unknown-occasion"),
        ("occasion.move", "error-unknown-occasion"),
    ):
        before = len(said_later(night.workspace))
        assert forged_press(night.workspace, MANAGER, shown, action, "gurka").ok
        assert says(night.said(before), id), action
    fill(night, {WHEN: "varannan tisdag 13.30"})
    sure = night.opened(MANAGER, "plan.sure")
    for meta in ("", "gurka", f"{plan.team_id} gurka", f"{plan.team_id} {{}}"):
        outcome = forged_submit(night.workspace, MANAGER, {**sure, "private_metadata": meta})
        assert outcome.payload["response_action"] == "update", meta
    form = night.karin.views[0]
    bare: Json = {**form, "state": {"values": {}}}
    for user, view in ((MANAGER, bare), (MEMBER, form)):
        outcome = forged_submit(night.workspace, user, view)
        assert outcome.payload["response_action"] == "errors", user
    assert plans(night) == (plan,)
