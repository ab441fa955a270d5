"""The page of a team's plan and its forms: what they say, to whom, and what they offer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.plan import Opening
from bot.domain.programme import ThemeRef
from bot.domain.recurrence import Weekday, Weekly
from bot.domain.wish import Rhythm, Wish
from bot.errors import (
    NoDaysLeft,
    NotAllowed,
    OccasionOver,
    PastWhen,
    UnknownOccasion,
    UnknownTheme,
)
from bot.services import occasions, planning, sessions, year
from bot.views.actions import Action
from bot.views.model import PlainForm, SelectField, Sheet
from bot.views.occasion import OCCASION
from bot.views.planning import THEME
from bot.views.year import MOST_AHEAD
from tests.services.people import ANNA, KARIN, OMAR
from tests.services.planned import (
    NINE,
    TEAM,
    TEMA1,
    TEMA3,
    THEMES,
    WORKSHOP,
    announced,
    draft,
    march,
    moment,
    move,
    occasions_of,
    once,
    planned,
    skip,
    text_of,
)
from tests.services.world import World

TUESDAYS = Wish(
    themes=THEMES,
    text="tisdagar 09:00",
    rhythm=Rhythm.ONCE,
    first=date(2026, 3, 3),
    at=time(13),
    count=None,
    until=None,
    left_out=frozenset(),
    weeks="",
    announce_days=1,
    opening=Opening.ASK,
)


def page(world: World, person: object = KARIN) -> Sheet:
    """Return the page as somebody sees it."""
    return year.page(world.deps, world.request(person))  # type: ignore[arg-type]


def actions(sheet: Sheet) -> list[str]:
    """Return what can be pressed, in order."""
    parts = [button for part in sheet.parts for button in part.buttons]
    return [button.action for button in (*parts, *sheet.buttons)]


def new_button(sheet: Sheet) -> tuple[str, str]:
    """Return the label and the style of the button that plans."""
    (found,) = [button for button in sheet.buttons if button.action == Action.PLAN_NEW]
    return found.label, found.style


def select(form: PlainForm, name: str) -> SelectField:
    """Return the form's choice of this name."""
    (field,) = [each for each in form.fields if each.name == name]
    assert isinstance(field, SelectField)
    return field


def values(field: SelectField) -> list[str]:
    """Return what can be chosen."""
    return [option.value for _, options in field.groups for option in options]


# --- the page -----------------------------------------------------------------------------


def test_nothing_is_planned(world: World) -> None:
    """Who leads can begin to plan; others are told who can."""
    assert "Det finns inget planerat." in text_of(page(world))
    assert actions(page(world))[:1] == [Action.PLAN_NEW]
    assert Action.PLAN_NEW not in actions(page(world, ANNA))
    assert "Bara den som leder teamet kan ändra planen." in text_of(page(world, ANNA))


def test_the_next_have_buttons_and_the_later_ones_one_for_all(world: World) -> None:
    """A page with ten pairs of buttons would be long on a phone."""
    planned(world)
    shown = page(world)
    assert actions(shown).count(Action.OCCASION_MOVE) == MOST_AHEAD
    assert actions(shown).count(Action.PLAN_PICK) == 1
    assert "Tisdag 3 mars kl 09:00" in text_of(shown)
    assert "Tisdag 31 mars kl 09:00" in text_of(shown)
    for action in (Action.PLAN_PAUSE, Action.PLAN_DROP, Action.PLAN_NEW):
        assert action in actions(shown)


def test_with_something_planned_more_is_planned(world: World) -> None:
    """To plan is what is to be done where nothing is planned, and only then."""
    plan = planned(world, draft(count=1))
    march(world, 2, "09:00")
    assert new_button(page(world)) == ("Planera fler", "plain")
    planning.drop(world.deps, world.request(), plan.id)
    assert new_button(page(world)) == ("Planera", "primary")


