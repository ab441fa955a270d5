"""A smoke test of anonymity: canaries in answers, searched for wherever something is written."""

from __future__ import annotations

from pathlib import Path

from bot.domain.ballot import pid
from bot.stores.keys import MARKER
from bot.workspace import visible_text
from tests.e2e.places import COLLEAGUES, MANAGER, key
from tests.e2e.process import BotProcess
from tests.e2e.reading import of_kind
from tests.e2e.stage import GOOD, Stage

CANARY = "kanariefågel"


def canary(number: int) -> str:
    """Return a text that nothing else contains."""
    return f"{CANARY}-{number}-zebra"


def contents(directory: Path) -> dict[str, bytes]:
    """Return every file below the directory."""
    files = (file for file in sorted(directory.rglob("*")) if file.is_file())
    return {str(file.relative_to(directory)): file.read_bytes() for file in files}


def found(needle: bytes, directory: Path) -> list[str]:
    """Return the files that contain the bytes."""
    return [name for name, data in contents(directory).items() if needle in data]


def test_nothing_of_an_answer_is_written_in_plain(empty_stage: Stage, process: BotProcess) -> None:
    """Open and closed, with DEBUG logging: no text in any file, no writer in any log."""
    stage = empty_stage
    board = stage.open_for_answers()
    logged = len(process.log)
    for number, user in enumerate(COLLEAGUES[:6]):
        given: dict[str, str | list[str] | None] = {**GOOD, "Vad hjälper dig": canary(number)}
        assert stage.answer(user, board, given).ok
    assert found(CANARY.encode(), stage.directory) == []
    assert [user for user in COLLEAGUES if user in process.log[logged:]] == []

    stage.ask(MANAGER, "/apt stopp")
    assert "6 av 12 svarade." in visible_text(stage.summary())
    stage.settle()
    assert process.stop() == 0
    assert found(CANARY.encode(), stage.directory) == []
    assert CANARY not in process.log
    assert contents(stage.directory / "keys") == {MARKER: b""}


def test_the_key_opens_what_the_files_hide(stage: Stage) -> None:
    """The positive control: with the key the answer is there, so the search was in earnest."""
    board = stage.open_for_answers()
    given: dict[str, str | list[str] | None] = {**GOOD, "Vad hjälper dig": canary(0)}
    assert stage.answer(COLLEAGUES[0], board, given).ok
    assert stage.bot is not None
    deps = stage.bot.deps
    (round_id,) = deps.vault.round_ids()
    secret = deps.vault.get(round_id)
    assert secret is not None
    own = pid(secret, key(COLLEAGUES[0]))
    assert deps.store.read(lambda tx: tx.ballots.get(round_id, own)) is not None
    assert found(own, stage.directory / "data") != []
    assert found(secret, stage.directory / "data") == []

    stage.ask(MANAGER, "/apt stopp")
    stage.wait(lambda: of_kind(stage.karin, stage.karin.direct, "summary"), "no summary")
    stage.settle()
    assert found(own, stage.directory / "data") == []
