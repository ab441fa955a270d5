"""Who may read which results, one by one and taken together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.people import PersonKey
from bot.domain.periods import ReportPeriod
from bot.domain.programme import Component
from bot.errors import BadPeriod, ManagerOnly, NoResult, NoResults, NotAChannel, NoTeam
from bot.locales import words
from bot.services import history, pools, results
from bot.services.deps import Terms
from bot.slack.render import render_message
from bot.views.actions import Action
from bot.views.development import FORMATS, in_an_answer
from bot.views.history import PAGE
from bot.views.model import Sheet, SheetPart
from bot.views.model.export import Development
from tests.services.histories import THEMES, given, hold, round_of, year
from tests.services.people import ANNA, CHANNEL, COLLEAGUES, KARIN, OMAR, OTHER_CHANNEL, key, team
from tests.services.pooling import (
    COOKS,
    KOKET,
    MANEN,
    MIRO,
    NIGHT,
    begin,
    box_of,
    end,
    give,
    with_small_teams,
)
from tests.services.sharing import hide
from tests.services.world import World
from tests.slack.checker import message_problems

YEAR = ReportPeriod(2026)
NEW_MANAGER = key("nora")


def buttons(sheet: Sheet, action: Action) -> list[str]:
    """Return what the buttons of this kind act on."""
    every = (*sheet.buttons, *(button for part in sheet.parts for button in part.buttons))
    return [button.value for button in every if button.action == action]


def listed(world: World, actor: PersonKey = KARIN, channel: str = CHANNEL) -> list[str]:
    """Return the rounds that the person finds in the list."""
    request = world.request(actor, channel)
    try:
        return buttons(history.page(world.deps, request), Action.RESULT_SHOW)
    except NoResults:
        return []


def test_the_latest_comes_first(world: World) -> None:
    """With its day, how many took part, and who has seen it."""
    held = year(world)
    sheet = history.page(world.deps, world.request())
    assert buttons(sheet, Action.RESULT_SHOW) == [each.round.id for each in reversed(held)]
    texts = [part.text for part in sheet.parts]
    assert texts[0] == "30 juni 2026 · 11 av 13 svarade · delat med teamet"
    assert texts[1] == "31 maj 2026 · för få svar (färre än 6) · delat med teamet"


def test_a_button_says_the_title_only_where_the_day_is_not_enough(world: World) -> None:
    """The title stands above it; but no two buttons say the same."""
    world.with_team()
    for theme, days in zip(THEMES, (30, 0, 30), strict=True):
        hold(world, [given(4)] * 6, theme, days=days)
    parts = history.page(world.deps, world.request()).parts
    labels = [part.buttons[0].label for part in parts]
    assert [part.heading in label for part, label in zip(parts, labels, strict=True)] == [
        *(False, True, True)
    ]
    assert len(set(labels)) == len(parts)
    assert all(label.startswith("Visa ") for label in labels)


def test_the_team_sees_what_was_shared_alone(world: World) -> None:
    """What waits, and what is for the manager only, is not even mentioned."""
    world.with_team()
    shared = hold(world, [given(5)] * 7)
    waits = hold(world, [given(5)] * 7, days=1, share=False)
    world.with_team(replace(team(), team_sees=False))
    secret = hold(world, [given(5)] * 7, days=0.2, share=False)
    assert listed(world) == [secret.round.id, waits.round.id, shared.round.id]
    assert listed(world, ANNA) == listed(world, OMAR) == [shared.round.id]
    for actor in (ANNA, OMAR):
        for round_id in (secret.round.id, waits.round.id):
            with pytest.raises(ManagerOnly):
                history.shown(world.deps, world.request(actor), round_id)
        assert history.shown(world.deps, world.request(actor), shared.round.id)
    manager = history.page(world.deps, world.request())
    assert "bara för chefen" in manager.parts[0].text


def test_a_new_manager_sees_what_the_team_has_seen(world: World) -> None:
    """And what comes from then on; what others got in private stays with them, as is promised."""
    world.terms = Terms(quote_threshold=6)
    world.with_team()
    shared = hold(world, [given(4, "Kanariefågel."), *[given(4)] * 6])
    hide(world, 0)
    world.with_team(replace(team(), team_sees=False))
    secret = hold(world, [given(4)] * 8, share=False)
    facilitators = frozenset([KARIN, OMAR])
    world.with_team(replace(team(), managers=frozenset([NEW_MANAGER]), facilitators=facilitators))
    assert listed(world, NEW_MANAGER) == [shared.round.id]
    (summary,) = history.shown(world.deps, world.request(NEW_MANAGER, ""), shared.round.id)
    assert summary.taking_part == "7 av 13 svarade."
    assert "Kanariefågel" not in summary.model_dump_json()
    with pytest.raises(ManagerOnly):
        history.shown(world.deps, world.request(NEW_MANAGER), secret.round.id)
    assert listed(world, KARIN) == [secret.round.id, shared.round.id]
    later = hold(world, [given(4)] * 8, share=False)
    assert listed(world, NEW_MANAGER) == [later.round.id, shared.round.id]
    assert later.round.id not in listed(world, KARIN)


def test_the_summary_again_is_the_managers_own(world: World) -> None:
    """With its buttons, as it stands in the private message."""
    held = year(world)
    (again,) = history.shown(world.deps, world.request(), held[3].round.id)
    assert again == next(s for s in world.summaries() if s == again)
    (team_view,) = history.shown(world.deps, world.request(ANNA), held[3].round.id)
    assert team_view.buttons == ()


def test_hidden_comments_are_the_managers_alone(world: World) -> None:
    """Neither the team's summary nor any file has them; the manager's own summary has."""
    world.terms = Terms(quote_threshold=6)
    world.with_team()
    texts = [f"Kanariefågel {number}." for number in range(8)]
    held = hold(world, [given(4, text) for text in texts])
    hide(world, 0, 3)
    (mine,) = history.shown(world.deps, world.request(), held.round.id)
    (theirs,) = history.shown(world.deps, world.request(ANNA), held.round.id)
    assert sum(text in mine.model_dump_json() for text in texts) == 8
    assert sum(text in theirs.model_dump_json() for text in texts) == 6
    for actor in (KARIN, ANNA):
        export = history.file(world.deps, world.request(actor), YEAR)
        assert sum(text in export.model_dump_json() for text in texts) == 6
        hidden = [row.value for row in export.rows if row.measure == "hidden"]
        assert hidden == [2]


def test_rounds_of_a_pool(world: World) -> None:
    """The managers of all teams that answered together, also of one that has left, see it."""
    with_small_teams(world, KOKET, MANEN)
    for each in (KOKET, MANEN):
        begin(world, each)
    round = box_of(world, KOKET)
    give(world, round, *COOKS, *NIGHT)
    for each in (KOKET, MANEN):
        end(world, each)
    places = ((KARIN, KOKET.channel), (MIRO, MANEN.channel))
    pools.leave(world.deps, world.request(KARIN, KOKET.channel), KOKET.id)
    for actor, channel in places:
        assert listed(world, actor, channel) == [round.id]
        sheet = history.page(world.deps, world.request(actor, channel))
        assert "tillsammans: #koket och #manen" in sheet.parts[0].text
        (summary,) = history.shown(world.deps, world.request(actor, channel), round.id)
        assert summary.taking_part == "7 av 7 svarade."
    assert listed(world, COOKS[0], KOKET.channel) == []
    results.share(world.deps, world.request(MIRO, MANEN.channel), round.id)
    assert listed(world, COOKS[0], KOKET.channel) == [round.id]


@pytest.mark.parametrize("actor", [KARIN, ANNA])
def test_what_is_not_published_is_not_there(world: World, actor: PersonKey) -> None:
    """No round, an open one, one that was thrown away: nothing can be asked for."""
    world.with_team()
    with pytest.raises(NoResults):
        history.page(world.deps, world.request())
    world.answered(6)
    for round_id in (world.round().id, "f" * 32, ""):
        with pytest.raises(NoResult):
            history.shown(world.deps, world.request(actor), round_id)
    assert listed(world) == []


def test_another_channel_shows_nothing(world: World) -> None:
    """A round's id is of no use where the team does not meet."""
    held = year(world)
    neighbour = replace(team(), id="blaklinten", channel=OTHER_CHANNEL, managers=frozenset([ANNA]))
    world.with_team(neighbour)
    assert listed(world, ANNA, OTHER_CHANNEL) == []
    with pytest.raises(ManagerOnly):
        history.shown(world.deps, world.request(ANNA, OTHER_CHANNEL), held[0].round.id)
    with pytest.raises(NotAChannel):
        history.page(world.deps, world.request(KARIN, "D1"))
    with pytest.raises(NoTeam):
        history.page(world.deps, world.request(KARIN, "C-none"))


