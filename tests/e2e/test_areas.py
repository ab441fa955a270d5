"""Areas over the wire: from the file to what an area manager reads, and what others don't."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.content import AreasError
from bot.domain.quarter import Quarter
from bot.domain.rollup import counted_at
from bot.domain.round import RoundState
from bot.ports import Tx
from bot.workspace import visible_text
from tests.e2e.places import COLLEAGUES, MANAGER, TEAM, TENANT, key
from tests.e2e.reading import ephemerals, says
from tests.e2e.stage import Stage
from tests.services.areas import ZONE, a_result, a_round, a_team, names

AREA_MANAGER = "U0OSKAR"
MEMBER = COLLEAGUES[0]
TEAM_NAME = "arbetslag-solrosen"
TEAMS = names(6)
OWN = f"""
vard-norr:
  namn: Vård norr
  chefer: [{AREA_MANAGER}]
  team: [{", ".join((TEAM_NAME, *TEAMS))}, saknas]
"""


def write(stage: Stage, text: str) -> Path:
    """Write the file of areas where the stage's bot looks for it."""
    path = stage.directory / "config" / "omraden.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def others_have_answered(stage: Stage) -> None:
    """Let six other teams have had the team's latest dialogue: three are low, three high."""
    assert stage.bot is not None
    teams = [replace(a_team(name), tenant=TENANT) for name in TEAMS]
    now = stage.clock.now()

    def work(tx: Tx) -> None:
        (own,) = tx.rounds.in_state(RoundState.CLOSED)
        for number, each in enumerate(teams):
            tx.teams.save(each)
            made = a_round(each, at=now, ref=own.theme)
            round = replace(made, theme_version=own.theme_version)
            tx.rounds.save(round)
            tx.rounds.publish(round.id, a_result(median=1 if number % 2 else 7))

    stage.bot.deps.store.write(work)


def to_the_count(stage: Stage) -> Quarter:
    """Let the quarter be over and counted, and return it."""
    now = stage.clock.now()
    quarter = Quarter.of(now, ZONE)
    left = counted_at(quarter, ZONE) - now + timedelta(seconds=1)
    stage.advance(seconds=left.total_seconds())
    stage.settle()
    return quarter


def asked(stage: Stage, user: str, text: str = "/apt område") -> str:
    """Type the command in the direct message with the bot."""
    return stage.ask(user, text, stage.person(user).direct)


def test_an_area_over_a_quarter(empty_stage: Stage) -> None:
    """The file, the promise, a real dialogue among others, the message with a picture, the page."""
    stage = empty_stage
    write(stage, OWN)
    stage.start_bot()
    board = stage.open_for_answers()
    assert says(stage.ask(MEMBER, "/apt integritet") or pages(stage), "privacy-who-area")
    stage.answer_all(board, 8)
    stage.ask(MANAGER, "/apt stopp")
    stage.summary()
    others_have_answered(stage)
    assert "Inget kvartal är räknat än." in asked(stage, AREA_MANAGER)
    quarter = to_the_count(stage)
    manager = stage.person(AREA_MANAGER)
    title = f"Vård norr, kvartal {quarter.number} {quarter.year}"
    message = manager.wait_for_message(manager.direct, title)
    assert any(block["type"] == "image" for block in message["blocks"])
    shown = visible_text(message)
    assert "7 team är med, 0 är inte med." in shown
    assert "Meningsfullhet: 3 team lågt (1–2), 4 team i mitten eller högt (3–7)." in shown
    page = asked(stage, AREA_MANAGER)
    assert "7 team är med, 0 är inte med." in page
    assert "#saknas" in page
    assert "Mening nummer" not in page + shown
    assert says(stage.ask(AREA_MANAGER, "/apt area", "C0ALLMANT"), "area-intro")
    for user in (MANAGER, MEMBER):
        assert says(asked(stage, user), "error-area-manager-only")


def pages(stage: Stage) -> str:
    """Return what the page about protection says, that a member has opened."""
    person = stage.person(MEMBER)
    text = visible_text(stage.opened(MEMBER, "privacy"))
    person.close(stage.opened(MEMBER, "privacy"), clear=True)
    return text


def test_the_file_is_read_again_without_a_restart(empty_stage: Stage) -> None:
    """A new area is there at once; a mistake leaves the last good version in force."""
    stage = empty_stage
    write(stage, OWN)
    stage.start_bot()
    assert says(asked(stage, MEMBER), "error-area-manager-only")
    write(stage, OWN.replace(AREA_MANAGER, f"{AREA_MANAGER}, {MEMBER}"))
    assert "Vård norr" in asked(stage, MEMBER)
    write(stage, OWN.replace("chefer", "chef"))
    assert "Vård norr" in asked(stage, MEMBER)
    assert ephemerals(stage.person(MEMBER), TEAM) == []


def test_one_of_several_areas_is_named(empty_stage: Stage) -> None:
    """A name, or a part of it, shows the area alone; what is no name of theirs shows all."""
    stage = empty_stage
    south = (
        f"\nvard-syd:\n  namn: Vård söder\n  chefer: [{AREA_MANAGER}]\n  team: [ett, tva, tre]\n"
    )
    write(stage, OWN + south)
    stage.start_bot()
    every = asked(stage, AREA_MANAGER)
    assert "Vård norr" in every
    assert "Vård söder" in every
    alone = asked(stage, AREA_MANAGER, "/apt område VÅRD söder")
    assert "Vård söder" in alone
    assert "Vård norr" not in alone
    assert asked(stage, AREA_MANAGER, f"/apt område {'😀' * 500}") == every


def test_a_bad_file_hinders_the_start(empty_stage: Stage) -> None:
    """All mistakes are told, each with its line; nothing is begun."""
    write(empty_stage, OWN.replace("chefer", "chef").replace("namn", "namm"))
    with pytest.raises(AreasError) as problem:
        empty_stage.start_bot()
    assert "omraden.yaml, rad 3" in str(problem.value)
    assert "Menade du ”chefer”?" in str(problem.value)
    assert str(key(MANAGER)) not in str(problem.value)
