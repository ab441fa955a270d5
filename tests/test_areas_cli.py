"""`aptbot areas check`, as whoever looks after the bot types it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.stores.sqlite import SqliteStore
from tests.content.test_areas import GOOD
from tests.services.areas import a_team


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Directories of their own, with nothing in them; the one for the configuration is given."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("APTBOT_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("APTBOT_KEY_DIR", str(tmp_path / "keys"))
    monkeypatch.setenv("APTBOT_CONFIG", str(tmp_path / "config"))
    (tmp_path / "config").mkdir()
    return tmp_path / "config"


def check(place: Path, text: str = "") -> Result:
    """Write the file and check it."""
    if text:
        (place / "omraden.yaml").write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["areas", "check"])


def test_without_a_file_nothing_is_right(place: Path) -> None:
    """As of the plan of the year: a check that checked nothing says where the file would be."""
    result = check(place)
    assert (result.exit_code, str(place / "omraden.yaml") in result.output) == (1, True)
    plan = CliRunner().invoke(main, ["plan", "check"])
    assert (plan.exit_code, str(place / "arshjul.yaml") in plan.output) == (1, True)


def test_a_good_file_without_a_database(place: Path) -> None:
    """What can't be checked is said; nothing is made on the disk."""
    result = check(place, GOOD)
    assert result.exit_code == 0
    assert "Om teamen finns går inte att se härifrån" in result.output
    assert "3 områden med 12 team är rätt skrivna." in result.output
    assert not (place.parent / "data").exists()


def test_where_the_database_of_practice_lies_is_told(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to write, and writing it checks the teams that were practised with."""
    with closing(SqliteStore(place.parent / "data" / "practice" / "aptbot.sqlite3")) as store:
        store.write(lambda tx: tx.teams.save(a_team("solens")))
    result = check(place, GOOD)
    assert result.exit_code == 0
    practice = (place.parent / "data" / "practice").resolve()
    assert f"Övningens databas ligger i {practice}" in result.output
    assert f"skriv APTBOT_DATA_DIR={practice} aptbot areas check" in result.output
    monkeypatch.setenv("APTBOT_DATA_DIR", str(practice))
    result = check(place)
    assert "Övningens databas" not in result.output
    assert "Menade du ”solens”?" in result.output


def test_teams_that_are_not_there_are_advised(place: Path) -> None:
    """With the place, what was meant, and what it means; it is no mistake."""
    with closing(SqliteStore(place.parent / "data" / "aptbot.sqlite3")) as store:
        for name in ("solens", "manen", *"abcdefghi"):
            store.write(lambda tx, name=name: tx.teams.save(a_team(name)))  # type: ignore[misc]
    result = check(place, GOOD.replace("C123", "C-a"))
    assert result.exit_code == 0
    assert "rad 4" in result.output
    assert "Inget team heter ”solen”." in result.output
    assert "Menade du ”solens”?" in result.output
    assert "manen" not in result.output


def test_mistakes_are_told_all_at_once(place: Path) -> None:
    """And counted by the exit status."""
    result = check(place, GOOD.replace("chefer", "chef"))
    assert result.exit_code == 1
    assert result.output.count("Menade du ”chefer”?") == 3
    assert "Traceback" not in result.output