def test_the_samtalsledare_can_change_and_a_member_only_reads(world: World) -> None:
    """The page is for everybody, its buttons for those who lead."""
    planned(world)
    assert actions(page(world, OMAR)) == actions(page(world))
    allowed = {Action.CALENDAR}
    assert set(actions(page(world, ANNA))) <= allowed
    assert "Tisdag 31 mars" in text_of(page(world, ANNA))


def test_skipped_ones_are_called_off_and_not_past(world: World) -> None:
    """What is to come and was skipped does not stand among what has been."""
    plan = planned(world)
    skip(world, plan, 1)
    shown = page(world)
    (off,) = [part for part in shown.parts if part.heading == "Inställda"]
    assert off.lines == ("Tisdag 10 mars kl 09:00",)
    assert not [part for part in shown.parts if part.heading == "Det som varit"]
    march(world, 11, "09:00")
    (past,) = [part for part in page(world).parts if part.heading == "Det som varit"]
    assert "– 10 mars: inställd" in past.lines


def test_held_ones_are_past_with_their_theme(world: World) -> None:
    """What was held stands with its title, also when another theme was taken that day."""
    planned(world)
    march(world, 3, "09:05")
    world.begun(sessions.start(world.deps, world.request(), TEMA3))
    world.stop()
    (past,) = [part for part in page(world).parts if part.heading == "Det som varit"]
    assert len(past.lines) == 1
    assert past.lines[0].startswith("✓ 3 mars: 3.")


def test_a_paused_plan_can_be_resumed_and_nothing_else_changed(world: World) -> None:
    """While nothing happens there is nothing to move."""
    planned(world)
    planning.pause(world.deps, world.request(), TEAM)
    shown = page(world)
    assert "Planen är pausad." in text_of(shown)
    assert Action.PLAN_RESUME in actions(shown)
    assert not {Action.OCCASION_MOVE, Action.PLAN_SKIP, Action.PLAN_PICK} & set(actions(shown))


def test_a_moved_one_says_from_where(world: World) -> None:
    """Who remembers the old day finds it."""
    plan = planned(world)
    move(world, plan, date(2026, 3, 5))
    assert "(flyttad från tisdag 3 mars)" in text_of(page(world))


def test_themes_without_a_day_can_get_one(world: World) -> None:
    """A series that is shorter than its programme says so, and can be made longer."""
    planned(world, draft(count=2))
    shown = page(world)
    assert "3 teman har ingen tid i planen." in text_of(shown)
    plan_id = next(b.value for p in shown.parts for b in p.buttons if b.action == Action.PLAN_MORE)
    planning.add_one(world.deps, world.request(), plan_id)
    assert "2 teman har ingen tid i planen." in text_of(page(world))


# --- the form of a plan -------------------------------------------------------------------


def test_the_form_begins_after_what_was_held_and_what_is_planned(world: World) -> None:
    """A second plan does not offer the first one's themes again."""
    assert select(year.form(world.deps, world.request(), TEAM), THEME).chosen == str(TEMA1)
    planned(world, draft(themes=THEMES[:2]))
    chosen = select(year.form(world.deps, world.request(), TEAM), THEME).chosen
    assert chosen == str(TEMA3)


def test_the_next_is_planned_at_once_where_nothing_is(world: World) -> None:
    """Also after a single occasion that is over; whoever has something planned sees that first."""
    request = world.request()
    assert year.next_of(world.deps, request, TEAM) == year.form(world.deps, request, TEAM)
    single = planned(world, once(date(2026, 3, 3)))
    assert year.next_of(world.deps, request, TEAM) == page(world)
    march(world, 4, "09:00")
    assert not any(each.ahead for each in occasions_of(world, single))
    assert isinstance(year.next_of(world.deps, request, TEAM), PlainForm)
    plan = planned(world, draft(themes=THEMES[:3], first=date(2026, 3, 10), count=1))
    march(world, 11, "09:00")
    assert "3 teman har ingen tid i planen." in text_of(page(world))
    assert year.next_of(world.deps, request, TEAM) == page(world)
    planning.drop(world.deps, request, plan.id)
    assert isinstance(year.next_of(world.deps, request, TEAM), PlainForm)


