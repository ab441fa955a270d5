"""A whole dialogue, played once by the real bot in its own process, with all that it leaves.

Everything is written down at the moments that matter: with the box open, after the close, and
after the end of the process. The tests look for what should not be there.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from bot.bootstrap import DATABASE
from bot.domain.ballot import KEY_BYTES, Ballot, pid
from bot.workspace import visible_text
from bot.workspace.world import ApiCall
from tests.e2e.places import COLLEAGUES, MANAGER, key
from tests.e2e.process import ROOT, BotProcess
from tests.e2e.reading import Json
from tests.e2e.stage import Stage
from tests.forensics.evidence import files
from tests.forensics.sights import Sight, sight

STAYING = COLLEAGUES[:10]
"""Those whose answers are counted, in the order in which they answer."""
AGREED = STAYING[:5]
"""Those of them who agree to be shown word for word."""
CHANGER = STAYING[7]
"""Answers twice."""
WITHDRAWER, SILENT = COLLEAGUES[10:]
"""Takes the answer back; never answers."""

REPEATS = 20
"""So often stands the canary in a text: pages of a file may cut some of them in two."""


def canary(user: str, kind: str = "") -> str:
    """Return a word that only this person writes."""
    kind = kind or ("öppen" if user in AGREED else "sluten")
    return f"kanariefågel-{kind}-{COLLEAGUES.index(user):02d}-ä"


def given(user: str, kind: str = "") -> dict[str, str | list[str] | None]:
    """Return what the person fills in: texts of very different lengths."""
    times = 1 + REPEATS * COLLEAGUES.index(user) // len(COLLEAGUES)
    return {
        "Meningsfullhet": str(1 + COLLEAGUES.index(user) % 7),
        "Hanterbarhet": "4",
        "Begriplighet": "6",
        "Vad hjälper dig": " ".join([canary(user, kind)] * times),
        "verbatim": ["yes"] if user in AGREED else [],
    }


@dataclass
class Act:
    """Something that a person did with the form, and what could be seen of it."""

    user: str
    before: Sight
    after: Sight
    calls: list[ApiCall]
    receipt: Json


@dataclass
class Story:
    """What is known and what was left. `ballots` is the box as it stood just before the close."""

    directory: Path
    round_id: str
    secret: bytes
    ballots: tuple[Ballot, ...] = ()
    acts: list[Act] = field(default_factory=list)
    other_tables: list[str] = field(default_factory=list)
    log_open: list[str] = field(default_factory=list)
    log: str = ""
    open: dict[str, bytes] = field(default_factory=dict)
    closed: dict[str, bytes] = field(default_factory=dict)
    stopped: dict[str, bytes] = field(default_factory=dict)
    calls: list[ApiCall] = field(default_factory=list)
    seen_closed: Sight = field(default_factory=dict)
    summary: Json = field(default_factory=dict)
    late: str = ""

    @property
    def backup(self) -> Path:
        """A backup of the database that was made while the box was open."""
        return self.directory.parent / "backup.sqlite3"

    @property
    def copy(self) -> Path:
        """A copy of the data directory, made while the box was open."""
        return self.directory.parent / "copy"

    @property
    def witnessed(self) -> list[tuple[str, str]]:
        """What the process wrote to, connected to and started."""
        lines = (self.directory.parent / "witness.txt").read_text().splitlines()
        return [(what, name) for what, name in map(json.loads, lines)]

    def pid(self, user: str) -> bytes:
        """Return the person's ballot id in this round."""
        return pid(self.secret, key(user))


def play(directory: Path) -> Story:
    """Play the dialogue in a directory of its own and return all that was left."""
    run = directory / "run"
    for place in ("tmp", "cwd", "home"):
        (run / place).mkdir(parents=True)
    stage = Stage(run)
    with stage.workspace:
        command = ("-m", "tests.forensics.watched", str(directory / "witness.txt"))
        process = BotProcess(stage, (*command, str(run / "cwd")))
        process.environment |= {
            **{name: str(run / "tmp") for name in ("TMPDIR", "SQLITE_TMPDIR")},
            "HOME": str(run / "home"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": str(ROOT),
            "APTBOT_DIALOGUES": str(ROOT / "dialogues"),
        }
        try:
            process.start()
            return _play(stage, process)
        finally:
            process.kill()


def _play(stage: Stage, process: BotProcess) -> Story:
    board = stage.open_for_answers()
    stage.settle()
    story = _opened(stage)
    logged, called = len(process.log), len(stage.workspace.calls)
    story.other_tables.append(other_tables(stage.directory))
    for user in STAYING:
        if user == CHANGER:
            _act(story, stage, board, user, "tidig")
        _act(story, stage, board, user)
    _act(story, stage, board, WITHDRAWER, "ångrad")
    _withdraw(story, stage, board)
    story.other_tables.append(other_tables(stage.directory))
    story.log_open = process.log[logged:].splitlines()
    story.calls = stage.workspace.calls[called:]
    _keep_open(story, stage.directory)
    _close(story, stage, board)
    assert process.stop() == 0
    story.stopped, story.log = files(stage.directory), process.log
    return story


def _opened(stage: Stage) -> Story:
    (path,) = (stage.directory / "keys").glob("*.key")
    return Story(stage.directory, path.stem, path.read_bytes()[:KEY_BYTES])


def _act(story: Story, stage: Stage, board: Json, user: str, kind: str = "") -> None:
    form = stage.form(user, board)
    before, called = sight(stage.workspace), len(stage.workspace.calls)
    assert stage.person(user).submit(form, given(user, kind)).ok
    _note(story, stage, user, before, called)


def _withdraw(story: Story, stage: Stage, board: Json) -> None:
    form = stage.form(WITHDRAWER, board)
    before, called = sight(stage.workspace), len(stage.workspace.calls)
    assert stage.person(WITHDRAWER).press(form, "Ta bort mitt svar").ok
    _note(story, stage, WITHDRAWER, before, called)


def _note(story: Story, stage: Stage, user: str, before: Sight, called: int) -> None:
    """Write down what could be seen once all that could follow has followed."""
    receipt = stage.opened(user, "receipt")
    stage.settle()
    calls = stage.workspace.calls[called:]
    story.acts.append(Act(user, before, sight(stage.workspace), calls, receipt))
    stage.person(user).close(receipt, clear=True)


def _keep_open(story: Story, directory: Path) -> None:
    """Keep what an operator could copy while the box is open."""
    story.open = files(directory)
    database = directory / "data" / DATABASE
    with closing(sqlite3.connect(database)) as db, closing(sqlite3.connect(story.backup)) as into:
        db.backup(into)
        rows = db.execute("SELECT pid, sealed FROM ballot ORDER BY pid").fetchall()
    story.ballots = tuple(Ballot(*row) for row in rows)
    shutil.copytree(directory / "data", story.copy)


def _close(story: Story, stage: Stage, board: Json) -> None:
    late = stage.form(SILENT, board)
    stage.ask(MANAGER, "/apt stopp")
    story.summary = stage.summary()
    stage.settle()
    story.seen_closed = sight(stage.workspace)
    story.closed = files(stage.directory)
    result = stage.person(SILENT).submit(late, given(SILENT, "sen"))
    assert not result.ok
    story.late = result.errors["comment"]
    stage.settle()
    assert visible_text(stage.summary()) == visible_text(story.summary)


def other_tables(directory: Path) -> str:
    """Return all that the database holds besides the box, as SQL."""
    with closing(sqlite3.connect(directory / "data" / DATABASE)) as db:
        lines = list(db.iterdump())
    return "\n".join(line for line in lines if not line.startswith('INSERT INTO "ballot"'))