def test_pages_of_the_list(world: World) -> None:
    """Everything can be reached, each once, and a page that is no more is the first."""
    world.with_team()
    held = [hold(world, [given(4)] * 6, THEMES[n % 3], days=8) for n in range(PAGE + 3)]
    first = history.page(world.deps, world.request())
    (after,) = buttons(first, Action.RESULTS)
    second = history.page(world.deps, world.request(), int(after))
    found = buttons(first, Action.RESULT_SHOW) + buttons(second, Action.RESULT_SHOW)
    assert found == [each.round.id for each in reversed(held)]
    assert buttons(second, Action.RESULTS) == ["0"]
    assert history.page(world.deps, world.request(), 999) == first


# --- a year and a quarter ------------------------------------------------------------------


def test_a_year_in_words(world: World) -> None:
    """What moved, how many took part, and the sums of what was published."""
    year(world)
    view = history.development(world.deps, world.request(), YEAR)
    lines = [line for part in view.sheet.parts for line in part.lines]
    assert lines[0] == (
        "Meningsfullhet: säkert högre från och med ”1. Det vi är bra på 1” (30 juni). Nu kring 6."
    )
    assert "31 maj · 3. Det vi är bra på 3 · för få svar (färre än 6)" in lines
    assert "Tid: minst 9 svar" in lines
    (picture,) = view.pictures
    assert picture.panels[0].values == (2, 2, None, 6)
    assert [round.answered for round in picture.rounds] == [11, 7, None, 11]


