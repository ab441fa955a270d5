"""`aptbot plan check` and `aptbot plan show`, as they are typed, and the pages about them."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.cli.plans import plan
from bot.content import load, read_year
from bot.content.yearplan_keys import BREAKS, ENTRY, STARTS, TOP

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "config" / "arshjul.exempel.yaml"
REFERENCE = (ROOT / "docs" / "reference" / "arshjul.md").read_text(encoding="utf-8")
HOW_TO = (ROOT / "docs" / "how-to" / "arshjul.md").read_text(encoding="utf-8")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example as the file of an installation."""
    monkeypatch.setenv("APTBOT_CONFIG", str(tmp_path))
    return Path(shutil.copy(EXAMPLE, tmp_path / "arshjul.yaml"))


def run(*words: str) -> Result:
    """Type a command."""
    result = CliRunner().invoke(main, ["plan", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def spoil(file: Path) -> None:
    """Make two mistakes."""
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("program: tio-teman", "program: tio-temna").replace("antal: 8", "antal: åtta"),
        encoding="utf-8",
    )


def test_all_is_well(file: Path) -> None:
    """How many teams and dialogues, and status 0."""
    result = run("check")
    assert result.exit_code == 0
    assert result.output.startswith("Årshjulet är rätt: 3 team, ")
    assert run("check", str(file)).output == result.output
    assert "The plan of the year is right: 3 teams" in run("check", "--language", "en").output


def test_mistakes_are_told_all_at_once(file: Path) -> None:
    """With line and remedy, and status 1, in each format."""
    spoil(file)
    result = run("check")
    assert result.exit_code == 1
    assert "Menade du ”tio-teman”?" in result.output
    assert "”antal” ska vara ett helt tal." in result.output
    assert "2 fel" in result.output

    result = run("check", "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.output)
    assert found["mistakes"] == 2
    assert {each["code"] for each in found["problems"]} == {"year-programme", "expected-number"}

    result = run("check", "--format", "github")
    assert result.exit_code == 1
    assert re.search(
        r"^::error file=.*arshjul.yaml,line=\d+,col=\d+::", result.output, re.MULTILINE
    )


def test_json_has_the_days(file: Path) -> None:
    """For other programs: the days of each team."""
    assert file.exists()
    found = json.loads(run("check", "--format", "json").output)
    assert found["teams"]["natt-manen"][0] == "2027-09-02"
    assert found["problems"] == []


def test_advice_is_a_mistake_only_when_strict(file: Path) -> None:
    """A series without room for its themes can be meant."""
    text = file.read_text(encoding="utf-8").replace("      antal: 4\n", "")
    file.write_text(text, encoding="utf-8")
    assert run("check").exit_code == 0
    assert "1 råd." in run("check").output
    assert run("check", "--strict").exit_code == 1


def test_no_file(file: Path) -> None:
    """What is to be done is said, and the status tells it from a wrong path."""
    file.unlink()
    assert run("check").exit_code == 1
    assert "arshjul.exempel.yaml" in run("check").output
    assert run("show").exit_code == 1
    assert run("check", str(file)).exit_code == 2
    assert run("check", "--format", "xml").exit_code == 2


def test_show(file: Path) -> None:
    """Each team's days with their themes, what falls away and why, in order."""
    assert file.exists()
    said = run("show").output
    assert "Tisdag 12 januari 2027 kl 13:30: 1. Den goda arbetsplatsen" in said
    assert "Fredag 26 mars 2027: bortfaller (Långfredagen)" in said
    assert "Friday 26 March 2027: left out" in run("show", "--language", "en").output
    night = run("show", "--team", "#natt-manen").output
    assert "#natt-manen" in night
    assert "#koket" not in night
    days = re.findall(r"^  \w+ (\d+) (\w+) 2027", night, re.MULTILINE)
    assert [month for _, month in days] == ["april", *["september"] * 3, *days_of_autumn(days)]
    assert "Inget är planerat." in run("show", "--year", "2030").output


def days_of_autumn(days: list[tuple[str, str]]) -> list[str]:
    """Return the months from October on, which come in their order."""
    months = [month for _, month in days if month in ("oktober", "november", "december")]
    assert months == sorted(months, key=("oktober", "november", "december").index)
    return months


def test_show_a_team_that_is_not_there(file: Path) -> None:
    """A slip is answered with what was probably meant."""
    assert file.exists()
    result = run("show", "--team", "natt-mannen")
    assert result.exit_code == 2
    assert "Menade du ”natt-manen”?" in result.output


def test_show_tells_of_mistakes(file: Path) -> None:
    """Dates of a file that is not used would be lies."""
    spoil(file)
    result = run("show")
    assert result.exit_code == 1
    assert "tio-temna" in result.output


# --- the pages ----------------------------------------------------------------------------


def test_every_key_is_explained() -> None:
    """The reference names each key and choice of the file."""
    words = (*TOP, *ENTRY, *BREAKS, *STARTS)
    assert [word for word in words if f"`{word}`" not in REFERENCE] == []


@pytest.mark.parametrize("name", ["check", "show"])
def test_every_option_is_explained(name: str) -> None:
    """The reference names each option of the commands."""
    command = plan.commands[name]
    options = [
        opt for each in command.params if isinstance(each, click.Option) for opt in each.opts
    ]
    assert options
    assert [name for name in options if f"`{name}`" not in REFERENCE] == []


def test_the_example_of_the_how_to_is_right(tmp_path: Path) -> None:
    """What the page shows can be saved as it stands."""
    (example,) = re.findall(r"```yaml\n(.*?)```", HOW_TO, re.DOTALL)
    path = tmp_path / "arshjul.yaml"
    path.write_text(example, encoding="utf-8")
    found = read_year(path, load(ROOT / "dialogues").programmes)
    assert found.problems == ()
    assert {entry.team for entry in found.entries} == {"arbetslag-solrosen", "natt-manen"}


def test_every_way_to_say_when_is_read(tmp_path: Path) -> None:
    """Each phrase of the reference is one that the file takes."""
    table = REFERENCE.partition("## När")[2].partition("## ")[0]
    phrases = re.findall(r"`([^`]+)`", table)
    assert len(phrases) > 5
    for phrase in phrases:
        path = tmp_path / "arshjul.yaml"
        entry = f"{{program: tio-teman, när: {phrase}}}"
        path.write_text(f"år: 2027\nteam:\n  natt:\n    - {entry}\n", encoding="utf-8")
        assert read_year(path, load(ROOT / "dialogues").programmes).mistakes == (), phrase