def test_a_pause_is_seen_before_anything_is_planned(world: World) -> None:
    """A plan made during a pause would not happen."""
    planned(world, once(date(2026, 3, 3)))
    planning.pause(world.deps, world.request(), TEAM)
    march(world, 4, "09:00")
    assert isinstance(year.next_of(world.deps, world.request(), TEAM), Sheet)


def test_themes_follow_in_their_programme(world: World) -> None:
    """A theme in the middle brings those after it."""
    assert year.themes_from(world.deps, TEMA1) == THEMES[:3]
    assert year.themes_from(world.deps, TEMA3) == (TEMA3,)
    assert year.themes_from(world.deps, WORKSHOP) == (WORKSHOP,)
    with pytest.raises(UnknownTheme):
        year.themes_from(world.deps, ThemeRef(programme="gurka", theme="x"))


def test_what_is_written_is_understood(world: World) -> None:
    """The draft and its days; a series that would have begun earlier begins today."""
    wanted, days = year.understand(world.deps, world.request(), TEAM, TUESDAYS)
    assert (wanted.recurrence, wanted.at) == (Weekly(Weekday.TUESDAY), NINE)
    assert days == tuple(date(2026, 3, day) for day in (3, 10, 17, 24, 31))
    early = replace(TUESDAYS, first=date(2025, 1, 1))
    assert year.understand(world.deps, world.request(), TEAM, early)[1] == days


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"text": "2 mars 2026 08:00"}, PastWhen),
        ({"until": date(2026, 3, 1)}, NoDaysLeft),
        ({"themes": (ThemeRef(programme="gurka", theme="x"),)}, UnknownTheme),
    ],
)
def test_what_can_not_be_planned(
    world: World, changes: dict[str, object], error: type[Exception]
) -> None:
    """Nothing is saved, and the error says what is wrong."""
    with pytest.raises(error):
        year.understand(world.deps, world.request(), TEAM, replace(TUESDAYS, **changes))  # type: ignore[arg-type]


def test_only_those_who_lead_are_told_what_a_plan_would_be(world: World) -> None:
    """Forms and what they lead to are refused to others."""
    with pytest.raises(NotAllowed):
        year.form(world.deps, world.request(ANNA), TEAM)
    with pytest.raises(NotAllowed):
        year.next_of(world.deps, world.request(ANNA), TEAM)
    with pytest.raises(NotAllowed):
        year.understand(world.deps, world.request(ANNA), TEAM, TUESDAYS)


def test_the_dates_come_first_and_then_what_is_left_out_and_why(world: World) -> None:
    """Five dates with their themes, the last one, and the holidays by name."""
    wish = replace(TUESDAYS, text="torsdagar 09:00", first=date(2026, 4, 23))
    wish = replace(wish, left_out=frozenset({"holidays"}), weeks="18")  # type: ignore[arg-type]
    wanted, days = year.understand(world.deps, world.request(), TEAM, wish)
    form = year.shown(world.deps, TEAM, wanted, days, "meta")
    assert form.heading == "Varje torsdag kl 09:00, 5 gånger"
    assert form.lines[0].startswith("Torsdag 23 april 2026: 1.")
    assert len(form.lines) == 5
    notes = " ".join(form.notes)
    assert "14 maj (Kristi himmelsfärdsdag)" in notes
    assert "30 april" in notes


def test_a_day_that_is_taken_is_told(world: World) -> None:
    """Two dialogues on one day are rarely meant."""
    planned(world, once(date(2026, 3, 10)))
    wanted, days = year.understand(world.deps, world.request(), TEAM, TUESDAYS)
    notes = " ".join(year.shown(world.deps, TEAM, wanted, days, "meta").notes)
    assert "Ni har redan något planerat tisdag 10 mars." in notes