def test_a_year_of_more_than_an_answer_holds(world: World) -> None:
    """The files stay in reach, it is said that the rest is there, and there it is."""
    world.with_team()
    for number in range(60):
        hold(world, [given(number % 7 + 1)] * 6, THEMES[number % 3], days=5)
    sheet = history.development(world.deps, world.request(), YEAR).sheet
    drawn = render_message(sheet)
    assert message_problems(drawn) == []
    assert str(drawn["blocks"]).count("results.file") == len(FORMATS)
    assert "Resten finns i filerna nedan." in str(drawn["blocks"])
    file = history.file(world.deps, world.request(), YEAR)
    lines = [line for part in file.development.sheet.parts for line in part.lines]
    assert sum("· 6 av " in line for line in lines) == 60
    assert "Resten finns" not in str(file.development)


@pytest.mark.parametrize(
    ("lines", "more", "told"),
    [(80, 0, False), (90, 0, True), (90, 1, True), (0, 16, True), (0, 15, False)],
)
def test_what_an_answer_has_no_room_for_is_told(lines: int, more: int, told: bool) -> None:
    """Also where it is the end of the last list, or a part too many."""
    parts = [SheetPart(lines=("x" * 110,) * lines), *[SheetPart(text="kort")] * more]
    whole = Development(sheet=Sheet(title="År", parts=(*parts, SheetPart(heading="Ta med"))))
    *shown, rest, files = in_an_answer(whole, words("sv")).sheet.parts
    assert files.heading == "Ta med"
    assert ("Resten finns i filerna" in rest.text) is told
    assert told or [*shown, rest] == parts


