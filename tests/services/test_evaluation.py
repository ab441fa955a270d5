"""The end of a programme: when the evaluation is offered and announced, and where it is told of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.periods import ReportPeriod
from bot.domain.programme import ThemeRef
from bot.errors import NoThemeLeft
from bot.exports import EXPORTS
from bot.services import history, occasions, overview, planning, sessions, wishes, year
from bot.views.actions import Action
from bot.views.model import Menu, SelectField, Sheet
from bot.views.model.export import TeamExport
from bot.views.planning import THEME
from tests.exports.reading import text_of as words_of
from tests.services.areas import (
    SCRIPT,
    a_result,
    a_round,
    a_team,
    an_area,
    keep,
    names,
    over,
    seen,
    told,
)
from tests.services.evaluated import EVALUATION, EVALUATION_SCRIPT, KVARTEN, evaluated
from tests.services.histories import given, hold
from tests.services.people import ANNA, EXTRA, WORKSHOP
from tests.services.planned import (
    TEAM,
    announced,
    draft,
    march,
    occasions_of,
    once,
    planned,
    skip,
    text_of,
)
from tests.services.world import World, only

ONE, TWO, THREE, _ = KVARTEN
FIRST, LAST = ThemeRef(programme="extra", theme="tema7"), WORKSHOP
YEAR = ReportPeriod(2026)
SPREAD = (1, 2, 1, 7, 6, 7)
LOOK_BACK = "Dags att se tillbaka: Utvärdering av kvarten, 15 minuter."


@pytest.fixture
def world(world: World) -> World:
    """A team whose programme ends with an evaluation."""
    world.catalogue.known = evaluated()
    return world.with_team()


def talked(world: World, *refs: ThemeRef) -> None:
    """Hold dialogues of these themes."""
    for ref in refs:
        world.later(days=1)
        world.start(ref)
        world.stop()


def menu(world: World) -> Menu:
    """Return the menu as the manager sees it."""
    return overview.menu(world.deps, world.request())


def starts(shown: Menu | Sheet) -> list[str]:
    """Return the themes that can be started with a press."""
    parts = shown.parts if isinstance(shown, Sheet) else ()
    every = [*shown.buttons, *(button for part in parts for button in part.buttons)]
    return [button.value for button in every if button.action == Action.START]


def attend(world: World, days: Sequence[int]) -> None:
    """Open and hold what is planned on these days in March."""
    for day in days:
        march(world, day, "09:00")
        plan = world.look(lambda tx: tx.plans.of_team("team-solrosen"))[0]
        due = next(each for each in occasions_of(world, plan) if each.day.day == day)
        world.begun(occasions.open_now(world.deps, world.request(), due.id))
        world.stop()


# --- what comes next -----------------------------------------------------------------------


def test_the_menu_says_that_it_is_time_to_look_back(world: World) -> None:
    """Plainly, with the way to start it. Before, it is the next theme."""
    talked(world, ONE, TWO)
    assert "Nästa tema: 3. Det vi är bra på 3." in menu(world).lines
    talked(world, THREE)
    assert any(line.startswith(LOOK_BACK) for line in menu(world).lines)
    assert starts(menu(world)) == [str(EVALUATION)]
    plan = year.next_of(world.deps, world.request(), TEAM)
    assert isinstance(plan, Sheet)
    assert starts(plan) == [str(EVALUATION)]
    talked(world, EVALUATION)
    assert starts(menu(world)) == []
    assert not any("tillbaka" in line for line in menu(world).lines)


@pytest.mark.parametrize("after", [(ONE, TWO, THREE, EVALUATION), (ONE, THREE, EVALUATION, LAST)])
def test_what_is_planned_after_it_begins_anew(world: World, after: tuple[ThemeRef, ...]) -> None:
    """The form suggests the first theme of the programme that the team was in."""
    talked(world, *after)
    chosen = {each.name: each for each in year.form(world.deps, world.request(), TEAM).fields}
    field = chosen[THEME]
    assert isinstance(field, SelectField)
    again = {EVALUATION: ONE, LAST: FIRST}[after[-1]]
    assert field.chosen == str(again)


def test_a_plan_begins_somewhere_when_the_programme_is_gone(world: World) -> None:
    """With the very first theme that is left."""
    talked(world, *KVARTEN)
    world.catalogue.known = (EXTRA,)
    form = year.form(world.deps, world.request(), TEAM)
    (field,) = [each for each in form.fields if each.name == THEME]
    assert isinstance(field, SelectField)
    assert field.chosen == str(FIRST)


def test_whoever_ends_the_last_theme_is_told(world: World) -> None:
    """In the answer to the command that ended it, and after no other."""
    for ref, said in ((TWO, False), (THREE, True), (EVALUATION, False)):
        session = world.start(ref)
        ended = sessions.stop(world.deps, world.request())
        assert (LOOK_BACK in overview.over(world.deps, world.request(), ended).text) is said
        assert session.id == ended.id


def test_a_dialogue_ends_without_dialogue_files(world: World) -> None:
    """They may have gone meanwhile: the end is told all the same, and that nothing comes next."""
    world.start(THREE)
    ended = sessions.stop(world.deps, world.request())
    world.catalogue.known = ()
    assert LOOK_BACK not in overview.over(world.deps, world.request(), ended).text


def test_whoever_cancels_is_not_told(world: World) -> None:
    """It is no end of anything."""
    talked(world, THREE)
    world.start(ONE)
    cancelled = sessions.cancel(world.deps, world.request())
    assert LOOK_BACK not in overview.over(world.deps, world.request(), cancelled).text
    assert starts(menu(world)) == [str(EVALUATION)]


@pytest.mark.parametrize("typed", ["utvärdering", "evaluation", "kvarten/4", "4"])
def test_it_is_started_by_name(world: World, typed: str) -> None:
    """By what people say, and by its number."""
    talked(world, ONE)
    assert sessions.check_start(world.deps, world.request(), typed) == EVALUATION
    assert overview.preview(world.deps, world.request(), typed).title == "Utvärdering av kvarten"


def test_it_is_not_one_of_the_themes(world: World) -> None:
    """It has no number where themes are listed, is not counted, and is nothing to wish for."""
    talked(world, ONE)
    shown = overview.themes(world.deps, world.request())
    assert isinstance(shown, Sheet)
    assert shown.parts[0].buttons[0].label == "Visa 3 teman och utvärderingen"
    line = overview.themes(world.deps, world.request(), "kvarten").themes[-1]  # type: ignore[union-attr]
    assert line.title == "Utvärdering av kvarten"
    assert [each.label for each in line.buttons] == ["Visa utvärderingen", "Starta utvärderingen"]
    offered = wishes.page(world.deps, world.request(ANNA))
    assert "Det vi är bra på 2" in str(offered)
    assert "Utvärdering" not in str(offered)


# --- plans ---------------------------------------------------------------------------------


def test_a_plan_ends_with_it(world: World) -> None:
    """It is announced as what it is, also where a theme was skipped, and the page names it."""
    plan = planned(world, draft(themes=KVARTEN))
    assert "Utvärdering av kvarten" in text_of(year.page(world.deps, world.request()))
    skip(world, plan, 1)
    attend(world, (3, 17, 24))
    march(world, 30, "09:00")
    titles = [each.title for each in announced(world)]
    assert titles[-1] == "Dags att se tillbaka: tisdag 31 mars kl 09:00"
    assert sum("tillbaka" in title for title in titles) == 1
    attend(world, (31,))
    assert announced(world)[-1].title == "Planerad dialog: tisdag 31 mars kl 09:00"
    with pytest.raises(NoThemeLeft):
        occasions.open_now(world.deps, world.request(), extra(world, plan.id))


def extra(world: World, plan_id: str) -> str:
    """Add one more occasion than there are themes."""
    return planning.add_one(world.deps, world.request(), plan_id).id


def test_a_plan_that_runs_out_ends_with_it_all_the_same(world: World) -> None:
    """It comes before the themes that had no day; the page of the plan says it, too."""
    planned(world, draft(themes=KVARTEN, count=2))
    said = text_of(year.page(world.deps, world.request()))
    assert "Ett tema och utvärderingen av programmet har ingen tid i planen." in said
    attend(world, (3,))
    assert starts(menu(world)) == [str(TWO)]
    attend(world, (10,))
    assert starts(menu(world)) == [str(EVALUATION), str(THREE)]
    page = year.page(world.deps, world.request())
    assert LOOK_BACK in text_of(page)
    assert starts(page) == [str(EVALUATION)]
    seen_by_all = year.page(world.deps, world.request(ANNA))
    assert LOOK_BACK in text_of(seen_by_all)
    assert starts(seen_by_all) == []
    talked(world, EVALUATION)
    assert starts(menu(world)) == []
    assert LOOK_BACK not in text_of(year.page(world.deps, world.request()))


def test_a_plan_that_goes_on_is_not_closed(world: World) -> None:
    """Nor one that is paused, or a single occasion: nothing has run out."""
    plan = planned(world, draft(themes=KVARTEN, count=2))
    attend(world, (3, 10))
    extra(world, plan.id)
    assert starts(menu(world)) == [str(THREE)]
    assert LOOK_BACK not in text_of(year.page(world.deps, world.request()))
    planning.pause(world.deps, world.request(), plan.team_id)
    assert starts(menu(world)) == [str(THREE)]


def test_a_single_occasion_closes_nothing(world: World) -> None:
    """One talk is no programme."""
    planned(world, once(draft().first, themes=(ONE,)))
    attend(world, (3,))
    assert starts(menu(world)) == [str(TWO)]


# --- what was answered ---------------------------------------------------------------------


def answered(world: World) -> TeamExport:
    """Hold two themes alike and an evaluation that is quite different, with words in it."""
    low = [given(2) for _ in range(11)]
    high = [given(7, f"Samtal {n} var bra.", ("tid",)) for n in range(11)]
    for ballots, ref in ((low, ONE), (low, TWO), (high, EVALUATION)):
        hold(world, ballots, ref)
    return history.file(world.deps, world.request(), YEAR)


def test_its_answers_are_told_apart(world: World) -> None:
    """The trend is that of the work; what the programme gave has a part of its own."""
    export = answered(world)
    sheet = export.development.sheet
    trend, taking_part = sheet.parts[:2]
    assert len(trend.lines) == 3
    assert all("kring 2, ingen säker förändring" in line for line in trend.lines)
    assert len(taking_part.lines) == 2
    headings = [part.heading for part in sheet.parts]
    assert "Vad svaren handlar om, alla resultat sammanlagt" not in headings
    own = sheet.parts[headings.index("Utvärdering av programmet")]
    assert own.text.startswith("Programmet kvarten · ")
    assert own.text.endswith("11 av 13 svarade")
    assert [line.split(" (1 =")[0] for line in own.lines] == [
        "Meningsfullhet: Om programmet: Känns det viktigt?",
        "Hanterbarhet: Om programmet: Har du vad du behöver?",
        "Begriplighet: Om programmet: Är det tydligt?",
    ]
    assert all("Mittersta svaret: 7" in line for line in own.lines)
    held_on_to = next(part for part in sheet.parts if part.heading.startswith("Prata vidare"))
    assert held_on_to.lines
    (in_words,) = [part for part in sheet.parts if part.heading == "Med egna ord"]
    assert in_words.lines[0].startswith("Samtal ")
    assert not any(part.text in ("Med egna ord", held_on_to.heading) for part in sheet.parts)
    (picture,) = export.development.pictures
    assert len(picture.rounds) == 2


def test_long_comments_leave_room_for_the_rest(world: World) -> None:
    """Of the longest there are fewer, and the others are counted; what comes below is not cut."""
    hold(world, [given(7, f"{n:02} " + "Ja & nej. " * 59) for n in range(11)], EVALUATION)
    sheet = history.development(world.deps, world.request(), YEAR).sheet
    (words,) = (part.lines for part in sheet.parts if "Ja & nej." in " ".join(part.lines))
    assert sum(map(len, words)) < 1_500
    assert words[-1] == f"… och {11 - (len(words) - 1)} kommentarer till."


def test_a_quarter_tells_the_same(world: World) -> None:
    """What closed in it, and nothing else."""
    hold(world, [given(7)] * 8, EVALUATION)
    day = world.clock.now().date()
    quarter = history.development(world.deps, world.request(), ReportPeriod.of(day, quarter=True))
    assert "Utvärdering av programmet" in text_of(quarter.sheet)
    assert "ingen säker" not in text_of(quarter.sheet)


def test_too_few_say_nothing(world: World) -> None:
    """Only that they were too few."""
    hold(world, [given(7, "Känsligt.")] * 5, EVALUATION)
    said = text_of(history.development(world.deps, world.request(), YEAR).sheet)
    assert "för få svar (färre än 6)" in said
    assert "Mittersta" not in said
    assert "Känsligt" not in said


def test_the_list_marks_it(world: World) -> None:
    """With the programme that it is about, and only it."""
    answered(world)
    texts = [part.text for part in history.page(world.deps, world.request()).parts]
    assert ["utvärdering av ”Programmet kvarten”" in text for text in texts] == [True, False, False]


def test_files_say_which_it_is(world: World) -> None:
    """A kind of its own in the table; a page of its own and a part of the first in the report."""
    export = answered(world)
    assert {(row.theme, row.kind) for row in export.rows} == {
        ("tema1", "dialogue"),
        ("tema2", "dialogue"),
        ("utvardering", "evaluation"),
    }
    report = words_of(b"".join(EXPORTS["pdf"]([export])))
    assert "Utvärdering av programmet" in report
    assert report.count("Samtal 3 var bra.") == 1


def test_an_area_says_what_it_is_about_and_leaves_it_out_of_the_picture(world: World) -> None:
    """Counted by itself as every theme is; the columns of the picture are about the work."""
    world.areas = (an_area(*names(6)),)
    six = [a_team(name) for name in names(6)]
    asked = {
        replace(a_round(each, ref=EVALUATION), theme_version=EVALUATION_SCRIPT.version): a_result(
            median=median
        )
        for each, median in zip(six, SPREAD, strict=True)
    }
    work = {a_round(each): a_result(median=m) for each, m in zip(six, SPREAD, strict=True)}
    world.store.write(lambda tx: tx.scripts.keep(EVALUATION_SCRIPT))
    keep(world, {**asked, **work}, six)
    over(world)
    said = told(seen(world))
    assert "Utvärdering av kvarten\nFrågorna handlar om programmet, inte om arbetet. 6 team" in said
    assert said.count("Frågorna handlar om programmet") == 1
    sheet = only(Sheet, world.shown("nora"))
    assert sheet.picture
    assert [row.name for row in sheet.picture.rows] == [f"3. {SCRIPT.theme.title.sv}"]
