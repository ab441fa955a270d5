"""Closes a round on real files again and again, killed one step later each time.

Run as a script with a directory, the name of a scene and how many steps later each attempt dies.
Each attempt works on a copy of the same files, in a process of its own; another one then looks at
what is left, starts again as the bot does, and looks once more. For each attempt a line of JSON is
written.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
import traceback
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from bot.domain.answers import Answers
from bot.domain.programme import Component
from bot.locales import LANGUAGES, words
from bot.services import rounds, sessions
from bot.services.deps import Deps
from bot.services.due import LEASE
from bot.stores.keys import FileKeyVault
from bot.stores.sqlite import SqliteStore
from bot.views.model import Note, Summary
from tests.forensics.evidence import files
from tests.forensics.mortal import Mortal
from tests.forensics.paper import PaperPlatform
from tests.forensics.rounds import DATABASE, RealWorld
from tests.services.people import COLLEAGUES, KARIN

Json = dict[str, Any]

AT_ONCE = 3
"""Attempts that run beside each other."""

AGREED = "Ett ord att visa"


@dataclass(frozen=True)
class Scene:
    """How many answer, how the dialogue ends, and what is done when the clock has struck."""

    answers: int
    end: Callable[[RealWorld], object]
    before_work: Callable[[Deps], object] = lambda _: None


def _stop(world: RealWorld) -> None:
    sessions.stop(world.deps, world.request(id="the-end"))


def _cancel(world: RealWorld) -> None:
    sessions.cancel(world.deps, world.request(id="the-end"))


def _key_first(deps: Deps) -> None:
    """Close the wrong way round: the key goes before the answers are counted."""
    (round_id,) = deps.vault.round_ids()
    deps.vault.destroy(round_id)
    rounds.close(deps, round_id)


SCENES = {
    "close": Scene(10, _stop),
    "few": Scene(5, _stop),
    "cancel": Scene(10, _cancel),
    "wrong": Scene(10, _stop, _key_first),
}


def open_world(directory: Path, mortal: Mortal) -> RealWorld:
    """Return the world whose files lie in the directory."""
    return RealWorld(
        SqliteStore(directory / "data" / DATABASE),
        platform=PaperPlatform(directory / "platform", mortal.step),
        directory=directory,
    )


def prepare(directory: Path, scene: Scene) -> list[str]:
    """Make the files of an open round; return, in hex, what tells its sealed answers."""
    world = open_world(directory, Mortal())
    world.deps.vault.adopt(frozenset())
    world.with_team().start()
    world.work()
    for number, person in enumerate(COLLEAGUES[: scene.answers]):
        scores = dict.fromkeys(Component, 1 + number % 7)
        world.answer(person, Answers(scores, f"{AGREED} {number}", (), verbatim=True))
    (round_id,) = world.deps.vault.round_ids()
    ballots = world.look(lambda tx: tuple(tx.ballots.all(round_id)))
    world.store.close()
    return [piece.hex() for b in ballots for piece in (b.pid, b.sealed[:16], b.sealed[-16:])]


def attempt(directory: Path, scene: Scene, dies_at: int) -> None:
    """End the dialogue and do all that follows, unless death comes first."""
    with (directory / "steps").open("w", buffering=1) as steps:
        mortal = Mortal(dies_at, lambda name: print(name, file=steps))
        mortal.possess()
        world = open_world(directory, mortal)
        mortal.armed = True
        scene.end(world)
        scene.before_work(world.deps)
        world.work()
        world.store.close()
        mortal.armed = False


def judge(directory: Path, scene: Scene, pieces: list[str]) -> Json:
    """Look at what is left, start again, do what was asked for if it is not done, look again."""
    left = _look(directory)
    world = open_world(directory, Mortal())
    world.clock.pass_by(seconds=LEASE.total_seconds() * 3)
    world.restart()
    again = _look(directory)
    if again["state"] == "open":
        scene.end(world)
        world.work()
    views = world.platform.shown(KARIN.user)
    told = [type(view).__name__ for view in views if isinstance(view, Summary | Note)]
    world.store.close()
    raw = b"".join(files(directory / "data").values())
    traces = sum(bytes.fromhex(piece) in raw for piece in pieces)
    return {"left": left, "again": again, "after": _look(directory), "told": told, "traces": traces}


def _look(directory: Path) -> Json:
    """Return what the files say of the round."""
    with closing(sqlite3.connect(directory / "data" / DATABASE)) as db:
        ((round_id, state),) = db.execute("SELECT id, state FROM round").fetchall()
        results = [row[0] for row in db.execute("SELECT body FROM result")]
        ((ballots,),) = db.execute("SELECT count(*) FROM ballot").fetchall()
    vault = FileKeyVault(directory / "keys")
    return {
        "state": state,
        "results": [None if body is None else _unordered(json.loads(body)) for body in results],
        "ballots": ballots,
        "key": vault.get(round_id) is not None,
        "key_files": len(vault.round_ids()),
    }


def _unordered(result: Json) -> Json:
    """Return the result with its comments in alphabetical order: they are shuffled each time."""
    for group in result["comments"]:
        group["comments"].sort()
    return result


def once(template: Path, name: str, dies_at: int, pieces: list[str]) -> Json:
    """Copy the files, let one process die on them and another judge; return what it says."""
    directory = template.with_name(f"{name}-{dies_at}")
    shutil.copytree(template, directory)
    scene = SCENES[name]
    status = _in_child(lambda: attempt(directory, scene, dies_at))
    verdict = directory / "verdict"
    _in_child(lambda: verdict.write_text(json.dumps(judge(directory, scene, pieces))))
    steps = (directory / "steps").read_text().splitlines()
    said: Json = {
        "number": dies_at,
        "status": status,
        "steps": steps,
        **json.loads(verdict.read_text()),
    }
    shutil.rmtree(directory)
    return said


def _in_child(work: Callable[[], object]) -> int:
    """Do the work in a fork of this process, which has but one thread; return its exit status."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        work()
    except BaseException:  # noqa: BLE001 - it must not go on in what the parent was doing
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def walk(directory: Path, name: str, stride: int) -> None:
    """Die at every step in turn, or every so manieth, until an attempt comes to its end alive.

    The words are read before the first fork, for otherwise every process reads them anew, which
    takes several times as long as all that it is forked for.
    """
    words(LANGUAGES[0])
    template = directory / "template"
    found = directory / "pieces"
    _in_child(lambda: found.write_text(json.dumps(prepare(template, SCENES[name]))))
    pieces: list[str] = json.loads(found.read_text())
    workers = [
        os.fork() or _lane(directory, name, lane * stride, pieces, AT_ONCE * stride)
        for lane in range(AT_ONCE)
    ]
    statuses = [os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1]) for worker in workers]
    sys.exit(max(map(abs, statuses)))


def _lane(directory: Path, name: str, first: int, pieces: list[str], stride: int) -> int:
    """Take the first attempt and every so manieth after it; does not return."""
    try:
        with (directory / f"from-{first}.jsonl").open("w") as out:
            for dies_at in count(first, stride):
                said = once(directory / "template", name, dies_at, pieces)
                out.write(json.dumps(said) + "\n")
                if said["status"] == 0:
                    break
    except BaseException:  # noqa: BLE001 - this is a process of its own
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    walk(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
