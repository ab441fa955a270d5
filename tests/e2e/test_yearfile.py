"""`config/arshjul.yaml` of a running bot: read at its start and whenever it is saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.workspace import visible_text
from tests.e2e.places import MANAGER, NIGHT
from tests.e2e.reading import ephemerals
from tests.e2e.stage import Stage
from tests.e2e.test_plan import MEMBER, page, text_of
from tests.e2e.test_pools import save_team


@pytest.fixture
def file(empty_stage: Stage) -> Path:
    """Where the file is to be, in a directory of settings that is there."""
    directory = empty_stage.directory / "config"
    directory.mkdir()
    return directory / "arshjul.yaml"


def write(stage: Stage, file: Path, when: str = "sista fredagen i månaden 14:00") -> None:
    """Save a plan of next year."""
    file.write_text(
        f"år: {stage.clock.now().year + 1}\n"
        "alla: {program: tio-teman}\n"
        "team:\n"
        "  natt-manen:\n"
        f"    - {{när: {when}, antal: 3}}\n",
        encoding="utf-8",
    )


def shows(stage: Stage, *words: str) -> None:
    """Wait until the team's page says this."""
    stage.wait(lambda: all(word in text_of(stage) for word in words), f"no {words} on the page")


def test_read_at_the_start_and_when_it_is_saved(empty_stage: Stage, file: Path) -> None:
    """A team that is set up gets its plan, a changed line moves it, and a restart changes nothing.

    What is skipped in the chat stays skipped.
    """
    stage = empty_stage
    write(stage, file)
    stage.start_bot()
    save_team(stage, MANAGER, NIGHT)
    shows(stage, "3 dialoger är planerade.", "kl 14:00", "organisationens årshjul")
    assert "Ta bort planen" not in visible_text(page(stage, MANAGER))
    assert "organisationens årshjul" in text_of(stage, MEMBER)

    write(stage, file, "sista torsdagen i månaden 09:15")
    shows(stage, "3 dialoger är planerade.", "Torsdag", "kl 09:15")

    assert stage.karin.press(page(stage), "Hoppa över").ok
    shows(stage, "Inställda")
    kept = text_of(stage)
    stage.stop_bot()
    stage.start_bot()
    file.write_text(file.read_text(encoding="utf-8") + "\n# ingen ändring\n", encoding="utf-8")
    stage.settle()
    shows(stage, "Inställda")
    assert visible_text(ephemerals(stage.karin, NIGHT)[-1]) == kept


def test_a_bad_file_changes_nothing(empty_stage: Stage, file: Path) -> None:
    """What it said last stands, and mended it counts again."""
    stage = empty_stage
    stage.start_bot()
    save_team(stage, MANAGER, NIGHT)
    write(stage, file)
    shows(stage, "kl 14:00")
    write(stage, file, "när vi hinner")
    stage.settle()
    assert "kl 14:00" in text_of(stage)
    write(stage, file, "sista fredagen i månaden 15:45")
    shows(stage, "3 dialoger är planerade.", "kl 15:45")


def test_those_who_look_after_the_bot_are_told_once(
    empty_stage: Stage, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In private, with the line and the remedy, and once more when all is well again."""
    stage = empty_stage
    given = stage.settings.model_copy(update={"admins": MANAGER})
    monkeypatch.setattr(Stage, "settings", property(lambda _: given))
    write(stage, file, "när vi hinner")
    stage.start_bot()

    def said() -> list[str]:
        return [visible_text(each) for each in stage.karin.messages(stage.karin.direct)]

    def told() -> list[str]:
        return [each for each in said() if "när vi hinner" in each]

    stage.advance(seconds=3)
    stage.wait(told, "nobody was told")
    for _ in range(3):
        stage.advance(seconds=3)
        stage.settle()
    assert len(told()) == 1
    assert "arshjul.yaml, rad 5" in told()[0]
    write(stage, file)

    def well() -> bool:
        stage.advance(seconds=3)
        return len(said()) > 1

    stage.wait(well, "nobody was told that it is well")
