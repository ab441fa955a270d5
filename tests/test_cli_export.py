"""`aptbot export`: as its own process, beside a bot that has the database open."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.bootstrap import DATABASE
from bot.domain.commitment import Agreed, Commitment
from bot.domain.people import Team
from tests.exports.agreed import HOSTILE, PLAN_IN, lines_of, save
from tests.exports.reading import facts, from_csv, from_json, from_xlsx, text_of
from tests.services.histories import given, hold, year
from tests.services.people import team
from tests.services.sharing import hide
from tests.services.world import World, new_world

ROOT = Path(__file__).resolve().parents[1]
APTBOT = (sys.executable, "-c", "from bot.cli import main; main(prog_name='aptbot')")
READ = {"csv": from_csv, "xlsx": from_xlsx, "json": from_json}
NAME = team().name


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where the bot's data lies."""
    return tmp_path / "data"


@pytest.fixture
def world(data: Path) -> Iterator[World]:
    """A world whose store stays open, as a running bot's does."""
    made = new_world(data)
    assert (data / DATABASE).exists()
    yield made
    made.store.close()


def export(data: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Run the command with its settings in the environment alone."""
    return subprocess.run(
        [*APTBOT, "export", "--out", str(out), *more],
        env={
            "APTBOT_DATA_DIR": str(data),
            "APTBOT_KEY_DIR": str(out.parent / "keys"),
            # A way out to the network that leads nowhere: nothing may need one.
            "https_proxy": "http://127.0.0.1:1",
        },
        cwd=ROOT,
        text=True,
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("kind", READ)
def test_a_file_while_the_bot_runs(world: World, data: Path, tmp_path: Path, kind: str) -> None:
    """The bot keeps its lock and goes on writing; the file is for its owner alone."""
    year(world)
    before = (data / DATABASE).read_bytes()
    out = tmp_path / f"out.{kind}"
    done = export(data, out, "--format", kind)
    assert done.returncode == 0, done.stderr
    assert "1 team" in done.stdout
    assert "4 resultat" in done.stdout
    assert "Läser resultat" in done.stderr
    rows = READ[kind](out.read_bytes())
    assert (3, "", "answered", None, None, 11) in facts(rows)
    assert out.stat().st_mode & 0o777 == 0o600
    assert (data / DATABASE).read_bytes() == before
    hold(world, [given(4)] * 6)


def test_a_report_of_one_team(world: World, data: Path, tmp_path: Path) -> None:
    """By its name, as people write channels, in the other language."""
    year(world)
    out = tmp_path / "out.pdf"
    args = ("--format", "pdf", "--language", "en", "--year", "2026", "--quarter", "2")
    assert export(data, out, *args).returncode == 2
    assert not out.exists()
    done = export(data, out, *args, "--team", f"#{NAME.upper()}")
    assert done.returncode == 0, done.stderr
    assert "11 of 13 answered" in text_of(out.read_bytes())


def test_the_rules_hold_here_too(world: World, data: Path, tmp_path: Path) -> None:
    """Too few tell nothing, hidden comments are left out, what managers alone saw is marked."""
    world.terms = replace(world.terms, quote_threshold=6)
    world.with_team(replace(team(), team_sees=True))
    hold(world, [given(4, f"Kanariefågel {number}.") for number in range(8)])
    hide(world, 2, 3)
    world.with_team(replace(team(), team_sees=False))
    hold(world, [given(7, "Hemligt.")] * 5, share=False)
    out = tmp_path / "out.json"
    assert export(data, out, "--format", "json").returncode == 0
    text = out.read_text(encoding="utf-8")
    assert text.count("Kanariefågel") == 6
    assert "Hemligt" not in text
    rows = json.loads(text)["rows"]
    assert {row["audience"] for row in rows} == {"team", "managers"}
    assert [row["measure"] for row in rows if row["audience"] == "managers"] == ["answered_below"]


def test_all_teams_stand_in_one_file(world: World, data: Path, tmp_path: Path) -> None:
    """Those without results are not in it; two of one name are told apart by their ids."""
    year(world)
    other = replace(team(), id="andra", channel="C-andra", name=NAME)
    world.with_team(other)
    world.with_team(replace(other, id="tredje", channel="C-tredje", name="tredje"))
    out = tmp_path / "out.csv"
    assert export(data, out, "--format", "csv").returncode == 0
    assert {row["team"] for row in from_csv(out.read_bytes())} == {NAME}
    done = export(data, out, "--format", "csv", "--replace", "--team", NAME)
    assert done.returncode == 1
    assert "andra" in done.stderr
    done = export(data, out, "--format", "csv", "--replace", "--team", team().id)
    assert done.returncode == 0, done.stderr
    done = export(data, out, "--format", "csv", "--replace", "--team", "tredje")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        1,
        "Det finns inga resultat att exportera än.",
    )


def test_what_can_not_be_done_is_told(world: World, data: Path, tmp_path: Path) -> None:
    """In words, without a traceback, and without a file."""
    year(world)
    out = tmp_path / "out.csv"
    csv = ("--format", "csv")
    asked = [
        (("--team", "arbetslag-solrosn"), 1, f"Menade du ”{NAME}”?"),
        (("--team", "gurka"), 1, "inget team som heter ”gurka”."),
        (("--year", "2001"), 1, "Det finns inga resultat att exportera för 2001."),
        (("--quarter", "1"), 2, "Lägg till --year."),
        (("--year", "1812"), 2, "1812"),
    ]
    for args, status, words in asked:
        done = export(data, out, *csv, *args)
        assert (done.returncode, words in done.stderr) == (status, True), done.stderr
        assert "Traceback" not in done.stderr
    missing = export(tmp_path / "none", out, *csv)
    assert missing.returncode == 1
    assert "ingen databas" in missing.stderr
    assert not (tmp_path / "none").exists()
    nowhere = export(data, tmp_path / "none" / "out.csv", *csv)
    assert nowhere.returncode == 1
    assert "gick inte att skriva" in nowhere.stderr
    assert list(tmp_path.glob("*.csv")) == list(tmp_path.glob(".aptbot-*")) == []


def test_where_the_database_of_practice_lies_is_told(tmp_path: Path) -> None:
    """Where there is one, and none where the settings say; writing what it says exports it."""
    home = tmp_path / "min dator"
    made = new_world(home / "practice")
    agree(made, team(), "c1")
    made.store.close()
    out, what = tmp_path / "out.csv", ("--what", "commitments", "--format", "csv")
    missing = export(home, out, *what)
    assert missing.returncode == 1
    assert f"Det finns ingen databas i {home / DATABASE}." in missing.stderr
    assert f"APTBOT_DATA_DIR='{home / 'practice'}' aptbot export …" in missing.stderr
    found = export(home / "practice", out, *what)
    assert (found.returncode, "Övningens" in found.stderr) == (0, False), found.stderr


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--year", "20x6"), "”20x6” är inget år som går att välja."),
        (("--year", "1812"), "Skriv året med fyra siffror, från 2000 till 2099: --year 2027."),
        (("--quarter", "5"), "”5” är inget kvartal. Skriv 1, 2, 3 eller 4: --quarter 1."),
    ],
)
def test_no_year_and_no_quarter_is_told_in_the_bots_language(
    tmp_path: Path, args: tuple[str, str], told: str
) -> None:
    """With what to write instead, and without a word of English."""
    done = export(tmp_path / "none", tmp_path / "out.csv", "--format", "csv", *args)
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr
    assert "Invalid" not in done.stderr
    assert "Usage" not in done.stderr


def test_a_file_that_is_there_is_not_overwritten(world: World, data: Path, tmp_path: Path) -> None:
    """Unless that is asked for."""
    year(world)
    out = tmp_path / "out.csv"
    out.write_text("mitt", encoding="utf-8")
    done = export(data, out, "--format", "csv")
    assert (done.returncode, out.read_text(encoding="utf-8")) == (1, "mitt")
    assert "--replace" in done.stderr
    assert export(data, out, "--format", "csv", "--replace").returncode == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")


# --- commitments ------------------------------------------------------------------------------


def agree(world: World, of: Team, *ids: str, day: date = date(2026, 3, 2)) -> list[Commitment]:
    """Have the team agree on something hostile, once for each id."""
    world.with_team(of)
    said = Agreed(activity=HOSTILE[0], role="Alla", target=day, how=HOSTILE[6])
    made = [Commitment(id=id_, team_id=of.id, agreed=said, agreed_on=day) for id_ in ids]
    save(world, made)
    return made


@pytest.mark.parametrize("kind", PLAN_IN)
def test_commitments_of_all_teams(world: World, data: Path, tmp_path: Path, kind: str) -> None:
    """Each row with its team, for the file's owner alone, while the bot runs."""
    night = replace(team(), id="natt", channel="C-natt", name="natt")
    mine, theirs = agree(world, team(), "c1", "c2"), agree(world, night, "c3")
    world.with_team(replace(night, id="tom", channel="C-tom", name="tom"))
    before = (data / DATABASE).read_bytes()
    out = tmp_path / f"out.{kind}"
    done = export(data, out, "--what", "commitments", "--format", kind)
    assert done.returncode == 0, done.stderr
    assert "2 team, 3 åtaganden" in done.stdout
    assert "Läser åtaganden" in done.stderr
    assert sorted(PLAN_IN[kind](out.read_bytes())) == sorted(lines_of([*mine, *theirs]))
    assert out.stat().st_mode & 0o777 == 0o600
    assert (data / DATABASE).read_bytes() == before


def test_commitments_of_one_team_and_one_year(world: World, data: Path, tmp_path: Path) -> None:
    """In the language that is asked for."""
    agree(world, team(), "c1")
    agree(world, team(), "c2", day=date(2027, 1, 1))
    agree(world, replace(team(), id="natt", channel="C-natt", name="natt"), "c3")
    out = tmp_path / "out.csv"
    args = ("--what", "commitments", "--format", "csv", "--team", team().id, "--year", "2026",
            "--quarter", "1", "--language", "en")  # fmt: skip
    assert export(data, out, *args).returncode == 0
    (row,) = from_csv(out.read_bytes())
    assert (row["Team"], row["Agreed on"]) == (team().name, "2026-03-02")


def test_what_can_not_be_done_with_commitments_is_told(
    world: World, data: Path, tmp_path: Path
) -> None:
    """There are none, there are none of that year, and there is no report of them."""
    out = tmp_path / "out.pdf"
    what = ("--what", "commitments", "--team", team().id)
    world.with_team()
    none = export(data, out, *what, "--format", "json")
    assert none.returncode == 1
    assert "Det finns inga åtaganden att exportera än." in none.stderr
    agree(world, team(), "c1")
    none = export(data, out, *what, "--format", "json", "--year", "2024")
    assert none.returncode == 1
    assert "Det finns inga åtaganden att exportera för 2024." in none.stderr
    pdf = export(data, out, *what, "--format", "pdf")
    assert (pdf.returncode, "--format xlsx, csv eller json" in pdf.stderr) == (2, True)
    assert not out.exists()