@pytest.mark.parametrize(
    ("first", "days", "said"),
    [
        (date(2026, 3, 10), 3, "Teamet får veta senast 3 dagar innan."),
        (
            date(2026, 3, 3),
            3,
            (
                "Teamet får veta senast 3 dagar innan. Den första dialogen är närmare än så: om "
                "den får teamet veta så snart planen är sparad."
            ),
        ),
        (
            date(2026, 3, 3),
            14,
            (
                "Teamet får veta senast två veckor innan. De första 2 dialogerna är närmare än så: "
                "om den första får teamet veta så snart planen är sparad."
            ),
        ),
    ],
)
def test_what_is_said_of_the_announcement_is_what_happens(
    world: World, first: date, days: int, said: str
) -> None:
    """Of a meeting tomorrow nobody can be told three days before."""
    wish = replace(TUESDAYS, first=first, announce_days=days)
    wanted, found = year.understand(world.deps, world.request(), TEAM, wish)
    last = year.shown(world.deps, TEAM, wanted, found, "meta").notes[-1]
    assert last.startswith(f"{said} När det är dags")
    planned(world, wanted)
    assert len(announced(world)) == said.count("närmare") * (2 if days == 14 else 1)


def test_of_a_single_meeting_soon_it_is_said_when_the_team_is_told(world: World) -> None:
    """Nothing is said of days before; on a Saturday it is told on Monday morning."""
    world.clock.at = moment(3, 7, "12:00")
    wish = replace(TUESDAYS, text="10 mars 09:00", announce_days=7)
    wanted, found = year.understand(world.deps, world.request(), TEAM, wish)
    last = year.shown(world.deps, TEAM, wanted, found, "meta").notes[-1]
    assert last.startswith("Teamet får veta måndag 9 mars kl 08:00. När det är dags")
    world.clock.at = moment(3, 9, "12:00")
    last = year.shown(world.deps, TEAM, wanted, found, "meta").notes[-1]
    assert last.startswith("Teamet får veta så snart planen är sparad. När det är dags")


def test_saved_twice_is_one_plan(world: World) -> None:
    """The same form handed in again makes nothing new."""
    request = world.request(id="form-1")
    first = year.save(world.deps, request, TEAM, draft())
    assert year.save(world.deps, request, TEAM, draft()) == first
    assert "5 dialoger, den första tisdag 3 mars kl 09:00" in first.lines[0]
    assert len(world.look(lambda tx: tx.plans.of_team(TEAM))) == 1


# --- one occasion -------------------------------------------------------------------------


def test_a_later_one_is_picked(world: World) -> None:
    """Those without buttons of their own can be chosen, with their themes."""
    plan = planned(world)
    form = year.pick_form(world.deps, world.request(), TEAM)
    later = occasions_of(world, plan)[MOST_AHEAD:]
    assert values(select(form, OCCASION)) == [each.id for each in later]
    with pytest.raises(NotAllowed):
        year.pick_form(world.deps, world.request(ANNA), TEAM)


def test_nothing_to_pick(world: World) -> None:
    """A button that is older than the plan is answered in words."""
    planned(world, draft(count=MOST_AHEAD))
    with pytest.raises(UnknownOccasion):
        year.pick_form(world.deps, world.request(), TEAM)


def test_the_form_of_an_occasion_offers_what_the_team_has_not_had(world: World) -> None:
    """The themes that are left, and the one whose turn it is."""
    plan = planned(world)
    march(world, 3, "09:00")
    first, second = occasions_of(world, plan)[:2]
    world.begun(occasions.open_now(world.deps, world.request(), first.id))
    form = year.change_form(world.deps, world.request(), second.id)
    assert values(select(form, THEME)) == ["next", *map(str, THEMES[1:])]
    with pytest.raises(OccasionOver):
        year.change_form(world.deps, world.request(), first.id)