def test_a_quarter_holds_its_rounds_alone(world: World) -> None:
    """By the day of closing on the team's calendar; neighbours with results can be pressed."""
    year(world)
    hold(world, [given(6)] * 8, days=10)
    view = history.development(world.deps, world.request(), ReportPeriod(2026, 3))
    assert view.pictures == ()
    assert "Först med två resultat" in view.sheet.parts[0].text
    assert view.sheet.parts[0].lines[0] == "Meningsfullhet: 6."
    assert buttons(view.sheet, Action.RESULTS_PERIOD) == ["2026Q2", "2026"]
    assert "2026Q3" in buttons(history.development(world.deps, world.request(), YEAR).sheet,
                               Action.RESULTS_PERIOD)  # fmt: skip
    with pytest.raises(NoResults):
        history.development(world.deps, world.request(), ReportPeriod(2026, 1))


def test_the_periods_words(world: World) -> None:
    """A quarter is read by the team's own calendar."""
    world.with_team()
    assert history.asked_period(world.deps, world.request(), "i år") == YEAR
    with pytest.raises(BadPeriod):
        history.asked_period(world.deps, world.request(), "gurka")


def test_what_the_team_reads_does_not_depend_on_what_it_may_not(world: World) -> None:
    """Taken together, too: a round that is not shared changes nothing for the team."""
    world.with_team()
    hold(world, [given(2)] * 11)
    hold(world, [given(2)] * 11)
    before = [_seen(world, ANNA), _seen(world, KARIN)]
    world.with_team(replace(team(), team_sees=False))
    hold(world, [given(6, "Bara chefen.", ("tid",))] * 11, share=False)
    after = [_seen(world, ANNA), _seen(world, KARIN)]
    assert after[0] == before[0]
    assert after[1] != before[1]


def _seen(world: World, actor: PersonKey) -> object:
    request = world.request(actor)
    page = history.page(world.deps, request)
    whole = history.development(world.deps, request, YEAR)
    return page, whole, history.file(world.deps, request, YEAR)


def test_whoever_has_the_server_gets_no_more(world: World) -> None:
    """What the managers saw, marked, without hidden comments; a team without results is none."""
    world.with_team()
    assert world.look(lambda tx: history.export(tx, team(), None, "sv")) is None
    held = hold(world, [given(4)] * 7, share=False)
    export = world.look(lambda tx: history.export(tx, team(), None, "sv"))
    assert export is not None
    assert {row.audience for row in export.rows} == {"managers"}
    assert {row.round for row in export.rows} == {held.round.id}
    results.share(world.deps, world.request(), held.round.id)
    export = world.look(lambda tx: history.export(tx, team(), YEAR, "en"))
    assert export is not None
    assert {row.audience for row in export.rows} == {"team"}
    assert export.rows[2].label == "Meaningfulness"
    assert world.look(lambda tx: history.export(tx, team(), ReportPeriod(2025), "sv")) is None


def test_too_few_tell_nothing_else(world: World) -> None:
    """The file says "fewer than six" and neither how many could answer nor any other number."""
    world.with_team()
    hold(world, [given(7, "Hemligt.", ("tid",))] * 5)
    export = history.file(world.deps, world.request(), YEAR)
    (row,) = export.rows
    assert (row.measure, row.value, row.text) == ("answered_below", 6, "")


def test_a_question_that_too_few_answered(world: World) -> None:
    """It is in the file as just that."""
    world.with_team()
    some = [replace(given(4), scores={Component.MANAGEABILITY: 4}) for _ in COLLEAGUES[:8]]
    held = hold(world, some)
    export = history.file(world.deps, world.request(), YEAR)
    told = {(row.item, row.measure) for row in export.rows if row.part == "component"}
    assert (Component.MEANINGFULNESS.value, "answered_below") in told
    assert (Component.MANAGEABILITY.value, "median") in told
    assert round_of(world, held.round.id).roster == ()
